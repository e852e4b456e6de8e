/* SPDX-License-Identifier: Apache-2.0 */
#include "hostile_patterns.h"
#include "unit.h"

#include "rule/rule.h"

START_TEST(work_that_outgrows_the_text_is_found)
{
    static const struct {
        const char *source;
        bool slow;
    } rows[] = {
        {"茶铺", false},
        {"茶+铺", false},
        {"茶[^。]{0,10}店", false},
        {"开到了\\s*{quantity}", false},
        {"(?:茶|铺)+店", false},
        {"(茶+)+店", true},
        {"(?:茶|茶铺|铺)*店.*", true},
        {"开.*了.*店", true},
        {"(a|a)*b", true},
        {"(?:\\d+,?)+万", true},
        {"开(.*?,)+{quantity}", true},
        {"(?!店)(?<name>铺+)+x", true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *pump = cl_regex_find_slow(rows[i].source);
        ck_assert_msg((pump != NULL) == rows[i].slow, "%s", rows[i].source);
    }
}
END_TEST

/* The work of these grows as the text does, in steps of PCRE2: its limit on
   them is what stops these. */
static bool
grows_evenly(const char *source)
{
    static const char *const sources[] = {
        "(?:(?=.*订x)a)*x",          "(?:(?!订x).)+锁x", "(?:a++|a)+[bc]",
        "(?<n>\\((?&n)*\\)|a)+[!?]", "(a*)(\\1a)*[bc]",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++)
        if (strcmp(sources[i], source) == 0)
            return true;
    return false;
}

START_TEST(every_other_hostile_pattern_is_told)
{
    for (size_t i = 0; i < HOSTILE_PATTERNS; i++) {
        const char *const source = hostile_patterns[i];
        g_autofree char *pump = cl_regex_find_slow(source);
        ck_assert_msg(pump || grows_evenly(source), "%s", source);
    }
}
END_TEST

START_TEST(a_sample_is_what_the_pattern_matches)
{
    static const struct {
        const char *source, *sample;
    } rows[] = {
        {"兰亭茶(铺|馆)", "兰亭茶铺"},   {"[一二]\\d+ x", "一1 x"},
        {"(?<![a-z])共(?=[0-9])", "共"}, {"a\\.b\\x{4E00}", "a.b一"},
        {"^\\bYU ?7\\b$", "YU 7"},       {"(?i:ab|c)d", "abd"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *sample = cl_regex_sample(rows[i].source);
        ck_assert_str_eq(sample, rows[i].sample);
    }
}
END_TEST

START_TEST(patterns_cut_short_are_no_danger)
{
    static const char *const sources[] = {"",    "(",   "[",    "\\", "a{",
                                          "(?<", "[[:", "\\x{", ")",  "(?P<a"};
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        g_autofree char *sample = cl_regex_sample(sources[i]);
        g_autofree char *pump = cl_regex_find_slow(sources[i]);
        ck_assert_ptr_null(pump);
    }
}
END_TEST

RUN_TESTS("rule/growth",
          work_that_outgrows_the_text_is_found,
          every_other_hostile_pattern_is_told,
          a_sample_is_what_the_pattern_matches,
          patterns_cut_short_are_no_danger)
