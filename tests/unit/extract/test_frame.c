/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The period an article is about, for figures that say none: each row's
 * figures as "value when", one a line; a framed time has a star.
 */
#include "world.h"

static const char rules[] =
    "- list: makers\n"
    "  entities:\n"
    "    yuanshan: [远山, Yuanshan]\n"
    "    lanting: [兰亭, Lanting]\n"
    "    xinghe: [星河, Xinghe]\n"
    "  fiscal_year_ends: {xinghe: 9}\n"
    "- id: income\n"
    "  title: 收入\n"
    "  subject: {entity: makers}\n"
    "  measure: [收入, revenue]\n"
    "  unit: 元\n"
    "  over_time: varies\n"
    "  time: period\n"
    "  gap: 24\n"
    "  examples:\n"
    "    - {text: 远山收入3亿元, claim: {value: 3亿元}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: staff\n"
    "  title: 员工\n"
    "  subject: {entity: makers}\n"
    "  measure: [员工, employees]\n"
    "  unit: 人\n"
    "  over_time: varies\n"
    "  examples:\n"
    "    - {text: 远山员工300人, claim: {value: 300人}}\n"
    "    - silent: 远山收入3亿元\n"
    "- id: shops\n"
    "  title: 门店\n"
    "  subject: {entity: makers}\n"
    "  measure: [门店, shops]\n"
    "  unit: 家\n"
    "  over_time: grows\n"
    "  examples:\n"
    "    - {text: 远山门店30家, claim: {value: 30家}}\n"
    "    - silent: 远山收入3亿元\n";

typedef struct {
    const char *name, *text, *claims;
} Row;

/* ~ is a paragraph over which no time is carried. */
static const Row rows[] = {
    {"a title dates what says no time",
     "# 远山、兰亭：两份二季报\n\n~远山收入3亿元。\n\n兰亭收入2亿元。",
     "300000000 2025-Q2\n200000000 2025-Q2\n"},
    {"so do the first lines",
     "本报摘录各家2024年的数字。\n\n~远山收入3亿元。\n\n兰亭收入2亿元。",
     "300000000 2024*\n200000000 2024*\n"},
    {"and the company before",
     "Yuanshan's revenue for the June quarter was 3 million yuan.\n\n~"
     "Lanting went the other way. Revenue was 2 million yuan.",
     "3000000 2025-Q2\n2000000 2025-Q2*\n"},
    {"a heading dates its section",
     "# 两家\n\n## 2024年\n\n~远山收入3亿元。\n\n## 2023年\n\n~远山收入2亿元。",
     "300000000 2024\n200000000 2023\n"},
    {"what is told behind dates nothing before",
     "远山收入3亿元。\n\n2024年兰亭收入2亿元。",
     "300000000 2025-11-05\n200000000 2024\n"},
    {"a title may end with a number that is a year",
     "# 三家的2024\n\n~远山收入3亿元。", "300000000 2024\n"},
    {"a number that no year has passed is none",
     "# 远山发布3020\n\n~远山收入3亿元。", "300000000 2025-11-05\n"},
    {"two years that compete give none", "# 2023年与2024年\n\n~远山收入3亿元。",
     "300000000 2025-11-05\n"},
    {"what is told more often wins over a length of its own",
     "# 远山第三季\n\n远山2024年收入9亿元。\n\n~兰亭收入2亿元。",
     "900000000 2024\n200000000 2025-Q3\n"},
    {"a length says which of two",
     "# 远山2024年\n\n远山第三季收入9亿元。\n\n~兰亭卖得好，单季收入2亿元。",
     "900000000 2025-Q3\n200000000 2025-Q3*\n"},
    {"an aside on a year does not outweigh the title",
     "# Makers report for the third quarter\n\nYuanshan: revenue was 3 million "
     "yuan. All of 2024 brought revenue of 9 million yuan.\n\nLanting: revenue "
     "was 2 million yuan.",
     "3000000 2025-Q3\n9000000 2024\n2000000 2025-Q3\n"},
    {"a year that something is held against is no time",
     "# 远山交卷\n\n远山规模比2023年大。\n\n~远山收入3亿元。",
     "300000000 2025-11-05\n"},
    {"a year is not that of a company whose year ends otherwise",
     "# 2024年成绩单\n\n~远山收入3亿元。\n\n~星河收入2亿元。",
     "300000000 2024\n200000000 2025-11-05\n"},
    {"what a change started from was a year before that",
     "# 远山二季报\n\n~远山收入由2亿元升至3亿元。",
     "200000000 2024-Q2*\n300000000 2025-Q2\n"},
    {"a year before, where no time was told, is before that",
     "远山第三季收入9亿元。\n\n~一年前兰亭收入2亿元。",
     "900000000 2025-Q3\n200000000 2024-Q3*\n"},
    {"a length says which part of the year",
     "# 远山2024年\n\n远山上半年收入9亿元。\n\n~兰亭收入2亿元,在六个月里。",
     "900000000 2025-H1\n200000000 2025-H1*\n"},
    {"nine months told before are no full year",
     "# 远山访谈\n\n远山2025年前三季度收入3亿元。\n\n他想了想，没有答。\n\n"
     "对，说全年远山收入大概4亿元。",
     "300000000 2025-01/2025-09\n400000000 2025-11-05\n"},
    {"the line with the article's date dates no income",
     "远山第三季收入9亿元。\n\n2025-11-05\n\n兰亭卖得好。兰亭收入2亿元。",
     "900000000 2025-Q3\n200000000 2025-Q3\n"},
    {"heads are those of the period that is reported on",
     "# 远山二季报\n\n~远山员工300人。", "300 2025-Q2*\n"},
    {"shops are counted at its end", "# 远山二季报\n\n~远山门店300家。",
     "300 2025-06-30*\n"},
    {"unless there are so many by now", "# 远山二季报\n\n~远山门店已有300家。",
     "300 2025-11-05\n"},
    {"a figure of the same company dates them better than the title",
     "# 兰亭二季报\n\n~远山门店300家。远山第三季收入9亿元。",
     "300 2025-09-30*\n900000000 2025-Q3\n"},
    {"a paragraph dates the shops it ends with",
     "远山第三季收入9亿元。它赚了钱。远山门店300家。",
     "900000000 2025-Q3\n300 2025-Q3\n"},
    {"the year to September is that of whose own year ends then",
     "# 到2025年9月底的会计年度\n\n~星河收入2亿元。",
     "200000000 2024-10/2025-09\n"},
    {"what is expected of a quarter dates nothing told behind it",
     "# 远山三季报\n\n~预计第四季度远山收入9亿元。兰亭收入2亿元。",
     "900000000 2025-Q4\n200000000 2025-Q3\n"},
    {"the quarter before last is meant where the last one was told",
     "远山第三季度收入9亿元。远山上一季度收入8亿元。",
     "900000000 2025-Q3\n800000000 2025-Q2\n"},
    {"and the last one where it was not",
     "兰亭第三季度收入9亿元。远山上一季度收入8亿元。",
     "900000000 2025-Q3\n800000000 2025-Q3\n"},
    {"a slip tells the same quarter twice",
     "远山第三季度收入928亿元。远山上季收入982亿元。",
     "92800000000 2025-Q3\n98200000000 2025-Q3\n"},
};

