/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_FRAME_H
#define CL_EXTRACT_FRAME_H

/* The period an article is about, for figures that say none themselves. */

#include "extract/scene.h"

/**
 * What an article tells of its period while it is read.
 *
 * settled  claims of the same article whose times are settled, for a run that
 *          tells each decision as it falls; or NULL
 * first    claims that were there before those of the article
 */
Frame *frame_new(const ClClaims *settled, size_t first);
void frame_free(Frame *frame);

/** Each sentence, in order. */
void frame_see_sentence(Frame *frame, const Passage *passage);

/** Notes the claim that was added last: the time it tells, or that it has none
    of its own. */
void frame_take_claim(Extraction *run, const Binding *binding);

/** The time that a claim about to be added has in the end, where it is known;
    true if it is the article's. */
bool frame_foresee(const Scene *scene, ClFacetValue *out);

/** Moves what 上一季 tells to the quarter before, where an article has the same
    figure of the last quarter already; first: claims before its own. */
void frame_shift_repeated(ClClaims *claims, size_t first);

/** Once all is read: gives those without a time that of the article. */
void frame_settle(Extraction *run);

#endif
