/* SPDX-License-Identifier: Apache-2.0 */
/*
 * English names of years and of their parts become years and parts: 2025,
 * FY2024, last year, October 15, the third quarter, H1, end of, mid-.
 */
#include "quantity/time_english.h"

static const struct {
    const char *word;
    int month;
    bool also_verb; /* may, march: a month only beside a day or a year */
} months[] = {
    {"january", 1, false},  {"february", 2, false},  {"march", 3, true},
    {"april", 4, false},    {"may", 5, true},        {"june", 6, false},
    {"july", 7, false},     {"august", 8, false},    {"september", 9, false},
    {"october", 10, false}, {"november", 11, false}, {"december", 12, false},
    {"jan", 1, true},       {"feb", 2, true},        {"mar", 3, true},
    {"apr", 4, true},       {"jun", 6, true},        {"jul", 7, true},
    {"aug", 8, true},       {"sept", 9, true},       {"sep", 9, true},
    {"oct", 10, true},      {"nov", 11, true},       {"dec", 12, true},
};

static size_t
read_month(const ClTimeText *t, size_t at, int *month, bool *also_verb)
{
    for (size_t i = 0; i < G_N_ELEMENTS(months); i++) {
        const size_t end = cl_time_term(t, at, months[i].word);
        if (!end)
            continue;
        *month = months[i].month;
        *also_verb = months[i].also_verb;
        const bool dotted = months[i].also_verb && end < t->length &&
                            t->text[end] == '.' && months[i].month != 5;
        return dotted ? end + 1 : end;
    }
    return 0;
}

/** 15, 15th; the number of a day. */
static size_t
read_day(const ClTimeText *t, size_t at, int *day)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", NULL};
    ClTimeInteger number;
    if (!cl_time_is_digit(t, at))
        return 0;
    const size_t end = cl_time_integer(t, at, &number);
    *day = number.value;
    if (!end || number.width > 2 || *day < 1 || *day > 31)
        return 0;
    const size_t ordinal = cl_time_any_term(t, end, endings);
    /* October 15.5, October 15%, Oct 15:30 are no days. */
    if (!ordinal &&
        (cl_time_one_of(t, end, "%:") ||
         (cl_time_one_of(t, end, ".,") && cl_time_is_digit(t, end + 1))))
        return 0;
    return ordinal ? ordinal : cl_time_is_letter(t, end) ? 0 : end;
}

static ClTimePart
month_part(int month, int day)
{
    ClTimePart part = cl_time_part_months(month, month, CL_SETTLE_START);
    part.from_day = part.to_day = day;
    part.month_name = true;
    return part;
}

/* Words after which "may" and "Oct" stand for a month all the same. */
static bool
after_preposition(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {"in",   "since", "until", "of",  "by",
                                        "late", "early", "last",  "this"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (cl_time_after_term(t, at, words[i]))
            return true;
    return false;
}

/** 15 October, the 15th of October */
static size_t
read_day_first(const ClTimeText *t, size_t at, ClTimePart *out)
{
    int month = 0, day = 0;
    bool also_verb;
    const size_t end = read_day(t, at, &day);
    if (!end)
        return 0;
    const size_t of = cl_time_lead(t, end, " of");
    *out = month_part(1, day);
    const size_t after =
        read_month(t, of ? of : cl_time_skip(t, end, " "), &month, &also_verb);
    if (after)
        *out = month_part(month, day);
    return after;
}

/** The days after a month's name: October 15, October 15-18. */
static size_t
read_days(const ClTimeText *t, size_t at, ClTimePart *part)
{
    int day = 0, last = 0;
    const size_t end = read_day(t, at, &day);
    if (!end)
        return 0;
    part->from_day = part->to_day = day;
    const bool range = cl_time_one_of(t, end, "-~");
    const size_t second = range ? read_day(t, end + 1, &last) : 0;
    if (!second || last <= day)
        return end;
    part->to_day = last;
    return second;
}

static size_t
read_month_part(const ClTimeText *t, size_t at, bool sure, ClTimePart *out)
{
    int month = 0;
    bool also_verb = false;
    ClTimeYear year;
    const size_t end = read_month(t, at, &month, &also_verb);
    if (!end)
        return read_day_first(t, at, out);
    *out = month_part(month, 0);
    const size_t next = cl_time_skip(t, end, " ");
    const size_t days = read_days(t, next, out);
    if (days)
        return days;
    const bool named = sure || !also_verb || after_preposition(t, at) ||
                       cl_time_term(t, next, "quarter") ||
                       cl_time_english_year(t, next, &year);
    return named ? end : 0;
}

/* ---- Quarters, halves, edges ------------------------------------------- */

static size_t
read_ordinal(const ClTimeText *t, size_t at, int *index)
{
    static const char *const words[][2] = {
        {"first", "1st"},
        {"second", "2nd"},
        {"third", "3rd"},
        {"fourth", "4th"},
    };
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++) {
            const size_t end = cl_time_term(t, at, words[i][j]);
            if (end) {
                *index = i + 1;
                return end;
            }
        }
    return 0;
}

