/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looks for nouns without a dictionary: words that are known to name measures
 * first, then what stands beside the figure or leads the sentence, up to a
 * particle or a verb.  Guesses are spans of the folded text.
 */
#include "cli/sketch_words.h"

#include <string.h>

enum { MOST_CHARACTERS = 6, LEAST_SUBJECT = 2 };

/* ---- Characters -------------------------------------------------------- */

static gunichar
char_at(const ClSketchText *sketch, size_t at)
{
    return at < sketch->length ? g_utf8_get_char(sketch->text + at) : 0;
}

static size_t
step(const ClSketchText *sketch, size_t at)
{
    return (size_t)(g_utf8_next_char(sketch->text + at) - sketch->text);
}

static size_t
step_back(const ClSketchText *sketch, size_t at)
{
    const char *const before =
        g_utf8_find_prev_char(sketch->text, sketch->text + at);
    return before ? (size_t)(before - sketch->text) : 0;
}

/* How long the stop word at a place is, 0 without one; longest first. */
static size_t
stop_at(const ClSketchText *sketch, size_t at)
{
    const ClYamlNode *const stops =
        cl_yaml_get(cl_yaml_root(sketch->words), "stops");
    size_t longest = 0;
    for (size_t i = 0; i < stops->count; i++) {
        const size_t length = strlen(stops->items[i]->text);
        if (length > longest && at + length <= sketch->length &&
            strncmp(sketch->text + at, stops->items[i]->text, length) == 0)
            longest = length;
    }
    return longest;
}

/* ---- Sentences --------------------------------------------------------- */

void
cl_sketch_text_init(ClSketchText *sketch, const char *text, size_t length)
{
    *sketch = (ClSketchText){
        .text = text,
        .length = length,
        .taken = g_array_new(FALSE, FALSE, sizeof(ClSpan)),
        .words = cl_data_read("sketch.yaml"),
        .rivals = cl_data_read("rivals.yaml"),
        .stops = g_malloc0(length + 1),
    };
    for (size_t at = 0; at < length;) {
        const size_t stop = stop_at(sketch, at);
        memset(sketch->stops + at, 1, stop);
        at = stop ? at + stop : step(sketch, at);
    }
}

void
cl_sketch_text_clear(ClSketchText *sketch)
{
    g_array_unref(sketch->taken);
    g_free(sketch->stops);
    cl_yaml_free(sketch->words);
    cl_yaml_free(sketch->rivals);
}

const char *
cl_sketch_stand_in(const ClSketchText *sketch, bool chinese)
{
    const ClYamlNode *const map =
        cl_yaml_get(cl_yaml_root(sketch->words), "stand_ins");
    return cl_yaml_get(map, chinese ? "chinese" : "english")->text;
}

static bool
is_taken(const ClSketchText *sketch, size_t at)
{
    for (guint i = 0; i < sketch->taken->len; i++) {
        const ClSpan span = g_array_index(sketch->taken, ClSpan, i);
        if (at >= span.start && at < span.end)
            return true;
    }
    return false;
}

static size_t
count_chars(const ClSketchText *sketch, ClSpan span)
{
    return (size_t)g_utf8_strlen(sketch->text + span.start,
                                 (gssize)(span.end - span.start));
}

static size_t
distance_to(const ClSketchText *sketch, ClSpan span)
{
    const ClSpan between = {MIN(span.end, sketch->figure.end),
                            MAX(span.start, sketch->figure.start)};
    return between.start < between.end ? count_chars(sketch, between) : 0;
}

/* A Han character that may belong to a noun. */
static bool
is_noun_char(const ClSketchText *sketch, size_t at)
{
    return at < sketch->length && cl_char_is_han(char_at(sketch, at)) &&
           !is_taken(sketch, at) && !sketch->stops[at];
}

/* ---- Known measures ---------------------------------------------------- */

static bool
is_word_edge(const ClSketchText *sketch, ClSpan span)
{
    const char *const text = sketch->text;
    if (!g_ascii_isalpha(text[span.start]))
        return true;
    return (span.start == 0 || !g_ascii_isalnum(text[span.start - 1])) &&
           (span.end == sketch->length || !g_ascii_isalnum(text[span.end]) ||
            (text[span.end] == 's' && (span.end + 1 == sketch->length ||
                                       !g_ascii_isalnum(text[span.end + 1]))));
}

static void
find_word(const ClSketchText *sketch, const char *word, GArray *out)
{
    const size_t length = strlen(word);
    for (size_t at = 0; at + length <= sketch->length; at = step(sketch, at)) {
        const ClSpan span = {at, at + length};
        if (g_ascii_strncasecmp(sketch->text + at, word, length) == 0 &&
            is_word_edge(sketch, span) && !is_taken(sketch, at))
            g_array_append_val(out, span);
    }
}

/* 订单 inside 订单量 says less than the whole. */
static void
drop_inner(GArray *spans)
{
    for (guint i = spans->len; i > 0; i--) {
        const ClSpan inner = g_array_index(spans, ClSpan, i - 1);
        for (guint j = 0; j < spans->len; j++) {
            const ClSpan outer = g_array_index(spans, ClSpan, j);
            if (j != i - 1 && cl_span_contains(outer, inner)) {
                g_array_remove_index(spans, i - 1);
                break;
            }
        }
    }
}

static int
compare_distances(const void *left, const void *right, void *data)
{
    const ClSpan *a = left, *b = right;
    const size_t x = distance_to(data, *a), y = distance_to(data, *b);
    if (x != y)
        return x < y ? -1 : 1;
    return (a->start > b->start) - (a->start < b->start);
}

