/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Files become calls of one fuzz target, without libFuzzer: arguments are
 * files, or folders of files; a folder that is not there holds none.  Files
 * come in order of name, so that a failure is always the same one.
 */

#include "fuzz.h"

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
list_folder(const char *path, GPtrArray *out)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        g_ptr_array_add(out, g_build_filename(path, name, NULL));
    g_ptr_array_sort(out, compare_names);
}

/* A copy that ends with its last byte, so that a read past it is seen. */
static void
replay_file(const char *path)
{
    g_autoptr(GError) error = NULL;
    size_t length;
    g_autofree char *bytes = cl_file_read(path, SIZE_MAX / 2, &length, &error);
    MUST(bytes, "%s", error->message);
    fprintf(stderr, "%s\n", path);
    uint8_t *const exact = malloc(length ? length : 1);
    MUST(exact, "%zu bytes", length);
    memcpy(exact, bytes, length);
    LLVMFuzzerTestOneInput(exact, length);
    free(exact);
}

static size_t
replay(const char *path)
{
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        replay_file(path);
        return 1;
    }
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    list_folder(path, files);
    for (guint i = 0; i < files->len; i++)
        replay_file(files->pdata[i]);
    return files->len;
}

int
main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++)
        count += replay(argv[i]);
    printf("%zu inputs\n", count);
    return count ? EXIT_SUCCESS : EXIT_FAILURE;
}
