/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The facets of a claim: read from the words of its clause, then of its
 * sentence, then of the sentences around it; what stays unsaid is assumed
 * where the rule or the article's date says so, else unknown.
 */
#include "extract/private.h"

#include <stdio.h>
#include <string.h>

/* One binding's surroundings. */
typedef struct {
    Extraction *run;
    const Binding *binding;
    const ClRule *rule;
    ClSpan anchor; /* the quantity */
    ClSpan clause;
} Scene;

/* ---- Words that give an option ------------------------------------------- */

typedef struct {
    const char *option;
    ClSpan words;
    size_t cost;
} Choice;

/* Nearer is better, before better than behind, the clause better than the
   rest of the sentence. */
static size_t
cost_of(const Scene *scene, const char *text, ClSpan words)
{
    size_t cost = distance_between(text, words, scene->anchor);
    if (words.start >= scene->anchor.end)
        cost += 3;
    if (!cl_span_overlaps(scene->clause, words))
        cost += 1000;
    return cost;
}

/* Words of another figure's own clause say nothing of this one; what a rule
   lists itself, a place, a basis or an "if" before it holds on. */
static bool
may_give(const Scene *scene,
         ClSpan words,
         const ClTermUse *use,
         const char *option)
{
    if (cl_span_overlaps(scene->clause, words))
        return true;
    if (words.start > scene->anchor.start)
        return false;
    return use->role == CL_ROLE_FACET || use->facet == CL_FACET_REGION ||
           use->facet == CL_FACET_BASIS || use->facet == CL_FACET_DEFINITION ||
           strcmp(option, "hypothetical") == 0;
}

/* An option word inside a longer one of the rule is not said, 订单 in
   意向订单, nor a shared one that the rule has taken for itself. */
static bool
is_covered(const Scene *scene,
           const GArray *hits,
           const ClHit *hit,
           bool shared)
{
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *other = &g_array_index(hits, ClHit, i);
        if (other->span.start > hit->span.start)
            break;
        if (!cl_span_contains(other->span, hit->span))
            continue;
        const bool longer = other->span.end - other->span.start >
                            hit->span.end - hit->span.start;
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(scene->run->rules, other->term, &count);
        for (size_t j = 0; j < count; j++)
            if (uses[j].role == CL_ROLE_FACET &&
                uses[j].rule == scene->binding->rule &&
                (longer || shared))
                return true;
    }
    return false;
}

static const char *
option_of(const Scene *scene, const ClTermUse *use, unsigned facet)
{
    if (use->facet != facet)
        return NULL;
    if (use->role == CL_ROLE_SHARED)
        return cl_shared_option(scene->run->rules, facet, use->option);
    if (use->role != CL_ROLE_FACET || use->rule != scene->binding->rule)
        return NULL;
    const ClFacet *spec = g_ptr_array_index(scene->rule->facets, facet);
    return g_array_index(spec->options, ClFacetOption, use->option).name;
}

static void
consider(const Scene *scene,
         const char *text,
         const GArray *hits,
         const ClHit *hit,
         unsigned facet,
         Choice *best)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(scene->run->rules, hit->term, &count);
    for (size_t i = 0; i < count; i++) {
        const char *option = option_of(scene, &uses[i], facet);
        if (!option || !may_give(scene, hit->span, &uses[i], option) ||
            is_covered(scene, hits, hit,
                       uses[i].role == CL_ROLE_SHARED))
            continue;
        const size_t cost = cost_of(scene, text, hit->span);
        if (!best->option || cost < best->cost)
            *best = (Choice){option, hit->span, cost};
    }
}

