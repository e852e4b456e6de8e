/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CHECK_PRIVATE_H
#define CL_CHECK_PRIVATE_H

/*
 * Inside check/: claims of one rule with the same facets form a cell; the
 * figures of a cell are told apart; pairs of figures are judged; pairs become
 * findings.
 */

#include "check/check.h"

/** A figure of a cell: claims with the same facets that agree. */
typedef struct {
    ClCamp camp;     /* owned until it is taken into a finding */
    uint32_t sample; /* the claim that says it most exactly */
    unsigned cell;
    bool listed;        /* one of several in one sentence: a part */
    GArray *quantities; /* of ClQuantity: the different ones, a few */
} Figure;

/** Claims of one rule whose facets are all the same. */
typedef struct {
    const ClClaim *sample;
    unsigned first, count; /* its figures, in order of value */
} Cell;

/** All cells and figures of one rule. */
typedef struct {
    const ClRule *rule;
    const ClClaims *claims;
    GArray *cells;   /* of Cell */
    GArray *figures; /* of Figure */
    uint8_t *copied; /* of each figure: what carry.c knows of its copies */
} Board;

/** Sorts claims (of uint32_t, all of one rule) into cells and figures. */
void board_fill(Board *board,
                const ClRule *rule,
                const ClClaims *claims,
                const GArray *indexes);
void board_clear(Board *board);

/** Of two of uint32_t: the order in which claims are read. */
int compare_by_index(const void *a, const void *b);

const Figure *board_figure(const Board *board, unsigned index);
const Cell *board_cell(const Board *board, unsigned index);
/** The claim that says a figure most exactly. */
const ClClaim *figure_claim(const Board *board, const Figure *figure);

/** How two cells stand to each other. */
typedef enum {
    STAND_SAME,    /* held against each other */
    STAND_PARTIAL, /* the same where both are known */
    STAND_TOLD,    /* differ in what readers mix up */
    STAND_APART,   /* different facts */
} Standing;

enum { MOST_FACETS = 64 };

typedef struct {
    Standing standing;
    uint64_t differs; /* bit per facet: known on both sides, different */
    uint64_t unknown; /* bit per facet: known on one side only */
} Comparison;

/** Compares the facets of two claims of one rule. */
Comparison compare_facets(const ClClaim *a, const ClClaim *b);

/**
 * Whether two differing figures are no surprise: a total that grew, a longer
 * window that holds more.
 */
bool explained_by_time(const ClClaim *a,
                       const ClClaim *b,
                       Comparison comparison);

/**
 * Whether differing counts, one of them without a place, may be of a part and
 * of the whole: 小米出货4240万台, 小米在中国出货1040万台.
 */
bool explained_by_place(const ClClaim *a,
                        const ClClaim *b,
                        Comparison comparison);

/** The order that two claims break, "locked <= intent"; NULL if none. */
const char *broken_relation(const ClClaim *a,
                            const ClClaim *b,
                            Comparison comparison);

/** Whether two claims give one figure two labels. */
bool is_relabel(const ClClaim *a, const ClClaim *b, Comparison comparison);

/** Whether two articles give one figure of one subject and time two labels. */
bool has_other_label(const ClClaim *a, const ClClaim *b, Comparison comparison);

/**
 * Whether two articles give one figure two labels, and one of them has another
 * figure for the other's label.
 */
bool is_odd_label(const Board *board,
                  const ClClaim *a,
                  const ClClaim *b,
                  Comparison comparison);

/**
 * Whether a subject that was carried on explains why two figures differ: all
 * of one of them have theirs from another sentence, and it is no slip of the
 * other.
 */
bool explained_by_carrying(const Board *board,
                           const Figure *a,
                           const Figure *b);

/**
 * Whether two figures that only their times keep apart are one with a slip:
 * the same digits, no chance of them, but another sign, power or currency.
 */
bool is_slip_over_time(const ClClaim *a,
                       const ClClaim *b,
                       Comparison comparison);

/**
 * Whether two figures that only their times keep apart, and that differ as
 * slips do, are of one time all the same: one of them leaves it unsaid, and
 * beside both stands one figure of that company.
 */
bool is_of_one_time(const Board *board,
                    const Figure *a,
                    const Figure *b,
                    Comparison comparison);

/**
 * Whether two figures that only their places keep apart are of one place all
 * the same: one of them says none, and beside both stands one figure that is
 * told with that difference too.
 */
bool is_of_one_place(const Board *board,
                     const Figure *a,
                     const Figure *b,
                     Comparison comparison);

