/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_MESSAGES_H
#define CL_REPORT_MESSAGES_H

/* The words of a report: Chinese first, English in brackets. */

#include "check/check.h"

/** "时间窗" for window; a rule's own facet as the rule writes it. */
const char *cl_label_facet(const char *facet);

/** True for a Latin label, which stands apart from Chinese words. */
bool cl_label_needs_blank(const char *label);

/** "目标" for target; any other value as the rule writes it. */
const char *cl_label_value(const char *facet, const char *value);

/**
 * Appends one sentence: what is wrong and what to do about it.
 * "种类与时间窗都不同: 写明是哪一个 (differs in kind and window: ...)"
 */
void cl_message_finding(const ClFinding *finding, GString *out);

/** Appends the likely cause as a sentence; nothing where none is known. */
void cl_message_cause(const ClFinding *finding, GString *out);

/** Appends what an editor asks the writer. */
void cl_message_question(const ClFinding *finding, GString *out);

/** Appends "2 conflicts": a count with its English noun. */
void cl_message_count(size_t count, const char *noun, GString *out);

#endif
