/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who else is named in a sentence: a company or product that is no word of
 * the rule, whether a list has it or not.  Letters with digits (SU7) are a
 * name anywhere, others at the head of a clause only (name_head.c).
 */
#include "extract/name_words.h"

#include <string.h>

enum { LONGEST_NAME = 8 };

/* ---- Letters and digits ----------------------------------------------------- */

static bool
is_word_at(const Search *search, size_t at)
{
    return at < search->length && g_ascii_isalnum(search->text[at]);
}

/* The last of a list, in order of place, that starts at or before a byte. */
static const ClTime *
time_at(const GArray *times, size_t at)
{
    unsigned lo = 0, hi = times->len;
    while (lo < hi) {
        const unsigned middle = lo + (hi - lo) / 2;
        if (g_array_index(times, ClTime, middle).span.start <= at)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo ? &g_array_index(times, ClTime, lo - 1) : NULL;
}

static const ClQuantity *
quantity_at(const GArray *quantities, size_t at)
{
    unsigned lo = 0, hi = quantities->len;
    while (lo < hi) {
        const unsigned middle = lo + (hi - lo) / 2;
        if (g_array_index(quantities, ClQuantity, middle).span.start <= at)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo ? &g_array_index(quantities, ClQuantity, lo - 1) : NULL;
}

bool
search_is_read(const Search *search, ClSpan word)
{
    const ClTime *time =
        time_at(passage_times(search->run, search->passage), word.start);
    if (time && cl_span_contains(time->span, word))
        return true;
    const ClQuantity *quantity = quantity_at(search->quantities, word.start);
    return quantity && quantity->unit && word.start < quantity->number.start &&
           word.end <= quantity->span.end;
}

/* SU7, M9: letters and digits in one word that no term of the rule covers. */
static bool
read_coded(const Search *search, size_t at, ClSpan *name)
{
    bool letter = false, digit = false;
    size_t end = at;
    for (; is_word_at(search, end); end++) {
        letter |= g_ascii_isalpha(search->text[end]);
        digit |= g_ascii_isdigit(search->text[end]);
    }
    *name = (ClSpan){at, end};
    return letter && digit && g_ascii_isalpha(search->text[at]) &&
           end - at <= LONGEST_NAME && !search_is_own(search, *name) &&
           !search_is_read(search, *name);
}

static void
add_coded(Search *search)
{
    for (size_t at = 0; at < search->length;) {
        Name name = {{at, at}, NAME_CODED, 0};
        if (!g_ascii_isalnum(search->text[at])) {
            at++;
            continue;
        }
        if (read_coded(search, at, &name.span))
            g_array_append_val(search->names, name);
        at = name.span.end;
    }
}

/* ---- Heads of clauses ------------------------------------------------------- */

static void
add_head(Search *search, ClSpan clause)
{
    Name name;
    if (search_head_name(search, clause, &name))
        g_array_append_val(search->names, name);
}

/* The head of what follows a word inside a clause: …, while Guming runs 9 */
static void
add_turns(Search *search, ClSpan clause)
{
    for (size_t at = clause.start + 1; at < clause.end; at++)
        if (search->text[at - 1] == ' ' &&
            search_word_at(search, at, CL_NAMES_TURNS))
            add_head(search, (ClSpan){at, clause.end});
}

/* 远山的这位老对手: what stands before the word for somebody is whose he is. */
static bool
is_somebodys(const Search *search, size_t start, size_t end)
{
    static const char *const joints[] = {"的", "这位", "这个", "那位"};
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
        if (start >= strlen(joints[i]) &&
            g_str_has_prefix(search->text + start - strlen(joints[i]),
                             joints[i]))
            return !search_any_over(search->subjects, (ClSpan){end, end + 1});
    return false;
}

/* 包括远山在内的其他品牌收入: somebody else right before a measure. */
static void
add_others(Search *search, ClSpan clause)
{
    for (size_t at = clause.start; at < clause.end; at++) {
        const size_t end = search_word_at(search, at, CL_NAMES_OTHERS);
        const Name name = {{at, end}, NAME_STRANGE, 0};
        if (end && (name_hit_at(search, end, CL_ROLE_MEASURE) ||
                    is_somebodys(search, at, end)))
            g_array_append_val(search->names, name);
    }
}

/* 陈屿创办了芯序科技，公司…: who was founded is spoken of next. */
static void
add_founded(Search *search, ClSpan clause)
{
    static const char done[] = "了";
    for (size_t at = clause.start; at < clause.end; at++) {
        size_t end = search_word_at(search, at, CL_NAMES_FOUNDS);
        if (!end)
            continue;
        if (g_str_has_prefix(search->text + end, done))
            end += strlen(done);
        const Name name = {{end, clause.end}, NAME_STRANGE, 0};
        if (end < clause.end && name_is_firm(search, name.span))
            g_array_append_val(search->names, name);
    }
}

/* A label (荣耀Power：8000mAh电池) is the head of a clause too. */
static void
add_heads(Search *search)
{
    for (size_t at = 0; at < search->length;) {
        const ClSpan clause = search_clause(search, at);
        if (clause.start >= at)
            add_head(search, clause);
        add_turns(search, clause);
        add_others(search, clause);
        add_founded(search, clause);
        name_add_inner(search, clause);
        at = MAX(clause.end, at) + 1;
        while (at < search->length && (search->text[at] & 0xC0) == 0x80)
            at++;
    }
}

/* Pro Max: another model than the one named before, and in no list. */
static void
add_variants(Search *search)
{
    for (unsigned i = 0; i < search->variants->len; i++) {
        const ClHit *hit = &g_array_index(search->variants, ClHit, i);
        const Name name = {hit->span, NAME_STRANGE, 0};
        g_array_append_val(search->names, name);
    }
}

/* ---- All names --------------------------------------------------------------- */

static int
compare_names(const void *left, const void *right)
{
    const Name *a = left, *b = right;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

const GArray *
search_names(Search *search)
{
    if (search->named)
        return search->names;
    g_array_set_size(search->names, 0);
    add_coded(search);
    add_heads(search);
    add_variants(search);
    epithet_add_names(search);
    g_array_sort(search->names, compare_names);
    search->named = true;
    return search->names;
}

static bool
is_listed_known(const Search *search, const Name *name, const Known *known)
{
    g_autofree char *words = g_strndup(search->text + name->span.start,
                                       name->span.end - name->span.start);
    return (known->text &&
            g_strstr_len(known->text, (gssize)known->length, words)) ||
           (known->title && strstr(known->title, words)) ||
           cl_rule_set_same_house(search->run->rules, search->rule_index,
                                  known->subject, name->term);
}

/* Of cars and phones a model has figures of its own, and a price and whatever
   else lasts; of what a company's money and people are it has none. */
static bool
tells_of_models(const Search *search)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    ClNumber factor;
    return search->rule->over_time == CL_OVER_TIME_LASTS ||
           (cl_unit_is_count(vocabulary, unit) &&
            cl_unit_convert(vocabulary, cl_unit_find(vocabulary, "台"), unit,
                            &factor));
}

static bool
is_known(const Search *search, const Name *name, const Known *known)
{
    switch (name->kind) {
    case NAME_STRANGE:
        return false;
    case NAME_CODED:
        return known->past && search_is_far_carried(search) &&
               !tells_of_models(search);
    case NAME_FORMER:
        return !known->carried || known->past;
    case NAME_LATTER:
        return known->past || (!known->carried && known->several);
    case NAME_TOGETHER:
        return known->past;
    case NAME_SEATED:
        return known->subject == UINT32_MAX ||
               epithet_fits(search, name, known->subject);
    case NAME_LISTED:
        break;
    }
    return is_listed_known(search, name, known);
}

/* The Korean of the Korean company, where it is a subject. */
static bool
is_epithet(const Search *search, const Name *name)
{
    return name->kind == NAME_STRANGE &&
           search_any_over(search->subjects, name->span);
}

bool
search_other_name(Search *search, ClSpan span, const Known *known, ClSpan *out)
{
    const GArray *names = search_names(search);
    for (unsigned i = 0; i < names->len; i++) {
        const Name *name = &g_array_index(names, Name, i);
        if (name->span.start >= span.end)
            break;
        /* Ioniq 5 N7分54秒: the digit is the figure's */
        if (name->span.start < span.start || name->span.end > span.end ||
            is_known(search, name, known) || is_epithet(search, name))
            continue;
        *out = name->span;
        return true;
    }
    return false;
}
