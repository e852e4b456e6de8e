/* SPDX-License-Identifier: Apache-2.0 */
/* Pairs of figures that say the same, strain each other, or cannot both be. */
#include "check/private.h"
#include "unit.h"

#include <string.h>

typedef struct {
    const char *name, *a, *b;
    ClAgreement agreement;
} Row;

static const Row rows[] = {
    {"a point touches an open bound", "24万台", "超24万台", CL_AGREE},
    {"a sum touches its over", "135亿元", "超过135亿元", CL_AGREE},
    {"a count touches its odd", "2500人", "2500多人", CL_AGREE},
    {"a figure rounds up to a whole", "106.76亿元", "107亿元", CL_AGREE},
    {"a figure truncates to a whole", "106.76亿元", "106亿元", CL_AGREE},
    {"a figure rounds to two digits", "1020亿元", "1000亿元", CL_AGREE},
    {"a half is told to a tenth", "half a percent", "0.51 percent", CL_AGREE},
    {"and no more than that", "half a percent", "0.6 percent", CL_DISAGREE},
    {"a decimal rounds to a whole", "5.4%", "5%", CL_AGREE},
    {"round thousands are not round ten thousands", "289,000人", "300,000人",
     CL_DISAGREE},
    {"notations of one number agree", "28.9万人", "289,000人", CL_AGREE},
    {"the written number of over may be rounded", "超28.9万人", "28.87万人",
     CL_AGREE},
    {"what is above it strains fewer than that", "不到8000家", "8,011家",
     CL_STRAIN},
    {"so does what rounds to it", "不到4万辆", "40,397辆", CL_STRAIN},
    {"what is below it strains more than that", "超8000家", "7,986家",
     CL_STRAIN},
    {"what rounds to the digits of over may be meant", "超4万辆", "39,876辆",
     CL_AGREE},
    {"a rounder figure breaks no bound", "超过1020亿元", "千亿元", CL_AGREE},
    {"open ends that only touch part", "接近50%", "超过50%", CL_DISAGREE},
    {"nearly strains about below it", "接近50%", "45%左右", CL_STRAIN},
    {"over strains what is far above", "超24万台", "28.9万台", CL_STRAIN},
    {"over holds the next step", "超过50%", "58%", CL_AGREE},
    {"odd holds its upper half only with strain", "50%多", "58%", CL_STRAIN},
    {"over and odd of one number agree", "超过50%", "50%多", CL_AGREE},
    {"different points part", "24万台", "28.9万台", CL_DISAGREE},
    {"neighbouring tenths part", "28.9万台", "28.8万台", CL_DISAGREE},
    {"a range holds a point", "2-3倍", "2.5倍", CL_AGREE},
    {"a range leaves a point out", "2-3倍", "3.5倍", CL_DISAGREE},
    {"the end of a range is not rounded", "2-3倍", "1.96倍", CL_DISAGREE},
    {"at least holds all above", "95%以上", "99%", CL_AGREE},
    {"under does not hold its end", "不到24万台", "超24万台", CL_DISAGREE},
    {"a spoken fraction is soft", "一半", "48%", CL_AGREE},
    {"growth is one more than its multiple", "增长了2倍", "是3倍", CL_AGREE},
    {"at least touches under", "24万台以上", "不到24万台", CL_AGREE},
    {"at least and at most share their end", "24万台以上", "24万台以下",
     CL_AGREE},
    {"over and under share none", "超24万台", "不到24万台", CL_DISAGREE},
    {"falls of more and of less", "下降超过5%", "下降4%", CL_DISAGREE},
    {"a fall of more holds a deeper one", "下降超过5%", "下降5.5%", CL_AGREE},
    {"two falls without end", "下降超过5%", "下降超过6%", CL_AGREE},
    {"a fall without end and a rise without end", "下降超过5%", "增长超过5%",
     CL_DISAGREE},
    {"nothing is what a little rounds to", "0.4%", "0%", CL_AGREE},
    {"nothing is not what a whole rounds to", "1%", "0%", CL_DISAGREE},
    {"a hedge on both sides is no rounding", "约24万台", "约30万台",
     CL_DISAGREE},
    {"two price spans of the same ends", "售价21万-30万元",
     "售价210000-300000元", CL_AGREE},
    {"price spans whose ends are rounded", "售价21万-30万元",
     "售价20.99万-29.99万元", CL_AGREE},
    {"price spans that end apart", "售价21万-30万元", "售价21万-32万元",
     CL_DISAGREE},
    {"price spans that begin apart", "售价21万-30万元", "售价22万-30万元",
     CL_DISAGREE},
    {"a price within a span", "售价21万-30万元", "25万元", CL_AGREE},
    {"a fall is no rise", "同比降5%", "同比增5%", CL_DISAGREE},
};

