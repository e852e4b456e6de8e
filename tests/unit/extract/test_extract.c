/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What one article says under a few rules about a maker that does not exist:
 * each row's claims as "rule value facet=value", one a line.
 */
#include "world.h"

static const char rules[] =
    "- id: orders\n"
    "  title: 远山 M9 订单\n"
    "  subject: [远山M9, Yuanshan M9]\n"
    "  measure: [订单, 大定, 锁单, 锁定量, orders]\n"
    "  unit: 辆\n"
    "  facets:\n"
    "    kind: {intent: [意向], refundable: [大定], locked: [锁单, 锁定]}\n"
    "    window: duration\n"
    "  same: [kind, window]\n"
    "  examples:\n"
    "    - {text: 远山M9锁单3万台, claim: {value: 3万}}\n"
    "    - silent: 远山M7锁单3万台\n"
    "- id: stores\n"
    "  title: 远山门店\n"
    "  subject: [远山]\n"
    "  measure: [门店, 家店, stores]\n"
    "  unit: 家\n"
    "  over_time: grows\n"
    "  assume: {nature: total}\n"
    "  examples:\n"
    "    - {text: 远山有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: share\n"
    "  title: 远山份额\n"
    "  subject: [远山, 哪个品牌]\n"
    "  measure: [份额, 市占率, share]\n"
    "  unit: \"%\"\n"
    "  examples:\n"
    "    - {text: 远山份额17%, claim: {value: 17%}}\n"
    "    - silent: 远山增长17%\n"
    "- id: users\n"
    "  title: 远山用户\n"
    "  subject: [远山]\n"
    "  measure: [用户, users]\n"
    "  unit: 人\n"
    "  examples:\n"
    "    - {text: 远山用户已超400万, claim: {value: 超400万}}\n"
    "    - silent: 远山有300家门店\n"
    "- id: profit\n"
    "  title: 远山利润\n"
    "  subject: [远山, Yuanshan]\n"
    "  measure: [净利润, net profit]\n"
    "  negative: [净亏损, net loss]\n"
    "  unit: 元\n"
    "  wording: level\n"
    "  examples:\n"
    "    - {text: 远山净利润3亿元, claim: {value: 3亿元}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: pace\n"
    "  title: 远山营收增幅\n"
    "  subject: [远山]\n"
    "  measure: [营收, 营收增速]\n"
    "  unit: [\"%\", 百分点]\n"
    "  wording: change\n"
    "  examples:\n"
    "    - {text: 远山营收增长9%, claim: {value: 9}}\n"
    "    - silent: 远山有300名员工\n";

typedef struct {
    const char *name, *text, *claims;
} Row;

