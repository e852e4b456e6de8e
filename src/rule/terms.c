/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns the terms of all rules into one table and a text into hits.  Terms
 * are keyed by a hash of their characters without spaces; a first table says
 * which lengths begin with two given characters, so a walk looks up only
 * lengths that exist and its cost does not grow with the number of rules.
 * Every candidate is then compared in full: no hit rests on a hash.
 */
#include "rule/terms.h"

#include "rule/needed.h"
#include "rule/regex.h"
#include "rule/sieve.h"
#include "rule/table.h"
#include "text/text.h"

#include <string.h>

/* A longer term is keyed by its first characters: lengths are bits. */
enum { KEY_LENGTH = 63, FIRST_BITS = 1 << 16, BEGIN_BITS = 1 << 18 };
enum { LEAST_PAIRS = 1024 };

typedef struct {
    const char *text; /* borrowed from its ClTermText */
    bool regex;
    uint32_t roles; /* a bit for each ClRole it has a use of */
    uint32_t next;  /* 1 + the next term of the same key, 0 at the end */
    uint32_t first_use, use_count;
} Term;

typedef struct {
    uint32_t term;
    ClTermUse use;
} Pair;

struct ClTerms {
    GArray *list; /* of Term */
    Pair *pairs;  /* while adding */
    size_t pair_count, pair_room;
    GArray *uses;       /* of ClTermUse, those of a term side by side */
    ClTable lengths;    /* first two characters -> bits of lengths */
    ClTable heads;      /* hash of the characters -> 1 + first term */
    uint8_t *first;     /* a bit for each first character, mod 65536 */
    uint8_t *begin;     /* a bit for each first two, hashed */
    ClRegexes *anchors; /* expressions that are a subject or a measure */
    ClTable triggers;   /* first two characters -> 1 + the first expression */
    GArray *chained; /* of uint32_t: for each of anchors the next such, or 0 */
    GArray *always;  /* of bool: for each of anchors whether nothing is looked
                        for with the literals */
    ClRegexes *others;
    ClSieve *sieve; /* of what makes a sentence worth folding */
};

/* ---- Characters -------------------------------------------------------- */

