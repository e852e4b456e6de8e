/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences that are left unread would have claimed nothing. */
#include "world.h"

static const char rules_text[] =
    "- id: orders\n"
    "  title: orders\n"
    "  subject: [远山Y7, 遠山, Yuanshan Y7]\n"
    "  measure: [订单, 锁单量, orders, '/下了?订/', '/\\bordered\\b/']\n"
    "  unit: 辆\n"
    "  examples:\n"
    "    - {text: 远山Y7订单5万辆, claim: {value: 5万辆}}\n"
    "    - silent: 远山Y7订单很多\n"
    "- id: prices\n"
    "  title: prices\n"
    "  subject: [远山Y7]\n"
    "  measure: [起售价]\n"
    "  unsaid: [卖]\n"
    "  unit: 元\n"
    "  examples:\n"
    "    - {text: 远山Y7起售价5万元, claim: {value: 5万元}}\n"
    "    - silent: 远山Y7奖金5万元\n";

static void
ignore(void *data, const ClDecision *decision)
{
    (void)data;
    (void)decision;
}

static size_t
count_claims_of(const char *rules,
                const char *path,
                const char *text,
                bool traced)
{
    static const ClTrace trace = {ignore, NULL};
    World world = world_new(rules);
    cl_rule_set_make_sieve(world.rules);
    ck_assert(cl_rule_set_can_sift(world.rules));
    g_autoptr(ClArticle) article =
        cl_article_new(path, g_strdup(text), strlen(text), world.notes);
    ck_assert_ptr_nonnull(article);
    cl_extract_claims_traced(article, world.rules, world.claims, world.notes,
                             traced ? &trace : NULL);
    const size_t count = cl_claims_count(world.claims);
    world_free(&world);
    return count;
}

static size_t
count_claims(const char *path, const char *text, bool traced)
{
    return count_claims_of(rules_text, path, text, traced);
}

typedef struct {
    const char *name, *path, *text;
} Row;

START_TEST(every_spelling_of_a_word_lets_its_sentence_be_read)
{
    static const Row rows[] = {
        {"as in the rule", "a.txt", "远山Y7订单5万辆。"},
        {"traditional", "a.txt", "遠山Y7訂單5萬輛。"},
        {"full-width", "a.txt", "远山Ｙ７订单５万辆。"},
        {"other case", "a.txt", "YUANSHAN y7 ORDERS: 50,000辆."},
        {"blanks in a word", "a.txt", "远 山 Y 7 订 单 5 万辆。"},
        {"zero width in a word", "a.txt",
         "远\xE2\x80\x8B山Y7订\xE2\x80\x8B单5万辆。"},
        {"mark-up in a word", "a.md", "远**山Y7**订*单*5万辆。"},
        {"a tag in a word", "a.html", "<p>远<b>山Y7</b>订单5万辆。</p>"},
        {"cut by the page", "a.txt",
         "大家都在等这个数字出来，今天它终于出来了，远山Y7的订\n"
         "单有5万辆，比大家早先想的还要多一些，店里的人都说这还\n"
         "只是个开头，往后几个月才见真章，也有人不信这些，觉得还\n"
         "是要看交付，交付才是真的，别的都不算，这话也有些道理。\n"},
        {"carried", "a.txt", "远山Y7上市了。订单5万辆。"},
        {"named in the title", "a.txt",
         "远山Y7上市首日见闻\n\n店里人很多。\n\n大家在问。订单5万辆。\n"},
        {"without a word for it", "a.txt", "远山Y7，5万元。"},
        {"without any word", "a.txt", "远山Y7上市了。５万元，不贵。"},
        {"asked for", "a.txt", "远山Y7的订单多吗？5万辆。"},
        {"a figure alone", "a.txt", "5万辆！远山Y7的订单这样多。"},
        {"led into a list", "a.md", "远山Y7各月订单：\n\n- 一月5万辆\n"},
        {"in a table", "a.md",
         "| 车型 | 订单 |\n|---|---|\n| 远山Y7 | 5万辆 |\n"},
        {"an expression", "a.txt", "远山Y7被人下订5万辆。"},
        {"an expression of unknown words", "a.txt",
         "People ordered 50,000辆 of the Yuanshan Y7."},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const size_t gated = count_claims(rows[i].path, rows[i].text, false);
        const size_t all = count_claims(rows[i].path, rows[i].text, true);
        ck_assert_msg(gated == all, "%s: %zu claims of %zu", rows[i].name,
                      gated, all);
        ck_assert_msg(all > 0, "%s: no claim", rows[i].name);
    }
}
END_TEST

/* What names nothing itself may go on with the sentence before. */
START_TEST(another_time_of_the_sentence_before_is_read)
{
    static const char rule[] =
        "id: stores\n"
        "title: stores\n"
        "subject: [远山]\n"
        "measure: [门店]\n"
        "unit: 家\n"
        "apart: [when]\n"
        "examples:\n"
        "  - {text: 远山门店500家, claim: {value: 500家}}\n"
        "  - silent: 远山门店很多\n";
    static const char text[] =
        "截至2025年6月末，远山全国门店共46,500家。半年前是45,400家。";
    const size_t gated = count_claims_of(rule, "a.txt", text, false);
    ck_assert_uint_eq(gated, count_claims_of(rule, "a.txt", text, true));
    ck_assert_uint_eq(gated, 2);
}
END_TEST

/* A sentence without the words of any rule is never folded, so its figures
   are not read. */
START_TEST(what_no_rule_asks_for_is_not_read)
{
    World world = world_new(rules_text);
    cl_rule_set_make_sieve(world.rules);
    ck_assert(cl_rule_set_can_sift(world.rules));
    world_read(&world, "a.txt", "海川卖出三万辆。");
    ck_assert_uint_eq(cl_claims_sentences(world.claims), 0);
    ck_assert_uint_eq(cl_claims_figures(world.claims), 0);
    world_free(&world);
}
END_TEST

RUN_TESTS("extract/gate",
          every_spelling_of_a_word_lets_its_sentence_be_read,
          another_time_of_the_sentence_before_is_read,
          what_no_rule_asks_for_is_not_read)