/* 300 in the first quarter and 400 in the second: what was named before is
   left out, where the phrase ends. */
static size_t
months_left_out(const ClTimeText *t, size_t at, size_t end)
{
    static const struct {
        const char *noun;
        size_t months;
    } nouns[] = {{" quarter", 3}, {" half", 6}};
    enum { REACH = 60 };
    if (!cl_time_after_term(t, at, "in the") ||
        (end < t->length && !strchr(",.;:)", t->text[end]) &&
         !cl_time_lead(t, end, " of") &&
         !(t->text[end] == ' ' && cl_time_is_digit(t, end + 1))))
        return 0;
    const size_t from = at > REACH ? at - REACH : 0;
    for (size_t i = at; i-- > from && !strchr(".;", t->text[i]);)
        for (size_t j = 0; j < G_N_ELEMENTS(nouns); j++)
            if (cl_time_term(t, i, nouns[j].noun))
                /* of 2024: nobody says whether the second is, too */
                return cl_time_lead(t, i + strlen(nouns[j].noun), " of")
                           ? 0
                           : nouns[j].months;
    return 0;
}

static size_t
read_ordinal_part(const ClTimeText *t, size_t at, ClTimePart *out)
{
    int index = 0;
    const size_t end = read_ordinal(t, at, &index);
    if (!end)
        return 0;
    const int left_out = (int)months_left_out(t, at, end);
    if (left_out && index * left_out <= 12) {
        *out = cl_time_part_months((index - 1) * left_out + 1, index * left_out,
                                   left_out == 3 ? CL_SETTLE_START
                                                 : CL_SETTLE_CURRENT);
        return end;
    }
    const size_t noun = cl_time_skip(t, end, " -");
    const size_t quarter = cl_time_term(t, noun, "quarter");
    const size_t half = cl_time_term(t, noun, "half");
    const int size = quarter ? 3 : 6;
    *out = cl_time_part_months((index - 1) * size + 1, index * size,
                               quarter ? CL_SETTLE_START : CL_SETTLE_CURRENT);
    return quarter ? quarter : index <= 2 ? half : 0;
}

/* The first nine months brought 5 billion, in the first six months: of the
   year; six months of sales, and the first ones of something, are no part. */
static bool
is_of_the_year(const ClTimeText *t, size_t at, size_t end)
{
    static const char *const others[] = {" of ",    " on ",    " after ",
                                         " since ", " from ",  " on-",
                                         " under ", " under-", NULL};
    return cl_time_after_term(t, at, "the") &&
           !cl_time_any_word(t, end, others);
}

/** "first nine months of 2025"; other than the year's they are a length. */
static size_t
read_first_months(const ClTimeText *t, size_t at, ClTimePart *out)
{
    enum { HALF = 6 };
    static const struct {
        const char *word;
        int months;
    } nouns[] = {{"months", 1}, {"quarters", 3}};
    ClTimeCount count;
    ClTimeYear year;
    size_t end = cl_time_lead(t, at, "first");
    end = end ? cl_time_count(t, end, &count) : 0;
    if (!end || count.scale)
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(nouns); i++) {
        const size_t noun =
            cl_time_term(t, cl_time_skip(t, end, " "), nouns[i].word);
        const int total = count.digits * nouns[i].months;
        const size_t of = noun ? cl_time_lead(t, noun, " of") : 0;
        const bool named = of && cl_time_english_year(t, of, &year);
        if (!noun || count.digits > 12 || total > 12 ||
            (!named && (total < HALF || !is_of_the_year(t, at, noun))))
            continue;
        *out = cl_time_part_months(1, total, CL_SETTLE_END);
        return noun;
    }
    return 0;
}

/** "closing quarter of 2024", "last three months of last year". */
static size_t
read_last_quarter(const ClTimeText *t, size_t at, ClTimePart *out)
{
    static const char *const words[] = {"final quarter",
                                        "closing quarter",
                                        "last quarter",
                                        "last three months",
                                        "closing three months",
                                        "final three months",
                                        NULL};
    ClTimeYear year;
    const size_t end = cl_time_any_term(t, at, words);
    const size_t of = end ? cl_time_lead(t, end, " of") : 0;
    *out = cl_time_part_months(10, 12, CL_SETTLE_START);
    return of && cl_time_english_year(t, of, &year) &&
                   year.anchor != CL_ANCHOR_FISCAL &&
                   !cl_time_lead(t, of, "the")
               ? end
               : 0;
}

size_t
cl_time_english_part(const ClTimeText *t, size_t at, bool sure, ClTimePart *out)
{
    size_t end = read_month_part(t, at, sure, out);
    if (!end)
        end = cl_time_code(t, at, out);
    if (!end)
        end = read_ordinal_part(t, at, out);
    if (!end)
        end = read_last_quarter(t, at, out);
    return end ? end : read_first_months(t, at, out);
}

