/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The data files become one vocabulary: units first, since hedges and words
 * name them.  A mistake anywhere refuses the whole.
 */
#include "quantity/vocabulary.h"

ClLexicon *
cl_vocabulary_lexicon(ClVocabulary *vocabulary, ClLexiconMode mode)
{
    ClLexicon *lexicon = cl_lexicon_new(mode);
    g_ptr_array_add(vocabulary->lexicons, lexicon);
    return lexicon;
}

static void
free_lexicon(gpointer lexicon)
{
    cl_lexicon_free(lexicon);
}

static void
free_tails(gpointer tails)
{
    g_ptr_array_free(tails, TRUE);
}

static void
make_unit_lexicons(ClVocabulary *v)
{
    const ClLexiconMode caseless = CL_LEXICON_CASELESS;
    v->unit_names = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->units_zh = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->units_en = cl_vocabulary_lexicon(v, caseless);
    v->symbols = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->units_before = cl_vocabulary_lexicon(v, CL_LEXICON_BACKWARD | caseless);
    v->not_units = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
}

static void
make_hedge_lexicons(ClVocabulary *v)
{
    const ClLexiconMode caseless = CL_LEXICON_CASELESS;
    const ClLexiconMode back = CL_LEXICON_BACKWARD | CL_LEXICON_CASELESS;
    v->hedges_before = cl_vocabulary_lexicon(v, back);
    v->hedges_lead = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->hedges_tight = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->hedges_after = cl_vocabulary_lexicon(v, caseless);
    v->despite = cl_vocabulary_lexicon(v, back);
}

static void
make_word_lexicons(ClVocabulary *v)
{
    const ClLexiconMode caseless = CL_LEXICON_CASELESS;
    const ClLexiconMode back = CL_LEXICON_BACKWARD | CL_LEXICON_CASELESS;
    v->english = cl_vocabulary_lexicon(v, caseless);
    v->brief = cl_vocabulary_lexicon(v, caseless);
    v->letters = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->money_letters = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->chinese_letters = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->phrases = cl_vocabulary_lexicon(v, caseless);
    v->ranges = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->range_before = cl_vocabulary_lexicon(v, back);
    v->range_after = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->range_from = cl_vocabulary_lexicon(v, back);
    v->span_words = cl_vocabulary_lexicon(v, back);
    v->range_skip = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->pronouns = cl_vocabulary_lexicon(v, back);
    v->shy = cl_vocabulary_lexicon(v, caseless);
    v->articles = cl_vocabulary_lexicon(v, back);
    v->bounds = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->joints = cl_vocabulary_lexicon(v, CL_LEXICON_FORWARD);
    v->fillers = cl_vocabulary_lexicon(v, back);
    v->negative = cl_vocabulary_lexicon(v, back);
    v->changes = cl_vocabulary_lexicon(v, back);
    v->names = cl_vocabulary_lexicon(v, CL_LEXICON_BACKWARD);
    v->silent = cl_vocabulary_lexicon(v, caseless);
    v->silent_back = cl_vocabulary_lexicon(v, back);
}

static ClVocabulary *
make_vocabulary(void)
{
    ClVocabulary *v = g_new0(ClVocabulary, 1);
    v->strings = g_string_chunk_new(4096);
    v->lexicons = g_ptr_array_new_with_free_func(free_lexicon);
    v->units = g_array_new(FALSE, TRUE, sizeof(ClUnit));
    v->spellings = g_array_new(FALSE, TRUE, sizeof(ClSpelling));
    v->hedges = g_array_new(FALSE, TRUE, sizeof(ClHedge));
    v->hedge_words = g_array_new(FALSE, TRUE, sizeof(ClHedgeWord));
    v->sayings = g_array_new(FALSE, TRUE, sizeof(ClSaying));
    v->silent_tails = g_ptr_array_new_with_free_func(free_tails);
    v->chars = g_new0(guint8, 0x10000);
    v->profile = "";
    make_unit_lexicons(v);
    make_hedge_lexicons(v);
    make_word_lexicons(v);
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
    g_ptr_array_free(v->lexicons, TRUE);
    g_string_chunk_free(v->strings);
    g_free(v->chars);
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
    size_t length = 0;
    const char *bytes = cl_data_get(name, &length);
    g_assert(bytes);
    load_file(vocabulary, load, bytes, length, name, notes);
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
