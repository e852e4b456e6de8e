/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_SEARCH_H
#define CL_EXTRACT_SEARCH_H

/*
 * What one sentence offers to one rule: its words by role, its quantities.
 * The lists are in order of place, so that looking around a quantity costs
 * what stands around it, not the whole sentence.
 */

#include "extract/private.h"

/** Somebody or something that a sentence speaks of, and no word of the rule. */
typedef struct {
    ClSpan span; /* folded bytes */
    enum {
        NAME_STRANGE,
        NAME_CODED, /* SU7: letters and digits, a product more likely */
        NAME_LISTED,
        NAME_FORMER,
        NAME_LATTER,
        NAME_TOGETHER, /* 两家合计 */
        NAME_SEATED,   /* the Korean company, where it is nobody named */
    } kind;
    uint32_t term; /* NAME_LISTED; of NAME_SEATED the seat */
} Name;

/** Beside whom a name is no other: who the figure may be of. */
typedef struct {
    uint32_t subject; /* a term, or UINT32_MAX */
    const char *text; /* where it stands, or NULL */
    size_t length;
    const char *title; /* of the article, or NULL */
    bool carried;      /* not from this sentence */
    bool several;      /* with others like it */
    bool past;         /* the names are of a sentence before */
} Known;

typedef struct {
    Extraction *run;
    Passage *passage;
    size_t index; /* of the sentence */
    uint32_t rule_index;
    const ClRule *rule;
    const char *text;
    size_t length;
    const GArray *hits;                     /* of ClHit: all of the sentence */
    const GArray *quantities;               /* of ClQuantity */
    GArray *measures, *subjects, *excludes; /* of ClHit: the rule's */
    GArray *own;      /* of ClHit: measures, subjects and facets of the rule */
    GArray *rivals;   /* of ClHit: shared, none of the rule's own */
    GArray *variants; /* of ClHit: Pro Max without its model, and nobody knows
                         of which; they are names of others */
    bool named;       /* names is filled for this sentence and rule */
    GArray *names;    /* of Name, by start */
    bool carried;     /* the three below are known for this sentence and rule */
    Passage *carrier;
    uint32_t carried_term;
    bool carried_titled;
    bool talked;    /* topic is known for this sentence and rule */
    Passage *topic; /* where what it talks of was named, or NULL */
    bool ended;     /* then: because something else was measured in the
                       paragraph since */
} Search;

/** Allocates the lists; search_start fills them for a sentence and a rule. */
void search_init(Search *search, Extraction *run);
void search_clear(Search *search);
void search_start(Search *search,
                  Passage *passage,
                  size_t index,
                  uint32_t rule);
/** The same without the words: text and quantities are known. */
void search_look(Search *search, Passage *passage, size_t index, uint32_t rule);

/** The figure of the sentence with that index. */
static inline const ClQuantity *
search_quantity(const Search *search, size_t index)
{
    return &g_array_index(search->quantities, ClQuantity, index);
}

/** Index of the first hit that begins at a byte or behind it. */
unsigned search_behind(const GArray *hits, size_t at);

/** Index of the first hit that may reach a byte: none before it does. */
unsigned search_from(const GArray *hits, size_t at);

/** What a hit may be asked. */
typedef bool HitTest(const Search *search, const ClHit *hit);

/**
 * Whether a hit lies in a span and passes a test.
 *
 * hits  of ClHit: all of the sentence, or the subjects
 * test  NULL: every hit does
 */
bool search_has_within(const Search *search,
                       const GArray *hits,
                       ClSpan span,
                       HitTest *test);

/**
 * The first hit within a span that has a role: for the rule of that index, or
 * for all where the role is one of no rule (0).  NULL if there is none.
 */
const ClHit *search_role_within(const Search *search,
                                ClSpan span,
                                unsigned rule,
                                ClRole role);

/** The clause around a byte. */
ClSpan search_clause(const Search *search, size_t at);

/** The end of the first hit that begins where a span does, lies in it and is
    of the kind asked for; 0 if there is none. */
size_t search_end_at(const Search *search,
                     ClSpan span,
                     bool (*is_kind)(const Search *search, const ClHit *hit));

/** Whether any of the hits (of ClHit, by start) overlaps a span. */
bool search_any_over(const GArray *hits, ClSpan span);

/** True if a word of the rule's own overlaps the span. */
bool search_is_own(const Search *search, ClSpan span);

/**
 * In a table's cell: whether what stands above the table may say what the
 * figure is.  Not if its row or its column names a thing unknown to the rule,
 * which may be another company or another measure.
 */
