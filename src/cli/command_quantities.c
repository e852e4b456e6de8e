/* SPDX-License-Identifier: Apache-2.0 */
/*
 * claimlint quantities: one JSON string a line becomes one JSON array a line.
 * Offsets count code points of the text as given, whatever folding did to it.
 */
#include "cli/command.h"

#include "cli/output.h"
#include "quantity/quantity.h"
#include "report/report.h"
#include "text/text.h"

#include <string.h>

#define MOST_INPUT ((size_t)1 << 30)

/* ---- A JSON string ----------------------------------------------------- */

/* Four hexadecimal digits; -1 if they are not there. */
static int
read_hex(const char *at, const char *end)
{
    int value = 0;
    for (int i = 0; i < 4; i++) {
        const int digit = at + i < end ? g_ascii_xdigit_value(at[i]) : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* What follows \u; a lone surrogate becomes U+FFFD, as in browsers. */
static const char *
read_unicode(const char *at, const char *end, GString *out)
{
    const int first = read_hex(at, end);
    if (first < 0)
        return NULL;
    at += 4;
    if (first < 0xD800 || first > 0xDFFF) {
        g_string_append_unichar(out, (gunichar)first);
        return at;
    }
    const int second =
        first < 0xDC00 && end - at >= 6 && at[0] == '\\' && at[1] == 'u'
            ? read_hex(at + 2, end)
            : -1;
    if (second < 0xDC00 || second > 0xDFFF) {
        g_string_append_unichar(out, 0xFFFD);
        return at;
    }
    g_string_append_unichar(out, 0x10000 + ((gunichar)(first - 0xD800) << 10) +
                                     (gunichar)(second - 0xDC00));
    return at + 6;
}

static const char *
read_escape(const char *at, const char *end, GString *out)
{
    static const char names[] = "\"\\/bfnrt";
    static const char values[] = "\"\\/\b\f\n\r\t";
    if (at < end && *at == 'u')
        return read_unicode(at + 1, end, out);
    const char *name = at < end && *at ? strchr(names, *at) : NULL;
    if (!name)
        return NULL;
    g_string_append_c(out, values[name - names]);
    return at + 1;
}

static const char *
skip_blanks(const char *at, const char *end)
{
    while (at < end && strchr(" \t\r", *at) && *at)
        at++;
    return at;
}

/* A whole line that must be one string; false if it is not. */
static bool
read_string(const char *at, const char *end, GString *out)
{
    g_string_truncate(out, 0);
    at = skip_blanks(at, end);
    if (at >= end || *at++ != '"')
        return false;
    while (at && at < end && *at != '"') {
        if ((unsigned char)*at < 0x20)
            return false;
        if (*at == '\\')
            at = read_escape(at + 1, end, out);
        else
            g_string_append_c(out, *at++);
    }
    if (!at || at >= end)
        return false;
    return skip_blanks(at + 1, end) == end &&
           g_utf8_validate(out->str, (gssize)out->len, NULL);
}

/* ---- Finding ----------------------------------------------------------- */

/* One text being read; kept from line to line for its buffers. */
typedef struct {
    ClVocabulary *vocabulary;
    GString *text;
    ClFolded folded;
    GArray *quantities; /* of ClQuantity */
    GArray *times;      /* of ClTime */
    GArray *rows;       /* of Row */
    GString *out;
} Reading;

/** What one object of the array says. */
typedef struct {
    ClSpan span; /* of the folded text */
    const char *kind;
    ClInterval value;
    const char *unit, *per; /* NULL for none */
} Row;

static bool
is_date(const ClTime *time)
{
    return time->kind != CL_TIME_WINDOW && (time->from || time->to);
}

/* ---- Dates with a bound ------------------------------------------------ */

typedef enum { UNTIL, BEFORE, SINCE, AFTER } Bound;

/* Words around a date that leave one side open; the longer first. */
static const struct {
    const char *word;
    Bound bound;
} words_after[] =
    {
        {"或之前", UNTIL},       {"及之前", UNTIL},     {"及以前", UNTIL},
        {"或以前", UNTIL},       {"之前", BEFORE},      {"以前", BEFORE},
        {"或之后", SINCE},       {"及之后", SINCE},     {"及以后", SINCE},
        {"或以后", SINCE},       {"之后", AFTER},       {"以后", AFTER},
        {"开始", SINCE},         {"以来", SINCE},       {"起", SINCE},
        {" or later", SINCE},    {" and later", SINCE}, {" or earlier", UNTIL},
        {" and earlier", UNTIL}, {" onwards", SINCE},   {" onward", SINCE},
},
  words_before[] = {
      {"自从", SINCE},        {"自", SINCE},       {"no later than ", UNTIL},
      {"not before ", SINCE}, {"since ", SINCE},   {"after the year ", AFTER},
      {"after ", AFTER},      {"before ", BEFORE}, {"until ", UNTIL},
      {">= ", SINCE},         {"<= ", UNTIL},
};

static bool
ends_with(const char *text, size_t at, const char *word)
{
    const size_t length = strlen(word);
    return at >= length &&
           g_ascii_strncasecmp(text + at - length, word, length) == 0;
}

static bool
find_bound(const GString *text, ClSpan *span, Bound *bound)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words_after); i++) {
        const char *word = words_after[i].word;
        if (!g_str_has_prefix(text->str + span->end, word))
            continue;
        span->end += strlen(word);
        if (ends_with(text->str, span->start, "从"))
            span->start -= strlen("从");
        if (ends_with(text->str, span->start, "自"))
            span->start -= strlen("自");
        *bound = words_after[i].bound;
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(words_before); i++) {
        const char *word = words_before[i].word;
        if (ends_with(text->str, span->start, word)) {
            span->start -= strlen(word);
            *bound = words_before[i].bound;
            return true;
        }
    }
    return false;
}

