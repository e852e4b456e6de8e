/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lists articles.  The list depends on what lies on disk and which paths were
 * given, never on their order; whatever is left out is either no article by
 * its name or a note.
 */
#include "cli/files.h"

#include "cli/converter.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* Folders within folders: more is a mistake or an attack. */
#define DEPTH_LIMIT 128

struct ClFiles {
    GArray *files;  /* of ClFile */
    bool documents; /* what a converter reads is an article too */
};

typedef struct {
    ClFiles *files;
    ClNotes *notes;
    bool draft;
} Walk;

static void
clear_file(void *data)
{
    ClFile *const file = data;
    g_free(file->path);
}

ClFiles *
cl_files_new(void)
{
    ClFiles *const files = g_new0(ClFiles, 1);
    files->files = g_array_new(FALSE, FALSE, sizeof(ClFile));
    g_array_set_clear_func(files->files, clear_file);
    return files;
}

void
cl_files_free(ClFiles *files)
{
    if (!files)
        return;
    g_array_unref(files->files);
    g_free(files);
}

void
cl_files_take_documents(ClFiles *files)
{
    files->documents = true;
}

size_t
cl_files_count(const ClFiles *files)
{
    return files->files->len;
}

const ClFile *
cl_files_get(const ClFiles *files, size_t index)
{
    return &g_array_index(files->files, ClFile, index);
}

/* ---- Walking ----------------------------------------------------------- */

static bool
is_article_name(const Walk *walk, const char *name)
{
    static const char *const endings[] = {".txt",   ".md",    ".markdown",
                                          ".html",  ".htm",   ".xhtml",
                                          ".jsonl", ".ndjson"};
    if (g_ascii_strncasecmp(name, "README", 6) == 0)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (cl_path_ends(name, endings[i]))
            return true;
    return walk->files->documents && cl_converter_wanted(name);
}

bool
cl_file_holds_records(const char *path)
{
    return cl_path_ends(path, ".jsonl") || cl_path_ends(path, ".ndjson");
}

static int64_t
nanoseconds(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static ClStamp
stamp_of(const struct stat *status)
{
    return (ClStamp){
        .size = status->st_size,
        .written = nanoseconds(status->st_mtim),
        .changed = nanoseconds(status->st_ctim),
        .device = (uint64_t)status->st_dev,
        .inode = (uint64_t)status->st_ino,
    };
}

static void
add_file(Walk *walk, const char *path, const struct stat *status, bool named)
{
    const ClFile file = {
        .path = g_strdup(path),
        .stamp = status ? stamp_of(status) : (ClStamp){0},
        .named = named,
        .draft = walk->draft,
        .document = cl_converter_wanted(path),
    };
    g_array_append_val(walk->files->files, file);
}

static void
note_failure(Walk *walk, const char *path, const char *what)
{
    cl_notes_add(walk->notes, "unreadable", CL_SEVERITY_ERROR, path, 0, 0, NULL,
                 "cannot %s '%s': %s", what, path, g_strerror(errno));
}

static void
note_skipped(Walk *walk, const char *path, const char *why)
{
    cl_notes_add(walk->notes, "skipped", CL_SEVERITY_NOTE, path, 0, 0, NULL,
                 "skipped: %s", why);
}

/* All entries of a folder whose name does not start with a dot; the folder
 * is closed again before any is looked at.  NULL if it cannot be read. */
static GPtrArray *
list_names(const char *path)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    DIR *const folder = opendir(path);
    if (!folder)
        return NULL;
    const struct dirent *entry;
    while (errno = 0, (entry = readdir(folder)))
        if (entry->d_name[0] != '.')
            g_ptr_array_add(names, g_strdup(entry->d_name));
    const int failure = errno;
    closedir(folder);
    errno = failure;
    return failure ? NULL : g_steal_pointer(&names);
}

static void walk_folder(Walk *walk, const char *path, unsigned depth);

