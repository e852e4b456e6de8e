/* SPDX-License-Identifier: Apache-2.0 */
/* Whether bytes are UTF-8: asked of every byte of every file. */
#include "base/scan.h"

#include <string.h>

enum { WORD = sizeof(uint64_t) };

#define EACH_BYTE UINT64_C(0x0101010101010101)

/* Eight bytes of ASCII, no NUL among them. */
static bool
is_plain_word(const unsigned char *p)
{
    uint64_t word;
    memcpy(&word, p, WORD);
    return !((word | (word - EACH_BYTE)) & EACH_BYTE << 7);
}

static bool
continues(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* A character of three bytes whose lead allows any: Han, kana, signs. */
static bool
is_common(const unsigned char *p)
{
    return p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED &&
           ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40;
}

/* The bytes of the character at p of which `left` are there; 0 if it is bad. */
static size_t
length_at(const unsigned char *p, size_t left)
{
    const unsigned char lead = p[0];
    if (lead < 0x80)
        return lead != 0;
    if (lead >= 0xE0 && lead < 0xF0)
        return left >= 3 && continues(p[1]) && continues(p[2]) &&
                       !(lead == 0xE0 && p[1] < 0xA0) &&
                       !(lead == 0xED && p[1] >= 0xA0)
                   ? 3
                   : 0;
    if (lead < 0xE0)
        return lead >= 0xC2 && left >= 2 && continues(p[1]) ? 2 : 0;
    return lead <= 0xF4 && left >= 4 && continues(p[1]) && continues(p[2]) &&
                   continues(p[3]) && !(lead == 0xF0 && p[1] < 0x90) &&
                   !(lead == 0xF4 && p[1] >= 0x90)
               ? 4
               : 0;
}

bool
cl_scan_utf8_plain(const char *text, size_t length)
{
    const unsigned char *p = (const unsigned char *)text;
    const unsigned char *const end = p + length;
    while (p < end) {
        const size_t left = (size_t)(end - p);
        if (left >= 3 && is_common(p)) {
            p += 3;
            continue;
        }
        if (left >= WORD && *p < 0x80 && is_plain_word(p)) {
            p += WORD;
            continue;
        }
        const size_t size = length_at(p, left);
        if (!size)
            return false;
        p += size;
    }
    return true;
}

bool
cl_utf8_is_valid(const char *text, size_t length)
{
    return cl_scan_utf8(text, length);
}
