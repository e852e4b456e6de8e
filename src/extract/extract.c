/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An article and rules give claims.  Sentences pass by in a short row; only
 * those that hold a number are folded, quantities come before terms, and the
 * sentences around are read only when a claim asks for them.  Spans of claims
 * point into the original bytes.
 */
#include "extract/frame.h"

#include <stdio.h>
#include <string.h>

static ClDay
parse_day(const char *date)
{
    unsigned year, month, day;
    if (sscanf(date, "%4u-%2u-%2u", &year, &month, &day) != 3)
        return 0;
    return (ClDay)(year * 10000 + month * 100 + day);
}

/* FNV-1a: equal for equal sentences, and nothing rides on more. */
uint64_t
hash_text(const GString *text)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < text->len; i++)
        hash = (hash ^ (unsigned char)text->str[i]) * UINT64_C(1099511628211);
    return hash;
}

/* ---- One claim ------------------------------------------------------------ */

static ClSpan
words_of(const Binding *binding, ClSpan quantity)
{
    ClSpan words = quantity;
    if (binding->measure.end > binding->measure.start)
        words = cl_span_join(words, binding->measure);
    if (binding->subject.end > binding->subject.start)
        words = cl_span_join(words, binding->subject);
    return words;
}

static const char *
keep_quote(Extraction *run, ClSpan span)
{
    g_autofree char *quote = cl_article_quote(run->article, span);
    return claims_keep(run->claims, quote);
}

static const char *
keep_sentence(Extraction *run, const Passage *passage)
{
    ClCell cell;
    if (!passage->composed ||
        !cl_article_cell(run->article, passage->sentence.span, &cell))
        return keep_quote(run, passage->sentence.span);
    g_autofree char *quote = cell_quote(run, passage, &cell);
    return claims_keep(run->claims, quote);
}

/* Kept once for all claims of the sentence. */
static const char *
quote_sentence(Extraction *run, Passage *passage)
{
    if (!passage->quote)
        passage->quote = keep_sentence(run, passage);
    return passage->quote;
}

/* 没有…超过18% is the complement of the bound: at most 18. */
static void
negate_bound(ClQuantity *quantity)
{
    const bool was_floor = quantity->hard.hi_unbounded;
    quantity->hard = (ClInterval){
        .lo = quantity->value,
        .hi = quantity->value,
        .lo_unbounded = was_floor,
        .hi_unbounded = !was_floor,
    };
    quantity->usual = quantity->hard;
    quantity->hedge = was_floor ? "at-most" : "at-least";
}

/* 净亏损 measures what 净利润 does, below zero. */
static bool
is_loss(Extraction *run, const Binding *binding)
{
    const GArray *hits = passage_hits(run, binding->passage);
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (hit->span.start == binding->measure.start &&
            hit->span.end == binding->measure.end &&
            hit_has_role(run->rules, hit, binding->rule, CL_ROLE_NEGATIVE))
            return true;
    }
    return false;
}

/* A loss of 3亿 is a profit of -3亿, whether a minus is written or not. */
static void
turn_loss(ClQuantity *quantity)
{
    const ClNumber zero = cl_number_make(0, 0);
    if (cl_number_compare(quantity->value, zero) <= 0)
        return;
    const ClInterval none = cl_interval_point(zero);
    const ClNumber value = quantity->value;
    quantity->hard = cl_interval_subtract(none, quantity->hard);
    quantity->usual = cl_interval_subtract(none, quantity->usual);
    quantity->value = cl_number_negate(quantity->upper);
    quantity->upper = cl_number_negate(value);
}

/* Whether a facet of the rule's own says that the figure is where something
   starts: 起售价. */
static bool
is_start(const ClRule *rule, const ClFacetValue *facets)
{
    for (unsigned i = CL_FACET_OWN; i < rule->facets->len; i++)
        if (!facets[i].assumed && g_strcmp0(facets[i].value, "start") == 0)
            return true;
    return false;
}

/* 5999元起 bounds what other versions cost; the price it starts at is that. */
static void
close_bound(ClQuantity *quantity)
{
    if (quantity->shape != CL_SHAPE_ONE_SIDED || !quantity->hard.hi_unbounded ||
        quantity->hard.lo_open)
        return;
    quantity->shape = CL_SHAPE_POINT;
    quantity->hard = quantity->usual = cl_interval_point(quantity->value);
}

