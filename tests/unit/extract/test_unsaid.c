/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures that no measure names, and models that are named by what tells them
 * from the one before: whose they are, and when they are nobody's.
 */
#include "world.h"

static const char rules[] =
    "- list: phones\n"
    "  variants: [Pro, Max, Pro Max, Air]\n"
    "  plain: [标准版]\n"
    "  entities:\n"
    "    y7: [远山Y7, Y7]\n"
    "    y7-pro: [远山Y7 Pro, Y7 Pro]\n"
    "    y7-pro-max: [远山Y7 Pro Max, Y7 Pro Max]\n"
    "    x1: [星河X1, X1]\n"
    "    zhuli-12: [竹里12, Zhuli 12]\n"
    "    n9: [远山9]\n"
    "    n9-pro: [远山9 Pro]\n"
    "- list: cars\n"
    "  trims: [Max, Ultra]\n"
    "  entities:\n"
    "    c7: [远山C7, C7]\n"
    "    c7-max: [远山C7 Max, C7 Max]\n"
    "- id: price\n"
    "  title: 售价\n"
    "  subject: {entity: phones}\n"
    "  measure: [起售价, 卖, sells for]\n"
    "  exclude: [补贴]\n"
    "  unsaid: [asks, 同样, from]\n"
    "  over_time: lasts\n"
    "  unit: [元, 美元]\n"
    "  examples:\n"
    "    - {text: Y7起售价3999元, claim: {value: 3999元}}\n"
    "    - silent: Y7重3999克\n"
    "- id: lap\n"
    "  title: 圈速\n"
    "  subject: {entity: cars}\n"
    "  measure: [圈速]\n"
    "  unsaid: [took]\n"
    "  unit: 秒\n"
    "  examples:\n"
    "    - {text: C7圈速7分04秒95, claim: {value: 424.95}}\n"
    "    - silent: C7重3999公斤\n";

typedef struct {
    const char *name, *text, *entity; /* of the last claim; NULL: none */
} Row;