bool search_is_framed(const Search *search);

/** True if a time overlaps the span: 2025 in October 2025. */
bool search_is_time(const Search *search, ClSpan span);

/** True if a word is read as a time or a currency: Q3, FY2025, RMB217亿元
    hold letters and digits and name nothing. */
bool search_is_read(const Search *search, ClSpan word);

/** Tells the trace why a measure is not the quantity's; false. */
bool search_refuse(const Search *search,
                   ClStep step,
                   ClSpan measure,
                   ClSpan words);

/** The names of others in the sentence: of Name, by start.  Looked for once. */
const GArray *search_names(Search *search);

/** The first name of another within a span. */
bool search_other_name(Search *search,
                       ClSpan span,
                       const Known *known,
                       ClSpan *out);

/** The name that a clause opens with; false if it opens with none. */
bool search_head_name(const Search *search, ClSpan clause, Name *name);

/** The word of a list that stands at a byte: its end, or 0. */
size_t search_word_at(const Search *search, size_t at, ClNameWords kind);

/** Turns P7 into the 小鹏P7 it stands for; false where no maker says so. */
bool complete_name(const Search *search, ClHit *hit);

/** Drops subjects whose number is that of a figure: 小米15亿元. */
void search_drop_figures(Search *search);

/** Makes subjects of the models that are known by their shape alone. */
void search_find_models(Search *search);

/** Whether no name stands right before a byte: the Pro, 四驱的Max, but not
    MacBook Pro. */
bool search_opens_alone(const Search *search, size_t start);

/** Adds a subject that no list spells, in its place. */
void search_add_subject(Search *search, ClHit hit);

/** Makes subjects of words for a company by its seat: the Korean company. */
void search_find_epithets(Search *search);

/** Adds those words for a company by its seat that are none of the subjects. */
void epithet_add_names(Search *search);
/** Whether such words may be for a subject: at home there, or nobody knows. */
bool epithet_fits(const Search *search, const Name *name, uint32_t subject);

/** Makes subjects of the variants that stand alone, 小米17 Pro Max of Pro Max
    behind 小米17 Pro; those of no known model stay. */
void search_find_siblings(Search *search);

/** How near a bare number must stand to what it counts. */
enum { ADJOINING = 2 };

/**
 * Makes growth of a multiple of what was a year before: 是去年的三倍 is +200 %.
 *
 * quantity  as written in the sentence
 * known     that quantity, which may become another
 */
void become_growth(const Search *search,
                   const ClQuantity *quantity,
                   ClQuantity *known);

/** Whether a rule of the whole (scope) has a measure that is only a part's:
    直销渠道收入, iPhone revenue, 收入 behind 分产品看. */
bool search_is_of_part(const Search *search, ClSpan measure);

/** Whether a quantity has a unit the rule takes, and its value in it. */
bool fits_unit(const Search *search,
               const ClQuantity *quantity,
               ClQuantity *value);
/** Whether a measure of money counts goods here: sales fell 5% to 480,186 cars. */
bool search_sells_by_count(const Search *search, const Binding *binding);
/** The change that leads from a measure to the figure of that index behind it:
    sales fell 9.9% from a year earlier to 61,497; NULL if none does. */
const ClQuantity *search_change_to(const Search *search,
                                   size_t index,
                                   ClSpan measure);
/** Whether it may be a figure of the rule at all, by unit and form: asked of a
    search that looks at a sentence. */
bool may_fit(const Search *search, const ClQuantity *quantity);
/** Whether it has none, and may still count what stands beside it. */
bool is_bare(const Search *search, const ClQuantity *quantity);
/** Whether a number may be a year: 2017. */
bool may_be_year(const ClQuantity *quantity);
/** Whether it is a figure of this measure, and its value in the rule's unit. */
bool fits_measure(const Search *search,
                  const ClQuantity *quantity,
                  ClSpan measure,
                  ClQuantity *value);

/** 提升 in 用户较上一代提升了近2倍: whether a word says the quantity's change. */
bool phrase_is_verb(const Search *search,
                    ClSpan word,
                    const ClQuantity *quantity);

/** rise in "a 15 percent rise in revenue": whether a rival is the noun that a
    change is told by. */
bool phrase_is_noun(const Search *search,
                    ClSpan rival,
                    const ClQuantity *quantity);

/** revenue of 10 billion: whether words open a figure right behind them. */
bool phrase_opens(const Search *search, ClSpan words, ClSpan figure);

/** 10 billion in sales: whether words end the phrase of a figure before. */
bool phrase_is_spent(const Search *search, ClSpan words);

