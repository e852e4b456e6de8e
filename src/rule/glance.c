/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A word that an expression needs stands in a text only if its first pairs of
 * characters do.  Pairs are hashed, so that a text may seem to hold one.
 */
#include "rule/glance.h"

#include "rule/needed.h"

#include <string.h>

enum { PAIRS = 3, BITS_SHIFT = 32 - 12 };
G_STATIC_ASSERT(CL_GLANCE_BITS == 1 << (32 - BITS_SHIFT));

/** A word: its first pairs, or its one character; doubled if it has fewer. */
typedef struct {
    uint16_t bits[PAIRS];
} Word;

struct ClGlance {
    GArray *words; /* of Word */
    GArray *ends;  /* of uint32_t: for each expression one past its last word;
                      no words: nothing is known */
};

/* The character at *at, which moves behind it; 0 at the end. */
static inline gunichar
take(const char **at, const char *end)
{
    const unsigned char *p = (const unsigned char *)*at;
    if (*at >= end)
        return 0;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if ((p[0] & 0xF0) == 0xE0) {
        *at += 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    const gunichar c = g_utf8_get_char(*at);
    *at = g_utf8_next_char(*at);
    return c;
}

static inline unsigned
bit_of(gunichar a, gunichar b)
{
    return (a * 0x9E3779B1u ^ b * 0x85EBCA6Bu) >> BITS_SHIFT;
}

ClGlance *
cl_glance_new(void)
{
    ClGlance *glance = g_new0(ClGlance, 1);
    glance->words = g_array_new(FALSE, FALSE, sizeof(Word));
    glance->ends = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    return glance;
}

void
cl_glance_free(ClGlance *glance)
{
    if (!glance)
        return;
    g_array_unref(glance->words);
    g_array_unref(glance->ends);
    g_free(glance);
}

static void
add_word(ClGlance *glance, const char *text)
{
    text += *text == ' '; /* says only that it begins a word */
    const char *const end = text + strlen(text);
    gunichar last = take(&text, end), c = take(&text, end);
    Word word = {{0}};
    word.bits[0] = (uint16_t)bit_of(last, c);
    for (unsigned i = 1; i < PAIRS; i++) {
        const gunichar next = c ? take(&text, end) : 0;
        word.bits[i] = next ? (uint16_t)bit_of(c, next) : word.bits[i - 1];
        c = next;
    }
    g_array_append_val(glance->words, word);
}

void
cl_glance_add(ClGlance *glance, const char *source)
{
    g_autoptr(GPtrArray) words = cl_needed_words(source);
    for (guint i = 0; words && i < words->len; i++)
        add_word(glance, words->pdata[i]);
    const uint32_t end = glance->words->len;
    g_array_append_val(glance->ends, end);
}

void
cl_glance_at(const char *text, size_t length, ClGlanced *out)
{
    const char *const end = text + length;
    memset(out, 0, sizeof *out);
    for (gunichar c = take(&text, end); c;) {
        const gunichar next = take(&text, end);
        cl_bit_set(out->bits, bit_of(c, 0));
        cl_bit_set(out->bits, bit_of(c, next));
        c = next;
    }
}

bool
cl_glance_may(const ClGlance *glance, uint32_t number, const ClGlanced *text)
{
    const uint32_t *const ends = (const uint32_t *)(void *)glance->ends->data;
    const uint32_t first = number ? ends[number - 1] : 0;
    const Word *const words = (const Word *)(void *)glance->words->data;
    G_STATIC_ASSERT(PAIRS == 3);
    for (uint32_t i = first; i < ends[number]; i++)
        if (cl_bit_is_set(text->bits, words[i].bits[0]) && /* hardly ever */
            cl_bit_is_set(text->bits, words[i].bits[1]) &&
            cl_bit_is_set(text->bits, words[i].bits[2]))
            return true;
    return first == ends[number];
}
