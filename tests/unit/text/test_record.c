/* SPDX-License-Identifier: Apache-2.0 */

/* Lines of JSON Lines: what is an article, where its text stands. */

#include "article_of.h"

#include "text/record.h"

static ClArticle *
record_of(const char *line, size_t base, ClNotes *notes)
{
    return cl_article_new_record("a.jsonl", g_strdup(line), strlen(line), base,
                                 3, notes);
}

START_TEST(a_line_is_an_article)
{
    static const struct {
        const char *name, *line, *text, *title, *date, *source;
    } rows[] = {
        {"text alone", "{\"text\":\"甲\"}", "甲", NULL, "", NULL},
        {"all of it",
         " { \"id\" : 7, \"date\": \"2025-06-28T10:00\", \"source\":\"晨报\", "
         "\"title\":\"乙\", \"text\" : \"甲\" } ",
         "乙\n\n甲", "乙", "2025-06-28", "晨报"},
        {"a title that opens the text, too",
         "{\"title\":\"乙\",\"text\":\"乙\\n甲\"}", "乙\n甲", "乙", "", NULL},
        {"an empty title", "{\"title\":\"\",\"text\":\"甲\"}", "甲", NULL, "",
         NULL},
        {"two titles", "{\"text\":\"甲\",\"title\":\"乙\",\"headline\":\"丙\"}",
         "乙\n\n甲", "乙", "", NULL},
        {"other members",
         "{\"a\":[1,{\"text\":\"no\"},\"]\"],\"b\":-1.5e3,\"c\":null,"
         "\"d\":true,\"text\":\"甲\"}",
         "甲", NULL, "", NULL},
        {"escapes", "{\"text\":\"\\\"\\\\\\/\\n\\u7532\\ud83d\\ude00\"}",
         "\"\\/\n甲😀", NULL, "", NULL},
        {"half a pair", "{\"text\":\"a\\ud83db\"}",
         "a\xEF\xBF\xBD"
         "b",
         NULL, "", NULL},
        {"no title", "{\"title\":null,\"text\":\"甲\"}", "甲", NULL, "", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        g_autoptr(ClArticle) article = record_of(rows[i].line, 0, notes);
        ck_assert_msg(article, "%s", rows[i].name);
        size_t length;
        const ClArticleInfo *info = cl_article_info(article);
        ck_assert_msg(strcmp(cl_article_text(article, &length), rows[i].text) ==
                              0 &&
                          g_strcmp0(info->title, rows[i].title) == 0 &&
                          strcmp(info->date, rows[i].date) == 0 &&
                          g_strcmp0(info->source, rows[i].source) == 0,
                      "%s", rows[i].name);
    }
}
END_TEST

START_TEST(a_line_that_is_no_article_is_told_with_its_place)
{
    static const struct {
        const char *name, *line;
        unsigned column;
    } rows[] = {
        {"no object", "oops", 1},
        {"no text", "{\"title\":\"x\"}", 14},
        {"no end", "{\"text\":\"x", 11},
        {"text is a number", "{\"text\":7}", 11},
        {"two objects", "{\"text\":\"x\"} {}", 14},
        {"no comma", "{\"text\":\"x\" \"a\":1}", 13},
        {"a bad escape", "{\"text\":\"\\x\"}", 11},
        {"a tab in a string", "{\"text\":\"a\tb\"}", 11},
        {"not UTF-8", "{\"text\":\"\xFF\"}", 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        g_autoptr(ClArticle) article = record_of(rows[i].line, 0, notes);
        ck_assert_msg(!article, "%s", rows[i].name);
        ck_assert_uint_eq(cl_notes_errors(notes), 1);
        const ClNote *note = cl_notes_get(notes, 0);
        ck_assert_str_eq(note->kind, "record");
        ck_assert_uint_eq(note->line, 3);
        ck_assert_msg(note->column == rows[i].column, "%s: column %u",
                      rows[i].name, note->column);
    }
}
END_TEST

START_TEST(words_of_a_record_lead_back_to_its_line)
{
    enum { BASE = 100 };
    static const struct {
        const char *name, *line;
        unsigned column, end_column;
    } rows[] = {
        {"the text", "{\"text\":\"\\u9501单\\n24\\u4e07台\"}", 19, 28},
        {"the text below a title",
         "{\"title\":\"甲\",\"text\":\"\\u9501单\\n24\\u4e07台\"}", 31, 40},
        {"a title", "{\"title\":\"\\u9501单24\\u4e07台\",\"text\":\"甲\"}", 18,
         27},
        {"a title behind the text",
         "{\"text\":\"甲\",\"title\":\"\\u9501单24\\u4e07台\"}", 29, 38},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        g_autoptr(ClArticle) article = record_of(rows[i].line, BASE, notes);
        size_t length;
        const char *text = cl_article_text(article, &length);
        const size_t at = (size_t)(strstr(text, "24") - text);
        const ClSpan words = {at, at + strlen("24万台")};
        const ClSpan span = cl_article_original(article, words);
        g_autofree char *origin =
            g_strndup(rows[i].line + span.start - BASE, span.end - span.start);
        ck_assert_str_eq(origin, "24\\u4e07台");
        const ClPlace place = cl_article_place(article, words);
        ck_assert_uint_eq(place.line, 3);
        ck_assert_uint_eq(place.end_line, 3);
        ck_assert_msg(place.column == rows[i].column &&
                          place.end_column == rows[i].end_column,
                      "%s: %u to %u", rows[i].name, place.column,
                      place.end_column);
    }
}
END_TEST

RUN_TESTS("text/record",
          a_line_is_an_article,
          a_line_that_is_no_article_is_told_with_its_place,
          words_of_a_record_lead_back_to_its_line)
