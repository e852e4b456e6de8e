/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of commands and options as --help and as a man page. */
#include "cli/command.h"
#include "cli/option_table.h"

#include <string.h>

/* Where explanations start, and the width they are filled to. */
#define HELP_COLUMN 24
#define HELP_WIDTH 79

static const char exit_statuses[][2][80] = {
    {"0", "all was looked at and nothing is to tell"},
    {"1", "the same, with findings at or above --fail-on"},
    {"2", "not everything could be judged; this beats 1"},
};

static const char *const environment =
    "NO_COLOR, where set and not empty, turns colours off in auto mode.";

static const char *const rules_text =
    "Without --rules, the rules are those a .claimlint.yaml names (key "
    "'rules', found upwards from the first path), else a folder 'rules' "
    "beside the articles or in the working folder, else the installed ones. "
    "Confirmed figures are found the same way by key and folder 'facts'; there "
    "need be none.";

/* ---- Plain help -------------------------------------------------------- */

/* Words filled to HELP_WIDTH, each new line indented. */
static void
append_filled(const char *text, size_t column, size_t indent, GString *out)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++) {
        const size_t length = strlen(*word);
        if (word != words && column + 1 + length > HELP_WIDTH) {
            g_string_append_printf(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (word != words) {
            g_string_append_c(out, ' ');
            column++;
        }
        g_string_append(out, *word);
        column += length;
    }
    g_string_append_c(out, '\n');
}

static void
append_entry(const char *name, const char *text, GString *out)
{
    const size_t length = strlen(name) + 2;
    g_string_append_printf(out, "  %s", name);
    if (length + 2 > HELP_COLUMN)
        g_string_append_printf(out, "\n%*s", HELP_COLUMN, "");
    else
        g_string_append_printf(out, "%*s", (int)(HELP_COLUMN - length), "");
    append_filled(text, HELP_COLUMN, HELP_COLUMN, out);
}

static void
append_option_name(const ClOption *option, GString *out)
{
    if (option->letter)
        g_string_append_printf(out, "-%c, ", option->letter);
    g_string_append_printf(out, "--%s", option->name);
    if (option->argument)
        g_string_append_printf(out, "=%s", option->argument);
}

static void
append_option(const ClOption *option, GString *out)
{
    g_autoptr(GString) name = g_string_new(NULL);
    append_option_name(option, name);
    append_entry(name->str, option->help, out);
}

static void
append_options(unsigned commands, GString *out)
{
    g_string_append(out, "\nOptions:\n");
    for (const ClOption *option = cl_options; option->name; option++)
        if (!option->hidden && (option->commands & commands))
            append_option(option, out);
}

static void
append_usage(const ClCommand *command, GString *out)
{
    g_string_append_printf(out, "Usage: claimlint %s [OPTION...]%s%s\n\n",
                           command->name, *command->operands ? " " : "",
                           command->operands);
    append_filled(command->about, 0, 0, out);
}

static void
append_commands(GString *out)
{
    g_string_append(out, "\nCommands:\n");
    for (const ClCommand *command = cl_commands; command->name; command++)
        append_entry(command->name, command->summary, out);
}

/* False if no command is of that family. */
static bool
append_family(const char *family, GString *out)
{
    const size_t before = out->len;
    g_string_append_printf(out, "Usage: claimlint %s COMMAND [OPTION...]\n\n",
                           family);
    const size_t head = out->len;
    for (const ClCommand *command = cl_commands; command->name; command++)
        if (cl_command_is_of(command, family))
            append_entry(command->name, command->summary, out);
    const bool any = out->len > head;
    if (any)
        g_string_append_printf(out,
                               "\n'claimlint %s COMMAND --help' tells more "
                               "of each.\n",
                               family);
    else
        g_string_truncate(out, before);
    return any;
}

static void
append_statuses(GString *out)
{
    g_string_append(out, "\nExit status:\n");
    for (size_t i = 0; i < G_N_ELEMENTS(exit_statuses); i++)
        append_entry(exit_statuses[i][0], exit_statuses[i][1], out);
}

void
cl_options_help(const ClCommand *command, const char *family, GString *out)
{
    if (!command && append_family(family, out))
        return;
    if (command) {
        append_usage(command, out);
        append_options(command->bit, out);
    } else {
        g_string_append(out,
                        "Usage: claimlint [COMMAND] [OPTION...] PATH...\n\n"
                        "Finds figures in news articles that cannot all be "
                        "true. A path is an article,\na folder of articles, "
                        "or - for standard input.\n");
        append_commands(out);
        append_options(CL_FOR_ALL, out);
    }
    g_string_append_c(out, '\n');
    append_filled(rules_text, 0, 0, out);
    append_statuses(out);
}

/* ---- Man page ---------------------------------------------------------- */

/* A hyphen is an option's minus, a leading dot would be a request. */
static void
append_roff(const char *text, GString *out)
{
    if (*text == '.' || *text == '\'')
        g_string_append(out, "\\&");
    for (; *text; text++) {
        if (*text == '-' || *text == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
}

static void
append_man_entry(const char *name, const char *text, GString *out)
{
    g_string_append(out, ".TP\n.B ");
    append_roff(name, out);
    g_string_append_c(out, '\n');
    append_roff(text, out);
    g_string_append(out, ".\n");
}

static void
append_man_commands(GString *out)
{
    g_string_append(out, ".SH COMMANDS\n");
    for (const ClCommand *command = cl_commands; command->name; command++) {
        g_autofree char *name =
            g_strdup_printf("%s %s", command->name, command->operands);
        g_string_append(out, ".TP\n.B ");
        append_roff(g_strchomp(name), out);
        g_string_append_c(out, '\n');
        append_roff(command->about, out);
        g_string_append_c(out, '\n');
    }
}

static void
append_man_options(GString *out)
{
    g_string_append(out, ".SH OPTIONS\n");
    for (const ClOption *option = cl_options; option->name; option++) {
        g_autoptr(GString) name = g_string_new(NULL);
        if (option->hidden)
            continue;
        append_option_name(option, name);
        append_man_entry(name->str, option->help, out);
    }
}

static void
append_man_formats(GString *out)
{
    g_string_append(out, ".SH FORMATS\n");
    for (const ClFormat *format = cl_formats; format->name; format++)
        append_man_entry(format->name, format->summary, out);
}

void
cl_options_man(GString *out)
{
    g_string_append(out, ".TH CLAIMLINT 1 \"\" \"claimlint " CLAIMLINT_VERSION
                         "\"\n.SH NAME\nclaimlint \\- find figures in articles "
                         "that cannot all be true\n.SH SYNOPSIS\n.B claimlint\n"
                         "[\\fICOMMAND\\fR] [\\fIOPTION\\fR...] "
                         "\\fIPATH\\fR...\n.SH DESCRIPTION\n"
                         "Reads news articles in Chinese and English, extracts "
                         "figures by YAML rules and\nreports those that cannot "
                         "all be true. A path is an article, a folder of\n"
                         "articles, or \\- for standard input.\n.PP\n");
    append_roff(rules_text, out);
    g_string_append_c(out, '\n');
    append_man_commands(out);
    append_man_options(out);
    append_man_formats(out);
    g_string_append(out, ".SH EXIT STATUS\n");
    for (size_t i = 0; i < G_N_ELEMENTS(exit_statuses); i++)
        append_man_entry(exit_statuses[i][0], exit_statuses[i][1], out);
    g_string_append(out, ".SH ENVIRONMENT\n");
    append_roff(environment, out);
    g_string_append_c(out, '\n');
}
