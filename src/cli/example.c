/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs the examples in rule files: each text is an article of its own, all
 * rules read it, and only what the example's rule says of it counts.  What
 * comes true must come true again, with the same claims, when the texts are
 * rewritten in other notations and scripts.
 */
#include "cli/example.h"

#include "cli/rewrite.h"

#include <string.h>

typedef struct {
    const ClRuleSet *rules;
    const ClRule *rule;
    const ClExample *example;
    GPtrArray *texts; /* of char *: the example's, maybe rewritten */
    ClNotes *notes;   /* on these texts */
    ClClaims *claims;
    ClFindings *findings;
} Trial;

const char *
cl_outcome_name(ClOutcome outcome)
{
    static const char *const names[] = {"fired", "silent", "missed", "noisy"};
    return names[outcome];
}

/* ---- Expected against got ---------------------------------------------- */

/* "24万", "超24万辆" or "240000" in the unit asked for; false if it is none. */
static bool
read_value(const Trial *trial, const char *text, ClUnitId unit, ClInterval *out)
{
    const ClVocabulary *const vocabulary = cl_rule_set_vocabulary(trial->rules);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    g_auto(ClFolded) folded;
    ClNumber number;
    ClQuantity converted;
    cl_folded_init(&folded);
    if (cl_number_parse(text, &number)) {
        *out = cl_interval_point(number);
        return cl_number_valid(number);
    }
    cl_fold_text(text, strlen(text), &folded);
    cl_quantities_read(vocabulary, folded.cased->str, folded.cased->len, found);
    if (found->len != 1)
        return false;
    const ClQuantity *const quantity = &g_array_index(found, ClQuantity, 0);
    if (!quantity->unit) {
        *out = quantity->hard;
        return true;
    }
    if (!cl_quantity_convert(vocabulary, quantity, unit, &converted))
        return false;
    *out = converted.hard;
    return true;
}

static bool
value_matches(const Trial *trial, const char *text, const ClClaim *claim)
{
    ClInterval wanted;
    return read_value(trial, text, claim->quantity.unit, &wanted) &&
           cl_interval_equal(wanted, claim->quantity.hard);
}

static bool
lo_matches(const Trial *trial, const char *text, const ClClaim *claim)
{
    ClInterval wanted;
    return !claim->quantity.hard.lo_unbounded &&
           read_value(trial, text, claim->quantity.unit, &wanted) &&
           cl_number_equal(wanted.lo, claim->quantity.hard.lo);
}

static bool
hi_matches(const Trial *trial, const char *text, const ClClaim *claim)
{
    ClInterval wanted;
    return !claim->quantity.hard.hi_unbounded &&
           read_value(trial, text, claim->quantity.unit, &wanted) &&
           cl_number_equal(wanted.hi, claim->quantity.hard.hi);
}

static bool
unit_matches(const Trial *trial, const char *text, const ClClaim *claim)
{
    const ClVocabulary *const vocabulary = cl_rule_set_vocabulary(trial->rules);
    const ClUnitId unit = claim->quantity.unit;
    return strcmp(text, cl_unit_name(vocabulary, unit)) == 0 ||
           (unit && cl_unit_find(vocabulary, text) == unit);
}

static bool
hedge_matches(const Trial *trial, const char *text, const ClClaim *claim)
{
    (void)trial;
    return strcmp(text, claim->quantity.hedge) == 0;
}

/* What an example may say of the figure; every other key is a facet. */
static const struct {
    const char *key;
    bool (*matches)(const Trial *, const char *, const ClClaim *);
} figure_keys[] = {
    {"value", value_matches}, {"lo", lo_matches},       {"hi", hi_matches},
    {"unit", unit_matches},   {"hedge", hedge_matches},
};

static bool
time_matches(const ClTime *time, const ClFacetValue *got)
{
    if (strcmp(time->iso, got->value) == 0)
        return true;
    return time->kind == CL_TIME_WINDOW && cl_number_valid(got->seconds) &&
           !cl_number_is_zero(got->seconds) &&
           cl_number_equal(time->seconds, got->seconds);
}

/* 18h as rule authors abbreviate it: in articles 1h is a half-year. */
static bool
window_matches(const char *text, const ClFacetValue *got)
{
    static const struct {
        const char *letters;
        int64_t seconds;
    } units[] = {
        {"s", 1}, {"min", 60}, {"h", 3600}, {"d", 86400}, {"w", 604800}};
    const size_t digits = strspn(text, "0123456789.");
    g_autofree char *number = g_strndup(text, digits);
    ClNumber count;
    if (!cl_number_parse(number, &count) || !cl_number_valid(got->seconds))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(text + digits, units[i].letters) == 0)
            return cl_number_equal(
                got->seconds,
                cl_number_multiply(count, cl_number_make(units[i].seconds, 0)));
    return false;
}

