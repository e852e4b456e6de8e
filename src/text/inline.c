/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Markdown inside paragraphs: emphasis, links, images, tags and entities
 * become masked bytes.  One walk; brackets wait on a short stack, what an
 * address or a tag may span is bounded, and a search that failed is not
 * tried again before its bound.
 */

#include "text/article.h"

#include <string.h>

#define STACK 32
#define TAG_MAX 1024
#define ADDRESS_MAX 2048

typedef struct {
    ClArticle *article;
    char *text; /* the prose, being masked */
    size_t at, end;
    size_t brackets[STACK];
    size_t depth;
    size_t no_address; /* no ) closes an address before this byte */
    size_t no_tag;     /* no > closes a tag before this byte */
    size_t no_comment; /* no --> before this byte */
} Inline;

static void
drop(Inline *in, size_t start, size_t end)
{
    cl_article_mask(in->article, start, end, CL_MASK_DROP);
}

static char
byte_at(const Inline *in, size_t at)
{
    return at < in->end ? in->text[at] : '\n';
}

static bool
is_word(char c)
{
    return g_ascii_isalnum(c);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0;
}

/* ---- Links ------------------------------------------------------------- */

/* One past the ) that closes the address at open, 0 if there is none. */
static size_t
address_end(Inline *in, size_t open)
{
    unsigned depth = 0;
    const size_t limit = MIN(in->end, open + ADDRESS_MAX);
    if (open < in->no_address)
        return 0;
    for (size_t at = open; at < limit && in->text[at] != '\n'; at++) {
        const char c = in->text[at];
        if (c == '\\')
            at++;
        else if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            return at + 1;
    }
    in->no_address = limit;
    return 0;
}

/* Behind [text]: (address) or [name]; where it ends, 0 for plain brackets. */
static size_t
link_tail(Inline *in, size_t close)
{
    const char next = byte_at(in, close + 1);
    if (next == '(')
        return address_end(in, close + 1);
    if (next != '[')
        return 0;
    size_t at = close + 2;
    while (at < in->end && at - close < 128 && !strchr("[]\n", in->text[at]))
        at++;
    return byte_at(in, at) == ']' ? at + 1 : 0;
}

/* [^1] shows a small number that is no figure. */
static bool
is_note_mark(const Inline *in, size_t open, size_t close)
{
    return in->text[open + 1] == '^' && close - open < 32;
}

static void
close_bracket(Inline *in)
{
    const size_t close = in->at++;
    if (!in->depth)
        return;
    const size_t open = in->brackets[--in->depth];
    const bool image = open > 0 && in->text[open - 1] == '!';
    const size_t tail = link_tail(in, close);
    if (is_note_mark(in, open, close)) {
        drop(in, open, close + 1);
    } else if (tail && image) {
        drop(in, open - 1, tail);
    } else if (tail) {
        drop(in, open, open + 1);
        drop(in, close, tail);
    }
    in->at = MAX(in->at, tail);
}

static void
open_bracket(Inline *in)
{
    if (in->depth == STACK) {
        memmove(in->brackets, in->brackets + 1,
                (STACK - 1) * sizeof *in->brackets);
        in->depth--;
    }
    in->brackets[in->depth++] = in->at++;
}

/* ---- Tags -------------------------------------------------------------- */

static bool
starts_with(const Inline *in, size_t at, const char *word)
{
    const size_t size = strlen(word);
    return at + size <= in->end &&
           g_ascii_strncasecmp(in->text + at, word, size) == 0;
}

static bool
take_comment(Inline *in)
{
    if (!starts_with(in, in->at, "<!--") || in->at < in->no_comment)
        return false;
    size_t at = in->at + 4;
    while (at + 3 <= in->end && memcmp(in->text + at, "-->", 3) != 0)
        at++;
    if (at + 3 > in->end) {
        in->no_comment = in->end;
        return false;
    }
    drop(in, in->at, at + 3);
    in->at = at + 3;
    return true;
}

static void
take_tag(Inline *in)
{
    const char next = byte_at(in, in->at + 1);
    const size_t limit = MIN(in->end, in->at + TAG_MAX);
    size_t at = in->at + 1;
    if (take_comment(in))
        return;
    const bool known =
        g_ascii_isalpha(next) || next == '/' || next == '!' || cl_is_mask(next);
    if (!known || in->at < in->no_tag) {
        in->at++;
        return;
    }
    while (at < limit && in->text[at] != '>')
        at++;
    if (at == limit) {
        in->no_tag = limit;
        in->at++;
        return;
    }
    const bool line = starts_with(in, in->at, "<br");
    drop(in, in->at, at + 1);
    if (line)
        in->text[in->at] = (char)CL_MASK_BREAK;
    in->at = at + 1;
}

