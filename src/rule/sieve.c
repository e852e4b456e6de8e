/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words become a hash of the characters that are seen of them, and a place
 * of an article the terms whose hash is seen there.  Nothing is compared in
 * full: a word too many costs a sentence that is read for nothing.
 */
#include "rule/sieve.h"

#include "rule/table.h"

#include <string.h>

/* A longer word is keyed by its first characters: lengths are bits. */
enum { KEY_LENGTH = 63 };

/** A word's term, and 1 + the next of the same hash. */
typedef struct {
    uint32_t term, next;
} Entry;

struct ClSieve {
    ClStarts *starts;
    ClTable lengths; /* first two characters -> bits of lengths */
    ClTable heads;   /* hash of the characters -> 1 + first entry */
    GArray *entries; /* of Entry */
    bool holed;      /* a term may stand where no word is known of */
};

#define HASH_START UINT64_C(0xCBF29CE484222325)

static uint64_t
hash_step(uint64_t hash, gunichar c)
{
    return (hash ^ c) * UINT64_C(0x100000001B3);
}

static uint64_t
hash_key(uint64_t hash, unsigned length)
{
    return (hash ^ length) | UINT64_C(1) << 63;
}

static uint64_t
pair_key(gunichar a, gunichar b)
{
    return (uint64_t)a << 32 | b;
}

/* ---- Adding ------------------------------------------------------------ */

ClSieve *
cl_sieve_new(void)
{
    ClSieve *sieve = g_new0(ClSieve, 1);
    sieve->starts = cl_starts_new();
    cl_table_init(&sieve->lengths);
    cl_table_init(&sieve->heads);
    sieve->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    return sieve;
}

void
cl_sieve_free(ClSieve *sieve)
{
    if (!sieve)
        return;
    cl_starts_free(sieve->starts);
    cl_table_clear(&sieve->lengths);
    cl_table_clear(&sieve->heads);
    g_array_unref(sieve->entries);
    g_free(sieve);
}

void
cl_sieve_add(ClSieve *sieve, const char *word, bool inside, uint32_t term)
{
    ClSeen seen = {word, 0, word ? strlen(word) : 0, NULL};
    gunichar first[CL_START] = {0};
    uint64_t hash = HASH_START;
    unsigned length = 0;
    for (gunichar c; length < KEY_LENGTH && (c = cl_seen_next(&seen));
         length++) {
        hash = hash_step(hash, c);
        if (length < CL_START)
            first[length] = c;
    }
    if (!length) {
        sieve->holed = true;
        return;
    }
    cl_starts_add(sieve->starts, first, inside);
    *cl_table_put(&sieve->lengths, pair_key(first[0], first[1])) |= UINT64_C(1)
                                                                    << length;
    uint64_t *head = cl_table_put(&sieve->heads, hash_key(hash, length));
    const Entry entry = {term, (uint32_t)*head};
    g_array_append_val(sieve->entries, entry);
    *head = sieve->entries->len;
}

void
cl_sieve_finish(ClSieve *sieve)
{
    cl_starts_finish(sieve->starts);
}

bool
cl_sieve_is_whole(const ClSieve *sieve)
{
    return !sieve->holed;
}

/* ---- Sifting ----------------------------------------------------------- */

typedef struct {
    const ClSieve *sieve;
    GArray *out; /* of ClHit */
} Sifting;

static void
take_entries(const Sifting *sifting, uint64_t key, size_t at)
{
    uint64_t next = cl_table_get(&sifting->sieve->heads, key);
    while (next) {
        const Entry *entry =
            &g_array_index(sifting->sieve->entries, Entry, next - 1);
        const ClHit hit = {{at, at}, entry->term};
        g_array_append_val(sifting->out, hit);
        next = entry->next;
    }
}

/* Every length that a word beginning here may have. */
static void
sift_at(void *data, size_t at, const gunichar first[CL_START], ClSeen behind)
{
    const Sifting *sifting = data;
    const ClTable *table = &sifting->sieve->lengths;
    uint64_t lengths = cl_table_get(table, pair_key(first[0], 0));
    if (first[1])
        lengths |= cl_table_get(table, pair_key(first[0], first[1]));
    uint64_t hash = HASH_START;
    for (unsigned length = 1; lengths >> length; length++) {
        const gunichar c =
            length <= CL_START ? first[length - 1] : cl_seen_next(&behind);
        if (!c)
            break;
        hash = hash_step(hash, c);
        if (lengths >> length & 1)
            take_entries(sifting, hash_key(hash, length), at);
    }
}

void
cl_sieve_sift(const ClSieve *sieve, const ClArticle *article, GArray *out)
{
    Sifting sifting = {sieve, out};
    g_array_set_size(out, 0);
    cl_article_find_starts(article, sieve->starts, sift_at, &sifting);
}
