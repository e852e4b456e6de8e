/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Any text becomes quantities and times that keep what quantity.h promises:
 * spans in order and on borders, lo <= hi, the usual reading inside the hard
 * one, numbers that survive being written and read.
 */

#include "fuzz.h"

#include "quantity/quantity.h"

typedef struct {
    const ClVocabulary *vocabulary;
    const char *text;
    size_t length;
} Input;

/* ---- Numbers and intervals --------------------------------------------- */

static ClNumber
reread(ClNumber number, ClRounding rounding, GString *out)
{
    ClNumber read = CL_NUMBER_OVERFLOW;
    g_string_truncate(out, 0);
    cl_number_print(number, rounding, out);
    MUST(cl_number_parse(out->str, &read), "printed '%s' is no number",
         out->str);
    return read;
}

/* A fraction without end is printed rounded; all others come back equal. */
static void
must_survive_printing(ClNumber number)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const ClNumber low = reread(number, CL_ROUND_FLOOR, out);
    const ClNumber high = reread(number, CL_ROUND_CEILING, out);
    if (number.divisor == 1) {
        MUST(cl_number_valid(low) && cl_number_equal(low, number) &&
                 cl_number_equal(high, number),
             "%" G_GINT64_FORMAT "e%d printed as '%s'", number.digits,
             number.exponent, out->str);
        return;
    }
    MUST(cl_number_valid(low) && cl_number_compare(low, number) <= 0,
         "floor of '%s' is above", out->str);
    MUST(cl_number_valid(high) && cl_number_compare(high, number) >= 0,
         "ceiling '%s' is below", out->str);
}

static void
must_be_interval(ClInterval interval, const char *what)
{
    g_autoptr(GString) out = g_string_new(NULL);
    MUST(cl_interval_valid(interval), "%s overflowed", what);
    cl_interval_print(interval, out);
    if (!interval.lo_unbounded)
        must_survive_printing(interval.lo);
    if (!interval.hi_unbounded)
        must_survive_printing(interval.hi);
    if (interval.lo_unbounded || interval.hi_unbounded)
        return;
    const int order = cl_number_compare(interval.lo, interval.hi);
    MUST(order < 0 || (order == 0 && !interval.lo_open && !interval.hi_open),
         "%s is empty: %s", what, out->str);
}

static void
must_be_readings(ClInterval hard, ClInterval usual)
{
    must_be_interval(hard, "hard");
    must_be_interval(usual, "usual");
    g_autoptr(GString) out = g_string_new("hard ");
    cl_interval_print(hard, out);
    g_string_append(out, " usual ");
    cl_interval_print(usual, out);
    MUST(cl_interval_contains(hard, usual), "%s", out->str);
}

/* ---- Quantities -------------------------------------------------------- */

static void
must_convert(const Input *input, const ClQuantity *q, ClUnitId to)
{
    ClQuantity other;
    if (!cl_quantity_convert(input->vocabulary, q, to, &other))
        return;
    must_be_readings(other.hard, other.usual);
    MUST(cl_number_valid(other.value), "converted value overflowed");
}

static void
must_explain(const Input *input, const ClQuantity *q)
{
    g_autoptr(GString) out = g_string_new(NULL);
    cl_quantity_explain(input->vocabulary, q, input->text, out);
    MUST(out->len, "nothing explained");
    must_be_text(out->str, out->len);
}

static void
must_be_quantity(const Input *input, const ClQuantity *q)
{
    static const char *const units[] = {"%", "倍", "元", "秒", "人", "米"};
    must_be_span(input->text, input->length, q->span);
    must_be_span(input->text, input->length, q->number);
    MUST(q->span.start < q->span.end && cl_span_contains(q->span, q->number),
         "number [%zu, %zu) of quantity [%zu, %zu)", q->number.start,
         q->number.end, q->span.start, q->span.end);
    must_be_readings(q->hard, q->usual);
    MUST(cl_number_valid(q->value) && cl_number_valid(q->upper),
         "the written number overflowed");
    MUST(q->hedge && *q->hedge, "no hedge name");
    MUST(cl_quantity_kind_name(q->kind), "kind %d", (int)q->kind);
    MUST(!q->unit || *cl_unit_name(input->vocabulary, q->unit), "no unit name");
    MUST(!q->per || *cl_unit_name(input->vocabulary, q->per), "no unit name");
    must_explain(input, q);
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        must_convert(input, q, cl_unit_find(input->vocabulary, units[i]));
}

static void
must_read_quantities(const Input *input)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    cl_quantities_read(input->vocabulary, input->text, input->length, all);
    size_t end = 0;
    for (guint i = 0; i < all->len; i++) {
        const ClQuantity *const q = &g_array_index(all, ClQuantity, i);
        must_be_quantity(input, q);
        MUST(q->span.start >= end, "[%zu, %zu) begins before %zu",
             q->span.start, q->span.end, end);
        end = q->span.end;
    }
}

/* ---- Times ------------------------------------------------------------- */

static void
must_be_day(ClDay day)
{
    MUST(day == 0 || g_date_valid_dmy((GDateDay)(day % 100),
                                      (GDateMonth)(day / 100 % 100),
                                      (GDateYear)(day / 10000)),
         "no such day: %d", (int)day);
}

static void
must_be_time(const Input *input, const ClTime *time)
{
    must_be_span(input->text, input->length, time->span);
    MUST(time->span.start < time->span.end, "empty time");
    MUST(*time->iso && memchr(time->iso, 0, sizeof time->iso), "no iso");
    must_be_text(time->iso, strlen(time->iso));
    must_be_day(time->from);
    must_be_day(time->to);
    MUST(!time->from || !time->to || time->from <= time->to, "%s: %d to %d",
         time->iso, (int)time->from, (int)time->to);
    if (time->kind == CL_TIME_WINDOW)
        MUST(cl_number_sign(time->seconds) >= 0 &&
                 cl_number_valid(time->seconds),
             "%s: length", time->iso);
}

static void
must_read_times(const Input *input, ClDay reference)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(ClTime));
    cl_times_read(input->vocabulary, input->text, input->length, reference,
                  all);
    size_t end = 0;
    for (guint i = 0; i < all->len; i++) {
        const ClTime *const time = &g_array_index(all, ClTime, i);
        must_be_time(input, time);
        MUST(time->span.start >= end, "time [%zu, %zu) begins before %zu",
             time->span.start, time->span.end, end);
        end = time->span.end;
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static ClVocabulary *vocabulary;
    g_autoptr(ClNotes) notes = cl_notes_new();
    if (!vocabulary)
        vocabulary = cl_vocabulary_new(notes);
    Input input = {.vocabulary = vocabulary};
    g_autofree char *text = make_text(bytes, length, &input.length);
    input.text = text;
    must_read_quantities(&input);
    must_read_times(&input, 0);
    must_read_times(&input, 20240229);
    return 0;
}
