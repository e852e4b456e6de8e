/* SPDX-License-Identifier: Apache-2.0 */
/* Text laid out for print: rows of a page and the text that is read. */
#include "text/text.h"
#include "unit.h"

#include <string.h>

typedef struct {
    const char *name, *page, *text;
} Row;

static const char two_columns[] =
    "茶铺去年卖出了三百万斤茶，比      河边的店开了四十家，老板说\n"
    "前年多两成。掌柜说今年还要      今年不再开新店，先把旧店修\n"
    "多卖，新茶已经在路上了。        好，客人坐着也舒服一些。\n";

static const Row rows[] = {
    {"a cut word is written whole in its first line",
     "Turnover rose to 36 bil-\nlion yuan, helped by ex-\nports to\nPeru.",
     "Turnover rose to 36 billion\nyuan, helped by exports\nto\nPeru.\n"},
    {"the hyphen of a compound stays",
     "up 3 percent year-on-\nyear, after a full-\nyear loss and a so-\ncalled pause",
     "up 3 percent year-on-year,\nafter a full-year\nloss and a so-called\npause\n"},
    {"an indent and a soft hyphen are no part of a word",
     "some 40 thou\xC2\xAD\n    sand shops", "some 40 thousand\nshops\n"},
    {"a dash behind a number or before a name cuts no word",
     "from 3-\nto 5, the pact with Tea-\nHouse - and so-\n", NULL},
    {"spaced letters are words",
     "茶 铺 2 0 3 1 年 卖 出 3 6 5 9 斤 ， 多 了 3 5 % 。\n"
     "T e a  r o s e  3 . 5  % .\n下一行 a b 没有空格\n",
     "茶铺2031年卖出3659斤，多了35%。\nTea rose 3.5 %.\n下一行 a b 没有空格\n"},
    {"columns are read one after the other", two_columns,
     "茶铺去年卖出了三百万斤茶，比\n前年多两成。掌柜说今年还要\n多卖，新茶已经在路上了。\n"
     "\n河边的店开了四十家，老板说\n今年不再开新店，先把旧店修\n好，客人坐着也舒服一些。\n\n"},
    {"the page goes on above and below its columns",
     "A headline over the whole of the page, with a comma\n"
     "\n"
     "The shop sold tea, and then   Nobody counted, they said,\n"
     "some more of it, to people    before the river rose again\n"
     "who came by boat.             and the shop was closed.\n"
     "\n"
     "The last line is again as wide as the page can ever be\n",
     "A headline over the whole of the page, with a comma\n"
     "\n"
     "The shop sold tea, and then\nsome more of it, to people\nwho came by boat.\n"
     "\n"
     "Nobody counted, they said,\nbefore the river rose again\n"
     "and the shop was closed.\n\n\n"
     "The last line is again as wide as the page can ever be\n"},
    {"three columns are three",
     "One river runs west,   one east, and both   meet the sea, some say\n"
     "past the old tea mill   are wide, so that    in one place, others\n"
     "and nobody knows why.   boats can turn.      that they never do.\n",
     "One river runs west,\npast the old tea mill\nand nobody knows why.\n\n"
     "one east, and both\nare wide, so that\nboats can turn.\n\n"
     "meet the sea, some say\nin one place, others\nthat they never do.\n\n\n"},
    {"a table has short cells and stays",
     "门店        2029年      2030年\n一线城市    300家       410家\n"
     "其他城市    1,200家     1,300家\n合计        1,500家     1,710家\n",
     NULL},
    {"so does a list of names and shares",
     "Tea house by the river          31.5%\n"
     "Tea house on the hill           22.0%\n"
     "Tea house behind the mill        8.1%\n",
     NULL},
    {"two lines make no column",
     "This line is long enough, yes   and so is this one, certainly\n"
     "This line is long enough, yes   and so is this one, certainly\n",
     NULL},
    {"an indent is no gutter",
     "    这一段开头空了四格，后面还有很多字，\n    下一行也是这样写的，没有别的意思。\n"
     "    第三行也一样，都是一段话里的字。\n",
     NULL},
};

static ClArticle *
read_page(const char *page, ClNotes *notes)
{
    return cl_article_new("page.txt", g_strdup(page), strlen(page), notes);
}

static void
expect_text(const Row *row, const char *page, ClNotes *notes)
{
    size_t length;
    g_autoptr(ClArticle) article = read_page(page, notes);
    const char *text = cl_article_text(article, &length);
    ck_assert_msg(strcmp(text, row->text ? row->text : page) == 0, "%s:\n%s",
                  row->name, text);
    for (size_t at = 0; at < length; at++) {
        const ClSpan span = cl_article_original(article, (ClSpan){at, at + 1});
        ck_assert_uint_eq(span.end, span.start + 1);
        ck_assert_msg(text[at] == '\n' || text[at] == page[span.start],
                      "%s: byte %zu", row->name, at);
    }
}

START_TEST(print_is_read_as_it_was_written)
{
    ClNotes *notes = cl_notes_new();
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        expect_text(&rows[i], rows[i].page, notes);
    ck_assert_uint_eq(cl_notes_count(notes), 0);
    cl_notes_free(notes);
}
END_TEST

START_TEST(places_are_those_of_the_page)
{
    static const struct {
        const char *words;
        ClPlace place;
    } places[] = {
        {"还要\n多卖", {2, 12, 3, 3}},
        {"先把旧店修\n好，客人", {2, 28, 3, 25}},
        {"四十家", {1, 27, 1, 30}},
        {"路上了。\n\n河边", {3, 9, 3, 13}}, /* as far as its column */
    };
    ClNotes *notes = cl_notes_new();
    g_autoptr(ClArticle) article = read_page(two_columns, notes);
    size_t length;
    const char *text = cl_article_text(article, &length);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        const char *found = strstr(text, places[i].words);
        ck_assert_ptr_nonnull(found);
        const size_t at = (size_t)(found - text);
        const ClPlace place = cl_article_place(
            article, (ClSpan){at, at + strlen(places[i].words)});
        ck_assert_uint_eq(place.line, places[i].place.line);
        ck_assert_uint_eq(place.column, places[i].place.column);
        ck_assert_uint_eq(place.end_line, places[i].place.end_line);
        ck_assert_uint_eq(place.end_column, places[i].place.end_column);
    }
    cl_notes_free(notes);
}
END_TEST

START_TEST(mark_up_is_not_laid_out)
{
    static const char page[] = "The shop took 3 bil-\nlion yuan.";
    static const char *const paths[] = {"a.md", "a.html", "a.markdown"};
    ClNotes *notes = cl_notes_new();
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        size_t length;
        g_autoptr(ClArticle) article =
            cl_article_new(paths[i], g_strdup(page), strlen(page), notes);
        ck_assert_str_eq(cl_article_text(article, &length), page);
    }
    cl_notes_free(notes);
}
END_TEST

RUN_TESTS("text/layout",
          print_is_read_as_it_was_written,
          places_are_those_of_the_page,
          mark_up_is_not_laid_out)
