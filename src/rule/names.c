/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every entity of every list is a name to all rules, whether they ask for its
 * list or not; and a maker belongs to its model where the list spells the
 * model with the maker's name (小米SU7), or where a rule's title names it.
 * The list 'sources' names who counts instead.
 */
#include "rule/names.h"

#include <string.h>

#include "rule/set.h"
#include "text/text.h"

static void
add_list(ClTerms *terms, const ClEntityList *list, unsigned number)
{
    const bool source = strcmp(list->name, "sources") == 0;
    for (size_t i = 0; i < list->terms->len; i++) {
        const ClRawTerm *term = &g_array_index(list->terms, ClRawTerm, i);
        const ClTermUse use = {0, source ? CL_ROLE_SOURCE : CL_ROLE_NAME,
                               (uint8_t)number, term->use.option};
        cl_terms_add(terms, term->word, use);
    }
}

void
cl_names_add(ClTerms *terms, const GPtrArray *lists)
{
    for (unsigned i = 0; i < MIN(lists->len, UINT8_MAX); i++)
        add_list(terms, lists->pdata[i], i);
}

/* Whether a text holds one of the spellings of an entity. */
static bool
holds_entity(const ClEntityList *list, unsigned entity, const char *text)
{
    size_t count;
    const ClRawTerm *terms = cl_entities_spellings(list, entity, &count);
    for (size_t i = 0; i < count; i++)
        if (terms[i].word->regex ? cl_regex_matches(terms[i].word->text, text)
                                 : strstr(text, terms[i].word->text) != NULL)
            return true;
    return false;
}

/* Whether a spelling of one entity holds a spelling of the other. */
static bool
is_spelt_with(const ClEntityList *list,
              unsigned entity,
              const ClEntityList *makers,
              unsigned maker)
{
    size_t count;
    const ClRawTerm *terms = cl_entities_spellings(list, entity, &count);
    for (size_t i = 0; i < count; i++)
        if (!terms[i].word->regex &&
            holds_entity(makers, maker, terms[i].word->text))
            return true;
    return false;
}

bool
cl_rule_one_subject(const ClRule *a,
                    const char *x,
                    const ClRule *b,
                    const char *y)
{
    if (!x || !y || !a->list || !b->list || a->list == b->list)
        return g_strcmp0(x, y) == 0;
    const int i = cl_entities_index(a->list, x);
    const int j = cl_entities_index(b->list, y);
    return i >= 0 && j >= 0 &&
           (is_spelt_with(a->list, (unsigned)i, b->list, (unsigned)j) ||
            is_spelt_with(b->list, (unsigned)j, a->list, (unsigned)i));
}

bool
cl_rule_is_part(const ClRule *rule, const char *part, const char *whole)
{
    const int i = rule->list && part ? cl_entities_index(rule->list, part) : -1;
    const int outer = i < 0 ? 0 : g_array_index(rule->list->wholes, int, i);
    return outer && whole &&
           strcmp(rule->list->names->pdata[outer - 1], whole) == 0;
}

const char *
cl_rule_house(const ClRule *rule, const char *entity)
{
    enum { DEEPEST = 4 };
    int i = rule->list && entity ? cl_entities_index(rule->list, entity) : -1;
    for (int depth = 0; i >= 0 && depth < DEEPEST; depth++) {
        const int outer = g_array_index(rule->list->wholes, int, i);
        if (!outer)
            break;
        i = outer - 1;
    }
    return i < 0 ? entity : rule->list->names->pdata[i];
}

const char *
cl_rule_label(const ClRule *rule, const char *entity, bool chinese)
{
    const int i =
        rule->list && entity ? cl_entities_index(rule->list, entity) : -1;
    if (i < 0)
        return entity;
    const ClEntityLabel label =
        g_array_index(rule->list->labels, ClEntityLabel, i);
    const char *first = chinese ? label.han : label.latin;
    const char *other = chinese ? label.latin : label.han;
    return first ? first : other ? other : entity;
}

bool
cl_rule_set_is_part_of_any(const ClRuleSet *rules, uint32_t part)
{
    size_t count;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *uses = cl_rule_set_uses(rules, part, &count);
    for (size_t i = 0; i < count; i++) {
        const ClEntityList *list =
            uses[i].role == CL_ROLE_NAME ? lists->pdata[uses[i].facet] : NULL;
        if (list && g_array_index(list->wholes, int, uses[i].option))
            return true;
    }
    return false;
}

bool
cl_rule_set_is_part(const ClRuleSet *rules, uint32_t part, uint32_t whole)
{
    size_t part_count, whole_count;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *x = cl_rule_set_uses(rules, part, &part_count);
    const ClTermUse *y = cl_rule_set_uses(rules, whole, &whole_count);
    for (size_t i = 0; i < part_count; i++) {
        if (x[i].role != CL_ROLE_NAME)
            continue;
        const ClEntityList *list = lists->pdata[x[i].facet];
        const int outer = g_array_index(list->wholes, int, x[i].option);
        for (size_t j = 0; outer && j < whole_count; j++)
            if (y[j].role == CL_ROLE_NAME && y[j].facet == x[i].facet &&
                y[j].option + 1 == outer)
                return true;
    }
    return false;
}

