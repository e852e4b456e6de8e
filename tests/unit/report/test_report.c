/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "report/report.h"

#include <string.h>

/* Whole reports of a few sentences, from rule and articles to bytes. */

static const char rule_text[] = "id: r9-orders\n"
                                "title: 远山 R9 订单量\n"
                                "why: 预订与锁单常被混用\n"
                                "subject: [R9]\n"
                                "measure: [订单, 锁单]\n"
                                "unit: 辆\n"
                                "facets:\n"
                                "  kind: {intent: [预订], locked: [锁单]}\n"
                                "same: [kind]\n"
                                "examples:\n"
                                "  - {text: R9锁单5万台, claim: {value: 5万}}\n"
                                "  - silent: Q3锁单5万台\n";

typedef struct {
    ClNotes *notes;
    ClVocabulary *vocabulary;
    ClRuleSet *rules;
    ClClaims *claims;
    ClFindings *findings;
} Run;

static void
begin(Run *run)
{
    run->notes = cl_notes_new();
    run->vocabulary = cl_vocabulary_new(run->notes);
    ck_assert_ptr_nonnull(run->vocabulary);
    run->rules = cl_rule_set_parse(rule_text, strlen(rule_text), "r9.yaml",
                                   run->vocabulary, run->notes);
    ck_assert_ptr_nonnull(run->rules);
    run->claims = cl_claims_new();
}

static void
read_article(Run *run, const char *path, const char *text)
{
    g_autoptr(ClArticle) article =
        cl_article_new(path, g_strdup(text), strlen(text), run->notes);
    ck_assert_ptr_nonnull(article);
    cl_extract_claims(article, run->rules, run->claims, run->notes);
}

static ClReport
finish(Run *run)
{
    cl_claims_sort(run->claims);
    run->findings = cl_check_claims(run->claims, NULL, 0);
    cl_notes_sort(run->notes);
    return (ClReport){
        .rules = run->rules,
        .claims = run->claims,
        .findings = run->findings,
        .notes = run->notes,
        .complete = !cl_notes_incomplete(run->notes),
    };
}

static void
end(Run *run)
{
    cl_findings_free(run->findings);
    cl_claims_free(run->claims);
    cl_rule_set_free(run->rules);
    cl_vocabulary_free(run->vocabulary);
    cl_notes_free(run->notes);
}

static GString *
write_report(const ClReport *report, const char *format)
{
    GString *const out = g_string_new(NULL);
    cl_format_find(format)->write(report, out);
    return out;
}

static void
check_holds(const GString *text, const char *part)
{
    ck_assert_msg(strstr(text->str, part) != NULL, "<%s> is missing in <%s>",
                  part, text->str);
}

START_TEST(a_conflict_shows_both_figures_and_their_places)
{
    Run run;
    begin(&run);
    read_article(&run, "a.txt", "远山R9锁单5万台。\n");
    read_article(&run, "b.txt", "据悉，远山R9锁单8万台。\n");
    const ClReport report = finish(&run);
    g_autoptr(GString) text = write_report(&report, "text");
    ck_assert_str_eq(
        text->str,
        "a.txt:1:3: error[r9-orders] 冲突: 远山 R9 订单量\n"
        "  R9锁单5万台  锁单  a.txt:1\n"
        "  R9锁单8万台  锁单  b.txt:1\n"
        "  相差3万辆, 多60% (30,000 vehicles apart, 60% more)\n"
        "  口径相同, 数却不能都对: 核对出处 (the same fact, yet these cannot "
        "all be true: check the source)\n"
        "\n"
        "2 articles, 2 claims of 1 rule: 1 conflict; 0 rules agree; 0 figures "
        "match no rule\n");
    end(&run);
}
END_TEST

START_TEST(more_figures_than_a_reader_takes_in_are_counted)
{
    Run run;
    begin(&run);
    for (unsigned i = 0; i < 27; i++) {
        g_autofree char *path = g_strdup_printf("%02u.txt", i);
        g_autofree char *text = g_strdup_printf("远山R9锁单%u万台。\n", i + 10);
        read_article(&run, path, text);
    }
    const ClReport report = finish(&run);
    g_autoptr(GString) text = write_report(&report, "text");
    g_autoptr(GString) markdown = write_report(&report, "markdown");
    g_autoptr(GString) json = write_report(&report, "json");
    const char *const told = "其间另有7个数 / and 7 more between them";
    check_holds(text, told);
    check_holds(markdown, told);
    check_holds(text, "R9锁单19万台");
    check_holds(text, "R9锁单27万台");
    check_holds(text, "相差26万辆");
    ck_assert_ptr_null(strstr(text->str, "R9锁单20万台"));
    ck_assert_ptr_null(strstr(markdown->str, "`20万台`"));
    check_holds(json, "R9锁单20万台");
    ck_assert_ptr_null(strstr(json->str, "其间另有"));
    end(&run);
}
END_TEST

START_TEST(agreement_is_one_line)
{
    Run run;
    begin(&run);
    read_article(&run, "a.txt", "远山R9锁单5万台。\n");
    read_article(&run, "b.txt", "远山R9锁单50,000台。\n");
    const ClReport report = finish(&run);
    g_autoptr(GString) text = write_report(&report, "text");
    ck_assert_str_eq(text->str,
                     "2 articles, 2 claims of 1 rule: no findings; 1 rule "
                     "agrees; 0 figures match no rule\n");
    end(&run);
}
END_TEST

