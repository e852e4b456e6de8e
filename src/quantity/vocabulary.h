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
    CL_UNIT_PARTS = 128, /* a smaller unit may be added: hours and minutes */
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
    CL_PER_WORD,
    CL_PER_ARTICLE, /* a, an: before some units only */
} ClPerRole;

typedef enum {
    CL_CHANGE_GROWTH,
    CL_CHANGE_DECLINE,
    CL_CHANGE_TO,
    CL_CHANGE_KEEP,
} ClChangeRole;

/* ---- Lists of words ---------------------------------------------------- */

typedef enum {
    /* read forwards */
    CL_WORDS_UNITS_ZH,
    CL_WORDS_UNITS_EN,
    CL_WORDS_SYMBOLS,
    CL_WORDS_NOT_UNITS,
    CL_WORDS_SHY,
    CL_WORDS_HEDGES_LEAD,
    CL_WORDS_HEDGES_TIGHT,
    CL_WORDS_HEDGES_AFTER,
    CL_WORDS_ENGLISH,
    CL_WORDS_BRIEF, /* scales that no number starts with: bn */
    CL_WORDS_LETTERS,
    CL_WORDS_MONEY_LETTERS,
    CL_WORDS_CHINESE_LETTERS,
    CL_WORDS_POINT, /* from here to DOZEN: grammar, without a meaning */
    CL_WORDS_FRACTION,
    CL_WORDS_PLUS,
    CL_WORDS_HALF,
    CL_WORDS_ORDINAL,
    CL_WORDS_TOP,
    CL_WORDS_LINK,
    CL_WORDS_DOZEN,
    CL_WORDS_PHRASES,
    CL_WORDS_RANGES,
    CL_WORDS_RANGE_AFTER,
    CL_WORDS_RANGE_SKIP,
    CL_WORDS_BOUNDS,
    CL_WORDS_PER,
    CL_WORDS_TIMES_OF_DAY,
    CL_WORDS_DATES,
    CL_WORDS_JOINTS,
    CL_WORDS_CHANGES_BEHIND,
    CL_WORDS_TIMES,  /* first words of times, see cl_time_learn */
    CL_WORDS_SILENT, /* from their first number character */
    CL_WORDS_FORWARD,
    /* read backwards */
    CL_WORDS_UNITS_BEFORE = CL_WORDS_FORWARD,
    CL_WORDS_HEDGES_BEFORE,
    CL_WORDS_DESPITE,
    CL_WORDS_RANGE_BEFORE,
    CL_WORDS_RANGE_FROM,
    CL_WORDS_RANGE_MOVES,
    CL_WORDS_SPAN_WORDS,
    CL_WORDS_ARTICLES,
    CL_WORDS_PRONOUNS,
    CL_WORDS_FILLERS,
    CL_WORDS_NEGATIVE,
    CL_WORDS_CHANGES,
    CL_WORDS_NAMES,
    CL_WORDS_SILENT_BACK, /* begin before that character, up to it */
    CL_WORDS_BOTH_WAYS,
    /* never looked for in a text */
    CL_WORDS_UNIT_NAMES = CL_WORDS_BOTH_WAYS,
    CL_WORDS_COUNT
} ClWords;

/**
 * What a character may be: a bit for each list of words that has one which
 * begins (or, backwards, ends) with it, what it is by itself, and its role
 * and value as a Chinese number character in the upper eight.
 */
typedef uint64_t ClMarks;

#define CL_MARK(bit) (UINT64_C(1) << (bit))
#define CL_MARK_DIGIT CL_MARK(48)
#define CL_MARK_LETTER CL_MARK(49)
#define CL_MARK_START CL_MARK(50)  /* a quantity may open with it */
#define CL_MARK_COUNTS CL_MARK(51) /* 三 and 万, not 几 that only opens */
#define CL_MARKS_ROLE 56
#define CL_MARKS_ROLES (~UINT64_C(0) << CL_MARKS_ROLE)

struct ClVocabulary {
    GStringChunk *strings;
    ClLexicon *words[CL_WORDS_COUNT];
    ClOpenings *openings; /* what characters may be, and pairs of them */

    GArray *units;     /* of ClUnit; 0 is "no unit" */
    GArray *spellings; /* of ClSpelling */
    /* Units that the grammar of numbers knows by name; -1 for none. */
    ClUnitId percent, year, month, quarter, day, yuan, jiao, fen;

    GArray *hedges;      /* of ClHedge; 0 is "exact" */
    GArray *hedge_words; /* of ClHedgeWord */
    int spoken;          /* the hedge of round words, 0 for none */
    const char *profile;

    GArray *sayings;         /* of ClSaying */
    GPtrArray *silent_tails; /* of GPtrArray of what follows SILENT_BACK */
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

/** The code point of the character of three bytes at the start of a text. */
static inline uint32_t
cl_han_code(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    return (c[0] & 0x0Fu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu);
}

/** True if one stands at the start of so many bytes. */
static inline bool
cl_han_starts(const char *text, size_t left)
{
    return (*text & 0xF0) == 0xE0 && left >= 3;
}

/** What the character at the start of so many bytes may be; at least one. */
static inline ClMarks
cl_vocabulary_marks(const ClVocabulary *v, const char *text, size_t left)
{
    return cl_han_starts(text, left)
               ? v->openings->characters[cl_han_code(text)].begins
               : v->openings->bytes[(unsigned char)*text].begins;
}

/** The role of a character in numbers, set once; the first one stays. */
void cl_vocabulary_set_role(ClVocabulary *vocabulary,
                            const char *character,
                            ClCharRole role,
                            int value);

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
/** The first words of times, from their readers. */
void cl_vocabulary_load_times(ClVocabulary *vocabulary);
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
