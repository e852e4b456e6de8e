/* SPDX-License-Identifier: Apache-2.0 */
/* What the desk's book may hold, and every mistake told at its place. */
#include "unit.h"

#include "rule/rule.h"

#include <string.h>

static const char rules_yaml[] =
    "- id: m9-orders\n"
    "  title: 远山 M9 订单\n"
    "  subject: [远山M9]\n"
    "  measure: [订单, 锁单]\n"
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
    "  require: {region: china}\n"
    "  examples:\n"
    "    - {text: 远山在国内有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: share\n"
    "  title: 远山份额\n"
    "  subject: [远山]\n"
    "  measure: [份额]\n"
    "  unit: \"%\"\n"
    "  examples:\n"
    "    - {text: 远山份额17%, claim: {value: 17%}}\n"
    "    - silent: 远山增长17%\n"
    "- id: stated-difference\n"
    "  type: arithmetic\n"
    "  check: difference\n"
    "  title: 文中差额\n"
    "  examples:\n"
    "    - relation: [标准版7000mAh，Pro版6300mAh，少了800mAh。]\n"
    "    - silent: 今年卖了700万台，比去年多了200万台。\n";

/* Lines 1 and 2 before, 4 to 6 after what a row writes at line 3. */
#define ENTRY(value, more) "rule: m9-orders\nvalue: " value "\n" more SOURCE
#define SOURCE "source: 公告\nas_of: 2031-06-27\nchecked_by: 王敏\n"
#define WITH(more) ENTRY("3万台", more "\n")
#define FACETS(facets) WITH("facets: {" facets "}")

typedef struct {
    const char *name;
    const char *yaml;
    unsigned line, column;
    const char *message; /* a part of it */
    const char *hint;    /* a part of it, or NULL */
} Mistake;

