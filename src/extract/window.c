/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sentences become one text in which every figure is a single control
 * character, so that a form sees words and the order of figures and nothing
 * else.  Folded text holds no control characters of its own.
 */
#include "extract/statement.h"

#include <string.h>

void
window_date(Extraction *run, Window *window)
{
    if (window->dated)
        return;
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    window->dated = true;
    window->from = window->to = run->day;
    if (!run->day &&
        !find_writing_year(text, length, &window->from, &window->to))
        window->from = window->to = 0;
}

/* "from 100 to 120 stores" is read as one range, and says two figures. */
static const char *const froms[] = {"从", "由", "自", "from "};

size_t
from_word_at(const char *text, size_t at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(froms); i++)
        if (g_str_has_prefix(text + at, froms[i]))
            return strlen(froms[i]);
    return 0;
}

static bool
is_pair(const ClQuantity *quantity, const char *text)
{
    const size_t start = quantity->span.start;
    if (quantity->shape != CL_SHAPE_RANGE)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(froms); i++) {
        const size_t length = strlen(froms[i]);
        if (start >= length && from_word_at(text, start - length) == length)
            return true;
    }
    return from_word_at(text, start) > 0;
}

static char
token_of(const ClQuantity *quantity, const char *text)
{
    const bool moves = quantity->form != CL_FORM_LEVEL;
    if (is_pair(quantity, text))
        return CL_TOKEN_PAIR;
    switch (quantity->kind) {
    case CL_KIND_PERCENT:
        return moves ? CL_TOKEN_RISE : CL_TOKEN_PERCENT;
    case CL_KIND_PERCENTAGE_POINT:
        return moves ? CL_TOKEN_RISE_POINT : CL_TOKEN_POINT;
    case CL_KIND_MULTIPLE:
        return CL_TOKEN_TIMES;
    case CL_KIND_DURATION:
        return CL_TOKEN_SPAN;
    case CL_KIND_NUMBER:
    case CL_KIND_CURRENCY:
    case CL_KIND_DIMENSION:
    case CL_KIND_COUNT:
        return CL_TOKEN_AMOUNT;
    default:
        return CL_TOKEN_OTHER;
    }
}

/* 2017年 is a year where years are added up, and words everywhere else. */
static bool
is_period(const ClTime *time, const GArray *quantities)
{
    if (time->kind != CL_TIME_PERIOD || !time->from || !time->to)
        return false;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *quantity = &g_array_index(quantities, ClQuantity, i);
        if (quantity->unit && cl_span_overlaps(quantity->span, time->span))
            return false;
    }
    return true;
}

/* A bare number that may be a year: in 2017. */
static bool
may_be_year(const ClQuantity *quantity)
{
    enum { FIRST = 1900, LAST = 2100 };
    return !quantity->unit && quantity->kind != CL_KIND_ORDINAL &&
           cl_number_compare(quantity->value, cl_number_make(FIRST, 0)) >= 0 &&
           cl_number_compare(quantity->value, cl_number_make(LAST, 0)) <= 0;
}

static bool
any_may_be_year(const GArray *quantities)
{
    for (unsigned i = 0; i < quantities->len; i++)
        if (may_be_year(&g_array_index(quantities, ClQuantity, i)))
            return true;
    return false;
}

static bool
is_in_period(const ClQuantity *quantity,
             const GArray *times,
             const GArray *quantities)
{
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (cl_span_overlaps(time->span, quantity->span) &&
            is_period(time, quantities))
            return true;
    }
    return false;
}

static ClQuantity
year_of(const ClTime *time)
{
    const ClNumber year = cl_number_make(time->from / 10000, 0);
    return (ClQuantity){.kind = CL_KIND_DATE,
                        .hard = cl_interval_point(year),
                        .usual = cl_interval_point(year),
                        .value = year,
                        .upper = year,
                        .hedge = "exact"};
}

static int
compare_tokens(const void *left, const void *right)
{
    const Token *a = left, *b = right;
    return (a->source.start > b->source.start) -
           (a->source.start < b->source.start);
}

/* 今年5月 in an article without a date is May of the year it was written in,
   or of the one after where that is open. */
static void
settle_relative(const Window *written, const GArray *without, ClTime *time)
{
    for (unsigned i = 0; i < without->len; i++) {
        const ClTime *plain = &g_array_index(without, ClTime, i);
        if (plain->span.start == time->span.start && !plain->from)
            time->to +=
                written->to / 10000 * 10000 - written->from / 10000 * 10000;
    }
}

