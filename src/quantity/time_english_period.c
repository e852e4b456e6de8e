/* SPDX-License-Identifier: Apache-2.0 */
/*
 * English phrases become periods: parts with their years (the third quarter
 * of 2025), edges (the end of 2024), ranges (from 2021 to 2025), and what is
 * told from today.  A number alone is a year only after words that say so.
 */
#include "quantity/time_english.h"

#include <string.h>

static const struct {
    const char *word;
    char unit;
    int offset;
} relatives[] = {
    {"yesterday", 'D', -1},
    {"today", 'D', 0},
    {"tomorrow", 'D', 1},
    {"this month", 'M', 0},
    {"last month", 'M', -1},
    {"next month", 'M', 1},
    {"this quarter", 'Q', 0},
    {"last quarter", 'Q', -1},
    {"next quarter", 'Q', 1},
    {"the current quarter", 'Q', 0},
    {"its current quarter", 'Q', 0},
    {"the ongoing quarter", 'Q', 0},
    {"the quarter just ended", 'Q', -1},
    {"the quarter just closed", 'Q', -1},
    {"the quarter just past", 'Q', -1},
    {"the year just ended", 'Y', -1},
    {"the year just closed", 'Y', -1},
    {"the year just gone", 'Y', -1},
    {"the year just past", 'Y', -1},
};

/** Year to date, and so far this year: since its first day. */
static size_t
read_to_date(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    static const char *const words[] = {"year to date", "year-to-date",
                                        "so far this year", NULL};
    const size_t end = cl_time_any_term(t, at, words);
    if (!end)
        return 0;
    *out = cl_time_period_relative(t, 'Y', 0);
    return cl_time_period_until_now(t, out) ? end : 0;
}

static size_t
read_relative(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    const size_t to_date = read_to_date(t, at, out);
    if (to_date)
        return to_date;
    for (size_t i = 0; i < G_N_ELEMENTS(relatives); i++) {
        const size_t end = cl_time_term(t, at, relatives[i].word);
        if (!end)
            continue;
        *out =
            cl_time_period_relative(t, relatives[i].unit, relatives[i].offset);
        return end;
    }
    return 0;
}

/** The year after a part: " of 2025", ", 2025", " 2025", "/2025", "'25". */
static size_t
read_part_year(const ClTimeText *t, size_t at, ClTimeYear *out)
{
    static const char *const links[] = {
        " of its ", " of the ", " of their ", " of our ", " of ", ", ",
        " in ",     " ",        "/",          "-",        NULL};
    const size_t start = cl_time_any_word(t, at, links);
    size_t end = start ? cl_time_english_year(t, start, out) : 0;
    if (end)
        return end;
    /* 3Q25, Q3'25, 3Q2025 */
    ClTimeInteger number;
    const size_t digits = cl_time_skip(t, at, "'");
    if (!cl_time_is_digit(t, digits))
        return 0;
    end = cl_time_integer(t, digits, &number);
    if (!end || (number.width != 2 && number.width != 4))
        return 0;
    *out = cl_time_year_given(number.value + (number.width == 2 ? 2000 : 0));
    return out->year >= CL_TIME_FIRST_YEAR && out->year <= CL_TIME_LAST_YEAR
               ? end
               : 0;
}

/** Audi Q3, 哈弗H2: behind a maker that calls its cars so, and only there; Q3
 *  behind any other name is its quarter. */
static bool
code_stands_alone(const ClTimeText *t, size_t at)
{
    static const char *const makers[] = {"audi", "奥迪", "haval", "哈弗"};
    size_t end = at;
    while (end > 0 && strchr(" -", t->text[end - 1]))
        end--;
    for (size_t i = 0; i < G_N_ELEMENTS(makers); i++) {
        const size_t length = strlen(makers[i]);
        if (end >= length &&
            g_ascii_strncasecmp(t->text + end - length, makers[i], length) == 0)
            return false;
    }
    return true;
}

typedef struct {
    bool has_year, is_code;
    ClTimeYear year;
    ClTimePart part;
} Point;

/** The third quarter of the year: of the one that is meant without it, too. */
static size_t
skip_the_year(const ClTimeText *t, size_t end)
{
    static const char *const others[] = {" ended",   " ending", " to ",
                                         " through", " before", " earlier",
                                         " that",    " just",   NULL};
    const size_t after = cl_time_term(t, end, " of the year");
    return after && !cl_time_any_word(t, after, others) ? after : 0;
}

