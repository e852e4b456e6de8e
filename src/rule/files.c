/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns paths into the sorted list of YAML files below them.  A link to a
 * folder is followed only where it was named, so that no loop is walked.
 */
#include "rule/files.h"

#include <errno.h>
#include <string.h>

enum { MOST_LEVELS = 16 };

/* What is looked for: rules, or confirmed figures that go by them. */
typedef struct {
    const char *option;  /* "rules": of the command line and configuration */
    const char *id;      /* of the note on a folder without any */
    const char *content; /* "rule": what such a file is a file of */
    ClNotes *notes;
    GPtrArray *out; /* of char * */
} Search;

static int
compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_yaml_name(const char *name)
{
    return g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml");
}

static void
tell_unreadable(Search *search, const char *path, const char *why)
{
    g_autofree char *hint = g_strdup_printf(
        "check the path given with --%s or under '%s:' in .claimlint.yaml",
        search->option, search->option);
    cl_notes_add(search->notes, "file", CL_SEVERITY_ERROR, path, 0, 0, hint,
                 "cannot open '%s': %s", path, why);
}

static void search_folder(Search *search, const char *path, unsigned level);

static void
search_entry(Search *search,
             const char *path,
             const char *name,
             unsigned level)
{
    const bool link = g_file_test(path, G_FILE_TEST_IS_SYMLINK);
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        if (!link)
            search_folder(search, path, level + 1);
    } else if (is_yaml_name(name)) {
        g_ptr_array_add(search->out, g_strdup(path));
    }
}

static void
search_folder(Search *search, const char *path, unsigned level)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) folder = g_dir_open(path, 0, &error);
    if (!folder || level > MOST_LEVELS) {
        tell_unreadable(search, path, folder ? "too deep" : error->message);
        return;
    }
    for (const char *name; (name = g_dir_read_name(folder));) {
        g_autofree char *entry = g_build_filename(path, name, NULL);
        if (name[0] != '.')
            search_entry(search, entry, name, level);
    }
}

/* The files right in a folder's entities/; false if it has none. */
static bool
add_lists(Search *search, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "entities", NULL);
    g_autoptr(GDir) lists = g_dir_open(path, 0, NULL);
    if (!lists)
        return false;
    for (const char *name; (name = g_dir_read_name(lists));) {
        g_autofree char *entry = g_build_filename(path, name, NULL);
        if (is_yaml_name(name) && g_file_test(entry, G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(search->out, g_strdup(entry));
    }
    return true;
}

/* Rules may name lists of entities/ beside them or beside their folder: one
   pack, or one rule file, alone must still load.  A folder with lists of its
   own needs no others. */
static void
add_entities(Search *search, const char *path)
{
    g_autofree char *full = g_canonicalize_filename(path, NULL);
    g_autofree char *folder = g_path_get_dirname(full);
    g_autofree char *above = g_path_get_dirname(folder);
    g_autofree char *own = g_build_filename(full, "entities", NULL);
    if (g_file_test(full, G_FILE_TEST_IS_DIR)) {
        if (!g_file_test(own, G_FILE_TEST_IS_DIR))
            add_lists(search, folder);
    } else if (!add_lists(search, folder)) {
        add_lists(search, above);
    }
}

static void
add_path(Search *search, const char *path)
{
    const size_t before = search->out->len;
    const size_t errors = cl_notes_errors(search->notes);
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        tell_unreadable(search, path, g_strerror(ENOENT));
    } else if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_ptr_array_add(search->out, g_strdup(path));
    } else {
        search_folder(search, path, 0);
        if (search->out->len == before &&
            cl_notes_errors(search->notes) == errors)
            cl_notes_add(search->notes, search->id, CL_SEVERITY_ERROR, path, 0,
                         0, "such files end in .yaml or .yml",
                         "no %s file in '%s'", search->content, path);
    }
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

static GPtrArray *
finish(Search *search)
{
    g_ptr_array_sort(search->out, compare_paths);
    return drop_doubled(search->out);
}

GPtrArray *
cl_rule_files(const char *const *paths, ClNotes *notes)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    Search search = {"rules", "no-rules", "rule", notes, found};
    for (; *paths; paths++) {
        add_path(&search, *paths);
        add_entities(&search, *paths);
    }
    return finish(&search);
}

GPtrArray *
cl_fact_files(const char *const *paths, ClNotes *notes)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    Search search = {"facts", "no-facts", "facts", notes, found};
    for (; *paths; paths++)
        add_path(&search, *paths);
    return finish(&search);
}
