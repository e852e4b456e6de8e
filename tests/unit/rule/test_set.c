/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that load, what stands in them, and the order they come in. */
#include "unit.h"

#include "rule/rule.h"

#include <string.h>

static const char smallest[] = "id: yu7-orders\n"
                               "title: 订单量\n"
                               "subject: YU7\n"
                               "measure: 订单\n"
                               "unit: 辆\n"
                               "examples:\n"
                               "  - text: YU7订单24万辆\n"
                               "    claim: {value: 24万}\n"
                               "  - silent: SU7订单24万辆\n";

static const char full[] =
    "id: yu7-orders\n"
    "title: 订单量\n"
    "why: 意向与锁单常被混用\n"
    "ask: 是锁单还是意向订单？\n"
    "subject: [YU7, '/小米.?YU7/']\n"
    "measure: [订单, 锁单]\n"
    "unit: [辆]\n"
    "facets:\n"
    "  kind: {intent: [意向, 预订], locked: [锁单]}\n"
    "  size: {large: [大型]}\n"
    "  window: duration\n"
    "same: [kind, window]\n"
    "apart: definition\n"
    "assume: {nature: total, kind: locked}\n"
    "carry: 0\n"
    "gap: 40\n"
    "exclude: [预约试驾]\n"
    "patterns: ['YU7卖了{quantity}', '/{quantity}(?<kind>锁单)/']\n"
    "tolerance: 5%\n"
    "over_time: grows\n"
    "relations: ['locked <= intent']\n"
    "examples:\n"
    "  - text: YU7锁单24万辆\n"
    "    claim: {value: 24万, kind: locked, window: 18h, hedge: exact}\n"
    "  - silent: SU7锁单24万辆\n"
    "  - conflict: [YU7锁单24万辆, YU7锁单30万辆]\n"
    "  - relation: YU7意向订单1万辆，锁单2万辆\n";

static ClRuleSet *
parse(const char *yaml, ClVocabulary **vocabulary)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    *vocabulary = cl_vocabulary_new(notes);
    ClRuleSet *rules =
        cl_rule_set_parse(yaml, strlen(yaml), "a.yaml", *vocabulary, notes);
    if (!rules)
        ck_abort_msg("%s", cl_notes_get(notes, 0)->message);
    ck_assert_uint_eq(cl_notes_count(notes), 0);
    return rules;
}

START_TEST(the_smallest_rule_has_an_editors_defaults)
{
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(smallest, &vocabulary);
    const ClRule *rule = cl_rule_set_get(rules, 0);
    ck_assert_uint_eq(cl_rule_set_count(rules), 1);
    ck_assert_str_eq(rule->id, "yu7-orders");
    ck_assert_str_eq(rule->title, "订单量");
    ck_assert_str_eq(rule->file, "a.yaml");
    ck_assert_ptr_null(rule->why);
    ck_assert_ptr_null(rule->ask);
    ck_assert_uint_eq(rule->units->len, 1);
    ck_assert_uint_eq(rule->gap, 20);
    ck_assert_uint_eq(rule->carry, 1);
    ck_assert(cl_number_is_zero(rule->tolerance));
    ck_assert_int_eq(rule->over_time, CL_OVER_TIME_FIXED);
    ck_assert(!rule->subject_is_measure);
    ck_assert_uint_eq(rule->facets->len, CL_FACET_OWN);
    ck_assert_ptr_eq(cl_rule_set_vocabulary(rules), vocabulary);
}
END_TEST

START_TEST(built_in_facets_have_their_roles)
{
    static const struct {
        const char *name;
        ClFacetRole role;
        bool used;
    } rows[] = {
        {"when", CL_FACET_PARTS, true},
        {"window", CL_FACET_INFORMS, false},
        {"modality", CL_FACET_PARTS, true},
        {"nature", CL_FACET_PARTS, true},
        {"basis", CL_FACET_PARTS, true},
        {"region", CL_FACET_PARTS, true},
        {"definition", CL_FACET_TELLS, true},
        {"speaker", CL_FACET_INFORMS, true},
    };
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(smallest, &vocabulary);
    const ClRule *rule = cl_rule_set_get(rules, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const ClFacet *facet = rule->facets->pdata[i];
        ck_assert_str_eq(facet->name, rows[i].name);
        ck_assert_int_eq(facet->role, rows[i].role);
        ck_assert_int_eq(facet->used, rows[i].used);
        ck_assert_ptr_null(facet->options);
    }
    ck_assert_str_eq(cl_rule_facet(rule, "modality")->assumed, "actual");
    ck_assert_ptr_null(cl_rule_facet(rule, "kind"));
}
END_TEST