static size_t
read_point(const ClTimeText *t, size_t at, bool sure, Point *out)
{
    *out = (Point){.has_year = false};
    ClTimePart code;
    const size_t end = cl_time_english_part(t, at, sure, &out->part);
    if (!end)
        return 0;
    out->is_code = cl_time_code(t, at, &code) == end;
    const size_t after = read_part_year(t, end, &out->year);
    out->has_year = after != 0;
    const size_t year = after ? 0 : skip_the_year(t, end);
    if (year)
        return year;
    /* the first half of the match, Q35 */
    if (!after && (cl_time_is_digit(t, end) || cl_time_lead(t, end, " of")))
        return 0;
    return after ? after : end;
}

/** FY2024 Q3, 2025 Q3, 2025H1: the year first. */
static size_t
read_year_first(const ClTimeText *t, size_t at, Point *out)
{
    *out = (Point){.has_year = true};
    size_t end = 0;
    ClTimeInteger number;
    if (cl_time_is_digit(t, at)) {
        end = cl_time_integer(t, at, &number);
        if (!end || number.width != 4 || number.value < CL_TIME_FIRST_YEAR ||
            number.value > CL_TIME_LAST_YEAR)
            return 0;
        out->year = cl_time_year_given(number.value);
    } else {
        end = cl_time_english_year(t, at, &out->year);
    }
    return end ? cl_time_code(t, cl_time_skip(t, end, " -"), &out->part) : 0;
}

/* After of, from and for a number may count: of 2000 units. */
static bool
year_closes(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {
        "and",     "to",        "was",       "were",     "is",
        "as",      "at",        "by",        "when",     "with",
        "for",     "from",      "in",        "on",       "it",
        "the",     "a",         "but",       "that",     "which",
        "through", "until",     "than",      "or",       "has",
        "have",    "had",       "will",      "its",      "alone",
        "stood",   "came",      "reached",   "hit",      "totalled",
        "totaled", "amounted",  "rose",      "grew",     "fell",
        "slipped", "climbed",   "dropped",   "jumped",   "declined",
        "shrank",  "increased", "decreased", "surged",   "soared",
        "edged",   "slid",      "topped",    "exceeded", "showed",
        "ended",   "closed",    "brought",   "saw",      "more",
        "less",    "up",        "down",      "against",  "versus",
        "after",   "before",    "while",     "because",  "so",
        "also",    "only",      "not",       "they",     "he",
        "she",     "we",        "into",      "gives",    "gave",
        "puts",    "put",       "shows",     "makes",    "made",
        "brings",  "took",      "went",      "earned",   "lost",
        "sold",    "shipped",   "delivered", "employed", "spent",
        "reads",   "looked",    "looks",     "turned",   "gained",
        "doubled", "tripled",   "halved",    "nearly",   "about",
        "alone,",  "then",      "there",     NULL};
    /* for 2024 of $164 billion */
    static const char *const money[] = {" of $",   " of ¥",   " of €",
                                        " of £",   " of rmb", " of nt$",
                                        " of hk$", " of us$", NULL};
    if (at >= t->length || t->text[at] != ' ' || cl_time_any_word(t, at, money))
        return true;
    return cl_time_any_term(t, at + 1, words) != 0;
}

/* The quarter ended June is no June. */
static bool
ends_a_length(const ClTimeText *t, size_t at)
{
    static const char *const lengths[] = {"year",   "quarter", "half",
                                          "months", "month",   "weeks"};
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++)
        if (cl_time_after_term(t, at, lengths[i]))
            return true;
    return false;
}

static size_t
read_edge(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    static const int year_months[] = {1, 6, 12};
    int edge = 0;
    ClTimeYear year;
    Point point;
    bool verb = false;
    const size_t start = cl_time_english_edge(t, at, &edge, &verb);
    if (!start || (verb && ends_a_length(t, at)))
        return 0;
    size_t end = cl_time_english_year(t, start, &year);
    if (end && verb && !year_closes(t, end))
        return 0;
    if (end) {
        const int month = year_months[edge];
        return cl_time_period_in(
                   year, cl_time_part_months(month, month, CL_SETTLE_CURRENT),
                   out)
                   ? end
                   : 0;
    }
    end = read_point(t, start, false, &point);
    if (!end || !point.part.month_name || point.part.from_day ||
        (verb && !year_closes(t, end)))
        return 0;
    const ClTimePart third = cl_time_part_third(point.part.from_month, edge);
    const bool known = point.has_year
                           ? cl_time_period_in(point.year, third, out)
                           : cl_time_period_settle(t, third, out);
    return known ? end : 0;
}

static bool
resolve(const ClTimeText *t, size_t at, const Point *point, ClTimePeriod *out)
{
    if (point->has_year)
        return cl_time_period_in(point->year, point->part, out);
    if (point->is_code && !code_stands_alone(t, at))
        return false;
    return cl_time_period_settle(t, point->part, out);
}

