/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_H
#define CL_RULE_H

/*
 * YAML becomes compiled rules: what is claimed (subject, measure, unit), what
 * must agree before two figures are held against each other (facets), and the
 * examples that prove it.  Also the one table in which all terms of all rules
 * are found in a sentence at once.
 */

#include "base/base.h"
#include "quantity/quantity.h"
#include "text/text.h"

/* ---- Facets ------------------------------------------------------------ */

/** The facets every rule has; a rule's own follow from CL_FACET_OWN on. */
enum {
    CL_FACET_WHEN,       /* period or as-of day */
    CL_FACET_WINDOW,     /* 开售18小时 */
    CL_FACET_MODALITY,   /* actual, target, forecast, hypothetical, rumour */
    CL_FACET_NATURE,     /* total, new, peak, rate */
    CL_FACET_BASIS,      /* 同比, 环比, 较上一代 */
    CL_FACET_REGION,     /* 国内, 全球, 欧洲 */
    CL_FACET_DEFINITION, /* 经调整, 归母 */
    CL_FACET_SPEAKER,
    CL_FACET_OWN,
};

/** What it means for two claims of a rule to differ in a facet. */
typedef enum {
    CL_FACET_INFORMS, /* nothing: it is shown, no more */
    CL_FACET_TELLS,   /* readers mix it up: differing figures are told */
    CL_FACET_PARTS,   /* they are different facts: silence */
} ClFacetRole;

/** One value of a facet, and nothing else than terms that give it. */
typedef struct {
    char *name;        /* "locked" */
    size_t term_count; /* how many terms the rule lists for it */
} ClFacetOption;

typedef struct {
    char *name;     /* "kind"; never written to */
    char *own_name; /* the same, to be freed; NULL for a built-in */
    ClFacetRole role;
    bool used;          /* false: a built-in this rule has no use for */
    bool from_duration; /* filled by the first duration of the clause */
    bool from_subject;  /* which entity of a list the subject is */
    GArray *options;    /* of ClFacetOption; owned; of a built-in those the
                             rule adds words to, NULL if none */
    char *assumed;      /* the value where the text is silent, or NULL */
    char *required;     /* the one value a claim must have, or NULL */
} ClFacet;

/* ---- Rules ------------------------------------------------------------- */

/** How a figure may change between two articles. */
typedef enum {
    CL_OVER_TIME_FIXED,  /* one event, one figure */
    CL_OVER_TIME_GROWS,  /* a total: later may be higher, must not fall */
    CL_OVER_TIME_VARIES, /* a level: another day, another figure */
    CL_OVER_TIME_FALLS,  /* a record: later may be lower, must not rise */
    CL_OVER_TIME_LASTS,  /* a price: for some months one figure */
} ClOverTime;

/** Which figures a rule takes by how they are worded. */
typedef enum {
    CL_WORDING_ANY,
    CL_WORDING_LEVEL,  /* 营收100亿元, not 营收增加100亿元 */
    CL_WORDING_CHANGE, /* 营收增长12%, not 占营收12% */
} ClWording;

/** What may stand before the next figure of a list, in place of a measure. */
typedef enum {
    CL_LISTED_SUBJECTS, /* 甲有300家门店，乙250家 */
    CL_LISTED_NAMES, /* any name: 手机收入455亿元，互联网服务91亿元 */
} ClListedBy;

/** What time a rule's figures are of. */
typedef enum {
    CL_TIME_OF_ANY,
    CL_TIME_OF_PERIOD, /* what a quarter brought: revenue, deliveries */
    CL_TIME_OF_STATE,  /* what was counted on a day: staff */
} ClTimeOf;

typedef enum {
    CL_EXAMPLE_CLAIM,    /* text + claim */
    CL_EXAMPLE_SILENT,   /* no claim */
    CL_EXAMPLE_AGREE,    /* claims in each text, no finding */
    CL_EXAMPLE_CONFLICT, /* these four: one finding with that verdict */
    CL_EXAMPLE_DIVERGENCE,
    CL_EXAMPLE_TENSION,
    CL_EXAMPLE_RELABEL,
    CL_EXAMPLE_RELATION,
} ClExampleKind;

typedef struct {
    ClExampleKind kind;
    unsigned line, column;
    GPtrArray *texts;        /* of char *, one article each; owned */
    GPtrArray *frames;       /* of const ClYamlNode *, one for each text: a map
                                that may have date and title, or NULL */
    const ClYamlNode *claim; /* CL_EXAMPLE_CLAIM: a map; value, then facets */
} ClExample;

/** A raw PCRE2 pattern with {quantity} in it, as the rule writes it. */
typedef struct {
    char *source;
    unsigned line, column;
} ClPattern;

