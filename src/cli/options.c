/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Arguments become ClOptions, GNU fashion: --name=value or --name value,
 * -n value or -nvalue, options and operands in any order, -- ends options,
 * - is an operand.  The first operands may name a command.
 */
#include "cli/command.h"
#include "cli/option_table.h"

#include <string.h>
#include <unistd.h>

void
cl_options_init(ClOptions *options)
{
    *options = (ClOptions){
        .family = "",
        .operands = g_ptr_array_new(),
        .rules = g_ptr_array_new(),
        .against = g_ptr_array_new(),
        .articles = g_ptr_array_new(),
        .facts = g_ptr_array_new(),
        .fail_on = CL_SEVERITY_ERROR,
        .max_file_size = CL_MOST_ARTICLE_BYTES,
        .max_claims = CL_MOST_CLAIMS,
    };
}

void
cl_options_clear(ClOptions *options)
{
    g_clear_pointer(&options->operands, g_ptr_array_unref);
    g_clear_pointer(&options->rules, g_ptr_array_unref);
    g_clear_pointer(&options->against, g_ptr_array_unref);
    g_clear_pointer(&options->articles, g_ptr_array_unref);
    g_clear_pointer(&options->facts, g_ptr_array_unref);
    g_clear_pointer(&options->pre, g_strfreev);
}

/* ---- Finding options --------------------------------------------------- */

static const ClOption *
find_long(const char *name, size_t length)
{
    for (const ClOption *option = cl_options; option->name; option++)
        if (strlen(option->name) == length &&
            strncmp(option->name, name, length) == 0)
            return option;
    return NULL;
}

static const ClOption *
find_letter(char letter)
{
    for (const ClOption *option = cl_options; option->name; option++)
        if (option->letter && option->letter == letter)
            return option;
    return NULL;
}

static void
suggest_option(const char *name, GString *mistake)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const ClOption *option = cl_options; option->name; option++)
        if (!option->hidden)
            g_ptr_array_add(names, (gpointer)option->name);
    g_ptr_array_add(names, NULL);
    const char *const near =
        cl_nearest_word(name, (const char *const *)names->pdata);
    if (near)
        g_string_append_printf(mistake, " (did you mean '--%s'?)", near);
}

static bool
refuse_unknown(const char *name, size_t length, GString *mistake)
{
    g_autofree char *word = g_strndup(name, length);
    g_string_append_printf(mistake, "unknown option '--%s'", word);
    suggest_option(word, mistake);
    return false;
}

static bool
apply(ClOptions *options,
      const ClOption *option,
      const char *value,
      GString *mistake)
{
    g_autoptr(GString) wanted = g_string_new(NULL);
    options->given |= 1u << (unsigned)(option - cl_options);
    if (option->set(options, value, wanted))
        return true;
    g_string_append_printf(mistake, "bad value '%s' for '--%s' (expected: %s)",
                           value, option->name, wanted->str);
    return false;
}

/* ---- Walking argv ------------------------------------------------------ */

static bool
apply_next(ClOptions *options,
           const ClOption *option,
           char ***next,
           GString *mistake)
{
    if (!**next) {
        g_string_append_printf(mistake, "option '--%s' needs a value: --%s %s",
                               option->name, option->name, option->argument);
        return false;
    }
    return apply(options, option, *(*next)++, mistake);
}

static bool
parse_long(ClOptions *options, const char *word, char ***next, GString *mistake)
{
    const size_t length = strcspn(word, "=");
    const ClOption *const option = find_long(word, length);
    if (!option)
        return refuse_unknown(word, length, mistake);
    const bool has_value = word[length] == '=';
    if (has_value && !option->argument) {
        g_string_append_printf(mistake, "option '--%s' takes no value",
                               option->name);
        return false;
    }
    if (has_value)
        return apply(options, option, word + length + 1, mistake);
    if (!option->argument)
        return apply(options, option, NULL, mistake);
    return apply_next(options, option, next, mistake);
}

/* -q, -qV, -o FILE, -oFILE */
static bool
parse_short(ClOptions *options,
            const char *word,
            char ***next,
            GString *mistake)
{
    for (; *word; word++) {
        const ClOption *const option = find_letter(*word);
        if (!option) {
            g_string_append_printf(mistake, "unknown option '-%c'", *word);
            return false;
        }
        if (option->argument && word[1])
            return apply(options, option, word + 1, mistake);
        if (option->argument)
            return apply_next(options, option, next, mistake);
        if (!apply(options, option, NULL, mistake))
            return false;
    }
    return true;
}

