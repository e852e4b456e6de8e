/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All claims of a run with every string they borrow, and their total order.
 * A repeat is found by rule, sentence and the quantity's place in it.
 */
#include "extract/claims.h"

#include <string.h>

static void
free_passages(ClClaims *claims)
{
    for (size_t i = 0; claims->passages && i < PASSAGES; i++)
        passage_clear(&claims->passages[i]);
    g_clear_pointer(&claims->passages, g_free);
}

/* Making them anew for every article would cost more than reading a short
   one. */
Passage *
claims_passages(ClClaims *claims)
{
    if (!claims->passages) {
        claims->passages = g_new(Passage, PASSAGES);
        for (size_t i = 0; i < PASSAGES; i++)
            passage_init(&claims->passages[i]);
    }
    return claims->passages;
}

static void
free_strings(void *strings)
{
    g_string_chunk_free(strings);
}

ClClaims *
cl_claims_new(void)
{
    ClClaims *claims = g_new0(ClClaims, 1);
    claims->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    claims->infos = g_ptr_array_new_with_free_func(g_free);
    claims->facets = g_ptr_array_new_with_free_func(g_free);
    claims->strings = g_string_chunk_new(16 * 1024);
    claims->most = CL_MOST_CLAIMS;
    claims->taken = g_ptr_array_new_with_free_func(free_strings);
    claims->most = CL_MOST_CLAIMS;
    return claims;
}

void
cl_claims_free(ClClaims *claims)
{
    if (!claims)
        return;
    free_passages(claims);
    g_array_free(claims->entries, TRUE);
    g_ptr_array_free(claims->infos, TRUE);
    g_ptr_array_free(claims->facets, TRUE);
    g_string_chunk_free(claims->strings);
    g_ptr_array_free(claims->taken, TRUE);
    g_free(claims);
}

/* Strings stay where they are, so every claim stays true. */
void
cl_claims_take(ClClaims *claims, ClClaims *from)
{
    free_passages(from);
    g_array_append_vals(claims->entries, from->entries->data,
                        from->entries->len);
    g_array_free(from->entries, TRUE);
    g_ptr_array_extend_and_steal(claims->infos, from->infos);
    g_ptr_array_extend_and_steal(claims->facets, from->facets);
    g_ptr_array_extend_and_steal(claims->taken, from->taken);
    g_ptr_array_add(claims->taken, from->strings);
    claims->sentences += from->sentences;
    claims->figures += from->figures;
    claims->unclaimed += from->unclaimed;
    g_free(from);
}

GArray *
cl_claims_drop(ClClaims *claims, const bool *keep)
{
    GArray *entries = claims->entries;
    GArray *indexes =
        g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), entries->len);
    uint32_t kept = 0;
    for (unsigned i = 0; i < entries->len; i++) {
        const uint32_t index = keep[i] ? kept : UINT32_MAX;
        Entry entry = g_array_index(entries, Entry, i);
        const int32_t first = entry.claim.repeat_of;
        g_array_append_val(indexes, index);
        if (!keep[i])
            continue;
        if (first >= 0) /* a repeat comes behind its first */
            entry.claim.repeat_of =
                keep[first] ? (int32_t)g_array_index(indexes, uint32_t, first)
                            : -1;
        g_array_index(entries, Entry, kept++) = entry;
    }
    g_array_set_size(entries, kept);
    return indexes;
}

size_t
cl_claims_count(const ClClaims *claims)
{
    return claims->entries->len;
}

const ClClaim *
cl_claims_get(const ClClaims *claims, size_t index)
{
    return &g_array_index(claims->entries, Entry, index).claim;
}

size_t
cl_claims_articles(const ClClaims *claims)
{
    return claims->infos->len;
}

/* "2025-06-27" -> 20250627 */
static ClDay
day_of(const char *date)
{
    ClDay day = 0;
    for (; *date; date++)
        if (g_ascii_isdigit(*date))
            day = day * 10 + (*date - '0');
    return day;
}

ClDay
cl_claims_newest(const ClClaims *claims)
{
    ClDay newest = 0;
    for (unsigned i = 0; i < claims->infos->len; i++) {
        const ClArticleInfo *info = claims->infos->pdata[i];
        newest = MAX(newest, day_of(info->date));
    }
    return newest;
}

size_t
cl_claims_sentences(const ClClaims *claims)
{
    return claims->sentences;
}

size_t
cl_claims_figures(const ClClaims *claims)
{
    return claims->figures;
}

size_t
cl_claims_unclaimed(const ClClaims *claims)
{
    return claims->unclaimed;
}

