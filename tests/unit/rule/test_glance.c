/* SPDX-License-Identifier: Apache-2.0 */
/* An expression is left out only where it could not match. */
#include "rule/glance.h"

#include "unit.h"

#include <string.h>

START_TEST(what_may_match_is_told)
{
    static const struct {
        const char *pattern, *text;
        bool may;
    } rows[] = {
        {"订单", "累计订单超过", true},
        {"订单", "累计销量超过", false},
        {"订单", "订", false},
        {"下了?订", "下订", true},
        {"下了?订", "上", false},
        {"(?<![a-z])(volkswagen|vw)(?! brand)", "the vw group", true},
        {"(?<![a-z])(volkswagen|vw)(?! brand)", "the vo group", false},
        {"\\b(?:had|has)(?= [0-9])", "it has 3", true},
        {"\\b(?:had|has)(?= [0-9])", "it is 3", false},
        {"[0-9]+", "it is", true}, /* needs nothing that is known */
        {"业务收入", "业务收入", true},
        {"业务收入", "业务收", false},
        {"orders?", "order", true},
        {"", "", true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        ClGlance *glance = cl_glance_new();
        ClGlanced text;
        cl_glance_add(glance, "销量");
        cl_glance_add(glance, rows[i].pattern);
        cl_glance_at(rows[i].text, strlen(rows[i].text), &text);
        ck_assert_msg(cl_glance_may(glance, 1, &text) == rows[i].may,
                      "%s in %s", rows[i].pattern, rows[i].text);
        cl_glance_free(glance);
    }
}
END_TEST

RUN_TESTS("rule/glance", what_may_match_is_told)
