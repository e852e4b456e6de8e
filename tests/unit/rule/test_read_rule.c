/* SPDX-License-Identifier: Apache-2.0 */
/* Every mistake a rule file can hold is told at its place, once. */
#include "unit.h"

#include "rule/rule.h"

#include <string.h>

/* Five lines before and four after what a row adds at line 6. */
#define HEAD                                                                   \
    "id: yu7-orders\ntitle: 订单量\nsubject: [YU7]\nmeasure: [订单]\n"    \
    "unit: 辆\n"
#define TAIL                                                                   \
    "examples:\n  - text: YU7订单24万辆\n    claim: {value: 24万}\n"      \
    "  - silent: SU7订单24万辆\n"
#define WITH(more) HEAD more TAIL
#define EXAMPLES(more) HEAD "examples:\n" more
#define SILENT "  - silent: SU7订单24万辆\n"
#define CLAIM "  - {text: YU7订单24万辆, claim: {value: 24万}}\n"
#define KIND "facets:\n  kind: {intent: [意向], locked: [锁单]}\n"

typedef struct {
    const char *name;
    const char *yaml;
    unsigned line, column;
    const char *message; /* a part of it */
    const char *hint;    /* a part of it, or NULL */
} Mistake;

static const Mistake mistakes[] = {
    /* keys */
    {"an unknown key names the nearest", WITH("mesure: [x]\n"), 6, 1,
     "unknown key 'mesure'", "did you mean 'measure'?"},
    {"a key like none lists what is known", WITH("zzzzzzzz: 1\n"), 6, 1,
     "unknown key 'zzzzzzzz'", "known are: id, title"},
    {"severity is no key", WITH("severity: error\n"), 6, 1,
     "unknown key 'severity'", NULL},
    {"over-time with a hyphen", WITH("over-time: grows\n"), 6, 1,
     "unknown key 'over-time'", "did you mean 'over_time'?"},
    {"a rule without id",
     "title: T\nsubject: YU7\nmeasure: 订单\nunit: 辆\n" TAIL, 1, 1,
     "the rule has no 'id'", "yu7-orders"},
    {"a rule without title",
     "id: a\nsubject: YU7\nmeasure: 订单\nunit: 辆\n" TAIL, 1, 1,
     "the rule has no 'title'", NULL},
    {"a rule without subject",
     "id: a\ntitle: T\nmeasure: 订单\nunit: 辆\n" TAIL, 1, 1,
     "the rule has no 'subject'", NULL},
    {"a rule without unit",
     "id: a\ntitle: T\nsubject: YU7\nmeasure: 订单\n" TAIL, 1, 1,
     "the rule has no 'unit'", "unit: 辆"},
    {"a rule without examples", HEAD, 1, 1, "the rule has no 'examples'",
     "silent"},
    {"a file that is a text", "just words\n", 1, 1,
     "'rule' must be a map, not a text", "id: "},
    {"a file with an empty list", "[]\n", 1, 1, "the file holds no rule", NULL},
    {"a list with a text in it", "- words\n", 1, 3,
     "'rule' must be a map, not a text", NULL},
    {"broken YAML has a place", "id: [a\ntitle: T\n", 2, 0, "", NULL},
    {"a doubled key", WITH("unit: 辆\n"), 6, 1, "unit", NULL},
    /* id, title, why */
    {"an id in capitals", "id: YU7\ntitle: T\nsubject: YU7\nunit: 辆\n" TAIL, 1,
     5, "'YU7' cannot be an id", "small letters"},
    {"an id with a space", "id: a b\ntitle: T\nsubject: YU7\nunit: 辆\n" TAIL,
     1, 5, "'a b' cannot be an id", NULL},
    {"an id with two hyphens",
     "id: a--b\ntitle: T\nsubject: YU7\nunit: 辆\n" TAIL, 1, 5,
     "'a--b' cannot be an id", NULL},
    {"an id that ends in a hyphen",
     "id: a-\ntitle: T\nsubject: YU7\nunit: 辆\n" TAIL, 1, 5,
     "'a-' cannot be an id", NULL},
    {"an id in Chinese", "id: 订单\ntitle: T\nsubject: YU7\nunit: 辆\n" TAIL, 1,
     5, "'订单' cannot be an id", NULL},
    {"an id that is a list", "id: [a]\ntitle: T\nsubject: YU7\nunit: 辆\n" TAIL,
     1, 5, "'id' must be a text, not a list", NULL},
    {"an empty title", "id: a\ntitle:\nsubject: YU7\nunit: 辆\n" TAIL, 2, 0,
     "'title' is empty", NULL},
    {"a title that is a map",
     "id: a\ntitle: {a: b}\nsubject: YU7\nunit: 辆\n" TAIL, 2, 8,
     "'title' must be a text, not a map", NULL},
    {"why as a list", WITH("why: [a, b]\n"), 6, 6,
     "'why' must be a text, not a list", NULL},
    {"ask that is blank", WITH("ask: '  '\n"), 6, 6, "'ask' is empty", NULL},
    /* terms */
    {"an entity as subject",
     "id: a\ntitle: T\nsubject: {entity: makers}\nunit: 辆\n" TAIL, 3, 19,
     "unknown list of entities 'makers'", NULL},
    {"a map as subject",
     "id: a\ntitle: T\nsubject: {name: YU7}\nunit: 辆\n" TAIL, 3, 10,
     "'subject' must be a text or a list, not a map", NULL},
    {"an empty list of subjects",
     "id: a\ntitle: T\nsubject: []\nunit: 辆\n" TAIL, 3, 10,
     "'subject' is empty", NULL},
    {"a list within a list", WITH("exclude: [SU7, [YU9]]\n"), 6, 16,
     "'exclude' must be a text, not a list", NULL},
    {"an empty term", WITH("exclude: [SU7, '']\n"), 6, 16, "'exclude' is empty",
     NULL},
    {"a term of invisible characters", WITH("exclude: [SU7, \"\\u200b\"]\n"), 6,
     16, "is empty", NULL},
    {"a term written twice", WITH("exclude: [SU7, YU9, SU7]\n"), 6, 21,
     "'SU7' is in 'exclude' twice: first at line 6", "remove one"},
    {"a term doubled by its case", WITH("exclude: [SU7, su7]\n"), 6, 16,
     "'su7' is in 'exclude' twice", NULL},
    {"a term doubled in traditional characters",
     WITH("exclude: [锁单, 鎖單]\n"), 6, 15, "'鎖單' is in 'exclude' twice",
     NULL},
    {"a subject that is excluded", WITH("exclude: YU7\n"), 6, 10,
     "'yu7' is in 'subject' and in 'exclude'", "remove it"},
    {"a measure that is excluded", WITH("exclude: [订单]\n"), 6, 11,
     "'订单' is in 'measure' and in 'exclude'", NULL},
    /* regular expressions */
    {"an open bracket", WITH("exclude: ['/YU(7/']\n"), 6, 11,
     "bad regular expression: missing closing parenthesis (at character 5",
     "PCRE2"},
    {"an open class", WITH("exclude: '/YU[7/'\n"), 6, 10,
     "missing terminating ]", NULL},
    {"a quantifier of nothing", WITH("exclude: '/小+*+/'\n"), 6, 10,
     "quantifier does not follow a repeatable item (at character 3", NULL},
    {"\\C", WITH("exclude: '/YU\\C/'\n"), 6, 10, "'\\C' is not allowed", NULL},
    {"a verb", WITH("exclude: '/(*NO_JIT)YU/'\n"), 6, 10, "'(*' is not allowed",
     NULL},
    {"a verb in the middle", WITH("exclude: '/YU(*SKIP)7/'\n"), 6, 10,
     "'(*' is not allowed", NULL},
    {"a callout", WITH("exclude: '/YU(?C1)7/'\n"), 6, 10,
     "'(?C' is not allowed", NULL},
    {"a pattern that matches nothing", WITH("exclude: '/(SU7)?/'\n"), 6, 10,
     "it matches where there is nothing", NULL},
    /* unit */
    {"an unknown unit", "id: a\ntitle: T\nsubject: YU7\nunit: vehicel\n" TAIL,
     4, 7, "unknown unit 'vehicel'", NULL},
    {"an unknown unit of two",
     "id: a\ntitle: T\nsubject: YU7\nunit: [辆, 万万辆呀]\n" TAIL, 4, 11,
     "unknown unit '万万辆呀'", NULL},
    {"a unit written twice",
     "id: a\ntitle: T\nsubject: YU7\nunit: [辆, 辆]\n" TAIL, 4, 11,
     "unit '辆' stands in 'unit' twice", "same unit"},
    {"a unit doubled by another spelling",
     "id: a\ntitle: T\nsubject: YU7\nunit: ['%', percent]\n" TAIL, 4, 13,
     "unit 'percent' stands in 'unit' twice", NULL},
    {"a unit that is a map",
     "id: a\ntitle: T\nsubject: YU7\nunit: {a: b}\n" TAIL, 4, 7,
     "'unit' must be a text or a list, not a map", NULL},
    /* facets */
    {"facets as a list", WITH("facets: [kind]\n"), 6, 9,
     "'facets' must be a map, not a list", NULL},
    {"a built-in facet that takes no options",
     WITH("facets: {when: {late: [年底]}}\n"), 6, 10,
     "'when' is a built-in facet that has no options", "another name"},
    {"a window of terms", WITH("facets: {window: {day: [首日]}}\n"), 6, 18,
     "facet 'window' can only be a duration", NULL},
    {"a duration that is no window", WITH("facets: {period: duration}\n"), 6,
     18, "facet 'period' must be a map of options, not a text", "window"},
    {"a facet without options", WITH("facets: {kind: {}}\n"), 6, 16,
     "facet 'kind' needs 1 to 500 options, not 0", NULL},
    {"an option without terms", WITH("facets: {kind: {intent: []}}\n"), 6, 25,
     "'kind.intent' is empty", NULL},
    {"a term of two options",
     WITH("facets: {kind: {intent: [意向], locked: [锁单, 意向]}}\n"), 6, 44,
     "'意向' is in 'kind.locked' twice: first at line 6", NULL},
    {"an option of two facets",
     WITH("facets:\n  kind: {locked: [锁单]}\n  state: {locked: [已锁]}\n"), 8,
     11, "'locked' is an option of facet 'kind' already", NULL},
    {"a facet called value", WITH("facets: {value: {a: [甲等]}}\n"), 6, 10,
     "'value' cannot be a facet", NULL},
    {"a facet with a space in its name",
     WITH("facets: {the kind: {a: [甲等]}}\n"), 6, 10,
     "'the kind' cannot be the name of a facet", NULL},
    {"an option with a sign in its name",
     WITH("facets: {kind: {'a<b': [甲等]}}\n"), 6, 17,
     "'a<b' cannot be the name of an option", NULL},
    {"an unknown facet in same", WITH(KIND "same: [knd]\n"), 8, 8,
     "unknown facet 'knd'", "did you mean 'kind'?"},
    {"an unknown facet in apart", WITH("apart: [colour]\n"), 6, 9,
     "unknown facet 'colour'", "known are: when, window"},
    {"a facet in same and apart", WITH(KIND "same: kind\napart: kind\n"), 9, 8,
     "facet 'kind' in 'apart' stands in 'same' already", NULL},
    {"a facet twice in same", WITH(KIND "same: [kind, kind]\n"), 8, 14,
     "facet 'kind' in 'same' stands in 'same' already", NULL},
    {"an unknown facet assumed", WITH("assume: {natur: total}\n"), 6, 10,
     "unknown facet 'natur'", "did you mean 'nature'?"},
    {"an unknown option assumed", WITH("assume: {nature: totals}\n"), 6, 18,
     "unknown option of 'nature' 'totals'", "did you mean 'total'?"},
    {"an unknown option of one's own assumed",
     WITH(KIND "assume: {kind: lockd}\n"), 8, 16,
     "unknown option of 'kind' 'lockd'", "did you mean 'locked'?"},
    {"a period assumed", WITH("assume: {when: '2025'}\n"), 6, 10,
     "'when' cannot be assumed", NULL},
    {"assume as a text", WITH("assume: total\n"), 6, 9,
     "'assume' must be a map, not a text", NULL},
    {"assume with a list in it", WITH("assume: {nature: [total]}\n"), 6, 18,
     "'nature' must be a text, not a list", NULL},
    /* relations */
    {"a relation without a sign", WITH(KIND "relations: [locked intent]\n"), 8,
     13, "'locked intent' is no relation", "locked <= intent"},
    {"a relation the wrong way round",
     WITH(KIND "relations: ['intent >= locked']\n"), 8, 13,
     "'intent >= locked' is no relation", "smaller"},
    {"a relation of an unknown option",
     WITH(KIND "relations: ['locked <= intnt']\n"), 8, 13,
     "unknown option 'intnt'", "did you mean 'intent'?"},
    {"a relation of an option to itself",
     WITH(KIND "relations: 'locked < locked'\n"), 8, 12,
     "has the same option on both sides", NULL},
    {"a relation across facets",
     WITH(KIND "  size: {big: [大号]}\nrelations: 'locked < big'\n"), 9, 12,
     "are of two facets", NULL},
    /* confused_with */
    {"a rule confused with what is no id",
     WITH("confused_with: [a-b, 'YU7 Deliveries']\n"), 6, 22,
     "'YU7 Deliveries' is no other rule's id", "by their ids"},
    {"a growth of what is no id", WITH("growth_of: YU7 Revenue\n"), 6, 12,
     "'YU7 Revenue' is no other rule's id", "name another rule by its id"},
    {"a rule confused with nothing", WITH("confused_with: []\n"), 6, 16,
     "'confused_with' is empty", NULL},
    /* numbers */
    {"a gap of nothing", WITH("gap: 0\n"), 6, 6,
     "'gap' must be a whole number from 1 to 200, not '0'", NULL},
    {"a gap too wide", WITH("gap: 201\n"), 6, 6, "from 1 to 200", NULL},
    {"a gap in words", WITH("gap: wide\n"), 6, 6, "not 'wide'", NULL},
    {"a negative carry", WITH("carry: -1\n"), 6, 8,
     "'carry' must be a whole number from 0 to 5, not '-1'", NULL},
    {"a carry too far", WITH("carry: 6\n"), 6, 8, "from 0 to 5", NULL},
    {"a carry that is no whole number", WITH("carry: 1.5\n"), 6, 8, "not '1.5'",
     NULL},
    {"a tolerance over all", WITH("tolerance: 5\n"), 6, 12,
     "'tolerance' must be from 0 to 1", "write 5% or 0.05"},
    {"a negative tolerance", WITH("tolerance: -5%\n"), 6, 12, "not '-5%'",
     NULL},
    {"a tolerance in words", WITH("tolerance: some\n"), 6, 12, "not 'some'",
     NULL},
    {"an unknown over_time", WITH("over_time: growes\n"), 6, 12,
     "unknown value of 'over_time' 'growes'", "did you mean 'grows'?"},
    /* patterns */
    {"a pattern without a figure", WITH("patterns: ['YU7订了']\n"), 6, 12,
     "bad pattern: there is no {quantity} in it", NULL},
    {"a pattern that does not compile",
     WITH("patterns: ['YU7(订了{quantity}']\n"), 6, 12,
     "bad pattern: missing closing parenthesis", NULL},
    /* examples */
    {"examples as a map", HEAD "examples: {silent: a}\n", 6, 11,
     "'examples' must be a list, not a map", "begin each example"},
    {"an example that is a text", EXAMPLES(CLAIM SILENT "  - YU7\n"), 9, 5,
     "'examples' must be a map, not a text", "an example has text"},
    {"an example of nothing", EXAMPLES(CLAIM SILENT "  - {}\n"), 9, 5,
     "an example says nothing to test", "silent"},
    {"no example that is silent", EXAMPLES(CLAIM), 7, 3, "no example is silent",
     "- silent: "},
    {"no example with a claim", EXAMPLES(SILENT), 7, 3,
     "no example has a claim", "conflict"},
    {"an unknown key of an example",
     EXAMPLES(CLAIM SILENT "  - {silent: a, note: b}\n"), 9, 17,
     "unknown key 'note'", NULL},
    {"text without claim", EXAMPLES(CLAIM SILENT "  - text: YU7\n"), 9, 5,
     "an example has 'text' without 'claim'", "silent"},
    {"claim without text", EXAMPLES(CLAIM SILENT "  - claim: {value: 1}\n"), 9,
     5, "an example says nothing to test", NULL},
    {"silent with a claim",
     EXAMPLES(CLAIM SILENT "  - {silent: a, claim: {value: 1}}\n"), 9, 24,
     "an example has both 'silent' and 'claim'", NULL},
    {"two things in one example",
     EXAMPLES(CLAIM SILENT "  - {agree: [a, b], conflict: [c, d]}\n"), 9, 5,
     "an example has both 'agree' and 'conflict'", "two examples"},
    {"an empty list of texts", EXAMPLES(CLAIM SILENT "  - agree: []\n"), 9, 12,
     "'agree' is empty", NULL},
    {"a claim that is a text", EXAMPLES(SILENT "  - {text: a, claim: 24万}\n"),
     8, 22, "'claim' must be a map, not a text", "{value: 24万}"},
    {"a claim without a figure",
     EXAMPLES(SILENT "  - {text: a, claim: {hedge: exact}}\n"), 8, 22,
     "'claim' has no 'value'", NULL},
    {"a claim with an unknown key",
     EXAMPLES(SILENT "  - {text: a, claim: {value: 1, knd: x}}\n"), 8, 33,
     "unknown key of a claim 'knd'", NULL},
    {"a claim with a list",
     EXAMPLES(SILENT "  - {text: a, claim: {value: [1, 2]}}\n"), 8, 30,
     "'value' must be a text, not a list", NULL},
    {"a claim with an unknown option",
     EXAMPLES(SILENT "  - {text: a, claim: {value: 1, nature: nw}}\n"), 8, 41,
     "unknown option of 'nature' 'nw'", "did you mean 'new'?"},
};

