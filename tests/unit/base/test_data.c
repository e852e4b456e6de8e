/* SPDX-License-Identifier: Apache-2.0 */
/* Data compiled into the program. */
#include "base/base.h"

#include <string.h>

#include "unit.h"

START_TEST(a_file_that_is_not_there_is_null)
{
    static const char *const names[] = {"", "missing.yaml", "data/units.yaml",
                                        "units", "UNITS.YAML"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        ck_assert_ptr_null(cl_data_read(names[i]));
}
END_TEST

START_TEST(a_file_that_is_there_is_a_tree)
{
    g_autoptr(ClYaml) yaml = cl_data_read("units.yaml");
    ck_assert_ptr_nonnull(yaml);
    const ClYamlNode *units = cl_yaml_get(cl_yaml_root(yaml), "units");
    ck_assert(units->type == CL_YAML_LIST && units->count > 50);
    ck_assert_ptr_nonnull(cl_yaml_get(units->items[0], "name")->text);
}
END_TEST

START_TEST(a_key_alone_is_read_as_in_its_file)
{
    g_autoptr(ClYaml) whole = cl_data_read("arithmetic.yaml");
    g_autoptr(ClYaml) forms = cl_data_read_key("arithmetic.yaml", "forms");
    g_autoptr(ClYaml) none = cl_data_read_key("arithmetic.yaml", "form");
    const ClYamlNode *same = cl_yaml_get(cl_yaml_root(whole), "forms");
    ck_assert_ptr_null(none);
    ck_assert_ptr_null(cl_data_read_key("missing.yaml", "forms"));
    ck_assert_uint_eq(cl_yaml_root(forms)->count, same->count);
    for (size_t i = 0; i < same->count; i++) {
        const ClYamlNode *a = same->items[i],
                         *b = cl_yaml_root(forms)->items[i];
        ck_assert_uint_eq(a->count, b->count);
        ck_assert_uint_eq(a->line, b->line);
        ck_assert_str_eq(same->keys[i]->text,
                         cl_yaml_root(forms)->keys[i]->text);
    }
}
END_TEST

START_TEST(the_hash_is_a_sha256)
{
    ck_assert_uint_eq(strlen(cl_data_hash()), 64);
    ck_assert_uint_eq(strspn(cl_data_hash(), "0123456789abcdef"), 64);
}
END_TEST

RUN_TESTS("base/data",
          a_file_that_is_not_there_is_null,
          a_file_that_is_there_is_a_tree,
          a_key_alone_is_read_as_in_its_file,
          the_hash_is_a_sha256)
