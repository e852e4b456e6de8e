/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes ordinary.inc: hashes of the words that are nobody's name, of jieba's
 * dictionary (a line is a word, how often it was met, what part of speech it
 * is) and of a list of English words.
 *
 *     make_ordinary OUT DICT WORDS
 *
 * and seldom.inc, the nouns that are met seldom and so might be a name, too:
 *
 *     make_ordinary OUT DICT
 */
#include "extract/ordinary.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Letters: bytes of a word in Han, at most five of them.  A noun that is met
   less often may be a name; a verb or an adverb is none. */
enum {
    LEAST_LETTERS = 6,
    MOST_LETTERS = 15,
    LEAST_OF_NOUNS = 400,
    LEAST_OF_SELDOM = 8,
    LEAST = 3
};

/* jieba's nr, ns, nt and nz are names of people, places, bodies and goods. */
static bool
is_noun(const char *part)
{
    return strcmp(part, "n") == 0 || strcmp(part, "ng") == 0;
}

static bool
is_name(const char *part)
{
    return part[0] == 'n' || strcmp(part, "eng") == 0 || part[0] == 'x';
}

static bool
is_han(const char *word)
{
    for (const char *at = word; *at; at = g_utf8_next_char(at))
        if (g_utf8_get_char(at) < 0x4E00 || g_utf8_get_char(at) > 0x9FFF)
            return false;
    const size_t length = strlen(word);
    return length >= LEAST_LETTERS && length <= MOST_LETTERS;
}

static void
add(GArray *hashes, const char *word)
{
    const uint32_t hash = cl_ordinary_hash(word, strlen(word));
    g_array_append_val(hashes, hash);
}

/* What a line of the dictionary says of a word in Han. */
typedef struct {
    const char *word, *part;
    long times;
} Entry;

static bool
is_ordinary(const Entry *entry)
{
    return is_noun(entry->part)
               ? entry->times >= LEAST_OF_NOUNS
               : entry->times >= LEAST && !is_name(entry->part);
}

static bool
is_seldom(const Entry *entry)
{
    return is_noun(entry->part) && entry->times >= LEAST_OF_SELDOM &&
           entry->times < LEAST_OF_NOUNS;
}

static void
add_han_if(GArray *hashes, const char *line, bool (*fits)(const Entry *))
{
    g_auto(GStrv) fields = g_strsplit(line, " ", 3);
    if (g_strv_length(fields) != 3 || !is_han(fields[0]))
        return;
    const Entry entry = {fields[0], fields[2], strtol(fields[1], NULL, 10)};
    if (fits(&entry))
        add(hashes, entry.word);
}

static void
add_han(GArray *hashes, const char *line)
{
    add_han_if(hashes, line, is_ordinary);
}

static void
add_seldom(GArray *hashes, const char *line)
{
    add_han_if(hashes, line, is_seldom);
}

/* A list in dictionaries writes names with a capital. */
static void
add_english(GArray *hashes, const char *line)
{
    const size_t length = strlen(line);
    if (length > 1 && strspn(line, "abcdefghijklmnopqrstuvwxyz") == length)
        add(hashes, line);
}

/* Line by line: searching all of it for each line is slow under sanitizers. */
static bool
read_list(const char *path,
          GArray *hashes,
          void (*read)(GArray *, const char *))
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    FILE *in = fopen(path, "r");
    if (!in)
        return false;
    while ((length = getline(&line, &room, in)) > 0) {
        if (line[length - 1] == '\n')
            line[length - 1] = '\0';
        read(hashes, line);
    }
    free(line);
    return fclose(in) == 0;
}

static int
compare(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static int
write_table(const GArray *hashes, const char *path)
{
    FILE *out = fopen(path, "w");
    if (!out)
        return EXIT_FAILURE;
    uint32_t last = 0;
    for (unsigned i = 0; i < hashes->len; i++) {
        const uint32_t hash = g_array_index(hashes, uint32_t, i);
        if (i == 0 || hash != last)
            fprintf(out, "0x%X,\n", hash);
        last = hash;
    }
    return fclose(out) ? EXIT_FAILURE : EXIT_SUCCESS;
}

static bool
read_all(int argc, char **argv, GArray *hashes)
{
    enum { FEWEST = 20000 }; /* another kind of file has fewer */
    const bool seldom = argc == 3;
    return (seldom || argc == 4) &&
           read_list(argv[2], hashes, seldom ? add_seldom : add_han) &&
           (seldom || read_list(argv[3], hashes, add_english)) &&
           hashes->len >= FEWEST;
}

int
main(int argc, char **argv)
{
    g_autoptr(GArray) hashes = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    if (!read_all(argc, argv, hashes)) {
        fprintf(stderr, "make_ordinary: cannot read the words of jieba's "
                        "dict.txt and of an English list\n");
        return EXIT_FAILURE;
    }
    g_array_sort(hashes, compare);
    return write_table(hashes, argv[1]);
}