/** "locked <= intent": two options of one facet, ordered. */
typedef struct {
    unsigned facet;
    char *less, *more; /* option names */
    bool strict;       /* < rather than <= */
} ClRelation;

/** What a rule of type arithmetic recomputes. */
typedef enum {
    CL_CHECK_NONE,       /* no such rule: it compares claims */
    CL_CHECK_CHANGE,     /* 从100家增至120家，增长20% */
    CL_CHECK_MULTIPLE,   /* 60万台，是20万台的3倍 */
    CL_CHECK_DIFFERENCE, /* 6300mAh, 7000mAh，少了700mAh */
    CL_CHECK_SUM,        /* 30万台、20万台，合计50万台 */
    CL_CHECK_SHARES,     /* 甲占60%，乙占30%，其余10% */
    CL_CHECK_YEARS,      /* 2017年……8年后，也就是2025年 */
    CL_CHECK_DIRECTION,  /* 从13%升至15% */
    CL_CHECK_SHARE,      /* 120万台里的30万台，占25% */
    CL_CHECK_PART,       /* 120家店，其中30家在海外 */
} ClCheck;

typedef struct {
    char *id;
    char *title;
    char *why;                /* or NULL */
    char *ask;                /* a question for the writer, or NULL */
    GPtrArray *confused_with; /* of char *: ids of rules whose figures are
                                  told as this one's; perhaps of none here */
    GPtrArray *unsaid; /* of char *: folded words that lead to a figure of the
                          rule that no measure names; none: there are none */
    char *growth_of;   /* id of the rule whose levels its figures lead
                                  from and to, or NULL */
    struct ClEntityList *list; /* whose figures they are; NULL if the rule names
                                  them itself */
    char *file;                /* where it was defined */
    unsigned line;
    GArray *units;       /* of ClUnitId; the first is what claims read in */
    GPtrArray *facets;   /* of ClFacet *, built-ins first */
    GArray *full_names;  /* of uint32_t: a term of each entity of its list */
    GArray *relations;   /* of ClRelation */
    GPtrArray *patterns; /* of ClPattern * */
    struct ClRegexes *wordings; /* the patterns compiled; NULL if none */
    GPtrArray *examples;        /* of ClExample * */
    unsigned gap;       /* most characters between measure and quantity */
    unsigned carry;     /* sentences a subject carries on */
    ClNumber tolerance; /* widens both figures, as a part of them: 0.05 */
    ClOverTime over_time;
    ClWording wording;
    ClTimeOf time;
    ClListedBy listed;
    bool subject_is_measure; /* no measure given: the subject suffices */
    bool whole;    /* a measure that names a part is none of its own */
    bool telling;  /* millions in its unit need no measure, nor does a share
                     beside them */
    bool slips;    /* type slip: figures of a subject, whatever they measure, of
                   which two may be one with a slip of the pen */
    ClCheck check; /* not NONE: no subject, perhaps no unit */
    struct ClForms *forms; /* the wordings of its check; NULL if NONE */
    ClYaml *yaml;          /* the file it came from; owned by the set */
} ClRule;

/** Whether readers take the figures of one rule for those of the other. */
bool cl_rule_confused(const ClRule *a, const ClRule *b);

/** Whether one entity of a rule's list is a part of another one: KFC of Yum
    China; and so its figures are. */
bool cl_rule_is_part(const ClRule *rule, const char *part, const char *whole);

/** Whom an entity of a rule's list is a part of, or a part of a part; itself if
    of none; NULL for NULL. */
const char *cl_rule_house(const ClRule *rule, const char *entity);

/** What readers call an entity of a rule's list: its first spelling there that
    begins in Han characters, or in none; the other where it has but that;
    entity itself if no list has it.  Borrowed from the rule's list. */
const char *cl_rule_label(const ClRule *rule, const char *entity, bool chinese);

/**
 * Whether what two rules say is of one subject: the same entity of a list, or
 * one that is spelt with the other's name (小鹏MONA M03 and 小鹏).
 *
 * x, y  an entity of each rule's list, NULL where it has none
 */
bool cl_rule_one_subject(const ClRule *a,
                         const char *x,
                         const ClRule *b,
                         const char *y);

/** The facet of that name, or NULL. */
const ClFacet *cl_rule_facet(const ClRule *rule, const char *name);

/** Compiles a rule's patterns; they were checked when it was read. */
void cl_rule_compile_patterns(ClRule *rule);

/**
 * Whether one of a rule's patterns matches with {quantity} at this quantity.
 *
 * text     folded and lower case
 * match    the bytes it covers, if so
 * gave_up  set where a pattern hit a limit, so that "no" proves nothing
 */