/* An option by its name; a time also in words: 18h, 18小时, PT18H. */
static bool
facet_matches(const Trial *trial, const char *text, const ClFacetValue *got)
{
    g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(ClTime));
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    if (!got->value || strcmp(text, got->value) == 0)
        return got->value != NULL;
    if (window_matches(text, got))
        return true;
    cl_fold_text(text, strlen(text), &folded);
    cl_times_read(cl_rule_set_vocabulary(trial->rules), folded.cased->str,
                  folded.cased->len, 0, times);
    return times->len == 1 &&
           time_matches(&g_array_index(times, ClTime, 0), got);
}

static const ClFacetValue *
facet_of(const ClClaim *claim, const char *name)
{
    const GPtrArray *const facets = claim->rule->facets;
    for (guint i = 0; i < facets->len; i++)
        if (strcmp(((const ClFacet *)facets->pdata[i])->name, name) == 0)
            return &claim->facets[i];
    return NULL;
}

static bool
key_matches(const Trial *trial,
            const char *key,
            const char *text,
            const ClClaim *claim)
{
    for (size_t i = 0; i < G_N_ELEMENTS(figure_keys); i++)
        if (strcmp(figure_keys[i].key, key) == 0)
            return figure_keys[i].matches(trial, text, claim);
    const ClFacetValue *const facet = facet_of(claim, key);
    return facet && facet_matches(trial, text, facet);
}

static bool
claim_matches(const Trial *trial, const ClClaim *claim)
{
    const ClYamlNode *const wanted = trial->example->claim;
    for (size_t i = 0; wanted && i < wanted->count; i++) {
        const char *const text = wanted->items[i]->text;
        if (!text || !key_matches(trial, wanted->keys[i]->text, text, claim))
            return false;
    }
    return true;
}

/* ---- Stories ----------------------------------------------------------- */

static void
tell_claim(const Trial *trial, const ClClaim *claim, GString *story)
{
    const GPtrArray *const facets = claim->rule->facets;
    g_string_append_printf(story, "'%s' = ", claim->quantity_text);
    cl_figure_interval(cl_rule_set_vocabulary(trial->rules),
                       claim->quantity.hard, claim->quantity.unit, true, story);
    for (guint i = 0; i < facets->len; i++) {
        const ClFacet *const facet = facets->pdata[i];
        if (claim->facets[i].value && facet->used)
            g_string_append_printf(story, ", %s: %s", facet->name,
                                   claim->facets[i].value);
    }
}

static void
tell_claims(const Trial *trial, GString *story)
{
    size_t told = 0;
    for (size_t i = 0; i < cl_claims_count(trial->claims); i++) {
        const ClClaim *const claim = cl_claims_get(trial->claims, i);
        if (claim->rule != trial->rule)
            continue;
        g_string_append(story, told++ ? "; " : "");
        tell_claim(trial, claim, story);
    }
    if (!told)
        g_string_append(story, "no claim");
}

static void
tell_wanted(const Trial *trial, GString *story)
{
    const ClYamlNode *const wanted = trial->example->claim;
    g_string_append(story, "expected a claim");
    for (size_t i = 0; wanted && i < wanted->count; i++)
        g_string_append_printf(
            story, "%s %s: %s", i ? "," : " with", wanted->keys[i]->text,
            wanted->items[i]->text ? wanted->items[i]->text : "?");
}

static ClOutcome
fail(const Trial *trial, ClOutcome outcome, const char *wanted, GString *story)
{
    if (wanted)
        g_string_append(story, wanted);
    else
        tell_wanted(trial, story);
    g_string_append(story, "; got ");
    tell_claims(trial, story);
    return outcome;
}

/* ---- Judging ----------------------------------------------------------- */

static size_t
count_claims(const Trial *trial, const char *path)
{
    size_t count = 0;
    for (size_t i = 0; i < cl_claims_count(trial->claims); i++) {
        const ClClaim *const claim = cl_claims_get(trial->claims, i);
        count += claim->rule == trial->rule &&
                 (!path || strcmp(path, claim->article->path) == 0);
    }
    return count;
}

static ClOutcome
judge_claim(const Trial *trial, GString *story)
{
    for (size_t i = 0; i < cl_claims_count(trial->claims); i++) {
        const ClClaim *const claim = cl_claims_get(trial->claims, i);
        if (claim->rule == trial->rule && claim_matches(trial, claim))
            return CL_OUTCOME_FIRED;
    }
    return fail(trial, CL_OUTCOME_MISSED, NULL, story);
}

static ClOutcome
judge_silent(const Trial *trial, GString *story)
{
    if (!count_claims(trial, NULL))
        return CL_OUTCOME_SILENT;
    return fail(trial, CL_OUTCOME_NOISY, "expected silence", story);
}

