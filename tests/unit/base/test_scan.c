/* SPDX-License-Identifier: Apache-2.0 */
/* What looks at blocks of bytes answers as its plain twin does. */
#include "base/scan.h"

#include "unit.h"

enum { LONGEST = 100, TURNS = 20000 };

/* Characters at the edges of what UTF-8 allows, and bytes it does not. */
static const char *const good[] = {"a",
                                   "\x7F",
                                   "é",
                                   "一",
                                   "\xE0\xA0\x80",
                                   "\xED\x9F\xBF",
                                   "\xEF\xBF\xBF",
                                   "\xF0\x90\x80\x80",
                                   "\xF4\x8F\xBF\xBF"};
static const char bad[] = "\x00\x80\x9F\xA0\xBF\xC0\xC1\xC2\xE0\xED\xEF\xF0\xF4"
                          "\xF5\xFF";

static size_t
write_text(GRand *chance, char *text)
{
    size_t length = 0;
    const size_t wanted = (size_t)g_rand_int_range(chance, 0, LONGEST);
    while (length < wanted) {
        const char *next =
            good[g_rand_int_range(chance, 0, G_N_ELEMENTS(good))];
        memcpy(text + length, next, strlen(next));
        length += strlen(next);
    }
    return length;
}

START_TEST(a_block_is_utf8_where_its_bytes_are)
{
    char text[LONGEST + 4];
    unsigned valid = 0;
    g_autoptr(GRand) chance = g_rand_new_with_seed(1);
    for (unsigned turn = 0; turn < TURNS; turn++) {
        size_t length = write_text(chance, text);
        if (length && turn % 2)
            text[g_rand_int_range(chance, 0, (gint)length)] =
                bad[g_rand_int_range(chance, 0, sizeof bad - 1)];
        length -= length && turn % 3 == 0;
        const bool plain = cl_scan_utf8_plain(text, length);
        ck_assert_msg(cl_scan_utf8(text, length) == plain,
                      "turn %u: %zu bytes are %s", turn, length,
                      plain ? "valid" : "not");
        valid += plain;
    }
    ck_assert_uint_gt(valid, TURNS / 4);
    ck_assert_uint_lt(valid, TURNS);
}
END_TEST

START_TEST(a_block_finds_the_byte_that_one_by_one_finds)
{
    static const ClByteSet digits = {.low = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                                     .high = {[3] = 1}};
    char text[LONGEST];
    for (size_t at = 0; at <= LONGEST; at++) {
        memset(text, 'a', sizeof text);
        if (at < LONGEST)
            text[at] = '7';
        for (size_t from = 0; from <= at; from += 7) {
            ck_assert_uint_eq(cl_scan_find(&digits, text, from, LONGEST), at);
            ck_assert_uint_eq(cl_scan_find_plain(&digits, text, from, LONGEST),
                              at);
        }
    }
}
END_TEST

START_TEST(a_block_at_once_is_as_one_by_one)
{
    static const char *const parts[] = {"订",     "a",  "7", "，", "龥",
                                        "é",      " ",  ".", "。", "“",
                                        "\u3000", "；", "?", "、", "！"};
    g_autoptr(GString) text = g_string_new(NULL);
    for (unsigned i = 0; i < 3 * LONGEST; i++) {
        g_string_append(
            text, parts[i % 7 == 6 ? i / 7 % G_N_ELEMENTS(parts) : i % 3]);
        for (size_t at = 0; at <= text->len; at += 1 + at / 5) {
            const ClTextBlock all = cl_scan_block(text->str, at, text->len);
            const ClTextBlock one =
                cl_scan_block_plain(text->str, at, text->len);
            ck_assert_mem_eq(&all, &one, sizeof all);
        }
    }
}
END_TEST

START_TEST(a_block_tells_what_stands_in_it)
{
    static const char text[] = "7月，a. “订”！é";
    const ClTextBlock block = cl_scan_block(text, 0, sizeof text - 1);
    ck_assert_uint_eq(block.length, sizeof text - 1 - strlen("é"));
    ck_assert_uint_eq(block.columns, 4 + 2 * 6);
    ck_assert_uint_eq(block.letters, 2);
    ck_assert_uint_eq(block.stops, 1);
    ck_assert_uint_eq(block.marks, 1u << 4 | 1u << 8 | 1u << 19);
    ck_assert_uint_eq(cl_scan_block("月", 0, 2).length, 0);
}
END_TEST

