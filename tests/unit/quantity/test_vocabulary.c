/* SPDX-License-Identifier: Apache-2.0 */
/* Units are found, named and converted; mistakes in the data have a place. */
#include "quantity/hedge.h"
#include "quantity/quantity.h"
#include "unit.h"

#include <string.h>

static ClVocabulary *
shipped(void)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    ClVocabulary *vocabulary = cl_vocabulary_new(notes);
    if (cl_notes_count(notes))
        ck_abort_msg("%s", cl_notes_get(notes, 0)->message);
    ck_assert_ptr_nonnull(vocabulary);
    return vocabulary;
}

static const struct {
    const char *spelling, *name, *dimension;
} spellings[] = {
    {"辆", "vehicle", "count"},
    {"%", "percent", "ratio"},
    {"percent", "percent", "ratio"},
    {"GB", "gigabyte", "information"},
    {"公里", "kilometre", "length"},
    {"km", "kilometre", "length"},
    {"元", "CNY", "money:CNY"},
    {"US$", "USD", "money:USD"},
    {"个百分点", "percentage_point", "point"},
    {"mAh", "milliampere_hour", "ampere_hour"},
    {"square kilometres", "square_kilometre", "area"},
    {"毫升", "millilitre", "volume"},
    {"vehicle", "vehicle", "count"},
    {"倍", "times", "multiple"},
    {"岁", "year", "age"},
};

START_TEST(a_unit_is_found_by_any_spelling)
{
    g_autoptr(ClVocabulary) v = shipped();
    for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++) {
        const ClUnitId unit = cl_unit_find(v, spellings[i].spelling);
        ck_assert_str_eq(cl_unit_name(v, unit), spellings[i].name);
        ck_assert_str_eq(cl_unit_dimension(v, unit), spellings[i].dimension);
    }
    ck_assert_int_eq(cl_unit_find(v, "没有这个单位"), 0);
    ck_assert_str_eq(cl_unit_name(v, 0), "");
    ck_assert_str_eq(cl_vocabulary_hedge_profile(v), "news 1");
    ck_assert_str_eq(cl_unit_label(v, cl_unit_find(v, "km"), true), "公里");
    ck_assert_str_eq(cl_unit_label(v, cl_unit_find(v, "公里"), false), "km");
}
END_TEST

static const struct {
    const char *from, *to, *factor; /* NULL: they do not fit */
} conversions[] = {
    {"公里", "米", "1000"},        {"小时", "分钟", "60"},
    {"斤", "公斤", "0.5"},         {"台", "辆", "1"},
    {"份", "订单", "1"},           {"辆", "台", NULL},
    {"%", "百分点", NULL},         {"元", "美元", NULL},
    {"度", "摄氏度", NULL},        {"万年", "年", NULL},
    {"mile", "metre", "1609.344"}, {"基点", "百分点", "0.01"},
};

START_TEST(only_what_fits_converts)
{
    g_autoptr(ClVocabulary) v = shipped();
    for (size_t i = 0; i < G_N_ELEMENTS(conversions); i++) {
        ClNumber factor, wanted;
        const bool fits =
            cl_unit_convert(v, cl_unit_find(v, conversions[i].from),
                            cl_unit_find(v, conversions[i].to), &factor);
        ck_assert_msg(fits == (conversions[i].factor != NULL), "%s to %s",
                      conversions[i].from, conversions[i].to);
        if (!fits)
            continue;
        ck_assert(cl_number_parse(conversions[i].factor, &wanted));
        ck_assert(cl_number_equal(factor, wanted));
    }
}
END_TEST

/* ---- Quantities converted ---------------------------------------------- */

static const struct {
    const char *text, *to, *hard; /* NULL: refused */
} readings[] = {
    {"增长了2倍", "倍", "[3, 3]"},
    {"是去年的3倍", "倍", "[3, 3]"},
    {"增长50%", "倍", "[1.5, 1.5]"},
    {"占50%", "倍", "[0.5, 0.5]"},
    {"下降20%", "倍", "[0.8, 0.8]"},
    {"是去年的3倍", "%", "[200, 200]"},
    {"增长了2倍", "%", "[200, 200]"},
    {"提升近2倍", "倍", "[2.8, 3)"},
    {"一半用户", "%", "[45, 55]"},
    {"三成用户", "%", "[27, 33]"},
    {"三分之一", "%", "[33.3333333333, 33.3333333334]"},
    {"2个百分点", "%", NULL},
    {"3公里", "米", "[3000, 3000]"},
    {"24万台", "辆", "[240000, 240000]"},
    {"100亿美元", "元", NULL},
    {"翻两番", "倍", "[3.6, 4.4]"},
};

START_TEST(growth_and_level_are_kept_apart)
{
    g_autoptr(ClVocabulary) v = shipped();
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    for (size_t i = 0; i < G_N_ELEMENTS(readings); i++) {
        const char *text = readings[i].text;
        cl_quantities_read(v, text, strlen(text), found);
        ck_assert_msg(found->len == 1, "%s", text);
        ClQuantity out;
        const bool fits =
            cl_quantity_convert(v, &g_array_index(found, ClQuantity, 0),
                                cl_unit_find(v, readings[i].to), &out);
        ck_assert_msg(fits == (readings[i].hard != NULL), "%s", text);
        if (!fits)
            continue;
        g_autoptr(GString) hard = g_string_new(NULL);
        cl_interval_print(out.hard, hard);
        ck_assert_str_eq(hard->str, readings[i].hard);
    }
}
END_TEST

