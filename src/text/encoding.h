/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_ENCODING_H
#define CL_TEXT_ENCODING_H

/*
 * Which encoding a file's bytes are in, and text in UTF-8 that still knows
 * where in the file each of its characters stood.
 */

#include "base/base.h"

/** How long a character is in the file. */
typedef enum {
    CL_WIDTH_UTF8,
    CL_WIDTH_ONE,     /* a byte: Windows-1252 */
    CL_WIDTH_UTF16LE, /* two bytes, or four: a surrogate pair */
    CL_WIDTH_UTF16BE,
    CL_WIDTH_GB18030, /* one, two or four */
    CL_WIDTH_BIG5,    /* one or two */
} ClWidth;

/** An encoding by the name that people call it.  Constant for ever. */
typedef struct {
    const char *name;  /* of --encoding and in notes: "GB18030" */
    const char *iconv; /* as iconv knows it; NULL for UTF-8 */
    ClWidth width;
} ClEncoding;

/** NULL if there is none of that name; case and - _ do not count. */
const ClEncoding *cl_encoding_find(const char *name);

/**
 * What the bytes most likely are: by a byte order mark, by being UTF-8, by
 * the zero bytes of UTF-16, by what uchardet makes of the first 64 KiB.
 *
 * bom      receives the length of the byte order mark, 0 if there is none
 * returns  NULL if it is none that can be read
 */
const ClEncoding *cl_encoding_detect(const char *bytes,
                                     size_t length,
                                     size_t *bom);

/** A place known in both text and file. */
typedef struct {
    size_t text, original;
} ClMark;

/** The last of marks at or before a byte of the text; there is one. */
ClMark cl_mark_before(const GArray *marks, size_t at);

/** Text made of a file, and the way back. */
typedef struct {
    char *text; /* UTF-8, ended by a NUL; owned */
    size_t length;
    size_t bad;    /* characters that could not be read: U+FFFD */
    size_t first;  /* where the first of them stands in text */
    GArray *marks; /* of ClMark, in order, to count from; owned */
    ClWidth width;
} ClDecoded;

/**
 * Decodes bytes [start, length) of a file.
 *
 * returns  false if this system cannot read the encoding
 */
bool cl_decode_bytes(const ClEncoding *encoding,
                     const char *bytes,
                     size_t start,
                     size_t length,
                     ClDecoded *out);
void cl_decoded_clear(ClDecoded *decoded);

/** Where in the file the character at text[at] stood. */
size_t cl_decoded_original(const ClDecoded *decoded,
                           const char *bytes,
                           size_t length,
                           size_t at);

#endif
