/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A quantity in another unit.  Growth is no level: 增长了2倍 is three times as
 * much, 增长50% one and a half times.
 */
#include "quantity/vocabulary.h"

#include <string.h>

static ClNumber
whole(int64_t n)
{
    return cl_number_make(n, 0);
}

static void
apply(ClQuantity *q, ClNumber factor, ClNumber offset)
{
    q->hard = cl_interval_affine(q->hard, factor, offset);
    q->usual = cl_interval_affine(q->usual, factor, offset);
    q->value = cl_number_add(cl_number_multiply(q->value, factor), offset);
    q->upper = cl_number_add(cl_number_multiply(q->upper, factor), offset);
    if (factor.divisor == 1)
        q->place += cl_number_is_zero(factor) ? 0 : factor.exponent;
}

static bool
is_unit(const ClVocabulary *v, ClUnitId unit, const char *name)
{
    return strcmp(cl_vocabulary_unit(v, unit)->name, name) == 0;
}

/* Between percent and multiple, by the form of each side: a share of 50 % is
 * 0.5 times, growth of 50 % 1.5 times. */
static bool
convert_ratio(const ClVocabulary *v, ClUnitId to, ClQuantity *q)
{
    const bool from_percent = is_unit(v, q->unit, "percent");
    const bool from_times = is_unit(v, q->unit, "times");
    if (is_unit(v, to, "times") && (from_percent || from_times)) {
        if (from_percent)
            apply(q, cl_number_make(1, -2), whole(0));
        if (q->form != CL_FORM_LEVEL)
            apply(q, whole(1), whole(1));
        q->form = CL_FORM_LEVEL;
        q->unit = to;
        return true;
    }
    if (!is_unit(v, to, "percent") || !from_times)
        return false;
    if (q->form == CL_FORM_LEVEL)
        apply(q, whole(1), whole(-1));
    apply(q, cl_number_make(1, 2), whole(0));
    q->form = CL_FORM_GROWTH;
    q->unit = to;
    return true;
}

/* 一半 and 三分之一 answer percent. */
static bool
convert_fraction(const ClVocabulary *v, ClUnitId to, ClQuantity *q)
{
    if (q->unit || q->kind != CL_KIND_FRACTION || !is_unit(v, to, "percent"))
        return false;
    apply(q, cl_number_make(1, 2), whole(0));
    q->unit = to;
    q->kind = CL_KIND_PERCENT;
    return true;
}

static bool
is_whole(const ClQuantity *q)
{
    return cl_number_valid(q->value) && cl_number_valid(q->upper) &&
           cl_interval_valid(q->hard) && cl_interval_valid(q->usual);
}

bool
cl_quantity_convert(const ClVocabulary *vocabulary,
                    const ClQuantity *quantity,
                    ClUnitId to,
                    ClQuantity *out)
{
    ClNumber factor;
    *out = *quantity;
    if (is_unit(vocabulary, quantity->unit, "times") && quantity->unit == to &&
        quantity->form != CL_FORM_LEVEL)
        return convert_ratio(vocabulary, to, out) && is_whole(out);
    if (quantity->unit == to)
        return true;
    if (convert_fraction(vocabulary, to, out) ||
        convert_ratio(vocabulary, to, out))
        return is_whole(out);
    if (!cl_unit_convert(vocabulary, quantity->unit, to, &factor))
        return false;
    apply(out, factor, whole(0));
    out->unit = to;
    out->kind = cl_vocabulary_unit(vocabulary, to)->kind;
    return is_whole(out);
}
