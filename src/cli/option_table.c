/* SPDX-License-Identifier: Apache-2.0 */
/* Every option once: its names, its help, its commands, what it sets. */
#include "cli/option_table.h"

#include "cli/command.h"
#include "cli/converter.h"

#include <string.h>

static bool
set_rules(ClOptions *options, const char *value, GString *wanted)
{
    (void)wanted;
    g_ptr_array_add(options->rules, (gpointer)value);
    return true;
}

static bool
set_against(ClOptions *options, const char *value, GString *wanted)
{
    (void)wanted;
    g_ptr_array_add(options->against, (gpointer)value);
    return true;
}

static bool
set_facts(ClOptions *options, const char *value, GString *wanted)
{
    (void)wanted;
    g_ptr_array_add(options->facts, (gpointer)value);
    return true;
}

static bool
set_today(ClOptions *options, const char *value, GString *wanted)
{
    g_string_append(wanted, "a day such as 2025-06-27");
    return cl_day_parse(value, &options->today);
}

static bool
set_articles(ClOptions *options, const char *value, GString *wanted)
{
    (void)wanted;
    g_ptr_array_add(options->articles, (gpointer)value);
    return true;
}

static bool
set_id(ClOptions *options, const char *value, GString *wanted)
{
    g_string_append(wanted, "small letters, digits and hyphens");
    options->id = value;
    return *value != '\0';
}

/* Which formats there are depends on the command: resolved after parsing. */
static bool
set_format(ClOptions *options, const char *value, GString *wanted)
{
    (void)wanted;
    options->format = value;
    return true;
}

static bool
set_output(ClOptions *options, const char *value, GString *wanted)
{
    g_string_append(wanted, "the name of a file");
    options->output = value;
    return *value != '\0';
}

/* The index of value among words ended by NULL; -1 and a list if missing. */
static int
choose(const char *value, const char *const *words, GString *wanted)
{
    for (int i = 0; words[i]; i++) {
        if (strcmp(words[i], value) == 0)
            return i;
        g_string_append_printf(wanted, "%s%s", i ? ", " : "", words[i]);
    }
    return -1;
}

static bool
set_fail_on(ClOptions *options, const char *value, GString *wanted)
{
    static const char *const words[] = {"note", "warning", "error", "never",
                                        NULL};
    const int chosen = choose(value, words, wanted);
    if (chosen >= 0)
        options->fail_on = (unsigned)chosen;
    return chosen >= 0;
}

static bool
set_color(ClOptions *options, const char *value, GString *wanted)
{
    static const char *const words[] = {"auto", "always", "never", NULL};
    const int chosen = choose(value, words, wanted);
    if (chosen >= 0)
        options->color = (ClColor)chosen;
    return chosen >= 0;
}

static bool
set_encoding(ClOptions *options, const char *value, GString *wanted)
{
    g_string_append(wanted, "one of UTF-8, UTF-16LE, UTF-16BE, GB18030, GBK, "
                            "Big5, Big5-HKSCS, Windows-1252");
    options->encoding = value;
    return cl_encoding_is_known(value);
}

static bool
set_pre(ClOptions *options, const char *value, GString *wanted)
{
    g_string_append(wanted, "a program that can be run, and its options");
    g_clear_pointer(&options->pre, g_strfreev);
    options->pre = cl_converter_parse(value);
    return options->pre;
}

static bool
set_jobs(ClOptions *options, const char *value, GString *wanted)
{
    guint64 jobs = 0;
    g_string_append(wanted, "a number from 1 to 1024");
    if (!g_ascii_string_to_unsigned(value, 10, 1, 1024, &jobs, NULL))
        return false;
    options->jobs = (unsigned)jobs;
    return true;
}

/* "300", "64K", "32M", "2G": bytes, in steps of 1024. */
static bool
set_max_file_size(ClOptions *options, const char *value, GString *wanted)
{
    static const char steps[] = "KMG";
    const size_t length = strlen(value);
    const char *const step =
        length > 1 ? strchr(steps, g_ascii_toupper(value[length - 1])) : NULL;
    const unsigned shift = step ? 10 * (unsigned)(step - steps + 1) : 0;
    g_autofree char *digits = g_strndup(value, length - (step != NULL));
    guint64 size = 0;
    g_string_append(wanted, "bytes, or a number before K, M or G");
    if (!g_ascii_string_to_unsigned(digits, 10, 1, (guint64)INT64_MAX >> shift,
                                    &size, NULL))
        return false;
    options->max_file_size = (size_t)(size << shift);
    return true;
}

static bool
set_max_claims(ClOptions *options, const char *value, GString *wanted)
{
    guint64 most = 0;
    g_string_append(wanted, "a number from 1 to 1000000");
    if (!g_ascii_string_to_unsigned(value, 10, 1, 1000000, &most, NULL))
        return false;
    options->max_claims = (unsigned)most;
    return true;
}

static bool
set_cache(ClOptions *options, const char *value, GString *wanted)
{
    g_string_append(wanted, "the name of a folder, or off");
    options->cache = strcmp(value, "off") == 0 ? NULL : value;
    return *value != '\0';
}