static void
take_rest(ClOptions *options, char **next)
{
    for (; *next; next++)
        g_ptr_array_add(options->operands, *next);
}

/* words: how many operands stood before "--", the only ones that can name a
 * command. */
static bool
parse_words(ClOptions *options, char **next, guint *words, GString *mistake)
{
    while (*next) {
        char *const word = *next++;
        bool good = true;
        if (strcmp(word, "--") == 0) {
            *words = options->operands->len;
            take_rest(options, next);
            return true;
        }
        if (g_str_has_prefix(word, "--"))
            good = parse_long(options, word + 2, &next, mistake);
        else if (word[0] == '-' && word[1])
            good = parse_short(options, word + 1, &next, mistake);
        else
            g_ptr_array_add(options->operands, word);
        if (!good)
            return false;
    }
    *words = options->operands->len;
    return true;
}

/* ---- Commands ---------------------------------------------------------- */

/* How many operands spell the command's name; 0 if they do not. */
static guint
spells(const ClCommand *command, const ClOptions *options, guint words)
{
    g_auto(GStrv) names = g_strsplit(command->name, " ", -1);
    const guint count = g_strv_length(names);
    if (count > words)
        return 0;
    for (guint i = 0; i < count; i++)
        if (strcmp(names[i], options->operands->pdata[i]) != 0)
            return 0;
    return count;
}

/* "rules" alone, or "rules tset": a family of commands, not an article. */
static bool
refuse_half(const ClOptions *options, guint words, GString *mistake)
{
    const char *const first = words ? options->operands->pdata[0] : "";
    g_autoptr(GString) known = g_string_new(NULL);
    for (const ClCommand *command = cl_commands; command->name; command++)
        if (cl_command_is_of(command, first))
            g_string_append_printf(known, "%s'%s'", known->len ? ", " : "",
                                   command->name);
    if (!known->len)
        return true;
    if (words > 1)
        g_string_append_printf(
            mistake, "unknown command '%s %s' (there are: %s)", first,
            (const char *)options->operands->pdata[1], known->str);
    else
        g_string_append_printf(mistake, "'%s' needs one more word: %s", first,
                               known->str);
    return false;
}

/* claimlint exctract a.txt: no such article, and nearly a command. */
static bool
refuse_mistyped(const ClOptions *options, guint words, GString *mistake)
{
    const char *const first = words ? options->operands->pdata[0] : "-";
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    if (strpbrk(first, "./-") || access(first, F_OK) == 0)
        return true;
    for (const ClCommand *command = cl_commands; command->name; command++)
        g_ptr_array_add(names, (gpointer)command->name);
    g_ptr_array_add(names, NULL);
    const char *const near =
        cl_nearest_word(first, (const char *const *)names->pdata);
    if (near)
        g_string_append_printf(
            mistake, "no article or command '%s' (did you mean '%s'?)", first,
            near);
    return !near;
}

static bool
find_command(ClOptions *options, guint words, GString *mistake)
{
    for (const ClCommand *command = cl_commands; command->name; command++) {
        const guint count = spells(command, options, words);
        if (!count)
            continue;
        options->command = command;
        g_ptr_array_remove_range(options->operands, 0, count);
        return true;
    }
    if (options->show != CL_SHOW_NOTHING) {
        options->family = words ? options->operands->pdata[0] : "";
        return true;
    }
    options->command = cl_commands;
    return refuse_half(options, words, mistake) &&
           refuse_mistyped(options, words, mistake);
}

/* An option that the command has no use for is a mistake, not ignored. */
static bool
check_options(const ClOptions *options, GString *mistake)
{
    for (size_t i = 0; cl_options[i].name; i++) {
        if (!(options->given & (1u << i)) || !options->command ||
            (cl_options[i].commands & options->command->bit))
            continue;
        g_string_append_printf(mistake, "'%s' has no option '--%s'",
                               options->command->name, cl_options[i].name);
        return false;
    }
    return true;
}

bool
cl_options_parse(ClOptions *options, char **argv, GString *mistake)
{
    guint words = 0;
    return parse_words(options, argv, &words, mistake) &&
           find_command(options, words, mistake) &&
           check_options(options, mistake);
}
