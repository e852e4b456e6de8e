/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The way back from folded text: other spellings of the same, to try whether
 * what holds for one holds for all.
 */
#include "text/chars.h"

#include <stdlib.h>

static int
compare_traditional(const void *key, const void *entry)
{
    const gunichar c = *(const gunichar *)key;
    const uint16_t from = ((const ClTraditional *)entry)->from;
    return c < from ? -1 : c > from;
}

static gunichar
to_traditional(gunichar c)
{
    const ClTraditional *entry =
        bsearch(&c, cl_traditional, cl_traditional_count,
                sizeof *cl_traditional, compare_traditional);
    return entry ? entry->to : c;
}

static gunichar
to_full_width(gunichar c)
{
    if (c == ' ')
        return 0x3000;
    return c > ' ' && c < 0x7F ? c - '!' + 0xFF01 : c;
}

static char *
respell(const char *text, gunichar (*change)(gunichar))
{
    g_return_val_if_fail(g_utf8_validate(text, -1, NULL), NULL);
    GString *out = g_string_new(NULL);
    for (; *text; text = g_utf8_next_char(text))
        g_string_append_unichar(out, change(g_utf8_get_char(text)));
    return g_string_free(out, FALSE);
}

char *
cl_text_traditional(const char *text)
{
    return respell(text, to_traditional);
}

char *
cl_text_full_width(const char *text)
{
    return respell(text, to_full_width);
}
