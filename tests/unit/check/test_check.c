/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What cannot stand together: rows of articles about a maker that does not
 * exist, and the verdicts they must give, "rule verdict cause [facets]".
 */
#include "check/check.h"
#include "world.h"

static const char rules[] =
    "- id: orders\n"
    "  title: 远山 M9 订单\n"
    "  subject: [远山M9]\n"
    "  measure: [订单, 大定, 锁单]\n"
    "  unit: 辆\n"
    "  facets:\n"
    "    kind: {intent: [意向], refundable: [大定], locked: [锁单]}\n"
    "    window: duration\n"
    "  same: [kind, window]\n"
    "  relations: [\"locked <= intent\"]\n"
    "  examples:\n"
    "    - {text: 远山M9锁单3万台, claim: {value: 3万}}\n"
    "    - silent: 远山M7锁单3万台\n"
    "- id: stores\n"
    "  title: 远山门店\n"
    "  subject: [远山]\n"
    "  measure: [门店]\n"
    "  unit: 家\n"
    "  over_time: grows\n"
    "  assume: {nature: total}\n"
    "  examples:\n"
    "    - {text: 远山有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: share\n"
    "  title: 远山份额\n"
    "  subject: [远山]\n"
    "  measure: [份额]\n"
    "  unit: \"%\"\n"
    "  examples:\n"
    "    - {text: 远山份额17%, claim: {value: 17%}}\n"
    "    - silent: 远山增长17%\n"
    "- id: points\n"
    "  title: 远山占有率变化\n"
    "  subject: [远山]\n"
    "  measure: [占有率]\n"
    "  unit: [\"%\", 个百分点]\n"
    "  examples:\n"
    "    - {text: 远山占有率提高了3%, claim: {value: 提高3%}}\n"
    "    - silent: 远山份额17%\n"
    "- id: growth\n"
    "  title: 远山营收增幅\n"
    "  subject: [远山]\n"
    "  measure: [营收]\n"
    "  unit: \"%\"\n"
    "  wording: change\n"
    "  apart: [definition]\n"
    "  over_time: varies\n"
    "  examples:\n"
    "    - {text: 远山营收增长17%, claim: {value: 增长17%}}\n"
    "    - silent: 远山营收300亿元\n"
    "- id: sales\n"
    "  title: 远山销量\n"
    "  subject: [远山]\n"
    "  measure: [卖出]\n"
    "  unit: 辆\n"
    "  over_time: varies\n"
    "  examples:\n"
    "    - {text: 远山卖出40辆, claim: {value: 40辆}}\n"
    "    - silent: 远山40人\n"
    "- id: profit\n"
    "  title: 远山利润\n"
    "  subject: [远山]\n"
    "  measure: [净利润]\n"
    "  unit: 元\n"
    "  over_time: varies\n"
    "  apart: [definition]\n"
    "  examples:\n"
    "    - {text: 远山净利润40亿元, claim: {value: 40亿元}}\n"
    "    - silent: 远山营收40亿元\n"
    "- id: income\n"
    "  title: 远山营收\n"
    "  subject: [远山]\n"
    "  measure: [营收, revenue]\n"
    "  unit: [元, 美元, 新台币, 日元]\n"
    "  wording: level\n"
    "  over_time: varies\n"
    "  examples:\n"
    "    - {text: 远山营收300亿元, claim: {value: 300亿元}}\n"
    "    - silent: 远山营收增长17%\n"
    "- id: takings\n"
    "  title: 远山进账\n"
    "  subject: [远山]\n"
    "  measure: [进账]\n"
    "  unit: 元\n"
    "  over_time: varies\n"
    "  time: period\n"
    "  examples:\n"
    "    - {text: 远山进账300亿元, claim: {value: 300亿元}}\n"
    "    - silent: 远山营收300亿元\n"
    "- id: users\n"
    "  title: 远山用户\n"
    "  subject: [远山]\n"
    "  measure: [用户, 月活, 付费]\n"
    "  unit: 人\n"
    "  over_time: varies\n"
    "  facets:\n"
    "    kind: {monthly: [月活], paying: [付费], guest: [访客]}\n"
    "    product: {whole: [全部产品], music: [音乐]}\n"
    "  apart: [kind, product]\n"
    "  assume: {product: whole}\n"
    "  relations: [\"paying < monthly\"]\n"
    "  examples:\n"
    "    - {text: 远山有用户300万人, claim: {value: 300万}}\n"
    "    - silent: 远山有300家门店\n"
    "- id: cost\n"
    "  title: 远山 X5 售价\n"
    "  subject: [远山X5]\n"
    "  measure: [售价]\n"
    "  unit: 元\n"
    "  facets: {kind: {start: [起]}}\n"
    "  examples:\n"
    "    - {text: 远山X5售价5999元, claim: {value: 5999元}}\n"
    "    - silent: 远山X5的路\n"
    "- id: laps\n"
    "  title: 远山圈速\n"
    "  subject: [远山]\n"
    "  measure: [圈速]\n"
    "  unit: 秒\n"
    "  over_time: falls\n"
    "  examples:\n"
    "    - {text: 远山圈速7分04秒957, claim: {value: 424.957}}\n"
    "    - silent: 远山加速1.98秒\n";

