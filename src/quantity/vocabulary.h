/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_VOCABULARY_H
#define CL_QUANTITY_VOCABULARY_H

/*
 * The data files compiled: words found by lexicons, which give indexes into
 * tables of what they mean.  Private to the folder.
 */

#include "quantity/hedge.h"
#include "quantity/lexicon.h"
#include "quantity/quantity.h"

/* ---- Units ------------------------------------------------------------- */

typedef enum {
    CL_UNIT_GENERIC = 1,
    CL_UNIT_ARTICLE = 2,
    CL_UNIT_WINDOW = 4,
    CL_UNIT_DECIMAL = 8,
    CL_UNIT_SIGNED = 16, /* may be below zero: no floor under "less than" */
    CL_UNIT_SPOKEN = 32, /* one character before it is a round word */
    CL_UNIT_SHY = 64,    /* its symbols are words too */
} ClUnitFlags;

typedef struct {
    const char *name;     /* "square_metre" */
    const char *contract; /* what the world sees: "year" for an age */
    const char *dimension;
    const char *label_zh, *label_en;
    ClNumber factor;
    ClNumber rest; /* 1/60: what a number after an hour counts */
    ClQuantityKind kind;
    unsigned flags;     /* of ClUnitFlags */
    ClUnitId becomes;   /* 成 is read as percent; 0 for itself */
    ClNumber by, below; /* its number times by, where below that */
    const char *holds;  /* a year holds months ... */
    ClNumber times;     /* ... 12 of them; NULL for units like others */
    GArray *accepts;    /* of ClUnitId, NULL for none */
} ClUnit;

#define CL_SPELLING_UNITS 4

/** Units that one spelling may mean; unused places are 0. */
typedef struct {
    ClUnitId units[CL_SPELLING_UNITS];
} ClSpelling;

/* ---- Characters and words of numbers ----------------------------------- */

typedef enum {
    CL_CHAR_NONE,
    CL_CHAR_DIGIT,        /* 三 */
    CL_CHAR_FORMAL,       /* 叁: alone an ordinary word */
    CL_CHAR_TENS,         /* 廿 */
    CL_CHAR_SCALE,        /* 万 */
    CL_CHAR_FORMAL_SCALE, /* 仟 */
    CL_CHAR_OPENER,       /* opens 几十, 第三, 半年, 翻番 */
} ClCharRole;

typedef enum {
    CL_WORD_DIGIT,
    CL_WORD_TEEN,
    CL_WORD_TENS,
    CL_WORD_HUNDRED,
    CL_WORD_SCALE,
    CL_WORD_DOZEN,
    CL_WORD_HALF,    /* value: what one is divided by */
    CL_WORD_ORDINAL, /* third, also of two thirds */
    CL_WORD_ORDINAL_SCALE,
    CL_WORD_O, /* o in "point o six" */
} ClWordRole;

/** role and value as one meaning of a lexicon. */
static inline int
cl_word_meaning(ClWordRole role, int value)
{
    return (int)role * 256 + value;
}

static inline ClWordRole
cl_word_role(int meaning)
{
    return (ClWordRole)(meaning / 256);
}

static inline int
cl_word_value(int meaning)
{
    return meaning % 256;
}

/** A phrase that is a figure: 一半, 翻两番, dozens of. */
typedef struct {
    ClNumber value, upper;
    bool ranged; /* upper was given */
    bool whole;  /* only where nothing else stands in the text */
    ClQuantityKind kind;
    ClForm form;
    ClUnitId unit;
    int hedge; /* index, 0 for none */
} ClSaying;

typedef enum {
    CL_RANGE_PLAIN = 1,
    CL_RANGE_BETWEEN = 2,
    CL_RANGE_ESTIMATE = 4,
} ClRangeRole;

typedef enum {
    CL_CHANGE_GROWTH,
    CL_CHANGE_DECLINE,
    CL_CHANGE_TO,
    CL_CHANGE_KEEP,
} ClChangeRole;

typedef enum {
    CL_GRAMMAR_POINT,
    CL_GRAMMAR_FRACTION,
    CL_GRAMMAR_PLUS,
    CL_GRAMMAR_HALF,
    CL_GRAMMAR_ORDINAL,
    CL_GRAMMAR_TOP,
    CL_GRAMMAR_LINK,
    CL_GRAMMAR_DOZEN,
    CL_GRAMMAR_COUNT
} ClGrammar;

