/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A rule over many makers, with more figures than are compared all with all:
 * what is amiss between few of them is found none the less.
 */
#include "check/check.h"
#include "world.h"

enum { MAKERS = 300, YEARS = 4 };

static GString *
write_rules(void)
{
    GString *rules = g_string_new("- list: makers\n"
                                  "  title: 厂商\n"
                                  "  entities:\n");
    for (unsigned i = 0; i < MAKERS; i++)
        g_string_append_printf(rules, "    yuan%03u: [远山%03u号]\n", i, i);
    return g_string_append(rules, "- id: sales\n"
                                  "  title: 销量\n"
                                  "  subject: {entity: makers}\n"
                                  "  measure: [销量]\n"
                                  "  unit: 辆\n"
                                  "  over_time: varies\n"
                                  "  examples:\n"
                                  "    - {text: 远山001号销量300辆, "
                                  "claim: {value: 300辆}}\n"
                                  "    - silent: 远山001号有300名员工\n");
}

/* The sales of each year of all makers, no two alike; a year an article. */
static void
read_all(World *world)
{
    for (unsigned year = 0; year < YEARS; year++) {
        g_autofree char *path = g_strdup_printf("%u.txt", year);
        g_autoptr(GString) text = g_string_new(NULL);
        for (unsigned i = 0; i < MAKERS; i++)
            g_string_append_printf(text, "%u年远山%03u号销量%u辆。\n\n",
                                   2031 + year, i,
                                   10007 + 97 * (YEARS * i + year));
        world_read(world, path, text->str);
    }
}

static void
expect(const char *more, const char *expected)
{
    g_autoptr(GString) rules = write_rules();
    World world = world_new(rules->str);
    g_autoptr(GString) found = g_string_new(NULL);
    read_all(&world);
    world_read(&world, "more.txt", more);
    cl_claims_sort(world.claims);
    g_autoptr(ClFindings) findings = cl_check_claims(world.claims, NULL, 0);
    for (size_t i = 0; i < cl_findings_count(findings); i++) {
        const ClFinding *finding = cl_findings_get(findings, i);
        g_string_append_printf(found, "%s %u\n",
                               cl_verdict_name(finding->verdict),
                               finding->camps->len);
    }
    cl_findings_tell_cut(findings, world.notes);
    ck_assert_str_eq(found->str, expected);
    ck_assert_uint_eq(cl_notes_count(world.notes), 0);
    world_free(&world);
}

START_TEST(nothing_amiss_is_no_finding)
{
    expect("2031年远山000号销量10007辆。", "");
}
END_TEST

START_TEST(two_figures_of_one_maker_are_held_against_each_other)
{
    expect("2032年远山150号销量88000辆。", "conflict 2\n");
}
END_TEST

/* 150 sold 68,401 in 2033, and its neighbour 68,789: 150's figure is shown
   beside the two. */
START_TEST(one_figure_told_of_two_makers_is_found)
{
    expect("2033年远山151号销量68401辆。", "conflict 3\n");
    expect("2033年远山150号销量68401辆，远山151号销量68789辆，"
           "远山299号销量126213辆。",
           "");
}
END_TEST

RUN_TESTS("check/pairs",
          nothing_amiss_is_no_finding,
          two_figures_of_one_maker_are_held_against_each_other,
          one_figure_told_of_two_makers_is_found)
