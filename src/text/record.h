/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_RECORD_H
#define CL_TEXT_RECORD_H

/*
 * One line of JSON Lines: an object whose text is an article.  Only strings
 * of the object itself are read; the text knows where in the line each of its
 * characters stands.
 */

#include "text/encoding.h"

typedef struct {
    char *title, *date, *source, *author; /* owned; NULL if absent */
    ClDecoded text;  /* places count from the line; the title stands above */
    ClSpan headline; /* of the text; empty without a title */
} ClRecord;

/**
 * Reads a line (RFC 8259).
 *
 * at       receives the byte that a mistake stands at
 * returns  NULL, or in a few words what is wrong; then there is no record
 */
const char *cl_record_read(const char *line,
                           size_t length,
                           ClRecord *out,
                           size_t *at);
void cl_record_clear(ClRecord *record);

#endif
