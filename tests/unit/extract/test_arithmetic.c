/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Passages that state a relation: each row's claims as "check: part words;",
 * and a line for each passage.
 */
#include "arithmetic_rules.h"
#include "world.h"

typedef struct {
    const char *name, *text, *claims;
} Row;

static const Row rows[] = {
    {"a change has two ends and a rate", "门店从100家增至120家，增长20%。",
     "change: from 100家; to 120家; change 20%\n"},
    {"traditional and full-width text is the same",
     "門店從１００家增至１２０家，增長２０％。",
     "change: from １００家; to １２０家; change ２０％\n"},
    {"a range after from is two figures",
     "It went from 100 stores to 120 stores, up 20 percent.",
     "change: from 100 stores; to 120 stores; change 20 percent\n"},
    {"a rate of another year is no change between the two",
     "门店从100家增至120家，同比增长50%。", ""},
    {"a yearly rate is none either", "门店从100家增至120家，年均增长10%。", ""},
    {"a part's rate is none either", "门店从100家增至120家，其中海外增长50%。",
     ""},
    {"another thing's rate is none either",
     "门店从100家增至120家，收入增长50%。", ""},
    {"a third figure between leaves it open",
     "门店从100家增至120家，员工300人，增长50%。", ""},
    {"two units are two things", "营收从100亿元增至120亿美元，增长20%。", ""},
    {"a difference adjoins what it parts",
     "甲版是6300mAh电池，乙版是7000mAh，就少了700mAh。",
     "difference: from 6300mAh; to 7000mAh; difference 700mAh\n"},
    {"more than the one before is no difference of the two",
     "甲版3999元，乙版4999元，比上一代贵了500元。", ""},
    {"a sum reaches over a full stop of its paragraph",
     "手机一年3000多万台。6000元往上一年5000多万台，加起来一共9000多万台。",
     "sum: term 3000多万台; term 5000多万台; total 9000多万台\n"},
    {"but not over the paragraph's end",
     "手机一年3000多万台。\n\n平板一年5000多万台，加起来一共9000多万台。", ""},
    {"a whole of more than what was named is no sum",
     "北京开了3家店，上海开了5家店，全国一共20家。", ""},
    {"two currencies have no sum", "甲卖了30万元，乙卖了20万美元，合计60万元。",
     ""},
    {"shares with a rest are a whole",
     "线上占60%，线下占30%，其余10%来自海外。",
     "shares: each 60%; each 30%; rest 10%\n"},
    {"a level of the year before may follow",
     "卖出236万台，上年同期是198万台，增长19.2%。",
     "change: to 236万台; from 198万台; change 19.2%\n"},
    {"less than 51 million is no hedge behind a percentage",
     "It made 47 million euros, 8 percent less than the 51 million of 2023.",
     "change: to 47 million euros; change 8 percent; from less than the 51 "
     "million\n"},
    {"what analysts expected is no base",
     "Revenue was $5.6 billion, against a forecast of $5.0 billion, up 31 "
     "percent.",
     ""},
    {"a year leads to the one after it",
     "2023年卖了980万箱，2024年卖了1250万箱，增长20%。",
     "change: from 980万箱; to 1250万箱; change 20%\n"},
    {"and not from the middle of three",
     "2022年700万箱，2023年980万箱，2024年1250万箱，增长20%。", ""},
    {"a mark passed for the first time is no part of a sum",
     "一季度9408箱，二季度10318箱，首次过万。半年下来停在19726箱。",
     "sum: each 9408箱; each 10318箱; total 19726箱\n"},
    {"points beside percentages are percentage points",
     "Its share rose from 12.6 to 14.9 percent, a gain of 2.3 points.",
     "change: from 12.6; to 14.9 percent; change 2.3 points\n"},
    {"two blocks are no two yuan",
     "集团收入110亿元。生意分成两块：茶饮收入80亿元，糕点收入30亿元。",
     "part: all 110亿元; term 80亿元; term 30亿元; total 110亿元; each 80亿元; "
     "each 30亿元\n"},
    {"unlike periods are none",
     "2025年前7月出口46万辆，2024年全年61万辆，增长25%。", ""},
    {"the year before may stand behind a full stop",
     "2024年营收120亿元。2023年为100亿元，同比增长20%。",
     "change: to 120亿元; from 100亿元; change 20%\n"},
    {"but not where it may be of either of two",
     "2024年营收120亿元，净利12亿元。2023年为100亿元，同比增长20%。",
     "part: all 120亿元; some 12亿元\n"},
    {"a bare year is no level",
     "Profit was 12.5 billion euros, down 17 percent on 2023.", ""},
    {"元 behind New Taiwan dollars is one of them",
     "營收新台幣412億元，較上季的380億元成長8.4%。",
     "change: to 新台幣412億元; from 380億元; change 8.4%\n"},
    {"one growth may be told twice", "增长150%，达到去年同期的2.5倍。",
     "multiple: change 150%; times 2.5倍\n"},
    {"what was added on balance leads on",
     "门店1008家，净增190家，达到1198家。",
     "difference: from 1008家; added 190家; to 1198家\n"},
    {"a sum may follow a full stop",
     "It sold 300 boats in May and 200 in June. That makes 500.",
     "sum: term 300; term 200; total 500\n"},
    {"what is told once more counts once",
     "6月破万，10053辆，4月10019辆，合计20072辆。",
     "sum: term 10053辆; term 10019辆; total 20072辆\n"},
    {"how many are added up is no term", "甲19.7%；乙15.7%，两家加起来35.4%。",
     "sum: term 19.7%; term 15.7%; total 35.4%\n"},
    {"other figures beside a whole are no parts of it",
     "收入918.4亿元，毛利14.9亿元。收入由两块组成：茶653.5亿元，酒264.9亿元。",
     "sum: total 918.4亿元; each 653.5亿元; each 264.9亿元\n"},
    {"a rest without a whole is none",
     "饮料49.32亿元，果汁40.85亿元，其余11.82亿元。", ""},
    {"a part, its whole and its share",
     "海外收入36亿元，占总收入120亿元的30%。",
     "share: some 36亿元; all 120亿元; share 30%\n"},
    {"what is earned is part of what was taken in",
     "去年营收24.3亿元，净利润5.4亿元。", "part: all 24.3亿元; some 5.4亿元\n"},
    {"but not what was earned in another time",
     "四季度营收24.3亿元，全年净利润54.4亿元。", ""},
    {"shares of several wholes are none",
     "钢铁和光伏产量分别占全球的55%和80%。", ""},
    {"years lead from one to another",
     "2017年它失败了。8年后，也就是2025年，"
     "它回来了。",
     "years: from 2017年; years 8年; to 2025年\n"},
    {"halves apart are held together by the name",
     "2025年10月15日\n\n张兰亭2019年加入兰亭茶铺。\n\n天气很好。\n\n“我和老板"
     "共事6年。”张兰亭说。",
     "years: since 2019年; years 6年\n"},
    {"and by no other",
     "2025年10月15日\n\n张兰亭2019年加入兰亭茶铺。\n\n“我和"
     "老板共事6年。”王竹里说。",
     ""},
    {"growth by n times keeps its form", "门店从100家增长到300家，增长了2倍。",
     "multiple: from 100家; to 300家; times 2倍\n"},
    {"two passages of one sentence are two",
     "甲从10家增至12家，增长20%，乙从20家增至30家，增长50%。",
     "change: from 10家; to 12家; change 20%\n"
     "change: from 20家; to 30家; change 50%\n"},
};

