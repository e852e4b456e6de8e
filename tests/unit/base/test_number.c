/* SPDX-License-Identifier: Apache-2.0 */
/* Exact arithmetic: rows by hand, and thousands of pairs against 128 bits. */
#include "base/base.h"

#include <string.h>

#include "unit.h"

__extension__ typedef __int128 Wide;

enum { PAIRS = 20000 };

static ClNumber
number(const char *text)
{
    ClNumber n;
    ck_assert_msg(cl_number_parse(text, &n), "not a number: %s", text);
    return n;
}

static char *
printed(ClNumber n, ClRounding rounding)
{
    GString *out = g_string_new(NULL);
    cl_number_print(n, rounding, out);
    return g_string_free(out, FALSE);
}

static Wide
gcd(Wide a, Wide b)
{
    return b ? gcd(b, a % b) : a < 0 ? -a : a;
}

/* What base.h promises of every result. */
static bool
is_normal(ClNumber n)
{
    if (n.divisor == 0 || n.digits == 0)
        return n.digits == 0 && n.exponent == 0 && n.divisor <= 1;
    return n.divisor > 0 && n.digits % 10 != 0 && n.divisor % 2 != 0 &&
           n.divisor % 5 != 0 && gcd(n.digits, n.divisor) == 1;
}

/* ---- Reading and printing ---------------------------------------------- */

static const struct {
    const char *text;
    ClNumber expected;
} parsed[] = {
    {"0", {0, 1, 0}},
    {"-0.00", {0, 1, 0}},
    {"289000", {289, 1, 3}},
    {"28.9", {289, 1, -1}},
    {"28.90", {289, 1, -1}},
    {"-0.35", {-35, 1, -2}},
    {"+7", {7, 1, 0}},
    {"007", {7, 1, 0}},
    {".5", {5, 1, -1}},
    {"5.", {5, 1, 0}},
    {"1e6", {1, 1, 6}},
    {"1E6", {1, 1, 6}},
    {"2.5e-3", {25, 1, -4}},
    {"1e+2", {1, 1, 2}},
    {"0e99999", {0, 1, 0}},
    {"1e400", {1, 1, 400}},
    {"-9223372036854775807/3", {-INT64_MAX, 3, 0}},
    {"1/3", {1, 3, 0}},
    {"-2/6", {-1, 3, 0}},
    {"1/2", {5, 1, -1}},
    {"3/8", {375, 1, -3}},
    {"1/40", {25, 1, -3}},
    {"7/12", {175, 3, -2}},
    {"200/300", {2, 3, 0}},
    {"1/3000", {1, 3, -3}},
    {"1.5/3", {5, 1, -1}},
    {"0/7", {0, 1, 0}},
    {"9223372036854775807", {INT64_MAX, 1, 0}},
    {"-9223372036854775807", {-INT64_MAX, 1, 0}},
    {"100000000000000000000000000000", {1, 1, 29}},
    {"1.00000000000000000000000000000", {1, 1, 0}},
    {"0.00000000000000000000000000001", {1, 1, -29}},
    /* too long to hold */
    {"9223372036854775809", {0, 0, 0}},
    {"-9223372036854775809", {0, 0, 0}},
    {"0.33333333333333333333", {0, 0, 0}},
    {"1000000000000000000000000000000000000000000000000000001", {0, 0, 0}},
    /* more digits follow what no longer fits */
    {"1000000000000000000000000000000000000000000000000000011", {0, 0, 0}},
    {"170141183460469231731687303715884105728", {0, 0, 0}}, /* 2^127 */
    {"1/1000000000000000000000000000000000000000000000000000001", {0, 0, 0}},
    {"1e401", {0, 0, 0}},
    {"1e-401", {0, 0, 0}},
    {"1e999999999999999999999", {0, 0, 0}},
    {"1/140737488355329", {0, 0, 0}},
    {"1/9223372036854775809", {0, 0, 0}},
    {"1/0", {0, 0, 0}},
};