bool cl_rule_match_pattern(const ClRule *rule,
                           const char *text,
                           size_t length,
                           ClSpan quantity,
                           ClSpan *match,
                           bool *gave_up);

/* ---- Stated arithmetic -------------------------------------------------- */

/** What a figure is in the relation that a passage states. */
typedef enum {
    CL_PART_FROM,
    CL_PART_TO,
    CL_PART_CHANGE, /* 20%, 5个百分点 */
    CL_PART_TIMES,
    CL_PART_DIFFERENCE,
    CL_PART_TERM,
    CL_PART_TOTAL,
    CL_PART_REST, /* 其余10% */
    CL_PART_YEARS,
    CL_PART_SINCE, /* 2019年加入 */
    CL_PART_LESS,  /* what it rose from, or fell to */
    CL_PART_MORE,
    CL_PART_PAIR, /* from 5 to 10 units: from and to in one phrase */
    CL_PART_EACH, /* a term that cannot be left out */
    CL_PART_SHARE,
    CL_PART_SOME, /* what has the share, or is part of all */
    CL_PART_ALL,
    CL_PART_ADDED, /* 净增190家: what from became to by */
    CL_PARTS,
} ClPart;

/** "from", "total", ...: the value of the facet "part". */
const char *cl_part_name(ClPart part);

/** The facets a rule of type arithmetic has besides the built-in ones. */
enum { CL_FACET_PART = CL_FACET_OWN, CL_FACET_PASSAGE };

/** The one byte that stands for a quantity where forms are looked for. */
enum {
    CL_TOKEN_AMOUNT = 1,
    CL_TOKEN_PERCENT,
    CL_TOKEN_POINT, /* percentage points */
    CL_TOKEN_TIMES,
    CL_TOKEN_YEAR,
    CL_TOKEN_SPAN, /* 5年, seven years */
    CL_TOKEN_PAIR,
    CL_TOKEN_OTHER,
    CL_TOKEN_RISE = 14, /* per cent or points, said to be a change */
    CL_TOKEN_RISE_POINT,
};

/** Which forms: whole ones, or halves that may stand far apart. */
typedef enum {
    CL_STATED_WHOLE,
    CL_STATED_FIRST, /* 张三2019年加入 */
    CL_STATED_THEN,  /* 共事7年 */
} ClStated;

/** What a sum must be to be told, where its form does not say it all. */
typedef enum {
    CL_PROOF_NONE,
    CL_PROOF_SLIP, /* one digit off, or two that changed places */
    CL_PROOF_ALL,  /* no part was left out: any choice of terms is none */
} ClProof;

/** A form met.  at[part]: byte of its token, SIZE_MAX where it has none. */
typedef struct {
    ClSpan span;
    ClSpan name;  /* who joined; empty if the form has none */
    ClSpan terms; /* where what is added up stands; else the whole match */
    size_t at[CL_PARTS];
    ClProof proof;
    unsigned form; /* which of the check's forms */
} ClFormMatch;

/**
 * The first form of a rule's check at or after a byte of a text in which
 * quantities are tokens; of two that begin there, the one listed first.
 *
 * text     folded, lower case
 * skip     so many of the forms were tried at this byte and are looked for
 *          behind it
 * gave_up  set where a form hit a limit, so that "no" proves nothing
 */
bool cl_rule_match_form(const ClRule *rule,
                        ClStated stated,
                        const char *text,
                        size_t length,
                        size_t start,
                        unsigned skip,
                        ClFormMatch *out,
                        bool *gave_up);

/** Words that tell what figures side by side are to each other. */
typedef enum {
    CL_ROLE_BASE,        /* before what something came from: 去年, versus */
    CL_ROLE_BASE_BEHIND, /* behind it: a year earlier; # is a length of time */
    CL_ROLE_REACH,       /* between a change and its level: 至, to */
    CL_ROLE_NOUNS,       /* what may be measured else */
    CL_ROLE_STOPS,       /* what makes a change another one */
    CL_ROLE_MOVES,       /* before a percentage: it is a change */
    CL_ROLE_ADDED,       /* before a sum */
    CL_ROLE_WORDS
} ClRoleWords;

/** Such words, ended by NULL. */
const char *const *cl_rule_role_words(const ClRule *rule, ClRoleWords which);

/** False if no such form can be in a text whose figures are still figures. */
bool cl_rule_may_state(const ClRule *rule,
                       ClStated stated,
                       const char *text,
                       size_t length);

/** All rules of a run, in order of id.  Read-only after load. */
typedef struct ClRuleSet ClRuleSet;

