/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 小米17 Pro卖4999元，Pro Max卖5999元: a variant that stands alone is a model of
 * the series named last, in the sentence, those before it or the title.  One
 * that no list has is somebody else than that model, so that its figures are
 * not taken for the other's; a car's trim is the car itself.
 */
#include "extract/name_words.h"

#include <string.h>

/* ---- Whether it stands alone -------------------------------------------------- */

static bool
is_small_word(const char *cased, size_t start, size_t end)
{
    for (size_t at = start; at < end; at++)
        if (!g_ascii_islower(cased[at]) && cased[at] != '-')
            return false;
    return start < end;
}

/* The, Its: the first word of a sentence has a capital anyway. */
static bool
is_article(const Search *search, size_t start, size_t end)
{
    static const char its[] = "its";
    const size_t length = end - start;
    return cl_rule_set_is_light(search->run->rules, search->text + start,
                                length) ||
           (length == strlen(its) &&
            memcmp(search->text + start, its, length) == 0);
}

/* the Pro, 四驱的Max, but not MacBook Pro: what is before it is no name. */
bool
search_opens_alone(const Search *search, size_t start)
{
    const char *cased = search->passage->text.cased->str;
    if (start == 0 || cased[start - 1] != ' ')
        return start == 0 || !g_ascii_isalnum(cased[start - 1]);
    size_t word = start - 1;
    while (word > 0 && cased[word - 1] != ' ')
        word--;
    return g_ascii_ispunct(cased[start - 2]) || (cased[start - 2] & 0x80) ||
           is_small_word(cased, word, start - 1) ||
           is_article(search, word, start - 1);
}

/* Air 3, Pro系列: more than one word of a name, or more than one model; a figure
   may follow (Pro 6,300 mAh). */
static bool
ends_alone(const Search *search, size_t end)
{
    const char *behind = search->passage->text.cased->str + end;
    const ClQuantity *figure = name_quantity_at(search, end + 1);
    static const char *const more[] = {"系列", " series", " line", " models"};
    for (size_t i = 0; i < G_N_ELEMENTS(more); i++)
        if (g_str_has_prefix(behind, more[i]))
            return false;
    return *behind != '-' &&
           ((figure && figure->unit) ||
            !(*behind == ' ' &&
              (g_ascii_isdigit(behind[1]) || g_ascii_isupper(behind[1]))));
}

static bool
stands_alone(const Search *search, ClSpan span)
{
    const GString *cased = search->passage->text.cased;
    const char *word = cased->str + span.start;
    return (!g_ascii_isalpha(*word) || g_ascii_isupper(*word)) &&
           search_opens_alone(search, span.start) &&
           ends_alone(search, span.end);
}

/* ---- Of which model ----------------------------------------------------------- */

/* The last subject of a sentence before this one; UINT32_MAX: none. */
static uint32_t
last_subject(const Search *search, Passage *passage)
{
    const GArray *hits = passage_anchors(search->run, passage);
    for (unsigned i = hits->len; i > 0; i--) {
        const ClHit *hit = &g_array_index(hits, ClHit, i - 1);
        if (hit_has_role(search->run->rules, hit, search->rule_index,
                         CL_ROLE_SUBJECT))
            return hit->term;
    }
    return UINT32_MAX;
}

static uint32_t
find_model(const Search *search, size_t before)
{
    enum { FARTHEST = 5 };
    Extraction *run = search->run;
    const ClHit *subject = search_subject_before(search, before);
    uint32_t model = subject ? subject->term : UINT32_MAX;
    for (int back = 1; model == UINT32_MAX && back <= FARTHEST; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (near && near != search->passage)
            model = last_subject(search, near);
    }
    if (model == UINT32_MAX && run->has_title && search->passage != &run->title)
        model = last_subject(search, &run->title);
    return model;
}

static bool
is_trim(const Search *search, const ClHit *hit)
{
    size_t count;
    const ClTermUse *uses = cl_rule_set_uses_of(search->run->rules, hit->term,
                                                search->rule_index, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_VARIANT &&
            uses[i].option == CL_VARIANT_TRIM)
            return true;
    return false;
}

void
search_add_subject(Search *search, ClHit hit)
{
    g_array_insert_val(search->subjects,
                       search_behind(search->subjects, hit.span.start), hit);
    g_array_insert_val(search->own, search_behind(search->own, hit.span.start),
                       hit);
}

static bool
is_of_subject(const Search *search, ClSpan span)
{
    for (unsigned i = search_from(search->subjects, span.start);
         i < search->subjects->len; i++)
        if (cl_span_overlaps(g_array_index(search->subjects, ClHit, i).span,
                             span))
            return true;
    return false;
}

/* Whether it names somebody else; a subject of the rule is added. */
static bool
names_other(Search *search, ClHit hit)
{
    if (is_of_subject(search, hit.span) || !stands_alone(search, hit.span))
        return false;
    const uint32_t model = find_model(search, hit.span.start);
    if (model == UINT32_MAX)
        return false;
    const bool trim = is_trim(search, &hit);
    if (cl_term_model(model))
        return !trim;
    hit.term = cl_rule_set_sibling(search->run->rules, search->rule_index,
                                   model, hit.term);
    if (hit.term == UINT32_MAX)
        return !trim;
    search_add_subject(search, hit);
    return false;
}

void
search_find_siblings(Search *search)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < search->variants->len; i++) {
        const ClHit hit = g_array_index(search->variants, ClHit, i);
        if (names_other(search, hit))
            g_array_index(search->variants, ClHit, kept++) = hit;
    }
    g_array_set_size(search->variants, kept);
}
