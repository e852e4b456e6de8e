/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Results of companies that do not exist: whose figure it is, which measure
 * owns it, and which side of zero it is on.  Each row's claims as "rule who
 * value", one a line.
 */
#include "world.h"

static const char rules[] =
    "- list: makers\n"
    "  title: 公司\n"
    "  entities:\n"
    "    yuan: [远山, Yuanshan]\n"
    "    lan: [兰亭, Lanting]\n"
    "- id: revenue\n"
    "  title: 营收\n"
    "  subject: {entity: makers}\n"
    "  measure: [营收, 收入, revenue, sales]\n"
    "  unit: 元\n"
    "  wording: level\n"
    "  carry: 5\n"
    "  gap: 24\n"
    "  examples:\n"
    "    - {text: 远山营收3亿元, claim: {value: 3亿}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: profit\n"
    "  title: 净利润\n"
    "  subject: {entity: makers}\n"
    "  measure: [净利润, net profit, profit]\n"
    "  negative: [净亏损, 亏损, loss, lost]\n"
    "  unit: 元\n"
    "  wording: level\n"
    "  apart: [definition]\n"
    "  carry: 5\n"
    "  gap: 24\n"
    "  examples:\n"
    "    - {text: 远山净利润3亿元, claim: {value: 3亿}}\n"
    "    - {text: 远山净亏损3亿元, claim: {value: -3亿}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: growth\n"
    "  title: 营收增幅\n"
    "  subject: {entity: makers}\n"
    "  measure: [营收, 收入, revenue, sales]\n"
    "  unit: \"%\"\n"
    "  wording: change\n"
    "  carry: 5\n"
    "  gap: 45\n"
    "  examples:\n"
    "    - {text: 远山营收增长3%, claim: {value: 3%}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: rise\n"
    "  title: 净利润增幅\n"
    "  subject: {entity: makers}\n"
    "  measure: [净利润, profit]\n"
    "  unit: \"%\"\n"
    "  wording: change\n"
    "  gap: 45\n"
    "  examples:\n"
    "    - {text: 远山净利润增长3%, claim: {value: 3%}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: users\n"
    "  title: 用户\n"
    "  subject: {entity: makers}\n"
    "  measure: [users, daily users, monthly users]\n"
    "  unit: 人\n"
    "  facets: {kind: {daily: [daily users], monthly: [monthly users]}}\n"
    "  examples:\n"
    "    - {text: Yuanshan has 300 users, claim: {value: 300}}\n"
    "    - silent: 远山有300名员工\n";

typedef struct {
    const char *name, *text, *claims;
} Row;

