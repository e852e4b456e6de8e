/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_FISCAL_H
#define CL_EXTRACT_FISCAL_H

/* Quarters and years of a company's own calendar on the common one. */

#include "extract/scene.h"

/** The first or last day of a month, which may be over 12. */
ClDay fiscal_day(int year, int month, bool last);

/**
 * The last part of that number that was over on a day: 第四财季 in an article of
 * November.
 *
 * end     the month with which the company's year ends
 * length  of the part, in months: the fourth of three, the only one of twelve
 */
void fiscal_place_last(ClTime *time, ClDay day, int end, int length, int part);

/** Puts FY2025, 第四财季 where the list of the subject says; else leaves it. */
void fiscal_settle(const Scene *scene, const Passage *passage, ClTime *time);

/**
 * Fiscal 2025, which ended in June: makes a year of the month with which a
 * sentence says that one ends, and of the number it has.
 *
 * times  of ClTime: those of the sentence
 */
void fiscal_settle_ends(const Passage *passage, GArray *times);

#endif