/** Where the phrase of a figure that a measure ends begins, behind the figure
 * before it: a loss of 4 billion on 5 billion of revenue.  0: no such phrase. */
size_t phrase_begins(const Search *search,
                     const ClQuantity *quantity,
                     ClSpan measure);

/** Whether a rival ends the amount's phrase, and which: 5亿元的净利润. */
bool phrase_is_owned(const Search *search,
                     const ClQuantity *quantity,
                     ClSpan *words);

/** The first of two figures that a figure is one of: 2.4 billion on 9.8
    billion.  SIZE_MAX: it is of no such two. */
size_t phrase_pair(const Search *search, size_t quantity);

/** Whether a measure ends the phrase of an earlier figure of the rule. */
bool phrase_is_used_up(const Search *search, ClSpan measure, size_t quantity);

/** What a list of values goes with. */
typedef enum {
    LISTED_NOT,        /* there is no such list */
    LISTED_BY_SUBJECT, /* names: A、B、C分别为x、y、z */
    LISTED_BY_WORDS,   /* times or places */
    LISTED_UNKNOWN,    /* something the rule does not know: no claims */
} Listed;

typedef struct {
    size_t first, last; /* quantities: the values */
    ClSpan all, own;    /* folded bytes: the list, and this value's item */
    ClSpan values;      /* folded bytes: first to last */
} Listing;

/** The values that stand in a row with one: all but what they go with. */
void list_values(const Search *search, size_t quantity, Listing *out);

/** Whose a value in a row is. */
typedef enum {
    ROW_NONE,  /* no measures stand in a row for it */
    ROW_OTHER, /* of another measure, or of nobody known */
    ROW_OWN,   /* the rule's, and bound */
} Rowed;

/** Binds a value whose measure stands in a row with others: 营收、净利分别为398亿元、
    30亿元. */
Rowed bind_row(Search *search, Binding *binding);

/** The measure of a quantity, or of the listing it is in (else NULL), and
    the quantity in the rule's unit. */
bool find_measure(const Search *search,
                  size_t quantity,
                  const Listing *listing,
                  ClSpan *measure,
                  ClQuantity *value);

/** Binds a figure that leaves out the measure of the one bound before it. */
bool bind_ellipsis(const Search *search,
                   const Binding *before,
                   Binding *binding);

/** Binds a count that "of which" leads to, behind the one it is a part of. */
bool bind_some(const Search *search, const GArray *bound, Binding *binding);

/** Binds what a figure of the sentence is held against; bound: those before. */
bool bind_compared(const Search *search, const GArray *bound, Binding *binding);

/** Binds a figure that the name of another part stands before; before: the
    figure of a part in this sentence, or NULL. */
bool bind_branch(Search *search, const Binding *before, Binding *binding);

/** Gives a figure the measure and the subject of one bound before it. */
void search_take_from(const Search *search,
                      const Binding *before,
                      Binding *binding);

/** Binds a figure that leaves out the measure of the sentence before. */
bool bind_echo(const Search *search, Binding *binding);

/** What says when a figure was, and how: its clause, behind the figure before
    and before the next one. */
ClSpan search_room(const Search *search, size_t quantity);
/** Whether a word is a place or one of the rule's own facets: 联营, abroad. */
bool search_tells_apart(const Search *search, const ClHit *hit);
/** Whether a span tells a time, or how long one is: in the second quarter. */
bool search_tells_time(const Search *search, ClSpan span);
/** How much words of a span say: a Han character counts one, a Latin word two;
    times, facets and what leads to a number count nothing. */
size_t search_weigh(const Search *search, ClSpan span);
/** A count in thousands or more, and no year. */
bool search_is_large(const ClQuantity *quantity);
/** The sentence that names what the article talks of, or NULL. */
Passage *search_topic(Search *search);
/** Binds a count that leaves out the measure the article talks of. */
bool bind_topic(Search *search, const Binding *before, Binding *binding);

/** Gives a figure the measure of the one before, or the one talked of. */
bool search_take_topic(Search *search, const Binding *before, Binding *binding);
/** Binds a value of a list of names that leave their measure out: 甲和乙分别以
    2890万部和2830万部位列第四、第五. */
bool bind_listed(Search *search, const Binding *before, Binding *binding);

/** Whether a span holds a time and words without weight, and no others. */
bool search_is_light(const Search *search, ClSpan span);
/** Whether a rival only says how much something changed: growth, 增幅. */
bool search_is_change(const Search *search, const ClHit *rival);
/** Whether words of a span measure something, other than how it changed. */
bool search_measures_another(const Search *search, ClSpan span);
/** Whether no noun stands behind a figure that it might count. */
bool figure_ends_there(const Search *search, const ClQuantity *quantity);
/** The last subject before a byte, or NULL. */
const ClHit *search_subject_before(const Search *search, size_t at);
/** Whether the rule is on a list of makers and follows whom an article is
    about, not only the sentence before. */
