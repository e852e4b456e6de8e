/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A phrase becomes a quantity: the hedge that holds gives both readings, a
 * change gives the sign.  lo <= hi, and usual lies in hard, always.
 */
#include "quantity/phrase.h"

static const ClUnit *
unit_of(const ClReader *r, ClUnitId unit)
{
    return cl_vocabulary_unit(r->vocabulary, unit);
}

/* 三成 and the like: a round word, where nothing else hedges it. */
static int
spoken_hedge(const ClReader *r, const ClPhrase *p)
{
    if (!(unit_of(r, p->unit)->flags & CL_UNIT_SPOKEN) ||
        !(p->n.flags & CL_NUMERAL_LONE) || p->ranged || p->n.place < 0)
        return 0;
    return r->vocabulary->spoken;
}

static int
choose_hedge(const ClReader *r, const ClPhrase *p)
{
    const int around[] = {p->n.hedge, p->before, p->after};
    int best = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(around); i++) {
        if (around[i] && (best == 0 || around[i] < best))
            best = around[i];
    }
    return best ? best : spoken_hedge(r, p);
}

/* 三成 is told as 30 %. */
CL_SELDOM static void
settle_unit(ClPhrase *p, const ClUnit *unit)
{
    if (cl_number_compare(p->n.upper, unit->below) < 0 ||
        cl_number_sign(p->n.value) < 0) {
        p->n.value = cl_number_multiply(p->n.value, unit->by);
        p->n.upper = cl_number_multiply(p->n.upper, unit->by);
        p->n.place += unit->by.exponent;
        p->n.tail += unit->by.exponent;
        p->n.hedge_unit += unit->by.exponent;
    }
    p->unit = unit->becomes;
}

static ClQuantityKind
kind_of(const ClReader *r, const ClPhrase *p)
{
    if (p->said)
        return p->kind;
    if (p->n.flags & CL_NUMERAL_ORDINAL)
        return CL_KIND_ORDINAL;
    if (p->unit)
        return unit_of(r, p->unit)->kind;
    if (p->n.flags & CL_NUMERAL_RANGED)
        return CL_KIND_RANGE;
    if (p->n.flags & CL_NUMERAL_FRACTION)
        return CL_KIND_FRACTION;
    return CL_KIND_NUMBER;
}

static ClInterval
negate(ClInterval i)
{
    return cl_interval_affine(i, cl_number_make(-1, 0), cl_number_make(0, 0));
}

/* ---- Readings ---------------------------------------------------------- */

/* below -5: the hedge looks at the line of numbers, not at the size. */
static void
read_below_zero(const ClHedge *hedge, ClNumber value, ClQuantity *out)
{
    const bool upward = hedge->hard.hi.unbounded;
    const bool open = upward ? hedge->hard.lo.open : hedge->hard.hi.open;
    out->hard = (ClInterval){.lo = value,
                             .hi = value,
                             .lo_open = upward && open,
                             .hi_open = !upward && open,
                             .lo_unbounded = !upward,
                             .hi_unbounded = upward};
    out->usual = out->hard;
}

static void
read_hedged(const ClReader *r,
            const ClPhrase *p,
            const ClHedge *hedge,
            ClQuantity *out)
{
    const int tail = hedge == cl_vocabulary_hedge(r->vocabulary, p->n.hedge)
                         ? p->n.hedge_unit
                         : p->n.tail;
    if (p->negative && hedge->shape == CL_SHAPE_ONE_SIDED) {
        read_below_zero(hedge, cl_number_negate(p->n.value), out);
        return;
    }
    const ClHedgeNumber number = {p->n.value, cl_number_make(1, tail)};
    out->hard = cl_hedge_width(&hedge->hard, number);
    out->usual =
        hedge->hard_only ? out->hard : cl_hedge_width(&hedge->usual, number);
    if (unit_of(r, p->unit)->flags & CL_UNIT_SIGNED &&
        hedge->shape == CL_SHAPE_ONE_SIDED && !out->hard.lo_unbounded &&
        cl_number_is_zero(out->hard.lo)) {
        out->hard.lo_unbounded = true;
        out->hard.lo_open = false;
    }
}

/* 超过三四百, 300到500以上: a bound takes one end, anything else both. */
static void
read_range(const ClHedge *hedge, const ClPhrase *p, ClQuantity *out)
{
    ClInterval i = {.lo = p->n.value, .hi = p->n.upper};
    out->shape = CL_SHAPE_RANGE;
    if (hedge->shape == CL_SHAPE_ONE_SIDED && hedge->hard.hi.unbounded) {
        i.hi_unbounded = true;
        i.lo_open = hedge->hard.lo.open;
        out->shape = CL_SHAPE_ONE_SIDED;
    } else if (hedge->shape == CL_SHAPE_ONE_SIDED) {
        i.lo = cl_number_make(0, 0);
        i.lo_open = true;
        i.hi_open = hedge->hard.hi.open;
        out->shape = CL_SHAPE_ONE_SIDED;
    }
    out->hard = out->usual = i;
}

