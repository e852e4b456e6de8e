/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_SCENE_H
#define CL_EXTRACT_SCENE_H

/* The surroundings of one binding, in which its facets are read. */

#include "extract/search.h"

typedef struct {
    Extraction *run;
    const Binding *binding;
    const ClRule *rule;
    ClSpan anchor; /* the quantity */
    ClSpan clause;
} Scene;

/** Whether words stand right behind the figure and say of what or where it is:
    $899 for the 256GB version, 300 overseas, 21.8% in Europe. */
bool scene_is_said_of(const Scene *scene, const char *text, ClSpan words);
/**
 * How far words are from the quantity: nearer is better, before better than
 * behind, the clause better than the rest of the sentence.
 */
size_t scene_cost(const Scene *scene, const char *text, ClSpan words);

/** In A、B、C分别为x、y、z, whether words are those of another's item. */
bool scene_is_unlisted(const Scene *scene, ClSpan words);

/** Where a joint (and, 并) stands between the figure and a byte behind it that is
    not a list's; 0: none does. */
size_t scene_joint_before(const Scene *scene, size_t at);

/** Words of a sentence as written, kept with the claims. */
const char *scene_words(const Scene *scene,
                        const Passage *passage,
                        ClSpan words);

/** 从12-13个点到17个点: whether a quantity is where a change started. */
bool scene_starts_change(const Scene *scene, size_t quantity);

/** Where what is said of a figure that starts a change ends: with its date. */
size_t scene_end_of_start(const Scene *scene, size_t index);

/** Where the "from" of such a quantity stands; NULL if it starts no change. */
const char *scene_start_of_change(const Passage *passage,
                                  const GArray *quantities,
                                  size_t index);

/**
 * Whether the figure is only what another one is held against, of a time that
 * is not said: to $6 billion from $5 billion, against $5 billion.
 */
bool scene_is_base_figure(const Scene *scene);

/** versus $5 billion: whether words before the figure hold another against it. */
bool scene_is_held_up(const Scene *scene);

/**
 * Whether a time says when a figure was that a change started from, and so of
 * no other one: 前年 in 由前年的3亿元降至2亿元, in 2023 in "against $2 billion in
 * 2023".
 *
 * own  the quantity that may itself be of then, or NULL
 */
bool scene_is_of_start(const Scene *scene,
                       Passage *passage,
                       const ClTime *time,
                       const ClQuantity *own);

/** Whether the words for a part (其中) still hold for the quantity. */
bool scene_holds_for_parts(const Scene *scene, ClSpan words);

/** Whether the quantity is a part told behind its whole and a colon. */
bool scene_follows_whole(const Scene *scene);

/** 截至6月底, at the end of June: a day, or the last ones of a month. */
bool time_is_state(const ClTime *time);
/** Makes a time of the sentence's words one that the figure may have. */
void scene_settle_time(const Scene *scene,
                       const Passage *passage,
                       ClTime *time);

/**
 * The times of a sentence for this figure: those of a company's calendar on
 * the common one, words for another time looked up.
 *
 * returns  owned, of ClTime; iso "?": another time, and nobody knows which
 */
GArray *scene_times(const Scene *scene, Passage *passage);

/** 其中第三季度, the third quarter alone: whether a time of a sentence is only
    told in passing. */
bool scene_is_aside(const Scene *scene, const Passage *passage, ClSpan time);

/** Adds the times that the sentence adds up: 两个月合计 (times: of ClTime). */
void scene_add_sums(const Scene *scene, GArray *times);

/**
 * The words of a sentence for another time, of Mention; what a change is
 * measured from is none.  The same for every figure: looked for once.
 */
const GArray *scene_mentions(const Scene *scene, Passage *passage);

/** Whether what looks like a time is in a word for another one: 前一年. */
bool scene_is_mention(const Scene *scene, Passage *passage, ClSpan span);

/** down 3 percent from 2023: whether a change is measured from a time. */
bool scene_is_held_against(const Passage *passage, const ClTime *time);
/** 2023年的约2倍, 1.7 times the figure of 2023: whether that is multiplied. */
bool scene_is_multiplied(const Scene *scene,
                         Passage *passage,
                         const ClTime *time);
/**
 * 较2023年增长3%，利润5亿元: whether a time of the sentence is only what another
 * is compared with, and the figure is none that it has itself (2023年的4亿元).
 */
bool scene_is_compared(const Scene *scene, const ClTime *time);
/** up 16% from the first quarter: whether the figure's own change is. */
bool scene_is_base_of_own(const Scene *scene, const ClTime *time);
/**
 * Q4 guidance: $33 bln: whether a time of another sentence is expected, so
 * that it is not the one the next sentence tells of.
 */
bool scene_is_yet_to_come(const Scene *scene,
                          Passage *passage,
                          const ClTime *time);
/** Whether the figure itself is expected or aimed at, as far as its sentence
    says. */
bool scene_is_expected(const Scene *scene);
/** Whether a time only says what a figure is held against: 比2023年少. */
bool scene_is_base(const Scene *scene, Passage *passage, const ClTime *time);

/** Whether words beside the figure say another length than that of a time
    that was taken from elsewhere. */
bool scene_doubts_time(const Scene *scene, const ClFacetValue *when);

void scene_read_when(const Scene *scene, ClFacetValue *out);
void scene_read_window(const Scene *scene, ClFacetValue *out);

#endif
