/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What cells of tables say: each row's claims as "rule/entity low-high", one
 * a line; the makers do not exist.
 */
#include "world.h"

static const char rules[] =
    "- id: stores\n"
    "  title: 门店\n"
    "  subject: [远山, 星河, Yuanshan, Xinghe]\n"
    "  measure: [门店, 门店数, stores]\n"
    "  unit: 家\n"
    "  assume: {nature: total}\n"
    "  over_time: varies\n"
    "  examples:\n"
    "    - {text: 远山有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: revenue\n"
    "  title: 营收\n"
    "  subject: [远山, 星河, Yuanshan, Xinghe]\n"
    "  measure: [营收, 收入, revenue]\n"
    "  unit: [元, 美元]\n"
    "  wording: level\n"
    "  examples:\n"
    "    - {text: 远山营收300亿元, claim: {value: 300亿元}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: growth\n"
    "  title: 营收增幅\n"
    "  subject: [远山, 星河, Yuanshan, Xinghe]\n"
    "  measure: [营收, 收入, revenue]\n"
    "  unit: \"%\"\n"
    "  wording: change\n"
    "  examples:\n"
    "    - {text: 远山营收增长30%, claim: {value: 增长30%}}\n"
    "    - silent: 远山有300名员工\n";

typedef struct {
    const char *name, *path, *text, *claims;
} Row;

static const Row rows[] = {
    {"row and column say what a cell is", "a.md",
     "| 公司 | 门店 | 城市 |\n|---|---|---|\n| 远山 | 300家 | 40 |\n"
     "| 星河 | 250家 | 35 |\n",
     "stores [300, 300] 300家\nstores [250, 250] 250家\n"},
    {"rows may be measures and columns companies", "a.md",
     "| | 星河 | 远山 |\n|---|---|---|\n| 门店（家） | 250 | 300 |\n",
     "stores [250, 250] 250\nstores [300, 300] 300\n"},
    {"a header's brackets are the unit", "a.md",
     "| 公司 | 营收（亿元） |\n|---|---|\n| 远山 | 31.5 |\n",
     "revenue [3150000000, 3150000000] 31.5\n"},
    {"a unit may stand before and behind", "a.md",
     "| Company | Revenue (US$ million) |\n|---|---:|\n| Xinghe | 1,250 |\n",
     "revenue [1250000000, 1250000000] 1,250\n"},
    {"a line above gives the unit", "a.md",
     "远山与星河2024年一览\n单位：万元\n\n| 公司 | 营收 |\n|---|---|\n"
     "| 星河 | 4200 |\n",
     "revenue [42000000, 42000000] 4200 2024\n"},
    {"English says in millions of yuan", "a.md",
     "Results for 2024, in millions of yuan:\n\n| Company | Revenue |\n|-|-|\n"
     "| Yuanshan | 4,200 |\n",
     "revenue [4200000000, 4200000000] 4,200 2024\n"},
    {"a header that says nothing leaves it to the caption", "a.md",
     "Stores:\n\n| Chain | Result |\n|-|-|\n| Yuanshan | 300 |\n",
     "stores [300, 300] 300\n"},
    {"so does a list's label", "a.md",
     "What Yuanshan told:\n\n- revenue for fiscal 2024 of 42 million yuan;\n",
     "revenue [42000000, 42000000] revenue for fiscal 2024 of 42 million "
     "yuan FY2024\n"},
    {"a table's money is no count", "a.md",
     "Chains (RMB million)\n\n| Chain | Stores | Revenue |\n|-|-|-|\n"
     "| Xinghe | 812 | 990 |\n",
     "stores [812, 812] 812\nrevenue [990000000, 990000000] 990\n"},
    {"growth is that of the column before", "a.md",
     "| 公司 | 营收(亿元) | 同比 |\n|---|---|---|\n| 远山 | 31 | -4.5% |\n",
     "revenue [3100000000, 3100000000] 31\ngrowth [-4.5, -4.5] -4.5%\n"},
    {"so is what changed", "a.md",
     "| 公司 | 营收(亿元) | 变化 |\n|---|---|---|\n| 远山 | 31 | +9.5% |\n",
     "revenue [3100000000, 3100000000] 31\ngrowth [9.5, 9.5] +9.5%\n"},
    {"growth beside two periods is that of the later one", "a.md",
     "| 远山 | 2031年 | 2030年 | 同比 |\n|---|---|---|---|\n"
     "| 营收(亿元) | 31 | 30 | 3.3% |\n",
     "revenue [3100000000, 3100000000] 31 2031\n"
     "revenue [3000000000, 3000000000] 30 2030\n"
     "growth [3.3, 3.3] 3.3% 2031\n"},
    {"a cell's own unit comes first", "a.md",
     "| 公司 | 营收（亿元） |\n|---|---|\n| 远山 | 9000万元 |\n",
     "revenue [90000000, 90000000] 9000万元\n"},
    {"the caption names the company of months", "a.md",
     "星河各月门店数：\n\n| 月份 | 数量 |\n|---|---|\n| 7月 | 251家 |\n",
     "stores [251, 251] 251家 month-07\n"},
    {"but not of another company's row", "a.md",
     "星河等公司的门店数：\n\n| 公司 | 数量 |\n|---|---|\n| 青石 | 90家 |\n"
     "| 合计 | 341家 |\n",
     ""},
    {"a title says what months and names count", "a.md",
     "# 5月门店榜\n\n单位是家：\n\n| 公司 | 5月 | 6月 |\n|---|---|---|\n"
     "| 远山 | 300 | 310 |\n",
     "stores [300, 300] 300 month-05\nstores [310, 310] 310 month-06\n"},
    {"but not where the table has measures of its own", "a.md",
     "# 5月门店榜\n\n| 公司 | 营收（亿元） | 员工 |\n|---|---|---|\n"
     "| 远山 | 31 | 4200 |\n",
     "revenue [3100000000, 3100000000] 31 month-05\n"},
    {"nor does a title", "a.md",
     "# 星河又开店了\n\n| 公司 | 门店 |\n|---|---|\n| 青石 | 90家 |\n", ""},
    {"another measure's column is another measure", "a.md",
     "星河门店数：\n\n| 月份 | 闭店（家） |\n|---|---|\n| 7月 | 12 |\n", ""},
    {"a rank is no label", "a.md",
     "| 排名 | 公司 | 门店 |\n|---|---|---|\n| 1 | 远山 | 300家 |\n",
     "stores [300, 300] 300家\n"},
    {"a unit in a header is no figure", "a.md",
     "| 远山 | 2024年 |\n|---|---|\n| 营收（亿元） | 88 |\n",
     "revenue [8800000000, 8800000000] 88 2024\n"},
    {"tabs part cells of plain text", "a.txt",
     "公司\t门店（家）\n远山\t300\n星河\t250\n",
     "stores [300, 300] 300\nstores [250, 250] 250\n"},
    {"so do wide gaps", "a.txt",
     "Chain        Stores   Revenue ($m)\nYuanshan     1,204        77.5\n"
     "Xinghe         998        61\n",
     "stores [1204, 1204] 1,204\nrevenue [77500000, 77500000] 77.5\n"
     "stores [998, 998] 998\nrevenue [61000000, 61000000] 61\n"},
    {"two blanks in prose part nothing", "a.txt",
     "Xinghe opened shops.  It has 998 stores.\n"
     "Yuanshan did not.  It has 1,204 stores.\nNobody else did.  None.\n",
     "stores [998, 998] 998 stores\nstores [1204, 1204] 1,204 stores\n"},
};