static ClVocabulary *
load_vocabulary(void)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    ClVocabulary *vocabulary = cl_vocabulary_new(notes);
    ck_assert_ptr_nonnull(vocabulary);
    return vocabulary;
}

static char *
list_notes(const ClNotes *notes)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_notes_count(notes); i++) {
        const ClNote *note = cl_notes_get(notes, i);
        g_string_append_printf(out, "\n  %u:%u %s: %s (%s)", note->line,
                               note->column, note->kind, note->message,
                               note->hint);
    }
    return g_string_free(out, FALSE);
}

/* column 0: wherever on the line */
static bool
is_told(const ClNotes *notes, const Mistake *row)
{
    for (size_t i = 0; i < cl_notes_count(notes); i++) {
        const ClNote *note = cl_notes_get(notes, i);
        if (note->line == row->line &&
            (!row->column || note->column == row->column) &&
            strstr(note->message, row->message) &&
            (!row->hint || (note->hint && strstr(note->hint, row->hint))))
            return true;
    }
    return false;
}

/* What went wrong with a row, appended to failures. */
static void
try_row(const Mistake *row, const ClVocabulary *vocabulary, GString *failures)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClRuleSet) rules = cl_rule_set_parse(row->yaml, strlen(row->yaml),
                                                   "a.yaml", vocabulary, notes);
    if (!rules && is_told(notes, row) && cl_notes_count(notes) == 1)
        return;
    g_autofree char *told = list_notes(notes);
    g_string_append_printf(failures, "\n%s:%s", row->name,
                           rules ? " accepted" : told);
}

