/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stated relations reckoned again: rows of passages and what is told of them,
 * "relation [cause]"; nothing where some reading makes them true.
 */
#include "arithmetic_rules.h"
#include "check/check.h"
#include "world.h"

typedef struct {
    const char *name, *text, *told;
} Row;

static const Row rows[] = {
    /* two digits that changed places */
    {"a term that is no sum's is named with what it may be",
     "公司有门店1363家，其中自营1299家，加盟46家。",
     "1299家 + 46家 = 1345家, not 1363家; 46家 may be 64家 "
     "transposed-digits\n"},
    {"so is the end that a growth leads from",
     "利润从54.1亿元增至62.6亿元，增长38.8%。",
     "(62.6亿元 - 54.1亿元) / 54.1亿元 = 15.71%, not 38.8%; 54.1亿元 may be "
     "45.1亿元 transposed-digits\n"},
    {"a growth of two digits fits too much to say so",
     "利润从54.1亿元增至62.6亿元，增长39%。",
     "(62.6亿元 - 54.1亿元) / 54.1亿元 = 15.7%, not 39%\n"},
    /* whole things, one by one */
    {"a difference of few is not rounded",
     "年末共有36家店，2023年末为30家，净增7家。",
     "36家店 - 30家 = 6家, not 7家\n"},
    {"and fits", "年末共有36家店，2023年末为30家，净增6家。", ""},
    {"no part is more than its whole",
     "线上收入10.56亿元，占12.4%，也就是86.05亿元。", ""},
    /* change */
    {"a growth that fits is silent", "门店从100家增至120家，增长20%。", ""},
    {"a growth that does not fit is told", "门店从100家增至120家，增长30%。",
     "(120家 - 100家) / 100家 = 20%, not 30%\n"},
    {"a rounded growth fits", "门店从86家增至96家，增长12%。", ""},
    {"a truncated growth fits", "门店从86家增至96家，增长11%。", ""},
    {"rounded ends may hide the rest", "用户从7亿增至8亿，增长11%。", ""},
    {"but not all of it", "用户从10万增至12万，增长30%。",
     "(12万 - 10万) / 10万 = 20%, not 30%\n"},
    {"a fall is reckoned from where it began",
     "利润从3亿元下降到2亿元，下降50%。",
     "(3亿元 - 2亿元) / 3亿元 = 33.3%, not 50%\n"},
    {"points between percentages fit", "份额从12%提高到17%，提高5个百分点。",
     ""},
    {"points told as percent are named", "份额从12%提高到17%，提高5%。",
     "(17% - 12%) / 12% = 41.7%, not 5% percent-against-point\n"},
    {"a level told as growth is named", "门店从100家增至300家，增长300%。",
     "(300家 - 100家) / 100家 = 200%, not 300% multiple-against-growth\n"},
    {"a hedged end has all its readings",
     "成本从大约50元降到40多元，降低了15%。", ""},
    {"English is reckoned alike",
     "Revenue rose 22% to $5.6 billion from $5.0 billion a year earlier.",
     "($5.6 billion - $5.0 billion) / $5.0 billion = 12%, not 22%\n"},
    {"a fall told as a rise is told", "利润从4.8亿元变成2.4亿元，增长50%。",
     "(2.4亿元 - 4.8亿元) / 4.8亿元 = -50%, not +50% sign\n"},
    {"a signed fall is no rise", "利润从4.8亿元变成2.4亿元，-50%。", ""},
    {"three is not cut down to two, rounded ends or not",
     "今年卖出3003台，是去年1001台的2倍。",
     "3003台 / 1001台 = 3倍, not 2倍 multiple-against-growth\n"},
    /* multiple */
    {"a growth and a multiple of one thing fit", "增长150%，达到去年的2.5倍。",
     ""},
    {"or are one off", "增长150%，达到去年的1.5倍。",
     "100% + 150% = 2.5倍, not 1.5倍 multiple-against-growth\n"},
    {"three times as many is a level", "今年卖出60万台，是去年20万台的3倍。",
     ""},
    {"four times is none", "今年卖出60万台，是去年20万台的4倍。",
     "60万台 / 20万台 = 3倍, not 4倍\n"},
    {"growth by three times is four times as many",
     "门店从100家增长到300家，增长了3倍。",
     "(300家 - 100家) / 100家 = 2倍, not 3倍 multiple-against-growth\n"},
    /* difference */
    {"7000 less 6300 is 700", "甲是6300mAh电池，乙是7000mAh，就少了700mAh。",
     ""},
    {"and not 800", "甲是6300mAh电池，乙是7000mAh，就少了800mAh。",
     "7000mAh - 6300mAh = 700mAh, not 800mAh\n"},
    {"units of one dimension are brought together",
     "它从4.70米增至4.90米，增加了300毫米。",
     "4.90米 - 4.70米 = 200毫米, not 300毫米\n"},
    {"doubled is no tripled", "Output doubled, from 40,000 to 120,000 tonnes.",
     "120,000 tonnes / 40,000 = 3, not doubled\n"},
    {"three times more may be three or four times",
     "Output rose three times more, from 40,000 to 120,000 tonnes.", ""},
    {"what was added is added", "门店1008家，净增190家，达到1198家。", ""},
    {"and not taken away", "门店1008家，净增190家，达到988家。",
     "988家 - 1008家 = -20家, not 190家\n"},
    {"months that make a quarter do",
     "January brought 30,500, February 20,500 and March 41,200: 92,200 for "
     "the quarter.",
     ""},
    {"or do not",
     "January brought 30,500, February 20,500 and March 41,200: 99,200 for "
     "the quarter.",
     "30,500 + 20,500 + 41,200 = 92200, not 99,200\n"},
    /* share */
    {"a part over its whole is its share", "收入36亿元，占总收入120亿元的30%。",
     ""},
    {"and no other", "收入36亿元，占总收入120亿元的40%。",
     "36亿元 / 120亿元 = 30%, not 40%\n"},
    /* part */
    {"a part is no more than its whole", "有1240家店，其中海外1840家。",
     "1840家 > 1240家店\n"},
    {"it may be all of it", "有1240家店，其中海外1240家。", ""},
    /* sum */
    {"hedged parts may just make it",
     "手机3000多万台，平板5000多万台，加起来9000多万台。", ""},
    {"or not", "手机3000多万台，平板5000多万台，加起来1.2亿台。",
     "3000多万台 + 5000多万台 = 0.8–1亿台, not 1.2亿台\n"},
    {"a choice of the figures that fits is the one meant",
     "一季度10万台，二季度12万台，三季度15万台，后两季合计27万台。", ""},
    {"no choice that fits is told",
     "一季度10万台，二季度12万台，三季度15万台，合计39万台。",
     "10万台 + 12万台 + 15万台 = 37万台, not 39万台\n"},
    /* shares */
    {"parts of a whole may make it", "三大业务分别占总收入的40%、35%和25%。",
     ""},
    {"and not exceed it", "三大业务分别占总收入的40%、35%和35%。",
     "40% + 35% + 35% = 110%, over 100%\n"},
    {"rounded thirds make a whole",
     "三大业务分别占总收入的33.4%、33.3%和33.4%。", ""},
    {"with a rest they make it exactly", "线上占60%，线下占30%，其余20%。",
     "60% + 30% + 20% = 110%, not 100%\n"},
    /* years */
    {"2017 and 5 is not 2025",
     "2017年它失败了。5年后，也就是2025年5月，它回来了。",
     "2017 + 5年 = 2022, not 2025\n"},
    {"2017 and 8 is", "2017年它失败了。8年后，也就是2025年5月，它回来了。", ""},
    {"years not yet full may be left out",
     "2017年它失败了。7年后，也就是2025年5月，它回来了。", ""},
    {"this year is the article's",
     "2025年10月15日\n\n2017年它失败了。5年后，也就是今年5月，它回来了。",
     "2017 + 5年 = 2022, not 2025\n"},
    {"who came in 2019 has not been here for 7 years in 2025",
     "2025年10月15日\n\n张兰亭2019年加入茶铺。\n\n“我们共事7年。”张兰亭说。",
     "2025 - 2019 = 6, not 7年\n"},
    {"but perhaps for 4",
     "2025年10月15日\n\n张兰亭2019年加入茶铺。\n\n“我们"
     "共事4年。”张兰亭说。",
     ""},
    {"without a date the latest year named says when, if it is this year",
     "今年春天的2025茶博会上，张兰亭2019年加入茶铺的事又被提起。\n\n“我们共事7"
     "年。”张兰亭说。",
     "2025 - 2019 = 6, not 7年\n"},
    {"and leaves a year open otherwise",
     "2025年春天很冷。张兰亭2019年加入茶铺。\n\n“我们共事7年。”张兰亭说。", ""},
};

