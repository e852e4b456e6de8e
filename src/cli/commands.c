/* SPDX-License-Identifier: Apache-2.0 */
/* The one list of commands: parser, --help and man page read it. */
#include "cli/command.h"

const ClCommand cl_commands[] = {
    {"check", "PATH...", "find figures that cannot all be true",
     "Reads articles, holds their figures against each other and reports "
     "those that disagree. This is what runs when no command is named.",
     CL_FOR_CHECK, cl_command_check},
    {"extract", "PATH...", "write every claim as JSON Lines",
     "Reads articles and writes each claim as one JSON object a line.",
     CL_FOR_EXTRACT, cl_command_extract},
    {"quantities", "", "read texts as JSON strings, write their quantities",
     "Reads one JSON string a line on standard input and writes one JSON "
     "array a line: every quantity in the text.",
     CL_FOR_QUANTITIES, cl_command_quantities},
    {"rules list", "[PATH...]", "list the rules that would be used",
     "Lists id, title, unit and file of each rule of the given rule files, "
     "or of those that check would use.",
     CL_FOR_RULES_LIST, cl_command_rules_list},
    {"rules test", "[PATH...]", "run the examples in rule files",
     "Runs every example of the given rule files, or of those that check "
     "would use, and tells those that do not do what they say.",
     CL_FOR_RULES_TEST, cl_command_rules_test},
    {NULL, NULL, NULL, NULL, 0, NULL},
};
