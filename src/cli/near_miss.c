/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Listens to extraction and keeps, for each rule, the sentences that had its
 * subject and a figure it could take and gave no claim, with the decision
 * that came nearest to one.
 */
#include "cli/near_miss.h"

#include "cli/lint.h"
#include "cli/reason.h"

enum { MOST_TOLD = 5 };

/* A sentence without a claim of the rule. */
typedef struct {
    unsigned rank; /* of the decision that came nearest */
    char *file, *reason;
    unsigned line, column;
} Miss;

/* A rule, in the sentence at hand and over all. */
typedef struct {
    bool touched;  /* the sentence at hand has its subject */
    bool claimed;  /* and a claim */
    unsigned fits; /* figures it could take */
    Miss near;     /* the nearest of the sentence; rank 0: none */
    size_t claims;
    GArray *misses; /* of Miss, by rank, best first; at most MOST_TOLD */
} State;

struct ClNearMisses {
    const ClRuleSet *rules;
    State *states;       /* one for each rule */
    GArray *touched;     /* of size_t: rules of the sentence at hand */
    GHashTable *indexes; /* rule -> its index + 1 */
};

static void
clear_miss(void *data)
{
    g_free(((Miss *)data)->file);
    g_free(((Miss *)data)->reason);
}

ClNearMisses *
cl_near_misses_new(const ClRuleSet *rules)
{
    ClNearMisses *misses = g_new0(ClNearMisses, 1);
    misses->rules = rules;
    misses->states = g_new0(State, cl_rule_set_count(rules) + 1);
    misses->touched = g_array_new(FALSE, FALSE, sizeof(size_t));
    misses->indexes = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < cl_rule_set_count(rules); i++) {
        State *const state = &misses->states[i];
        state->misses = g_array_new(FALSE, FALSE, sizeof(Miss));
        g_array_set_clear_func(state->misses, clear_miss);
        g_hash_table_insert(misses->indexes, (void *)cl_rule_set_get(rules, i),
                            GSIZE_TO_POINTER(i + 1));
    }
    return misses;
}

void
cl_near_misses_free(ClNearMisses *misses)
{
    if (!misses)
        return;
    for (size_t i = 0; i < cl_rule_set_count(misses->rules); i++) {
        clear_miss(&misses->states[i].near);
        g_array_unref(misses->states[i].misses);
    }
    g_free(misses->states);
    g_array_unref(misses->touched);
    g_hash_table_unref(misses->indexes);
    g_free(misses);
}

/* ---- One sentence ------------------------------------------------------ */

static void
keep_miss(State *state)
{
    guint at = 0;
    while (at < state->misses->len &&
           g_array_index(state->misses, Miss, at).rank >= state->near.rank)
        at++;
    if (at >= MOST_TOLD)
        return;
    g_array_insert_val(state->misses, at, state->near);
    state->near = (Miss){0};
    if (state->misses->len > MOST_TOLD)
        g_array_set_size(state->misses, MOST_TOLD);
}

static void
end_sentence(ClNearMisses *misses)
{
    for (guint i = 0; i < misses->touched->len; i++) {
        const size_t index = g_array_index(misses->touched, size_t, i);
        State *const state = &misses->states[index];
        if (!state->claimed && state->fits && state->near.rank)
            keep_miss(state);
        clear_miss(&state->near);
        state->near = (Miss){0};
        state->touched = state->claimed = false;
        state->fits = 0;
    }
    g_array_set_size(misses->touched, 0);
}

static void
note_reason(State *state, const ClDecision *decision)
{
    const unsigned rank = cl_reason_rank(decision->step);
    if (rank <= state->near.rank)
        return;
    const ClPlace place = cl_article_place(
        decision->article,
        cl_folded_origin(decision->text, decision->quantity->span));
    GString *const reason = g_string_new(NULL);
    cl_reason_tell(decision, reason);
    clear_miss(&state->near);
    state->near = (Miss){
        .rank = rank,
        .file = g_strdup(cl_article_info(decision->article)->path),
        .reason = g_string_free(reason, FALSE),
        .line = place.line,
        .column = place.column,
    };
}

static void
touch(ClNearMisses *misses, size_t index, const ClDecision *decision)
{
    State *const state = &misses->states[index];
    if (state->touched || !cl_reason_has_role(misses->rules, decision,
                                              decision->rule, CL_ROLE_SUBJECT))
        return;
    state->touched = true;
    g_array_append_val(misses->touched, index);
}

void
cl_near_misses_tell(void *data, const ClDecision *decision)
{
    ClNearMisses *const misses = data;
    if (decision->step == CL_STEP_SENTENCE) {
        end_sentence(misses);
        return;
    }
    const size_t index =
        GPOINTER_TO_SIZE(g_hash_table_lookup(misses->indexes, decision->rule)) -
        1;
    State *const state = &misses->states[index];
    if (decision->step == CL_STEP_CLAIM) {
        state->claims++;
        state->claimed = true;
        return;
    }
    touch(misses, index, decision);
    if (!state->touched || !decision->fits)
        return;
    if (decision->step == CL_STEP_FIGURE)
        state->fits++;
    if (decision->step == CL_STEP_IN_NAME && state->fits)
        state->fits--;
    note_reason(state, decision);
}

/* ---- All --------------------------------------------------------------- */

static void
tell_miss(const ClRule *rule, const Miss *miss, ClNotes *notes)
{
    cl_notes_add(notes, "near-miss", CL_SEVERITY_NOTE, miss->file, miss->line,
                 miss->column, NULL, "rule '%s' claims nothing here: %s",
                 rule->id, miss->reason);
}

void
cl_near_misses_finish(ClNearMisses *misses, ClNotes *notes)
{
    end_sentence(misses);
    for (size_t i = 0; i < cl_rule_set_count(misses->rules); i++) {
        const State *const state = &misses->states[i];
        const ClRule *const rule = cl_rule_set_get(misses->rules, i);
        for (guint j = 0; j < state->misses->len; j++)
            tell_miss(rule, &g_array_index(state->misses, Miss, j), notes);
        /* arithmetic recomputes passages and claims nothing */
        if (state->claims || rule->check != CL_CHECK_NONE)
            continue;
        if (state->misses->len)
            cl_lint_note(rule, CL_SEVERITY_WARNING, "never-fires",
                         "see what it nearly took, and 'rules explain'",
                         "the rule claims nothing in these articles, though "
                         "its subject and fitting figures are there",
                         notes);
        else
            cl_lint_note(rule, CL_SEVERITY_NOTE, "never-fires", NULL,
                         "the rule claims nothing in these articles", notes);
    }
}
