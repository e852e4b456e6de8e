/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cache files are read and replaced.  They are not synced: a crash can only
 * leave a damaged one, which is no worse than none.
 */
#include "cli/cache_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BEGIN "claims-"
#define END ".cache"
#define END_UNFINISHED ".tmp"

enum {
    DIGITS = 16,
    LARGEST = 1024 * 1024 * 1024,
    MOST_FILES = 8,
    ABANDONED = 60 * 60, /* seconds after which nobody is at it any more */
};

char *
cl_cache_file_name(const char *key)
{
    return g_strdup_printf(BEGIN "%.*s" END, DIGITS, key);
}

static bool
is_name(const char *name)
{
    const size_t begin = strlen(BEGIN);
    return strncmp(name, BEGIN, begin) == 0 &&
           strspn(name + begin, "0123456789abcdef") == DIGITS &&
           strcmp(name + begin + DIGITS, END) == 0;
}

static bool
is_unfinished(const char *name)
{
    return g_str_has_prefix(name, BEGIN) &&
           g_str_has_suffix(name, END_UNFINISHED) &&
           strlen(name) == strlen(BEGIN "XXXXXX" END_UNFINISHED);
}

static bool
fail(GError **error, const char *what, const char *path)
{
    const int number = errno;
    g_set_error(error, CL_FILE_ERROR,
                number == ENOENT ? CL_FILE_ERROR_MISSING : CL_FILE_ERROR_OTHER,
                "cannot %s '%s': %s", what, path, g_strerror(number));
    return false;
}

/* ---- Reading ------------------------------------------------------------- */

/* A link could lead anywhere, so it is none of ours. */
char *
cl_cache_file_read(const char *folder,
                   const char *name,
                   size_t *length,
                   GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    struct stat status;
    if (lstat(path, &status) != 0) {
        fail(error, "read", path);
        return NULL;
    }
    if (!S_ISREG(status.st_mode)) {
        g_set_error(error, CL_FILE_ERROR, CL_FILE_ERROR_IRREGULAR,
                    "cannot read '%s': not a regular file", path);
        return NULL;
    }
    return cl_file_read(path, LARGEST, length, error);
}

void
cl_cache_file_touch(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    /* where it may not be written to, nothing is deleted either */
    (void)!utimensat(AT_FDCWD, path, NULL, AT_SYMLINK_NOFOLLOW);
}

/* ---- Tidying ------------------------------------------------------------- */

typedef struct {
    char *path;
    int64_t used;
} Old;

static void
clear_old(void *data)
{
    g_free(((Old *)data)->path);
}

static int
compare_old(const void *left, const void *right)
{
    const Old *const a = left, *const b = right;
    return (a->used < b->used) - (a->used > b->used);
}

static void
look_at(const char *path, const char *name, GArray *files)
{
    struct stat status;
    if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return;
    if (is_name(name)) {
        const Old old = {g_strdup(path), status.st_mtime};
        g_array_append_val(files, old);
    } else if (is_unfinished(name) &&
               status.st_mtime < g_get_real_time() / G_USEC_PER_SEC - ABANDONED)
        g_unlink(path);
}

/* What cannot be deleted is left: the next run tries again. */
static void
tidy(const char *folder)
{
    g_autoptr(GDir) all = g_dir_open(folder, 0, NULL);
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(Old));
    g_array_set_clear_func(files, clear_old);
    for (const char *name; all && (name = g_dir_read_name(all));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        look_at(path, name, files);
    }
    g_array_sort(files, compare_old);
    for (guint i = MOST_FILES; i < files->len; i++)
        g_unlink(g_array_index(files, Old, i).path);
}

/* ---- Writing ------------------------------------------------------------- */

/* Renaming replaces a link and does not follow it. */
static bool
fill_and_rename(
    int fd, const char *from, const char *to, const char *bytes, size_t length)
{
    const bool written = cl_write_all(fd, bytes, length);
    const int number = errno;
    const bool closed = close(fd) == 0;
    if (!written)
        errno = number;
    return written && closed && rename(from, to) == 0;
}

bool
cl_cache_file_write(const char *folder,
                    const char *name,
                    const char *bytes,
                    size_t length,
                    GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *unfinished =
        g_build_filename(folder, BEGIN "XXXXXX" END_UNFINISHED, NULL);
    if (g_mkdir(folder, 0777) != 0 && errno != EEXIST)
        return fail(error, "make", folder);
    const int fd = g_mkstemp_full(unfinished, O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(error, "write", path);
    if (!fill_and_rename(fd, unfinished, path, bytes, length)) {
        fail(error, "write", path);
        g_unlink(unfinished);
        return false;
    }
    tidy(folder);
    return true;
}
