/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TESTS_BENCH_GENERATE_H
#define CL_TESTS_BENCH_GENERATE_H

/* Text to read, of any length, the same at every run. */

#include <glib.h>

/** Figures in all notations, hardly a word between them. */
GString *make_dense_text(size_t length);

/** Sentences as newspapers have them, a figure here and there. */
GString *make_news_text(size_t length);

/** A run again and again, cut at length bytes between characters. */
GString *make_hostile_text(const char *run, size_t length);

#endif
