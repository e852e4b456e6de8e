/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An expression is walked as a sequence of pieces; a run of plain characters,
 * or a group all of whose branches need something, is what a match must hold.
 * Whatever is not understood needs nothing, and a pattern whose groups are
 * not understood is one of which nothing is known.
 */
#include "rule/needed.h"

#include <string.h>

/* A group in a group in a group is nobody's company. */
enum { DEEPEST = 8 };

typedef struct {
    const char *at;
    bool begins; /* what comes next begins a word, as behind \b */
    bool lost;   /* something was met that is not understood */
} Walk;

static GPtrArray *read_branches(Walk *walk, unsigned depth);

/* How much the shortest word of a set tells: in bytes. */
static size_t
weight(const GPtrArray *words)
{
    size_t least = words && words->len ? SIZE_MAX : 0;
    for (guint i = 0; words && i < words->len; i++)
        least = MIN(least, strlen(words->pdata[i]));
    return least;
}

/* Keeps the one that tells more. */
static GPtrArray *
keep_better(GPtrArray *best, GPtrArray *other)
{
    if (weight(other) <= weight(best))
        g_clear_pointer(&other, g_ptr_array_unref);
    else
        g_clear_pointer(&best, g_ptr_array_unref);
    return best ? best : other;
}

/* Past ?, *, +, {2,3} and what makes them lazy; whether they allow none. */
static bool
skip_quantifier(Walk *walk)
{
    const char *p = walk->at;
    bool none = *p == '?' || *p == '*';
    if (*p == '{') {
        none = p[1] == '0' || p[1] == ',';
        p += strcspn(p, "}");
        p += *p == '}';
    } else if (*p && strchr("?*+", *p)) {
        p++;
    } else {
        return false;
    }
    p += *p == '?' || *p == '+';
    walk->at = p;
    return none;
}

/* Past [...], in which ] may be escaped or stand first. */
static void
skip_class(Walk *walk)
{
    const char *p = walk->at + 1;
    p += *p == '^';
    p += *p == ']';
    while (*p && *p != ']') {
        walk->lost |= *p == '[' && p[1] == ':';
        p += *p == '\\' && p[1] ? 2 : 1;
    }
    walk->lost |= !*p;
    walk->at = p + (*p != 0);
}

/* Past \b, \d, \. or \p{Han}; \Q, \x41 and their like are not understood. */
static void
skip_escape(Walk *walk)
{
    const char kind = walk->at[1];
    walk->lost |= !kind || !strchr("bBsSdDwWpP.?()[]{}*+|^$/-", kind);
    walk->at += kind ? 2 : 1;
    if (kind != 'p' && kind != 'P')
        return;
    const char *const end = *walk->at == '{' ? strchr(walk->at, '}') : NULL;
    walk->lost |= !end;
    walk->at = end ? end + 1 : walk->at;
}

/* A group is read whole; one that looks around needs nothing here. */
static GPtrArray *
read_group(Walk *walk, unsigned depth)
{
    const char *p = walk->at + 1;
    const bool around =
        g_str_has_prefix(p, "?=") || g_str_has_prefix(p, "?!") ||
        g_str_has_prefix(p, "?<=") || g_str_has_prefix(p, "?<!");
    /* (?<![a-z]) says what \b does, of those that may stand before */
    const bool begins = walk->begins || g_str_has_prefix(p, "?<![a-z");
    if (around)
        p += strcspn(p, "=!") + 1;
    else if (g_str_has_prefix(p, "?:"))
        p += 2;
    else if (*p == '?' || *p == '*')
        walk->lost = true;
    walk->at = p;
    GPtrArray *words = read_branches(walk, depth + 1);
    walk->lost |= *walk->at != ')';
    walk->at += *walk->at == ')';
    walk->begins = around && begins;
    if (skip_quantifier(walk) || around)
        g_clear_pointer(&words, g_ptr_array_unref);
    return words;
}

static bool
is_plain(const char *p)
{
    return g_ascii_isalnum(*p) || (*p & 0x80) || *p == ' ';
}

/* A run of characters that stand for themselves; the last of them may be one
   that a quantifier makes optional. */
static GPtrArray *
read_run(Walk *walk)
{
    const char *const start = walk->at;
    while (is_plain(walk->at))
        walk->at = g_utf8_next_char(walk->at);
    const char *end = walk->at;
    if (*end && strchr("?*+{", *end))
        end = g_utf8_find_prev_char(start, end);
    skip_quantifier(walk);
    const bool begins = walk->begins && *start != ' ';
    walk->begins = false;
    g_autofree char *word =
        g_strstrip(g_ascii_strdown(start, end ? end - start : 0));
    if (!*word)
        return NULL;
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(words, g_strconcat(begins ? " " : "", word, NULL));
    return words;
}

/* What one branch needs; ends at | or ) or the end. */
static GPtrArray *
read_branch(Walk *walk, unsigned depth)
{
    GPtrArray *best = NULL;
    while (!walk->lost && *walk->at && *walk->at != '|' && *walk->at != ')') {
        if (is_plain(walk->at)) {
            best = keep_better(best, read_run(walk));
        } else if (*walk->at == '(') {
            best = keep_better(best, read_group(walk, depth));
        } else if (*walk->at == '[') {
            skip_class(walk);
            skip_quantifier(walk);
            walk->begins = false;
        } else if (*walk->at == '\\') {
            const bool begins = walk->at[1] == 'b';
            skip_escape(walk);
            walk->begins = !skip_quantifier(walk) && begins;
        } else {
            walk->at++;
            skip_quantifier(walk);
            walk->begins = false;
        }
    }
    return best;
}

/* What all branches need together; NULL if one needs nothing. */
static GPtrArray *
read_branches(Walk *walk, unsigned depth)
{
    const bool begins = walk->begins;
    walk->lost |= depth > DEEPEST;
    GPtrArray *all = walk->lost ? NULL : read_branch(walk, depth);
    while (!walk->lost && *walk->at == '|') {
        walk->at++;
        walk->begins = begins;
        g_autoptr(GPtrArray) next = read_branch(walk, depth);
        if (all && next)
            g_ptr_array_extend_and_steal(all, g_steal_pointer(&next));
        else
            g_clear_pointer(&all, g_ptr_array_unref);
    }
    return all;
}

GPtrArray *
cl_needed_words(const char *pattern)
{
    Walk walk = {.at = pattern};
    GPtrArray *words = read_branches(&walk, 0);
    if (walk.lost || *walk.at)
        g_clear_pointer(&words, g_ptr_array_unref);
    return words;
}
