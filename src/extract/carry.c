/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The subject that is carried on from the sentences before or the title.  A
 * name the rule does not know ends what carries, and so does a heading.
 */
#include "extract/search.h"

#include <string.h>

typedef enum { HAS_NONE, HAS_SUBJECT, HAS_PRODUCT, HAS_ANOTHER } Offer;

/* P7, SU7 Ultra: nobody's company. */
static bool
is_coded(const Search *search, ClSpan name)
{
    bool digit = false;
    for (size_t at = name.start; at < name.end; at++) {
        digit |= g_ascii_isdigit(search->text[at]);
        if (search->text[at] & 0x80)
            return false;
    }
    return digit;
}

/* What a sentence before, or the title, offers: its last subject.  One on two
   companies offers neither if it is the title, or not beside the figure's. */
static Offer
look_into(const Search *search, Passage *passage, bool far, Binding *binding)
{
    Search other;
    ClSpan name;
    const Known known = {.subject = UINT32_MAX,
                         .title = search_title(search),
                         .carried = true,
                         .past = true};
    search_init(&other, search->run);
    search_start(&other, passage, search->index, search->rule_index);
    Offer offer = HAS_NONE;
    if ((far || passage == &search->run->title) &&
        search_names_several(&other)) {
        offer = HAS_ANOTHER;
    } else if (other.subjects->len) {
        const ClHit *lender = house_lender(&other);
        if (lender)
            binding->subject_term = lender->term;
        offer = lender ? HAS_SUBJECT : HAS_NONE;
    } else if (search_other_name(&other, (ClSpan){0, other.length}, &known,
                                 &name)) {
        offer = is_coded(&other, name) ? HAS_PRODUCT : HAS_ANOTHER;
    }
    search_clear(&other);
    return offer;
}

/* Behind 这家 stands what it is, and perhaps where: 这家重庆公司. */
static bool
tells_kind(const Search *search, size_t from)
{
    enum { FARTHEST_KIND = 12 };
    for (size_t at = from; at <= from + FARTHEST_KIND && at < search->length;
         at++)
        if (search_word_at(search, at, CL_NAMES_KINDS) ||
            search_word_at(search, at, CL_NAMES_TRADES))
            return true;
    return false;
}

static bool
has_this_one(const Search *search)
{
    for (size_t at = 0; at < search->length; at++) {
        const size_t end = search_word_at(search, at, CL_NAMES_THIS_ONE);
        if (end && tells_kind(search, end))
            return true;
    }
    return false;
}

/* 该公司, this SUV: what stands for a subject says that it still holds. */
static bool
has_stand_in(const Search *search)
{
    for (unsigned i = 0; i < search->hits->len; i++)
        if (hit_has_role(search->run->rules,
                         &g_array_index(search->hits, ClHit, i), 0,
                         CL_ROLE_STAND_IN))
            return true;
    return has_this_one(search);
}

static bool
ends_as_sentence(const char *text, ClSpan span)
{
    static const char *const marks[] = {"。", "！", "？", "：", "；", "”",
                                        "」", "…",  ".",  "!",  "?",  ":",
                                        ";",  "\"", ")",  "）"};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        const size_t length = strlen(marks[i]);
        if (span.end - span.start >= length &&
            memcmp(text + span.end - length, marks[i], length) == 0)
            return true;
    }
    return false;
}

/* A heading, or a short line by itself that ends as no sentence does. */
static bool
opens_section(const Search *search, const Passage *passage, int back)
{
    enum { LONGEST = 60 };
    Extraction *run = search->run;
    const ClSpan span = passage->sentence.span;
    const Passage *before = passage_near(run, search->index, -back - 1);
    const Passage *behind = passage_near(run, search->index, 1 - back);
    const unsigned paragraph = passage->sentence.paragraph;
    if (passage->sentence.heading)
        return true;
    if (passage->sentence.cell || span.end - span.start > LONGEST ||
        (before && before->sentence.paragraph == paragraph) ||
        (behind && behind->sentence.paragraph == paragraph))
        return false;
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    return !ends_as_sentence(text, (ClSpan){span.start, MIN(span.end, length)});
}

/* 问：阿里呢？, a heading: what follows is about whom it names, whatever the
   article is about. */
static bool
sets_subject(const Search *search, Passage *passage, int back)
{
    return is_question(search->run, passage) ||
           opens_section(search, passage, back);
}

/* 换个行业，拼多多赚了上千亿: who is named in passing does not own the next
   paragraph.  Another company in the paragraph of the carrier, or as the
   only one of the title, leaves it open whose figures come next. */
