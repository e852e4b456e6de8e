/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes become a valid JSON string. */
#include "base/base.h"

#include "unit.h"

static const struct {
    const char *name, *text, *json;
} rows[] = {
    {"empty", "", "\"\""},
    {"plain", "28.9 wan", "\"28.9 wan\""},
    {"Chinese stays", "锁单24万台", "\"锁单24万台\""},
    {"beyond the first plane", "𠮷😀", "\"𠮷😀\""},
    {"quote and backslash", "\"\\", "\"\\\"\\\\\""},
    {"a slash stays", "a/b", "\"a/b\""},
    {"line end and tab", "\n\t", "\"\\n\\t\""},
    {"carriage return", "\r", "\"\\u000d\""},
    {"escape sequence", "\x1b[31m", "\"\\u001b[31m\""},
    {"DEL and C1", "\x7f\xc2\x9b", "\"\\u007f\\u009b\""},
    {"the last of C1, and what follows", "\xc2\x9f\xc2\xa0",
     "\"\\u009f\xc2\xa0\""},
    {"the last control and the blank", "\x1f ", "\"\\u001f \""},
    {"what stands beside the line separator", "\xe2\x80\xa7\xe2\x80\xaa",
     "\"\xe2\x80\xa7\xe2\x80\xaa\""},
    {"line separator", "\xe2\x80\xa8\xe2\x80\xa9", "\"\\u2028\\u2029\""},
    {"stray byte",
     "a\xff"
     "b",
     "\"a\xef\xbf\xbd"
     "b\""},
    {"cut at the end", "a\xe4\xb8", "\"a\xef\xbf\xbd\xef\xbf\xbd\""},
    {"cut in the middle", "\xe4\"", "\"\xef\xbf\xbd\\\"\""},
    {"overlong", "\xc0\xaf", "\"\xef\xbf\xbd\xef\xbf\xbd\""},
    {"half a surrogate pair", "\xed\xa0\x80",
     "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
};

START_TEST(text_is_escaped_as_json_wants)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        /* an exact copy: reading past its end is caught */
        g_autofree char *text = g_strdup(rows[i].text);
        g_autoptr(GString) out = g_string_new("=");
        cl_json_string(text, out);
        ck_assert_msg(g_strcmp0(out->str + 1, rows[i].json) == 0, "%s: %s",
                      rows[i].name, out->str);
    }
}
END_TEST

START_TEST(every_byte_gives_valid_text_without_controls)
{
    for (int byte = 1; byte < 256; byte++) {
        const char text[] = {(char)byte, 'x', (char)byte, '\0'};
        g_autoptr(GString) out = g_string_new(NULL);
        cl_json_string(text, out);
        ck_assert_msg(g_utf8_validate(out->str, -1, NULL), "byte %d", byte);
        for (const char *at = out->str; *at; at++)
            ck_assert_msg((unsigned char)*at >= 0x20, "byte %d", byte);
    }
}
END_TEST

RUN_TESTS("base/json",
          text_is_escaped_as_json_wants,
          every_byte_gives_valid_text_without_controls)