static const struct {
    const char *word;
    bool loose; /* the year must close the phrase */
} year_leads[] = {
    {"in", false},         {"since", false},     {"until", false},
    {"by", true},          {"during", false},    {"through", true},
    {"year", true},        {"of", true},         {"from", true},
    {"for", true},         {"before", true},     {"after", true},
    {"between", true},     {"versus", true},     {"against", true},
    {"calendar", false},   {"full-year", false}, {"full year", false},
    {"throughout", false}, {"the year", false},  {"entire", true},
};

/* For 2024 revenue rose: a number that opens a sentence so is a year. */
static bool
opens_sentence(const ClTimeText *t, size_t at)
{
    enum { WORD = 4, FIRST = 1990, LAST = 2039 };
    ClTimeInteger number;
    const bool first =
        at == WORD || cl_time_after_one_of(t, at - MIN(at, WORD), ":;(");
    return first && at >= WORD && cl_time_after_term(t, at, "for") &&
           cl_time_is_digit(t, at) && cl_time_integer(t, at, &number) &&
           number.value >= FIRST && number.value <= LAST;
}

/** True if the word before says that a year comes; closed: it ends there. */
static bool
is_led(const ClTimeText *t, size_t at, bool closed)
{
    if (opens_sentence(t, at))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(year_leads); i++)
        if ((closed || !year_leads[i].loose) &&
            cl_time_after_term(t, at, year_leads[i].word))
            return true;
    return false;
}

/** True behind "the maker's ", "its ": whose year's figures come. */
static bool
after_owner(const ClTimeText *t, size_t at)
{
    static const char *const owners[] = {"its", "their", "our",
                                         "his", "the",   "and"};
    if (at > 3 && t->text[at - 1] == ' ' &&
        (memcmp(t->text + at - 3, "'s", 2) == 0 ||
         memcmp(t->text + at - 3, "s'", 2) == 0))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(owners); i++)
        if (cl_time_after_term(t, at, owners[i]))
            return true;
    return false;
}

/** Its 2024 revenue is a year's, its 2024 shops are a number. */
static bool
heads_results(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {
        "annual",  "revenue",  "revenues", "sales",      "turnover",
        "profit",  "profits",  "net",      "earnings",   "income",
        "results", "result",   "report",   "figures",    "figure",
        "total",   "loss",     "losses",   "adjusted",   "attributable",
        "r&d",     "research", "spending", "deliveries", "shipments",
        "market",  "tally",    "number",   NULL};
    return at < t->length && t->text[at] == ' ' &&
           cl_time_any_term(t, at + 1, words) != 0;
}

/** True after the "2024 and" of 2024 and 2025. */
static bool
after_other_year(const ClTimeText *t, size_t at)
{
    ClTimeYear year;
    return at >= 9 && cl_time_after_term(t, at, "and") &&
           (at == 9 || !cl_time_is_digit(t, at - 10)) &&
           cl_time_english_year(t, at - 9, &year) == at - 5;
}

