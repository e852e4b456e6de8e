/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_H
#define CL_TEXT_H

/*
 * Bytes become an article: decoded, its mark-up masked, its metadata read; an
 * article gives sentences, a sentence gives folded text that still knows
 * which original bytes it came from.
 */

#include "base/base.h"

/* ---- Articles ---------------------------------------------------------- */

/** What an article says of itself.  Strings are NULL where unknown. */
typedef struct {
    const char *path;   /* as given on the command line */
    const char *title;  /* one line, original script */
    const char *source; /* outlet */
    const char *author;
    char date[11];     /* ISO 8601 yyyy-mm-dd, "" if unknown */
    ClSpan title_span; /* where the title stands in the text; empty if not */
} ClArticleInfo;

/** One input document.  Owns its bytes, its strings and its info. */
typedef struct ClArticle ClArticle;

/**
 * Makes an article of a file's bytes.
 *
 * Takes UTF-8, UTF-16, GB18030 (so GBK), Big5-HKSCS and Windows-1252, told
 * apart by their bytes, with or without BOM; CR, LF and CRLF.  Mark-up is chosen by the
 * path's extension (.md, .markdown, otherwise plain text; text that begins
 * with front matter is a Markdown export under any name) and masked: front
 * matter but its title, code, link targets, tags, list marks, bare addresses, page
 * furniture and what chat programs leave (citeturn0search1) are no prose.  Invalid
 * bytes read as U+FFFD with a note "encoding"; more than one in a hundred
 * characters invalid, or a NUL byte ("binary"), refuses the article.
 *
 * bytes    given to the article, also on failure
 * returns  owned; NULL with a note where it cannot be judged
 */
ClArticle *cl_article_new(const char *path,
                          char *bytes,
                          size_t length,
                          ClNotes *notes);

/** The same of bytes in a known encoding; a byte order mark knows better. */
ClArticle *cl_article_new_in(const char *path,
                             const char *encoding,
                             char *bytes,
                             size_t length,
                             ClNotes *notes);

/**
 * Makes an article of one line of JSON Lines: {"text": "…", "title": "…",
 * "date": "…", "source": "…", "author": "…"}, all but text optional, other
 * members ignored.  The text is plain.  Places are the line's in its file.
 *
 * bytes    of the line without its break, given to the article
 * base     where in the file the line begins
 * line     counts from 1
 * returns  owned; NULL with a note "record" where the line is no such object
 */
ClArticle *cl_article_new_record(const char *path,
                                 char *bytes,
                                 size_t length,
                                 size_t base,
                                 unsigned line,
                                 ClNotes *notes);

/** True if articles can be read in an encoding of that name. */
bool cl_encoding_is_known(const char *name);
void cl_article_free(ClArticle *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClArticle, cl_article_free)

const ClArticleInfo *cl_article_info(const ClArticle *article);

/**
 * The article as valid UTF-8, which all spans count in.
 *
 * Mark-up that is no prose still stands here: this is what people wrote.
 */
const char *cl_article_text(const ClArticle *article, size_t *length);

/** The same span in the bytes of the file as it was read. */
ClSpan cl_article_original(const ClArticle *article, ClSpan span);

/** A place for people: lines and columns from 1, columns in code points. */
typedef struct {
    unsigned line, column, end_line, end_column;
} ClPlace;

/** Where a span stands; end_column is one past its last character. */
ClPlace cl_article_place(const ClArticle *article, ClSpan span);

/**
 * The words of a span as written, line breaks and mark-up inside removed
 * (a line break between two Latin words becomes a space).
 *
 * returns  owned
 */
char *cl_article_quote(const ClArticle *article, ClSpan span);

/* ---- Sentences --------------------------------------------------------- */

typedef struct {
    ClSpan span;        /* in the article's text, trimmed of blanks */
    unsigned paragraph; /* counts up; a heading or list item is its own */
    bool heading;       /* a heading or the title line */
    bool cell;          /* of a table */
    ClSpan lead;        /* of a list's item: what leads in, 各家门店数: */
} ClSentence;

/**
 * Walks an article's sentences in order, at most 4 KiB each (a longer one is
 * cut at a comma or, failing that, between characters), prose only.
 *
 * A lone line break inside hard-wrapped text does not end a sentence; a blank
 * line, a heading, a list item does.  Linear in the article's length.
 */
typedef struct ClSentences ClSentences;

ClSentences *cl_sentences_new(const ClArticle *article);
void cl_sentences_free(ClSentences *sentences);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClSentences, cl_sentences_free)

bool cl_sentences_next(ClSentences *sentences, ClSentence *out);

/** True if it may hold a quantity: never false when it does. */
bool cl_sentence_has_number(const ClArticle *article,
                            const ClSentence *sentence);

/** What a table lends a cell.  Spans are empty where there is nothing. */
typedef struct {
    ClSpan labels;      /* the cells of its row that say whose it is */
    ClSpan column;      /* the header of its column */
    ClSpan beside;      /* the header that 同比 in its own header is of */
    ClSpan corner;      /* the header of the first column */
    ClSpan captions[2]; /* the lines above the table, the nearest first */
    ClSpan above;       /* the last sentence above that does not lead in */
    ClSpan row;         /* the whole row */
} ClCell;

/**
 * The surroundings of a sentence that is, or stands in, a table's cell.
 *
 * returns  false for headers, the first column, and what is in no table
 */
bool cl_article_cell(const ClArticle *article, ClSpan sentence, ClCell *out);

