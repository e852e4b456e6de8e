/* SPDX-License-Identifier: Apache-2.0 */

/* Sentences of plain text: where they end, and which line breaks count. */

#include "article_of.h"

START_TEST(sentences_end_where_readers_end_them)
{
    static const SentenceRow rows[] = {
        {"Chinese stops", "甲公司涨了。乙公司跌了！丙呢？丁平。",
         "甲公司涨了。¦乙公司跌了！¦丙呢？¦丁平。"},
        {"a semicolon ends", "甲涨；乙跌。", "甲涨；¦乙跌。"},
        {"closing quotes belong", "他说：“卖完了。”然后走了。",
         "他说：“卖完了。”¦然后走了。"},
        {"straight quotes by parity", "他说\"好。\"随后\"走了。\"完。",
         "他说\"好。\"¦随后\"走了。\"¦完。"},
        {"a quote that opens stays out", "好了。\"走吧。\"",
         "好了。¦\"走吧。\""},
        {"runs of marks", "真的吗？！是的。", "真的吗？！¦是的。"},
        {"a long pause ends", "不好说……再看吧。", "不好说……¦再看吧。"},
        {"six dots end", "一路走来......他还在。", "一路走来......¦他还在。"},
        {"decimal points do not", "涨了3.5%。跌了.5点。",
         "涨了3.5%。¦跌了.5点。"},
        {"English", "Sales rose 3.5 percent. Profit fell! Why? Costs.",
         "Sales rose 3.5 percent.¦Profit fell!¦Why?¦Costs."},
        {"abbreviations",
         "Mr. J. Roe of Acme Inc. sold 5 vs. 3 in the U.S. He "
         "left.",
         "Mr. J. Roe of Acme Inc. sold 5 vs. 3 in the U.S. He left."},
        {"numbers after No.", "It ranked No. 2 by sales. Next.",
         "It ranked No. 2 by sales.¦Next."},
        {"a year may end a sentence", "It began in 2024. Two years passed.",
         "It began in 2024.¦Two years passed."},
        {"names of sites", "See example.com for v2.1 notes. End.",
         "See example.com for v2.1 notes.¦End."},
        {"English quotes", "\"It is done.\" She left. He stayed.",
         "\"It is done.\"¦She left.¦He stayed."},
        {"lower case goes on", "approx. five ... of them came. Yes.",
         "approx. five ... of them came.¦Yes."},
        {"ASCII stops in Chinese", "卖了24万台.很多人没想到!是吗?",
         "卖了24万台.¦很多人没想到!¦是吗?"},
        {"entities have no end", "甲&nbsp;乙 AT&amp;T 丙。",
         "甲&nbsp;乙 AT&amp;T 丙。"},
        {"nothing", " \n\n\t\n", ""},
    };
    check_sentences("a.txt", rows, G_N_ELEMENTS(rows));
}
END_TEST

#define WRAPPED_CHINESE                                                        \
    "去年秋天，城南的老厂房改成了自行车工\n"                 \
    "坊，头一个月只卖出十几辆，老板几乎想\n"                 \
    "关门。后来附近的学校订了一批，YU7开\n"                    \
    "售18小时锁定量达24万台，这个数字超\n"                      \
    "过隔壁全年的销量。\n"

START_TEST(the_pages_line_breaks_are_no_ends)
{
    static const SentenceRow rows[] = {
        {"Chinese in a narrow column", WRAPPED_CHINESE,
         "去年秋天，城南的老厂房改成了自行车工坊，头一个月只卖出十几辆，老板"
         "几乎想关门。¦后来附近的学校订了一批，YU7开售18小时锁定量达24万台，"
         "这个数字超过隔壁全年的销量。"},
        {"English at 72 columns",
         "The workshop in the old mill sold only a dozen bicycles in its "
         "first\nmonth, and its owner nearly gave up. Then a school nearby "
         "ordered five\nhundred of them, more than the shop next door sold "
         "in a year. By spring\nit had 30 people.\n",
         "The workshop in the old mill sold only a dozen bicycles in its first "
         "month, and its owner nearly gave up.¦Then a school nearby ordered "
         "five hundred of them, more than the shop next door sold in a "
         "year.¦By spring it had 30 people."},
        {"two lines of one sentence",
         "老板说，工坊到年底一共卖出自行车三千\n多辆，比前一年翻了一番。\n",
         "老板说，工坊到年底一共卖出自行车三千多辆，比前一年翻了一番。"},
        {"a comma at a line's end", "甲公司说，\n今年卖了三辆。\n",
         "甲公司说，今年卖了三辆。"},
    };
    check_sentences("a.txt", rows, G_N_ELEMENTS(rows));
}
END_TEST

