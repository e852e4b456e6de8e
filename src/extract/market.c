/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Global smartphone shipments, 行业出货量, 全国乘用车销量: what names a whole market
 * is no figure of the company that was named before.  A market is told by a word
 * for one (智能手机市场, vendors) or by what is sold and where, as long as nothing
 * there says whose it is.  One led by 在 or "in the" is only where somebody sold.
 */
#include "extract/name_words.h"

#include <string.h>

/* Where the last subject before a byte ends. */
static size_t
subjects_end(const Search *search, size_t before)
{
    size_t end = 0;
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClSpan subject = g_array_index(search->subjects, ClHit, i).span;
        if (subject.end <= before)
            end = MAX(end, subject.end);
    }
    return end;
}

/* The words that tell whose a figure is, and of what: of its clause, behind the
   last subject there and up to the figure; or to the measure behind it. */
static ClSpan
find_phrase(const Search *search, const Binding *binding)
{
    const ClSpan own =
        g_array_index(search->quantities, ClQuantity, binding->quantity).span;
    ClSpan phrase = {search_clause(search, own.start).start, own.start};
    if (binding->measure.start > own.start)
        phrase.end = binding->measure.end;
    else if (binding->measure.end > binding->measure.start)
        phrase.start = MIN(phrase.start,
                           search_clause(search, binding->measure.start).start);
    phrase.start = MAX(phrase.start, subjects_end(search, own.start));
    phrase.start = MIN(phrase.start, phrase.end);
    return phrase;
}

static size_t
next_at(const Search *search, size_t at)
{
    return (size_t)(g_utf8_next_char(search->text + at) - search->text);
}

/* In the phone market, 在手机市场: where, and not who. */
static bool
is_led(const Search *search, size_t start, size_t at)
{
    static const char *const words[] = {"在", " in ", " on "};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(search->text + start, (gssize)(at - start), words[i]))
            return true;
    return g_str_has_prefix(search->text + start, "in ");
}

/* 智能手机市场共出货, vendors shipped: right before the measure, or at the head of
   an English clause. */
static bool
names_market(const Search *search, ClSpan phrase, ClSpan measure)
{
    enum { LONGEST_ADVERB = 12, LONGEST_VERB = 40, ARTICLE = 4 };
    const size_t to = measure.end > measure.start
                          ? MIN(measure.start, phrase.end)
                          : phrase.end;
    for (size_t at = phrase.start; at < to; at = next_at(search, at)) {
        const size_t end = search_word_at(search, at, CL_NAMES_MARKETS);
        const bool heads =
            g_ascii_isalpha(search->text[at]) && at <= phrase.start + ARTICLE;
        if (end && end <= to &&
            to - end <= (heads ? LONGEST_VERB : LONGEST_ADVERB))
            return !is_led(search, phrase.start, at);
    }
    return false;
}

bool
search_is_place(const Search *search, const ClHit *hit)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(search->run->rules, hit->term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_SHARED && uses[i].facet == CL_FACET_REGION)
            return true;
    return false;
}

static bool
has_place(const Search *search, ClSpan phrase)
{
    return search_has_within(search, search->hits, phrase, search_is_place) ||
           name_find_word(search, phrase, CL_NAMES_WIDES);
}

/* Global smartphone shipments, 在台湾，手机销量: what is sold, and where; from
   there on. */
static bool
names_goods(const Search *search, ClSpan phrase, size_t from)
{
    return name_find_word(search, phrase, CL_NAMES_GOODS) &&
           has_place(search, (ClSpan){from, phrase.end});
}

/* Samsung and Apple …. Total shipments …: the sum of those named before. */
static bool
adds_up_those_before(const Search *search,
                     ClSpan phrase,
                     const Binding *binding)
{
    return name_find_word(search, phrase, CL_NAMES_TOTALS) &&
           search_is_of_several(search, binding);
}

/* 全球智能手机市场份额13.6% is somebody's: a market has no share of itself. */
static bool
is_share(const Search *search)
{
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    return search->rule->wording == CL_WORDING_LEVEL &&
           strcmp(cl_unit_dimension(search->run->vocabulary, unit), "ratio") ==
               0;
}

bool
search_is_of_market(const Search *search, const Binding *binding)
{
    const ClSpan phrase = find_phrase(search, binding);
    if (name_find_word(search, phrase, CL_NAMES_HOLDERS))
        return false;
    if (names_market(search, phrase, binding->measure))
        return true;
    return !is_share(search) &&
           (names_goods(search, phrase, subjects_end(search, phrase.start)) ||
            adds_up_those_before(search, phrase, binding));
}

/* Where a clause within a clause begins: Hemu leads as shipments rose; or one set
   against it: 全球销量则达. */
static size_t
turn_before(const Search *search, ClSpan phrase)
{
    static const char against[] = "则";
    static const char *const turns[] = {" as ",      " while ", " when ",
                                        " though ",  " after ", " even as ",
                                        " because ", " but "};
    size_t from = 0;
    if (g_strstr_len(search->text + phrase.start,
                     (gssize)(phrase.end - phrase.start), against))
        from = phrase.start;
    for (size_t i = 0; i < G_N_ELEMENTS(turns); i++) {
        const char *at =
            g_strrstr_len(search->text + phrase.start,
                          (gssize)(phrase.end - phrase.start), turns[i]);
        if (at)
            from = MAX(from, (size_t)(at - search->text) + strlen(turns[i]));
    }
    return from;
}

bool
search_is_of_market_beside(const Search *search, const Binding *binding)
{
    const ClSpan measure = binding->measure;
    const ClSpan own =
        g_array_index(search->quantities, ClQuantity, binding->quantity).span;
    ClSpan phrase = find_phrase(search, binding);
    if (is_share(search) || measure.end == measure.start ||
        measure.start >= own.start)
        return false;
    const size_t turn = turn_before(search, phrase);
    const size_t clause = search_clause(search, measure.start).start;
    if (!turn && clause <= phrase.start)
        return false;
    phrase.start = MAX(MAX(turn, clause), phrase.start);
    return !name_find_word(search, phrase, CL_NAMES_HOLDERS) &&
           (names_market(search, phrase, measure) ||
            (turn && (names_goods(search, phrase, phrase.start) ||
                      (name_find_word(search, phrase, CL_NAMES_TOTALS) &&
                       has_place(search, phrase)))));
}
