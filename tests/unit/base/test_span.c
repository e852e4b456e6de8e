/* SPDX-License-Identifier: Apache-2.0 */
/* Spans share bytes, hold and join each other. */
#include "base/base.h"

#include "unit.h"

static const struct {
    const char *name;
    ClSpan a, b;
    bool overlaps, contains;
    ClSpan join;
} rows[] = {
    {"equal", {2, 5}, {2, 5}, true, true, {2, 5}},
    {"apart", {0, 2}, {4, 6}, false, false, {0, 6}},
    {"touching share no byte", {0, 2}, {2, 4}, false, false, {0, 4}},
    {"one byte shared", {0, 3}, {2, 4}, true, false, {0, 4}},
    {"inner", {0, 9}, {3, 4}, true, true, {0, 9}},
    {"inner at the start", {0, 9}, {0, 4}, true, true, {0, 9}},
    {"inner at the end", {0, 9}, {5, 9}, true, true, {0, 9}},
    {"outer asked as inner", {3, 4}, {0, 9}, true, false, {0, 9}},
    {"empty after the end", {0, 2}, {3, 3}, false, false, {0, 3}},
    {"as far as a size goes", {0, SIZE_MAX}, {9, 9}, true, true, {0, SIZE_MAX}},
};

START_TEST(two_spans_relate_as_their_bytes_do)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const ClSpan a = rows[i].a, b = rows[i].b;
        const ClSpan join = cl_span_join(b, a);
        ck_assert_msg(cl_span_overlaps(a, b) == rows[i].overlaps &&
                          cl_span_overlaps(b, a) == rows[i].overlaps,
                      "%s: overlaps", rows[i].name);
        ck_assert_msg(cl_span_contains(a, b) == rows[i].contains,
                      "%s: contains", rows[i].name);
        ck_assert_msg(join.start == rows[i].join.start &&
                          join.end == rows[i].join.end,
                      "%s: join", rows[i].name);
    }
}
END_TEST

RUN_TESTS("base/span", two_spans_relate_as_their_bytes_do)
