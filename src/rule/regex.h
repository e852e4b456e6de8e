/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_REGEX_H
#define CL_RULE_REGEX_H

/*
 * Regular expressions of rules: PCRE2, matched on folded text within fixed
 * limits.
 */

#include "base/base.h"

typedef struct ClRegexes ClRegexes;

struct pcre2_real_code_8;
/** Makes machine code of a pcre2_code where that can be had: quicker only. */
void cl_regex_speed_up(struct pcre2_real_code_8 *code);

/** What is wrong with a pattern, or NULL.  Owned. */
char *cl_regex_check(const char *source);
/** The same with PCRE2's help in any case, to compare: no pattern that
    cl_regex_check takes may be wrong by this. */
char *cl_regex_check_whole(const char *source);

/** The same for a pattern of `patterns`, with {quantity} in it. */
char *cl_regex_check_pattern(const char *source);

/** A pattern's characters in the spelling of folded text.  Owned. */
char *cl_regex_fold(const char *source);

ClRegexes *cl_regexes_new(void);
void cl_regexes_free(ClRegexes *regexes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClRegexes, cl_regexes_free)

/** Adds one that passed cl_regex_check; term is what its hits are called. */
void cl_regexes_add(ClRegexes *regexes, const char *source, uint32_t term);

/** How many were added, and what every match of one holds; NULL: not known. */
uint32_t cl_regexes_count(const ClRegexes *regexes);
const char *cl_regexes_needed(const ClRegexes *regexes, uint32_t index);
uint32_t cl_regexes_term(const ClRegexes *regexes, uint32_t index);
/** Folded, as it is matched. */
const char *cl_regexes_source(const ClRegexes *regexes, uint32_t index);

/**
 * Appends ClHit of every match, and to gave_up the terms that hit a limit.
 * Those that are in it three times already are not tried.
 *
 * due  for each expression whether the text has what it needs; NULL: looked up
 */
void cl_regexes_match(ClRegexes *regexes,
                      const bool *due,
                      const char *text,
                      size_t length,
                      GArray *out,
                      GArray *gave_up);

#endif
