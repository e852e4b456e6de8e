/* SPDX-License-Identifier: Apache-2.0 */
/* Which terms are found in a folded text, and where. */
#include "unit.h"

#include "rule/terms.h"
#include "text/text.h"

#include <string.h>

/* hits: "term@word" by start, longer first, with the words of the text */
typedef struct {
    const char *name;
    const char *terms[4]; /* '/…/' is a regular expression */
    const char *text;
    const char *hits;
} Match;

static const Match matches[] = {
    {"a Chinese term in a sentence", {"订单"}, "首日订单24万台", "订单@订单 "},
    {"a term twice", {"订单"}, "订单与订单", "订单@订单 订单@订单 "},
    {"a term at the end", {"订单"}, "首日订单", "订单@订单 "},
    {"a term cut off at the end", {"订单量"}, "首日订单", ""},
    {"a single character", {"吨"}, "3吨", "吨@吨 "},
    {"no term", {"订单"}, "首日销量24万台", ""},
    {"an empty text", {"订单"}, "", ""},
    {"the longer of two comes first",
     {"小米17", "小米17 pro max"},
     "小米17 pro max卖得好",
     "小米17 pro max@小米17 pro max 小米17@小米17 "},
    {"terms that overlap",
     {"意向订", "订单"},
     "意向订单",
     "意向订@意向订 订单@订单 "},
    {"a term within another",
     {"年同比", "同比"},
     "去年同比",
     "年同比@年同比 同比@同比 "},
    {"one shared prefix, three lengths",
     {"研发", "研发投入", "研发投入占比"},
     "研发投入占比",
     "研发投入占比@研发投入占比 研发投入@研发投入 研发@研发 "},
    /* regular expressions that begin with plain characters */
    {"a name not in a longer word",
     {"/(?<![完优])美的(?!是|风)/"},
     "完美的美的",
     "(?<![完优])美的(?!是|风)@美的 "},
    {"a branch without them", {"/订单|锁单/"}, "锁单", "订单|锁单@锁单 "},
    {"a last one that may be missing", {"/订单量?/"}, "订单", "订单量?@订单 "},
    {"upper case", {"/ABC\\d/"}, "abc1", "ABC\\d@abc1 "},
    /* borders */
    {"a model name is no part of a longer one",
     {"su7"},
     "su75与su7",
     "su7@su7 "},
    {"a figure right behind a name is no part of it",
     {"lanting", "ultra n"},
     "lanting46.6亿元,ultra n7分54秒",
     "lanting@lanting ultra n@ultra n "},
    {"a number of the name is", {"lanting"}, "lanting46与lanting7分", ""},
    {"a name with an ending of its own", {"小米17"}, "小米17t与小米170", ""},
    {"a word is no part of a longer one", {"order"}, "border orderly", ""},
    {"a digit before a term that begins with a digit",
     {"17 pro"},
     "117 pro",
     ""},
    {"a letter before a term that begins with a digit", {"17"}, "a17", ""},
    {"Chinese beside a Latin term", {"yu7"}, "小米yu7的订单", "yu7@yu7 "},
    {"signs beside a Latin term",
     {"yu7"},
     "(yu7), \"yu7\"",
     "yu7@yu7 yu7@yu7 "},
    {"a Chinese term needs no border", {"订单"}, "大订单量", "订单@订单 "},
    {"an accent is a letter", {"caf"}, "caf\u00e9", ""},
    {"a term that ends in a sign", {"c++"}, "c++17 c++", "c++@c++ c++@c++ "},
    /* plural */
    {"a plural s", {"order"}, "240,000 orders", "order@orders "},
    {"a plural es", {"box"}, "two boxes", "box@boxes "},
    {"a genitive", {"xiaomi"}, "xiaomi's orders", "xiaomi@xiaomi "},
    {"an s that begins a longer word", {"order"}, "orderses ordersheet", ""},
    {"no plural of a digit", {"su7"}, "two su7s", ""},
    {"a written plural and the singular",
     {"order", "orders"},
     "orders",
     "order@orders orders@orders "},
    /* spaces */
    {"a space in the term, none in the text",
     {"pro max"},
     "promax",
     "pro max@promax "},
    {"a space in both", {"pro max"}, "pro max", "pro max@pro max "},
    {"a space in the text between letters", {"promax"}, "pro max", ""},
    {"a space between letters and digits",
     {"yu7"},
     "the yu 7 sold",
     "yu7@yu 7 "},
    {"a space between digits and letters",
     {"17pro"},
     "17 pro",
     "17pro@17 pro "},
    {"a space between digits", {"17"}, "1 7", ""},
    {"a space within Chinese", {"订单"}, "订 单", ""},
    {"two letters of two words", {"ab"}, "a b", ""},
    {"a term with and without its space",
     {"yu 7", "yu7"},
     "yu7",
     "yu 7@yu7 yu7@yu7 "},
    /* regular expressions */
    {"a regular expression",
     {"/第[一二]代/"},
     "第一代与第二代",
     "第[一二]代@第一代 第[一二]代@第二代 "},
    {"its traditional characters are folded",
     {"/訂單量?/"},
     "订单量",
     "訂單量?@订单量 "},
    {"its capitals are ignored", {"/YU\\d/"}, "小米yu7", "YU\\d@yu7 "},
    {"its full-width signs are literal",
     {"/（元）/"},
     "售价(元)",
     "（元）@(元) "},
    {"one that looks around",
     {"/(?<!年)一度/"},
     "一年一度与一度",
     "(?<!年)一度@一度 "},
    {"one that can match nothing somewhere", {"/a*b?c/"}, "xc", "a*b?c@c "},
    {"together with literals",
     {"订单", "/订.量/"},
     "订单量",
     "订.量@订单量 订单@订单 "},
    /* folding */
    {"a traditional term in a simplified text",
     {"鎖單"},
     "锁单24万",
     "鎖單@锁单 "},
    {"a full-width term", {"ＹＵ７"}, "yu7", "ＹＵ７@yu7 "},
    {"a capital term", {"Pro Max"}, "pro max", "Pro Max@pro max "},
};

