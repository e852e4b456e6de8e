/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which rules a sentence may answer: those with a measure in it and a subject
 * within reach.  Words are looked at before any figure is read, and subjects
 * lead to rules, so that the cost does not grow with the number of rules that
 * share a measure.
 */
#include "extract/private.h"

#include <string.h>

enum {
    ROLE_SUBJECT =
        1 << CL_ROLE_SUBJECT | 1 << CL_ROLE_SHORT | 1 << CL_ROLE_FAMILY,
    ROLE_MEASURE = 1 << CL_ROLE_MEASURE,
    ROLE_STAND_IN = 1 << CL_ROLE_STAND_IN
};

static unsigned
reach_of(unsigned carry)
{
    enum { FAR = 5 };
    return carry < FAR ? carry : FARTHEST_SUBJECT;
}

unsigned
subject_reach(const ClRule *rule)
{
    return reach_of(rule->carry);
}

typedef struct {
    Extraction *run;
    const GArray *hits; /* of the sentence */
    bool stands_in;     /* one of them stands for a subject before */
    bool any;           /* one will do */
    bool far;           /* only rules that follow whom an article is about */
    GArray *out;        /* of uint32_t */
} Candidates;

static int
compare_ids(const void *a, const void *b)
{
    const uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    return (i > j) - (i < j);
}

/* Each once, in order; none that is off. */
static void
tidy(const Extraction *run, GArray *ids)
{
    unsigned kept = 0;
    uint32_t *list = (uint32_t *)(void *)ids->data;
    g_array_sort(ids, compare_ids);
    for (unsigned i = 0; i < ids->len; i++)
        if ((kept == 0 || list[kept - 1] != list[i]) && !is_off(run, list[i]))
            list[kept++] = list[i];
    g_array_set_size(ids, kept);
}

/* Nothing more need be found. */
static bool
is_enough(const Candidates *candidates)
{
    return candidates->any && candidates->out->len > 0;
}

/* The X9, for 4999 yuan: a figure of the rule may need none. */
static bool
has_measure(const Candidates *candidates, uint32_t rule)
{
    const ClRule *asked = cl_rule_set_get(candidates->run->rules, rule);
    if (asked->unsaid->len || asked->slips || asked->telling)
        return true;
    for (unsigned i = 0; i < candidates->hits->len; i++)
        if (hit_has_role(candidates->run->rules,
                         &g_array_index(candidates->hits, ClHit, i), rule,
                         CL_ROLE_MEASURE))
            return true;
    return false;
}

/* A subject `back` sentences before, or of the title (back 0), lends itself
   to rules that let it carry so far. */
static void
take_subject(const Candidates *candidates, uint32_t term, unsigned back)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(candidates->run->rules, term, &count);
    for (size_t i = 0; i < count; i++) {
        if (!(ROLE_SUBJECT >> uses[i].role & 1))
            continue;
        const ClRule *rule =
            cl_rule_set_get(candidates->run->rules, uses[i].rule);
        if ((back <= subject_reach(rule) || candidates->stands_in) &&
            (!candidates->far || rule->carry > 1) &&
            has_measure(candidates, uses[i].rule))
            g_array_append_val(candidates->out, uses[i].rule);
    }
}

static void
take_subjects(const Candidates *candidates, Passage *passage, unsigned back)
{
    if (!(gate_roles(candidates->run, passage) & ROLE_SUBJECT))
        return;
    const GArray *hits = gate_words(candidates->run, passage);
    for (unsigned i = 0; i < hits->len && !is_enough(candidates); i++) {
        const uint32_t term = g_array_index(hits, ClHit, i).term;
        if (cl_rule_set_roles(candidates->run->rules, term) & ROLE_SUBJECT)
            take_subject(candidates, term, back);
    }
}

/* 玄戒研发：做了四年 has no other measure than its subject. */
static void
take_own_measures(const Candidates *candidates, const ClHit *hit)
{
    size_t count;
    if (!(cl_rule_set_roles(candidates->run->rules, hit->term) & ROLE_SUBJECT))
        return;
    const ClTermUse *uses =
        cl_rule_set_uses(candidates->run->rules, hit->term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_SUBJECT &&
            cl_rule_set_get(candidates->run->rules, uses[i].rule)
                ->subject_is_measure)
            g_array_append_val(candidates->out, uses[i].rule);
}

