/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A stated relation reckoned again with intervals.  Written figures may be
 * rounded, and the result is given the same room; whatever could hold in some
 * reading holds.
 */
#include "check/reckon.h"

#include <string.h>

enum { MONTH = 31, YEAR = 12 * MONTH };

/* ---- Room for rounding ------------------------------------------------------ */

static ClInterval
move_ends(ClInterval interval, ClNumber down, ClNumber up)
{
    interval.lo = cl_number_subtract(interval.lo, down);
    interval.hi = cl_number_add(interval.hi, up);
    return interval;
}

/* 36家 are no 35.5: whole things told one by one are not rounded. */
static bool
is_counted(const ClQuantity *quantity)
{
    return quantity->kind == CL_KIND_COUNT && quantity->place == 0 &&
           quantity->value.divisor == 1;
}

/* 7.02亿 may be 7.015亿; 10万 may be 9.75万, hardly 9.5万. */
ClInterval
quantity_with_room(const ClQuantity *quantity, ClNumber most)
{
    if (quantity->shape == CL_SHAPE_SOFT || quantity->shape == CL_SHAPE_RANGE ||
        is_counted(quantity))
        return quantity->hard;
    const ClNumber half = cl_number_make(5, quantity->place - 1);
    const ClNumber part =
        cl_number_multiply(cl_number_abs(quantity->value), most);
    const ClNumber room = cl_number_min(half, part);
    return move_ends(quantity->hard, room, room);
}

/* More than doubled is no 1.93 times: a word is no rounded figure. */
static bool
is_passed_in_words(const ClQuantity *quantity)
{
    return quantity->shape == CL_SHAPE_ONE_SIDED &&
           quantity->kind == CL_KIND_MULTIPLE;
}

/* 增长12% may be 11.6 (rounded). */
static ClInterval
rounded_result(const ClQuantity *quantity)
{
    if (quantity->shape == CL_SHAPE_SOFT || quantity->shape == CL_SHAPE_RANGE ||
        is_passed_in_words(quantity))
        return quantity->hard;
    const int place = precision_of(quantity, quantity->value);
    const ClNumber half = cl_number_make(5, place - 1);
    return move_ends(quantity->hard, half, half);
}

/* 增长12% may be 12.9 (truncated). */
static ClInterval
truncated_result(const ClQuantity *quantity)
{
    if (quantity->shape == CL_SHAPE_SOFT || quantity->shape == CL_SHAPE_RANGE)
        return quantity->hard;
    const int place = precision_of(quantity, quantity->value);
    ClInterval wide = move_ends(quantity->hard, cl_number_make(0, 0),
                                cl_number_make(1, place));
    wide.hi_open = true;
    return wide;
}

/* Either. */
static ClInterval
loosen_result(const ClQuantity *quantity)
{
    return cl_interval_hull(rounded_result(quantity),
                            truncated_result(quantity));
}

/* Whether figures make a result: with room for their own rounding if it is
   rounded, as they are written if it is truncated.  Both at once would make
   two of 5万 and 20万 three times. */
static bool
makes_result(ClInterval loose, ClInterval exact, const ClQuantity *told)
{
    return !cl_interval_valid(loose) || !cl_interval_valid(exact) ||
           cl_interval_meets(loose, rounded_result(told)) ||
           cl_interval_meets(exact, truncated_result(told));
}

static ClInterval
operand(const Statement *statement, const ClClaim *claim, bool loose)
{
    return loose ? quantity_with_room(&claim->quantity,
                                      statement->rule->tolerance)
                 : claim->quantity.hard;
}

/* ---- Each check -------------------------------------------------------------- */

/* Without its sign: 降到 and 增至 are told by the words. */
static ClInterval
without_sign(ClInterval interval)
{
    const ClNumber zero = cl_number_make(0, 0);
    if (!interval.lo_unbounded && cl_number_sign(interval.lo) >= 0)
        return interval;
    const ClInterval turned =
        cl_interval_affine(interval, cl_number_make(-1, 0), zero);
    if (!interval.hi_unbounded && cl_number_sign(interval.hi) <= 0)
        return turned;
    ClInterval both = cl_interval_hull(interval, turned);
    both.lo = zero;
    both.lo_open = both.lo_unbounded = false;
    return both;
}

