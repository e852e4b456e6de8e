/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "cli/example.h"

#include <string.h>

static const char head[] = "id: r9-orders\n"
                           "title: 远山 R9 订单量\n"
                           "subject: [R9]\n"
                           "measure: [订单, 锁单]\n"
                           "unit: 辆\n"
                           "facets:\n"
                           "  kind: {intent: [预订], locked: [锁单]}\n"
                           "  window: duration\n"
                           "same: [kind, window]\n"
                           "examples:\n"
                           "  - {text: R9锁单5万台, claim: {value: 5万}}\n"
                           "  - silent: Q3锁单5万台\n";

/* The outcome of one more example of the rule above. */
static ClOutcome
run(const char *example, GString *story)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autofree char *text = g_strconcat(head, "  - ", example, "\n", NULL);
    g_autoptr(ClRuleSet) rules =
        cl_rule_set_parse(text, strlen(text), "r9.yaml", vocabulary, notes);
    ck_assert_msg(rules != NULL, "%s", example);
    return cl_example_run(rules, cl_rule_set_get(rules, 0), 2, story);
}

START_TEST(outcomes_are_named_as_an_author_sees_them)
{
    static const struct {
        const char *name, *example, *outcome, *story;
    } rows[] = {
        {"the claim is there",
         "{text: R9锁单5万台, claim: {value: 5万台, kind: locked}}", "fired",
         NULL},
        {"a plain number is in the rule's unit",
         "{text: R9锁单5万台, claim: {value: 50000}}", "fired", NULL},
        {"a window in short",
         "{text: R9上市18小时锁单5万台, claim: "
         "{value: 5万, window: 18h}}",
         "fired", NULL},
        {"one hour is no half-year",
         "{text: R9上市1小时锁单5万台, claim: "
         "{value: 5万, window: 1h}}",
         "fired", NULL},
        {"a window in ISO 8601",
         "{text: R9上市18小时锁单5万台, claim: "
         "{value: 5万, window: PT18H}}",
         "fired", NULL},
        {"a window in words",
         "{text: R9上市18小时锁单5万台, claim: "
         "{value: 5万, window: 18小时}}",
         "fired", NULL},
        {"ends alone", "{text: R9锁单5万台, claim: {lo: 5万, hi: 50000}}",
         "fired", NULL},
        {"a wrong value", "{text: R9锁单5万台, claim: {value: 6万}}", "missed",
         "expected a claim with value: 6万; got '5万台' = 5万辆"},
        {"a wrong facet",
         "{text: R9锁单5万台, claim: {value: 5万, kind: intent}}", "missed",
         "expected a claim with value: 5万, kind: intent; got"},
        {"no claim at all", "{text: 天气很好, claim: {value: 5万}}", "missed",
         "got no claim"},
        {"silence", "silent: 今天5万台", "silent", NULL},
        {"noise", "silent: R9锁单5万台", "noisy", "expected silence; got"},
        {"agreement", "agree: [R9锁单5万台, 'R9锁单50,000台']", "silent", NULL},
        {"no agreement", "agree: [R9锁单5万台, R9锁单8万台]", "noisy",
         "expected agreement, got conflict"},
        {"nothing to agree with", "agree: [R9锁单5万台, 天气很好]", "missed",
         "expected a claim in '天气很好'"},
        {"a conflict", "conflict: [R9锁单5万台, R9锁单8万台]", "fired", NULL},
        {"no conflict", "conflict: [R9锁单5万台, R9锁单5万台]", "missed",
         "expected one conflict, got no finding"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) story = g_string_new(NULL);
        const char *const got = cl_outcome_name(run(rows[i].example, story));
        ck_assert_msg(g_str_equal(got, rows[i].outcome), "%s: %s (%s)",
                      rows[i].name, got, story->str);
        ck_assert_msg(!rows[i].story || strstr(story->str, rows[i].story),
                      "%s: %s", rows[i].name, story->str);
        ck_assert_msg(rows[i].story || !story->len, "%s: %s", rows[i].name,
                      story->str);
    }
}
END_TEST

RUN_TESTS("example", outcomes_are_named_as_an_author_sees_them)
