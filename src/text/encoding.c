/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes in another encoding become UTF-8 by iconv, a block at a time.  Each
 * block leaves a mark, a place known in file and text; between two marks the
 * way back is counted, character by character, in both.
 */
#include "text/encoding.h"

#include <errno.h>
#include <string.h>
#include <uchardet/uchardet.h>

#define REPLACEMENT "\xEF\xBF\xBD"

enum { BLOCK = 512, SAMPLE = 64 * 1024 };

/* ---- Names --------------------------------------------------------------- */

static const ClEncoding encodings[] = {
    {"UTF-8", NULL, CL_WIDTH_UTF8},
    {"UTF-16LE", "UTF-16LE", CL_WIDTH_UTF16LE},
    {"UTF-16BE", "UTF-16BE", CL_WIDTH_UTF16BE},
    {"GB18030", "GB18030", CL_WIDTH_GB18030},
    {"Big5-HKSCS", "BIG5-HKSCS", CL_WIDTH_BIG5},
    {"Windows-1252", "WINDOWS-1252", CL_WIDTH_ONE},
};

/* What people and uchardet call them otherwise: supersets read them all. */
static const struct {
    const char *alias, *name;
} aliases[] = {
    {"UTF-16", "UTF-16LE"},     {"GBK", "GB18030"},
    {"GB2312", "GB18030"},      {"CP936", "GB18030"},
    {"EUC-CN", "GB18030"},      {"Big5", "Big5-HKSCS"},
    {"CP950", "Big5-HKSCS"},    {"ISO-8859-1", "Windows-1252"},
    {"Latin1", "Windows-1252"}, {"ISO-8859-15", "Windows-1252"},
    {"CP1252", "Windows-1252"}, {"ASCII", "UTF-8"},
};

static bool
same_name(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, "-_ ");
        b += strspn(b, "-_ ");
        if (g_ascii_tolower(*a) != g_ascii_tolower(*b))
            return false;
        if (!*a)
            return true;
    }
}

const ClEncoding *
cl_encoding_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++)
        if (same_name(name, aliases[i].alias))
            name = aliases[i].name;
    for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++)
        if (same_name(name, encodings[i].name))
            return &encodings[i];
    return NULL;
}

/* ---- Detection ------------------------------------------------------------ */

static const ClEncoding *
find_mark(const char *bytes, size_t length, size_t *bom)
{
    static const struct {
        const char *mark;
        size_t length;
        const char *name;
    } marks[] = {
        {"\xEF\xBB\xBF", 3, "UTF-8"},
        {"\xFF\xFE", 2, "UTF-16LE"},
        {"\xFE\xFF", 2, "UTF-16BE"},
        {"\x84\x31\x95\x33", 4, "GB18030"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (length < marks[i].length ||
            memcmp(bytes, marks[i].mark, marks[i].length) != 0)
            continue;
        *bom = marks[i].length;
        return cl_encoding_find(marks[i].name);
    }
    return NULL;
}

/* A unit of text: a sign or letter of these scripts, a half of a pair or a
   private one, not a control.  Three in ten of random ones are none. */
static bool
is_likely(unsigned unit)
{
    return unit == '\t' || unit == '\n' || unit == '\r' ||
           (unit >= 0x20 && unit < 0x500) ||
           (unit >= 0x2000 && unit < 0xA000) || unit >= 0xD800;
}

/* Blanks, digits and line breaks of UTF-16 hold a zero on one side of each
   pair of bytes; on the other side hardly any character does (一). */
static const ClEncoding *
find_utf16(const char *bytes, size_t length)
{
    enum { CLEARLY = 3 };
    size_t zeros[2] = {0, 0}, odd = 0;
    const size_t sample = MIN(length, SAMPLE) & ~(size_t)1;
    for (size_t i = 0; i < sample; i++)
        zeros[i & 1] += bytes[i] == 0;
    const bool little = zeros[1] > zeros[0];
    if (length % 2 || zeros[little] < CLEARLY * zeros[!little])
        return NULL;
    for (size_t i = 0; i < sample; i += 2) {
        const unsigned a = (unsigned char)bytes[i];
        const unsigned b = (unsigned char)bytes[i + 1];
        odd += !is_likely(little ? b << 8 | a : a << 8 | b);
    }
    return odd * 100 > sample / 2
               ? NULL
               : cl_encoding_find(little ? "UTF-16LE" : "UTF-16BE");
}

/* English with a few bytes beyond ASCII: curly quotes of old Windows. */
static bool
is_nearly_ascii(const char *bytes, size_t length)
{
    size_t other = 0;
    for (size_t i = 0; i < length; i++)
        other += (unsigned char)bytes[i] >= 0x80;
    return other * 10 <= length;
}

static const ClEncoding *
ask_uchardet(const char *bytes, size_t length)
{
    const size_t sample = MIN(length, SAMPLE);
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, bytes, sample);
    uchardet_data_end(detector);
    const char *name = uchardet_get_charset(detector);
    const bool western = g_str_has_prefix(name, "WINDOWS-125") ||
                         g_str_has_prefix(name, "ISO-8859-") ||
                         g_str_has_prefix(name, "MAC");
    const ClEncoding *found = cl_encoding_find(
        western && is_nearly_ascii(bytes, sample) ? "Windows-1252" : name);
    uchardet_delete(detector);
    return found;
}

const ClEncoding *
cl_encoding_detect(const char *bytes, size_t length, size_t *bom)
{
    *bom = 0;
    const ClEncoding *marked = find_mark(bytes, length, bom);
    if (marked)
        return marked;
    if (memchr(bytes, 0, length))
        return find_utf16(bytes, length);
    if (cl_utf8_is_valid(bytes, length))
        return cl_encoding_find("UTF-8");
    return ask_uchardet(bytes, length);
}

