/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which quantity of a sentence answers which rule: a fitting unit, a measure
 * near it with no rival between, a subject before it or carried on from the
 * sentences before.  A quantity answers a rule at most once.
 */
#include "extract/private.h"

#include <string.h>

/* What a sentence offers to one rule. */
typedef struct {
    Extraction *run;
    Passage *passage;
    size_t index;
    uint32_t rule_index;
    const ClRule *rule;
    const char *text;
    const GArray *hits;
    const GArray *quantities;
} Search;

bool
hit_has_role(const ClRuleSet *rules,
             const ClHit *hit,
             uint32_t rule,
             ClRole role)
{
    size_t count;
    const ClTermUse *uses = cl_rule_set_uses(rules, hit->term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == role &&
            (uses[i].rule == rule || role == CL_ROLE_RIVAL ||
             role == CL_ROLE_SHARED))
            return true;
    return false;
}

size_t
distance_between(const char *text, ClSpan a, ClSpan b)
{
    enum { WORD = 2 };
    const char *at = text + MIN(a.end, b.end);
    const char *end = text + MAX(a.start, b.start);
    size_t distance = 0;
    while (at < end) {
        const bool word = g_ascii_isalnum(*at);
        distance += word ? WORD : *at != ' ';
        if (!word)
            at = g_utf8_next_char(at);
        while (word && at < end && g_ascii_isalnum(*at))
            at++;
    }
    return distance;
}

static bool
has_role(const Search *search, const ClHit *hit, ClRole role)
{
    return hit_has_role(search->run->rules, hit, search->rule_index, role);
}

/* 小米17 Pro Max is no iPhone 17 Pro Max, nor is it 小米17: what the rule
   excludes, and a longer subject, take the shorter words inside away. */
static bool
is_excluded(const Search *search, const ClHit *hit, ClRole role)
{
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *other = &g_array_index(search->hits, ClHit, i);
        if (other->span.start > hit->span.start)
            break;
        if (other->span.end - other->span.start >
                hit->span.end - hit->span.start &&
            cl_span_contains(other->span, hit->span) &&
            (has_role(search, other, CL_ROLE_EXCLUDE) ||
             (role == CL_ROLE_SUBJECT && has_role(search, other, role))))
            return true;
    }
    return false;
}

static bool
is_hit(const Search *search, const ClHit *hit, ClRole role)
{
    if (role == CL_ROLE_MEASURE && search->rule->subject_is_measure)
        role = CL_ROLE_SUBJECT;
    return has_role(search, hit, role) && !is_excluded(search, hit, role);
}

/* ---- Quantities ---------------------------------------------------------- */

/* 增长2倍 answers a rule in percent, 是3倍 does not: only a change turns into
   another one. */
static bool
keeps_form(const Search *search, const ClQuantity *quantity, ClUnitId unit)
{
    const bool level = quantity->form == CL_FORM_LEVEL;
    if ((search->rule->wording == CL_WORDING_LEVEL && !level) ||
        (search->rule->wording == CL_WORDING_CHANGE && level))
        return false;
    const ClVocabulary *vocabulary = search->run->vocabulary;
    return !level || (strcmp(cl_unit_dimension(vocabulary, unit), "multiple") ==
                      0) == (quantity->kind == CL_KIND_MULTIPLE);
}

static bool
fits_unit(const Search *search, const ClQuantity *quantity, ClQuantity *value)
{
    for (unsigned i = 0; i < search->rule->units->len; i++) {
        const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, i);
        if (quantity->unit && keeps_form(search, quantity, unit) &&
            cl_quantity_convert(search->run->vocabulary, quantity, unit, value))
            return true;
    }
    return false;
}

/* 用户已超400万, 千亿研发投入: a bare number counts what the measure beside
   it names; money only in amounts that are never anything else. */
static bool
is_bare(const Search *search, const ClQuantity *quantity)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    const char *dimension = cl_unit_dimension(vocabulary, unit);
    if (quantity->unit || quantity->kind == CL_KIND_DATE)
        return false;
    if (quantity->kind == CL_KIND_ORDINAL)
        return strcmp(dimension, "rank") == 0;
    if (g_str_has_prefix(dimension, "money"))
        return cl_number_magnitude(quantity->value) >= 6;
    return cl_unit_is_count(vocabulary, unit);
}

enum { ADJOINING = 2 }; /* characters: 用户已超400万, 400万“米粉” */

/* 两个老外: a word that counts anything counts what stands beside it. */
static bool
counts_anything(const Search *search, const ClQuantity *quantity)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    return strcmp(cl_unit_name(vocabulary, quantity->unit), "item") == 0;
}

