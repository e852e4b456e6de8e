/* SPDX-License-Identifier: Apache-2.0 */

/* Markdown: what is prose and what is only mark-up. */

#include "article_of.h"

START_TEST(mark_up_is_no_prose)
{
    static const SentenceRow rows[] = {
        {"headings",
         "# 一年 #\n\n##  卖出三千辆\n正文。\n\n####没有空格\n#标签\n",
         "[一年]¦[卖出三千辆]¦正文。¦[没有空格]¦#标签"},
        {"underlined headings", "一年\n===\n\n卖出三千\n---\n正文。\n",
         "[一年]¦[卖出三千]¦正文。"},
        {"blanks of headings",
         "# 工坊收入十亿元 净利一亿元　明年再开三家\n\n## 交付 4 万辆 创新高\n\n"
         "## 工坊 YU7 锁单\n\n## 增长30% 净利翻番\n",
         "[工坊收入十亿元,净利一亿元,明年再开三家]¦[交付 4 万辆,创新高]¦"
         "[工坊 YU7 锁单]¦[增长30%,净利翻番]"},
        {"marks above prose, and of items",
         "■全球\n甲三。\n\n【国内】\n乙五。\n\n●甲\n●乙\n\n【丙】\n\n"
         "■丁：三\n戊。\n",
         "[全球]¦甲三。¦[国内]¦乙五。¦甲¦乙¦【丙】¦丁：三戊。"},
        {"rules", "甲。\n\n---\n\n* * *\n乙。\n", "甲。¦乙。"},
        {"fenced code", "甲。\n```c\nint n = 500;\n```\n乙。\n~~~\n5\n",
         "甲。¦乙。"},
        {"indented code", "甲。\n\n    x = 500\n\n    三千辆，不是代码。\n",
         "甲。¦三千辆，不是代码。"},
        {"inline code stays", "用`YU7`和``a`b``。", "用YU7和a`b。"},
        {"links",
         "见[三千辆](http://a.example/500 \"5\")和[乙][2]。\n\n[2]: http://b."
         "example/600\n",
         "见三千辆和乙。"},
        {"images", "甲![卖出500辆](a_(5).png)乙[![图5](b.png)](c)丙。",
         "甲乙丙。"},
        {"bare addresses", "见<http://a.example/500>和https://b.example/6。",
         "见和。"},
        {"notes", "卖了三千辆[^1]。\n\n[^1]: 据账本。\n",
         "卖了三千辆。¦据账本。"},
        {"plain brackets stay", "[编者按] 三千。", "[编者按] 三千。"},
        {"tags and comments", "甲<b>乙</b><!-- 500\n--> 3 < 5 丙<br>丁。",
         "甲乙3 < 5 丙¦丁。"},
        {"emphasis", "**甲***乙*__丙__ ==丁== ~~戊~~ _己_。",
         "甲乙丙 丁 戊 己。"},
        {"sums are no emphasis", "长5000*1900*1450，2 * 3，a_b_c，~5。",
         "长5000*1900*1450，2 * 3，a_b_c，~5。"},
        {"escapes", "\\*甲\\* 5\\_6\n", "*甲* 5_6"},
        {"entities", "AT&amp;T 3&nbsp;000 &#x4E07;。", "AT&T 3 000 万。"},
        {"lists", "- 甲三\n- 乙五\n  还有\n1. 丙\n2、丁\n",
         "甲三¦乙五还有¦丙¦丁"},
        {"quotes", "> 甲说，\n> 卖了三千。\n", "甲说，卖了三千。"},
        {"tables",
         "| 年 | 辆 |\n|---|:-:|\n| 一 | 3000 |\n| 二 | 5000 |\n\n完。\n",
         "年¦辆¦一¦3000¦二¦5000¦完。"},
        {"tables with the line breaks of Windows",
         "| 年 | 辆 |\r\n|---|:-:|\r\n| 一 | 3000 |\r\n\r\n完。\r\n",
         "年¦辆¦一¦3000¦完。"},
        {"tables without outer pipes",
         "年 | 辆\n--|--\n一 | 3000\n二 | 5000\n\n完。\n",
         "年¦辆¦一¦3000¦二¦5000¦完。"},
        {"lines of a paragraph join",
         "Sales rose\nto five million.\n甲\n乙。\n",
         "Sales rose to five million.¦甲乙。"},
        {"a hard break does not", "甲  \n乙。\n", "甲¦乙。"},
        {"names of blocks", "卖了三千。 ^3c66f025\n", "卖了三千。"},
        {"front matter but its title",
         "---\ntitle: 甲\nn: 500\n---\n\n正文。\n", "[甲]¦正文。"},
        {"a quoted title", "---\nTitle: \"甲：乙\"\n---\n\n正文。\n",
         "[甲：乙]¦正文。"},
        {"a title that stands in the text again",
         "---\ntitle: 甲方消息\n---\n\n# 甲方消息\n\n正文。\n",
         "[甲方消息]¦正文。"},
        {"a title that is written otherwise than it reads",
         "---\ntitle: \"甲\\u4e59\"\n---\n\n正文。\n", "正文。"},
        {"a title of several lines",
         "---\ntitle: >\n  甲\n  乙\n---\n\n正文。\n", "正文。"},
        {"rules are no front matter", "---\n正文三千。\n\n---\n又。\n",
         "正文三千。¦又。"},
        {"CRLF",
         "---\r\ntitle: 甲\r\n---\r\n# 标题\r\n\r\n```\r\n5\r\n```\r\n- 乙\r\n",
         "[甲]¦[标题]¦乙"},
    };
    check_sentences("a.md", rows, G_N_ELEMENTS(rows));
}
END_TEST

START_TEST(masks_leave_the_text_alone)
{
    static const char text[] = "# 甲 **乙** [丙](http://a.example)\r\n";
    g_autoptr(ClArticle) article = article_of("a.md", text);
    size_t length;
    ck_assert_str_eq(cl_article_text(article, &length), text);
    ck_assert_uint_eq(length, strlen(text));
}
END_TEST

RUN_TESTS("text/markdown", mark_up_is_no_prose, masks_leave_the_text_alone)
