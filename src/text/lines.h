/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_LINES_H
#define CL_TEXT_LINES_H

/*
 * The lines of an article's prose, each measured once, and whether a line
 * break is one of the writer's or only the page's.
 */

#include "text/article.h"

/** A line wider than this is not measured to its end. */
#define CL_LINE_WIDE 250

/** What the end of a line says of the next one. */
typedef enum {
    CL_END_NONE, /* nothing */
    CL_END_OPEN, /* a comma: the sentence goes on */
    CL_END_STOP, /* the sentence ends */
} ClLineEnd;

typedef struct {
    size_t start, end;   /* without blanks; start == end in a blank line */
    size_t next;         /* where the following line starts */
    bool measured;       /* the next four are known */
    unsigned width;      /* cells, at most CL_LINE_WIDE */
    unsigned letters;    /* ASCII letters and digits */
    unsigned stops;      /* commas and sentence ends before its end */
    unsigned sentences;  /* sentence ends, its own end included */
    unsigned first_word; /* cells of the Latin word it begins with */
    bool cjk_end;        /* its last character is CJK */
    bool lower_start;    /* it begins with a lower-case Latin letter */
    bool heading, setext, item;
    bool hard_break; /* Markdown's two blanks at the end */
    ClLineEnd ends;
} ClLine;

static inline bool
cl_line_is_blank(const ClLine *line)
{
    return line->start == line->end;
}

/** Bounds and marks of the line that starts at a byte, and no more. */
ClLine cl_line_find(const char *prose, size_t length, size_t at);

/** The same with what its first and last characters tell, not measured. */
ClLine cl_line_glance(const char *prose, size_t length, size_t at);

/** Measures a line that is not yet: most never need be. */
void cl_line_measure(const char *prose, ClLine *line);

/** The line that starts at a byte, measured. */
ClLine cl_line_read(const char *prose, size_t length, size_t at);

/**
 * The same, perhaps not measured, from what the article keeps of its first
 * lines if it is there.
 *
 * number  of the line that starts at that byte, from 0
 */
ClLine cl_line_of_article(const ClArticle *article, size_t number, size_t at);

enum { CL_LINES_KEPT = 4000, CL_LINES_KEPT_BYTES = 1 << 18 };

/** Keeps the article's first lines, not measured, if it has none: so many, or
    so many bytes of them, and one behind. */
void cl_lines_keep(ClArticle *article);

/** Looks once more at those kept that have a byte of [start, end), where no
    line break was made or lost. */
void cl_lines_refresh(ClArticle *article, size_t start, size_t end);

/**
 * Cells per line if the block that begins with these lines was wrapped, else
 * 0; measures lines where that matters: the article's width, or what the lines up to a blank one tell.
 */
unsigned cl_wrap_of_block(const ClArticle *article,
                          ClLine *lines,
                          size_t count);

/** The same for an article, from a sample of its lines, which it keeps. */
unsigned cl_wrap_of_article(ClArticle *article);

/** True if the next line's first word had no room on the line; both are
    measured. */
bool cl_wrap_is_full(const ClLine *line, const ClLine *next, unsigned wrap);

/**
 * The line that goes on with the paragraph of lines[at], by index; 0 if its
 * paragraph ends there.
 *
 * wrap  of the article or, if that is 0, of the lines around
 */
size_t cl_wrap_next(const ClArticle *article,
                    ClLine *lines,
                    size_t count,
                    size_t at,
                    unsigned wrap);

/**
 * Masks ■ or 【】 of a line without a figure above prose: it is a heading, and
 * no item of a list.
 *
 * returns  whether it is one
 */
bool cl_mask_marked_heading(ClArticle *article, size_t start, size_t end);

/** Makes a comma of the blanks that part the clauses of a Chinese headline. */
void cl_part_headline(ClArticle *article, ClSpan span);

/** True if the character ends a sentence wherever it stands. */
static inline bool
cl_is_stop(gunichar c)
{
    switch (c) {
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0xFF1B: /* ； */
    case 0xFF61: /* ｡ */
        return true;
    default:
        return false;
    }
}

/** True if the character closes what was quoted or bracketed. */
bool cl_is_closer(gunichar c);

/**
 * Where a sentence that seems to end at text[at] ends, closers included; 0
 * if it goes on (a decimal point, an abbreviation).
 *
 * start   of the sentence so far
 * end     of the line
 * quotes  how many straight quotes the sentence has had
 */
size_t cl_sentence_end(
    const char *text, size_t start, size_t at, size_t end, unsigned quotes);

#endif