static void
add_term(ClTerms *terms, ClTermTexts *texts, const char *term, uint32_t number)
{
    const ClTermUse use = {number, CL_ROLE_SUBJECT, 0, 0};
    if (*term == '/') {
        g_autofree char *source = g_strndup(term + 1, strlen(term) - 2);
        cl_terms_add(terms, cl_term_texts_get(texts, source, true), use);
    } else {
        g_autofree char *folded = cl_fold_term(term);
        cl_terms_add(terms, cl_term_texts_get(texts, folded, false), use);
    }
}

static char *
list_hits(const Match *row)
{
    GString *out = g_string_new(NULL);
    g_autoptr(ClTermTexts) texts = cl_term_texts_new();
    g_autoptr(ClTerms) terms = cl_terms_new();
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    for (uint32_t i = 0; i < 4 && row->terms[i]; i++)
        add_term(terms, texts, row->terms[i], i);
    cl_terms_finish(terms);
    cl_terms_match_anchors(terms, row->text, strlen(row->text), hits, NULL);
    for (size_t i = 0; i < hits->len; i++) {
        const ClHit hit = g_array_index(hits, ClHit, i);
        const char *term = row->terms[hit.term];
        const int slash = *term == '/';
        g_string_append_printf(
            out, "%.*s@%.*s ", (int)strlen(term) - 2 * slash, term + slash,
            (int)(hit.span.end - hit.span.start), row->text + hit.span.start);
    }
    return g_string_free(out, FALSE);
}

START_TEST(each_text_gives_its_terms)
{
    g_autoptr(GString) failures = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(matches); i++) {
        const Match *row = &matches[i];
        g_autofree char *hits = list_hits(row);
        if (strcmp(hits, row->hits) != 0)
            g_string_append_printf(failures, "\n%s: '%s' not '%s'", row->name,
                                   hits, row->hits);
    }
    ck_assert_msg(!failures->len, "%s", failures->str);
}
END_TEST

