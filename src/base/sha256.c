/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SHA-256 (FIPS 180-4) of bytes that come in pieces.  Rules are hashed at
 * every start and articles for every cache, so that it runs on the
 * processor's own instructions where there are some.
 */
#include "base/scan.h"

#include <string.h>

enum { BLOCK_BYTES = 64, WORDS = 16, ROUNDS = 64, LENGTH_BYTES = 8 };

static const uint32_t rounds[ROUNDS] = {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1,
    0x923F82A4, 0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3,
    0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786,
    0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147,
    0x06CA6351, 0x14292967, 0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13,
    0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B,
    0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A,
    0x5B9CCA4F, 0x682E6FF3, 0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208,
    0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2};

/* ---- One block after the other ------------------------------------------- */

static inline uint32_t
turn(uint32_t word, unsigned bits)
{
    return word >> bits | word << (32 - bits);
}

static inline uint32_t
read_word(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
           (uint32_t)bytes[2] << 8 | bytes[3];
}

static void
spread_words(const unsigned char *block, uint32_t words[ROUNDS])
{
    for (unsigned i = 0; i < WORDS; i++)
        words[i] = read_word(block + 4 * i);
    for (unsigned i = WORDS; i < ROUNDS; i++) {
        const uint32_t a = words[i - 15], b = words[i - 2];
        words[i] = words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) +
                   words[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >> 10);
    }
}

void
cl_sha256_blocks_plain(uint32_t state[8],
                       const unsigned char *bytes,
                       size_t count)
{
    uint32_t words[ROUNDS];
    for (; count > 0; count--, bytes += BLOCK_BYTES) {
        uint32_t s[8];
        memcpy(s, state, sizeof s);
        spread_words(bytes, words);
        for (unsigned i = 0; i < ROUNDS; i++) {
            const uint32_t one =
                s[7] + (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) +
                ((s[4] & s[5]) ^ (~s[4] & s[6])) + rounds[i] + words[i];
            const uint32_t two =
                (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) +
                ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
            memmove(s + 1, s, 7 * sizeof *s);
            s[4] += one;
            s[0] = one + two;
        }
        for (unsigned i = 0; i < 8; i++)
            state[i] += s[i];
    }
}

#if defined __x86_64__ && defined __GNUC__
#include <cpuid.h>
#include <immintrin.h>
#define WITH_SHA __attribute__((target("sha,sse4.1")))

static bool
has_sha(void)
{
    enum { FEATURES = 7, SHA = 1 << 29 };
    static int
        known; /* 1: it has, -1: it has not; all threads write the same */
    unsigned a, b, c, d;
    int has = g_atomic_int_get(&known);
    if (!has) {
        has = __builtin_cpu_supports("sse4.1") &&
                      __get_cpuid_count(FEATURES, 0, &a, &b, &c, &d) && b & SHA
                  ? 1
                  : -1;
        g_atomic_int_set(&known, has);
    }
    return has > 0;
}

/* Four rounds; words become those of sixteen rounds later. */
WITH_SHA static inline void
take_rounds(__m128i *abef, __m128i *cdgh, __m128i words, unsigned first)
{
    const __m128i sums = _mm_add_epi32(
        words, _mm_loadu_si128((const __m128i *)(const void *)&rounds[first]));
    *cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, sums);
    *abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(sums, 0x0E));
}

WITH_SHA static inline __m128i
next_words(const __m128i words[4], unsigned first)
{
    const __m128i a = words[first], b = words[(first + 1) % 4],
                  c = words[(first + 2) % 4], d = words[(first + 3) % 4];
    const __m128i sums =
        _mm_add_epi32(_mm_sha256msg1_epu32(a, b), _mm_alignr_epi8(d, c, 4));
    return _mm_sha256msg2_epu32(sums, d);
}

WITH_SHA static void
take_block(__m128i *abef, __m128i *cdgh, const unsigned char *bytes)
{
    const __m128i order =
        _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
    __m128i words[4];
    for (unsigned i = 0; i < 4; i++)
        words[i] = _mm_shuffle_epi8(
            _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i)),
            order);
    for (unsigned i = 0; i < ROUNDS; i += 4) {
        take_rounds(abef, cdgh, words[i / 4 % 4], i);
        if (i + WORDS < ROUNDS)
            words[i / 4 % 4] = next_words(words, i / 4 % 4);
    }
}

WITH_SHA static void
take_blocks(uint32_t state[8], const unsigned char *bytes, size_t count)
{
    __m128i *const low = (__m128i *)(void *)state;
    __m128i *const high = (__m128i *)(void *)(state + 4);
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(low), 0xB1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(high), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
    for (; count > 0; count--, bytes += BLOCK_BYTES) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        take_block(&abef, &cdgh, bytes);
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128(low, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128(high, _mm_alignr_epi8(dchg, feba, 8));
}

void
cl_sha256_blocks(uint32_t state[8], const unsigned char *bytes, size_t count)
{
    if (has_sha())
        take_blocks(state, bytes, count);
    else
        cl_sha256_blocks_plain(state, bytes, count);
}

#else

void
cl_sha256_blocks(uint32_t state[8], const unsigned char *bytes, size_t count)
{
    cl_sha256_blocks_plain(state, bytes, count);
}

#endif

/* ---- All of it ------------------------------------------------------------- */

void
cl_sha256_init(ClSha256 *sum)
{
    *sum =
        (ClSha256){.state = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                             0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19}};
}

void
cl_sha256_add(ClSha256 *sum, const void *data, size_t length)
{
    const unsigned char *bytes = data;
    const size_t begun = sum->length % BLOCK_BYTES;
    sum->length += length;
    if (begun) {
        const size_t more = MIN(length, BLOCK_BYTES - begun);
        memcpy(sum->rest + begun, bytes, more);
        bytes += more;
        length -= more;
        if (begun + more < BLOCK_BYTES)
            return;
        cl_sha256_blocks(sum->state, sum->rest, 1);
    }
    cl_sha256_blocks(sum->state, bytes, length / BLOCK_BYTES);
    if (length % BLOCK_BYTES)
        memcpy(sum->rest, bytes + length / BLOCK_BYTES * BLOCK_BYTES,
               length % BLOCK_BYTES);
}

void
cl_sha256_end(ClSha256 *sum, unsigned char digest[CL_SHA256_BYTES])
{
    static const unsigned char padding[BLOCK_BYTES] = {0x80};
    unsigned char length[LENGTH_BYTES];
    const uint64_t bits = sum->length * 8;
    for (unsigned i = 0; i < LENGTH_BYTES; i++)
        length[i] = (unsigned char)(bits >> 8 * (LENGTH_BYTES - 1 - i));
    const size_t begun = sum->length % BLOCK_BYTES;
    const size_t room = BLOCK_BYTES - LENGTH_BYTES;
    cl_sha256_add(sum, padding,
                  begun < room ? room - begun : room + BLOCK_BYTES - begun);
    cl_sha256_add(sum, length, sizeof length);
    for (unsigned i = 0; i < CL_SHA256_BYTES; i++)
        digest[i] = (unsigned char)(sum->state[i / 4] >> (24 - i % 4 * 8));
}

void
cl_sha256_end_hex(ClSha256 *sum, char hex[2 * CL_SHA256_BYTES + 1])
{
    unsigned char digest[CL_SHA256_BYTES];
    cl_sha256_end(sum, digest);
    for (unsigned i = 0; i < CL_SHA256_BYTES; i++)
        g_snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}