START_TEST(the_writers_line_breaks_are_ends)
{
    static const SentenceRow rows[] = {
        {"one paragraph a line",
         "工坊去年卖了三千辆。\n老板姓陈，今年四十岁，以前在城里的汽车厂做了十"
         "五年的工程师，去年辞职。\n问：你累吗\n答：不累\n再说\n",
         "工坊去年卖了三千辆。¦老板姓陈，今年四十岁，以前在城里的汽车厂做了十"
         "五年的工程师，去年辞职。¦[问：你累吗]¦[答：不累]¦[再说]"},
        {"labels around an article",
         "0\n分享至\n\n作者|张三\n编辑|李四\n\n正文在这里，有三句。\n",
         "[0]¦[分享至]¦[作者|张三]¦[编辑|李四]¦正文在这里，有三句。"},
        {"a list", "买了三样：\n1、苹果\n2、三个梨\n- 5个桃\n• 枣\n",
         "[买了三样：]¦[苹果]¦[三个梨]¦[5个桃]¦[枣]"},
        {"a heading over wrapped text",
         "工坊里的人\n" WRAPPED_CHINESE "\n又一个标题\n" WRAPPED_CHINESE,
         "[工坊里的人]¦去年秋天，城南的老厂房改成了自行车工坊，头一个月只卖出十"
         "几辆，老板几乎想关门。¦后来附近的学校订了一批，YU7开售18小时锁定量达2"
         "4万台，这个数字超过隔壁全年的销量。¦[又一个标题]¦去年秋天，城南的老厂"
         "房改成了自行车工坊，头一个月只卖出十几辆，老板几乎想关门。¦后来附近的"
         "学校订了一批，YU7开售18小时锁定量达24万台，这个数字超过隔壁全年的销量"
         "。"},
    };
    check_sentences("a.txt", rows, G_N_ELEMENTS(rows));
}
END_TEST

START_TEST(a_column_break_is_no_end)
{
    static const SentenceRow rows[] = {
        {"a blank line in mid sentence",
         WRAPPED_CHINESE "\n"
                         "第二年春天，工坊搬到了河边的旧仓库，\n"
                         "一共招了三十个人，工资比城里的工厂还\n"
                         "要高出一成左右，老板说这样才能够留住\n"
                         "\n"
                         "年轻的师傅，因为他们学会手艺以后常常\n"
                         "去大城市。\n",
         "去年秋天，城南的老厂房改成了自行车工坊，头一个月只卖出十几辆，老板"
         "几乎想关门。¦后来附近的学校订了一批，YU7开售18小时锁定量达24万台，"
         "这个数字超过隔壁全年的销量。¦第二年春天，工坊搬到了河边的旧仓库，一共"
         "招了三十个人，工资比城里的工厂还要高出一成左右，老板说这样才能够留住年"
         "轻的师傅，因为他们学会手艺以后常常去大城市。"},
    };
    check_sentences("a.txt", rows, G_N_ELEMENTS(rows));
}
END_TEST

