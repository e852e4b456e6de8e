/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds rules and confirmed figures near the articles.  Paths stay relative where the articles'
 * are, so that what a report names does not depend on where a checkout lies.
 */
#include "cli/rule_paths.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CONFIG_NAME ".claimlint.yaml"
#define CONFIG_LIMIT (1024 * 1024)

static bool
is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool
is_same(const char *a, const char *b)
{
    struct stat one, two;
    return stat(a, &one) == 0 && stat(b, &two) == 0 &&
           one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* "." and the like have no name of their own to take off. */
static bool
is_nameless(const char *folder)
{
    g_autofree char *name = g_path_get_basename(folder);
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* "a/b" -> "a", "a" -> ".", "." -> "..", ".." -> "../..".  Owned. */
static char *
parent_of(const char *folder)
{
    g_autofree char *bare = g_strdup(folder);
    for (size_t length = strlen(bare); length > 1 && bare[length - 1] == '/';)
        bare[--length] = '\0';
    if (strcmp(bare, ".") == 0)
        return g_strdup("..");
    if (is_nameless(bare))
        return g_build_filename(bare, "..", NULL);
    return g_path_get_dirname(bare);
}

/* The folder an article stands in; a folder stands for itself. */
static char *
folder_of(const char *first)
{
    if (!first || strcmp(first, "-") == 0)
        return g_strdup(".");
    if (is_folder(first))
        return g_strdup(first);
    return g_path_get_dirname(first);
}

static char *
join(const char *folder, const char *name)
{
    if (strcmp(folder, ".") == 0 || g_path_is_absolute(name))
        return g_strdup(name);
    return g_build_filename(folder, name, NULL);
}

/* ---- Configuration ----------------------------------------------------- */

static char *
find_config(const char *first)
{
    g_autofree char *folder = folder_of(first);
    for (;;) {
        g_autofree char *config = join(folder, CONFIG_NAME);
        if (access(config, F_OK) == 0)
            return g_steal_pointer(&config);
        char *const parent = parent_of(folder);
        const bool top = is_same(folder, parent) || !is_folder(parent);
        g_free(folder);
        folder = parent;
        if (top)
            return NULL;
    }
}

static bool
take_path(const ClYamlNode *node,
          const char *key,
          const char *config,
          GPtrArray *paths,
          ClNotes *notes)
{
    if (node->type != CL_YAML_SCALAR || !*node->text) {
        g_autofree char *hint = g_strdup_printf("%s: my-%s", key, key);
        cl_notes_add(notes, "config", CL_SEVERITY_ERROR, config, node->line,
                     node->column, hint,
                     "'%s' must be a path or a list of paths", key);
        return false;
    }
    g_autofree char *folder = g_path_get_dirname(config);
    g_ptr_array_add(paths, join(folder, node->text));
    return true;
}

static bool
take_paths(const ClYamlNode *node,
           const char *key,
           const char *config,
           GPtrArray *paths,
           ClNotes *notes)
{
    bool good = true;
    if (node->type != CL_YAML_LIST)
        return take_path(node, key, config, paths, notes);
    for (size_t i = 0; i < node->count; i++)
        good &= take_path(node->items[i], key, config, paths, notes);
    return good;
}

static bool
check_keys(const ClYamlNode *root, const char *config, ClNotes *notes)
{
    bool good = true;
    static const char *const known[] = {"rules", "facts", NULL};
    for (size_t i = 0; i < root->count; i++) {
        const ClYamlNode *const key = root->keys[i];
        if (g_strv_contains(known, key->text))
            continue;
        const char *const near = cl_nearest_word(key->text, known);
        g_autofree char *hint =
            near ? g_strdup_printf("did you mean '%s'?", near)
                 : g_strdup("known keys: rules, facts");
        cl_notes_add(notes, "unknown-key", CL_SEVERITY_ERROR, config, key->line,
                     key->column, hint, "unknown key '%s'", key->text);
        good = false;
    }
    return good;
}

/* Adds the paths that the configuration has under a key. */
static bool
read_config(const char *config,
            const char *wanted,
            GPtrArray *paths,
            ClNotes *notes)
{
    size_t length;
    g_autoptr(GError) error = NULL;
    g_autofree char *bytes =
        cl_file_read(config, CONFIG_LIMIT, &length, &error);
    if (!bytes) {
        cl_notes_add(notes, "config", CL_SEVERITY_ERROR, config, 0, 0, NULL,
                     "%s", error->message);
        return false;
    }
    g_autoptr(ClYaml) yaml = cl_yaml_parse(bytes, length, config, notes);
    if (!yaml)
        return false;
    const ClYamlNode *const root = cl_yaml_root(yaml);
    if (root->type != CL_YAML_MAP) {
        cl_notes_add(notes, "config", CL_SEVERITY_ERROR, config, root->line,
                     root->column, "rules: my-rules",
                     "a configuration is a map");
        return false;
    }
    const ClYamlNode *const value = cl_yaml_get(root, wanted);
    const bool known = check_keys(root, config, notes);
    return (!value || take_paths(value, wanted, config, paths, notes)) && known;
}

/* ---- Folders ----------------------------------------------------------- */

/* Whether a folder of that name is one to use. */
typedef bool Suits(const char *folder);

static bool
take_folder(const char *folder,
            const char *name,
            Suits *suits,
            GPtrArray *paths)
{
    g_autofree char *below = join(folder, name);
    if (!suits(below))
        return false;
    g_ptr_array_add(paths, g_steal_pointer(&below));
    return true;
}

/* corpus/a.txt: corpus/rules, then ./rules; corpus: ./rules. */
static bool
take_beside(const char *first, const char *name, Suits *suits, GPtrArray *paths)
{
    if (!first || strcmp(first, "-") == 0)
        return take_folder(".", name, suits, paths);
    g_autofree char *folder = folder_of(first);
    g_autofree char *parent = parent_of(folder);
    if (!is_folder(first) && take_folder(folder, name, suits, paths))
        return true;
    return take_folder(parent, name, suits, paths) ||
           take_folder(".", name, suits, paths);
}

/* A folder facts/ may hold articles: then it is none of ours. */
static bool
holds_yaml(const char *folder)
{
    bool found = false;
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    for (const char *name;
         entries && !found && (name = g_dir_read_name(entries));) {
        g_autofree char *below = g_build_filename(folder, name, NULL);
        if (g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml"))
            found = name[0] != '.';
        else if (!g_file_test(below, G_FILE_TEST_IS_SYMLINK))
            found = name[0] != '.' && is_folder(below) && holds_yaml(below);
    }
    return found;
}

/* PREFIX/share/..., or the same seen from PREFIX/bin/claimlint. */
static bool
take_installed(GPtrArray *paths)
{
    g_autofree char *fixed =
        g_build_filename(CLAIMLINT_DATADIR, "claimlint", "rules", NULL);
    if (is_folder(fixed)) {
        g_ptr_array_add(paths, g_steal_pointer(&fixed));
        return true;
    }
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    if (!program)
        return false;
    g_autofree char *bin = g_path_get_dirname(program);
    g_autofree char *prefix = g_path_get_dirname(bin);
    g_autofree char *moved =
        g_build_filename(prefix, "share", "claimlint", "rules", NULL);
    if (!is_folder(moved))
        return false;
    g_ptr_array_add(paths, g_steal_pointer(&moved));
    return true;
}

GPtrArray *
cl_rule_paths_find(const char *first, ClNotes *notes)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *config = find_config(first);
    if (config && !read_config(config, "rules", paths, notes))
        return NULL;
    if (!paths->len && !take_beside(first, "rules", is_folder, paths) &&
        !take_installed(paths)) {
        cl_notes_add(notes, "no-rules", CL_SEVERITY_ERROR, NULL, 0, 0,
                     "give them with --rules PATH", "found no rules");
        return NULL;
    }
    g_ptr_array_add(paths, NULL);
    return g_steal_pointer(&paths);
}

GPtrArray *
cl_fact_paths_find(const char *first, ClNotes *notes)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *config = find_config(first);
    if (config && !read_config(config, "facts", paths, notes))
        return NULL;
    if (!paths->len)
        take_beside(first, "facts", holds_yaml, paths);
    g_ptr_array_add(paths, NULL);
    return g_steal_pointer(&paths);
}
