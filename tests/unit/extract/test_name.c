/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose figure a sentence without a subject of the rule gives: of the maker
 * spoken of before, unless somebody else is named, in a list or in none.
 */
#include "world.h"

static const char rules[] =
    "- list: makers\n"
    "  entities:\n"
    "    yuanshan: [远山, Yuanshan]\n"
    "    xinghe: [星河, Xinghe]\n"
    "    beishan: ['/北山(?!路)/', Beishan]\n"
    "- list: models\n"
    "  entities:\n"
    "    m9: [M9, 远山M9, Yuanshan M9]\n"
    "    m7: [北山M7, M7]\n"
    "- id: outlets\n"
    "  title: 门店\n"
    "  subject: {entity: makers}\n"
    "  measure: [门店, outlets]\n"
    "  unit: 家\n"
    "  gap: 24\n"
    "  examples:\n"
    "    - {text: 远山有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: income\n"
    "  title: 收入\n"
    "  subject: {entity: makers}\n"
    "  measure: [收入]\n"
    "  unit: 元\n"
    "  time: period\n"
    "  examples:\n"
    "    - {text: 远山收入3亿元, claim: {value: 3亿元}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: battery\n"
    "  title: 电池\n"
    "  subject: {entity: models}\n"
    "  measure: [电池, battery]\n"
    "  unit: mAh\n"
    "  gap: 24\n"
    "  examples:\n"
    "    - {text: M9电池5000mAh, claim: {value: 5000mAh}}\n"
    "    - silent: M9锁单3万台\n";

typedef struct {
    const char *name, *text;
    unsigned claims;
} Row;