/* The sentence's times, those relative to its writing included.  Owned. */
static GArray *
read_times(Extraction *run, Passage *passage, Window *written)
{
    const GArray *times = passage_times(run, passage);
    const GString *text = passage->text.cased;
    GArray *settled = g_array_new(FALSE, FALSE, sizeof(ClTime));
    window_date(run, written);
    if (run->day || !written->from) {
        g_array_append_vals(settled, times->data, times->len);
        return settled;
    }
    cl_times_read(run->vocabulary, text->str, text->len, written->from,
                  settled);
    for (unsigned i = 0; i < settled->len; i++)
        settle_relative(written, times, &g_array_index(settled, ClTime, i));
    return settled;
}

static bool
ends_with_word(const char *text, size_t end, const char *word)
{
    const size_t length = strlen(word);
    return end >= length && memcmp(text + end - length, word, length) == 0;
}

/* 头一次单季跨过十万: a mark that was passed is no part of a sum. */
static bool
is_milestone(const ClQuantity *value, const char *text)
{
    enum { REACH = 36 };
    static const char *const firsts[] = {"首次", "头一次",     "第一次",
                                         "首度", "历史上第一", "首破"};
    const size_t end = value->span.start;
    const size_t from = end > REACH ? end - REACH : 0;
    for (size_t i = 0; i < G_N_ELEMENTS(firsts); i++) {
        const char *at =
            g_strrstr_len(text + from, (gssize)(end - from), firsts[i]);
        if (at && !memchr(at, ',', (size_t)(text + end - at)))
            return true;
    }
    return false;
}

/* 加起来 in 三家车企加起来: a noun of what is counted may stand before it. */
static bool
follows_noun(const char *after, const char *word)
{
    enum { LONGEST = 12 };
    const char *at = g_strstr_len(
        after, (gssize)(MIN(strlen(after), LONGEST + strlen(word))), word);
    for (const char *c = after; at && c < at; c = g_utf8_next_char(c))
        if (!cl_char_is_han(g_utf8_get_char(c)))
            return false;
    return at != NULL;
}

/* 两家加起来, 由三块组成, 分成两块: how many are added up, and none of them. */
static bool
counts_terms(Extraction *run, const ClQuantity *value, const char *text)
{
    static const char *const made[] = {"组成", "构成"};
    static const char *const splits[] = {"分成", "分为", "拆成", "拆分成"};
    const char *const *words = cl_rule_set_sums(run->rules);
    const char *after = text + value->span.end;
    if (!(text[value->span.start] & 0x80) ||
        cl_number_compare(value->value, cl_number_make(2, 0)) < 0 ||
        cl_number_compare(value->value, cl_number_make(9, 0)) > 0)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(splits); i++)
        if (ends_with_word(text, value->span.start, splits[i]))
            return true;
    for (; *words; words++)
        if (follows_noun(after, *words))
            return true;
    return g_str_has_prefix(after, made[0]) || g_str_has_prefix(after, made[1]);
}

/* Whether the word before a byte is one of a list; blanks stand between. */
static bool
follows_any(const char *text, size_t at, const char *const *words)
{
    while (at > 0 && text[at - 1] == ' ')
        at--;
    for (; *words; words++) {
        const size_t length = strlen(*words);
        if (at >= length && memcmp(text + at - length, *words, length) == 0 &&
            (at == length || !g_ascii_isalpha(text[at - length - 1])))
            return true;
    }
    return false;
}

/* The same quarter, the half: a stretch of the year, and no part of a sum. */
static bool
is_stretch(const ClQuantity *value, const char *text)
{
    static const char *const befores[] = {
        "the",    "same",   "last",      "this",     "that",   "previous",
        "prior",  "first",  "second",    "third",    "fourth", "final",
        "march",  "june",   "september", "december", "each",   "one",
        "winter", "spring", "summer",    "autumn",   NULL};
    const char *words = text + value->span.start;
    return value->kind == CL_KIND_FRACTION && !value->unit &&
           (g_str_has_prefix(words, "half") ||
            g_str_has_prefix(words, "quarter")) &&
           follows_any(text, value->span.start, befores);
}

/* The two hold 37 percent: those who were named, and no amount. */
static bool
is_group(const ClQuantity *value, const char *text)
{
    static const char *const befores[] = {"the", "these", "those", "all", NULL};
    return value->kind == CL_KIND_NUMBER && !value->unit &&
           g_ascii_isalpha(text[value->span.start]) &&
           cl_number_compare(value->value, cl_number_make(9, 0)) <= 0 &&
           follows_any(text, value->span.start, befores);
}

/* In the first quarter, for the half: an order or a time, and no figure of
   what is reckoned. */