/* vivo以810万部居首: what it counts may stand in a sentence before. */
static void
take_echoes(const Candidates *candidates, size_t index)
{
    enum { BEFORE = 5 };
    Extraction *run = candidates->run;
    for (int back = 1; back <= BEFORE && !is_enough(candidates); back++) {
        Passage *near = passage_near(run, index, -back);
        if (!near)
            return;
        if (!(gate_roles(run, near) & ROLE_MEASURE))
            continue;
        const Candidates before = {.run = run,
                                   .hits = gate_words(run, near),
                                   .any = candidates->any,
                                   .out = candidates->out};
        take_subjects(&before, passage_near(run, index, 0), 0);
    }
}

/* 半年前是46,479家: what the sentence before spoke of, of another time. */
static void
take_series(const Candidates *candidates, size_t index)
{
    Extraction *run = candidates->run;
    const Passage *own = passage_near(run, index, 0);
    Passage *near = passage_near(run, index, -1);
    if (!near || near->sentence.paragraph != own->sentence.paragraph ||
        !(gate_roles(run, near) & ROLE_MEASURE))
        return;
    const Candidates before = {.run = run,
                               .hits = gate_words(run, near),
                               .any = candidates->any,
                               .out = candidates->out};
    take_subjects(&before, near, 0);
}

/* Rules of a word by whose figures the parts of a list are told. */
static void
take_lists_of(const Candidates *candidates, uint32_t term)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(candidates->run->rules, term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_MEASURE &&
            cl_rule_set_get(candidates->run->rules, uses[i].rule)->listed ==
                CL_LISTED_NAMES)
            g_array_append_val(candidates->out, uses[i].rule);
}

/* 手机收入455亿元；互联网服务91亿元: what the list is of, its first entry says. */
static void
take_lists(const Candidates *candidates, size_t index)
{
    enum { BEFORE = 4 };
    Passage *own = passage_near(candidates->run, index, 0);
    for (int back = 1; back <= BEFORE; back++) {
        if (!passage_follows_semicolon(candidates->run, own))
            return;
        own = passage_near(candidates->run, index, -back);
        if (!own)
            return;
        if (!(gate_roles(candidates->run, own) & ROLE_MEASURE))
            continue;
        const GArray *hits = gate_words(candidates->run, own);
        for (unsigned i = 0; i < hits->len; i++)
            take_lists_of(candidates, g_array_index(hits, ClHit, i).term);
    }
}

/* To tell that one of the two is missing. */
static void
take_halves(const Candidates *candidates)
{
    for (unsigned i = 0; i < candidates->hits->len; i++) {
        size_t count;
        const ClTermUse *uses = cl_rule_set_uses(
            candidates->run->rules,
            g_array_index(candidates->hits, ClHit, i).term, &count);
        for (size_t j = 0; j < count; j++)
            if (uses[j].role == CL_ROLE_SUBJECT ||
                uses[j].role == CL_ROLE_MEASURE)
                g_array_append_val(candidates->out, uses[j].rule);
    }
}

static void
take_carried(const Candidates *candidates, size_t index, bool titled)
{
    Extraction *run = candidates->run;
    const int farthest = gate_farthest_subject(run, index);
    const unsigned most =
        candidates->stands_in
            ? FARTHEST_SUBJECT
            : reach_of(cl_rule_set_farthest_carry(run->rules));
    unsigned ends = 0; /* of whole sentences on the way */
    for (int back = 1;
         back <= farthest && ends <= most && !is_enough(candidates); back++) {
        Passage *near = passage_near(run, index, -back);
        ends += !near || !passage_goes_on(run, near);
        /* a table's cell lends nothing, what stands before it may */
        if (near && ends <= most && gate_roles(run, near) & ROLE_SUBJECT)
            take_subjects(candidates, near, ends);
    }
    if (run->has_title && titled)
        take_subjects(candidates, &run->title, 0);
}

/* How far back an article's topic may stand. */
enum { FARTHEST_TOPIC = 6 };

/* 2,800, 8011 or 18882, but no year. */
static bool
has_long_number(const char *text, size_t at, size_t end)
{
    enum { LONG = 4 };
    size_t digits = 0, first = at;
    bool grouped = false;
    for (; at < end; at++) {
        if (g_ascii_isdigit(text[at])) {
            first = digits++ ? first : at;
            grouped &= digits > 1;
        } else if (text[at] == ',') {
            grouped = digits > 0;
        } else {
            digits = 0;
        }
        if (digits > LONG ||
            (digits == LONG && (grouped || !strchr("12", text[first]))))
            return true;
    }
    return false;
}

/* In the article's own bytes, for what names nothing is seldom worth folding:
   whether a figure may be of thousands and more. */
