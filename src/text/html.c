/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A page's HTML becomes prose: what a reader takes for the article stays,
 * all other bytes are masked.  The parser (gumbo) follows HTML5 and knows
 * where each piece of text stood, so no byte moves.  Line breaks of the source
 * are blanks; those of the prose are put where a tag that ends a paragraph
 * stood.
 */

#include "text/html.h"

#include "text/words.h"

#include <string.h>

/* The parser frees its tree by recursion. */
enum { DEEPEST = 10000 };

/* ---- Tags ------------------------------------------------------------------- */

static const GumboTag never_prose[] = {
    GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT,
    GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,    GUMBO_TAG_MATH,
    GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT, GUMBO_TAG_NAV,
    GUMBO_TAG_FOOTER,   GUMBO_TAG_ASIDE,  GUMBO_TAG_FORM,
    GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
    GUMBO_TAG_PRE,      GUMBO_TAG_CODE,   GUMBO_TAG_HEAD,
    GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,  GUMBO_TAG_CANVAS,
    GUMBO_TAG_DATALIST,
};

/* In these a sentence goes on. */
static const GumboTag inlines[] = {
    GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_B,      GUMBO_TAG_BDI,
    GUMBO_TAG_BDO,   GUMBO_TAG_CITE, GUMBO_TAG_DATA,   GUMBO_TAG_DEL,
    GUMBO_TAG_DFN,   GUMBO_TAG_EM,   GUMBO_TAG_FONT,   GUMBO_TAG_I,
    GUMBO_TAG_IMG,   GUMBO_TAG_INS,  GUMBO_TAG_KBD,    GUMBO_TAG_MARK,
    GUMBO_TAG_Q,     GUMBO_TAG_RUBY, GUMBO_TAG_S,      GUMBO_TAG_SAMP,
    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
    GUMBO_TAG_SUP,   GUMBO_TAG_TIME, GUMBO_TAG_TT,     GUMBO_TAG_U,
    GUMBO_TAG_VAR,   GUMBO_TAG_WBR,
};

static bool
is_one_of(GumboTag tag, const GumboTag *tags, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (tags[i] == tag)
            return true;
    return false;
}

static bool
is_inline(GumboTag tag)
{
    return is_one_of(tag, inlines, G_N_ELEMENTS(inlines));
}

