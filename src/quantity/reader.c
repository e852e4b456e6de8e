/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looks up every character of a text once.  Marks are what the vocabulary
 * says of a character, so that they never rule out a word that stands there.
 */
#include "quantity/reader.h"

/* What words end with is marked at the last byte, the rest at the first. */
static const ClMarks closing =
    (CL_MARK(CL_WORDS_BOTH_WAYS) - 1) ^ (CL_MARK(CL_WORDS_FORWARD) - 1);

/* A character of three bytes, or one byte. */
typedef struct {
    const ClOpening *opening;
    uint32_t symbol; /* of pairs */
    ClMarks before;  /* what closes with the pair that it ends */
} Character;

/* Those of three bytes; what they are too many for is marked next. */
static inline void
set_marks(ClMarks *marks, const Character *c, ClMarks behind)
{
    const ClMarks around = c->before | (behind & ~closing);
    marks[0] = c->opening->alone | (c->opening->begins & around);
    marks[1] = 0;
    marks[2] = marks[0] & closing;
}

static void
mark_characters(ClReader *r)
{
    const ClOpenings *openings = r->vocabulary->openings;
    const ClOpening *characters = openings->characters;
    Character last = {characters, 0, 0};
    size_t at = 0, start = 0;
    while (at < r->length) {
        const char *text = r->text + at;
        uint32_t symbol = (unsigned char)*text;
        const ClOpening *opening = &characters[symbol];
        size_t size = 1;
        if (cl_han_starts(text, r->length - at)) {
            symbol = cl_han_code(text);
            /* broken bytes may spell a digit in three: they are nothing */
            opening = &characters[symbol < 0x800 ? 0 : symbol];
            size = 3;
        } else {
            symbol = openings->fold[symbol];
        }
        const ClMarks pair =
            openings->pairs[cl_opening_pair(last.symbol, symbol)];
        set_marks(r->marks + start, &last, pair);
        last = (Character){opening, symbol, pair & closing};
        start = at;
        at += size;
    }
    set_marks(r->marks + start, &last, 0);
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
                         .marks = g_new(ClMarks, length + 3)};
    mark_characters(reader);
}

void
cl_reader_clear(ClReader *reader)
{
    g_free(reader->marks);
}
