/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The noun phrase that a clause in Han opens with, where it is no bare name:
 * 同城房企禾木, 做生鲜的禾木, 远山供应商禾木, 禾木董事长林澈.  A trade, a clause
 * put before it or somebody's office show that it speaks of another company
 * than the one before; whose name it is need not be known.
 */
#include "extract/name_words.h"

#include <string.h>

/* What ends a phrase: firm where only the subject of what follows can stand
   before it, loose where an adverb may too (a comma, who speaks). */
typedef enum {
    END_NONE,
    END_LOOSE,
    END_FIRM,
    END_MEASURE,
    END_OWNED, /* 的, a measure */
    END_SIDE,
    END_FIGURE,
} End;

typedef struct {
    ClSpan clause, all; /* all: behind the subject that is known, if any */
    ClSpan head;        /* what stands behind the last 的, or all */
    End end;
    size_t next; /* where to look for another end */
    bool owned;  /* the rule's own subject stands before it */
    bool beside; /* and 与, 被 or the like before that */
} Phrase;

static size_t
next_at(const Search *search, size_t at)
{
    return (size_t)(g_utf8_next_char(search->text + at) - search->text);
}

/* ---- Where it ends ------------------------------------------------------------ */

/* A figure stands near behind a byte. */
static bool
leads_to_figure(const Search *search, size_t at)
{
    enum { NEAR = 12 };
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->unit && quantity->span.start >= at)
            return quantity->span.start <= at + NEAR;
    }
    return false;
}

/* A measure of the rule's, or one of another with its figure: in 电池厂去年
   nothing is measured. */
static bool
is_measure_at(const Search *search, size_t at)
{
    if (search_word_at(search, at, CL_NAMES_TRADES) ||
        search_word_at(search, at, CL_NAMES_TAILS))
        return false;
    for (unsigned i = search_from(search->hits, at); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > at)
            break;
        const unsigned roles = cl_rule_set_roles(search->run->rules, hit->term);
        const bool measures =
            roles >> CL_ROLE_MEASURE & 1 || roles >> CL_ROLE_RIVAL & 1;
        if (hit->span.start == at && measures &&
            (hit_has_role(search->run->rules, hit, search->rule_index,
                          CL_ROLE_MEASURE) ||
             leads_to_figure(search, hit->span.end)))
            return true;
    }
    return false;
}

static bool
is_time_at(const Search *search, size_t at)
{
    const ClTime *time = name_time_over(search, (ClSpan){at, at + 1});
    return time && time->span.start == at && time->kind != CL_TIME_WINDOW;
}

static End
end_at(const Search *search, size_t at)
{
    static const char of[] = "的";
    const bool owned = g_str_has_prefix(search->text + at, of);
    if (search_word_at(search, at, CL_NAMES_SIDES))
        return END_SIDE;
    if (is_measure_at(search, owned ? at + strlen(of) : at))
        return owned ? END_OWNED : END_MEASURE;
    if (is_time_at(search, at) || search_word_at(search, at, CL_NAMES_ACTS) ||
        search_word_at(search, at, CL_NAMES_CONTRASTS))
        return END_FIRM;
    return name_hit_at(search, at, CL_ROLE_SPEECH) ||
                   search_word_at(search, at, CL_NAMES_STATES)
               ? END_LOOSE
               : END_NONE;
}

static bool
has_han(const Search *search, ClSpan span)
{
    for (size_t at = span.start; at < span.end; at = next_at(search, at))
        if (name_han_at(search, at))
            return true;
    return false;
}

static bool
is_in_phrase(const Search *search, size_t at)
{
    return name_han_at(search, at) || name_letter_at(search, at) ||
           search->text[at] == ' ';
}

/* Places behind a name (禾木全球) are none of it. */
static void
cut_places(const Search *search, Phrase *phrase)
{
    for (unsigned i = search_from(search->hits, phrase->all.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.end == phrase->all.end &&
            hit->span.start > phrase->all.start &&
            hit_has_role(search->run->rules, hit, 0, CL_ROLE_SHARED))
            phrase->all.end = hit->span.start;
    }
}