START_TEST(a_number_is_read_in_normal_form)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parsed); i++) {
        const ClNumber n = number(parsed[i].text);
        ck_assert_msg(cl_number_equal(n, parsed[i].expected), "%s: %ld/%ld e%d",
                      parsed[i].text, (long)n.digits, (long)n.divisor,
                      n.exponent);
        ck_assert_msg(is_normal(n), "%s", parsed[i].text);
    }
}
END_TEST

static const char *const not_numbers[] = {
    "",     "-",     ".",     "-.",   "e5",    "1e",    "1e ",  "1e 5", "1e\t5",
    "1e+",  "1.2.3", "1,000", " 1",   "1 ",    "--1",   "+-1",  "1/",   "/3",
    "1/-3", "1/+3",  "1/3.0", "1/3.", "1/3e2", "1e2/3", "0x10", "inf",  "nan",
    "１２", "二十",  "1%",    "1e5x", "1/3/2", "1e5.0",
};

START_TEST(what_is_no_number_leaves_the_result_alone)
{
    for (size_t i = 0; i < G_N_ELEMENTS(not_numbers); i++) {
        ClNumber n = {7, 3, 1};
        ck_assert_msg(!cl_number_parse(not_numbers[i], &n), "'%s'",
                      not_numbers[i]);
        ck_assert_msg(cl_number_equal(n, (ClNumber){7, 3, 1}), "'%s'",
                      not_numbers[i]);
    }
}
END_TEST

static const struct {
    const char *text, *floor, *ceiling;
} prints[] = {
    {"0", "0", "0"},
    {"289e3", "289000", "289000"},
    {"-5e-1", "-0.5", "-0.5"},
    {"28.9", "28.9", "28.9"},
    {"-106.76", "-106.76", "-106.76"},
    {"0.001", "0.001", "0.001"},
    {"1e21", "1000000000000000000000", "1000000000000000000000"},
    {"9223372036854775807", "9223372036854775807", "9223372036854775807"},
    {"9223372036854775.807", "9223372036854775.807", "9223372036854775.807"},
    {"0.9223372036854775807", "0.9223372036854775807", "0.9223372036854775807"},
    {"1/1024", "0.0009765625", "0.0009765625"},
    {"1/3", "0.333333333333", "0.333333333334"},
    {"-1/3", "-0.333333333334", "-0.333333333333"},
    {"2/3", "0.666666666666", "0.666666666667"},
    {"200/3", "66.6666666666", "66.6666666667"},
    {"1/7", "0.142857142857", "0.142857142858"},
    {"22/7", "3.14285714285", "3.14285714286"},
    {"1/300", "0.00333333333333", "0.00333333333334"},
    {"100000000000000/3", "33333333333300", "33333333333400"},
    {"2999999999999999/3000", "999999999999", "1000000000000"},
    {"1/99999999999999", "0.00000000000001", "0.0000000000000100000000001"},
};

START_TEST(numbers_print_plainly_and_endless_ones_with_twelve_digits)
{
    for (size_t i = 0; i < G_N_ELEMENTS(prints); i++) {
        const ClNumber n = number(prints[i].text);
        g_autofree char *floor = printed(n, CL_ROUND_FLOOR);
        g_autofree char *ceiling = printed(n, CL_ROUND_CEILING);
        ck_assert_str_eq(floor, prints[i].floor);
        ck_assert_str_eq(ceiling, prints[i].ceiling);
    }
}
END_TEST

