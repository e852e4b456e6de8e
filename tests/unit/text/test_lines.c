/* SPDX-License-Identifier: Apache-2.0 */
/* Lines are measured once, and what is kept of them is what they are. */
#include "text/lines.h"

#include "article_of.h"

static void
check_kept(const ClArticle *article)
{
    const char *prose = cl_article_prose(article);
    size_t number = 0;
    for (size_t at = 0; at < article->length;) {
        ClLine kept = cl_line_of_article(article, number++, at);
        cl_line_measure(prose, &kept);
        const ClLine read = cl_line_read(prose, article->length, at);
        ck_assert_msg(kept.start == read.start && kept.end == read.end &&
                          kept.next == read.next && kept.width == read.width &&
                          kept.letters == read.letters &&
                          kept.item == read.item &&
                          kept.first_word == read.first_word &&
                          kept.stops == read.stops && kept.ends == read.ends &&
                          kept.sentences == read.sentences,
                      "line %zu", number);
        at = read.next;
    }
}

START_TEST(kept_lines_are_those_of_the_prose)
{
    static const char *const texts[] = {
        "",
        "一行",
        "\n\n第一行，有7个YU7\n  第二行。\r\n\t\nThe third line, of 3 words\n",
        "列表：\n- 第一项 5万辆\n- 第二项\n1. 第三项\n", /* marks are masked */
        "正文有一句话。\n相关推荐\n禾木年收入5亿元\n远山卖出3万辆\n",
        "正文 https://a.example/b 第二句\n\n① 一点\n(1) 两点\n",
        "品牌  销量  增幅\n甲  3万辆  5%\n乙  4万辆  6%\n丙  5万辆  7%\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(ClArticle) article = article_of("a.txt", texts[i]);
        check_kept(article);
    }
}
END_TEST

START_TEST(lines_past_those_kept_are_read)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 6000; i++)
        g_string_append_printf(text, "第%d行 word%d，卖了三辆。\n", i, i);
    g_autoptr(ClArticle) article = article_of("a.txt", text->str);
    ck_assert_uint_lt(article->lines->len, 6000);
    check_kept(article);
}
END_TEST

START_TEST(a_wide_line_is_not_measured_to_its_end)
{
    for (size_t han = 0; han < 3; han++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = 0; i < 2 * CL_LINE_WIDE; i++)
            g_string_append(text, han == 0 ? "a" : han == 1 ? "车" : "a车");
        const ClLine line = cl_line_read(text->str, text->len, 0);
        ck_assert_uint_ge(line.width, CL_LINE_WIDE);
        ck_assert_uint_le(line.width, CL_LINE_WIDE + 1);
        ck_assert_uint_eq(line.first_word, han == 1   ? 0
                                           : han == 2 ? 1
                                                      : CL_LINE_WIDE);
        ck_assert_uint_eq(line.end, text->len);
    }
}
END_TEST

/* Character by character, as far as a line is measured. */
static unsigned
cells_of(const char *text)
{
    unsigned cells = 0;
    for (; *text && cells < CL_LINE_WIDE; text = g_utf8_next_char(text))
        cells += cl_char_cells(g_utf8_get_char(text));
    return cells;
}

START_TEST(a_line_is_as_wide_as_its_characters)
{
    static const char *const parts[] = {"销量", "YU7", "，", "５",
                                        "é",    "a",   "。"};
    g_autoptr(GString) text = g_string_new(NULL);
    for (unsigned i = 0; i < 200; i++) {
        g_string_append(text, parts[i * i % G_N_ELEMENTS(parts)]);
        g_string_append(text, parts[i % 3]);
        const ClLine line = cl_line_read(text->str, text->len, 0);
        ck_assert_uint_eq(line.width, cells_of(text->str));
    }
}
END_TEST

START_TEST(no_solid_byte_begins_what_is_void)
{
    for (gunichar c = 1; c < 0x10000; c++) {
        char text[8] = "";
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        const size_t length = (size_t)g_unichar_to_utf8(c, text);
        ck_assert_msg(!cl_is_solid(text[0]) ||
                          !cl_char_is_void(cl_char_at(text, 0)),
                      "U+%04X", c);
        ck_assert_uint_eq(cl_skip_void(text, 0, length),
                          cl_skip_void_slow(text, 0, length));
        ck_assert_uint_eq(cl_skip_void_back(text, 0, length),
                          cl_skip_void_back_slow(text, 0, length));
    }
}
END_TEST

RUN_TESTS("text/lines",
          a_line_is_as_wide_as_its_characters,
          no_solid_byte_begins_what_is_void,
          kept_lines_are_those_of_the_prose,
          lines_past_those_kept_are_read,
          a_wide_line_is_not_measured_to_its_end)