static bool
is_disputed(const Search *search,
            Passage *carrier,
            int back,
            const Binding *binding)
{
    Extraction *run = search->run;
    Binding other = *binding;
    if (run->has_title && !has_stand_in(search) &&
        !sets_subject(search, carrier, back) &&
        look_into(search, &run->title, true, &other) == HAS_SUBJECT &&
        !search_same_entity(search, binding->subject_term, other.subject_term))
        return true;
    for (;; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (!near || near->sentence.paragraph != carrier->sentence.paragraph)
            return false;
        const Offer offer = look_into(search, near, true, &other);
        if (offer == HAS_ANOTHER ||
            (offer == HAS_SUBJECT &&
             !search_same_entity(search, binding->subject_term,
                                 other.subject_term)))
            return true;
    }
}

/* The rule follows who an article is about, not only the sentence before. */
bool
search_is_far_carried(const Search *search)
{
    return search->rule->carry > 1 && search_is_of_list(search);
}

/* For how many sentences the subject of another one holds. */
static int
reach_of(const Search *search)
{
    enum { OF_STAND_IN = 5 };
    const int reach = (int)subject_reach(search->rule);
    return has_stand_in(search) ? MAX(reach, OF_STAND_IN) : reach;
}

static Passage *
take_title(const Search *search, Binding *binding)
{
    Extraction *run = search->run;
    /* a rule that carries nothing takes no model of a title for its maker */
    return run->has_title && subject_reach(search->rule) > 0 &&
                   look_into(search, &run->title, true, binding) == HAS_SUBJECT
               ? &run->title
               : NULL;
}

/* 2楼：: somebody else begins to write. */
static bool
opens_post(const Search *search, const Passage *passage)
{
    static const char *const marks[] = {"楼:", "楼：", "樓:", "樓："};
    size_t length;
    const char *text = cl_article_text(search->run->article, &length);
    size_t at = passage->sentence.span.start;
    const size_t start = at;
    while (at < length && g_ascii_isdigit(text[at]))
        at++;
    for (size_t i = 0; at > start && i < G_N_ELEMENTS(marks); i++)
        if (length - at >= strlen(marks[i]) &&
            memcmp(text + at, marks[i], strlen(marks[i])) == 0)
            return true;
    return false;
}

static Passage *
carry_subject(const Search *search, Binding *binding)
{
    enum { NEAR = 5 };
    Extraction *run = search->run;
    const bool posted = opens_post(search, search->passage);
    const int reach = posted && !has_stand_in(search) ? 0 : reach_of(search);
    int ends = 0; /* of whole sentences on the way */
    for (int back = 1; reach && back <= FARTHEST_SUBJECT; back++) {
        Passage *near = passage_near(run, search->index, -back);
        ends += !near || !passage_goes_on(run, near);
        if (ends > reach)
            break;
        const Offer offer =
            near ? look_into(search, near, back > 1, binding) : HAS_NONE;
        /* what comes under another heading is another company's */
        if (offer == HAS_NONE && near && search_is_of_list(search) &&
            (opens_section(search, near, back) || opens_post(search, near)))
            break;
        if (offer == HAS_NONE)
            continue;
        const bool elsewhere =
            near->sentence.paragraph != search->passage->sentence.paragraph;
        /* a product there says nothing of whose figures are here */
        if (offer >= HAS_PRODUCT && elsewhere && search_is_far_carried(search))
            break;
        if (offer >= HAS_PRODUCT)
            return NULL;
        if (!elsewhere || !search_is_of_list(search) ||
            !is_disputed(search, near, back, binding))
            return near;
        /* who was named so long ago does not unseat whom the title names */
        if (ends <= NEAR)
            return NULL;
        break;
    }
    return take_title(search, binding);
}

/* Whose article it is, by its title. */
static bool
is_titled(const Search *search, const Binding *binding)
{
    Extraction *run = search->run;
    Binding other = *binding;
    return run->has_title &&
           look_into(search, &run->title, true, &other) == HAS_SUBJECT &&
           search_same_entity(search, binding->subject_term,
                              other.subject_term);
}

void
search_take_carried(Search *search, Binding *binding)
{
    if (!search->carried) {
        search->carrier = carry_subject(search, binding);
        search->carried_term = binding->subject_term;
        search->carried_titled = search->carrier && is_titled(search, binding);
        search->carried = true;
    }
    binding->subject_passage = search->carrier;
    binding->subject_term = search->carried_term;
    binding->titled = search->carried_titled;
}
