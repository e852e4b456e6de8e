/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TESTS_FUZZ_JSON_H
#define CL_TESTS_FUZZ_JSON_H

/* Is it JSON?  No more than that. */

#include <stdbool.h>
#include <stddef.h>

/** The length of the one JSON value (RFC 8259) text begins with; 0 if none. */
size_t json_value(const char *text);

/** True if text is one JSON value and white space. */
bool json_is_valid(const char *text);

#endif
