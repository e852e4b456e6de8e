/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_ORDINARY_H
#define CL_EXTRACT_ORDINARY_H

/*
 * Words that are nobody's name (销售, 踏入, then), so that what stands where a
 * name could is none.  From jieba's dictionary (MIT) and SCOWL's list of
 * American English, as Debian has them: lists by hand never end.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** FNV-1a; two of a table's words share one by chance in some ten thousand. */
static inline uint32_t
cl_ordinary_hash(const char *word, size_t length)
{
    uint32_t hash = UINT32_C(2166136261);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)word[i]) * UINT32_C(16777619);
    return hash;
}

/**
 * Whether folded text is one English word, or Chinese words of two characters
 * and more in a row, of which none is a name.
 */
bool cl_is_ordinary(const char *text, size_t length);

/** Whether folded text is one word of a dictionary, and be it a noun that is
    met so seldom that it might be a name, too: 海报. */
bool cl_is_known_word(const char *text, size_t length);

#endif