static bool
set_quiet(ClOptions *options, const char *value, GString *wanted)
{
    (void)value;
    (void)wanted;
    options->quiet = true;
    return true;
}

static bool
set_explain(ClOptions *options, const char *value, GString *wanted)
{
    (void)value;
    (void)wanted;
    options->explain = true;
    return true;
}

static bool
set_statistics(ClOptions *options, const char *value, GString *wanted)
{
    (void)value;
    (void)wanted;
    options->statistics = true;
    return true;
}

static bool
show(ClOptions *options, ClShow what)
{
    if (options->show == CL_SHOW_NOTHING)
        options->show = what;
    return true;
}

static bool
set_help(ClOptions *options, const char *value, GString *wanted)
{
    (void)value;
    (void)wanted;
    return show(options, CL_SHOW_HELP);
}

static bool
set_version(ClOptions *options, const char *value, GString *wanted)
{
    (void)value;
    (void)wanted;
    return show(options, CL_SHOW_VERSION);
}

static bool
set_man(ClOptions *options, const char *value, GString *wanted)
{
    (void)value;
    (void)wanted;
    return show(options, CL_SHOW_MAN);
}

#define FOR_ARTICLES (CL_FOR_CHECK | CL_FOR_EXTRACT)
#define FOR_RULES                                                              \
    (FOR_ARTICLES | CL_FOR_RULES_LIST | CL_FOR_RULES_TEST |                    \
     CL_FOR_RULES_LINT | CL_FOR_RULES_EXPLAIN | CL_FOR_FACTS_LINT)
#define FOR_OUTPUT                                                             \
    (FOR_ARTICLES | CL_FOR_RULES_LINT | CL_FOR_RULES_EXPLAIN | CL_FOR_RULES_NEW)
#define FOR_FACTS (CL_FOR_CHECK | CL_FOR_FACTS_LINT)

const ClOption cl_options[] = {
    {"rules", 'r', "PATH", "rule file or folder, may be given more than once",
     FOR_RULES, false, set_rules},
    {"against", 0, "PATH",
     "hold the articles against these too, and tell only what touches the "
     "articles; may be given more than once",
     CL_FOR_CHECK, false, set_against},
    {"facts", 0, "PATH",
     "file or folder of confirmed figures, may be given more than once",
     FOR_FACTS, false, set_facts},
    {"today", 0, "DATE",
     "a confirmed figure that was valid until a day before DATE is stale, as "
     "is one that was valid until a day before the newest article",
     FOR_FACTS, false, set_today},
    {"format", 'f', "NAME",
     "how to write the result: text, json, markdown; jsonl for extract",
     FOR_ARTICLES, false, set_format},
    {"output", 'o', "FILE", "write to FILE, whole or not at all", FOR_OUTPUT,
     false, set_output},
    {"articles", 0, "PATH",
     "try the rules on these articles too, may be given more than once",
     CL_FOR_RULES_LINT, false, set_articles},
    {"id", 0, "ID", "the id of the new rule", CL_FOR_RULES_NEW, false, set_id},
    {"fail-on", 0, "SEVERITY",
     "least severity for exit status 1: error, warning, note or never "
     "(default: error)",
     CL_FOR_CHECK, false, set_fail_on},
    {"encoding", 0, "NAME",
     "articles are in this encoding, else it is detected", FOR_ARTICLES, false,
     set_encoding},
    {"pre", 0, "COMMAND",
     "run COMMAND with the name of each .docx, .epub, .odt, .pdf and .rtf file "
     "behind it, and read the text that it writes; places are of that text",
     FOR_ARTICLES, false, set_pre},
    {"jobs", 'j', "N",
     "read articles in N threads (default: one for each processor); the "
     "result is the same",
     FOR_ARTICLES, false, set_jobs},
    {"cache", 0, "DIR",
     "keep in folder DIR what articles said, and read anew only those that "
     "changed; off: do not (default); the result is the same",
     FOR_ARTICLES, false, set_cache},
    {"statistics", 0, NULL,
     "tell on standard error what was read and how long each stage took",
     FOR_ARTICLES, false, set_statistics},
    {"max-file-size", 0, "SIZE",
     "an article larger than SIZE bytes (or 64K, 32M, 2G) is not read "
     "(default: 256M)",
     FOR_ARTICLES, false, set_max_file_size},
    {"max-claims", 0, "N",
     "claims of one rule in one article beyond N are left out (default: "
     "10000)",
     FOR_ARTICLES, false, set_max_claims},
    {"color", 0, "WHEN", "auto, always or never (default: auto)", CL_FOR_ALL,
     false, set_color},
    {"explain", 0, NULL,
     "tell people how each reading came about; lines may be plain text",
     CL_FOR_QUANTITIES, false, set_explain},
    {"quiet", 'q', NULL, "leave out notes that are no errors", CL_FOR_ALL,
     false, set_quiet},
    {"help", 'h', NULL, "tell how to use the program or a command", CL_FOR_ALL,
     false, set_help},
    {"version", 'V', NULL, "tell the version", CL_FOR_ALL, false, set_version},
    {"print-man", 0, NULL, "write the man page", CL_FOR_ALL, true, set_man},
    {NULL, 0, NULL, NULL, 0, false, NULL},
};
