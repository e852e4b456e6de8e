/* SPDX-License-Identifier: Apache-2.0 */
/* Text as a JSON string: always valid UTF-8, never a raw control. */
#include "base/base.h"

static void
append_character(gunichar c, GString *out)
{
    switch (c) {
    case '"':
        g_string_append(out, "\\\"");
        return;
    case '\\':
        g_string_append(out, "\\\\");
        return;
    case '\n':
        g_string_append(out, "\\n");
        return;
    case '\t':
        g_string_append(out, "\\t");
        return;
    default:
        break;
    }
    /* U+2028 and U+2029 end a line in JavaScript */
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029)
        g_string_append_printf(out, "\\u%04x", c);
    else
        g_string_append_unichar(out, c);
}

void
cl_json_string(const char *text, GString *out)
{
    g_string_append_c(out, '"');
    while (*text) {
        const gunichar c = g_utf8_get_char_validated(text, -1);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            g_string_append(out, "\xEF\xBF\xBD");
            text++;
            continue;
        }
        append_character(c, out);
        text = g_utf8_next_char(text);
    }
    g_string_append_c(out, '"');
}