static int
compare_claims(const void *left, const void *right)
{
    const ClClaim *a = *(ClClaim *const *)left, *b = *(ClClaim *const *)right;
    int order = strcmp(a->rule->id, b->rule->id);
    if (!order)
        order = strcmp(a->facets[CL_FACET_PASSAGE].value,
                       b->facets[CL_FACET_PASSAGE].value);
    return order ? order : (a > b) - (a < b);
}

static char *
print_claims(const ClClaims *claims)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    for (size_t i = 0; i < cl_claims_count(claims); i++)
        g_ptr_array_add(sorted, (void *)cl_claims_get(claims, i));
    g_ptr_array_sort(sorted, compare_claims);
    const char *passage = "";
    for (unsigned i = 0; i < sorted->len; i++) {
        const ClClaim *claim = sorted->pdata[i];
        const char *own = claim->facets[CL_FACET_PASSAGE].value;
        const bool more = strcmp(passage, own) == 0;
        if (more)
            g_string_append(out, ";");
        else
            g_string_append_printf(out, "%s%s:", i ? "\n" : "",
                                   claim->rule->id);
        g_string_append_printf(out, " %s %s",
                               claim->facets[CL_FACET_PART].value,
                               claim->quantity_text);
        passage = own;
    }
    g_string_append(out, sorted->len ? "\n" : "");
    return g_string_free(out, FALSE);
}

START_TEST(passages_give_the_parts_they_state)
{
    World world = world_new(ARITHMETIC_RULES);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        world_read(&world, "a.txt", rows[i].text);
        cl_claims_sort(world.claims);
        g_autofree char *claims = print_claims(world.claims);
        ck_assert_msg(strcmp(claims, rows[i].claims) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, claims, rows[i].claims);
        cl_claims_free(world.claims);
        world.claims = cl_claims_new();
    }
    world_free(&world);
}
END_TEST

START_TEST(a_passage_met_again_repeats_all_its_parts)
{
    World world = world_new(ARITHMETIC_RULES);
    world_read(&world, "a.txt", "门店从100家增至120家，增长30%。");
    world_read(&world, "b.txt", "天好。门店从100家增至120家，增长30%。");
    cl_claims_sort(world.claims);
    ck_assert_uint_eq(cl_claims_count(world.claims), 6);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_int_eq(cl_claims_get(world.claims, i)->repeat_of, -1);
        ck_assert_int_eq(cl_claims_get(world.claims, i + 3)->repeat_of, (int)i);
    }
    world_free(&world);
}
END_TEST

RUN_TESTS("extract arithmetic",
          passages_give_the_parts_they_state,
          a_passage_met_again_repeats_all_its_parts)