START_TEST(the_largest_and_smallest_print_whole)
{
    static const struct {
        ClNumber n;
        size_t length;
        const char *end;
    } rows[] = {
        {{1, 1, 400}, 401, "0"},
        {{1, 1, -400}, 402, "01"},
        {{1, 3, 400}, 400, "0000"},
        {{1, 3, -400}, 414, "333333333333"},
        {{-1, 3, -395}, 410, "0333333333333"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = printed(rows[i].n, CL_ROUND_TRUNCATE);
        ck_assert_msg(strlen(text) == rows[i].length &&
                          g_str_has_suffix(text, rows[i].end),
                      "row %zu: %s", i, text);
    }
    g_autofree char *overflow = printed(CL_NUMBER_OVERFLOW, CL_ROUND_FLOOR);
    ck_assert_str_eq(overflow, "overflow");
}
END_TEST

START_TEST(make_and_ratio_give_the_normal_form)
{
    ck_assert(cl_number_equal(cl_number_make(28900, 1), number("289000")));
    ck_assert(cl_number_equal(cl_number_make(0, 9), number("0")));
    ck_assert(cl_number_equal(cl_number_ratio(6, -9), number("-2/3")));
    ck_assert(
        cl_number_equal(cl_number_ratio(INT64_MIN, INT64_MIN), number("1")));
    ck_assert(!cl_number_valid(cl_number_ratio(5, 0)));
    ck_assert(!cl_number_valid(cl_number_ratio(0, 0)));
    ck_assert(!cl_number_valid(cl_number_make(INT64_MIN, 0)));
    ck_assert(!cl_number_valid(cl_number_make(1, INT32_MAX)));
    ck_assert(!cl_number_valid(cl_number_make(1, INT32_MIN)));
}
END_TEST

/* ---- Arithmetic -------------------------------------------------------- */

static const struct {
    const char *a;
    char operator;
    const char *b, *result; /* NULL: does not fit */
} sums[] = {
    {"0.1", '+', "0.2", "0.3"},
    {"1/3", '+', "1/6", "0.5"},
    {"1/3", '+', "2/3", "1"},
    {"28.9e4", '+', "0", "289000"},
    {"5", '+', "-5", "0"},
    {"1e18", '+', "1", "1000000000000000001"},
    {"9223372036854775807", '+', "1", NULL},
    {"9223372036854775807", '+', "3", "922337203685477581e1"},
    {"1e30", '+', "1", NULL},
    {"1e30", '+', "1e30", "2e30"},
    {"1e300", '+', "1e-300", NULL},
    {"1/140737488355327", '+', "1/140737488355327", "2/140737488355327"},
    {"9e18", '+', "-1/140737488355327", NULL},
    /* the sum fits, though not over the product of the divisors */
    {"140737488355326/140737488355327", '+', "1/140737488355327", "1"},
    /* sums of 128 bits that leave them */
    {"1/3", '+', "1e50", NULL},
    {"100000000000000000000000000000000000000/140737488355327", '+',
     "9223372036854775807", NULL},
    {"1", '-', "0.9", "0.1"},
    {"1/2", '-', "1/3", "1/6"},
    {"-1/3", '-', "-1/3", "0"},
    {"-9223372036854775807", '-', "1", NULL},
    {"1/3", '*', "3", "1"},
    {"28.9", '*', "10000", "289000"},
    {"-2/3", '*', "-3/2", "1"},
    {"0", '*', "1e400", "0"},
    {"9223372036854775807", '*', "1e9", "9223372036854775807e9"},
    {"9223372036854775807", '*', "9223372036854775807", NULL},
    {"140737488355327/3", '*', "3/140737488355327", "1"},
    {"1e300", '*', "1e300", NULL},
    {"1e-300", '*', "1e-300", NULL},
    {"1", '/', "3", "1/3"},
    {"1", '/', "8", "0.125"},
    {"-1", '/', "-0.25", "4"},
    {"24", '/', "28.9", "240/289"},
    {"0", '/', "5", "0"},
    {"5", '/', "0", NULL},
    {"0", '/', "0", NULL},
    {"1e300", '/', "1e-300", NULL},
    /* both sides have 127 bits, their sum has 128 */
    {"170141183460469231700000000000000000000/7", '+', "9000000000000000001",
     NULL},
    {"1", '/', "140737488355327", "1/140737488355327"},
    {"1", '/', "140737488355329", NULL}, /* a divisor has 47 bits */
    {"1e400", '/', "3e-5", NULL},
    {"1e-400", '/', "3e5", NULL},
    /* 2^126 over 5^26 is more than 2^127 digits */
    {"9223372036854775807", '/', "1490116119384765625/140737488355327", NULL},
    {"1", '/', "4611686018427387904", NULL}, /* 2^62: 5^62 is too long */
};

static ClNumber
calculate(ClNumber a, char operator, ClNumber b)
{
    switch (operator) {
    case '+':
        return cl_number_add(a, b);
    case '-':
        return cl_number_subtract(a, b);
    case '*':
        return cl_number_multiply(a, b);
    default:
        return cl_number_divide(a, b);
    }
}

START_TEST(sums_are_exact_or_overflow)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sums); i++) {
        const ClNumber expected =
            sums[i].result ? number(sums[i].result) : CL_NUMBER_OVERFLOW;
        const ClNumber n =
            calculate(number(sums[i].a), sums[i].operator, number(sums[i].b));
        ck_assert_msg(cl_number_equal(n, expected), "%s %c %s", sums[i].a,
                      sums[i].operator, sums[i].b);
    }
}
END_TEST

