/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Markdown's blocks become marks in the prose: code vanishes, headings, list
 * items and table rows start paragraphs of their own.  One walk over the
 * lines; runs of lines without code go on to cl_mask_inline.
 */

#include "text/lines.h"

#include <string.h>

typedef struct {
    ClArticle *article;
    const char *text;
    size_t start, end, next; /* the current line, its break left out */
    size_t first;       /* of the current line's bytes that are no blanks */
    size_t inline_from; /* text that still needs cl_mask_inline */
    size_t above;       /* start of the line above, SIZE_MAX if that is blank */
    size_t above_count; /* lines of the paragraph above */
    bool in_list;
    bool in_table;
    char fence; /* '`' or '~' inside fenced code */
    size_t fence_length;
} Blocks;

static void
mask(Blocks *blocks, size_t start, size_t end, ClMask with)
{
    cl_article_mask(blocks->article, start, end, with);
}

static size_t
run_length(const Blocks *blocks, size_t at)
{
    size_t to = at;
    while (to < blocks->end && blocks->text[to] == blocks->text[at])
        to++;
    return to - at;
}

static size_t
indent_of(const Blocks *blocks)
{
    size_t columns = 0;
    for (size_t at = blocks->start; at < blocks->first; at++)
        columns += blocks->text[at] == '\t' ? 4 : blocks->text[at] == ' ';
    return columns;
}

/* What is before this line needs no more looking at; what is in it neither. */
static void
skip_line(Blocks *blocks)
{
    cl_mask_inline(blocks->article, blocks->inline_from, blocks->start);
    blocks->inline_from = blocks->next;
    blocks->above = SIZE_MAX;
}

/* ---- Code -------------------------------------------------------------- */

static bool
is_fence(const Blocks *blocks)
{
    const char c = blocks->text[blocks->first];
    if (c != '`' && c != '~')
        return false;
    const size_t length = run_length(blocks, blocks->first);
    /* ```x``` on one line is no fence */
    return length >= 3 &&
           (c == '~' || !memchr(blocks->text + blocks->first + length, '`',
                                blocks->end - blocks->first - length));
}

static bool
take_fence(Blocks *blocks)
{
    const bool blank = blocks->first == blocks->end;
    if (!blocks->fence && (blank || !is_fence(blocks)))
        return false;
    const size_t length = blank ? 0 : run_length(blocks, blocks->first);
    if (!blocks->fence) {
        blocks->fence = blocks->text[blocks->first];
        blocks->fence_length = length;
    } else if (length >= blocks->fence_length &&
               blocks->text[blocks->first] == blocks->fence) {
        blocks->fence = 0;
    }
    mask(blocks, blocks->start, blocks->end, CL_MASK_DROP);
    skip_line(blocks);
    return true;
}

static bool
has_cjk(const Blocks *blocks)
{
    for (size_t at = blocks->first; at < blocks->end;) {
        const ClChar c = cl_char_at(blocks->text, at);
        if (cl_char_shuns_blanks(c.c))
            return true;
        at += c.length;
    }
    return false;
}

/* Four blanks make code; Chinese paragraphs are indented by them too. */
static bool
take_indented_code(Blocks *blocks)
{
    if (indent_of(blocks) < 4 || blocks->in_list || blocks->above != SIZE_MAX ||
        has_cjk(blocks))
        return false;
    mask(blocks, blocks->start, blocks->end, CL_MASK_DROP);
    skip_line(blocks);
    return true;
}

/* ---- Headings, rules, quotes, lists ------------------------------------ */

/* ---, * * *, ===; the mark, 0 if the line is something else. */
static char
rule_mark(const Blocks *blocks)
{
    const char mark = blocks->text[blocks->first];
    size_t count = 0;
    bool blank = false;
    if (!strchr("-*_=", mark))
        return 0;
    for (size_t at = blocks->first; at < blocks->end; at++) {
        const char c = blocks->text[at];
        blank |= c == ' ' && mark == '=';
        count += c == mark;
        if (c != mark && c != ' ' && c != '\t')
            return 0;
    }
    return count >= 3 && !blank ? mark : 0;
}

