/* SPDX-License-Identifier: Apache-2.0 */
/* Which expressions are taken without asking PCRE2, and that it would. */
#include "rule/regex_plain.h"

#include "rule/regex.h"

#include "unit.h"

static const struct {
    const char *pattern;
    bool plain;
} rows[] = {
    {"订单", true},
    {"(?<!完)美的(?!是)", true},
    {"贝壳(?=.{0,8}(营收|收入))", true},
    {"\\bbusiness(?:es)?\\b(?! (?:machines|year))", true},
    {"(?<!多|个|\\d)字节", true},
    {"[0-9a-z一]{2,3}单+?", true},
    {"[^,.;]单", true},
    {"版?(?:\\.|\\d)", true},
    {"(?<![a-z])threads(?=.{0,20}(daily|users))", true},
    {"", false},          /* matches nothing */
    {"订?", false},       /* may match nothing */
    {"订|(?=单)", false}, /* one branch may */
    {"(?=单)", false},
    {"(?:单){0}", false},
    {"单{3,2}", false}, /* no range */
    {"[z-a]单", false},
    {"[:alpha:]单", false}, /* outside a class no name of one */
    {"[单", false},
    {"[]单]", false},
    {"(?<!a+)单", false}, /* of no length */
    {"(?<!(?:ab|a))单", false},
    {"\\b+单", false},
    {"(?=a)?单", false},
    {"单**", false},
    {"a++", false},
    {"单)", false},
    {"(单", false},
    {"(*UTF)单", false},
    {"(?C1)单", false},
    {"\\C单", false},
    {"\\", false},
    {"(?<name>单)", false},
    {"单{1000}", false},
    {"(?:单{999}){999}", false},
};

START_TEST(what_is_plain_is_right)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *mistake = cl_regex_check_whole(rows[i].pattern);
        ck_assert_msg(cl_regex_is_plain(rows[i].pattern) == rows[i].plain, "%s",
                      rows[i].pattern);
        ck_assert_msg(!rows[i].plain || !mistake, "%s: %s", rows[i].pattern,
                      mistake);
    }
}
END_TEST

RUN_TESTS("rule/regex_plain", what_is_plain_is_right)