/* The first day after a month or a year: 20181231 gives 20190101. */
static ClDay
day_after_period(ClDay last)
{
    const ClDay year = last / 10000, month = last / 100 % 100;
    return month == 12 ? (year + 1) * 10000 + 101
                       : year * 10000 + (month + 1) * 100 + 1;
}

static ClInterval
bound_days(const ClTime *time, Bound bound)
{
    ClInterval days = {.lo = cl_number_make(time->from, 0),
                       .hi = cl_number_make(time->to, 0)};
    switch (bound) {
    case UNTIL:
        days.lo_unbounded = true;
        break;
    case BEFORE:
        days.hi = days.lo;
        days.hi_open = true;
        days.lo_unbounded = true;
        break;
    case SINCE:
        days.hi_unbounded = true;
        break;
    case AFTER:
        if (time->from != time->to)
            days.lo = cl_number_make(day_after_period(time->to), 0);
        days.lo_open = true;
        days.hi_unbounded = true;
        break;
    }
    return days;
}

static Row
row_of_date(const Reading *r, const ClTime *time)
{
    ClInterval days = {
        .lo = cl_number_make(time->from, 0),
        .hi = cl_number_make(time->to, 0),
        .lo_unbounded = time->from == 0,
        .hi_unbounded = time->to == 0,
    };
    ClSpan span = time->span;
    Bound bound;
    if (time->from && time->to && find_bound(r->folded.cased, &span, &bound))
        days = bound_days(time, bound);
    return (Row){span, "date", days, "yyyymmdd", NULL};
}

/* ---- Quantities -------------------------------------------------------- */

/* A floor of 0 that no word gives is not printed: "under 40" is (.., 40). */
static ClInterval
printed_interval(const ClQuantity *q)
{
    ClInterval i = q->hard;
    if (q->shape == CL_SHAPE_ONE_SIDED && i.lo_open && !i.lo_unbounded &&
        cl_number_is_zero(i.lo))
        i.lo_unbounded = true;
    return i;
}

static Row
row_of_quantity(const Reading *r, const ClQuantity *q)
{
    const char *unit = q->unit ? cl_unit_name(r->vocabulary, q->unit) : NULL;
    const char *per = q->per ? cl_unit_name(r->vocabulary, q->per) : NULL;
    return (Row){q->span, cl_quantity_kind_name(q->kind), printed_interval(q),
                 unit, per};
}

static int
compare_rows(gconstpointer a, gconstpointer b)
{
    const Row *x = a, *y = b;
    return x->span.start < y->span.start   ? -1
           : x->span.start > y->span.start ? 1
                                           : 0;
}

/* 1h30 is a length, whatever the H alone could mean; else dates go first:
 * 2025年 is no length. */