START_TEST(a_reading_is_explained_step_by_step)
{
    g_autoptr(ClVocabulary) v = shipped();
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    g_autoptr(GString) out = g_string_new(NULL);
    const char *text = "提升了近2倍";
    cl_quantities_read(v, text, strlen(text), found);
    cl_quantity_explain(v, &g_array_index(found, ClQuantity, 0), text, out);
    ck_assert_ptr_nonnull(strstr(out->str, "近2倍"));
    ck_assert_ptr_nonnull(strstr(out->str, "near: hard [0.9v, v)"));
    ck_assert_ptr_nonnull(strstr(out->str, "[1.8, 2)"));
    ck_assert_ptr_nonnull(strstr(out->str, "growth"));
}
END_TEST

/* ---- Widths ------------------------------------------------------------ */

static const struct {
    const char *width, *value, *unit, *interval;
} widths[] = {
    {"(v, v+step]", "289000", "1", "(289000, 290000]"},
    {"(v, v+step]", "50", "1", "(50, 60]"},
    {"(v, v+step]", "25", "1", "(25, 30]"},
    {"(v, v+step]", "1000000", "1", "(1000000, 2000000]"},
    {"[0.9v, v)", "50", "1", "[45, 50)"},
    {"v ± min(step, 10%)", "60", "1", "[54, 66]"},
    {"v ± min(step, 10%)", "289000", "1", "[288000, 290000]"},
    {"(v, v+unit)", "10", "10", "(10, 20)"},
    {"[v, inf)", "3", "1", "[3, +inf)"},
    {"(0, v)", "3", "1", "(0, 3)"},
};

START_TEST(widths_are_worked_out_exactly)
{
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        ClHedgeWidth width;
        ClHedgeNumber number;
        ck_assert_msg(cl_hedge_parse(widths[i].width, &width), "%s",
                      widths[i].width);
        ck_assert(cl_number_parse(widths[i].value, &number.value));
        ck_assert(cl_number_parse(widths[i].unit, &number.unit));
        g_autoptr(GString) out = g_string_new(NULL);
        cl_interval_print(cl_hedge_width(&width, number), out);
        ck_assert_str_eq(out->str, widths[i].interval);
    }
}
END_TEST

START_TEST(what_is_no_width_is_refused)
{
    static const char *const wrong[] = {
        "", "v", "[v", "[v, w]", "(v; 2v)", "v ± step", "[v, v] and more"};
    ClHedgeWidth width;
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        ck_assert_msg(!cl_hedge_parse(wrong[i], &width), "%s", wrong[i]);
}
END_TEST

/* ---- Mistakes ---------------------------------------------------------- */

static const struct {
    const char *name, *units, *hedges;
    unsigned line, column;
    const char *message;
} mistakes[] = {
    {"an unknown key",
     "dimensions: {length: {kind: dimension}}\nunits:\n"
     "  - {name: metre, dimension: length, faktor: 1}\n",
     NULL, 3, 38, "unknown key 'faktor'"},
    {"a factor that is no number",
     "dimensions: {length: {kind: dimension}}\nunits:\n"
     "  - {name: metre, dimension: length, factor: one}\n",
     NULL, 3, 46, "'factor' is no number: 'one'"},
    {"an unknown dimension",
     "dimensions: {length: {kind: dimension}}\nunits:\n"
     "  - {name: gram, dimension: mass}\n",
     NULL, 3, 5, "unknown dimension 'mass'"},
    {"an unknown accepted unit",
     "dimensions: {count: {kind: count}}\nunits:\n"
     "  - {name: item, dimension: count, accepts: [thing]}\n",
     NULL, 3, 46, "unknown unit 'thing'"},
    {"a width that is none", NULL,
     "profile: p\nversion: 1\nhedges:\n"
     "  - {name: over, hard: \"(v\", usual: \"(v, inf)\", shape: soft}\n",
     4, 24, "'hard' is no width: '(v'"},
    {"an unknown shape", NULL,
     "profile: p\nversion: 1\nhedges:\n"
     "  - {name: over, hard: \"(v, inf)\", usual: \"(v, inf)\", shape: odd}\n",
     4, 62, "unknown shape 'odd'"},
};

START_TEST(mistakes_in_the_data_have_a_place)
{
    for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        const char *units = mistakes[i].units, *hedges = mistakes[i].hedges;
        g_autoptr(ClVocabulary) v = cl_vocabulary_new_from(
            units, units ? strlen(units) : 0, "u.yaml", hedges,
            hedges ? strlen(hedges) : 0, "h.yaml", notes);
        ck_assert_msg(!v, "%s", mistakes[i].name);
        ck_assert_msg(cl_notes_count(notes) > 0, "%s", mistakes[i].name);
        const ClNote *note = cl_notes_get(notes, 0);
        ck_assert_str_eq(note->message, mistakes[i].message);
        ck_assert_str_eq(note->file, units ? "u.yaml" : "h.yaml");
        ck_assert_uint_eq(note->line, mistakes[i].line);
        ck_assert_uint_eq(note->column, mistakes[i].column);
    }
}
END_TEST

RUN_TESTS("vocabulary",
          a_unit_is_found_by_any_spelling,
          only_what_fits_converts,
          growth_and_level_are_kept_apart,
          a_reading_is_explained_step_by_step,
          widths_are_worked_out_exactly,
          what_is_no_width_is_refused,
          mistakes_in_the_data_have_a_place)
