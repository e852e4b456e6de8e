/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns a map of the desk's book into an entry.  Every mistake is told, then
 * reading goes on; without a rule, value and facets mean nothing yet.
 */
#include "rule/fact.h"

#include <string.h>

static const char *const fact_keys[] = {
    "rule",       "value",      "facets",      "source", "url", "as_of",
    "checked_by", "checked_on", "valid_until", "note",   NULL};

/* Ids named in a hint before it only says where ids come from. */
enum { LISTED_IDS = 12 };

void
cl_fact_free(void *data)
{
    ClFact *fact = data;
    for (unsigned i = 0; fact->facets && i < fact->rule->facets->len; i++) {
        g_free(fact->facets[i].value);
        g_free(fact->facets[i].words);
    }
    g_free(fact->facets);
    g_free(fact->file);
    g_free(fact->value_text);
    g_free(fact->source);
    g_free(fact->url);
    g_free(fact->checked_by);
    g_free(fact->note);
    g_free(fact);
}

/* The node of a key with a text in it, NULL if absent or after an error. */
static const ClYamlNode *
find_text(const ClReader *reader,
          const ClYamlNode *node,
          const char *key,
          const char *missing)
{
    const ClYamlNode *value = cl_yaml_get(node, key);
    if (value)
        return cl_read_text(reader, value, key) ? value : NULL;
    if (missing)
        cl_read_error(reader, node, "missing-key", missing,
                      "the entry has no '%s'", key);
    return NULL;
}

static char *
copy_text(const ClReader *reader,
          const ClYamlNode *node,
          const char *key,
          const char *missing)
{
    const ClYamlNode *value = find_text(reader, node, key, missing);
    return value ? g_strdup(value->text) : NULL;
}

/* ---- rule --------------------------------------------------------------- */

static void
tell_unknown_rule(const ClReader *reader,
                  const ClRuleSet *rules,
                  const ClYamlNode *node)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (size_t i = 0; i < cl_rule_set_count(rules); i++)
        g_ptr_array_add(ids, cl_rule_set_get(rules, i)->id);
    g_ptr_array_add(ids, NULL);
    const char *const *const known = (const char *const *)ids->pdata;
    if (ids->len <= LISTED_IDS || cl_nearest_word(node->text, known))
        cl_read_unknown(reader, node, "unknown-rule", "rule", node->text,
                        known);
    else
        cl_read_error(reader, node, "unknown-rule",
                      "write the id of a loaded rule; 'claimlint rules list' "
                      "shows them",
                      "unknown rule '%s'", node->text);
}

static void
read_rule(const ClReader *reader,
          const ClRuleSet *rules,
          const ClYamlNode *node,
          ClFact *fact)
{
    const ClYamlNode *id = find_text(
        reader, node, "rule", "add the id of the rule: 'rule: yu7-orders'");
    if (!id)
        return;
    fact->rule = cl_rule_set_find(rules, id->text);
    if (!fact->rule)
        tell_unknown_rule(reader, rules, id);
    if (!fact->rule || fact->rule->check == CL_CHECK_NONE)
        return;
    cl_read_error(reader, id, "bad-value",
                  "confirm the figures themselves, under rules that claim them",
                  "rule '%s' recomputes passages and has no figure of its own",
                  id->text);
    fact->rule = NULL;
}

/* ---- Days --------------------------------------------------------------- */

bool
cl_day_parse(const char *text, ClDay *out)
{
    static const char form[] = "dddd-dd-dd";
    ClDay day = 0;
    if (strlen(text) != sizeof form - 1)
        return false;
    for (size_t i = 0; form[i]; i++) {
        if (form[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != form[i])
            return false;
        if (form[i] == 'd')
            day = day * 10 + (text[i] - '0');
    }
    if (day < 10000 ||
        !g_date_valid_dmy((GDateDay)(day % 100), (GDateMonth)(day / 100 % 100),
                          (GDateYear)(day / 10000)))
        return false;
    *out = day;
    return true;
}

static ClDay
read_day(const ClReader *reader,
         const ClYamlNode *node,
         const char *key,
         const char *missing)
{
    ClDay day = 0;
    const ClYamlNode *value = find_text(reader, node, key, missing);
    if (value && !cl_day_parse(value->text, &day))
        cl_read_error(reader, value, "bad-date",
                      "write year, month and day as 2025-06-27",
                      "'%s' is no day of the calendar: '%s'", key, value->text);
    return day;
}

static void
check_order(const ClReader *reader,
            const ClYamlNode *node,
            const char *key,
            ClDay day,
            ClDay as_of)
{
    if (day && as_of && day < as_of)
        cl_read_error(reader, cl_yaml_get(node, key), "bad-date",
                      "'as_of' is the day for which the figure holds",
                      "'%s' lies before 'as_of'", key);
}

static void
read_days(const ClReader *reader, const ClYamlNode *node, ClFact *fact)
{
    fact->as_of =
        read_day(reader, node, "as_of",
                 "add the day for which it holds: 'as_of: 2025-06-27'");
    fact->checked_on = read_day(reader, node, "checked_on", NULL);
    fact->valid_until = read_day(reader, node, "valid_until", NULL);
    check_order(reader, node, "checked_on", fact->checked_on, fact->as_of);
    check_order(reader, node, "valid_until", fact->valid_until, fact->as_of);
}

/* ---- Entries ------------------------------------------------------------ */

static void
read_figure(const ClReader *reader, const ClYamlNode *node, ClFact *fact)
{
    const ClYamlNode *value =
        find_text(reader, node, "value", "add the figure: 'value: 24万台'");
    fact->value_text = value ? g_strdup(value->text) : NULL;
    if (!fact->rule)
        return;
    if (value)
        cl_fact_read_value(reader, value, fact);
    cl_fact_read_facets(reader, cl_yaml_get(node, "facets"), fact);
}

ClFact *
cl_fact_read(const ClReader *reader,
             const ClRuleSet *rules,
             const ClYamlNode *node)
{
    ClFact *fact = g_new0(ClFact, 1);
    fact->file = g_strdup(reader->file);
    fact->line = node->line;
    fact->column = node->column;
    if (!cl_read_is(reader, node, CL_YAML_MAP, "entry",
                    "begin each entry with '- rule: ID'"))
        return fact;
    cl_read_keys(reader, node, fact_keys);
    read_rule(reader, rules, node, fact);
    read_days(reader, node, fact);
    read_figure(reader, node, fact);
    fact->source =
        copy_text(reader, node, "source",
                  "add the document it stands in: 'source: 2025年年报'");
    fact->checked_by = copy_text(reader, node, "checked_by",
                                 "add who checked it: 'checked_by: NAME'");
    fact->url = copy_text(reader, node, "url", NULL);
    fact->note = copy_text(reader, node, "note", NULL);
    return fact;
}