static const Mistake mistakes[] = {
    /* keys */
    {"an unknown key names the nearest", WITH("sorce: x"), 3, 1,
     "unknown key 'sorce'", "did you mean 'source'?"},
    {"a hyphen for an underscore", WITH("valid-until: 2032-01-01"), 3, 1,
     "unknown key 'valid-until'", "'valid_until'"},
    {"a file that is a text", "words\n", 1, 1,
     "'entry' must be a map, not a text", "- rule: ID"},
    {"an empty list", "[]\n", 1, 1, "the file holds no entry", NULL},
    {"a text among the entries", "- words\n", 1, 3,
     "'entry' must be a map, not a text", NULL},
    {"a doubled key", WITH("rule: stores"), 3, 1, "rule", NULL},
    {"no rule", "value: 3万台\n" SOURCE, 1, 1, "the entry has no 'rule'",
     "rule: yu7-orders"},
    {"no value", "rule: m9-orders\n" SOURCE, 1, 1, "the entry has no 'value'",
     "24万台"},
    {"no source",
     "rule: m9-orders\nvalue: 3万台\nas_of: 2031-06-27\nchecked_by: 王敏\n", 1,
     1, "the entry has no 'source'", "the document"},
    {"no as_of", "rule: m9-orders\nvalue: 3万台\nsource: x\nchecked_by: y\n", 1,
     1, "the entry has no 'as_of'", "2025-06-27"},
    {"no checked_by",
     "rule: m9-orders\nvalue: 3万台\nsource: x\nas_of: 2031-06-27\n", 1, 1,
     "the entry has no 'checked_by'", "NAME"},
    {"an empty source",
     "rule: m9-orders\nvalue: 3万台\nsource: ''\nas_of: 2031-06-27\n"
     "checked_by: 王敏\n",
     3, 9, "'source' is empty", NULL},
    {"a checker that is a list",
     "rule: m9-orders\nvalue: 3万台\nsource: x\nas_of: 2031-06-27\n"
     "checked_by: [a, b]\n",
     5, 13, "'checked_by' must be a text, not a list", NULL},
    {"a note that is a map", WITH("note: {a: b}"), 3, 7,
     "'note' must be a text, not a map", NULL},
    /* rule */
    {"an id that is nearly one", "rule: m9-order\nvalue: 3万台\n" SOURCE, 1, 7,
     "unknown rule 'm9-order'", "did you mean 'm9-orders'?"},
    {"an id like none", "rule: quite-another\nvalue: 3万台\n" SOURCE, 1, 7,
     "unknown rule 'quite-another'",
     "known are: m9-orders, share, stated-difference"},
    {"a rule that recomputes", "rule: stated-difference\nvalue: 3万台\n" SOURCE,
     1, 7, "rule 'stated-difference' recomputes passages", NULL},
    {"a rule that is a list", "rule: [m9-orders]\nvalue: 3万台\n" SOURCE, 1, 7,
     "'rule' must be a text, not a list", NULL},
    /* value */
    {"a value without a number", ENTRY("很多", ""), 2, 8,
     "'很多' reads as no figure", "as an article would"},
    {"two values", ENTRY("3万台到手, 另有5万台", ""), 2, 8,
     "reads as 2 figures", "an entry of each"},
    {"words beside the value", ENTRY("3万台左近之数", ""), 2, 8,
     "of '3万台左近之数' reads as a figure", "'note'"},
    {"pinyin for a numeral", ENTRY("3wan", ""), 2, 8, "'3wan' reads as", NULL},
    {"money for a count", ENTRY("3万元", ""), 2, 8, "'3万元' is in 'CNY'",
     "the rule's unit is 辆"},
    {"percent for a count", ENTRY("30%", ""), 2, 8, "'30%' is in 'percent'",
     NULL},
    {"a bare number for a share", "rule: share\nvalue: 17\n" SOURCE, 2, 8,
     "'17' has no unit", "the rule's unit is %"},
    {"points for a share", "rule: share\nvalue: 17个百分点\n" SOURCE, 2, 8,
     "is in 'percentage_point'", NULL},
    {"a value that is a map", ENTRY("{lo: 3}", ""), 2, 8,
     "'value' must be a text, not a map", NULL},
    /* facets */
    {"facets that are a text", WITH("facets: locked"), 3, 9,
     "'facets' must be a map, not a text", "{kind: locked"},
    {"an unknown facet", FACETS("knd: locked"), 3, 10, "unknown facet 'knd'",
     "did you mean 'kind'?"},
    {"an unknown option", FACETS("kind: lokced"), 3, 16,
     "unknown option of 'kind' 'lokced'", "did you mean 'locked'?"},
    {"an unknown option of a built-in facet", FACETS("modality: actuel"), 3, 20,
     "unknown option of 'modality' 'actuel'", "'actual'"},
    {"an option that is a list", FACETS("kind: [locked]"), 3, 16,
     "'kind' must be a text, not a list", NULL},
    {"a window that is none", FACETS("window: soon"), 3, 18,
     "'soon' reads as no window of time", "18h"},
    {"a window that is a date", FACETS("window: 2031-06-27"), 3, 18,
     "reads as no window of time", NULL},
    {"a period that is none", FACETS("when: 三体"), 3, 16,
     "'三体' reads as no period", "2025-Q3"},
    {"a period that is a window", FACETS("when: 18h"), 3, 16,
     "'18h' reads as no period", NULL},
    {"a facet the rule has no use for",
     "rule: share\nvalue: 17%\nfacets: {window: 18h}\n" SOURCE, 3, 10,
     "rule 'share' has no use for facet 'window'", "'same' or 'apart'"},
    /* days */
    {"a day of no calendar",
     "rule: m9-orders\nvalue: 3万台\nsource: x\nas_of: 2031-02-29\n"
     "checked_by: y\n",
     4, 8, "'as_of' is no day of the calendar: '2031-02-29'", "2025-06-27"},
    {"a day with slashes", WITH("checked_on: 2031/07/01"), 3, 13,
     "'checked_on' is no day of the calendar", NULL},
    {"a day without noughts", WITH("valid_until: 2031-7-1"), 3, 14,
     "'valid_until' is no day of the calendar", NULL},
    {"a day in Chinese", WITH("valid_until: 2031年7月1日"), 3, 14,
     "'valid_until' is no day of the calendar", NULL},
    {"a year alone", WITH("valid_until: 2031"), 3, 14,
     "'valid_until' is no day of the calendar", NULL},
    {"checked before it held", WITH("checked_on: 2031-06-26"), 3, 13,
     "'checked_on' lies before 'as_of'", NULL},
    {"out of date before it held", WITH("valid_until: 2031-06-26"), 3, 14,
     "'valid_until' lies before 'as_of'", NULL},
};

typedef struct {
    ClVocabulary *vocabulary;
    ClRuleSet *rules;
    ClNotes *notes;
} Desk;

