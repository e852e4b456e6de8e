/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What no dictionary explains: of 追赶者朗禾电器 or 县域快递公司捷乡达 the words
 * before a name are known ones, and its own characters are those left over.
 */
#include "extract/name_words.h"

#include "extract/ordinary.h"

#include <string.h>

enum { HAN = 3, MOST = 24, LONGEST_WORD = 5 };

/* The fewest characters up to each place that are part of no known word. */
typedef struct {
    size_t count; /* characters */
    uint8_t left[MOST + 1];
} Row;

static void
reach(Row *row, size_t to, unsigned left)
{
    if (to <= row->count && left < row->left[to])
        row->left[to] = (uint8_t)left;
}

/* What the lists of names.yaml hold that is no name by itself. */
static void
take_listed(const Search *search, Row *row, size_t from, size_t at)
{
    static const ClNameWords kinds[] = {
        CL_NAMES_COMMON,   CL_NAMES_TRADES, CL_NAMES_KINDS,  CL_NAMES_TAILS,
        CL_NAMES_BRANCHES, CL_NAMES_PLAIN,  CL_NAMES_GOODS,  CL_NAMES_ASPECTS,
        CL_NAMES_LEADS,    CL_NAMES_DEEDS,  CL_NAMES_OTHERS, CL_NAMES_PARTS,
        CL_NAMES_GLUE};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const size_t end = search_word_at(search, at, kinds[i]);
        /* 达, 家: names may hold them, whatever no short name does */
        if (end > at + HAN || (end && kinds[i] == CL_NAMES_GLUE))
            reach(row, from + (end - at) / HAN, row->left[from]);
    }
}

static void
take_hits(const Search *search, Row *row, size_t from, size_t at)
{
    for (unsigned i = search_from(search->hits, at); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > at)
            break;
        /* 达 leads to a number, and ends names */
        if (hit->span.start == at && hit->span.end > at + HAN &&
            name_has_hit(search, hit->span))
            reach(row, from + (hit->span.end - at) / HAN, row->left[from]);
    }
}

static void
take_words(const Search *search, Row *row, size_t from, size_t at)
{
    for (size_t length = 2; length <= LONGEST_WORD; length++)
        if (from + length <= row->count &&
            cl_is_known_word(search->text + at, length * HAN))
            reach(row, from + length, row->left[from]);
}

static bool
is_read_at(const Search *search, size_t at)
{
    const ClSpan one = {at, at + HAN};
    return name_time_over(search, one) || name_is_counted(search, one);
}

/* The last characters in Han, no more than fit: of IC载板新兵顶翔 from 载 on. */
static ClSpan
last_han(const Search *search, ClSpan head)
{
    size_t at = head.end;
    while (at >= head.start + HAN && head.end - at < MOST * HAN &&
           name_han_at(search, at - HAN))
        at -= HAN;
    return (ClSpan){at, head.end};
}

static void
explain(const Search *search, size_t start, Row *row)
{
    for (size_t i = 1; i <= row->count; i++)
        row->left[i] = MOST;
    for (size_t i = 0; i < row->count; i++) {
        const size_t at = start + i * HAN;
        reach(row, i + 1, row->left[i] + !is_read_at(search, at));
        take_listed(search, row, i, at);
        take_hits(search, row, i, at);
        take_words(search, row, i, at);
    }
}

/* 名创 behind 名创优品: a listed name that was told in full. */
static bool
is_short_in(const Search *search, Passage *passage, ClSpan core)
{
    const GArray *hits = passage_hits(search->run, passage);
    const char *text = passage->text.text->str;
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        const size_t length = core.end - core.start;
        if (hit->span.end - hit->span.start > length &&
            memcmp(text + hit->span.start, search->text + core.start, length) ==
                0 &&
            hit_has_role(search->run->rules, hit, search->rule_index,
                         CL_ROLE_NAME))
            return true;
    }
    return false;
}

static bool
is_short(const Search *search, ClSpan core)
{
    enum { FARTHEST = 5 };
    Extraction *run = search->run;
    for (int back = 0; back <= FARTHEST; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (near && is_short_in(search, near, core))
            return true;
    }
    return run->has_title && is_short_in(search, &run->title, core);
}

bool
name_find_core(const Search *search, ClSpan head, ClSpan *core)
{
    enum { SHORTEST = 2 };
    head = last_han(search, head);
    Row row = {.count = (head.end - head.start) / HAN};
    if (row.count < SHORTEST)
        return false;
    explain(search, head.start, &row);
    size_t from = row.count;
    while (from > 0 && row.left[from] == row.left[from - 1] + 1)
        from--;
    *core = (ClSpan){head.start + from * HAN, head.end};
    return row.count - from >= SHORTEST && !is_short(search, *core);
}

bool
name_is_firm(const Search *search, ClSpan head)
{
    ClSpan core;
    for (size_t at = head.start + SHORTEST_HAN; at < head.end;
         at = (size_t)(g_utf8_next_char(search->text + at) - search->text))
        if ((search_word_at(search, at, CL_NAMES_TAILS) == head.end ||
             search_word_at(search, at, CL_NAMES_KINDS) == head.end) &&
            name_find_core(search, (ClSpan){head.start, at}, &core))
            return true;
    return false;
}

bool
name_opens_unexplained(const Search *search, ClSpan head)
{
    enum { SHORTEST = 2 };
    ClSpan core;
    Row row = {.count = MIN((head.end - head.start) / HAN, MOST)};
    for (size_t i = 0; i < row.count; i++)
        if (!name_han_at(search, head.start + i * HAN))
            row.count = i;
    if (row.count < SHORTEST)
        return false;
    explain(search, head.start, &row);
    return row.left[row.count] >= SHORTEST &&
           name_find_core(search,
                          (ClSpan){head.start, head.start + SHORTEST * HAN},
                          &core);
}