static bool
is_heading(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

const char *
cl_html_attribute(const GumboNode *node, const char *name)
{
    const GumboAttribute *found =
        gumbo_get_attribute(&node->v.element.attributes, name);
    return found ? found->value : NULL;
}

static bool
is_element(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT ||
           node->type == GUMBO_NODE_TEMPLATE;
}

static bool
is_text(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT ||
           node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}

/* ---- What is no article ------------------------------------------------------- */

/* A word of class or id says so: "related-news", "sideBar". */
static bool
names_furniture(const char *text)
{
    if (!text)
        return false;
    for (const char *at = text; *at;) {
        size_t length = 0;
        char word[32];
        while (at[length] && g_ascii_isalpha(at[length]) &&
               !(length && g_ascii_isupper(at[length]) &&
                 g_ascii_islower(at[length - 1])))
            length++;
        for (size_t i = 0; i < MIN(length, sizeof word); i++)
            word[i] = g_ascii_tolower(at[i]);
        if (length < sizeof word &&
            cl_words_has(CL_WORDS_HTML_FURNITURE, word, length))
            return true;
        at += length ? length : 1;
    }
    return false;
}

static bool
is_hidden(const GumboNode *node)
{
    const char *style = cl_html_attribute(node, "style");
    const char *aria = cl_html_attribute(node, "aria-hidden");
    return cl_html_attribute(node, "hidden") ||
           (aria && strcmp(aria, "true") == 0) ||
           (style &&
            (strstr(style, "display:none") || strstr(style, "display: none")));
}

/* How much a node has to read. */
static size_t
text_of(const GumboNode *node)
{
    size_t length = 0;
    for (const GumboNode *at = node; at;
         at = cl_html_next(at, node,
                           is_element(at) &&
                               is_one_of(at->v.element.tag, never_prose,
                                         G_N_ELEMENTS(never_prose))))
        if (is_text(at) && at->type != GUMBO_NODE_WHITESPACE)
            length += strlen(at->v.text.text);
    return length;
}

/* A page may call its whole body "with-sidebar". */
static bool
is_furniture(const GumboNode *node, size_t all)
{
    const GumboTag tag = node->v.element.tag;
    if (is_one_of(tag, never_prose, G_N_ELEMENTS(never_prose)))
        return true;
    const bool named = is_hidden(node) ||
                       names_furniture(cl_html_attribute(node, "class")) ||
                       names_furniture(cl_html_attribute(node, "id")) ||
                       names_furniture(cl_html_attribute(node, "role"));
    return named && tag != GUMBO_TAG_BODY && !is_inline(tag) &&
           text_of(node) * 2 < all;
}

/* ---- The tree ------------------------------------------------------------------ */

const GumboNode *
cl_html_next(const GumboNode *node, const GumboNode *root, bool skip)
{
    if (is_element(node) && !skip && node->v.element.children.length)
        return node->v.element.children.data[0];
    while (node != root) {
        const GumboVector *children = &node->parent->v.element.children;
        if (node->index_within_parent + 1 < children->length)
            return children->data[node->index_within_parent + 1];
        node = node->parent;
    }
    return NULL;
}

/* The largest element of a kind, if it holds half of what there is to read. */
static const GumboNode *
find_largest(const GumboNode *root, GumboTag tag, const char *item)
{
    const GumboNode *best = NULL;
    size_t most = 0, all = text_of(root);
    for (const GumboNode *at = root; at; at = cl_html_next(at, root, false)) {
        if (!is_element(at))
            continue;
        const char *prop = cl_html_attribute(at, "itemprop");
        if (item ? !prop || strcmp(prop, item) != 0 : at->v.element.tag != tag)
            continue;
        const size_t length = text_of(at);
        if (length > most) {
            most = length;
            best = at;
        }
    }
    return most * 2 >= all ? best : NULL;
}

static const GumboNode *
find_article(const GumboNode *body)
{
    const GumboNode *found = find_largest(body, 0, "articleBody");
    if (!found)
        found = find_largest(body, GUMBO_TAG_ARTICLE, NULL);
    if (!found)
        found = find_largest(body, GUMBO_TAG_MAIN, NULL);
    return found ? found : body;
}

/* ---- Prose --------------------------------------------------------------------- */

typedef struct {
    ClArticle *article;
    char *prose;
    size_t all;     /* to read in the article's element */
    GArray *tables; /* of ClSpan: from the first row to the end */
} Page;

/* [start, end) of an original piece, in the article's text. */
static ClSpan
span_of(const Page *page, GumboStringPiece piece)
{
    if (!piece.data || !piece.length)
        return (ClSpan){0, 0};
    const size_t start = (size_t)(piece.data - page->article->text);
    return (ClSpan){start, start + piece.length};
}

/* Where a tag stood: a blank line, then a mark. */
static void
end_paragraph(const Page *page, GumboStringPiece tag, int mark)
{
    const ClSpan span = span_of(page, tag);
    if (span.end - span.start < 3)
        return;
    page->prose[span.start] = page->prose[span.start + 1] = '\n';
    if (mark)
        page->prose[span.start + 2] = (char)mark;
}

/* A cell ends, or a line: one byte is enough. */
static void
put_mark(const Page *page, GumboStringPiece tag, int mark)
{
    const ClSpan span = span_of(page, tag);
    if (span.end > span.start)
        page->prose[span.start] = (char)mark;
}

/* The length of the reference that raw begins with: &amp; &#x4E07; &nbsp */
static size_t
reference_length(const char *raw, const char *end)
{
    const char *at = raw + 1;
    while (at < end && at - raw < 40 && (g_ascii_isalnum(*at) || *at == '#'))
        at++;
    return (size_t)(at - raw) + (at < end && *at == ';');
}

/* True if raw begins with a reference that the parser read as this. */
static bool
is_reference(const char *raw, const char *read)
{
    if (*raw != '&')
        return false;
    return *read != '&' || g_str_has_prefix(raw, "&amp") ||
           g_str_has_prefix(raw, "&AMP") || g_str_has_prefix(raw, "&#");
}

static bool
is_character(const char *read)
{
    const gunichar first_mistake = (gunichar)-2;
    return g_utf8_get_char_validated(read, -1) < first_mistake;
}

/* The bytes of the next character that was read.  Of a reference beyond all
   characters the parser makes bytes that are none. */
static size_t
size_read(const char *read)
{
    size_t size = 1;
    if (is_character(read))
        return (size_t)g_utf8_skip[(unsigned char)*read];
    while (read[size] && !is_character(read + size))
        size++;
    return size;
}

/* Copies a text to where it stood.  The parser has read references and line
   breaks: what it read is walked beside what was written. */
static void
put_text(const Page *page, const GumboNode *node)
{
    const ClSpan span = span_of(page, node->v.text.original_text);
    const char *text = page->article->text;
    const char *read = node->v.text.text;
    for (size_t at = span.start; at < span.end && *read;) {
        const size_t size = size_read(read);
        size_t taken = (size_t)g_utf8_skip[(unsigned char)text[at]];
        if (text[at] == '\r' && at + 1 < span.end && text[at + 1] == '\n') {
            at++;
            continue;
        }
        if (is_reference(text + at, read)) {
            taken = reference_length(text + at, text + span.end);
            if (size <= taken && is_character(read))
                memcpy(page->prose + at, read, size);
        } else {
            memcpy(page->prose + at, text + at, taken);
        }
        if (strchr("\n\r", page->prose[at]))
            page->prose[at] = ' ';
        at += taken;
        read += size;
    }
}

/* The first child that is an element is the row's first cell. */
static bool
opens_row(const GumboNode *cell)
{
    const GumboVector *children = &cell->parent->v.element.children;
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *child = children->data[i];
        if (is_element(child))
            return child == cell;
    }
    return true;
}

