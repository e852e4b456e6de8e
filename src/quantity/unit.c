/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Questions about units: what a spelling means, what it is called, and
 * whether one may stand for another.
 */
#include "quantity/vocabulary.h"

#include <string.h>

ClUnitId
cl_unit_find(const ClVocabulary *v, const char *spelling)
{
    const ClLexicon *const lexicons[] = {
        v->words[CL_WORDS_UNITS_ZH], v->words[CL_WORDS_SYMBOLS],
        v->words[CL_WORDS_UNITS_EN], v->words[CL_WORDS_UNITS_BEFORE]};
    for (size_t i = 0; i < G_N_ELEMENTS(lexicons); i++) {
        const int found = cl_lexicon_get(lexicons[i], spelling);
        if (found >= 0)
            return cl_vocabulary_spelling(v, found)->units[0];
    }
    const int named = cl_lexicon_get(v->words[CL_WORDS_UNIT_NAMES], spelling);
    return MAX(named, 0);
}

const char *
cl_unit_name(const ClVocabulary *vocabulary, ClUnitId unit)
{
    return cl_vocabulary_unit(vocabulary, unit)->contract;
}

const char *
cl_unit_label(const ClVocabulary *vocabulary, ClUnitId unit, bool chinese)
{
    const ClUnit *found = cl_vocabulary_unit(vocabulary, unit);
    return chinese ? found->label_zh : found->label_en;
}

const char *
cl_unit_dimension(const ClVocabulary *vocabulary, ClUnitId unit)
{
    return cl_vocabulary_unit(vocabulary, unit)->dimension;
}

bool
cl_unit_exists(const ClVocabulary *vocabulary, ClUnitId unit)
{
    return unit >= 0 && (guint)unit < vocabulary->units->len;
}

bool
cl_unit_is_count(const ClVocabulary *vocabulary, ClUnitId unit)
{
    return cl_vocabulary_unit(vocabulary, unit)->kind == CL_KIND_COUNT;
}

static bool
accepts_unit(const ClUnit *unit, ClUnitId other)
{
    for (guint i = 0; unit->accepts && i < unit->accepts->len; i++) {
        if (g_array_index(unit->accepts, ClUnitId, i) == other)
            return true;
    }
    return false;
}

bool
cl_unit_convert(const ClVocabulary *vocabulary,
                ClUnitId from,
                ClUnitId to,
                ClNumber *factor)
{
    *factor = cl_number_make(1, 0);
    if (from == to)
        return true;
    const ClUnit *a = cl_vocabulary_unit(vocabulary, from);
    const ClUnit *b = cl_vocabulary_unit(vocabulary, to);
    if (from == 0 || to == 0)
        return false;
    if (accepts_unit(b, from))
        return true;
    if (a->kind == CL_KIND_COUNT || b->kind == CL_KIND_COUNT)
        return false;
    if (strcmp(a->dimension, b->dimension) != 0)
        return false;
    *factor = cl_number_divide(a->factor, b->factor);
    return cl_number_valid(*factor);
}
