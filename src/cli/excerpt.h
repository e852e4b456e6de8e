/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_EXCERPT_H
#define CL_CLI_EXCERPT_H

/* The line of a rule file that a note speaks of, with a mark under its place. */

#include "base/base.h"

/** The file that was shown last, so that ten mistakes read it once. */
typedef struct {
    char *path, *bytes; /* owned; NULL before the first */
} ClExcerpts;

void cl_excerpts_clear(ClExcerpts *excerpts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ClExcerpts, cl_excerpts_clear)

/**
 * Appends two lines, each begun with a line feed: what stands there and a
 * caret; nothing for a note without a column, for a file that is no YAML and
 * for one that cannot be read any more.
 */
void cl_excerpt_append(ClExcerpts *excerpts, const ClNote *note, GString *out);

#endif