static const Row rows[] = {
    {"the subject carries on", "远山开得很快。门店已有300家。", 1},
    {"and past words for itself", "远山开得很快。公司在中国的门店有300家。", 1},
    {"and past who speaks", "远山开得很快。李明月表示，门店有300家。", 1},
    {"a name before a time", "远山开得很快。竹里茶铺上半年门店300家。", 0},
    {"a name before a place", "远山开得很快。竹里全球门店300家。", 0},
    {"a name behind a time", "远山开得很快。6月底竹里茶铺的门店有300家。", 0},
    {"a name in traditional characters",
     "遠山開得很快。竹裡茶鋪上半年門店300家。", 0},
    {"a name by its kind", "远山开得很快。竹里集团门店300家。", 0},
    {"a name by what it does", "远山开得很快。竹里拥有300家门店。", 0},
    {"a name too long for an adjective", "远山开得很快。梅花坞门店300家。", 0},
    {"two characters before what a period brought",
     "远山涨得很快。竹里收入3亿元。", 0},
    {"so another measure's name before",
     "远山涨得很快。竹里净利1亿元，收入3亿元。", 0},
    {"an ordinary word before it is no name", "远山涨得很快。销售收入3亿元。",
     1},
    {"nor are several in a row before a time",
     "远山开得很快。反复踏入十月，门店300家。", 1},
    {"a company made of ordinary words",
     "远山涨得很快。数字商业集团收入3亿元。", 0},
    {"a word that opens an English sentence",
     "Yuanshan opened many shops. Then it had 300 outlets.", 1},
    {"a word with an aside is a name",
     "Yuanshan opened many shops. Slack, which it bought, had 300 outlets.", 0},
    {"what only leads to it is no name", "远山涨得很快。实现收入3亿元。", 1},
    {"who is set against the one before",
     "远山开得很快。竹里则稳一些，门店300家。", 0},
    {"what is set against it need be nobody",
     "远山开得很快。门店却不大，门店300家。", 1},
    {"who is spoken of next", "远山开得很快。反观竹里，门店300家。", 0},
    {"what is spoken of next need be nobody",
     "远山开得很快。再看门店，门店300家。", 1},
    {"who comes behind what is said of him",
     "远山开得很快。开得最慢的是竹里，门店300家。", 0},
    {"a name that opens the second half of an English sentence",
     "Yuanshan grows fast, while Zhuli, which sells tea, opens few: 300 "
     "outlets.",
     0},
    {"and so behind a semicolon",
     "Yuanshan grows fast; Zhuli is slower with 300 outlets.", 0},
    {"small letters there are no name",
     "Yuanshan grows fast; management is content with 300 outlets.", 1},
    {"a trade before a name", "远山开得很快。同城厂商竹里门店300家。", 0},
    {"a trade before who is named by a comma",
     "远山开得很快。国内一家连锁，门店300家。", 0},
    {"a trade may stand for the one before",
     "远山开得很快。这家零售商门店300家。", 1},
    {"and be what he dealt with", "远山开得很快。收购了一家供应商，门店300家。",
     1},
    {"or what he is", "远山开得很快。作为茶饮零售商，门店300家。", 1},
    {"whom the one before supplies", "远山供应商竹里拥有300家门店。", 0},
    {"what somebody makes comes before him",
     "远山开得很快。做生鲜的竹里，门店300家。", 0},
    {"who works with the one before", "与远山合作的竹里，门店300家。", 0},
    {"what the one before owns is no name", "远山的成绩单今年好看，门店300家。",
     1},
    {"what he published is no name",
     "远山开得很快。交出漂亮的成绩单，门店300家。", 1},
    {"who is turned to", "远山开得很快。竹里方面，门店300家。", 0},
    {"what is turned to", "远山开得很快。渠道方面，门店300家。", 1},
    {"whose office it is", "远山开得很快。竹里董事长林澈说，门店300家。", 0},
    {"the office of the one before", "远山开得很快。董事长林澈说，门店300家。",
     1},
    {"one of several in an office", "远山开得很快。联席总裁林澈说，门店300家。",
     1},
    {"a tail that only companies have",
     "远山开得很快。两家之外，竹里家居门店300家。", 0},
    {"a tail behind a common word is what is sold",
     "远山开得很快。新能源汽车门店300家。", 1},
    {"what the subject became", "远山成了头一家开满全国的茶饮集团：门店300家。",
     1},
    {"whose rival it is", "远山开得很快。其竞争对手竹里门店300家。", 0},
    {"one of many is told of",
     "远山开得很快。河北一家叫竹里的作坊，门店300家。", 0},
    {"who did not do a thing",
     "远山开得很快。同在一条街的竹里没有上市，门店300家。", 0},
    {"what is somebody's by 的", "远山涨得很快。梅竹里的净利1亿元，收入3亿元。",
     0},
    {"a brand that a trade shows", "远山开得很快。新锐品牌竹里门店300家。", 0},
    {"a number is no name", "远山的第一份年报好看，门店300家。", 1},
    {"a brand is part of the house", "远山开得很快。竹里品牌拥有300家门店。",
     1},
    {"a foreign name", "远山开得很快。Zhuli Tea门店300家。", 0},
    {"an English name by what it does",
     "Yuanshan grows fast. Zhuli runs 300 outlets.", 0},
    {"an English name as an owner",
     "Yuanshan grows fast. Zhuli's tea has 300 outlets.", 0},
    {"an English name at which one looks",
     "Yuanshan grows fast. At Zhuli, outlets reached 300 outlets.", 0},
    {"what is said of him beside",
     "Yuanshan grows fast. Zhuli, a regional chain, had 300 outlets.", 0},
    {"or how he is set against the other",
     "Yuanshan grows fast. Zhuli, by contrast, had 300 outlets.", 0},
    {"a firm that speaks",
     "Yuanshan grows fast. Zhuli, a tea chain, said it had 300 outlets.", 0},
    {"a person who speaks is none",
     "Yuanshan grows fast. Jane Field, a manager, said it had 300 outlets.", 1},
    {"nor is a person which could be one",
     "Yuanshan grows fast. Jane Field, who runs it, said it had 300 outlets.",
     1},
    {"but a thing is",
     "Yuanshan grows fast. Zhuli, which sells tea, said it "
     "had 300 outlets.",
     0},
    {"a rival who speaks",
     "Yuanshan grows fast. Rival Zhuli said outlets reached 300.", 0},
    {"a name inside a clause",
     "Yuanshan grows fast. Its smaller neighbour Zhuli had 300 outlets.", 0},
    {"whom the subject backs", "Yuanshan-backed Zhuli Tea had 300 outlets.", 0},
    {"a name that ends as a firm's",
     "Unlike Yuanshan, Zhuli Foods was early: it had 300 outlets.", 0},
    {"a person in an office inside a clause",
     "Yuanshan grows fast, and chairman Ken Field had 300 outlets painted.", 1},
    {"a time put first",
     "Yuanshan grows fast. For 2024 management had counted 300 outlets.", 1},
    {"to look back is no name", "远山开得很快。翻看去年门店300家。", 1},
    {"a word that only opens a sentence",
     "Yuanshan grows fast. Management counts 300 outlets.", 1},
    {"who speaks in English",
     "Yuanshan grows fast. Jane Field said there were 300 outlets.", 1},
    {"it is the one before", "Yuanshan grows fast. It runs 300 outlets.", 1},
    {"a name later in the sentence",
     "远山门店不肯公布，竹里茶铺拥有300家门店。", 0},
    {"the latter of two is the nearer one",
     "远山和星河都开得快，后者门店300家。", 1},
    {"the latter is who a pronoun stands before",
     "有人把它和远山相比：后者门店300家。", 1},
    {"the latter with one known is the other",
     "远山和竹里都开得快，后者门店300家。", 0},
    {"a title on a stranger too lends nobody",
     "---\ntitle: 远山与竹里的半年\n---\n门店有300家。", 0},
    {"a title on one lends it", "---\ntitle: 远山的半年\n---\n门店有300家。",
     1},
    {"a maker is known by its model", "M9今天开卖。远山给它装了5000mAh电池。",
     1},
    {"a maker that is an expression is known too",
     "M9今天开卖。北山给它装了5000mAh电池。", 0},
    {"in the name of its model", "北山M7今天开卖。北山给它装了5000mAh电池。",
     1},
    {"another maker is not", "M9今天开卖。星河给它装了5000mAh电池。", 0},
    {"a model with its number apart", "M9今天开卖。Zhuli 7的电池是5000mAh。",
     0},
    {"what no dictionary explains, behind words that it does",
     "远山开得很快。后来的追赶者朗禾电器门店300家。", 0},
    {"and behind what describes it",
     "远山开得很快。刚登陆交易所的朗禾门店300家。", 0},
    {"which has verbs of its own",
     "远山开得很快。同样没有上市的朗禾小铺称门店300家。", 0},
    {"who was named in full is no other",
     "远山开得很快。全国的远山店门店300家。", 1},
    {"who else there is", "远山开得很快。入局的还有朗禾影像，门店300家。", 0},
    {"all others", "包括远山在内的其他品牌门店300家。", 0},
    {"two together", "Yuanshan and Xinghe together had 300 outlets.", 0},
    {"two combined, said first",
     "Combined, Yuanshan and Xinghe had 300 outlets.", 0},
    {"one together with a stranger is joined to nobody",
     "Yuanshan, together with suppliers, runs 300 outlets.", 1},
    {"whoever's rival",
     "Yuanshan grows fast. Its nearest imitator, a chain "
     "from Zhuli, runs 300 outlets.",
     0},
    {"a rival in apposition",
     "Yuanshan grows fast. Zhuli, its privately held rival, has 300 outlets.",
     0},
    {"who stands with his figure in a list",
     "远山门店300家，星河180家，捷乡达120家。", 2},
    {"a foreign firm behind what it is",
     "远山开得很快。另一家物流公司Zhuli门店300家。", 0},
    {"who was founded by somebody of the one before",
     "远山前董事林澈创办的朗禾，门店300家。", 0},
    {"what is told of who was named in passing",
     "Yuanshan competes with Zhuli Lane, which has 300 outlets.", 0},
    {"of a place it is told of who is there",
     "Both belong to Yuanshan of Zhuli, which has 300 outlets.", 1},
    {"a part of the one before", "Zhuli, part of Yuanshan, has 300 outlets.",
     0},
    {"a name that begins like another", "Yuanshan Pay has 300 outlets.", 0},
    {"and its legal form", "Yuanshan Holdings AG has 300 outlets.", 1},
    {"whose rival it is behind 的", "远山的这位老对手去年底门店300家。", 0},
    {"who was founded", "曾在远山工作的林澈创办了朗禾科技，公司门店300家。", 0},
    {"one of many, whatever stands behind it",
     "远山开得很快。一家名叫朗禾的川企铺得慢，门店300家。", 0},
    {"a third of the trade",
     "Yuanshan grows fast. A third tea company, Hemu, has 300 outlets.", 0},
    {"for whom an analyst works",
     "Analyst Jane Field at Yuanshan counts 300 outlets.", 0},
    {"or one in Han", "远山分析师估算，门店300家。", 0},
    {"a model with Han and a number", "M9今天开卖。竹里7电池5000mAh。", 0},
};

START_TEST(a_figure_is_of_who_was_named_last)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        world_read(&world, "a.md", rows[i].text);
        ck_assert_msg(cl_claims_count(world.claims) == rows[i].claims,
                      "%s: %u claims wanted in '%s'", rows[i].name,
                      rows[i].claims, rows[i].text);
        world_free(&world);
    }
}
END_TEST

RUN_TESTS("name", a_figure_is_of_who_was_named_last)
