/* SPDX-License-Identifier: Apache-2.0 */
/* Intervals meet, contain, order and reckon as sets of values do. */
#include "quantity/quantity.h"
#include "unit.h"

#include <string.h>

static ClNumber
number(const char *text)
{
    ClNumber n = CL_NUMBER_OVERFLOW;
    ck_assert(cl_number_parse(text, &n));
    return n;
}

/* "[1, 2)", "(-inf, 5]" */
static ClInterval
interval(const char *text)
{
    ClInterval i = {.lo = cl_number_make(0, 0), .hi = cl_number_make(0, 0)};
    g_auto(GStrv) ends = g_strsplit(text + 1, ", ", 2);
    const size_t last = strlen(ends[1]) - 1;
    i.lo_unbounded = strcmp(ends[0], "-inf") == 0;
    i.hi_unbounded = g_str_has_prefix(ends[1], "+inf");
    i.lo_open = *text == '(' && !i.lo_unbounded;
    i.hi_open = ends[1][last] == ')' && !i.hi_unbounded;
    ends[1][last] = '\0';
    if (!i.lo_unbounded)
        i.lo = number(ends[0]);
    if (!i.hi_unbounded)
        i.hi = number(ends[1]);
    return i;
}

static void
assert_prints(ClInterval i, const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    cl_interval_print(i, out);
    ck_assert_str_eq(out->str, text);
}

static const struct {
    const char *name, *a, *b;
    bool meet;
} meetings[] = {
    {"a point meets the closed end", "[24, 24]", "[24, +inf)", true},
    {"a point misses the open end", "[24, 24]", "(24, +inf)", false},
    {"touching closed ends meet", "[1, 2]", "[2, 3]", true},
    {"an end open on one side is shared by none", "[1, 2)", "[2, 3]", false},
    {"overlap", "[45, 50)", "[40.5, 49.5]", true},
    {"unbounded both ways", "(-inf, 5]", "[5, +inf)", true},
    {"apart", "(-inf, 5)", "(5, +inf)", false},
};

START_TEST(intervals_meet_where_they_share_a_value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(meetings); i++) {
        const ClInterval a = interval(meetings[i].a);
        const ClInterval b = interval(meetings[i].b);
        ck_assert_msg(cl_interval_meets(a, b) == meetings[i].meet, "%s",
                      meetings[i].name);
        ck_assert_msg(cl_interval_meets(b, a) == meetings[i].meet, "%s",
                      meetings[i].name);
    }
}
END_TEST

START_TEST(a_closed_interval_holds_its_open_one)
{
    ck_assert(cl_interval_contains(interval("[1, 2]"), interval("(1, 2)")));
    ck_assert(!cl_interval_contains(interval("(1, 2)"), interval("[1, 2]")));
    ck_assert(!cl_interval_contains(interval("[1, 2)"), interval("[1, 2]")));
    ck_assert(!cl_interval_contains(interval("[1, 2]"), interval("[1, 3]")));
    ck_assert(!cl_interval_contains(interval("(1, 2]"), interval("[1, 2]")));
    ck_assert(cl_interval_contains(interval("[1, 2)"), interval("[1, 2)")));
    ck_assert(
        cl_interval_contains(interval("(-inf, +inf)"), interval("[1, +inf)")));
    ck_assert(cl_interval_holds(interval("(1, 2]"), number("2")));
    ck_assert(!cl_interval_holds(interval("(1, 2]"), number("1")));
}
END_TEST

START_TEST(order_is_by_lower_then_upper_end)
{
    static const char *const ordered[] = {
        "(-inf, 1)", "(-inf, 1]", "(-inf, +inf)", "[1, 2)", "[1, 2]",
        "[1, +inf)", "(1, 2)",    "(1, +inf)",    "[2, 2]"};
    for (size_t i = 0; i < G_N_ELEMENTS(ordered); i++) {
        for (size_t k = 0; k < G_N_ELEMENTS(ordered); k++) {
            const int order =
                cl_interval_compare(interval(ordered[i]), interval(ordered[k]));
            ck_assert_int_eq((order > 0) - (order < 0), (i > k) - (i < k));
            ck_assert(cl_interval_equal(interval(ordered[i]),
                                        interval(ordered[k])) == (i == k));
        }
    }
}
END_TEST

