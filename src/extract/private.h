/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_PRIVATE_H
#define CL_EXTRACT_PRIVATE_H

/*
 * Inside extract/: an article passes by as a short row of sentences, each
 * folded and read at most once; one of them is judged, those around it lend
 * subject, window and period.
 */

#include "extract/extract.h"

/** 去年同期: a word for a time by one that was told before. */
typedef struct {
    ClSpan span;
    const ClAnaphor *anaphor;
    int year;       /* 2024年同期: the year that is said beside it, or 0 */
    bool elsewhere; /* what it stands for was told in another sentence */
} Mention;

/** A sentence and what was read in it so far. */
typedef struct {
    ClSentence sentence;
    bool folded, anchored, matched, counted, timed;
    bool loose;            /* no part of the text: a title from front matter */
    bool composed;         /* a table's cell: text holds what it is lent, too */
    ClSpan corner;         /* what its row's labels are called: 品牌 */
    ClSpan labels, column; /* of a composed text: its row's, its column's */
    ClFolded text;
    const char *quote; /* as written; NULL until a claim wants it */
    GArray *hits;      /* of ClHit */
    bool sifted;       /* the next is filled */
    GArray *words;     /* of ClHit: what may be anchors; see gate.c */
    enum { COUNTS_UNKNOWN, COUNTS_NOTHING, COUNTS } count; /* a number */
    enum { GOES_UNKNOWN, GOES_NOT, GOES_ON } goes; /* see passage_goes_on */
    enum { WEIGHED_NOT, WEIGHED_SIFTED, WEIGHED_READ } weighed;
    unsigned roles; /* a bit for each ClRole of those words, or more */
    unsigned first_word, word_count; /* of the article's that were sifted */
    enum { ASKS_UNKNOWN, ASKS_NOTHING, ASKS } question;
    GArray *quantities; /* of ClQuantity */
    GArray *times;      /* of ClTime */
    bool mentioned;     /* the next is filled */
    GArray *mentions;   /* of Mention: words for another time */
} Passage;

/* Most sentences kept: 30 before, 1 after; how far back a subject is carried
   (who is asked of one company does not name it in each answer), and how far a
   year and a facet are looked for. */
enum {
    PASSAGES = 32,
    FARTHEST_SUBJECT = 28,
    FARTHEST_YEAR = 14,
    FARTHEST_FACET = 6
};

/** What rules of type arithmetic carry along. */
typedef struct Arithmetic Arithmetic;

/** What an article tells of the period it is about. */
typedef struct Frame Frame;

/** What one article's extraction carries along. */
typedef struct {
    const ClArticle *article;
    const ClRuleSet *rules;
    const ClVocabulary *vocabulary;
    ClDay day;     /* the article's date, 0 unknown */
    Passage title; /* its title as a passage; folded only if wanted */
    bool has_title;
    Passage above;     /* what stood above the last cell's table */
    Passage *ring;     /* of PASSAGES, the claims' */
    size_t first, end; /* sentences in the ring, counted from the start */
    ClClaims *claims;
    const ClArticleInfo *info; /* the claims' own copy */
    ClNotes *notes;
    GArray *gave_up;     /* of uint32_t: terms whose expressions hit a limit */
    GHashTable *budgets; /* of rules that spent of it; NULL: none yet */
    unsigned rules_off;  /* how many of them spent it all */
    Arithmetic *arithmetic; /* NULL: no rule recomputes anything */
    Frame *frame;
    bool far;      /* the time read last is of another paragraph */
    bool foreseen; /* it is that of the article: see frame.h */
    bool silent;   /* nor does the own one speak of any */
    bool looking;  /* a word for a time of a sentence before is looked up */
    bool starts;   /* it is of a figure that a change started from */
    int back;      /* so many months before that time */
    const ClAnaphor *unfound; /* the word that gave it, which nothing before it
                                 explains; or NULL */
    int length; /* in months, of the period it speaks of all the same; or 0 */
    GPtrArray *models;  /* of const char *, the claims': those no list has */
    GArray *sifted;     /* of ClHit in the article; NULL: no gate */
    GArray *found;      /* of uint32_t: candidates, while they are looked for */
    unsigned sifted_at; /* the first word behind the last sentence */
    uint64_t subjects;  /* a bit for each sentence that may have one, the */
    uint64_t measures;  /* last one the lowest; cells have none */
    const ClTrace *trace; /* who wants to know why; usually NULL */
    ClDecision decision;  /* what the trace is told next */
} Extraction;

