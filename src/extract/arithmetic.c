/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A passage that states a relation between its own figures becomes claims of
 * a rule that recomputes it, one for each part.  Figures are replaced by
 * tokens, so that a form sees words and the order of figures, nothing else;
 * parts whose units do not fit each other make no claim at all.
 */
#include "extract/statement.h"

#include <string.h>

enum { MOST_FIRSTS = 32 };

/** A first half, "张三2019年加入", kept until its second is met. */
typedef struct {
    uint32_t rule;
    const char *name;
    ClClaim claim;
    ClFacetValue when;
    ClPart part;
    size_t position;
} First;

/** A change that a statement told of already. */
typedef struct {
    uint32_t rule;
    size_t at; /* its byte in the article */
} Change;

struct Arithmetic {
    GArray *changes; /* of Change */
    size_t *ends; /* for each rule the article's byte its last claims end at */
    unsigned *counts; /* for each rule how many passages it has */
    GArray *firsts;   /* of First */
    Window window;
};

/* ---- State ----------------------------------------------------------------- */

Arithmetic *
arithmetic_new(const ClRuleSet *rules)
{
    size_t count;
    cl_rule_set_recomputing(rules, &count);
    if (!count)
        return NULL;
    Arithmetic *arithmetic = g_new0(Arithmetic, 1);
    arithmetic->ends = g_new0(size_t, cl_rule_set_count(rules));
    arithmetic->counts = g_new0(unsigned, cl_rule_set_count(rules));
    arithmetic->changes = g_array_new(FALSE, FALSE, sizeof(Change));
    arithmetic->firsts = g_array_new(FALSE, FALSE, sizeof(First));
    arithmetic->window.text = g_string_new(NULL);
    arithmetic->window.tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    return arithmetic;
}

void
arithmetic_free(Arithmetic *arithmetic)
{
    if (!arithmetic)
        return;
    g_free(arithmetic->ends);
    g_free(arithmetic->counts);
    g_array_free(arithmetic->changes, TRUE);
    g_array_free(arithmetic->firsts, TRUE);
    g_string_free(arithmetic->window.text, TRUE);
    g_array_free(arithmetic->window.tokens, TRUE);
    g_free(arithmetic);
}
/* ---- Claims ----------------------------------------------------------------- */

static const char *
quote(Extraction *run, ClSpan span)
{
    g_autofree char *words = cl_article_quote(run->article, span);
    return claims_keep(run->claims, words);
}

static ClClaim
make_claim(Extraction *run, const ClRule *rule, const Piece *piece)
{
    const Passage *passage = passage_near(run, piece->token.index, 0);
    const ClSpan words = cl_folded_origin(&passage->text, piece->token.source);
    const ClSpan span = cl_article_original(run->article, words);
    const char *text = quote(run, words);
    return (ClClaim){
        .rule = rule,
        .article = run->info,
        .span = span,
        .quantity_span = span,
        .place = cl_article_place(run->article, words),
        .text = text,
        .quantity_text = text,
        .sentence = quote(run, passage->sentence.span),
        .quantity = piece->value,
        .sentence_key = hash_text(passage->text.text),
    };
}

static ClFacetValue
when_of(Extraction *run, const Piece *piece)
{
    const Passage *passage = passage_near(run, piece->token.index, 0);
    const ClTime *time = &piece->token.time;
    if (piece->token.token == CL_TOKEN_YEAR)
        return (ClFacetValue){
            .value = claims_keep(run->claims, time->iso),
            .words = quote(run, cl_folded_origin(&passage->text, time->span)),
            .from = time->from,
            .to = time->to,
        };
    const Window *written = &run->arithmetic->window;
    if (piece->part != CL_PART_YEARS || !written->from)
        return (ClFacetValue){.value = NULL};
    g_autofree char *year = g_strdup_printf("%d", written->from / 10000);
    return (ClFacetValue){
        .value = claims_keep(run->claims, run->day ? run->info->date : year),
        .assumed = true,
        .from = written->from,
        .to = written->to};
}

static void
add_part(Extraction *run,
         ClClaim claim,
         ClFacetValue when,
         ClPart part,
         const char *passage,
         size_t position)
{
    g_autofree ClFacetValue *facets =
        g_new0(ClFacetValue, claim.rule->facets->len);
    facets[CL_FACET_WHEN] = when;
    facets[CL_FACET_PART].value = cl_part_name(part);
    facets[CL_FACET_PASSAGE].value = passage;
    facets[CL_FACET_PASSAGE].assumed = true;
    claims_add(run->claims, claim, facets, position);
}