static Desk
desk_new(void)
{
    Desk desk = {.notes = cl_notes_new()};
    desk.vocabulary = cl_vocabulary_new(desk.notes);
    ck_assert_ptr_nonnull(desk.vocabulary);
    desk.rules = cl_rule_set_parse(rules_yaml, sizeof rules_yaml - 1, "r.yaml",
                                   desk.vocabulary, desk.notes);
    ck_assert_ptr_nonnull(desk.rules);
    return desk;
}

static void
desk_clear(Desk *desk)
{
    cl_rule_set_free(desk->rules);
    cl_vocabulary_free(desk->vocabulary);
    cl_notes_free(desk->notes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Desk, desk_clear)

static ClFactSet *
desk_read(Desk *desk, const char *yaml)
{
    return cl_fact_set_parse(yaml, strlen(yaml), "f.yaml", desk->rules,
                             desk->notes);
}

static bool
is_told(const ClNote *note, const Mistake *row)
{
    return note->line == row->line && note->column == row->column &&
           strcmp(note->file, "f.yaml") == 0 &&
           strstr(note->message, row->message) &&
           (!row->hint || (note->hint && strstr(note->hint, row->hint)));
}

START_TEST(each_mistake_is_told_once_at_its_place)
{
    for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        g_auto(Desk) desk = desk_new();
        g_autoptr(ClFactSet) facts = desk_read(&desk, mistakes[i].yaml);
        ck_assert_msg(!facts, "%s: was read", mistakes[i].name);
        const ClNote *note = cl_notes_get(desk.notes, 0);
        ck_assert_msg(cl_notes_count(desk.notes) == 1 &&
                          is_told(note, &mistakes[i]),
                      "%s: %zu notes, %u:%u: %s (%s)", mistakes[i].name,
                      cl_notes_count(desk.notes), note->line, note->column,
                      note->message, note->hint);
    }
}
END_TEST

START_TEST(all_mistakes_of_a_file_are_told)
{
    g_auto(Desk) desk = desk_new();
    g_autoptr(ClFactSet) facts =
        desk_read(&desk, "- rule: m9-orders\n  value: 很多\n  as_of: soon\n"
                         "- value: 3\n  source: x\n  checked_by: y\n"
                         "  as_of: 2031-06-27\n  nte: z\n");
    ck_assert(!facts);
    ck_assert_uint_eq(cl_notes_errors(desk.notes), 6);
    ck_assert(cl_notes_incomplete(desk.notes));
}
END_TEST

/* ---- Doubles ------------------------------------------------------------ */

static const struct {
    const char *name;
    const char *first, *second; /* rule, value and facets */
    const char *second_as_of;
    bool doubled;
} pairs[] = {
    {"the same rule and facets twice", "rule: share\n  value: 17%",
     "rule: share\n  value: 18%", "2031-06-27", true},
    {"another rule", "rule: share\n  value: 17%",
     "rule: m9-orders\n  value: 3万", "2031-06-27", false},
    {"another option",
     "rule: m9-orders\n  value: 3万\n  facets: {kind: intent}",
     "rule: m9-orders\n  value: 2万\n  facets: {kind: locked}", "2031-06-27",
     false},
    {"two ways to write one window",
     "rule: m9-orders\n  value: 3万\n  facets: {window: 18h}",
     "rule: m9-orders\n  value: 2万\n  facets: {window: 18小时}", "2031-06-27",
     true},
    {"what is assumed is the same when said",
     "rule: share\n  value: 17%\n  facets: {modality: actual}",
     "rule: share\n  value: 18%", "2031-06-27", true},
    {"one event on two days", "rule: share\n  value: 17%",
     "rule: share\n  value: 18%", "2031-09-30", true},
    {"two periods", "rule: share\n  value: 17%\n  facets: {when: 2030}",
     "rule: share\n  value: 18%\n  facets: {when: 2031}", "2031-06-27", false},
    {"a total on two days", "rule: stores\n  value: 300家",
     "rule: stores\n  value: 320家", "2031-09-30", false},
    {"a total on one day", "rule: stores\n  value: 300家",
     "rule: stores\n  value: 320家", "2031-06-27", true},
};