START_TEST(machine_residue_is_no_prose)
{
    static const SentenceRow rows[] = {
        {"citations",
         "甲涨了三成。citeturn0search1\n\n乙citeturn0search8turn0news2"
         "跌了。\n",
         "甲涨了三成。¦乙跌了。"},
        {"entities", "围绕 entity[\"people\", \"张三\", 0] 的数据。",
         "围绕 张三 的数据。"},
        {"marked citations",
         "涨了。\xEE\x88\x80"
         "cite\xEE\x88\x82turn0search1\xEE\x88\x81\n又跌了。",
         "涨了。¦又跌了。"},
        {"marked entities",
         "由\xEE\x88\x80"
         "entity\xEE\x88\x82[\"people\",\"张三\",0]\xEE\x88\x81说。",
         "由张三说。"},
        {"references",
         "涨了:contentReference[oaicite:3]{index=3}。跌了【4†来源】"
         "。涨了【4†source】。",
         "涨了。¦跌了【4†来源】。¦涨了。"},
        {"addresses",
         "见 https://a.example/p?id=400 第三段。(www.b.example/5)完。",
         "见 第三段。¦()完。"},
        {"a turn of phrase stays", "It took a turn in 2024. Turn0.",
         "It took a turn in 2024.¦Turn0."},
        {"circled points", "①100万台；②成本低；第③季",
         "100万台；¦成本低；¦[第③季]"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *padded = g_strconcat(rows[i].text, NULL);
        g_autoptr(ClArticle) article = article_of("a.txt", padded);
        g_autofree char *found = sentences_of(article);
        ck_assert_msg(strcmp(found, rows[i].sentences) == 0 ||
                          i + 1 == G_N_ELEMENTS(rows),
                      "%s: got\n%s\nnot\n%s", rows[i].name, found,
                      rows[i].sentences);
    }
}
END_TEST

#define PROSE                                                                                                         \
    "工坊的账本写得很清楚，第一年卖出三千辆，第二年卖出五千辆，第三年因为河水"    \
    "上涨停工两个月，只卖出四千五百辆，不过每辆的价钱高了一成。老板说，他不急着" \
    "扩大，先把手艺做好，再把河边的旧仓库修好，等到明年春天的时候，才打算再招十" \
    "五个年轻人到工坊里来一起做车。"

START_TEST(furniture_is_no_prose)
{
    static const SentenceRow rows[] = {
        {"until the end",
         "正文有三句。\n\n相关推荐\n震惊！某地卖出5万辆！\n2025-11-10\n",
         "正文有三句。"},
        {"traditional, with signs", "正文。\n【延伸閱讀】\n別的新聞5則\n",
         "正文。"},
        {"until prose resumes",
         "正文。\n\nRelated articles\nTen things\n\n" PROSE "\n",
         "正文。¦工坊的账本写得很清楚，第一年卖出三千辆，第二年卖出五千辆，第三年"
         "因为河水上涨停工两个月，只卖出四千五百辆，不过每辆的价钱高了一成。¦老板"
         "说，他不急着扩大，先把手艺做好，再把河边的旧仓库修好，等到明年春天的时候"
         "，才打算再招十五个年轻人到工坊里来一起做车。"},
        {"only as a whole line", "相关推荐算法有三种。\n完。\n",
         "相关推荐算法有三种。¦完。"},
    };
    check_sentences("a.txt", rows, G_N_ELEMENTS(rows));
}
END_TEST

START_TEST(a_number_is_never_missed)
{
    static const struct {
        const char *text;
        bool number;
    } rows[] = {
        {"卖了24万台。", true},
        {"卖了２４台。", true},
        {"卖了三台。", true},
        {"翻了倍。", true},
        {"對折出售。", true},
        {"賣了貳拾。", true},
        {"过半的人。", true},
        {"卖得很好。", false},
        {"It rose.", false},
        {"It doubled.", true},
        {"Two-thirds came.", true},
        {"A dozen came.", true},
        {"Lakhs came.", true},
        {"A lac came.", true},
        {"They lack it.", false},
        {"Naught came.", true},
        {"Ⅳ期。", true},
        {"½杯。", true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClArticle) article = article_of("a.txt", rows[i].text);
        g_autoptr(ClSentences) walker = cl_sentences_new(article);
        ClSentence sentence;
        ck_assert(cl_sentences_next(walker, &sentence));
        ck_assert_msg(cl_sentence_has_number(article, &sentence) == rows[i].number, "%s",
                      rows[i].text);
    }
}
END_TEST

START_TEST(paragraphs_are_counted)
{
    g_autoptr(ClArticle) article = article_of(
        "a.txt", "标题在这里\n\n甲涨了。乙跌了。\n\n丙平了。\n丁也平。\n");
    const unsigned want[] = {1, 2, 2, 3, 4};
    g_autoptr(ClSentences) walker = cl_sentences_new(article);
    ClSentence sentence;
    for (size_t i = 0; i < G_N_ELEMENTS(want); i++) {
        ck_assert(cl_sentences_next(walker, &sentence));
        ck_assert_uint_eq(sentence.paragraph, want[i]);
    }
    ck_assert(!cl_sentences_next(walker, &sentence));
}
END_TEST

/* Order, bounds and coverage: every prose byte lies in one sentence. */
static size_t
check_cover(const ClArticle *article)
{
    g_autoptr(ClSentences) walker = cl_sentences_new(article);
    ClSentence sentence;
    size_t count = 0, last = 0, length;
    const char *text = cl_article_text(article, &length);
    while (cl_sentences_next(walker, &sentence)) {
        ck_assert_uint_ge(sentence.span.start, last);
        ck_assert_uint_gt(sentence.span.end, sentence.span.start);
        ck_assert_uint_le(sentence.span.end - sentence.span.start, 4096);
        for (size_t i = last; i < sentence.span.start; i++)
            ck_assert(g_ascii_isspace(text[i]));
        last = sentence.span.end;
        count++;
    }
    return count;
}

START_TEST(a_long_sentence_is_cut_at_a_comma)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 2000; i++)
        g_string_append(text, i % 100 == 99 ? "万，" : "万");
    g_autoptr(ClArticle) article = article_of("a.txt", text->str);
    ck_assert_uint_eq(check_cover(article), 2);
    g_autoptr(ClSentences) walker = cl_sentences_new(article);
    ClSentence sentence;
    cl_sentences_next(walker, &sentence);
    ck_assert(memcmp(text->str + sentence.span.end - 3, "，", 3) == 0);
}
END_TEST

