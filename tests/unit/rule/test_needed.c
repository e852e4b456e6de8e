/* SPDX-License-Identifier: Apache-2.0 */
/* What every match of an expression holds. */
#include "rule/needed.h"

#include "unit.h"

START_TEST(a_match_holds_one_of_the_words)
{
    static const struct {
        const char *pattern, *words; /* NULL: nothing is known */
    } rows[] = {
        {"订单", "订单"},
        {"(?<!完)美的(?!是)", "美的"},
        {"[0-9万]单", "单"},
        {"\\bmade\\b(?= on revenue)", " made"},
        {"\\b(?:had|has|with)(?= [0-9])", " had| has| with"},
        {"(?<![a-z])(volkswagen|vw)(?! brand)", " volkswagen| vw"},
        {"(?:来自|从)\\s?(?:苹果|iphone)", "苹果|iphone"},
        {"下了?订", "下"},
        {"orders?", "order"},
        {"(?:订)?单量", "单量"},
        {"(?:订|单)?", NULL},
        {"订|[0-9]", NULL},
        {"a\\x41", NULL},
        {"(?<name>订单)", NULL},
        {"(?i)订单", NULL},
        {"[[:digit:]]单", NULL},
        {"订单(", NULL},
        {"keep(?=\\p{Han})", "keep"},
        {"订{2,3}单子", "单子"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GPtrArray) words = cl_needed_words(rows[i].pattern);
        g_autoptr(GString) all = g_string_new(NULL);
        for (guint j = 0; words && j < words->len; j++)
            g_string_append_printf(all, "%s%s", j ? "|" : "",
                                   (const char *)words->pdata[j]);
        ck_assert_msg(strcmp(all->str, rows[i].words ? rows[i].words : "") == 0,
                      "%s: '%s'", rows[i].pattern, all->str);
    }
}
END_TEST

RUN_TESTS("rule/needed", a_match_holds_one_of_the_words)