static void
walk_entry(Walk *walk, const char *path, const char *name, unsigned depth)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        note_failure(walk, path, "read");
    else if (S_ISDIR(status.st_mode))
        walk_folder(walk, path, depth + 1);
    else if (!is_article_name(walk, name))
        return;
    else if (S_ISREG(status.st_mode))
        add_file(walk, path, &status, false);
    else if (S_ISLNK(status.st_mode))
        note_skipped(walk, path, "links in folders are not followed");
    else
        note_skipped(walk, path, "not a regular file");
}

static void
walk_folder(Walk *walk, const char *path, unsigned depth)
{
    if (depth > DEPTH_LIMIT) {
        cl_notes_add(walk->notes, "depth", CL_SEVERITY_ERROR, path, 0, 0, NULL,
                     "folders nested deeper than %d", DEPTH_LIMIT);
        return;
    }
    g_autoptr(GPtrArray) names = list_names(path);
    if (!names) {
        note_failure(walk, path, "list");
        return;
    }
    const char *const slash = g_str_has_suffix(path, "/") ? "" : "/";
    for (guint i = 0; i < names->len; i++) {
        const char *const name = names->pdata[i];
        g_autofree char *below = g_strconcat(path, slash, name, NULL);
        walk_entry(walk, below, name, depth);
    }
}

void
cl_files_add(ClFiles *files, const char *path, bool draft, ClNotes *notes)
{
    Walk walk = {files, notes, draft};
    struct stat status;
    if (strcmp(path, "-") == 0)
        add_file(&walk, path, NULL, true);
    else if (stat(path, &status) != 0)
        note_failure(&walk, path, "read");
    else if (S_ISDIR(status.st_mode))
        walk_folder(&walk, path, 0);
    else if (S_ISREG(status.st_mode))
        add_file(&walk, path, &status, true);
    else
        cl_notes_add(notes, "unreadable", CL_SEVERITY_ERROR, path, 0, 0,
                     "pipe it in and give '-' as its path",
                     "cannot read '%s': not a regular file", path);
}

/* ---- Order ------------------------------------------------------------- */

/* Of the names of one file, the one asked about wins, then the one given
 * itself, then the shortest. */
static int
compare_worth(const void *left, const void *right)
{
    const ClFile *const a = left, *const b = right;
    if (a->draft != b->draft)
        return a->draft ? -1 : 1;
    if (a->named != b->named)
        return a->named ? -1 : 1;
    const size_t long_a = strlen(a->path), long_b = strlen(b->path);
    if (long_a != long_b)
        return long_a < long_b ? -1 : 1;
    return strcmp(a->path, b->path);
}

static int
compare_path(const void *left, const void *right)
{
    const ClFile *const a = left, *const b = right;
    return strcmp(a->path, b->path);
}

/* The same for the same file, under whatever name. */
static guint
hash_file(const void *key)
{
    const ClFile *const file = key;
    if (!file->stamp.inode)
        return g_str_hash(file->path);
    return (guint)(file->stamp.inode ^ (file->stamp.inode >> 32) ^
                   (file->stamp.device << 24));
}

static gboolean
same_file(const void *left, const void *right)
{
    const ClFile *const a = left, *const b = right;
    if (a->stamp.inode || b->stamp.inode)
        return a->stamp.inode == b->stamp.inode &&
               a->stamp.device == b->stamp.device;
    return strcmp(a->path, b->path) == 0;
}

void
cl_files_sort(ClFiles *files)
{
    g_autoptr(GHashTable) met = g_hash_table_new(hash_file, same_file);
    GArray *const all = files->files;
    g_array_sort(all, compare_worth);
    files->files = g_array_new(FALSE, FALSE, sizeof(ClFile));
    g_array_set_clear_func(files->files, clear_file);
    for (guint i = 0; i < all->len; i++) {
        ClFile *const file = &g_array_index(all, ClFile, i);
        if (!g_hash_table_add(met, file))
            continue;
        ClFile kept = *file;
        kept.path = g_strdup(file->path); /* the other is still a key */
        g_array_append_val(files->files, kept);
    }
    g_array_sort(files->files, compare_path);
    g_hash_table_remove_all(met);
    g_array_unref(all);
}
