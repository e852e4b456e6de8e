/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "report/figure.h"

static ClVocabulary *
load_vocabulary(void)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    ClVocabulary *const vocabulary = cl_vocabulary_new(notes);
    ck_assert_msg(vocabulary != NULL, "the shipped vocabulary is good");
    return vocabulary;
}

static ClNumber
number(const char *text)
{
    ClNumber n = CL_NUMBER_OVERFLOW;
    ck_assert_msg(cl_number_parse(text, &n), "%s is a number", text);
    return n;
}

START_TEST(numbers_read_as_their_readers_write_them)
{
    static const struct {
        const char *name, *number, *chinese, *english;
    } rows[] = {
        {"ten thousands", "289000", "28.9万", "289,000"},
        {"a hundred million", "13500000000", "135亿", "13.5 billion"},
        {"万亿", "3500000000000", "3.5万亿", "3.5 trillion"},
        {"no more than three places behind the point", "13502500000",
         "135.025亿", "13,502.5 million"},
        {"negative millions", "-1250000", "-125万", "-1.25 million"},
        {"below ten thousand", "5999", "5999", "5,999"},
        {"three digits take no comma", "289", "289", "289"},
        {"no digit is lost", "12345678", "1234.5678万", "12,345,678"},
        {"a fraction", "0.35", "0.35", "0.35"},
        {"a fraction of thousands", "1234.5", "1234.5", "1,234.5"},
        {"negative", "-28900", "-2.89万", "-28,900"},
        {"nought", "0", "0", "0"},
        {"a third ends after 12 digits", "1/3", "0.333333333333",
         "0.333333333333"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) chinese = g_string_new(NULL);
        g_autoptr(GString) english = g_string_new(NULL);
        cl_figure_number(number(rows[i].number), true, chinese);
        cl_figure_number(number(rows[i].number), false, english);
        ck_assert_msg(g_str_equal(chinese->str, rows[i].chinese), "%s: %s",
                      rows[i].name, chinese->str);
        ck_assert_msg(g_str_equal(english->str, rows[i].english), "%s: %s",
                      rows[i].name, english->str);
    }
}
END_TEST

START_TEST(amounts_carry_their_unit)
{
    static const struct {
        const char *name, *number, *unit;
        bool chinese;
        const char *expected;
    } rows[] = {
        {"money", "13500000000", "元", true, "135亿元"},
        {"per cent", "45", "%", true, "45%"},
        {"per cent in English", "45", "%", false, "45%"},
        {"a lap", "424.957", "秒", true, "7分04秒957"},
        {"a lap in English", "424.957", "秒", false, "7:04.957"},
        {"a short time", "3.2", "秒", true, "3.2秒"},
        {"hours", "64800", "秒", true, "18小时"},
        {"hours and minutes", "3900", "秒", true, "1小时05分"},
        {"hours in English", "64800", "秒", false, "18:00:00"},
        {"finer than a thousandth", "60.12345", "秒", true, "60.12345秒"},
    };
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        cl_figure_amount(vocabulary, number(rows[i].number),
                         cl_unit_find(vocabulary, rows[i].unit),
                         rows[i].chinese, out);
        ck_assert_msg(g_str_equal(out->str, rows[i].expected), "%s: %s",
                      rows[i].name, out->str);
    }
}
END_TEST

START_TEST(readings_show_which_ends_are_left_out)
{
    static const struct {
        const char *name, *lo, *hi;
        bool lo_open, hi_open;
        const char *expected;
    } rows[] = {
        {"a point", "240000", "240000", false, false, "24万"},
        {"a range", "45", "50", false, false, "45–50"},
        {"nearly", "45", "50", false, true, "45–<50"},
        {"both ends out", "10", "20", true, true, ">10–<20"},
        {"more than", "289000", NULL, true, true, ">28.9万"},
        {"at least", "289000", NULL, false, true, "≥28.9万"},
        {"less than", NULL, "18", true, true, "<18"},
        {"at most", NULL, "18", true, false, "≤18"},
        {"from nought goes unsaid", "0", "18", true, true, "<18"},
        {"no bound at all", NULL, NULL, true, true, "任意"},
    };
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        const ClInterval interval = {
            .lo = number(rows[i].lo ? rows[i].lo : "0"),
            .hi = number(rows[i].hi ? rows[i].hi : "0"),
            .lo_open = rows[i].lo_open,
            .hi_open = rows[i].hi_open,
            .lo_unbounded = !rows[i].lo,
            .hi_unbounded = !rows[i].hi,
        };
        cl_figure_interval(vocabulary, interval, 0, true, out);
        ck_assert_msg(g_str_equal(out->str, rows[i].expected), "%s: %s",
                      rows[i].name, out->str);
    }
}
END_TEST

START_TEST(columns_line_up_by_what_a_terminal_shows)
{
    g_autoptr(ClColumns) columns = cl_columns_new(3);
    g_autoptr(GString) out = g_string_new(NULL);
    const char *const cells[] = {"24万台",  "", "a.txt:1",
                                 "289,000", "", "b.txt:2"};
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        g_string_append(cl_columns_next(columns), cells[i]);
    cl_columns_print(columns, "  ", out);
    ck_assert_str_eq(out->str, "  24万台   a.txt:1\n  289,000  b.txt:2\n");
}
END_TEST

RUN_TESTS("figure",
          numbers_read_as_their_readers_write_them,
          amounts_carry_their_unit,
          readings_show_which_ends_are_left_out,
          columns_line_up_by_what_a_terminal_shows)