static const Row rows[] = {
    /* below zero */
    {"a loss is a profit below zero", "远山净亏损3亿元。",
     "profit yuan [-300000000, -300000000]\n"},
    {"so is one in traditional characters", "遠山虧損逾3億元。",
     "profit yuan (-inf, -300000000)\n"},
    {"and in English", "Yuanshan made a loss of 3 billion yuan.",
     "profit yuan [-3000000000, -3000000000]\n"},
    {"a loss that narrowed by an amount has no level", "远山亏损收窄3亿元。",
     ""},
    {"each of two makers has its own side of zero",
     "远山净利润3亿元，兰亭亏损2亿元。",
     "profit yuan [300000000, 300000000]\n"
     "profit lan [-200000000, -200000000]\n"},
    /* who */
    {"the maker of a paragraph's head holds on",
     "远山公布了业绩。现场来了三十人。董事长没有来。营收3亿元。",
     "revenue yuan [300000000, 300000000]\n"},
    {"and into the next paragraph",
     "远山公布了业绩。现场来了三十人。\n\n该公司营收3亿元。",
     "revenue yuan [300000000, 300000000]\n"},
    {"not where that paragraph was on two",
     "远山公布了业绩。兰亭没有。\n\n该公司营收3亿元。", ""},
    {"nor where a title is on another",
     "# 远山半年报\n\n兰亭赚得更多。\n\n营收3亿元，比想的好。", ""},
    {"a sentence on two lends neither further on",
     "远山和兰亭都公布了业绩。现场来了三十人。营收3亿元。", ""},
    {"a product in a paragraph before leaves it to the title",
     "# 远山半年报\n\n卖得最好的是M9。\n\n营收3亿元，比想的好。",
     "revenue yuan [300000000, 300000000]\n"},
    {"a quarter is no name", "远山公布了业绩。Q3营收3亿元。",
     "revenue yuan [300000000, 300000000]\n"},
    {"nor is a currency", "远山公布了业绩。营收RMB3亿元，同比增长12%。",
     "revenue yuan [300000000, 300000000]\n"
     "growth yuan [12, 12]\n"},
    {"an English label may say the measure",
     "Yuanshan reported. Revenue for the quarter: 3 billion yuan.",
     "revenue yuan [3000000000, 3000000000]\n"},
    {"a label that is a name is another's",
     "Yuanshan reported. Star River: revenue of 3 billion yuan.", ""},
    /* which measure */
    {"profit on revenue has a figure each",
     "Yuanshan had net profit of 3 billion yuan on revenue of 9 billion yuan.",
     "profit yuan [3000000000, 3000000000]\n"
     "revenue yuan [9000000000, 9000000000]\n"},
    {"figures in front of their measures",
     "Yuanshan had 9 billion yuan in sales and 3 billion yuan in profit.",
     "revenue yuan [9000000000, 9000000000]\n"
     "profit yuan [3000000000, 3000000000]\n"},
    {"the same in Chinese", "远山以9亿元的收入、3亿元的净利润收官。",
     "revenue yuan [900000000, 900000000]\n"
     "profit yuan [300000000, 300000000]\n"},
    {"a measure with a figure of its own says nothing of the next",
     "Yuanshan had 9 billion yuan of revenue and 3 billion yuan of debts.",
     "revenue yuan [9000000000, 9000000000]\n"},
    {"two changes of one measure", "远山营收9亿元，环比增长2%，同比增长28%。",
     "revenue yuan [900000000, 900000000]\n"
     "growth yuan [2, 2]\n"
     "growth yuan [28, 28]\n"},
    {"a change said behind its figure",
     "Yuanshan's revenue was 9 billion yuan, 16 percent lower than a year ago.",
     "revenue yuan [9000000000, 9000000000]\n"
     "growth yuan [-16, -16]\n"},
    {"the change of another measure is not this one's",
     "远山营收9亿元，净利润增3%。",
     "revenue yuan [900000000, 900000000]\n"
     "rise yuan [3, 3]\n"},
};

static const char *
value_of(const ClClaim *claim, const char *name)
{
    for (unsigned i = 0; i < claim->rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(claim->rule->facets, i);
        if (strcmp(facet->name, name) == 0)
            return claim->facets[i].value;
    }
    return NULL;
}

static char *
print_claims(const ClClaims *claims)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        g_string_append_printf(out, "%s %s ", claim->rule->id,
                               value_of(claim, "entity"));
        cl_interval_print(claim->quantity.hard, out);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

/* In the order of the figures, not of the words that claims begin with. */
static int
compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *
sort_lines(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    qsort(lines, g_strv_length(lines), sizeof *lines, compare_lines);
    return g_strjoinv("\n", lines);
}

START_TEST(each_figure_has_its_maker_its_measure_and_its_sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        world_read(&world, "a.md", rows[i].text);
        cl_claims_sort(world.claims);
        g_autofree char *claims = print_claims(world.claims);
        g_autofree char *sorted = sort_lines(claims);
        g_autofree char *wanted = sort_lines(rows[i].claims);
        ck_assert_msg(strcmp(sorted, wanted) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, claims, rows[i].claims);
        world_free(&world);
    }
}
END_TEST

START_TEST(the_words_of_a_measure_give_its_kind)
{
    World world = world_new(rules);
    world_read(&world, "a.txt",
               "Yuanshan has 3 million daily users and 9 million monthly "
               "users.");
    ck_assert_uint_eq(cl_claims_count(world.claims), 2);
    ck_assert_str_eq(value_of(cl_claims_get(world.claims, 0), "kind"), "daily");
    ck_assert_str_eq(value_of(cl_claims_get(world.claims, 1), "kind"),
                     "monthly");
    world_free(&world);
}
END_TEST

START_TEST(what_a_profit_is_called_holds_for_its_growth)
{
    World world = world_new(rules);
    world_read(&world, "a.txt", "远山归母净利润3亿元，同比增长5%。");
    ck_assert_uint_eq(cl_claims_count(world.claims), 2);
    ck_assert_str_eq(value_of(cl_claims_get(world.claims, 1), "definition"),
                     "attributable");
    world_free(&world);
}
END_TEST

RUN_TESTS("extract/results",
          each_figure_has_its_maker_its_measure_and_its_sign,
          the_words_of_a_measure_give_its_kind,
          what_a_profit_is_called_holds_for_its_growth)
