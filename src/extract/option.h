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
/**
 * 其中海外8万辆, 直营店200家: whether a part is named by another facet, and so is
 * all of that.
 *
 * behind  where the word for a part ends
 */
bool facet_names_part(const Scene *scene, size_t behind);
/** The one nearest to the figure in its own sentence. */
Choice facet_choose(const Scene *scene, unsigned facet);
/** The same; what a change does not say is what the level before it says. */
Choice facet_choose_led(const Scene *scene, unsigned facet);
/** Whether a place opens its sentence, and so holds for those after it. */
bool facet_opens(const Passage *passage, ClSpan words);
/** The only one that a sentence names. */
Choice facet_only(const Scene *scene, unsigned facet, Passage *passage);
/** The one that opened an earlier sentence of the paragraph, which is from. */
Choice facet_carry(const Scene *scene, unsigned facet, Passage **from);
/** The only one of the nearest sentence before that has one. */
Choice facet_frame(const Scene *scene, unsigned facet, Passage **from);
/** The first that the title names. */
Choice facet_title(const Scene *scene, unsigned facet, Passage **from);

/** 越南的VinFast, 香港上市, 不含德国: whether a place does not say where. */
bool region_is_origin(const Scene *scene, ClSpan words);
/** 其中中国8011家，营收…: whether a place was that of a part that is over. */
bool region_is_of_part(const Scene *scene, ClSpan words);
/** Revenue in China fell, while total revenue rose: whether a turn ended it. */
bool region_is_before_turn(const Scene *scene, ClSpan words);
/** Looks up what the words alone do not say; false if that is nobody knows
    where. */
bool region_settle(const Scene *scene, const Passage *from, Choice *choice);

/** Whether what is expected may be the figure, by what stands between. */
bool modality_may_give(const Scene *scene, ClSpan words);
/** Whether it is, though it is said in another clause. */
bool modality_reaches(const Scene *scene, ClSpan words);

/** Takes over whose part of a profit is told, where that was said before. */
void facet_inherit_definition(const Scene *scene,
                              const char *entity,
                              ClFacetValue *out);

#endif
