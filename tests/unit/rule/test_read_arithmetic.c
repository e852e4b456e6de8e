/* SPDX-License-Identifier: Apache-2.0 */
/* Mistakes in a rule of type arithmetic are told by what such a rule has. */
#include "unit.h"

#include "rule/rule.h"

#include <string.h>

#define TAIL                                                                   \
    "title: T\nexamples:\n  - relation: [从100家增至120家，增长30%]\n" \
    "  - silent: 从100家增至120家\n"

typedef struct {
    const char *name, *yaml;
    unsigned line, column;
    const char *message, *hint; /* parts of them; no message: no mistake */
} Row;

static const Row rows[] = {
    {"a rule without subject and unit is whole",
     "id: a\ntype: arithmetic\ncheck: change\n" TAIL, 0, 0, NULL, NULL},
    {"unit, exclude and tolerance are welcome",
     "id: a\ntype: arithmetic\ncheck: sum\nunit: [辆, 家]\nexclude: [预算]\n"
     "tolerance: 1%\n" TAIL,
     0, 0, NULL, NULL},
    {"the check is needed", "id: a\ntype: arithmetic\n" TAIL, 1, 1,
     "the rule has no 'check'", "change, multiple, difference, sum"},
    {"an unknown check names the nearest",
     "id: a\ntype: arithmetic\ncheck: chance\n" TAIL, 3, 8,
     "unknown check 'chance'", "did you mean 'change'?"},
    {"a subject is no key of it",
     "id: a\ntype: arithmetic\ncheck: sum\nsubject: [x]\n" TAIL, 4, 1,
     "unknown key 'subject'", NULL},
    {"an unknown type is told",
     "id: a\ntype: arithmetics\nsubject: x\n"
     "unit: 家\n" TAIL,
     2, 7, "unknown value of 'type' 'arithmetics'",
     "did you mean 'arithmetic'?"},
    {"a check without the type is no key",
     "id: a\ncheck: sum\nsubject: x\nunit: 家\n" TAIL, 2, 1,
     "unknown key 'check'", NULL},
    {"unknown units are told",
     "id: a\ntype: arithmetic\ncheck: sum\n"
     "unit: 光年辆\n" TAIL,
     4, 7, "unknown unit", NULL},
};

static void
check_row(const Row *row, const ClVocabulary *vocabulary)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClRuleSet) rules = cl_rule_set_parse(row->yaml, strlen(row->yaml),
                                                   "r.yaml", vocabulary, notes);
    ck_assert_msg((rules != NULL) == (row->message == NULL), "%s", row->name);
    ck_assert_msg(cl_notes_count(notes) == (row->message ? 1 : 0), "%s",
                  row->name);
    if (!row->message)
        return;
    const ClNote *note = cl_notes_get(notes, 0);
    ck_assert_msg(strstr(note->message, row->message) != NULL, "%s: %s",
                  row->name, note->message);
    ck_assert_msg(!row->hint || (note->hint && strstr(note->hint, row->hint)),
                  "%s: %s", row->name, note->hint);
    ck_assert_msg(note->line == row->line && note->column == row->column,
                  "%s: %u:%u", row->name, note->line, note->column);
}

START_TEST(every_mistake_is_told_at_its_place)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        check_row(&rows[i], vocabulary);
}
END_TEST

RUN_TESTS("read_arithmetic", every_mistake_is_told_at_its_place)