/* A rule right below one line of text underlines a heading. */
static bool
take_rule(Blocks *blocks)
{
    const char mark = rule_mark(blocks);
    if (!mark)
        return false;
    const bool underline = (mark == '-' || mark == '=') &&
                           blocks->above != SIZE_MAX &&
                           blocks->above_count == 1;
    if (mark == '=' && !underline)
        return false;
    mask(blocks, blocks->start, blocks->end,
         underline ? CL_MASK_SETEXT : CL_MASK_DROP);
    skip_line(blocks);
    return true;
}

/* ## 标题 ##; a tag such as #手机 has one # and no blank behind it. */
static bool
take_heading(Blocks *blocks)
{
    const size_t count = blocks->text[blocks->first] == '#'
                             ? run_length(blocks, blocks->first)
                             : 0;
    const size_t after = blocks->first + count;
    const bool blank = after == blocks->end || blocks->text[after] == ' ' ||
                       blocks->text[after] == '\t';
    if (!count || count > 6 || (!blank && count < 2))
        return false;
    mask(blocks, blocks->start, after, CL_MASK_HEADING);
    size_t end = blocks->end, hashes;
    while (end > after && strchr(" \t", blocks->text[end - 1]))
        end--;
    for (hashes = end; hashes > after && blocks->text[hashes - 1] == '#';)
        hashes--;
    if (hashes < end && hashes > after && blocks->text[hashes - 1] == ' ')
        mask(blocks, hashes, end, CL_MASK_DROP);
    cl_part_headline(blocks->article, (ClSpan){after, end});
    blocks->in_list = false;
    return true;
}

static void
take_quote(Blocks *blocks)
{
    while (blocks->first < blocks->end && blocks->text[blocks->first] == '>') {
        mask(blocks, blocks->first, blocks->first + 1, CL_MASK_DROP);
        blocks->first++;
        while (blocks->first < blocks->end &&
               strchr(" \t", blocks->text[blocks->first]))
            blocks->first++;
    }
}

static void
take_list_mark(Blocks *blocks)
{
    const size_t length =
        cl_list_mark(blocks->text, blocks->first, blocks->end);
    if (length) {
        mask(blocks, blocks->first, blocks->first + length, CL_MASK_ITEM);
        blocks->in_list = true;
    } else if (blocks->above == SIZE_MAX && indent_of(blocks) < 2) {
        blocks->in_list = false;
    }
}

/* [name]: address defines a link; [^1]: begins a note. */
static bool
take_definition(Blocks *blocks)
{
    const char *line = blocks->text + blocks->first;
    const size_t length = blocks->end - blocks->first;
    const char *close = *line == '[' ? memchr(line, ']', length) : NULL;
    if (!close || close + 1 >= line + length || close[1] != ':')
        return false;
    const bool note = line[1] == '^';
    const size_t end = note ? (size_t)(close - blocks->text) + 2 : blocks->end;
    mask(blocks, blocks->first, end, CL_MASK_ITEM);
    return !note;
}

/* An export names its blocks: 一句话。 ^3c66f025 */
static void
take_block_name(Blocks *blocks)
{
    size_t at = blocks->end;
    while (at > blocks->first && strchr(" \t", blocks->text[at - 1]))
        at--;
    const size_t end = at;
    while (
        at > blocks->first && end - at < 40 &&
        (g_ascii_isalnum(blocks->text[at - 1]) || blocks->text[at - 1] == '-'))
        at--;
    if (at < end && at >= blocks->first + 2 && blocks->text[at - 1] == '^' &&
        strchr(" \t", blocks->text[at - 2]))
        mask(blocks, at - 1, end, CL_MASK_DROP);
}