bool search_is_far_carried(const Search *search);
/** Whether two subjects of the rule are one entity. */
bool search_same_entity(const Search *search, uint32_t a, uint32_t b);

/** Binds a figure that says by its unit and its place what it is: the X9, 4999
    yuan. */
bool bind_unsaid(Search *search, Binding *binding);

/**
 * Binds, for a rule of type slip, a figure of any measure that has digits
 * enough for a slip to show: to its subject or, where nobody knows whose it
 * is, to each of those named before.
 *
 * out  of Binding, appended to
 */
void bind_any(Search *search, Binding binding, GArray *out);

/** Whether the sentence that lends a binding its subject names others too. */
bool search_is_of_several(const Search *search, const Binding *binding);

/** Whether a word without weight begins at a byte: its end, or 0. */
size_t search_light_at(const Search *search, ClSpan span);

/** The question that the sentence may answer; NULL if none. */
Passage *find_question(Extraction *run, size_t index);
/** Binds the figure of a sentence that answers a question of the rule's. */
bool bind_answer(const Search *search, Passage *question, Binding *binding);

/** Which of the two named last a figure is of: 前者, the latter. */
bool take_of_pair(Search *search, size_t anchor, Binding *binding);

/** Who says the quotation that a byte stands in, named behind it. */
bool take_speaker(const Search *search, size_t anchor, Binding *binding);

/** The list that a quantity's value belongs to, in order. */
Listed find_listing(const Search *search, size_t quantity, Listing *out);

/** A quantity with no unit or the same as another has its value in the
    rule's unit: 40,397 and 31,767 vehicles. */
bool fits_as(const Search *search,
             size_t quantity,
             size_t other,
             ClQuantity *value);

/** 乙250家 behind 甲有300家门店: the measure of the binding before. */
bool find_chained(const Search *search,
                  const Binding *before,
                  Binding *binding);

/** True for 合计 before or in all behind a quantity. */
bool is_total(const Search *search, size_t quantity);

/** 550 in all: measure and subject of its parts, if they have one subject. */
bool find_totalled(const Search *search,
                   const GArray *bindings,
                   Binding *binding);

/** Gives the figure to the house of the part it was bound to where the clause
    says so; false if it can be neither's. */
bool settle_house(const Search *search, size_t anchor, Binding *binding);

/** Hemu, owner of Zhuli, took 3 billion: Hemu, for the nearest subject Zhuli. */
const ClHit *house_past_aside(const Search *search,
                              const ClHit *nearest,
                              size_t anchor);

/** Which of its subjects (there are some) a sentence hands on: the last, or the
    house it has come from to that part of it; NULL: it only lists parts. */
const ClHit *house_lender(const Search *search);

/** The title, folded, or NULL: who it names is no stranger to a sentence. */
const char *search_title(const Search *search);
/** Whether the rule is about the companies or products of a list. */
bool search_is_of_list(const Search *search);
/** Whether a figure whose clause names no subject is a whole market's: global
    smartphone shipments, 行业出货量. */
bool search_is_of_market(const Search *search, const Binding *binding);
/** Whether it is, though a subject stands before it in its sentence: Hemu leads
    as global shipments … */
bool search_is_of_market_beside(const Search *search, const Binding *binding);

/** Takes the subject that is a list's item. */
void search_take_item(const Search *search, ClSpan item, Binding *binding);
/** Whether a word names a region: 美国. */
bool search_is_place(const Search *search, const ClHit *hit);

/** Whether another one is only held against a subject: 比禾木少得多. */
bool search_is_oblique(const Search *search, const ClHit *subject);
/** Whether it is left out of what is counted: 不含禾木. */
bool search_is_left_out(const Search *search, const ClHit *subject);

/** Whether a word of a kind ends right before a byte, or before its blank. */
bool search_word_before(const Search *search, size_t start, ClNameWords kind);
/** Whether a sentence is on two companies, so that as a title it lends none. */
bool search_names_several(const Search *search);
/** Binds the subject carried on to the sentence, if there is one: the same for
    every quantity of it, and looked for once. */
void search_take_carried(Search *search, Binding *binding);

/** The subject of a binding: before the quantity, in its clause, carried. */
bool bind_subject(Search *search, Binding *binding);

#endif
