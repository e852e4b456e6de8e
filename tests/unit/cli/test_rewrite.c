/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "cli/rewrite.h"

#include <string.h>

static const char rule[] = "id: r9-orders\n"
                           "title: 远山 R9 订单量\n"
                           "subject: [R9, 远山12号]\n"
                           "unit: 辆\n"
                           "examples:\n"
                           "  - {text: R9共5万台, claim: {value: 5万}}\n"
                           "  - silent: Q3锁单5万台\n";

START_TEST(numbers_keep_what_they_say)
{
    static const struct {
        ClRewriting how;
        const char *text, *rewritten;
    } rows[] = {
        {CL_REWRITE_DIGITS, "R9锁单28.9万台", "R9锁单289,000台"},
        {CL_REWRITE_DIGITS, "门店二十八万九千家", "门店289,000家"},
        {CL_REWRITE_CHINESE, "R9锁单28.9万台", "R9锁单二十八万九千台"},
        {CL_REWRITE_CHINESE, "订单289,000辆", "订单二十八万九千辆"},
        {CL_REWRITE_CHINESE, "开售18小时订单1205辆",
         "开售十八小时订单一千二百零五辆"},
        {CL_REWRITE_WIDE_DIGITS, "R9锁单28.9万台", "R9锁单２８.９万台"},
        {CL_REWRITE_TRADITIONAL, "锁单28.9万台", "鎖單28.9萬臺"},
        {CL_REWRITE_FULL_WIDTH, "R9 5%", "Ｒ９　５％"},
        /* what would mean something else stays */
        {CL_REWRITE_DIGITS, "订单超28.9万辆", "订单超28.9万辆"},
        {CL_REWRITE_DIGITS, "订单5万辆", "订单5万辆"},
        {CL_REWRITE_DIGITS, "订单30.0万辆", "订单30.0万辆"},
        {CL_REWRITE_DIGITS, "订单28万到30万辆", "订单28万到30万辆"},
        {CL_REWRITE_CHINESE, "在2025年", "在2025年"},
        {CL_REWRITE_CHINESE, "份额12.5%", "份额12.5%"},
        {CL_REWRITE_CHINESE, "统一12万台", "统一12万台"},
        {CL_REWRITE_CHINESE, "¥5,999元", "¥5,999元"},
        {CL_REWRITE_CHINESE, "240,000 locked-in orders",
         "240,000 locked-in orders"},
        {CL_REWRITE_CHINESE, "远山12号台", "远山12号台"},
    };
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules =
        cl_rule_set_parse(rule, strlen(rule), "r.yaml", vocabulary, notes);
    ck_assert_ptr_nonnull(rules);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *got = cl_rewrite(rules, rows[i].text, rows[i].how);
        ck_assert_str_eq(got, rows[i].rewritten);
    }
}
END_TEST

START_TEST(whole_numbers_are_read_aloud_in_chinese)
{
    static const struct {
        int64_t number;
        const char *words;
    } rows[] = {
        {0, "零"},
        {10, "十"},
        {12, "十二"},
        {112, "一百一十二"},
        {1002, "一千零二"},
        {10012, "一万零一十二"},
        {110000, "十一万"},
        {289000, "二十八万九千"},
        {1000000001, "十亿零一"},
        {100050000, "一亿零五万"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        cl_rewrite_chinese(rows[i].number, out);
        ck_assert_str_eq(out->str, rows[i].words);
    }
}
END_TEST

RUN_TESTS("cli/rewrite",
          numbers_keep_what_they_say,
          whole_numbers_are_read_aloud_in_chinese)
