/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_H
#define CL_EXTRACT_H

/* An article and rules give claims: rule, quantity, facets, place. */

#include "rule/rule.h"
#include "text/text.h"

/** What a claim says of one facet.  value NULL: the text does not say. */
typedef struct {
    const char *value; /* option name, or ISO 8601 for when and window */
    const char *words; /* what gave it, as written; NULL if assumed */
    bool assumed;      /* from the rule or the article's date, not the text */
    bool lent;         /* said in another sentence */
    bool aside;        /* said in another clause of the sentence */
    bool framed;       /* CL_FACET_WHEN: said of nothing but the article, or
                          of what the figure is held against */
    ClDay from, to;    /* CL_FACET_WHEN: days, 0 unknown */
    ClNumber seconds;  /* CL_FACET_WINDOW: its length */
} ClFacetValue;

/** Where it was said whose a figure is. */
typedef enum {
    CL_CARRIED_NOT, /* in its own sentence */
    CL_CARRIED_NEAR,
    CL_CARRIED_FAR,    /* in another paragraph */
    CL_CARRIED_GUESSED /* nowhere: a rule of type slip takes any named before */
} ClCarried;

/** One occurrence of a rule in an article.  A value; strings are borrowed. */
typedef struct {
    const ClRule *rule;
    const ClArticleInfo *article;
    ClSpan span;          /* original bytes: terms and quantity */
    ClSpan quantity_span; /* original bytes: the number phrase */
    ClPlace place;
    const char *text;          /* of span, as written */
    const char *quantity_text; /* the number phrase, as written */
    const char *sentence;      /* the whole sentence, as written */
    ClQuantity quantity; /* in the rule's first unit; its spans are void */
    const ClFacetValue *facets; /* as many as the rule has */
    uint64_t sentence_key;      /* hash of the folded sentence */
    ClCarried carried;          /* from another sentence */
    int32_t repeat_of;          /* index of the first of its kind, or -1 */
} ClClaim;

/** All claims of a run, with every string they borrow. */
typedef struct ClClaims ClClaims;

ClClaims *cl_claims_new(void);
void cl_claims_free(ClClaims *claims);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClClaims, cl_claims_free)

/** So many claims a rule may make in one article; more are a note. */
enum { CL_MOST_CLAIMS = 10000 };
/** Sets another limit than CL_MOST_CLAIMS. */
void cl_claims_limit(ClClaims *claims, unsigned most);

size_t cl_claims_count(const ClClaims *claims);
const ClClaim *cl_claims_get(const ClClaims *claims, size_t index);
/** The latest day among the articles that were read; 0 if none has one. */
ClDay cl_claims_newest(const ClClaims *claims);
/** Articles that were read. */
size_t cl_claims_articles(const ClClaims *claims);
/** Their sentences with a number, and the figures that were read in these. */
size_t cl_claims_sentences(const ClClaims *claims);
size_t cl_claims_figures(const ClClaims *claims);

/**
 * From here on figures that no rule takes are counted, so that every figure
 * is read: several times the work of reading those that a rule may take.
 */
void cl_claims_count_unclaimed(ClClaims *claims);
/** How many there were; 0 if they were not counted. */
size_t cl_claims_unclaimed(const ClClaims *claims);

/** Moves all of from, which is freed, to the end of claims. */
void cl_claims_take(ClClaims *claims, ClClaims *from);

/**
 * Drops claims.
 *
 * keep     one for each claim; repeats of a dropped claim are repeats no more
 * returns  of uint32_t, owned: the new index of each claim; UINT32_MAX: none
 */
GArray *cl_claims_drop(ClClaims *claims, const bool *keep);

/**
 * Adds every claim an article makes under a set of rules.  Articles may be
 * read in several threads at once, each into claims and notes of its own.
 *
 * borrows  rules; copies what it needs of the article
 * errors   none: no claim is a valid answer; a rule that gives up is a note
 */
void cl_extract_claims(const ClArticle *article,
                       const ClRuleSet *rules,
                       ClClaims *claims,
                       ClNotes *notes);

/* ---- Claims as bytes ------------------------------------------------------ */

/** Where claims ended before an article was read. */
typedef struct {
    size_t claims, articles;
    size_t sentences, figures, unclaimed;
} ClClaimsMark;

ClClaimsMark cl_claims_mark(const ClClaims *claims);

