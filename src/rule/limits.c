/* SPDX-License-Identifier: Apache-2.0 */
/* Searches that cannot run away, with or without JIT. */
#include "rule/limits.h"

#include <glib.h>

enum { KIB = 1024, MIB = 1024 * KIB, FIRST_STACK = 32 * KIB };

static void
free_stack(void *stack)
{
    pcre2_jit_stack_free(stack);
}

/* PCRE2's own stack of 32 KiB is too small for groups over long sentences.
 * One a thread: contexts are shared, stacks must not be. */
static pcre2_jit_stack *
stack_of_thread(void *data)
{
    static GPrivate stacks = G_PRIVATE_INIT(free_stack);
    pcre2_jit_stack *stack = g_private_get(&stacks);
    (void)data;
    if (!stack) {
        stack = pcre2_jit_stack_create(FIRST_STACK, CL_JIT_STACK * MIB, NULL);
        g_private_set(&stacks, stack);
    }
    return stack;
}

pcre2_match_context *
cl_limits_new(void)
{
    pcre2_match_context *limits = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(limits, CL_MATCH_STEPS);
    pcre2_set_heap_limit(limits, CL_MATCH_HEAP * KIB);
    pcre2_jit_stack_assign(limits, stack_of_thread, NULL);
    return limits;
}

pcre2_compile_context *
cl_limits_of_compiling(void)
{
    pcre2_compile_context *limits = pcre2_compile_context_create(NULL);
    pcre2_set_parens_nest_limit(limits, CL_PATTERN_GROUPS);
    return limits;
}

int
cl_limits_match(const pcre2_code *code,
                pcre2_match_context *limits,
                const char *text,
                size_t length,
                size_t start,
                pcre2_match_data *data)
{
    const int status = pcre2_match(code, (PCRE2_SPTR)text, length, start,
                                   PCRE2_NO_UTF_CHECK, data, limits);
    if (status != PCRE2_ERROR_JIT_STACKLIMIT)
        return status;
    return pcre2_match(code, (PCRE2_SPTR)text, length, start,
                       PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, data, limits);
}
