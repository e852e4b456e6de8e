/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_GLANCE_H
#define CL_RULE_GLANCE_H

/* Which expressions a text may match, by one look at its pairs of characters:
   most texts hold none of the words that an expression needs. */

#include "base/base.h"

/** What expressions need, each known by its number. */
typedef struct ClGlance ClGlance;

ClGlance *cl_glance_new(void);
void cl_glance_free(ClGlance *glance);

/** Adds the next expression, folded, by its source. */
void cl_glance_add(ClGlance *glance, const char *source);

enum { CL_GLANCE_BITS = 1 << 12 };

/** What a text holds: bits for characters and pairs of neighbours, hashed. */
typedef struct {
    uint8_t bits[CL_GLANCE_BITS / 8];
} ClGlanced;

/** text: folded and lower case */
void cl_glance_at(const char *text, size_t length, ClGlanced *out);

/** False only if the expression of that number matches nowhere in the text. */
bool cl_glance_may(const ClGlance *glance,
                   uint32_t number,
                   const ClGlanced *text);

#endif
