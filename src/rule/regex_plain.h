/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_REGEX_PLAIN_H
#define CL_RULE_REGEX_PLAIN_H

#include <stdbool.h>

/**
 * True for an expression that PCRE2 compiles in any case and that matches no
 * empty text; false proves nothing.  Compiling to see it takes hundreds of
 * times as long, and most expressions of a run meet no text that needs them.
 *
 * source  valid UTF-8
 */
bool cl_regex_is_plain(const char *source);

#endif
