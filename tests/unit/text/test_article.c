/* SPDX-License-Identifier: Apache-2.0 */

/* Articles: decoding, metadata, places and quotes. */

#include "article_of.h"

START_TEST(a_byte_order_mark_is_no_text)
{
    g_autoptr(ClArticle) article = article_of("a.txt", "\xEF\xBB\xBF甲。乙。");
    size_t length;
    ck_assert_str_eq(cl_article_text(article, &length), "甲。乙。");
    ck_assert_uint_eq(length, 12);
    const ClSpan original = cl_article_original(article, (ClSpan){6, 12});
    ck_assert_uint_eq(original.start, 9);
    ck_assert_uint_eq(original.end, 15);
    const ClPlace place = cl_article_place(article, (ClSpan){6, 12});
    ck_assert_uint_eq(place.line, 1);
    ck_assert_uint_eq(place.column, 3);
    ck_assert_uint_eq(place.end_column, 5);
}
END_TEST

START_TEST(every_line_break_counts_once)
{
    static const char *const texts[] = {"甲一。\n乙二。\n\n丙三。",
                                        "甲一。\r\n乙二。\r\n\r\n丙三。",
                                        "甲一。\r乙二。\r\r丙三。"};
    static const unsigned lines[] = {1, 2, 4};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(ClArticle) article = article_of("a.txt", texts[i]);
        g_autofree char *found = sentences_of(article);
        ck_assert_str_eq(found, "甲一。¦乙二。¦丙三。");
        g_autoptr(ClSentences) walker = cl_sentences_new(article);
        ClSentence sentence;
        for (size_t k = 0; cl_sentences_next(walker, &sentence); k++) {
            const ClPlace place = cl_article_place(article, sentence.span);
            ck_assert_uint_eq(place.line, lines[k]);
            ck_assert_uint_eq(place.column, 1);
            ck_assert_uint_eq(place.end_column, 4);
        }
    }
}
END_TEST

static GString *
repeat(const char *text, int count)
{
    GString *all = g_string_new(NULL);
    while (count-- > 0)
        g_string_append(all, text);
    return all;
}

START_TEST(a_bad_byte_is_noted_and_mapped)
{
    g_autoptr(GString) text = repeat("好", 300);
    g_string_append(text, "\n乙\xFF丙\xE5\xB0丁。");
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClArticle) article = cl_article_new(
        "a.txt", g_memdup2(text->str, text->len), text->len, notes);
    ck_assert_ptr_nonnull(article);
    ck_assert_uint_eq(cl_notes_count(notes), 1);
    const ClNote *note = cl_notes_get(notes, 0);
    ck_assert_str_eq(note->kind, "encoding");
    ck_assert_int_eq(note->severity, CL_SEVERITY_WARNING);
    ck_assert(!note->incomplete);
    ck_assert_uint_eq(note->line, 2);
    ck_assert_uint_eq(note->column, 2);
    size_t length;
    const char *decoded = cl_article_text(article, &length);
    ck_assert(g_utf8_validate_len(decoded, length, NULL));
    const char *found = strstr(decoded, "丁");
    const size_t at = (size_t)(found - decoded);
    const ClSpan original = cl_article_original(article, (ClSpan){at, at + 3});
    ck_assert(memcmp(text->str + original.start, "丁", 3) == 0);
    ck_assert_uint_eq(original.end - original.start, 3);
    const ClPlace place = cl_article_place(article, (ClSpan){at, at + 3});
    ck_assert_uint_eq(place.column, 5);
}
END_TEST