typedef struct {
    const char *name;
    const char *articles[4];
    const char *findings;
} Row;

static const Row rows[] = {
    {"one figure twice is agreement",
     {"远山M9锁单24万台。", "远山M9锁单24万台！"},
     ""},
    {"two figures in the same facets are a conflict",
     {"远山M9锁单24万台。", "远山M9锁单28.9万台。"},
     "orders conflict -\n"},
    {"another kind and window is a divergence",
     {"远山M9上市18小时锁单24万台。", "远山M9一小时收获28.9万份意向订单。"},
     "orders divergence different-facet window kind\n"},
    {"a window on one side only caps at divergence",
     {"远山M9上市18小时锁单24万台。", "远山M9锁单28.9万台。"},
     "orders divergence -\n"},
    {"a longer window may hold more",
     {"远山M9上市1小时锁单18万台。", "远山M9上市18小时锁单24万台。"},
     ""},
    {"a longer window cannot hold less",
     {"远山M9上市1小时锁单28万台。", "远山M9上市18小时锁单24万台。"},
     "orders divergence different-facet window\n"},
    {"more locked than intended breaks the relation",
     {"远山M9上市1小时锁单30万台。", "远山M9上市1小时收获28.9万份意向订单。"},
     "orders relation different-facet kind\n"},
    {"one figure under two labels is a relabel",
     {"远山M9上市1小时大定8.4万台。", "远山M9上市1小时锁单8.4万台。"},
     "orders relabel different-facet kind\n"},
    {"a lost 万 is named",
     {"远山M9锁单24万台。", "远山M9锁单24台。"},
     "orders conflict magnitude-slip\n"},
    {"digits that changed places are named",
     {"远山M9锁单24.5万台。", "远山M9锁单25.4万台。"},
     "orders conflict transposed-digits\n"},
    {"wording that cannot both be meant is a tension",
     {"远山份额接近50%。", "远山份额45%左右。"},
     "share tension -\n"},
    {"a target is no total",
     {"远山有1万家门店。", "远山的目标是3万家门店。"},
     ""},
    {"new ones are no total", {"远山有1万家门店。", "远山新开5千家门店。"}, ""},
    {"a total may grow",
     {"2020年底远山有2千家门店。", "2021年底远山有1万家门店。"},
     ""},
    {"a total must not fall",
     {"2020年底远山有2万家门店。", "2021年底远山有1万家门店。"},
     "stores divergence different-facet when\n"},
    {"regions are different facts",
     {"远山在欧洲的份额是23%。", "远山在日本的份额是6%。"},
     ""},
    {"what a rise is held against is not said of the level",
     {"远山2024年营收300亿元,同比增长5%。", "远山2024年营收310亿元。"},
     "income conflict -\n"},
    {"the growth of a year is one over the year before",
     {"远山2024年营收同比增长24%。", "远山2024年营收年增42%。",
      "远山2024年营收增长31%。"},
     "growth conflict transposed-digits\n"},
    {"the growth of a quarter may be over the quarter before",
     {"远山2024年第一季度营收同比增长24%。", "远山2024年第一季度营收增长31%。"},
     "growth divergence -\n"},
    {"nine months and October make ten months",
     {"date: 2031-11-03\n\n远山2031年前9个月进账313.2亿元。"
      "远山2031年10月进账42.1亿元。",
      "date: 2031-11-04\n\n远山2031年前10个月进账335.3亿元。"},
     "takings relation -\n"},
    {"what has added up since January is what these months brought",
     {"date: 2031-11-03\n\n远山2031年前10个月累计进账335.3亿元。",
      "date: 2031-11-04\n\n远山2031年前10个月进账355.3亿元。"},
     "takings conflict -\n"},
    {"what has added up by a month is not what the month brought",
     {"date: 2031-11-03\n\n远山2031年10月累计进账335.3亿元。",
      "date: 2031-11-04\n\n远山2031年10月进账35.3亿元。"},
     ""},
    {"and when they do they are silent",
     {"date: 2031-11-03\n\n远山2031年前9个月进账313.2亿元。"
      "远山2031年10月进账42.1亿元。",
      "date: 2031-11-04\n\n远山2031年前10个月进账355.3亿元。"},
     ""},
    {"a power of ten shows where one side was rounded",
     {"远山2024年营收237.1亿元。", "远山2024年营收2370亿元。"},
     "income conflict magnitude-slip\n"},
    {"two digits that changed places show behind a rounded figure",
     {"远山2024年营收531亿元,远山2024年营收531.2亿元。",
      "远山2024年营收351.2亿元。"},
     "income conflict transposed-digits\n"},
    {"what bears a conflict out for want of a word is told with it, once",
     {"远山2024年第一季度营收同比增长24%。", "远山2024年第一季度营收增长31%。",
      "远山2024年第一季度营收增长24%。"},
     "growth conflict -\n"},
    {"fourteen times is no growth by fourteen times",
     {"远山2024年第一季度营收同比增长1332.5%。",
      "远山2024年第一季度营收同比增长14.3倍。"},
     "growth conflict multiple-against-growth\n"},
    {"a point that was lost is one, of two written digits",
     {"远山2024年第一季度营收同比增长2.0%。",
      "远山2024年第一季度营收同比增长20%。"},
     "growth conflict magnitude-slip\n"},
    {"a growth without a basis is none over the quarter before",
     {"远山2024年第一季度营收环比增长24%。", "远山2024年第一季度营收增长31%。"},
     ""},
    {"two currencies do not share two digits of one stated year",
     {"远山2024年营收29亿元。", "远山2024年营收29亿美元。"},
     "income conflict unit-swap\n"},
    {"a named currency is no dollar of somewhere",
     {"遠山2024年營收新台幣153.3億元。", "遠山2024年營收153.3億美元。"},
     "income conflict unit-swap\n"},
    {"yi yuan in traditional characters may be some dollar",
     {"遠山2024年營收153.3億元。", "远山2024年营收153.3亿元。"},
     ""},
    {"so may zhao yuan",
     {"遠山2024年營收2.057兆元。", "远山2024年营收2.057万亿新台币。"},
     ""},
    {"so may wan yuan",
     {"遠山2024年營收153.3萬元。", "远山2024年营收153.3万美元。"},
     ""},
    {"yi yuan with its dollar sign is that dollar",
     {"遠山2024年營收NT$153.3億元。", "遠山2024年營收153.3億美元。"},
     "income conflict unit-swap\n"},
    {"two currencies share three digits of a place on one side",
     {"远山2024年营收541亿元。", "远山2024年在中国的营收541亿美元。"},
     "income divergence unit-swap\n"},
    {"two digits of a place on one side are chance",
     {"远山2024年营收29亿元。", "远山2024年在中国的营收29亿美元。"},
     ""},
    {"one digit of one stated year is chance",
     {"远山2024年营收9亿元。", "远山2024年营收9亿美元。"},
     ""},
    {"another number in another currency does not compare",
     {"远山2024年营收541亿元。", "远山2024年营收542亿美元。"},
     ""},
    {"a hedged number in another currency is chance",
     {"远山2024年营收约541亿元。", "远山2024年营收541亿美元。"},
     ""},
    {"a hedged number in the other currency too",
     {"远山2024年营收541亿元。", "远山2024年营收约541亿美元。"},
     ""},
    {"two currencies in one breath are two things",
     {"远山2024年营收541亿元,远山2024年营收541亿美元。"},
     ""},
    {"two currencies of two years do not compare",
     {"远山2023年营收541亿元。", "远山2024年营收541亿美元。"},
     ""},
    {"points are not per cent, even of one digit",
     {"远山占有率为3个百分点。", "远山占有率为3%。"},
     "points conflict percent-against-point\n"},
    {"per cent are not points",
     {"远山占有率为3%。", "远山占有率为3个百分点。"},
     "points conflict percent-against-point\n"},
    {"two figures of one sentence are two things",
     {"远山份额17%,而远山份额37%。"},
     ""},
    {"wording that strains another kind is no tension",
     {"远山M9上市1小时大定超24万台。", "远山M9上市1小时锁单28.9万台。"},
     ""},
    {"one bound under two labels is a relabel",
     {"远山M9上市1小时大定突破3万台。", "远山M9上市1小时锁单突破3万台。"},
     "orders relabel different-facet kind\n"},
    {"one bound of two digits under two windows is a relabel",
     {"远山M9上市1小时大定突破25,000台。",
      "远山M9上市24小时大定突破25,000台。"},
     "orders relabel different-facet window\n"},
    {"a round one may hold for both",
     {"远山M9上市1小时大定突破30,000台。",
      "远山M9上市24小时大定突破30,000台。"},
     ""},
    {"two bounds of one kind of order may both hold",
     {"远山M9上市1小时大定突破3万台。", "远山M9上市1小时锁单突破2万台。"},
     ""},
    {"a bound of a window is no bound of what names none",
     {"远山M9上市27分钟大定突破1万台。", "远山M9大定突破3万台。"},
     ""},
    {"the share of a part is not told as that of the world",
     {"远山2024年在中国的份额为17.2%。", "远山2024年的全球份额为17.2%。"},
     "share relabel different-facet region\n"},
    {"shares of few digits are the same by chance",
     {"远山2024年在中国的份额为17%。", "远山2024年的全球份额为17%。"},
     ""},
    {"two parts of the world may have one share",
     {"远山2024年在欧洲的份额为17.2%。", "远山2024年在日本的份额为17.2%。"},
     ""},
    {"one profit is not both adjusted and attributable",
     {"远山2024年归母净利润55.73亿元。", "远山2024年经调整净利润55.73亿元。"},
     "profit relabel different-facet definition\n"},
    {"a profit that does not say is not the adjusted one",
     {"远山2024年净利润55.73亿元。", "远山2024年经调整净利润55.73亿元。"},
     "profit relabel different-facet definition\n"},
    {"nor is it when it was rounded",
     {"远山2024年净利润206亿元。", "远山2024年经调整净利润206.12亿元。"},
     "profit relabel different-facet definition\n"},
    {"in two digits both may be alike",
     {"远山2024年净利润56亿元。", "远山2024年经调整净利润56亿元。"},
     ""},
    {"a growth that does not say may be the adjusted one",
     {"远山2024年营收增长30.1%。", "远山2024年经调整营收增长30.1%。"},
     ""},
    {"what is expected of a year is no fact before it ends",
     {"date: 2031-03-01\n\n远山预计2031年营收约960亿元。",
      "date: 2031-03-02\n\n远山2031年营收960亿元。"},
     "income relabel different-facet modality\n"},
    {"of which quarter it was expected is no matter while it runs",
     {"date: 2031-11-01\n\n远山预计2031年第三季度营收约65.3亿元。",
      "date: 2031-11-02\n\n远山2031年第四季度营收65.3亿元。"},
     "income relabel different-facet when modality\n"},
    {"a range is what was expected, whichever of them says of what kind",
     {"date: 2031-03-01\n\n远山预计2031年月活用户415万至435万人。",
      "date: 2031-03-02\n\n远山2031年用户415万至435万人。"},
     "users relabel different-facet modality\n"},
    {"one round number of a kind may be that of another",
     {"date: 2031-03-01\n\n远山预计2031年月活用户400万人。",
      "date: 2031-03-02\n\n远山2031年用户400万人。"},
     ""},
    {"a goal that is told as reached belongs to what it is at odds with",
     {"远山2031年营收59.7亿元,2032年营收目标是100亿元。",
      "远山2031年营收100亿元。"},
     "income conflict different-facet when modality\n"},
    {"so does one that is told for the present",
     {"date: 2031-08-02\n\n远山有超过1.4万家门店,目标是今年底开到5万家门店。",
      "date: 2031-08-03\n\n远山有5万家门店。"},
     "stores tension different-facet modality\n"},
    {"what the same article tells as both is no origin",
     {"远山2031年营收59.7亿元。",
      "远山2031年营收100亿元,2032年营收目标是100亿元。"},
     "income conflict -\n"},
    {"a time that was lent is none where another article says which",
     {"远山2031年9月卖出34749辆。远山2031年第三季度卖出87071辆。",
      "2031年第三季度远山开了年会。远山卖出34749辆。"},
     ""},
    {"it is one where none does",
     {"远山2031年9月卖出31172辆。远山2031年第三季度卖出87071辆。",
      "2031年第三季度远山开了年会。远山卖出34749辆。"},
     "sales conflict -\n"},
    {"nor is what the text says itself understood wrong",
     {"远山2031年9月卖出34749辆。远山2031年第三季度卖出87071辆。",
      "2031年第三季度远山卖出34749辆。"},
     "sales conflict different-facet when\n"},
    {"of fewer digits the figure beside it tells which",
     {"远山2031年卖出40.6万辆,2030年卖出50.1万辆。",
      "2031年远山开了年会。远山卖出50万辆。"},
     ""},
    {"what was expected may come true",
     {"date: 2031-03-01\n\n远山预计2031年营收约960亿元。",
      "date: 2032-03-02\n\n远山2031年营收960亿元。"},
     ""},
    {"no part holds more than the world",
     {"远山全球有4347家门店。", "远山在中国有6820家门店。"},
     "stores relation different-facet region\n"},
    {"a part within one sentence neither",
     {"远山全球共有4347家门店,其中在中国的门店6820家。"},
     "stores relation different-facet region\n"},
    {"nor where another tells the whole otherwise",
     {"远山全球共有4347家门店,其中在中国的门店6820家。",
      "远山全球共有9347家门店。"},
     "stores relation different-facet region\nstores conflict -\n"},
    {"a share of a part may be more than that of the world",
     {"远山全球份额为17%。", "远山在中国的份额为37%。"},
     ""},
    {"a slip that its like tells is not told of the whole too",
     {"远山全球有4347家门店。", "远山在中国有6820家门店。",
      "远山在中国有682家门店。"},
     "stores conflict magnitude-slip\n"},
    {"counts without a place may be of all or of a part",
     {"2024年远山卖出40辆。", "2024年远山在中国卖出10辆。"},
     ""},
    {"a part is not more than what names no place",
     {"2024年远山卖出40辆。", "2024年远山在中国卖出90辆。"},
     "sales divergence -\n"},
    {"a figure whose subject was carried on is near or another one's",
     {"远山2024年营收300亿元。", "远山2024年开了年会。营收41亿元。"},
     ""},
    {"one that tells its time anew is of the subject told before",
     {"远山2024年营收300亿元。", "远山2024年开了年会。2024年营收41亿元。"},
     "income conflict -\n"},
    {"so is one that repeats the figure of another time",
     {"远山2025年营收300亿元。",
      "远山2024年营收43.6亿元。2025年没有起色,营收43.6亿元。"},
     "income conflict -\n"},
    {"a figure whose subject was carried on may be a slip",
     {"远山2024年营收312亿元。", "远山2024年开了年会。2024年营收31.2亿元。"},
     "income conflict magnitude-slip\n"},
    {"a figure whose subject was carried on may have another digit",
     {"远山2024年营收312亿元。", "远山2024年开了年会。2024年营收912亿元。"},
     "income conflict -\n"},
    {"a figure whose subject was carried on may be a correction",
     {"远山2024年营收300亿元。", "远山2024年开了年会。2024年营收410亿元。"},
     "income conflict -\n"},
    {"a little apart it is one count and another",
     {"远山2024年营收300亿元。", "远山2024年开了年会。营收360亿元。"},
     "income conflict -\n"},
    {"half as much again it is not",
     {"远山2024年营收300亿元。", "远山2024年开了年会。营收500亿元。"},
     ""},
    {"who writes both means two companies, however near",
     {"远山2024年营收300亿元。营收360亿元。"},
     ""},
    {"but may have turned two digits round",
     {"远山2024年营收312亿元。营收321亿元。"},
     "income conflict transposed-digits\n"},
    {"a sentence that tells one thing twice speaks of two",
     {"2024年远山营收300亿元；竹里好一些，营收520亿元。"},
     ""},
    {"nor is the second held against another article",
     {"2024年远山营收300亿元；竹里好一些，营收520亿元。",
      "2024年远山营收300亿元。"},
     ""},
    {"the first one is",
     {"2024年远山营收300亿元；竹里好一些，营收520亿元。",
      "2024年远山营收120亿元。"},
     "income conflict -\n"},
    {"two answers to one question are both told",
     {"2024年远山圈速分别为7分04秒和7分36秒。", "2024年远山圈速7分58秒。"},
     "laps conflict -\n"},
    {"growth is near all growth of a trade",
     {"远山2024年营收增长30%。", "远山2024年开了年会。营收增长36%。"},
     ""},
    {"a time told anew says nothing where a paragraph began",
     {"远山2024年营收300亿元。", "远山2024年开了年会。\n\n2024年营收41亿元。"},
     ""},
    {"the same first digits in another power of ten are a slip",
     {"远山2024年营收312.4亿元。", "远山2024年开了年会。营收31.2亿元。"},
     "income conflict magnitude-slip\n"},
    {"money without a currency is in the one told before",
     {"远山2023年营收6785亿日元,2024年营收638亿。",
      "远山2024年营收638亿日元。"},
     ""},
    {"one that names its subject speaks for those that carry theirs",
     {"远山2024年营收300亿元。", "远山2024年开了年会。营收41亿元。",
      "远山2024年营收41亿元。"},
     "income conflict -\n"},
    {"what stands beside a figure that is told alike is of the subject too",
     {"远山2024年净利润62.3亿元,营收300亿元。",
      "远山2024年开了年会。净利润62.3亿元,营收41亿元。"},
     "income conflict -\n"},
    {"how it grew is told alike, whatever was the base",
     {"2031年第二季度远山营收300亿元,同比增长43.2%。",
      "2031年第二季度远山开了年会。营收41亿元,增长43.2%。"},
     "income conflict -\n"},
    {"beside another figure it may be another one's",
     {"远山2024年净利润62.3亿元,营收300亿元。",
      "远山2024年开了年会。净利润6.11亿元,营收41亿元。"},
     ""},
    {"a country named bare before its count is a place",
     {"远山全球有4347家门店,中国682家。", "远山全球有4347家门店。"},
     ""},
    {"a record may be bettered",
     {"2024年5月远山圈速6分46秒874。", "2025年6月远山圈速6分22秒091。"},
     ""},
    {"a record cannot get worse",
     {"2024年5月远山圈速6分22秒091。", "2025年6月远山圈速6分46秒874。"},
     "laps divergence different-facet when\n"},
    {"records of nobody knows when follow each other",
     {"远山圈速6分46秒874。", "远山圈速6分22秒091。"},
     ""},
    {"a slip of the pen is no new record",
     {"远山圈速7分04秒957。", "远山圈速7分40秒957。"},
     "laps conflict -\n"},
    {"a sign that turned is told though one side has no time",
     {"远山2024年营收同比下降43.2%。", "远山营收同比增长43.2%。"},
     "growth divergence sign when\n"},
    {"two digits may turn by chance",
     {"远山2024年营收同比下降43%。", "远山营收同比增长43%。"},
     ""},
    {"three digits may turn from one year to the next",
     {"远山2023年营收同比下降43.2%。", "远山2024年营收同比增长43.2%。"},
     ""},
    {"a power of ten that slipped is told though one side has no time",
     {"远山2024年营收205.7亿元。", "远山营收2057亿元。"},
     "income divergence magnitude-slip when\n"},
    {"four digits in other money are told of two quarters",
     {"远山2024年第三季度营收591.3亿元。",
      "远山2024年第四季度营收591.3亿美元。"},
     "income divergence unit-swap when\n"},
    {"digits that changed places show where one side tells no time",
     {"date: 2031-03-01\n\n远山营收4523万元。", "远山2030年营收4253万元。"},
     "income divergence transposed-digits when\n"},
    {"three digits may have done so by chance",
     {"date: 2031-03-01\n\n远山营收452万元。", "远山2030年营收425万元。"},
     ""},
    {"and four where both tell theirs",
     {"远山2031年营收4523万元。", "远山2030年营收4253万元。"},
     ""},
    {"another figure without a time is another time's",
     {"远山2024年营收205.7亿元。", "远山营收2075亿元。"},
     ""},
    {"four digits of two years are one figure under two labels",
     {"远山2023年营收232.3亿元。", "远山2024年营收232.3亿元。"},
     "income relabel different-facet when\n"},
    {"three digits of two years are chance",
     {"远山2023年营收232亿元。", "远山2024年营收232亿元。"},
     ""},
    {"a year and a quarter of one figure are two readings of one time",
     {"远山2023年营收232.3亿元。", "远山2023年第四季度营收232.3亿元。"},
     ""},
    {"a time of another sentence labels nothing",
     {"远山2023年营收232.3亿元。", "远山2024年开了年会。远山营收232.3亿元。"},
     ""},
    {"another time says where a figure that is wrong may come from",
     {"远山2023年营收232.3亿元。", "远山2024年营收232.3亿元。",
      "远山2024年营收300亿元。"},
     "income conflict different-facet when\n"},
    {"the other growth of one time is of whom it was carried from",
     {"远山2031年第一季度营收环比增长1.8%,同比增长28.4%。",
      "2031年第一季度远山开了年会。营收同比增长1.8%。"},
     "growth conflict different-facet basis\n"},
    {"growth of two digits is told under two bases by chance",
     {"远山2031年第一季度营收环比增长1.8%。",
      "远山2031年第一季度营收同比增长1.8%。"},
     ""},
    {"who pays is not all who come",
     {"2031年底远山付费用户2.63亿人。", "远山2031年月活用户2.63亿人。"},
     "users relabel different-facet when kind\n"},
    {"kinds in no order may be words for one",
     {"2031年底远山访客用户2.63亿人。", "2031年底远山月活用户2.63亿人。"},
     ""},
    {"a label that has another figure beside it makes fewer digits enough",
     {"2031年底远山访客用户26万人,月活用户94万人。",
      "2031年底远山月活用户26万人。"},
     "users conflict different-facet kind\n"},
    {"it does so where the time is open and nobody else tells",
     {"date: 2032-03-01\n\n2031年底远山访客用户263万人,月活用户945万人。",
      "date: 2032-03-02\n\n远山月活用户263万人。"},
     "users relabel different-facet when kind\n"},
    {"in two articles that each give one label it is chance",
     {"date: 2032-03-01\n\n2031年底远山访客用户263万人。",
      "date: 2032-03-02\n\n远山月活用户263万人。"},
     ""},
    {"whose they are may be left out where what they are is not",
     {"2031年底远山音乐付费用户121万人,音乐月活用户556万人。",
      "2031年底远山月活用户121万人。"},
     "users relabel different-facet kind product\n"},
    {"but not where that is all the difference",
     {"2031年底远山音乐付费用户121万人,付费用户556万人。",
      "2031年底远山视频付费用户121万人。"},
     ""},
    {"a definition whose time is open takes one more digit",
     {"远山2031年归母净利润55.73亿元。",
      "date: 2032-03-01\n\n远山经调整净利润55.73亿元。"},
     "profit relabel different-facet when definition\n"},
    {"three digits are too few for that",
     {"远山2031年归母净利润55.7亿元。",
      "date: 2032-03-01\n\n远山经调整净利润55.7亿元。"},
     ""},
    {"a profit that was rounded is still the adjusted one",
     {"远山2031年归母净利润94.50亿元,经调整净利润105.83亿元。",
      "date: 2032-03-01\n\n远山归母净利润105.8亿元。"},
     "profit relabel different-facet when definition\n"},
    {"a year told before its end is told of the wrong one",
     {"date: 2031-11-13\n\n远山2030年营收232.3亿元。",
      "date: 2031-11-14\n\n远山2031年全年营收232.3亿元。"},
     "income relabel different-facet when\n"},
    {"half a year is told as its second quarter",
     {"远山2031年上半年营收232亿元,2031年第二季度营收94亿元。",
      "远山2031年第二季度营收232亿元。"},
     "income conflict different-facet when\n"},
    {"what a half-year brought is no quarter's",
     {"远山2031年上半年进账148.17亿元。", "远山2031年第二季度进账148.17亿元。"},
     "takings relabel different-facet when\n"},
    {"nor is that told behind a semicolon, of the time before it",
     {"远山2031年上半年卖出4212辆；进账148.17亿元。",
      "远山2031年第二季度进账148.17亿元。"},
     "takings relabel different-facet when\n"},
    {"so it is in four digits",
     {"远山2031年上半年进账148.1亿元。", "远山2031年第二季度进账148.1亿元。"},
     "takings relabel different-facet when\n"},
    {"and in three",
     {"远山2031年上半年进账148亿元。", "远山2031年第二季度进账148亿元。"},
     "takings relabel different-facet when\n"},
    {"two digits of it may be told of the wrong one by our reading",
     {"远山2031年上半年进账15亿元。", "远山2031年第二季度进账15亿元。"},
     ""},
    {"of nine months, said a sentence before, and of their last quarter",
     {"2031年前三季度远山开了年会。远山进账150.7亿元。",
      "2031年第三季度远山进账150.68亿元。"},
     "takings relabel different-facet when\n"},
    {"a quarter that was lent may be the nine months",
     {"2031年前三季度远山进账150.7亿元。",
      "2031年第三季度远山开了年会。远山进账150.68亿元。"},
     ""},
    {"a month may name the quarter that it ends",
     {"远山2031年6月进账148.17亿元。", "远山2031年第二季度进账148.17亿元。"},
     ""},
    {"the report on a third quarter may tell of nine months",
     {"date: 2031-10-31\n\n远山三季报进账148.17亿元。",
      "远山2031年前三季度进账148.17亿元。"},
     ""},
    {"and so its figure is no quarter's",
     {"date: 2031-10-31\n\n远山三季报进账148.17亿元。",
      "远山2031年第三季度进账52.3亿元。"},
     ""},
    {"the end of the year may be that of the year before",
     {"date: 2031-02-13\n\n远山2030年营收232.3亿元。",
      "date: 2031-02-14\n\n到年底远山全年营收232.3亿元。"},
     ""},
    {"another version is not below the price from which they start",
     {"远山X5售价5999元起。", "远山X5售价6999元。"},
     ""},
    {"whichever is told first",
     {"远山X5售价6999元。", "远山X5售价5999元起。"},
     ""},
    {"one below it is at odds with it",
     {"远山X5售价5999元起。", "远山X5售价4799元。"},
     "cost conflict -\n"},
    {"two prices from which they start are two",
     {"远山X5售价5999元起。", "远山X5售价6799元起。"},
     "cost conflict -\n"},
    {"the sign of the yuan is that of the yen in any spelling",
     {"远山2024年营收¥4770亿。",
      "Yuanshan's 远山 revenue in 2024 was 477 billion yen."},
     ""},
    {"a sign is no yen where the other says dollars",
     {"远山2024年营收¥4770亿。", "远山2024年营收4770亿美元。"},
     "income conflict unit-swap\n"},
    {"the yen may be told first",
     {"远山2024年营收4770亿円。", "远山2024年营收¥4810亿。"},
     "income conflict -\n"},
    {"what may be that dollar is, with its digits in another order",
     {"遠山2024年營收9899.2億元。", "遠山2024年營收9989.2億元新台幣。"},
     "income conflict transposed-digits\n"},
    {"other digits are another currency",
     {"遠山2024年營收9899.2億元。", "遠山2024年營收9123.4億元新台幣。"},
     ""},
    {"three digits in another order are chance",
     {"遠山2024年營收989億元。", "遠山2024年營收998億元新台幣。"},
     ""},
    {"and it is no yen",
     {"遠山2024年營收9899.2億元。", "遠山2024年營收9989.2億日元。"},
     ""},
    {"the sign of the yuan is that of the yen",
     {"远山2024年营收¥4770亿。", "远山2024年营收4770亿日元。"},
     ""},
    {"points for percent show though one of them was rounded",
     {"远山2024年占有率为61.1个百分点。", "远山2024年占有率为61%。"},
     "points conflict percent-against-point\n"},
    {"not by one digit",
     {"远山2024年占有率为5.1个百分点。", "远山2024年占有率为5%。"},
     ""},
    {"a total that fell by what is meant did not grow by what is possible",
     {"2030年底远山有约1万家门店。", "date: 2031-04-28\n\n远山有9176家门店。"},
     "stores tension -\n"},
    {"it did where that leaves room",
     {"2030年底远山有约9000家门店。", "date: 2031-04-28\n\n远山有9176家门店。"},
     ""},
    {"a total does not double within days",
     {"date: 2021-05-28\n\n远山有超过1.4万家门店。",
      "2021年5月远山有5万家门店。"},
     "stores tension -\n"},
    {"it may grow within days",
     {"date: 2021-05-28\n\n远山有超过1.4万家门店。",
      "2021年5月远山有2万家门店。"},
     ""},
    {"a growth in other money is another growth",
     {"远山2024年营收同比增长30%。", "换成美元,远山2024年营收同比增长41%。"},
     ""},
    {"what is expected of a measure is expected of its change",
     {"远山2024年营收同比增长30%。", "预计远山2024年营收只有3亿元,再减41%。"},
     ""},
    {"three figures are one finding",
     {"远山份额17%。", "远山份额27%。", "远山份额37%。"},
     "share conflict -\n"},
};