/* Nearly all are: both readings are the number written. */
static bool
is_exact(const ClPhrase *p, int hedge)
{
    return !hedge && !p->ranged && !(p->n.flags & CL_NUMERAL_RANGED);
}

CL_SELDOM static void
apply_sign(const ClPhrase *p, ClQuantity *out)
{
    const bool bounded =
        p->negative && out->shape == CL_SHAPE_ONE_SIDED && !p->ranged;
    if (cl_number_sign(p->n.value) < 0)
        return;
    if (!bounded) {
        out->hard = negate(out->hard);
        out->usual = negate(out->usual);
    }
    out->value = cl_number_negate(p->n.value);
    out->upper = cl_number_negate(p->n.upper);
    if (p->ranged || p->n.flags & CL_NUMERAL_RANGED) {
        const ClNumber lower = out->upper;
        out->upper = out->value;
        out->value = lower;
    }
}

static bool
has_sign(const ClPhrase *p)
{
    return p->negative || p->form == CL_FORM_DECLINE;
}

static bool
is_sound(const ClQuantity *q)
{
    if (!cl_number_valid(q->value) || !cl_number_valid(q->upper) ||
        !cl_interval_valid(q->hard) || !cl_interval_valid(q->usual))
        return false;
    return q->hard.lo_unbounded || q->hard.hi_unbounded ||
           cl_number_compare(q->hard.lo, q->hard.hi) <= 0;
}

/* 近0, 不到0人: no value lies there but the written one. */
static ClInterval
fill_empty(ClInterval i)
{
    if (!i.lo_unbounded && !i.hi_unbounded && cl_number_equal(i.lo, i.hi))
        i.lo_open = i.hi_open = false;
    return i;
}

static bool
is_same(ClInterval a, ClInterval b)
{
    return a.lo_open == b.lo_open && a.hi_open == b.hi_open &&
           a.lo_unbounded == b.lo_unbounded &&
           a.hi_unbounded == b.hi_unbounded && cl_number_equal(a.lo, b.lo) &&
           cl_number_equal(a.hi, b.hi);
}

/* The usual reading lies in the hard one. */
static void
narrow_usual(ClQuantity *q)
{
    if (is_same(q->hard, q->usual) || cl_interval_contains(q->hard, q->usual))
        return;
    q->usual = cl_interval_meets(q->hard, q->usual)
                   ? cl_interval_intersect(q->hard, q->usual)
                   : q->hard;
}

/* False if a number overflowed. */
static bool
settle_readings(ClQuantity *q)
{
    if (!is_sound(q))
        return false;
    q->hard = fill_empty(q->hard);
    q->usual = fill_empty(q->usual);
    narrow_usual(q);
    return true;
}

/* False if a number overflowed. */
CL_SELDOM static bool
read_inexact(const ClReader *r, const ClPhrase *p, int id, ClQuantity *out)
{
    const ClHedge *hedge = cl_vocabulary_hedge(r->vocabulary, id);
    if (id && !p->ranged && !(p->n.flags & CL_NUMERAL_RANGED))
        read_hedged(r, p, hedge, out);
    else
        read_range(hedge, p, out);
    if (has_sign(p))
        apply_sign(p, out);
    return settle_readings(out);
}

bool
cl_phrase_finish(const ClReader *r, ClPhrase *p, ClQuantity *out)
{
    if (!cl_number_valid(p->n.value) || !cl_number_valid(p->n.upper))
        return false;
    const int id = choose_hedge(r, p);
    const ClHedge *hedge = cl_vocabulary_hedge(r->vocabulary, id);
    const ClUnit *unit = unit_of(r, p->unit);
    if (unit->becomes)
        settle_unit(p, unit);
    out->span = (ClSpan){p->start, p->end};
    out->number = (ClSpan){p->n.start, p->n.end};
    out->kind = kind_of(r, p);
    out->shape = hedge->shape;
    out->form = p->form;
    out->value = p->n.value;
    out->upper = p->n.upper;
    out->place = p->n.place;
    out->unit = p->unit;
    out->per = p->per;
    out->hedge = hedge->name;
    out->spoken = id && id == r->vocabulary->spoken;
    out->span_of_values = p->both_hold;
    if (!is_exact(p, id))
        return read_inexact(r, p, id, out);
    out->hard = out->usual = cl_interval_point(p->n.value);
    if (has_sign(p))
        apply_sign(p, out);
    return true;
}