/* ---- Decoding ------------------------------------------------------------- */

/* The length of the character at bytes[at] of a file. */
static size_t
width_at(ClWidth width, const char *bytes, size_t length, size_t at)
{
    const unsigned char *p = (const unsigned char *)bytes + at;
    const size_t left = length - at;
    size_t size = 1;
    switch (width) {
    case CL_WIDTH_UTF16LE:
        size = left > 1 && (p[1] & 0xFC) == 0xD8 ? 4 : 2;
        break;
    case CL_WIDTH_UTF16BE:
        size = (p[0] & 0xFC) == 0xD8 ? 4 : 2;
        break;
    case CL_WIDTH_GB18030:
        if (p[0] > 0x80 && p[0] < 0xFF && left > 1)
            size = p[1] >= '0' && p[1] <= '9' ? 4 : 2;
        break;
    case CL_WIDTH_BIG5:
        size = p[0] > 0x80 && p[0] < 0xFF ? 2 : 1;
        break;
    case CL_WIDTH_UTF8:
        size = (size_t)g_utf8_skip[p[0]];
        break;
    case CL_WIDTH_ONE:
        break;
    }
    return MIN(size, left);
}

/* Ê̄ and its like are one character of HKSCS and two of Unicode. */
static size_t
points_at(ClWidth width, const char *bytes, size_t length, size_t at)
{
    const unsigned char *p = (const unsigned char *)bytes + at;
    if (width != CL_WIDTH_BIG5 || length - at < 2 || p[0] != 0x88)
        return 1;
    return p[1] == 0x62 || p[1] == 0x64 || p[1] == 0xA3 || p[1] == 0xA5 ? 2 : 1;
}

static void
add_mark(ClDecoded *decoded, const GString *text, size_t original)
{
    const ClMark mark = {text->len, original};
    g_array_append_val(decoded->marks, mark);
}

/* Replaces what cannot be read; a character cut by the end is bad as well. */
static size_t
replace(ClDecoded *decoded,
        GString *text,
        const char *bytes,
        size_t length,
        size_t at)
{
    const unsigned char next =
        at + 1 < length ? (unsigned char)bytes[at + 1] : 0;
    size_t size = width_at(decoded->width, bytes, length, at);
    /* a lead byte before plain ASCII has lost its other half */
    if (decoded->width != CL_WIDTH_UTF16LE &&
        decoded->width != CL_WIDTH_UTF16BE && next < 0x80)
        size = 1;
    if (decoded->bad++ == 0)
        decoded->first = text->len;
    g_string_append(text, REPLACEMENT);
    add_mark(decoded, text, at + size);
    return at + size;
}

/* Decodes from *at on, about a block; false where a character is bad. */
static bool
decode_block(GIConv converter,
             GString *text,
             const char *bytes,
             size_t length,
             size_t *at)
{
    char out[BLOCK * 4];
    char *in = (char *)bytes + *at, *to = out;
    size_t in_left = MIN((size_t)BLOCK, length - *at), out_left = sizeof out;
    const size_t status = g_iconv(converter, &in, &in_left, &to, &out_left);
    const int error = errno;
    const bool moved = in > bytes + *at;
    g_string_append_len(text, out, to - out);
    *at = (size_t)(in - bytes);
    g_iconv(converter, NULL, NULL, NULL, NULL);
    return status != (size_t)-1 || error == E2BIG ||
           (error == EINVAL && moved && *at + in_left < length);
}

bool
cl_decode_bytes(const ClEncoding *encoding,
                const char *bytes,
                size_t start,
                size_t length,
                ClDecoded *out)
{
    GIConv converter = g_iconv_open("UTF-8", encoding->iconv);
    if (converter == (GIConv)-1)
        return false;
    GString *text = g_string_sized_new((length - start) * 3 / 2 + 1);
    *out = (ClDecoded){.marks = g_array_new(FALSE, FALSE, sizeof(ClMark)),
                       .width = encoding->width};
    for (size_t at = start; at < length;) {
        add_mark(out, text, at);
        if (!decode_block(converter, text, bytes, length, &at))
            at = replace(out, text, bytes, length, at);
    }
    g_iconv_close(converter);
    add_mark(out, text, length);
    out->length = text->len;
    out->text = g_string_free(text, FALSE);
    return true;
}

void
cl_decoded_clear(ClDecoded *decoded)
{
    g_clear_pointer(&decoded->text, g_free);
    g_clear_pointer(&decoded->marks, g_array_unref);
}

/* ---- The way back --------------------------------------------------------- */

ClMark
cl_mark_before(const GArray *marks, size_t at)
{
    unsigned low = 0, high = marks->len;
    while (high - low > 1) {
        const unsigned middle = low + (high - low) / 2;
        if (g_array_index(marks, ClMark, middle).text <= at)
            low = middle;
        else
            high = middle;
    }
    return g_array_index(marks, ClMark, low);
}

size_t
cl_decoded_original(const ClDecoded *decoded,
                    const char *bytes,
                    size_t length,
                    size_t at)
{
    ClMark place = cl_mark_before(decoded->marks, at);
    while (place.text < at && place.original < length) {
        size_t next = place.text;
        const size_t points =
            points_at(decoded->width, bytes, length, place.original);
        for (size_t i = 0; i < points; i++)
            next += (size_t)g_utf8_skip[(unsigned char)decoded->text[next]];
        if (next > at) /* inside a character: it begins here */
            break;
        place.text = next;
        place.original +=
            width_at(decoded->width, bytes, length, place.original);
    }
    return place.original;
}