static char *
make_article(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "~", -1);
    g_autofree char *body =
        g_strjoinv("人很多。天很热。茶很好。没有雨。有风。有云。有鸟。"
                   "天黑了。\n\n",
                   parts);
    return g_strdup_printf("---\ndate: 2025-11-05\n---\n%s\n", body);
}

static char *
print_times(const ClClaims *claims)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
        cl_number_print(claim->quantity.value, CL_ROUND_HALF_AWAY, out);
        g_string_append_printf(out, " %s%s\n", when->value,
                               when->framed ? "*" : "");
    }
    return g_string_free(out, FALSE);
}

START_TEST(a_figure_without_a_time_has_the_articles)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        g_autofree char *text = make_article(rows[i].text);
        world_read(&world, "a.md", text);
        cl_claims_sort(world.claims);
        g_autofree char *claims = print_times(world.claims);
        ck_assert_msg(strcmp(claims, rows[i].claims) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, claims, rows[i].claims);
        world_free(&world);
    }
}
END_TEST

static void
ignore(void *data, const ClDecision *decision)
{
    (void)data;
    (void)decision;
}

START_TEST(a_trace_hears_of_the_time_a_claim_has_in_the_end)
{
    static const ClTrace trace = {ignore, NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        g_autofree char *text = make_article(rows[i].text);
        g_autoptr(ClArticle) article =
            cl_article_new("a.md", g_strdup(text), strlen(text), world.notes);
        cl_extract_claims_traced(article, world.rules, world.claims,
                                 world.notes, &trace);
        cl_claims_sort(world.claims);
        g_autofree char *claims = print_times(world.claims);
        ck_assert_msg(strcmp(claims, rows[i].claims) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, claims, rows[i].claims);
        world_free(&world);
    }
}
END_TEST

RUN_TESTS("frame",
          a_figure_without_a_time_has_the_articles,
          a_trace_hears_of_the_time_a_claim_has_in_the_end)
