/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_ENTITIES_H
#define CL_RULE_ENTITIES_H

/* Lists of entities: who a rule may speak of, by all their names. */

#include "rule/read.h"

/** What a list may say of an entity in one word. */
typedef enum {
    CL_LIST_ONLY,    /* the option that is all that its figures are of */
    CL_LIST_COUNTED, /* the one rule that counts what it has */
    CL_LIST_MONEY,   /* the currency of its accounts: "JPY" */
    CL_LIST_WORDS
} ClListWord;

/** What an entity is called: its first spelling of either script, or NULL. */
typedef struct {
    const char *han, *latin;
} ClEntityLabel;

typedef struct ClEntityList {
    char *name;       /* "ev-makers" */
    GPtrArray *names; /* of char *: the entities, in the files' order */
    GArray *terms;    /* of ClRawTerm; use.option is the entity's index */
    GArray *fiscal;   /* of int: the month an entity's fiscal year ends in,
                           or 0 */
    GArray *varies;   /* of int: 1 where its year is called after either of
                           the two years it lies in */
    GArray *wholes;   /* of int: one more than the index of the entity that
                              an entity is a part of, or 0 */
    GPtrArray *words[CL_LIST_WORDS]; /* of char *: of each entity, or NULL */
    GArray *variants;    /* of ClRawTerm: words behind a model that make another
                              one of it */
    GPtrArray *families; /* of char *: of each entity what is left of its name
                            without its code, or NULL; filled with uses */
    GHashTable *shapes;  /* of char *: "xiaomi|99" for xiaomi-17 */
    GPtrArray *own_unit; /* of const ClTermText *: what is told under such a
                            spelling has the rule's unit and no other that it
                            takes */
    GArray *uses;        /* of ClRawTerm: what a rule of all of them is given;
                           NULL before the first such rule */
    GArray *options;     /* of ClFacetOption: names, as those of a facet */
    GArray *full_names;  /* of uint32_t: a term of each; empty before the
                              first such rule is in the table of terms */
    GArray *labels;      /* of ClEntityLabel: of each, as its list writes it */
    GStringChunk *written; /* the texts of labels */
    GHashTable *entities;  /* each of names -> where it was met */
    GHashTable *spellings; /* each ClTermText of terms -> where it was met */
} ClEntityList;

/** The spellings of an entity, side by side: of ClRawTerm. */
const ClRawTerm *cl_entities_spellings(const ClEntityList *list,
                                       unsigned entity,
                                       size_t *count);

/** Which of the list's names it is; -1 if it is none. */
int cl_entities_index(const ClEntityList *list, const char *name);

/** True for a map with 'list' in it: no rule. */
bool cl_entities_is_list(const ClYamlNode *node);

/** An array of ClEntityList * that frees them. */
GPtrArray *cl_entity_lists_new(void);

/**
 * Reads one list of entities, or a further part of one, into lists; mistakes
 * are notes.
 */
void cl_entities_read(const ClReader *reader,
                      const ClYamlNode *node,
                      GPtrArray *lists);

/**
 * The list of that name; an error with the nearest name if there is none.
 *
 * at  the node that names it
 */
ClEntityList *cl_entities_find(const ClReader *reader, const ClYamlNode *at);

/** Learns of a spelling 小米17 that models of 小米 have codes of two digits. */
void cl_entities_learn_family(const ClReader *reader,
                              ClEntityList *list,
                              ClRawTerm term,
                              GHashTable *added);

/**
 * The terms of a rule whose subject is the list, of ClRawTerm: each spelling
 * as a subject and as an option of a facet (whose number is not known yet),
 * and what is left of 小鹏P7 where its maker is named.
 *
 * list  no part of it is read any more
 */
const GArray *cl_entities_uses(const ClReader *reader, ClEntityList *list);

#endif