/** What a header may say of the figures under it. */
typedef enum {
    CL_TABLE_RATE,     /* they are growth: 同比, YoY */
    CL_TABLE_RATIO,    /* they are parts of a whole: 占比, share */
    CL_TABLE_COUNT,    /* they count things, not money: 员工, stores */
    CL_TABLE_YEAR_AGO, /* they are of the year before: 去年同期 */
    CL_TABLE_VALUE,    /* nothing: 数值, amount */
} ClTableWord;

/** True if a folded header says so. */
bool cl_table_says(ClTableWord word, const char *header);

/** True for a word, or a Han character, that adds nothing to a label. */
bool cl_label_says_nothing(const char *word);

/** True for folded text that ends with a word that adds up, 合计. */
bool cl_sum_before(const char *text);
/** True for folded text that begins with one, " in all". */
bool cl_sum_behind(const char *text);

/* ---- Folding ----------------------------------------------------------- */

/**
 * Text brought to one spelling, and where each of its bytes came from.
 *
 * Full-width becomes half-width, traditional simplified (OpenCC's
 * characters), compatibility forms plain (NFKC), quotes unified to ", runs of
 * blanks one space, none beside a CJK character; zero-width, private-use and
 * control characters and masked mark-up vanish; a line break inside a
 * wrapped paragraph is nothing beside CJK, else a space.  A number never
 * grows by what stands behind it: 5½ is "5 1/2", 45%² is "45%^2", m² is m2.
 *
 * text and cased have the same length and borders; text is also lower case.
 */
typedef struct {
    GString *text;
    GString *cased;
    GArray *origin; /* of uint32_t, text->len + 1: byte -> offset from base */
    GArray *ends;   /* of uint32_t, text->len: where its character ended */
    size_t base;    /* start of the folded span */
    bool hidden;    /* zero-width or private-use characters were dropped */
    ClSpan own;     /* bytes of the folded span itself; all, if none is lent */
} ClFolded;

void cl_folded_init(ClFolded *folded);
void cl_folded_clear(ClFolded *folded);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ClFolded, cl_folded_clear)

/** Folds a span of an article (its prose), replacing what folded held. */
void cl_fold_article(const ClArticle *article, ClSpan span, ClFolded *folded);

/** Folds text that is no article; origin counts bytes of text. */
void cl_fold_text(const char *text, size_t length, ClFolded *folded);

/** A term as rules hold it: folded and lower case.  Owned. */
char *cl_fold_term(const char *term);

/**
 * Text respelt so that folding leads back to the same: simplified characters
 * as traditional ones, one by one, or ASCII as full-width forms (but a blank
 * beside a full-width sign is none).  Owned.
 */
char *cl_text_traditional(const char *text);
char *cl_text_full_width(const char *text);

/**
 * Appends text folded before, a blank between two words; out->base is 0.
 * What it came from stays known.
 */
void cl_folded_append(ClFolded *out, const ClFolded *part);

/** Appends words that stand nowhere, as if at a byte of the article. */
void cl_folded_append_words(ClFolded *out, const char *words, size_t at);

/**
 * The article's span that a run of folded bytes came from; of one that goes
 * over what is its own and what is lent, the former.
 */
ClSpan cl_folded_origin(const ClFolded *folded, ClSpan span);

/* ---- Prose as it is seen ------------------------------------------------ */

/** Characters of prose one by one, folded and lower case; blanks and what
 * folding drops are not seen. */
typedef struct {
    const char *prose;
    size_t at, end;
    const char *rest; /* of a character that becomes several; or NULL */
} ClSeen;

/** The next character that is seen, 0 at the end. */
gunichar cl_seen_next(ClSeen *seen);

/** How the words of a set begin. */
typedef struct ClStarts ClStarts;

ClStarts *cl_starts_new(void);
void cl_starts_free(ClStarts *starts);

/** So many characters tell how a word begins. */
enum { CL_START = 3 };

/**
 * Adds the first characters of a word, as they are seen.
 *
 * seen    0 behind the end of a shorter word
 * inside  the word may also begin inside a longer one of ASCII
 */
void cl_starts_add(ClStarts *starts,
                   const gunichar seen[CL_START],
                   bool inside);

/** Ends the adding; from here on the set is read-only. */
void cl_starts_finish(ClStarts *starts);

/** Told of a place, of the first characters seen from there on (0 behind the
    end) and of what is seen behind them. */
typedef void ClStartFound(void *data,
                          size_t at,
                          const gunichar first[CL_START],
                          ClSeen behind);

/**
 * Finds every place of an article's prose where a word of the set may begin,
 * and some where none does, in order: without folding it, for a few cycles a
 * byte.
 */
void cl_article_find_starts(const ClArticle *article,
                            const ClStarts *starts,
                            ClStartFound *found,
                            void *data);

/** Its twin, which looks at one character after the other. */
void cl_article_find_starts_plain(const ClArticle *article,
                                  const ClStarts *starts,
                                  ClStartFound *found,
                                  void *data);

/* ---- Characters of folded text ----------------------------------------- */

/** Han, kana, hangul and their punctuation. */
bool cl_char_is_cjk(gunichar c);
/** A Han ideograph. */
bool cl_char_is_han(gunichar c);
/** One that folding leaves as it is, whatever stands around it. */
bool cl_char_is_folded_han(gunichar c);
/** Columns a terminal gives the text: 2 for a CJK character. */
size_t cl_text_width(const char *text);

/**
 * The clause of a folded sentence around a byte: between two of , ; : 、 is
 * not one (it lists), nor is a comma inside a number.
 */
ClSpan cl_clause_at(const char *folded, size_t length, size_t at);

#endif
