/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_CELL_UNIT_H
#define CL_EXTRACT_CELL_UNIT_H

/* Inside extract/: the unit that a table's header or caption names. */

#include "extract/private.h"

enum { LONGEST_UNIT = 24 };

/** What is written before and behind a number: "US$" and " million". */
typedef struct {
    char before[LONGEST_UNIT + 1], behind[LONGEST_UNIT + 1];
} Unit;

/** True for a unit of money. */
bool is_money(Extraction *run, const Unit *unit);

/** 营收(亿元), Revenue, US$ bn, 份额%: *words is where the unit stands. */
bool unit_of_header(Extraction *run,
                    const ClFolded *header,
                    Unit *unit,
                    ClSpan *words);

/** 单位:亿元 at the end of a caption, or in its brackets. */
bool unit_of_caption(Extraction *run, const ClFolded *caption, Unit *unit);

/** 31,305 and ~4.2, but not 31,305辆, Q3 or an empty cell. */
bool is_bare_number(const GString *text);

#endif
