/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_ESCAPE_H
#define CL_REPORT_ESCAPE_H

/* Untrusted text made harmless for Markdown; for a terminal see report.h. */

#include "report/report.h"

/** True for what a reader cannot see but a terminal or browser obeys. */
bool cl_char_is_unsafe(gunichar c);

/**
 * Appends text as a Markdown code span, in a table cell too: nothing in it is
 * mark-up, a link or a mention.  Nothing at all for empty text.
 */
void cl_escape_code(const char *text, GString *out);

/** Appends text as plain Markdown prose, its mark-up characters escaped. */
void cl_escape_markdown(const char *text, GString *out);

#endif
