/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_CONVERTER_H
#define CL_CLI_CONVERTER_H

/*
 * Documents that only another program reads (.docx, .epub, .pdf): a command
 * from the command line, and from nowhere else, makes text of them.
 */

#include "base/base.h"

/** True for .docx, .epub, .odt, .pdf and .rtf. */
bool cl_converter_wanted(const char *path);

/**
 * The words of a command, quotes taken off as a shell does; no shell runs it.
 *
 * returns  owned, for g_strfreev; NULL if it is none or its program is not
 *          found
 */
char **cl_converter_parse(const char *command);

/**
 * What a command writes to standard output when the path is its last word.
 * It reads nothing from standard input; what it has to say goes where our own
 * notes go.
 *
 * limit    in bytes; the command is ended where it writes more
 * returns  owned, a NUL after the last byte; NULL with error set, also where
 *          the command ends with another status than 0
 */
char *cl_converter_read(char *const *command,
                        const char *path,
                        size_t limit,
                        size_t *length,
                        GError **error);

#endif
