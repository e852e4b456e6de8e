/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_READER_H
#define CL_QUANTITY_READER_H

/*
 * A text being read for quantities: its characters are looked up once, and
 * whether any word of a list stands at a place is then told by one bit.
 */

#include "quantity/vocabulary.h"

#include <assert.h>

typedef struct {
    const ClVocabulary *vocabulary;
    const char *text;
    size_t length;
    size_t floor; /* what stands before belongs to earlier quantities */
    /* Of each byte: what its character opens, where it starts; what it
     * closes, where it ends.  Some more behind the text are 0, so that a look
     * a few bytes ahead need not ask where the text ends. */
    ClMarks *marks;
} ClReader;

enum { CL_READER_AHEAD = 16 };

/** borrows  vocabulary and text */
void cl_reader_init(ClReader *reader,
                    const ClVocabulary *vocabulary,
                    const char *text,
                    size_t length);
void cl_reader_clear(ClReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ClReader, cl_reader_clear)

/* ---- Characters -------------------------------------------------------- */

/** What the character that starts at a place opens; 0 shortly past the end. */
static inline ClMarks
cl_reader_marks(const ClReader *r, size_t at)
{
    assert(at < r->length + CL_READER_AHEAD);
    return r->marks[at];
}

static inline bool
cl_reader_digit(const ClReader *r, size_t at)
{
    return cl_reader_marks(r, at) & CL_MARK_DIGIT;
}

static inline bool
cl_reader_letter(const ClReader *r, size_t at)
{
    return cl_reader_marks(r, at) & CL_MARK_LETTER;
}

static inline char
cl_reader_byte(const ClReader *r, size_t at)
{
    return at < r->length ? r->text[at] : '\0';
}

/** Role and value of the Chinese character at a place: role * 16 + value. */
static inline int
cl_reader_char(const ClReader *r, size_t at)
{
    return (int)(cl_reader_marks(r, at) >> CL_MARKS_ROLE);
}

/** One blank or hyphen at a place is skipped. */
static inline size_t
cl_reader_gap(const ClReader *r, size_t at)
{
    return cl_reader_byte(r, at) == ' ' ? at + 1 : at;
}

/** True for a byte of a Chinese character or of its punctuation. */
static inline bool
cl_byte_is_chinese(char c)
{
    return (unsigned char)c >= 0xE3 && (unsigned char)c <= 0xEF;
}

/* ---- Words ------------------------------------------------------------- */

/** The length of the text's word at a place that equals word, else 0. */
static inline size_t
cl_reader_word(const ClReader *r, size_t at, const char *word)
{
    size_t end = at;
    for (; *word; word++, end++) {
        if (end >= r->length || r->text[end] != *word)
            return 0;
    }
    return end - at;
}

/** False where no word of a list starts. */
static inline bool
cl_reader_may(const ClReader *r, ClWords words, size_t at)
{
    return cl_reader_marks(r, at) >> words & 1;
}

/** The same of several lists, as CL_MARK of each. */
static inline bool
cl_reader_may_any(const ClReader *r, ClMarks lists, size_t at)
{
    return (cl_reader_marks(r, at) & lists) != 0;
}

/** The longest word of a list that starts at a place; see cl_lexicon_find. */
static inline ClMatch
cl_reader_find(const ClReader *r, ClWords words, size_t at)
{
    return cl_reader_may(r, words, at)
               ? cl_lexicon_find(r->vocabulary->words[words], r->text, at,
                                 r->length)
               : (ClMatch){0, -1};
}

/** Its length; see cl_lexicon_match. */
static inline size_t
cl_reader_match(const ClReader *r, ClWords words, size_t at, int *meaning)
{
    const ClMatch match = cl_reader_find(r, words, at);
    if (match.length && meaning)
        *meaning = match.meaning;
    return match.length;
}

/** The longest that ends at a place, of a list that is read backwards. */
static inline size_t
cl_reader_match_before(
    const ClReader *r, ClWords words, size_t at, size_t floor, int *meaning)
{
    return at > floor && r->marks[at - 1] >> words & 1
               ? cl_lexicon_match(r->vocabulary->words[words], r->text, at,
                                  floor, meaning)
               : 0;
}

#endif