static const struct {
    const char *name, *a;
    char sign;
    const char *b, *result;
} sums[] = {
    {"sum", "[1, 2)", '+', "[10, 20]", "[11, 22)"},
    {"sum without bound", "[1, +inf)", '+', "(2, 3]", "(3, +inf)"},
    {"difference", "[10, 20]", '-', "(1, 2]", "[8, 19)"},
    {"product", "[2, 3]", '*', "[4, 5)", "[8, 15)"},
    {"product across zero", "[-2, 3]", '*', "[4, 5]", "[-10, 15]"},
    {"product without bound", "(2, +inf)", '*', "[3, 3]", "(6, +inf)"},
    {"zero takes all", "[0, 0]", '*', "[1, +inf)", "[0, 0]"},
    {"zero is taken by all", "[1, +inf)", '*', "[0, 0]", "[0, 0]"},
    {"zero that is not reached", "(0, 1]", '*', "[2, 3]", "(0, 3]"},
    {"times zero that is not reached", "[2, 3]", '*', "(0, 1]", "(0, 3]"},
    {"neither zero is reached", "(0, 1]", '*', "(0, 2]", "(0, 2]"},
    {"one zero is reached", "[0, 1]", '*', "(0, 2]", "[0, 2]"},
    {"nearly zero times without bound", "(0, 1]", '*', "[2, +inf)",
     "(0, +inf)"},
    {"product of both below zero", "[-3, -2)", '*', "[-5, -4]", "(8, 15]"},
    {"product without bound below zero", "(-inf, -2]", '*', "[3, 3]",
     "(-inf, -6]"},
    {"quotient", "[10, 20]", '/', "[2, 4]", "[2.5, 10]"},
    {"quotient by what holds zero", "[1, 2]", '/', "[-1, 1]", "(-inf, +inf)"},
    {"quotient by what nears zero", "[1, 2]", '/', "(0, 2]", "[0.5, +inf)"},
    {"quotient by what has no bound", "[1, 2]", '/', "[2, +inf)", "(0, 1]"},
    {"quotient by what nears zero from below", "[1, 2]", '/', "[-2, 0)",
     "(-inf, -0.5]"},
    {"quotient by what is below zero", "[1, 2]", '/', "[-4, -2]",
     "[-1, -0.25]"},
    {"quotient by nothing", "[1, 2]", '/', "(0, 0)", "(-inf, +inf)"},
    {"common values of the later", "(2, 5]", '&', "[1, 3)", "(2, 3)"},
    {"hull of the later", "(2, 5]", '|', "[1, 3)", "[1, 5]"},
    {"hull of ends that differ in openness", "[1, 3]", '|', "[2, 3)", "[1, 3]"},
    {"hull of what lies within", "[1, 5]", '|', "(2, 3)", "[1, 5]"},
    {"common values", "[1, 3)", '&', "(2, 5]", "(2, 3)"},
    {"hull", "[1, 3)", '|', "(2, 5]", "[1, 5]"},
};

static ClInterval
reckon(ClInterval a, char sign, ClInterval b)
{
    switch (sign) {
    case '+':
        return cl_interval_add(a, b);
    case '-':
        return cl_interval_subtract(a, b);
    case '*':
        return cl_interval_multiply(a, b);
    case '/':
        return cl_interval_divide(a, b);
    case '&':
        return cl_interval_intersect(a, b);
    default:
        return cl_interval_hull(a, b);
    }
}

START_TEST(arithmetic_keeps_every_value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sums); i++)
        assert_prints(
            reckon(interval(sums[i].a), sums[i].sign, interval(sums[i].b)),
            sums[i].result);
}
END_TEST

START_TEST(a_negative_factor_turns_the_ends)
{
    assert_prints(
        cl_interval_affine(interval("(5, +inf)"), number("-1"), number("0")),
        "(-inf, -5)");
    assert_prints(
        cl_interval_affine(interval("[1, 2)"), number("2"), number("1")),
        "[3, 5)");
    assert_prints(
        cl_interval_affine(interval("(-inf, 2]"), number("-2"), number("1")),
        "[-3, +inf)");
    assert_prints(
        cl_interval_affine(interval("(-inf, 2]"), number("2"), number("1")),
        "(-inf, 5]");
}
END_TEST

START_TEST(an_overflow_makes_an_interval_invalid)
{
    const ClNumber bad = CL_NUMBER_OVERFLOW, one = number("1");
    static const struct {
        const char *name;
        bool lo, hi, lo_unbounded, hi_unbounded, valid;
    } rows[] = {
        {"both ends hold", true, true, false, false, true},
        {"the lower end does not", false, true, false, false, false},
        {"the upper end does not", true, false, false, false, false},
        {"an end without bound is not looked at", false, true, true, false,
         true},
        {"nor is the upper one", true, false, false, true, true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const ClInterval made = {.lo = rows[i].lo ? one : bad,
                                 .hi = rows[i].hi ? one : bad,
                                 .lo_unbounded = rows[i].lo_unbounded,
                                 .hi_unbounded = rows[i].hi_unbounded};
        ck_assert_msg(cl_interval_valid(made) == rows[i].valid, "%s",
                      rows[i].name);
    }
}
END_TEST

START_TEST(only_two_closed_equal_ends_are_a_point)
{
    static const struct {
        const char *text;
        bool point;
    } rows[] = {
        {"[3, 3]", true},        {"[3, 4]", false},    {"(3, 3]", false},
        {"[3, 3)", false},       {"(-inf, 0]", false}, {"[0, +inf)", false},
        {"(-inf, +inf)", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        ck_assert_msg(cl_interval_is_point(interval(rows[i].text)) ==
                          rows[i].point,
                      "%s", rows[i].text);
}
END_TEST

RUN_TESTS("interval",
          intervals_meet_where_they_share_a_value,
          a_closed_interval_holds_its_open_one,
          order_is_by_lower_then_upper_end,
          arithmetic_keeps_every_value,
          a_negative_factor_turns_the_ends,
          an_overflow_makes_an_interval_invalid,
          only_two_closed_equal_ends_are_a_point)
