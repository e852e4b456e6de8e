/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 is what GLib says it is, however the bytes come. */
#include "base/scan.h"

#include "unit.h"

enum { LONGEST = 300, LARGE = 5000 };

static void
fill(char *bytes, size_t length)
{
    g_autoptr(GRand) chance = g_rand_new_with_seed(3);
    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)g_rand_int(chance);
}

START_TEST(a_hash_of_any_length_is_that_of_glib)
{
    char bytes[LONGEST], hex[2 * CL_SHA256_BYTES + 1];
    fill(bytes, sizeof bytes);
    for (size_t length = 0; length <= LONGEST; length++) {
        ClSha256 sum;
        cl_sha256_init(&sum);
        cl_sha256_add(&sum, bytes, length);
        cl_sha256_end_hex(&sum, hex);
        g_autofree char *wanted = g_compute_checksum_for_data(
            G_CHECKSUM_SHA256, (const guchar *)bytes, length);
        ck_assert_str_eq(hex, wanted);
    }
}
END_TEST

START_TEST(pieces_make_the_hash_of_the_whole)
{
    char bytes[LARGE], hex[2 * CL_SHA256_BYTES + 1];
    fill(bytes, sizeof bytes);
    g_autofree char *wanted = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, (const guchar *)bytes, sizeof bytes);
    for (size_t piece = 1; piece < LONGEST; piece += 1 + piece / 4) {
        ClSha256 sum;
        cl_sha256_init(&sum);
        for (size_t at = 0; at < sizeof bytes; at += piece)
            cl_sha256_add(&sum, bytes + at, MIN(piece, sizeof bytes - at));
        cl_sha256_end_hex(&sum, hex);
        ck_assert_str_eq(hex, wanted);
    }
}
END_TEST

START_TEST(blocks_are_taken_as_the_plain_twin_takes_them)
{
    char bytes[LARGE];
    fill(bytes, sizeof bytes);
    const unsigned char *const blocks = (const unsigned char *)bytes;
    for (size_t count = 0; count <= LARGE / 64; count++) {
        uint32_t quick[8] = {1, 2, 3, 4, 5, 6, 7, 8}, plain[8];
        memcpy(plain, quick, sizeof plain);
        cl_sha256_blocks(quick, blocks, count);
        cl_sha256_blocks_plain(plain, blocks, count);
        ck_assert_mem_eq(quick, plain, sizeof plain);
    }
}
END_TEST

RUN_TESTS("base/sha256",
          a_hash_of_any_length_is_that_of_glib,
          pieces_make_the_hash_of_the_whole,
          blocks_are_taken_as_the_plain_twin_takes_them)