ClClaimsMark
cl_claims_mark(const ClClaims *claims)
{
    return (ClClaimsMark){
        .claims = claims->entries->len,
        .articles = claims->infos->len,
        .sentences = claims->sentences,
        .figures = claims->figures,
        .unclaimed = claims->unclaimed,
    };
}

void
cl_claims_limit(ClClaims *claims, unsigned most)
{
    claims->most = most;
}

unsigned
claims_most(const ClClaims *claims)
{
    return claims->most;
}

void
cl_claims_count_unclaimed(ClClaims *claims)
{
    claims->counts_unclaimed = true;
}

bool
claims_counts_unclaimed(const ClClaims *claims)
{
    return claims->counts_unclaimed;
}

void
claims_count(ClClaims *claims, size_t figures, size_t claimed)
{
    claims->sentences++;
    claims->figures += figures;
    if (claims->counts_unclaimed && figures > claimed)
        claims->unclaimed += figures - claimed;
}

const char *
claims_keep(ClClaims *claims, const char *text)
{
    return text ? g_string_chunk_insert_const(claims->strings, text) : NULL;
}

const ClArticleInfo *
claims_keep_info(ClClaims *claims, const ClArticleInfo *info)
{
    ClArticleInfo *copy = g_new(ClArticleInfo, 1);
    *copy = *info;
    copy->path = claims_keep(claims, info->path);
    copy->title = claims_keep(claims, info->title);
    copy->source = claims_keep(claims, info->source);
    copy->author = claims_keep(claims, info->author);
    g_ptr_array_add(claims->infos, copy);
    return copy;
}

void
claims_add(ClClaims *claims,
           ClClaim claim,
           const ClFacetValue *facets,
           size_t position)
{
    const size_t count = claim.rule->facets->len;
    ClFacetValue *copy = g_memdup2(facets, count * sizeof *facets);
    g_ptr_array_add(claims->facets, copy);
    claim.facets = copy;
    claim.repeat_of = -1;
    const Entry entry = {claim, position};
    g_array_append_val(claims->entries, entry);
}

/* The facets of each claim were added with it. */
ClFacetValue *
claims_facet(ClClaims *claims, size_t index, unsigned facet)
{
    ClFacetValue *facets = claims->facets->pdata[index];
    g_assert(facets == cl_claims_get(claims, index)->facets);
    return &facets[facet];
}

/* A figure of whoever it may be stands there once for each. */
static int
compare_owners(const ClClaim *a, const ClClaim *b)
{
    for (unsigned i = 0; a->rule->slips && i < a->rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(a->rule->facets, i);
        if (facet->from_subject)
            return g_strcmp0(a->facets[i].value, b->facets[i].value);
    }
    return 0;
}

static int
compare_entries(const void *left, const void *right)
{
    const Entry *x = left, *y = right;
    const ClClaim *a = &x->claim, *b = &y->claim;
    int order = strcmp(a->article->path, b->article->path);
    if (!order)
        order =
            (a->span.start > b->span.start) - (a->span.start < b->span.start);
    if (!order)
        order = (a->span.end > b->span.end) - (a->span.end < b->span.end);
    if (!order)
        order = strcmp(a->rule->id, b->rule->id);
    if (!order)
        order = (x->position > y->position) - (x->position < y->position);
    if (!order)
        order = cl_interval_compare(a->quantity.hard, b->quantity.hard);
    return order ? order : compare_owners(a, b);
}

static guint
hash_entry(const void *key)
{
    const Entry *entry = key;
    return (guint)(entry->claim.sentence_key ^
                   (entry->claim.sentence_key >> 32) ^ entry->position) ^
           g_str_hash(entry->claim.rule->id);
}

static gboolean
same_entry(const void *left, const void *right)
{
    const Entry *a = left, *b = right;
    return a->claim.rule == b->claim.rule &&
           a->claim.sentence_key == b->claim.sentence_key &&
           a->position == b->position &&
           cl_interval_equal(a->claim.quantity.hard, b->claim.quantity.hard) &&
           compare_owners(&a->claim, &b->claim) == 0;
}

void
cl_claims_sort(ClClaims *claims)
{
    g_array_sort(claims->entries, compare_entries);
    g_autoptr(GHashTable) seen = g_hash_table_new(hash_entry, same_entry);
    for (unsigned i = 0; i < claims->entries->len; i++) {
        Entry *entry = &g_array_index(claims->entries, Entry, i);
        Entry *first = g_hash_table_lookup(seen, entry);
        if (first)
            entry->claim.repeat_of =
                (int32_t)(first - (Entry *)(void *)claims->entries->data);
        else
            g_hash_table_add(seen, entry);
    }
}