/** The option of the subject's facet; NULL where a rule has none. */
const char *entity_of(const ClClaim *claim);

/** Whether one figure of many digits is told of two periods: 2023, 2024. */
bool is_other_period(const ClClaim *a, const ClClaim *b, Comparison comparison);

/** Whether the period of a claim labels its figure: said beside it, and over,
    or told with its year. */
bool is_labelled(const ClClaim *claim, const ClClaim *other);

/** Whether a claim says another one's figure once more, of another time. */
bool is_told_again(const ClClaim *a, const ClClaim *b, Comparison comparison);

/** Whether two claims are of one number phrase of one article. */
bool is_same_place(const ClClaim *a, const ClClaim *b);

/** Whether an article has a claim of both camps. */
bool share_article(const ClClaims *claims, const ClCamp *a, const ClCamp *b);

/** True for the first months of a year, two to eleven: what has added up since
    January is what these brought, and hardly what all years did. */
bool is_year_to_date(const ClClaim *claim);

/** Whether two claims are of periods of one length. */
bool is_like_period(const ClClaim *a, const ClClaim *b);

/** Whether two claims state one and the same period, or its last day. */
bool is_one_period(const ClClaim *a, const ClClaim *b);

/** Whether one of two claims leaves its period open, which may be the other's:
    the article's day, or the end of a year that is not over. */
bool may_be_one_period(const ClClaim *a, const ClClaim *b);

/** Whether the periods of two claims end within half a year. */
bool ends_soon(const ClClaim *a, const ClClaim *b);

/** The months of a period; 0 for a day and for no period. */
unsigned months_of(const ClFacetValue *when);

/** True where the text gives no time. */
bool is_undated(const ClClaim *claim);

/** True for 三季报: a quarter's report may tell what all quarters brought. */
bool is_by_report(const ClClaim *claim);
/** 22 percent higher, -22.08%: one figure, perhaps rounded, and its opposite. */
bool is_turned(const ClQuantity *a, const ClQuantity *b);

/** True for what was told before its period was over. */
bool is_early(const ClClaim *claim);

/** True for that, unless the words name the year: "the end of the year" may
    be that of the year before. */
bool is_maybe_before(const ClClaim *claim);

/** The same, with noughts that were written: 24.0 has three. */
unsigned digits_as_written(const ClQuantity *quantity);

/** $13.6 billion, 135.8亿元: one number in two currencies, perhaps rounded. */
bool is_one_number(const ClQuantity *a, const ClQuantity *b);

/** The digits two exact figures share, one of them perhaps rounded; or 0. */
unsigned shared_digits(const ClClaim *a, const ClClaim *b);

/** What one side may leave unsaid and still mean the same: who counts, and
    over what it grew. */
enum {
    UNSAID = 1 << CL_FACET_BASIS | 1 << CL_FACET_SPEAKER,
};

/** Whether a claim is one for the labels of an odd one, so far as both say
    them; that of the facet whose bit is given both must say. */
bool is_of_label(const ClClaim *other, const ClClaim *odd, uint64_t label);

/** True for what somebody wants or thinks will be. */
bool is_expected(const ClClaim *claim);

/** Whether of two entities one is a part of the other: KFC and Yum China. */
bool is_part_of_other(const ClClaim *a, const ClClaim *b, unsigned facet);

/** The lowest facet whose bit is set, and whether it is the only one. */
unsigned facet_of_bit(uint64_t bits);
bool is_one_facet(uint64_t bits);

/** A single number, neither hedged nor spoken. */
bool is_exact(const ClQuantity *quantity);

/** Whether two are one exact number, or one bound: 突破3万台, over 30,000. */
bool is_one_figure(const ClQuantity *a, const ClQuantity *b);

/** Whether figures are in one unit; the sign ¥ may be yuan or yen. */
bool compares(const ClClaim *a, const ClClaim *b);

/** 890万人, 9.9 million members: two words for what a rule counts. */
bool both_count(const ClClaim *a, const ClClaim *b);

/** 億元 in a Taiwanese article is NT$, and in one of Hong Kong HK$; where the
    currency is named, it is that one. */
bool is_some_dollar(const ClClaim *claim);

/** Two figures of a board that cannot stand together. */
typedef struct {
    unsigned a, b; /* figures */
    ClVerdict verdict;
    Comparison comparison;
    const char *relation; /* the rule's words for CL_VERDICT_RELATION */
    ClCause cause;
    int power;
    bool odd; /* a relabel that figures beside it prove */
} Pair;

/** Judges figures i < j; adds to pairs (of Pair) what cannot stand together. */
ClFate judge_pair(const Board *board, unsigned i, unsigned j, GArray *pairs);

