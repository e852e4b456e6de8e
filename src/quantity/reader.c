/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looks up every character of a text once.  Marks are what the vocabulary
 * says of a character, so that they never rule out a word that stands there.
 */
#include "quantity/reader.h"

/* What words end with is marked at the last byte, the rest at the first. */
static const ClMarks closing =
    (CL_MARK(CL_WORDS_BOTH_WAYS) - 1) ^ (CL_MARK(CL_WORDS_FORWARD) - 1);

static void
mark_characters(ClReader *r)
{
    const unsigned char *c = (const unsigned char *)r->text;
    const ClMarks *known = r->vocabulary->marks;
    ClMarks *marks = r->marks;
    for (size_t at = 0; at < r->length;) {
        if ((c[at] & 0xF0) != 0xE0 || r->length - at < 3) {
            marks[at] = known[c[at]];
            at++;
            continue;
        }
        const ClMarks found =
            known[(c[at] & 0x0Fu) << 12 | (c[at + 1] & 0x3Fu) << 6 |
                  (c[at + 2] & 0x3Fu)];
        marks[at] = found & ~closing;
        marks[at + 1] = 0;
        marks[at + 2] = found & closing;
        at += 3;
    }
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
                         .marks = g_new(ClMarks, length + 1)};
    mark_characters(reader);
}

void
cl_reader_clear(ClReader *reader)
{
    g_free(reader->marks);
}