static bool
is_maker_of(const ClRuleSet *rules, const ClTermUse *maker, uint32_t subject)
{
    size_t count = 0;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *uses =
        subject == UINT32_MAX ? NULL : cl_rule_set_uses(rules, subject, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_NAME &&
            is_spelt_with(lists->pdata[uses[i].facet], uses[i].option,
                          lists->pdata[maker->facet], maker->option))
            return true;
    return false;
}

bool
cl_rule_set_same_house(const ClRuleSet *rules,
                       uint32_t rule,
                       uint32_t subject,
                       uint32_t name)
{
    size_t count;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *uses = cl_rule_set_uses(rules, name, &count);
    g_autofree char *title = cl_fold_term(cl_rule_set_get(rules, rule)->title);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_NAME &&
            (holds_entity(lists->pdata[uses[i].facet], uses[i].option, title) ||
             is_maker_of(rules, &uses[i], subject)))
            return true;
    return false;
}

/* The list that says when the fiscal year of an entity ends, and which of its
   entities that is; NULL: none does. */
static const ClEntityList *
find_fiscal(const ClRuleSet *rules, uint32_t term, unsigned *entity)
{
    size_t count = 0;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *uses =
        term == UINT32_MAX ? NULL : cl_rule_set_uses(rules, term, &count);
    for (size_t i = 0; i < count; i++) {
        const ClEntityList *list =
            uses[i].role == CL_ROLE_NAME ? lists->pdata[uses[i].facet] : NULL;
        *entity = uses[i].option;
        if (list && g_array_index(list->fiscal, int, uses[i].option))
            return list;
    }
    return NULL;
}

int
cl_rule_set_fiscal_end(const ClRuleSet *rules, uint32_t term)
{
    unsigned entity;
    const ClEntityList *list = find_fiscal(rules, term, &entity);
    return list ? g_array_index(list->fiscal, int, entity) : 0;
}

bool
cl_rule_set_fiscal_varies(const ClRuleSet *rules, uint32_t term)
{
    unsigned entity;
    const ClEntityList *list = find_fiscal(rules, term, &entity);
    return list && g_array_index(list->varies, int, entity);
}

const char *
cl_rule_set_entity_of(const ClRuleSet *rules, uint32_t rule, uint32_t term)
{
    size_t count = 0;
    const ClEntityList *own = cl_rule_set_get(rules, rule)->list;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *uses =
        term == UINT32_MAX ? NULL : cl_rule_set_uses(rules, term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_NAME && lists->pdata[uses[i].facet] == own)
            return own->names->pdata[uses[i].option];
    return NULL;
}

/* The word that some list has for an entity; NULL: none. */
static const char *
word_of(const ClRuleSet *rules, uint32_t term, ClListWord which)
{
    size_t count = 0;
    const char *word = NULL;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *uses =
        term == UINT32_MAX ? NULL : cl_rule_set_uses(rules, term, &count);
    for (size_t i = 0; i < count && !word; i++)
        if (uses[i].role == CL_ROLE_NAME) {
            const ClEntityList *list = lists->pdata[uses[i].facet];
            word = list->words[which]->pdata[uses[i].option];
        }
    return word;
}

const char *
cl_rule_set_only(const ClRuleSet *rules, uint32_t term)
{
    return word_of(rules, term, CL_LIST_ONLY);
}

const char *
cl_rule_set_counted_in(const ClRuleSet *rules, uint32_t term)
{
    return word_of(rules, term, CL_LIST_COUNTED);
}

const char *
cl_rule_set_money(const ClRuleSet *rules, uint32_t term)
{
    return word_of(rules, term, CL_LIST_MONEY);
}

uint32_t
cl_rule_set_whole_of(const ClRuleSet *rules, uint32_t rule, uint32_t part)
{
    size_t count = 0;
    const ClEntityList *own = cl_rule_set_get(rules, rule)->list;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *uses =
        part == UINT32_MAX ? NULL : cl_rule_set_uses(rules, part, &count);
    for (size_t i = 0; i < count; i++) {
        if (uses[i].role != CL_ROLE_NAME || lists->pdata[uses[i].facet] != own)
            continue;
        const int whole = g_array_index(own->wholes, int, uses[i].option);
        if (whole && (unsigned)whole <= own->full_names->len)
            return g_array_index(own->full_names, uint32_t, whole - 1);
    }
    return UINT32_MAX;
}

bool
cl_rule_set_wants_own_unit(const ClRuleSet *rules, uint32_t rule, uint32_t term)
{
    const ClEntityList *own = cl_rule_set_get(rules, rule)->list;
    for (unsigned i = 0; own && i < own->own_unit->len; i++) {
        const ClTermText *word = own->own_unit->pdata[i];
        if (word->term && word->term - 1 == term)
            return true;
    }
    return false;
}

const char *
cl_rule_set_source(const ClRuleSet *rules, uint32_t term)
{
    size_t count;
    const GPtrArray *lists = cl_rule_set_lists(rules);
    const ClTermUse *uses = cl_rule_set_uses(rules, term, &count);
    for (size_t i = 0; i < count; i++) {
        if (uses[i].role != CL_ROLE_SOURCE)
            continue;
        const ClEntityList *list = lists->pdata[uses[i].facet];
        return list->names->pdata[uses[i].option];
    }
    return NULL;
}
