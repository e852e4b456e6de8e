/* SPDX-License-Identifier: Apache-2.0 */
/* Files are read whole or refused, and written whole or not at all. */
#include "base/base.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "unit.h"

static char *
new_folder(void)
{
    return g_dir_make_tmp("claimlint-test-XXXXXX", NULL);
}

static char *
put(const char *folder, const char *name, const char *bytes)
{
    char *path = g_build_filename(folder, name, NULL);
    ck_assert(g_file_set_contents(path, bytes, -1, NULL));
    return path;
}

/* Empties and removes the folder; the number of entries it had. */
static unsigned
remove_folder(const char *folder)
{
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    unsigned count = 0;
    for (const char *name; (name = g_dir_read_name(entries)); count++) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
    }
    g_rmdir(folder);
    return count;
}

static void
expect_contents(const char *path, const char *expected)
{
    g_autofree char *bytes = NULL;
    ck_assert(g_file_get_contents(path, &bytes, NULL, NULL));
    ck_assert_str_eq(bytes, expected);
}

static void
expect_unreadable(const char *path, size_t limit, ClFileError code)
{
    g_autoptr(GError) error = NULL;
    size_t length;
    ck_assert_ptr_null(cl_file_read(path, limit, &length, &error));
    ck_assert_msg(g_error_matches(error, CL_FILE_ERROR, code), "%s",
                  error->message);
    ck_assert_msg(strstr(error->message, path) != NULL, "%s", error->message);
}

static void
expect_unwritable(const char *path)
{
    g_autoptr(GError) error = NULL;
    ck_assert(!cl_file_write(path, "new", 3, &error));
    ck_assert_ptr_nonnull(error);
    ck_assert(g_str_has_prefix(error->message, "cannot write '"));
}

START_TEST(a_file_is_read_whole_up_to_the_limit)
{
    g_autofree char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "a.txt", NULL);
    for (size_t size = 0; size < 300000; size = size * 7 + 1) {
        g_autofree char *sent = g_malloc0(size + 1);
        ck_assert(g_file_set_contents(path, sent, (gssize)size, NULL));
        size_t length = 99;
        g_autofree char *got = cl_file_read(path, size, &length, NULL);
        ck_assert_ptr_nonnull(got);
        ck_assert_uint_eq(length, size);
        ck_assert(memcmp(got, sent, size + 1) == 0);
        if (size > 0)
            expect_unreadable(path, size - 1, CL_FILE_ERROR_TOO_LARGE);
    }
    remove_folder(folder);
}
END_TEST

START_TEST(a_file_that_hides_its_size_is_read_whole)
{
    size_t length;
    g_autofree char *bytes =
        cl_file_read("/proc/self/status", 1 << 20, &length, NULL);
    if (!bytes)
        return; /* a system without /proc */
    ck_assert_uint_gt(length, 100);
    ck_assert_uint_eq(strlen(bytes), length);
    expect_unreadable("/proc/self/status", 9, CL_FILE_ERROR_TOO_LARGE);
}
END_TEST

START_TEST(what_is_no_file_is_refused_at_once)
{
    g_autofree char *folder = new_folder();
    g_autofree char *file = put(folder, "a.txt", "old");
    g_autofree char *below = g_build_filename(file, "b.txt", NULL);
    g_autofree char *missing = g_build_filename(folder, "missing", NULL);
    g_autofree char *fifo = g_build_filename(folder, "fifo", NULL);
    ck_assert_int_eq(mkfifo(fifo, 0600), 0);
    expect_unreadable(missing, 99, CL_FILE_ERROR_MISSING);
    expect_unreadable(below, 99, CL_FILE_ERROR_MISSING);
    expect_unreadable(folder, 99, CL_FILE_ERROR_IRREGULAR);
    expect_unreadable(fifo, 99, CL_FILE_ERROR_IRREGULAR);
    expect_unreadable("/dev/zero", 99, CL_FILE_ERROR_IRREGULAR);
    expect_unreadable("", 99, CL_FILE_ERROR_MISSING);
    remove_folder(folder);
}
END_TEST

START_TEST(a_socket_is_no_file)
{
    g_autofree char *folder = new_folder();
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    g_snprintf(address.sun_path, sizeof address.sun_path, "%s/s", folder);
    const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) == 0)
        expect_unreadable(address.sun_path, 99, CL_FILE_ERROR_IRREGULAR);
    close(fd);
    remove_folder(folder);
}
END_TEST

