/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 直销渠道实现收入5亿元, iPhone revenue: a measure that a part's name stands
 * right before is only that part's, and so are the figures behind 分产品看, up
 * to the end of the paragraph or to where the whole is spoken of.
 */
#include "extract/search.h"

#include <string.h>

/* ---- Words of a list -------------------------------------------------------- */

/* Where a word of a list that ends at a byte begins, or that byte. */
static size_t
word_before(const Search *search, size_t from, size_t end, ClNameWords kind)
{
    enum { LONGEST = 18 }; /* bytes */
    size_t found = end;
    for (size_t at = end; at > from && end - at < LONGEST;) {
        at = (size_t)(g_utf8_prev_char(search->text + at) - search->text);
        if (search_word_at(search, at, kind) == end)
            found = at;
    }
    return found;
}

/* The last word of a list within a span: its end, 0 for none. */
static size_t
last_word(const Search *search, ClSpan span, ClNameWords kind)
{
    size_t last = 0;
    for (size_t at = span.start; at < span.end;
         at = (size_t)(g_utf8_next_char(search->text + at) - search->text)) {
        const size_t end = search_word_at(search, at, kind);
        if (end && end <= span.end)
            last = end;
    }
    return last;
}

/* ---- What stands right before ------------------------------------------------ */

/* A word that gives a facet, as adjusted and 海外 do. */
static bool
is_shared(const Search *search, ClSpan word)
{
    for (unsigned i = search_from(search->hits, word.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= word.end)
            break;
        if (cl_span_contains(hit->span, word) &&
            hit_has_role(search->run->rules, hit, 0, CL_ROLE_SHARED))
            return true;
    }
    return false;
}

static bool
is_said_otherwise(const Search *search, ClSpan word)
{
    return search_is_own(search, word) || search_is_time(search, word) ||
           search_is_read(search, word) || is_shared(search, word);
}

static bool
ends_with(const char *text, ClSpan word, const char *end)
{
    const size_t length = strlen(end);
    return word.end - word.start > length &&
           memcmp(text + word.end - length, end, length) == 0;
}

/* brought in: a measure that is a verb has a subject and no modifier. */
static bool
is_noun(const Search *search, ClSpan measure)
{
    static const char *const nouns[] = {"revenue",  "revenues", "sales",
                                        "turnover", "income",   "receipts",
                                        "takings"};
    for (size_t i = 0; i < G_N_ELEMENTS(nouns); i++) {
        const size_t length = strlen(nouns[i]);
        if (measure.end - measure.start >= length &&
            memcmp(search->text + measure.end - length, nouns[i], length) == 0)
            return true;
    }
    return false;
}

/* games in games revenue, and no verb, article or adjective. */
static bool
is_part_in_english(const Search *search, size_t measure)
{
    const char *text = search->text;
    ClSpan word = {measure, measure};
    while (word.end > 0 && text[word.end - 1] == ' ')
        word.end--;
    word.start = word.end;
    while (word.start > 0 && (g_ascii_isalpha(text[word.start - 1]) ||
                              text[word.start - 1] == '-'))
        word.start--;
    if (word.end - word.start < 2 ||
        (word.start > 0 && (g_ascii_isdigit(text[word.start - 1]) ||
                            (text[word.start - 1] & 0x80))))
        return false;
    if (word_before(search, word.start, word.end, CL_NAMES_BRANCHES) ==
        word.start)
        return true;
    return !ends_with(text, word, "ed") && !ends_with(text, word, "ing") &&
           !ends_with(text, word, "ly") &&
           word_before(search, word.start, word.end, CL_NAMES_PLAIN) !=
               word.start &&
           !is_said_otherwise(search, word);
}

/* Where the words right before a byte begin that no other list explains. */
static size_t
run_begins(const Search *search, size_t at)
{
    const size_t clause = search_clause(search, at).start;
    while (at > clause) {
        const size_t before =
            (size_t)(g_utf8_prev_char(search->text + at) - search->text);
        const gunichar c = g_utf8_get_char(search->text + before);
        const ClSpan own = {before, at};
        if (!cl_char_is_han(c) || search_is_own(search, own) ||
            search_is_time(search, own))
            break;
        at = before;
    }
    return at;
}

/* 系列酒 in 系列酒实现收入. */
static bool
is_part_in_han(const Search *search, size_t measure)
{
    const size_t start = run_begins(search, measure);
    size_t end = measure;
    for (size_t at = 0; at != end;) {
        at = end;
        end = word_before(search, start, at, CL_NAMES_PLAIN);
    }
    return word_before(search, start, end, CL_NAMES_BRANCHES) < end;
}

/* ---- 分产品看 ------------------------------------------------------------------ */

/* Whether the whole is spoken of in the clause of a measure: 公司总收入. */
static bool
speaks_of_whole(const Search *search, size_t measure)
{
    const ClSpan clause = search_clause(search, measure);
    const ClSpan before = {clause.start, measure};
    return last_word(search, before, CL_NAMES_HOUSES) ||
           search_any_over(search->subjects, before) ||
           g_strstr_len(search->text + clause.start,
                        (gssize)(measure - clause.start), "总") ||
           g_str_has_prefix(search->text + measure, "总");
}

/* Its sentence, or one before it in the paragraph. */
static bool
is_broken_down(const Search *search, size_t measure)
{
    enum { FARTHEST = 3 };
    Extraction *run = search->run;
    if (last_word(search, (ClSpan){0, measure}, CL_NAMES_BREAKDOWNS))
        return !speaks_of_whole(search, measure);
    for (int back = 1; back <= FARTHEST; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (!near ||
            near->sentence.paragraph != search->passage->sentence.paragraph)
            return false;
        Search other = *search;
        const ClFolded *text = passage_text(run, near);
        other.text = text->text->str;
        other.length = text->text->len;
        if (last_word(&other, (ClSpan){0, other.length}, CL_NAMES_BREAKDOWNS))
            return !speaks_of_whole(search, measure);
    }
    return false;
}

bool
search_is_of_part(const Search *search, ClSpan measure)
{
    if (!search->rule->whole || search->passage->composed)
        return false;
    return (g_ascii_isalpha(search->text[measure.start])
                ? is_noun(search, measure) &&
                      is_part_in_english(search, measure.start)
                : is_part_in_han(search, measure.start)) ||
           is_broken_down(search, measure.start);
}
