/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blocks of 32 bytes are judged at once where the processor has AVX2, bytes
 * one after the other where it has not.  No block reaches past the end.
 */
#include "base/scan.h"

#include <string.h>

#ifdef CL_AVX2

enum { BLOCK = 32 };

/* ---- Bytes of a set ---------------------------------------------------- */

CL_AVX2 static inline unsigned
members(__m256i bytes, __m256i low, __m256i high)
{
    const __m256i half = _mm256_set1_epi8(15);
    const __m256i by_low =
        _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half));
    const __m256i by_high = _mm256_shuffle_epi8(
        high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
    const __m256i none = _mm256_cmpeq_epi8(_mm256_and_si256(by_low, by_high),
                                           _mm256_setzero_si256());
    return ~(unsigned)_mm256_movemask_epi8(none);
}

CL_AVX2 static size_t
find_avx2(const ClByteSet *set, const char *text, size_t at, size_t end)
{
    const __m256i low = _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)set->low));
    const __m256i high = _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)set->high));
    for (; end - at >= BLOCK; at += BLOCK) {
        const unsigned found = members(
            _mm256_loadu_si256((const __m256i *)(const void *)(text + at)), low,
            high);
        if (found)
            return at + (size_t)__builtin_ctz(found);
    }
    return cl_scan_find_plain(set, text, at, end);
}

/* ---- UTF-8 ------------------------------------------------------------- */

/*
 * Each pair of bytes that follow each other is looked up by three halves of
 * a byte; what all three call wrong is wrong.  After Keiser and Lemire,
 * "Validating UTF-8 in less than one instruction per byte" (2020).
 */
enum {
    TOO_SHORT = 1 << 0,      /* a lead, and no continuation behind it */
    TOO_LONG = 1 << 1,       /* ASCII, and a continuation behind it */
    OVERLONG_3 = 1 << 2,     /* E0 80 */
    TOO_LARGE = 1 << 3,      /* F4 90 */
    SURROGATE = 1 << 4,      /* ED A0 */
    OVERLONG_2 = 1 << 5,     /* C0 80 */
    TOO_LARGE_1000 = 1 << 6, /* F5 80; also OVERLONG_4 F0 80 */
    TWO_CONTINUATIONS = 1 << 7,
    CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
};

#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

CL_AVX2 static inline __m256i
high_half(__m256i bytes)
{
    return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15));
}

/* The bytes that stand so many before those of a block. */
#define BEFORE(bytes, last, count)                                             \
    _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(last, bytes, 0x21),    \
                       16 - (count))

CL_AVX2 static inline __m256i
wrong_pairs(__m256i bytes, __m256i before)
{
    const __m256i first_high = _mm256_shuffle_epi8(
        TABLE(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
              TOO_LONG, TOO_LONG, (char)TWO_CONTINUATIONS,
              (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS,
              (char)TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
              TOO_SHORT | OVERLONG_3 | SURROGATE,
              TOO_SHORT | TOO_LARGE | TOO_LARGE_1000),
        high_half(before));
    const __m256i first_low = _mm256_shuffle_epi8(
        TABLE((char)(CARRY | OVERLONG_3 | OVERLONG_2 | TOO_LARGE_1000),
              (char)(CARRY | OVERLONG_2), (char)CARRY, (char)CARRY,
              (char)(CARRY | TOO_LARGE),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
              (char)(CARRY | TOO_LARGE | TOO_LARGE_1000)),
        _mm256_and_si256(before, _mm256_set1_epi8(15)));
    const __m256i second_high = _mm256_shuffle_epi8(
        TABLE(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
              TOO_SHORT, TOO_SHORT,
              (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 |
                     TOO_LARGE_1000),
              (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 |
                     TOO_LARGE),
              (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE |
                     TOO_LARGE),
              (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE |
                     TOO_LARGE),
              TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT),
        high_half(bytes));
    return _mm256_and_si256(_mm256_and_si256(first_high, first_low),
                            second_high);
}

/* What is wrong in a block; last is the one before it. */
CL_AVX2 static inline __m256i
wrong_in(__m256i bytes, __m256i last)
{
    const __m256i pairs = wrong_pairs(bytes, BEFORE(bytes, last, 1));
    /* a third or fourth byte must continue: all that may, twice */
    const __m256i third = _mm256_subs_epu8(
        BEFORE(bytes, last, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
    const __m256i fourth = _mm256_subs_epu8(
        BEFORE(bytes, last, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
    const __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth),
                                          _mm256_set1_epi8((char)0x80));
    const __m256i zero =
        _mm256_cmpeq_epi8(bytes, _mm256_setzero_si256()); /* a NUL */
    return _mm256_or_si256(_mm256_xor_si256(must, pairs), zero);
}

CL_AVX2 static bool
utf8_avx2(const char *text, size_t length)
{
    __m256i last = _mm256_set1_epi8(' '), wrong = _mm256_setzero_si256();
    size_t at = 0;
    for (; length - at >= BLOCK; at += BLOCK) {
        const __m256i bytes =
            _mm256_loadu_si256((const __m256i *)(const void *)(text + at));
        wrong = _mm256_or_si256(wrong, wrong_in(bytes, last));
        last = bytes;
    }
    if (!_mm256_testz_si256(wrong, wrong))
        return false;
    /* the rest from the last character that began in a block */
    const size_t back = at < 3 ? at : 3;
    for (size_t i = 1; i <= back; i++)
        if (((unsigned char)text[at - i] & 0xC0) == 0xC0)
            return cl_scan_utf8_plain(text + at - i, length - at + i);
    return cl_scan_utf8_plain(text + at, length - at);
}

bool
cl_scan_utf8(const char *text, size_t length)
{
    return cl_has_avx2() ? utf8_avx2(text, length)
                         : cl_scan_utf8_plain(text, length);
}

size_t
cl_scan_find(const ClByteSet *set, const char *text, size_t at, size_t end)
{
    return cl_has_avx2() ? find_avx2(set, text, at, end)
                         : cl_scan_find_plain(set, text, at, end);
}

#else

bool
cl_scan_utf8(const char *text, size_t length)
{
    return cl_scan_utf8_plain(text, length);
}

size_t
cl_scan_find(const ClByteSet *set, const char *text, size_t at, size_t end)
{
    return cl_scan_find_plain(set, text, at, end);
}

#endif

size_t
cl_scan_find_plain(const ClByteSet *set,
                   const char *text,
                   size_t at,
                   size_t end)
{
    for (; at < end; at++) {
        const unsigned char byte = (unsigned char)text[at];
        if (set->low[byte & 15] & set->high[byte >> 4])
            break;
    }
    return at;
}
