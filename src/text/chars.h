/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_CHARS_H
#define CL_TEXT_CHARS_H

/*
 * Characters one by one: reading them out of an article's prose, and what
 * kind they are.  Bytes no UTF-8 holds stand for masked mark-up there.
 */

#include "text/fold_table.h"
#include "text/text.h"

/** What a masked byte of an article's prose stands for. */
typedef enum {
    CL_MASK_CELL = 0xFA,    /* a table's cell, and so a sentence, ends here */
    CL_MASK_SETEXT = 0xFB,  /* underline: the line above is a heading */
    CL_MASK_ITEM = 0xFC,    /* nothing, but its line starts a paragraph */
    CL_MASK_HEADING = 0xFD, /* nothing, but its line is a heading */
    CL_MASK_BREAK = 0xFE,   /* a sentence ends here */
    CL_MASK_DROP = 0xFF,    /* nothing */
} ClMask;

static inline bool
cl_is_mask(char byte)
{
    return (unsigned char)byte >= CL_MASK_CELL;
}

/** A character of prose and how many bytes it takes. */
typedef struct {
    gunichar c; /* a mask's own byte value for a masked byte */
    unsigned length;
    bool mask;
} ClChar;

/** The character at text[at]; text is valid UTF-8 but for masked bytes. */
static inline ClChar
cl_char_at(const char *text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text + at;
    if (p[0] < 0x80)
        return (ClChar){p[0], 1, false};
    if (p[0] >= CL_MASK_CELL)
        return (ClChar){p[0], 1, true};
    if (p[0] < 0xE0)
        return (ClChar){(p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu), 2, false};
    if (p[0] < 0xF0)
        return (ClChar){(p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 |
                            (p[2] & 0x3Fu),
                        3, false};
    return (ClChar){(p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 |
                        (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu),
                    4, false};
}

/** The bytes of a Han character in UTF-8. */
enum { CL_HAN_BYTES = 3 };

/**
 * True for a common Han character at text[at]: one that folds to itself,
 * counts nothing and is no sign.  Most of Chinese text is, and what walks it
 * need ask nothing more of it.
 */
static inline bool
cl_is_plain_han(const char *text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text + at;
    if (p[0] < 0xE4 || p[0] > 0xE9)
        return false;
    const unsigned c =
        (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    return cl_plain_bits[c >> 3] >> (c & 7) & 1;
}

/** How many bytes of such characters stand in [at, end). */
static inline size_t
cl_run_of_han(const char *text, size_t at, size_t end)
{
    size_t to = at;
    while (to + CL_HAN_BYTES <= end && cl_is_plain_han(text, to))
        to += CL_HAN_BYTES;
    return to - at;
}

/** True for a masked byte that ends a sentence. */
static inline bool
cl_is_break(ClChar c)
{
    return c.mask && (c.c == CL_MASK_BREAK || c.c == CL_MASK_CELL);
}

/** Where the character before text[at] starts; at > start. */
static inline size_t
cl_char_before(const char *text, size_t start, size_t at)
{
    do
        at--;
    while (at > start && ((unsigned char)text[at] & 0xC0) == 0x80);
    return at;
}

/** What a character folds to: a ClFoldCode or the character it becomes. */
unsigned cl_fold_code(gunichar c);

/** What a character that folds to FOLD_LIST becomes; NULL if that is itself. */
const char *cl_fold_expansion(gunichar c);

/** Lower case, but only where it is as long in UTF-8: İ stays. */
gunichar cl_char_lower(gunichar c);

/** True for blanks, masks and characters that folding drops. */
bool cl_char_is_void(ClChar c);

/** True if a quantity may be written with it (digits of any script, 半). */
bool cl_char_is_numeral(gunichar c);

/** True if one stands in [at, end) that is not masked. */
bool cl_has_numeral(const char *prose, size_t at, size_t end);

/** True where no blank belongs beside it: Han, kana, their punctuation. */
bool cl_char_shuns_blanks(gunichar c);

/** Columns one character takes in a printed line of CJK text. */
unsigned cl_char_cells(gunichar c);

/** The first byte in [at, end) that is not void, or end. */
size_t cl_skip_void_slow(const char *text, size_t at, size_t end);

/** One past the last byte in [start, end) that is not void, or start. */
size_t cl_skip_void_back_slow(const char *text, size_t start, size_t end);

/** True for a byte that no character that is void begins with. */
static inline bool
cl_is_solid(char byte)
{
    const unsigned char b = (unsigned char)byte;
    return (b > ' ' && b < 0x7F) || (b >= 0xE4 && b <= 0xE9);
}

/** The same, quick where there is nothing to skip, as mostly. */
static inline size_t
cl_skip_void(const char *text, size_t at, size_t end)
{
    return at < end && cl_is_solid(text[at]) ? at
                                             : cl_skip_void_slow(text, at, end);
}

/** True for a Han character or 。！？； that ends before a byte. */
static inline bool
cl_is_solid_before(const char *text, size_t end)
{
    const unsigned char *p = (const unsigned char *)text + end - CL_HAN_BYTES;
    return (p[2] & 0xC0) == 0x80 &&
           ((p[0] >= 0xE4 && p[0] <= 0xE9) ||
            (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x82) ||
            (p[0] == 0xEF && p[1] == 0xBC &&
             (p[2] == 0x81 || p[2] == 0x9B || p[2] == 0x9F)));
}

static inline size_t
cl_skip_void_back(const char *text, size_t start, size_t end)
{
    const bool solid =
        end > start &&
        (((unsigned char)text[end - 1] < 0x80 && cl_is_solid(text[end - 1])) ||
         (end - start >= CL_HAN_BYTES && cl_is_solid_before(text, end)));
    return solid ? end : cl_skip_void_back_slow(text, start, end);
}

static inline bool
cl_is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

static inline bool
cl_is_letter(gunichar c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

#endif
