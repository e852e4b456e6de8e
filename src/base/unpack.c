/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Packed bytes become plain ones, a block at a time and never more than the
 * limit: what a file claims of its own size is not believed.
 */
#include "base/base.h"

#include <string.h>
#include <zlib.h>
#include <zstd.h>

enum { BLOCK = 64 * 1024 };

/* Room for one more block; false beyond the limit. */
static bool
grow(GByteArray *out, size_t used, size_t limit, GError **error)
{
    if (used > limit) {
        g_set_error(error, CL_FILE_ERROR, CL_FILE_ERROR_TOO_LARGE,
                    "unpacks to more than %zu bytes", limit);
        return false;
    }
    g_byte_array_set_size(out, (guint)(used + BLOCK));
    return true;
}

static char *
finish(GByteArray *out, size_t used, size_t *unpacked)
{
    g_byte_array_set_size(out, (guint)used + 1);
    out->data[used] = 0;
    *unpacked = used;
    return (char *)g_byte_array_free(out, FALSE);
}

static char *
fail(GByteArray *out, const char *name, GError **error)
{
    g_byte_array_free(out, TRUE);
    if (error && !*error)
        g_set_error(error, CL_FILE_ERROR, CL_FILE_ERROR_OTHER,
                    "what %s packed is damaged or cut off", name);
    return NULL;
}

static char *
unpack_gzip(const char *bytes,
            size_t length,
            size_t limit,
            size_t *unpacked,
            GError **error)
{
    enum { GZIP_WINDOW = 16 + MAX_WBITS };
    z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)length};
    GByteArray *out = g_byte_array_new();
    size_t used = 0;
    int status = inflateInit2(&stream, GZIP_WINDOW);
    while (status == Z_OK && grow(out, used, limit, error)) {
        stream.next_out = out->data + used;
        stream.avail_out = BLOCK;
        status = inflate(&stream, Z_NO_FLUSH);
        used += BLOCK - stream.avail_out;
        if (status == Z_STREAM_END && stream.avail_in)
            status = inflateReset(&stream); /* another stream follows */
        else if (status == Z_OK && !stream.avail_in && stream.avail_out)
            status = Z_BUF_ERROR;
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END && used <= limit ? finish(out, used, unpacked)
                                                   : fail(out, "gzip", error);
}

static char *
unpack_zstd(const char *bytes,
            size_t length,
            size_t limit,
            size_t *unpacked,
            GError **error)
{
    ZSTD_DStream *stream = ZSTD_createDStream();
    ZSTD_inBuffer in = {bytes, length, 0};
    GByteArray *out = g_byte_array_new();
    size_t used = 0, left = 1;
    bool full = true; /* the last block was: more may wait */
    while ((in.pos < in.size || (full && left)) && !ZSTD_isError(left) &&
           grow(out, used, limit, error)) {
        ZSTD_outBuffer block = {out->data + used, BLOCK, 0};
        const size_t before = in.pos;
        left = ZSTD_decompressStream(stream, &block, &in);
        used += block.pos;
        full = block.pos == BLOCK;
        if (!full && in.pos == before)
            break;
    }
    ZSTD_freeDStream(stream);
    return left == 0 && in.pos == in.size && used <= limit
               ? finish(out, used, unpacked)
               : fail(out, "zstd", error);
}

/* ---- By name ---------------------------------------------------------------- */

static const struct {
    const char *ending;
    char *(*unpack)(const char *bytes,
                    size_t length,
                    size_t limit,
                    size_t *unpacked,
                    GError **error);
} packers[] = {{".gz", unpack_gzip}, {".zst", unpack_zstd}};

/* The packer by a path's ending, -1 if it has none. */
static int
find_packer(const char *path)
{
    const size_t length = strlen(path);
    for (size_t i = 0; i < G_N_ELEMENTS(packers); i++) {
        const size_t size = strlen(packers[i].ending);
        if (length > size &&
            g_ascii_strcasecmp(path + length - size, packers[i].ending) == 0)
            return (int)i;
    }
    return -1;
}

size_t
cl_path_plain(const char *path)
{
    const int packer = find_packer(path);
    return strlen(path) - (packer < 0 ? 0 : strlen(packers[packer].ending));
}

bool
cl_path_ends(const char *path, const char *ending)
{
    const size_t length = cl_path_plain(path), size = strlen(ending);
    return length > size &&
           g_ascii_strncasecmp(path + length - size, ending, size) == 0;
}

char *
cl_file_unpack(
    const char *path, char *bytes, size_t *length, size_t limit, GError **error)
{
    const int packer = find_packer(path);
    if (packer < 0)
        return bytes;
    g_autofree char *packed = bytes;
    return packers[packer].unpack(packed, *length, limit, length, error);
}