static bool
fits(const Search *search,
     const ClQuantity *quantity,
     ClSpan measure,
     ClQuantity *value)
{
    const bool adjoins =
        distance_between(search->text, quantity->span, measure) <= ADJOINING;
    if (fits_unit(search, quantity, value))
        return adjoins || !counts_anything(search, quantity);
    const bool ordinal = quantity->kind == CL_KIND_ORDINAL;
    if (!is_bare(search, quantity) || (!ordinal && !adjoins))
        return false;
    *value = *quantity;
    value->unit = g_array_index(search->rule->units, ClUnitId, 0);
    return true;
}

/* ---- Measures ------------------------------------------------------------ */

static ClSpan
clause_of(const Search *search, size_t at)
{
    return cl_clause_at(search->text, search->passage->text.text->len, at);
}

/* A word the rule excludes makes the figure of its clause, or of a measure
   further off, something else: 收入增长40%, 500平方米的店300家. */
static bool
has_excluded(const Search *search,
             ClSpan measure,
             ClSpan quantity,
             ClSpan *words)
{
    const ClSpan between = {MIN(measure.end, quantity.end),
                            MAX(measure.start, quantity.start)};
    const ClSpan clause = clause_of(search, quantity.start);
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (has_role(search, hit, CL_ROLE_EXCLUDE) &&
            (cl_span_contains(clause, hit->span) ||
             (between.start < between.end &&
              cl_span_contains(between, hit->span)))) {
            *words = hit->span;
            return true;
        }
    }
    return false;
}

/* A rival is a shared word that no word of this rule covers. */
static bool
is_own_word(const Search *search, ClSpan span)
{
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (cl_span_overlaps(hit->span, span) &&
            (has_role(search, hit, CL_ROLE_MEASURE) ||
             has_role(search, hit, CL_ROLE_FACET) ||
             has_role(search, hit, CL_ROLE_SUBJECT)))
            return true;
    }
    return false;
}

/* 用户较上一代提升了近2倍: the verb of a change belongs to its figure. */
static bool
is_own_verb(const Search *search, ClSpan rival, const ClQuantity *quantity)
{
    return quantity->form != CL_FORM_LEVEL &&
           rival.end <= quantity->number.start &&
           distance_between(search->text, rival, quantity->number) <= ADJOINING;
}

static bool
shared_rival_in(const Search *search,
                ClSpan between,
                const ClQuantity *quantity,
                ClSpan *words)
{
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= between.end)
            break;
        if (cl_span_contains(between, hit->span) &&
            has_role(search, hit, CL_ROLE_RIVAL) &&
            !is_own_word(search, hit->span) &&
            !is_own_verb(search, hit->span, quantity)) {
            *words = hit->span;
            return true;
        }
    }
    return false;
}

/* 交付24万台, 锁单…: a measure behind a quantity names it only within the
   clause, and not if another measure stands before it there. */
static bool
may_follow(const Search *search,
           ClSpan measure,
           const ClQuantity *quantity,
           ClSpan *words)
{
    const size_t start = quantity->span.start;
    const ClSpan clause = clause_of(search, start);
    if (!cl_span_contains(clause, measure))
        return false;
    /* 135亿元的研发投入、2500多人的团队: the enumeration comma parts them */
    const char *text = search->text;
    const char *comma = g_strrstr_len(text + clause.start,
                                      (gssize)(start - clause.start), "、");
    const ClSpan before = {comma ? (size_t)(comma - text) : clause.start,
                           start};
    return !shared_rival_in(search, before, quantity, words);
}

/* Tells who wants to know why a measure is not the quantity's. */
static bool
refuse(const Search *search, ClStep step, ClSpan measure, ClSpan words)
{
    trace_step(search->run, step, measure, words);
    return false;
}

static bool
measure_reaches(const Search *search,
                ClSpan measure,
                const ClQuantity *quantity)
{
    ClSpan words = {0, 0};
    if (distance_between(search->text, measure, quantity->span) >
        search->rule->gap)
        return refuse(search, CL_STEP_FAR, measure, words);
    if (measure.start >= quantity->span.end &&
        !may_follow(search, measure, quantity, &words))
        return refuse(search, CL_STEP_BEHIND, measure, words);
    const ClSpan between = {MIN(measure.end, quantity->span.end),
                            MAX(measure.start, quantity->span.start)};
    if (has_excluded(search, measure, quantity->span, &words))
        return refuse(search, CL_STEP_EXCLUDED, measure, words);
    if (shared_rival_in(search, between, quantity, &words))
        return refuse(search, CL_STEP_RIVAL, measure, words);
    return true;
}

