/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A number in the rule's unit becomes what a reader would write.  Digits are
 * never lost: only a fraction that does not end is rounded, to 12 places.
 */
#include "report/figure.h"

#include <string.h>

static const struct {
    int power;
    const char *word;
} tens[] = {{12, "万亿"}, {8, "亿"}, {4, "万"}};

bool
cl_figure_is_chinese(const char *text)
{
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char_validated(at, -1);
        if (c >= (gunichar)-2)
            return false;
        if (g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN)
            return true;
    }
    return false;
}

static void
print_chinese(ClNumber number, GString *out)
{
    const int magnitude = cl_number_magnitude(number);
    for (size_t i = 0; i < G_N_ELEMENTS(tens); i++) {
        if (magnitude < tens[i].power)
            continue;
        const ClNumber few = cl_number_shift(number, -tens[i].power);
        cl_number_print(few, CL_ROUND_HALF_AWAY, out);
        g_string_append(out, tens[i].word);
        return;
    }
    cl_number_print(number, CL_ROUND_HALF_AWAY, out);
}

/* 13,502.5 */
static void
print_grouped(ClNumber number, GString *out)
{
    const size_t start = out->len;
    cl_number_print(number, CL_ROUND_HALF_AWAY, out);
    const size_t first = start + (out->str[start] == '-');
    size_t at = first + strspn(out->str + first, "0123456789");
    while (at > first + 3) {
        at -= 3;
        g_string_insert_c(out, (gssize)at, ',');
    }
}

/* 350 billion, 1.25 million: in the largest word that needs no more than three
   places behind the point, as English prints it; else all digits. */
static void
print_english(ClNumber number, GString *out)
{
    static const struct {
        int power;
        const char *word;
    } scales[] = {{12, " trillion"}, {9, " billion"}, {6, " million"}};
    enum { PLACES = 3 };
    const int magnitude = cl_number_magnitude(number);
    for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
        const ClNumber few = cl_number_shift(number, -scales[i].power);
        if (magnitude < scales[i].power ||
            !cl_number_equal(cl_number_round(few, -PLACES, CL_ROUND_TRUNCATE),
                             few))
            continue;
        print_grouped(few, out);
        g_string_append(out, scales[i].word);
        return;
    }
    print_grouped(number, out);
}

void
cl_figure_number(ClNumber number, bool chinese, GString *out)
{
    if (!cl_number_valid(number))
        g_string_append_c(out, '?');
    else if (chinese)
        print_chinese(number, out);
    else
        print_english(number, out);
}

bool
cl_figure_whole(ClNumber number, int64_t *out)
{
    const ClNumber whole = cl_number_round(number, 0, CL_ROUND_TRUNCATE);
    if (!cl_number_valid(whole) || whole.exponent > 18 || whole.exponent < 0)
        return false;
    int64_t value = whole.digits;
    for (int i = 0; i < whole.exponent; i++) {
        if (value > G_MAXINT64 / 10 || value < G_MININT64 / 10)
            return false;
        value *= 10;
    }
    *out = value;
    return true;
}

/* 18小时, 1小时05分, 7分04秒957: a tail of noughts is left out. */
static void
print_clock_chinese(int64_t seconds, int64_t millis, GString *out)
{
    const int64_t hours = seconds / 3600;
    const int minutes = (int)(seconds / 60 % 60), rest = (int)(seconds % 60);
    if (hours)
        g_string_append_printf(out, "%" G_GINT64_FORMAT "小时", hours);
    if (minutes || rest || millis)
        g_string_append_printf(out, hours ? "%02d分" : "%d分", minutes);
    if (rest || millis)
        g_string_append_printf(out, "%02d秒", rest);
    if (millis)
        g_string_append_printf(out, "%03d", (int)millis);
}

static void
print_clock_english(int64_t seconds, int64_t millis, GString *out)
{
    const int64_t hours = seconds / 3600;
    const int minutes = (int)(seconds / 60 % 60), rest = (int)(seconds % 60);
    if (hours)
        g_string_append_printf(out, "%" G_GINT64_FORMAT ":%02d:", hours,
                               minutes);
    else
        g_string_append_printf(out, "%d:", minutes);
    g_string_append_printf(out, "%02d", rest);
    if (millis)
        g_string_append_printf(out, ".%03d", (int)millis);
}

/* Lap times, 7分04秒957: seconds from a minute up, no finer than 1/1000. */
static bool
print_lap(ClNumber number, bool chinese, GString *out)
{
    int64_t seconds, millis;
    if (!cl_figure_whole(number, &seconds) || seconds < 60)
        return false;
    const ClNumber part =
        cl_number_subtract(number, cl_number_make(seconds, 0));
    const ClNumber exact = cl_number_shift(part, 3);
    if (!cl_figure_whole(exact, &millis) ||
        !cl_number_equal(exact, cl_number_make(millis, 0)))
        return false;
    if (chinese)
        print_clock_chinese(seconds, millis, out);
    else
        print_clock_english(seconds, millis, out);
    return true;
}

static bool
is_seconds(const ClVocabulary *vocabulary, ClUnitId unit)
{
    return strcmp(cl_unit_name(vocabulary, unit), "second") == 0;
}

static void
print_label(const char *label, bool chinese, GString *out)
{
    if (!chinese && g_ascii_isalpha(*label))
        g_string_append_c(out, ' ');
    g_string_append(out, label);
}

void
cl_figure_amount(const ClVocabulary *vocabulary,
                 ClNumber number,
                 ClUnitId unit,
                 bool chinese,
                 GString *out)
{
    if (is_seconds(vocabulary, unit) && cl_number_valid(number) &&
        print_lap(number, chinese, out))
        return;
    cl_figure_number(number, chinese, out);
    if (unit)
        print_label(cl_unit_label(vocabulary, unit, chinese), chinese, out);
}

/* 40.5–49.5%: of two ends the upper one carries the unit for both. */
static void
print_low_end(const ClVocabulary *vocabulary,
              ClInterval interval,
              ClUnitId unit,
              bool chinese,
              GString *out)
{
    const bool alone = interval.hi_unbounded || cl_interval_is_point(interval);
    if (alone || is_seconds(vocabulary, unit))
        cl_figure_amount(vocabulary, interval.lo, unit, chinese, out);
    else
        cl_figure_number(interval.lo, chinese, out);
}

void
cl_figure_interval(const ClVocabulary *vocabulary,
                   ClInterval interval,
                   ClUnitId unit,
                   bool chinese,
                   GString *out)
{
    if (interval.lo_unbounded && interval.hi_unbounded) {
        g_string_append(out, chinese ? "任意" : "any");
        return;
    }
    const bool point = cl_interval_is_point(interval);
    /* 不到24万 is (0, 24万): the nought goes without saying */
    if (interval.lo_open && !interval.hi_unbounded &&
        cl_number_is_zero(interval.lo))
        interval.lo_unbounded = true;
    if (!interval.lo_unbounded) {
        if (interval.lo_open)
            g_string_append(out, ">");
        else if (interval.hi_unbounded)
            g_string_append(out, "≥");
        print_low_end(vocabulary, interval, unit, chinese, out);
    }
    if (point || interval.hi_unbounded)
        return;
    if (!interval.lo_unbounded)
        g_string_append(out, "–");
    if (interval.hi_open)
        g_string_append(out, "<");
    else if (interval.lo_unbounded)
        g_string_append(out, "≤");
    cl_figure_amount(vocabulary, interval.hi, unit, chinese, out);
}
