/* SPDX-License-Identifier: Apache-2.0 */

/*
 * The first byte names an encoding, the rest are bytes in it, whole or torn:
 * they become UTF-8 whose every character is led back to where it stood.  What
 * iconv makes of the text again is the bytes, if none of them was bad.
 */

#include "fuzz.h"

#include "text/encoding.h"

static const char *const names[] = {"UTF-8",   "UTF-16LE",   "UTF-16BE",
                                    "GB18030", "Big5-HKSCS", "Windows-1252"};

/* A NUL is a character: who reads the text refuses it. */
static void
must_be_characters(const ClDecoded *decoded)
{
    g_autofree char *text = g_memdup2(decoded->text, decoded->length + 1);
    for (size_t i = 0; i < decoded->length; i++)
        text[i] = text[i] ? text[i] : ' ';
    must_be_text(text, decoded->length);
}

/* A character that could not be read stands for a byte at least. */
static void
must_count_bad(const ClDecoded *decoded)
{
    static const char bad[] = "\xEF\xBF\xBD";
    MUST(decoded->bad <= decoded->length / strlen(bad), "%zu bad of %zu bytes",
         decoded->bad, decoded->length);
    if (decoded->bad)
        MUST(decoded->first + strlen(bad) <= decoded->length &&
                 memcmp(decoded->text + decoded->first, bad, strlen(bad)) == 0,
             "nothing bad at %zu", decoded->first);
}

static void
must_lead_back(const ClDecoded *decoded, const char *bytes, size_t length)
{
    size_t last = 0;
    bool first = true;
    for (size_t at = 0; at < decoded->length;
         at = (size_t)(g_utf8_next_char(decoded->text + at) - decoded->text)) {
        const size_t place = cl_decoded_original(decoded, bytes, length, at);
        MUST(place < length, "byte %zu comes from %zu of %zu", at, place,
             length);
        /* one of Big5-HKSCS may be two characters: a letter and its mark */
        MUST(first || place > last ||
                 (place == last && decoded->width == CL_WIDTH_BIG5),
             "byte %zu comes from %zu, after %zu", at, place, last);
        last = place;
        first = false;
    }
    MUST(cl_decoded_original(decoded, bytes, length, decoded->length) <= length,
         "the end is past the file");
}

/* In these one text has one spelling. */
static void
must_encode_again(const ClEncoding *encoding,
                  const ClDecoded *decoded,
                  const char *bytes,
                  size_t length)
{
    if (decoded->bad || !encoding->iconv ||
        (encoding->width != CL_WIDTH_UTF16LE &&
         encoding->width != CL_WIDTH_UTF16BE &&
         encoding->width != CL_WIDTH_ONE))
        return;
    gsize written = 0;
    g_autofree char *again =
        g_convert(decoded->text, (gssize)decoded->length, encoding->iconv,
                  "UTF-8", NULL, &written, NULL);
    MUST(again && written == length && memcmp(again, bytes, length) == 0,
         "%s: %zu bytes become %zu", encoding->name, length, (size_t)written);
}

static void
must_decode(const ClEncoding *encoding, const char *bytes, size_t length)
{
    ClDecoded decoded = {0};
    MUST(cl_decode_bytes(encoding, bytes, 0, length, &decoded),
         "%s is not known here", encoding->name);
    MUST(!decoded.text[decoded.length], "the text does not end");
    must_be_characters(&decoded);
    must_count_bad(&decoded);
    must_lead_back(&decoded, bytes, length);
    must_encode_again(encoding, &decoded, bytes, length);
    cl_decoded_clear(&decoded);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    size_t bom = 0;
    if (!length)
        return 0;
    const char *const text = (const char *)bytes + 1;
    const char *const name = names[*bytes % G_N_ELEMENTS(names)];
    const ClEncoding *const named = cl_encoding_find(name);
    MUST(named, "no encoding '%s'", name);
    if (named->iconv)
        must_decode(named, text, length - 1);
    const ClEncoding *const found = cl_encoding_detect(text, length - 1, &bom);
    MUST(bom < length && (!bom || found), "a mark of %zu bytes", bom);
    if (found && found->iconv)
        must_decode(found, text, length - 1);
    return 0;
}