START_TEST(an_overflow_stays_an_overflow)
{
    const ClNumber bad = CL_NUMBER_OVERFLOW, none = number("0"),
                   few = number("-5");
    for (const char *operator= "+-*/"; *operator; operator++) {
        ck_assert(!cl_number_valid(calculate(bad, *operator, few)));
        ck_assert(!cl_number_valid(calculate(few, *operator, bad)));
        ck_assert(!cl_number_valid(calculate(bad, *operator, none)));
        ck_assert(!cl_number_valid(calculate(none, *operator, bad)));
        ck_assert(!cl_number_valid(calculate(bad, *operator, bad)));
    }
    ck_assert(!cl_number_valid(cl_number_negate(bad)));
    ck_assert(!cl_number_valid(cl_number_abs(bad)));
    ck_assert(!cl_number_valid(cl_number_shift(bad, 3)));
    ck_assert(!cl_number_valid(cl_number_round(bad, 0, CL_ROUND_FLOOR)));
    const ClNumber others[] = {few, none, number("5")};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        ck_assert(!cl_number_valid(cl_number_min(bad, others[i])));
        ck_assert(!cl_number_valid(cl_number_min(others[i], bad)));
        ck_assert(!cl_number_valid(cl_number_max(bad, others[i])));
        ck_assert(!cl_number_valid(cl_number_max(others[i], bad)));
    }
    ck_assert(!cl_number_is_zero(bad));
    ck_assert(cl_number_is_zero(none));
    ck_assert_int_eq(cl_number_sign(bad), 0);
    ck_assert_int_eq(cl_number_magnitude(bad), 0);
}
END_TEST

START_TEST(small_functions_do_what_they_say)
{
    const ClNumber low = number("-2/3"), high = number("0.5");
    ck_assert_int_eq(cl_number_sign(low), -1);
    ck_assert_int_eq(cl_number_sign(high), 1);
    ck_assert_int_eq(cl_number_sign(number("0")), 0);
    ck_assert(cl_number_equal(cl_number_negate(low), number("2/3")));
    ck_assert(cl_number_equal(cl_number_abs(low), number("2/3")));
    ck_assert(cl_number_equal(cl_number_abs(high), high));
    ck_assert(cl_number_equal(cl_number_min(low, high), low));
    ck_assert(cl_number_equal(cl_number_min(high, low), low));
    ck_assert(cl_number_equal(cl_number_max(low, high), high));
    ck_assert(cl_number_equal(cl_number_max(high, low), high));
    ck_assert(cl_number_equal(cl_number_shift(low, 4), number("-20000/3")));
    ck_assert(cl_number_is_zero(cl_number_shift(number("0"), 9999)));
    ck_assert(!cl_number_valid(cl_number_shift(high, INT32_MAX)));
    const ClNumber third = number("1/3");
    for (int sign = -1; sign <= 1; sign += 2) {
        ck_assert(cl_number_valid(cl_number_shift(third, 400 * sign)));
        ck_assert(!cl_number_valid(cl_number_shift(third, 401 * sign)));
        ck_assert(cl_number_valid(
            cl_number_divide(cl_number_make(1, 400 * sign), number("3"))));
    }
    ck_assert(!cl_number_valid(cl_number_shift(high, INT32_MIN)));
    ck_assert_uint_eq(cl_number_digits(number("-120300")), 4);
    ck_assert_uint_eq(cl_number_digits(number("0")), 0);
    ck_assert_uint_eq(cl_number_digits(third), 0); /* they have no end */
}
END_TEST

