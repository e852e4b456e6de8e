/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures that share words with their neighbours: each row's claims as
 * "rule maker value when", one a line; the makers do not exist.
 */
#include "world.h"

static const char rules[] =
    "- list: makers\n"
    "  title: 厂商\n"
    "  entities:\n"
    "    yuanshan: [远山, Yuanshan]\n"
    "    xinghe: [星河, Xinghe]\n"
    "    qingshi: [青石, Qingshi]\n"
    "- id: sales\n"
    "  title: 销量\n"
    "  subject: {entity: makers}\n"
    "  measure: [销量, 卖出, sold]\n"
    "  unit: 辆\n"
    "  over_time: varies\n"
    "  carry: 3\n"
    "  examples:\n"
    "    - {text: 远山销量300辆, claim: {value: 300辆}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: share\n"
    "  title: 份额\n"
    "  subject: {entity: makers}\n"
    "  measure: [份额, share]\n"
    "  unit: \"%\"\n"
    "  wording: level\n"
    "  examples:\n"
    "    - {text: 远山份额30%, claim: {value: 30%}}\n"
    "    - silent: 远山增长30%\n";

typedef struct {
    const char *name, *text, *claims;
} Row;

static const Row rows[] = {
    {"values go with names in order",
     "2031年5月，远山、星河和青石销量分别为310辆、280辆和95辆。",
     "sales yuanshan 310 2031-05\nsales xinghe 280 2031-05\n"
     "sales qingshi 95 2031-05\n"},
    {"in English the last has the unit of all",
     "Yuanshan, Xinghe and Qingshi sold 310, 280 and 95 cars respectively in "
     "May 2031.",
     "sales yuanshan 310 2031-05\nsales xinghe 280 2031-05\n"
     "sales qingshi 95 2031-05\n"},
    {"values go with times in order",
     "远山2029年、2030年销量分别为310辆、280辆。",
     "sales yuanshan 310 2029\nsales yuanshan 280 2030\n"},
    {"the next sentence need not name the measure again",
     "2031年5月，远山卖出310辆。星河280辆。青石也是95辆，创下新低。",
     "sales yuanshan 310 2031-05\nsales xinghe 280 2031-05\n"
     "sales qingshi 95 2031-05\n"},
    {"nor who follows a total of nobody",
     "All makers sold 900 cars in May 2031. Yuanshan had 310 cars, "
     "Xinghe 280 cars.",
     "sales yuanshan 310 2031-05\nsales xinghe 280 2031-05\n"},
    {"a share may stand beside what is echoed",
     "2031年5月全国共卖出900辆。星河以280辆、31%的份额居首。青石的95辆不算少。",
     "sales xinghe 280 2031-05\nshare xinghe 31 -\n"},
    {"a maker's figure may be its own",
     "All makers sold 900 cars in May 2031. Yuanshan's 310 cars compares well.",
     "sales yuanshan 310 2031-05\n"},
    {"a place in the ranking stands between a name and its figure",
     "2031年5月，远山卖出310辆，份额31%。星河第二，280辆，28%；青石第三，95辆，9%。",
     "sales yuanshan 310 2031-05\nshare yuanshan 31 2031-05\n"
     "sales xinghe 280 2031-05\nshare xinghe 28 -\n"
     "sales qingshi 95 2031-05\nshare qingshi 9 -\n"},
    {"what leads to a number has no weight, nor has a figure beside the first",
     "2031年5月，远山卖出310辆，比4月的290辆多。星河回升至280辆。",
     "sales yuanshan 310 2031-05\nsales yuanshan 290 month-04\nsales xinghe 280 2031-05\n"},
    {"a sentence of other things may stand before it",
     "2031年5月，远山卖出310辆。那天下着大雨。星河280辆。",
     "sales yuanshan 310 2031-05\nsales xinghe 280 2031-05\n"},
    {"what leads to a bare number may be its hedge",
     "Cars sold by Yuanshan have exceeded 31,000, we hear. Sales by Xinghe are past 28,000.",
     "sales yuanshan 31000 -\n"},
    {"but a figure of another kind before it is no measure",
     "2031年5月，远山卖出310辆，库存50辆。星河280辆。",
     "sales yuanshan 310 2031-05\n"},
    {"nor is one that another word measures",
     "2031年5月，远山卖出310辆。星河订单280辆。",
     "sales yuanshan 310 2031-05\n"},
    {"a list with a name the rule does not know has no owner",
     "远山、星河、黑水分别卖出310辆、280辆和95辆。", ""},
    {"nor have values that go with clauses before",
     "2031年5月，远山卖出310辆，库存95辆，份额分别不高，分别为3%和4%。",
     "sales yuanshan 310 2031-05\n"},
    {"nor has one of unknown things",
     "远山在甲城、乙城、丙城的销量分别为310辆、280辆、95辆。", ""},
    {"two values of no list stay with their subject",
     "远山两个版本的份额分别为3%和4%。",
     "share yuanshan 3 -\nshare yuanshan 4 -\n"},
    {"the next maker's figure has the measure before",
     "Yuanshan had a share of 31 percent, Xinghe 28 percent and Qingshi 9 "
     "percent.",
     "share yuanshan 31 -\nshare xinghe 28 -\nshare qingshi 9 -\n"},
    {"and its unit", "Yuanshan sold 310 cars, Xinghe 280 and Qingshi 95.",
     "sales yuanshan 310 -\nsales xinghe 280 -\nsales qingshi 95 -\n"},
    {"but not of another measure",
     "Yuanshan had a share of 31 percent in the whole of the country's north, "
     "a margin that Xinghe beat by 28 percent.",
     "share yuanshan 31 -\n"},
    {"a bare figure with another scale is left out",
     "Yuanshan sold 3.1 million cars, Xinghe 280.",
     "sales yuanshan 3100000 -\n"},
    {"a total has measure and subject of its parts",
     "Yuanshan sold 310 cars in the big towns near the coast, 280 in the "
     "villages further up and 95 elsewhere, 685 in all.",
     "sales yuanshan 310 -\nsales yuanshan 685 -\n"},
    {"the total of two makers is of neither", "远山和星河的销量合计590辆。",
     ""},
    {"nor is one behind their parts",
     "远山销量310辆，星河销量280辆，合计590辆。",
     "sales yuanshan 310 -\nsales xinghe 280 -\n"},
    {"what leads into a list holds for its items",
     "2031年5月各家销量如下：\n\n- 远山：310辆\n- 星河 280辆，创下新高\n",
     "sales yuanshan 310 2031-05\nsales xinghe 280 2031-05\n"},
    {"in English too, of bare numbers",
     "Cars sold in May 2031:\n\n1. Yuanshan, 310\n2. Xinghe - 280\n"
     "3. Qingshi, 3 of them late\n",
     "sales yuanshan 310 2031-05\nsales xinghe 280 2031-05\n"},
    {"a name that the rule does not know takes nothing from there",
     "远山等公司2031年5月的销量：\n\n- 星河：280辆\n- 黑水：70辆\n"
     "- 黑水销量：70辆\n",
     "sales xinghe 280 2031-05\n"},
    {"items may be measures of one maker",
     "远山2031年的几个数：\n\n- 销量达到310辆\n- 份额：3.1%\n"
     "- 门店：70家\n",
     "sales yuanshan 310 2031\nshare yuanshan 3.1 2031\n"},
    {"another measure takes nothing",
     "2031年销量：\n\n- 远山库存：70辆\n- 远山：310辆\n",
     "sales yuanshan 310 2031\n"},
    {"a list under a sentence that leads nowhere stands alone",
     "销量是各家的秘密。\n\n- 远山：310辆\n", ""},
    {"a figure of the year before is of that year",
     "2031年第三季度，远山份额17.3%，去年同期为18.6%。",
     "share yuanshan 17.3 2031-Q3\nshare yuanshan 18.6 2030-Q3\n"},
    {"in English it stands behind",
     "Yuanshan's share was 17.3 percent in May 2031, against a share of 18.6 "
     "percent a year earlier.",
     "share yuanshan 17.3 2031-05\nshare yuanshan 18.6 2030-05\n"},
    {"without a year that year is one nobody knows", "远山去年同期份额18.6%。",
     "share yuanshan 18.6 ?\n"},
    {"a year stands before a share", "远山2030年份额18.6%。",
     "share yuanshan 18.6 2030\n"},
    {"the sentence above a table tells its year",
     "2031年的账都算完了。\n\n公司\t销量\t上年同期销量\n远山\t310辆\t290辆\n"
     "星河\t280辆\t300辆\n",
     "sales yuanshan 310 2031\nsales yuanshan 290 2030\n"
     "sales xinghe 280 2031\nsales xinghe 300 2030\n"},
    {"what is talked of goes on behind words that say nothing of it",
     "2031年5月，远山卖出3100辆，星河1900辆。青石一枝独秀，单月4800辆。",
     "sales yuanshan 3100 2031-05\nsales xinghe 1900 2031-05\n"
     "sales qingshi 4800 2031-05\n"},
    {"an aside may stand before a bare figure",
     "Yuanshan sold 3,100 cars in May 2031. Xinghe, laconic as ever, said more "
     "than 2,800. Qingshi lent 1,500 to the police.",
     "sales yuanshan 3100 2031-05\nsales xinghe 2800 2031-05\n"},
    {"another time is one more figure of the same maker",
     "远山2031年5月卖出3100辆，2031年前五个月1.4万辆。",
     "sales yuanshan 3100 2031-05\nsales yuanshan 14000 2031-01/2031-05\n"},
    {"a time of another length is one that nobody knows",
     "Xinghe sold 3,300 cars in May 2031. Yuanshan had its best month, 3,100, "
     "and its best quarter, 8,400.",
     "sales xinghe 3300 2031-05\nsales yuanshan 3100 2031-05\n"
     "sales yuanshan 8400 ?\n"},
    {"figures in a row that nothing tells apart are nobody's",
     "Xinghe sold 3,300 cars in May 2031. Yuanshan had 3,100, then 2,900, then "
     "2,800.",
     "sales xinghe 3300 2031-05\n"},
    {"another measure in a sentence between ends it",
     "2031年5月，远山卖出3100辆。星河库存2900辆。青石一枝独秀，单月4800辆。",
     "sales yuanshan 3100 2031-05\n"},
    {"one figure of another paragraph is no topic",
     "今天天气不错。\n\n2031年5月，远山卖出3100辆。\n\n青石一枝独秀，"
     "单月4800辆。",
     "sales yuanshan 3100 2031-05\n"},
    {"but the one that the article opens with",
     "2031年5月，远山卖出3100辆。\n\n青石一枝独秀，单月4800辆。",
     "sales yuanshan 3100 2031-05\nsales qingshi 4800 2031-05\n"},
    {"a list of names may leave its measure out",
     "2031年5月，远山卖出3100辆。星河和青石分别以2900辆和2800辆位列其后。",
     "sales yuanshan 3100 2031-05\nsales xinghe 2900 2031-05\n"
     "sales qingshi 2800 2031-05\n"},
    {"but not where its figures are of something else",
     "2031年5月，远山卖出3100辆。星河和青石库存分别有2900辆和2800辆。",
     "sales yuanshan 3100 2031-05\n"},
    {"what is new beside how many there are may be few",
     "2031年5月，远山卖出3100辆，星河2900辆，其中本地800辆，外地2100辆，新增57辆"
     "。",
     "sales yuanshan 3100 2031-05\nsales xinghe 2900 2031-05\n"
     "sales xinghe 800 2031-05\nsales xinghe 2100 2031-05\n"
     "sales xinghe 57 2031-05\n"},
    {"by how many it grew is not how many there are",
     "2031年5月，远山销量3100辆，较4月的2900辆增加200辆。",
     "sales yuanshan 3100 2031-05\nsales yuanshan 2900 month-04\n"},
    {"a share beside an entry does not end what is talked of",
     "2031年5月，远山卖出3100辆。星河2900辆，份额15%。青石一枝独秀，"
     "单月4800辆。",
     "sales yuanshan 3100 2031-05\nsales xinghe 2900 2031-05\n"
     "share xinghe 15 -\n"
     "sales qingshi 4800 2031-05\n"},
    {"two are",
     "2031年5月，远山卖出3100辆，星河卖出2900辆。\n\n青石一枝独秀，单月4800辆。",
     "sales yuanshan 3100 2031-05\nsales xinghe 2900 2031-05\n"
     "sales qingshi 4800 2031-05\n"},
    {"or one of each of two times",
     "Yuanshan sold 3,100 cars in May 2031 and 2,700 in April 2031.\n\nXinghe "
     "stopped at 2,900.",
     "sales yuanshan 3100 2031-05\nsales yuanshan 2700 2031-04\n"
     "sales xinghe 2900 2031-05\n"},
    {"and so is what a sentence without figures names",
     "各家的销量都出来了。\n\n2031年5月青石一枝独秀，单月4800辆。",
     "sales qingshi 4800 2031-05\n"},
    {"an entry with a measure among others without is the odd one",
     "Cars sold in May 2031, one by one.\n\nYuanshan, 3,100.\n\nXinghe: a share "
     "of 28 percent.\n\nQingshi: 4,800.",
     "sales yuanshan 3100 2031-05\nshare xinghe 28 -\n"
     "sales qingshi 4800 2031-05\n"},
    {"a share stands beside the count it goes with",
     "2031年5月，远山卖出3100辆，份额31%。星河则凭2900辆、29%紧追不放，比去年高3%。",
     "sales yuanshan 3100 2031-05\nshare yuanshan 31 2031-05\n"
     "sales xinghe 2900 2031-05\nshare xinghe 29 -\n"},
    {"a bare number of another order is no figure of it",
     "Yuanshan sold 3,100 cars in May 2031. Xinghe: 31 million.",
     "sales yuanshan 3100 2031-05\n"},
    {"parts are told by their places",
     "远山2031年5月卖出8100辆，国内4800辆，海外3300辆。",
     "sales yuanshan 8100 2031-05\nsales yuanshan 4800 2031-05\n"
     "sales yuanshan 3300 2031-05\n"},
    {"the next sentence may tell another time of the same maker",
     "远山2031年5月卖出8100辆。2031年4月是7700辆。",
     "sales yuanshan 8100 2031-05\nsales yuanshan 7700 2031-04\n"},
    {"a figure held against the year before is of a year",
     "Yuanshan sold 8,100 cars in May 2031. Xinghe went backwards: 40,600 after "
     "50,000 the year before.",
     "sales yuanshan 8100 2031-05\nsales xinghe 40600 ?\n"},
    {"a sentence that names nothing goes on with what was talked of",
     "Yuanshan had a good spring. In May 2031 it sold 3,100 cars. A plant stood "
     "still for a week. June 2031 came in just short of 2,800.",
     "sales yuanshan 3100 2031-05\nsales yuanshan 2800 2031-06\n"},
    {"a bare figure with digits may have words before it",
     "Xinghe sold 3,300 cars in May 2031. The little Qingshi, which never "
     "gives a forecast, reported 2,904.",
     "sales xinghe 3300 2031-05\nsales qingshi 2904 2031-05\n"},
    {"a round one in words may be a mark to pass",
     "2031年5月，远山卖出3100辆。星河连续九个月没有跌破三千。",
     "sales yuanshan 3100 2031-05\n"},
    {"one more in the unit of the rule is of the figure before",
     "远山2031年5月卖出8100辆，其中自己的牌子就占了4800辆。",
     "sales yuanshan 8100 2031-05\nsales yuanshan 4800 2031-05\n"},
    {"not with another time between",
     "远山2031年卖出2.94万辆，前一年说来让人难过，不到这个数的一半，1.44万辆。",
     "sales yuanshan 29400 2031\n"},
    {"nor with a second one beside it",
     "远山2031年5月卖出8100辆，这是开厂以来最高的一次，此前两季分别是4800辆和3300辆。",
     "sales yuanshan 8100 2031-05\n"},
    {"what its unit counts may be told of behind it",
     "2031年5月，远山卖出3100辆。若算进星河，它以4800辆遥遥领先。",
     "sales yuanshan 3100 2031-05\nsales xinghe 4800 2031-05\n"},
    {"a time right behind the figure before is that one's",
     "Yuanshan sold 3,100 cars in May 2031, which after the 9,700 of the first "
     "half makes 12,800 in seven months.",
     "sales yuanshan 3100 2031-05\nsales yuanshan 12800 ?\n"},
    {"what stands behind a figure may be what it counts",
     "Yuanshan sold 3,100 cars in May 2031. Xinghe had 2,800 visitors.",
     "sales yuanshan 3100 2031-05\n"},
    {"a year is no count", "In May 2031 Yuanshan sold 310 cars.",
     "sales yuanshan 310 2031-05\n"},
};

static const char *
facet_of(const ClClaim *claim, const char *name)
{
    for (unsigned i = 0; i < claim->rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(claim->rule->facets, i);
        if (strcmp(facet->name, name) == 0 && claim->facets[i].value)
            return claim->facets[i].value;
    }
    return "-";
}

static char *
print_claims(const ClClaims *claims)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        g_string_append_printf(out, "%s %s ", claim->rule->id,
                               facet_of(claim, "entity"));
        cl_number_print(claim->quantity.value, CL_ROUND_TRUNCATE, out);
        g_string_append_printf(out, " %s\n", facet_of(claim, "when"));
    }
    return g_string_free(out, FALSE);
}

START_TEST(figures_share_the_words_of_their_list)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        world_read(&world, "a.txt", rows[i].text);
        g_autofree char *claims = print_claims(world.claims);
        ck_assert_msg(strcmp(claims, rows[i].claims) == 0, "%s:\n%sis not\n%s",
                      rows[i].name, claims, rows[i].claims);
        world_free(&world);
    }
}
END_TEST

RUN_TESTS("extract/listing", figures_share_the_words_of_their_list)
