/* SPDX-License-Identifier: Apache-2.0 */
/* Each place is a chain of words, in their order. */
#include "rule/heads.h"

void
cl_heads_init(ClHeads *heads, const char *const *words)
{
    const guint count = g_strv_length((char **)words);
    g_assert(count < G_MAXUINT16);
    *heads = (ClHeads){.next = g_new0(guint16, count)};
    for (guint i = count; i > 0; i--) {
        guint16 *first = &heads->first[cl_heads_place(words[i - 1])];
        heads->next[i - 1] = *first;
        *first = (guint16)i;
    }
}

void
cl_heads_clear(ClHeads *heads)
{
    g_free(heads->next);
}
