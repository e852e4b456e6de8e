/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A character that may end a sentence becomes the end of it, or nothing.
 * Looks at most a word back and a few characters on.
 */

#include "text/lines.h"
#include "text/words.h"

#define WORD_MAX 16

bool
cl_is_closer(gunichar c)
{
    switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x2019: /* ’ */
    case 0x201D: /* ” */
    case 0x300B: /* 》 */
    case 0x300D: /* 」 */
    case 0x300F: /* 』 */
    case 0x3011: /* 】 */
    case 0xFF09: /* ） */
    case 0xFF02: /* ＂ */
        return true;
    default:
        return false;
    }
}

/* The character at text[at], past masked bytes; 0 at the end. */
static ClChar
peek(const char *text, size_t at, size_t end)
{
    while (at < end && cl_is_mask(text[at]) &&
           !cl_is_break(cl_char_at(text, at)))
        at++;
    return at < end ? cl_char_at(text, at) : (ClChar){'\n', 0, false};
}

static gunichar
char_before(const char *text, size_t start, size_t at)
{
    while (at > start && cl_is_mask(text[at - 1]))
        at--;
    return at > start ? cl_char_at(text, cl_char_before(text, start, at)).c : 0;
}

/* The word that ends at text[at], dots inside it too: "u.s", "e.g". */
static bool
is_abbreviation(const char *text, size_t start, size_t at)
{
    char word[WORD_MAX];
    size_t from = at;
    while (from > start && at - from < WORD_MAX &&
           (cl_is_letter((guchar)text[from - 1]) || text[from - 1] == '.'))
        from--;
    if (from == at || at - from >= WORD_MAX)
        return false;
    for (size_t i = from; i < at; i++)
        word[i - from] = g_ascii_tolower(text[i]);
    const bool initial = at - from == 1 && g_ascii_isupper(text[from]);
    return initial || cl_words_has(CL_WORDS_ABBREVIATIONS, word, at - from);
}

/* A full stop: not in 3.14, e.g., J. Smith, example.com */
static bool
dot_ends(const char *text, size_t start, size_t at, size_t end)
{
    const gunichar before = char_before(text, start, at);
    size_t after = at + 1;
    while (after < end && cl_is_closer(peek(text, after, end).c))
        after += peek(text, after, end).length;
    const ClChar next = peek(text, after, end);
    const bool cjk_before = cl_char_shuns_blanks(before);
    if (next.length && !next.mask && cl_fold_code(next.c) != ' ')
        return cl_char_shuns_blanks(next.c)
                   ? !cl_is_digit(before)
                   : cjk_before && !cl_is_digit(next.c);
    if (is_abbreviation(text, start, at))
        return false;
    const size_t word = cl_skip_void(text, after, end);
    /* the end of a line of wrapped text shows no next word: take it as one */
    return word >= end || !(text[word] >= 'a' && text[word] <= 'z');
}

/* &nbsp; is no end of a sentence. */
static bool
ends_entity(const char *text, size_t start, size_t at)
{
    for (size_t i = 1; i <= 8 && start + i <= at; i++) {
        const char c = text[at - i];
        if (c == '&')
            return i > 1;
        if (!g_ascii_isalnum(c) && c != '#')
            return false;
    }
    return false;
}

static bool
mark_ends(const char *text, size_t start, size_t at, size_t end)
{
    if (text[at] == ';')
        return !ends_entity(text, start, at);
    const ClChar next = peek(text, at + 1, end);
    return !cl_is_letter(next.c) && !cl_is_digit(next.c) && next.c != '=';
}

/* A run of dots or of … is a pause; it ends a sentence only if it is long
 * enough to be …… */
static size_t
pause_end(const char *text, size_t start, size_t at, size_t end)
{
    size_t to = at;
    unsigned dots = 0;
    for (; to < end; to += cl_char_at(text, to).length) {
        const ClChar c = cl_char_at(text, to);
        if ((c.c != '.' && c.c != 0x2026) || to + c.length > end)
            break;
        dots += c.c == '.' ? 1 : 3;
    }
    if (dots == 1)
        return dot_ends(text, start, at, end) ? to : 0;
    const ClChar next = peek(text, to, end);
    return dots >= 6 || !next.length || cl_char_shuns_blanks(next.c) ? to : 0;
}

static size_t
end_of_mark(const char *text, size_t start, size_t at, size_t end)
{
    const ClChar c = cl_char_at(text, at);
    if (c.c == '.' || c.c == 0x2026)
        return pause_end(text, start, at, end);
    if (c.c == ';' || c.c == '!' || c.c == '?')
        return mark_ends(text, start, at, end) ? at + 1 : 0;
    return cl_is_stop(c.c) ? at + c.length : 0;
}

size_t
cl_sentence_end(
    const char *text, size_t start, size_t at, size_t end, unsigned quotes)
{
    size_t to = end_of_mark(text, start, at, end);
    while (to && to < end) {
        const ClChar c = cl_char_at(text, to);
        const bool quote = c.c == '"' && !c.mask;
        const bool more = cl_is_stop(c.c) || c.c == '!' || c.c == '?' ||
                          c.c == 0x2026 || (c.mask && c.c == CL_MASK_DROP);
        if (to + c.length > end)
            break;
        if (!more && !(cl_is_closer(c.c) && (!quote || quotes % 2 == 1)))
            break;
        quotes += quote;
        to += c.length;
    }
    return to;
}
