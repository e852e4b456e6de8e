/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a rule may cost one article: so many expressions that hit a limit, so
 * many claims.  Whatever is cut off is told, with the rule's place and the
 * article's, and the rule is then off for the rest of that article; all others
 * find what they would have found.
 */
#include "extract/private.h"

enum { MOST_GIVEN_UP = 3 };

typedef struct {
    unsigned given_up;
    unsigned claims;
    bool off;
} Budget;

static Budget *
budget_of(Extraction *run, uint32_t rule)
{
    if (!run->budgets)
        run->budgets = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    Budget *budget = g_hash_table_lookup(run->budgets, GUINT_TO_POINTER(rule));
    if (!budget) {
        budget = g_new0(Budget, 1);
        g_hash_table_insert(run->budgets, GUINT_TO_POINTER(rule), budget);
    }
    return budget;
}

bool
is_off(const Extraction *run, uint32_t rule)
{
    if (!run->rules_off)
        return false;
    const Budget *budget =
        g_hash_table_lookup(run->budgets, GUINT_TO_POINTER(rule));
    return budget && budget->off;
}

static void
turn_off(Extraction *run, Budget *budget)
{
    budget->off = true;
    run->rules_off++;
}

/* Said each time: silence after it proves nothing. */
void
say_gave_up(Extraction *run, const Passage *passage, uint32_t rule)
{
    Budget *budget = budget_of(run, rule);
    if (budget->off)
        return;
    if (++budget->given_up == MOST_GIVEN_UP)
        turn_off(run, budget);
    const ClRule *said = cl_rule_set_get(run->rules, rule);
    const ClPlace place =
        cl_article_place(run->article, passage->sentence.span);
    g_autofree char *more = g_strdup_printf(
        ", %d times now, and is off for the rest of this article",
        MOST_GIVEN_UP);
    cl_notes_add(run->notes, "gave-up", CL_SEVERITY_ERROR, run->info->path,
                 place.line, place.column,
                 "make its regular expressions simpler; 'claimlint rules lint' "
                 "names the slow ones",
                 "rule '%s' (%s:%u) gave up on this sentence%s", said->id,
                 said->file, said->line, budget->off ? more : "");
}

void
say_shared_gave_up(Extraction *run, const Passage *passage)
{
    const ClPlace place =
        cl_article_place(run->article, passage->sentence.span);
    cl_notes_add(run->notes, "gave-up", CL_SEVERITY_ERROR, run->info->path,
                 place.line, place.column, NULL,
                 "a word of the shipped lists gave up on this sentence");
}

bool
may_claim(Extraction *run, const Passage *passage, uint32_t rule)
{
    Budget *budget = budget_of(run, rule);
    const unsigned most = claims_most(run->claims);
    if (budget->off || ++budget->claims <= most)
        return !budget->off;
    turn_off(run, budget);
    const ClRule *said = cl_rule_set_get(run->rules, rule);
    const ClPlace place =
        cl_article_place(run->article, passage->sentence.span);
    cl_notes_add(run->notes, "too-many-claims", CL_SEVERITY_ERROR,
                 run->info->path, place.line, place.column,
                 "raise it with --max-claims",
                 "rule '%s' (%s:%u) would make over %u claims in this "
                 "article; the rest is left out",
                 said->id, said->file, said->line, most);
    return false;
}