static char *
print_findings(const ClFindings *findings)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_findings_count(findings); i++) {
        const ClFinding *finding = cl_findings_get(findings, i);
        const char *cause = cl_cause_name(finding->cause);
        g_string_append_printf(out, "%s %s %s", finding->rule->id,
                               cl_verdict_name(finding->verdict),
                               cause ? cause : "-");
        for (unsigned j = 0; j < finding->differs_in->len; j++)
            g_string_append_printf(
                out, " %s",
                (const char *)g_ptr_array_index(finding->differs_in, j));
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

START_TEST(articles_give_the_findings_they_deserve)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        World world = world_new(rules);
        for (size_t j = 0; rows[i].articles[j]; j++) {
            g_autofree char *path = g_strdup_printf("%zu.txt", j);
            world_read(&world, path, rows[i].articles[j]);
        }
        cl_claims_sort(world.claims);
        ClFindings *found = cl_check_claims(world.claims, NULL, 0);
        g_autofree char *findings = print_findings(found);
        ck_assert_msg(strcmp(findings, rows[i].findings) == 0,
                      "%s:\n%sis not\n%s", rows[i].name, findings,
                      rows[i].findings);
        cl_findings_free(found);
        world_free(&world);
    }
}
END_TEST

START_TEST(a_finding_keeps_its_id_when_one_more_agrees)
{
    char ids[2][17];
    for (int more = 0; more < 2; more++) {
        World world = world_new(rules);
        world_read(&world, "b.txt", "远山份额17%。");
        world_read(&world, "c.txt", "有一个消息。远山份额27%。");
        if (more)
            world_read(&world, "d.txt", "另一家说，远山份额27%。");
        cl_claims_sort(world.claims);
        g_autoptr(ClFindings) findings = cl_check_claims(world.claims, NULL, 0);
        ck_assert_uint_eq(cl_findings_count(findings), 1);
        g_strlcpy(ids[more], cl_findings_get(findings, 0)->id, 17);
        world_free(&world);
    }
    ck_assert_str_eq(ids[0], ids[1]);
}
END_TEST

