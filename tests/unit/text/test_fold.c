/* SPDX-License-Identifier: Apache-2.0 */

/* Folding: one spelling for all, and the way back to the bytes. */

#include "unit.h"

#include "text/text.h"

#include <string.h>

static void
fold_into(const char *text, ClFolded *folded)
{
    cl_folded_init(folded);
    cl_fold_text(text, strlen(text), folded);
    ck_assert_uint_eq(folded->text->len, folded->cased->len);
    ck_assert_uint_eq(folded->origin->len, folded->text->len + 1);
    ck_assert_uint_eq(folded->ends->len, folded->text->len);
}

START_TEST(every_spelling_folds_to_one)
{
    static const struct {
        const char *name, *text, *folded;
    } rows[] = {
        {"full-width", "ＹＵ７　锁单２４万台", "yu7锁单24万台"},
        {"full-width words keep their blank", "ＳＵ７　Ｕｌｔｒａ",
         "su7 ultra"},
        {"full-width punctuation", "甲，乙：丙；丁！戊？（己）～５％",
         "甲,乙:丙;丁!戊?(己)~5%"},
        {"the full stop stays", "完。｡、､", "完。。、、"},
        {"traditional", "鎖單超過二十萬臺", "锁单超过二十万台"},
        {"compatibility Han", "\xEF\xA4\x8A額", "金额"},
        {"quotes", "“甲”「乙」『丙』《丁》〈戊〉„己‟",
         "\"甲\"\"乙\"\"丙\"\"丁\"\"戊\"\"己\""},
        {"apostrophes", "it’s ‘so’", "it's 'so'"},
        {"hyphens", "2–3 −5 ８－９", "2-3 -5 8-9"},
        {"a Chinese dash up to a digit", "年内1—9月", "年内1-9月"},
        {"one that a sentence opens with", "1—9月", "1-9月"},
        {"one behind a unit", "４月—６月58亿元—61亿元", "4月-6月58亿元-61亿元"},
        {"a dash of two", "只有3家——5年前", "只有3家——5年前"},
        {"a dash behind a word", "盈利—5亿元", "盈利—5亿元"},
        {"an English dash", "in 2024—5 percent", "in 2024—5 percent"},
        {"dashes stay one dash", "甲—乙─丙", "甲—乙—丙"},
        {"tildes", "２〜３～４∼５", "2~3~4~5"},
        {"yen", "￥5,999 ¥1", "¥5,999 ¥1"},
        {"dots", "卡尔・马克思‧甲·乙", "卡尔·马克思·甲·乙"},
        {"ellipsis stays", "等……", "等……"},
        {"times and per mille stay", "3×4‰", "3×4‰"},
        {"squares", "120㎡ 3㎞ 36℃", "120m2 3km 36°c"},
        {"letters may be raised", "5 m²", "5 m2"},
        {"a note number joins no figure", "45%¹ 2024² 10¹²",
         "45%^1 2024^2 10^12"},
        {"a fraction joins no figure", "½ 5½", "1/2 5 1/2"},
        {"circled", "①", "1"},
        {"roman", "Ⅳ", "iv"},
        {"trade marks", "iPhone™ 17®", "iphone 17"},
        {"blanks beside Han vanish", "未来 5 年，啃 的 骨", "未来5年,啃的骨"},
        {"blanks between words stay", "Pro \t Max  17", "pro max 17"},
        {"thin and wide blanks",
         "1\xC2\xA0"
         "000\xE2\x80\xAFkm\xE3\x80\x80x",
         "1 000 km x"},
        {"Korean keeps its blanks", "매출 5조 원", "매출 5조 원"},
        {"line breaks in Han are nothing", "开\n售18\r\n小时", "开售18小时"},
        {"line breaks between words are blanks", "five\nmillion",
         "five million"},
        {"a hyphen at a line's end joins", "long-\nterm 2-\n3",
         "long-term 2-3"},
        {"a minus after a blank stays", "from -\n3", "from - 3"},
        {"ends are trimmed", " \n甲 \t", "甲"},
        {"Latin-1, Greek, Cyrillic", "É Ω Ж", "é ω ж"},
        {"a longer lower case stays", "\xC4\xB0", "\xC4\xB0"},
        {"mathematical digits",
         "\xF0\x9D\x9F\x93"
         "万",
         "5万"},
        {"keycaps", "5\xEF\xB8\x8F\xE2\x83\xA3", "5"},
        {"ligatures", "pro\xEF\xAC\x81t", "profit"},
        {"empty", "", ""},
        {"only blanks", " \t\n", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(ClFolded) folded, again;
        fold_into(rows[i].text, &folded);
        ck_assert_msg(strcmp(folded.text->str, rows[i].folded) == 0,
                      "%s: got '%s' not '%s'", rows[i].name, folded.text->str,
                      rows[i].folded);
        fold_into(folded.text->str, &again);
        ck_assert_str_eq(again.text->str, folded.text->str);
    }
}
END_TEST

START_TEST(hidden_characters_vanish_and_are_told)
{
    static const struct {
        const char *name, *text, *folded;
        bool hidden;
    } rows[] = {
        {"zero width", "24\xE2\x80\x8B万", "24万", true},
        {"byte order mark", "24\xEF\xBB\xBF万", "24万", true},
        {"soft hyphen", "mil\xC2\xADlion", "million", true},
        {"right to left",
         "\xE2\x80\xAE"
         "24万",
         "24万", true},
        {"variation selector", "万\xEF\xB8\x8F", "万", true},
        {"private use", "24\xEE\x88\x80万", "24万", true},
        {"tag", "24\xF3\xA0\x80\xB1万", "24万", true},
        {"control", "24\x07万", "24万", false},
        {"plain", "24万", "24万", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(ClFolded) folded;
        fold_into(rows[i].text, &folded);
        ck_assert_msg(strcmp(folded.text->str, rows[i].folded) == 0, "%s: '%s'",
                      rows[i].name, folded.text->str);
        ck_assert_msg(folded.hidden == rows[i].hidden, "%s", rows[i].name);
    }
}
END_TEST

START_TEST(case_is_kept_beside_lower_case)
{
    g_auto(ClFolded) folded;
    fold_into("ＹＵ７ Pro É", &folded);
    ck_assert_str_eq(folded.cased->str, "YU7 Pro É");
    ck_assert_str_eq(folded.text->str, "yu7 pro é");
}
END_TEST

START_TEST(a_folded_run_leads_back_to_its_characters)
{
    static const struct {
        const char *text, *run, *origin;
    } rows[] = {
        {"小米 ＹＵ７ 开售", "yu7", "ＹＵ７"},
        {"共 120㎡ 大", "120m2", "120㎡"},
        {"共 120㎡ 大", "2", "2"},
        {"鎖單　２４ 萬臺。", "锁单24万台", "鎖單　２４ 萬臺"},
        {"约½成", "1/2", "½"},
        {"24\xE2\x80\x8B万台", "24", "24"},
        {"five \n million", " ", " \n "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(ClFolded) folded;
        fold_into(rows[i].text, &folded);
        const char *found = strstr(folded.text->str, rows[i].run);
        ck_assert_ptr_nonnull(found);
        const size_t start = (size_t)(found - folded.text->str);
        const ClSpan span = cl_folded_origin(
            &folded, (ClSpan){start, start + strlen(rows[i].run)});
        g_autofree char *origin =
            g_strndup(rows[i].text + span.start, span.end - span.start);
        ck_assert_str_eq(origin, rows[i].origin);
    }
}
END_TEST

/* Texts made of pieces: each piece's fold must lead back to that piece. */
START_TEST(any_mix_of_pieces_maps_back)
{
    static const struct {
        const char *text, *folded;
    } pieces[] = {
        {"萬", "万"},
        {"５", "5"},
        {"a", "a"},
        {"Ｂ", "b"},
        {"㎡", "m2"},
        {"，", ","},
        {"é", "é"},
        {"\xE2\x80\x8B", ""},
        {"。", "。"},
        {"“", "\""},
        {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
        {"\xEE\x80\x80", ""},
    };
    uint32_t seed = 1;
    for (int round = 0; round < 2000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(GString) want = g_string_new(NULL);
        ClSpan from[12], to[12];
        size_t count = 0;
        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525u + 1013904223u;
            const size_t pick = (seed >> 16) % G_N_ELEMENTS(pieces);
            const ClSpan a = {text->len, text->len + strlen(pieces[pick].text)};
            const ClSpan b = {want->len,
                              want->len + strlen(pieces[pick].folded)};
            g_string_append(text, pieces[pick].text);
            g_string_append(want, pieces[pick].folded);
            if (b.start < b.end) {
                from[count] = a;
                to[count++] = b;
            }
        }
        g_auto(ClFolded) folded;
        fold_into(text->str, &folded);
        ck_assert_str_eq(folded.text->str, want->str);
        for (size_t i = 0; i < count; i++) {
            for (size_t j = i; j < count; j++) {
                const ClSpan span =
                    cl_folded_origin(&folded, (ClSpan){to[i].start, to[j].end});
                ck_assert_uint_eq(span.start, from[i].start);
                ck_assert_uint_eq(span.end, from[j].end);
            }
        }
    }
}
END_TEST

START_TEST(a_term_folds_like_text)
{
    static const char *const terms[] = {
        " 鎖單 ＹＵ７ Max ", "锁单",   "YU7",      "小米YU7 Max",
        "Max 小米",          "a  b",   " a",       "a ",
        "A-B c'd",           "a -b",   "小米 Max", "A股",
        "Apple Pay",         "一百 a", "a\tb"};
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    for (size_t i = 0; i < G_N_ELEMENTS(terms); i++) {
        g_autofree char *term = cl_fold_term(terms[i]);
        cl_fold_text(terms[i], strlen(terms[i]), &folded);
        ck_assert_str_eq(term, folded.text->str);
    }
    g_autofree char *term = cl_fold_term(terms[0]);
    ck_assert_str_eq(term, "锁单yu7 max");
}
END_TEST

START_TEST(bad_bytes_fold_without_harm)
{
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_text("\xE5\xB0", 2, &folded);
    cl_fold_text("a\xFF", 2, &folded);
    ck_assert_str_eq(folded.text->str, "a?");
}
END_TEST

START_TEST(a_clause_lies_between_its_commas)
{
    static const struct {
        const char *text, *at, *clause;
    } rows[] = {
        {"上市1小时,yu7锁单24万台,创纪录。", "24", "yu7锁单24万台"},
        {"约289,000台,创纪录", "000", "约289,000台"},
        {"手机、芯片、汽车", "芯片", "手机、芯片、汽车"},
        {"他说:卖得好;没想到", "卖", "卖得好"},
        {"甲(乙)丙", "乙", "甲(乙)丙"},
        {"甲—乙…丙", "乙", "乙"},
        {"at 12:30, sales rose", "30", "at 12:30"},
        {"one, two", "one", "one"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const char *text = rows[i].text;
        const ClSpan span = cl_clause_at(
            text, strlen(text), (size_t)(strstr(text, rows[i].at) - text));
        g_autofree char *clause =
            g_strndup(text + span.start, span.end - span.start);
        ck_assert_str_eq(clause, rows[i].clause);
    }
}
END_TEST

START_TEST(characters_know_their_kind)
{
    ck_assert(cl_char_is_han(0x4E07)); /* 万 */
    ck_assert(cl_char_is_han(0x20000));
    ck_assert(!cl_char_is_han(0x3002)); /* 。 */
    ck_assert(cl_char_is_cjk(0x3002));
    ck_assert(cl_char_is_cjk(0xFF0C)); /* ， */
    ck_assert(cl_char_is_cjk(0x30AB)); /* カ */
    ck_assert(cl_char_is_cjk(0xAC00)); /* 가 */
    ck_assert(!cl_char_is_cjk('a'));
    ck_assert(!cl_char_is_cjk(0xFF15)); /* ５ */
    ck_assert(!cl_char_is_cjk(0x201C)); /* “ */
    ck_assert_uint_eq(cl_text_width("YU7锁单"), 7);
    ck_assert_uint_eq(cl_text_width("e\xCC\x81"), 1);
}
END_TEST

RUN_TESTS("text/fold",
          every_spelling_folds_to_one,
          hidden_characters_vanish_and_are_told,
          case_is_kept_beside_lower_case,
          a_folded_run_leads_back_to_its_characters,
          any_mix_of_pieces_maps_back,
          a_term_folds_like_text,
          bad_bytes_fold_without_harm,
          a_clause_lies_between_its_commas,
          characters_know_their_kind)
