/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/excerpt.h"

#include "report/report.h"

#include <string.h>

/* Characters shown before and behind the place, so that a long list of words
   fits a terminal. */
enum { BEFORE = 40, BEHIND = 36 };

void
cl_excerpts_clear(ClExcerpts *excerpts)
{
    g_clear_pointer(&excerpts->path, g_free);
    g_clear_pointer(&excerpts->bytes, g_free);
}

static const char *
bytes_of(ClExcerpts *excerpts, const char *path)
{
    if (g_strcmp0(excerpts->path, path) != 0) {
        cl_excerpts_clear(excerpts);
        excerpts->path = g_strdup(path);
        if (!g_file_get_contents(path, &excerpts->bytes, NULL, NULL) ||
            !g_utf8_validate(excerpts->bytes, -1, NULL))
            g_clear_pointer(&excerpts->bytes, g_free);
    }
    return excerpts->bytes;
}

/* The start of a line, counted from 1; NULL if there are fewer. */
static const char *
find_line(const char *bytes, unsigned line)
{
    while (bytes && --line) {
        bytes = strchr(bytes, '\n');
        bytes = bytes ? bytes + 1 : NULL;
    }
    return bytes;
}

/* How many columns of a terminal a character takes. */
static unsigned
width_of(gunichar c)
{
    return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

static void
append_text(const char *from, const char *to, GString *out)
{
    g_autofree char *text = g_strndup(from, (size_t)(to - from));
    g_strdelimit(text, "\t\r", ' ');
    cl_escape_terminal(text, out);
}

static const char *
go_back(const char *line, const char *at, unsigned most)
{
    while (at > line && most--)
        at = g_utf8_prev_char(at);
    return at;
}

static const char *
go_on(const char *at, unsigned most)
{
    while (*at && *at != '\n' && most--)
        at = g_utf8_next_char(at);
    return at;
}

static void
append_line(const char *line, unsigned column, GString *out)
{
    const char *const at = go_on(line, column - 1);
    const char *const start = go_back(line, at, BEFORE);
    const char *const end = go_on(at, BEHIND);
    const bool cut = start > line;
    unsigned blanks = cut ? 3 : 0;
    g_string_append(out, cut ? "\n    | ..." : "\n    | ");
    append_text(start, end, out);
    if (*end && *end != '\n')
        g_string_append(out, "...");
    for (const char *c = start; c < at; c = g_utf8_next_char(c))
        blanks += width_of(g_utf8_get_char(c));
    g_string_append_printf(out, "\n    | %*s^", (int)blanks, "");
}

static bool
is_yaml(const char *path)
{
    return g_str_has_suffix(path, ".yaml") || g_str_has_suffix(path, ".yml");
}

void
cl_excerpt_append(ClExcerpts *excerpts, const ClNote *note, GString *out)
{
    if (!note->file || !note->line || !note->column || !is_yaml(note->file))
        return;
    const char *const line =
        find_line(bytes_of(excerpts, note->file), note->line);
    if (line)
        append_line(line, note->column, out);
}
