/* SPDX-License-Identifier: Apache-2.0 */

/*
 * What a page says of its article becomes metadata: by Open Graph, by the
 * names of meta that outlets use, by JSON-LD, by its first heading.  Sources:
 * ogp.me, schema.org/NewsArticle, and the names in common use.
 */

#include "text/html.h"

#include <string.h>

/* By what they say, the stronger first. */
static const char *const title_names[] = {"og:title", "twitter:title", NULL};
static const char *const source_names[] = {
    "og:site_name", "article:publisher", "source", "mediaid",
    "publisher",    "application-name",  NULL};
static const char *const author_names[] = {"author", "article:author", "byl",
                                           "dc.creator", NULL};
static const char *const date_names[] = {"article:published_time",
                                         "og:published_time",
                                         "datepublished",
                                         "publishdate",
                                         "publish-date",
                                         "pubdate",
                                         "publication_date",
                                         "weibo: article:create_at",
                                         "dc.date.issued",
                                         "dc.date",
                                         "date",
                                         NULL};

/* The content of the first meta of that name, by name, property or itemprop. */
static const char *
meta_content(const GumboNode *root, const char *name)
{
    static const char *const keys[] = {"property", "name", "itemprop"};
    for (const GumboNode *at = root; at; at = cl_html_next(at, root, false)) {
        if (at->type != GUMBO_NODE_ELEMENT ||
            at->v.element.tag != GUMBO_TAG_META)
            continue;
        const char *content = cl_html_attribute(at, "content");
        for (size_t i = 0; i < G_N_ELEMENTS(keys) && content; i++) {
            const char *said = cl_html_attribute(at, keys[i]);
            if (said && *content && g_ascii_strcasecmp(said, name) == 0)
                return content;
        }
    }
    return NULL;
}

static const char *
find_meta(const GumboNode *root, const char *const *names)
{
    for (; *names; names++) {
        const char *content = meta_content(root, *names);
        if (content)
            return content;
    }
    return NULL;
}

/* The words of an element as they stand there; owned. */
static char *
words_of(const GumboNode *node)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (const GumboNode *at = node; at; at = cl_html_next(at, node, false)) {
        if (at->type == GUMBO_NODE_TEXT)
            g_string_append(text, at->v.text.text);
        else if (at->type == GUMBO_NODE_WHITESPACE)
            g_string_append_c(text, ' ');
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *
words_of_tag(const GumboNode *root, GumboTag tag)
{
    for (const GumboNode *at = root; at; at = cl_html_next(at, root, false))
        if (at->type == GUMBO_NODE_ELEMENT && at->v.element.tag == tag)
            return words_of(at);
    return NULL;
}

/* 标题_财经频道_某网, Title - Outlet, Title | Outlet */
static void
cut_site(char *title)
{
    static const char *const joints[] = {" | ", " - ", " – ", "_", "|"};
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++) {
        char *joint = strstr(title, joints[i]);
        if (joint && joint > title)
            *joint = 0;
    }
    g_strchomp(title);
}

static bool
read_day(ClArticle *article, const char *text)
{
    ClSpan where;
    if (!text)
        return false;
    g_autofree char *folded = cl_fold_term(text);
    return cl_read_date(folded, article->info.date, &where);
}

/* "datePublished": "2025-10-15T08:00:00+08:00" */
static const char *
json_day(const GumboNode *node)
{
    const char *type = cl_html_attribute(node, "type");
    if (node->v.element.tag != GUMBO_TAG_SCRIPT || !type ||
        strcmp(type, "application/ld+json") != 0 ||
        !node->v.element.children.length)
        return NULL;
    const GumboNode *text = node->v.element.children.data[0];
    const char *key = strstr(text->v.text.text, "\"datePublished\"");
    const char *colon = key ? strchr(key, ':') : NULL;
    return colon ? colon + 1 + strspn(colon + 1, " \"\n") : NULL;
}

static void
read_first_day(ClArticle *article, const GumboNode *root)
{
    if (read_day(article, find_meta(root, date_names)))
        return;
    for (const GumboNode *at = root; at; at = cl_html_next(at, root, false)) {
        if (at->type != GUMBO_NODE_ELEMENT)
            continue;
        const char *day = at->v.element.tag == GUMBO_TAG_TIME
                              ? cl_html_attribute(at, "datetime")
                              : json_day(at);
        g_autofree char *head = day ? g_strndup(day, 10) : NULL;
        if (read_day(article, head))
            return;
    }
}

/* On one line, as people see it; NULL if nothing is left. */
static const char *
keep(ClArticle *article, const char *text)
{
    if (!text)
        return NULL;
    g_autoptr(GString) line = g_string_new(NULL);
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (!g_unichar_isspace(c) && !g_unichar_iscntrl(c))
            g_string_append_unichar(line, c);
        else if (line->len && line->str[line->len - 1] != ' ')
            g_string_append_c(line, ' ');
    }
    g_strchomp(line->str);
    return *line->str ? g_string_chunk_insert(article->strings, line->str)
                      : NULL;
}

void
cl_read_html_head(ClArticle *article, const GumboNode *root)
{
    ClArticleInfo *info = &article->info;
    g_autofree char *heading = words_of_tag(root, GUMBO_TAG_H1);
    g_autofree char *page = words_of_tag(root, GUMBO_TAG_TITLE);
    const char *told = find_meta(root, title_names);
    if (page)
        cut_site(page);
    info->title = keep(article, heading);
    if (!info->title)
        info->title = keep(article, told ? told : page);
    info->source = keep(article, find_meta(root, source_names));
    info->author = keep(article, find_meta(root, author_names));
    read_first_day(article, root);
}