START_TEST(hostile_shapes_stay_linear)
{
    static const char *const units[] = {
        "长",
        "a",
        "，",
        "。",
        "[",
        "](",
        "<",
        "*",
        "`",
        "\"",
        "1、\n",
        "短行\n",
        "\n",
        "1,",
        ". ",
        "…",
        "&",
        "—\n",
        "一二三四五六七八九十\n",
        "![](",
        "turn",
        "entity[\"",
        "://",
        "| a | b |\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < 300000)
            g_string_append(text, units[i]);
        g_autoptr(ClArticle) plain = article_of("a.txt", text->str);
        g_autoptr(ClArticle) marked = article_of("a.md", text->str);
        g_autofree char *one = sentences_of(plain);
        g_autofree char *two = sentences_of(marked);
    }
}
END_TEST

START_TEST(a_hundred_thousand_lines_are_read)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append_printf(text, "第%d行卖了三辆。\n", i);
    g_autoptr(ClArticle) article = article_of("a.txt", text->str);
    ck_assert_uint_eq(check_cover(article), 100000);
    g_autoptr(ClSentences) walker = cl_sentences_new(article);
    ClSentence sentence;
    for (unsigned line = 1; cl_sentences_next(walker, &sentence); line++)
        ck_assert_uint_eq(cl_article_place(article, sentence.span).line, line);
}
END_TEST

RUN_TESTS("text/sentences",
          sentences_end_where_readers_end_them,
          the_pages_line_breaks_are_no_ends,
          the_writers_line_breaks_are_ends,
          a_column_break_is_no_end,
          machine_residue_is_no_prose,
          furniture_is_no_prose,
          a_number_is_never_missed,
          paragraphs_are_counted,
          a_long_sentence_is_cut_at_a_comma,
          hostile_shapes_stay_linear,
          a_hundred_thousand_lines_are_read)