void passage_init(Passage *passage);
void passage_clear(Passage *passage);
void passage_reset(Passage *passage, ClSentence sentence);
const ClFolded *passage_text(Extraction *run, Passage *passage);
/** Whether it may hold a quantity. */
bool passage_has_number(const Extraction *run, Passage *passage);
/** Its terms; of expressions only subjects and measures, or all of them. */
const GArray *passage_anchors(Extraction *run, Passage *passage);
const GArray *passage_hits(Extraction *run, Passage *passage);
const GArray *passage_quantities(Extraction *run, Passage *passage);
const GArray *passage_times(Extraction *run, Passage *passage);
/** The sentence `distance` before (-) or after (+) this index; or NULL.
    Cells of a table have no neighbours and are none. */
static inline Passage *
passage_near(Extraction *run, size_t index, int distance)
{
    if (distance < 0 && index < (size_t)-distance)
        return NULL;
    const size_t wanted = index + (size_t)distance;
    if (wanted < run->first || wanted >= run->end)
        return NULL;
    Passage *near = &run->ring[wanted % PASSAGES];
    const bool cells =
        near->sentence.cell || run->ring[index % PASSAGES].sentence.cell;
    return distance && cells ? NULL : near;
}

/** Whether a byte of the article stands in its title. */
static inline bool
is_in_title(const Extraction *run, size_t at)
{
    const ClSpan title = run->info->title_span;
    return at >= title.start && at < title.end;
}

/** Whether it is the title, by itself or as the first of the sentences. */
static inline bool
passage_is_title(const Extraction *run, const Passage *passage)
{
    return passage == &run->title ||
           (passage && is_in_title(run, passage->sentence.span.start));
}

/** Whether nothing but the joint of a list stands between two figures. */
bool passage_is_joint(const char *text, ClSpan between);

/** Makes a sentence of a table's cell and what the table lends it. */
void cell_compose(Extraction *run, Passage *passage, const ClCell *cell);
/** The same of a list's item and what leads into the list. */
void item_compose(Extraction *run, Passage *passage);
/** Takes the sentence above a cell's table that does not lead in, if there is
    one, for out, an empty passage. */
bool passage_above(Extraction *run, const Passage *cell, Passage *out);
/** Drops the quantities of a composed passage that are not the cell's. */
void cell_keep_own(Passage *passage);
/** The cell with its row's label and its column's header.  Owned. */
char *cell_quote(Extraction *run, const Passage *passage, const ClCell *cell);

/** 其中第三季度: whether a period follows at once, so that the words before are
    said of the time and make no part of what is counted. */
bool passage_leads_to_time(Extraction *run, Passage *passage, size_t at);

/** True if it, or its, is the first word of a sentence. */
bool passage_opens_with_it(Extraction *run, Passage *passage);

/** True for what stands behind a semicolon: its first word opens no sentence. */
bool passage_follows_semicolon(const Extraction *run, const Passage *passage);

/** True for what hands on the subject before it: up to a semicolon, It …. */
bool passage_goes_on(Extraction *run, Passage *passage);

/** Equal for equal texts. */
uint64_t hash_text(const GString *text);

/** The time in which an article without a date was written; false: unknown. */
bool find_writing_year(const char *text, size_t length, ClDay *from, ClDay *to);

/** NULL if no rule is of type arithmetic. */
Arithmetic *arithmetic_new(const ClRuleSet *rules);
void arithmetic_free(Arithmetic *arithmetic);

/** Claims of every passage that ends in this sentence and states a relation. */
void state_arithmetic(Extraction *run, size_t index);

/** Notes that a rule's expression hit a limit here; the third time turns the
    rule off for the rest of the article. */
void say_gave_up(Extraction *run, const Passage *passage, uint32_t rule);
/** The same of a word that is shipped for all rules. */
void say_shared_gave_up(Extraction *run, const Passage *passage);
/** Whether a rule may make one more claim; the first it may not is a note. */
bool may_claim(Extraction *run, const Passage *passage, uint32_t rule);
/** True if a rule is off for the rest of the article. */
bool is_off(const Extraction *run, uint32_t rule);

/** A rule met by a sentence: which words, which quantity. */
typedef struct {
    uint32_t rule;
    Passage *passage;
    size_t index;     /* of the sentence */
    size_t quantity;  /* index into the passage's quantities */
    ClQuantity value; /* in the rule's unit */
    ClSpan measure;   /* folded bytes; empty if the subject is the measure */
    ClSpan subject;   /* folded bytes; empty if carried */
    uint32_t subject_term; /* who it is; UINT32_MAX for a pattern's match */
    ClSpan
        listed;  /* a list that goes with the values; words in it but not in */
    ClSpan item; /* this say nothing of the quantity; both empty: no list */
    ClSpan values;     /* then all values of the list */
    size_t times_from; /* folded bytes: times before them are another's */
    bool understood;   /* it leaves its measure out */
    bool some;         /* a part of the figure before: of which 18,882 */
    ClSpan room;       /* where words say how long its own time is; or empty */
    Passage *subject_passage; /* where the subject stands, if carried */
    bool guessed;             /* it is one of several named before */
    bool titled;              /* then: and the title names nobody else */
    Passage *measure_passage; /* where the measure does, if not here */
} Binding;

