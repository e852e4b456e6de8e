/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The data files compiled into the program, found by name.  data.inc is
 * written by the build from data/.
 */
#include "base/base.h"

#include <string.h>

typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t length;
} DataFile;

#include "data.inc"

const char *
cl_data_get(const char *name, size_t *length)
{
    for (const DataFile *file = data_files; file->name; file++) {
        if (strcmp(file->name, name) == 0) {
            *length = file->length;
            return (const char *)file->bytes;
        }
    }
    return NULL;
}
