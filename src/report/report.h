/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_H
#define CL_REPORT_H

/* Claims, findings and notes become bytes, one file per format. */

#include "check/check.h"

/** All a report tells; everything borrowed. */
typedef struct {
    const ClRuleSet *rules;
    const ClClaims *claims;
    const ClFindings *findings;
    const ClNotes *notes;
    bool complete; /* everything could be looked at */
    bool colour;   /* terminal escapes are wanted */
    /* Set when others were read to hold the articles asked about against:
     * for each claim the one of those articles that says the same (itself,
     * or a repeat), -1 if none does.  Findings without any are not told. */
    const int32_t *drafts;
} ClReport;

/** Whether the report tells a finding: with drafts, if it touches one. */
bool cl_report_tells(const ClReport *report, const ClFinding *finding);

/** A way to write a report of findings. */
typedef struct {
    const char *name;    /* of --format */
    const char *summary; /* half a line for --help */
    void (*write)(const ClReport *report, GString *out);
    bool tells_unclaimed; /* how many figures no rule takes */
} ClFormat;

/** Ended by a NULL name. */
extern const ClFormat cl_formats[];

/** NULL if there is none of that name. */
const ClFormat *cl_format_find(const char *name);

/** Claims as JSON Lines, for `extract`: one object a line. */
void cl_report_claims(const ClReport *report, GString *out);

/* ---- Words on a terminal ----------------------------------------------- */

/** A note in one line: "a.txt:3:7: error: ... (hint: ...)". */
void cl_report_note(const ClNote *note, bool colour, GString *out);

/**
 * Appends text for a terminal or a log: controls, direction marks, zero-width
 * and private-use characters become \u{..}, bad bytes \xNN, and the words by
 * which CI logs take orders (:: at the start, ##[ anywhere) are broken.
 */
void cl_escape_terminal(const char *text, GString *out);

/**
 * Appends what a figure can mean: "24万辆", ">28.9万辆", "45%–<50%".
 *
 * An end that is left out carries < or >; one without bound is not written.
 */
void cl_figure_interval(const ClVocabulary *vocabulary,
                        ClInterval interval,
                        ClUnitId unit,
                        bool chinese,
                        GString *out);

/** Rows of cells whose columns line up, CJK characters counting two. */
typedef struct ClColumns ClColumns;

/** A table of that many cells a row. */
ClColumns *cl_columns_new(size_t width);
void cl_columns_free(ClColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClColumns, cl_columns_free)

/** The next cell of the current row, to append to.  Borrowed. */
GString *cl_columns_next(ClColumns *columns);

/**
 * Appends the rows, each after an indent; columns that are empty in every
 * row are left out, and no row ends in blanks.
 */
void cl_columns_print(const ClColumns *columns,
                      const char *indent,
                      GString *out);

#endif
