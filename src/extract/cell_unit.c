/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The unit that a table's header or caption names: words that, put around a
 * number, make it one quantity from end to end.  Whether they do is asked of
 * the reader of quantities, so there is no second list of units.
 */
#include "extract/cell_unit.h"

#include <string.h>

/* Whether a 2 in that place is one quantity from end to end, and not just 2;
   of which dimension. */
static bool
try_unit(Extraction *run, const Unit *unit, const char **dimension)
{
    const ClNumber two = cl_number_make(2, 0);
    g_autofree char *text = g_strconcat(unit->before, "2", unit->behind, NULL);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    cl_quantities_read(run->vocabulary, text, strlen(text), found);
    if (found->len != 1)
        return false;
    const ClQuantity *quantity = &g_array_index(found, ClQuantity, 0);
    *dimension = cl_unit_dimension(run->vocabulary, quantity->unit);
    return quantity->span.start == 0 && quantity->span.end == strlen(text) &&
           quantity->shape == CL_SHAPE_POINT &&
           (quantity->unit || cl_number_compare(quantity->value, two) != 0);
}

static bool
is_unit(Extraction *run, const Unit *unit)
{
    const char *dimension;
    return try_unit(run, unit, &dimension);
}

bool
is_money(Extraction *run, const Unit *unit)
{
    const char *dimension;
    return try_unit(run, unit, &dimension) &&
           g_str_has_prefix(dimension, "money");
}

/* "US$ million" may be cut before any of its words, "辆" only before it. */
static bool
split_unit(Extraction *run, const char *phrase, size_t length, Unit *unit)
{
    for (size_t at = 0; at <= length; at++) {
        const bool inside = at > 0 && at < length &&
                            g_ascii_isalnum(phrase[at - 1]) &&
                            g_ascii_isalnum(phrase[at]);
        if (inside || (at < length && (phrase[at] & 0xC0) == 0x80))
            continue;
        memcpy(unit->before, phrase, at);
        unit->before[at] = 0;
        memcpy(unit->behind, phrase + at, length - at);
        unit->behind[length - at] = 0;
        if (is_unit(run, unit))
            return true;
        /* "2million" is none, "2 million" is */
        if (at == 0 && length < LONGEST_UNIT && g_ascii_isalpha(*phrase)) {
            g_snprintf(unit->behind, sizeof unit->behind, " %.*s", (int)length,
                       phrase);
            if (is_unit(run, unit))
                return true;
        }
    }
    return false;
}

static void
trim(const char *text, ClSpan *span)
{
    while (span->start < span->end && strchr(" :,", text[span->start]))
        span->start++;
    while (span->end > span->start && strchr(" :,.", text[span->end - 1]))
        span->end--;
}

static bool
skip_word(const char *text, ClSpan *span, const char *word)
{
    const size_t length = strlen(word);
    trim(text, span);
    if (span->end - span->start < length ||
        g_ascii_strncasecmp(text + span->start, word, length) != 0)
        return false;
    span->start += length;
    return true;
}

/* 单位:亿元; in millions of yuan */
static bool
read_unit(Extraction *run, const char *text, ClSpan span, Unit *unit)
{
    static const char *const leaders[] = {"单位", "units:", "unit:", "in "};
    for (size_t i = 0; i < G_N_ELEMENTS(leaders); i++)
        skip_word(text, &span, leaders[i]);
    if (!skip_word(text, &span, "是"))
        skip_word(text, &span, "为");
    trim(text, &span);
    const size_t length = span.end - span.start;
    if (!length || length > LONGEST_UNIT)
        return false;
    g_autofree char *phrase = g_strndup(text + span.start, length);
    if (strpbrk(phrase, "0123456789"))
        return false;
    if (split_unit(run, phrase, length, unit))
        return true;
    char *of = strstr(phrase, "s of ");
    if (!of)
        return false;
    memmove(of, of + strlen("s of"), strlen(of + strlen("s of")) + 1);
    return split_unit(run, phrase, strlen(phrase), unit);
}

/* The last brackets of a text: "(亿元)"; false if there are none. */
static bool
find_brackets(const GString *text, ClSpan *brackets)
{
    const char *open = strrchr(text->str, '(');
    const char *close = open ? strchr(open, ')') : NULL;
    if (!close)
        return false;
    *brackets =
        (ClSpan){(size_t)(open - text->str), (size_t)(close - text->str) + 1};
    return true;
}

/* 营收(亿元), Revenue, US$ bn, 份额%, but not Market share, though a share is
   a unit: *words is where the unit stands. */
bool
unit_of_header(Extraction *run,
               const ClFolded *header,
               Unit *unit,
               ClSpan *words)
{
    const GString *text = header->cased;
    if (find_brackets(text, words) &&
        read_unit(run, text->str, (ClSpan){words->start + 1, words->end - 1},
                  unit))
        return true;
    for (size_t at = text->len; at > 0; at--) {
        if (!strchr(",/%", text->str[at - 1]))
            continue;
        *words = (ClSpan){at - 1, text->len};
        const size_t from = text->str[at - 1] == '%' ? at - 1 : at;
        return read_unit(run, text->str, (ClSpan){from, text->len}, unit);
    }
    return false;
}

/* 单位:亿元 at the end of a caption, or in its brackets. */
bool
unit_of_caption(Extraction *run, const ClFolded *caption, Unit *unit)
{
    static const char *const leaders[] = {"单位", "unit:", "units:", " in ",
                                          "in "};
    const GString *text = caption->cased;
    ClSpan words;
    for (size_t i = 0; i < G_N_ELEMENTS(leaders); i++) {
        const char *found = strstr(caption->text->str, leaders[i]);
        if (!found)
            continue;
        const size_t start = (size_t)(found - caption->text->str);
        const size_t end = start + strcspn(found, ",;)。");
        if (read_unit(run, text->str, (ClSpan){start, end}, unit))
            return true;
    }
    return find_brackets(text, &words) &&
           read_unit(run, text->str, (ClSpan){words.start + 1, words.end - 1},
                     unit);
}

/* 31,305 and ~4.2, but not 31,305辆, Q3 or an empty cell. */
bool
is_bare_number(const GString *text)
{
    size_t runs = 0;
    for (size_t i = 0; i < text->len; i++) {
        const bool digit = g_ascii_isdigit(text->str[i]);
        const bool goes_on = i > 0 && (g_ascii_isdigit(text->str[i - 1]) ||
                                       strchr(".,", text->str[i - 1]));
        if (g_ascii_isalpha(text->str[i]))
            return false;
        runs += digit && !goes_on;
    }
    return runs == 1 && g_ascii_isdigit(text->str[text->len - 1]);
}
