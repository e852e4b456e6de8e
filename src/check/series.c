/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What figures of several periods say of each other, wherever they stand: two
 * quarters make a half (sums.c), and a growth leads from the level of the year
 * before to that of its own period.  All of them must be of one subject, place
 * and definition, and say their time.
 */
#include "check/series.h"

#include <string.h>

/* ---- What is comparable ----------------------------------------------------- */

static bool
is_fact(const ClClaim *claim)
{
    const char *modality = claim->facets[CL_FACET_MODALITY].value;
    const char *nature = claim->facets[CL_FACET_NATURE].value;
    const bool whole =
        !nature || (strcmp(nature, "total") == 0 && is_year_to_date(claim));
    return whole && (!modality || strcmp(modality, "actual") == 0) &&
           !claim->facets[CL_FACET_WINDOW].value && !is_undated(claim) &&
           !is_early(claim) && claim->repeat_of < 0;
}

/* From a first of a month to the last of one. */
static bool
is_of_full_months(const ClFacetValue *when)
{
    enum { DAYS = 100, LAST = 28 };
    return when->from && when->to && when->from % DAYS == 1 &&
           when->to % DAYS >= LAST;
}

static bool
is_of_key(const ClRule *rule, unsigned facet)
{
    const ClFacet *spec = g_ptr_array_index(rule->facets, facet);
    return spec->used && spec->role != CL_FACET_INFORMS &&
           facet != CL_FACET_WHEN && facet != CL_FACET_WINDOW &&
           facet != CL_FACET_MODALITY && facet != CL_FACET_NATURE &&
           facet != CL_FACET_BASIS && facet != CL_FACET_SPEAKER;
}

/* 净利 is 归母净利, where nothing else is said. */
static bool
is_usual(unsigned facet, const char *value)
{
    return facet == CL_FACET_DEFINITION && strcmp(value, "attributable") == 0;
}

/* Whatever but time tells figures of a measure apart. */
static const char *
key_of(const ClClaim *claim, const char *measure)
{
    g_autoptr(GString) key = g_string_new(measure);
    for (unsigned i = 0; i < claim->rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(claim->rule->facets, i);
        const char *value = claim->facets[i].value;
        if (value && is_of_key(claim->rule, i) && !is_usual(i, value))
            g_string_append_printf(key, "\n%s=%s", facet->name, value);
    }
    return g_intern_string(key->str);
}

static Level
level_of(const ClClaims *claims, size_t i, const char *measure)
{
    const ClClaim *claim = cl_claims_get(claims, i);
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    return (Level){claim, (uint32_t)i, key_of(claim, measure),
                   when->from / 10000 * MONTHS + when->from / 100 % 100,
                   months_of(when)};
}

/* What a period brought, and no share of anything. */
static bool
is_flow(const ClClaim *claim)
{
    const ClRule *rule = claim->rule;
    return rule->check == CL_CHECK_NONE && rule->time == CL_TIME_OF_PERIOD &&
           rule->over_time == CL_OVER_TIME_VARIES &&
           rule->wording != CL_WORDING_CHANGE &&
           cl_number_is_zero(rule->tolerance) &&
           claim->quantity.kind != CL_KIND_PERCENT && is_fact(claim) &&
           is_of_full_months(&claim->facets[CL_FACET_WHEN]);
}

static int
compare_levels(const void *left, const void *right)
{
    const Level *a = left, *b = right;
    const int order = a->key == b->key ? 0 : strcmp(a->key, b->key);
    if (order)
        return order;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->months != b->months)
        return a->months < b->months ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* The levels of a key in a period; none if there are too many to choose of. */
