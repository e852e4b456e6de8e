/* SPDX-License-Identifier: Apache-2.0 */

/*
 * The block between two --- at a file's start becomes metadata and is
 * masked, all but the title.  Lenient: what YAML refuses is read as lines of
 * key: value.
 */

#include "text/article.h"

#include <string.h>

#define LONGEST (64 * 1024)

/* Keys by what they say, the stronger first. */
static const char *const title_keys[] = {"title", "headline", NULL};
static const char *const source_keys[] = {
    "source", "outlet", "publisher", "site", "site_name", "publication", NULL};
static const char *const author_keys[] = {"author", "byline", "authors", NULL};
/* date_saved is when somebody kept a copy */
static const char *const date_keys[] = {
    "date_published", "published_date", "date", "published", "pubdate", NULL};

/* The first byte after the closing line, 0 if there is no front matter. */
static size_t
find_end(const char *prose, size_t length, size_t *open, size_t *close)
{
    size_t at = 0;
    *open = 0;
    for (unsigned line = 0; at < MIN(length, LONGEST); line++) {
        const char *newline = memchr(prose + at, '\n', length - at);
        const size_t next = newline ? (size_t)(newline - prose) + 1 : length;
        const size_t end = cl_skip_void_back(prose, at, next);
        const bool rule =
            end - at == 3 && (memcmp(prose + at, "---", 3) == 0 ||
                              (line && memcmp(prose + at, "...", 3) == 0));
        if (!line && !rule)
            return 0;
        if (!line)
            *open = next;
        if (line && rule) {
            *close = at;
            return next;
        }
        at = next;
    }
    return 0;
}

static void
add_field(GHashTable *fields, const char *key, const char *value)
{
    char *name = g_strstrip(g_ascii_strdown(key, -1));
    g_autoptr(GString) text = g_string_new(NULL);
    /* one line: a block's line breaks and the blanks beside them */
    g_auto(GStrv) lines = g_strsplit_set(value, "\r\n", -1);
    for (char **line = lines; *line; line++) {
        if (text->len && *g_strstrip(*line))
            g_string_append_c(text, ' ');
        g_string_append(text, g_strstrip(*line));
    }
    g_hash_table_insert(fields, name, g_strdup(text->str));
}

static const char *
scalar_of(const ClYamlNode *node)
{
    while (node->type == CL_YAML_LIST && node->count)
        node = node->items[0];
    if (node->type == CL_YAML_MAP)
        node = cl_yaml_get(node, "name");
    return node && node->type == CL_YAML_SCALAR ? node->text : NULL;
}

static bool
read_yaml(GHashTable *fields, const char *block, size_t length)
{
    g_autoptr(ClNotes) ignored = cl_notes_new();
    g_autoptr(ClYaml) yaml =
        cl_yaml_parse(block, length, "front matter", ignored);
    const ClYamlNode *root = yaml ? cl_yaml_root(yaml) : NULL;
    if (!root || root->type != CL_YAML_MAP)
        return false;
    for (size_t i = 0; i < root->count; i++) {
        const char *value = scalar_of(root->items[i]);
        if (value && root->keys[i]->text)
            add_field(fields, root->keys[i]->text, value);
    }
    return true;
}

static void
unquote(char *value)
{
    const size_t length = strlen(value);
    if (length < 2 || (*value != '"' && *value != '\'') ||
        value[length - 1] != *value)
        return;
    value[length - 1] = 0;
    memmove(value, value + 1, length - 1);
}

/* Deeper lines belong to the key above; the first of them is its value. */
static void
read_lines(GHashTable *fields, const char *block, size_t length)
{
    g_autofree char *text = g_strndup(block, length);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    const char *key = NULL;
    for (char **line = lines; *line; line++) {
        const bool deeper = g_ascii_isspace(**line);
        char *colon = deeper ? NULL : strchr(*line, ':');
        char *value = g_strstrip(colon ? colon + 1 : *line);
        unquote(value);
        if (colon) {
            *colon = 0;
            key = *value && !strchr("|>", *value) ? NULL : *line;
            if (!key)
                add_field(fields, *line, value);
        } else if (key && *value) {
            add_field(fields, key, value);
            key = NULL;
        }
    }
}

static const char *
find_field(GHashTable *fields, const char *const *keys)
{
    for (; *keys; keys++) {
        const char *value = g_hash_table_lookup(fields, *keys);
        if (value && *value)
            return value;
    }
    return NULL;
}

static const char *
keep(ClArticle *article, const char *value)
{
    return value ? g_string_chunk_insert(article->strings, value) : NULL;
}

static void
fill_info(ClArticle *article, GHashTable *fields)
{
    ClArticleInfo *info = &article->info;
    info->title = keep(article, find_field(fields, title_keys));
    info->source = keep(article, find_field(fields, source_keys));
    info->author = keep(article, find_field(fields, author_keys));
    const char *date = find_field(fields, date_keys);
    if (date) {
        g_autofree char *folded = cl_fold_term(date);
        ClSpan where;
        cl_read_date(folded, info->date, &where);
    }
}

/* Where the line's value stands, out of its quotes; empty for another key, a
   block, or a value that is written otherwise than it reads. */
static ClSpan
value_of(const char *prose, ClSpan line, const char *key, const char *value)
{
    const ClSpan none = {0, 0};
    const size_t length = strlen(key), wanted = strlen(value);
    size_t at = line.start + length;
    if (at >= line.end || prose[at] != ':' ||
        g_ascii_strncasecmp(prose + line.start, key, length) != 0)
        return none;
    at = cl_skip_void(prose, at + 1, line.end);
    at += at < line.end && strchr("\"'", prose[at]);
    return line.end - at >= wanted && memcmp(prose + at, value, wanted) == 0
               ? (ClSpan){at, at + wanted}
               : none;
}

/* A headline is read like the text below it: what it says is printed largest
   of all.  Where it cannot be found in one piece it stays metadata. */
static ClSpan
find_title(const ClArticle *article, size_t open, size_t close)
{
    const char *prose = cl_article_prose(article);
    ClSpan found = {0, 0};
    for (const char *const *key = title_keys; article->info.title && *key;
         key++)
        for (size_t at = open; at < close && found.end == 0;) {
            const char *newline = memchr(prose + at, '\n', close - at);
            const size_t next = newline ? (size_t)(newline - prose) + 1 : close;
            found =
                value_of(prose, (ClSpan){at, next}, *key, article->info.title);
            at = next;
        }
    return found;
}

size_t
cl_read_front_matter(ClArticle *article)
{
    const char *prose = cl_article_prose(article);
    size_t open = 0, close = 0;
    const size_t end = find_end(prose, article->length, &open, &close);
    if (!end)
        return 0;
    g_autoptr(GString) block = g_string_new(NULL);
    for (size_t at = open; at < close; at++) {
        if (!cl_is_mask(prose[at])) /* the CR of a CRLF */
            g_string_append_c(block, prose[at]);
    }
    g_autoptr(GHashTable) fields =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (!read_yaml(fields, block->str, block->len))
        read_lines(fields, block->str, block->len);
    /* two rules around prose are no front matter */
    if (!g_hash_table_size(fields))
        return 0;
    fill_info(article, fields);
    const ClSpan title = find_title(article, open, close);
    article->info.title_span = title;
    cl_article_mask(article, 0, title.start, CL_MASK_DROP);
    cl_article_mask(article, title.end, end, CL_MASK_DROP);
    return end;
}
