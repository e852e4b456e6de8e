/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "cli/rule_paths.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *home;

static void
put(const char *path, const char *text)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_mkdir_with_parents(folder, 0755);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

/* work/corpus/sub/a.txt, with work as the working folder. */
static void
enter_folder(void)
{
    home = g_dir_make_tmp("claimlint-rules-XXXXXX", NULL);
    ck_assert_ptr_nonnull(home);
    ck_assert_int_eq(chdir(home), 0);
    put("work/corpus/sub/a.txt", "x");
    ck_assert_int_eq(chdir("work"), 0);
}

static void
remove_all(const char *path)
{
    GDir *const folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        remove_all(below);
    }
    if (folder)
        g_dir_close(folder);
    g_remove(path);
}

static void
leave_folder(void)
{
    ck_assert_int_eq(chdir("/"), 0);
    remove_all(home);
    g_clear_pointer(&home, g_free);
}

static char *
find(const char *first, ClNotes *notes)
{
    g_autoptr(GPtrArray) paths = cl_rule_paths_find(first, notes);
    return paths ? g_strjoinv(" ", (char **)paths->pdata) : g_strdup("none");
}

static void
check_found(const char *first, const char *expected)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autofree char *got = find(first, notes);
    ck_assert_str_eq(got, expected);
}

START_TEST(rules_stand_beside_the_articles_or_where_one_works)
{
    enter_folder();
    put("rules/x.yaml", "");
    check_found("corpus", "rules");
    check_found("corpus/sub/a.txt", "rules");
    check_found("-", "rules");
    check_found(NULL, "rules");
    put("corpus/rules/x.yaml", "");
    check_found("corpus/sub", "corpus/rules");
    check_found("corpus/sub/a.txt", "corpus/rules");
    leave_folder();
}
END_TEST

START_TEST(a_configuration_above_the_articles_comes_first)
{
    enter_folder();
    put("rules/x.yaml", "");
    put("corpus/.claimlint.yaml", "rules: [house, /abs/more.yaml]\n");
    check_found("corpus/sub/a.txt", "corpus/house /abs/more.yaml");
    check_found("corpus/sub/", "corpus/house /abs/more.yaml");
    check_found("-", "rules");
    put("../.claimlint.yaml", "rules: above\n");
    check_found("-", "../above");
    leave_folder();
}
END_TEST

START_TEST(mistakes_in_a_configuration_are_told_with_their_place)
{
    static const struct {
        const char *name, *text, *message;
        unsigned line, column;
    } rows[] = {
        {"unknown key", "rulse: a\n", "unknown key 'rulse'", 1, 1},
        {"a map for a path", "rules: {a: b}\n",
         "'rules' must be a path or a list of paths", 1, 8},
        {"an empty path", "rules:\n  - a\n  - ''\n",
         "'rules' must be a path or a list of paths", 3, 5},
        {"no map", "- a\n", "a configuration is a map", 1, 1},
    };
    enter_folder();
    put("rules/x.yaml", "");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        put(".claimlint.yaml", rows[i].text);
        g_autofree char *got = find("corpus", notes);
        ck_assert_msg(g_str_equal(got, "none"), "%s: %s", rows[i].name, got);
        const ClNote *const note = cl_notes_get(notes, 0);
        ck_assert_msg(g_str_equal(note->message, rows[i].message), "%s: %s",
                      rows[i].name, note->message);
        ck_assert_msg(note->line == rows[i].line &&
                          note->column == rows[i].column,
                      "%s: %u:%u", rows[i].name, note->line, note->column);
        ck_assert(cl_notes_incomplete(notes));
    }
    leave_folder();
}
END_TEST

RUN_TESTS("rule_paths",
          rules_stand_beside_the_articles_or_where_one_works,
          a_configuration_above_the_articles_comes_first,
          mistakes_in_a_configuration_are_told_with_their_place)
