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

static const char *
find_packed(const char *name)
{
    for (const DataFile *file = data_files; file->name; file++)
        if (strcmp(file->name, name) == 0)
            return (const char *)file->packed;
    return NULL;
}

ClYaml *
cl_data_read(const char *name)
{
    const char *packed = find_packed(name);
    return packed ? cl_yaml_unpack(packed) : NULL;
}

ClYaml *
cl_data_read_key(const char *name, const char *key)
{
    const char *packed = find_packed(name);
    return packed ? cl_yaml_unpack_key(packed, key) : NULL;
}

const char *
cl_data_hash(void)
{
    return data_hash;
}