/**
 * Loads rule files: a file, or every .yaml and .yml below a folder (except
 * those whose name starts with a dot).
 *
 * A file holds one rule (a map) or a list of them.  All mistakes of all files
 * become notes at file:line:column with a hint: YAML, unknown keys (nearest
 * known one), wrong types, missing keys, unknown units, terms that are empty
 * or doubled, bad regular expressions, doubled ids, facets in `same` that do
 * not exist, missing examples.
 *
 * paths    ended by NULL
 * returns  owned, possibly without rules; NULL if there was a mistake
 */
ClRuleSet *cl_rule_set_load(const char *const *paths,
                            const ClVocabulary *vocabulary,
                            ClNotes *notes);

/**
 * The same, leaving out the rules of files with a mistake and keeping the
 * others, for those who look at rules one by one.
 *
 * returns  owned, possibly without rules; NULL if a shipped list is broken
 */
ClRuleSet *cl_rule_set_load_good(const char *const *paths,
                                 const ClVocabulary *vocabulary,
                                 ClNotes *notes);

/** The same for one file's bytes, for tests and examples. */
ClRuleSet *cl_rule_set_parse(const char *bytes,
                             size_t length,
                             const char *file,
                             const ClVocabulary *vocabulary,
                             ClNotes *notes);
void cl_rule_set_free(ClRuleSet *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClRuleSet, cl_rule_set_free)

size_t cl_rule_set_count(const ClRuleSet *rules);
const ClRule *cl_rule_set_get(const ClRuleSet *rules, size_t index);
/** NULL if there is none. */
const ClRule *cl_rule_set_find(const ClRuleSet *rules, const char *id);
const ClVocabulary *cl_rule_set_vocabulary(const ClRuleSet *rules);
/** SHA-256 over all rule files, shipped word lists and the hedge profile. */
const char *cl_rule_set_hash(const ClRuleSet *rules);

/* ---- Confirmed figures -------------------------------------------------- */

/** What a confirmed figure says of one facet.  value NULL: unknown. */
typedef struct {
    char *value;      /* option name, or ISO 8601 for when and window */
    char *words;      /* as its file writes it; NULL if assumed */
    ClDay from, to;   /* CL_FACET_WHEN: days, 0 unknown */
    ClNumber seconds; /* CL_FACET_WINDOW: its length */
} ClFactFacet;

/** One entry of the desk's book: what a figure is, and who says so. */
typedef struct {
    const ClRule *rule;
    char *file;
    unsigned line, column; /* of the entry */
    char *value_text;      /* "24万台", as written */
    ClQuantity quantity;   /* in a unit of the rule; its spans are void */
    ClFactFacet *facets;   /* as many as the rule has */
    char *source;          /* the document */
    char *url;             /* or NULL */
    char *checked_by;
    char *note; /* or NULL */
    ClDay as_of;
    ClDay checked_on, valid_until; /* 0 if not given */
} ClFact;

/** The confirmed figures of a run, by rule id, file and line. */
typedef struct ClFactSet ClFactSet;

/**
 * Loads files of confirmed figures: a file, or every .yaml and .yml below a
 * folder (except those whose name starts with a dot).
 *
 * A file holds one entry (a map) or a list of them.  All mistakes of all files
 * become notes at file:line:column with a hint: YAML, unknown keys, ids of no
 * rule, facets and options the rule does not have, values that read as no
 * figure or do not fit its unit, dates, missing keys, two entries of one rule
 * and the same facets.
 *
 * paths    ended by NULL
 * borrows  rules
 * returns  owned; NULL if there was a mistake
 */
ClFactSet *cl_fact_set_load(const char *const *paths,
                            const ClRuleSet *rules,
                            ClNotes *notes);

/** The same for one file's bytes. */
ClFactSet *cl_fact_set_parse(const char *bytes,
                             size_t length,
                             const char *file,
                             const ClRuleSet *rules,
                             ClNotes *notes);
void cl_fact_set_free(ClFactSet *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClFactSet, cl_fact_set_free)

size_t cl_fact_set_count(const ClFactSet *facts);
const ClFact *cl_fact_set_get(const ClFactSet *facts, size_t index);
/** The index of a rule's first entry, and how many follow each other. */
size_t cl_fact_set_find(const ClFactSet *facts,
                        const ClRule *rule,
                        size_t *count);

/** True if an entry was valid until a day before today; 0: no day is known. */
bool cl_fact_is_stale(const ClFact *fact, ClDay today);
/** A warning for every stale entry.  returns  how many there are */
size_t cl_fact_set_tell_stale(const ClFactSet *facts,
                              ClDay today,
                              ClNotes *notes);

/** Reads "2025-06-27", a day the calendar has; false for anything else. */
bool cl_day_parse(const char *text, ClDay *out);

/* ---- Regular expressions, for those who look at rules ------------------- */

/**
 * What, repeated, makes the work of a regular expression grow faster than the
 * text; {quantity} may stand in it.
 *
 * returns  owned; NULL if nothing it was tried with does
 */
