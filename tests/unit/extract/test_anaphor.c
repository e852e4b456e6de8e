/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The time of a figure that is told by another time, or by a maker's own
 * calendar: each row's figures as "value when", one a line.
 */
#include "world.h"

static const char rules[] =
    "- list: makers\n"
    "  entities:\n"
    "    yuanshan: [远山, Yuanshan]\n"
    "    xinghe: [星河, Xinghe]\n"
    "  fiscal_year_ends: {xinghe: 9}\n"
    "- list: makers\n"
    "  entities:\n"
    "    changgeng: [长庚, Changgeng]\n"
    "    beidou: [北斗, Beidou]\n"
    "    qingshi: [青石, Qingshi]\n"
    "  fiscal_year_ends: {changgeng: 3, beidou: 1, qingshi: 3}\n"
    "  fiscal_years_vary: [qingshi]\n"
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
    "- id: users\n"
    "  title: 用户\n"
    "  subject: {entity: makers}\n"
    "  measure: [月活, users]\n"
    "  unit: 人\n"
    "  over_time: varies\n"
    "  examples:\n"
    "    - {text: 远山月活300人, claim: {value: 300人}}\n"
    "    - silent: 远山收入3亿元\n";

typedef struct {
    const char *name, *text, *claims;
} Row;

static const Row rows[] = {
    {"a year earlier is the same part of it",
     "远山第三季度收入8亿元,去年同期收入6亿元。",
     "800000000 2025-Q3\n600000000 2024-Q3\n"},
    {"so it is in traditional characters",
     "遠山第三季收入8億元,上年同期收入6億元。",
     "800000000 2025-Q3\n600000000 2024-Q3\n"},
    {"and in English, behind its figure",
     "Yuanshan had revenue of 8 million yuan in October, against revenue of 6 "
     "million yuan a year earlier.",
     "8000000 2025-10\n6000000 2024-10\n"},
    {"the month before is of the month told",
     "Yuanshan had revenue of 8 million yuan in September. The month before, "
     "Yuanshan had revenue of 7 million yuan.",
     "8000000 2025-09\n7000000 2025-08\n"},
    {"the quarter goes on",
     "远山第二季度收入8亿元。当季远山收入创新高,达8亿元。",
     "800000000 2025-Q2\n800000000 2025-Q2\n"},
    {"a day is not what income is of",
     "远山第二季度收入8亿元。截至6月底,远山员工300人。期内远山收入8亿元。",
     "800000000 2025-Q2\n300 2025-06-30\n800000000 2025-Q2\n"},
    {"a day is what people are counted on",
     "Yuanshan had 300 employees at the end of September, against 200 "
     "employees a year earlier.",
     "300 2025-09-30\n200 2024-09-30\n"},
    {"last year is the one before the year told",
     "远山2023年收入8亿元,上年收入6亿元。", "800000000 2023\n600000000 2022\n"},
    {"the year after is the one behind it",
     "远山2023年收入8亿元,次年收入9亿元。", "800000000 2023\n900000000 2024\n"},
    {"and the quarter after, over a year's end",
     "Yuanshan had revenue of 8 million yuan in the fourth quarter of 2023 and "
     "revenue of 9 million yuan in the following quarter.",
     "8000000 2023-Q4\n9000000 2024-Q1\n"},
    {"the full year is the one that ended",
     "2024年底远山员工300人,全年收入8亿元。", "300 2024-12\n800000000 2024\n"},
    {"a full year that says which is no other",
     "远山2023年收入6亿元。远山2024年全年收入8亿元。",
     "600000000 2023\n800000000 2024\n"},
    {"the end of the year is that of the year told",
     "远山2023年收入8亿元,年底员工300人。", "800000000 2023\n300 2023-12\n"},
    {"the full year is also the one whose last quarter was told",
     "远山2024年第四季度收入8亿元。全年远山收入30亿元。",
     "800000000 2024-Q4\n3000000000 2024\n"},
    {"what a sentence calls the year holds for the next one",
     "2024年业绩公布。全年远山收入30亿元。收入创新高,达30亿元。",
     "3000000000 2024\n3000000000 2024\n"},
    {"the day of a report is no time of income",
     "11月3日远山公布三季报。收入8亿元。", "800000000 2025-Q3\n"},
    {"who ended a year had its income in the year",
     "Yuanshan ended 2024 with 300 employees. Revenue for the year was 8 "
     "million yuan.",
     "300 2024-12\n8000000 2024\n"},
    {"so it is where nobody says the year again",
     "At the end of 2024 Yuanshan had 300 employees. Yuanshan revenue was 8 "
     "million yuan.",
     "300 2024-12\n8000000 2024\n"},
    {"the half is the one that ended with the month told",
     "Yuanshan had 300 employees in June. Revenue for the half was 8 million "
     "yuan.",
     "300 2025-06\n8000000 2025-H1\n"},
    {"the end of the year is that of the year told, not of the base",
     "Yuanshan had revenue of 8 million yuan in 2024, 2 percent less than in "
     "2023. At the end of the year it had 300 employees.",
     "8000000 2024\n300 2024-12\n"},
    {"a year that growth is held against holds for nothing behind it",
     "远山2024年收入8亿元,较2023年增长3%,其中上海收入3亿元。",
     "800000000 2024\n300000000 2024\n"},
    {"but for the figure that it had",
     "远山2024年收入8亿元,较2023年的收入6亿元多出不少。",
     "800000000 2024\n600000000 2023\n"},
    {"nor does it in English",
     "In 2024 Yuanshan was larger than in 2023, with revenue of 8 million "
     "yuan.",
     "8000000 2024\n"},
    {"nor do the same months of it",
     "In the first half of 2025 Yuanshan was larger than in the same months "
     "of 2024, and had revenue of 8 million yuan.",
     "8000000 2025-H1\n"},
    {"a clause with when tells what it had",
     "In 2024 Yuanshan was larger than in 2023, when it had revenue of 8 "
     "million yuan.",
     "8000000 2023\n"},
    {"what is multiplied is of another year",
     "远山2024年收入8亿元,等于2022年的约2倍,其中上海收入3亿元。",
     "800000000 2024\n300000000 2024\n"},
    {"and so in English",
     "Yuanshan had revenue of 8 million yuan in 2024. It was 1.7 times the "
     "figure of 2022, with revenue of 3 million yuan from Shanghai.",
     "8000000 2024\n3000000 2024\n"},
    {"the close of a year that is not over is that of the year told",
     "Yuanshan ended 2024 with 300 employees. It expects revenue of 9 million "
     "yuan in 2026. At the close of the year it had 300 employees in town.",
     "300 2024-12\n9000000 2026\n300 2024-12\n"},
    {"what is held against the year before still has the year told",
     "回头看2024年。远山收入8亿元,是前一年的2.35倍。", "800000000 2024\n"},
    {"a growth is not of the quarter it is held against",
     "Yuanshan: revenue in the second quarter: 8 million yuan, up 1.7% from "
     "the first quarter.",
     "8000000 2025-Q2\n"},
    {"a quarter that is expected is not told on",
     "Yuanshan, third quarter. Q4 guidance: 8 million yuan. Yuanshan revenue "
     "7 million yuan.",
     "7000000 2025-Q3\n"},
    {"what a year closed with is all of it",
     "Yuanshan closed 2024 with revenue of 8 million yuan.", "8000000 2024\n"},
    {"who was counted as it closed was counted then",
     "Yuanshan closed 2024 with 300 employees.", "300 2024-12\n"},
    {"the last quarter is the end of the year told",
     "远山2024年收入8亿元,最后一季收入3亿元。",
     "800000000 2024\n300000000 2024-Q4\n"},
    {"a maker's last quarter is that of its own year",
     "长庚最后一季收入3亿元。", "300000000 2025-Q1\n"},
    {"months told one by one are added up",
     "远山9月收入3亿元,8月是2亿元,两个月合计收入5亿元。",
     "300000000 2025-09\n200000000 2025-08\n500000000 2025-08/2025-09\n"},
    {"months with a gap are no time",
     "远山9月收入3亿元,6月是2亿元,两个月合计收入5亿元。",
     "300000000 2025-09\n200000000 2025-06\n500000000 ?\n"},
    {"so are months in English, each told behind its figure",
     "Yuanshan had revenue of 8 million yuan in August and revenue of 7 "
     "million yuan in September; the two months together brought revenue of "
     "15 million yuan.",
     "8000000 2025-08\n7000000 2025-09\n15000000 2025-08/2025-09\n"},
    {"what nobody told is not known", "去年同期远山收入6亿元。",
     "600000000 ?\n"},
    {"a maker's own quarter is put on the calendar",
     "星河2025财年第四季度收入8亿元。", "800000000 2025-Q3\n"},
    {"so is one without its year",
     "Xinghe had revenue of 8 million yuan in "
     "its fiscal fourth quarter.",
     "8000000 2025-Q3\n"},
    {"each part of a list tells the calendars of its own",
     "长庚2025财年收入8亿元。", "800000000 2024-04/2025-03\n"},
    {"and a whole year", "星河2025财年收入8亿元。",
     "800000000 2024-10/2025-09\n"},
    {"nobody says when another maker's year ends",
     "远山2025财年第四季度收入8亿元。", "800000000 FY2025-Q4\n"},
    {"a sentence says with which month a year ends",
     "Yuanshan closed its fiscal 2025, which ended in June, with revenue of 8 "
     "million yuan.",
     "8000000 2024-07/2025-06\n"},
    {"so it does without a number for the year",
     "Yuanshan, whose year ends in March, had revenue of 8 million yuan.",
     "8000000 2024-04/2025-03\n"},
    {"and in Chinese", "远山会计年度到3月底为止,收入8亿元。",
     "800000000 2024-04/2025-03\n"},
    {"a half is the one told, not a length",
     "远山上半年收入8亿元。远山半年收入的三成来自海外,有收入2亿元。",
     "800000000 2025-H1\n200000000 2025-H1\n"},
    {"what the year before is held against in brackets is its own",
     "远山上半年收入8亿元,比去年全年(收入6亿元)还多。",
     "800000000 2025-H1\n600000000 2024\n"},
    {"what a change started from was a year before",
     "远山2024年收入由6亿元升至8亿元。", "600000000 2023\n800000000 2024\n"},
    {"a year before is no time of what it rose to",
     "远山三季度收入从一年前的6亿元升到收入8亿元。",
     "600000000 2024-Q3\n800000000 2025-Q3\n"},
    {"the year is that of the month told, once it is over",
     "2024年8月远山新店开张。全年远山收入8亿元。", "800000000 2024\n"},
    {"a year that still runs is not told by its months",
     "2025年8月远山新店开张。全年远山收入8亿元。", "800000000 2025-08\n"},
    {"the second year is the one after the first",
     "远山收入,2023年6亿元,第二年远山收入8亿元。",
     "600000000 2023\n800000000 2024\n"},
    {"what it rose to from a year is of the next one",
     "Yuanshan revenue went from 6 million yuan in 2023 to 8 million yuan.",
     "6000000 2023\n8000000 2024\n"},
    {"what it rose to says its own year",
     "Yuanshan revenue went from 6 million yuan in 2022 to 8 million yuan in "
     "2024.",
     "6000000 2022\n8000000 2024\n"},
    {"so it does before the figure",
     "远山收入由2022年的6亿元升至2024年的8亿元。",
     "600000000 2022\n800000000 2024\n"},
    {"what is more than in a year is of the next one",
     "Yuanshan revenue of 8 million yuan was 32 percent higher than in 2023.",
     "8000000 2024\n"},
    {"a quarter that is not called fiscal is the calendar's",
     "星河第三季度收入8亿元。", "800000000 2025-Q3\n"},
    {"behind the maker's own year it is the maker's",
     "星河2025财年收入30亿元。第四季度星河收入8亿元。",
     "3000000000 2024-10/2025-09\n800000000 2025-Q3\n"},
    {"a day on which people were counted is no time of income behind it",
     "远山第三季度交卷。9月底远山员工300人,远山收入8亿元。",
     "300 2025-09-30\n800000000 2025-Q3\n"},
    {"nor one that stands behind the income",
     "2024年远山交卷。远山收入8亿元,年底员工300人。",
     "800000000 2024\n300 2024-12\n"},
    {"the first time in years is no time",
     "第三季度远山交卷。三年来首次,远山收入超过8亿元。", "800000000 2025-Q3\n"},
    {"what stands above the year before holds for nothing behind it",
     "Yuanshan had revenue of 8 million yuan in the three months to June, 13% "
     "above the year before, and revenue of 3 million yuan in Shanghai.",
     "8000000 2025-Q2\n3000000 2025-Q2\n"},
    {"but opening its clause it does",
     "Yuanshan had revenue of 8 million yuan in the second quarter; a year "
     "earlier it had revenue of 6 million yuan.",
     "8000000 2025-Q2\n6000000 2024-Q2\n"},
    {"the year before right behind a figure is its own",
     "Yuanshan had revenue of 8 million yuan in 2024 after revenue of 6 "
     "million yuan the year before.",
     "8000000 2024\n6000000 2023\n"},
    {"what follows a figure of the year before is of the year told",
     "Yuanshan had revenue of 8 million yuan in 2024. In 2023 Yuanshan had "
     "had revenue of 6 million yuan. Revenue in Shanghai was 3 million yuan.",
     "8000000 2024\n6000000 2023\n3000000 2024\n"},
    {"years that are told in their order go on with the last",
     "2023年远山收入6亿元。2024年远山收入8亿元。收入在上海最多,3亿元。",
     "600000000 2023\n800000000 2024\n300000000 2024\n"},
    {"on the maker's own calendar",
     "Changgeng expects revenue of 9 million yuan for the full year.",
     "9000000 2025-04/2026-03\n"},
    {"a year that still runs dates nothing in the next sentence",
     "第二季度远山交卷。今年远山很忙。远山收入8亿元。", "800000000 2025-Q2\n"},
    {"by a quarter is in it, for what a quarter brings",
     "到今年三季度,远山收入8亿元。", "800000000 2025-Q3\n"},
    {"and up to it for people", "到今年三季度,远山员工300人。",
     "300 2025-09-30\n"},
    {"last year's half says itself which",
     "2025年上半年远山收入8亿元,比上年上半年的收入6亿元多。",
     "800000000 2025-H1\n600000000 2024-H1\n"},
    {"the same quarter of a year ago is no other length",
     "远山第三季度收入8亿元。截至9月末,远山员工300人。一年前的同一季,远山收入6亿元。",
     "800000000 2025-Q3\n300 2025-09-30\n600000000 2024-Q3\n"},
    {"that quarter is the one that ended with the day told",
     "Yuanshan had 300 employees at the end of June. Revenue in that quarter "
     "was 8 million yuan.",
     "300 2025-06-30\n8000000 2025-Q2\n"},
    {"the full fiscal year is the one that ended with the quarter",
     "Xinghe's revenue for the quarter ended September 28 was 8 million yuan. "
     "For the full fiscal year Xinghe revenue was 30 million yuan.",
     "8000000 2025-Q3\n30000000 2024-10/2025-09\n"},
    {"a fiscal year that nobody placed is unknown",
     "Yuanshan had revenue of 8 million yuan in the June quarter. For the "
     "fiscal year Yuanshan revenue was 30 million yuan.",
     "8000000 2025-Q2\n30000000 ?\n"},
    {"half of a fiscal year is the company's own", "长庚上半财年收入8亿元。",
     "800000000 2025-04/2025-09\n"},
    {"the first quarter of its fiscal year, too",
     "Changgeng had revenue of 8 million yuan in the first quarter of its "
     "fiscal year.",
     "8000000 2025-Q2\n"},
    {"no quarter of a year that ends in January is the calendar's",
     "Beidou had revenue of 8 million yuan in the second quarter.",
     "8000000 2025-05/2025-07\n"},
    {"the quarter that runs is its own as well",
     "Beidou expects revenue of 8 million yuan for the current quarter.",
     "8000000 2025-11/2026-01\n"},
    {"a fiscal year that may end in either year is not placed",
     "Qingshi had revenue of 8 million yuan in fiscal 2025.",
     "8000000 FY2025\n"},
    {"the fourth quarter of such a year is",
     "Qingshi had revenue of 8 million yuan in its fiscal fourth quarter.",
     "8000000 2025-Q1\n"},
    {"up to now is up to the end of what was told",
     "9月远山收入1亿元。今年以来远山收入8亿元。",
     "100000000 2025-09\n800000000 2025-01/2025-09\n"},
    {"a time that leads to another figure is not told of the one before",
     "远山第三季度收入8亿元。远山收入比别家高,达7亿元,而2024年第一季度远山收入"
     "为5亿元。",
     "800000000 2025-Q3\n700000000 2025-Q3\n500000000 2024-Q1\n"},
    {"of a part no other sentence is told",
     "远山上半年收入8亿元。其中第二季度收入5亿元。星河收入7亿元。",
     "800000000 2025-H1\n500000000 2025-Q2\n700000000 2025-H1\n"},
    {"what a change is measured from dates nothing else",
     "Yuanshan had revenue of 8 million yuan in the third quarter, up 10% from "
     "5 million yuan in the first quarter. Revenue was 9 million yuan.",
     "8000000 2025-Q3\n5000000 2025-Q1\n9000000 2025-Q3\n"},
    {"users from whom a count rose are of nobody knows when",
     "第二季度远山月活由7000万人增至8000万人。",
     "70000000 ?\n80000000 2025-Q2\n"},
    {"as many as the year began with the one before ended with",
     "年初远山员工300人。", "300 2024-12-31\n"},
    {"a quarter that ends in the first days of a month is up to the last",
     "Beidou had revenue of 8 million yuan in the three months ended August 2.",
     "8000000 2025-05/2025-07\n"},
    {"what is expected of a fiscal quarter is of the next one",
     "Beidou expects revenue of 8 million yuan for its fiscal fourth quarter.",
     "8000000 2025-11/2026-01\n"},
    {"behind a base last year is the same part of it",
     "In the second quarter Yuanshan had revenue of 8 million yuan, against 7 "
     "million yuan last year.",
     "8000000 2025-Q2\n7000000 2024-Q2\n"},
    {"more than last year holds no past",
     "远山第二季度收入超过去年全年的8亿元。", "800000000 2024\n"},
    {"a year ago its quarter was another",
     "In the second quarter Yuanshan had revenue of 8 million yuan. A year "
     "ago, quarterly Yuanshan revenue was 7 million yuan.",
     "8000000 2025-Q2\n7000000 2024-Q2\n"},
    {"a goal is raised for the year it was set for",
     "远山第三季度收入8亿元。远山将全年收入目标由3亿元上调至4亿元。",
     "800000000 2025-Q3\n300000000 2025\n400000000 2025\n"},
};

