/* SPDX-License-Identifier: Apache-2.0 */
/* The shipped wordings, which are compiled when a text may hold them. */
#include "rule/forms.h"

#include "unit.h"

START_TEST(the_forms_of_every_check_compile)
{
    ClWordings wordings = {0};
    for (int check = CL_CHECK_NONE + 1; cl_check_names()[check - 1]; check++) {
        ClNumber slack;
        g_autoptr(ClForms) forms =
            cl_forms_new(&wordings, (ClCheck)check, &slack);
        ck_assert_msg(cl_forms_compile_all(forms) > 0, "%s",
                      cl_check_names()[check - 1]);
        ck_assert_int_gt(cl_number_compare(slack, cl_number_make(0, 0)), 0);
    }
    cl_yaml_free(wordings.yaml);
}
END_TEST

RUN_TESTS("rule/forms", the_forms_of_every_check_compile)
