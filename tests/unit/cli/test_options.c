/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "cli/command.h"

#include <string.h>

/* Parses words split at blanks. */
static bool
parse(ClOptions *options, const char *words, char ***argv, GString *mistake)
{
    *argv = g_strsplit(words, " ", -1);
    if (!*words)
        (*argv)[0] = NULL;
    cl_options_init(options);
    return cl_options_parse(options, *argv, mistake);
}

START_TEST(good_command_lines_are_understood)
{
    static const struct {
        const char *name, *words, *command;
        unsigned operands;
        const char *first, *format, *output;
        unsigned rules, jobs; /* 0 jobs: the default */
    } rows[] = {
        {"a path alone is checked", "a.txt", "check", 1, .first = "a.txt"},
        {"check by name", "check a.txt b.txt", "check", 2, .first = "a.txt"},
        {"options before the command", "--quiet extract a", "extract", 1,
         .first = "a"},
        {"options after paths", "a.txt --format json", "check", 1,
         .format = "json"},
        {"value after =", "--format=json a.txt", "check", 1, .format = "json"},
        {"short with a space", "-o r.md a.txt", "check", 1, .output = "r.md"},
        {"short joined", "-or.md a.txt", "check", 1, .output = "r.md"},
        {"short in a row", "-qo r.md a.txt", "check", 1, .output = "r.md"},
        {"standard input", "-", "check", 1, .first = "-"},
        {"-- ends options", "-- --quiet", "check", 1, .first = "--quiet"},
        {"-- ends commands too", "-- extract", "check", 1, .first = "extract"},
        {"after a command as well", "extract -- -", "extract", 1, .first = "-"},
        {"repeated", "--rules a --rules=b x", "check", 1, .rules = 2},
        {"two words", "rules test x.yaml", "rules test", 1, .first = "x.yaml"},
        {"two words alone", "rules list", "rules list", .operands = 0},
        {"jobs", "-j8 a", "check", 1, .jobs = 8},
        {"a value may look like an option", "--output --x a", "check", 1,
         .output = "--x"},
        {"nothing at all", "", "check", .operands = 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(ClOptions) options;
        g_auto(GStrv) argv = NULL;
        g_autoptr(GString) mistake = g_string_new(NULL);
        ck_assert_msg(parse(&options, rows[i].words, &argv, mistake), "%s: %s",
                      rows[i].name, mistake->str);
        ck_assert_msg(g_str_equal(options.command->name, rows[i].command),
                      "%s: %s", rows[i].name, options.command->name);
        ck_assert_msg(options.operands->len == rows[i].operands, "%s: %u",
                      rows[i].name, options.operands->len);
        if (rows[i].first)
            ck_assert_str_eq(options.operands->pdata[0], rows[i].first);
        ck_assert_msg(g_strcmp0(options.format, rows[i].format) == 0, "%s",
                      rows[i].name);
        ck_assert_msg(g_strcmp0(options.output, rows[i].output) == 0, "%s",
                      rows[i].name);
        ck_assert_msg(options.rules->len == rows[i].rules, "%s", rows[i].name);
        ck_assert_msg(options.jobs == rows[i].jobs, "%s", rows[i].name);
    }
}
END_TEST

START_TEST(mistakes_say_what_to_type_instead)
{
    static const struct {
        const char *name, *words, *mistake;
    } rows[] = {
        {"mistyped option", "--formt json a",
         "unknown option '--formt' (did you mean '--format'?)"},
        {"the build's own option is not offered", "--print-mon a",
         "unknown option '--print-mon'"},
        {"unknown letter", "-x a", "unknown option '-x'"},
        {"missing value", "a --format",
         "option '--format' needs a value: --format NAME"},
        {"value too many", "--quiet=yes a", "option '--quiet' takes no value"},
        {"bad choice", "--fail-on=bad a",
         "bad value 'bad' for '--fail-on' (expected: note, warning, error, "
         "never)"},
        {"a size of nothing", "--max-file-size 0 a",
         "bad value '0' for '--max-file-size' (expected: bytes, or a number "
         "before K, M or G)"},
        {"a size that is none", "--max-file-size 3T a",
         "bad value '3T' for '--max-file-size' (expected: bytes, or a number "
         "before K, M or G)"},
        {"a size beyond all bounds", "--max-file-size 9999999999G a",
         "bad value '9999999999G' for '--max-file-size' (expected: bytes, or "
         "a number before K, M or G)"},
        {"no claims", "--max-claims 0 a",
         "bad value '0' for '--max-claims' (expected: a number from 1 to "
         "1000000)"},
        {"no jobs", "--jobs 0 a",
         "bad value '0' for '--jobs' (expected: a number from 1 to 1024)"},
        {"jobs in words", "--jobs many a",
         "bad value 'many' for '--jobs' (expected: a number from 1 to 1024)"},
        {"mistyped command", "extrct a.txt",
         "no article or command 'extrct' (did you mean 'extract'?)"},
        {"half a command", "rules",
         "'rules' needs one more word: 'rules list', 'rules test', 'rules "
         "lint', 'rules explain', 'rules new'"},
        {"the wrong half", "rules tset",
         "unknown command 'rules tset' (there are: 'rules list', 'rules "
         "test', 'rules lint', 'rules explain', 'rules new')"},
        {"another command's option", "extract --against b a",
         "'extract' has no option '--against'"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(ClOptions) options;
        g_auto(GStrv) argv = NULL;
        g_autoptr(GString) mistake = g_string_new(NULL);
        ck_assert_msg(!parse(&options, rows[i].words, &argv, mistake), "%s",
                      rows[i].name);
        ck_assert_msg(g_str_equal(mistake->str, rows[i].mistake), "%s: %s",
                      rows[i].name, mistake->str);
    }
}
END_TEST

START_TEST(help_fits_the_screen_and_names_all_options)
{
    g_autoptr(GString) help = g_string_new(NULL);
    cl_options_help(NULL, "", help);
    for (const ClCommand *command = cl_commands; command->name; command++) {
        ck_assert_ptr_nonnull(strstr(help->str, command->name));
        cl_options_help(command, "", help);
    }
    g_auto(GStrv) lines = g_strsplit(help->str, "\n", -1);
    for (char **line = lines; *line; line++)
        ck_assert_msg(strlen(*line) < 80, "too long: %s", *line);
    ck_assert_ptr_nonnull(strstr(help->str, "-o, --output=FILE"));
    ck_assert_ptr_null(strstr(help->str, "print-man"));
}
END_TEST

START_TEST(help_on_a_family_names_its_commands_and_no_other)
{
    g_auto(ClOptions) options;
    g_auto(GStrv) argv = NULL;
    g_autoptr(GString) mistake = g_string_new(NULL);
    g_autoptr(GString) help = g_string_new(NULL);
    ck_assert(parse(&options, "rules --help", &argv, mistake));
    cl_options_help(options.command, options.family, help);
    ck_assert_ptr_nonnull(strstr(help->str, "rules lint"));
    ck_assert_ptr_null(strstr(help->str, "extract"));
    g_string_truncate(help, 0);
    cl_options_help(NULL, "no-such-family", help);
    ck_assert_ptr_nonnull(strstr(help->str, "extract"));
}
END_TEST

START_TEST(the_man_page_has_every_option)
{
    g_autoptr(GString) page = g_string_new(NULL);
    cl_options_man(page);
    ck_assert(g_str_has_prefix(page->str, ".TH CLAIMLINT 1"));
    ck_assert_ptr_nonnull(strstr(page->str, "\\-\\-fail\\-on=SEVERITY"));
    ck_assert_ptr_nonnull(strstr(page->str, "rules test"));
}
END_TEST

RUN_TESTS("options",
          good_command_lines_are_understood,
          mistakes_say_what_to_type_instead,
          help_fits_the_screen_and_names_all_options,
          help_on_a_family_names_its_commands_and_no_other,
          the_man_page_has_every_option)