/* A rule on Europe's share takes no claim about Japan. */
static bool
has_required(Extraction *run,
             const Binding *binding,
             const ClFacetValue *facets)
{
    const ClRule *rule = cl_rule_set_get(run->rules, binding->rule);
    for (unsigned i = 0; i < rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(rule->facets, i);
        if (facet->required &&
            g_strcmp0(facet->required, facets[i].value) != 0) {
            trace_facet(run, binding, CL_STEP_REQUIRED, facet, &facets[i]);
            return false;
        }
    }
    return true;
}

/* Spotify earned 1.14 billion euros. It had 675 million users: whoever says
   "it" means the one before. */
static ClCarried
read_carried(Extraction *run, const Binding *binding)
{
    const Passage *from = binding->subject_passage;
    if (binding->guessed)
        return CL_CARRIED_GUESSED;
    if (!from || (passage_opens_with_it(run, binding->passage) &&
                  from == passage_near(run, binding->index, -1)))
        return CL_CARRIED_NOT;
    return !passage_is_title(run, from) && !binding->titled &&
                   from->sentence.paragraph !=
                       binding->passage->sentence.paragraph
               ? CL_CARRIED_FAR
               : CL_CARRIED_NEAR;
}

/* Sony's ¥2.6 trillion: the sign that two currencies share is that of its
   accounts. */
static void
settle_money(const Extraction *run,
             const Binding *binding,
             const char *words,
             ClQuantity *quantity)
{
    static const char *const plain[] = {"元", "rmb", "renminbi", "yuan", "cn"};
    const char *money =
        quantity->kind == CL_KIND_CURRENCY && g_str_has_prefix(words, "¥")
            ? cl_rule_set_money(run->rules, binding->subject_term)
            : NULL;
    for (size_t i = 0; money && i < G_N_ELEMENTS(plain); i++)
        if (strstr(words, plain[i]))
            return;
    if (money)
        quantity->unit = cl_unit_find(run->vocabulary, money);
}

static void
add_claim(Extraction *run, const Binding *binding)
{
    Passage *passage = binding->passage;
    const GString *text = passage->text.text;
    const ClRule *rule = cl_rule_set_get(run->rules, binding->rule);
    const ClSpan quantity =
        g_array_index(passage->quantities, ClQuantity, binding->quantity).span;
    const ClSpan words =
        cl_folded_origin(&passage->text, words_of(binding, quantity));
    const ClSpan clause = cl_clause_at(text->str, text->len, quantity.start);
    if (is_denied(text->str, clause, binding))
        return;
    g_autofree ClFacetValue *facets = g_new0(ClFacetValue, rule->facets->len);
    read_facets(run, binding, facets);
    if (!has_required(run, binding, facets) ||
        !may_claim(run, passage, binding->rule))
        return;
    ClClaim claim = {
        .rule = rule,
        .article = run->info,
        .span = cl_article_original(run->article, words),
        .quantity_span = cl_article_original(
            run->article, cl_folded_origin(&passage->text, quantity)),
        .place = cl_article_place(run->article, words),
        .text = keep_quote(run, words),
        .quantity_text =
            keep_quote(run, cl_folded_origin(&passage->text, quantity)),
        .sentence = quote_sentence(run, passage),
        .quantity = binding->value,
        .sentence_key = hash_text(text),
        .carried = read_carried(run, binding),
    };
    settle_money(run, binding, claim.quantity_text, &claim.quantity);
    if (is_loss(run, binding))
        turn_loss(&claim.quantity);
    if (is_negated(text->str, clause, binding))
        negate_bound(&claim.quantity);
    else if (is_start(rule, facets))
        close_bound(&claim.quantity);
    trace_claim(run, binding, &claim.quantity);
    claims_add(run->claims, claim, facets, quantity.start);
    if (!rule->slips)
        frame_take_claim(run, binding);
}

/* ---- One sentence ---------------------------------------------------------- */

/* Figures that nobody had to read are read only to tell the unclaimed ones. */
static void
count_figures(Extraction *run, Passage *passage, size_t claimed)
{
    const bool wanted =
        passage->counted || claims_counts_unclaimed(run->claims);
    const GArray *quantities = wanted ? passage_quantities(run, passage) : NULL;
    size_t figures = 0;
    for (unsigned i = 0; quantities && i < quantities->len; i++) {
        const ClQuantity *quantity = &g_array_index(quantities, ClQuantity, i);
        figures += quantity->unit != 0 && quantity->kind != CL_KIND_DATE &&
                   quantity->kind != CL_KIND_DURATION;
    }
    claims_count(run->claims, figures, claimed);
}