START_TEST(an_incomplete_run_says_so_in_every_format)
{
    Run run;
    begin(&run);
    cl_notes_add(run.notes, "unreadable", CL_SEVERITY_ERROR, "x\033.txt", 0, 0,
                 NULL, "cannot read 'x\033.txt'");
    const ClReport report = finish(&run);
    g_autoptr(GString) text = write_report(&report, "text");
    g_autoptr(GString) json = write_report(&report, "json");
    g_autoptr(GString) markdown = write_report(&report, "markdown");
    check_holds(text, "未完成 INCOMPLETE");
    check_holds(text, "x\\u{1b}.txt: error: cannot read 'x\\u{1b}.txt'");
    check_holds(json, "\"complete\": false");
    check_holds(json, "\"kind\": \"unreadable\"");
    check_holds(markdown, "**未完成 INCOMPLETE**");
    check_holds(markdown, "`x\\u{1b}.txt: error: cannot read");
    end(&run);
}
END_TEST

START_TEST(json_has_every_key_of_the_contract)
{
    static const char *const parts[] = {
        "{\"claimlint\": \"",
        "\"complete\": true",
        "\"articles\": 2, \"claims\": 2",
        "\"findings\": {\"conflict\": 1, \"relation\": 0",
        "{\"id\": 0, \"rule\": \"r9-orders\", \"file\": \"a.txt\", \"line\": 1,"
        " \"column\": 3, \"end_line\": 1, \"end_column\": 10, \"offset\": 6, "
        "\"length\": 15, \"text\": \"R9锁单5万台\", \"quantity_text\": "
        "\"5万台\", \"value\": {\"lo\": 50000, \"hi\": 50000, \"lo_open\": "
        "false, \"hi_open\": false, \"unit\": \"vehicle\", \"hedge\": "
        "\"exact\"}, \"facets\": {",
        "\"kind\": \"locked\"",
        "\"modality\": \"actual\"",
        "\"repeat_of\": null, \"article\": {\"title\": ",
        "\"verdict\": \"conflict\", \"severity\": \"error\"",
        "\"camps\": [{\"value\": {\"lo\": 50000",
        "\"claims\": [0]",
        "\"notes\": []}\n",
    };
    Run run;
    begin(&run);
    read_article(&run, "a.txt", "远山R9锁单5万台。\n");
    read_article(&run, "b.txt", "据悉，远山R9锁单8万台。\n");
    const ClReport report = finish(&run);
    g_autoptr(GString) json = write_report(&report, "json");
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        check_holds(json, parts[i]);
    end(&run);
}
END_TEST

START_TEST(only_findings_that_touch_a_draft_are_told)
{
    Run run;
    begin(&run);
    read_article(&run, "a.txt", "远山R9锁单5万台。\n");
    read_article(&run, "b.txt", "据悉，远山R9锁单8万台。\n");
    ClReport report = finish(&run);
    const ClFinding *const finding = cl_findings_get(report.findings, 0);
    int32_t drafts[] = {-1, -1};
    report.drafts = drafts;
    ck_assert(!cl_report_tells(&report, finding));
    drafts[1] = 1;
    ck_assert(cl_report_tells(&report, finding));
    g_autoptr(GString) text = write_report(&report, "text");
    ck_assert(g_str_has_prefix(text->str, "b.txt:1:"));
    end(&run);
}
END_TEST

START_TEST(markdown_quotes_can_do_nothing)
{
    Run run;
    begin(&run);
    read_article(&run, "a.txt", "远山R9锁单5万台|@all<img src=x>`。\n");
    read_article(&run, "b.txt", "据悉，远山R9锁单8万台。\n");
    const ClReport report = finish(&run);
    g_autoptr(GString) markdown = write_report(&report, "markdown");
    check_holds(markdown, "## 1. 冲突: 远山 R9 订单量");
    check_holds(markdown, "``远山R9锁单5万台\\u{7c}@all<img src=x>`。``");
    check_holds(markdown, "**差距 (gap)**: 相差3万辆");
    check_holds(markdown, "| `8万台` | — | `锁单` |");
    end(&run);
}
END_TEST

START_TEST(a_note_is_one_line)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(GString) out = g_string_new(NULL);
    const ClNote *const note =
        cl_notes_add(notes, "yaml", CL_SEVERITY_ERROR, "a.yaml", 3, 7,
                     "use a colon", "bad\nkey '%s'", "x");
    cl_report_note(note, false, out);
    ck_assert_str_eq(out->str,
                     "a.yaml:3:7: error: bad key 'x' (use a colon)");
}
END_TEST

START_TEST(formats_are_found_by_name)
{
    ck_assert_str_eq(cl_formats[0].name, "text");
    ck_assert_str_eq(cl_format_find("json")->name, "json");
    ck_assert_ptr_null(cl_format_find("jsn"));
}
END_TEST

RUN_TESTS("report",
          a_conflict_shows_both_figures_and_their_places,
          more_figures_than_a_reader_takes_in_are_counted,
          agreement_is_one_line,
          an_incomplete_run_says_so_in_every_format,
          json_has_every_key_of_the_contract,
          only_findings_that_touch_a_draft_are_told,
          markdown_quotes_can_do_nothing,
          a_note_is_one_line,
          formats_are_found_by_name)