/* Another quantity of the rule nearer to a measure that follows both. */
static bool
taken_by_nearer(const Search *search, ClSpan measure, size_t index)
{
    const ClQuantity *own =
        &g_array_index(search->quantities, ClQuantity, index);
    if (measure.start < own->span.end)
        return false;
    for (size_t i = index + 1; i < search->quantities->len; i++) {
        const ClQuantity *other =
            &g_array_index(search->quantities, ClQuantity, i);
        ClQuantity value;
        if (other->span.start >= measure.end)
            break;
        if (fits_unit(search, other, &value)) {
            trace_step(search->run, CL_STEP_NEARER, measure, other->span);
            return true;
        }
    }
    return false;
}

static bool
find_measure(const Search *search,
             size_t index,
             ClSpan *measure,
             ClQuantity *value)
{
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, index);
    size_t best = SIZE_MAX;
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (!is_hit(search, hit, CL_ROLE_MEASURE) ||
            !measure_reaches(search, hit->span, quantity) ||
            taken_by_nearer(search, hit->span, index))
            continue;
        ClQuantity fitted;
        const size_t distance =
            distance_between(search->text, hit->span, quantity->span);
        if (!fits(search, quantity, hit->span, &fitted)) {
            refuse(search, CL_STEP_UNIT, hit->span, quantity->span);
            continue;
        }
        /* a longer word at the same place says more: 意向订单 */
        if (distance < best) {
            best = distance;
            *measure = hit->span;
            *value = fitted;
        }
    }
    if (best != SIZE_MAX)
        trace_step(search->run, CL_STEP_MEASURE, *measure, *measure);
    return best != SIZE_MAX;
}

/* ---- Subjects ------------------------------------------------------------ */

/* A product named between subject and quantity speaks for itself: letters
   and digits in one word that no term of the rule covers (SU7, M9). */
static bool
other_name_between(const Search *search, ClSpan subject, size_t limit)
{
    const char *text = search->text;
    size_t at = subject.end;
    while (at < limit) {
        if (!g_ascii_isalnum(text[at])) {
            at++;
            continue;
        }
        const size_t start = at;
        bool letter = false, digit = false;
        for (; at < limit && g_ascii_isalnum(text[at]); at++) {
            letter |= g_ascii_isalpha(text[at]);
            digit |= g_ascii_isdigit(text[at]);
        }
        const ClSpan word = {start, at};
        if (letter && digit && g_ascii_isalpha(text[start]) &&
            at - start <= 8 && !is_own_word(search, word))
            return true;
    }
    return false;
}

/* Chinese drops a subject only where no other one is named, and none of what
   the rule excludes is spoken of. */
static bool
names_another(const Search *search, const Binding *binding)
{
    const ClSpan anchor =
        g_array_index(search->quantities, ClQuantity, binding->quantity).span;
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start < anchor.start &&
            has_role(search, hit, CL_ROLE_EXCLUDE))
            return true;
    }
    return other_name_between(search, (ClSpan){0, 0}, anchor.start);
}

/* The subject nearest before the quantity, else one in its clause. */
static bool
find_subject(const Search *search, Binding *binding)
{
    const ClSpan anchor =
        g_array_index(search->quantities, ClQuantity, binding->quantity).span;
    const ClSpan clause = clause_of(search, anchor.start);
    bool found = false;
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (!is_hit(search, hit, CL_ROLE_SUBJECT))
            continue;
        const bool before = hit->span.start < anchor.start;
        if (before && other_name_between(search, hit->span, anchor.start)) {
            refuse(search, CL_STEP_OTHER_NAME, binding->measure, hit->span);
            continue;
        }
        if (before || (!found && cl_span_contains(clause, hit->span))) {
            binding->subject = hit->span;
            binding->subject_term = hit->term;
            found = true;
        }
    }
    return found;
}

/* The sentence is about something else by name: nothing carries past it. */
static bool
turns_away(const Search *search, Passage *passage)
{
    Search other = *search;
    other.passage = passage;
    other.hits = passage_hits(search->run, passage);
    other.text = passage->text.text->str;
    return other_name_between(&other, (ClSpan){0, 0}, passage->text.text->len);
}

/* The last subject a passage names. */
static bool
passage_has_subject(const Search *search, Passage *passage, Binding *binding)
{
    Search other = *search;
    other.passage = passage;
    other.hits = passage_hits(search->run, passage);
    other.text = passage->text.text->str;
    for (unsigned i = other.hits->len; i > 0; i--) {
        const ClHit *hit = &g_array_index(other.hits, ClHit, i - 1);
        if (!is_hit(&other, hit, CL_ROLE_SUBJECT))
            continue;
        binding->subject_term = hit->term;
        return true;
    }
    return false;
}

/* Chinese drops a subject that the sentence before, or the title, gave. */
static Passage *
find_carried_subject(const Search *search, Binding *binding)
{
    for (int back = 1; back <= (int)search->rule->carry; back++) {
        Passage *near = passage_near(search->run, search->index, -back);
        if (near && passage_has_subject(search, near, binding))
            return near;
        if (near && turns_away(search, near))
            return NULL;
    }
    Extraction *run = search->run;
    if (run->has_title && passage_has_subject(search, &run->title, binding))
        return &run->title;
    return NULL;
}