/* A paragraph in a cell is no line of the table. */
static bool
is_in_cell(const GumboNode *node)
{
    for (node = node->parent; node && is_element(node); node = node->parent) {
        const GumboTag tag = node->v.element.tag;
        if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
            return true;
        if (tag == GUMBO_TAG_TABLE)
            return false;
    }
    return false;
}

static const GumboNode *
find_tag(const GumboNode *root, GumboTag tag)
{
    for (const GumboNode *at = root; at; at = cl_html_next(at, root, false))
        if (is_element(at) && at->v.element.tag == tag)
            return at;
    return NULL;
}

/* Rows of cells, not what lays out a page: no table stands in it. */
static void
note_table(const Page *page, const GumboNode *table)
{
    const GumboNode *row = find_tag(table, GUMBO_TAG_TR);
    const GumboNode *inner = cl_html_next(table, table, false);
    while (inner &&
           (!is_element(inner) || inner->v.element.tag != GUMBO_TAG_TABLE))
        inner = cl_html_next(inner, table, false);
    if (!row || inner)
        return;
    const ClSpan first = span_of(page, row->v.element.original_tag);
    const ClSpan last = span_of(page, table->v.element.original_end_tag);
    /* a row's line begins behind the two line breaks of its tag */
    const ClSpan lines = {first.start + 2, last.start};
    if (first.end - first.start >= 3 && lines.end > lines.start)
        g_array_append_val(page->tables, lines);
}

static int
mark_of(GumboTag tag)
{
    if (is_heading(tag))
        return CL_MASK_HEADING;
    if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_DT ||
        tag == GUMBO_TAG_DD)
        return CL_MASK_ITEM;
    return 0;
}

static void
put_tags(const Page *page, const GumboNode *node)
{
    const GumboElement *element = &node->v.element;
    if (element->tag == GUMBO_TAG_BR) {
        put_mark(page, element->original_tag, CL_MASK_BREAK);
    } else if (element->tag == GUMBO_TAG_TD || element->tag == GUMBO_TAG_TH) {
        if (!opens_row(node))
            put_mark(page, element->original_tag, CL_MASK_CELL);
    } else if (!is_inline(element->tag) && !is_in_cell(node)) {
        if (element->tag == GUMBO_TAG_TABLE)
            note_table(page, node);
        end_paragraph(page, element->original_tag, mark_of(element->tag));
        end_paragraph(page, element->original_end_tag, 0);
    }
}

static void
put_prose(const Page *page, const GumboNode *root)
{
    bool skip = false;
    for (const GumboNode *at = root; at; at = cl_html_next(at, root, skip)) {
        skip = is_element(at) && at != root && is_furniture(at, page->all);
        if (is_text(at))
            put_text(page, at);
        else if (is_element(at) && !skip)
            put_tags(page, at);
    }
}

/* Captions stand before their table: all prose must be there first. */
static void
open_tables(const Page *page)
{
    for (unsigned i = 0; i < page->tables->len; i++) {
        const ClSpan lines = g_array_index(page->tables, ClSpan, i);
        cl_table_open(page->article, lines.start);
        cl_table_extend(page->article, lines.end);
    }
}

/* ---- A page -------------------------------------------------------------------- */

/* Whether the parser can be trusted with it. */
static bool
is_shallow(const char *text, size_t length)
{
    size_t depth = 0;
    for (size_t i = 0; i + 1 < length; i++) {
        if (text[i] != '<')
            continue;
        if (text[i + 1] == '/')
            depth -= depth > 0;
        else if (g_ascii_isalpha(text[i + 1]) && ++depth > DEEPEST)
            return false;
    }
    return true;
}

bool
cl_mask_html(ClArticle *article, ClNotes *notes)
{
    if (!is_shallow(article->text, article->length)) {
        cl_notes_add(notes, "html", CL_SEVERITY_ERROR, article->info.path, 0, 0,
                     "save the article as text",
                     "the page opens more than %d tags that nothing closes",
                     DEEPEST);
        return false;
    }
    Page page = {.article = article,
                 .prose = cl_article_edit(article),
                 .tables = g_array_new(FALSE, FALSE, sizeof(ClSpan))};
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput *tree =
        gumbo_parse_with_options(&options, article->text, article->length);
    const GumboNode *body = find_tag(tree->root, GUMBO_TAG_BODY);
    const GumboNode *root = find_article(body ? body : tree->root);
    page.all = text_of(root);
    memset(page.prose, CL_MASK_DROP, article->length);
    cl_read_html_head(article, tree->root);
    const GumboNode *title = find_tag(tree->root, GUMBO_TAG_H1);
    put_prose(&page, root);
    if (title)
        put_prose(&page, title);
    open_tables(&page);
    g_array_free(page.tables, TRUE);
    gumbo_destroy_output(&options, tree);
    return true;
}