/* One key for all parts: a repeat repeats the whole passage or nothing. */
static uint64_t
key_of(Extraction *run, size_t from, size_t to)
{
    uint64_t key = 0;
    for (size_t i = from; i <= to; i++)
        key = key * UINT64_C(1099511628211) +
              hash_text(passage_near(run, i, 0)->text.text);
    return key;
}

/* "1", "2": the passages of a rule in an article. */
static const char *
name_passage(Extraction *run, uint32_t rule)
{
    g_autofree char *name =
        g_strdup_printf("%u", ++run->arithmetic->counts[rule]);
    return claims_keep(run->claims, name);
}

static void
add_claims(Extraction *run,
           uint32_t rule_index,
           const Window *window,
           const GArray *pieces)
{
    const Piece *first = &g_array_index(pieces, Piece, 0);
    const Piece *last = &g_array_index(pieces, Piece, pieces->len - 1);
    const size_t start = window->starts[first->token.index - window->first];
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    const char *passage = name_passage(run, rule_index);
    const Piece *change = find_piece(pieces, CL_PART_CHANGE);
    /* what is held against two is two statements */
    const uint64_t key =
        key_of(run, first->token.index, last->token.index) +
        (change ? change->token.at - start : 0);
    const bool told = find_piece(pieces, CL_PART_FROM) != NULL;
    if (!may_claim(run, passage_near(run, first->token.index, 0), rule_index))
        return;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        ClClaim claim = make_claim(run, rule, piece);
        ClFacetValue when = when_of(run, piece);
        if (when.assumed && told) /* the article's own day is not needed */
            when = (ClFacetValue){.value = NULL};
        claim.sentence_key = key;
        add_part(run, claim, when, piece->part, passage,
                 piece->token.at - start);
    }
}

/* ---- One rule, one sentence --------------------------------------------------- */

static bool
is_excluded(Extraction *run, uint32_t rule, size_t from, size_t to)
{
    for (size_t i = from; i <= to; i++) {
        const GArray *hits = passage_hits(run, passage_near(run, i, 0));
        for (unsigned j = 0; j < hits->len; j++)
            if (hit_has_role(run->rules, &g_array_index(hits, ClHit, j), rule,
                             CL_ROLE_EXCLUDE))
                return true;
    }
    return false;
}

/* A figure answers a rule once: passages do not reach into each other, but for
   the one that is held against two: 较上季减少5.5%，较去年同期增加7.8%. */
static bool
is_taken(Extraction *run, uint32_t rule, const GArray *pieces)
{
    const Piece *first = &g_array_index(pieces, Piece, 0);
    const Piece *change = find_piece(pieces, CL_PART_CHANGE);
    const Piece *from = find_piece(pieces, CL_PART_FROM);
    if (change && from && first->part == CL_PART_TO)
        first = change->token.at < from->token.at ? change : from;
    const Passage *passage = passage_near(run, first->token.index, 0);
    return cl_folded_origin(&passage->text, first->token.source).start <
           run->arithmetic->ends[rule];
}

static void
take(Extraction *run, uint32_t rule, const GArray *pieces)
{
    const Piece *last = &g_array_index(pieces, Piece, pieces->len - 1);
    const Passage *passage = passage_near(run, last->token.index, 0);
    run->arithmetic->ends[rule] =
        cl_folded_origin(&passage->text, last->token.source).end;
}

static void
take_change(Extraction *run, uint32_t rule, const GArray *pieces)
{
    const Piece *piece = find_piece(pieces, CL_PART_CHANGE);
    if (!piece)
        return;
    const Passage *passage = passage_near(run, piece->token.index, 0);
    const Change change = {
        rule, cl_folded_origin(&passage->text, piece->token.source).start};
    g_array_append_val(run->arithmetic->changes, change);
}

static bool
take_statement(Extraction *run,
               uint32_t rule_index,
               const Window *window,
               const ClFormMatch *match)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    g_autoptr(GArray) pieces = collect_pieces(run, rule, window, match);
    if (pieces->len < 2 || !unify_units(run, rule, pieces) ||
        !is_whole(run, rule, window, match, pieces) ||
        !may_lead(run, rule, pieces) || is_taken(run, rule_index, pieces) ||
        is_excluded(run, rule_index,
                    g_array_index(pieces, Piece, 0).token.index,
                    g_array_index(pieces, Piece, pieces->len - 1).token.index))
        return false;
    add_claims(run, rule_index, window, pieces);
    take(run, rule_index, pieces);
    take_change(run, rule_index, pieces);
    return true;
}

/* Whether a figure of a change is one of another statement already. */
static bool
is_change_taken(Extraction *run, uint32_t rule, const GArray *pieces)
{
    const Piece *change = find_piece(pieces, CL_PART_CHANGE);
    const Passage *passage = passage_near(run, change->token.index, 0);
    const size_t at =
        cl_folded_origin(&passage->text, change->token.source).start;
    const GArray *taken = run->arithmetic->changes;
    for (unsigned i = 0; i < taken->len; i++) {
        const Change *other = &g_array_index(taken, Change, i);
        if (other->rule == rule && other->at == at)
            return true;
    }
    return false;
}