char *cl_regex_find_slow(const char *source);

/** A text made after a regular expression, to match it in most cases.  Owned. */
char *cl_regex_sample(const char *source);

/** Whether a checked regular expression matches somewhere in folded text. */
bool cl_regex_matches(const char *source, const char *text);

/** Which library runs regular expressions: its name and version. */
char *cl_regex_engine(void);

/* ---- Terms ------------------------------------------------------------- */

typedef enum {
    CL_ROLE_SUBJECT,
    CL_ROLE_MEASURE,
    CL_ROLE_NEGATIVE, /* a measure too, whose figures are below zero */
    CL_ROLE_EXCLUDE,  /* of one rule */
    CL_ROLE_FACET,    /* an option a rule lists, of its own facet or not */
    CL_ROLE_SHORT,    /* a subject where its maker is named: P7 of 小鹏P7 */
    CL_ROLE_MAKER,    /* what a short name leaves out: 小鹏 of 小鹏P7 */
    CL_ROLE_FAMILY, /* behind it stands the code of a model: 小米 of 小米17, see
                         cl_rule_set_read_model */
    CL_ROLE_VARIANT, /* makes another model of one: Pro Max; see
                         ClVariantKind */
    /* from here on for all rules; their uses come last */
    CL_ROLE_SHARED, /* an option of a built-in facet, for all rules */
    CL_ROLE_RIVAL,  /* from the shared list of measures, for all rules */
    /* from the shared list of words that build a text, for all rules */
    CL_ROLE_LINK,     /* leads from a measure to its figure: came in at */
    CL_ROLE_STAND_IN, /* stands for a subject named before: 该公司 */
    CL_ROLE_PACE,     /* ends a measure whose figures are changes: 增速 */
    CL_ROLE_SPEECH,   /* makes whom it has a speaker: 表示 */
    CL_ROLE_NAME,     /* an entity of any list, for all rules */
    CL_ROLE_SOURCE,   /* one of the list 'sources': who counts, for all rules */
    CL_ROLE_LAST = CL_ROLE_SOURCE
} ClRole;

/** True if the terms of a role belong to no rule but serve all of them. */
static inline bool
cl_role_is_shared(ClRole role)
{
    return role >= CL_ROLE_SHARED;
}

/** What a rival names: another measure, or a change of whatever is measured. */
enum { CL_RIVAL_MEASURE, CL_RIVAL_CHANGE };

/** What a variant is to the model that was named before it. */
typedef enum {
    CL_VARIANT_MODEL, /* another model, in the list or not: Pro Max */
    CL_VARIANT_TRIM,  /* another one if the list has it, else the same */
    CL_VARIANT_PLAIN, /* the one without any: 标准版 */
} ClVariantKind;

/** What a term is for. */
typedef struct {
    uint32_t rule;   /* index into the set; unused for shared roles */
    uint8_t role;    /* ClRole */
    uint8_t facet;   /* FACET, SHARED: index into the rule's facets; NAME,
                        SOURCE: which list */
    uint16_t option; /* FACET: index; SHORT, MAKER, FAMILY: of the entity, see
                        cl_rule_set_full_name; SHARED: see cl_shared_option;
                        RIVAL: which kind; NAME, SOURCE: which entity;
                        VARIANT: ClVariantKind */
} ClTermUse;

/** A term found in a text. */
typedef struct {
    ClSpan span; /* bytes of the folded text */
    uint32_t term;
} ClHit;

/**
 * Every term of every rule in a folded, lower-case text.
 *
 * A Latin term stands between non-letters (a plural s is allowed), a space in
 * a term matches none or one; regular expressions of rules are tried as well.
 * out  of ClHit, cleared first; by start, longer first; hits may overlap:
 *      小米17 and 小米17 pro max are both given
 * gave_up  of uint32_t, appended to: terms whose regular expression hit a
 *      limit on this text, so that silence proves nothing; those that are in it
 *      three times already are not tried; NULL: not wanted
 */
void cl_rule_set_match(const ClRuleSet *rules,
                       const char *text,
                       size_t length,
                       GArray *out,
                       GArray *gave_up);

/**
 * The same in two steps: first all literals and the expressions that are some
 * rule's subject or measure, which say whether a text is worth more; then,
 * added to out, the others.
 */
void cl_rule_set_match_anchors(const ClRuleSet *rules,
                               const char *text,
                               size_t length,
                               GArray *out,
                               GArray *gave_up);
void cl_rule_set_match_rest(const ClRuleSet *rules,
                            const char *text,
                            size_t length,
                            GArray *out,
                            GArray *gave_up);

