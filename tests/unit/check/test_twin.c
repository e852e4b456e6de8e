/* SPDX-License-Identifier: Apache-2.0 */
/* Which two figures are a slip of the pen apart, and when that is chance. */
#include "check/twin.h"
#include "world.h"

static const char rules[] = "id: slip\n"
                            "type: slip\n"
                            "title: 笔误\n"
                            "subject: [远山]\n"
                            "unit: [元, 美元, 新台币, 辆, 家, 公里]\n"
                            "carry: 5\n"
                            "examples:\n"
                            "  - {text: 远山进账427.55亿元, claim: {value: "
                            "427.55亿元}}\n"
                            "  - silent: 远山进账约400亿元\n";

static const struct {
    const char *a, *b;
    Twin twin;
    unsigned digits;
} rows[] = {
    {"186.3亿元", "168.3亿元", TWIN_SWAP, 4},
    /* as many digits as the coarser one has */
    {"187.41亿元", "178亿元", TWIN_SWAP, 3},
    {"56,128辆", "5.16万辆", TWIN_SWAP, 3},
    {"1030万辆", "1300万辆", TWIN_SWAP, 3},
    {"26,206家", "26,602家", TWIN_SWAP, 5},
    {"21,017辆", "22,017辆", TWIN_DIGIT, 5},
    {"4.33亿元", "4330万元", TWIN_POWER, 3},
    {"113.1亿元", "1131.2亿元", TWIN_POWER, 4},
    {"95.49亿元", "95.49亿美元", TWIN_UNIT, 4},
    {"21,017", "22,017辆", TWIN_DIGIT, 5},
    {"8,138", "8,318家", TWIN_SWAP, 4},
    {"751公里", "751英里", TWIN_UNIT, 3},
    /* no twins */
    {"186.3亿元", "186.3亿元", TWIN_NONE, 0},
    {"106.76亿元", "107亿元", TWIN_NONE, 0},
    {"186.3亿元", "187.3亿元", TWIN_NONE, 0},
    {"18.6亿元", "186.3亿美元", TWIN_NONE, 0},
    {"139亿元", "931亿元", TWIN_NONE, 0},
    {"13.94元", "13.94新台币", TWIN_NONE, 0},
    {"5999元", "5999美元", TWIN_NONE, 0},
};

static void
expect_twins(size_t i)
{
    World world = world_new(rules);
    g_autofree char *text =
        g_strdup_printf("远山报%s。\n\n远山报%s。", rows[i].a, rows[i].b);
    unsigned digits = 0;
    world_read(&world, "a.txt", text);
    ck_assert_msg(cl_claims_count(world.claims) == 2, "%s", text);
    const ClClaim *a = cl_claims_get(world.claims, 0);
    const ClClaim *b = cl_claims_get(world.claims, 1);
    ck_assert_msg(twin_of(a, b, &digits) == rows[i].twin &&
                      twin_of(b, a, &digits) == rows[i].twin,
                  "%s, %s", rows[i].a, rows[i].b);
    if (rows[i].twin != TWIN_NONE)
        ck_assert_uint_eq(digits, rows[i].digits);
    world_free(&world);
}

START_TEST(a_twin_is_one_slip_away_at_the_coarser_precision)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        expect_twins(i);
}
END_TEST

/* One in twenty, or in a thousand: 900 numbers of three digits, two of them a swap away. */
static const struct {
    Twin twin;
    unsigned digits, odds, most;
} chances[] = {
    {TWIN_SWAP, 3, 20, 22},  {TWIN_SWAP, 4, 20, 149}, {TWIN_POWER, 3, 20, 22},
    {TWIN_DIGIT, 5, 20, 99}, {TWIN_UNIT, 3, 20, 44},  {TWIN_SWAP, 4, 1000, 2},
};

START_TEST(many_figures_have_twins_by_chance)
{
    for (size_t i = 0; i < G_N_ELEMENTS(chances); i++) {
        const Twin twin = chances[i].twin;
        const unsigned digits = chances[i].digits, most = chances[i].most;
        const unsigned odds = chances[i].odds;
        ck_assert(is_no_chance(twin, digits, most, odds));
        ck_assert(!is_no_chance(twin, digits, most + 1, odds));
    }
}
END_TEST

RUN_TESTS("check/twin",
          a_twin_is_one_slip_away_at_the_coarser_precision,
          many_figures_have_twins_by_chance)