static bool
bind_subject(const Search *search, Binding *binding)
{
    if (!find_subject(search, binding)) {
        binding->subject = (ClSpan){0, 0};
        if (!names_another(search, binding))
            binding->subject_passage = find_carried_subject(search, binding);
        if (!binding->subject_passage)
            return refuse(search, CL_STEP_NO_SUBJECT, binding->measure,
                          binding->subject);
    }
    trace_subject(search->run, binding);
    return true;
}

/* ---- Patterns ------------------------------------------------------------- */

/* A whole wording of the rule needs no other subject or measure. */
static bool
bind_pattern(const Search *search, Binding *binding)
{
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, binding->quantity);
    bool gave_up = false;
    const bool found =
        search->rule->wordings &&
        fits_unit(search, quantity, &binding->value) &&
        cl_rule_match_pattern(search->rule, search->text,
                              search->passage->text.text->len, quantity->span,
                              &binding->measure, &gave_up);
    if (gave_up)
        say_gave_up(search->run, search->passage, search->rule_index);
    if (found)
        trace_step(search->run, CL_STEP_PATTERN, binding->measure,
                   binding->measure);
    return found;
}

/* ---- Sentences ------------------------------------------------------------ */

/* 小米17 and Model 3 are names: their numbers count nothing. */
static bool
is_in_name(const Search *search, ClSpan number)
{
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > number.start)
            break;
        if (cl_span_contains(hit->span, number) &&
            has_role(search, hit, CL_ROLE_SUBJECT))
            return true;
    }
    return false;
}

static void
trace_quantity(const Search *search, const ClQuantity *quantity)
{
    ClQuantity value;
    if (search->run->trace)
        trace_figure(search->run, search->rule, quantity,
                     fits_unit(search, quantity, &value) ||
                         is_bare(search, quantity));
}

static void
bind_rule(const Search *search, GArray *out)
{
    for (size_t i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        trace_quantity(search, quantity);
        if (is_in_name(search, quantity->number)) {
            trace_step(search->run, CL_STEP_IN_NAME, (ClSpan){0, 0},
                       quantity->number);
            continue;
        }
        Binding binding = {
            .rule = search->rule_index,
            .passage = search->passage,
            .index = search->index,
            .quantity = i,
            .subject_term = UINT32_MAX,
        };
        if (bind_pattern(search, &binding) ||
            (find_measure(search, i, &binding.measure, &binding.value) &&
             bind_subject(search, &binding)))
            g_array_append_val(out, binding);
    }
}

static int
compare_ids(const void *a, const void *b)
{
    const uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    return (i > j) - (i < j);
}

/* Rules with a measure among the hits or with patterns, each once, in order;
   for a trace also those with a subject, to tell that a measure is missing. */
static GArray *
rules_of(const ClRuleSet *rules, const GArray *hits, bool traced)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    size_t patterned;
    const uint32_t *wordings = cl_rule_set_patterned(rules, &patterned);
    g_array_append_vals(found, wordings, (guint)patterned);
    for (unsigned i = 0; i < hits->len; i++) {
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(rules, g_array_index(hits, ClHit, i).term, &count);
        for (size_t j = 0; j < count; j++)
            if (uses[j].role == CL_ROLE_MEASURE ||
                (uses[j].role == CL_ROLE_SUBJECT &&
                 (traced ||
                  cl_rule_set_get(rules, uses[j].rule)->subject_is_measure)))
                g_array_append_val(found, uses[j].rule);
    }
    g_array_sort(found, compare_ids);
    unsigned kept = 0;
    uint32_t *ids = (uint32_t *)(void *)found->data;
    for (unsigned i = 0; i < found->len; i++)
        if (kept == 0 || ids[kept - 1] != ids[i])
            ids[kept++] = ids[i];
    g_array_set_size(found, kept);
    return found;
}

void
bind_sentence(Extraction *run, size_t index, GArray *out)
{
    g_array_set_size(out, 0);
    Passage *passage = passage_near(run, index, 0);
    const GArray *quantities = passage_quantities(run, passage);
    if (quantities->len == 0)
        return;
    const GArray *hits = passage_hits(run, passage);
    g_autoptr(GArray) rules = rules_of(run->rules, hits, run->trace);
    for (unsigned i = 0; i < rules->len; i++) {
        const uint32_t rule = g_array_index(rules, uint32_t, i);
        const Search search = {
            .run = run,
            .passage = passage,
            .index = index,
            .rule_index = rule,
            .rule = cl_rule_set_get(run->rules, rule),
            .text = passage->text.text->str,
            .hits = hits,
            .quantities = quantities,
        };
        bind_rule(&search, out);
    }
}
