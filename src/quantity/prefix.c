/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands in front of a number, read backwards: sign, currency, hedge and
 * words of change.  Each step looks at a few words only, and never before the
 * quantity that was read last.
 */
#include "quantity/phrase.h"

#include <string.h>

#define MOST_FILLERS 2

static size_t
gap_before(const ClReader *r, size_t at)
{
    return at > r->floor && r->text[at - 1] == ' ' ? at - 1 : at;
}

static size_t
match_before(const ClReader *r, ClWords words, size_t at, int *meaning)
{
    return cl_reader_match_before(r, words, at, r->floor, meaning);
}

/* One look tells, of nearly all: no word of these lists stands in front. */
static inline bool
begins_alone(const ClReader *r, size_t at, ClMarks lists)
{
    return at <= r->floor ||
           (r->text[at - 1] != ' ' && !(r->marks[at - 1] & lists));
}

/* ---- Sign and currency ------------------------------------------------- */

static bool
may_precede_sign(const ClReader *r, size_t at)
{
    if (at <= r->floor)
        return at == 0; /* 5元-6元: a dash behind a quantity */
    const char c = r->text[at - 1];
    return !g_ascii_isalnum(c) && c != ')' && c != '-' && c != '%';
}

/* - 1,200,000: a dash and a blank are a sign where nothing else is there. */
static bool
take_spaced_dash(const ClReader *r, size_t at, ClPhrase *p)
{
    if (at < 2 || r->text[at - 1] != ' ' || r->text[at - 2] != '-' ||
        at - 2 < r->floor)
        return false;
    const bool degrees =
        strncmp(r->text + p->n.end, " degree", strlen(" degree")) == 0 ||
        strncmp(r->text + p->n.end, "°", strlen("°")) == 0;
    const bool whole = at == 2 && (p->n.end == r->length || degrees);
    if (!whole && !(degrees && at > 2 && r->text[at - 3] == ' '))
        return false;
    p->negative = true;
    p->start = at - 2;
    return true;
}

static void
take_sign(const ClReader *r, ClPhrase *p)
{
    const size_t at = p->start;
    int meaning;
    if (at > r->floor && r->text[at - 1] == '-' &&
        may_precede_sign(r, at - 1)) {
        p->negative = true;
        p->start = at - 1;
        return;
    }
    if (at > r->floor && r->text[at - 1] == '+' &&
        may_precede_sign(r, at - 1)) {
        p->start = at - 1;
        return;
    }
    if (take_spaced_dash(r, at, p))
        return;
    const size_t gap = gap_before(r, at);
    const size_t word = match_before(r, CL_WORDS_NEGATIVE, gap, &meaning);
    if (word == 0)
        return;
    p->negative = true;
    p->start = gap - word;
}

static void
take_currency(const ClReader *r, ClPhrase *p)
{
    int spelling;
    const size_t gap = gap_before(r, p->start);
    const size_t word = match_before(r, CL_WORDS_UNITS_BEFORE, gap, &spelling);
    if (word == 0)
        return;
    p->currency = cl_vocabulary_spelling(r->vocabulary, spelling)->units[0];
    p->start = gap - word;
}

static inline bool
has_mark_before(const ClReader *r, size_t at)
{
    return at > r->floor && (r->text[at - 1] == '-' || r->text[at - 1] == '+');
}

CL_SELDOM static void
take_front(const ClReader *r, ClPhrase *p)
{
    take_sign(r, p);
    take_currency(r, p);
    if (p->currency && !p->negative)
        take_sign(r, p);
    if (p->negative && cl_number_sign(p->n.value) < 0) { /* 负三分之负五 */
        p->n.value = cl_number_negate(p->n.value);
        p->n.upper = cl_number_negate(p->n.upper);
        p->negative = false;
    }
}

void
cl_phrase_read_front(const ClReader *r, ClPhrase *p)
{
    const ClMarks lists =
        CL_MARK(CL_WORDS_NEGATIVE) | CL_MARK(CL_WORDS_UNITS_BEFORE);
    if (!begins_alone(r, p->start, lists) || has_mark_before(r, p->start))
        take_front(r, p);
}

