/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/base.h"

#include <string.h>

static ClBytes
bytes_of(const GString *out)
{
    return (ClBytes){.at = out->str, .end = out->str + out->len};
}

START_TEST(whole_numbers_come_back)
{
    static const uint64_t values[] = {0,     1,          127,       128,
                                      16384, UINT32_MAX, INT64_MAX, UINT64_MAX};
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        const int64_t signs = (int64_t)values[i];
        cl_bytes_put(out, values[i]);
        cl_bytes_put_signed(out, signs);
        cl_bytes_put_signed(out, -(signs / 2));
        ClBytes in = bytes_of(out);
        ck_assert_uint_eq(cl_bytes_get(&in, UINT64_MAX), values[i]);
        ck_assert_int_eq(cl_bytes_get_signed(&in), signs);
        ck_assert_int_eq(cl_bytes_get_signed(&in), -(signs / 2));
        ck_assert(!in.bad && in.at == in.end);
    }
}
END_TEST

START_TEST(numbers_come_back)
{
    static const char *const values[] = {"0",    "289000",    "-0.35",
                                         "1/3",  "-22/7",     "1e300",
                                         "1e-9", "123456789", "1e99999"};
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        ClNumber n;
        ck_assert(cl_number_parse(values[i], &n));
        cl_bytes_put_number(out, n);
        ClBytes in = bytes_of(out);
        const ClNumber got = cl_bytes_get_number(&in);
        ck_assert_msg(!in.bad && got.digits == n.digits &&
                          got.divisor == n.divisor &&
                          got.exponent == n.exponent,
                      "%s", values[i]);
    }
}
END_TEST

START_TEST(texts_come_back_and_none_is_not_empty)
{
    static const char *const values[] = {NULL, "", "锁单24万台"};
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        cl_bytes_put_text(out, values[i]);
        ClBytes in = bytes_of(out);
        ck_assert(g_strcmp0(cl_bytes_get_text(&in), values[i]) == 0);
        ck_assert(!in.bad && in.at == in.end);
    }
}
END_TEST

START_TEST(what_was_not_put_is_bad)
{
    static const struct {
        const char *name, *bytes;
        size_t length;
        char what; /* u: whole number to 9, n: number, t: text */
    } rows[] = {
        {"nothing", "", 0, 'u'},
        {"over the most", "\x0A", 1, 'u'},
        {"a whole number that goes on", "\x80", 1, 'u'},
        {"more than 64 bits", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 10,
         'u'},
        {"eleven bytes", "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00", 11,
         'u'},
        {"a divisor below 0", "\x02\x01\x00", 3, 'n'},
        {"a trailing zero", "\x14\x02\x00", 3, 'n'},
        {"a fraction not in lowest terms", "\x04\x0C\x00", 3, 'n'},
        {"a zero with an exponent", "\x00\x02\x02", 3, 'n'},
        {"an exponent of a million", "\x02\x02\x80\x89\x7A", 5, 'n'},
        {"a text longer than the rest", "\x05ten", 4, 't'},
        {"a text without its NUL", "\x03ten", 4, 't'},
        {"a NUL inside a text", "\x03\0t\0", 4, 't'},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        ClBytes in = {.at = rows[i].bytes,
                      .end = rows[i].bytes + rows[i].length};
        if (rows[i].what == 'u')
            cl_bytes_get(&in, 9);
        else if (rows[i].what == 'n')
            cl_bytes_get_number(&in);
        else
            ck_assert_ptr_null(cl_bytes_get_text(&in));
        ck_assert_msg(in.bad, "%s", rows[i].name);
        ck_assert_uint_eq(cl_bytes_get(&in, UINT64_MAX), 0);
    }
}
END_TEST

START_TEST(a_changed_byte_changes_the_checksum)
{
    char bytes[40];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)i;
    for (size_t length = 0; length < sizeof bytes; length++) {
        const uint64_t sum = cl_bytes_checksum(bytes, length);
        ck_assert_uint_ne(sum, cl_bytes_checksum(bytes, length + 1));
        for (size_t at = 0; at < length; at++) {
            bytes[at] ^= 4;
            ck_assert_uint_ne(sum, cl_bytes_checksum(bytes, length));
            bytes[at] ^= 4;
        }
    }
}
END_TEST

RUN_TESTS("bytes",
          whole_numbers_come_back,
          numbers_come_back,
          texts_come_back_and_none_is_not_empty,
          what_was_not_put_is_bad,
          a_changed_byte_changes_the_checksum)