static char *
print_claims(const ClClaims *claims)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        g_string_append_printf(out, "%s ", claim->rule->id);
        cl_interval_print(claim->quantity.hard, out);
        const char *when = claim->facets[CL_FACET_WHEN].value;
        g_string_append_printf(out, " %s%s%s\n", claim->text, when ? " " : "",
                               when ? when : "");
    }
    return g_string_free(out, FALSE);
}

START_TEST(cells_give_the_claims_of_their_row_and_column)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        world_read(&world, rows[i].path, rows[i].text);
        cl_claims_sort(world.claims);
        g_autofree char *claims = print_claims(world.claims);
        ck_assert_msg(strcmp(claims, rows[i].claims) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, claims, rows[i].claims);
        world_free(&world);
    }
}
END_TEST

START_TEST(a_claim_of_a_cell_shows_its_row_and_column)
{
    World world = world_new(rules);
    world_read(&world, "a.md",
               "| 公司 | 营收（亿元） |\n|---|---|\n| 远山 | 31.5 |\n");
    ck_assert_uint_eq(cl_claims_count(world.claims), 1);
    const ClClaim *claim = cl_claims_get(world.claims, 0);
    ck_assert_str_eq(claim->sentence, "远山 · 营收（亿元） · 31.5");
    ck_assert_uint_eq(claim->place.line, 3);
    ck_assert_uint_eq(claim->place.column, 8);
    world_free(&world);
}
END_TEST

START_TEST(a_wide_table_lends_nothing_and_takes_no_time)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (unsigned line = 0; line < 3; line++) {
        for (unsigned i = 0; i < 20000; i++)
            g_string_append(text, line == 1 ? "|---" : "| 300家门店 ");
        g_string_append(text, "|\n");
    }
    World world = world_new(rules);
    world_read(&world, "a.md", text->str);
    ck_assert_uint_eq(cl_claims_count(world.claims), 0);
    world_free(&world);
}
END_TEST

RUN_TESTS("extract/cell",
          cells_give_the_claims_of_their_row_and_column,
          a_claim_of_a_cell_shows_its_row_and_column,
          a_wide_table_lends_nothing_and_takes_no_time)
