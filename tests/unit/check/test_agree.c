/* SPDX-License-Identifier: Apache-2.0 */
/* Pairs of figures that say the same, strain each other, or cannot both be. */
#include "check/check.h"
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
    {"a decimal rounds to a whole", "5.4%", "5%", CL_AGREE},
    {"round thousands are not round ten thousands", "289,000人", "300,000人",
     CL_DISAGREE},
    {"notations of one number agree", "28.9万人", "289,000人", CL_AGREE},
    {"the written number of over may be rounded", "超28.9万人", "28.87万人",
     CL_AGREE},
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
    {"at least holds all above", "95%以上", "99%", CL_AGREE},
    {"under does not hold its end", "不到24万台", "超24万台", CL_DISAGREE},
    {"a spoken fraction is soft", "一半", "48%", CL_AGREE},
    {"growth is one more than its multiple", "增长了2倍", "是3倍", CL_AGREE},
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

RUN_TESTS("agree", pairs_agree_as_editors_say, tolerance_widens_both_figures)