START_TEST(every_key_reaches_the_rule)
{
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(full, &vocabulary);
    const ClRule *rule = cl_rule_set_find(rules, "yu7-orders");
    ck_assert_str_eq(rule->why, "意向与锁单常被混用");
    ck_assert_str_eq(rule->ask, "是锁单还是意向订单？");
    ck_assert_uint_eq(rule->gap, 40);
    ck_assert_uint_eq(rule->carry, 0);
    ck_assert(cl_number_equal(rule->tolerance, cl_number_make(5, -2)));
    ck_assert_int_eq(rule->over_time, CL_OVER_TIME_GROWS);
    ck_assert_uint_eq(rule->patterns->len, 2);
    const ClPattern *pattern = rule->patterns->pdata[1];
    ck_assert_str_eq(pattern->source, "{quantity}(?<kind>锁单)");
}
END_TEST

START_TEST(same_and_apart_give_facets_their_roles)
{
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(full, &vocabulary);
    const ClRule *rule = cl_rule_set_get(rules, 0);
    const ClFacet *kind = cl_rule_facet(rule, "kind");
    const ClFacet *window = cl_rule_facet(rule, "window");
    ck_assert_ptr_eq(kind, rule->facets->pdata[CL_FACET_OWN]);
    ck_assert_int_eq(kind->role, CL_FACET_TELLS);
    ck_assert_str_eq(kind->assumed, "locked");
    ck_assert_uint_eq(kind->options->len, 2);
    const ClFacetOption *intent =
        &g_array_index(kind->options, ClFacetOption, 0);
    ck_assert_str_eq(intent->name, "intent");
    ck_assert_uint_eq(intent->term_count, 2);
    ck_assert_int_eq(window->role, CL_FACET_TELLS);
    ck_assert(window->used && window->from_duration);
    ck_assert_int_eq(cl_rule_facet(rule, "size")->role, CL_FACET_INFORMS);
    ck_assert_int_eq(cl_rule_facet(rule, "definition")->role, CL_FACET_PARTS);
    ck_assert_str_eq(cl_rule_facet(rule, "nature")->assumed, "total");
}
END_TEST

START_TEST(relations_and_examples_are_kept)
{
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(full, &vocabulary);
    const ClRule *rule = cl_rule_set_get(rules, 0);
    const ClRelation *relation = &g_array_index(rule->relations, ClRelation, 0);
    ck_assert_uint_eq(relation->facet, CL_FACET_OWN);
    ck_assert_str_eq(relation->less, "locked");
    ck_assert_str_eq(relation->more, "intent");
    ck_assert(!relation->strict);
    ck_assert_uint_eq(rule->examples->len, 4);
    const ClExample *claim = rule->examples->pdata[0];
    const ClExample *conflict = rule->examples->pdata[2];
    const ClExample *related = rule->examples->pdata[3];
    ck_assert_int_eq(claim->kind, CL_EXAMPLE_CLAIM);
    ck_assert_uint_eq(claim->line, 23);
    ck_assert_str_eq(cl_yaml_get(claim->claim, "window")->text, "18h");
    ck_assert_int_eq(conflict->kind, CL_EXAMPLE_CONFLICT);
    ck_assert_uint_eq(conflict->texts->len, 2);
    ck_assert_str_eq(conflict->texts->pdata[1], "YU7锁单30万辆");
    ck_assert_int_eq(related->kind, CL_EXAMPLE_RELATION);
    ck_assert_uint_eq(related->texts->len, 1);
}
END_TEST

START_TEST(without_a_measure_the_subject_suffices)
{
    static const char yaml[] =
        "id: a\ntitle: T\nsubject: 圈速\nunit: 辆\nexamples:\n"
        "  - {text: 圈速24万辆, claim: {value: 24万}}\n  - silent: 无\n";
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(yaml, &vocabulary);
    ck_assert(cl_rule_set_get(rules, 0)->subject_is_measure);
}
END_TEST

/* ---- Terms of a set ---------------------------------------------------- */