struct ClVocabulary {
    GStringChunk *strings;
    GPtrArray *lexicons; /* owns all lexicons below */

    GArray *units;     /* of ClUnit; 0 is "no unit" */
    GArray *spellings; /* of ClSpelling */
    ClLexicon *unit_names;
    ClLexicon *units_zh, *units_en, *symbols, *units_before;
    ClLexicon *not_units;

    GArray *hedges;      /* of ClHedge; 0 is "exact" */
    GArray *hedge_words; /* of ClHedgeWord */
    const char *profile;
    ClLexicon *hedges_before, *hedges_lead, *hedges_tight, *hedges_after;
    ClLexicon *despite;

    guint8 *chars;                            /* of 65536: role * 16 + value */
    const char *grammar[CL_GRAMMAR_COUNT][4]; /* NULL after the last */
    ClLexicon *english, *letters, *money_letters, *chinese_letters;
    ClLexicon *brief; /* scales that no number starts with: bn */
    GArray *sayings;  /* of ClSaying */
    ClLexicon *phrases;
    ClLexicon *ranges, *range_before, *range_after, *range_from, *span_words,
        *range_skip;
    ClLexicon *bounds, *joints, *fillers, *negative, *changes, *names,
        *articles, *pronouns, *shy;
    ClLexicon *silent;       /* words from their first number character */
    ClLexicon *silent_back;  /* words that begin before it, up to it */
    GPtrArray *silent_tails; /* of GPtrArray of what follows it */
};

static inline const ClUnit *
cl_vocabulary_unit(const ClVocabulary *vocabulary, ClUnitId unit)
{
    return &g_array_index(vocabulary->units, ClUnit, unit);
}

static inline const ClHedge *
cl_vocabulary_hedge(const ClVocabulary *vocabulary, int hedge)
{
    return &g_array_index(vocabulary->hedges, ClHedge, hedge);
}

static inline const ClSpelling *
cl_vocabulary_spelling(const ClVocabulary *vocabulary, int spelling)
{
    return &g_array_index(vocabulary->spellings, ClSpelling, spelling);
}

/** A lexicon that the vocabulary owns. */
ClLexicon *cl_vocabulary_lexicon(ClVocabulary *vocabulary, ClLexiconMode mode);

/* The three files' readers; mistakes become notes. */
void cl_vocabulary_load_units(ClVocabulary *vocabulary,
                              const ClYaml *yaml,
                              const char *file,
                              ClNotes *notes);
void cl_vocabulary_load_hedges(ClVocabulary *vocabulary,
                               const ClYaml *yaml,
                               const char *file,
                               ClNotes *notes);
void cl_vocabulary_load_words(ClVocabulary *vocabulary,
                              const ClYaml *yaml,
                              const char *file,
                              ClNotes *notes);
/** The same for words that hold number characters and mean none. */
void cl_vocabulary_load_silence(ClVocabulary *vocabulary,
                                const ClYamlNode *words,
                                bool silent);

/* ---- Reading data files ------------------------------------------------ */

/** A data file being read: whom to tell about mistakes. */
typedef struct {
    const char *file;
    ClNotes *notes;
} ClDataFile;

void cl_data_mistake(const ClDataFile *data,
                     const ClYamlNode *node,
                     const char *hint,
                     const char *format,
                     ...) G_GNUC_PRINTF(4, 5);

/** Notes every key of a map that is not among known (NULL-ended). */
void cl_data_check_keys(const ClDataFile *data,
                        const ClYamlNode *map,
                        const char *const *known);

/** Text of key; NULL, with a note if needed, where it is missing. */
const char *cl_data_text(const ClDataFile *data,
                         const ClYamlNode *map,
                         const char *key,
                         bool needed);
/** The number of key, or otherwise. */
ClNumber cl_data_number(const ClDataFile *data,
                        const ClYamlNode *map,
                        const char *key,
                        ClNumber otherwise);
/** yes or no of key. */
bool cl_data_flag(const ClDataFile *data,
                  const ClYamlNode *map,
                  const char *key);
/** The list of key, NULL where it is missing; items are text. */
const ClYamlNode *cl_data_list(const ClDataFile *data,
                               const ClYamlNode *map,
                               const char *key);
/** The map of key, NULL where it is missing. */
const ClYamlNode *cl_data_map(const ClDataFile *data,
                              const ClYamlNode *map,
                              const char *key);

#endif
