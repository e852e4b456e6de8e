/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_ONCE_H
#define CL_RULE_ONCE_H

/*
 * Work that is done at its first use, by whichever thread comes first.  Not
 * GLib's: the sanitizer of threads does not see what that does.
 */

#include <stdatomic.h>
#include <stdbool.h>

typedef struct {
    atomic_bool done;
} ClOnce;

/** True if the work is the caller's, who ends it with cl_once_end. */
bool cl_once_begin(ClOnce *once);
void cl_once_end(ClOnce *once);

#endif