/* How many findings the rule has; names them, and counts those wanted. */
static size_t
list_findings(const Trial *trial, int wanted, size_t *hits, GString *names)
{
    size_t count = 0;
    *hits = 0;
    for (size_t i = 0; i < cl_findings_count(trial->findings); i++) {
        const ClFinding *const finding = cl_findings_get(trial->findings, i);
        if (finding->rule != trial->rule)
            continue;
        g_string_append_printf(names, "%s%s", count++ ? ", " : "",
                               cl_verdict_name(finding->verdict));
        *hits += (int)finding->verdict == wanted;
    }
    if (!count)
        g_string_append(names, "no finding");
    return count;
}

static ClOutcome
judge_agree(const Trial *trial, GString *story)
{
    size_t hits;
    g_autoptr(GString) names = g_string_new(NULL);
    if (!list_findings(trial, -1, &hits, names))
        return CL_OUTCOME_SILENT;
    g_autofree char *wanted =
        g_strdup_printf("expected agreement, got %s", names->str);
    return fail(trial, CL_OUTCOME_NOISY, wanted, story);
}

static ClOutcome
judge_verdict(const Trial *trial, ClVerdict verdict, GString *story)
{
    size_t hits;
    g_autoptr(GString) names = g_string_new(NULL);
    const size_t count = list_findings(trial, (int)verdict, &hits, names);
    if (count == 1 && hits == 1)
        return CL_OUTCOME_FIRED;
    g_autofree char *wanted = g_strdup_printf(
        "expected one %s, got %s", cl_verdict_name(verdict), names->str);
    return fail(trial, hits ? CL_OUTCOME_NOISY : CL_OUTCOME_MISSED, wanted,
                story);
}

/* ---- Running ----------------------------------------------------------- */

static const char *
frame_text(const Trial *trial, guint text, const char *key)
{
    const ClYamlNode *const frame = trial->example->frames->pdata[text];
    const ClYamlNode *const node = frame ? cl_yaml_get(frame, key) : NULL;
    return node ? node->text : NULL;
}

/* A title stands as a Markdown heading. */
static char *
name_text(const Trial *trial, size_t number, guint text)
{
    return g_strdup_printf("%s#%zu-%02u.%s", trial->rule->id, number + 1,
                           text + 1,
                           frame_text(trial, text, "title") ? "md" : "txt");
}

/* The bytes of an article that has what the example says.  Owned. */
static char *
frame_article(const Trial *trial, guint text)
{
    const char *const date = frame_text(trial, text, "date");
    const char *const title = frame_text(trial, text, "title");
    GString *const bytes = g_string_new(NULL);
    if (date)
        g_string_append_printf(bytes, "---\ndate: %s\n---\n\n", date);
    if (title)
        g_string_append_printf(bytes, "# %s\n\n", title);
    g_string_append(bytes, trial->texts->pdata[text]);
    return g_string_free(bytes, FALSE);
}

/* Every text must make a claim before two can be held against each other. */
static bool
all_claim(const Trial *trial, size_t number, GString *story)
{
    for (guint i = 0; i < trial->texts->len; i++) {
        g_autofree char *path = name_text(trial, number, i);
        if (count_claims(trial, path))
            continue;
        g_autofree char *wanted = g_strdup_printf(
            "expected a claim in '%s'", (const char *)trial->texts->pdata[i]);
        fail(trial, CL_OUTCOME_MISSED, wanted, story);
        return false;
    }
    return true;
}

/* Where an expression gave up, neither a claim nor silence proves anything. */
static bool
gave_up(const Trial *trial, GString *story)
{
    for (size_t i = 0; i < cl_notes_count(trial->notes); i++) {
        const ClNote *const note = cl_notes_get(trial->notes, i);
        if (!note->incomplete)
            continue;
        g_string_append(story, note->message);
        if (note->hint)
            g_string_append_printf(story, " (%s)", note->hint);
        return true;
    }
    return false;
}

static ClOutcome
judge(const Trial *trial, size_t number, GString *story)
{
    static const ClVerdict verdicts[] = {
        [CL_EXAMPLE_CONFLICT] = CL_VERDICT_CONFLICT,
        [CL_EXAMPLE_DIVERGENCE] = CL_VERDICT_DIVERGENCE,
        [CL_EXAMPLE_TENSION] = CL_VERDICT_TENSION,
        [CL_EXAMPLE_RELABEL] = CL_VERDICT_RELABEL,
        [CL_EXAMPLE_RELATION] = CL_VERDICT_RELATION,
    };
    const ClExampleKind kind = trial->example->kind;
    if (gave_up(trial, story))
        return CL_OUTCOME_MISSED;
    if (kind == CL_EXAMPLE_CLAIM)
        return judge_claim(trial, story);
    if (kind == CL_EXAMPLE_SILENT)
        return judge_silent(trial, story);
    if (!all_claim(trial, number, story))
        return CL_OUTCOME_MISSED;
    if (kind == CL_EXAMPLE_AGREE)
        return judge_agree(trial, story);
    return judge_verdict(trial, verdicts[kind], story);
}

