/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One figure under two labels: 1小时大定8万, 1小时锁单8万.  Told are pairs of
 * labels that exclude each other, where the figure is no chance: many digits
 * of one period, or one event; fewer where the text that has one of the labels
 * gives another figure for the other (odd.c).
 */
#include "check/private.h"

#include <string.h>

/* Digits that are no chance: of one stated period, and one more where the
   period of one side is open. */
enum { TELLING = 3 };

bool
is_exact(const ClQuantity *quantity)
{
    return quantity->shape == CL_SHAPE_POINT && !quantity->spoken;
}

static uint64_t
bit(unsigned facet)
{
    return UINT64_C(1) << facet;
}

unsigned
facet_of_bit(uint64_t bits)
{
    unsigned facet = 0;
    while (facet + 1 < MOST_FACETS && !(bits >> facet & 1))
        facet++;
    return facet;
}

bool
is_one_facet(uint64_t bits)
{
    return bits && !(bits & (bits - 1));
}

static bool
is_value(const ClClaim *claim, unsigned facet, const char *option)
{
    const ClFacetValue *value = &claim->facets[facet];
    return value->value && !value->assumed && strcmp(value->value, option) == 0;
}

/* 大定突破3万台, 小订突破3万台: one bound, one hedge. */
static bool
is_one_bound(const ClQuantity *a, const ClQuantity *b)
{
    return a->shape == CL_SHAPE_ONE_SIDED && b->shape == CL_SHAPE_ONE_SIDED &&
           cl_interval_equal(a->hard, b->hard);
}

bool
is_one_figure(const ClQuantity *a, const ClQuantity *b)
{
    return cl_number_equal(a->value, b->value) &&
           ((is_exact(a) && is_exact(b)) || is_one_bound(a, b));
}

/* What readers mix up: a facet of the rule's own, of one event. */
static bool
is_mixed_up(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const bool one_facet =
        comparison.standing == STAND_TOLD && is_one_facet(comparison.differs) &&
        comparison.differs >= bit(CL_FACET_OWN) && !comparison.unknown;
    const ClFacet *window = g_ptr_array_index(a->rule->facets, CL_FACET_WINDOW);
    const bool one_event =
        !window->used || a->facets[CL_FACET_WINDOW].value != NULL;
    return one_facet && one_event && (is_exact(&a->quantity) || window->used) &&
           is_one_figure(&a->quantity, &b->quantity);
}

/* ---- Labels that keep figures apart ----------------------------------------- */

/* 22.5万元起 is a price as it stands. */
static bool
is_stated(const ClQuantity *quantity)
{
    return is_exact(quantity) ||
           (quantity->shape == CL_SHAPE_ONE_SIDED && !quantity->spoken &&
            quantity->kind == CL_KIND_CURRENCY && quantity->hard.hi_unbounded &&
            !quantity->hard.lo_open);
}

/* Of two exact figures that are one, perhaps rounded: the digits of the less
   exact one; 0 if they are two. */
unsigned
shared_digits(const ClClaim *a, const ClClaim *b)
{
    const ClQuantity *x = &a->quantity, *y = &b->quantity;
    if (!is_stated(x) || !is_stated(y) || !compares(a, b) ||
        cl_number_sign(x->value) != cl_number_sign(y->value) ||
        cl_quantities_agree(x, y, cl_number_make(0, 0)) != CL_AGREE)
        return 0;
    return MIN(cl_number_digits(x->value), cl_number_digits(y->value));
}

/* A figure that two regions or definitions of one time share by no chance;
   what was rounded may be two that are alike. */
static bool
is_no_chance(const ClClaim *a, const ClClaim *b)
{
    const bool same = cl_number_equal(a->quantity.value, b->quantity.value);
    const unsigned digits = shared_digits(a, b);
    return (is_one_period(a, b) && same && digits >= TELLING) ||
           (may_be_one_period(a, b) && same && digits > TELLING);
}

/* Facets of the rule's own, of which one side may be silent where three digits
   are one: who counts cars says only once how. */
static uint64_t
left_open(const ClClaim *a, const ClClaim *b)
{
    return shared_digits(a, b) >= TELLING ? ~(bit(CL_FACET_OWN) - 1) : 0;
}

/* The facet that is all the difference, but for a period that is open. */
static bool
differs_in(const ClClaim *a,
           const ClClaim *b,
           Comparison comparison,
           unsigned facet)
{
    const uint64_t when =
        may_be_one_period(a, b) || is_one_period(a, b) ? bit(CL_FACET_WHEN) : 0;
    return (comparison.differs & ~when) == bit(facet) &&
           !(comparison.unknown & ~(uint64_t)UNSAID & ~when & ~left_open(a, b));
}

/* The share in China told as that of the world. */
static bool
is_part_as_whole(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    return differs_in(a, b, comparison, CL_FACET_REGION) &&
           !a->facets[CL_FACET_REGION].assumed &&
           !b->facets[CL_FACET_REGION].assumed &&
           is_value(a, CL_FACET_REGION, "global") !=
               is_value(b, CL_FACET_REGION, "global") &&
           is_no_chance(a, b);
}

/* Money of one stated period, rounded or not: who leaves out two items of many
   does not come out where he began. */
static bool
is_one_sum(const ClClaim *a, const ClClaim *b)
{
    return a->quantity.kind == CL_KIND_CURRENCY && is_one_period(a, b) &&
           shared_digits(a, b) >= TELLING;
}

/* 经调整净利润 told as 归母净利润, or as 净利润 and no more: what is called that
   alone may be either of the others, but not the adjusted one. */
