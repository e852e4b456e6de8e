/* SPDX-License-Identifier: Apache-2.0 */
/* The longest word at a place is found, both ways, and no part of a word. */
#include "quantity/lexicon.h"
#include "unit.h"

#include <string.h>

static ClLexicon *
make_lexicon(ClLexiconMode mode, const char *const *words)
{
    ClLexicon *lexicon = cl_lexicon_new(mode);
    for (int i = 0; words[i]; i++)
        ck_assert_int_eq(cl_lexicon_add(lexicon, words[i], i), -1);
    return lexicon;
}

static const char *const forward_words[] = {"米", "米每秒",   "千米", "m", "mm",
                                            "°C", "per cent", "一",   NULL};

static const struct {
    const char *name, *text;
    size_t length;
    int meaning;
} forward_rows[] = {
    {"one character", "米长", 3, 0},
    {"the longest", "米每秒的", 9, 1},
    {"back to the last word where a longer one breaks off", "米每天", 3, 0},
    {"a word cut off by the end", "米每", 3, 0},
    {"a first character that is no word", "千万", 0, -1},
    {"letters that go on are another word", "mmx", 0, -1},
    {"a letter before a Chinese character", "m长", 1, 3},
    {"a character of two bytes", "°C,", 3, 5},
    {"a capital and a hyphen", "Per-Cent", 8, 6},
    {"nothing at all", "", 0, -1},
};

START_TEST(the_longest_word_that_starts_at_a_place_is_found)
{
    g_autoptr(ClLexicon) lexicon =
        make_lexicon(CL_LEXICON_CASELESS, forward_words);
    for (size_t i = 0; i < G_N_ELEMENTS(forward_rows); i++) {
        int meaning = -1;
        const size_t length =
            cl_lexicon_match(lexicon, forward_rows[i].text, 0,
                             strlen(forward_rows[i].text), &meaning);
        ck_assert_msg(length == forward_rows[i].length &&
                          meaning == forward_rows[i].meaning,
                      "%s: %zu, %d", forward_rows[i].name, length, meaning);
    }
}
END_TEST

START_TEST(the_longest_word_that_ends_at_a_place_is_found)
{
    static const char *const words[] = {"超过", "过", "不 超过", "over", NULL};
    g_autoptr(ClLexicon) lexicon = make_lexicon(CL_LEXICON_BACKWARD, words);
    const char *text = "也不 超过";
    int meaning = -1;
    ck_assert_uint_eq(
        cl_lexicon_match(lexicon, text, strlen(text), 0, &meaning), 10);
    ck_assert_int_eq(meaning, 2);
    ck_assert_uint_eq(
        cl_lexicon_match(lexicon, text, strlen(text), 7, &meaning), 6);
    ck_assert_uint_eq(cl_lexicon_match(lexicon, "moreover", 8, 0, NULL), 0);
}
END_TEST

START_TEST(a_second_meaning_does_not_replace_the_first)
{
    g_autoptr(ClLexicon) lexicon = cl_lexicon_new(CL_LEXICON_FORWARD);
    ck_assert_int_eq(cl_lexicon_add(lexicon, "台", 1), -1);
    ck_assert_int_eq(cl_lexicon_add(lexicon, "台", 2), 1);
    ck_assert_int_eq(cl_lexicon_get(lexicon, "台"), 1);
    cl_lexicon_set(lexicon, "台", 3);
    ck_assert_int_eq(cl_lexicon_get(lexicon, "台"), 3);
    ck_assert_int_eq(cl_lexicon_get(lexicon, "台湾"), -1);
}
END_TEST

START_TEST(every_character_that_opens_a_word_is_marked)
{
    g_autoptr(ClLexicon) lexicon =
        make_lexicon(CL_LEXICON_CASELESS, forward_words);
    g_autofree ClOpenings *openings = cl_openings_new();
    const ClOpening *characters = openings->characters;
    const ClOpening *bytes = openings->bytes;
    cl_lexicon_mark(lexicon, 4, openings);
    ck_assert_uint_eq(characters[0x7C73].begins, 4); /* 米 */
    ck_assert_uint_eq(bytes['p'].begins, 4);
    ck_assert_uint_eq(bytes['P'].begins, 4);
    ck_assert_uint_eq(bytes[0xC2].begins, 4); /* the first byte of ° */
    ck_assert_uint_eq(bytes['x'].begins, 0);
    ck_assert_uint_eq(characters[0x6BCF].begins, 0); /* 每 stands inside only */
    ck_assert_uint_eq(characters[0x7C73].alone, 4);
    ck_assert_uint_eq(bytes['p'].alone, 0);
}
END_TEST

static uint64_t
pair_marks(const ClOpenings *openings, char first, char second)
{
    const uint32_t place = cl_opening_pair(openings->fold[(uint8_t)first],
                                           openings->fold[(uint8_t)second]);
    return openings->pairs[place];
}

START_TEST(pairs_are_marked_in_the_order_of_text)
{
    static const char *const words[] = {"ab-c", NULL};
    const ClLexiconMode modes[] = {CL_LEXICON_CASELESS,
                                   CL_LEXICON_CASELESS | CL_LEXICON_BACKWARD};
    g_autofree ClOpenings *openings = cl_openings_new();
    for (size_t i = 0; i < G_N_ELEMENTS(modes); i++) {
        g_autoptr(ClLexicon) lexicon = make_lexicon(modes[i], words);
        cl_lexicon_mark(lexicon, UINT64_C(1) << i, openings);
    }
    ck_assert_uint_eq(pair_marks(openings, 'a', 'b'), 1);
    ck_assert_uint_eq(pair_marks(openings, 'A', 'B'), 1);
    ck_assert_uint_eq(pair_marks(openings, ' ', 'c'), 2);
    ck_assert_uint_eq(pair_marks(openings, '-', 'C'), 2);
    ck_assert_uint_eq(pair_marks(openings, 'b', 'a'), 0);
    ck_assert_uint_eq(pair_marks(openings, 'b', ' '), 0);
}
END_TEST

START_TEST(thousands_of_words_are_all_found)
{
    enum { WORDS = 5000 };
    g_autoptr(ClLexicon) lexicon = cl_lexicon_new(CL_LEXICON_FORWARD);
    for (int i = 0; i < WORDS; i++) {
        g_autofree char *word = g_strdup_printf("单%d位", i);
        ck_assert_int_eq(cl_lexicon_add(lexicon, word, i), -1);
    }
    for (int i = 0; i < WORDS; i++) {
        g_autofree char *word = g_strdup_printf("单%d位", i);
        ck_assert_int_eq(cl_lexicon_get(lexicon, word), i);
    }
}
END_TEST

RUN_TESTS("lexicon",
          the_longest_word_that_starts_at_a_place_is_found,
          the_longest_word_that_ends_at_a_place_is_found,
          a_second_meaning_does_not_replace_the_first,
          every_character_that_opens_a_word_is_marked,
          pairs_are_marked_in_the_order_of_text,
          thousands_of_words_are_all_found)