static bool
is_points(const ClClaim *claim)
{
    return claim->quantity.kind == CL_KIND_PERCENTAGE_POINT;
}

/* What became of it, below zero for a fall. */
static ClInterval
reckon_signed(const Statement *statement, bool loose)
{
    const ClInterval from =
        operand(statement, statement->parts[CL_PART_FROM], loose);
    const ClInterval to =
        operand(statement, statement->parts[CL_PART_TO], loose);
    if (is_points(statement->parts[CL_PART_CHANGE]))
        return cl_interval_subtract(to, from);
    const ClInterval ratio = cl_interval_divide(to, from);
    return cl_interval_affine(ratio, cl_number_make(1, 2),
                              cl_number_make(-1, 2));
}

static ClInterval
reckon_change(const Statement *statement, bool loose)
{
    return without_sign(reckon_signed(statement, loose));
}

/* 增长204% is 3.04 times as many. */
static ClInterval
multiple_of_change(const ClClaim *change, bool loose)
{
    const ClInterval grown =
        loose ? loosen_result(&change->quantity) : change->quantity.hard;
    return cl_interval_affine(grown, cl_number_make(1, -2),
                              cl_number_make(1, 0));
}

static ClInterval
reckon_multiple(const Statement *statement, bool loose)
{
    if (statement->parts[CL_PART_CHANGE])
        return multiple_of_change(statement->parts[CL_PART_CHANGE], loose);
    return cl_interval_divide(
        operand(statement, statement->parts[CL_PART_TO], loose),
        operand(statement, statement->parts[CL_PART_FROM], loose));
}

static ClInterval
reckon_difference(const Statement *statement, bool loose)
{
    const ClInterval apart = cl_interval_subtract(
        operand(statement, statement->parts[CL_PART_TO], loose),
        operand(statement, statement->parts[CL_PART_FROM], loose));
    return statement->parts[CL_PART_ADDED] ? apart : without_sign(apart);
}

static ClInterval
reckon_share(const Statement *statement, bool loose)
{
    const ClInterval ratio = cl_interval_divide(
        operand(statement, statement->parts[CL_PART_SOME], loose),
        operand(statement, statement->parts[CL_PART_ALL], loose));
    return cl_interval_affine(ratio, cl_number_make(1, 2),
                              cl_number_make(0, 0));
}

/* The terms of a set of bits. */
static ClInterval
add_some(const Statement *statement, unsigned chosen, bool loose)
{
    ClInterval sum = cl_interval_point(cl_number_make(0, 0));
    for (unsigned i = 0; i < statement->terms->len; i++)
        if (chosen >> i & 1)
            sum = cl_interval_add(
                sum,
                operand(statement,
                        g_array_index(statement->terms, ClClaim *, i), loose));
    if (statement->parts[CL_PART_REST])
        sum = cl_interval_add(
            sum, operand(statement, statement->parts[CL_PART_REST], loose));
    return sum;
}

static unsigned
all_terms(const Statement *statement)
{
    return (1u << statement->terms->len) - 1;
}

static ClInterval
reckon_total(const Statement *statement, bool loose)
{
    return add_some(statement, all_terms(statement), loose);
}

static ClInterval (*const reckonings[])(const Statement *, bool) = {
    [CL_CHECK_CHANGE] = reckon_change,
    [CL_CHECK_MULTIPLE] = reckon_multiple,
    [CL_CHECK_DIFFERENCE] = reckon_difference,
    [CL_CHECK_SUM] = reckon_total,
    [CL_CHECK_SHARES] = reckon_total,
    [CL_CHECK_SHARE] = reckon_share,
    [CL_CHECK_PART] = NULL,
};

/* As far as both may be rounded. */
static bool
is_at_most(const Statement *statement, ClPart lower, ClPart upper)
{
    const ClInterval less = operand(statement, statement->parts[lower], true);
    const ClInterval more = operand(statement, statement->parts[upper], true);
    return less.lo_unbounded || more.hi_unbounded ||
           cl_number_compare(less.lo, more.hi) <= 0;
}