/**
 * Where in an article words of subjects, measures and stand-ins may stand,
 * for all rules at once and without folding it: never too few.
 *
 * out  of ClHit, cleared first, by start; spans are of the article, and empty
 */
void cl_rule_set_sift(const ClRuleSet *rules,
                      const ClArticle *article,
                      GArray *out);

/**
 * Makes a set ready to sift, which costs as much as reading some 100 KB of
 * articles; before threads read from it.
 */
void cl_rule_set_make_sieve(ClRuleSet *rules);

/** False if it was not made ready, or if an expression among the rules' words
 * needs no word that is known. */
bool cl_rule_set_can_sift(const ClRuleSet *rules);

/** A bit, 1 << ClRole, for each role the term has for any rule. */
unsigned cl_rule_set_roles(const ClRuleSet *rules, uint32_t term);

/**
 * The uses of a term by one rule; none is a valid answer.  Costs the same
 * however many rules use the term.
 */
const ClTermUse *cl_rule_set_uses_of(const ClRuleSet *rules,
                                     uint32_t term,
                                     uint32_t rule,
                                     size_t *count);

/** The uses of a term: rule by rule, in order, then those for all rules. */
const ClTermUse *cl_rule_set_uses(const ClRuleSet *rules,
                                  uint32_t term,
                                  size_t *count);

/** A term that names the entity of a SHORT use in full. */
uint32_t cl_rule_set_full_name(const ClRuleSet *rules, const ClTermUse *use);

/**
 * The model that another one is with a variant's word in place of its own: 小米17
 * Pro Max, for 小米17 Pro and Pro Max.
 *
 * term     of an entity of the rule's list
 * variant  of CL_ROLE_VARIANT
 * returns  a term of the list, UINT32_MAX where it has no such model
 */
uint32_t cl_rule_set_sibling(const ClRuleSet *rules,
                             uint32_t rule,
                             uint32_t term,
                             uint32_t variant);

/** A model by the shape of its name: 小米18 where a list has 小米17. */
typedef struct {
    size_t code, end; /* bytes behind the family's words: its code, its end */
    char *name;       /* "xiaomi-18"; owned */
    uint32_t like;    /* a term of the model of that name, or else of one of the
                         family; UINT32_MAX: there is no model */
    bool listed;      /* of that name */
    bool is_number;   /* no letter in its code: it may be a figure's */
} ClModel;

/**
 * Reads a code and the variant's words behind the words of a family (a term
 * with CL_ROLE_FAMILY), if the list has codes of that shape.
 *
 * behind  the folded text behind them
 */
ClModel cl_rule_set_read_model(const ClRuleSet *rules,
                               uint32_t rule,
                               uint32_t family,
                               const char *behind);

/** A term may say of which model it is, that no list has: the models of an
    article are counted from 1 on; 0 is none. */
enum { CL_TERM_BITS = 22, CL_MOST_MODELS = 1000 };
static inline uint32_t
cl_term_of_model(uint32_t like, unsigned model)
{
    return like | (uint32_t)model << CL_TERM_BITS;
}
/** The number of a term's model, 0 for one that a list has. */
static inline unsigned
cl_term_model(uint32_t term)
{
    return term == UINT32_MAX ? 0 : term >> CL_TERM_BITS;
}

/** Whether some rule's subject is its measure too. */
bool cl_rule_set_has_bare_subject(const ClRuleSet *rules);

/** The largest `carry` of any rule. */
unsigned cl_rule_set_farthest_carry(const ClRuleSet *rules);

/** Whether a rule is of type slip. */
bool cl_rule_set_slips(const ClRuleSet *rules);

/** Whether a rule has figures that no measure names: `unsaid`, type slip. */
bool cl_rule_set_leaves_unsaid(const ClRuleSet *rules);

/** The rules that recompute what passages state, by index, in order. */
const uint32_t *cl_rule_set_recomputing(const ClRuleSet *rules, size_t *count);

/** The rules that have patterns, by index, in order. */
const uint32_t *cl_rule_set_patterned(const ClRuleSet *rules, size_t *count);

