/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "text/text.h"

START_TEST(respelt_text_folds_to_what_it_was)
{
    static const char *const texts[] = {"兰亭茶铺门店已达1200家，订单量大涨。",
                                        "YU7 opened 12.5 more at last!",
                                        "“后台”与‘干部’", "", "发展里程碑"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *plain = cl_fold_term(texts[i]);
        g_autofree char *traditional = cl_text_traditional(texts[i]);
        g_autofree char *wide = cl_text_full_width(texts[i]);
        g_autofree char *first = cl_fold_term(traditional);
        g_autofree char *second = cl_fold_term(wide);
        ck_assert_str_eq(first, plain);
        ck_assert_str_eq(second, plain);
    }
}
END_TEST

START_TEST(simplified_characters_become_traditional)
{
    g_autofree char *text = cl_text_traditional("门店订单abc");
    ck_assert_str_eq(text, "門店訂單abc");
}
END_TEST

START_TEST(ascii_becomes_full_width)
{
    g_autofree char *text = cl_text_full_width("YU7 a~茶");
    ck_assert_str_eq(text, "ＹＵ７　ａ～茶");
}
END_TEST

RUN_TESTS("text/respell",
          respelt_text_folds_to_what_it_was,
          simplified_characters_become_traditional,
          ascii_becomes_full_width)
