/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_HTML_H
#define CL_TEXT_HTML_H

/* A page as the parser read it: a walk over its tree, and what its head
   says of the article. */

#include "text/article.h"

#include <gumbo.h>

/**
 * The node after this one in the order of the page, below root; NULL at the
 * end.
 *
 * skip  leaves out what is below the node
 */
const GumboNode *cl_html_next(const GumboNode *node,
                              const GumboNode *root,
                              bool skip);

/** The value of an element's attribute, NULL if it has none. */
const char *cl_html_attribute(const GumboNode *node, const char *name);

/** Fills info from meta, title, time, h1 and JSON-LD. */
void cl_read_html_head(ClArticle *article, const GumboNode *root);

#endif
