/* SPDX-License-Identifier: Apache-2.0 */

#include "../unit.h"
#include "text/encoding.h"
#include "text/text.h"

#include <string.h>

static const char chinese[] =
    "远山汽车昨日公布，Y1上市18小时锁单24万辆，比上一代高出20%。\n"
    "门店里从早到晚都有人，店员说：“这一天比过年还忙。”\n";
static const char traditional[] =
    "遠山汽車昨日公佈，Y1上市18小時鎖單24萬輛，比上一代高出20%。\n"
    "門市裡從早到晚都有人，店員說：「這一天比過年還忙。」\n";
static const char english[] =
    "Yuanshan’s Y1 had “more than 240,000” locked-in orders – a record.\n";

static char *
encode(const char *text, const char *encoding, size_t *length)
{
    gsize written;
    char *bytes = g_convert(text, -1, encoding, "UTF-8", NULL, &written, NULL);
    ck_assert_ptr_nonnull(bytes);
    *length = written;
    return bytes;
}

static ClArticle *
articlerown(const char *encoding, const char *given, const char *text)
{
    size_t length;
    g_autoptr(ClNotes) notes = cl_notes_new();
    char *bytes = encode(text, encoding, &length);
    return cl_article_new_in("a.txt", given, bytes, length, notes);
}

static const struct {
    const char *encoding, *text;
} rows[] = {
    {"UTF-16LE", chinese},     {"UTF-16BE", chinese},
    {"GB18030", chinese},      {"GBK", chinese},
    {"BIG5", traditional},     {"BIG5-HKSCS", traditional},
    {"WINDOWS-1252", english}, {"UTF-16LE", english},
};

START_TEST(an_encodingrows_told_byrowts_bytes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClArticle) article =
            articlerown(rows[i].encoding, NULL, rows[i].text);
        ck_assert_msg(article, "%s", rows[i].encoding);
        size_t length;
        const char *text = cl_article_text(article, &length);
        ck_assert_str_eq(text, rows[i].text);
        ck_assert_uint_eq(length, strlen(rows[i].text));
    }
}
END_TEST

static void
check_places(size_t row)
{
    size_t size;
    g_autofree char *bytes = encode(rows[row].text, rows[row].encoding, &size);
    g_autoptr(ClArticle) article =
        articlerown(rows[row].encoding, rows[row].encoding, rows[row].text);
    for (const char *p = rows[row].text; *p; p = g_utf8_next_char(p)) {
        const size_t at = (size_t)(p - rows[row].text);
        const size_t length = (size_t)(g_utf8_next_char(p) - p);
        const ClSpan span =
            cl_article_original(article, (ClSpan){at, at + length});
        g_autofree char *one =
            g_convert(bytes + span.start, (gssize)(span.end - span.start),
                      "UTF-8", rows[row].encoding, NULL, NULL, NULL);
        ck_assert_msg(one && strlen(one) == length &&
                          memcmp(one, p, length) == 0,
                      "%s at %zu", rows[row].encoding, at);
    }
}

START_TEST(every_character_leads_back_torowts_bytes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        check_places(i);
}
END_TEST

/* Longer than many blocks, with bad bytes in the middle. */
START_TEST(bad_characters_of_another_encoding_are_replaced_and_mapped)
{
    size_t size;
    g_autofree char *one = encode(chinese, "GB18030", &size);
    GString *bytes = g_string_new(NULL);
    for (unsigned i = 0; i < 40; i++)
        g_string_append_len(bytes, one, (gssize)size);
    g_string_append(bytes, "\xFF\xD0 end");
    const size_t length = bytes->len;
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClArticle) article = cl_article_new_in(
        "a.txt", "gb18030", g_string_free(bytes, FALSE), length, notes);
    ck_assert_ptr_nonnull(article);
    ck_assert_uint_eq(cl_notes_count(notes), 1);
    ck_assert_str_eq(cl_notes_get(notes, 0)->kind, "encoding");
    size_t all;
    const char *text = cl_article_text(article, &all);
    const size_t at = (size_t)(strstr(text, "end") - text);
    ck_assert_uint_eq(cl_article_original(article, (ClSpan){at, at + 3}).start,
                      length - 3);
}
END_TEST

/* Ê̄ is one character of HKSCS and two of Unicode. */
START_TEST(two_points_of_one_character_lead_back_torowt)
{
    char *bytes = g_strdup("\x88\x62"
                           "A");
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClArticle) article =
        cl_article_new_in("a.txt", "Big5-HKSCS", bytes, 3, notes);
    ck_assert_ptr_nonnull(article);
    size_t length;
    const char *text = cl_article_text(article, &length);
    ck_assert_int_eq(text[length - 1], 'A');
    ck_assert_uint_eq(
        cl_article_original(article, (ClSpan){length - 1, length}).start, 2);
}
END_TEST

START_TEST(names_of_encodings_are_taken_as_people_write_them)
{
    static const char *const known[] = {"utf8",     "UTF-8", "gbk",
                                        "GB 18030", "big5",  "Big5-HKSCS",
                                        "utf_16le", "latin1"};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        ck_assert_msg(cl_encoding_is_known(known[i]), "%s", known[i]);
    ck_assert(!cl_encoding_is_known("klingon"));
    ck_assert(!cl_encoding_is_known(""));
}
END_TEST

/* Bytes of no encoding, zeros among them. */
START_TEST(whatrows_no_textrows_binary)
{
    char *bytes = g_malloc(4096);
    unsigned state = 1;
    for (size_t i = 0; i < 4096; i++)
        bytes[i] = (char)((state = state * 1103515245u + 12345u) >> 16);
    bytes[7] = 0;
    g_autoptr(ClNotes) notes = cl_notes_new();
    ck_assert_ptr_null(cl_article_new("a.txt", bytes, 4096, notes));
    ck_assert_str_eq(cl_notes_get(notes, 0)->kind, "binary");
}
END_TEST

RUN_TESTS("text/encoding",
          an_encodingrows_told_byrowts_bytes,
          every_character_leads_back_torowts_bytes,
          bad_characters_of_another_encoding_are_replaced_and_mapped,
          two_points_of_one_character_lead_back_torowt,
          names_of_encodings_are_taken_as_people_write_them,
          whatrows_no_textrows_binary)
