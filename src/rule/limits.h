/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_LIMITS_H
#define CL_RULE_LIMITS_H

/*
 * How much one search with PCRE2 may cost.  The same on every machine: steps
 * and bytes, never seconds.
 */

#ifndef PCRE2_CODE_UNIT_WIDTH
#define PCRE2_CODE_UNIT_WIDTH 8
#endif
#include <pcre2.h>

enum {
    /* From one place of the text: one for each of its 4096 bytes, and some.
       Twice as many let (?:a++|a)+[bc] take seconds without a limit hit. */
    CL_MATCH_STEPS = 5000,
    /* The shipped forms of stated arithmetic are long; with JIT, which counts
       less, fewer would do. */
    CL_FORM_STEPS = 50000,
    CL_MATCH_HEAP = 64,     /* MiB */
    CL_JIT_STACK = 1,       /* MiB, of each thread */
    CL_PATTERN_GROUPS = 50, /* within each other */
};

/** A match context with these limits.  Owned; many threads may share it. */
pcre2_match_context *cl_limits_new(void);

/** A compile context with these limits.  Owned. */
pcre2_compile_context *cl_limits_of_compiling(void);

/**
 * pcre2_match on valid UTF-8.  Code that outgrows the stack of JIT is run once
 * more without it, so that its stack is no limit of its own.
 */
int cl_limits_match(const pcre2_code *code,
                    pcre2_match_context *limits,
                    const char *text,
                    size_t length,
                    size_t start,
                    pcre2_match_data *data);

#endif