static bool
is_word(const ClQuantity *value, const char *text)
{
    return value->kind == CL_KIND_ORDINAL || is_stretch(value, text) ||
           is_group(value, text) ||
           (value->shape == CL_SHAPE_ONE_SIDED && is_milestone(value, text));
}

/* From 12.6 to 14.9 percent, a gain of 2.3 points: points of percentages. */
static ClQuantity
with_points(Extraction *run, const ClQuantity *value, const GArray *quantities)
{
    ClQuantity point = *value;
    const ClUnitId points = cl_unit_find(run->vocabulary, "percentage points");
    /* 480 basis points are 4.8 of them */
    if (value->kind == CL_KIND_PERCENTAGE_POINT && value->unit != points &&
        cl_quantity_convert(run->vocabulary, value, points, &point))
        return point;
    if (value->kind != CL_KIND_COUNT ||
        value->unit != cl_unit_find(run->vocabulary, "points"))
        return point;
    for (unsigned i = 0; i < quantities->len; i++)
        if (g_array_index(quantities, ClQuantity, i).kind == CL_KIND_PERCENT) {
            point.kind = CL_KIND_PERCENTAGE_POINT;
            point.unit = points;
        }
    return point;
}

/* The tokens of one sentence, in order, not yet placed in a text. */
static GArray *
read_tokens(
    Extraction *run, Passage *passage, size_t index, bool years, Window *window)
{
    GArray *tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    const GArray *quantities = passage_quantities(run, passage);
    g_autoptr(GArray) times = years || any_may_be_year(quantities)
                                  ? read_times(run, passage, window)
                                  : g_array_new(FALSE, FALSE, sizeof(ClTime));
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity read = with_points(
            run, &g_array_index(quantities, ClQuantity, i), quantities);
        const ClQuantity *const value = &read;
        const Token token = {.token = token_of(value, passage->text.text->str),
                             .index = index,
                             .source = value->span,
                             .value = *value};
        if (!is_word(value, passage->text.text->str) &&
            (value->kind == CL_KIND_DURATION ||
             !counts_terms(run, value, passage->text.text->str)) &&
            (!may_be_year(value) || !is_in_period(value, times, quantities)))
            g_array_append_val(tokens, token);
    }
    for (unsigned i = 0; i < times->len && years; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        const Token token = {.token = CL_TOKEN_YEAR,
                             .index = index,
                             .source = time->span,
                             .value = year_of(time),
                             .time = *time};
        if (is_period(time, quantities))
            g_array_append_val(tokens, token);
    }
    g_array_sort(tokens, compare_tokens);
    return tokens;
}

static void
append_sentence(Extraction *run, size_t index, bool years, Window *window)
{
    Passage *passage = passage_near(run, index, 0);
    const char *text = passage_text(run, passage)->text->str;
    g_autoptr(GArray) tokens = read_tokens(run, passage, index, years, window);
    size_t done = 0;
    for (unsigned i = 0; i < tokens->len; i++) {
        Token *token = &g_array_index(tokens, Token, i);
        if (token->source.start < done)
            continue;
        g_string_append_len(window->text, text + done,
                            (gssize)(token->source.start - done));
        token->at = window->text->len;
        g_string_append_c(window->text, token->token);
        done = token->source.end;
        g_array_append_val(window->tokens, *token);
    }
    g_string_append(window->text, text + done);
}

void
window_fill(
    Extraction *run, size_t index, size_t back, bool years, Window *window)
{
    const unsigned paragraph = passage_near(run, index, 0)->sentence.paragraph;
    size_t first = index;
    if (window->filled && window->index == index && window->back == back &&
        window->years == years)
        return;
    while (index - first < back) {
        const Passage *before = first ? passage_near(run, first - 1, 0) : NULL;
        if (!before || before->sentence.cell ||
            before->sentence.paragraph != paragraph)
            break;
        first--;
    }
    g_string_truncate(window->text, 0);
    g_array_set_size(window->tokens, 0);
    window->first = first;
    window->index = index;
    window->back = back;
    window->years = years;
    window->filled = true;
    for (size_t i = first; i <= index; i++) {
        if (i > first)
            g_string_append_c(window->text, '\n');
        window->starts[i - first] = window->last = window->text->len;
        append_sentence(run, i, years, window);
    }
}

unsigned
count_tokens(Extraction *run, Passage *passage, const char *wanted)
{
    const GArray *quantities = passage_quantities(run, passage);
    const char *text = passage->text.text->str;
    unsigned count = 0;
    for (unsigned i = 0; i < quantities->len; i++)
        count +=
            strchr(wanted, token_of(&g_array_index(quantities, ClQuantity, i),
                                    text)) != NULL;
    return count;
}
