/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures that share the words of others: values listed after a list of names,
 * times or places (A、B、C分别为x、y、z), the next company's figure without the
 * measure (甲有300家门店,乙250家), and a total behind its parts (300 here and
 * 250 there, 550 in all).
 */
#include "extract/search.h"

#include <string.h>

/* ---- Values in a row --------------------------------------------------------- */

/* Whether nothing but an enumeration's joints stands between two spans. */
static bool
is_joined(const char *text, size_t from, size_t to)
{
    static const char *const joints[] = {"、", "以及", "和",   "与",
                                         "及", "and ", " or ", "/"};
    if (from >= to)
        return false;
    while (from < to) {
        size_t length = strchr(" ,", text[from]) ? 1 : 0;
        for (size_t i = 0; i < G_N_ELEMENTS(joints) && !length; i++)
            if (g_str_has_prefix(text + from, joints[i]))
                length = strlen(joints[i]);
        if (!length)
            return false;
        from += length;
    }
    return from == to;
}

/* 4,078, short of the 4,286 forecast: what English says of a bound behind a
   comma is what the figure before is held against. */
static bool
is_held_against(const Search *search, const ClQuantity *a, const ClQuantity *b)
{
    return b->span.start < b->number.start && b->shape == CL_SHAPE_ONE_SIDED &&
           g_ascii_isalpha(search->text[b->span.start]) &&
           b->span.start - a->span.end == strlen(", ") &&
           search->text[a->span.end] == ',';
}

/* 17.3%、15.8%: figures of one kind, or bare ones before the last. */
static bool
is_next_value(const Search *search, size_t index)
{
    const ClQuantity *a = search_quantity(search, index);
    const ClQuantity *b = search_quantity(search, index + 1);
    const bool alike = a->unit == b->unit && a->form == b->form;
    return !is_held_against(search, a, b) &&
           (alike || (!a->unit && a->kind == CL_KIND_NUMBER)) &&
           is_joined(search->text, a->span.end, b->span.start);
}

void
list_values(const Search *search, size_t index, Listing *out)
{
    *out = (Listing){.first = index, .last = index};
    while (out->first > 0 && is_next_value(search, out->first - 1))
        out->first--;
    while (out->last + 1 < search->quantities->len &&
           is_next_value(search, out->last))
        out->last++;
    out->values = (ClSpan){search_quantity(search, out->first)->span.start,
                           search_quantity(search, out->last)->span.end};
}

/* ---- What they are listed by --------------------------------------------------- */

/* The last `count` spans before a byte, if they are a list and no longer one;
   spans are in order. */
static bool
take_run(const Search *search,
         const GArray *spans,
         size_t count,
         size_t own,
         Listing *out)
{
    const unsigned length = spans->len;
    if (length < count)
        return false;
    const ClSpan *run = &g_array_index(spans, ClSpan, length - count);
    for (size_t i = 1; i < count; i++)
        if (!is_joined(search->text, run[i - 1].end, run[i].start))
            return false;
    if (length > count && is_joined(search->text, run[-1].end, run[0].start))
        return false;
    out->own = run[own];
    out->all = (ClSpan){run[0].start, run[count - 1].end};
    return true;
}

static GArray *
new_spans(void)
{
    return g_array_new(FALSE, FALSE, sizeof(ClSpan));
}

static GArray *
subject_spans(const Search *search, size_t end)
{
    GArray *spans = new_spans();
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClSpan span = g_array_index(search->subjects, ClHit, i).span;
        if (span.end <= end)
            g_array_append_val(spans, span);
    }
    return spans;
}

static GArray *
time_spans(const Search *search, size_t end)
{
    GArray *spans = new_spans();
    const GArray *times = passage_times(search->run, search->passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->span.end <= end && time->kind != CL_TIME_WINDOW)
            g_array_append_val(spans, time->span);
    }
    return spans;
}

bool
search_tells_apart(const Search *search, const ClHit *hit)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(search->run->rules, hit->term, &count);
    for (size_t i = 0; i < count; i++)
        if ((uses[i].role == CL_ROLE_SHARED &&
             uses[i].facet == CL_FACET_REGION) ||
            (uses[i].role == CL_ROLE_FACET &&
             uses[i].rule == search->rule_index))
            return true;
    return false;
}

static GArray *
facet_spans(const Search *search, size_t end)
{
    GArray *spans = new_spans();
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.end <= end && search_tells_apart(search, hit))
            g_array_append_val(spans, hit->span);
    }
    return spans;
}

/* 广东、浙江的门店分别为 has a list, 两个版本的续航分别为 has none. */
static bool
lists_something(const Search *search, ClSpan span)
{
    static const char *const joints[] = {"、", "和", "与", "及", " and "};
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
        if (g_strstr_len(search->text + span.start,
                         (gssize)(span.end - span.start), joints[i]))
            return true;
    return false;
}

/* 分别为 before the values and behind a list, or respectively before or behind
   the values. */
static bool
says_respectively(const Search *search, const Listing *list)
{
    static const char *const words[] = {"分别", "依次", "respectively"};
    const ClSpan values = {search_quantity(search, list->first)->span.start,
                           search_quantity(search, list->last)->span.end};
    const ClSpan clause = search_clause(search, values.start);
    const size_t start = MIN(clause.start, values.start);
    /* 收入…，净利润…，同比分别增长2%和3%: they go with the clauses before */
    const bool changes =
        search_quantity(search, list->first)->form != CL_FORM_LEVEL;
    for (size_t i = 0; i < 2; i++)
        if (g_str_has_prefix(search->text + start, words[i]) ||
            (changes && g_strstr_len(search->text + start,
                                     (gssize)(values.start - start), words[i])))
            return true;
    if (!lists_something(search, (ClSpan){start, values.start}))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(search->text + start, (gssize)(values.start - start),
                         words[i]))
            return true;
    enum { BEHIND = 16 };
    return g_strstr_len(search->text + values.end,
                        (gssize)MIN(search->length - values.end, BEHIND),
                        words[2]) != NULL;
}