/* 酒店 is one word, though 店 is a measure. */
static size_t
word_end(const Search *search, size_t at)
{
    const size_t trade = search_word_at(search, at, CL_NAMES_TRADES);
    const size_t tail = search_word_at(search, at, CL_NAMES_TAILS);
    return trade || tail ? MAX(trade, tail) : next_at(search, at);
}

/* The next end of the phrase from a byte on. */
static bool
find_end(const Search *search, Phrase *phrase)
{
    size_t at = phrase->next;
    const size_t least = phrase->all.start + SHORTEST_HAN;
    phrase->end = END_NONE;
    if (at >= phrase->clause.end)
        return false;
    for (; at < phrase->clause.end && is_in_phrase(search, at);
         at = word_end(search, at)) {
        const ClQuantity *quantity = name_quantity_at(search, at);
        const bool counts = quantity && quantity->unit;
        phrase->end = counts       ? END_FIGURE
                      : at < least ? END_NONE
                                   : end_at(search, at);
        if (phrase->end)
            break;
    }
    if (!phrase->end && at < phrase->clause.end)
        return false;
    phrase->next = phrase->end ? word_end(search, at) : at;
    phrase->end = phrase->end ? phrase->end : END_LOOSE;
    phrase->all.end = at;
    cut_places(search, phrase);
    return at >= least && has_han(search, phrase->all);
}

/* ---- Its parts ----------------------------------------------------------------- */

/* 与, 被 at the head of a clause or right before a byte. */
static bool
is_led(const Search *search, size_t start, size_t end)
{
    const char *text = search->text;
    const size_t before =
        end > start ? (size_t)(g_utf8_prev_char(text + end) - text) : end;
    return (start < end && search_word_at(search, start, CL_NAMES_LEADS)) ||
           (before < end &&
            search_word_at(search, before, CL_NAMES_LEADS) == end);
}

/* The last subject of the rule in a clause is who the phrase is set beside. */
static void
skip_own(const Search *search, Phrase *phrase)
{
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClSpan span = g_array_index(search->subjects, ClHit, i).span;
        if (!cl_span_contains(phrase->clause, span))
            continue;
        phrase->all.start = span.end;
        phrase->owned = true;
        phrase->beside = is_led(search, phrase->clause.start, span.start);
    }
}

static void
find_head(const Search *search, Phrase *phrase)
{
    static const char of[] = "的";
    phrase->head = phrase->all;
    for (size_t at = phrase->all.start; at < phrase->all.end;
         at = next_at(search, at))
        if (g_str_has_prefix(search->text + at, of) &&
            at + strlen(of) < phrase->all.end)
            phrase->head.start = at + strlen(of);
}

static bool
is_modified(const Phrase *phrase)
{
    return phrase->head.start > phrase->all.start;
}

/* No word in it is known, and it is long enough for a name. */
static bool
is_strange(const Search *search, ClSpan head)
{
    return !name_is_counted(search, head) &&
           head.end >= head.start + SHORTEST_HAN &&
           head.end <= head.start + LONGEST_HAN &&
           name_han_at(search, head.start) && !name_has_hit(search, head) &&
           !name_time_over(search, head) &&
           !name_find_word(search, head, CL_NAMES_COMMON) &&
           !name_is_ordinary(search, head);
}

static bool
opens_with(const Search *search, size_t at, ClNameWords kind)
{
    return search_word_at(search, at, kind) != 0;
}

static bool
names_listed(const Search *search, ClSpan span)
{
    return search_role_within(search, span, search->rule_index, CL_ROLE_NAME) !=
           NULL;
}

/* ---- What shows another ------------------------------------------------------- */

/* 同城房企禾木, 国内一家药企: a trade, with who is of it or which. */
static bool
has_trade(const Search *search, const Phrase *phrase)
{
    const ClSpan head = phrase->head;
    for (size_t at = head.start; at < head.end; at = next_at(search, at)) {
        const size_t end = search_word_at(search, at, CL_NAMES_TRADES);
        if (!end || end > head.end || search_is_own(search, (ClSpan){at, end}))
            continue;
        if (name_find_word(search, (ClSpan){phrase->all.start, at},
                           CL_NAMES_PERSONS))
            return false;
        /* 区域品牌禾木, but not 中国品牌出海 */
        const bool named =
            head.end >= end + SHORTEST_HAN &&
            (!search_word_at(search, at, CL_NAMES_PARTS) ||
             name_opens_unexplained(search, (ClSpan){end, head.end}));
        /* 区域品牌禾木 is another one, 禾木品牌 may be a part of the house */
        const bool told = at >= phrase->all.start + SHORTEST_HAN &&
                          !search_word_at(search, at, CL_NAMES_PARTS);
        if (phrase->owned && !is_modified(phrase) ? named && at == head.start
                                                  : named || told)
            return !names_listed(search, (ClSpan){end, head.end});
    }
    return false;
}

