/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles about a maker that does not exist against the desk's book: rows of
 * one entry and one article, and what must be told of it.
 */
#include "check/check.h"
#include "world.h"

static const char rules[] =
    "- id: orders\n"
    "  title: 远山 M9 订单\n"
    "  subject: [远山M9]\n"
    "  measure: [订单, 大定, 锁单]\n"
    "  unit: 辆\n"
    "  facets:\n"
    "    kind: {intent: [意向], locked: [锁单]}\n"
    "    window: duration\n"
    "  same: [kind, window]\n"
    "  examples:\n"
    "    - {text: 远山M9锁单3万台, claim: {value: 3万}}\n"
    "    - silent: 远山M7锁单3万台\n"
    "- id: stores\n"
    "  title: 远山门店\n"
    "  subject: [远山]\n"
    "  measure: [门店]\n"
    "  unit: 家\n"
    "  over_time: grows\n"
    "  assume: {nature: total}\n"
    "  examples:\n"
    "    - {text: 远山有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: share\n"
    "  title: 远山份额\n"
    "  subject: [远山]\n"
    "  measure: [份额]\n"
    "  unit: \"%\"\n"
    "  over_time: varies\n"
    "  examples:\n"
    "    - {text: 远山份额17%, claim: {value: 17%}}\n"
    "    - silent: 远山增长17%\n";

typedef struct {
    const char *name;
    const char *entry; /* rule, value, facets; as of 2031-06-27 */
    const char *date;  /* of the article; NULL: none */
    const char *text;
    const char *told; /* "verdict severity cause [unknown facets]" */
} Row;

#define ORDERS(value) "rule: orders\nvalue: " value "\n"
#define LOCKED(value) ORDERS(value) "facets: {kind: locked, window: 18h}\n"
#define STORES "rule: stores\nvalue: 300家\n"
#define SHARE(facets) "rule: share\nvalue: 17%\nfacets: {" facets "}\n"

static const Row rows[] = {
    {"the confirmed figure is no news", LOCKED("24万台"), "2031-07-01",
     "远山M9上市18小时锁单24万台。", ""},
    {"another notation of it is not either", LOCKED("24万台"), "2031-07-01",
     "远山M9上市18小时锁单240,000台。", ""},
    {"a hedge that allows it agrees", LOCKED("24万台"), "2031-07-01",
     "远山M9上市18小时锁单超23万台。", ""},
    {"a rounded form of it agrees", LOCKED("240,321台"), "2031-07-01",
     "远山M9上市18小时锁单24万台。", ""},
    {"another figure is an error", LOCKED("24万台"), "2031-07-01",
     "远山M9上市18小时锁单28.9万台。", "reference error -\n"},
    {"a bound that leaves it out is an error", LOCKED("24万台"), "2031-07-01",
     "远山M9上市18小时锁单超28.9万台。", "reference error -\n"},
    {"words that only strain it are left alone", LOCKED("24万台"), "2031-07-01",
     "远山M9上市18小时锁单近26万台。", ""},
    {"a lost 万 is named", LOCKED("24万台"), "2031-07-01",
     "远山M9上市18小时锁单24台。", "reference error magnitude-slip\n"},
    {"an article without a date is held to it", LOCKED("24万台"), NULL,
     "远山M9上市18小时锁单28.9万台。", "reference error -\n"},
    {"facets unknown to both are equal", ORDERS("24万台"), "2031-07-01",
     "远山M9订单28.9万台。", "reference error -\n"},
    {"a window on one side only is a divergence", LOCKED("24万台"),
     "2031-07-01", "远山M9锁单28.9万台。", "divergence warning - window\n"},
    {"what only the article says caps it too", ORDERS("24万台"), "2031-07-01",
     "远山M9上市18小时锁单28.9万台。", "divergence warning - window kind\n"},
    {"another kind is not held against it", LOCKED("24万台"), "2031-07-01",
     "远山M9上市18小时收获28.9万份意向订单。", ""},
    {"another window is not either", LOCKED("24万台"), "2031-07-01",
     "远山M9上市1小时锁单28.9万台。", ""},
    {"a target is none", STORES, "2031-07-01", "远山的目标是900家门店。", ""},
    {"a forecast is none", STORES, "2031-07-01", "远山预计有900家门店。", ""},
    {"new ones are no total", STORES, "2031-07-01", "远山新开20家门店。", ""},
    {"a later total may be higher", STORES, "2031-09-01", "远山有320家门店。",
     ""},
    {"a later total must not be lower", STORES, "2031-09-01",
     "远山有280家门店。", "reference error -\n"},
    {"an earlier total may be lower", STORES, "2031-03-01", "远山有280家门店。",
     ""},
    {"an earlier total must not be higher", STORES, "2031-03-01",
     "远山有320家门店。", "reference error -\n"},
    {"a level of the same month is held to it", SHARE(""), "2031-06-20",
     "远山份额27%。", "reference error -\n"},
    {"a level of another month is not", SHARE(""), "2031-09-01",
     "远山份额27%。", ""},
    {"the period that is meant is held to it", SHARE("when: 2030"),
     "2031-09-01", "2030年远山份额27%。", "reference error -\n"},
    {"another period is not", SHARE("when: 2030"), "2031-09-01",
     "2029年远山份额27%。", ""},
    {"one event told of another year is not", ORDERS("24万台"), "2031-07-01",
     "2029年远山M9订单28.9万台。", ""},
    {"one event told of its year is", ORDERS("24万台"), "2031-07-01",
     "2031年远山M9订单28.9万台。", "reference error -\n"},
    {"a region the entry does not say caps it", SHARE(""), "2031-06-20",
     "远山在欧洲的份额27%。", "divergence warning - region\n"},
    {"another region is not held to it", SHARE("region: china"), "2031-06-20",
     "远山在欧洲的份额27%。", ""},
};