/* ---- Tables ------------------------------------------------------------ */

static bool
is_table_rule(const char *line, size_t length)
{
    bool dash = false, pipe = false;
    for (size_t i = 0; i < length; i++) {
        dash |= line[i] == '-';
        pipe |= line[i] == '|';
        /* the CR of a CRLF is masked */
        if (!strchr("|-: \t", line[i]) && !cl_is_mask(line[i]))
            return false;
    }
    return dash && pipe;
}

static bool
starts_table(const Blocks *blocks)
{
    const size_t length = blocks->article->length;
    const char *line = blocks->text + blocks->next;
    const char *newline = memchr(line, '\n', length - blocks->next);
    const size_t size =
        newline ? (size_t)(newline - line) : length - blocks->next;
    return is_table_rule(line, MIN(size, 1024));
}

/* Each cell is a sentence; each row, a paragraph. */
static bool
take_row(Blocks *blocks)
{
    const bool pipe =
        memchr(blocks->text + blocks->first, '|', blocks->end - blocks->first);
    const bool inside = blocks->in_table;
    blocks->in_table = pipe && (inside || starts_table(blocks));
    if (!blocks->in_table)
        return false;
    if (!inside)
        cl_table_open(blocks->article, blocks->start);
    cl_table_extend(blocks->article, blocks->end);
    if (is_table_rule(blocks->text + blocks->first,
                      blocks->end - blocks->first)) {
        mask(blocks, blocks->start, blocks->end, CL_MASK_DROP);
        return true;
    }
    for (size_t at = blocks->first; at < blocks->end; at++) {
        if (blocks->text[at] == '|' &&
            (at == blocks->first || blocks->text[at - 1] != '\\'))
            mask(blocks, at, at + 1,
                 at == blocks->first ? CL_MASK_ITEM : CL_MASK_CELL);
    }
    return true;
}

/* ---- Lines ------------------------------------------------------------- */

static void
take_line(Blocks *blocks)
{
    if (take_fence(blocks))
        return;
    if (blocks->first == blocks->end) {
        blocks->above = SIZE_MAX;
        blocks->above_count = 0;
        blocks->in_table = false;
        return;
    }
    if (take_indented_code(blocks))
        return;
    take_quote(blocks);
    if (blocks->first == blocks->end || take_rule(blocks) || take_row(blocks))
        return;
    take_block_name(blocks);
    const bool heading =
        take_heading(blocks) ||
        cl_mask_marked_heading(blocks->article, blocks->first, blocks->end);
    if (!heading)
        take_list_mark(blocks);
    const bool over = take_definition(blocks) || heading;
    blocks->above_count = over ? 0 : blocks->above_count + 1;
    blocks->above = over ? SIZE_MAX : blocks->start;
}

static void
read_line(Blocks *blocks, size_t at)
{
    const size_t length = blocks->article->length;
    const char *prose = cl_article_prose(blocks->article);
    const char *newline = memchr(prose + at, '\n', length - at);
    blocks->text = prose;
    blocks->start = at;
    blocks->end = newline ? (size_t)(newline - prose) : length;
    blocks->next = newline ? blocks->end + 1 : length;
    while (blocks->end > at && cl_is_mask(prose[blocks->end - 1]))
        blocks->end--; /* the CR of a CRLF */
    blocks->first = at;
    while (blocks->first < blocks->end &&
           (strchr(" \t", prose[blocks->first]) ||
            cl_is_mask(prose[blocks->first])))
        blocks->first++;
}

void
cl_mask_markdown(ClArticle *article, size_t start)
{
    Blocks blocks = {
        .article = article, .inline_from = start, .above = SIZE_MAX};
    cl_article_edit(article);
    for (size_t at = start; at < article->length; at = blocks.next) {
        read_line(&blocks, at);
        take_line(&blocks);
    }
    cl_mask_inline(article, blocks.inline_from, article->length);
}
