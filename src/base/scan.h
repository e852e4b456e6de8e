/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_BASE_SCAN_H
#define CL_BASE_SCAN_H

/*
 * What is asked of every byte of every file, as quick as the processor can:
 * which instructions it has is found out when it runs.  Each kernel has a
 * plain twin, which says what it does and gives the same answer.
 */

#include "base/base.h"

/** cl_utf8_is_valid, which is the first. */
bool cl_scan_utf8(const char *text, size_t length);
bool cl_scan_utf8_plain(const char *text, size_t length);

/** The twin of cl_scan_find. */
size_t cl_scan_find_plain(const ClByteSet *set,
                          const char *text,
                          size_t at,
                          size_t end);

/** The twin of cl_scan_find_triple. */
size_t cl_scan_find_triple_plain(const ClTripleSet *set,
                                 const char *text,
                                 size_t at,
                                 size_t end);

/** The twin of cl_scan_pairs. */
unsigned
cl_scan_pairs_plain(const ClPairSet *set, const char *text, size_t length);

/** The twin of cl_scan_alone. */
size_t cl_scan_alone_plain(const char *text, size_t at, size_t end);

/** The twin of cl_scan_block. */
ClTextBlock cl_scan_block_plain(const char *text, size_t at, size_t end);

/** Takes blocks of 64 bytes into a hash that is not ended. */
void
cl_sha256_blocks(uint32_t state[8], const unsigned char *bytes, size_t count);
void cl_sha256_blocks_plain(uint32_t state[8],
                            const unsigned char *bytes,
                            size_t count);

#endif