/* Of articles of another day. */
static const struct {
    const char *day;
    Row row;
} dated_rows[] = {
    {"2024-12-01",
     {"that of the year whose quarter was told",
      "Xinghe had revenue of 8 million yuan in the first quarter of its fiscal "
      "2025. In the fourth quarter Xinghe revenue is expected to be 9 million "
      "yuan.",
      "8000000 2024-Q4\n9000000 2025-Q3\n"}},
    {"2025-03-28",
     {"the end of the year is that of the one that is over",
      "远山2024年收入8亿元。截至年末,远山员工300人。",
      "800000000 2024\n300 2024-12-31\n"}},
    {"2026-01-14",
     {"a half that is not over is that of last year, once it was had",
      "上半年远山收入8亿元。", "800000000 2025-H1\n"}},
    {"2026-01-09",
     {"so is a quarter that has hardly begun",
      "In the first quarter Yuanshan had revenue of 8 million yuan.",
      "8000000 2025-Q1\n"}},
    {"2026-01-14",
     {"what is expected of it is yet to come", "预计上半年远山收入8亿元。",
      "800000000 2026-H1\n"}},
    {"2025-03-20",
     {"what is expected of the full year is of the one that runs",
      "远山2024年收入8亿元。预计全年远山收入9亿元。",
      "800000000 2024\n900000000 2025\n"}},
};

