/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looks up every character of a text once.  Marks are what the vocabulary
 * says of a character, so that they never rule out a word that stands there.
 */
#include "quantity/reader.h"

#include <string.h>

/* What words end with is marked at the last byte, the rest at the first. */
static const ClMarks closing =
    (CL_MARK(CL_WORDS_BOTH_WAYS) - 1) ^ (CL_MARK(CL_WORDS_FORWARD) - 1);

/* A character whose marks are known once the one behind it is. */
typedef struct {
    ClMarks *marks;
    ClOpening opening;
    ClMarks before; /* of the pair that it ends */
    uint32_t symbol;
} Character;

static inline void
set_marks(const Character *c, ClMarks behind)
{
    const ClMarks around = behind ^ ((c->before ^ behind) & closing);
    const ClMarks all = c->opening.alone | (c->opening.begins & around);
    c->marks[0] = all;
    /* of a character of three bytes; what is too many is set next */
    c->marks[1] = 0;
    c->marks[2] = all & closing;
}

static inline void
go_on(Character *c,
      ClMarks *marks,
      const ClOpenings *o,
      const ClOpening *opening,
      uint32_t symbol)
{
    const ClMarks pair = o->pairs[cl_opening_pair(c->symbol, symbol)];
    set_marks(c, pair);
    *c = (Character){marks, *opening, pair, symbol};
}

static inline void
go_on_byte(Character *c, ClMarks *marks, const ClOpenings *o, char text)
{
    const unsigned char byte = (unsigned char)text;
    go_on(c, marks, o, &o->bytes[byte], o->fold[byte]);
}

static void
mark_characters(ClReader *r)
{
    const ClOpenings *const o = r->vocabulary->openings;
    const size_t length = r->length, last_long = length - MIN(length, 2);
    const char *const text = r->text;
    ClMarks *const marks = r->marks;
    Character last = {.marks = marks};
    size_t at = 0;
    while (at < last_long) {
        if (cl_han_starts(text + at, 3)) {
            const uint32_t code = cl_han_code(text + at);
            go_on(&last, marks + at, o, &o->characters[code], code);
            at += 3;
        } else {
            go_on_byte(&last, marks + at, o, text[at]);
            at++;
        }
    }
    for (; at < length; at++)
        go_on_byte(&last, marks + at, o, text[at]);
    set_marks(&last, 0);
}

void
cl_reader_init(ClReader *reader,
               const ClVocabulary *vocabulary,
               const char *text,
               size_t length)
{
    *reader = (ClReader){.vocabulary = vocabulary,
                         .text = text,
                         .length = length,
                         .marks = g_new(ClMarks, length + CL_READER_AHEAD)};
    mark_characters(reader);
    memset(reader->marks + length, 0, CL_READER_AHEAD * sizeof(ClMarks));
}

void
cl_reader_clear(ClReader *reader)
{
    g_free(reader->marks);
}
