/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TESTS_ARITHMETIC_RULES_H
#define CL_TESTS_ARITHMETIC_RULES_H

/* One rule of type arithmetic for each check, as small as they get. */

#define ARITHMETIC_RULE(check)                                                 \
    "- id: " check "\n"                                                        \
    "  type: arithmetic\n"                                                     \
    "  check: " check "\n"                                                     \
    "  title: 文中的数\n"                                                      \
    "  examples:\n"                                                            \
    "    - relation: [从100家增至120家，增长30%]\n"                            \
    "    - silent: 从100家增至120家\n"

#define ARITHMETIC_RULES                                                       \
    ARITHMETIC_RULE("change")                                                  \
    ARITHMETIC_RULE("multiple")                                                \
    ARITHMETIC_RULE("difference")                                              \
    ARITHMETIC_RULE("sum")                                                     \
    ARITHMETIC_RULE("shares")                                                  \
    ARITHMETIC_RULE("years")                                                   \
    ARITHMETIC_RULE("share")                                                   \
    ARITHMETIC_RULE("part")

#endif
