/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The data files compiled into the program, found by name.  data.inc is
 * written by the build from data/.
 */
#include "base/yaml_tree.h"

#include <string.h>

typedef struct {
    const char *name;
    const unsigned char *packed;
} DataFile;

#include "data.inc"

ClYaml *
cl_data_read(const char *name)
{
    for (const DataFile *file = data_files; file->name; file++)
        if (strcmp(file->name, name) == 0)
            return cl_yaml_unpack((const char *)file->packed);
    return NULL;
}

const char *
cl_data_hash(void)
{
    return data_hash;
}
