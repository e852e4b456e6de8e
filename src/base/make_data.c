/* SPDX-License-Identifier: Apache-2.0 */
/*
 * make_data OUT YAML...: writes data.inc, the files as packed trees and a hash
 * of them all.  A mistake in one of them ends the build.
 */
#include "base/yaml_tree.h"

#include <stdio.h>
#include <stdlib.h>

static void
fail(const char *what, const char *why)
{
    fprintf(stderr, "make_data: %s: %s\n", what, why);
    exit(2);
}

static void
fail_in_yaml(const ClNotes *notes)
{
    const ClNote *note = cl_notes_get(notes, 0);
    fprintf(stderr, "%s:%u:%u: %s\n", note->file, note->line, note->column,
            note->message);
    exit(2);
}

static void
print_bytes(const GString *bytes, guint number, GString *out)
{
    g_string_append_printf(out, "static const unsigned char file_%u[] = {",
                           number);
    for (gsize i = 0; i < bytes->len; i++)
        g_string_append_printf(out, "%s%u,", i % 24 ? "" : "\n    ",
                               (guchar)bytes->str[i]);
    g_string_append(out, "\n};\n\n");
}

static void
add_file(const char *path, guint number, GChecksum *sum, GString *out)
{
    gsize length = 0;
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    if (!g_file_get_contents(path, &bytes, &length, &error))
        fail(path, error->message);
    g_checksum_update(sum, (const guchar *)bytes, (gssize)length + 1);
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClYaml) yaml = cl_yaml_parse(bytes, length, path, notes);
    if (!yaml)
        fail_in_yaml(notes);
    g_autoptr(GString) packed = g_string_new(NULL);
    cl_yaml_pack(yaml, packed);
    print_bytes(packed, number, out);
}

static void
add_table(char **paths, GChecksum *sum, GString *out)
{
    g_string_append(out, "static const DataFile data_files[] = {\n");
    for (guint i = 0; paths[i]; i++) {
        g_autofree char *name = g_path_get_basename(paths[i]);
        g_string_append_printf(out, "    {\"%s\", file_%u},\n", name, i);
    }
    g_string_append_printf(out,
                           "    {NULL, NULL},\n};\n\n"
                           "static const char data_hash[] = \"%s\";\n",
                           g_checksum_get_string(sum));
}

int
main(int count, char **arguments)
{
    if (count < 3)
        fail("usage", "make_data OUT YAML...");
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; arguments[i + 2]; i++)
        add_file(arguments[i + 2], i, sum, out);
    add_table(arguments + 2, sum, out);
    g_autoptr(GError) error = NULL;
    if (!g_file_set_contents(arguments[1], out->str, (gssize)out->len, &error))
        fail(arguments[1], error->message);
    return 0;
}