/* The first use with that role of a text that is one term, or NULL. */
static const ClTermUse *
find_use(const ClRuleSet *rules, const char *text, ClRole role)
{
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    cl_rule_set_match(rules, text, strlen(text), hits, NULL);
    for (size_t i = 0; i < hits->len; i++) {
        size_t count = 0;
        const ClHit hit = g_array_index(hits, ClHit, i);
        const ClTermUse *uses = cl_rule_set_uses(rules, hit.term, &count);
        ck_assert_uint_gt(count, 0);
        for (size_t k = 0; k < count; k++) {
            if (uses[k].role == role)
                return &uses[k];
        }
    }
    return NULL;
}

START_TEST(a_term_knows_all_it_is_for)
{
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(full, &vocabulary);
    const ClTermUse *facet = find_use(rules, "锁单", CL_ROLE_FACET);
    ck_assert_ptr_nonnull(find_use(rules, "锁单", CL_ROLE_MEASURE));
    ck_assert_ptr_nonnull(find_use(rules, "锁单", CL_ROLE_RIVAL));
    ck_assert_ptr_nonnull(find_use(rules, "小米yu7", CL_ROLE_SUBJECT));
    ck_assert_ptr_nonnull(find_use(rules, "预约试驾", CL_ROLE_EXCLUDE));
    ck_assert_ptr_null(find_use(rules, "锁单", CL_ROLE_EXCLUDE));
    ck_assert_uint_eq(facet->facet, CL_FACET_OWN);
    ck_assert_uint_eq(facet->option, 1);
}
END_TEST

START_TEST(shared_words_name_their_options)
{
    static const struct {
        const char *text;
        unsigned facet;
        const char *option;
    } rows[] = {
        {"目标", CL_FACET_MODALITY, "target"},
        {"plans to", CL_FACET_MODALITY, "target"},
        {"预计", CL_FACET_MODALITY, "forecast"},
        {"如果", CL_FACET_MODALITY, "hypothetical"},
        {"reportedly", CL_FACET_MODALITY, "rumour"},
        {"累计", CL_FACET_NATURE, "total"},
        {"共1100家", CL_FACET_NATURE, "total"},
        {"新开", CL_FACET_NATURE, "new"},
        {"一度", CL_FACET_NATURE, "peak"},
        {"日均", CL_FACET_NATURE, "rate"},
        {"year-on-year", CL_FACET_BASIS, "yoy"},
        {"环比", CL_FACET_BASIS, "qoq"},
        {"上一代", CL_FACET_BASIS, "generation"},
        {"国内", CL_FACET_REGION, "china"},
        {"worldwide", CL_FACET_REGION, "global"},
        {"东南亚", CL_FACET_REGION, "southeast-asia"},
        {"归母", CL_FACET_DEFINITION, "attributable"},
        {"non-ifrs", CL_FACET_DEFINITION, "adjusted"},
    };
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(smallest, &vocabulary);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const ClTermUse *use = find_use(rules, rows[i].text, CL_ROLE_SHARED);
        if (!use)
            ck_abort_msg("%s is not found", rows[i].text);
        ck_assert_uint_eq(use->facet, rows[i].facet);
        ck_assert_str_eq(cl_shared_option(rules, use->facet, use->option),
                         rows[i].option);
    }
}
END_TEST

START_TEST(shared_words_stay_out_of_other_words)
{
    static const char *const texts[] = {"一年一度", "公共10处", "超预期",
                                        "印度洋",   "gift",     "museum"};
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(smallest, &vocabulary);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        if (find_use(rules, texts[i], CL_ROLE_SHARED))
            ck_abort_msg("%s gives a facet", texts[i]);
    }
}
END_TEST

START_TEST(a_rule_adds_words_to_a_built_in_facet)
{
    static const char yaml[] =
        "id: a\ntitle: T\nsubject: YU7\nunit: 辆\n"
        "facets: {region: {gulf: [海湾], china: [华东]}}\n"
        "assume: {region: gulf}\nexamples:\n"
        "  - {text: 华东YU7有1辆, claim: {value: 1, region: china}}\n"
        "  - {text: YU7有1辆, claim: {value: 1, region: europe}}\n"
        "  - silent: 无\n";
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(yaml, &vocabulary);
    const ClFacet *region = cl_rule_facet(cl_rule_set_get(rules, 0), "region");
    const ClTermUse *use = find_use(rules, "华东", CL_ROLE_FACET);
    ck_assert_int_eq(region->role, CL_FACET_PARTS);
    ck_assert_uint_eq(use->facet, CL_FACET_REGION);
    ck_assert_str_eq(
        g_array_index(region->options, ClFacetOption, use->option).name,
        "china");
    ck_assert_str_eq(region->assumed, "gulf");
}
END_TEST