START_TEST(a_link_in_a_circle_is_an_error)
{
    g_autofree char *folder = new_folder();
    g_autofree char *link = g_build_filename(folder, "link", NULL);
    ck_assert_int_eq(symlink("link", link), 0);
    expect_unreadable(link, 99, CL_FILE_ERROR_OTHER);
    remove_folder(folder);
}
END_TEST

START_TEST(writing_makes_a_file_or_replaces_it)
{
    g_autofree char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "out", NULL);
    ck_assert(cl_file_write(path, "a longer text", 13, NULL));
    expect_contents(path, "a longer text");
    ck_assert(cl_file_write(path, "short", 5, NULL));
    expect_contents(path, "short");
    ck_assert(cl_file_write(path, "", 0, NULL));
    expect_contents(path, "");
    ck_assert_uint_eq(remove_folder(folder), 1);
}
END_TEST

START_TEST(a_reader_of_the_old_file_keeps_it)
{
    g_autofree char *folder = new_folder();
    g_autofree char *path = put(folder, "out", "old");
    FILE *reader = fopen(path, "r");
    ck_assert(cl_file_write(path, "new", 3, NULL));
    char bytes[4] = "";
    ck_assert_ptr_nonnull(fgets(bytes, sizeof bytes, reader));
    ck_assert_str_eq(bytes, "old");
    fclose(reader);
    remove_folder(folder);
}
END_TEST

START_TEST(a_new_file_has_the_mode_the_umask_leaves)
{
    g_autofree char *folder = new_folder();
    static const mode_t masks[] = {022, 077, 0};
    const mode_t before = umask(0);
    for (size_t i = 0; i < G_N_ELEMENTS(masks); i++) {
        g_autofree char *name = g_strdup_printf("out%zu", i);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        umask(masks[i]);
        const bool written = cl_file_write(path, "x", 1, NULL);
        ck_assert_uint_eq(umask(before), masks[i]);
        struct stat status;
        ck_assert(written && stat(path, &status) == 0);
        ck_assert_uint_eq(status.st_mode & 0777, 0666 & ~masks[i]);
    }
    umask(before);
    remove_folder(folder);
}
END_TEST

START_TEST(writing_through_a_link_keeps_the_link)
{
    g_autofree char *folder = new_folder();
    g_autofree char *path = put(folder, "out", "old");
    g_autofree char *link = g_build_filename(folder, "link", NULL);
    ck_assert_int_eq(symlink("out", link), 0);
    ck_assert(cl_file_write(link, "new", 3, NULL));
    ck_assert(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    expect_contents(path, "new");
    ck_assert_uint_eq(remove_folder(folder), 2);
}
END_TEST

START_TEST(a_failed_write_leaves_everything_as_it_was)
{
    g_autofree char *folder = new_folder();
    g_autofree char *old = put(folder, "old", "old");
    g_autofree char *below = g_build_filename(old, "x", NULL);
    g_autofree char *missing = g_build_filename(folder, "no", "x", NULL);
    g_autofree char *endless = g_strnfill(300, 'n');
    /* here the temporary file can be made, and only the rename fails */
    g_autofree char *too_long = g_build_filename(folder, endless, NULL);
    expect_unwritable(folder);
    expect_unwritable(below);
    expect_unwritable(missing);
    expect_unwritable(too_long);
    expect_contents(old, "old");
    ck_assert_uint_eq(remove_folder(folder), 1);
}
END_TEST

START_TEST(a_full_device_is_an_error)
{
    struct stat status;
    if (stat("/dev/full", &status) != 0)
        return;
    expect_unwritable("/dev/full");
    ck_assert(stat("/dev/full", &status) == 0 && S_ISCHR(status.st_mode));
    ck_assert(cl_file_write("/dev/null", "x", 1, NULL));
}
END_TEST

RUN_TESTS("base/file",
          a_file_is_read_whole_up_to_the_limit,
          a_file_that_hides_its_size_is_read_whole,
          what_is_no_file_is_refused_at_once,
          a_socket_is_no_file,
          a_link_in_a_circle_is_an_error,
          writing_makes_a_file_or_replaces_it,
          a_reader_of_the_old_file_keeps_it,
          a_new_file_has_the_mode_the_umask_leaves,
          writing_through_a_link_keeps_the_link,
          a_failed_write_leaves_everything_as_it_was,
          a_full_device_is_an_error)
