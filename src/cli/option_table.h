/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_OPTION_TABLE_H
#define CL_CLI_OPTION_TABLE_H

#include "cli/options.h"

/** An option: what parses it, helps with it and documents it. */
typedef struct {
    const char *name;     /* without --; NULL ends the table */
    char letter;          /* its short form, or 0 */
    const char *argument; /* what it takes, or NULL */
    const char *help;     /* one sentence without a full stop */
    unsigned commands;    /* CL_FOR_... */
    bool hidden;          /* for the build, not for people */
    /* false: a bad value; appends which ones there are */
    bool (*set)(ClOptions *options, const char *value, GString *wanted);
} ClOption;

/** At most 32, for ClOptions.given. */
extern const ClOption cl_options[];

#endif