/* What no form tells, by what stands beside what. */
static void
find_by_place(Extraction *run, uint32_t rule_index, const Window *window)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    unsigned first = 0;
    ClFormMatch match;
    while (find_by_roles(rule, window, &first, &match)) {
        g_autoptr(GArray) pieces = collect_pieces(run, rule, window, &match);
        if (pieces->len != 3 || !unify_units(run, rule, pieces) ||
            !may_lead(run, rule, pieces) || !pieces_slipped(pieces) ||
            is_change_taken(run, rule_index, pieces))
            continue;
        add_claims(run, rule_index, window, pieces);
        take_change(run, rule_index, pieces);
    }
}

static void
find_unsaid_sums(Extraction *run, uint32_t rule_index, const Window *window)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    unsigned at = 0;
    ClFormMatch match;
    while (find_unsaid_sum(rule, window, &at, &match))
        take_statement(run, rule_index, window, &match);
}

/* Whether anything was taken.  What ends before the last sentence was met
   when that sentence was the last. */
static bool
find_statements(Extraction *run,
                uint32_t rule_index,
                size_t index,
                const Window *window)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    enum { MOST_RETRIES = 16 };
    bool gave_up = false, any = false;
    unsigned retries = 0, skip = 0;
    size_t start = 0;
    ClFormMatch match;
    while (cl_rule_match_form(rule, CL_STATED_WHOLE, window->text->str,
                              window->text->len, start, skip, &match,
                              &gave_up)) {
        const bool taken = match.span.end > window->last &&
                           take_statement(run, rule_index, window, &match);
        any |= taken;
        /* another form may fit here; and of 分两种，自营15,598家、联营8,499家，
           合计… the first figure may be no part */
        const bool retry = (!taken || rule->check == CL_CHECK_CHANGE) &&
                           retries++ < MOST_RETRIES;
        skip = retry ? match.form + 1 : 0;
        start = retry ? match.span.start : MAX(match.span.end, start + 1);
    }
    if (gave_up)
        say_gave_up(run, passage_near(run, index, 0), rule_index);
    return any;
}

/* ---- Halves that stand apart --------------------------------------------------- */

static void
keep_firsts(Extraction *run,
            uint32_t rule_index,
            size_t index,
            const Window *window)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    GArray *firsts = run->arithmetic->firsts;
    bool gave_up = false;
    ClFormMatch match;
    if (firsts->len >= MOST_FIRSTS)
        return;
    const bool found = cl_rule_match_form(rule, CL_STATED_FIRST,
                                          window->text->str, window->text->len,
                                          window->last, 0, &match, &gave_up);
    if (gave_up)
        say_gave_up(run, passage_near(run, index, 0), rule_index);
    if (!found)
        return;
    g_autoptr(GArray) pieces = collect_pieces(run, rule, window, &match);
    if (pieces->len != 1)
        return;
    const Piece *piece = &g_array_index(pieces, Piece, 0);
    g_autofree char *name = g_strndup(window->text->str + match.name.start,
                                      match.name.end - match.name.start);
    const First first = {rule_index,
                         claims_keep(run->claims, name),
                         make_claim(run, rule, piece),
                         when_of(run, piece),
                         piece->part,
                         piece->token.source.start};
    g_array_append_val(firsts, first);
}

static bool
is_named_near(Extraction *run, size_t index, const char *name)
{
    for (int distance = -1; distance <= 1; distance++) {
        const Passage *own = passage_near(run, index, 0);
        Passage *near = passage_near(run, index, distance);
        if (near && near->sentence.paragraph == own->sentence.paragraph &&
            strstr(passage_text(run, near)->text->str, name))
            return true;
    }
    return false;
}

/* The one first half whose name stands near; NULL if there are two. */
static const First *
find_first(Extraction *run, uint32_t rule, size_t index)
{
    const First *found = NULL;
    for (unsigned i = 0; i < run->arithmetic->firsts->len; i++) {
        const First *first = &g_array_index(run->arithmetic->firsts, First, i);
        if (first->rule != rule || !is_named_near(run, index, first->name))
            continue;
        if (found && (strcmp(found->name, first->name) != 0 ||
                      found->when.from != first->when.from))
            return NULL;
        found = found ? found : first;
    }
    return found;
}