START_TEST(each_mistake_is_told_once_at_its_place)
{
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    g_autoptr(GString) failures = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++)
        try_row(&mistakes[i], vocabulary, failures);
    ck_assert_msg(!failures->len, "%s", failures->str);
}
END_TEST

START_TEST(all_mistakes_of_a_file_are_told)
{
    static const char yaml[] = "- id: A\n"
                               "  titel: T\n"
                               "  subject: ['/(/', YU7, yu7]\n"
                               "  unit: 辆\n"
                               "  gap: 0\n"
                               "  same: [nothing]\n"
                               "  examples:\n"
                               "    - words\n"
                               "- id: b\n"
                               "  carry: 9\n";
    static const struct {
        unsigned line;
        const char *message;
    } expected[] = {
        {1, "'A' cannot be an id"},
        {1, "no 'title'"},
        {2, "unknown key 'titel'"},
        {3, "bad regular expression"},
        {3, "'yu7' is in 'subject' twice"},
        {5, "'gap' must be"},
        {6, "unknown facet 'nothing'"},
        {8, "'examples' must be a map"},
        {8, "no example has a claim"},
        {8, "no example is silent"},
        {9, "no 'title'"},
        {9, "no 'subject'"},
        {9, "no 'unit'"},
        {9, "no 'examples'"},
        {10, "'carry' must be"},
    };
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClRuleSet) rules =
        cl_rule_set_parse(yaml, sizeof yaml - 1, "a.yaml", vocabulary, notes);
    g_autofree char *told = list_notes(notes);
    ck_assert(!rules);
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        const Mistake row = {"",  "", expected[i].line, 0, expected[i].message,
                             NULL};
        ck_assert_msg(is_told(notes, &row), "%s:%s", row.message, told);
    }
    ck_assert_msg(cl_notes_count(notes) == G_N_ELEMENTS(expected), "%s", told);
}
END_TEST

