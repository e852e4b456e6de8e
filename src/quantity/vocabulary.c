/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The data files become one vocabulary: units first, since hedges and words
 * name them.  A mistake anywhere refuses the whole.
 */
#include "quantity/vocabulary.h"

#include <string.h>

static void
free_tails(gpointer tails)
{
    g_ptr_array_free(tails, TRUE);
}

static ClLexiconMode
mode_of(ClWords words)
{
    switch (words) {
    case CL_WORDS_UNITS_EN:
    case CL_WORDS_SHY:
    case CL_WORDS_HEDGES_AFTER:
    case CL_WORDS_ENGLISH:
    case CL_WORDS_BRIEF:
    case CL_WORDS_PHRASES:
    case CL_WORDS_TIMES:
    case CL_WORDS_SILENT:
        return CL_LEXICON_CASELESS;
    case CL_WORDS_NAMES:
        return CL_LEXICON_BACKWARD;
    default:
        return words >= CL_WORDS_FORWARD && words < CL_WORDS_BOTH_WAYS
                   ? CL_LEXICON_BACKWARD | CL_LEXICON_CASELESS
                   : CL_LEXICON_FORWARD;
    }
}

/* ---- Marks ------------------------------------------------------------- */

/* What a character is by itself it is whatever stands beside it. */
static void
mark_as(ClOpening *character, ClMarks marks)
{
    character->begins |= marks;
    character->alone |= marks;
}

/* Letters and digits are ASCII: a text is folded. */
static void
mark_ascii(ClVocabulary *v)
{
    ClOpening *bytes = v->openings->bytes;
    for (gunichar c = 0; c < 0x80; c++) {
        if (g_ascii_isdigit(c))
            mark_as(&bytes[c], CL_MARK_DIGIT | CL_MARK_START);
        if (g_ascii_isalpha(c))
            mark_as(&bytes[c], CL_MARK_LETTER | CL_MARK_START);
    }
    mark_as(&bytes['.'], CL_MARK_START);
}

void
cl_vocabulary_set_role(ClVocabulary *v,
                       const char *character,
                       ClCharRole role,
                       int value)
{
    const gunichar c = g_utf8_get_char(character);
    if (c < 0x800 || c > 0xFFFF ||
        v->openings->characters[c].begins >> CL_MARKS_ROLE)
        return;
    const ClMarks number = (ClMarks)((int)role * 16 + value);
    const ClMarks counts = role == CL_CHAR_OPENER ? 0 : CL_MARK_COUNTS;
    mark_as(&v->openings->characters[c],
            number << CL_MARKS_ROLE | CL_MARK_START | counts);
}

static void
mark_openings(ClVocabulary *v)
{
    for (int words = 0; words < CL_WORDS_BOTH_WAYS; words++)
        cl_lexicon_mark(v->words[words], CL_MARK(words), v->openings);
}

/* ---- Known by name ----------------------------------------------------- */

static ClUnitId
unit_named(const ClVocabulary *v, const char *name)
{
    return cl_lexicon_get(v->words[CL_WORDS_UNIT_NAMES], name);
}

static int
hedge_named(const ClVocabulary *v, const char *name)
{
    for (guint i = 1; i < v->hedges->len; i++) {
        if (strcmp(cl_vocabulary_hedge(v, (int)i)->name, name) == 0)
            return (int)i;
    }
    return 0;
}

static void
find_named(ClVocabulary *v)
{
    v->percent = unit_named(v, "percent");
    v->year = unit_named(v, "year");
    v->month = unit_named(v, "month");
    v->quarter = unit_named(v, "quarter");
    v->day = unit_named(v, "day");
    v->yuan = unit_named(v, "CNY");
    v->jiao = unit_named(v, "CNY_jiao");
    v->fen = unit_named(v, "CNY_fen");
    v->spoken = hedge_named(v, "spoken");
}

/* ---- Life -------------------------------------------------------------- */