static void
join_halves(Extraction *run,
            uint32_t rule_index,
            size_t index,
            const Window *window)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    const First *first = find_first(run, rule_index, index);
    bool gave_up = false;
    ClFormMatch match;
    const bool found =
        first && cl_rule_match_form(rule, CL_STATED_THEN, window->text->str,
                                    window->text->len, window->last, 0, &match,
                                    &gave_up);
    if (gave_up)
        say_gave_up(run, passage_near(run, index, 0), rule_index);
    if (!found)
        return;
    g_autoptr(GArray) pieces = collect_pieces(run, rule, window, &match);
    if (pieces->len != 1 || !is_whole(run, rule, window, &match, pieces) ||
        !window->from)
        return;
    const Piece *piece = &g_array_index(pieces, Piece, 0);
    ClClaim since = first->claim, then = make_claim(run, rule, piece);
    if (since.span.start >= then.span.start)
        return;
    since.sentence_key ^= then.sentence_key * 31;
    then.sentence_key = since.sentence_key;
    const char *passage = name_passage(run, rule_index);
    add_part(run, since, first->when, first->part, passage, first->position);
    add_part(run, then, when_of(run, piece), piece->part, passage,
             piece->token.source.start);
}
/* Most sentences hold no figure of the kind that a check is about: only what
   does is worth a search.  A token's letter is its number. */
static bool
may_state(Extraction *run, ClCheck check, Passage *passage)
{
    static const char *const results[] = {
        [CL_CHECK_CHANGE] = "\2\3\16\17",
        [CL_CHECK_MULTIPLE] = "\4",
        [CL_CHECK_DIFFERENCE] = "\1\3\6\17",
        [CL_CHECK_SUM] = "\1\2",
        [CL_CHECK_SHARES] = "\2\16",
        [CL_CHECK_YEARS] = "\6",
        [CL_CHECK_DIRECTION] = "\1\2\16",
        [CL_CHECK_SHARE] = "\2\16",
        [CL_CHECK_PART] = "\1",
    };
    return count_tokens(run, passage, results[check]) > 0 &&
           (check == CL_CHECK_SUM || check == CL_CHECK_YEARS ||
            passage_quantities(run, passage)->len >= 2);
}

/* 营收120亿元，增长20%。去年同期是90亿元: the result stands in the sentence
   before, and this one has the base. */
static bool
may_end(Extraction *run, ClCheck check, size_t index)
{
    const Passage *own = passage_near(run, index, 0);
    Passage *before = passage_near(run, index, -1);
    return (check == CL_CHECK_CHANGE || check == CL_CHECK_MULTIPLE ||
            check == CL_CHECK_DIFFERENCE) &&
           before && before->sentence.paragraph == own->sentence.paragraph &&
           passage_quantities(run, passage_near(run, index, 0))->len == 1 &&
           may_state(run, check, before);
}

/* 张三2019年加入 has no figure but its year. */
static void
state_first(Extraction *run, uint32_t rule_index, size_t index)
{
    Window *window = &run->arithmetic->window;
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    const GString *text = passage_near(run, index, 0)->text.text;
    if (!cl_rule_may_state(rule, CL_STATED_FIRST, text->str, text->len))
        return;
    window_fill(run, index, 0, true, window);
    keep_firsts(run, rule_index, index, window);
}

static void
state_rule(Extraction *run, uint32_t rule_index, size_t index)
{
    Window *window = &run->arithmetic->window;
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    const bool years = rule->check == CL_CHECK_YEARS;
    const bool far = years || rule->check == CL_CHECK_SUM;
    const bool near =
        rule->check == CL_CHECK_CHANGE || rule->check == CL_CHECK_MULTIPLE ||
        rule->check == CL_CHECK_DIFFERENCE || rule->check == CL_CHECK_SHARE ||
        rule->check == CL_CHECK_SHARES || rule->check == CL_CHECK_PART;
    if (years)
        state_first(run, rule_index, index);
    if (!may_state(run, rule->check, passage_near(run, index, 0)) &&
        !may_end(run, rule->check, index))
        return;
    window_fill(run, index, far ? MOST_BACK : near ? 1 : 0, years, window);
    if (!find_statements(run, rule_index, index, window) && years)
        join_halves(run, rule_index, index, window);
    if (rule->check == CL_CHECK_CHANGE)
        find_by_place(run, rule_index, window);
    if (rule->check == CL_CHECK_SUM)
        find_unsaid_sums(run, rule_index, window);
}

void
state_arithmetic(Extraction *run, size_t index)
{
    if (!run->arithmetic)
        return;
    passage_text(run, passage_near(run, index, 0));
    size_t count;
    const uint32_t *rules = cl_rule_set_recomputing(run->rules, &count);
    for (size_t i = 0; i < count; i++)
        if (!is_off(run, rules[i]))
            state_rule(run, rules[i], index);
}
