/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands at a place of a sentence: a listed word, a hit, a time, and what
 * shows that what stands before it is a name.
 */
#include "extract/name_words.h"

#include "extract/ordinary.h"

#include <string.h>

/* ---- Words ---------------------------------------------------------------- */

bool
name_letter_at(const Search *search, size_t at)
{
    return at < search->length && g_ascii_isalnum(search->text[at]);
}

bool
name_han_at(const Search *search, size_t at)
{
    return at < search->length &&
           cl_char_is_han(g_utf8_get_char(search->text + at));
}

/* A Latin word stands between what are no letters. */
size_t
name_match_word(const Search *search, size_t at, const char *word)
{
    const size_t length = strlen(word);
    if (at + length > search->length ||
        memcmp(search->text + at, word, length) != 0)
        return 0;
    const bool latin = g_ascii_isalpha(*word);
    if (latin && ((at > 0 && name_letter_at(search, at - 1)) ||
                  name_letter_at(search, at + length)))
        return 0;
    return at + length;
}

size_t
search_word_at(const Search *search, size_t at, ClNameWords kind)
{
    unsigned number = 0;
    const char *word = NULL;
    size_t end = 0;
    while (at < search->length && !end &&
           (word = cl_rule_set_name_like(search->run->rules, kind,
                                         search->text + at, &number)))
        end = name_match_word(search, at, word);
    return end;
}

size_t
name_find_word(const Search *search, ClSpan span, ClNameWords kind)
{
    for (size_t at = span.start; at < span.end;
         at = (size_t)(g_utf8_next_char(search->text + at) - search->text)) {
        const size_t end = search_word_at(search, at, kind);
        if (end && end <= span.end)
            return end;
    }
    return 0;
}

/* Whether a word that every rule knows, or this one does, is in a span. */
bool
name_has_hit(const Search *search, ClSpan span)
{
    for (unsigned i = search_from(search->hits, span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (!cl_span_overlaps(hit->span, span))
            continue;
        for (ClRole role = 0; role <= CL_ROLE_LAST; role++)
            if (role != CL_ROLE_VARIANT && role != CL_ROLE_FAMILY &&
                hit_has_role(search->run->rules, hit, search->rule_index, role))
                return true;
    }
    return false;
}

/** The hit with a role that begins at a byte, the longest; or NULL. */
const ClHit *
name_hit_at(const Search *search, size_t at, ClRole role)
{
    for (unsigned i = search_from(search->hits, at); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > at)
            break;
        if (hit->span.start == at &&
            hit_has_role(search->run->rules, hit, search->rule_index, role))
            return hit;
    }
    return NULL;
}

const ClTime *
name_time_over(const Search *search, ClSpan span)
{
    const GArray *times = passage_times(search->run, search->passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (cl_span_overlaps(time->span, span))
            return time;
    }
    return NULL;
}

/* Where the first word of a speaker within a span ends, or 0. */
size_t
name_find_speech(const Search *search, ClSpan span)
{
    const ClHit *hit = search_role_within(search, span, 0, CL_ROLE_SPEECH);
    return hit ? hit->span.end : 0;
}

/* 雷军表示, Tim Cook said: nobody's figures.  称其门店, said it had: his own. */
bool
name_only_speaks(const Search *search, ClSpan behind)
{
    size_t end = name_find_speech(search, behind);
    if (!end)
        end = name_find_word(search, behind, CL_NAMES_EXPECTS);
    if (!end)
        return false;
    return !(g_str_has_prefix(search->text + end, " it") ||
             g_str_has_prefix(search->text + end, "其"));
}

const ClQuantity *
name_quantity_at(const Search *search, size_t at)
{
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->span.start == at)
            return quantity;
    }
    return NULL;
}

/* 有9914家: what is had is a figure. */
static bool
has_figure(const Search *search, size_t at)
{
    return g_str_has_prefix(search->text + at, "有") &&
           name_quantity_at(search, at + strlen("有"));
}

/* 魅族22电池: the number of a model counts nothing. */
static bool
has_model_number(const Search *search, size_t at)
{
    const ClQuantity *quantity = name_quantity_at(search, at);
    size_t end = at;
    while (end < search->length && g_ascii_isdigit(search->text[end]))
        end++;
    return end > at && (!quantity || !quantity->unit) &&
           (name_hit_at(search, end, CL_ROLE_MEASURE) ||
            (end + 1 < search->length && search->text[end] == ' ' &&
             g_ascii_isalpha(search->text[end + 1])));
}

static bool
is_place_at(const Search *search, size_t at)
{
    size_t count = 0;
    const ClHit *hit = name_hit_at(search, at, CL_ROLE_SHARED);
    const ClTermUse *use =
        hit ? cl_rule_set_uses(search->run->rules, hit->term, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (use[i].role == CL_ROLE_SHARED && use[i].facet == CL_FACET_REGION)
            return true;
    return false;
}

bool
name_is_counted(const Search *search, ClSpan head)
{
    for (unsigned i = 0; i < search->quantities->len; i++)
        if (cl_span_overlaps(
                g_array_index(search->quantities, ClQuantity, i).span, head))
            return true;
    return false;
}

/* 则 sets against who is named before it; in 准则 it does not. */
static bool
is_contrast_at(const Search *search, size_t at)
{
    const char *text = search->text;
    const size_t end = search_word_at(search, at, CL_NAMES_CONTRASTS);
    if (!end || at == 0)
        return end;
    const size_t before = (size_t)(g_utf8_prev_char(text + at) - text);
    return !name_is_ordinary(search, (ClSpan){before, end});
}

/* What shows that what stands before is a name: a time, a place, what only a
   company does, its 的, its number. */
bool
name_is_shown(const Search *search, size_t at)
{
    const ClTime *time = name_time_over(search, (ClSpan){at, at + 1});
    return (time && time->span.start == at && time->kind != CL_TIME_WINDOW) ||
           search_word_at(search, at, CL_NAMES_ACTS) ||
           is_contrast_at(search, at) || has_figure(search, at) ||
           has_model_number(search, at) || is_place_at(search, at) ||
           (g_str_has_prefix(search->text + at, "的") &&
            name_hit_at(search, at + strlen("的"), CL_ROLE_MEASURE));
}

bool
name_is_ordinary(const Search *search, ClSpan span)
{
    return cl_is_ordinary(search->text + span.start, span.end - span.start);
}

bool
name_is_place(const Search *search, ClSpan head)
{
    enum { LONG_HEAD = 9 };
    const char *text = search->text;
    const char *last = g_utf8_prev_char(text + head.end);
    return head.end - head.start >= LONG_HEAD &&
           search_word_at(search, (size_t)(last - text), CL_NAMES_INSIDES);
}