/* ---- Hedges ------------------------------------------------------------ */

/* 近三年 is a window, unless 历时 or the like comes before. */
static bool
is_window(const ClReader *r, const ClPhrase *p, size_t at)
{
    int meaning;
    if (!(cl_vocabulary_unit(r->vocabulary, p->unit)->flags & CL_UNIT_WINDOW))
        return false;
    return match_before(r, CL_WORDS_DESPITE, at, &meaning) == 0;
}

static bool
hedge_fits(const ClReader *r, const ClPhrase *p, const ClHedge *h, size_t at)
{
    const bool bare = p->n.flags & CL_NUMERAL_BARE;
    const bool plural = p->n.flags & CL_NUMERAL_PLURAL;
    if ((h->bare == CL_ONLY && !bare) || (h->bare == CL_NEVER && bare) ||
        h->plural != plural)
        return false;
    if (!cl_number_is_zero(h->from) && cl_number_valid(p->n.value) &&
        cl_number_compare(p->n.value, h->from) < 0)
        return false;
    return !h->no_window || !is_window(r, p, at);
}

static int
fitting_hedge(const ClReader *r, ClPhrase *p, int word, size_t at)
{
    const ClVocabulary *v = r->vocabulary;
    const ClHedgeWord *choices =
        &g_array_index(v->hedge_words, ClHedgeWord, word);
    for (int i = 0; i < CL_HEDGE_WORD_CHOICES && choices->hedges[i]; i++) {
        const int id = choices->hedges[i];
        const ClHedge *hedge = cl_vocabulary_hedge(v, id);
        const bool plural = p->n.flags & CL_NUMERAL_PLURAL;
        if (plural && !hedge->plural)
            return id;
        if (hedge_fits(r, p, hedge, at))
            return id;
        if (hedge->no_window && is_window(r, p, at))
            p->window = true;
    }
    return 0;
}

/* A hedge at most two fillers away: 应该有, 超过了, 至少有. */
static bool
take_hedge(const ClReader *r, ClPhrase *p)
{
    size_t at = gap_before(r, p->start);
    for (int i = 0; i <= MOST_FILLERS; i++) {
        int word;
        const size_t length =
            match_before(r, CL_WORDS_HEDGES_BEFORE, at, &word);
        if (length > 0) {
            const int hedge =
                word > 0 ? fitting_hedge(r, p, word, at - length) : 0;
            if (hedge == 0)
                return false;
            if (p->before == 0 || hedge < p->before)
                p->before = hedge;
            p->start = at - length;
            return true;
        }
        const size_t filler = match_before(r, CL_WORDS_FILLERS, at, &word);
        if (filler == 0)
            return false;
        at = gap_before(r, at - filler);
    }
    return false;
}

/* ---- Change ------------------------------------------------------------ */

static bool
shows_change(const ClReader *r, const ClPhrase *p)
{
    const ClQuantityKind kind =
        cl_vocabulary_unit(r->vocabulary, p->unit)->kind;
    return kind == CL_KIND_PERCENT || kind == CL_KIND_PERCENTAGE_POINT ||
           kind == CL_KIND_MULTIPLE || p->n.flags & CL_NUMERAL_FRACTION;
}

static void
set_change(ClPhrase *p, int meaning)
{
    p->changed = meaning <= CL_CHANGE_DECLINE;
    if (meaning == CL_CHANGE_GROWTH)
        p->form = CL_FORM_GROWTH;
    if (meaning == CL_CHANGE_DECLINE)
        p->form = CL_FORM_DECLINE;
}

/* Grew its revenue by 5 percent, slid to 8 from 13 billion, or by 38 percent:
   the verb of a "by" may stand some words before it, in the same sentence. */
