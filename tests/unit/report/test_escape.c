/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "report/escape.h"

typedef struct {
    const char *name, *text, *expected;
} Row;

static void
check_rows(const Row *rows,
           size_t count,
           void (*escape)(const char *, GString *))
{
    for (size_t i = 0; i < count; i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        escape(rows[i].text, out);
        ck_assert_msg(g_str_equal(out->str, rows[i].expected),
                      "%s: got <%s>, expected <%s>", rows[i].name, out->str,
                      rows[i].expected);
    }
}

START_TEST(a_terminal_obeys_nothing_in_an_article)
{
    static const Row rows[] = {
        {"ordinary text passes", "锁单24万台, 45%", "锁单24万台, 45%"},
        {"clear screen", "a\033[2Jb", "a\\u{1b}[2Jb"},
        {"window title", "\033]0;x\007", "\\u{1b}]0;x\\u{7}"},
        {"clipboard by OSC 52", "\033]52;c;eA==\033\\",
         "\\u{1b}]52;c;eA==\\u{1b}\\"},
        {"C1 control sequence", "a\302\2332J", "a\\u{9b}2J"},
        {"a new line is not one", "a\nb", "a\\u{a}b"},
        {"carriage return", "good\rbad", "good\\u{d}bad"},
        {"delete", "a\177", "a\\u{7f}"},
        {"right-to-left override", "a\u202eb", "a\\u{202e}b"},
        {"isolate", "\u2066a\u2069", "\\u{2066}a\\u{2069}"},
        {"zero-width space", "24\u200b万", "24\\u{200b}万"},
        {"byte order mark inside", "a\ufeffb", "a\\u{feff}b"},
        {"soft hyphen", "a\u00adb", "a\\u{ad}b"},
        {"private use", "a\ue200b", "a\\u{e200}b"},
        {"tag characters", "a\U000e0041b", "a\\u{e0041}b"},
        {"hidden variation selector", "a\U000e0101b", "a\\u{e0101}b"},
        {"line separator", "a\u2028b", "a\\u{2028}b"},
        {"bytes that are no UTF-8", "a\xff\xe5z", "a\\xFF\\xE5z"},
        {"a character cut short", "a\xe5\xb0", "a\\xE5\\xB0"},
        {"a character cut short by another", "\xe5z", "\\xE5z"},
        {"the first of the hidden selectors", "a\ufe00b", "a\\u{fe00}b"},
        {"the last of the hidden selectors", "a\ufe0db", "a\\u{fe0d}b"},
        {"selectors of emoji pass", "☺\ufe0e☺\ufe0f", "☺\ufe0e☺\ufe0f"},
        {"what stands before selectors passes", "\ufdff", "\ufdff"},
        {"what stands behind the selectors passes", "\U000e01f0", "\U000e01f0"},
        {"the first selector beyond", "a\U000e0100b", "a\\u{e0100}b"},
        {"the last selector beyond", "a\U000e01efb", "a\\u{e01ef}b"},
        {"GitHub command", "::add-mask::24万", "\\u{3a}:add-mask::24万"},
        {"GitHub command after blanks", "  ::stop", "  \\u{3a}:stop"},
        {"two colons inside are none", "a::b", "a::b"},
        {"Azure command anywhere", "x ##[error]y", "x \\u{23}#[error]y"},
    };
    check_rows(rows, G_N_ELEMENTS(rows), cl_escape_terminal);
}
END_TEST

START_TEST(a_code_span_holds_whatever_stands_in_it)
{
    static const Row rows[] = {
        {"ordinary text", "锁单24万台", "`锁单24万台`"},
        {"nothing is nothing", "", ""},
        {"backticks inside", "a`b``c", "```a`b``c```"},
        {"backtick at the end", "a`", "`` a` ``"},
        {"backtick at the start", "`a", "`` `a ``"},
        {"a blank at the start", " a", "`  a `"},
        {"a blank at the end", "a ", "` a  `"},
        {"a tab is a blank", "a\tb", "`a b`"},
        {"only a backtick", "`", "`` ` ``"},
        {"a pipe does not break the table", "a|b", "`a\\u{7c}b`"},
        {"an escaped pipe neither", "a\\|b", "`a\\\\u{7c}b`"},
        {"a line break does not end it", "a\n\n# b", "`a  # b`"},
        {"carriage return neither", "a\rb", "`a\\u{d}b`"},
        {"HTML stays text", "<img src=x>", "`<img src=x>`"},
        {"a mention stays text", "@all #12", "`@all #12`"},
        {"an image stays text", "![](http://x/y)", "`![](http://x/y)`"},
        {"escape sequences too", "\033[2J", "`\\u{1b}[2J`"},
    };
    check_rows(rows, G_N_ELEMENTS(rows), cl_escape_code);
}
END_TEST

START_TEST(markdown_prose_starts_no_markup)
{
    static const Row rows[] = {
        {"ordinary text passes", "小米 YU7 订单量 (台)",
         "小米 YU7 订单量 (台)"},
        {"emphasis", "*a* _b_", "\\*a\\* \\_b\\_"},
        {"a link", "[a](b)", "\\[a\\](b)"},
        {"HTML", "<b>", "\\<b\\>"},
        {"an entity", "&lt;", "\\&lt;"},
        {"a pipe", "a|b", "a\\u{7c}b"},
        {"a code span", "`a`", "\\`a\\`"},
        {"a backslash", "\\", "\\\\"},
        {"a mention", "@all", "`@`all"},
        {"an issue", "#12", "`#`12"},
        {"a bare link", "https://x.y", "https\\://x.y"},
        {"a bare host", "www.x.y", "www\\.x.y"},
        {"a colon before one slash", "a:/b", "a\\:/b"},
        {"a colon before a later slash", "a:b/c", "a:b/c"},
        {"a full stop behind w alone", "aw.b", "aw\\.b"},
        {"a full stop behind a capital w alone", "aW.b", "aW\\.b"},
        {"a full stop two behind w", "wa.b", "wa.b"},
        {"a full stop two behind a capital w", "Wa.b", "Wa.b"},
        {"an issue of one digit", "#1", "`#`1"},
        {"a digit two behind a number sign", "#a1", "\\#a1"},
        {"a host in capitals", "WWW.x", "WWW\\.x"},
        {"a full stop at the start", ".w", ".w"},
        {"a full stop behind a word", "a. b.w", "a. b.w"},
        {"a colon in prose", "a: b:c", "a: b:c"},
        {"a number sign before no digit", "# a #b", "\\# a \\#b"},
        {"every other mark", "~!>", "\\~\\!\\>"},
        {"a tab", "a\tb", "a b"},
        {"delete", "a\177", "a\\u{7f}"},
        {"the first character past ASCII", "\302\200", "\\u{80}"},
        {"a character cut short", "a\xe5\xb0", "a\\xE5\\xB0"},
        {"a line break", "a\n# b", "a \\# b"},
        {"bidi", "a\u202eb", "a\\u{202e}b"},
        {"bad bytes", "a\xff", "a\\xFF"},
    };
    check_rows(rows, G_N_ELEMENTS(rows), cl_escape_markdown);
}
END_TEST

RUN_TESTS("escape",
          a_terminal_obeys_nothing_in_an_article,
          a_code_span_holds_whatever_stands_in_it,
          markdown_prose_starts_no_markup)
