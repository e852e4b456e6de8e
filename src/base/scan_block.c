/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the characters of a few bytes are, all at once: how wide, and whether
 * one ends a sentence.  As in scan.c, by blocks of 32 bytes where the
 * processor has AVX2.
 */
#include "base/scan.h"

#include <string.h>

enum { BLOCK = 32, BEHIND = 2 }; /* bytes of a character behind its first */

/* How many of so many bytes are whole characters, where those that are wide
   have BEHIND more. */
static inline unsigned
whole(unsigned length, uint32_t wide)
{
    for (unsigned back = 1; back <= BEHIND && back <= length; back++)
        if (wide >> (length - back) & 1)
            return length - back;
    return length;
}

/* Bits of a block; a byte each, the first one the lowest. */
typedef struct {
    uint32_t ascii, letters, wide, stops, pauses;
} Bits;

/* What they count, of a block of so many bytes at most. */
static inline ClTextBlock
count(Bits bits, unsigned length)
{
    length = whole(length, bits.wide);
    const uint32_t those = (uint32_t)((UINT64_C(1) << length) - 1);
    const uint32_t wide = bits.wide & those;
    return (ClTextBlock){
        .length = length,
        .columns = (unsigned)__builtin_popcount(bits.ascii & those) +
                   2 * (unsigned)__builtin_popcount(wide),
        .letters = (unsigned)__builtin_popcount(bits.letters & those),
        .stops = (unsigned)__builtin_popcount(bits.stops & those),
        .wide = wide,
        .marks = (bits.stops | bits.pauses) & those,
    };
}

#ifdef CL_AVX2

CL_AVX2 static inline __m256i
are(__m256i bytes, int byte)
{
    return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte));
}

/* Bytes from first to last. */
CL_AVX2 static inline __m256i
are_from(__m256i bytes, int first, int last)
{
    const __m256i behind =
        _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)first));
    return _mm256_cmpeq_epi8(
        _mm256_min_epu8(behind, _mm256_set1_epi8((char)(last - first))),
        behind);
}

CL_AVX2 static inline uint32_t
bits_of(__m256i lanes)
{
    return (uint32_t)_mm256_movemask_epi8(lanes);
}

#define BOTH(a, b) _mm256_and_si256(a, b)
#define EITHER(a, b) _mm256_or_si256(a, b)

/* The bytes and the two behind each: see block_plain. */
CL_AVX2 static inline ClTextBlock
judge_avx2(__m256i own, __m256i next, __m256i third, unsigned length)
{
    const __m256i small = EITHER(own, _mm256_set1_epi8(0x20));
    const __m256i letters =
        EITHER(are_from(small, 'a', 'z'), are_from(own, '0', '9'));
    const __m256i e3 = are(own, 0xE3),
                  bc = BOTH(are(own, 0xEF), are(next, 0xBC));
    const __m256i at80 = are(next, 0x80);
    const __m256i e380 = BOTH(e3, at80);
    const __m256i dashes =
        BOTH(BOTH(are(own, 0xE2), at80), are_from(third, 0x93, 0xA7));
    const __m256i wide = EITHER(
        EITHER(are_from(own, 0xE4, 0xE9), bc),
        EITHER(dashes, _mm256_andnot_si256(BOTH(at80, are(third, 0x80)), e3)));
    const __m256i stops = EITHER(
        EITHER(are(own, '!'), are(own, '?')),
        EITHER(BOTH(e380, are(third, 0x82)),
               BOTH(bc, EITHER(are(third, 0x81),
                               EITHER(are(third, 0x9B), are(third, 0x9F))))));
    const __m256i pauses = EITHER(
        EITHER(are(own, ','), EITHER(are(own, ';'), are(own, '.'))),
        EITHER(BOTH(e380, are(third, 0x81)), BOTH(bc, are(third, 0x8C))));
    const Bits found = {
        .ascii = ~bits_of(own),
        .letters = bits_of(letters),
        .wide = bits_of(wide),
        .stops = bits_of(stops),
        .pauses = bits_of(pauses),
    };
    const uint32_t known =
        found.ascii | found.wide | bits_of(are_from(own, 0x80, 0xBF));
    const unsigned end = ~known ? (unsigned)__builtin_ctz(~known) : BLOCK;
    return count(found, MIN(end, length));
}

CL_AVX2 static inline __m256i
load(const char *text)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)text);
}

CL_AVX2 static ClTextBlock
block_avx2(const char *text, size_t at, size_t end)
{
    const size_t length = end - at;
    const char *bytes = text + at;
    char padded[BLOCK + BEHIND];
    if (length < sizeof padded) {
        memset(padded, 0, sizeof padded);
        memcpy(padded, bytes, length);
        bytes = padded;
    }
    return judge_avx2(load(bytes), load(bytes + 1), load(bytes + 2),
                      (unsigned)MIN(length, BLOCK));
}

ClTextBlock
cl_scan_block(const char *text, size_t at, size_t end)
{
    return cl_has_avx2() ? block_avx2(text, at, end)
                         : cl_scan_block_plain(text, at, end);
}

#else

ClTextBlock
cl_scan_block(const char *text, size_t at, size_t end)
{
    return cl_scan_block_plain(text, at, end);
}

#endif

/* ---- One byte after the other -------------------------------------------- */

static bool
is_wide(const unsigned char byte[BEHIND + 1])
{
    const bool at80 = byte[1] == 0x80;
    return (byte[0] >= 0xE4 && byte[0] <= 0xE9) ||
           (byte[0] == 0xE3 && !(at80 && byte[2] == 0x80)) ||
           (byte[0] == 0xE2 && at80 && byte[2] >= 0x93 && byte[2] <= 0xA7) ||
           (byte[0] == 0xEF && byte[1] == 0xBC);
}

static bool
is_mark(const unsigned char byte[BEHIND + 1],
        const char *ascii,
        const char *e380,
        const char *efbc)
{
    const char last = (char)byte[2];
    if (byte[0] < 0x80)
        return byte[0] && strchr(ascii, byte[0]);
    return last &&
           ((byte[0] == 0xE3 && byte[1] == 0x80 && strchr(e380, last)) ||
            (byte[0] == 0xEF && byte[1] == 0xBC && strchr(efbc, last)));
}

ClTextBlock
cl_scan_block_plain(const char *text, size_t at, size_t end)
{
    Bits bits = {0};
    unsigned length = 0;
    for (; length < BLOCK && length < end - at; length++) {
        unsigned char byte[BEHIND + 1] = {0};
        memcpy(byte, text + at + length, MIN(sizeof byte, end - at - length));
        const uint32_t bit = UINT32_C(1) << length;
        const bool wide = is_wide(byte);
        if (byte[0] >= 0xC0 && !wide)
            break;
        bits.ascii |= byte[0] < 0x80 ? bit : 0;
        bits.letters |= g_ascii_isalnum((char)byte[0]) ? bit : 0;
        bits.wide |= wide ? bit : 0;
        if (is_mark(byte, "!?", "\x82", "\x81\x9B\x9F"))
            bits.stops |= bit;
        if (is_mark(byte, ",;.", "\x81", "\x8C"))
            bits.pauses |= bit;
    }
    return count(bits, length);
}
