/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_HEADS_H
#define CL_RULE_HEADS_H

/* The words of a list by how they begin: asked at every place of a text. */

#include <glib.h>

enum { CL_HEADS = 64 };

/** Numbers are those of words, from 1 on; 0 ends. */
typedef struct {
    guint16 first[CL_HEADS];
    guint16 *next; /* of each word, the next one that may begin alike */
} ClHeads;

/** words, of char * in UTF-8, ended by NULL, stay in their order. */
void cl_heads_init(ClHeads *heads, const char *const *words);
void cl_heads_clear(ClHeads *heads);

/** Which of them share a place: those with one first character do. */
static inline unsigned
cl_heads_place(const char *text)
{
    const guchar *p = (const guchar *)text;
    return (p[0] & 0xF0) == 0xE0 ? (p[2] ^ p[1] << 2) % CL_HEADS
                                 : p[0] % CL_HEADS;
}

/** The first word that may begin as a text does, which has one character at
    least; behind it heads->next. */
static inline unsigned
cl_heads_first(const ClHeads *heads, const char *text)
{
    return heads->first[cl_heads_place(text)];
}

static inline unsigned
cl_heads_next(const ClHeads *heads, unsigned number)
{
    return heads->next[number - 1];
}

#endif