START_TEST(a_change_is_a_rival_and_what_it_leads_to_is_none)
{
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(smallest, &vocabulary);
    ck_assert_ptr_nonnull(find_use(rules, "提升2%", CL_ROLE_RIVAL));
    ck_assert_ptr_nonnull(find_use(rules, "a rise of 2%", CL_ROLE_RIVAL));
    ck_assert_ptr_nonnull(find_use(rules, "营收", CL_ROLE_RIVAL));
    ck_assert_ptr_null(find_use(rules, "提升至17%", CL_ROLE_RIVAL));
    ck_assert_ptr_null(find_use(rules, "will rise to 17%", CL_ROLE_RIVAL));
}
END_TEST

/* ---- Many rules -------------------------------------------------------- */

/* Two rules in a list, ids as given. */
static char *
make_two(const char *first, const char *second)
{
    static const char rule[] =
        "- id: %s\n  title: T\n  subject: [YU7]\n  unit: 辆\n  examples:\n"
        "    - {text: YU7有1辆, claim: {value: 1}}\n    - silent: 无\n";
    g_autofree char *a = g_strdup_printf(rule, first);
    g_autofree char *b = g_strdup_printf(rule, second);
    return g_strconcat(a, b, NULL);
}

START_TEST(rules_come_in_order_of_id)
{
    g_autofree char *yaml = make_two("b", "a");
    g_autoptr(ClVocabulary) vocabulary = NULL;
    g_autoptr(ClRuleSet) rules = parse(yaml, &vocabulary);
    ck_assert_uint_eq(cl_rule_set_count(rules), 2);
    ck_assert_str_eq(cl_rule_set_get(rules, 0)->id, "a");
    ck_assert_uint_eq(cl_rule_set_get(rules, 0)->line, 8);
    ck_assert_str_eq(cl_rule_set_get(rules, 1)->id, "b");
    ck_assert_ptr_eq(cl_rule_set_find(rules, "b"), cl_rule_set_get(rules, 1));
    ck_assert_ptr_null(cl_rule_set_find(rules, "c"));
    ck_assert_uint_eq(find_use(rules, "yu7", CL_ROLE_SUBJECT)->rule, 0);
}
END_TEST

START_TEST(a_doubled_id_names_the_other_place)
{
    g_autofree char *yaml = make_two("a", "a");
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules =
        cl_rule_set_parse(yaml, strlen(yaml), "a.yaml", vocabulary, notes);
    ck_assert(!rules);
    ck_assert_uint_eq(cl_notes_count(notes), 1);
    const ClNote *note = cl_notes_get(notes, 0);
    ck_assert_uint_eq(note->line, 8);
    ck_assert_uint_eq(note->column, 7);
    ck_assert_str_eq(note->message, "id 'a' is taken by a.yaml:1");
}
END_TEST

START_TEST(the_hash_changes_with_the_rules_alone)
{
    g_autofree char *one = make_two("a", "b");
    g_autofree char *other = make_two("a", "c");
    g_autoptr(ClVocabulary) first = NULL, second = NULL, third = NULL;
    g_autoptr(ClRuleSet) a = parse(one, &first);
    g_autoptr(ClRuleSet) b = parse(one, &second);
    g_autoptr(ClRuleSet) c = parse(other, &third);
    ck_assert_uint_eq(strlen(cl_rule_set_hash(a)), 64);
    ck_assert_str_eq(cl_rule_set_hash(a), cl_rule_set_hash(b));
    ck_assert_str_ne(cl_rule_set_hash(a), cl_rule_set_hash(c));
}
END_TEST

RUN_TESTS("set",
          the_smallest_rule_has_an_editors_defaults,
          built_in_facets_have_their_roles,
          every_key_reaches_the_rule,
          same_and_apart_give_facets_their_roles,
          relations_and_examples_are_kept,
          without_a_measure_the_subject_suffices,
          a_term_knows_all_it_is_for,
          shared_words_name_their_options,
          shared_words_stay_out_of_other_words,
          a_change_is_a_rival_and_what_it_leads_to_is_none,
          a_rule_adds_words_to_a_built_in_facet,
          rules_come_in_order_of_id,
          a_doubled_id_names_the_other_place,
          the_hash_changes_with_the_rules_alone)