START_TEST(what_is_not_utf8_is_refused)
{
    static const struct {
        const char *name, *bytes;
        size_t length;
        const char *kind;
    } rows[] = {
        {"half UTF-8", "\xE5\xE5\xE5\xE5\xC3\xD7\xC6\xFB\xB3", 9, "encoding"},
        {"NUL", "a\0b", 3, "binary"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        ClArticle *article =
            cl_article_new("a.txt", g_memdup2(rows[i].bytes, rows[i].length),
                           rows[i].length, notes);
        ck_assert_msg(!article, "%s", rows[i].name);
        ck_assert_uint_eq(cl_notes_errors(notes), 1);
        ck_assert_str_eq(cl_notes_get(notes, 0)->kind, rows[i].kind);
    }
}
END_TEST

START_TEST(an_empty_file_is_an_article)
{
    g_autoptr(ClArticle) article = article_of("a.txt", "");
    g_autofree char *found = sentences_of(article);
    ck_assert_str_eq(found, "");
    const ClPlace place = cl_article_place(article, (ClSpan){0, 0});
    ck_assert_uint_eq(place.line, 1);
    ck_assert_uint_eq(place.column, 1);
}
END_TEST

START_TEST(an_article_knows_its_title_day_and_people)
{
    static const struct {
        const char *name, *path, *text;
        const char *title, *date, *source, *author;
    } rows[] = {
        {"a web page", "a.txt",
         "某网首页 > 财经 > 正文\n\n河边工坊一年卖出三千辆车\n\n0\n分享至\n"
         "作者|张三\n编辑|李四\n\n晨报(ID:cb-01)\n2025-10-19 08:30\n\n正文。\n",
         "河边工坊一年卖出三千辆车", "2025-10-19", "晨报", "张三"},
        {"by-lines of an outlet", "a.txt",
         "晨報新聞記者 | 王五\n工坊的老板說，今年賣了三千輛。\n", NULL, "",
         "晨報新聞", "王五"},
        {"English", "a.txt",
         "Riverside workshop sells 3,000 bikes\nBy Jane Roe\n"
         "October 19, 2025\n\nIt sold them all.\n",
         "Riverside workshop sells 3,000 bikes", "2025-10-19", NULL,
         "Jane Roe"},
        {"day before month", "a.txt", "19 Oct. 2025\n\nIt sold.\n", NULL,
         "2025-10-19", NULL, NULL},
        {"a labelled line", "a.txt",
         "来源：晨报  发布时间：2025年10月9日\n\n正文有字。\n", NULL,
         "2025-10-09", "晨报", NULL},
        {"the file's name", "news/2025-10-19-gift.txt", "正文。\n", NULL,
         "2025-10-19", NULL, NULL},
        {"the file's name, tight", "20251019_gift.txt", "正文。\n", NULL,
         "2025-10-19", NULL, NULL},
        {"no day in prose", "a.txt",
         "在2025年10月15日的会上，老板说卖完了。\n而2024年5月1日之前\n", NULL,
         "", NULL, NULL},
        {"no such day", "a.txt", "2025-13-40\n\n正文。\n", NULL, "", NULL,
         NULL},
        {"prose is no title", "a.txt",
         "工坊去年卖出三千辆。老板姓陈\n又一段。\n", NULL, "", NULL, NULL},
        {"a broken headline", "a.txt",
         "同时做好车架、车轮、\n车锁三样，工坊赢了\n\n正文。\n",
         "同时做好车架、车轮、车锁三样，工坊赢了", "", NULL, NULL},
        {"a headline set in lines below a kicker", "a.txt",
         " 三分钟二十万台\n\n河边工坊把新车订单\n推到没见过的高度\n\n"
         "本报记者 张三 河口报道\n\n正文。\n",
         "三分钟二十万台河边工坊把新车订单推到没见过的高度", "", NULL, NULL},
        {"a deck", "a.txt",
         "Riverside sells 3,000 bikes\n\nA year nobody had planned\n\n"
         "By Jane Roe\n\nIt sold them all.\n",
         "Riverside sells 3,000 bikes A year nobody had planned", "", NULL,
         "Jane Roe"},
        {"a chapter's heading is no deck", "a.txt",
         "河边工坊的这一年\n\n春天\n\n正文有字。\n", "河边工坊的这一年", "",
         NULL, NULL},
        {"nor is a menu", "a.txt",
         "河边工坊的这一年\n\n新车订单的故事\n\n老店里的新伙计\n\n"
         "车轮和车架之间\n\n一把锁的来历\n\n河口人怎么看\n\n正文有字。\n",
         "河边工坊的这一年", "", NULL, NULL},
        {"front matter", "a.md",
         "---\ntitle: |\n  工坊的一年\nauthor: 张三\ndate_saved: 2024-01-01\n"
         "date_published: 2023-08-01 08:08:42\nsource: 晨报\n---\n\n正文。\n",
         "工坊的一年", "2023-08-01", "晨报", "张三"},
        {"front matter that is no YAML", "a.md",
         "---\ntitle: 工坊: 一年\ndate: 2023/8/1\n\tx\nauthor: \"张三\"\n---\n正文。\n",
         "工坊: 一年", "2023-08-01", NULL, "张三"},
        {"front matter in plain text", "a.txt",
         "---\ntitle: 工坊的一年\n---\n\n正文。\n", "工坊的一年", "", NULL,
         NULL},
        {"a Markdown heading", "a.md", "前言。\n\n# 工坊的一年 #\n\n正文。\n",
         "工坊的一年", "", NULL, NULL},
        {"an underlined heading", "a.md", "前言。\n\n一年\n---\n正文。\n",
         "一年", "", NULL, NULL},
        {"nothing", "a.txt", "", NULL, "", NULL, NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClArticle) article = article_of(rows[i].path, rows[i].text);
        const ClArticleInfo *info = cl_article_info(article);
        ck_assert_msg(g_strcmp0(info->title, rows[i].title) == 0,
                      "%s: title '%s'", rows[i].name, info->title);
        ck_assert_msg(strcmp(info->date, rows[i].date) == 0, "%s: date '%s'",
                      rows[i].name, info->date);
        ck_assert_msg(g_strcmp0(info->source, rows[i].source) == 0,
                      "%s: source '%s'", rows[i].name, info->source);
        ck_assert_msg(g_strcmp0(info->author, rows[i].author) == 0,
                      "%s: author '%s'", rows[i].name, info->author);
    }
}
END_TEST

START_TEST(a_quote_reads_as_people_see_it)
{
    static const struct {
        const char *path, *text, *quote;
    } rows[] = {
        {"a.txt", " 未来 5 年，\n再投 ", "未来 5 年，再投"},
        {"a.txt", "five\n  million", "five million"},
        {"a.txt", "YU7\n开售", "YU7开售"},
        {"a.txt", "24\xE2\x80\x8B万", "24万"},
        {"a.md", "**卖了** [24万](http://a.example/5)台", "卖了 24万台"},
        {"a.md", "AT&amp;T", "AT&T"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClArticle) article = article_of(rows[i].path, rows[i].text);
        g_autofree char *quote =
            cl_article_quote(article, (ClSpan){0, strlen(rows[i].text)});
        ck_assert_str_eq(quote, rows[i].quote);
    }
}
END_TEST

START_TEST(folding_an_article_skips_its_mark_up)
{
    g_autoptr(ClArticle) article = article_of(
        "a.md", "甲。\n\n**鎖單**[２４萬](http://a.example/5)臺。\n");
    g_autoptr(ClSentences) walker = cl_sentences_new(article);
    ClSentence sentence;
    ck_assert(cl_sentences_next(walker, &sentence));
    ck_assert(cl_sentences_next(walker, &sentence));
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_article(article, sentence.span, &folded);
    ck_assert_str_eq(folded.text->str, "锁单24万台。");
    const ClSpan span = cl_folded_origin(&folded, (ClSpan){6, 11});
    size_t length;
    const char *text = cl_article_text(article, &length);
    g_autofree char *origin =
        g_strndup(text + span.start, span.end - span.start);
    ck_assert_str_eq(origin, "２４萬");
}
END_TEST

RUN_TESTS("text/article",
          a_byte_order_mark_is_no_text,
          every_line_break_counts_once,
          a_bad_byte_is_noted_and_mapped,
          what_is_not_utf8_is_refused,
          an_empty_file_is_an_article,
          an_article_knows_its_title_day_and_people,
          a_quote_reads_as_people_see_it,
          folding_an_article_skips_its_mark_up)