static void
take_change_by(const ClReader *r, ClPhrase *p)
{
    enum { FARTHEST = 100 };
    static const char by[] = "by ";
    const size_t length = strlen(by);
    const size_t end = p->start;
    const size_t least = end > FARTHEST ? end - FARTHEST : 0;
    if (end < length || strncmp(r->text + end - length, by, length) != 0)
        return;
    for (size_t at = end - length; at > least; at--) {
        const char c = r->text[at - 1];
        int meaning;
        if (c == ';' || c == ':' || (c == '.' && r->text[at] == ' '))
            return;
        if (r->text[at] != ' ' ||
            cl_reader_match_before(r, CL_WORDS_CHANGES, at, least, &meaning) ==
                0 ||
            meaning > CL_CHANGE_DECLINE)
            continue;
        set_change(p, meaning);
        return;
    }
}

static void
take_change(const ClReader *r, ClPhrase *p)
{
    size_t at = gap_before(r, p->start);
    if (!shows_change(r, p))
        return;
    for (int i = 0; i <= MOST_FILLERS; i++) {
        int meaning;
        if (match_before(r, CL_WORDS_CHANGES, at, &meaning) > 0) {
            set_change(p, meaning);
            return;
        }
        const size_t filler = match_before(r, CL_WORDS_FILLERS, at, &meaning);
        if (filler == 0)
            break;
        at = gap_before(r, at - filler);
    }
    take_change_by(r, p);
}

/* 16 percent higher than a year ago: English may say the change behind. */
CL_SELDOM static void
take_change_behind(const ClReader *r, ClPhrase *p, size_t at)
{
    int meaning;
    const ClQuantityKind kind =
        cl_vocabulary_unit(r->vocabulary, p->unit)->kind;
    if (!shows_change(r, p) || kind == CL_KIND_MULTIPLE || p->changed ||
        p->form != CL_FORM_LEVEL ||
        cl_reader_match(r, CL_WORDS_CHANGES_BEHIND, at, &meaning) == 0)
        return;
    p->changed = true;
    p->form = meaning == CL_CHANGE_GROWTH ? CL_FORM_GROWTH : CL_FORM_DECLINE;
}

/* 利润率-3.5% is a level, 营收5亿元,-3.5% a change of one. */
static bool
stands_apart(const ClReader *r, size_t at)
{
    static const char *const leads[] = {", ", ",", "(", "同比", "环比", "按年"};
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++) {
        const size_t length = strlen(leads[i]);
        if (at >= r->floor + length &&
            memcmp(r->text + at - length, leads[i], length) == 0)
            return true;
    }
    return false;
}

/* 同比+21%, and -2.2% behind a figure: a percentage with a sign is a change,
   be it below zero. */
CL_SELDOM static void
take_signed_change(const ClReader *r, ClPhrase *p)
{
    if (p->changed || p->ranged || p->form != CL_FORM_LEVEL ||
        (r->text[p->start] == '-' && !stands_apart(r, p->start)) ||
        cl_vocabulary_unit(r->vocabulary, p->unit)->kind != CL_KIND_PERCENT)
        return;
    p->changed = true;
    p->form = CL_FORM_GROWTH;
}

CL_SELDOM static void
take_words_before(const ClReader *r, ClPhrase *p)
{
    if (take_hedge(r, p))
        take_hedge(r, p);
    take_change(r, p);
}

void
cl_phrase_read_before(const ClReader *r, ClPhrase *p)
{
    const ClMarks lists = CL_MARK(CL_WORDS_HEDGES_BEFORE) |
                          CL_MARK(CL_WORDS_CHANGES) | CL_MARK(CL_WORDS_FILLERS);
    if (!begins_alone(r, p->start, lists))
        take_words_before(r, p);
    const size_t behind = cl_reader_gap(r, p->end);
    if (cl_reader_may(r, CL_WORDS_CHANGES_BEHIND, behind))
        take_change_behind(r, p, behind);
    const char sign = r->text[p->start];
    if (sign == '+' || sign == '-')
        take_signed_change(r, p);
}

bool
cl_quantity_is_change_word(const ClVocabulary *v, const char *text, ClSpan word)
{
    const ClMatch change =
        cl_lexicon_find(v->words[CL_WORDS_CHANGES], text, word.end, 0);
    return change.length >= word.end - word.start && change.length &&
           change.meaning <= CL_CHANGE_DECLINE;
}
