/* SPDX-License-Identifier: Apache-2.0 */
/*
 * English lengths become windows: 18 hours, within a day, the past five
 * years, a 5-year plan.  "a year" alone is a rate (5 percent a year) and
 * "18 years old" an age: neither is read.
 */
#include "quantity/time_parts.h"

static const struct {
    const char *word;
    ClLengthUnit unit;
    bool only_digits; /* 24h, but not "one h" */
} unit_terms[] = {
    {"years", CL_LENGTH_YEAR, false},
    {"year", CL_LENGTH_YEAR, false},
    {"yrs", CL_LENGTH_YEAR, true},
    {"yr", CL_LENGTH_YEAR, true},
    {"months", CL_LENGTH_MONTH, false},
    {"month", CL_LENGTH_MONTH, false},
    {"weeks", CL_LENGTH_WEEK, false},
    {"week", CL_LENGTH_WEEK, false},
    {"days", CL_LENGTH_DAY, false},
    {"day", CL_LENGTH_DAY, false},
    {"hours", CL_LENGTH_HOUR, false},
    {"hour", CL_LENGTH_HOUR, false},
    {"hrs", CL_LENGTH_HOUR, true},
    {"hr", CL_LENGTH_HOUR, true},
    {"h", CL_LENGTH_HOUR, true},
    {"minutes", CL_LENGTH_MINUTE, false},
    {"minute", CL_LENGTH_MINUTE, false},
    {"mins", CL_LENGTH_MINUTE, true},
    {"min", CL_LENGTH_MINUTE, true},
    {"seconds", CL_LENGTH_SECOND, false},
    {"secs", CL_LENGTH_SECOND, true},
    {"sec", CL_LENGTH_SECOND, true},
    {"quarters", CL_LENGTH_QUARTER, false},
    {"decades", CL_LENGTH_DECADE, false},
    {"decade", CL_LENGTH_DECADE, false},
};

static size_t
read_unit(const ClTimeText *t, size_t at, bool digits, ClLengthUnit *unit)
{
    for (size_t i = 0; i < G_N_ELEMENTS(unit_terms); i++) {
        const size_t end = cl_time_term(t, at, unit_terms[i].word);
        if (!end || (unit_terms[i].only_digits && !digits))
            continue;
        *unit = unit_terms[i].unit;
        return end;
    }
    return 0;
}

static size_t
read_and_a_half(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {" and a half", "-and-a-half",
                                        " and one half", NULL};
    return cl_time_any_term(t, at, words);
}

/** "half an hour", "half a year" */
static size_t
read_half(const ClTimeText *t, size_t at, ClLength *length)
{
    static const char *const words[] = {"half an ", "half a ", "half-an-",
                                        "half-a-", NULL};
    ClLengthUnit unit;
    const size_t start = cl_time_any_word(t, at, words);
    const size_t end = start ? read_unit(t, start, false, &unit) : 0;
    return end && cl_length_add_half(length, unit) ? end : 0;
}

static size_t
read_counted(const ClTimeText *t,
             size_t at,
             ClLength *length,
             ClLengthUnit *unit)
{
    ClTimeCount count;
    size_t end = cl_time_count(t, at, &count);
    if (!end)
        return 0;
    const size_t half = read_and_a_half(t, end);
    end = cl_time_skip(t, half ? half : end, " -");
    end = read_unit(t, end, cl_time_is_digit(t, at), unit);
    if (!end || !cl_length_add(length, count, *unit))
        return 0;
    if (half)
        return cl_length_add_half(length, *unit) ? end : 0;
    const size_t after = read_and_a_half(t, end);
    return after && cl_length_add_half(length, *unit) ? after : end;
}

/** "2 years and 3 months", "1 hour 30 minutes" */
static size_t
read_chain(const ClTimeText *t, size_t at, ClLength *length)
{
    static const char *const links[] = {" and ", ", ", " ", NULL};
    size_t end = read_half(t, at, length);
    if (end)
        return end;
    ClLengthUnit last, unit;
    end = read_counted(t, at, length, &last);
    for (int i = 0; end && i < 2; i++) {
        ClLength more = *length;
        const size_t next = cl_time_any_word(t, end, links);
        const size_t after = next ? read_counted(t, next, &more, &unit) : 0;
        if (!after || unit <= last)
            break;
        *length = more;
        last = unit;
        end = after;
    }
    return end;
}

/* What a length may follow, and whether "a day" or "day" alone is one. */
static const struct {
    const char *word;
    int direction;
    bool article; /* within a day */
    bool bare;    /* first day */
} prefixes[] = {
    {"within the first", 0, false, true},
    {"within the", 0, false, false},
    {"within", 0, true, false},
    {"first", 0, false, true},
    {"opening", 0, false, true},
    {"past", -1, false, true},
    {"last", -1, false, false},
    {"next", 1, false, false},
    {"coming", 1, false, true},
    {"in", 0, true, false},
    {"over", 0, true, false},
};

static size_t
read_one(const ClTimeText *t, size_t at, bool article, ClLength *length)
{
    static const char *const articles[] = {"a ", "an ", "just a ", NULL};
    ClLengthUnit unit;
    const size_t start = article ? cl_time_any_word(t, at, articles) : at;
    const size_t end = start ? read_unit(t, start, false, &unit) : 0;
    /* "in a day" yes, "in a year-end note" no */
    if (!end || cl_time_one_of(t, end, "-'"))
        return 0;
    return cl_length_add(length, (ClTimeCount){1, 0}, unit) ? end : 0;
}

/** "18 years old", "18-year-old" */
static bool
is_age(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {" old", "-old", " of age", NULL};
    return cl_time_any_term(t, at, words) != 0;
}

static size_t
read_prefixed(const ClTimeText *t, size_t at, ClTime *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        const size_t start = cl_time_lead(t, at, prefixes[i].word);
        if (!start)
            continue;
        ClLength length = {0};
        size_t end = read_chain(t, start, &length);
        /* "in 20 days": the preposition is not part of it */
        if (end && prefixes[i].article && !cl_time_lead(t, at, "within"))
            return 0;
        if (!end && (prefixes[i].bare || prefixes[i].article))
            end = read_one(t, start, prefixes[i].article, &length);
        if (!end || is_age(t, end))
            continue;
        cl_length_write(&length, out);
        cl_length_place(t, &length, prefixes[i].direction, out);
        return end;
    }
    return 0;
}

/** False at the second number of 3-5 years, 3 to 5 years, $5 minutes. */
static bool
may_start(const ClTimeText *t, size_t at)
{
    if (cl_time_after_one_of(t, at, "$¥€£/*×#"))
        return false;
    if (cl_time_after_one_of(t, at, "-~"))
        return false;
    return !cl_time_after_term(t, at, "to") && !cl_time_after_term(t, at, "or");
}

size_t
cl_time_english_window(const ClTimeText *t, size_t at, ClTime *out)
{
    const size_t prefixed = read_prefixed(t, at, out);
    if (prefixed || !may_start(t, at))
        return prefixed;
    ClLength length = {0};
    const size_t end = read_chain(t, at, &length);
    if (!end || is_age(t, end))
        return 0;
    const size_t ago = cl_time_term(t, end, " ago");
    if (ago && cl_length_ago(t, &length, out))
        return ago;
    cl_length_write(&length, out);
    return end;
}
