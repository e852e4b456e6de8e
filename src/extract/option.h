/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_OPTION_H
#define CL_EXTRACT_OPTION_H

/* Words that give an option of a facet. */

#include "extract/scene.h"

/** An option and the words that give it; option NULL: none do. */
typedef struct {
    const char *option;
    ClSpan words;
    size_t cost;
} Choice;

/** The option that a use of a term gives for this facet, or NULL. */
const char *facet_option_of(const Scene *scene,
                            const ClTermUse *use,
                            unsigned facet);
/** The one nearest to the figure in its own sentence. */
Choice facet_choose(const Scene *scene, unsigned facet);
/** The only one that a sentence names. */
Choice facet_only(const Scene *scene, unsigned facet, Passage *passage);
/** The one that opened an earlier sentence of the paragraph, which is from. */
Choice facet_carry(const Scene *scene, unsigned facet, Passage **from);
/** The only one of the nearest sentence before that has one. */
Choice facet_frame(const Scene *scene, unsigned facet, Passage **from);
/** The first that the title names. */
Choice facet_title(const Scene *scene, unsigned facet, Passage **from);

#endif
