/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "cli/files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder that vanishes with the test, as the working folder. */
static char *home;

static void
enter_folder(void)
{
    home = g_dir_make_tmp("claimlint-files-XXXXXX", NULL);
    ck_assert_ptr_nonnull(home);
    ck_assert_int_eq(chdir(home), 0);
}

static void
remove_all(const char *path)
{
    GDir *const folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        if (g_file_test(below, G_FILE_TEST_IS_DIR) &&
            !g_file_test(below, G_FILE_TEST_IS_SYMLINK))
            remove_all(below);
        else
            g_unlink(below);
    }
    if (folder)
        g_dir_close(folder);
    g_rmdir(path);
}

static void
leave_folder(void)
{
    ck_assert_int_eq(chdir("/"), 0);
    remove_all(home);
    g_clear_pointer(&home, g_free);
}

static void
put(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_mkdir_with_parents(folder, 0755);
    ck_assert(g_file_set_contents(path, "x", -1, NULL));
}

/* The paths listed, joined by blanks. */
static char *
list(const char *operands, ClNotes *notes)
{
    g_autoptr(ClFiles) files = cl_files_new();
    g_auto(GStrv) paths = g_strsplit(operands, " ", -1);
    g_autoptr(GString) out = g_string_new(NULL);
    for (char **path = paths; *path; path++)
        cl_files_add(files, *path, true, notes);
    cl_files_sort(files);
    for (size_t i = 0; i < cl_files_count(files); i++)
        g_string_append_printf(out, "%s%s", i ? " " : "",
                               cl_files_get(files, i)->path);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
check_list(const char *operands, const char *expected, size_t notes_expected)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autofree char *got = list(operands, notes);
    ck_assert_str_eq(got, expected);
    ck_assert_uint_eq(cl_notes_count(notes), notes_expected);
}

START_TEST(a_folder_gives_its_articles_by_path)
{
    enter_folder();
    put("c/b.txt");
    put("c/a.md");
    put("c/sub/z.MARKDOWN");
    put("c/photo.jpg");
    put("c/README.md");
    put("c/readme-zh.txt");
    put("c/.hidden.txt");
    put("c/.git/x.txt");
    check_list("c", "c/a.md c/b.txt c/sub/z.MARKDOWN", 0);
    check_list("c/", "c/a.md c/b.txt c/sub/z.MARKDOWN", 0);
    check_list("c/sub c/b.txt", "c/b.txt c/sub/z.MARKDOWN", 0);
    leave_folder();
}
END_TEST

START_TEST(what_is_named_is_taken_whatever_its_name)
{
    enter_folder();
    put("c/README.md");
    put("c/.hidden");
    check_list("c/README.md c/.hidden", "c/.hidden c/README.md", 0);
    leave_folder();
}
END_TEST

START_TEST(a_file_met_twice_is_read_once)
{
    enter_folder();
    put("c/a.txt");
    ck_assert_int_eq(link("c/a.txt", "c/b.txt"), 0);
    check_list("c c c/a.txt", "c/a.txt", 0);
    check_list("./c/a.txt c/b.txt", "c/b.txt", 0);
    check_list("c/b.txt c", "c/b.txt", 0);
    check_list("- -", "-", 0);
    leave_folder();
}
END_TEST

START_TEST(links_and_pipes_in_folders_are_noted_not_followed)
{
    enter_folder();
    put("c/a.txt");
    ck_assert_int_eq(symlink("..", "c/loop"), 0);
    ck_assert_int_eq(symlink("a.txt", "c/link.txt"), 0);
    ck_assert_int_eq(mkfifo("c/pipe.txt", 0644), 0);
    check_list("c", "c/a.txt", 2);
    check_list("c/link.txt", "c/link.txt", 0);
    leave_folder();
}
END_TEST

START_TEST(what_cannot_be_listed_makes_the_run_incomplete)
{
    enter_folder();
    g_autoptr(ClNotes) notes = cl_notes_new();
    put("a.txt");
    ck_assert_int_eq(mkfifo("pipe", 0644), 0);
    g_autofree char *got = list("a.txt missing.txt pipe", notes);
    ck_assert_str_eq(got, "a.txt");
    ck_assert_uint_eq(cl_notes_errors(notes), 2);
    ck_assert(cl_notes_incomplete(notes));
    leave_folder();
}
END_TEST

START_TEST(folders_without_end_are_given_up)
{
    enter_folder();
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(GString) deep = g_string_new("d");
    for (int i = 0; i < 140; i++)
        g_string_append(deep, "/d");
    ck_assert_int_eq(g_mkdir_with_parents(deep->str, 0755), 0);
    g_autofree char *got = list("d", notes);
    ck_assert_str_eq(got, "");
    ck_assert_uint_eq(cl_notes_errors(notes), 1);
    leave_folder();
}
END_TEST

RUN_TESTS("files",
          a_folder_gives_its_articles_by_path,
          what_is_named_is_taken_whatever_its_name,
          a_file_met_twice_is_read_once,
          links_and_pipes_in_folders_are_noted_not_followed,
          what_cannot_be_listed_makes_the_run_incomplete,
          folders_without_end_are_given_up)
