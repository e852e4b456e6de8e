/* SPDX-License-Identifier: Apache-2.0 */
/* A confirmed figure in every format: its words, its document, its checker. */
#include "report/report.h"
#include "world.h"

static const char rule_text[] = "id: r9-orders\n"
                                "title: 远山 R9 订单量\n"
                                "subject: [R9]\n"
                                "measure: [订单, 锁单]\n"
                                "unit: 辆\n"
                                "facets:\n"
                                "  kind: {intent: [预订], locked: [锁单]}\n"
                                "same: [kind]\n"
                                "examples:\n"
                                "  - {text: R9锁单5万台, claim: {value: 5万}}\n"
                                "  - silent: Q3锁单5万台\n";

static const char fact_text[] = "rule: r9-orders\n"
                                "value: 超6万台\n"
                                "facets: {kind: locked}\n"
                                "source: 公告|<b>二</b>\n"
                                "url: https://example.org/r9\n"
                                "as_of: 2031-06-27\n"
                                "checked_by: 王敏\n"
                                "checked_on: 2031-07-01\n"
                                "valid_until: 2031-12-31\n"
                                "note: \"第3页\\u202e\"\n";

/* The report of one article that says 5万 and is held against the book. */
static GString *
report_of(const char *text, const char *format, ClDay today, bool drafts)
{
    World world = world_new(rule_text);
    ClFactSet *facts = cl_fact_set_parse(fact_text, sizeof fact_text - 1,
                                         "book.yaml", world.rules, world.notes);
    ck_assert_ptr_nonnull(facts);
    world_read(&world, "a.txt", text);
    cl_claims_sort(world.claims);
    ClFindings *findings = cl_check_claims(world.claims, facts, today);
    const int32_t none[] = {-1, -1, -1};
    const ClReport report = {
        .rules = world.rules,
        .claims = world.claims,
        .findings = findings,
        .notes = world.notes,
        .complete = true,
        .drafts = drafts ? none : NULL,
    };
    GString *out = g_string_new(NULL);
    cl_format_find(format)->write(&report, out);
    cl_findings_free(findings);
    cl_fact_set_free(facts);
    world_free(&world);
    return out;
}

static void
check_holds(const GString *text, const char *part)
{
    ck_assert_msg(strstr(text->str, part) != NULL, "<%s> is missing in <%s>",
                  part, text->str);
}

START_TEST(text_shows_it_as_a_camp)
{
    g_autoptr(GString) text =
        report_of("远山R9锁单5万台。\n", "text", 0, false);
    ck_assert_str_eq(
        text->str,
        "a.txt:1:3: error[r9-orders] 与核定值不符: 远山 R9 订单量\n"
        "  R9锁单5万台               锁单                              "
        "                      a.txt:1\n"
        "  核定 (confirmed) 超6万台  locked  公告|<b>二</b> 2031-06-27, 王敏 "
        "核对 (checked)  book.yaml:1\n"
        "  超6万台 读作 (reads as) >6万辆, 通常 >6万–7万辆\n"
        "  至少相差1万辆, 多20% (at least 10,000 vehicles apart, 20% more)\n"
        "  与核定值不符: 核对哪一个是新的 (differs from the confirmed figure: "
        "check which one is current)\n"
        "\n"
        "1 article, 1 claim of 1 rule: 1 reference; 0 rules agree; 0 figures "
        "match no rule\n");
}
END_TEST

START_TEST(json_has_all_of_the_entry)
{
    g_autoptr(GString) json =
        report_of("远山R9锁单5万台。\n", "json", 0, false);
    check_holds(json, "\"verdict\": \"reference\", \"severity\": \"error\"");
    check_holds(json,
                "\"reference\": {\"value\": {\"lo\": 60000, \"hi\": null, "
                "\"lo_open\": true, \"hi_open\": true, \"unit\": \"vehicle\", "
                "\"hedge\": ");
    check_holds(json, "\"quantity_text\": \"超6万台\", \"facets\": "
                      "{\"when\": \"2031-06-27\", \"modality\": \"actual\", "
                      "\"kind\": \"locked\"}, \"assumed\": [\"when\", "
                      "\"modality\"], \"source\": \"公告|<b>二</b>\", "
                      "\"url\": \"https://example.org/r9\", \"as_of\": "
                      "\"2031-06-27\", \"checked_by\": \"王敏\", "
                      "\"checked_on\": \"2031-07-01\", \"valid_until\": "
                      "\"2031-12-31\", \"stale\": false, \"note\": ");
    check_holds(json, "\"file\": \"book.yaml\", \"line\": 1, \"column\": 1}}");
}
END_TEST

START_TEST(json_without_a_book_has_no_reference)
{
    g_autoptr(GString) json =
        report_of("远山R9锁单7万台。\n", "json", 0, false);
    ck_assert_ptr_null(strstr(json->str, "\"reference\": {"));
}
END_TEST

START_TEST(markdown_shows_row_details_and_line)
{
    g_autoptr(GString) markdown =
        report_of("远山R9锁单5万台。\n", "markdown", 0, false);
    check_holds(markdown, "`5万台` / 核定 `超6万台`");
    check_holds(markdown, "核定 (confirmed) `超6万台` (`locked`): ");
    check_holds(markdown,
                "| `超6万台` | `>6万辆, 通常 >6万–7万辆` | `locked` | ");
    check_holds(markdown,
                "| 2031-06-27 | `book.yaml:1` | 核定 confirmed | — |");
    check_holds(markdown, "截至 as of 2031-06-27, 核对人 checked by `王敏` "
                          "2031-07-01, 有效至 valid until 2031-12-31, 备注 "
                          "note `第3页");
    check_holds(markdown, "\n超6万台  ");
    ck_assert_ptr_null(strstr(markdown->str, "\xe2\x80\xae"));
    ck_assert_ptr_null(strstr(markdown->str, "公告|"));
}
END_TEST

START_TEST(one_out_of_date_is_called_so)
{
    g_autoptr(GString) text =
        report_of("远山R9锁单5万台。\n", "text", 20320101, false);
    check_holds(text, "a.txt:1:3: warning[r9-orders] 与核定值不符");
    check_holds(text, "但核定值已过期");
    g_autoptr(GString) unsaid =
        report_of("远山R9订单5万台。\n", "text", 20320101, false);
    check_holds(unsaid, "warning[r9-orders] 口径不同");
    check_holds(unsaid, "只有一边写明种类");
    check_holds(unsaid, "核定值已过期 (the confirmed figure is out of date)");
}
END_TEST

START_TEST(what_touches_no_draft_is_not_told)
{
    g_autoptr(GString) text = report_of("远山R9锁单5万台。\n", "text", 0, true);
    check_holds(text, "no findings");
}
END_TEST

RUN_TESTS("reference",
          text_shows_it_as_a_camp,
          json_has_all_of_the_entry,
          json_without_a_book_has_no_reference,
          markdown_shows_row_details_and_line,
          one_out_of_date_is_called_so,
          what_touches_no_draft_is_not_told)
