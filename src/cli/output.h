/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_OUTPUT_H
#define CL_CLI_OUTPUT_H

/* Bytes leave the program: the result, the notes, the word of a failure. */

#include "cli/options.h"

/** Sees to it that files opened later never get the place of a stream. */
void cl_output_guard(void);

/**
 * Writes the result to --output, or to standard output.
 *
 * returns  false with a message on standard error if not all was written
 */
bool cl_output_write(const ClOptions *options, const GString *bytes);

/** Prints notes to standard error, one a line; --quiet: errors only. */
void cl_output_notes(const ClOptions *options, const ClNotes *notes);

/** Prints lines to standard error as they are. */
void cl_output_aside(const GString *lines);

/** Prints "claimlint: error: ..." to standard error. */
void cl_output_error(const char *format, ...) G_GNUC_PRINTF(1, 2);

/** Whether colours are wanted on a stream. */
bool cl_output_colour(const ClOptions *options, int stream);

#endif
