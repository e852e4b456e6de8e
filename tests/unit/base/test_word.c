/* SPDX-License-Identifier: Apache-2.0 */
/* The word a typist meant. */
#include "base/base.h"

#include "unit.h"

static const char *const keys[] = {"subject", "measure",  "unit",      "title",
                                   "id",      "examples", "why",       "facets",
                                   "单位",    "订单量",   "tolerance", NULL};

static const struct {
    const char *name, *word, *nearest;
} rows[] = {
    {"the word itself", "unit", "unit"},
    {"a letter too many", "unitt", "unit"},
    {"a letter too few", "subjct", "subject"},
    {"a wrong letter", "meazure", "measure"},
    {"a swap costs one", "unti", "unit"},
    {"a swap in a short word", "wyh", "why"},
    {"a swap in the shortest", "di", "id"},
    {"a swap at the start", "ittle", "title"},
    {"a plural", "example", "examples"},
    {"two slips in eight", "subjeckd", "subject"},
    {"three slips in nine", "tulurunce", "tolerance"},
    {"three slips in eight", "sabjekt_", NULL},
    {"another word", "colour", NULL},
    {"an empty word", "", NULL},
    {"capitals are letters", "UNIT", NULL},
    {"one character of two", "单价", "单位"},
    {"one character of three", "订阅量", "订单量"},
    {"swapped characters", "单订量", "订单量"},
    {"two characters of three", "订房费", NULL},
    {"not UTF-8", "uni\xfc", NULL},
};

START_TEST(the_nearest_word_is_found)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *word = g_strdup(rows[i].word);
        const char *nearest = cl_nearest_word(word, keys);
        ck_assert_msg(g_strcmp0(nearest, rows[i].nearest) == 0, "%s: %s",
                      rows[i].name, nearest ? nearest : "none");
    }
}
END_TEST

START_TEST(the_first_of_equally_near_words_wins)
{
    static const char *const near[] = {"cat", "bat", NULL};
    ck_assert_ptr_eq(cl_nearest_word("rat", near), near[0]);
}
END_TEST

START_TEST(words_of_any_length_are_safe)
{
    for (size_t length = 60; length < 70; length++) {
        g_autofree char *word = g_strnfill(length, 'a');
        g_autofree char *other = g_strnfill(length + 1, 'a');
        const char *const candidates[] = {"", other, NULL};
        const char *nearest = cl_nearest_word(word, candidates);
        ck_assert(length >= 64 ? !nearest : nearest == other);
    }
    static const char *const none[] = {NULL};
    ck_assert_ptr_null(cl_nearest_word("unit", none));
}
END_TEST

RUN_TESTS("base/word",
          the_nearest_word_is_found,
          the_first_of_equally_near_words_wins,
          words_of_any_length_are_safe)
