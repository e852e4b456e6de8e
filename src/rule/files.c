/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns paths into the sorted list of rule files below them.  A link to a
 * folder is followed only where it was named, so that no loop is walked.
 */
#include "rule/files.h"

#include <errno.h>
#include <string.h>

enum { MOST_LEVELS = 16 };

static int
compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_rule_name(const char *name)
{
    return g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml");
}

static void
tell_unreadable(ClNotes *notes, const char *path, const char *why)
{
    cl_notes_add(notes, "file", CL_SEVERITY_ERROR, path, 0, 0,
                 "check the path given with --rules or under 'rules:' in "
                 ".claimlint.yaml",
                 "cannot open '%s': %s", path, why);
}

static void search_folder(const char *path,
                          unsigned level,
                          ClNotes *notes,
                          GPtrArray *out);

static void
search_entry(const char *path,
             const char *name,
             unsigned level,
             ClNotes *notes,
             GPtrArray *out)
{
    const bool link = g_file_test(path, G_FILE_TEST_IS_SYMLINK);
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        if (!link)
            search_folder(path, level + 1, notes, out);
    } else if (is_rule_name(name)) {
        g_ptr_array_add(out, g_strdup(path));
    }
}

static void
search_folder(const char *path, unsigned level, ClNotes *notes, GPtrArray *out)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) folder = g_dir_open(path, 0, &error);
    if (!folder || level > MOST_LEVELS) {
        tell_unreadable(notes, path, folder ? "too deep" : error->message);
        return;
    }
    for (const char *name; (name = g_dir_read_name(folder));) {
        g_autofree char *entry = g_build_filename(path, name, NULL);
        if (name[0] != '.')
            search_entry(entry, name, level, notes, out);
    }
}

/* Rules may name lists of entities/ beside them or beside their folder: one
   rule file alone must still load. */
static void
add_entities(const char *path, ClNotes *notes, GPtrArray *out)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *above = g_build_filename(folder, "..", NULL);
    const char *const places[] = {folder, above};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *lists = g_build_filename(places[i], "entities", NULL);
        if (g_file_test(lists, G_FILE_TEST_IS_DIR))
            search_folder(lists, 0, notes, out);
    }
}

static void
add_path(const char *path, ClNotes *notes, GPtrArray *out)
{
    const size_t before = out->len, errors = cl_notes_errors(notes);
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        tell_unreadable(notes, path, g_strerror(ENOENT));
    } else if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_ptr_array_add(out, g_strdup(path));
    } else {
        search_folder(path, 0, notes, out);
        if (out->len == before && cl_notes_errors(notes) == errors)
            cl_notes_add(notes, "no-rules", CL_SEVERITY_ERROR, path, 0, 0,
                         "rule files end in .yaml or .yml",
                         "no rule file in '%s'", path);
    }
    add_entities(path, notes, out);
}

/* rules/ and rules/a.yaml name a.yaml twice: it is read once. */
static GPtrArray *
drop_doubled(GPtrArray *paths)
{
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < paths->len; i++) {
        char *full = g_canonicalize_filename(paths->pdata[i], NULL);
        if (g_hash_table_add(seen, full))
            g_ptr_array_add(out, g_strdup(paths->pdata[i]));
    }
    return out;
}

GPtrArray *
cl_rule_files(const char *const *paths, ClNotes *notes)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    for (; *paths; paths++)
        add_path(*paths, notes, found);
    g_ptr_array_sort(found, compare_paths);
    return drop_doubled(found);
}