/* A place named earlier in the paragraph holds until another one is. */
static Choice
carry_option(const Scene *scene, unsigned facet, Passage **from)
{
    enum { REACH = 4 };
    Choice last = {NULL, {0, 0}, 0};
    for (int back = 1; back <= REACH && !last.option; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near || near->sentence.paragraph !=
                         scene->binding->passage->sentence.paragraph)
            break;
        const GArray *hits = passage_hits(scene->run, near);
        *from = near;
        for (unsigned i = 0; i < hits->len; i++) {
            const ClHit *hit = &g_array_index(hits, ClHit, i);
            size_t count;
            const ClTermUse *uses =
                cl_rule_set_uses(scene->run->rules, hit->term, &count);
            for (size_t j = 0; j < count; j++) {
                const char *option = option_of(scene, &uses[j], facet);
                if (option)
                    last = (Choice){option, hit->span, 0};
            }
        }
    }
    return last;
}

static Choice
choose_option(const Scene *scene, unsigned facet)
{
    Passage *passage = scene->binding->passage;
    const GArray *hits = passage_hits(scene->run, passage);
    const char *text = passage->text.text->str;
    Choice best = {NULL, {0, 0}, 0};
    for (unsigned i = 0; i < hits->len; i++)
        consider(scene, text, hits, &g_array_index(hits, ClHit, i), facet,
                 &best);
    return best;
}

static const char *
keep_words(const Scene *scene, const Passage *passage, ClSpan words)
{
    const ClSpan span = cl_folded_origin(&passage->text, words);
    trace_words(scene->run, passage, words);
    g_autofree char *quote = cl_article_quote(scene->run->article, span);
    return claims_keep(scene->run->claims, quote);
}

static void
read_option(const Scene *scene, unsigned facet, ClFacetValue *out)
{
    const ClFacet *spec = g_ptr_array_index(scene->rule->facets, facet);
    Passage *from = scene->binding->passage;
    Choice choice = choose_option(scene, facet);
    if (!choice.option && facet == CL_FACET_REGION)
        choice = carry_option(scene, facet, &from);
    if (choice.option) {
        out->value = choice.option;
        out->words = keep_words(scene, from, choice.words);
    } else if (spec->assumed) {
        out->value = spec->assumed;
        out->assumed = true;
    }
}

/* 从12-13个点到17个点: the first figure of a change is where it started. */
static bool
starts_change(const Scene *scene)
{
    enum { REACH = 20 };
    static const char *const froms[] = {"从", "由", "from "};
    const Passage *passage = scene->binding->passage;
    const char *text = passage->text.text->str;
    const size_t next = scene->binding->quantity + 1;
    if (next >= passage->quantities->len)
        return false;
    const ClQuantity *own = &g_array_index(passage->quantities, ClQuantity,
                                           scene->binding->quantity);
    const ClQuantity *other =
        &g_array_index(passage->quantities, ClQuantity, next);
    if (other->kind != own->kind ||
        distance_between(text, own->span, other->span) > REACH)
        return false;
    /* the word may have been read as part of the figure, behind a hedge */
    const size_t first = own->span.start > 6 ? own->span.start - 6 : 0;
    for (size_t i = 0; i < G_N_ELEMENTS(froms); i++)
        if (g_strstr_len(text + first, (gssize)(own->number.start - first),
                         froms[i]))
            return true;
    return false;
}

static void
read_nature(const Scene *scene, ClFacetValue *out)
{
    if (starts_change(scene))
        out->value = "start";
    else
        read_option(scene, CL_FACET_NATURE, out);
}

/* Which of a list's entities the subject names. */
static void
read_entity(const Scene *scene, unsigned facet, ClFacetValue *out)
{
    if (scene->binding->subject_term == UINT32_MAX)
        return;
    size_t count;
    const ClTermUse *uses = cl_rule_set_uses(
        scene->run->rules, scene->binding->subject_term, &count);
    for (size_t i = 0; i < count && !out->value; i++)
        out->value = option_of(scene, &uses[i], facet);
}

/* ---- Times ---------------------------------------------------------------- */

/* The quantity itself is no window: 做了4年 answers "how many years". */
static bool
is_usable(const Scene *scene,
          const ClTime *time,
          bool window,
          const Passage *passage)
{
    if ((time->kind == CL_TIME_WINDOW) != window)
        return false;
    return passage != scene->binding->passage ||
           !cl_span_overlaps(time->span, scene->anchor);
}