static const Row rows[] = {
    {"a claim has subject, measure and a fitting unit", "远山M9锁单24万台。",
     "orders [240000, 240000] modality=actual kind=locked\n"},
    {"a window in the clause is a facet", "远山M9开售18小时锁定量达24万台。",
     "orders [240000, 240000] window=PT18H modality=actual kind=locked\n"},
    {"a window in the clause before counts too",
     "开启预定的一个小时内,远山M9就收获了超过28.9万份意向订单。",
     "orders (289000, +inf) window=PT1H modality=actual kind=intent\n"},
    {"another product is no subject", "远山M7锁单24万台。", ""},
    {"a subject does not speak for one named later",
     "远山M9热卖,星河X7锁单24万台。", ""},
    {"the subject carries to the next sentence",
     "远山M9昨晚上市。锁单已达3万台。",
     "orders [30000, 30000] modality=actual kind=locked\n"},
    {"each figure has its own kind", "远山M9大定5万台,锁单3万台。",
     "orders [50000, 50000] modality=actual kind=refundable\n"
     "orders [30000, 30000] modality=actual kind=locked\n"},
    {"a rival measure between takes the figure away",
     "远山M9锁单火爆,交付3万台。", ""},
    {"a measure behind the quantity counts", "远山M9收获3万份意向订单。",
     "orders [30000, 30000] modality=actual kind=intent\n"},
    {"a target is told from a fact", "远山的目标是3万家门店。",
     "stores [30000, 30000] nature=total modality=target\n"},
    {"new stores are told from all stores", "远山今年新开300家门店。",
     "stores [300, 300] nature=new modality=actual\n"},
    {"what follows the whole behind a colon is a part",
     "远山有1200家门店:城东600家店,城西400家店。",
     "stores [1200, 1200] nature=total modality=actual\n"
     "stores [600, 600] nature=part modality=actual\n"
     "stores [400, 400] nature=part modality=actual\n"},
    {"parts hold on in their unit alone",
     "远山有1200家门店,其中城东600家店,份额17%。",
     "stores [1200, 1200] nature=total modality=actual\n"
     "stores [600, 600] nature=part modality=actual\n"
     "share [17, 17] modality=actual\n"},
    {"a measure says its own kind, whatever stands before",
     "远山M9收到50000大定和20000锁单。",
     "orders [50000, 50000] modality=actual kind=refundable\n"
     "orders [20000, 20000] modality=actual kind=locked\n"},
    {"a colon behind a label begins no parts", "远山6月:门店1200家。",
     "stores [1200, 1200] nature=total modality=actual\n"},
    {"a sum of several is nobody's own", "远山开了年会。三者加起来门店1200家。",
     "stores [1200, 1200] nature=joint modality=actual\n"},
    {"a difference is no figure of its own",
     "远山门店1200家,比同行多了200家门店。",
     "stores [1200, 1200] nature=total modality=actual\n"},
    {"no brand over is at most", "没有哪个品牌市占率超过18%。",
     "share (-inf, 18] modality=actual\n"},
    {"a bare number counts what adjoins it", "远山用户已超400万。",
     "users (4000000, +inf) modality=actual\n"},
    {"a bare number apart from the measure counts nothing",
     "远山用户很多,一共开了400万次车门。", ""},
    {"traditional text is read by simplified terms", "遠山M9鎖單24萬台。",
     "orders [240000, 240000] modality=actual kind=locked\n"},
    {"a wrapped line is one sentence",
     "那一晚的发布会来了很多人，远山M9锁单二十\n四万台，比预想的多出不少，现场一片欢\n"
     "呼，很多人都在说没有想到。\n",
     "orders [240000, 240000] modality=actual kind=locked\n"},
    {"a speaker behind the quotation is its subject",
     "\"门店一共有300家,\"远山的一位高管说。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"a speaker in the next sentence is one too",
     "\"门店一共有300家。\"远山的一位高管说。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"who only hears of it is no speaker",
     "\"门店一共有300家,\"分析师谈的不是自家。远山没有回应。", ""},
    {"who tells a figure last tells his own", "门店已有300家,远山在公告中称。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"a figure of a whole market is not the teller's",
     "市场上的门店已有300家,远山在公告中称。", ""},
    {"what stands for a subject carries it further",
     "远山昨晚开会。台下坐满。灯灭了两次。该公司有300家门店。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"nothing else carries it so far",
     "远山昨晚开会。台下坐满。灯灭了两次。这里有300家门店。", ""},
    {"a code of a quarter is no name of a product", "远山2031年Q3净利润3亿元。",
     "profit [300000000, 300000000] modality=actual\n"},
    {"a verb leads from a measure to a bare number",
     "Yuanshan M9 orders for the spring came in at 31,767.",
     "orders [31767, 31767] modality=actual\n"},
    {"a year is not what a verb leads to",
     "Yuanshan M9 orders for the spring rose to 2025 levels.", ""},
    {"words of a noun may part a number from it",
     "The Yuanshan M9 drew 240,000 of the much-awaited orders.",
     "orders [240000, 240000] modality=actual\n"},
    {"a preposition ends a noun",
     "The Yuanshan M9 cost 240,000 for each of its orders.", ""},
    {"a sheet is an order", "远山M9收获3万张订单。",
     "orders [30000, 30000] modality=actual\n"},
    {"a far ordinal counts all before it", "远山第300家门店开业。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"a near one does not", "远山第3家门店开业。", ""},
    {"what has a figure of its own is no rival",
     "远山在80个城市开出300家门店。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"what a counter counts is no other thing", "远山门店覆盖80个城市。", ""},
    {"a loss is a profit below zero", "远山净亏损3亿元。",
     "profit [-300000000, -300000000] modality=actual\n"},
    {"a pace is a change", "远山营收增速降到9%。",
     "pace [9, 9] modality=actual\n"},
    {"by how much a pace moved is none", "远山营收增速下降3个百分点。", ""},
    {"a change told twice is one", "远山营收首次下滑,同比跌了3%。",
     "pace [-3, -3] modality=actual\n"},
    {"a figure that opens a sentence belongs to the next clause",
     "300家,远山的门店到了这个数。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"a figure that is a sentence belongs to the next one",
     "300家!远山的门店到了这个数。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"an answer leaves out what was asked",
     "记者:远山现在有多少家门店?高管:会继续开。三百家左右。",
     "stores [270, 330] nature=total modality=actual\n"},
    {"an answer on something else is none",
     "记者:远山的份额怎么看?高管:行业里三成的人一年不换手机。", ""},
    {"a second figure does not answer again",
     "记者:远山现在有多少家门店?高管:三百家。同行四百家。",
     "stores [300, 300] nature=total modality=actual\n"},
    {"English is read by the same rule", "The Yuanshan M9 drew 240,000 orders.",
     "orders [240000, 240000] modality=actual\n"},
};

static void
print_facets(const ClClaim *claim, GString *out)
{
    static const char *const names[] = {"window", "nature", "modality", "kind"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        for (unsigned j = 0; j < claim->rule->facets->len; j++) {
            const ClFacet *facet = g_ptr_array_index(claim->rule->facets, j);
            if (strcmp(facet->name, names[i]) == 0 && claim->facets[j].value)
                g_string_append_printf(out, " %s=%s", names[i],
                                       claim->facets[j].value);
        }
}

static char *
print_claims(const ClClaims *claims)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        g_string_append_printf(out, "%s ", claim->rule->id);
        cl_interval_print(claim->quantity.hard, out);
        print_facets(claim, out);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

START_TEST(articles_give_the_claims_they_state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        world_read(&world, "a.txt", rows[i].text);
        cl_claims_sort(world.claims);
        g_autofree char *claims = print_claims(world.claims);
        ck_assert_msg(strcmp(claims, rows[i].claims) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, claims, rows[i].claims);
        world_free(&world);
    }
}
END_TEST

START_TEST(a_sentence_met_again_is_a_repeat)
{
    World world = world_new(rules);
    world_read(&world, "b.txt", "远山M9锁单3万台。天气很好。");
    world_read(&world, "a.txt", "开头。远山M9锁单3万台。远山M9锁单3万台。");
    cl_claims_sort(world.claims);
    ck_assert_uint_eq(cl_claims_count(world.claims), 3);
    ck_assert_int_eq(cl_claims_get(world.claims, 0)->repeat_of, -1);
    ck_assert_int_eq(cl_claims_get(world.claims, 1)->repeat_of, 0);
    ck_assert_int_eq(cl_claims_get(world.claims, 2)->repeat_of, 0);
    world_free(&world);
}
END_TEST

START_TEST(places_point_at_the_words_as_written)
{
    World world = world_new(rules);
    world_read(&world, "a.txt", "第一行。\n\n消息：远山 M9 锁单 24 万台。\n");
    ck_assert_uint_eq(cl_claims_count(world.claims), 1);
    const ClClaim *claim = cl_claims_get(world.claims, 0);
    ck_assert_str_eq(claim->text, "远山 M9 锁单 24 万台");
    ck_assert_str_eq(claim->quantity_text, "24 万台");
    ck_assert_uint_eq(claim->place.line, 3);
    ck_assert_uint_eq(claim->place.column, 4);
    world_free(&world);
}
END_TEST

RUN_TESTS("extract",
          articles_give_the_claims_they_state,
          a_sentence_met_again_is_a_repeat,
          places_point_at_the_words_as_written)