static const Row rows[] = {
    {"a clause that is a price", "远山Y7装了7000mAh，3999元。", "y7"},
    {"right behind its subject", "The Y7, 3,999 yuan.", "y7"},
    {"behind another figure", "The Y7 packs 7,000 mAh and 3,999 yuan.", "y7"},
    {"behind a word of the rule", "The Y7 asks 3,999 yuan.", "y7"},
    {"in a place", "The Y7: $799 at home, 3,999 yuan in China.", "y7"},
    {"of the sentence before", "The Y7 is orange. $799, and worth it.", "y7"},
    {"not behind words of weight", "Y7的发布会花了3999元。", NULL},
    {"not if it counts what follows", "Y7，3999元的电视另算。", NULL},
    {"not where another measure is", "Y7的利润，3999元。", NULL},
    {"not what the rule excludes", "Y7有补贴，3999元。", NULL},
    {"not of one of two", "Y7和X1都有货。只要3999元。", NULL},
    {"not of the title", "---\ntitle: 远山Y7\n---\n3999元。", NULL},
    {"not of another clause", "The Y7 is here. The sum for all, $799, is big.",
     NULL},
    {"nor of one on the way", "Y7上市，经销商请客，3999元。", NULL},
    {"a lap", "远山C7，7分04秒957。", "c7"},
    {"a lap with colons", "The C7 took 7:04.957.", "c7"},
    {"no other time", "远山C7，24小时。", NULL},
    {"nor one without its fractions", "The C7 took 7:04.", NULL},
    {"a variant of the model before", "远山Y7 Pro卖3999元，Pro Max卖4999元。",
     "y7-pro-max"},
    {"in the sentence before", "远山Y7 Pro卖3999元。Pro Max，4999元。",
     "y7-pro-max"},
    {"the plain one", "远山Y7 Pro Max卖4999元，标准版卖2999元。", "y7"},
    {"in English", "The Y7 Pro is on sale. The Max sells for 4 yuan.", NULL},
    {"one that no list has is another", "远山Y7上市。Air，4999元。", NULL},
    {"and ends what carries", "远山Y7上市。Air版卖4999元。", NULL},
    {"a word in small letters is none",
     "The Y7 is here. The max sells for "
     "3,999 yuan.",
     "y7"},
    {"part of a name is none", "远山Y7上市。MacBook Pro卖9999元。", NULL},
    {"a series is no model", "Y7和它的Pro系列卖3999元。", "y7"},
    {"by its number", "远山9今天开卖，9 Pro，4999元。", "n9-pro"},
    {"a number behind another name is not", "远山9开卖，竹里9 Pro卖4999元。",
     NULL},
    {"nor one that no variant follows", "远山Y7开卖。9卖4999元。", "y7"},
    {"a price in words for thousands", "Y7来了，0.89万。", NULL},
    {"with two decimals", "Y7来了，10.89万。", "y7"},
    {"not behind a change", "Y7的份额涨了3.6%，3999元。", NULL},
    {"not more than things cost", "Y7来了，39亿元。", NULL},
    {"a figure ends a variant", "远山Y7 Pro卖3999元。The Pro Max 4,999元。",
     "y7-pro-max"},
    {"of several versions the first is the least",
     "Y7有两个版本，卖3999元和4999元。", "y7"},
    {"a list of two without their names is nobody's",
     "Y7和X1来了。价格卖3999元和4999元。", NULL},
    {"a model of no list by its shape", "远山Y9卖3999元。", "y9"},
    {"of more digits", "远山Y200卖3999元。", "y200"},
    {"with what makes another of it", "远山Y9 Pro Max卖3999元。", "y9-pro-max"},
    {"a listed one with a word of its own", "远山Y7 Air卖3999元。", "y7-air"},
    {"by a number", "竹里14 Pro卖3999元。", "zhuli-14-pro"},
    {"in English", "Zhuli's new 14 Pro sells for 3,999 yuan.", "zhuli-14-pro"},
    {"whose name the list knows", "Zhuli's 12 sells for 3,999 yuan.",
     "zhuli-12"},
    {"and holds on", "远山Y9上市。起售价3999元。", "y9"},
    {"nor of as many digits", "竹里140卖3999元。", NULL},
    {"not of another letter", "远山Q9卖3999元。", NULL},
    {"not a figure's number", "竹里14亿元买店，卖3999元。", NULL},
    {"nor a day's", "竹里14日卖3999元。", NULL},
    {"nor is a listed one", "竹里12日卖3999元。", NULL},
    {"not a part of a number", "竹里14.5%，卖3999元。", NULL},
    {"a trim in the list", "远山C7圈速不公布，Max圈速7分04秒95。", "c7-max"},
    {"one that is not is the car", "远山C7上市，Ultra圈速7分04秒95。", "c7"},
};

/* Whose the last figure is, or NULL. */
static const char *
last_entity(const World *world)
{
    const ClClaim *last = NULL;
    for (size_t i = 0; i < cl_claims_count(world->claims); i++) {
        const ClClaim *claim = cl_claims_get(world->claims, i);
        if (!last || claim->quantity_span.start > last->quantity_span.start)
            last = claim;
    }
    for (guint i = 0; last && i < last->rule->facets->len; i++)
        if (((ClFacet *)last->rule->facets->pdata[i])->from_subject)
            return last->facets[i].value;
    return NULL;
}

START_TEST(a_figure_without_a_measure_is_of_the_model_beside_it)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        world_read(&world, "a.md", rows[i].text);
        const char *entity = last_entity(&world);
        ck_assert_msg(g_strcmp0(entity, rows[i].entity) == 0,
                      "%s: '%s' is of %s", rows[i].name, rows[i].text,
                      entity ? entity : "nobody");
        world_free(&world);
    }
}
END_TEST

RUN_TESTS("unsaid", a_figure_without_a_measure_is_of_the_model_beside_it)
