/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CHECK_H
#define CL_CHECK_H

/* Claims become findings: what cannot stand together, how, and likely why. */

#include "extract/extract.h"

/* ---- Agreement --------------------------------------------------------- */

typedef enum {
    CL_AGREE,  /* what writers mean can both be true */
    CL_STRAIN, /* only the widest readings can */
    CL_DISAGREE,
} ClAgreement;

/**
 * Whether two quantities in the same unit can both be true.
 *
 * Pairwise and not transitive: points agree when the more exact one rounds or
 * truncates to the other at the coarser precision; the written number of a
 * one-sided hedge has the same allowance, soft widths get none on top;
 * touching ends agree if one of them is included.
 *
 * tolerance  widens both, as a part of their value
 */
ClAgreement cl_quantities_agree(const ClQuantity *a,
                                const ClQuantity *b,
                                ClNumber tolerance);

/* ---- Findings ---------------------------------------------------------- */

typedef enum {
    CL_VERDICT_CONFLICT,
    CL_VERDICT_RELATION,
    CL_VERDICT_REFERENCE,
    CL_VERDICT_DIVERGENCE,
    CL_VERDICT_TENSION,
    CL_VERDICT_RELABEL,
    CL_VERDICTS, /* how many there are */
} ClVerdict;

/** "conflict", and in Chinese "冲突". */
const char *cl_verdict_name(ClVerdict verdict);
const char *cl_verdict_label(ClVerdict verdict);
ClSeverity cl_verdict_severity(ClVerdict verdict);

typedef enum {
    CL_CAUSE_NONE,
    CL_CAUSE_MAGNITUDE,  /* same digits, x10^n */
    CL_CAUSE_TRANSPOSED, /* two neighbouring digits changed places */
    CL_CAUSE_GROWTH,     /* multiple against growth: off by one */
    CL_CAUSE_POINTS,     /* percentage points told as percent */
    CL_CAUSE_SIGN,       /* a rise told as a fall, a loss as a profit */
    CL_CAUSE_UNIT,       /* the same number in another unit or currency */
    CL_CAUSE_OLDER,      /* a later article has the other figure */
    CL_CAUSE_SOURCE,     /* another firm counted */
    CL_CAUSE_FACET,      /* another kind, window, region: see differs_in */
    CL_CAUSES,
} ClCause;

/** "magnitude-slip", ... */
const char *cl_cause_name(ClCause cause);

/** Claims that agree with each other; the first says it for all. */
typedef struct {
    GArray *claims;   /* of uint32_t: indexes into ClClaims, in order */
    unsigned sources; /* independent ones: repeats count once */
} ClCamp;

typedef struct {
    char id[17]; /* fingerprint in hex: rule, key facets, verdict,
                             the camps' values */
    const ClRule *rule;
    ClVerdict verdict;
    ClSeverity severity;
    ClCause cause;
    int power;             /* CL_CAUSE_MAGNITUDE: the n of 10^n */
    GPtrArray *differs_in; /* of const char *: facet names, borrowed */
    GPtrArray *unknown_in; /* of const char *: known on one side only */
    GArray *camps;         /* of ClCamp, at least two, by value; with a fact
                             at least one */
    const ClFact *fact;    /* the confirmed figure they are held against */
    ClClaim *reference;    /* the fact as a claim of its file; owned; its
                             article has source and as-of day */
    bool stale;            /* the fact was valid until an earlier day */
    const char *relation;  /* CL_VERDICT_RELATION: as the rule writes it; of a
                             rule of type arithmetic what was reckoned,
                             "7000 - 6300 = 700, not 800" */
    bool reckoned;         /* so it was of figures of several periods too */
} ClFinding;

typedef struct ClFindings ClFindings;

/**
 * Every finding of a run, in a total order (severity, first claim's place,
 * rule, id).
 *
 * claims   sorted (cl_claims_sort); borrowed
 * facts    confirmed figures that each claim is held against too; borrowed;
 *          NULL: none
 * today    a fact that was valid until an earlier day makes no error; 0:
 *          not known, all are valid
 */
ClFindings *cl_check_claims(const ClClaims *claims,
                            const ClFactSet *facts,
                            ClDay today);

/**
 * Drops what a rule over a list of entities tells and a rule of its own for
 * the same figures tells with the same verdict.
 */
void cl_findings_drop_doubled(ClFindings *findings, const ClClaims *claims);

/**
 * Drops the claims of rules of type slip that no finding cites: nobody knows
 * what they are claims of.
 *
 * findings  NULL: there are none
 */
void cl_findings_drop_idle(ClFindings *findings, ClClaims *claims);

/** Notes the rules with more figures than are compared with each other. */
void cl_findings_tell_cut(const ClFindings *findings, ClNotes *notes);

void cl_findings_free(ClFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClFindings, cl_findings_free)

size_t cl_findings_count(const ClFindings *findings);
const ClFinding *cl_findings_get(const ClFindings *findings, size_t index);

/* ---- Why two figures make a finding or none ------------------------------- */

/** What becomes of two figures of one rule. */
typedef enum {
    CL_FATE_TOLD,         /* a finding holds them against each other */
    CL_FATE_SHOWN,        /* no: another pair with one of them says it better */
    CL_FATE_AGREE,        /* no: both can be true, as writers round and hedge */
    CL_FATE_APART,        /* no: their facets differ, they are two facts */
    CL_FATE_EXPLAINED,    /* no: a total grew, a part is less than the whole */
    CL_FATE_LISTED,       /* no: one is a part of a list in its sentence */
    CL_FATE_ONE_SENTENCE, /* no: who tells both in a breath means two things */
    CL_FATE_UNITS,        /* no: their units do not compare */
    CL_FATE_CARRIED,      /* no: a carried subject proves too little */
} ClFate;

/** A figure: claims with the same facets that agree. */
typedef struct {
    const ClClaim *claim; /* the one that says it most exactly */
    unsigned claims;      /* how many */
} ClFigure;

/** Two figures; bits of differs and unknown are facets of the rule: known on
    both sides and different, known on one side only. */
typedef struct {
    unsigned a, b; /* of figures */
    ClFate fate;
    ClVerdict verdict; /* TOLD, SHOWN */
    uint64_t differs, unknown;
} ClPairFate;

/**
 * What cl_check_claims makes of each two figures of a rule and why.
 *
 * claims   sorted
 * rule     not of type arithmetic, whose statements stand for themselves
 * figures  of ClFigure, in order of facets and value
 * fates    of ClPairFate, in order; of two entities only those that are told
 * returns  false, and no fates, if there are more than 200 figures
 */
bool cl_check_explain(const ClClaims *claims,
                      const ClRule *rule,
                      GArray *figures,
                      GArray *fates);

#endif
