/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_STATEMENT_H
#define CL_EXTRACT_STATEMENT_H

/*
 * Inside extract/: what the recognition of stated arithmetic is made of, a
 * window of sentences whose figures are tokens, and the pieces of a match.
 */

#include "extract/private.h"

enum { MOST_BACK = 2, MOST_TERMS = 12 };

/** A figure or year of a window of sentences. */
typedef struct {
    size_t at; /* its byte in the window's text */
    char token;
    size_t index;  /* of its sentence */
    ClSpan source; /* folded bytes there */
    ClQuantity value;
    ClTime time; /* CL_TOKEN_YEAR */
} Token;

/** Sentences as one text of words and tokens. */
typedef struct {
    GString *text;
    GArray *tokens;               /* of Token, by at */
    size_t first, index, back;    /* sentences first..index; as asked for */
    size_t starts[MOST_BACK + 1]; /* where each of them begins */
    size_t last;                  /* where the last one begins */
    bool filled, years;
    bool dated;     /* from and to were looked for */
    ClDay from, to; /* when the article was written; 0: nobody knows */
} Window;

/** When the article was written: its date, or what its years tell of it. */
void window_date(Extraction *run, Window *window);

/**
 * Fills the window with a sentence and those before it in its paragraph.
 *
 * back   at most so many sentences before it
 * years  periods are tokens too
 */
void window_fill(
    Extraction *run, size_t index, size_t back, bool years, Window *window);

/** How many figures of a sentence have one of the tokens. */
unsigned count_tokens(Extraction *run, Passage *passage, const char *wanted);

/** How many bytes of 从, from or the like stand at a place. */
size_t from_word_at(const char *text, size_t at);

/** One figure of a statement. */
typedef struct {
    ClPart part;
    Token token;
    ClQuantity value; /* in the statement's unit */
} Piece;

/** The pieces of a match, in the order of the text.  Owned, of Piece. */
GArray *collect_pieces(Extraction *run,
                       const ClRule *rule,
                       const Window *window,
                       const ClFormMatch *match);

/** NULL if there is none. */
Piece *find_piece(const GArray *pieces, ClPart part);

/** True for what is added up. */
bool is_term(const Piece *piece);

/** Brings all levels to one unit; false if they do not speak of one thing. */
bool unify_units(Extraction *run, const ClRule *rule, GArray *pieces);

/** False where times keep a change from leading from one level to the other:
    unlike periods, or the later one first. */
bool may_lead(Extraction *run, const ClRule *rule, const GArray *pieces);

/** Figures that follow each other, and the text before each. */
typedef struct {
    const ClRule *rule;
    const char *text;
    const Token *figures[3];
    ClSpan before[3]; /* of the first: its clause */
    ClSpan sentences; /* of all of them */
} Triple;

/** Whether one of the words stands in a stretch of the text. */
bool roles_hold_any(const Triple *triple, ClSpan room, ClRoleWords which);

/** Whether whatever a stretch names is named in another one, too. */
bool names_nothing_new(const Triple *triple, ClSpan room, ClSpan known);

/** Where the clause of a byte begins, or the figure before it ends. */
size_t clause_start(const char *text, size_t at);
size_t clause_end(const char *text, size_t at);

/** A figure in units of its last digit; below 0: it is none. */
int64_t units_of(ClNumber value, int place);

/** One digit is another one, or two neighbours changed places. */
bool is_one_slip(int64_t told, int64_t meant);

/**
 * The next figure that those before it make but for a slip.
 *
 * at  the token to begin at; set to the one behind it
 */
bool find_unsaid_sum(const ClRule *rule,
                     const Window *window,
                     unsigned *at,
                     ClFormMatch *match);

/**
 * The next two levels and a change that stand side by side and are marked as
 * such, in whatever words.
 *
 * first  the token to begin at; set to the one behind the first of them
 */
bool find_by_roles(const ClRule *rule,
                   const Window *window,
                   unsigned *first,
                   ClFormMatch *match);

/** True if a change is wrong by one slip. */
bool pieces_slipped(const GArray *pieces);

/** Enough parts to reckon with, and of the right kind. */
bool is_whole(Extraction *run,
              const ClRule *rule,
              const Window *window,
              const ClFormMatch *match,
              const GArray *pieces);

#endif