/** Drops pairs that say what other pairs say better. */
void drop_shown(const Board *board, GArray *pairs);

/** What is known of where the figures of a board come from. */
typedef struct Origins Origins;

/** borrows  board */
Origins *origins_new(const Board *board);
void origins_free(Origins *origins);

/**
 * Whether one of two figures is of another time than the one that was lent to
 * it: another article says which.
 */
bool is_of_other_time(Origins *origins, const Pair *pair);

/**
 * Adds to pairs, which are in order, for each figure that cannot stand with
 * another one what the other one's article tells of just that number: where it
 * may come from.  What is known of it is used up.
 */
void add_origins(Origins *origins, GArray *pairs);

/**
 * Every pair of the board that cannot stand together, into pairs (of Pair),
 * in order.
 *
 * returns  false if one entity has so many figures that only neighbours in
 *          value were compared
 */
bool judge_pairs(const Board *board, GArray *pairs);

/**
 * Adds the findings of one board: pairs of one verdict that share a figure
 * are one finding.
 *
 * list  of ClFinding
 */
void gather_findings(const Board *board, const GArray *pairs, GArray *list);

/** Adds a finding for each confirmed figure that claims disagree with. */
void hold_facts(const Board *board,
                const ClFactSet *facts,
                ClDay today,
                GArray *list);

/** The first of those that hang together with one, by whom each hangs on. */
unsigned root_of(unsigned *parents, unsigned i);

/** A finding of a rule without camps yet. */
ClFinding new_finding(const ClRule *rule, ClVerdict verdict);
/** Adds the names of the facets whose bits are set. */
void add_names(const ClRule *rule, uint64_t bits, GPtrArray *names);
/** Orders the camps, signs the finding and moves it to the list. */
void finish_finding(const ClClaims *claims, ClFinding finding, GArray *list);

/** Sets the id, once all camps are there. */
void sign_finding(const ClClaims *claims, ClFinding *finding);

/**
 * Adds a finding for each figure that two rules whose measures readers take
 * for each other both claim of one subject.
 */
void hold_confused(const ClClaims *claims, GArray *list);

/**
 * Whether the article of a claim, at an index, gives the figure of another
 * article's to a measure that readers take for its own.
 */
bool is_of_other_measure(const ClClaims *claims,
                         size_t index,
                         const ClClaim *odd);

/**
 * Drops each divergence for what is left unsaid that a conflict of its rule
 * tells too, which takes over its claims as witnesses of its camps.
 */
void tell_once(const ClClaims *claims, GArray *list);

/**
 * Adds a finding for figures of several periods that cannot all be true:
 * quarters that do not make their half, a growth that does not lead from the
 * level of the year before; none for what a finding of the list has already.
 */
void hold_series(const ClClaims *claims, GArray *list);

/** Adds a finding for figures of one subject that are a slip of the pen apart,
    for a rule of type slip. */
void check_slips(const ClRule *rule,
                 const ClClaims *claims,
                 const GArray *indexes,
                 GArray *list);

/** Recomputes what passages state, for a rule of type arithmetic. */
void check_arithmetic(const ClRule *rule,
                      const ClClaims *claims,
                      const GArray *indexes,
                      GArray *list);

/**
 * The power of ten to which a number was meant: 289,000 to the thousand,
 * 300,000 to the ten thousand (never coarser than its second digit).
 */
int precision_of(const ClQuantity *quantity, ClNumber value);

/** Frees what a ClFinding owns. */
void clear_finding(void *finding);

/**
 * Whether two figures as written are the same but for their order of digits
 * or one of them: 7分04秒957 and 7分40秒957.  Five digits or more.
 */
bool is_slip_of_pen(const char *a, const char *b);

/** 1451 and 1951, 266 and 662: one other digit, or the same ones. */
bool is_miswritten(ClNumber a, ClNumber b);

/** 266 and 662: the same digits, a last place the same. */
bool has_same_digits(ClNumber a, ClNumber b);

/** 109,414 and 1.09 million: the same first digits, another power of ten. */
bool is_shifted(ClNumber a, ClNumber b);

/** 3944 and 3494: two neighbouring digits changed places. */
bool is_transposed(ClNumber a, ClNumber b);

/** Up to 780 miles, 780公里: one number, of another unit. */
bool is_mile_for_kilometre(const ClQuantity *a, const ClQuantity *b);

/** Two disagreeing figures: why, where a slip explains it. */
ClCause find_cause(const ClQuantity *a, const ClQuantity *b, int *power);

#endif