/* What a rule of type slip holds is not known for what it is. */
static size_t
count_claimed(const Extraction *run, const GArray *bindings)
{
    size_t count = 0;
    for (unsigned i = 0; i < bindings->len; i++) {
        const uint32_t rule = g_array_index(bindings, Binding, i).rule;
        count += !cl_rule_set_get(run->rules, rule)->slips;
    }
    return count;
}

static void
extract_sentence(Extraction *run, size_t index, GArray *bindings)
{
    Passage *passage = passage_near(run, index, 0);
    const bool passes = gate_passes(run, index);
    if ((!passes && !run->arithmetic) || !passage_has_number(run, passage))
        return;
    trace_sentence(run, passage);
    g_array_set_size(bindings, 0);
    if (passes)
        bind_sentence(run, index, bindings);
    for (unsigned i = 0; i < bindings->len; i++)
        add_claim(run, &g_array_index(bindings, Binding, i));
    count_figures(run, passage, count_claimed(run, bindings));
    state_arithmetic(run, index);
}

/* ---- One article ------------------------------------------------------------ */

static void
push_sentence(Extraction *run, ClSentence sentence)
{
    Passage *passage = &run->ring[run->end % PASSAGES];
    passage_reset(passage, sentence);
    frame_see_sentence(run->frame, passage);
    gate_see(run, passage);
    run->end++;
    if (run->end - run->first > PASSAGES - 1)
        run->first = run->end - (PASSAGES - 1);
}

static void
extract_sentences(Extraction *run)
{
    g_autoptr(ClSentences) sentences = cl_sentences_new(run->article);
    g_autoptr(GArray) bindings = g_array_new(FALSE, FALSE, sizeof(Binding));
    ClSentence sentence;
    /* a sentence is judged when the one after it is known */
    while (cl_sentences_next(sentences, &sentence)) {
        push_sentence(run, sentence);
        if (run->end >= 2)
            extract_sentence(run, run->end - 2, bindings);
    }
    if (run->end >= 1)
        extract_sentence(run, run->end - 1, bindings);
}

static void
take_title(Extraction *run)
{
    const ClSpan span = run->info->title_span;
    const char *title = run->info->title;
    run->has_title = span.end > span.start || title;
    if (span.end > span.start) {
        passage_reset(&run->title, (ClSentence){.span = span});
    } else if (title) {
        passage_reset(&run->title, (ClSentence){.span = span});
        cl_fold_text(title, strlen(title), &run->title.text);
        run->title.folded = run->title.loose = true;
    }
}

/* A first reading's claims are settled; without a trace there is none. */
static void
extract_claims(const ClArticle *article,
               const ClRuleSet *rules,
               ClClaims *claims,
               ClNotes *notes,
               const ClTrace *trace,
               const ClClaims *settled)
{
    const ClArticleInfo *info = cl_article_info(article);
    Extraction run = {
        .article = article,
        .rules = rules,
        .vocabulary = cl_rule_set_vocabulary(rules),
        .day = parse_day(info->date),
        .claims = claims,
        .info = claims_keep_info(claims, info),
        .notes = notes,
        .gave_up = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
        .models = g_ptr_array_new(),
        .arithmetic = arithmetic_new(rules),
        .frame = frame_new(settled, cl_claims_count(claims)),
        .trace = trace,
    };
    passage_init(&run.title);
    passage_init(&run.above);
    run.ring = claims_passages(claims);
    take_title(&run);
    gate_open(&run);
    extract_sentences(&run);
    frame_settle(&run);
    gate_close(&run);
    passage_clear(&run.title);
    passage_clear(&run.above);
    g_array_free(run.gave_up, TRUE);
    g_ptr_array_free(run.models, TRUE);
    g_clear_pointer(&run.budgets, g_hash_table_unref);
    arithmetic_free(run.arithmetic);
    frame_free(run.frame);
}

void
cl_extract_claims_traced(const ClArticle *article,
                         const ClRuleSet *rules,
                         ClClaims *claims,
                         ClNotes *notes,
                         const ClTrace *trace)
{
    g_autoptr(ClClaims) settled = cl_claims_new();
    g_autoptr(ClNotes) unheard = cl_notes_new();
    if (!trace) {
        extract_claims(article, rules, claims, notes, NULL, NULL);
        return;
    }
    cl_claims_limit(settled, claims_most(claims));
    extract_claims(article, rules, settled, unheard, NULL, NULL);
    extract_claims(article, rules, claims, notes, trace, settled);
}

void
cl_extract_claims(const ClArticle *article,
                  const ClRuleSet *rules,
                  ClClaims *claims,
                  ClNotes *notes)
{
    extract_claims(article, rules, claims, notes, NULL, NULL);
}