/* ---- Comparing --------------------------------------------------------- */

static const struct {
    const char *smaller, *larger;
} pairs[] = {
    {"-1", "0"},
    {"0", "1e-400"},
    {"-1e400", "-1e-400"},
    {"-1e400", "1e-400"},
    {"1e-400", "1e400"},
    {"-9223372036854775807e380", "-1e-400"},
    {"0.333333333333333333", "1/3"},
    {"1/3", "0.333333333333333334"},
    {"-1/3", "-0.333333333333333333"},
    {"9223372036854775806", "9223372036854775807"},
    {"140737488355325/140737488355327", "140737488355326/140737488355327"},
    {"9223372036854775807", "1e19"},
    {"9223372036854775807", "1e39"},
    {"1/140737488355327", "9223372036854775807"},
    {"1e38", "1e39"},
    {"9e38", "1e39"},
    {"28.9e4", "289000.0000001"},
};

START_TEST(near_and_far_numbers_compare_exactly)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        const ClNumber a = number(pairs[i].smaller);
        const ClNumber b = number(pairs[i].larger);
        ck_assert_msg(cl_number_compare(a, b) == -1, "%s", pairs[i].larger);
        ck_assert_msg(cl_number_compare(b, a) == 1, "%s", pairs[i].larger);
        ck_assert_int_eq(cl_number_compare(a, a), 0);
        ck_assert(cl_number_equal(a, a) && !cl_number_equal(a, b));
    }
}
END_TEST

/* A fixed sequence: the same pairs on every machine. */
static int64_t
next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (int64_t)(*state >> 1);
}

/* A fraction small enough for products of four to fit 128 bits. */
typedef struct {
    Wide top, bottom;
} Fraction;

static Fraction
exact(ClNumber n)
{
    Fraction f = {n.digits, n.divisor};
    for (int i = 0; i < n.exponent; i++)
        f.top *= 10;
    for (int i = 0; i > n.exponent; i--)
        f.bottom *= 10;
    return f;
}

static ClNumber
random_number(uint64_t *state)
{
    const int64_t digits = next_random(state) % 9999 - 4999;
    const int64_t divisor = next_random(state) % 50 + 1;
    const int shift = (int)(next_random(state) % 9) - 4;
    return cl_number_shift(cl_number_ratio(digits, divisor), shift);
}

static bool
equals(ClNumber n, Wide top, Wide bottom)
{
    const Fraction f = exact(n);
    return is_normal(n) && n.divisor && f.top * bottom == top * f.bottom;
}

START_TEST(thousands_of_pairs_agree_with_wide_integers)
{
    uint64_t state = 88172645463325252u;
    for (int i = 0; i < PAIRS; i++) {
        const ClNumber a = random_number(&state), b = random_number(&state);
        const Fraction x = exact(a), y = exact(b);
        const Wide left = x.top * y.bottom, right = y.top * x.bottom;
        const Wide below = x.bottom * y.bottom;
        ck_assert_int_eq(cl_number_compare(a, b),
                         (left > right) - (left < right));
        ck_assert(cl_number_equal(a, b) == (left == right));
        ck_assert(equals(cl_number_add(a, b), left + right, below));
        ck_assert(equals(cl_number_subtract(a, b), left - right, below));
        ck_assert(equals(cl_number_multiply(a, b), x.top * y.top, below));
        if (b.digits)
            ck_assert(equals(cl_number_divide(a, b), left, right));
    }
}
END_TEST

START_TEST(the_longest_digits_compare_like_wide_integers)
{
    uint64_t state = 362436069362436069u;
    for (int i = 0; i < PAIRS; i++) {
        const int64_t digits = next_random(&state) - INT64_MAX / 2;
        const int shift = (int)(next_random(&state) % 20);
        Wide wide = digits;
        for (int j = 0; j < shift; j++)
            wide *= 10;
        /* neighbours: where an inexact comparison goes wrong first */
        const int64_t near = (int64_t)(wide % INT64_MAX);
        const ClNumber a = cl_number_make(digits, shift);
        const ClNumber b = cl_number_make(near, 0);
        ck_assert_int_eq(cl_number_compare(a, b),
                         (wide > near) - (wide < near));
        ck_assert_int_eq(cl_number_compare(b, a),
                         (near > wide) - (near < wide));
        const ClNumber sum = cl_number_add(a, b);
        Wide total = wide + near;
        Wide rest = total < 0 ? -total : total;
        while (rest && rest % 10 == 0)
            rest /= 10;
        ck_assert(cl_number_valid(sum) == (rest <= INT64_MAX));
    }
}
END_TEST

