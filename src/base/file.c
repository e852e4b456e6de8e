/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files read and written whole.  read(2), never mmap: a file that shrinks
 * under us is short, not a signal.  Nothing but regular files is waited for.
 */
#include "base/base.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK(cl_file_error, cl_file_error)

enum { FIRST_BUFFER = 64 * 1024 };

static ClFileError
code_of(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return CL_FILE_ERROR_MISSING;
    case EACCES:
    case EPERM:
        return CL_FILE_ERROR_DENIED;
    case ENXIO: /* a socket cannot be opened */
    case EISDIR:
        return CL_FILE_ERROR_IRREGULAR;
    default:
        return CL_FILE_ERROR_OTHER;
    }
}

static void
set_errno_error(GError **error, const char *what, const char *path)
{
    const int number = errno;
    g_set_error(error, CL_FILE_ERROR, code_of(number), "cannot %s '%s': %s",
                what, path, g_strerror(number));
}

static void
set_size_error(GError **error, const char *path, size_t limit)
{
    g_set_error(error, CL_FILE_ERROR, CL_FILE_ERROR_TOO_LARGE,
                "cannot read '%s': larger than %zu bytes", path, limit);
}

static bool
check_regular(
    int fd, const char *path, size_t limit, size_t *size, GError **error)
{
    struct stat status;
    if (fstat(fd, &status) != 0) {
        set_errno_error(error, "read", path);
        return false;
    }
    if (!S_ISREG(status.st_mode)) {
        g_set_error(error, CL_FILE_ERROR, CL_FILE_ERROR_IRREGULAR,
                    "cannot read '%s': not a regular file", path);
        return false;
    }
    if ((size_t)status.st_size > limit) {
        set_size_error(error, path, limit);
        return false;
    }
    *size = (size_t)status.st_size;
    return true;
}

static char *
read_all(int fd,
         const char *path,
         size_t expected,
         size_t limit,
         size_t *length,
         GError **error)
{
    size_t room = expected + 1, used = 0;
    g_autofree char *bytes = g_malloc(room + 1);
    for (;;) {
        const ssize_t got = read(fd, bytes + used, room - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            set_errno_error(error, "read", path);
            return NULL;
        }
        if (got == 0)
            break;
        used += (size_t)got;
        if (used > limit) {
            set_size_error(error, path, limit);
            return NULL;
        }
        if (used == room) {
            room *= 2;
            bytes = g_realloc(bytes, room + 1);
        }
    }
    bytes[used] = '\0';
    *length = used;
    return g_steal_pointer(&bytes);
}

char *
cl_file_read_open(
    int fd, const char *path, size_t limit, size_t *length, GError **error)
{
    return read_all(fd, path, FIRST_BUFFER, limit, length, error);
}

char *
cl_file_read(const char *path, size_t limit, size_t *length, GError **error)
{
    if (strcmp(path, "-") == 0)
        return cl_file_read_open(STDIN_FILENO, path, limit, length, error);
    const int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        set_errno_error(error, "read", path);
        return NULL;
    }
    size_t size;
    char *bytes = NULL;
    if (check_regular(fd, path, limit, &size, error))
        bytes = read_all(fd, path, size, limit, length, error);
    close(fd);
    return bytes;
}

bool
cl_write_all(int fd, const char *bytes, size_t length)
{
    while (length) {
        const ssize_t put = write(fd, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes += put;
        length -= (size_t)put;
    }
    return true;
}

/* Devices and pipes cannot be replaced, only written to. */
static bool
write_in_place(const char *path,
               const char *bytes,
               size_t length,
               GError **error)
{
    const int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    bool written = fd >= 0 && cl_write_all(fd, bytes, length);
    if (!written)
        set_errno_error(error, "write", path);
    if (fd >= 0 && close(fd) != 0 && written) {
        set_errno_error(error, "write", path);
        written = false;
    }
    return written;
}

static bool
fill_and_rename(
    int fd, const char *from, const char *to, const char *bytes, size_t length)
{
    const mode_t mask = umask(0);
    umask(mask);
    const bool written = cl_write_all(fd, bytes, length) &&
                         fchmod(fd, 0666 & ~mask) == 0 && fsync(fd) == 0;
    const int number = errno;
    const bool closed = close(fd) == 0;
    if (!written)
        errno = number;
    return written && closed && rename(from, to) == 0;
}

static void
sync_folder(const char *path)
{
    const int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    /* the new file is whole either way; a failure here loses no old one */
    (void)!fsync(fd);
    close(fd);
}

/* A signal that ends the program waits until no temporary file is left. */
static void
hold_signals(sigset_t *before)
{
    static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < G_N_ELEMENTS(ending); i++)
        sigaddset(&held, ending[i]);
    pthread_sigmask(SIG_BLOCK, &held, before);
}

/* A new file in a folder, renamed to target once it is whole. */
static bool
replace(const char *folder,
        const char *target,
        const char *bytes,
        size_t length)
{
    g_autofree char *temporary =
        g_build_filename(folder, ".claimlint-XXXXXX", NULL);
    const int fd = mkstemp(temporary);
    if (fd < 0)
        return false;
    if (fill_and_rename(fd, temporary, target, bytes, length))
        return true;
    const int number = errno;
    unlink(temporary);
    errno = number;
    return false;
}

bool
cl_file_write(const char *path,
              const char *bytes,
              size_t length,
              GError **error)
{
    struct stat status;
    const bool exists = stat(path, &status) == 0;
    if (exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
        return write_in_place(path, bytes, length, error);
    char *resolved = exists ? realpath(path, NULL) : NULL;
    g_autofree char *target = g_strdup(resolved ? resolved : path);
    free(resolved);
    g_autofree char *folder = g_path_get_dirname(target);
    if (exists && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        set_errno_error(error, "write", path);
        return false;
    }
    sigset_t before;
    hold_signals(&before);
    const bool replaced = replace(folder, target, bytes, length);
    if (!replaced)
        set_errno_error(error, "write", path);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (replaced)
        sync_folder(folder);
    return replaced;
}