START_TEST(one_term_of_two_rules_is_one_hit_with_two_uses)
{
    g_autoptr(ClTermTexts) texts = cl_term_texts_new();
    g_autoptr(ClTerms) terms = cl_terms_new();
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    size_t count = 0;
    add_term(terms, texts, "订单", 4);
    add_term(terms, texts, "销量", 5);
    add_term(terms, texts, "訂單", 6);
    cl_terms_finish(terms);
    cl_terms_match_anchors(terms, "订单", strlen("订单"), hits, NULL);
    ck_assert_uint_eq(hits->len, 1);
    const ClTermUse *uses =
        cl_terms_uses(terms, g_array_index(hits, ClHit, 0).term, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(uses[0].rule, 4);
    ck_assert_uint_eq(uses[1].rule, 6);
}
END_TEST

START_TEST(many_terms_are_told_apart)
{
    g_autoptr(ClTermTexts) texts = cl_term_texts_new();
    g_autoptr(ClTerms) terms = cl_terms_new();
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    for (uint32_t i = 0; i < 20000; i++) {
        g_autofree char *name = g_strdup_printf("小米%u号", i);
        add_term(terms, texts, name, i);
    }
    cl_terms_finish(terms);
    const char *text = "去年小米19998号与小米7号开售,小米20000号没有";
    cl_terms_match_anchors(terms, text, strlen(text), hits, NULL);
    ck_assert_uint_eq(hits->len, 2);
    ck_assert_uint_eq(g_array_index(hits, ClHit, 0).term, 19998);
    ck_assert_uint_eq(g_array_index(hits, ClHit, 1).term, 7);
}
END_TEST

START_TEST(a_term_longer_than_its_key_is_compared_in_full)
{
    g_autoptr(ClTermTexts) texts = cl_term_texts_new();
    g_autoptr(ClTerms) terms = cl_terms_new();
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    g_autofree char *run = g_strnfill(80, 'a');
    g_autofree char *other = g_strnfill(79, 'a');
    add_term(terms, texts, run, 0);
    cl_terms_finish(terms);
    cl_terms_match_anchors(terms, other, 79, hits, NULL);
    ck_assert_uint_eq(hits->len, 0);
    cl_terms_match_anchors(terms, run, 80, hits, NULL);
    ck_assert_uint_eq(hits->len, 1);
    ck_assert_uint_eq(g_array_index(hits, ClHit, 0).span.end, 80);
}
END_TEST

START_TEST(a_limit_that_is_hit_is_told)
{
    g_autoptr(ClTermTexts) texts = cl_term_texts_new();
    g_autoptr(ClTerms) terms = cl_terms_new();
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    g_autoptr(GArray) gave_up = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_autofree char *run = g_strnfill(200, 'a');
    add_term(terms, texts, "订单", 0);
    add_term(terms, texts, "/(a+)+[bc]/", 1);
    cl_terms_finish(terms);
    cl_terms_match_anchors(terms, run, strlen(run), hits, gave_up);
    ck_assert_uint_eq(hits->len, 0);
    ck_assert_uint_eq(gave_up->len, 1);
    ck_assert_uint_eq(g_array_index(gave_up, uint32_t, 0), 1);
}
END_TEST

START_TEST(a_text_is_read_only_to_its_length)
{
    g_autoptr(ClTermTexts) texts = cl_term_texts_new();
    g_autoptr(ClTerms) terms = cl_terms_new();
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    add_term(terms, texts, "order", 0);
    cl_terms_finish(terms);
    cl_terms_match_anchors(terms, "ordering", strlen("order"), hits, NULL);
    ck_assert_uint_eq(hits->len, 1);
    cl_terms_match_anchors(terms, "orders", strlen("orde"), hits, NULL);
    ck_assert_uint_eq(hits->len, 0);
}
END_TEST

RUN_TESTS("terms",
          each_text_gives_its_terms,
          one_term_of_two_rules_is_one_hit_with_two_uses,
          many_terms_are_told_apart,
          a_term_longer_than_its_key_is_compared_in_full,
          a_limit_that_is_hit_is_told,
          a_text_is_read_only_to_its_length)