START_TEST(two_entries_of_the_same_facets_are_a_mistake)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_auto(Desk) desk = desk_new();
        g_autofree char *yaml = g_strdup_printf(
            "- %s\n  source: x\n  checked_by: y\n  as_of: 2031-06-27\n"
            "- %s\n  source: x\n  checked_by: y\n  as_of: %s\n",
            pairs[i].first, pairs[i].second, pairs[i].second_as_of);
        g_autoptr(ClFactSet) facts = desk_read(&desk, yaml);
        ck_assert_msg(!facts == pairs[i].doubled, "%s: %s", pairs[i].name,
                      facts ? "was read"
                            : cl_notes_get(desk.notes, 0)->message);
        ck_assert_uint_eq(cl_notes_count(desk.notes), pairs[i].doubled);
        if (pairs[i].doubled)
            ck_assert(strstr(cl_notes_get(desk.notes, 0)->message,
                             "the same facets at f.yaml:1"));
    }
}
END_TEST

/* ---- Readings ----------------------------------------------------------- */

static const struct {
    const char *name;
    const char *rule, *value, *facets;
    const char *reads; /* "interval unit facet=value..." */
} readings[] = {
    {"a figure in any notation", "m9-orders", "二十八万九千台", "",
     "[289000, 289000] vehicle when=2031-06-27 modality=actual"},
    {"a bare number counts", "m9-orders", "289000", "",
     "[289000, 289000] vehicle when=2031-06-27 modality=actual"},
    {"full-width digits", "share", "１７％", "",
     "[17, 17] percent when=2031-06-27 modality=actual"},
    {"a hedge is read", "m9-orders", "超28.9万份", "",
     "(289000, +inf) vehicle when=2031-06-27 modality=actual"},
    {"a window in short", "m9-orders", "3万台", "kind: locked, window: 18h",
     "[30000, 30000] vehicle when=2031-06-27 window=PT18H modality=actual "
     "kind=locked"},
    {"a window in words", "m9-orders", "3万台", "window: 18小时",
     "[30000, 30000] vehicle when=2031-06-27 window=PT18H modality=actual"},
    {"a window in ISO 8601", "m9-orders", "3万台", "window: PT18H",
     "[30000, 30000] vehicle when=2031-06-27 window=PT18H modality=actual"},
    {"a month is no minute", "m9-orders", "3万台", "window: P3M",
     "[30000, 30000] vehicle when=2031-06-27 window=P3M modality=actual"},
    {"a year", "share", "17%", "when: 2030",
     "[17, 17] percent when=2030 modality=actual"},
    {"a month", "share", "17%", "when: 2030-06",
     "[17, 17] percent when=2030-06 modality=actual"},
    {"a quarter", "share", "17%", "when: 2030-Q3",
     "[17, 17] percent when=2030-Q3 modality=actual"},
    {"years", "share", "17%", "when: 2028/2030",
     "[17, 17] percent when=2028/2030 modality=actual"},
    {"a period in words", "share", "17%", "when: 去年",
     "[17, 17] percent when=2030 modality=actual"},
    {"what the rule assumes and requires", "stores", "300家", "",
     "[300, 300] store when=2031-06-27 modality=actual nature=total "
     "region=china"},
    {"a target is one only if said", "stores", "300家", "modality: target",
     "[300, 300] store when=2031-06-27 modality=target nature=total "
     "region=china"},
};

static char *
print_fact(const Desk *desk, const ClFact *fact)
{
    GString *out = g_string_new(NULL);
    cl_interval_print(fact->quantity.hard, out);
    g_string_append_printf(out, " %s",
                           cl_unit_name(desk->vocabulary, fact->quantity.unit));
    for (unsigned i = 0; i < fact->rule->facets->len; i++)
        if (fact->facets[i].value)
            g_string_append_printf(
                out, " %s=%s",
                ((const ClFacet *)fact->rule->facets->pdata[i])->name,
                fact->facets[i].value);
    return g_string_free(out, FALSE);
}

START_TEST(an_entry_reads_as_a_claim_would)
{
    for (size_t i = 0; i < G_N_ELEMENTS(readings); i++) {
        g_auto(Desk) desk = desk_new();
        g_autofree char *yaml = g_strdup_printf(
            "rule: %s\nvalue: %s\nfacets: {%s}\n" SOURCE, readings[i].rule,
            readings[i].value, readings[i].facets);
        g_autoptr(ClFactSet) facts = desk_read(&desk, yaml);
        ck_assert_msg(
            facts && cl_fact_set_count(facts) == 1, "%s: %s", readings[i].name,
            facts ? "no entry" : cl_notes_get(desk.notes, 0)->message);
        g_autofree char *reads = print_fact(&desk, cl_fact_set_get(facts, 0));
        ck_assert_msg(strcmp(reads, readings[i].reads) == 0,
                      "%s: '%s' is not '%s'", readings[i].name, reads,
                      readings[i].reads);
    }
}
END_TEST