/* Words of changes (增长) are measures of nothing by themselves. */
static void
find_known(const ClSketchText *sketch, GArray *out)
{
    const ClYamlNode *const root = cl_yaml_root(sketch->rivals);
    for (size_t i = 0; i < root->count; i++) {
        const ClYamlNode *const list = root->items[i];
        for (size_t j = 0;
             strcmp(root->keys[i]->text, "growth") != 0 && j < list->count; j++)
            if (list->items[j]->text[0] != '/')
                find_word(sketch, list->items[j]->text, out);
    }
    drop_inner(out);
    g_array_sort_with_data(out, compare_distances, (void *)sketch);
}

/* ---- Nouns beside the figure ------------------------------------------- */

/* 300名志愿者: the noun that a counter word counts. */
static bool
find_after(const ClSketchText *sketch, ClSpan *out)
{
    *out = (ClSpan){sketch->figure.end, sketch->figure.end};
    while (is_noun_char(sketch, out->end) &&
           count_chars(sketch, *out) < MOST_CHARACTERS)
        out->end = step(sketch, out->end);
    return count_chars(sketch, *out) >= LEAST_SUBJECT;
}

/* 座位数达到300个: the noun before the verb. */
static bool
find_before(const ClSketchText *sketch, ClSpan *out)
{
    size_t end = sketch->figure.start;
    while (end > 0 && !is_noun_char(sketch, step_back(sketch, end)))
        end = step_back(sketch, end);
    *out = (ClSpan){end, end};
    while (out->start > 0 &&
           is_noun_char(sketch, step_back(sketch, out->start)) &&
           count_chars(sketch, *out) < MOST_CHARACTERS)
        out->start = step_back(sketch, out->start);
    return count_chars(sketch, *out) >= LEAST_SUBJECT;
}

static bool
is_english_stop(const ClSketchText *sketch, ClSpan word)
{
    const ClYamlNode *const stops =
        cl_yaml_get(cl_yaml_root(sketch->words), "english_stops");
    const size_t length = word.end - word.start;
    for (size_t i = 0; i < stops->count; i++)
        if (strlen(stops->items[i]->text) == length &&
            g_ascii_strncasecmp(sketch->text + word.start,
                                stops->items[i]->text, length) == 0)
            return true;
    return false;
}

/* The Latin word at or after a place; false at the end. */
static bool
next_word(const ClSketchText *sketch, size_t at, ClSpan *out)
{
    while (at < sketch->length && !g_ascii_isalnum(sketch->text[at]))
        at = step(sketch, at);
    *out = (ClSpan){at, at};
    while (out->end < sketch->length && g_ascii_isalnum(sketch->text[out->end]))
        out->end++;
    return out->end > out->start;
}

/* 1,200 volunteers: the word behind the figure. */
static bool
find_word_after(const ClSketchText *sketch, ClSpan *out)
{
    return next_word(sketch, sketch->figure.end, out) &&
           out->start <= sketch->figure.end + 1 &&
           g_ascii_islower(sketch->text[out->start]) &&
           !is_english_stop(sketch, *out) && !is_taken(sketch, out->start);
}

GArray *
cl_sketch_measures(const ClSketchText *sketch)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(ClSpan));
    ClSpan span;
    find_known(sketch, found);
    if (find_after(sketch, &span))
        g_array_append_val(found, span);
    if (find_word_after(sketch, &span))
        g_array_append_val(found, span);
    if (find_before(sketch, &span))
        g_array_append_val(found, span);
    return found;
}

/* ---- Subjects ---------------------------------------------------------- */

static bool
is_free(const ClSketchText *sketch, ClSpan span, ClSpan measure)
{
    for (size_t at = span.start; at < span.end; at++)
        if (is_taken(sketch, at))
            return false;
    return !cl_span_overlaps(span, measure);
}

/* YU7, Lanting: a capital, and no word that merely starts a sentence. */
static bool
is_name(const ClSketchText *sketch, ClSpan word, ClSpan measure)
{
    return g_ascii_isupper(sketch->text[word.start]) &&
           !is_english_stop(sketch, word) && is_free(sketch, word, measure);
}

/* Lanting Tea: capitalised words in a row are one name. */
static bool
find_latin(const ClSketchText *sketch, ClSpan measure, ClSpan *out)
{
    ClSpan word;
    for (size_t at = 0; next_word(sketch, at, &word); at = word.end) {
        if (!is_name(sketch, word, measure))
            continue;
        *out = word;
        while (next_word(sketch, out->end, &word) &&
               word.start == out->end + 1 && sketch->text[out->end] == ' ' &&
               is_name(sketch, word, measure))
            out->end = word.end;
        return true;
    }
    return false;
}

static bool
find_han(const ClSketchText *sketch, ClSpan measure, ClSpan *out)
{
    for (size_t at = 0; at < sketch->length;) {
        if (!is_noun_char(sketch, at)) {
            at = step(sketch, at);
            continue;
        }
        *out = (ClSpan){at, at};
        while (is_noun_char(sketch, out->end) &&
               count_chars(sketch, *out) < MOST_CHARACTERS &&
               !(out->end >= measure.start && out->end < measure.end))
            out->end = step(sketch, out->end);
        if (count_chars(sketch, *out) >= LEAST_SUBJECT)
            return true;
        at = MAX(out->end, step(sketch, at));
    }
    return false;
}

bool
cl_sketch_subject(const ClSketchText *sketch, ClSpan measure, ClSpan *subject)
{
    return find_latin(sketch, measure, subject) ||
           find_han(sketch, measure, subject);
}
