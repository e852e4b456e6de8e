/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_CAMP_H
#define CL_REPORT_CAMP_H

/* What the formats for people say of a finding's camps. */

#include "report/report.h"

/** The claim of a camp at an index. */
const ClClaim *cl_camp_claim(const ClReport *report,
                             const ClCamp *camp,
                             size_t index);

/** The claim that says it for all: with drafts the first of one, if any. */
const ClClaim *cl_camp_lead(const ClReport *report, const ClCamp *camp);

const ClCamp *cl_finding_camp(const ClFinding *finding, size_t index);

/** How many figures a finding sets side by side: camps, then the fact. */
size_t cl_finding_rows(const ClFinding *finding);
/** The claim that says one of them: a camp's lead, or the fact as a claim. */
const ClClaim *cl_finding_row(const ClReport *report,
                              const ClFinding *finding,
                              size_t index);

/** More figures than these of one finding are counted, not set out. */
enum { CL_ROWS_SHOWN = 20 };
/**
 * Whether a row is set out: the lowest and the highest are, what an article
 * asked about says, and the fact.  JSON holds them all.
 */
bool cl_finding_shows(const ClReport *report,
                      const ClFinding *finding,
                      size_t row);
/** Appends "另有5个数 / and 5 more figures" in parts; nothing if all show. */
void cl_finding_hidden(const ClReport *report,
                       const ClFinding *finding,
                       const char *before,
                       const char *after,
                       GString *out);

/** Where a finding is told: its first claim, with drafts the first in one. */
const ClClaim *cl_finding_place(const ClReport *report,
                                const ClFinding *finding);

/** True if the finding's reader counts in 万: its rule's title is Chinese. */
bool cl_finding_is_chinese(const ClFinding *finding);

/** Appends "锁单, 18小时": what the claim says of its facets, unescaped. */
void cl_camp_facets(const ClFinding *finding,
                    const ClClaim *claim,
                    GString *out);

/**
 * Appends what the figure reads as, ">28.9万辆 (通常 usually –29万辆)".
 *
 * returns  false, and nothing appended, where it reads as it is written
 */
bool cl_camp_reading(const ClReport *report,
                     const ClClaim *claim,
                     bool chinese,
                     GString *out);

/**
 * The claim of the earliest article that has a date; NULL if none has.
 *
 * places   of uint32_t, as cl_repeats_places gives them
 */
const ClClaim *cl_camp_earliest(const ClReport *report, const GArray *places);

/**
 * Appends how far the outermost camps are apart, where they measure the same
 * thing: "相差4.9万辆, 多20.4% (49,000 apart, 20.4% more)".
 */
void cl_finding_gap(const ClReport *report,
                    const ClFinding *finding,
                    GString *out);

#endif