/** Words around the names of those who stand in no list (names.yaml). */
typedef enum {
    CL_NAMES_OPENERS,   /* after, at: the subject follows in the next clause */
    CL_NAMES_OTHERS,    /* 对手, rivals */
    CL_NAMES_FORMER,    /* 前者: the first of those named before */
    CL_NAMES_LATTER,    /* 后者: the last of them */
    CL_NAMES_PARTS,     /* 品牌: what is named before it is a part */
    CL_NAMES_TURNS,     /* 而, while: a name may follow */
    CL_NAMES_ACTS,      /* 拥有, delivered: what stands before is a name */
    CL_NAMES_CONTRASTS, /* 则: what stands before is set against another */
    CL_NAMES_TOPICS, /* 反观, 垫底的是: who stands behind is spoken of next */
    CL_NAMES_MARKETS, /* 手机市场: what it did is nobody's */
    CL_NAMES_GOODS,   /* 智能手机: what many sell; with a place nobody's */
    CL_NAMES_WIDES,   /* 行业, total: of all who sell it */
    CL_NAMES_TOTALS,  /* overall: with several before, of all of them */
    CL_NAMES_HOLDERS, /* 集团, its: and yet somebody's */
    CL_NAMES_EXPECTS, /* 预计, expects: what stands before only speaks */
    CL_NAMES_KINDS,   /* 集团: what ends so is a company */
    CL_NAMES_COMMON,  /* what holds these is no name */
    CL_NAMES_JOINERS, /* 与, and: a title on two */
    CL_NAMES_TRADES,  /* 厂商: of a company, or of several */
    CL_NAMES_OFFICES, /* 董事长: what stands before is a company */
    CL_NAMES_SIDES,   /* 方面: what stands before is spoken of next */
    CL_NAMES_ASPECTS, /* 成本方面: no name though 方面 is behind it */
    CL_NAMES_LEADS,   /* 作为, 因: what they lead is no subject */
    CL_NAMES_RELATIVES, /* 做: what follows describes somebody, up to 的 */
    CL_NAMES_REFERS,    /* 该: to who was named */
    CL_NAMES_FIRMS,     /* Motors: the last word of a company's name */
    CL_NAMES_SETTINGS,  /* as for: who stands behind is spoken of next */
    CL_NAMES_ASIDES,    /* a, by contrast: between a name and what it did */
    CL_NAMES_TAILS,  /* 家居: what ends so is a company, if it is no word */
    CL_NAMES_STATES, /* 没有: what stands before may be a subject */
    CL_NAMES_ONES,   /* 一家: what follows describes one of many */
    CL_NAMES_PREDICATES, /* 成了: what follows is who stands before */
    CL_NAMES_HOUSES,     /* 集团: the whole, not the part named last */
    CL_NAMES_OWNERS,     /* owner of: an aside on whom somebody has */
    CL_NAMES_THIS_ONE,   /* 这家: and behind it what the one before is */
    CL_NAMES_INSIDES,    /* 里, 上: what ends so is a place */
    CL_NAMES_PERSONS,    /* 一位: of a trade, and no company */
    CL_NAMES_OBLIQUES,   /* 比, than: what stands behind is held against */
    CL_NAMES_STAGES,     /* 在, on: and staged behind it: where it is told */
    CL_NAMES_STAGED,     /* 公告, 上市 */
    CL_NAMES_EXCEPTS,    /* 不含: what stands behind is left out */
    CL_NAMES_PARENTS,    /* 母公司: whom the one named is part of */
    CL_NAMES_WHOLES,     /* owner of: whom the one behind is part of */
    CL_NAMES_TOGETHERS,  /* 两家合计: all of those named */
    CL_NAMES_BRANCHES, /* 渠道, games: what ends so before a measure is a part */
    CL_NAMES_PLAIN, /* 实现, net: between a part, or who has it, and a measure */
    CL_NAMES_BREAKDOWNS, /* 分产品看: what follows is of parts */
    CL_NAMES_DEEDS,      /* 收购: what stands behind was done something to */
    CL_NAMES_ANALYSTS, /* 分析师: whom they work for only speaks */
    CL_NAMES_RIVALS,   /* rival: of its own noun phrase, somebody else */
    CL_NAMES_FOUNDS,   /* 创办: who stands behind is spoken of next */
    CL_NAMES_ANOTHERS, /* a third: with a trade behind, somebody else */
    CL_NAMES_GLUE,    /* 会: no name ends in it */
    CL_NAMES_JOINTLY, /* together: behind several, of all of them */
    CL_NAMES_STYLES,  /* subsidiary: what the name behind it is */
    CL_NAMES_SALES,      /* sales: money, or what was sold for it */
    CL_NAMES,
} ClNameWords;

/** A word for a time by another one that was told before (times.yaml). */
typedef struct {
    char *word; /* folded, lower case */
    char unit;  /* of the other one: 'M', 'Q', 'Y', or '*' for any */
    int months; /* how many it lies before it; below 0: behind it */
    int last;   /* how many at its end are meant, 0 for all of it */
    char *not_after, *not_before; /* characters beside which it is none; NULL */
} ClAnaphor;

/** All of them, longer ones first. */
const ClAnaphor *cl_rule_set_anaphors(const ClRuleSet *rules, size_t *count);

/**
 * Of them, longer ones first, each that may stand where a text begins: those
 * that begin alike, and few others; then NULL.
 *
 * number  0 for the first, then as it was left
 */
