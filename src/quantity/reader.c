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
    ClMarks *marks = r->marks;
    for (size_t at = 0; at < r->length;) {
        const char *text = r->text + at;
        const size_t left = r->length - at;
        const ClMarks found = cl_vocabulary_marks(r->vocabulary, text, left);
        if (!cl_han_starts(text, left)) {
            marks[at++] = found;
            continue;
        }
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
