/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A code point becomes an answer: CJK or not, how wide, void, numeral.  Pure
 * functions of the character; tables come from make_fold_table.
 */

#include "text/chars.h"

#include <stdlib.h>

typedef struct {
    gunichar first, last;
} Range;

static const Range cjk[] = {
    {0x1100, 0x11FF},                   /* hangul jamo */
    {0x2E80, 0x2FDF},                   /* radicals */
    {0x2FF0, 0x31FF},                   /* 。、 kana, bopomofo */
    {0x3200, 0x9FFF},                   /* enclosed, squared, Han */
    {0xA960, 0xA97F}, {0xAC00, 0xD7FF}, /* hangul */
    {0xF900, 0xFAFF},                   /* compatibility Han */
    {0xFE10, 0xFE1F}, {0xFE30, 0xFE4F}, /* vertical forms */
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20},   {0xFF3B, 0xFF40},   {0xFF5B, 0xFFDC},
    {0xFFE0, 0xFFE6}, {0x1B000, 0x1B16F}, {0x20000, 0x3FFFF},
};

static bool
in_ranges(const Range *ranges, size_t count, gunichar c)
{
    for (size_t i = 0; i < count && c >= ranges[i].first; i++) {
        if (c <= ranges[i].last)
            return true;
    }
    return false;
}

bool
cl_char_is_cjk(gunichar c)
{
    return c >= 0x1100 && in_ranges(cjk, G_N_ELEMENTS(cjk), c);
}

bool
cl_char_is_han(gunichar c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

bool
cl_char_is_folded_han(gunichar c)
{
    return c >= 0x4E00 && c <= 0x9FFF && cl_fold_code(c) == FOLD_SELF;
}

static bool
is_hangul(gunichar c)
{
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F) ||
           (c >= 0xA960 && c <= 0xA97F) || (c >= 0xAC00 && c <= 0xD7FF) ||
           (c >= 0xFFA0 && c <= 0xFFDC);
}

bool
cl_char_shuns_blanks(gunichar c)
{
    /* Korean puts blanks between words */
    return cl_char_is_cjk(c) && !is_hangul(c);
}

unsigned
cl_fold_code(gunichar c)
{
    if (c <= 0xFFFF)
        return cl_fold_pages[cl_fold_index[c >> 8]][c & 0xFF];
    for (size_t i = 0; i < cl_fold_hidden_count; i++) {
        if (c >= cl_fold_hidden[i].first && c <= cl_fold_hidden[i].last)
            return FOLD_HIDDEN;
    }
    return FOLD_LIST;
}

static int
compare_entry(const void *key, const void *entry)
{
    const gunichar c = *(const gunichar *)key;
    const uint32_t from = ((const ClFoldEntry *)entry)->from;
    return c < from ? -1 : c > from;
}

const char *
cl_fold_expansion(gunichar c)
{
    const ClFoldEntry *entry = bsearch(&c, cl_fold_list, cl_fold_list_count,
                                       sizeof *cl_fold_list, compare_entry);
    return entry ? entry->to : NULL;
}

gunichar
cl_char_lower(gunichar c)
{
    if (c < 0x80)
        return (guchar)g_ascii_tolower((char)c);
    if (c >= 0x800)
        return c;
    const gunichar small = g_unichar_tolower(c);
    return small >= 0x80 && small < 0x800 ? small : c;
}

bool
cl_char_is_void(ClChar c)
{
    if (c.mask)
        return true;
    if (c.c > ' ' && c.c < 0x7F)
        return false;
    const unsigned code = cl_fold_code(c.c);
    return code == ' ' || code == FOLD_DROP || code == FOLD_HIDDEN ||
           c.c == ' ';
}

bool
cl_char_is_numeral(gunichar c)
{
    if (c > 0xFFFF)
        return c < 0x20000; /* 𝟓; over-approximates */
    return cl_numeral_bits[c >> 3] >> (c & 7) & 1;
}

bool
cl_has_numeral(const char *prose, size_t at, size_t end)
{
    static const ClByteSet digits = {.high = {[3] = 1},
                                     .low = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
    if (cl_scan_find(&digits, prose, at, end) < end)
        return true;
    while (at < end) {
        if (cl_is_plain_han(prose, at)) { /* counts nothing */
            at += CL_HAN_BYTES;
            continue;
        }
        const ClChar c = cl_char_at(prose, at);
        if (!c.mask && cl_char_is_numeral(c.c))
            return true;
        at += c.length;
    }
    return false;
}

unsigned
cl_char_cells(gunichar c)
{
    if (c < 0x80)
        return 1;
    if (c >= 0x3001 && c <= 0x9FFF) /* nearly all there is */
        return 2;
    if (g_unichar_iszerowidth(c))
        return 0;
    if (c >= 0x2013 && c <= 0x2027)
        return 2; /* “ ” — … are as wide as Han in Chinese print */
    return g_unichar_iswide(c) ? 2 : 1;
}

size_t
cl_text_width(const char *text)
{
    size_t width = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (!g_unichar_iszerowidth(c))
            width += g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

size_t
cl_skip_void_slow(const char *text, size_t at, size_t end)
{
    while (at < end) {
        const ClChar c = cl_char_at(text, at);
        if (!cl_char_is_void(c))
            break;
        at += c.length;
    }
    return at;
}

size_t
cl_skip_void_back_slow(const char *text, size_t start, size_t end)
{
    while (end > start) {
        const size_t before = cl_char_before(text, start, end);
        if (!cl_char_is_void(cl_char_at(text, before)))
            break;
        end = before;
    }
    return end;
}
