/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A small grammar within PCRE2's: characters, classes of them, groups that
 * look around or do not, branches, and counts of what takes one character.
 * Whatever is not in it is left to PCRE2 itself.
 */
#include "rule/regex_plain.h"

#include <glib.h>
#include <string.h>

enum {
    DEEPEST = 20,
    LONGEST = 1024, /* bytes: what it compiles to stays small */
    MOST_TIMES = 999,
    UNLIKE = -1,
};

typedef struct {
    const char *at;
    bool lost;     /* something was met that is not in the grammar */
    bool consumes; /* out: a match takes a character at least */
    int length;    /* out: of characters; UNLIKE: not one for all matches */
} Walk;

static void walk_branches(Walk *walk, unsigned depth, bool behind);

static void
lose(Walk *walk)
{
    walk->lost = true;
}

static void
take_one(Walk *walk)
{
    walk->consumes = true;
    walk->length += walk->length != UNLIKE;
}

/* A character that stands for itself outside of classes. */
static bool
is_literal(const char *p)
{
    return g_ascii_isalnum(*p) || (*p & 0x80) ||
           (*p && strchr(" !\"#%&',-/:;<=>@_`~", *p));
}

/* At most MOST_TIMES; more are more than it reads. */
static unsigned
read_times(Walk *walk)
{
    unsigned times = 0;
    if (!g_ascii_isdigit(*walk->at))
        lose(walk);
    for (; g_ascii_isdigit(*walk->at) && times <= MOST_TIMES; walk->at++)
        times = times * 10 + (unsigned)(*walk->at - '0');
    if (times > MOST_TIMES)
        lose(walk);
    return times;
}

/* Past {2} or {2,3}; the least. */
static unsigned
read_braces(Walk *walk)
{
    walk->at++;
    const unsigned least = read_times(walk);
    if (*walk->at == ',') {
        walk->at++;
        if (read_times(walk) < least)
            lose(walk);
    }
    if (*walk->at != '}')
        lose(walk);
    else
        walk->at++;
    return least;
}

/* What was read since `before` may be optional or come several times. */
static void
walk_quantifier(Walk *walk, Walk before, bool single)
{
    if (!*walk->at || !strchr("?*+{", *walk->at))
        return;
    const bool braces = *walk->at == '{';
    if (braces && !single)
        lose(walk);
    const bool none = braces ? read_braces(walk) == 0 : *walk->at != '+';
    walk->at += !braces;
    walk->at += *walk->at == '?';
    if (none)
        walk->consumes = before.consumes;
    walk->length = UNLIKE;
    if (*walk->at && strchr("?*+{", *walk->at))
        lose(walk);
}

/* One character of a class, which no range begins with unless it is of ASCII;
   0 for what is none. */
static char
take_of_class(Walk *walk)
{
    const char *const p = walk->at;
    if (*p & 0x80) {
        walk->at = g_utf8_next_char(p);
        return *p;
    }
    if (*p == '\\' && strchr("dws", p[1] ? p[1] : '?')) {
        walk->at += 2;
        return '\\';
    }
    if (!g_ascii_isalnum(*p) && !(*p && strchr(" .,:;%\"'!?/+*()", *p)))
        return 0;
    walk->at++;
    return *p;
}

static void
walk_class(Walk *walk)
{
    walk->at += walk->at[1] == '^' ? 2 : 1;
    const char *const first = walk->at;
    walk->lost |= *first == ':' || *first == '.'; /* [:alpha:] */
    while (!walk->lost && *walk->at != ']') {
        const char from = take_of_class(walk);
        if (!from || *walk->at != '-') {
            walk->lost |= !from;
            continue;
        }
        walk->at++;
        const char to = take_of_class(walk);
        if (!g_ascii_isalnum(from) || !g_ascii_isalnum(to) || to < from)
            lose(walk);
    }
    walk->lost |= walk->at == first;
    if (!walk->lost)
        walk->at++;
    take_one(walk);
}

static void
walk_escape(Walk *walk)
{
    const char kind = walk->at[1];
    if (!kind || !strchr("bBdDsSwW.,:;!?\"'%&()[]{}*+|^$/\\-", kind)) {
        lose(walk);
        return;
    }
    walk->at += 2;
    if (kind != 'b' && kind != 'B')
        take_one(walk);
    else if (*walk->at && strchr("?*+{", *walk->at))
        lose(walk);
}

/* Looking around takes nothing; behind, each branch is of one length. */
static void
walk_around(Walk *walk, unsigned depth, bool behind)
{
    Walk inner = {.at = walk->at + (behind ? 4 : 3)};
    walk_branches(&inner, depth + 1, behind);
    walk->at = inner.at;
    walk->lost |= inner.lost || *walk->at != ')';
    walk->at += !walk->lost;
    if (!walk->lost && *walk->at && strchr("?*+{", *walk->at))
        lose(walk);
}

static void
walk_group(Walk *walk, unsigned depth)
{
    const char *p = walk->at;
    if (strncmp(p, "(?=", 3) == 0 || strncmp(p, "(?!", 3) == 0) {
        walk_around(walk, depth, false);
    } else if (strncmp(p, "(?<=", 4) == 0 || strncmp(p, "(?<!", 4) == 0) {
        walk_around(walk, depth, true);
    } else if (strncmp(p, "(?:", 3) != 0 && (p[1] == '?' || p[1] == '*')) {
        lose(walk);
    } else {
        Walk inner = {.at = p + (p[1] == '?' ? 3 : 1)};
        walk_branches(&inner, depth + 1, false);
        walk->at = inner.at;
        walk->lost |= inner.lost || *walk->at != ')';
        walk->at += !walk->lost;
        walk->consumes |= inner.consumes;
        walk->length = walk->length == UNLIKE || inner.length == UNLIKE
                           ? UNLIKE
                           : walk->length + inner.length;
    }
}

static void
walk_piece(Walk *walk, unsigned depth)
{
    const Walk before = *walk;
    const bool group = *walk->at == '(';
    if (group) {
        walk_group(walk, depth);
    } else if (*walk->at == '[') {
        walk_class(walk);
    } else if (*walk->at == '\\') {
        walk_escape(walk);
    } else if (*walk->at == '.' || is_literal(walk->at)) {
        walk->at = g_utf8_next_char(walk->at);
        take_one(walk);
    } else {
        lose(walk);
    }
    if (!walk->lost)
        walk_quantifier(walk, before, !group);
}

/* Ends at ) or the end.  behind: each branch must have a length of its own. */
static void
walk_branches(Walk *walk, unsigned depth, bool behind)
{
    bool all_consume = true;
    int length = 0;
    walk->lost |= depth > DEEPEST;
    for (bool first = true; !walk->lost; first = false) {
        walk->consumes = false;
        walk->length = 0;
        while (!walk->lost && *walk->at && *walk->at != '|' && *walk->at != ')')
            walk_piece(walk, depth);
        all_consume &= walk->consumes;
        walk->lost |= behind && walk->length == UNLIKE;
        length = first || length == walk->length ? walk->length : UNLIKE;
        if (*walk->at != '|')
            break;
        walk->at++;
    }
    walk->consumes = all_consume;
    walk->length = length;
}

bool
cl_regex_is_plain(const char *source)
{
    Walk walk = {.at = source};
    if (strlen(source) > LONGEST)
        return false;
    walk_branches(&walk, 0, false);
    return !walk.lost && !*walk.at && walk.consumes;
}