/* 禾木家居: the tail of a company's name behind what no word explains. */
static bool
has_tail(const Search *search, const Phrase *phrase)
{
    const ClSpan head = phrase->head;
    for (size_t at = head.start + SHORTEST_HAN; at < head.end;
         at = next_at(search, at))
        if (search_word_at(search, at, CL_NAMES_TAILS) == head.end &&
            is_strange(search, (ClSpan){head.start, at}))
            return !phrase->owned || is_modified(phrase);
    return false;
}

/* 河北一家叫禾木的, 超市做得更久的 */
static bool
tells_of_one(const Search *search, const Phrase *phrase)
{
    const ClSpan before = {phrase->all.start, phrase->head.start};
    return !name_find_word(search, before, CL_NAMES_DEEDS) &&
           (name_find_word(search, before, CL_NAMES_ONES) ||
            name_find_word(search, before, CL_NAMES_TRADES));
}

/* 做生鲜的, 与远山合作的: only a clause that describes somebody opens so. */
static bool
is_described(const Search *search, const Phrase *phrase)
{
    return is_modified(phrase) &&
           !name_find_word(search, phrase->head, CL_NAMES_ASPECTS) &&
           (opens_with(search, phrase->clause.start, CL_NAMES_RELATIVES) ||
            tells_of_one(search, phrase) || phrase->beside);
}

/* 远山投资的禾木, 与远山合作的禾木; 远山新车的收入 is 远山's. */
static bool
is_apart(const Search *search, const Phrase *phrase)
{
    const ClSpan before = {phrase->all.start, phrase->head.start};
    return is_modified(phrase) &&
           (!phrase->owned || name_find_word(search, before, CL_NAMES_DEEDS) ||
            phrase->beside);
}

/* 本土, 前沿: a word that only begins like one of those. */
static bool
is_other_word(const Search *search, size_t at, size_t end)
{
    static const char *const heads[] = {"本", "前", "原", "副"};
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
        if (end == at + strlen(heads[i]) &&
            g_str_has_prefix(search->text + at, heads[i]))
            return name_is_ordinary(search, (ClSpan){at, next_at(search, end)});
    return false;
}

/* 该药企, but not 其竞争对手. */
static bool
refers_back(const Search *search, size_t at)
{
    static const char of[] = "的";
    size_t end = search_word_at(search, at, CL_NAMES_REFERS);
    if (end && is_other_word(search, at, end))
        return false;
    if (end && g_str_has_prefix(search->text + end, of))
        end += strlen(of);
    return end && !search_word_at(search, end, CL_NAMES_OTHERS);
}

/* 收购了一家药企, 作为一家药企: nobody's subject. */
static bool
is_no_subject(const Search *search, const Phrase *phrase)
{
    return name_find_word(search, phrase->head, CL_NAMES_DEEDS) ||
           opens_with(search, phrase->all.start, CL_NAMES_PREDICATES) ||
           (!(phrase->owned && is_apart(search, phrase)) &&
            refers_back(search, phrase->all.start)) ||
           refers_back(search, phrase->head.start);
}

/* 朗禾仓560家 in a list: no dictionary explains any of it. */
static bool
is_item(const Search *search, const Phrase *phrase)
{
    enum { LONG_HEAD = 9 };
    ClSpan core;
    return phrase->end == END_FIGURE && !phrase->owned &&
           !is_modified(phrase) &&
           phrase->head.end >= phrase->head.start + LONG_HEAD &&
           name_find_core(search, phrase->head, &core) &&
           core.start == phrase->head.start;
}

