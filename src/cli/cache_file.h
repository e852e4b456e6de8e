/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_CACHE_FILE_H
#define CL_CLI_CACHE_FILE_H

/*
 * The files in a cache's folder: claims-KEY.cache, KEY being 16 digits.  No
 * link in the folder is followed, and no file of another name is touched.
 */

#include "base/base.h"

/** The file for a key of hex digits.  Owned. */
char *cl_cache_file_name(const char *key);

/** Reads one.  returns  owned; NULL with error set */
char *cl_cache_file_read(const char *folder, const char *name, size_t *length,
                         GError **error);

/**
 * Replaces one, whole or not at all; makes the folder if need be (but none
 * above it), and deletes what was used least recently of more than eight.
 * Only its owner may read it, for articles are quoted in it.
 */
bool cl_cache_file_write(const char *folder, const char *name,
                         const char *bytes, size_t length, GError **error);

/** Says that one was used, so that others are deleted first. */
void cl_cache_file_touch(const char *folder, const char *name);

#endif