Listed
find_listing(const Search *search, size_t index, Listing *out)
{
    list_values(search, index, out);
    const size_t count = out->last - out->first + 1;
    const size_t end = out->values.start;
    if (count < 2)
        return LISTED_NOT;
    g_autoptr(GArray) subjects = subject_spans(search, end);
    g_autoptr(GArray) times = time_spans(search, end);
    g_autoptr(GArray) facets = facet_spans(search, end);
    const size_t own = index - out->first;
    if (take_run(search, subjects, count, own, out))
        return LISTED_BY_SUBJECT;
    if (take_run(search, times, count, own, out) ||
        take_run(search, facets, count, own, out))
        return LISTED_BY_WORDS;
    return says_respectively(search, out) ? LISTED_UNKNOWN : LISTED_NOT;
}

/* ---- The unit of a neighbour ------------------------------------------------- */

/* 1.2 and 1.4 million: whether a figure has a scale that another may lack. */
static bool
is_plain(const Search *search, const ClQuantity *quantity)
{
    for (size_t i = quantity->number.start; i < quantity->number.end; i++)
        if (!g_ascii_isdigit(search->text[i]) && !strchr(".,", search->text[i]))
            return false;
    return true;
}

bool
fits_as(const Search *search, size_t index, size_t other, ClQuantity *value)
{
    ClQuantity lent = *search_quantity(search, index);
    /* 40,397 behind 42,013 vehicles may itself lend what it was lent */
    while (other > 0 && !search_quantity(search, other)->unit)
        other--;
    const ClQuantity *lender = search_quantity(search, other);
    if (lent.form != lender->form)
        return false;
    if (lent.unit)
        return lent.unit == lender->unit && fits_unit(search, &lent, value);
    if (lent.kind != CL_KIND_NUMBER || !lender->unit ||
        is_plain(search, &lent) != is_plain(search, lender))
        return false;
    lent.unit = lender->unit;
    lent.kind = lender->kind;
    return fits_unit(search, &lent, value);
}

/* ---- The next one's figure ---------------------------------------------------- */

/* Words between two figures that name another measure, or none of the rule. */
static bool
says_other(const Search *search, size_t from, size_t to)
{
    const GArray *const lists[] = {search->rivals, search->excludes};
    for (size_t list = 0; list < G_N_ELEMENTS(lists); list++)
        for (unsigned i = search_from(lists[list], from); i < lists[list]->len;
             i++) {
            const ClSpan span = g_array_index(lists[list], ClHit, i).span;
            if (span.start >= to)
                break;
            if (span.start >= from)
                return true;
        }
    return false;
}

static const ClHit *
subject_between(const Search *search, size_t from, size_t to)
{
    const ClHit *found = NULL;
    for (unsigned i = search_from(search->subjects, from);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start >= to)
            break;
        if (hit->span.start >= from && found)
            return NULL;
        if (hit->span.start >= from)
            found = hit;
    }
    return found;
}

/* How far the words of a neighbour reach behind a figure, in bytes. */
enum { TAIL = 24 };

bool
find_chained(const Search *search, const Binding *before, Binding *binding)
{
    enum { VERB = 4 };
    const ClQuantity *last = search_quantity(search, before->quantity);
    const ClQuantity *own = search_quantity(search, binding->quantity);
    const ClHit *subject =
        subject_between(search, last->span.end, own->span.start);
    const size_t tail =
        MIN(search_clause(search, own->span.start).end, own->span.end + TAIL);
    if (!subject || before->subject_term == UINT32_MAX ||
        before->measure.end == before->measure.start ||
        distance_between(search->text, subject->span, own->span) > VERB ||
        distance_between(search->text, last->span, subject->span) >
            2 * search->rule->gap ||
        says_other(search, last->span.end, tail) ||
        !fits_as(search, binding->quantity, before->quantity, &binding->value))
        return false;
    binding->measure = before->measure;
    binding->subject = subject->span;
    binding->subject_term = subject->term;
    return true;
}

/* ---- Totals -------------------------------------------------------------------- */

bool
is_total(const Search *search, size_t index)
{
    enum { NEAR = 12 };
    const ClSpan span = search_quantity(search, index)->span;
    const size_t from = span.start > NEAR ? span.start - NEAR : 0;
    g_autofree char *before = g_strndup(search->text + from, span.start - from);
    g_autofree char *after = g_strndup(search->text + span.end,
                                       MIN(search->length - span.end, NEAR));
    return cl_sum_before(before) || cl_sum_behind(after);
}

bool
find_totalled(const Search *search, const GArray *bindings, Binding *binding)
{
    const Binding *part = NULL;
    for (unsigned i = 0; i < bindings->len; i++) {
        const Binding *other = &g_array_index(bindings, Binding, i);
        if (other->rule != binding->rule)
            continue;
        if (part && other->subject_term != part->subject_term)
            return false;
        part = part ? part : other;
    }
    if (!part || !is_total(search, binding->quantity) ||
        part->measure.end == part->measure.start)
        return false;
    const size_t from =
        search_quantity(search, binding->quantity - 1)->span.end;
    const ClSpan own = search_quantity(search, binding->quantity)->span;
    if (says_other(search, from, own.start) ||
        subject_between(search, from, own.start) ||
        !fits_as(search, binding->quantity, part->quantity, &binding->value))
        return false;
    binding->measure = part->measure;
    binding->subject = part->subject;
    binding->subject_term = part->subject_term;
    binding->subject_passage = part->subject_passage;
    return true;
}
