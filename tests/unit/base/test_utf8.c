/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 is what GLib takes for it, byte for byte. */
#include "base/base.h"

#include <string.h>

#include "unit.h"

static void
check(const char *bytes, size_t length)
{
    g_autofree char *copy = g_memdup2(bytes, length);
    const bool wanted = g_utf8_validate_len(bytes, length, NULL);
    ck_assert_msg(cl_utf8_is_valid(copy, length) == wanted, "'%.*s': not %d",
                  (int)length, bytes, wanted);
}

START_TEST(known_texts_are_judged_right)
{
    ck_assert(cl_utf8_is_valid("", 0));
    ck_assert(
        cl_utf8_is_valid("YU7大定24万辆 🚗 é", strlen("YU7大定24万辆 🚗 é")));
    ck_assert(!cl_utf8_is_valid("eight bytes\0and", 15));
    ck_assert(!cl_utf8_is_valid("\xED\xA0\x80", 3)); /* a surrogate */
    ck_assert(!cl_utf8_is_valid("\xE0\x80\xAF", 3)); /* overlong */
    ck_assert(!cl_utf8_is_valid("大\xE5\xA4", 5));   /* cut */
}
END_TEST

/* All leads with all second bytes, whole and cut, among other text. */
START_TEST(every_lead_is_judged_as_glib_does)
{
    for (unsigned lead = 0; lead < 256; lead++)
        for (unsigned second = 0; second < 256; second++) {
            const char bytes[] = {'a',    (char)lead, (char)second,
                                  '\x80', '\xBF',     'b'};
            for (size_t length = 2; length <= sizeof bytes; length++)
                check(bytes, length);
        }
}
END_TEST

START_TEST(any_bytes_are_judged_as_glib_does)
{
    static const char *const parts[] = {
        "a", "辆", "é", "🚗", "\x80", "\xE5", "\xF0", "word and ", "\xC1"};
    g_autoptr(GRand) chance = g_rand_new_with_seed(3);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 50000; i++) {
        g_string_truncate(text, 0);
        for (int count = g_rand_int_range(chance, 1, 12); count > 0; count--)
            g_string_append(text,
                            parts[g_rand_int_range(chance, 0, i % 2 ? 4 : 9)]);
        check(text->str, text->len);
    }
}
END_TEST

RUN_TESTS("base/utf8",
          known_texts_are_judged_right,
          every_lead_is_judged_as_glib_does,
          any_bytes_are_judged_as_glib_does)
