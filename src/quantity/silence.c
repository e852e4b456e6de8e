/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that hold number characters and mean no number: 统一, 四川, 5G, the
 * one.  A word is found from its first number character, so that text without
 * any costs nothing: what stands before that character is matched backwards,
 * what follows is compared.
 */
#include "quantity/silence.h"

#include <string.h>

static bool
is_number_start(const ClVocabulary *v, const char *word, size_t at)
{
    const unsigned char c = (unsigned char)word[at];
    if (g_ascii_isdigit(c))
        return true;
    if (c < 0x80) {
        int meaning;
        return (at == 0 || !g_ascii_isalpha(word[at - 1])) &&
               cl_lexicon_match(v->words[CL_WORDS_ENGLISH], word, at,
                                strlen(word), &meaning) > 0;
    }
    const gunichar character = g_utf8_get_char(word + at);
    return character < 0x10000 &&
           v->openings->characters[character].begins >> CL_MARKS_ROLE;
}

/* The offset of the first number character, or the word's length. */
static size_t
find_number_start(const ClVocabulary *v, const char *word)
{
    size_t at = 0;
    while (word[at] && !is_number_start(v, word, at))
        at = (size_t)(g_utf8_next_char(word + at) - word);
    return at;
}

/* Where the number character or word at a place ends. */
static size_t
number_start_end(const ClVocabulary *v, const char *word, size_t at)
{
    int meaning;
    const size_t length = cl_lexicon_match(v->words[CL_WORDS_ENGLISH], word, at,
                                           strlen(word), &meaning);
    if (length > 0)
        return at + length;
    return (size_t)(g_utf8_next_char(word + at) - word);
}

static void
add_tail(ClVocabulary *v, const char *head, const char *tail)
{
    const int known = cl_lexicon_add(v->words[CL_WORDS_SILENT_BACK], head,
                                     (int)v->silent_tails->len);
    if (known < 0)
        g_ptr_array_add(v->silent_tails, g_ptr_array_new());
    GPtrArray *tails = g_ptr_array_index(
        v->silent_tails, known < 0 ? v->silent_tails->len - 1 : (guint)known);
    g_ptr_array_add(tails, g_string_chunk_insert_const(v->strings, tail));
}

void
cl_vocabulary_load_silence(ClVocabulary *v,
                           const ClYamlNode *words,
                           bool silent)
{
    for (size_t i = 0; i < words->count; i++) {
        const char *word = words->items[i]->text;
        const size_t at = find_number_start(v, word);
        if (!word[at])
            continue;
        if (at == 0) {
            cl_lexicon_set(v->words[CL_WORDS_SILENT], word, silent ? 1 : 0);
            continue;
        }
        const size_t end = number_start_end(v, word, at);
        g_autofree char *head = g_strndup(word, end);
        add_tail(v, head, word + end);
    }
}

static size_t
longest_tail(const GPtrArray *tails, const char *text, size_t length)
{
    size_t best = 0;
    for (guint i = 0; i < tails->len; i++) {
        const char *tail = g_ptr_array_index(tails, i);
        const size_t size = strlen(tail);
        if (size <= length && size + 1 > best &&
            g_ascii_strncasecmp(text, tail, size) == 0)
            best = size + 1;
    }
    return best;
}

/* Where the first number character or English number word ends. */
static size_t
first_end(const ClReader *r, size_t at)
{
    if (cl_reader_letter(r, at))
        return at + MAX(cl_reader_match(r, CL_WORDS_ENGLISH, at, NULL), 1);
    const char *text = r->text + at;
    return MIN(at + (size_t)(g_utf8_next_char(text) - text), r->length);
}

size_t
cl_silence_end(const ClReader *r, size_t at)
{
    const ClMarks lists =
        CL_MARK(CL_WORDS_SILENT) | CL_MARK(CL_WORDS_SILENT_BACK);
    int meaning = 0;
    /* a letter's word ends elsewhere */
    if (!cl_reader_may_any(r, lists | CL_MARK_LETTER, at))
        return 0;
    const size_t forward = cl_reader_match(r, CL_WORDS_SILENT, at, &meaning);
    if (forward > 0)
        return meaning == 1 ? at + forward : 0;
    const size_t first = first_end(r, at);
    const size_t head =
        cl_reader_match_before(r, CL_WORDS_SILENT_BACK, first, 0, &meaning);
    if (head <= first - at)
        return 0;
    const GPtrArray *tails =
        g_ptr_array_index(r->vocabulary->silent_tails, (guint)meaning);
    const size_t tail = longest_tail(tails, r->text + first, r->length - first);
    return tail > 0 ? first + tail - 1 : 0;
}
