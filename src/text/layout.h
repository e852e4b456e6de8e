/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_LAYOUT_H
#define CL_TEXT_LAYOUT_H

/*
 * Text laid out for print, as converters of PDF leave it: columns side by
 * side, words cut at the end of a line.
 */

#include "text/article.h"

/**
 * The lines of a text in the order in which they are read: left columns
 * before right ones, an empty row behind each column.
 *
 * lines  of ClSpan, without line breaks
 * rows   of ClSpan, to append to
 */
void cl_order_rows(const char *text, const GArray *lines, GArray *rows);

/**
 * Makes text of an article that is laid out for print, or leaves it alone:
 * what is Markdown or HTML is not, nor is what was decoded or repaired.
 */
void cl_lay_out(ClArticle *article);

/**
 * Where in the file a span of the text stands; one that goes on in the next
 * column, as far as the end of its row.
 */
ClSpan cl_layout_original(const ClArticle *article, ClSpan span);

#endif
