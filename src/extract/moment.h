/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_MOMENT_H
#define CL_EXTRACT_MOMENT_H

/* What the files share that find when a figure holds. */

#include "extract/scene.h"

/* ---- One time of a sentence --------------------------------------------------- */

/** Whether a time is named as a report is: 三季报, of a quarter or nine months. */
bool moment_ends_in_report(const Passage *passage, const ClTime *time);

/** The time of a sentence nearest to the figure; false: none may be its own. */
bool moment_nearest(const Scene *scene,
                    Passage *passage,
                    bool window,
                    ClTime *out);
/** Where what says when the figure before was that a change started from. */
ClSpan moment_of_start(const Scene *scene);
/** 2024年底: the last day of a year, read as its December. */
bool moment_is_edge_of_year(const Passage *passage, const ClTime *time);
/** 3月20日: a day, in a text that is more than its date. */
bool moment_is_day(const Passage *passage, const ClTime *time);
/** Whether a time of another sentence is the day of the article. */
bool moment_is_dateline(const Scene *scene,
                        const Passage *passage,
                        const ClTime *time);
/** Whether words of a span say that something is aimed at, or (aimed false)
    also that it is expected. */
bool moment_is_expected(const Scene *scene,
                        Passage *passage,
                        ClSpan clause,
                        bool aimed);
/** Whether a length says how often, how early or how long one waits: 连续两个月. */
bool moment_is_streak(const Scene *scene,
                      const Passage *passage,
                      const ClTime *time);
/** Makes a time of a sentence the facet's. */
void moment_set(const Scene *scene,
                const Passage *passage,
                const ClTime *time,
                ClFacetValue *out);

/* ---- Whether any is told ------------------------------------------------------ */

/** Whether a sentence has a period that may be the figure's. */
bool moment_tells_period(const Scene *scene, Passage *passage);
/** Whether neither its own sentence nor those before it in the paragraph
    speak of a time; notes the length they speak of. */
bool moment_is_timeless(const Scene *scene);
/** Revenue for the quarter: how many months a sentence speaks of that nobody
    told; 0: none. */
int moment_length_spoken(const Scene *scene, Passage *passage);
/** Whether a rule counts what there is: users, shops, staff. */
bool moment_is_of_state(const ClRule *rule);
/** 已超过1.4万家: so many by now, whatever is reported on. */
bool moment_tells_present(const Binding *binding);
/** A year earlier, where no time was told before: notes how far before that of
    the article it is. */
bool moment_is_before_article(const Scene *scene, const ClFacetValue *out);

/* ---- The year before ---------------------------------------------------------- */

/** Whether a table's header says 去年同期. */
bool moment_is_year_ago(const Scene *scene);
/** Moves a time a year back; one without days becomes one nobody knows. */
void moment_take_year_before(const Scene *scene, ClFacetValue *out);
/** From 5 billion to 6 billion: what was before, and nobody says when. */
bool moment_starts_unsaid(const Scene *scene);
/** The time of such a figure, out being that of the sentence. */
void moment_take_start(const Scene *scene, ClFacetValue *out);
/** 22 percent more than in 2023, where no time is told: the year after. */
bool moment_read_behind_base(const Scene *scene, ClFacetValue *out);

#endif
