/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether marks stand anywhere in a text: most texts hold none of them, and
 * one look tells so of all.  As in scan.c, blocks of 32 bytes are judged at
 * once where the processor has AVX2.
 */
#include "base/scan.h"

#define FARTHEST 5 /* bytes from a blank to the next, a character between */
#define BEHIND 2   /* bytes of three behind the first */

static inline unsigned
bits_of(const ClByteSet *set, char byte)
{
    const unsigned char b = (unsigned char)byte;
    return set->low[b & 15] & set->high[b >> 4];
}

#ifdef CL_AVX2

enum { BLOCK = 32 };

CL_AVX2 static inline __m256i
load(const char *text)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)text);
}

/* ---- Pairs -------------------------------------------------------------- */

typedef struct {
    __m256i low, high;
} Tables;

CL_AVX2 static inline __m256i
double_table(const uint8_t table[16])
{
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)table));
}

CL_AVX2 static inline __m256i
kinds_of(const Tables *tables, __m256i bytes)
{
    const __m256i half = _mm256_set1_epi8(15);
    return _mm256_and_si256(
        _mm256_shuffle_epi8(tables->low, _mm256_and_si256(bytes, half)),
        _mm256_shuffle_epi8(
            tables->high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

/* The bits of all bytes of a block together. */
CL_AVX2 static inline unsigned
join_bytes(__m256i all)
{
    uint64_t words[4];
    _mm256_storeu_si256((__m256i *)(void *)words, all);
    uint64_t bits = words[0] | words[1] | words[2] | words[3];
    bits |= bits >> 32;
    bits |= bits >> 16;
    bits |= bits >> 8;
    return bits & 0xFF;
}

CL_AVX2 static unsigned
pairs_avx2(const ClPairSet *set, const char *text, size_t length)
{
    const Tables first = {double_table(set->first.low),
                          double_table(set->first.high)};
    const Tables next = {double_table(set->next.low),
                         double_table(set->next.high)};
    __m256i all = _mm256_setzero_si256();
    size_t at = 0;
    for (; length - at > BLOCK; at += BLOCK)
        all = _mm256_or_si256(
            all, _mm256_and_si256(kinds_of(&first, load(text + at)),
                                  kinds_of(&next, load(text + at + 1))));
    return join_bytes(all) | cl_scan_pairs_plain(set, text + at, length - at);
}

/* ---- Triples ------------------------------------------------------------ */

CL_AVX2 static size_t
triple_avx2(const ClTripleSet *set, const char *text, size_t at, size_t end)
{
    Tables tables[BEHIND + 1];
    for (size_t i = 0; i <= BEHIND; i++)
        tables[i] = (Tables){double_table(set->bytes[i].low),
                             double_table(set->bytes[i].high)};
    for (; end - at >= BLOCK + BEHIND; at += BLOCK) {
        const __m256i kinds = _mm256_and_si256(
            kinds_of(&tables[0], load(text + at)),
            _mm256_and_si256(kinds_of(&tables[1], load(text + at + 1)),
                             kinds_of(&tables[2], load(text + at + 2))));
        const unsigned found = ~(unsigned)_mm256_movemask_epi8(
            _mm256_cmpeq_epi8(kinds, _mm256_setzero_si256()));
        if (found)
            return at + (size_t)__builtin_ctz(found);
    }
    return cl_scan_find_triple_plain(set, text, at, end);
}

/* ---- Blanks ------------------------------------------------------------- */

/* Bytes that begin a character, from first on. */
CL_AVX2 static inline unsigned
begin_from(__m256i bytes, unsigned first)
{
    return (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(
        _mm256_max_epu8(bytes, _mm256_set1_epi8((char)first)), bytes));
}

/* Bytes that stand before one character and a blank. */
CL_AVX2 static unsigned
are_parted(__m256i bytes, unsigned blanks)
{
    const unsigned many = begin_from(bytes, 0x80);
    const unsigned two = begin_from(bytes, 0xC0);
    const unsigned three = begin_from(bytes, 0xE0);
    const unsigned four = begin_from(bytes, 0xF0);
    return (blanks >> 2 & ~many >> 1) | (blanks >> 3 & (two & ~three) >> 1) |
           (blanks >> 4 & (three & ~four) >> 1) | (blanks >> 5 & four >> 1);
}

CL_AVX2 static size_t
alone_avx2(const char *text, size_t at, size_t end)
{
    const __m256i blank = _mm256_set1_epi8(' ');
    for (; end - at >= BLOCK; at += BLOCK - FARTHEST) {
        const __m256i bytes = load(text + at);
        const unsigned blanks =
            (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, blank));
        const unsigned near =
            blanks & (blanks >> 2 | blanks >> 3 | blanks >> 4 | blanks >> 5);
        const unsigned found = near ? near & are_parted(bytes, blanks) : 0;
        if (found)
            return at + (size_t)__builtin_ctz(found);
    }
    return cl_scan_alone_plain(text, at, end);
}

unsigned
cl_scan_pairs(const ClPairSet *set, const char *text, size_t length)
{
    return cl_has_avx2() ? pairs_avx2(set, text, length)
                         : cl_scan_pairs_plain(set, text, length);
}

size_t
cl_scan_find_triple(const ClTripleSet *set,
                    const char *text,
                    size_t at,
                    size_t end)
{
    return cl_has_avx2() ? triple_avx2(set, text, at, end)
                         : cl_scan_find_triple_plain(set, text, at, end);
}

size_t
cl_scan_alone(const char *text, size_t at, size_t end)
{
    return cl_has_avx2() ? alone_avx2(text, at, end)
                         : cl_scan_alone_plain(text, at, end);
}

#else

unsigned
cl_scan_pairs(const ClPairSet *set, const char *text, size_t length)
{
    return cl_scan_pairs_plain(set, text, length);
}

size_t
cl_scan_find_triple(const ClTripleSet *set,
                    const char *text,
                    size_t at,
                    size_t end)
{
    return cl_scan_find_triple_plain(set, text, at, end);
}

size_t
cl_scan_alone(const char *text, size_t at, size_t end)
{
    return cl_scan_alone_plain(text, at, end);
}

#endif

unsigned
cl_scan_pairs_plain(const ClPairSet *set, const char *text, size_t length)
{
    unsigned kinds = 0;
    for (size_t at = 0; at < length; at++)
        kinds |= bits_of(&set->first, text[at]) &
                 bits_of(&set->next, at + 1 < length ? text[at + 1] : 0);
    return kinds;
}

size_t
cl_scan_find_triple_plain(const ClTripleSet *set,
                          const char *text,
                          size_t at,
                          size_t end)
{
    for (; at < end; at++) {
        unsigned kinds = bits_of(&set->bytes[0], text[at]);
        for (size_t i = 1; kinds && i <= BEHIND; i++)
            kinds &= bits_of(&set->bytes[i], at + i < end ? text[at + i] : 0);
        if (kinds)
            break;
    }
    return at;
}

/* Bytes of a character by its first; one that begins none stands for itself
   no more than a blank would. */
static size_t
length_of(char byte)
{
    const unsigned char b = (unsigned char)byte;
    if (b < 0x80)
        return 1;
    if (b < 0xC0)
        return 0;
    return b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

size_t
cl_scan_alone_plain(const char *text, size_t at, size_t end)
{
    for (; at < end; at++) {
        const size_t length =
            text[at] == ' ' && end - at > 1 ? length_of(text[at + 1]) : 0;
        if (length && end - at > length + 1 && text[at + 1 + length] == ' ')
            return at;
    }
    return end;
}