static const ClTime *
nearest_time(const Scene *scene, Passage *passage, bool window)
{
    const GArray *times = passage_times(scene->run, passage);
    const char *text = passage->text.text->str;
    const ClTime *best = NULL;
    size_t best_cost = SIZE_MAX;
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (!is_usable(scene, time, window, passage))
            continue;
        size_t cost = i;
        if (passage == scene->binding->passage) {
            const bool inside = cl_span_overlaps(scene->clause, time->span);
            if (time->span.start > scene->anchor.start && !inside)
                continue;
            cost = cost_of(scene, text, time->span);
        }
        if (cost < best_cost) {
            best = time;
            best_cost = cost;
        }
    }
    return best;
}

static void
set_time(const Scene *scene,
         const Passage *passage,
         const ClTime *time,
         ClFacetValue *out)
{
    out->value = claims_keep(scene->run->claims, time->iso);
    out->words = keep_words(scene, passage, time->span);
    out->from = time->from;
    out->to = time->to;
    out->seconds = time->seconds;
}

/* A window may stand in the sentence before or after, a period before. */
static void
read_time(const Scene *scene, bool window, ClFacetValue *out)
{
    static const int places[] = {0, -1, 1};
    for (size_t i = 0; i < (window ? 3 : 2); i++) {
        Passage *passage =
            passage_near(scene->run, scene->binding->index, places[i]);
        if (!passage ||
            (places[i] != 0 && passage->sentence.paragraph !=
                                   scene->binding->passage->sentence.paragraph))
            continue;
        const ClTime *time = nearest_time(scene, passage, window);
        if (time) {
            set_time(scene, passage, time, out);
            return;
        }
    }
}

static void
assume_day(const Scene *scene, ClFacetValue *out)
{
    if (out->value || !scene->run->day)
        return;
    out->value = claims_keep(scene->run->claims, scene->run->info->date);
    out->assumed = true;
    out->from = out->to = scene->run->day;
}

/* ---- All facets ------------------------------------------------------------ */

bool
is_negated(const char *text, ClSpan clause, const Binding *binding)
{
    /* a closed class; 没有哪个品牌市占率超过18% is at most 18 */
    static const char *const words[] = {"没有", "没",  "未",   "并未",  "从未",
                                        "不曾", "no ", "not ", "never "};
    const size_t end =
        binding->measure.start > clause.start ? binding->measure.start : 0;
    if (binding->value.shape != CL_SHAPE_ONE_SIDED || end <= clause.start)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(text + clause.start, (gssize)(end - clause.start),
                         words[i]))
            return true;
    return false;
}

void
read_facets(Extraction *run, const Binding *binding, ClFacetValue *out)
{
    const GString *text = binding->passage->text.text;
    const ClQuantity *quantity = &g_array_index(binding->passage->quantities,
                                                ClQuantity, binding->quantity);
    const Scene scene = {
        .run = run,
        .binding = binding,
        .rule = cl_rule_set_get(run->rules, binding->rule),
        .anchor = quantity->span,
        .clause = cl_clause_at(text->str, text->len, quantity->span.start),
    };
    for (unsigned i = 0; i < scene.rule->facets->len; i++) {
        const ClFacet *spec = g_ptr_array_index(scene.rule->facets, i);
        out[i] = (ClFacetValue){.value = NULL};
        if (!spec->used)
            continue;
        if (i == CL_FACET_WHEN)
            read_time(&scene, false, &out[i]);
        else if (i == CL_FACET_WINDOW)
            read_time(&scene, true, &out[i]);
        else if (i == CL_FACET_NATURE)
            read_nature(&scene, &out[i]);
        else if (spec->from_subject)
            read_entity(&scene, i, &out[i]);
        else
            read_option(&scene, i, &out[i]);
        if (i == CL_FACET_WHEN)
            assume_day(&scene, &out[i]);
        trace_facet(run, binding, CL_STEP_FACET, spec, &out[i]);
    }
}