static char *
print_times(const ClClaims *claims)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        cl_number_print(claim->quantity.value, CL_ROUND_HALF_AWAY, out);
        g_string_append_printf(out, " %s\n",
                               claim->facets[CL_FACET_WHEN].value);
    }
    return g_string_free(out, FALSE);
}

static void
check_row(const char *day, const Row *row)
{
    World world = world_new(rules);
    g_autofree char *text =
        g_strdup_printf("---\ndate: %s\n---\n%s\n", day, row->text);
    world_read(&world, "a.md", text);
    cl_claims_sort(world.claims);
    g_autofree char *claims = print_times(world.claims);
    ck_assert_msg(strcmp(claims, row->claims) == 0, "%s:\n%sis not\n%s",
                  row->name, claims, row->claims);
    world_free(&world);
}

START_TEST(a_figure_has_the_time_its_words_stand_for)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        check_row("2025-11-05", &rows[i]);
}
END_TEST

START_TEST(what_was_had_was_had_by_the_day_of_the_article)
{
    for (size_t i = 0; i < G_N_ELEMENTS(dated_rows); i++)
        check_row(dated_rows[i].day, &dated_rows[i].row);
}
END_TEST

RUN_TESTS("anaphor",
          a_figure_has_the_time_its_words_stand_for,
          what_was_had_was_had_by_the_day_of_the_article)