START_TEST(what_is_printed_reads_back_the_same)
{
    uint64_t state = 521288629521288629u;
    for (int i = 0; i < PAIRS / 4; i++) {
        const ClNumber n = cl_number_make(next_random(&state) - INT64_MAX / 2,
                                          (int)(next_random(&state) % 60) - 30);
        g_autofree char *text = printed(n, CL_ROUND_FLOOR);
        ck_assert_msg(cl_number_equal(number(text), n), "%s", text);
    }
}
END_TEST

/* ---- Magnitude and rounding -------------------------------------------- */

START_TEST(the_magnitude_is_the_place_of_the_leading_digit)
{
    static const struct {
        const char *text;
        int expected;
    } rows[] = {
        {"0", 0},
        {"1", 0},
        {"9.99", 0},
        {"10", 1},
        {"101", 2},
        {"1001", 3},
        {"289", 2},
        {"-289000", 5},
        {"0.35", -1},
        {"0.1", -1},
        {"0.09", -2},
        {"1/3", -1},
        {"-1/3", -1},
        {"100/3", 1},
        {"1/7", -1},
        {"1/11", -2},
        {"999/1001", -1},
        {"1001/999", 0},
        {"1e400", 400},
        {"1e-400", -400},
        {"1/3000", -4},
        {"9223372036854775807", 18},
        {"1/140737488355327", -15},
        {"9223372036854775807/3", 18},
        {"3/140737488355327", -14},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        ck_assert_msg(
            cl_number_magnitude(number(rows[i].text)) == rows[i].expected,
            "%s: %d", rows[i].text, cl_number_magnitude(number(rows[i].text)));
}
END_TEST

static const struct {
    const char *text;
    int place;
    const char *truncate, *half_away, *floor, *ceiling;
} rounds[] = {
    {"106.76", 0, "106", "107", "106", "107"},
    {"-106.76", 0, "-106", "-107", "-107", "-106"},
    {"2.5", 0, "2", "3", "2", "3"},
    {"-2.5", 0, "-2", "-3", "-3", "-2"},
    {"2.4999", 0, "2", "2", "2", "3"},
    {"5.4", 0, "5", "5", "5", "6"},
    {"0.5", 0, "0", "1", "0", "1"},
    {"-0.4", 0, "0", "0", "-1", "0"},
    {"106.76", 1, "100", "110", "100", "110"},
    {"106.76", -1, "106.7", "106.8", "106.7", "106.8"},
    {"106.76", -2, "106.76", "106.76", "106.76", "106.76"},
    {"106.76", -9, "106.76", "106.76", "106.76", "106.76"},
    {"1020", 3, "1000", "1000", "1000", "2000"},
    {"999.5", 0, "999", "1000", "999", "1000"},
    {"5e3", 4, "0", "1e4", "0", "1e4"},
    {"5e3", 3, "5e3", "5e3", "5e3", "5e3"},
    {"1/3", 0, "0", "0", "0", "1"},
    {"1/3", -3, "0.333", "0.333", "0.333", "0.334"},
    {"2/3", -3, "0.666", "0.667", "0.666", "0.667"},
    {"-2/3", -3, "-0.666", "-0.667", "-0.667", "-0.666"},
    {"1000000/3", 2, "333300", "333300", "333300", "333400"},
    {"7/6", 0, "1", "1", "1", "2"},
    {"0", 0, "0", "0", "0", "0"},
    {"0", 90, "0", "0", "0", "0"},
    {"0", -90, "0", "0", "0", "0"},
    {"1", 18, "0", "0", "0", "1e18"},
    {"1", 90, "0", "0", "0", "1e90"},
    {"-1", 90, "0", "0", "-1e90", "0"},
    {"1e-300", 90, "0", "0", "0", "1e90"},
    {"-1/3", 90, "0", "0", "-1e90", "0"},
    {"9223372036854775807", 19, "0", "1e19", "0", "1e19"},
    {"9223372036854775807", 20, "0", "0", "0", "1e20"},
    {"1e300", -90, "1e300", "1e300", "1e300", "1e300"},
    {"1e300", 500, "0", "0", "0", NULL},
    {"1/3", -30, NULL, NULL, NULL, NULL},
    {"1/3", -90, NULL, NULL, NULL, NULL},
};

START_TEST(rounding_goes_where_it_is_told)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rounds); i++) {
        const char *const expected[] = {
            [CL_ROUND_TRUNCATE] = rounds[i].truncate,
            [CL_ROUND_HALF_AWAY] = rounds[i].half_away,
            [CL_ROUND_FLOOR] = rounds[i].floor,
            [CL_ROUND_CEILING] = rounds[i].ceiling,
        };
        for (size_t mode = 0; mode < G_N_ELEMENTS(expected); mode++) {
            const ClNumber n = cl_number_round(
                number(rounds[i].text), rounds[i].place, (ClRounding)mode);
            const ClNumber wanted =
                expected[mode] ? number(expected[mode]) : CL_NUMBER_OVERFLOW;
            ck_assert_msg(cl_number_equal(n, wanted), "%s at %d, mode %zu",
                          rounds[i].text, rounds[i].place, mode);
        }
    }
}
END_TEST