/* The character at p and the place after it; 0 at the end.  Most are Han. */
static gunichar
take(const char *p, const char *end, const char **after)
{
    if (p >= end) {
        *after = p;
        return 0;
    }
    const unsigned char *const byte = (const unsigned char *)p;
    if (byte[0] < 0x80) {
        *after = p + 1;
        return byte[0];
    }
    if ((byte[0] & 0xF0) == 0xE0) {
        *after = p + 3;
        return (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 |
               (byte[2] & 0x3Fu);
    }
    *after = g_utf8_next_char(p);
    return g_utf8_get_char(p);
}

static gunichar
take_visible(const char *p, const char *end, const char **after)
{
    const gunichar c = take(p, end, after);
    return c == ' ' ? take(*after, end, after) : c;
}

static bool
is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

/* A character that a Latin word or a model name is made of. */
static bool
is_word(gunichar c)
{
    if (c < 0x80)
        return g_ascii_isalnum((char)c);
    return g_unichar_isalnum(c) && !cl_char_is_cjk(c);
}

/* YU 7 for yu7, 17 Pro for 17pro: a letter beside a digit. */
static bool
may_part(gunichar a, gunichar b)
{
    return is_word(a) && is_word(b) && is_digit(a) != is_digit(b);
}

/* ---- Keys -------------------------------------------------------------- */

static uint64_t
hash_step(uint64_t hash, gunichar c)
{
    return (hash ^ c) * UINT64_C(0x100000001B3);
}

#define HASH_START UINT64_C(0xCBF29CE484222325)

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

/* Two filters that never say no where a term begins: they are small, and
   answer nearly all places of a text before a table is asked. */
static unsigned
bit_of_first(gunichar c)
{
    return c % FIRST_BITS;
}

static unsigned
bit_of_begin(gunichar a, gunichar b)
{
    return (a * 0x9E3779B1u ^ b * 0x85EBCA6Bu) >> 14;
}
G_STATIC_ASSERT(BEGIN_BITS == 1 << (32 - 14));

/* ---- Adding ------------------------------------------------------------ */

ClTerms *
cl_terms_new(void)
{
    ClTerms *terms = g_new0(ClTerms, 1);
    terms->list = g_array_new(FALSE, FALSE, sizeof(Term));
    terms->uses = g_array_new(FALSE, FALSE, sizeof(ClTermUse));
    terms->first = g_malloc0(FIRST_BITS / 8);
    terms->begin = g_malloc0(BEGIN_BITS / 8);
    terms->anchors = cl_regexes_new();
    terms->others = cl_regexes_new();
    cl_table_init(&terms->lengths);
    cl_table_init(&terms->heads);
    cl_table_init(&terms->triggers);
    terms->chained = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    terms->always = g_array_new(FALSE, FALSE, sizeof(bool));
    return terms;
}

void
cl_terms_free(ClTerms *terms)
{
    if (!terms)
        return;
    g_array_unref(terms->list);
    g_free(terms->pairs);
    g_array_unref(terms->uses);
    g_free(terms->first);
    g_free(terms->begin);
    cl_regexes_free(terms->anchors);
    cl_regexes_free(terms->others);
    cl_sieve_free(terms->sieve);
    cl_table_clear(&terms->lengths);
    cl_table_clear(&terms->heads);
    cl_table_clear(&terms->triggers);
    g_array_unref(terms->chained);
    g_array_unref(terms->always);
    g_free(terms);
}

static void
index_literal(ClTerms *terms, Term *term, uint32_t id)
{
    const char *p = term->text;
    const char *const end = p + strlen(p);
    const gunichar a = take_visible(p, end, &p);
    const gunichar b = take_visible(p, end, &p);
    unsigned length = 0;
    uint64_t hash = HASH_START;
    p = term->text;
    for (gunichar c; length < KEY_LENGTH && (c = take_visible(p, end, &p));
         length++)
        hash = hash_step(hash, c);
    cl_bit_set(terms->first, bit_of_first(a));
    cl_bit_set(terms->begin, bit_of_begin(a, b));
    *cl_table_put(&terms->lengths, pair_key(a, b)) |= UINT64_C(1) << length;
    uint64_t *head = cl_table_put(&terms->heads, hash_key(hash, length));
    term->next = (uint32_t)*head;
    *head = id + 1;
}

static uint32_t
place(ClTerms *terms, ClTermText *word)
{
    if (word->term)
        return word->term - 1;
    const uint32_t id = terms->list->len;
    Term term = {.text = word->text, .regex = word->regex};
    if (!word->regex)
        index_literal(terms, &term, id);
    g_array_append_val(terms->list, term);
    word->term = id + 1;
    return id;
}

/* Doubled where it is full: pairs come by the hundred thousand. */
static Pair *
add_pair(ClTerms *terms)
{
    if (terms->pair_count == terms->pair_room) {
        terms->pair_room = MAX(2 * terms->pair_room, LEAST_PAIRS);
        terms->pairs = g_renew(Pair, terms->pairs, terms->pair_room);
    }
    return &terms->pairs[terms->pair_count++];
}

uint32_t
cl_terms_add(ClTerms *terms, ClTermText *word, ClTermUse use)
{
    const Pair pair = {place(terms, word), use};
    *add_pair(terms) = pair;
    Term *term = &g_array_index(terms->list, Term, pair.term);
    term->use_count++;
    term->roles |= 1u << use.role;
    return pair.term;
}

static void
add_regex(ClTerms *terms, uint32_t id)
{
    enum { ANCHORS = 1 << CL_ROLE_SUBJECT | 1 << CL_ROLE_MEASURE };
    const Term *term = &g_array_index(terms->list, Term, id);
    if (term->regex)
        cl_regexes_add(term->roles & ANCHORS ? terms->anchors : terms->others,
                       term->text, id);
}

/* What an expression needs is looked for with the literals.  In Latin it may
   stand inside a word, where none of them begins. */
static bool
is_trigger(const char *needed)
{
    return needed && cl_char_is_cjk(g_utf8_get_char(needed)) &&
           g_utf8_strlen(needed, -1) > 1;
}

static void
index_trigger(ClTerms *terms, uint32_t index)
{
    const char *p = cl_regexes_needed(terms->anchors, index);
    uint32_t next = 0;
    const bool always = !is_trigger(p);
    if (!always) {
        const char *const end = p + strlen(p);
        const gunichar a = take(p, end, &p), b = take(p, end, &p);
        uint64_t *first = cl_table_put(&terms->triggers, pair_key(a, b));
        next = (uint32_t)*first;
        *first = index + 1;
        cl_bit_set(terms->first, bit_of_first(a));
        cl_bit_set(terms->begin, bit_of_begin(a, b));
    }
    g_array_append_val(terms->chained, next);
    g_array_append_val(terms->always, always);
}

static void
sift_regex(ClTerms *terms, uint32_t index)
{
    const uint32_t term = cl_regexes_term(terms->anchors, index);
    g_autoptr(GPtrArray) words =
        cl_needed_words(cl_regexes_source(terms->anchors, index));
    for (guint i = 0; words && i < words->len; i++) {
        const char *word = words->pdata[i];
        cl_sieve_add(terms->sieve, word, *word != ' ', term);
    }
    if (!words)
        cl_sieve_add(terms->sieve, NULL, true, term);
}

/* What find_candidates asks for is looked for before a text is folded. */
void
cl_terms_make_sieve(ClTerms *terms)
{
    enum {
        ASKED = 1 << CL_ROLE_SUBJECT | 1 << CL_ROLE_SHORT |
                1 << CL_ROLE_FAMILY | 1 << CL_ROLE_MEASURE |
                1 << CL_ROLE_STAND_IN
    };
    if (terms->sieve)
        return;
    terms->sieve = cl_sieve_new();
    for (uint32_t i = 0; i < terms->list->len; i++) {
        const Term *term = &g_array_index(terms->list, Term, i);
        if (term->roles & ASKED && !term->regex)
            cl_sieve_add(terms->sieve, term->text, false, i);
    }
    for (uint32_t i = 0; i < cl_regexes_count(terms->anchors); i++)
        sift_regex(terms, i);
    cl_sieve_finish(terms->sieve);
}

/* A counting sort keeps uses in the order they were added in. */
void
cl_terms_finish(ClTerms *terms)
{
    for (uint32_t i = 0; i < terms->list->len; i++)
        add_regex(terms, i);
    for (uint32_t i = 0; i < cl_regexes_count(terms->anchors); i++)
        index_trigger(terms, i);
    uint32_t start = 0;
    for (size_t i = 0; i < terms->list->len; i++) {
        Term *term = &g_array_index(terms->list, Term, i);
        term->first_use = start;
        start += term->use_count;
        term->use_count = 0;
    }
    g_array_set_size(terms->uses, start);
    for (size_t i = 0; i < terms->pair_count; i++) {
        const Pair *pair = &terms->pairs[i];
        Term *term = &g_array_index(terms->list, Term, pair->term);
        const uint32_t at = term->first_use + term->use_count++;
        g_array_index(terms->uses, ClTermUse, at) = pair->use;
    }
    g_clear_pointer(&terms->pairs, g_free);
}

/* ---- Matching ---------------------------------------------------------- */

/* A text being walked. */
typedef struct {
    const char *start, *end;
    bool *due; /* for each of the anchors: what it needs is there */
} Text;

/* Where a term that begins at p ends in the text; NULL if it is not there. */
static const char *
compare(const char *term, const char *p, const char *end)
{
    const char *const term_end = term + strlen(term);
    gunichar before = 0;
    while (term < term_end) {
        const gunichar wanted = take(term, term_end, &term);
        const char *after = NULL;
        gunichar c = take(p, end, &after);
        if (wanted == ' ') {
            p = c == ' ' ? after : p;
            before = 0;
            continue;
        }
        if (c == ' ' && may_part(before, wanted))
            c = take(after, end, &after);
        if (c != wanted)
            return NULL;
        before = c;
        p = after;
    }
    return p;
}

static bool
word_follows(const char *p, const char *end)
{
    const char *after = NULL;
    return is_word(take(p, end, &after));
}

/* AMD46.6亿美元, OPPO16.7%, Ioniq 5 N7分54秒: the digits are no part of the name
   before them, for what follows makes a figure of them. */
static bool
figure_follows(const char *p, const char *end)
{
    static const char *const units[] = {"万", "亿", "兆", "毫安", "公里", "分"};
    const char *at = p;
    bool decimal = false;
    while (at < end && (is_digit((gunichar)*at) || *at == '.' || *at == ','))
        decimal |= *at++ == '.';
    if (decimal && at < end && *at == '%')
        return true;
    for (size_t i = 0; at > p && i < G_N_ELEMENTS(units); i++) {
        const size_t length = strlen(units[i]);
        if ((size_t)(end - at) >= length && memcmp(at, units[i], length) == 0)
            /* 7分54秒 is a time, 7分 a score */
            return strcmp(units[i], "分") != 0 ||
                   is_digit((gunichar)at[length]);
    }
    return false;
}

/* The end with a plural s or es; NULL in the middle of a longer word. */
static const char *
end_word(const char *start, const char *p, const char *end)
{
    const gunichar last = g_utf8_get_char(g_utf8_find_prev_char(start, p));
    if (!is_word(last) || !word_follows(p, end))
        return p;
    if (is_digit(last))
        return NULL;
    if (figure_follows(p, end))
        return p;
    for (size_t plural = 1; plural <= 2; plural++) {
        const char *s = plural == 1 ? "s" : "es";
        if ((size_t)(end - p) >= plural && strncmp(p, s, plural) == 0 &&
            !word_follows(p + plural, end))
            return p + plural;
    }
    return NULL;
}

static void
try_terms(const ClTerms *terms,
          uint64_t key,
          const Text *text,
          const char *at,
          GArray *out)
{
    uint64_t next = cl_table_get(&terms->heads, key);
    while (next) {
        const uint32_t id = (uint32_t)next - 1;
        const Term *term = &g_array_index(terms->list, Term, id);
        const char *end = compare(term->text, at, text->end);
        end = end ? end_word(at, end, text->end) : NULL;
        if (end) {
            const ClHit hit = {
                {(size_t)(at - text->start), (size_t)(end - text->start)}, id};
            g_array_append_val(out, hit);
        }
        next = term->next;
    }
}

static void
pull_triggers(const ClTerms *terms,
              const Text *text,
              uint64_t pair,
              const char *at)
{
    uint64_t next = cl_table_get(&terms->triggers, pair);
    while (next) {
        const uint32_t index = (uint32_t)next - 1;
        const char *needed = cl_regexes_needed(terms->anchors, index);
        const size_t length = strlen(needed);
        if ((size_t)(text->end - at) >= length &&
            memcmp(at, needed, length) == 0)
            text->due[index] = true;
        next = g_array_index(terms->chained, uint32_t, index);
    }
}

/* Every length a term beginning here may have; spaces do not count. */
static void
match_at(const ClTerms *terms, const Text *text, const char *at, GArray *out)
{
    const char *p = at;
    const gunichar a = take(p, text->end, &p);
    uint64_t hash = hash_step(HASH_START, a);
    const char *after = NULL;
    const gunichar b = take_visible(p, text->end, &after);
    uint64_t lengths = cl_table_get(&terms->lengths, pair_key(a, 0));
    if (b) {
        lengths |= cl_table_get(&terms->lengths, pair_key(a, b));
        pull_triggers(terms, text, pair_key(a, b), at);
    }
    for (unsigned length = 1; lengths >> length; length++) {
        if (lengths >> length & 1)
            try_terms(terms, hash_key(hash, length), text, at, out);
        const gunichar c = take_visible(p, text->end, &p);
        if (!c || length == KEY_LENGTH)
            break;
        hash = hash_step(hash, c);
    }
}

/* False where none begins: at p stands c, behind it `after`. */
static bool
may_begin(const ClTerms *terms, gunichar c, const char *after, const char *end)
{
    const char *p = NULL;
    return cl_bit_is_set(terms->begin,
                         bit_of_begin(c, take_visible(after, end, &p))) ||
           cl_bit_is_set(terms->begin, bit_of_begin(c, 0));
}

static int
compare_hits(const void *left, const void *right)
{
    const ClHit *a = left, *b = right;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return (a->term > b->term) - (a->term < b->term);
}

void
cl_terms_match_anchors(const ClTerms *terms,
                       const char *text,
                       size_t length,
                       GArray *out,
                       GArray *gave_up)
{
    const uint32_t regexes = cl_regexes_count(terms->anchors);
    g_autofree bool *due = regexes ? g_new(bool, regexes) : NULL;
    const Text whole = {text, text + length, due};
    gunichar before = 0;
    if (regexes)
        memcpy(due, terms->always->data, regexes * sizeof *due);
    g_array_set_size(out, 0);
    for (const char *p = text; p < whole.end;) {
        const char *after = NULL;
        const gunichar c = take(p, whole.end, &after);
        if (cl_bit_is_set(terms->first, bit_of_first(c)) &&
            may_begin(terms, c, after, whole.end) &&
            !(is_word(c) && is_word(before)))
            match_at(terms, &whole, p, out);
        before = c;
        p = after;
    }
    cl_regexes_match(terms->anchors, due, text, length, out, gave_up);
    if (out->len > 1)
        g_array_sort(out, compare_hits);
}

void
cl_terms_match_rest(const ClTerms *terms,
                    const char *text,
                    size_t length,
                    GArray *out,
                    GArray *gave_up)
{
    const unsigned before = out->len;
    cl_regexes_match(terms->others, NULL, text, length, out, gave_up);
    if (out->len > before)
        g_array_sort(out, compare_hits);
}

const ClSieve *
cl_terms_sieve(const ClTerms *terms)
{
    return terms->sieve;
}

/* Of a model that no list has the term of one like it. */
static uint32_t
listed(uint32_t term)
{
    return term & ((UINT32_C(1) << CL_TERM_BITS) - 1);
}

unsigned
cl_terms_roles(const ClTerms *terms, uint32_t term)
{
    return g_array_index(terms->list, Term, listed(term)).roles;
}

/* Uses for all rules come last, and speak of none. */
static bool
is_before(const ClTermUse *use, uint32_t rule)
{
    return use->rule < rule && !cl_role_is_shared(use->role);
}

const ClTermUse *
cl_terms_uses_of(const ClTerms *terms,
                 uint32_t term,
                 uint32_t rule,
                 size_t *count)
{
    size_t all;
    const ClTermUse *uses = cl_terms_uses(terms, term, &all);
    size_t lo = 0, hi = all;
    while (lo < hi) {
        const size_t middle = lo + (hi - lo) / 2;
        if (is_before(&uses[middle], rule))
            lo = middle + 1;
        else
            hi = middle;
    }
    for (hi = lo; hi < all && uses[hi].rule == rule &&
                  !cl_role_is_shared(uses[hi].role);)
        hi++;
    *count = hi - lo;
    return uses + lo;
}

const char *
cl_terms_text(const ClTerms *terms, uint32_t term)
{
    return g_array_index(terms->list, Term, listed(term)).text;
}

const ClTermUse *
cl_terms_uses(const ClTerms *terms, uint32_t term, size_t *count)
{
    const Term *found = &g_array_index(terms->list, Term, listed(term));
    *count = found->use_count;
    return &g_array_index(terms->uses, ClTermUse, found->first_use);
}
