/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 小米17 Pro…，Pro Max…: a model by the word that tells it from one named before.
 * The other's spellings lose their own such words and get this one instead;
 * what comes out must be a spelling of the list.
 */
#include "rule/entities.h"
#include "rule/set.h"

#include <string.h>

/* The longest word of the list that a name ends with, as a word of its own. */
static size_t
tail_of(const ClEntityList *list, const char *name, size_t length)
{
    size_t longest = 0;
    for (unsigned i = 0; i < list->variants->len; i++) {
        const char *word =
            g_array_index(list->variants, ClRawTerm, i).word->text;
        const size_t tail = strlen(word);
        if (tail >= length || tail <= longest ||
            memcmp(name + length - tail, word, tail) != 0 ||
            (g_ascii_isalpha(*word) &&
             g_ascii_isalpha(name[length - tail - 1])))
            continue;
        longest = tail;
    }
    return longest;
}

/* 小米17 of 小米17 pro max. */
static char *
strip(const ClEntityList *list, const char *name)
{
    size_t length = strlen(name);
    for (size_t tail; (tail = tail_of(list, name, length));)
        for (length -= tail; length > 1 && name[length - 1] == ' ';)
            length--;
    return g_strndup(name, length);
}

static bool
is_subject(const ClRuleSet *rules, uint32_t rule, uint32_t term)
{
    size_t count = 0;
    const ClTermUse *uses =
        term == UINT32_MAX ? NULL
                           : cl_rule_set_uses_of(rules, term, rule, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_SUBJECT)
            return true;
    return false;
}

static uint32_t
find_spelling(const ClRuleSet *rules,
              uint32_t rule,
              const char *base,
              const char *word)
{
    const char *const joints[] = {" ", ""};
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++) {
        g_autofree char *name = g_strconcat(base, joints[i], word, NULL);
        g_strchomp(name);
        const uint32_t term = cl_rule_set_literal(rules, name);
        if (is_subject(rules, rule, term))
            return term;
    }
    return UINT32_MAX;
}

static bool
is_plain(const ClRuleSet *rules, uint32_t rule, uint32_t variant)
{
    size_t count;
    const ClTermUse *uses = cl_rule_set_uses_of(rules, variant, rule, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_VARIANT &&
            uses[i].option == CL_VARIANT_PLAIN)
            return true;
    return false;
}

/* Which entity of its rule's list a term names, -1 for none. */
static int
entity_of(const ClRuleSet *rules, uint32_t rule, uint32_t term)
{
    size_t count;
    const ClTermUse *uses = cl_rule_set_uses_of(rules, term, rule, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_SUBJECT)
            return uses[i].option;
    return -1;
}

uint32_t
cl_rule_set_sibling(const ClRuleSet *rules,
                    uint32_t rule,
                    uint32_t term,
                    uint32_t variant)
{
    const ClEntityList *list = cl_rule_set_get(rules, rule)->list;
    const int entity = list ? entity_of(rules, rule, term) : -1;
    const char *word = is_plain(rules, rule, variant)
                           ? ""
                           : cl_rule_set_term_text(rules, variant);
    size_t count = 0;
    const ClRawTerm *names =
        entity < 0 ? NULL
                   : cl_entities_spellings(list, (unsigned)entity, &count);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *base =
            names[i].word->regex ? NULL : strip(list, names[i].word->text);
        const uint32_t found =
            base ? find_spelling(rules, rule, base, word) : UINT32_MAX;
        if (found != UINT32_MAX)
            return found;
    }
    return UINT32_MAX;
}
