/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TESTS_FUZZ_H
#define CL_TESTS_FUZZ_H

/* What every fuzz target has: the entry libFuzzer calls, and a way to say no. */

#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Looks at one input; aborts where something that must hold does not. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/** Ends the run with the place and a printf-like account of what was met. */
#define MUST(condition, ...)                                                   \
    do {                                                                       \
        if (!(condition)) {                                                    \
            fprintf(stderr, "%s:%d: must hold: %s: ", __FILE__, __LINE__,      \
                    #condition);                                               \
            fprintf(stderr, __VA_ARGS__);                                      \
            fputc('\n', stderr);                                               \
            abort();                                                           \
        }                                                                      \
    } while (0)

/** True if a character starts at text[at], or the text ends there. */
static inline bool
is_border(const char *text, size_t length, size_t at)
{
    return at == length || (at < length && ((guchar)text[at] & 0xC0) != 0x80);
}

static inline void
must_be_span(const char *text, size_t length, ClSpan span)
{
    MUST(span.start <= span.end && span.end <= length,
         "[%zu, %zu) of %zu bytes", span.start, span.end, length);
    MUST(is_border(text, length, span.start) &&
             is_border(text, length, span.end),
         "[%zu, %zu) cuts a character", span.start, span.end);
}

static inline void
must_be_text(const char *text, size_t length)
{
    const char *end;
    MUST(g_utf8_validate_len(text, length, &end), "bad UTF-8 at byte %zu",
         (size_t)(end - text));
}

/** The bytes as valid UTF-8 without NUL; owned. */
static inline char *
make_text(const uint8_t *bytes, size_t length, size_t *size)
{
    char *text = g_utf8_make_valid((const char *)bytes, (gssize)length);
    *size = strlen(text);
    return text;
}

#endif