/* 追赶者朗禾, 刚上市的朗禾电器: characters that no dictionary explains, before a
   firm's tail or where the phrase ends. */
static bool
has_core(const Search *search, const Phrase *phrase)
{
    enum { LONG_HEAD = 9 };
    ClSpan core;
    const ClSpan head = phrase->head;
    const bool modified = is_modified(phrase);
    if (phrase->owned && !is_apart(search, phrase))
        return false;
    if (name_is_firm(search, head) || is_item(search, phrase))
        return true;
    if (phrase->end == END_FIGURE ||
        (phrase->end == END_LOOSE && !phrase->owned &&
         !is_described(search, phrase)))
        return false;
    if (modified && name_opens_unexplained(search, head))
        return true;
    return (modified || head.end >= head.start + LONG_HEAD) &&
           !name_is_place(search, head) && name_find_core(search, head, &core);
}

/* 云计算公司Hemu: a foreign word behind what it is. */
static bool
has_foreign(const Search *search, const Phrase *phrase)
{
    enum { LEAST = 3 };
    size_t at = phrase->head.end;
    while (at > phrase->head.start &&
           (name_letter_at(search, at - 1) || search->text[at - 1] == ' '))
        at--;
    if (phrase->head.end - at < LEAST ||
        search_is_own(search, (ClSpan){at, phrase->head.end}))
        return false;
    return (is_modified(phrase) && at == phrase->head.start) ||
           search_word_before(search, at, CL_NAMES_TRADES) ||
           search_word_before(search, at, CL_NAMES_KINDS);
}

static bool
shows_another(const Search *search, const Phrase *phrase)
{
    enum { LONG_HEAD = 9 };
    const bool led =
        !phrase->owned &&
        opens_with(search, phrase->clause.start, CL_NAMES_LEADS) &&
        !opens_with(search, phrase->clause.start, CL_NAMES_RELATIVES);
    if ((led && !is_modified(phrase)) || is_no_subject(search, phrase))
        return false;
    if (has_core(search, phrase) || has_foreign(search, phrase))
        return true;
    if (led)
        return false;
    if (has_trade(search, phrase) || has_tail(search, phrase))
        return true;
    if (is_modified(phrase) && !phrase->owned && tells_of_one(search, phrase))
        return true;
    if (!is_strange(search, phrase->head))
        return false;
    switch (phrase->end) {
    case END_FIGURE:
        return false;
    case END_SIDE:
        return !name_find_word(search, phrase->head, CL_NAMES_ASPECTS);
    case END_OWNED:
        return search->rule->time == CL_TIME_OF_PERIOD &&
               (!phrase->owned || is_apart(search, phrase)) &&
               !name_find_word(search, phrase->head, CL_NAMES_ASPECTS);
    case END_FIRM:
        return is_apart(search, phrase);
    case END_MEASURE:
        return is_apart(search, phrase) &&
               phrase->head.end >= phrase->head.start + LONG_HEAD;
    default:
        return is_described(search, phrase);
    }
}

/* 禾木董事长林澈: whose office it is. */
static bool
find_office(const Search *search, Phrase *phrase)
{
    for (size_t at = phrase->head.start; at < phrase->head.end;
         at = next_at(search, at)) {
        if (!search_word_at(search, at, CL_NAMES_OFFICES))
            continue;
        phrase->head.end = at;
        return !opens_with(search, phrase->head.start, CL_NAMES_REFERS) &&
               is_strange(search, phrase->head) &&
               !name_find_word(search, phrase->head, CL_NAMES_PARTS);
    }
    return false;
}

bool
name_read_phrase(const Search *search, ClSpan clause, Name *name)
{
    Phrase phrase = {.clause = clause, .all = clause};
    if (clause.start >= clause.end)
        return false;
    skip_own(search, &phrase);
    phrase.next = phrase.all.start;
    for (size_t last = 0; find_end(search, &phrase); last = phrase.all.end) {
        find_head(search, &phrase);
        /* 同样没有上市的禾木称: what describes it has verbs of its own */
        if ((!last || phrase.head.start > last) &&
            (shows_another(search, &phrase) || find_office(search, &phrase))) {
            *name = (Name){phrase.head, NAME_STRANGE, 0};
            return true;
        }
    }
    return false;
}