static void
read_texts(Trial *trial, size_t number)
{
    for (guint i = 0; i < trial->texts->len; i++) {
        char *const bytes = frame_article(trial, i);
        g_autofree char *path = name_text(trial, number, i);
        g_autoptr(ClArticle) article =
            cl_article_new(path, bytes, strlen(bytes), trial->notes);
        if (article)
            cl_extract_claims(article, trial->rules, trial->claims,
                              trial->notes);
    }
    cl_claims_sort(trial->claims);
}

/* Everything that must not change when a text is written another way. */
static char *
sign_claims(const Trial *trial)
{
    GString *const out = g_string_new(NULL);
    for (size_t i = 0; i < cl_claims_count(trial->claims); i++) {
        const ClClaim *const claim = cl_claims_get(trial->claims, i);
        if (claim->rule != trial->rule)
            continue;
        g_string_append_printf(out, "%s ", claim->article->path);
        cl_interval_print(claim->quantity.hard, out);
        for (guint j = 0; j < trial->rule->facets->len; j++)
            g_string_append_printf(
                out, ",%s",
                claim->facets[j].value ? claim->facets[j].value : "");
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

/* Runs the texts; signature, where wanted, receives what sign_claims says. */
static ClOutcome
try_texts(Trial *trial, size_t number, char **signature, GString *story)
{
    g_autoptr(ClClaims) claims = cl_claims_new();
    g_autoptr(ClNotes) notes = cl_notes_new();
    trial->claims = claims;
    trial->notes = notes;
    read_texts(trial, number);
    g_autoptr(ClFindings) findings = cl_check_claims(claims, NULL, 0);
    trial->findings = findings;
    ClOutcome outcome = judge(trial, number, story);
    g_autofree char *signed_now = sign_claims(trial);
    if (!*signature) {
        *signature = g_steal_pointer(&signed_now);
    } else if (cl_outcome_passes(outcome) &&
               strcmp(*signature, signed_now) != 0) {
        outcome = fail(trial, CL_OUTCOME_MISSED,
                       "expected the same claims as before", story);
    }
    return outcome;
}

/* The texts in another notation; NULL where nothing changes. */
static GPtrArray *
rewrite_texts(const Trial *trial, ClRewriting how)
{
    bool changed = false;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < trial->example->texts->len; i++) {
        const char *const text = trial->example->texts->pdata[i];
        char *const rewritten = cl_rewrite(trial->rules, text, how);
        changed |= strcmp(text, rewritten) != 0;
        g_ptr_array_add(texts, rewritten);
    }
    return changed ? g_steal_pointer(&texts) : NULL;
}

static ClOutcome
try_rewriting(Trial *trial,
              size_t number,
              ClRewriting how,
              char **signature,
              GString *story)
{
    g_autoptr(GPtrArray) texts = rewrite_texts(trial, how);
    if (!texts)
        return CL_OUTCOME_FIRED;
    trial->texts = texts;
    g_autoptr(GString) why = g_string_new(NULL);
    const ClOutcome outcome = try_texts(trial, number, signature, why);
    if (!cl_outcome_passes(outcome)) {
        g_string_append_printf(story, "rewritten %s,", cl_rewriting_name(how));
        for (guint i = 0; i < texts->len; i++)
            g_string_append_printf(story, "%s '%s'", i ? " and" : "",
                                   (const char *)texts->pdata[i]);
        g_string_append_printf(story, ": %s", why->str);
    }
    return outcome;
}

bool
cl_outcome_passes(ClOutcome outcome)
{
    return outcome == CL_OUTCOME_FIRED || outcome == CL_OUTCOME_SILENT;
}

ClOutcome
cl_example_run(const ClRuleSet *rules,
               const ClRule *rule,
               size_t number,
               GString *story)
{
    g_autofree char *signature = NULL;
    Trial trial = {
        .rules = rules, .rule = rule, .example = rule->examples->pdata[number]};
    trial.texts = trial.example->texts;
    const ClOutcome outcome = try_texts(&trial, number, &signature, story);
    if (!cl_outcome_passes(outcome))
        return outcome;
    for (int how = 0; how < CL_REWRITINGS; how++) {
        const ClOutcome again =
            try_rewriting(&trial, number, (ClRewriting)how, &signature, story);
        if (!cl_outcome_passes(again))
            return again;
    }
    return outcome;
}
