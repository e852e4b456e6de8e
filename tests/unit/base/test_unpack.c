/* SPDX-License-Identifier: Apache-2.0 */

/* Packed files: what they hold, by their names. */

#include "base/base.h"
#include "unit.h"

#include <string.h>
#include <zlib.h>
#include <zstd.h>

enum { LIMIT = 1 << 20 };

static GString *
gzip(const char *text, size_t length)
{
    GString *out = g_string_new(NULL);
    g_string_set_size(out, length + 1024);
    z_stream stream = {.next_in = (Bytef *)text,
                       .avail_in = (uInt)length,
                       .next_out = (Bytef *)out->str,
                       .avail_out = (uInt)out->len};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    ck_assert_int_eq(deflate(&stream, Z_FINISH), Z_STREAM_END);
    g_string_truncate(out, stream.total_out);
    deflateEnd(&stream);
    return out;
}

static GString *
zstd(const char *text, size_t length)
{
    GString *out = g_string_new(NULL);
    g_string_set_size(out, ZSTD_compressBound(length));
    g_string_truncate(out, ZSTD_compress(out->str, out->len, text, length, 3));
    return out;
}

static const struct {
    const char *name;
    GString *(*pack)(const char *text, size_t length);
} kinds[] = {{"a.txt.gz", gzip}, {"a.txt.ZST", zstd}};

/* NULL if it is refused. */
static char *
unpack(const char *name, const GString *packed, size_t limit, size_t *length)
{
    g_autoptr(GError) error = NULL;
    *length = packed->len;
    char *bytes = cl_file_unpack(name, g_memdup2(packed->str, packed->len + 1),
                                 length, limit, &error);
    ck_assert(!bytes == (error != NULL));
    return bytes;
}

START_TEST(what_was_packed_comes_back)
{
    static const size_t sizes[] = {0, 1, 1000, 65535, 65536, 65537, 300000};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes) * G_N_ELEMENTS(kinds); i++) {
        const size_t size = sizes[i / G_N_ELEMENTS(kinds)];
        const size_t kind = i % G_N_ELEMENTS(kinds);
        g_autofree char *text = g_malloc(size + 1);
        for (size_t j = 0; j < size; j++)
            text[j] = (char)(j * 31 % 251);
        GString *packed = kinds[kind].pack(text, size);
        size_t length;
        g_autofree char *found =
            unpack(kinds[kind].name, packed, LIMIT, &length);
        ck_assert_msg(found && length == size && !found[size] &&
                          memcmp(found, text, size) == 0,
                      "%zu bytes of %s", size, kinds[kind].name);
        g_string_free(packed, TRUE);
    }
}
END_TEST

START_TEST(streams_in_a_row_are_one_file)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        GString *packed = kinds[i].pack("ab", 2);
        GString *more = kinds[i].pack("cd", 2);
        g_string_append_len(packed, more->str, (gssize)more->len);
        size_t length;
        g_autofree char *found = unpack(kinds[i].name, packed, LIMIT, &length);
        ck_assert_str_eq(found, "abcd");
        g_string_free(packed, TRUE);
        g_string_free(more, TRUE);
    }
}
END_TEST

START_TEST(what_is_cut_damaged_or_too_large_is_refused)
{
    g_autofree char *zeros = g_malloc0(LIMIT * 4);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        GString *packed = kinds[i].pack("some text to pack", 17);
        size_t length;
        for (size_t cut = 0; cut < packed->len; cut++) {
            g_autoptr(GString) part =
                g_string_new_len(packed->str, (gssize)cut);
            ck_assert_msg(!unpack(kinds[i].name, part, LIMIT, &length),
                          "%s cut at %zu", kinds[i].name, cut);
        }
        packed->str[0] ^= 1;
        ck_assert_ptr_null(unpack(kinds[i].name, packed, LIMIT, &length));
        GString *bomb = kinds[i].pack(zeros, (size_t)LIMIT * 4);
        ck_assert_ptr_null(unpack(kinds[i].name, bomb, LIMIT, &length));
        g_string_free(packed, TRUE);
        g_string_free(bomb, TRUE);
    }
}
END_TEST

START_TEST(other_files_are_as_they_are)
{
    g_autoptr(GString) plain = g_string_new("plain");
    size_t length;
    g_autofree char *found = unpack("a.gz.txt", plain, LIMIT, &length);
    ck_assert_str_eq(found, "plain");
    ck_assert_uint_eq(cl_path_plain("a.txt.gz"), 5);
    ck_assert_uint_eq(cl_path_plain("a.txt"), 5);
    ck_assert_uint_eq(cl_path_plain(".gz"), 3);
    ck_assert(cl_path_ends("a.MD.gz", ".md"));
    ck_assert(cl_path_ends("a.md", ".md"));
    ck_assert(!cl_path_ends(".md", ".md"));
    ck_assert(!cl_path_ends("a.md.txt", ".md"));
}
END_TEST

RUN_TESTS("base/unpack",
          what_was_packed_comes_back,
          streams_in_a_row_are_one_file,
          what_is_cut_damaged_or_too_large_is_refused,
          other_files_are_as_they_are)