START_TEST(an_entry_keeps_who_says_so)
{
    g_auto(Desk) desk = desk_new();
    g_autoptr(ClFactSet) facts = desk_read(
        &desk, WITH("url: https://example.org/a\nchecked_on: 2031-07-01\n"
                    "valid_until: 2031-12-31\nnote: 初步数"));
    ck_assert_ptr_nonnull(facts);
    const ClFact *fact = cl_fact_set_get(facts, 0);
    ck_assert_str_eq(fact->value_text, "3万台");
    ck_assert_str_eq(fact->source, "公告");
    ck_assert_str_eq(fact->url, "https://example.org/a");
    ck_assert_str_eq(fact->checked_by, "王敏");
    ck_assert_str_eq(fact->note, "初步数");
    ck_assert_int_eq(fact->as_of, 20310627);
    ck_assert_int_eq(fact->checked_on, 20310701);
    ck_assert_int_eq(fact->valid_until, 20311231);
}
END_TEST

START_TEST(an_entry_is_stale_from_the_day_after)
{
    const ClFact ends = {.valid_until = 20311231}, endless = {0};
    ck_assert(!cl_fact_is_stale(&ends, 0));
    ck_assert(!cl_fact_is_stale(&ends, 20311231));
    ck_assert(cl_fact_is_stale(&ends, 20320101));
    ck_assert(!cl_fact_is_stale(&endless, 20320101));
}
END_TEST

START_TEST(a_stale_entry_warns_and_judging_goes_on)
{
    g_auto(Desk) desk = desk_new();
    g_autoptr(ClFactSet) facts =
        desk_read(&desk, WITH("valid_until: 2031-12-31"));
    ck_assert_ptr_nonnull(facts);
    ck_assert_uint_eq(cl_fact_set_tell_stale(facts, 20311231, desk.notes), 0);
    ck_assert_uint_eq(cl_fact_set_tell_stale(facts, 20320101, desk.notes), 1);
    const ClNote *note = cl_notes_get(desk.notes, 0);
    ck_assert_str_eq(note->file, "f.yaml");
    ck_assert_uint_eq(note->line, 1);
    ck_assert_int_eq(note->severity, CL_SEVERITY_WARNING);
    ck_assert(!cl_notes_incomplete(desk.notes));
}
END_TEST

START_TEST(entries_are_found_by_rule)
{
    g_auto(Desk) desk = desk_new();
    g_autoptr(ClFactSet) facts =
        desk_read(&desk, "- rule: stores\n  value: 300\n  source: x\n"
                         "  checked_by: y\n  as_of: 2031-06-27\n"
                         "- rule: m9-orders\n  value: 3万\n  source: x\n"
                         "  checked_by: y\n  as_of: 2031-06-27\n"
                         "- rule: stores\n  value: 320\n  source: x\n"
                         "  checked_by: y\n  as_of: 2031-09-30\n");
    ck_assert_ptr_nonnull(facts);
    const ClRule *stores = cl_rule_set_find(desk.rules, "stores");
    size_t count;
    const size_t first = cl_fact_set_find(facts, stores, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(cl_fact_set_get(facts, first)->line, 1);
    ck_assert_uint_eq(cl_fact_set_get(facts, first + 1)->line, 11);
    cl_fact_set_find(facts, cl_rule_set_find(desk.rules, "share"), &count);
    ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_missing_path_is_told)
{
    const char *const paths[] = {"/no/such/facts", NULL};
    g_auto(Desk) desk = desk_new();
    g_autoptr(ClFactSet) facts =
        cl_fact_set_load(paths, desk.rules, desk.notes);
    ck_assert(!facts);
    ck_assert(strstr(cl_notes_get(desk.notes, 0)->hint, "--facts"));
}
END_TEST

RUN_TESTS("facts",
          each_mistake_is_told_once_at_its_place,
          all_mistakes_of_a_file_are_told,
          two_entries_of_the_same_facets_are_a_mistake,
          an_entry_reads_as_a_claim_would,
          an_entry_keeps_who_says_so,
          an_entry_is_stale_from_the_day_after,
          a_stale_entry_warns_and_judging_goes_on,
          entries_are_found_by_rule,
          a_missing_path_is_told)
