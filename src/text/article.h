/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_ARTICLE_H
#define CL_TEXT_ARTICLE_H

/*
 * What an article is made of, for the files of this folder: the bytes as
 * read, the text in UTF-8, and the prose, a copy of the text as long as it
 * in which bytes that are no prose are masked (ClMask).
 */

#include "text/chars.h"
#include "text/encoding.h"

/** A place where the text is not what the file's bytes say. */
typedef struct {
    size_t text;     /* of U+FFFD, in the text */
    size_t original; /* of the bad bytes, in the file */
    size_t length;   /* how many they are */
} ClRepair;

/** Lines that are a table, its header first. */
typedef struct {
    size_t start, end;
    ClSpan captions[2]; /* the nearest line above first; empty if none */
    ClSpan above;       /* a sentence there that does not lead in */
} ClTable;

/** What may stand in a text, and does in few. */
typedef enum {
    CL_SIGN_ADDRESS,
    CL_SIGN_WWW,
    CL_SIGN_CITATION,
    CL_SIGN_ENTITY,
    CL_SIGN_MARK,
    CL_SIGN_REFERENCE,
    CL_SIGN_DAGGER,
    CL_SIGN_CIRCLED,
    CL_SIGN_BLANKS,
    CL_SIGN_WIDE_BLANK, /* U+3000 */
    CL_SIGN_WIDE_BLANKS,
    CL_SIGN_HYPHEN, /* these three at the end of a line */
    CL_SIGN_SOFT_HYPHEN,
    CL_SIGN_TRUE_HYPHEN,
    CL_SIGN_LAST = CL_SIGN_TRUE_HYPHEN,
} ClSign;

struct ClArticle {
    char *bytes; /* the file, with its BOM */
    size_t size;
    size_t base;       /* where in its file they begin: a record's line */
    unsigned record;   /* which line of the file they are, 0: all of it */
    size_t bom;        /* length of its byte order mark, or 0 */
    ClDecoded decoded; /* of a file that is not UTF-8: its text, else empty */
    bool laid_out;     /* decoded is the text in another order (layout.h) */
    char *repaired;    /* the text with U+FFFD for bad bytes, or NULL */
    GArray *repairs;   /* of ClRepair, by text; NULL without repaired */
    const char *text;  /* in bytes, repaired or decoded */
    size_t length;
    const char *signs_of; /* the text that signs, a bit each, are of */
    unsigned signs;
    char *masked; /* the prose where it differs from the text, or NULL */
    bool markdown;
    unsigned wrap;  /* cells to a line of hard-wrapped text, else 0 */
    GArray *lines;  /* of ClLine: the first ones, until the prose changes */
    GArray *tables; /* of ClTable, by start; NULL without one */
    GArray *places; /* of ClCheckpoint, filled at first use */
    gsize placed;
    GStringChunk *strings;
    ClArticleInfo info;
};

/** A place every few KiB, to count lines and columns from. */
typedef struct {
    unsigned line;   /* from 1 */
    unsigned column; /* from 1 */
} ClCheckpoint;

/** The prose: as long as the text, masked bytes in it. */
static inline const char *
cl_article_prose(const ClArticle *article)
{
    return article->masked ? article->masked : article->text;
}

/** The prose to write to; makes the copy if there is none yet. */
char *cl_article_edit(ClArticle *article);

/** False where a text holds no such sign for sure. */
bool cl_article_may_hold(ClArticle *article, ClSign sign);

/** Masks [start, end); line breaks stay. */
void cl_article_mask(ClArticle *article, size_t start, size_t end, ClMask mask);

/** A string of the article's own: the quote of a span, NULL if empty. */
const char *cl_article_string(ClArticle *article, ClSpan span);

/**
 * Makes text of the article's bytes: decodes what is not UTF-8, repairs what
 * is bad.
 *
 * encoding  of the bytes; NULL: detected
 * returns  false with a note where the article is refused
 */
bool cl_decode(ClArticle *article,
               size_t length,
               const ClEncoding *encoding,
               ClNotes *notes);

/** Reads and masks the front matter; the first byte after it, 0 if none. */
size_t cl_read_front_matter(ClArticle *article);

/**
 * Masks all of a page's HTML that is not its article, and reads its metadata.
 *
 * returns  false with a note where the page is refused
 */
bool cl_mask_html(ClArticle *article, ClNotes *notes);

/** Masks Markdown from a byte on. */
void cl_mask_markdown(ClArticle *article, size_t start);

/** A table's header starts here; what stands over it is read. */
void cl_table_open(ClArticle *article, size_t start);
/** The table opened last goes on up to here. */
void cl_table_extend(ClArticle *article, size_t end);
/** Marks tables of plain text, whose cells tabs or wide gaps part. */
void cl_mask_tables(ClArticle *article);
/** 31,305; -4.0%; ¥5,999: a sign or two, then a digit. */
bool cl_cell_is_figure(const char *text, size_t at, size_t end);
/** True for a byte of a table. */
bool cl_article_in_table(const ClArticle *article, size_t at);

/** True for a label, or a sentence that says that something follows. */
bool cl_leads_in(const char *text, ClSpan words);

/** Masks emphasis, links, tags in [start, end), which holds no code block. */
void cl_mask_inline(ClArticle *article, size_t start, size_t end);

/** Marks list items of plain text. */
void cl_mask_lists(ClArticle *article);

/** Masks circled numbers that count points: ①成本低；②… */
void cl_mask_circled(ClArticle *article);

/** Masks bare addresses and what chat programs leave behind. */
void cl_mask_residue(ClArticle *article);

/** Masks lists of other articles around this one. */
void cl_mask_furniture(ClArticle *article);

/** The length of a list mark (1、 （二） - •) at a line's start, 0 if none. */
size_t cl_list_mark(const char *text, size_t at, size_t end);

/** Fills what info lacks from headline, by-lines, date lines, file name. */
void cl_read_headlines(ClArticle *article);

/** The first day in folded text, as yyyy-mm-dd, and where it stands. */
bool cl_read_date(const char *folded, char date[11], ClSpan *where);

/** True for a line that names a writer, an editor, an outlet, a day. */
bool cl_is_byline(const char *folded);

/** Lines that name outlet and writer. */
void cl_read_byline(ClArticle *article, ClSpan line);

#endif