static bool
tells_amount(const Extraction *run, const Passage *passage)
{
    static const char *const scales[] = {"万", "萬",     "亿",      "億",
                                         "兆", "illion", "thousand"};
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    const size_t start = passage->sentence.span.start;
    const size_t end = MIN(passage->sentence.span.end, length);
    if (start >= end)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(scales); i++)
        if (g_strstr_len(text + start, (gssize)(end - start), scales[i]))
            return true;
    return has_long_number(text, start, end);
}

/* October came in at 40,000: of whom the article is about, and of what the
   sentences before measured. */
static void
take_topics(const Candidates *candidates, size_t index)
{
    Extraction *run = candidates->run;
    if (cl_rule_set_farthest_carry(run->rules) <= 1 ||
        !tells_amount(run, passage_near(run, index, 0)))
        return;
    for (int back = 1; back <= FARTHEST_TOPIC; back++) {
        Passage *near = passage_near(run, index, -back);
        if (!near || is_enough(candidates))
            return;
        if (!(gate_roles(run, near) & ROLE_MEASURE))
            continue;
        const Candidates before = {.run = run,
                                   .hits = gate_words(run, near),
                                   .far = true,
                                   .any = candidates->any,
                                   .out = candidates->out};
        take_carried(&before, index, true);
    }
}

/* 三百家。" 远山的高管说: the sentence behind a quotation may name who speaks. */
static bool
ends_quotation(Extraction *run, const Passage *passage)
{
    enum { MARKS = 4, WIDE = 3 };
    static const char *const wide[] = {"”", "」", "』"};
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    const ClSpan span = passage->sentence.span;
    const size_t end = MIN(span.end, length);
    size_t at = span.end - span.start > MARKS ? span.end - MARKS : span.start;
    for (; at < end; at++) {
        if (text[at] == '"')
            return true;
        for (size_t i = 0; at + WIDE <= end && i < G_N_ELEMENTS(wide); i++)
            if (memcmp(text + at, wide[i], WIDE) == 0)
                return true;
    }
    return false;
}

static void
take_next(const Candidates *candidates, size_t index)
{
    Extraction *run = candidates->run;
    Passage *next = passage_near(run, index, 1);
    if (next && ends_quotation(run, passage_near(run, index, 0)))
        take_subjects(candidates, next, 0);
}

GArray *
find_asked_rules(Extraction *run, Passage *question)
{
    const Candidates candidates = {
        .run = run,
        .hits = gate_words(run, question),
        .out = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
    };
    take_subjects(&candidates, question, 0);
    tidy(run, candidates.out);
    return candidates.out;
}

static void
take_all(Candidates *candidates, size_t index)
{
    Extraction *run = candidates->run;
    Passage *own = passage_near(run, index, 0);
    size_t patterned;
    const uint32_t *wordings = cl_rule_set_patterned(run->rules, &patterned);
    const unsigned roles = gate_roles(run, own);
    candidates->hits = gate_words(run, own);
    candidates->stands_in = roles & ROLE_STAND_IN;
    g_array_append_vals(candidates->out, wordings, (guint)patterned);
    for (unsigned i = 0; i < candidates->hits->len; i++)
        take_own_measures(candidates,
                          &g_array_index(candidates->hits, ClHit, i));
    const bool named = roles & ROLE_SUBJECT;
    if (named)
        take_echoes(candidates, index);
    else
        take_series(candidates, index);
    if (is_enough(candidates))
        return;
    if (!named)
        take_topics(candidates, index);
    take_lists(candidates, index);
    const bool measured = roles & ROLE_MEASURE;
    if (run->trace) {
        take_halves(candidates);
        take_carried(candidates, index, false);
    } else if (measured || cl_rule_set_leaves_unsaid(run->rules)) {
        take_subjects(candidates, own, 0);
        take_carried(candidates, index,
                     measured || cl_rule_set_slips(candidates->run->rules));
        if (measured)
            take_next(candidates, index);
    }
}

GArray *
find_candidates(Extraction *run, size_t index)
{
    Candidates candidates = {
        .run = run,
        .out = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
    };
    take_all(&candidates, index);
    tidy(run, candidates.out);
    return candidates.out;
}

bool
has_candidates(Extraction *run, size_t index)
{
    Candidates candidates = {
        .run = run,
        .any = run->rules_off == 0, /* else it may be one that is off */
        .out = run->found,
    };
    g_array_set_size(run->found, 0);
    take_all(&candidates, index);
    tidy(run, candidates.out);
    return candidates.out->len > 0;
}