Levels
series_levels(const Series *series, const char *key, int from, unsigned months)
{
    const Level wanted = {NULL, 0, key, from, months};
    unsigned low = 0, high = series->levels->len;
    while (low < high) {
        const unsigned middle = low + (high - low) / 2;
        if (compare_levels(&g_array_index(series->levels, Level, middle),
                           &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    Levels found = {&g_array_index(series->levels, Level, low), 0};
    for (unsigned i = low; i < series->levels->len; i++, found.count++) {
        const Level *level = &g_array_index(series->levels, Level, i);
        if (level->key != key || level->from != from || level->months != months)
            break;
    }
    return found.count <= MOST_LEVELS ? found : (Levels){NULL, 0};
}

/* ---- Findings ---------------------------------------------------------------- */

bool
series_is_told(const Series *series, const Levels *levels, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        for (unsigned j = 0; j < levels[i].count; j++)
            if (series->told[levels[i].first[j].index])
                return true;
    return false;
}

static void
add_camp(const Series *series, const Levels *levels, ClFinding *finding)
{
    ClCamp camp = {g_array_new(FALSE, FALSE, sizeof(uint32_t)), 1};
    for (unsigned i = 0; i < levels->count; i++) {
        const uint32_t index = levels->first[i].index;
        camp.sources +=
            i > 0 && cl_claims_get(series->claims, index)->article !=
                         levels->first[i - 1].claim->article;
        g_array_append_val(camp.claims, index);
    }
    g_array_append_val(finding->camps, camp);
}

void
series_add_finding(const Series *series,
                   const Levels *levels,
                   unsigned count,
                   const ClRule *rule,
                   const Reckoned *reckoned)
{
    ClFinding finding = new_finding(rule, CL_VERDICT_RELATION);
    finding.relation = g_intern_string(reckoned->words);
    finding.reckoned = true;
    finding.cause = reckoned->cause;
    finding.power = reckoned->power;
    for (unsigned i = 0; i < count; i++)
        add_camp(series, &levels[i], &finding);
    finish_finding(series->claims, finding, series->list);
}

/* 净亏损18.06亿元 adds up as -18.06亿元. */
const char *
series_words(const Levels *levels)
{
    const ClClaim *claim = levels->first->claim;
    if (cl_number_sign(claim->quantity.value) >= 0 ||
        *claim->quantity_text == '-')
        return claim->quantity_text;
    g_autofree char *minus = g_strconcat("-", claim->quantity_text, NULL);
    return g_intern_string(minus);
}

/* ---- Room ------------------------------------------------------------------- */

/* As it may be rounded. */
ClInterval
level_as_rounded(const ClClaim *claim)
{
    return quantity_with_room(&claim->quantity, cl_number_make(25, -3));
}

/* And a hundredth more: what was restated since. */
ClInterval
level_with_room(const ClClaim *claim)
{
    const ClQuantity *quantity = &claim->quantity;
    const ClInterval room = level_as_rounded(claim);
    const ClNumber slack = cl_number_multiply(cl_number_abs(quantity->value),
                                              cl_number_make(1, -2));
    return cl_interval_add(
        room, (ClInterval){.lo = cl_number_negate(slack), .hi = slack});
}

/* ---- Growth ------------------------------------------------------------------- */

/* How many months before its own period a growth started from: the year
   before, or 环比 the month or quarter before; 0: nobody knows. */
static unsigned
months_back(const ClClaim *claim)
{
    enum { QUARTER = 3 };
    const char *basis = claim->facets[CL_FACET_BASIS].value;
    const unsigned own = months_of(&claim->facets[CL_FACET_WHEN]);
    if (!basis || strcmp(basis, "yoy") == 0)
        return MONTHS;
    return strcmp(basis, "qoq") == 0 && (own == 1 || own == QUARTER) ? own : 0;
}

static bool
is_growth(const ClClaim *claim)
{
    return claim->rule->growth_of && is_fact(claim) &&
           claim->carried != CL_CARRIED_FAR &&
           is_of_full_months(&claim->facets[CL_FACET_WHEN]) &&
           months_back(claim) > 0;
}

/* 631.3亿元 told of two years: one of them is the wrong one. */
static bool
is_one_level(const ClClaim *from, const ClClaim *to)
{
    return cl_quantities_agree(&from->quantity, &to->quantity,
                               cl_number_make(0, 0)) == CL_AGREE;
}

/* From 100 to 120 is 20 percent; bases are restated, by so much at most. */
static bool
leads_to(const ClClaim *from, const ClClaim *to, const ClClaim *growth)
{
    if (!compares(from, to) || is_one_level(from, to) ||
        cl_number_sign(from->quantity.value) <= 0 ||
        cl_number_sign(to->quantity.value) <= 0)
        return true;
    const ClNumber slack =
        cl_number_multiply(from->quantity.value, cl_number_make(2, -2));
    const ClInterval base = cl_interval_add(
        level_with_room(from),
        (ClInterval){.lo = cl_number_negate(slack), .hi = slack});
    const ClInterval ratio = cl_interval_divide(level_with_room(to), base);
    const ClInterval grown =
        cl_interval_affine(ratio, cl_number_make(1, 2), cl_number_make(-1, 2));
    const ClInterval told =
        quantity_with_room(&growth->quantity, cl_number_make(1, -1));
    return !cl_interval_valid(grown) || cl_interval_meets(grown, told);
}

static bool
is_reached(const Levels *from, const Levels *to, const ClClaim *growth)
{
    for (unsigned i = 0; i < from->count; i++)
        for (unsigned j = 0; j < to->count; j++)
            if (leads_to(from->first[i].claim, to->first[j].claim, growth))
                return true;
    return false;
}

static bool
is_far(const Levels *levels)
{
    for (unsigned i = 0; i < levels->count; i++)
        if (levels->first[i].claim->carried == CL_CARRIED_FAR)
            return true;
    return false;
}

/* How much the first level of a period is over that of the year before. */
static ClInterval
grown(const Levels *from, const Levels *to)
{
    const ClInterval ratio = cl_interval_divide(
        to->first->claim->quantity.hard, from->first->claim->quantity.hard);
    return cl_interval_affine(ratio, cl_number_make(1, 2),
                              cl_number_make(-1, 2));
}

static void
add_growth(const Series *series, const Levels all[3], const ClClaim *claim)
{
    const ClInterval value = grown(&all[0], &all[1]);
    g_autoptr(GString) words = g_string_new(NULL);
    g_string_append_printf(words, "(%s - %s) / %s = ", series_words(&all[1]),
                           series_words(&all[0]), series_words(&all[0]));
    append_reckoned(value, NULL, words);
    g_string_append_printf(words, ", not %s", series_words(&all[2]));
    Reckoned reckoned = {words->str, CL_CAUSE_NONE, 0};
    reckoned.cause = slip_cause(value, claim, &reckoned.power);
    series_add_finding(series, all, 3, claim->rule, &reckoned);
}

/* ---- Growth beside its level ---------------------------------------------------- */

/* A row of a table: 47.39亿元 | -18.0%. */
static bool
is_beside(const ClClaim *growth, const ClClaim *level)
{
    return level->article == growth->article &&
           level->place.line == growth->place.line &&
           g_strcmp0(level->rule->id, growth->rule->growth_of) == 0 &&
           g_strcmp0(entity_of(level), entity_of(growth)) == 0 &&
           g_strcmp0(level->facets[CL_FACET_WHEN].value,
                     growth->facets[CL_FACET_WHEN].value) == 0 &&
           !level->facets[CL_FACET_NATURE].value && level->repeat_of < 0;
}

/* Whether a growth is that of the claim before it, at an index, and says less:
   not which profit it is of, or not of when. */
static bool
takes_after(const Series *series, uint32_t index)
{
    const ClClaim *growth = cl_claims_get(series->claims, index);
    const char *basis = growth->facets[CL_FACET_BASIS].value;
    return index > 0 && growth->rule->growth_of && growth->repeat_of < 0 &&
           !growth->facets[CL_FACET_NATURE].value && !is_early(growth) &&
           !growth->facets[CL_FACET_WHEN].assumed &&
           is_of_full_months(&growth->facets[CL_FACET_WHEN]) &&
           (!basis || strcmp(basis, "yoy") == 0) &&
           is_beside(growth, cl_claims_get(series->claims, index - 1)) &&
           (is_undated(growth) ||
            level_of(series->claims, index, growth->rule->growth_of).key !=
                level_of(series->claims, index - 1, growth->rule->growth_of)
                    .key);
}

/* The levels of a year before that the article of a growth tells itself. */
static Levels
levels_of_article(const Series *series, const Level *to)
{
    Levels found =
        series_levels(series, to->key, to->from - MONTHS, to->months);
    for (unsigned i = 0; i < found.count; i++)
        if (found.first[i].claim->article != to->claim->article)
            return (Levels){NULL, 0};
    return found;
}

/* 归母净利 47.39亿元 | -18.0%, and further down: 2023年归母净利润51.53亿元. */
static void
hold_growth_beside(const Series *series, uint32_t index)
{
    const ClClaim *claim = cl_claims_get(series->claims, index);
    const ClClaim *level = cl_claims_get(series->claims, index - 1);
    const Level to = level_of(series->claims, index - 1, level->rule->id);
    const Level growth = {claim, index, to.key, to.from, to.months};
    const Levels all[] = {
        levels_of_article(series, &to), {&to, 1}, {&growth, 1}};
    if (!all[0].count || is_far(&all[0]) ||
        is_reached(&all[0], &all[1], claim) ||
        series_is_told(series, all, G_N_ELEMENTS(all)))
        return;
    add_growth(series, all, claim);
}

/* 較9月的118.5億元成長1.5%: what it started from stands beside it, and has been
   reckoned with that. */
static bool
tells_own_base(const Series *series, const ClClaim *claim)
{
    const size_t count = cl_claims_count(series->claims);
    for (size_t i = 0; i < count; i++) {
        const ClClaim *other = cl_claims_get(series->claims, i);
        if (other->rule->check == CL_CHECK_CHANGE &&
            other->article == claim->article &&
            cl_span_overlaps(other->quantity_span, claim->quantity_span))
            return true;
    }
    return false;
}

static void
hold_growth(const Series *series, uint32_t index)
{
    const ClClaim *claim = cl_claims_get(series->claims, index);
    const Level growth =
        level_of(series->claims, index, claim->rule->growth_of);
    const Levels all[] = {
        series_levels(series, growth.key, growth.from - (int)months_back(claim),
                      growth.months),
        series_levels(series, growth.key, growth.from, growth.months),
        {&growth, 1}};
    if (!all[0].count || !all[1].count || is_far(&all[0]) || is_far(&all[1]) ||
        is_reached(&all[0], &all[1], claim) ||
        series_is_told(series, all, G_N_ELEMENTS(all)) ||
        (!claim->facets[CL_FACET_BASIS].value && tells_own_base(series, claim)))
        return;
    add_growth(series, all, claim);
}

/* ---- All ----------------------------------------------------------------------- */

static void
mark_told(const GArray *list, bool *told)
{
    for (unsigned i = 0; i < list->len; i++) {
        const ClFinding *finding = &g_array_index(list, ClFinding, i);
        for (unsigned j = 0; j < finding->camps->len; j++) {
            const GArray *camp =
                g_array_index(finding->camps, ClCamp, j).claims;
            for (unsigned k = 0; k < camp->len; k++)
                told[g_array_index(camp, uint32_t, k)] = true;
        }
    }
}

void
hold_series(const ClClaims *claims, GArray *list)
{
    const size_t count = cl_claims_count(claims);
    g_autoptr(GArray) levels = g_array_new(FALSE, FALSE, sizeof(Level));
    g_autofree bool *told = g_new0(bool, count + 1);
    const Series series = {claims, levels, told, list};
    for (size_t i = 0; i < count; i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        if (!is_flow(claim))
            continue;
        const Level level = level_of(claims, i, claim->rule->id);
        g_array_append_val(levels, level);
    }
    g_array_sort(levels, compare_levels);
    mark_told(list, told);
    hold_sums(&series);
    for (size_t i = 0; i < count && levels->len; i++)
        if (takes_after(&series, (uint32_t)i))
            hold_growth_beside(&series, (uint32_t)i);
        else if (is_growth(cl_claims_get(claims, i)))
            hold_growth(&series, (uint32_t)i);
}