static ClVocabulary *
load_vocabulary(void)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    ClVocabulary *vocabulary = cl_vocabulary_new(notes);
    ck_assert_ptr_nonnull(vocabulary);
    return vocabulary;
}

static ClQuantity
read_quantity(const ClVocabulary *vocabulary, const char *text, ClUnitId *unit)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    cl_quantities_read(vocabulary, text, strlen(text), found);
    ck_assert_msg(found->len == 1, "%s: %u quantities", text, found->len);
    ClQuantity quantity = g_array_index(found, ClQuantity, 0);
    if (!*unit)
        *unit = quantity.unit;
    ClQuantity converted;
    ck_assert_msg(cl_quantity_convert(vocabulary, &quantity, *unit, &converted),
                  "%s does not convert", text);
    return converted;
}

START_TEST(pairs_agree_as_editors_say)
{
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    const ClNumber exact = cl_number_make(0, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const Row *row = &rows[i];
        ClUnitId unit =
            strcmp(row->a, "一半") == 0 ? cl_unit_find(vocabulary, "%") : 0;
        const ClQuantity a = read_quantity(vocabulary, row->a, &unit);
        const ClQuantity b = read_quantity(vocabulary, row->b, &unit);
        ck_assert_msg(cl_quantities_agree(&a, &b, exact) == row->agreement,
                      "%s: %s, %s", row->name, row->a, row->b);
        ck_assert_msg(cl_quantities_agree(&b, &a, exact) == row->agreement,
                      "%s, turned round", row->name);
    }
}
END_TEST

START_TEST(tolerance_widens_both_figures)
{
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    ClUnitId unit = 0;
    const ClQuantity a = read_quantity(vocabulary, "24万台", &unit);
    const ClQuantity b = read_quantity(vocabulary, "26万台", &unit);
    ck_assert(cl_quantities_agree(&a, &b, cl_number_make(1, -2)) ==
              CL_DISAGREE);
    ck_assert(cl_quantities_agree(&a, &b, cl_number_make(5, -2)) == CL_AGREE);
}
END_TEST

START_TEST(tolerance_widens_what_each_side_needs)
{
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    static const struct {
        const char *name, *a, *b;
        int percent;
        ClAgreement agreement;
    } wide[] = {
        {"each end moves by its own size", "100台", "120台", 10, CL_AGREE},
        {"and no further", "100台", "123台", 10, CL_DISAGREE},
        {"falls too", "下降100%", "下降120%", 10, CL_AGREE},
        {"spans are intervals then", "售价21万-30万元", "售价21万-32万元", 5,
         CL_AGREE},
        {"spans apart stay apart", "售价10万-11万元", "售价21万-32万元", 5,
         CL_DISAGREE},
        {"what would overflow is not widened", "9223372036854775807台",
         "9223372036854775806台", 3, CL_DISAGREE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++) {
        ClUnitId unit = 0;
        const ClQuantity a = read_quantity(vocabulary, wide[i].a, &unit);
        const ClQuantity b = read_quantity(vocabulary, wide[i].b, &unit);
        const ClNumber part = cl_number_make(wide[i].percent, -2);
        ck_assert_msg(cl_quantities_agree(&a, &b, part) == wide[i].agreement,
                      "%s", wide[i].name);
        ck_assert_msg(cl_quantities_agree(&b, &a, part) == wide[i].agreement,
                      "%s, turned round", wide[i].name);
    }
}
END_TEST

START_TEST(precision_is_that_of_the_digits_written)
{
    static const struct {
        const char *name, *value;
        int place, expected;
    } precise[] = {
        {"to the last digit", "106.76", -2, -2},
        {"to the digit that is not zero", "289000", 0, 3},
        {"never coarser than the second digit", "300000", 0, 4},
        {"a zero is as precise as written", "0", -2, -2},
        {"a third is as precise as written", "1/3", -5, -5},
        {"one digit is as precise as a tenth of it", "5", 0, 0},
        {"a round decimal", "0.5", -1, -1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(precise); i++) {
        ClNumber value;
        const ClQuantity quantity = {.place = precise[i].place};
        ck_assert(cl_number_parse(precise[i].value, &value));
        ck_assert_msg(precision_of(&quantity, value) == precise[i].expected,
                      "%s: %d", precise[i].name,
                      precision_of(&quantity, value));
    }
}
END_TEST

RUN_TESTS("agree",
          pairs_agree_as_editors_say,
          tolerance_widens_both_figures,
          tolerance_widens_what_each_side_needs,
          precision_is_that_of_the_digits_written)
