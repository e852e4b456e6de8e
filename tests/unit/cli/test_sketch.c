/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "cli/example.h"
#include "cli/sketch.h"

#include <string.h>

static const struct {
    const char *sentence, *subject, *measure;
} rows[] = {
    {"兰亭茶铺门店已达1200家", "兰亭茶铺", "门店"},
    {"上市18小时，远山R9锁单24万台", "R9", "锁单"},
    {"截至8月底，竹里科技員工總數約3,500人", "竹里科技", "员工总数"},
    {"Lanting Tea opened 120 stores last year", "Lanting Tea", NULL},
    {"By June, Acme Robotics had shipped 45,000 units", "Acme Robotics", NULL},
    {"青禾科技第三季度营收12.5亿元", "青禾科技", "营收"},
    {"蓝鲸咖啡馆的座位数达到300个", "蓝鲸咖啡馆", "座位数"},
    {"云岭公益招募了300名志愿者", "云岭公益", "志愿者"},
    {"远山汽车的市场份额升至12.5%", "远山汽车", "市场份额"},
    {"ＹＵＡＮ科技用戶已超400萬", "YUAN", "用户"},
    {"海棠手机电池容量7000mAh", "海棠手机", "电池容量"},
    {"Harbor Foods said revenue rose 12% last year", "Harbor Foods", "revenue"},
    {"石墨科技估值約二十億美元", "石墨科技", "估值"},
    {"晨星號續航里程800公里", "晨星号", "续航里程"},
    {"松涛书院藏书百万册", NULL, NULL},
    {"It's said that O'Hara Mills has 1,200 workers", NULL, NULL},
};

/* The text behind "KEY: ['", NULL if the file has no such key. */
static char *
first_term(const char *file, const char *key)
{
    g_autofree char *start = g_strdup_printf("\n%s: ['", key);
    const char *const found = strstr(file, start);
    if (!found)
        return NULL;
    const char *const term = found + strlen(start);
    return g_strndup(term, strcspn(term, "'"));
}

static void
assert_term(const char *file, const char *key, const char *wanted)
{
    g_autofree char *term = first_term(file, key);
    if (wanted)
        ck_assert_str_eq(term ? term : "none", wanted);
}

START_TEST(subject_and_measure_are_guessed)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autoptr(GString) mistake = g_string_new(NULL);
        ck_assert_msg(
            cl_sketch_rule(vocabulary, rows[i].sentence, NULL, out, mistake),
            "%s: %s", rows[i].sentence, mistake->str);
        assert_term(out->str, "subject", rows[i].subject);
        assert_term(out->str, "measure", rows[i].measure);
    }
}
END_TEST

START_TEST(what_is_made_loads_and_passes)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autoptr(GString) story = g_string_new(NULL);
        cl_sketch_rule(vocabulary, rows[i].sentence, "my-rule", out, story);
        g_autoptr(ClRuleSet) rules = cl_rule_set_parse(
            out->str, out->len, "new.yaml", vocabulary, notes);
        ck_assert_msg(rules != NULL, "%s", rows[i].sentence);
        const ClRule *const rule = cl_rule_set_find(rules, "my-rule");
        ck_assert_uint_eq(rule->examples->len, 2);
        for (guint j = 0; j < 2; j++)
            ck_assert_msg(
                cl_outcome_passes(cl_example_run(rules, rule, j, story)),
                "%s: %s", rows[i].sentence, story->str);
    }
}
END_TEST

START_TEST(a_sentence_without_a_figure_makes_no_rule)
{
    static const char *const sentences[] = {"", "兰亭茶铺开了很多店", "1200家",
                                            "\xff\xfe", "2025年"};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    for (size_t i = 0; i < G_N_ELEMENTS(sentences); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autoptr(GString) mistake = g_string_new(NULL);
        ck_assert(
            !cl_sketch_rule(vocabulary, sentences[i], NULL, out, mistake));
        ck_assert_uint_eq(out->len, 0);
        ck_assert_uint_gt(mistake->len, 0);
    }
}
END_TEST

RUN_TESTS("cli/sketch",
          subject_and_measure_are_guessed,
          what_is_made_loads_and_passes,
          a_sentence_without_a_figure_makes_no_rule)
