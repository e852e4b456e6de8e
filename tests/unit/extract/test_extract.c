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
    "    - silent: 远山有300家门店\n";

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
