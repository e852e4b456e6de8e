/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose figures a text tells: each row's owners, in order.
 */
#include "world.h"

static const char rules[] =
    "- list: makers\n"
    "  entities:\n"
    "    yuanshan: [远山, Yuanshan]\n"
    "    xinghe: [星河, Xinghe]\n"
    "    beishan: [北山, Beishan]\n"
    "    zhuli: [竹里, Zhuli]\n"
    "    samsung: [白山, Baeksan]\n" /* at home where seats.yaml says */
    "    leapmotor: [青桥, Qingqiao]\n"
    "    geely: [梅坞, Meiwu]\n"
    "    app: [青石]\n"
    "  part_of:\n"
    "    yuanshan: [zhuli, app]\n"
    "  counted_in: {users: [app]}\n"
    "- id: income\n"
    "  title: 收入\n"
    "  subject: {entity: makers}\n"
    "  measure: [收入, revenue]\n"
    "  unit: 元\n"
    "  time: period\n"
    "  carry: 5\n"
    "  examples:\n"
    "    - {text: 远山收入3亿元, claim: {value: 3亿元}}\n"
    "    - silent: 远山有300名员工\n";

typedef struct {
    const char *name, *text, *owners;
} Row;

/* What an interview says without a company's name: 20 sentences. */
#define TALK                                                                                           \
    "那时候没有人看好。天很冷。路也不好走。茶馆关得早。我们坐着说话。" \
    "灯很暗。后来雨停了。他点了一壶茶。茶凉了。又点一壶。说了很久。"    \
    "话题绕来绕去。天快亮了。有人敲门。门没有开。"

static const Row rows[] = {
    {"a company is spoken of for as long as no other is",
     "问：远山最好的时候您在？\n\n答：" TALK "今年收入3亿元。", "yuanshan "},
    {"until another is",
     "问：远山最好的时候您在？\n\n答：" TALK "星河也来了。今年收入3亿元。",
     "xinghe "},
    {"who is only held against another is not spoken of",
     "远山的账不难看。研发不算多，比星河少得多。今年收入3亿元。", "yuanshan "},
    {"nor is he behind a figure in that sentence",
     "远山开了很多店，比星河还多，收入3亿元。", "yuanshan "},
    {"nor in English",
     "Yuanshan, well ahead of Xinghe, had revenue of 3元 last year.",
     "yuanshan "},
    {"but his own figure is his", "远山不差，比星河的收入3亿元还多。",
     "xinghe "},
    {"and what is told of him is of him",
     "Yuanshan edged past Xinghe, whose revenue was 3元.", "xinghe "},
    {"a rival told beside a name is that one",
     "Yuanshan did well. Xinghe, its rival from the coast, took revenue of "
     "3元.",
     "xinghe "},
    {"and so before it",
     "Yuanshan did well. Its rival Xinghe had revenue of 3元.", "xinghe "},
    {"a place is nobody", "远山今年不差。货架上也还有货。收入3亿元。",
     "yuanshan "},
    {"a word that holds 则 sets nobody against another",
     "远山今年不差。换一种准则，今年收入3亿元。", "yuanshan "},
    {"nor does a person of a trade",
     "远山今年不差。一位坐在旁边的供应商低声说，收入3亿元。", "yuanshan "},
    {"the whole company is no other", "远山今年不差。整个公司收入3亿元。",
     "yuanshan "},
    {"what is counted is nobody", "远山今年不差。冬天打个七折也够。收入3亿元。",
     "yuanshan "},
    {"whom an aside lists is not spoken of",
     "Yuanshan, which owns Zhuli, did well. In the year revenue was 3元.",
     "yuanshan "},
    {"who is called by its seat",
     "白山今年不差。星河也好。韩国那家公司收入3亿元。", "samsung "},
    {"without a word for a company",
     "白山今年不差。星河也好。首尔那家的收入是3亿元。", "samsung "},
    {"whose figures go on",
     "白山今年不差。星河也好。首尔那家公司没有慌；收入3亿元。", "samsung "},
    {"in English",
     "Baeksan did well. So did Xinghe. The Korean phone maker took revenue of "
     "3元.",
     "samsung "},
    {"as a nation",
     "Baeksan did well. So did Xinghe. The Koreans had revenue of 3元.",
     "samsung "},
    {"who is not at home there",
     "Xinghe did well. The Korean company had revenue of 3元.", ""},
    {"one of two at home there is nobody",
     "Qingqiao did well. So did Meiwu. The Hangzhou maker had revenue of 3元.",
     ""},
    {"some company of a place is none of those named",
     "青桥今年不差。杭州一家公司收入3亿元。", ""},
    {"the first of two is the former",
     "远山和星河都不差，前者收入3亿元，后者收入2亿元。", "yuanshan xinghe "},
    {"named in the sentence before",
     "远山和星河都不差。都涨了。收入上，后者有3亿元。", "xinghe "},
    {"of three there is none",
     "远山、星河和北山都不差。都涨了。收入上，前者有3亿元。", ""},
    {"a question says whom the answer is on, whatever the title",
     "远山的三季报\n\n2025年11月3日\n\n问：远山呢？\n\n答：不差。\n\n"
     "问：星河那边呢？\n\n答：规模更大。收入3亿元。",
     "xinghe "},
    {"of another place than that one",
     "白山今年不差。青桥也好。重庆那家公司收入3亿元。", ""},
    {"by a part of its country",
     "白山今年不差。青桥也好。星河也好。浙江那家收入3亿元。", "leapmotor "},
    {"several together are none of them",
     "远山今年不差。星河也好。两家加起来收入3亿元。", ""},
    {"a name that a turn opens with is joined to nobody",
     "Yuanshan did well.\n\nQ: And Xinghe?\n\nA: A plain year. It had "
     "revenue of 3元.",
     "xinghe "},
    {"a parent is whom the one named is part of",
     "竹里今年不差。母公司收入3亿元。", "yuanshan "},
    {"what an app does not have is its company's", "青石用户1亿。收入3亿元。",
     "yuanshan "},
    {"in one sentence too", "青石有1亿元用户，收入3亿元。", "yuanshan "},
    {"but what is said of it is its own", "青石收入3亿元。", "app "},
    {"who answers in a forum speaks of his own",
     "1楼：远山今年不差。\n\n2楼：收入3亿元。", ""},
    {"but may point back", "1楼：远山今年不差。\n\n2楼：这家公司收入3亿元。",
     "yuanshan "},
};

static void
print_owner(const ClClaim *claim, GString *out)
{
    for (unsigned i = 0; i < claim->rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(claim->rule->facets, i);
        if (strcmp(facet->name, "entity") == 0)
            g_string_append_printf(out, "%s ", claim->facets[i].value);
    }
}

START_TEST(a_figure_is_of_whom_the_text_speaks)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        world_read(&world, "a.txt", rows[i].text);
        g_autoptr(GString) owners = g_string_new(NULL);
        for (size_t j = 0; j < cl_claims_count(world.claims); j++)
            print_owner(cl_claims_get(world.claims, j), owners);
        ck_assert_msg(strcmp(owners->str, rows[i].owners) == 0,
                      "%s: '%s' is not '%s'", rows[i].name, owners->str,
                      rows[i].owners);
        world_free(&world);
    }
}
END_TEST

RUN_TESTS("extract/carry", a_figure_is_of_whom_the_text_speaks)