/* ---- Emphasis, code, escapes, entities --------------------------------- */

/* Which runs are mark-up: ** and == beside text, * and _ not inside words. */
static void
take_run(Inline *in)
{
    const char mark = in->text[in->at];
    size_t to = in->at;
    while (to < in->end && in->text[to] == mark)
        to++;
    const size_t length = to - in->at;
    const char before = in->at > 0 ? in->text[in->at - 1] : '\n';
    const char after = byte_at(in, to);
    const bool inside = is_word(before) && is_word(after);
    const bool beside = !is_blank(before) || !is_blank(after);
    bool mark_up = beside && length <= 3;
    if (mark == '_' || (mark == '*' && length == 1))
        mark_up = mark_up && !inside; /* 5000*1900*1450, snake_case */
    else if (mark != '*')
        mark_up = mark_up && length == 2 && !inside;
    if (mark_up)
        drop(in, in->at, to);
    in->at = to;
}

/* `code` stays, as words: people write names of things so. */
static void
take_code(Inline *in)
{
    size_t to = in->at;
    while (to < in->end && in->text[to] == '`')
        to++;
    const size_t length = to - in->at;
    const size_t limit = MIN(in->end, to + TAG_MAX);
    for (size_t at = to; at < limit && length < 3;) {
        size_t run = 0;
        while (at + run < limit && in->text[at + run] == '`')
            run++;
        if (run == length) {
            drop(in, in->at, to);
            drop(in, at, at + run);
            in->at = at + run;
            return;
        }
        at += MAX(run, 1u);
    }
    in->at = to;
}

static void
take_escape(Inline *in)
{
    if (g_ascii_ispunct(byte_at(in, in->at + 1))) {
        drop(in, in->at, in->at + 1);
        in->at += 2;
        return;
    }
    in->at++;
}

static gunichar
named_entity(const char *name, size_t length)
{
    static const struct {
        const char *name;
        gunichar c;
    } entities[] = {
        {"nbsp", ' '},      {"ensp", ' '},     {"emsp", ' '},
        {"thinsp", ' '},    {"amp", '&'},      {"lt", '<'},
        {"gt", '>'},        {"quot", '"'},     {"apos", '\''},
        {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"lsquo", 0x2018},
        {"rsquo", 0x2019},  {"mdash", 0x2014}, {"ndash", 0x2013},
        {"hellip", 0x2026}, {"middot", 0xB7},  {"yen", 0xA5},
        {"times", 0xD7},    {"deg", 0xB0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(entities); i++) {
        if (strlen(entities[i].name) == length &&
            memcmp(entities[i].name, name, length) == 0)
            return entities[i].c;
    }
    return 0;
}

static gunichar
numbered_entity(const char *name)
{
    const bool hex = name[1] == 'x' || name[1] == 'X';
    const guint64 c =
        g_ascii_strtoull(name + (hex ? 2 : 1), NULL, hex ? 16 : 10);
    return c >= ' ' && c <= 0x10FFFF && g_unichar_validate((gunichar)c)
               ? (gunichar)c
               : 0;
}

/* &amp; becomes its character, in its first bytes; the rest is masked. */
static void
take_entity(Inline *in)
{
    size_t at = in->at + 1;
    while (at < in->end && at - in->at < 10 &&
           (g_ascii_isalnum(in->text[at]) || in->text[at] == '#'))
        at++;
    const char *name = in->text + in->at + 1;
    gunichar c = 0;
    if (byte_at(in, at) == ';')
        c = *name == '#' ? numbered_entity(name)
                         : named_entity(name, at - in->at - 1);
    char bytes[6];
    const size_t size = c ? (size_t)g_unichar_to_utf8(c, bytes) : 0;
    if (!size || size > at + 1 - in->at) {
        in->at++;
        return;
    }
    drop(in, in->at, at + 1);
    memcpy(in->text + in->at, bytes, size);
    in->at = at + 1;
}

void
cl_mask_inline(ClArticle *article, size_t start, size_t end)
{
    Inline in = {.article = article,
                 .text = cl_article_edit(article),
                 .at = start,
                 .end = end};
    while (in.at < end) {
        in.at += strcspn(in.text + in.at, "\\`*_=~[]<&\n");
        if (in.at >= end)
            return;
        switch (in.text[in.at]) {
        case '\\':
            take_escape(&in);
            break;
        case '`':
            take_code(&in);
            break;
        case '[':
            open_bracket(&in);
            break;
        case ']':
            close_bracket(&in);
            break;
        case '<':
            take_tag(&in);
            break;
        case '&':
            take_entity(&in);
            break;
        case '\n': /* brackets do not reach over a blank line */
            if (byte_at(&in, ++in.at) == '\n')
                in.depth = 0;
            break;
        default:
            take_run(&in);
        }
    }
}
