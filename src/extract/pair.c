/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 远山和星河都开得快，前者收入3亿元，后者2亿元: which of the two that were named
 * last side by side a figure is of.  Of one or of three that is nobody's.
 */
#include "extract/search.h"

/* The two entities of a sentence before a byte, in order. */
typedef struct {
    ClHit first, second;
    unsigned count; /* of entities; above 2: too many */
} Pair;

static Pair
find_pair(const Search *search, size_t before)
{
    Pair pair = {.count = 0};
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start >= before)
            break;
        if (pair.count == 0) {
            pair = (Pair){*hit, *hit, 1};
        } else if (!search_same_entity(search, hit->term, pair.first.term) &&
                   (pair.count == 1 ||
                    !search_same_entity(search, hit->term, pair.second.term))) {
            pair.count++;
            pair.second = *hit;
        }
    }
    return pair;
}

/* The word that a figure's owner is called by, behind every name of one. */
static const Name *
find_word(Search *search, size_t anchor)
{
    const GArray *names = search_names(search);
    const ClHit *subject = search_subject_before(search, anchor);
    for (unsigned i = names->len; i > 0; i--) {
        const Name *name = &g_array_index(names, Name, i - 1);
        if (name->span.start >= anchor)
            continue;
        const bool says =
            name->kind == NAME_FORMER || name->kind == NAME_LATTER;
        return says && (!subject || subject->span.end <= name->span.start)
                   ? name
                   : NULL;
    }
    return NULL;
}

static void
take_one(const Pair *pair, const Name *word, Passage *from, Binding *binding)
{
    const ClHit *hit = word->kind == NAME_FORMER ? &pair->first : &pair->second;
    binding->subject = from ? (ClSpan){0, 0} : hit->span;
    binding->subject_term = hit->term;
    binding->subject_passage = from;
}

/* The last sentence before that names anybody names both. */
static bool
take_from_before(const Search *search, const Name *word, Binding *binding)
{
    enum { FARTHEST = 4 };
    for (int back = 1; back <= FARTHEST; back++) {
        Passage *near = passage_near(search->run, search->index, -back);
        if (!near)
            continue;
        Search other;
        search_init(&other, search->run);
        search_start(&other, near, search->index, search->rule_index);
        const Pair pair = find_pair(&other, SIZE_MAX);
        search_clear(&other);
        if (pair.count == 2)
            take_one(&pair, word, near, binding);
        if (pair.count)
            return pair.count == 2;
    }
    return false;
}

bool
take_of_pair(Search *search, size_t anchor, Binding *binding)
{
    const Name *word =
        search_is_of_list(search) ? find_word(search, anchor) : NULL;
    if (!word)
        return false;
    const Pair pair = find_pair(search, word->span.start);
    if (pair.count == 2)
        take_one(&pair, word, NULL, binding);
    return pair.count ? pair.count == 2
                      : take_from_before(search, word, binding);
}