const ClAnaphor *cl_rule_set_anaphor_like(const ClRuleSet *rules,
                                          const char *text,
                                          unsigned *number);

/** Words that say how long a time is, and not which: its best quarter. */
const ClAnaphor *cl_rule_set_lengths(const ClRuleSet *rules, size_t *count);

/** Words that add up the times told before, ended by NULL: 两个月合计. */
const char *const *cl_rule_set_sums(const ClRuleSet *rules);

/** The term of a literal in folded characters; UINT32_MAX: it is none. */
uint32_t cl_rule_set_literal(const ClRuleSet *rules, const char *text);

/** Words before (behind) a length that is not how long a figure took, ended by
    NULL: 连续两个月, two months early. */
const char *const *cl_rule_set_streaks(const ClRuleSet *rules, bool behind);
/** Where words stand that say of a time that it is told in passing. */
typedef enum {
    CL_ASIDES_BEFORE,  /* 其中第三季度 */
    CL_ASIDES_BEHIND,  /* the third quarter alone */
    CL_ASIDES_OPENING, /* at the head of a paragraph: 单季度来看 */
} ClAsides;

/** Those words, ended by NULL. */
const char *const *cl_rule_set_asides(const ClRuleSet *rules, ClAsides where);

/** Who counts, by the name in the list 'sources'; NULL: the term is none. */
const char *cl_rule_set_source(const ClRuleSet *rules, uint32_t term);

/** The entity that a term stands for in the list a rule is about, as it is named
    there; NULL: none. */
const char *cl_rule_set_entity_of(const ClRuleSet *rules,
                                  uint32_t rule,
                                  uint32_t term);

/**
 * The month in which the fiscal year of an entity ends, 0 if no list says.
 *
 * term  of the entity, or UINT32_MAX
 */
int cl_rule_set_fiscal_end(const ClRuleSet *rules, uint32_t term);
/** Whether nobody knows of that year by its number which of the two it lies in
    it is called after. */
bool cl_rule_set_fiscal_varies(const ClRuleSet *rules, uint32_t term);

/**
 * What all figures of an entity are of, "new-energy", so that silence says as
 * much as the word.
 *
 * term     of the entity, or UINT32_MAX
 * returns  the name of an option, perhaps of no facet of a rule; or NULL
 */
const char *cl_rule_set_only(const ClRuleSet *rules, uint32_t term);

/** The id of the one rule that counts what an entity has (users of an app); NULL:
    any may. */
const char *cl_rule_set_counted_in(const ClRuleSet *rules, uint32_t term);

/** The currency of an entity's accounts, a spelling of its unit (JPY), where the
    lists give it; NULL: none does. */
const char *cl_rule_set_money(const ClRuleSet *rules, uint32_t term);

/** A term of the entity that another one is part of, in the list a rule is about;
    UINT32_MAX: it is part of none. */
uint32_t cl_rule_set_whole_of(const ClRuleSet *rules,
                              uint32_t rule,
                              uint32_t part);

/**
 * Whether figures told under a spelling must be in the rule's unit, and in none
 * that the unit takes (台, 部): 小米 makes phones too, 小米汽车 does not.
 *
 * rule  of that index
 * term  of the spelling, or UINT32_MAX
 */
bool cl_rule_set_wants_own_unit(const ClRuleSet *rules,
                                uint32_t rule,
                                uint32_t term);

/** Of such words, folded and lower case, in the order of their list, each that
    may stand where a text begins; as cl_rule_set_anaphor_like. */
const char *cl_rule_set_name_like(const ClRuleSet *rules,
                                  ClNameWords kind,
                                  const char *text,
                                  unsigned *number);

/**
 * Whether a name (a term with CL_ROLE_NAME) is of the house that a rule, or
 * its subject, speaks of: 小米 beside 小米SU7 is nobody else.
 *
 * subject  a term, or UINT32_MAX for none
 */
bool cl_rule_set_same_house(const ClRuleSet *rules,
                            uint32_t rule,
                            uint32_t subject,
                            uint32_t name);

/** Whether a list says that an entity (its term) is part of another. */
bool cl_rule_set_is_part_of_any(const ClRuleSet *rules, uint32_t part);

/** Whether a list says that one entity (its term) is part of another. */
bool cl_rule_set_is_part(const ClRuleSet *rules, uint32_t part, uint32_t whole);

/** True for a whole word that says nothing of what is counted: about, 则为. */
bool cl_rule_set_is_light(const ClRuleSet *rules,
                          const char *word,
                          size_t length);

/** The option name of a SHARED use ("target"). */
const char *cl_shared_option(const ClRuleSet *rules,
                             unsigned facet,
                             unsigned option);

#endif
