/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TESTS_WORLD_H
#define CL_TESTS_WORLD_H

/* A small world for tests of extract and check: rules and articles in C. */

#include "extract/extract.h"
#include "unit.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    ClVocabulary *vocabulary;
    ClRuleSet *rules;
    ClNotes *notes;
    ClClaims *claims;
} World;

static inline World
world_new(const char *rules)
{
    World world = {.notes = cl_notes_new(), .claims = cl_claims_new()};
    world.vocabulary = cl_vocabulary_new(world.notes);
    ck_assert_ptr_nonnull(world.vocabulary);
    world.rules = cl_rule_set_parse(rules, strlen(rules), "test.yaml",
                                    world.vocabulary, world.notes);
    for (size_t i = 0; i < cl_notes_count(world.notes); i++)
        printf("%u: %s\n", cl_notes_get(world.notes, i)->line,
               cl_notes_get(world.notes, i)->message);
    ck_assert_ptr_nonnull(world.rules);
    return world;
}

static inline void
world_read(World *world, const char *path, const char *text)
{
    g_autoptr(ClArticle) article =
        cl_article_new(path, g_strdup(text), strlen(text), world->notes);
    ck_assert_ptr_nonnull(article);
    cl_extract_claims(article, world->rules, world->claims, world->notes);
}

static inline void
world_free(World *world)
{
    cl_claims_free(world->claims);
    cl_rule_set_free(world->rules);
    cl_vocabulary_free(world->vocabulary);
    cl_notes_free(world->notes);
}

#endif
