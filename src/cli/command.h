/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_COMMAND_H
#define CL_CLI_COMMAND_H

/* Commands: one row of the table and one command_NAME.c each. */

#include "cli/options.h"

/** Exit statuses; UNJUDGED beats FOUND. */
enum { CL_EXIT_AGREED, CL_EXIT_FOUND, CL_EXIT_UNJUDGED };

/** Bits of the commands an option belongs to. */
enum {
    CL_FOR_CHECK = 1,
    CL_FOR_EXTRACT = 2,
    CL_FOR_QUANTITIES = 4,
    CL_FOR_RULES_LIST = 8,
    CL_FOR_RULES_TEST = 16,
    CL_FOR_RULES_LINT = 32,
    CL_FOR_RULES_EXPLAIN = 64,
    CL_FOR_RULES_NEW = 128,
    CL_FOR_FACTS_LINT = 256,
    CL_FOR_ALL = 511,
};

struct ClCommand {
    const char *name;     /* "check"; "rules list" is typed as two words */
    const char *operands; /* "PATH..." */
    const char *summary;  /* half a line */
    const char *about;    /* a paragraph for its help */
    unsigned bit;
    int (*run)(const ClOptions *options); /* returns the exit status */
};

/** Ended by a NULL name; the first is the default. */
extern const ClCommand cl_commands[];

/** True for "rules list" of the family "rules". */
bool cl_command_is_of(const ClCommand *command, const char *family);

int cl_command_check(const ClOptions *options);
int cl_command_extract(const ClOptions *options);
int cl_command_quantities(const ClOptions *options);
int cl_command_rules_list(const ClOptions *options);
int cl_command_rules_test(const ClOptions *options);
int cl_command_rules_lint(const ClOptions *options);
int cl_command_rules_explain(const ClOptions *options);
int cl_command_rules_new(const ClOptions *options);
int cl_command_facts_lint(const ClOptions *options);

#endif
