/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whole wordings with {quantity} in them.  The quantity in question is
 * replaced by one character that folded text never holds, so that the
 * placeholder matches this quantity, whole, and nothing else.
 */
#include "rule/regex.h"
#include "rule/rule.h"

#include <string.h>

#define MARK "\xEE\x80\x80" /* U+E000: folding drops private use */

enum { MARK_BYTES = 3 };

void
cl_rule_compile_patterns(ClRule *rule)
{
    if (!rule->patterns->len)
        return;
    rule->wordings = cl_regexes_new();
    for (size_t i = 0; i < rule->patterns->len; i++) {
        const ClPattern *pattern = rule->patterns->pdata[i];
        g_auto(GStrv) parts = g_strsplit(pattern->source, "{quantity}", -1);
        g_autofree char *source = g_strjoinv("\\x{E000}", parts);
        cl_regexes_add(rule->wordings, source, 0);
    }
}

/* The span of marked text in the text without the mark. */
static ClSpan
unmark(ClSpan marked, ClSpan quantity)
{
    const size_t grown = quantity.end - quantity.start;
    return (ClSpan){marked.start, marked.end - MARK_BYTES + grown};
}

bool
cl_rule_match_pattern(const ClRule *rule,
                      const char *text,
                      size_t length,
                      ClSpan quantity,
                      ClSpan *match,
                      bool *gave_up)
{
    g_autoptr(GString) marked = g_string_new_len(text, (gssize)quantity.start);
    g_string_append(marked, MARK);
    g_string_append_len(marked, text + quantity.end,
                        (gssize)(length - quantity.end));
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    g_autoptr(GArray) limits = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    cl_regexes_match(rule->wordings, NULL, marked->str, marked->len, hits,
                     limits);
    *gave_up = limits->len > 0;
    const ClSpan mark = {quantity.start, quantity.start + MARK_BYTES};
    for (size_t i = 0; i < hits->len; i++) {
        const ClSpan span = g_array_index(hits, ClHit, i).span;
        if (cl_span_contains(span, mark)) {
            *match = unmark(span, quantity);
            return true;
        }
    }
    return false;
}
