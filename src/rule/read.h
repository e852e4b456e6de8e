/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_READ_H
#define CL_RULE_READ_H

/* How a node of a rule file is read: every mistake is told, then it goes on. */

#include "rule/rule.h"
#include "rule/shared.h"
#include "rule/term_text.h"

/** Whose mistakes are told, and where. */
typedef struct {
    const char *file;
    const ClVocabulary *vocabulary;
    const ClShared *shared; /* NULL while the shipped lists are read */
    const GPtrArray *lists; /* of ClEntityList *; NULL as above */
    ClNotes *notes;
    ClTermTexts *texts; /* of the set; NULL where no terms are read */
} ClReader;

/** A term on its way into the table of terms. */
typedef struct {
    ClTermText *word; /* borrowed from the set's */
    ClTermUse use;    /* rule not known yet */
    unsigned line, column;
} ClRawTerm;

/** What a reader collects of one list of terms after another. */
typedef struct {
    GArray *terms;    /* of ClRawTerm; owned by whoever holds it */
    GHashTable *seen; /* ClTermText -> line: doubled ones of a list; or NULL */
} ClTermSink;

/** An array of ClRawTerm. */
GArray *cl_raw_terms_new(void);

/** Adds an error at a node. */
void cl_read_error(const ClReader *reader,
                   const ClYamlNode *at,
                   const char *kind,
                   const char *hint,
                   const char *format,
                   ...) G_GNUC_PRINTF(5, 6);

/** An error for a word that is none of the candidates; names the nearest. */
void cl_read_unknown(const ClReader *reader,
                     const ClYamlNode *at,
                     const char *kind,
                     const char *what,
                     const char *word,
                     const char *const *candidates);

/** True if node has the type; an error otherwise. */
bool cl_read_is(const ClReader *reader,
                const ClYamlNode *node,
                ClYamlType type,
                const char *name,
                const char *hint);

/** Tells every key of a map that is not in keys (ended by NULL). */
void cl_read_keys(const ClReader *reader,
                  const ClYamlNode *map,
                  const char *const *keys);

/** A scalar's text with something in it; NULL after an error. */
const char *cl_read_text(const ClReader *reader,
                         const ClYamlNode *node,
                         const char *name);

/**
 * A text or a list of texts.
 *
 * returns  owned array of borrowed scalar nodes; those in error left out
 */
GPtrArray *cl_read_texts(const ClReader *reader,
                         const ClYamlNode *node,
                         const char *name);

/** A whole number in lo..hi; fallback after an error or for NULL. */
unsigned cl_read_count(const ClReader *reader,
                       const ClYamlNode *node,
                       const char *name,
                       unsigned lo,
                       unsigned hi,
                       unsigned fallback);

/**
 * Adds the terms of a text or list to the sink.
 *
 * returns  how many there were
 */
size_t cl_read_terms(const ClReader *reader,
                     const ClYamlNode *node,
                     const char *name,
                     ClTermUse use,
                     ClTermSink *sink);

#endif
