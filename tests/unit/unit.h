/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TESTS_UNIT_H
#define CL_TESTS_UNIT_H

/* What every unit test program ends with: run one suite, say how it went. */

#include <check.h>
#include <stdlib.h>

#define RUN_TESTS(name, ...)                                                  \
    int main(void)                                                            \
    {                                                                         \
        const TTest *const tests[] = {__VA_ARGS__};                           \
        Suite *suite = suite_create(name);                                    \
        TCase *tcase = tcase_create(name);                                    \
        tcase_set_timeout(tcase, 60);                                         \
        for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)             \
            tcase_add_test(tcase, tests[i]);                                  \
        suite_add_tcase(suite, tcase);                                        \
        SRunner *runner = srunner_create(suite);                              \
        srunner_run_all(runner, CK_ENV);                                      \
        const int failed = srunner_ntests_failed(runner);                     \
        srunner_free(runner);                                                 \
        return failed ? EXIT_FAILURE : EXIT_SUCCESS;                          \
    }

#endif