/* 从4.8亿到2.7亿，增长45%: a rise must not end lower than it began. */
bool
statement_sign_holds(const Statement *statement)
{
    const ClClaim *change = statement->parts[CL_PART_CHANGE];
    if (statement->rule->check != CL_CHECK_CHANGE)
        return true;
    if (change->quantity.form == CL_FORM_GROWTH)
        return is_at_most(statement, CL_PART_FROM, CL_PART_TO);
    return change->quantity.form != CL_FORM_DECLINE ||
           is_at_most(statement, CL_PART_TO, CL_PART_FROM);
}

/* 增长了3倍 is held against what was added, not against the level. */
ClInterval
statement_value(const Statement *statement)
{
    if (!statement_sign_holds(statement))
        return reckon_signed(statement, false);
    const ClInterval value =
        reckonings[statement->rule->check](statement, false);
    const ClClaim *times = statement->parts[CL_PART_TIMES];
    if (!times || times->quantity.form == CL_FORM_LEVEL)
        return value;
    return cl_interval_affine(value, cl_number_make(1, 0),
                              cl_number_make(-1, 0));
}

const ClClaim *
statement_result(const Statement *statement)
{
    static const ClPart results[] = {
        [CL_CHECK_CHANGE] = CL_PART_CHANGE,
        [CL_CHECK_MULTIPLE] = CL_PART_TIMES,
        [CL_CHECK_DIFFERENCE] = CL_PART_DIFFERENCE,
        [CL_CHECK_SUM] = CL_PART_TOTAL,
        [CL_CHECK_SHARES] = CL_PARTS,
        [CL_CHECK_YEARS] = CL_PART_YEARS,
        [CL_CHECK_DIRECTION] = CL_PARTS,
        [CL_CHECK_SHARE] = CL_PART_SHARE,
        [CL_CHECK_PART] = CL_PARTS,
    };
    const ClPart part = statement->parts[CL_PART_ADDED]
                            ? CL_PART_ADDED
                            : results[statement->rule->check];
    return part == CL_PARTS ? NULL : statement->parts[part];
}

/* ---- Sums --------------------------------------------------------------------- */

/* What lies beyond a whole cannot be; with a rest it must be exactly one. */
static bool
makes_whole(const Statement *statement, ClInterval sum)
{
    const ClNumber whole = cl_number_make(1, 2);
    if (!statement->parts[CL_PART_REST])
        return sum.lo_unbounded || cl_number_compare(sum.lo, whole) <= 0;
    return cl_interval_holds(sum, whole);
}

static bool
sum_agrees(const Statement *statement, unsigned chosen)
{
    const ClInterval sum = add_some(statement, chosen, true);
    const ClClaim *total = statement_result(statement);
    if (!cl_interval_valid(sum))
        return true;
    return total ? makes_result(sum, add_some(statement, chosen, false),
                                &total->quantity)
                 : makes_whole(statement, sum);
}