/* What a year or a month is cut to: the index of 初, 中 and 底. */
static const struct {
    const char *word;
    int edge;
    bool verb; /* closed 2024 stores: the phrase must end with the time */
} edges[] = {
    {"the beginning of ", 0, false},
    {"beginning of ", 0, false},
    {"the start of ", 0, false},
    {"early ", 0, false},
    {"early-", 0, false},
    {"the middle of ", 1, false},
    {"middle of ", 1, false},
    {"mid-", 1, false},
    {"mid ", 1, false},
    {"the end of ", 2, false},
    {"end of ", 2, false},
    {"end-", 2, false},
    {"late ", 2, false},
    {"late-", 2, false},
    {"the close of ", 2, false},
    {"close of ", 2, false},
    {"ended ", 2, true},
    {"closed ", 2, true},
    {"finished ", 2, true},
};

size_t
cl_time_english_edge(const ClTimeText *t, size_t at, int *edge, bool *verb)
{
    for (size_t i = 0; i < G_N_ELEMENTS(edges); i++) {
        const size_t end = cl_time_word(t, at, edges[i].word);
        if (end) {
            *edge = edges[i].edge;
            *verb = edges[i].verb;
            return end;
        }
    }
    return 0;
}

/* ---- Years ------------------------------------------------------------- */

static const struct {
    const char *word;
    int offset;
    bool after_of; /* the end of the year */
} relative_years[] = {
    {"the year just closed", -1, false},
    {"the year just ended", -1, false},
    {"the year just gone", -1, false},
    {"this year", 0, false},
    {"last year", -1, false},
    {"next year", 1, false},
    {"the year", 0, true},
    {"the previous year", -1, true},
};

size_t
cl_time_second_year(const ClTimeText *t, size_t at, int first)
{
    ClTimeInteger number;
    const size_t start = cl_time_skip(t, at, "/-");
    if (start == at || !cl_time_is_digit(t, start))
        return 0;
    const size_t end = cl_time_integer(t, start, &number);
    return end && number.width == 2 && number.value == (first + 1) % 100 ? end
                                                                         : 0;
}

/** FY2024, FY24, fiscal 2024, fiscal year 2024, fiscal 2024/25 */
static size_t
read_fiscal(const ClTimeText *t, size_t at, ClTimeYear *out)
{
    static const char *const words[] = {"fiscal year ", "fiscal ", "fy ", "fy",
                                        NULL};
    ClTimeInteger number;
    const size_t start = cl_time_any_word(t, at, words);
    if (!start || !cl_time_is_digit(t, start))
        return 0;
    size_t end = cl_time_integer(t, start, &number);
    if (number.width == 2)
        number.value += 2000;
    const size_t second = cl_time_second_year(t, end, number.value);
    if (second)
        number.value++;
    end = second ? second : end;
    *out = (ClTimeYear){number.value, CL_ANCHOR_FISCAL};
    const bool known = number.width == 2 || number.width == 4;
    return known && number.value >= CL_TIME_FIRST_YEAR &&
                   number.value <= CL_TIME_LAST_YEAR &&
                   !cl_time_is_letter(t, end)
               ? end
               : 0;
}

/** The words that make 2026 fiscal year a company's own; or `at`. */
static size_t
skip_fiscal_word(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {" fiscal year", " financial year",
                                        NULL};
    const size_t end = cl_time_any_term(t, at, words);
    return end ? end : at;
}

size_t
cl_time_english_year(const ClTimeText *t, size_t at, ClTimeYear *out)
{
    ClTimeInteger number;
    if (cl_time_is_digit(t, at)) {
        const size_t end = cl_time_integer(t, at, &number);
        *out = cl_time_year_given(number.value);
        /* 2000.5, 2,000, 2000%, 2000s, 2000万 count something. */
        if (!end || number.width != 4 || number.value < CL_TIME_FIRST_YEAR ||
            number.value > CL_TIME_LAST_YEAR || cl_time_one_of(t, end, "%°") ||
            cl_time_is_letter(t, end) ||
            (cl_time_one_of(t, end, ".,") && cl_time_is_digit(t, end + 1)))
            return 0;
        const size_t own = skip_fiscal_word(t, end);
        if (own > end)
            out->anchor = CL_ANCHOR_FISCAL;
        return cl_time_at_han(t, end) ? 0 : own;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(relative_years); i++) {
        const size_t end = cl_time_term(t, at, relative_years[i].word);
        if (!end)
            continue;
        *out = cl_time_year_relative(t, relative_years[i].offset);
        const bool bound = relative_years[i].after_of;
        return bound && !cl_time_after_term(t, at, "of") ? 0 : end;
    }
    return read_fiscal(t, at, out);
}