/* ---- Worlds with a book ------------------------------------------------- */

typedef struct {
    World world;
    ClFactSet *facts;
    ClFindings *findings;
} Desk;

static Desk
desk_new(const char *entry, const char *more)
{
    Desk desk = {.world = world_new(rules)};
    g_autofree char *yaml = g_strconcat(entry,
                                        "source: 公告\nas_of: 2031-06-27\n"
                                        "checked_by: 王敏\n",
                                        more, NULL);
    desk.facts = cl_fact_set_parse(yaml, strlen(yaml), "f.yaml",
                                   desk.world.rules, desk.world.notes);
    ck_assert_msg(desk.facts != NULL, "%s",
                  cl_notes_count(desk.world.notes)
                      ? cl_notes_get(desk.world.notes, 0)->message
                      : "?");
    return desk;
}

static void
desk_read(Desk *desk, const char *path, const char *date, const char *text)
{
    g_autofree char *article =
        date ? g_strdup_printf("---\ndate: %s\n---\n%s\n", date, text)
             : g_strdup(text);
    world_read(&desk->world, path, article);
}

static const ClFindings *
desk_check(Desk *desk, ClDay today)
{
    cl_claims_sort(desk->world.claims);
    desk->findings = cl_check_claims(desk->world.claims, desk->facts, today);
    return desk->findings;
}

static void
desk_clear(Desk *desk)
{
    g_clear_pointer(&desk->findings, cl_findings_free);
    cl_fact_set_free(desk->facts);
    world_free(&desk->world);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Desk, desk_clear)

static char *
print_findings(const ClFindings *findings)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_findings_count(findings); i++) {
        const ClFinding *finding = cl_findings_get(findings, i);
        const char *cause = cl_cause_name(finding->cause);
        if (!finding->fact)
            continue;
        g_string_append_printf(
            out, "%s %s %s", cl_verdict_name(finding->verdict),
            cl_severity_name(finding->severity), cause ? cause : "-");
        for (unsigned j = 0; j < finding->unknown_in->len; j++)
            g_string_append_printf(
                out, " %s",
                (const char *)g_ptr_array_index(finding->unknown_in, j));
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

START_TEST(claims_are_held_against_the_book)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(Desk) desk = desk_new(rows[i].entry, "");
        desk_read(&desk, "a.md", rows[i].date, rows[i].text);
        ck_assert_msg(cl_claims_count(desk.world.claims) == 1, "%s: %zu claims",
                      rows[i].name, cl_claims_count(desk.world.claims));
        g_autofree char *told = print_findings(desk_check(&desk, 0));
        ck_assert_msg(strcmp(told, rows[i].told) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, told, rows[i].told);
    }
}
END_TEST

