/* SPDX-License-Identifier: Apache-2.0 */

/* Pages: what is prose in them, where it stands, what the head tells. */

#include "article_of.h"

START_TEST(a_page_reads_as_people_see_it)
{
    static const SentenceRow rows[] = {
        {"paragraphs", "<p>甲乙。</p><p>丙丁</p>戊", "甲乙。¦丙丁¦戊"},
        {"unclosed paragraphs", "<p>甲乙<p>丙丁<li>戊己", "甲乙¦丙丁¦戊己"},
        {"inline tags", "<p>锁<b>单</b>24<i>万</i>台", "锁单24万台"},
        {"source lines", "<p>an\n  open <br>line", "an open¦line"},
        {"references", "<p>A&amp;B 24&#19975; &lt;5&nbsp;&#x25; AT&T &yen;5",
         "A&B 24万 <5 % AT&T ¥5"},
        {"cells", "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>",
         "甲¦乙¦丙¦丁"},
        {"scripts and styles",
         "<script>'<p>甲'</script><style>p{}</style><p>乙", "乙"},
        {"comments", "<p>甲<!-- 乙 -->丙", "甲丙"},
        {"navigation", "<nav>甲</nav><p>乙</p><footer>丙</footer>", "乙"},
        {"boxes by name",
         "<p>甲甲甲甲甲甲。<div class='list relatedNews'>乙</div><p>丙"
         "<div id=comment-box>丁</div>",
         "甲甲甲甲甲甲。¦丙"},
        {"a body by name", "<body class=with-sidebar><p>甲", "甲"},
        {"hidden", "<p>甲甲甲<p hidden>乙<p style='display:none'>丙", "甲甲甲"},
        {"the article of a page",
         "<p>首页<article><p>甲甲甲甲</article><p>更多", "甲甲甲甲"},
        {"teasers are no article",
         "<article>甲</article><article>乙</article><p>丙丙丙丙丙",
         "甲¦乙¦丙丙丙丙丙"},
        {"bare signs", "<p>5 < 7 & 7 > 5", "5 < 7 & 7 > 5"},
    };
    check_sentences("a.html", rows, G_N_ELEMENTS(rows));
}
END_TEST

START_TEST(a_page_tells_its_title_day_outlet_and_writer)
{
    static const struct {
        const char *name, *html, *title, *date, *source, *author;
    } rows[] = {
        {"open graph",
         "<meta property=og:title content='甲'><meta property=og:site_name "
         "content=晨报><meta property=article:published_time "
         "content=2025-10-15T08:30:00+08:00><meta name=author content=张三>",
         "甲", "2025-10-15", "晨报", "张三"},
        {"a heading before the title",
         "<title>甲_财经_某网</title><h1>甲乙 <b>丙</b></h1>", "甲乙 丙", "",
         NULL, NULL},
        {"a title cut at its joint", "<title>甲乙丙 - 某网</title>", "甲乙丙",
         "", NULL, NULL},
        {"time", "<time datetime='2025-03-04 10:00'>昨天</time>", NULL,
         "2025-03-04", NULL, NULL},
        {"JSON-LD",
         "<script type='application/ld+json'>{\"datePublished\": "
         "\"2025-03-05T01:00:00Z\"}</script>",
         NULL, "2025-03-05", NULL, NULL},
        {"nothing", "<p>甲", NULL, "", NULL, NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClArticle) article = article_of("a.html", rows[i].html);
        const ClArticleInfo *info = cl_article_info(article);
        ck_assert_msg(g_strcmp0(info->title, rows[i].title) == 0 &&
                          strcmp(info->date, rows[i].date) == 0 &&
                          g_strcmp0(info->source, rows[i].source) == 0 &&
                          g_strcmp0(info->author, rows[i].author) == 0,
                      "%s: %s, %s, %s, %s", rows[i].name, info->title,
                      info->date, info->source, info->author);
    }
}
END_TEST

START_TEST(words_of_a_page_lead_back_to_its_bytes)
{
    static const char html[] = "<p>锁<b>单</b>达24&#19975;台。";
    g_autoptr(ClArticle) article = article_of("a.html", html);
    g_autoptr(ClSentences) sentences = cl_sentences_new(article);
    ClSentence sentence;
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    ck_assert(cl_sentences_next(sentences, &sentence));
    cl_fold_article(article, sentence.span, &folded);
    ck_assert_str_eq(folded.text->str, "锁单达24万台。");
    const size_t at = strlen("锁单达");
    const ClSpan span =
        cl_folded_origin(&folded, (ClSpan){at, at + strlen("24万台")});
    g_autofree char *origin =
        g_strndup(html + span.start, span.end - span.start);
    ck_assert_str_eq(origin, "24&#19975;台");
}
END_TEST

START_TEST(a_page_that_only_opens_tags_is_refused)
{
    GString *html = g_string_new(NULL);
    for (unsigned i = 0; i < 20000; i++)
        g_string_append(html, "<div>");
    const size_t length = html->len;
    g_autoptr(ClNotes) notes = cl_notes_new();
    ck_assert_ptr_null(
        cl_article_new("a.html", g_string_free(html, FALSE), length, notes));
    ck_assert_uint_eq(cl_notes_errors(notes), 1);
    ck_assert_str_eq(cl_notes_get(notes, 0)->kind, "html");
}
END_TEST

RUN_TESTS("text/html",
          a_page_reads_as_people_see_it,
          a_page_tells_its_title_day_outlet_and_writer,
          words_of_a_page_lead_back_to_its_bytes,
          a_page_that_only_opens_tags_is_refused)