static bool
goes_before(const ClQuantity *q, const ClTime *time)
{
    return q->unit && cl_span_contains(q->span, time->span) &&
           q->span.end - q->span.start > time->span.end - time->span.start &&
           q->span.start < time->span.start;
}

static bool
loses_to_quantity(const Reading *r, const ClTime *time)
{
    for (guint i = 0; i < r->quantities->len; i++) {
        if (goes_before(&g_array_index(r->quantities, ClQuantity, i), time))
            return true;
    }
    return false;
}

static bool
meets_date(const Reading *r, const ClQuantity *q)
{
    for (guint i = 0; i < r->times->len; i++) {
        const ClTime *time = &g_array_index(r->times, ClTime, i);
        if (is_date(time) && cl_span_overlaps(time->span, q->span) &&
            !goes_before(q, time))
            return true;
    }
    return false;
}

static void
collect_rows(Reading *r)
{
    const GString *text = r->folded.cased;
    g_array_set_size(r->rows, 0);
    cl_quantities_read(r->vocabulary, text->str, text->len, r->quantities);
    cl_times_read(r->vocabulary, text->str, text->len, 0, r->times);
    for (guint i = 0; i < r->times->len; i++) {
        const ClTime *time = &g_array_index(r->times, ClTime, i);
        if (is_date(time) && !loses_to_quantity(r, time)) {
            const Row row = row_of_date(r, time);
            g_array_append_val(r->rows, row);
        }
    }
    for (guint i = 0; i < r->quantities->len; i++) {
        const ClQuantity *q = &g_array_index(r->quantities, ClQuantity, i);
        if (!meets_date(r, q)) {
            const Row row = row_of_quantity(r, q);
            g_array_append_val(r->rows, row);
        }
    }
    g_array_sort(r->rows, compare_rows);
}

/* ---- Writing ----------------------------------------------------------- */

static void
write_number(const char *key,
             ClNumber number,
             bool unbounded,
             ClRounding rounding,
             GString *out)
{
    g_string_append_printf(out, ", \"%s\": ", key);
    if (unbounded)
        g_string_append(out, "null");
    else
        cl_number_print(number, rounding, out);
}

static void
write_unit(const Row *row, GString *out)
{
    g_string_append(out, ", \"unit\": ");
    if (!row->unit) {
        g_string_append(out, "null}");
        return;
    }
    g_autofree char *unit = row->per
                                ? g_strconcat(row->unit, "/", row->per, NULL)
                                : g_strdup(row->unit);
    cl_json_string(unit, out);
    g_string_append_c(out, '}');
}

static void
write_row(
    const Row *row, const char *words, size_t start, size_t end, GString *out)
{
    const ClInterval *i = &row->value;
    g_string_append(out, "{\"text\": ");
    cl_json_string(words, out);
    g_string_append_printf(out,
                           ", \"start\": %zu, \"end\": %zu, \"kind\": \"%s\"",
                           start, end, row->kind);
    write_number("lo", i->lo, i->lo_unbounded, CL_ROUND_FLOOR, out);
    write_number("hi", i->hi, i->hi_unbounded, CL_ROUND_CEILING, out);
    g_string_append_printf(out, ", \"lo_open\": %s, \"hi_open\": %s",
                           i->lo_open && !i->lo_unbounded ? "true" : "false",
                           i->hi_open && !i->hi_unbounded ? "true" : "false");
    write_unit(row, out);
}

/* Offsets only grow, so code points are counted once along the text. */
static void
write_rows(Reading *r)
{
    size_t bytes = 0, points = 0;
    g_string_append_c(r->out, '[');
    for (guint i = 0; i < r->rows->len; i++) {
        const Row *row = &g_array_index(r->rows, Row, i);
        const ClSpan span = cl_folded_origin(&r->folded, row->span);
        const char *text = r->text->str;
        if (span.start >= bytes)
            points += (size_t)g_utf8_strlen(text + bytes,
                                            (gssize)(span.start - bytes));
        bytes = span.start;
        const size_t size = (size_t)g_utf8_strlen(
            text + span.start, (gssize)(span.end - span.start));
        g_autofree char *words =
            g_strndup(text + span.start, span.end - span.start);
        if (i > 0)
            g_string_append(r->out, ", ");
        write_row(row, words, points, points + size, r->out);
    }
    g_string_append(r->out, "]\n");
}

