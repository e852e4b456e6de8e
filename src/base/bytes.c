/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values become bytes and bytes values.  A whole number takes seven bits a
 * byte, lowest first, the high bit saying that more follow; a text its length
 * and a NUL behind it, so that it can be borrowed.  Nothing is read beyond the
 * end, and no value is taken that putting could not have written.
 */
#include "base/base.h"

#include <string.h>

/* ---- Out ----------------------------------------------------------------- */

void
cl_bytes_put(GString *out, uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        g_string_append_c(out, (char)(value | 0x80));
    g_string_append_c(out, (char)value);
}

/* 0, -1, 1, -2 ... as 0, 1, 2, 3 ... */
void
cl_bytes_put_signed(GString *out, int64_t value)
{
    const uint64_t doubled = (uint64_t)value << 1;
    cl_bytes_put(out, value < 0 ? ~doubled : doubled);
}

void
cl_bytes_put_number(GString *out, ClNumber n)
{
    cl_bytes_put_signed(out, n.digits);
    cl_bytes_put_signed(out, n.divisor);
    cl_bytes_put_signed(out, n.exponent);
}

void
cl_bytes_put_text(GString *out, const char *text)
{
    const size_t length = text ? strlen(text) + 1 : 0;
    cl_bytes_put(out, length);
    g_string_append_len(out, text, (gssize)length);
}

/* ---- In ------------------------------------------------------------------ */

uint64_t
cl_bytes_get(ClBytes *bytes, uint64_t most)
{
    uint64_t value = 0;
    for (unsigned shift = 0; !bytes->bad && shift < 64; shift += 7) {
        if (bytes->at == bytes->end)
            break;
        const unsigned char byte = (unsigned char)*bytes->at++;
        const uint64_t part = byte & 0x7F;
        if (part << shift >> shift != part)
            break;
        value |= part << shift;
        if (byte < 0x80 && value <= most)
            return value;
        if (byte < 0x80)
            break;
    }
    bytes->bad = true;
    return 0;
}

int64_t
cl_bytes_get_signed(ClBytes *bytes)
{
    const uint64_t value = cl_bytes_get(bytes, UINT64_MAX);
    const int64_t half = (int64_t)(value >> 1);
    return value & 1 ? -half - 1 : half;
}

ClNumber
cl_bytes_get_number(ClBytes *bytes)
{
    const int64_t digits = cl_bytes_get_signed(bytes);
    const int64_t divisor = cl_bytes_get_signed(bytes);
    const int64_t exponent = cl_bytes_get_signed(bytes);
    if (digits == 0 && divisor == 0 && exponent == 0)
        return CL_NUMBER_OVERFLOW;
    const ClNumber n = {digits, divisor, (int32_t)exponent};
    const bool sound = divisor > 0 && digits >= -INT64_MAX &&
                       exponent == n.exponent && exponent >= -INT16_MAX &&
                       exponent <= INT16_MAX;
    /* made anew it must be the same, or it was not normal */
    if (sound &&
        cl_number_equal(
            cl_number_shift(cl_number_ratio(digits, divisor), n.exponent), n))
        return n;
    bytes->bad = true;
    return CL_NUMBER_OVERFLOW;
}

const char *
cl_bytes_get_raw(ClBytes *bytes, size_t length)
{
    if (bytes->bad || (size_t)(bytes->end - bytes->at) < length) {
        bytes->bad = true;
        return NULL;
    }
    const char *const raw = bytes->at;
    bytes->at += length;
    return raw;
}

const char *
cl_bytes_get_text(ClBytes *bytes)
{
    const size_t length = (size_t)cl_bytes_get(bytes, SIZE_MAX);
    const char *const text = length ? cl_bytes_get_raw(bytes, length) : NULL;
    if (!text || memchr(text, 0, length) == text + length - 1)
        return text;
    bytes->bad = true;
    return NULL;
}

/* ---- Damage -------------------------------------------------------------- */

/* Any one changed word changes the result: each step can be undone. */
static uint64_t
mix(uint64_t sum, uint64_t word)
{
    sum = (sum ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return sum ^ sum >> 29;
}

uint64_t
cl_bytes_checksum(const char *bytes, size_t length)
{
    uint64_t sum = length;
    for (size_t at = 0; at < length; at += 8) {
        unsigned char part[8] = {0};
        memcpy(part, bytes + at, MIN(length - at, 8));
        uint64_t word = 0;
        for (unsigned i = 0; i < 8; i++)
            word |= (uint64_t)part[i] << 8 * i;
        sum = mix(sum, word);
    }
    return mix(sum, 0);
}