static unsigned
count_bits(unsigned bits)
{
    unsigned count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* Which figures were added up is a guess: if any choice of them fits, it was
   that one. */
static bool
total_holds(const Statement *statement)
{
    const unsigned all = all_terms(statement);
    const bool rest = statement->parts[CL_PART_REST];
    if (statement->all || (!rest && !statement_result(statement)))
        return sum_agrees(statement, all);
    for (unsigned chosen = all; chosen > 0; chosen--)
        if (count_bits(chosen) >= (rest ? 1 : 2) &&
            sum_agrees(statement, chosen))
            return true;
    return false;
}

/* ---- Years ---------------------------------------------------------------------- */

static int
count_days(ClDay day)
{
    return day / 10000 * YEAR + (day / 100 % 100 - 1) * MONTH + day % 100 - 1;
}

int
years_between(ClDay from, ClDay to)
{
    return count_days(to) - count_days(from);
}

/* From a period to another, or to the day the article speaks of. */
static void
span_years(const Statement *statement, int *least, int *most)
{
    const ClFacetValue *day =
        &statement->parts[CL_PART_YEARS]->facets[CL_FACET_WHEN];
    const ClFacetValue *early = day, *late = day;
    if (statement->parts[CL_PART_TO])
        late = &statement->parts[CL_PART_TO]->facets[CL_FACET_WHEN];
    if (statement->parts[CL_PART_SINCE])
        early = &statement->parts[CL_PART_SINCE]->facets[CL_FACET_WHEN];
    else if (statement->parts[CL_PART_FROM])
        early = &statement->parts[CL_PART_FROM]->facets[CL_FACET_WHEN];
    else { /* 5年前，也就是2020年 */
        early = late;
        late = day;
    }
    *least = years_between(early->to, late->from);
    *most = years_between(early->from, late->to);
}

/* Years that have passed are told in full ones: 7.9 years are 7.  Who came in
   2019 may have begun to work together later, never before. */
static bool
years_hold(const Statement *statement)
{
    int least, most;
    const ClInterval told = statement->parts[CL_PART_YEARS]->quantity.hard;
    span_years(statement, &least, &most);
    if (most < 0)
        return true;
    const ClNumber ratio = cl_number_make(YEAR, 0);
    const ClNumber full = cl_number_make(MAX(least, 0) / YEAR, 0);
    if (!told.lo_unbounded &&
        cl_number_compare(cl_number_multiply(told.lo, ratio),
                          cl_number_make(most, 0)) > 0)
        return false;
    return statement->parts[CL_PART_SINCE] || told.hi_unbounded ||
           cl_number_compare(told.hi, full) >= 0;
}

/* ---- Parts ------------------------------------------------------------------- */

/* What parts make beyond their whole, both as they may be rounded. */
static bool
parts_exceed(const Statement *statement)
{
    const ClClaim *all = statement->parts[CL_PART_ALL];
    const ClInterval sum = reckon_total(statement, true);
    const ClInterval over =
        cl_interval_subtract(sum, operand(statement, all, true));
    if (!cl_interval_valid(over) || over.lo_unbounded || over.hi_unbounded ||
        cl_number_sign(over.lo) <= 0)
        return false;
    bool slipped = is_slip_of_sum(&all->quantity, over, true);
    for (unsigned i = 0; i < statement->terms->len && !slipped; i++)
        slipped = is_slip_of_sum(
            &g_array_index(statement->terms, ClClaim *, i)->quantity, over,
            false);
    return slipped && is_much(over, all->quantity.value);
}

/* ---- All checks ------------------------------------------------------------------ */

static ClInterval
less_one(ClInterval value)
{
    return cl_interval_affine(value, cl_number_make(1, 0),
                              cl_number_make(-1, 0));
}

/* 增长了3倍 is four times as many. */
static bool
times_agree(const ClQuantity *told, ClInterval loose, ClInterval exact)
{
    return told->form == CL_FORM_LEVEL
               ? makes_result(loose, exact, told)
               : makes_result(less_one(loose), less_one(exact), told);
}

/* Three times more may be three or four times as many. */
static bool
is_ambiguous(const ClClaim *times)
{
    static const char *const words[] = {"times more", "times higher",
                                        "times larger", "times greater",
                                        "times bigger"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(times->sentence, words[i]))
            return true;
    return false;
}

static bool
multiple_holds(const Statement *statement)
{
    const ClClaim *times = statement->parts[CL_PART_TIMES];
    const ClInterval loose = reckon_multiple(statement, true);
    const ClInterval exact = reckon_multiple(statement, false);
    ClQuantity told = times->quantity;
    if (told.form == CL_FORM_DECLINE)
        return true; /* 下降了3倍 has no meaning that could be reckoned */
    if (times_agree(&told, loose, exact))
        return true;
    told.form = told.form == CL_FORM_LEVEL ? CL_FORM_GROWTH : CL_FORM_LEVEL;
    return is_ambiguous(times) && times_agree(&told, loose, exact);
}

/* 12.4% is no share that 86 have in 10: whole and part were misread.  A
   slip may make a part somewhat larger than its whole. */
static bool
is_part_of_less(const Statement *statement)
{
    enum { TWICE = 2 };
    const ClClaim *share = statement->parts[CL_PART_SHARE];
    if (statement->rule->check != CL_CHECK_SHARE || !share ||
        cl_number_compare(share->quantity.value, cl_number_make(1, 2)) >= 0)
        return false;
    const ClNumber most =
        cl_number_multiply(statement->parts[CL_PART_ALL]->quantity.value,
                           cl_number_make(TWICE, 0));
    return cl_number_compare(statement->parts[CL_PART_SOME]->quantity.value,
                             most) > 0;
}

/* Points are the difference of two percentages and of nothing else. */
static bool
can_be_judged(const Statement *statement)
{
    if (is_part_of_less(statement))
        return false;
    const ClClaim *result = statement_result(statement);
    return !result || !is_points(result) ||
           statement->parts[CL_PART_TO]->quantity.kind == CL_KIND_PERCENT;
}

bool
statement_holds(const Statement *statement)
{
    if (!can_be_judged(statement))
        return true;
    if (statement->rule->check == CL_CHECK_YEARS)
        return years_hold(statement);
    if (statement->rule->check == CL_CHECK_DIRECTION)
        return is_at_most(statement, CL_PART_LESS, CL_PART_MORE);
    if (statement->rule->check == CL_CHECK_PART)
        return statement->parts[CL_PART_SOME]
                   ? is_at_most(statement, CL_PART_SOME, CL_PART_ALL)
                   : !parts_exceed(statement);
    if (!statement_sign_holds(statement))
        return false;
    if (reckonings[statement->rule->check] == reckon_total)
        return total_holds(statement);
    if (statement->rule->check == CL_CHECK_MULTIPLE)
        return multiple_holds(statement);
    const ClCheck check = statement->rule->check;
    return makes_result(reckonings[check](statement, true),
                        reckonings[check](statement, false),
                        &statement_result(statement)->quantity);
}

/* ---- Causes ---------------------------------------------------------------------- */

static bool
meets_moved(ClInterval value, const ClQuantity *told, int by)
{
    const ClInterval moved =
        cl_interval_affine(value, cl_number_make(1, 0), cl_number_make(by, 0));
    return cl_interval_meets(moved, loosen_result(told));
}

/* 从12%到17%，提高5%: points told as percent. */
static bool
is_points_as_percent(const Statement *statement)
{
    const ClClaim *change = statement->parts[CL_PART_CHANGE];
    return statement->rule->check == CL_CHECK_CHANGE && !is_points(change) &&
           statement->parts[CL_PART_TO]->quantity.kind == CL_KIND_PERCENT &&
           cl_interval_meets(reckon_difference(statement, true),
                             loosen_result(&change->quantity));
}

/* 从100到300，增长300%: what it is told as what was added. */
static bool
is_level_as_growth(const Statement *statement, ClInterval value)
{
    const ClClaim *result = statement_result(statement);
    if (statement->rule->check == CL_CHECK_CHANGE)
        return meets_moved(value, &result->quantity, 100);
    if (statement->rule->check != CL_CHECK_MULTIPLE || result->quantity.spoken)
        return false;
    const bool grown = result->quantity.form != CL_FORM_LEVEL;
    return meets_moved(value, &result->quantity, grown ? 1 : -1);
}

ClCause
slip_cause(ClInterval value, const ClClaim *told, int *power)
{
    *power = 0;
    if (!cl_interval_is_point(value) || !cl_interval_valid(value))
        return CL_CAUSE_NONE;
    ClQuantity reckoned = told->quantity;
    reckoned.kind = CL_KIND_NUMBER;
    reckoned.value =
        cl_number_round(value.lo, told->quantity.place, CL_ROUND_HALF_AWAY);
    return find_cause(&reckoned, &told->quantity, power);
}

ClCause
statement_cause(const Statement *statement, int *power)
{
    const ClClaim *result = statement_result(statement);
    *power = 0;
    if (statement->rule->check == CL_CHECK_YEARS || !result)
        return CL_CAUSE_NONE;
    if (!statement_sign_holds(statement))
        return CL_CAUSE_SIGN;
    if (is_points_as_percent(statement))
        return CL_CAUSE_POINTS;
    const ClInterval value = statement_value(statement);
    if (is_level_as_growth(statement, value))
        return CL_CAUSE_GROWTH;
    const ClCause cause = slip_cause(value, result, power);
    ClNumber meant;
    if (cause == CL_CAUSE_NONE && statement_swap(statement, &meant))
        return CL_CAUSE_TRANSPOSED;
    return cause;
}