/* The text, and below it every reading: what a text holds comes out inert. */
static void
explain_rows(Reading *r)
{
    g_autoptr(GString) steps = g_string_new(NULL);
    cl_escape_terminal(r->text->str, r->out);
    g_string_append_c(r->out, '\n');
    for (guint i = 0; i < r->quantities->len; i++) {
        cl_quantity_explain(r->vocabulary,
                            &g_array_index(r->quantities, ClQuantity, i),
                            r->folded.cased->str, steps);
        g_string_append_c(steps, '\n');
    }
    g_auto(GStrv) lines = g_strsplit(steps->str, "\n", -1);
    for (size_t i = 0; lines[i] && (*lines[i] || lines[i + 1]); i++) {
        cl_escape_terminal(lines[i], r->out);
        g_string_append_c(r->out, '\n');
    }
    if (!r->quantities->len)
        g_string_append(r->out, "  no quantity\n\n");
}

/* A JSON string, or for people any line that does not begin like one. */
static bool
read_text(Reading *r, const char *line, const char *stop, bool explain)
{
    if (!explain || (line < stop && *line == '"'))
        return read_string(line, stop, r->text);
    g_autofree char *plain = g_utf8_make_valid(line, (gssize)(stop - line));
    g_string_assign(r->text, plain);
    return true;
}

/* ---- The command ------------------------------------------------------- */

static void
open_reading(Reading *r, GString *out)
{
    *r = (Reading){
        .text = g_string_new(NULL),
        .quantities = g_array_new(FALSE, FALSE, sizeof(ClQuantity)),
        .times = g_array_new(FALSE, FALSE, sizeof(ClTime)),
        .rows = g_array_new(FALSE, FALSE, sizeof(Row)),
        .out = out,
    };
    cl_folded_init(&r->folded);
}

static void
close_reading(Reading *r)
{
    cl_vocabulary_free(r->vocabulary);
    g_string_free(r->text, TRUE);
    g_array_free(r->quantities, TRUE);
    g_array_free(r->times, TRUE);
    g_array_free(r->rows, TRUE);
    cl_folded_clear(&r->folded);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reading, close_reading)

/* False, with a message, at the first line that is no JSON string. */
static bool
read_lines(Reading *r, const char *input, size_t length, bool explain)
{
    const char *const end = input + length;
    size_t number = 1;
    for (const char *line = input; line < end; number++) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop)
            stop = end;
        if (!read_text(r, line, stop, explain)) {
            cl_output_error("standard input:%zu: a JSON string is needed",
                            number);
            return false;
        }
        cl_fold_text(r->text->str, r->text->len, &r->folded);
        collect_rows(r);
        if (explain)
            explain_rows(r);
        else
            write_rows(r);
        line = stop + 1;
    }
    return true;
}

/* A file that was named would wait for standard input in silence. */
static bool
names_no_file(const ClOptions *options)
{
    for (guint i = 0; i < options->operands->len; i++) {
        const char *const name = options->operands->pdata[i];
        if (strcmp(name, "-") == 0)
            continue;
        cl_output_error("'quantities' reads standard input, not '%s' (write "
                        "claimlint quantities <FILE)",
                        name);
        return false;
    }
    return true;
}

int
cl_command_quantities(const ClOptions *options)
{
    if (!names_no_file(options))
        return CL_EXIT_UNJUDGED;
    g_autoptr(GError) error = NULL;
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(GString) out = g_string_new(NULL);
    g_auto(Reading) r;
    open_reading(&r, out);
    size_t length = 0;
    g_autofree char *input = cl_file_read("-", MOST_INPUT, &length, &error);
    if (!input) {
        cl_output_error("%s", error->message);
        return CL_EXIT_UNJUDGED;
    }
    r.vocabulary = cl_vocabulary_new(notes);
    if (!r.vocabulary) {
        cl_output_notes(options, notes);
        return CL_EXIT_UNJUDGED;
    }
    const bool read = read_lines(&r, input, length, options->explain);
    return cl_output_write(options, out) && read ? CL_EXIT_AGREED
                                                 : CL_EXIT_UNJUDGED;
}