static ClVocabulary *
make_vocabulary(void)
{
    ClVocabulary *v = g_new0(ClVocabulary, 1);
    v->strings = g_string_chunk_new(4096);
    v->units = g_array_new(FALSE, TRUE, sizeof(ClUnit));
    v->spellings = g_array_new(FALSE, TRUE, sizeof(ClSpelling));
    v->hedges = g_array_new(FALSE, TRUE, sizeof(ClHedge));
    v->hedge_words = g_array_new(FALSE, TRUE, sizeof(ClHedgeWord));
    v->sayings = g_array_new(FALSE, TRUE, sizeof(ClSaying));
    v->silent_tails = g_ptr_array_new_with_free_func(free_tails);
    v->openings = cl_openings_new();
    v->profile = "";
    mark_ascii(v);
    for (int words = 0; words < CL_WORDS_COUNT; words++)
        v->words[words] = cl_lexicon_new(mode_of((ClWords)words));
    const ClUnit none = {.name = "",
                         .contract = "",
                         .dimension = "",
                         .label_zh = "",
                         .label_en = "",
                         .factor = cl_number_make(1, 0),
                         .rest = cl_number_make(0, 0)};
    const ClHedge exact = {.name = "exact",
                           .hard_text = "[v, v]",
                           .usual_text = "[v, v]",
                           .shape = CL_SHAPE_POINT};
    const ClHedgeWord nothing = {{0}};
    g_array_append_val(v->units, none);
    g_array_append_val(v->hedges, exact);
    g_array_append_val(v->hedge_words, nothing);
    return v;
}

void
cl_vocabulary_free(ClVocabulary *v)
{
    if (!v)
        return;
    for (guint i = 0; i < v->units->len; i++) {
        GArray *accepts = g_array_index(v->units, ClUnit, i).accepts;
        if (accepts)
            g_array_free(accepts, TRUE);
    }
    g_array_free(v->units, TRUE);
    g_array_free(v->spellings, TRUE);
    g_array_free(v->hedges, TRUE);
    g_array_free(v->hedge_words, TRUE);
    g_array_free(v->sayings, TRUE);
    g_ptr_array_free(v->silent_tails, TRUE);
    for (int words = 0; words < CL_WORDS_COUNT; words++)
        cl_lexicon_free(v->words[words]);
    g_string_chunk_free(v->strings);
    g_free(v->openings);
    g_free(v);
}

typedef void Loader(ClVocabulary *vocabulary,
                    const ClYaml *yaml,
                    const char *file,
                    ClNotes *notes);

static void
load_file(ClVocabulary *vocabulary,
          Loader *load,
          const char *bytes,
          size_t length,
          const char *name,
          ClNotes *notes)
{
    g_autoptr(ClYaml) yaml = cl_yaml_parse(bytes, length, name, notes);
    if (yaml)
        load(vocabulary, yaml, name, notes);
}

static void
load_shipped(ClVocabulary *vocabulary,
             Loader *load,
             const char *name,
             ClNotes *notes)
{
    g_autoptr(ClYaml) yaml = cl_data_read(name);
    g_assert(yaml);
    load(vocabulary, yaml, name, notes);
}

ClVocabulary *
cl_vocabulary_new_from(const char *units,
                       size_t units_length,
                       const char *units_name,
                       const char *hedges,
                       size_t hedges_length,
                       const char *hedges_name,
                       ClNotes *notes)
{
    const size_t errors = cl_notes_errors(notes);
    g_autoptr(ClVocabulary) v = make_vocabulary();
    if (units)
        load_file(v, cl_vocabulary_load_units, units, units_length, units_name,
                  notes);
    else
        load_shipped(v, cl_vocabulary_load_units, "units.yaml", notes);
    if (hedges)
        load_file(v, cl_vocabulary_load_hedges, hedges, hedges_length,
                  hedges_name, notes);
    else
        load_shipped(v, cl_vocabulary_load_hedges, "hedges.yaml", notes);
    if (cl_notes_errors(notes) == errors)
        load_shipped(v, cl_vocabulary_load_words, "numerals.yaml", notes);
    cl_vocabulary_load_times(v);
    mark_openings(v);
    find_named(v);
    return cl_notes_errors(notes) == errors ? g_steal_pointer(&v) : NULL;
}

ClVocabulary *
cl_vocabulary_new(ClNotes *notes)
{
    return cl_vocabulary_new_from(NULL, 0, NULL, NULL, 0, NULL, notes);
}

const char *
cl_vocabulary_hedge_profile(const ClVocabulary *vocabulary)
{
    return vocabulary->profile;
}
