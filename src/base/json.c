/* SPDX-License-Identifier: Apache-2.0 */
/* Text as a JSON string: always valid UTF-8, never a raw control. */
#include "base/base.h"

#include <string.h>

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

/* True where a character may begin that is not written as it is. */
static bool
may_be_special(unsigned char byte)
{
    return byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F ||
           byte == 0xC2 || byte == 0xE2;
}

static void
append_valid(const char *text, const char *end, GString *out)
{
    while (text < end) {
        const char *run = text;
        while (run < end && !may_be_special((unsigned char)*run))
            run++;
        g_string_append_len(out, text, run - text);
        if (run == end)
            return;
        append_character(g_utf8_get_char(run), out);
        text = g_utf8_next_char(run);
    }
}

static void
append_repaired(const char *text, GString *out)
{
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
}

void
cl_json_string(const char *text, GString *out)
{
    const size_t length = strlen(text);
    g_string_append_c(out, '"');
    if (cl_utf8_is_valid(text, length))
        append_valid(text, text + length, out);
    else
        append_repaired(text, out);
    g_string_append_c(out, '"');
}