/** "the same period of last year" is no whole year. */
static bool
is_same_period(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {"period",     "period of", "quarter",
                                        "quarter of", "time",      "time of",
                                        "month",      "month of"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (cl_time_after_term(t, at, words[i]))
            return true;
    return false;
}

/** A decent 2024: a year as it went. */
static bool
is_described(const ClTimeText *t, size_t at)
{
    enum { FIRST = 2010, LAST = 2039 };
    static const char *const articles[] = {"a", "an", "its", "their"};
    ClTimeInteger number;
    size_t word = at;
    if (at < 2 || t->text[at - 1] != ' ' || !cl_time_is_digit(t, at) ||
        !cl_time_integer(t, at, &number) || number.value < FIRST ||
        number.value > LAST)
        return false;
    while (word > 1 && cl_time_is_letter(t, word - 2))
        word--;
    for (size_t i = 0; i < G_N_ELEMENTS(articles) && word > 1; i++)
        if (cl_time_after_term(t, word - 1, articles[i]))
            return true;
    return false;
}

/** At UPS, 2024 brought 9 billion: a year that does something. */
static bool
acts(const ClTimeText *t, size_t at, size_t end)
{
    static const char *const verbs[] = {" brought", " saw",  " gave",
                                        " ended",   " was",  " closed",
                                        " turned",  " made", NULL};
    const bool opens = at == 0 || (at > 1 && t->text[at - 1] == ' ' &&
                                   cl_time_one_of(t, at - 2, ",;:."));
    return opens && cl_time_any_term(t, end, verbs) != 0;
}

/** (2024), 2024: of a heading or a label. */
static bool
is_set_apart(const ClTimeText *t, size_t at, size_t end)
{
    return cl_time_one_of(t, end, ":") ||
           (cl_time_after_one_of(t, at, "(") && cl_time_one_of(t, end, ")"));
}

static size_t
read_bare_year(const ClTimeText *t, size_t at, bool stated, ClTimePeriod *out)
{
    ClTimeYear year;
    const size_t end = cl_time_english_year(t, at, &year);
    if (!end || is_same_period(t, at))
        return 0;
    const bool closes = year_closes(t, end);
    const bool said =
        !cl_time_is_digit(t, at) || (stated && closes) ||
        is_led(t, at, closes) || after_other_year(t, at) ||
        (closes && is_described(t, at)) || acts(t, at, end) ||
        is_set_apart(t, at, end) ||
        ((at == 0 || after_owner(t, at)) && heads_results(t, end));
    return said && cl_time_period_in(year, cl_time_part_whole_year(), out) ? end
                                                                           : 0;
}

static size_t
read_single(const ClTimeText *t, size_t at, bool stated, ClTimePeriod *out)
{
    Point point;
    size_t end = read_relative(t, at, out);
    if (!end)
        end = read_edge(t, at, out);
    if (end)
        return end;
    end = read_year_first(t, at, &point);
    if (!end)
        end = read_point(t, at, stated, &point);
    if (end)
        return resolve(t, at, &point, out) ? end : 0;
    return read_bare_year(t, at, stated, out);
}

/* ---- Ranges ------------------------------------------------------------ */

static const char *const range_words[] = {
    " to ", " through ", " until ", "-to-", "-through-", " - ",
    "-",    "~",         "至",      "到",   NULL};

/** January to March 2025, between January and March: the first part takes
 *  the second one's year. */
static size_t
read_part_range(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    Point a, b;
    ClTimePeriod first, second;
    static const char *const and_word[] = {" and ", NULL};
    const bool between = cl_time_after_term(t, at, "between");
    size_t end = read_point(t, at, false, &a);
    const size_t from =
        end ? cl_time_any_word(t, end, between ? and_word : range_words) : 0;
    end = from ? read_point(t, from, true, &b) : 0;
    if (!end || (a.has_year && !b.has_year))
        return 0;
    /* what differs between two quarters is of neither */
    if (between && !(a.part.month_name && b.part.month_name))
        return 0;
    if (!a.has_year && b.has_year) {
        a.year = b.year;
        a.year.year -= a.part.from_month > b.part.from_month;
        a.has_year = true;
    }
    return resolve(t, at, &a, &first) && resolve(t, from, &b, &second) &&
                   cl_time_period_join(first, second, out)
               ? end
               : 0;
}

/** False in 2021-2025-1, 2021-2,025, 2021-25%, 2021-25GB. */
static bool
ends_number(const ClTimeText *t, size_t at)
{
    const bool goes_on =
        cl_time_one_of(t, at, ",.-/") && cl_time_is_digit(t, at + 1);
    return !goes_on && !cl_time_is_letter(t, at) && !cl_time_at_han(t, at) &&
           !cl_time_one_of(t, at, "%");
}

/** 2021-2025, 2021 to 2025, 2021-25; "2021 and 2025" after between only. */
static size_t
read_year_range(const ClTimeText *t, size_t at, bool stated, ClTimePeriod *out)
{
    ClTimeInteger first, last;
    const bool between = cl_time_after_term(t, at, "between");
    size_t end = cl_time_is_digit(t, at) ? cl_time_integer(t, at, &first) : 0;
    if (!end || first.width != 4 || first.value < CL_TIME_FIRST_YEAR)
        return 0;
    static const char *const and_word[] = {" and ", NULL};
    const size_t second =
        cl_time_any_word(t, end, between ? and_word : range_words);
    end = second && cl_time_is_digit(t, second)
              ? cl_time_integer(t, second, &last)
              : 0;
    if (!end || !ends_number(t, end) || !(stated || is_led(t, at, true)))
        return 0;
    if (last.width == 2)
        last.value += first.value / 100 * 100;
    if ((last.width != 2 && last.width != 4) || last.value <= first.value ||
        last.value > CL_TIME_LAST_YEAR)
        return 0;
    const ClTimePart all = cl_time_part_whole_year();
    ClTimePeriod a, b;
    cl_time_period_in(cl_time_year_given(first.value), all, &a);
    cl_time_period_in(cl_time_year_given(last.value), all, &b);
    return cl_time_period_join(a, b, out) ? end : 0;
}

static size_t
read_since(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    const size_t start = cl_time_lead(t, at, "since");
    const size_t end = start ? read_single(t, start, true, out) : 0;
    return end && cl_time_period_until_now(t, out) ? end : 0;
}

size_t
cl_time_english_period(const ClTimeText *t,
                       size_t at,
                       bool stated,
                       ClTimePeriod *out)
{
    ClTimePeriod range;
    size_t end = read_since(t, at, out);
    if (end)
        return end;
    end = read_part_range(t, at, &range);
    if (!end)
        end = read_year_range(t, at, stated, &range);
    if (end) {
        *out = range;
        return end;
    }
    return read_single(t, at, stated, out);
}
