/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Article text, titles and paths made harmless for terminal and Markdown.
 * Whatever is dropped from sight stays readable as \u{..}; ordinary Chinese
 * and English text passes unchanged.
 */
#include "report/escape.h"

#include <string.h>

/* Variation selectors beyond the two that emoji use can smuggle bytes. */
static bool
is_hidden_selector(gunichar c)
{
    return (c >= 0xFE00 && c <= 0xFE0D) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool
cl_char_is_unsafe(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return true;
    default:
        return is_hidden_selector(c);
    }
}

static void
append_code_point(gunichar c, GString *out)
{
    g_string_append_printf(out, "\\u{%x}", c);
}

/* The next character; (gunichar)-1 for a byte that is no UTF-8. */
static gunichar
take_char(const char **at)
{
    const gunichar c = g_utf8_get_char_validated(*at, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        ++*at;
        return (gunichar)-1;
    }
    *at = g_utf8_next_char(*at);
    return c;
}

static void
append_safe(gunichar c, char byte, GString *out)
{
    if (c == (gunichar)-1)
        g_string_append_printf(out, "\\x%02X", (unsigned char)byte);
    else if (cl_char_is_unsafe(c))
        append_code_point(c, out);
    else
        g_string_append_unichar(out, c);
}

/* GitHub skips blanks before "::"; Azure finds "##[" anywhere. */
static bool
starts_order(const char *at, const char *start)
{
    if (g_str_has_prefix(at, "##["))
        return true;
    return at == start && g_str_has_prefix(at, "::");
}

void
cl_escape_terminal(const char *text, GString *out)
{
    const char *const start = text + strspn(text, " ");
    for (const char *at = text; *at;) {
        const char byte = *at;
        const bool order = starts_order(at, start);
        const gunichar c = take_char(&at);
        if (order)
            append_code_point(c, out);
        else
            append_safe(c, byte, out);
    }
}

static size_t
longest_run(const char *text, char of)
{
    size_t longest = 0, run = 0;
    for (; *text; text++) {
        run = *text == of ? run + 1 : 0;
        longest = MAX(longest, run);
    }
    return longest;
}

static void
append_run(char c, size_t count, GString *out)
{
    while (count--)
        g_string_append_c(out, c);
}

/* A pipe ends a table cell even inside a code span: the one character that
 * no Markdown escape holds in every reader. */
static void
append_code_text(const char *text, GString *out)
{
    for (const char *at = text; *at;) {
        const char byte = *at;
        const gunichar c = take_char(&at);
        if (c == '\n' || c == '\t')
            g_string_append_c(out, ' ');
        else if (c == '|')
            append_code_point(c, out);
        else
            append_safe(c, byte, out);
    }
}

void
cl_escape_code(const char *text, GString *out)
{
    if (!*text)
        return;
    const size_t ticks = longest_run(text, '`') + 1;
    const bool pad = *text == '`' || *text == ' ' ||
                     g_str_has_suffix(text, "`") || g_str_has_suffix(text, " ");
    append_run('`', ticks, out);
    if (pad)
        g_string_append_c(out, ' ');
    append_code_text(text, out);
    if (pad)
        g_string_append_c(out, ' ');
    append_run('`', ticks, out);
}

/* www. and :// make links of themselves without any brackets. */
static bool
is_link_mark(const char *at, const char *text)
{
    if (*at == ':')
        return at[1] == '/';
    return *at == '.' && at > text && (at[-1] == 'w' || at[-1] == 'W');
}

static void
append_prose(gunichar c, const char *at, const char *text, GString *out)
{
    if (c == '@' || (c == '#' && g_ascii_isdigit(at[1])))
        g_string_append_printf(out, "`%c`", (int)c); /* a mention, an issue */
    else if (c == '\n' || c == '\t')
        g_string_append_c(out, ' ');
    else if (c == '|')
        append_code_point(c, out);
    else if ((c < 128 && strchr("\\`*_[]<>~&!#", (int)c)) ||
             is_link_mark(at, text))
        g_string_append_printf(out, "\\%c", (int)c);
    else
        append_safe(c, *at, out);
}

void
cl_escape_markdown(const char *text, GString *out)
{
    for (const char *at = text; *at;) {
        const char *const here = at;
        append_prose(take_char(&at), here, text, out);
    }
}
