/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of bytes: whether they touch, hold or join each other. */
#include "base/base.h"

bool
cl_span_overlaps(ClSpan a, ClSpan b)
{
    return a.start < b.end && b.start < a.end;
}

bool
cl_span_contains(ClSpan outer, ClSpan inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

ClSpan
cl_span_join(ClSpan a, ClSpan b)
{
    return (ClSpan){MIN(a.start, b.start), MAX(a.end, b.end)};
}
