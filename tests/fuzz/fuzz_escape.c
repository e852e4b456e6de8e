/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Any bytes become harmless for each kind of report, and can still be read
 * out of it: what was escaped is undone here, by a reader of its own, and must
 * be the text again.
 */

#include "fuzz.h"

#include "json.h"
#include "report/escape.h"

/* ---- Undoing ----------------------------------------------------------- */

/* \u{..} or \xNN at a place; its length, 0 if there is none. */
static size_t
read_escape(const char *at, GString *out)
{
    char *end;
    if (g_str_has_prefix(at, "\\u{")) {
        const gunichar c = (gunichar)strtoul(at + 3, &end, 16);
        MUST(*end == '}', "no end: %.12s", at);
        g_string_append_unichar(out, c);
        return (size_t)(end + 1 - at);
    }
    if (g_str_has_prefix(at, "\\x")) {
        const int high = g_ascii_xdigit_value(at[2]);
        const int low = g_ascii_xdigit_value(at[3]);
        g_string_append_c(out, (char)(high * 16 + low));
        return 4;
    }
    return 0;
}

/* Text that holds what looks like an escape cannot be told from one. */
static bool
looks_escaped(const char *text)
{
    return strstr(text, "\\u{") || strstr(text, "\\x");
}

static void
must_undo(const char *text, const char *escaped)
{
    g_autoptr(GString) again = g_string_new(NULL);
    for (size_t step; *escaped; escaped += step) {
        step = read_escape(escaped, again);
        if (!step) {
            g_string_append_c(again, *escaped);
            step = 1;
        }
    }
    MUST(strcmp(again->str, text) == 0, "'%s' was '%s'", again->str, text);
}

/* ---- Sinks ------------------------------------------------------------- */

static void
must_be_visible(const GString *out)
{
    must_be_text(out->str, out->len);
    for (const char *at = out->str; *at; at = g_utf8_next_char(at))
        MUST(!cl_char_is_unsafe(g_utf8_get_char(at)), "U+%04X is hidden",
             (unsigned)g_utf8_get_char(at));
}

static void
must_be_safe_in_terminal(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    cl_escape_terminal(text, out);
    must_be_visible(out);
    MUST(!strstr(out->str, "##["), "an order: %s", out->str);
    MUST(!g_str_has_prefix(out->str + strspn(out->str, " "), "::"),
         "an order: %s", out->str);
    if (!looks_escaped(text))
        must_undo(text, out->str);
}

static size_t
count_ticks(const char *at)
{
    return strspn(at, "`");
}

/* A span is closed by as many backticks as opened it, at its end only. */
static void
must_be_safe_in_code(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    cl_escape_code(text, out);
    must_be_visible(out);
    const size_t ticks = count_ticks(out->str);
    MUST(!*text == !out->len, "nothing of '%s'", text);
    MUST(!strchr(out->str, '|'), "a cell ends: %s", out->str);
    for (const char *at = out->str + ticks; *at;) {
        const size_t run = count_ticks(at);
        MUST(run != ticks || !at[run], "closed early: %s", out->str);
        MUST(at[run] || run == ticks, "not closed: %s", out->str);
        at += run ? run : 1;
    }
}

/* No character of mark-up stands without its backslash or its code span. */
static void
must_be_safe_in_markdown(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    cl_escape_markdown(text, out);
    must_be_visible(out);
    for (const char *at = out->str; *at; at++) {
        if (g_str_has_prefix(at, "`@`") || g_str_has_prefix(at, "`#`")) {
            at += 2;
        } else if (*at == '\\') {
            at++; /* with what it escapes */
            MUST(*at, "a backslash at the end: %s", out->str);
        } else {
            MUST(!strchr("*_[]<>`|@&~!", *at), "mark-up '%c' in %s", *at,
                 out->str);
            MUST(!g_str_has_prefix(at, "://") && !g_str_has_prefix(at, "www."),
                 "a link in %s", out->str);
        }
    }
}

static void
must_be_safe_in_json(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    cl_json_string(text, out);
    must_be_text(out->str, out->len);
    MUST(json_is_valid(out->str) && *out->str == '"', "no JSON: %s", out->str);
    MUST(!strstr(out->str, "\342\200\250") && !strstr(out->str, "\342\200\251"),
         "a line ends in %s", out->str);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    g_autofree char *text = g_strndup((const char *)bytes, length);
    must_be_safe_in_terminal(text);
    must_be_safe_in_code(text);
    must_be_safe_in_markdown(text);
    must_be_safe_in_json(text);
    return 0;
}
