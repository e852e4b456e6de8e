/* SPDX-License-Identifier: Apache-2.0 */
/* The nearest of some words: for "did you mean". */
#include "base/base.h"

#include <string.h>

enum { LONGEST_WORD = 64 };

/* Optimal string alignment: a swap of neighbours costs one, as typing does. */
static unsigned
edit_distance(const gunichar *a, size_t a_len, const gunichar *b, size_t b_len)
{
    unsigned rows[3][LONGEST_WORD + 1];
    for (size_t j = 0; j <= b_len; j++)
        rows[1][j] = (unsigned)j;
    for (size_t i = 1; i <= a_len; i++) {
        memcpy(rows[2], rows[0], sizeof rows[0]);
        memcpy(rows[0], rows[1], sizeof rows[0]);
        /* rows[0]: the row before; rows[2]: the one before that */
        unsigned *row = rows[1];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_len; j++) {
            const unsigned same = a[i - 1] != b[j - 1];
            unsigned best = rows[0][j - 1] + same;
            best = MIN(best, MIN(rows[0][j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = MIN(best, rows[2][j - 2] + 1);
            row[j] = best;
        }
    }
    return rows[1][b_len];
}

const char *
cl_nearest_word(const char *word, const char *const *candidates)
{
    /* a word off the command line may be anything */
    if (!g_utf8_validate(word, -1, NULL))
        return NULL;
    glong length;
    g_autofree gunichar *letters = g_utf8_to_ucs4_fast(word, -1, &length);
    if (length == 0 || length > LONGEST_WORD)
        return NULL;
    unsigned best = (unsigned)MAX(length / 3, 1) + 1;
    const char *nearest = NULL;
    for (; *candidates; candidates++) {
        glong other_length;
        g_autofree gunichar *other =
            g_utf8_to_ucs4_fast(*candidates, -1, &other_length);
        if (other_length == 0 || other_length > LONGEST_WORD)
            continue;
        const unsigned distance =
            edit_distance(letters, (size_t)length, other, (size_t)other_length);
        if (distance < best) {
            best = distance;
            nearest = *candidates;
        }
    }
    return nearest;
}