START_TEST(any_rounding_is_the_nearest_multiple_on_its_side)
{
    uint64_t state = 123456789123456789u;
    for (int i = 0; i < PAIRS / 4; i++) {
        const ClNumber n = random_number(&state);
        const int place = (int)(next_random(&state) % 9) - 4;
        const ClNumber unit = cl_number_make(1, place);
        const ClNumber floor = cl_number_round(n, place, CL_ROUND_FLOOR);
        const ClNumber ceiling = cl_number_round(n, place, CL_ROUND_CEILING);
        const ClNumber half = cl_number_round(n, place, CL_ROUND_HALF_AWAY);
        const ClNumber whole = cl_number_divide(floor, unit);
        ck_assert(is_normal(floor) && is_normal(ceiling) && is_normal(half));
        ck_assert(whole.divisor == 1 && whole.exponent >= 0);
        ck_assert_int_le(cl_number_compare(floor, n), 0);
        ck_assert_int_lt(cl_number_compare(n, cl_number_add(floor, unit)), 0);
        ck_assert(cl_number_equal(ceiling, cl_number_equal(floor, n)
                                               ? n
                                               : cl_number_add(floor, unit)));
        ck_assert(cl_number_equal(cl_number_round(n, place, CL_ROUND_TRUNCATE),
                                  cl_number_sign(n) < 0 ? ceiling : floor));
        const int nearer = cl_number_compare(cl_number_subtract(n, floor),
                                             cl_number_subtract(ceiling, n));
        const bool up = nearer ? nearer > 0 : cl_number_sign(n) > 0;
        ck_assert(cl_number_equal(half, up ? ceiling : floor));
    }
}
END_TEST

RUN_TESTS("base/number",
          a_number_is_read_in_normal_form,
          what_is_no_number_leaves_the_result_alone,
          numbers_print_plainly_and_endless_ones_with_twelve_digits,
          the_largest_and_smallest_print_whole,
          make_and_ratio_give_the_normal_form,
          sums_are_exact_or_overflow,
          an_overflow_stays_an_overflow,
          small_functions_do_what_they_say,
          near_and_far_numbers_compare_exactly,
          thousands_of_pairs_agree_with_wide_integers,
          the_longest_digits_compare_like_wide_integers,
          what_is_printed_reads_back_the_same,
          the_magnitude_is_the_place_of_the_leading_digit,
          rounding_goes_where_it_is_told,
          any_rounding_is_the_nearest_multiple_on_its_side)
