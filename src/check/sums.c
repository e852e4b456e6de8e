/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two quarters make a half, wherever they stand: periods that the levels of
 * their parts do not make up.
 */
#include "check/series.h"

/** Periods that make another one, by their first months and lengths. */
typedef struct {
    unsigned months, count;
    struct {
        unsigned after, months;
    } parts[MOST_PARTS];
} Partition;

static const Partition partitions[] = {
    {3, 3, {{0, 1}, {1, 1}, {2, 1}}},
    {6, 2, {{0, 3}, {3, 3}}},
    {9, 2, {{0, 6}, {6, 3}}},
    {9, 3, {{0, 3}, {3, 3}, {6, 3}}},
    {12, 2, {{0, 6}, {6, 6}}},
    {12, 2, {{0, 9}, {9, 3}}},
    {12, 3, {{0, 6}, {6, 3}, {9, 3}}},
    {12, 4, {{0, 3}, {3, 3}, {6, 3}, {9, 3}}},
    /* 前9个月 and 10月 make 前10个月 */
    {2, 2, {{0, 1}, {1, 1}}},
    {3, 2, {{0, 2}, {2, 1}}},
    {4, 2, {{0, 3}, {3, 1}}},
    {5, 2, {{0, 4}, {4, 1}}},
    {6, 2, {{0, 5}, {5, 1}}},
    {7, 2, {{0, 6}, {6, 1}}},
    {8, 2, {{0, 7}, {7, 1}}},
    {9, 2, {{0, 8}, {8, 1}}},
    {10, 2, {{0, 9}, {9, 1}}},
    {11, 2, {{0, 10}, {10, 1}}},
    {12, 2, {{0, 11}, {11, 1}}},
};

/* Whether some choice of the parts from one on makes what is left; one writer
   restates nothing, so there is room for rounding only. */
static bool
makes_up(const Levels *parts,
         unsigned count,
         const ClClaim *whole,
         ClInterval sum,
         bool alone)
{
    if (count == 0)
        return !cl_interval_valid(sum) ||
               cl_interval_meets(sum, alone ? level_as_rounded(whole)
                                            : level_with_room(whole));
    for (unsigned i = 0; i < parts->count; i++) {
        const ClClaim *part = parts->first[i].claim;
        const bool own = part->article == whole->article;
        if (!compares(part, whole) ||
            makes_up(parts + 1, count - 1, whole,
                     cl_interval_add(sum, own ? level_as_rounded(part)
                                              : level_with_room(part)),
                     alone && own))
            return true;
    }
    return false;
}

/* What makes nearly the whole is of the same company, though its name stands
   far away. */
static bool
is_known_to_be_parts(const Levels *all, unsigned count)
{
    bool far = false;
    ClNumber sum = cl_number_make(0, 0);
    const ClNumber whole = all[count].first->claim->quantity.value;
    for (unsigned i = 0; i <= count; i++)
        far |= all[i].first->claim->carried == CL_CARRIED_FAR;
    for (unsigned i = 0; i < count; i++)
        sum = cl_number_add(sum, all[i].first->claim->quantity.value);
    const ClNumber off = cl_number_abs(cl_number_subtract(sum, whole));
    const ClNumber most =
        cl_number_multiply(cl_number_abs(whole), cl_number_make(1, -1));
    return !far || (cl_number_valid(off) && cl_number_valid(most) &&
                    cl_number_compare(off, most) <= 0);
}

/* Those of one article; levels come article by article. */
static Levels
own_levels(const Levels *levels, const ClArticleInfo *article)
{
    Levels own = {levels->first, 0};
    for (unsigned i = 0; i < levels->count; i++) {
        if (levels->first[i].claim->article != article)
            continue;
        own.first = own.count ? own.first : levels->first + i;
        own.count++;
    }
    return own;
}

/* The first figure of each, with the sign that it adds up with. */
static void
add_broken_sum(const Series *series, const Levels *all, unsigned count)
{
    static const ClRule sum = {.check = CL_CHECK_SUM, .tolerance = {25, 1, -3}};
    ClClaim claims[MOST_PARTS + 1];
    g_autoptr(GArray) terms = g_array_new(FALSE, FALSE, sizeof(ClClaim *));
    Statement statement = {.rule = &sum, .terms = terms, .all = true};
    for (unsigned i = 0; i <= count; i++) {
        const ClClaim *const term = &claims[i];
        claims[i] = *all[i].first->claim;
        claims[i].quantity_text = series_words(&all[i]);
        if (i < count)
            g_array_append_val(terms, term);
        else
            statement.parts[CL_PART_TOTAL] = term;
    }
    g_autofree char *words = statement_explain(&statement);
    Reckoned reckoned = {words, CL_CAUSE_NONE, 0};
    reckoned.cause = statement_cause(&statement, &reckoned.power);
    series_add_finding(series, all, count + 1, all[count].first->claim->rule,
                       &reckoned);
}

/* Where a whole is already told to be another than elsewhere, and the parts
   that its own article tells do not make it up: that says which is wrong. */
static void
hold_own_parts(const Series *series,
               const Levels *all,
               unsigned count,
               const Level *whole)
{
    Levels own[MOST_PARTS + 1];
    for (unsigned i = 0; i < count; i++) {
        own[i] = own_levels(&all[i], whole->claim->article);
        if (!own[i].count)
            return;
    }
    own[count] = (Levels){whole, 1};
    if (!makes_up(own, count, whole->claim,
                  cl_interval_point(cl_number_make(0, 0)), true) &&
        is_known_to_be_parts(own, count))
        add_broken_sum(series, own, count);
}

static void
hold_partition(const Series *series,
               const Levels *whole,
               const Partition *partition)
{
    Levels all[MOST_PARTS + 1];
    const unsigned count = partition->count;
    for (unsigned i = 0; i < count; i++) {
        all[i] =
            series_levels(series, whole->first->key,
                          whole->first->from + (int)partition->parts[i].after,
                          partition->parts[i].months);
        if (!all[i].count)
            return;
    }
    all[count] = *whole;
    for (unsigned i = 0; i < whole->count; i++)
        if (series->told[whole->first[i].index])
            hold_own_parts(series, all, count, &whole->first[i]);
    for (unsigned i = 0; i < whole->count; i++)
        if (makes_up(all, count, whole->first[i].claim,
                     cl_interval_point(cl_number_make(0, 0)), true))
            return;
    if (!series_is_told(series, all, count + 1) &&
        is_known_to_be_parts(all, count))
        add_broken_sum(series, all, count);
}

/* Every period of every key. */
void
hold_sums(const Series *series)
{
    const Level *before = NULL;
    for (unsigned i = 0; i < series->levels->len; i++) {
        const Level *level = &g_array_index(series->levels, Level, i);
        const bool again = before && before->key == level->key &&
                           before->from == level->from &&
                           before->months == level->months;
        before = level;
        if (again)
            continue;
        const Levels whole =
            series_levels(series, level->key, level->from, level->months);
        for (size_t j = 0; j < G_N_ELEMENTS(partitions) && whole.count; j++)
            if (partitions[j].months == level->months)
                hold_partition(series, &whole, &partitions[j]);
    }
}