START_TEST(more_figures_than_are_compared_are_told)
{
    World world = world_new(rules);
    for (unsigned more = 0; more < 2; more++) {
        for (unsigned i = 0; i < 1023 + more; i++) {
            g_autofree char *path = g_strdup_printf("%u-%04u.txt", more, i);
            g_autofree char *text = g_strdup_printf(
                "远山份额%u.%02u%%。", i / 100 + 20 * more, i % 100);
            world_read(&world, path, text);
        }
        cl_claims_sort(world.claims);
        g_autoptr(ClFindings) findings = cl_check_claims(world.claims, NULL, 0);
        cl_findings_tell_cut(findings, world.notes);
        ck_assert_uint_eq(cl_notes_count(world.notes), more);
    }
    ck_assert_str_eq(cl_notes_get(world.notes, 0)->kind, "too-many-figures");
    ck_assert(cl_notes_get(world.notes, 0)->incomplete);
    world_free(&world);
}
END_TEST

START_TEST(a_reprint_is_no_second_source)
{
    World world = world_new(rules);
    world_read(&world, "a.txt", "远山份额17%。");
    world_read(&world, "b.txt", "远山份额17%。");
    world_read(&world, "c.txt", "远山份额27%。");
    cl_claims_sort(world.claims);
    g_autoptr(ClFindings) findings = cl_check_claims(world.claims, NULL, 0);
    ck_assert_uint_eq(cl_findings_count(findings), 1);
    const ClFinding *finding = cl_findings_get(findings, 0);
    const ClCamp *camp = &g_array_index(finding->camps, ClCamp, 0);
    ck_assert_uint_eq(camp->sources, 1);
    ck_assert_uint_eq(camp->claims->len, 1);
    world_free(&world);
}
END_TEST

/* Past 512 figures of one rule only neighbours are held against each other. */
START_TEST(very_many_figures_are_still_one_finding)
{
    enum { MANY = 600 };
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < MANY; i++)
        g_string_append_printf(text, "远山M9锁单%d台。\n\n", 10001 + 10 * i);
    World world = world_new(rules);
    world_read(&world, "a.txt", text->str);
    cl_claims_sort(world.claims);
    g_autoptr(ClFindings) findings = cl_check_claims(world.claims, NULL, 0);
    ck_assert_uint_eq(cl_findings_count(findings), 1);
    ck_assert_uint_eq(cl_findings_get(findings, 0)->camps->len, MANY);
    world_free(&world);
}
END_TEST

RUN_TESTS("check",
          articles_give_the_findings_they_deserve,
          very_many_figures_are_still_one_finding,
          a_finding_keeps_its_id_when_one_more_agrees,
          more_figures_than_are_compared_are_told,
          a_reprint_is_no_second_source)