START_TEST(one_entry_makes_one_finding)
{
    g_auto(Desk) desk = desk_new(LOCKED("24万台"), "");
    desk_read(&desk, "a.md", "2031-07-01", "远山M9上市18小时锁单28.9万台。");
    desk_read(&desk, "b.md", "2031-07-01", "远山M9上市18小时锁单28.9万台！");
    desk_read(&desk, "c.md", "2031-07-01", "远山M9上市18小时锁单31万台。");
    desk_read(&desk, "d.md", "2031-07-01", "远山M9上市18小时锁单24万台。");
    const ClFindings *findings = desk_check(&desk, 0);
    g_autofree char *told = print_findings(findings);
    ck_assert_str_eq(told, "reference error -\n");
    const ClFinding *finding = NULL;
    for (size_t i = 0; i < cl_findings_count(findings); i++)
        if (cl_findings_get(findings, i)->fact)
            finding = cl_findings_get(findings, i);
    ck_assert_uint_eq(finding->camps->len, 2);
    const ClCamp *camp = &g_array_index(finding->camps, ClCamp, 0);
    ck_assert_uint_eq(camp->claims->len, 2);
    ck_assert_uint_eq(camp->sources, 2);
}
END_TEST

START_TEST(the_entry_is_seen_as_a_claim_of_its_file)
{
    g_auto(Desk) desk = desk_new(LOCKED("24万台"), "");
    desk_read(&desk, "a.md", "2031-07-01", "远山M9上市18小时锁单28.9万台。");
    const ClFinding *finding = cl_findings_get(desk_check(&desk, 0), 0);
    const ClClaim *reference = finding->reference;
    ck_assert_ptr_eq(finding->fact, cl_fact_set_get(desk.facts, 0));
    ck_assert_str_eq(reference->article->path, "f.yaml");
    ck_assert_str_eq(reference->article->source, "公告");
    ck_assert_str_eq(reference->article->date, "2031-06-27");
    ck_assert_str_eq(reference->quantity_text, "24万台");
    ck_assert_uint_eq(reference->place.line, 1);
}
END_TEST

START_TEST(a_stale_entry_makes_no_error)
{
    static const struct {
        ClDay today;
        ClSeverity severity;
        bool stale;
    } days[] = {{0, CL_SEVERITY_ERROR, false},
                {20311231, CL_SEVERITY_ERROR, false},
                {20320101, CL_SEVERITY_WARNING, true}};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        g_auto(Desk) desk =
            desk_new(LOCKED("24万台"), "valid_until: 2031-12-31\n");
        desk_read(&desk, "a.md", "2031-07-01",
                  "远山M9上市18小时锁单28.9万台。");
        const ClFinding *finding =
            cl_findings_get(desk_check(&desk, days[i].today), 0);
        ck_assert_int_eq(finding->verdict, CL_VERDICT_REFERENCE);
        ck_assert_int_eq(finding->severity, days[i].severity);
        ck_assert_int_eq(finding->stale, days[i].stale);
    }
}
END_TEST

START_TEST(the_newest_article_is_the_day)
{
    g_auto(Desk) desk = desk_new(LOCKED("24万台"), "");
    ck_assert_int_eq(cl_claims_newest(desk.world.claims), 0);
    desk_read(&desk, "a.md", "2031-07-01", "远山M9上市18小时锁单24万台。");
    desk_read(&desk, "b.md", "2032-01-02", "没有数。");
    desk_read(&desk, "c.md", NULL, "远山M9上市18小时锁单24万台。");
    ck_assert_int_eq(cl_claims_newest(desk.world.claims), 20320102);
}
END_TEST

START_TEST(the_id_changes_with_the_confirmed_figure)
{
    char ids[3][17];
    const char *const entries[] = {LOCKED("24万台"), LOCKED("25万台"),
                                   LOCKED("24万台")};
    for (size_t i = 0; i < 3; i++) {
        g_auto(Desk) desk = desk_new(entries[i], i == 2 ? "note: x\n" : "");
        desk_read(&desk, "a.md", "2031-07-01",
                  "远山M9上市18小时锁单28.9万台。");
        g_strlcpy(ids[i], cl_findings_get(desk_check(&desk, 0), 0)->id,
                  sizeof ids[i]);
    }
    ck_assert_str_ne(ids[0], ids[1]);
    ck_assert_str_eq(ids[0], ids[2]);
}
END_TEST

RUN_TESTS("fact",
          claims_are_held_against_the_book,
          one_entry_makes_one_finding,
          the_entry_is_seen_as_a_claim_of_its_file,
          a_stale_entry_makes_no_error,
          the_newest_article_is_the_day,
          the_id_changes_with_the_confirmed_figure)