/**
 * Appends all that reading one article gave, so that cl_claims_unpack gives it
 * once more: its info, its claims, what was counted, its notes.
 *
 * before  the mark made before it was read; claims are not sorted yet
 * notes   of this article alone
 */
void cl_claims_pack(const ClClaims *claims,
                    const ClClaimsMark *before,
                    const ClNotes *notes,
                    GString *out);

/**
 * Adds to claims and notes what cl_claims_pack wrote of an article.
 *
 * path     the article's, which is not packed
 * rules    the same as then
 * bytes    anybody's
 * returns  false if they are no such bytes; then claims are as before, and
 *          notes may have some
 * borrows  the notes' kinds from claims
 */
bool cl_claims_unpack(ClClaims *claims,
                      const ClRuleSet *rules,
                      const char *path,
                      ClBytes bytes,
                      ClNotes *notes);

/* ---- Why a figure is or is no claim --------------------------------------- */

/** A decision between a number and a claim. */
typedef enum {
    CL_STEP_SENTENCE,   /* a sentence with a number; rule is NULL */
    CL_STEP_FIGURE,     /* a rule looks at a quantity: see fits */
    CL_STEP_IN_NAME,    /* no: the number is part of a name */
    CL_STEP_PATTERN,    /* yes: a wording of `patterns` */
    CL_STEP_COVERED,    /* no such measure: it is inside a longer word */
    CL_STEP_FAR,        /* not this measure: distance is over the gap */
    CL_STEP_BEHIND,     /* not this one: it follows, and another is named */
    CL_STEP_EXCLUDED,   /* not this one: a word of `exclude` */
    CL_STEP_RIVAL,      /* not this one: a rival stands between */
    CL_STEP_NEARER,     /* not this one: it belongs to a nearer figure */
    CL_STEP_UNIT,       /* not with this measure: no unit of the rule */
    CL_STEP_MEASURE,    /* yes: this measure */
    CL_STEP_OTHER_NAME, /* not this subject, or none carried: another name */
    CL_STEP_SUBJECT,    /* yes: the subject, here or carried */
    CL_STEP_NO_SUBJECT, /* no */
    CL_STEP_FACET,      /* what a facet says, and where it was found */
    CL_STEP_REQUIRED,   /* no: the facet is not what the rule requires */
    CL_STEP_CLAIM,      /* yes */
} ClStep;

/** Where what a step speaks of was found. */
typedef enum {
    CL_FOUND_CLAUSE,   /* in the figure's own clause */
    CL_FOUND_SENTENCE, /* in its sentence */
    CL_FOUND_CARRIED,  /* in `from`, another sentence or the title */
    CL_FOUND_ARTICLE,  /* the period that the article is about */
    CL_FOUND_ASSUMED,  /* the text is silent */
} ClFound;

/** One decision.  All is borrowed for the call; spans are folded bytes. */
typedef struct {
    ClStep step;
    const ClRule *rule;
    const ClArticle *article;
    ClSpan sentence;            /* of the article */
    const ClFolded *text;       /* the sentence folded */
    const GArray *hits;         /* of ClHit */
    const GArray *quantities;   /* of ClQuantity */
    const ClQuantity *quantity; /* the one looked at, as written */
    bool fits;                  /* FIGURE: the rule could take its unit */
    size_t distance;            /* FAR: characters */
    ClSpan measure;             /* the measure looked at, or empty */
    ClSpan words;         /* what decided: of text, or of from; or empty */
    ClFound found;        /* SUBJECT, FACET */
    const ClFolded *from; /* CARRIED: the text that words are of */
    const ClFacet *facet; /* FACET, REQUIRED */
    const ClFacetValue *given;
    const ClQuantity *value; /* CLAIM: in the rule's unit */
} ClDecision;

/** Who wants to know.  A callback may not extract. */
typedef struct {
    void (*tell)(void *data, const ClDecision *decision);
    void *data;
} ClTrace;

/** cl_extract_claims, telling each decision as it falls. */
void cl_extract_claims_traced(const ClArticle *article,
                              const ClRuleSet *rules,
                              ClClaims *claims,
                              ClNotes *notes,
                              const ClTrace *trace);

/**
 * Brings claims to their total order (path, offset, rule, value), whatever
 * order articles came in, and marks repeats: the same sentence and rule met
 * again, in one article or word for word in another.
 */
void cl_claims_sort(ClClaims *claims);

#endif