/**
 * The rules that a sentence may answer, by the words in and before it alone:
 * never too few.  With a trace also those that lack just one of the two.
 *
 * returns  of uint32_t, owned: each once, in order
 */
GArray *find_candidates(Extraction *run, size_t index);

/** Whether those are any. */
bool has_candidates(Extraction *run, size_t index);

/** The rules of whose figure a sentence speaks itself; as find_candidates. */
GArray *find_asked_rules(Extraction *run, Passage *question);

/** Looks for words in the article as it is, before any of it is folded. */
void gate_open(Extraction *run);
void gate_close(Extraction *run);
/** Takes note of the sentence that came last. */
void gate_see(Extraction *run, Passage *passage);
/** The words of a sentence, of ClHit: passage_anchors, or more than those
    where it is not folded for it. */
const GArray *gate_words(Extraction *run, Passage *passage);
/** What those may be: a bit for each ClRole, and none too few. */
unsigned gate_roles(Extraction *run, Passage *passage);
/** How far before a sentence the farthest subject is that may be carried to it;
    0: there is none. */
int gate_farthest_subject(Extraction *run, size_t index);
/** False if no rule can take a figure of a sentence: it need not be folded. */
bool gate_passes(Extraction *run, size_t index);

/** True for a sentence that ends in a question mark, or asks by a figure that
    is all of it: the next one may say of what. */
bool is_question(const Extraction *run, Passage *passage);
bool may_be_figure_alone(const Passage *passage);

/**
 * Every rule and quantity of the sentence that belong together.
 *
 * out  of Binding, cleared first; by rule, then quantity
 */
void bind_sentence(Extraction *run, size_t index, GArray *out);

/** True if a hit has a use of this rule with this role. */
bool hit_has_role(const ClRuleSet *rules,
                  const ClHit *hit,
                  uint32_t rule,
                  ClRole role);

/**
 * How far apart two spans of a text are: a character counts one, a word of
 * Latin letters or digits two, blanks nothing; 0 if they touch or overlap.
 */
size_t distance_between(const char *text, ClSpan a, ClSpan b);

/* Each tells the trace, if there is one, and does nothing else. */
void trace_sentence(Extraction *run, Passage *passage);
void trace_figure(Extraction *run,
                  const ClRule *rule,
                  const ClQuantity *quantity,
                  bool fits);
void trace_step(Extraction *run, ClStep step, ClSpan measure, ClSpan words);
/** Tells that the binding has its subject, carried if its span is empty. */
void trace_subject(Extraction *run, const Binding *binding);
/** Notes which words of which sentence give the next facet. */
void trace_words(Extraction *run, const Passage *from, ClSpan words);
void trace_facet(Extraction *run,
                 const Binding *binding,
                 ClStep step,
                 const ClFacet *facet,
                 const ClFacetValue *given);
void trace_claim(Extraction *run,
                 const Binding *binding,
                 const ClQuantity *value);

/** For how many further sentences a rule's subject holds; `carry: 5` is as far
    as sentences are kept. */
unsigned subject_reach(const ClRule *rule);

/** Reads the facets of a binding, as many as the rule has. */
void read_facets(Extraction *run, const Binding *binding, ClFacetValue *out);

/** True if the figure is said not to be (没有1300家门店, 并不属实) or to be a
    difference (差了三十多亿元). */
bool is_denied(const char *text, ClSpan clause, const Binding *binding);

/** True if a "no" before the measure turns the bound round. */
bool is_negated(const char *text, ClSpan clause, const Binding *binding);

/** Adds a claim (index of the article's info set before); strings copied. */
const char *claims_keep(ClClaims *claims, const char *text);
const ClArticleInfo *claims_keep_info(ClClaims *claims,
                                      const ClArticleInfo *info);
void claims_add(ClClaims *claims,
                ClClaim claim,
                const ClFacetValue *facets,
                size_t position);
/** A facet of a claim that is not sorted yet, to be changed. */
ClFacetValue *claims_facet(ClClaims *claims, size_t index, unsigned facet);
/** Passages to read with, as the article before left them: of PASSAGES. */
Passage *claims_passages(ClClaims *claims);
unsigned claims_most(const ClClaims *claims);
bool claims_counts_unclaimed(const ClClaims *claims);
/** Counts a sentence, the figures read in it and those of them that rules took. */
void claims_count(ClClaims *claims, size_t figures, size_t claimed);

#endif
