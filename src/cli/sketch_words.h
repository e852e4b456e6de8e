/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_SKETCH_WORDS_H
#define CL_CLI_SKETCH_WORDS_H

/* Guesses which words of a folded sentence are subject and measure. */

#include "quantity/quantity.h"
#include "text/text.h"

/** A sentence with a figure in it; text is folded with its case kept. */
typedef struct {
    const char *text;
    size_t length;
    ClSpan figure;  /* the whole phrase */
    GArray *taken;  /* of ClSpan: quantities and times, no words */
    uint8_t *stops; /* for each byte: it is of a particle or a verb */
    ClYaml *words;  /* sketch.yaml */
    ClYaml *rivals; /* rivals.yaml: known measures */
} ClSketchText;

void cl_sketch_text_init(ClSketchText *sketch, const char *text, size_t length);
void cl_sketch_text_clear(ClSketchText *sketch);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ClSketchText, cl_sketch_text_clear)

/** Spans of what may be the measure, likeliest first; of ClSpan.  Owned. */
GArray *cl_sketch_measures(const ClSketchText *sketch);

/**
 * The span of what may be the subject, given the measure.
 *
 * returns  false if there is no word left for it
 */
bool cl_sketch_subject(const ClSketchText *sketch,
                       ClSpan measure,
                       ClSpan *subject);

/** The word of sketch.yaml that stands in for a subject. */
const char *cl_sketch_stand_in(const ClSketchText *sketch, bool chinese);

#endif
