/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/README.md tells people to write really loads. */
#include "unit.h"

#include "rule/rule.h"

#include <string.h>

#define README TEST_DATA "/../../../rules/README.md"

/* The text between the nth "```yaml" and its end. */
static char *
read_block(unsigned number)
{
    g_autofree char *text = NULL;
    ck_assert(g_file_get_contents(README, &text, NULL, NULL));
    const char *start = text;
    for (unsigned i = 0; i < number; i++) {
        start = strstr(start, "```yaml\n");
        ck_assert_ptr_nonnull(start);
        start += strlen("```yaml\n");
    }
    const char *end = strstr(start, "```");
    ck_assert_ptr_nonnull(end);
    return g_strndup(start, (size_t)(end - start));
}

static void
assert_loads(const char *yaml)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules =
        cl_rule_set_parse(yaml, strlen(yaml), "README.md", vocabulary, notes);
    if (!rules)
        ck_abort_msg("%s", cl_notes_get(notes, 0)->message);
}

START_TEST(the_smallest_rule_loads)
{
    g_autofree char *yaml = read_block(1);
    assert_loads(yaml);
}
END_TEST

START_TEST(the_facets_and_examples_load)
{
    g_autofree char *smallest = read_block(1);
    g_autofree char *facets = read_block(2);
    g_autofree char *examples = read_block(3);
    char *own_examples = strstr(smallest, "examples:");
    ck_assert_ptr_nonnull(own_examples);
    *own_examples = '\0';
    g_autofree char *yaml = g_strconcat(smallest, facets, examples, NULL);
    assert_loads(yaml);
}
END_TEST

START_TEST(the_confirmed_figure_loads)
{
    g_autofree char *smallest = read_block(1);
    g_autofree char *facets = read_block(2);
    g_autofree char *examples = read_block(3);
    g_autofree char *entry = read_block(4);
    *strstr(smallest, "examples:") = '\0';
    g_autofree char *yaml = g_strconcat(smallest, facets, examples, NULL);
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules =
        cl_rule_set_parse(yaml, strlen(yaml), "README.md", vocabulary, notes);
    ck_assert_ptr_nonnull(rules);
    g_autoptr(ClFactSet) facts =
        cl_fact_set_parse(entry, strlen(entry), "README.md", rules, notes);
    if (!facts)
        ck_abort_msg("%s", cl_notes_get(notes, 0)->message);
}
END_TEST

START_TEST(the_rule_that_recomputes_loads)
{
    g_autofree char *yaml = read_block(5);
    assert_loads(yaml);
}
END_TEST

RUN_TESTS("readme",
          the_smallest_rule_loads,
          the_facets_and_examples_load,
          the_confirmed_figure_loads,
          the_rule_that_recomputes_loads)
