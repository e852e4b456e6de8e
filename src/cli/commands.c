/* SPDX-License-Identifier: Apache-2.0 */
/* The one list of commands: parser, --help and man page read it. */
#include "cli/command.h"

#include <string.h>

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
     "would use, as it is and in other notations and scripts, and tells those "
     "that do not do what they say. A rule with a mistake is told, and the "
     "others are tested.",
     CL_FOR_RULES_TEST, cl_command_rules_test},
    {"rules lint", "[PATH...]", "look for what is odd in rule files",
     "Reads the given rule files, or those that check would use, and tells "
     "terms that can never match, regular expressions that may take very "
     "long, doubled titles and rules that say too little; with --articles "
     "also rules that claim nothing there, and figures they nearly took.",
     CL_FOR_RULES_LINT, cl_command_rules_lint},
    {"rules explain", "RULE PATH...", "tell why a rule claims or does not",
     "For each sentence with a figure and a word of the rule, tells each step "
     "from the bytes to the claim, or to why there is none; then, for each two "
     "figures, the verdict or why there is none. RULE is an id, or a rule "
     "file.",
     CL_FOR_RULES_EXPLAIN, cl_command_rules_explain},
    {"rules new", "SENTENCE", "write a rule to start from",
     "Makes a rule of a sentence with a figure: unit, subject and measure as "
     "far as they can be told, and two examples that pass.",
     CL_FOR_RULES_NEW, cl_command_rules_new},
    {"facts lint", "[PATH...]", "look for mistakes in confirmed figures",
     "Reads the given files of confirmed figures, or those that check would "
     "use, tells every mistake and every entry that is stale, and how many "
     "entries there are.",
     CL_FOR_FACTS_LINT, cl_command_facts_lint},
    {NULL, NULL, NULL, NULL, 0, NULL},
};

bool
cl_command_is_of(const ClCommand *command, const char *family)
{
    const size_t length = strlen(family);
    return length && strncmp(command->name, family, length) == 0 &&
           command->name[length] == ' ';
}
