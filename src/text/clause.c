/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A byte of a folded sentence becomes the clause around it.  A clause never
 * cuts a number.
 */

#include "text/chars.h"

/* A comma or colon inside a number (289,000, 12:30) parts nothing. */
static bool
is_inside_number(const char *folded, size_t length, size_t at)
{
    return at > 0 && at + 1 < length && g_ascii_isdigit(folded[at - 1]) &&
           g_ascii_isdigit(folded[at + 1]);
}

static bool
is_separator(const char *folded, size_t length, size_t at)
{
    switch (cl_char_at(folded, at).c) {
    case ',':
    case ':':
        return !is_inside_number(folded, length, at);
    case ';':
    case '!':
    case '?':
    case 0x3002: /* 。 */
    case 0x2026: /* … */
    case 0x2014: /* — */
        return true;
    default:
        return false;
    }
}

ClSpan
cl_clause_at(const char *folded, size_t length, size_t at)
{
    ClSpan clause = {0, length};
    for (size_t p = MIN(at, length); p > 0;) {
        const size_t before = cl_char_before(folded, 0, p);
        if (is_separator(folded, length, before)) {
            clause.start = p;
            break;
        }
        p = before;
    }
    for (size_t p = MIN(at, length); p < length;
         p += cl_char_at(folded, p).length) {
        if (is_separator(folded, length, p)) {
            clause.end = p;
            break;
        }
    }
    while (clause.start < clause.end && folded[clause.start] == ' ')
        clause.start++;
    while (clause.end > clause.start && folded[clause.end - 1] == ' ')
        clause.end--;
    return clause;
}