START_TEST(a_pattern_over_four_kib_is_refused)
{
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autofree char *run = g_strnfill(4097, 'a');
    g_autofree char *yaml = g_strdup_printf(HEAD "exclude: '/%s/'\n" TAIL, run);
    g_autoptr(ClRuleSet) rules =
        cl_rule_set_parse(yaml, strlen(yaml), "a.yaml", vocabulary, notes);
    const Mistake row = {"", "", 6, 10, "longer than 4096 bytes", NULL};
    ck_assert(!rules);
    ck_assert(is_told(notes, &row));
}
END_TEST

START_TEST(every_mistake_says_that_nothing_was_judged)
{
    g_autoptr(ClVocabulary) vocabulary = load_vocabulary();
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClRuleSet) rules =
        cl_rule_set_parse(HEAD, strlen(HEAD), "a.yaml", vocabulary, notes);
    ck_assert(!rules);
    ck_assert(cl_notes_incomplete(notes));
    ck_assert_str_eq(cl_notes_get(notes, 0)->file, "a.yaml");
}
END_TEST

RUN_TESTS("read_rule",
          each_mistake_is_told_once_at_its_place,
          all_mistakes_of_a_file_are_told,
          a_pattern_over_four_kib_is_refused,
          every_mistake_says_that_nothing_was_judged)
