/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_REWRITE_H
#define CL_CLI_REWRITE_H

/* The same text in another notation or script. */

#include "rule/rule.h"

typedef enum {
    CL_REWRITE_DIGITS,      /* 28.9万 -> 289,000 */
    CL_REWRITE_CHINESE,     /* 28.9万 -> 二十八万九千 */
    CL_REWRITE_WIDE_DIGITS, /* 28.9万 -> ２８.９万 */
    CL_REWRITE_TRADITIONAL, /* 订单 -> 訂單 */
    CL_REWRITE_FULL_WIDTH,  /* YU7 -> ＹＵ７ */
    CL_REWRITINGS,
} ClRewriting;

/** "in traditional characters", ... */
const char *cl_rewriting_name(ClRewriting how);

/**
 * A text rewritten.  Numbers are rewritten only where that keeps what they
 * say: exact ones, as precise as before, that are no part of a rule's words.
 *
 * returns  owned
 */
char *cl_rewrite(const ClRuleSet *rules, const char *text, ClRewriting how);

/** Appends a number under 10^12 in Chinese: 289000 is 二十八万九千. */
void cl_rewrite_chinese(int64_t number, GString *out);

#endif