static char *
print_findings(const ClFindings *findings)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_findings_count(findings); i++) {
        const ClFinding *finding = cl_findings_get(findings, i);
        ck_assert_int_eq(finding->verdict, CL_VERDICT_RELATION);
        const char *cause = cl_cause_name(finding->cause);
        g_string_append_printf(out, "%s%s%s\n", finding->relation,
                               cause ? " " : "", cause ? cause : "");
    }
    return g_string_free(out, FALSE);
}

START_TEST(passages_are_told_what_they_deserve)
{
    World world = world_new(ARITHMETIC_RULES);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        world_read(&world, "a.txt", rows[i].text);
        cl_claims_sort(world.claims);
        ClFindings *findings = cl_check_claims(world.claims, NULL, 0);
        g_autofree char *told = print_findings(findings);
        ck_assert_msg(cl_claims_count(world.claims) > 0, "%s: no claim",
                      rows[i].name);
        ck_assert_msg(strcmp(told, rows[i].told) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, told, rows[i].told);
        cl_findings_free(findings);
        cl_claims_free(world.claims);
        world.claims = cl_claims_new();
    }
    world_free(&world);
}
END_TEST

START_TEST(the_same_broken_figures_are_one_finding)
{
    World world = world_new(ARITHMETIC_RULES);
    world_read(&world, "a.txt", "门店从100家增至120家，增长30%。");
    world_read(&world, "b.txt", "据悉，门店由100家增至120家，增长30%。");
    cl_claims_sort(world.claims);
    g_autoptr(ClFindings) findings = cl_check_claims(world.claims, NULL, 0);
    ck_assert_uint_eq(cl_findings_count(findings), 1);
    const ClFinding *finding = cl_findings_get(findings, 0);
    ck_assert_uint_eq(finding->camps->len, 3);
    const ClCamp *camp = &g_array_index(finding->camps, ClCamp, 0);
    ck_assert_uint_eq(camp->claims->len, 2);
    ck_assert_uint_eq(camp->sources, 2);
    world_free(&world);
}
END_TEST

RUN_TESTS("check arithmetic",
          passages_are_told_what_they_deserve,
          the_same_broken_figures_are_one_finding)
