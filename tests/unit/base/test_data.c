/* SPDX-License-Identifier: Apache-2.0 */
/* Data compiled into the program. */
#include "base/base.h"

#include <string.h>

#include "unit.h"

START_TEST(a_file_that_is_not_there_is_null)
{
    static const char *const names[] = {"", "missing.yaml", "data/units.yaml",
                                        "units", "UNITS.YAML"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        size_t length = 7;
        ck_assert_ptr_null(cl_data_get(names[i], &length));
        ck_assert_uint_eq(length, 7);
    }
}
END_TEST

START_TEST(a_file_that_is_there_ends_with_a_nul_and_loads)
{
    size_t length;
    const char *bytes = cl_data_get("units.yaml", &length);
    ck_assert_ptr_nonnull(bytes);
    ck_assert_uint_eq(strlen(bytes), length);
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClYaml) yaml = cl_yaml_parse(bytes, length, "units.yaml", notes);
    ck_assert_ptr_nonnull(yaml);
    ck_assert_uint_eq(cl_notes_count(notes), 0);
}
END_TEST

RUN_TESTS("base/data",
          a_file_that_is_not_there_is_null,
          a_file_that_is_there_ends_with_a_nul_and_loads)