START_TEST(pairs_in_blocks_are_as_one_by_one)
{
    /* bit 0: "ab", bit 1: "b" and any digit; ClByteSet works by halves */
    const ClPairSet set = {
        .first = {.low = {[1] = 1, [2] = 2}, .high = {[6] = 3}},
        .next = {.low = {2, 2, 3, 2, 2, 2, 2, 2, 2, 2},
                 .high = {[3] = 2, [6] = 1}},
    };
    char text[LONGEST + 1];
    for (size_t at = 0; at < LONGEST; at++) {
        memset(text, 'c', sizeof text);
        for (size_t length = 0; length <= LONGEST; length += 9) {
            ck_assert_uint_eq(cl_scan_pairs(&set, text, length), 0);
            ck_assert_uint_eq(cl_scan_pairs_plain(&set, text, length), 0);
        }
        text[at] = 'b';
        text[at + 1] = '7';
        const unsigned kinds = at + 1 < LONGEST ? 2 : 0;
        ck_assert_uint_eq(cl_scan_pairs(&set, text, LONGEST), kinds);
        ck_assert_uint_eq(cl_scan_pairs_plain(&set, text, LONGEST), kinds);
        text[at] = 'a';
        text[at + 1] = 'b';
        ck_assert_uint_eq(cl_scan_pairs(&set, text, LONGEST), kinds / 2);
        ck_assert_uint_eq(cl_scan_pairs_plain(&set, text, LONGEST), kinds / 2);
    }
}
END_TEST

START_TEST(triples_in_blocks_are_as_one_by_one)
{
    /* bit 0: "abc", bit 1: E3 80 and any byte */
    const ClTripleSet set = {{
        {.low = {[1] = 1, [3] = 2}, .high = {[6] = 1, [0xE] = 2}},
        {.low = {[2] = 1, [0] = 2}, .high = {[6] = 1, [8] = 2}},
        {.low = {2, 2, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2},
         .high = {2, 2, 2, 2, 2, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2}},
    }};
    static const char *const parts[] = {"a", "ab", "abd", "订", "，", "xyz"};
    g_autoptr(GString) text = g_string_new(NULL);
    for (unsigned i = 0; i < LONGEST; i++)
        g_string_append(text, parts[i % G_N_ELEMENTS(parts)]);
    const size_t length = text->len;
    for (unsigned i = 0; i < LONGEST; i++) {
        const size_t at = i * 3 % (length - 3);
        char kept[3];
        memcpy(kept, text->str + at, sizeof kept);
        memcpy(text->str + at, i % 2 ? "abc" : "。", sizeof kept);
        for (size_t from = 0; from <= at; from += 1 + at / 5) {
            ck_assert_uint_eq(
                cl_scan_find_triple(&set, text->str, from, length), at);
            ck_assert_uint_eq(
                cl_scan_find_triple_plain(&set, text->str, from, length), at);
        }
        memcpy(text->str + at, kept, sizeof kept);
    }
    ck_assert_uint_eq(cl_scan_find_triple(&set, "ab", 0, 2), 2);
}
END_TEST

START_TEST(what_stands_alone_between_blanks_is_found)
{
    static const char *const parts[] = {" ",      "营", "ab", "a",
                                        "abcdef", "é",  "𝟓"};
    g_autoptr(GRand) chance = g_rand_new_with_seed(2);
    for (unsigned turn = 0; turn < TURNS / 10; turn++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < LONGEST)
            g_string_append(text, parts[g_rand_int_range(chance, 0, 7)]);
        for (size_t at = 0; at <= text->len; at += 1 + at / 3)
            ck_assert_uint_eq(cl_scan_alone(text->str, at, text->len),
                              cl_scan_alone_plain(text->str, at, text->len));
    }
    ck_assert_uint_eq(cl_scan_alone_plain("ab 营 cd", 0, 9), 2);
    ck_assert_uint_eq(cl_scan_alone_plain("ab  cdefg hij", 0, 13), 13);
    ck_assert_uint_eq(cl_scan_alone_plain("of it is a no", 0, 13), 8);
}
END_TEST

RUN_TESTS("base/scan",
          pairs_in_blocks_are_as_one_by_one,
          triples_in_blocks_are_as_one_by_one,
          what_stands_alone_between_blanks_is_found,
          a_block_at_once_is_as_one_by_one,
          a_block_tells_what_stands_in_it,
          a_block_is_utf8_where_its_bytes_are,
          a_block_finds_the_byte_that_one_by_one_finds)