static bool
is_other_definition(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const bool both = a->facets[CL_FACET_DEFINITION].value &&
                      b->facets[CL_FACET_DEFINITION].value;
    return differs_in(a, b, comparison, CL_FACET_DEFINITION) &&
           is_value(a, CL_FACET_DEFINITION, "adjusted") !=
               is_value(b, CL_FACET_DEFINITION, "adjusted") &&
           (is_one_sum(a, b) || (both && is_no_chance(a, b)));
}

static bool
is_side(const char *value, const ClRelation *relation)
{
    return strcmp(value, relation->less) == 0 ||
           strcmp(value, relation->more) == 0;
}

/* Of one period, all three digits of it: what else one side says (新增) was
   understood from other words. */
static Comparison
without_nature(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    if (is_one_period(a, b) && shared_digits(a, b) >= TELLING)
        comparison.differs &= ~bit(CL_FACET_NATURE);
    return comparison;
}

/* 付费用户2.63亿, 月活2.63亿: options that the rule puts in an order are two
   things; of others (交付, 销量) one may be a word for the other. */
static bool
is_other_kind(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const ClRule *rule = a->rule;
    for (unsigned i = 0; i < rule->relations->len; i++) {
        const ClRelation *relation =
            &g_array_index(rule->relations, ClRelation, i);
        const char *x = a->facets[relation->facet].value;
        const char *y = b->facets[relation->facet].value;
        if (differs_in(a, b, without_nature(a, b, comparison),
                       relation->facet) &&
            !a->facets[relation->facet].assumed &&
            !b->facets[relation->facet].assumed && is_side(x, relation) &&
            is_side(y, relation))
            return is_no_chance(a, b);
    }
    return false;
}

static bool
is_said_beside(const ClFacetValue *value)
{
    return value->value && !value->assumed && !value->lent && !value->aside;
}

/* 大定28.9万台 of one hour told as that of three minutes: who copies a count
   copies its window, and two windows hold one count by no chance; whatever
   comes in within a window is new.  A bound may be true of both, but nobody
   says 25,000 of both. */
static bool
is_other_window(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    enum { FEW = 2 };
    const uint64_t loose =
        bit(CL_FACET_WHEN) | bit(CL_FACET_REGION) | bit(CL_FACET_NATURE);
    return (comparison.differs & ~loose) == bit(CL_FACET_WINDOW) &&
           !(comparison.unknown & ~(uint64_t)UNSAID & ~loose) &&
           is_said_beside(&a->facets[CL_FACET_WINDOW]) &&
           is_said_beside(&b->facets[CL_FACET_WINDOW]) &&
           a->article != b->article && compares(a, b) &&
           (is_undated(a) || is_undated(b) || ends_soon(a, b)) &&
           cl_number_equal(a->quantity.value, b->quantity.value) &&
           cl_number_digits(a->quantity.value) >= FEW;
}

/* Two names beside their figures: what comes from another sentence may be
   another name's, and what is a part may be that of the same name. */
static bool
names_its_own(const ClClaim *claim)
{
    return claim->carried == CL_CARRIED_NOT &&
           g_strcmp0(claim->facets[CL_FACET_NATURE].value, "part") != 0;
}

/* All of five digits of a house told of one of its brands; 合计 may stand beside
   one of them. */
static bool
is_other_house(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    enum { ALL = 5 };
    if (is_said_beside(&a->facets[CL_FACET_WHEN]) &&
        is_said_beside(&b->facets[CL_FACET_WHEN]))
        comparison = without_nature(a, b, comparison);
    const unsigned facet = facet_of_bit(comparison.differs);
    return is_one_facet(comparison.differs) &&
           differs_in(a, b, comparison, facet) &&
           is_part_of_other(a, b, facet) && names_its_own(a) &&
           names_its_own(b) && is_one_period(a, b) &&
           shared_digits(a, b) >= ALL;
}

bool
is_expected(const ClClaim *claim)
{
    return is_value(claim, CL_FACET_MODALITY, "forecast") ||
           is_value(claim, CL_FACET_MODALITY, "target");
}

/* 4.15万至4.35万辆, 41,500 to 43,500: both ends, as guidance has them. */
static bool
is_one_range(const ClClaim *a, const ClClaim *b)
{
    return a->quantity.shape == CL_SHAPE_RANGE &&
           b->quantity.shape == CL_SHAPE_RANGE &&
           cl_interval_equal(a->quantity.hard, b->quantity.hard);
}

/* What is expected of the year told as what it brought, while it still runs:
   once it is over, a forecast may have come true.  Of which quarter it was is
   no matter, for no fact is known of one that still runs. */
static bool
is_forecast_as_fact(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    enum { FEW = 10 };
    const ClClaim *fact = is_expected(a) ? b : a;
    const uint64_t differs = comparison.differs & ~bit(CL_FACET_WHEN);
    return differs == bit(CL_FACET_MODALITY) &&
           !(comparison.unknown & ~(uint64_t)UNSAID & ~bit(CL_FACET_WHEN) &
             ~(is_one_range(a, b) ? ~(bit(CL_FACET_OWN) - 1)
                                  : left_open(a, b))) &&
           is_expected(a) != is_expected(b) &&
           g_strcmp0(fact->facets[CL_FACET_MODALITY].value, "actual") == 0 &&
           is_early(fact) && !is_undated(fact) && ends_soon(a, b) &&
           compares(a, b) && ABS(a->quantity.value.digits) >= FEW &&
           cl_number_equal(a->quantity.value, b->quantity.value);
}

bool
is_relabel(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    return is_mixed_up(a, b, comparison) ||
           is_part_as_whole(a, b, comparison) ||
           is_other_definition(a, b, comparison) ||
           is_other_kind(a, b, comparison) ||
           is_other_window(a, b, comparison) ||
           is_other_house(a, b, comparison) ||
           is_forecast_as_fact(a, b, comparison) ||
           is_other_period(a, b, comparison);
}
