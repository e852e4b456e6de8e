/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a sentence sorted by what they are to a rule.  A word inside
 * one the rule excludes is none of its words, nor is a subject or a measure
 * inside a longer one.
 */
#include "extract/search.h"

#include <string.h>

/* No term is longer: how far before a byte a hit over it may begin. */
enum { LONGEST_TERM = 512 };

bool
hit_has_role(const ClRuleSet *rules,
             const ClHit *hit,
             uint32_t rule,
             ClRole role)
{
    size_t count;
    if (!(cl_rule_set_roles(rules, hit->term) >> role & 1))
        return false;
    if (cl_role_is_shared(role))
        return true;
    const ClTermUse *uses = cl_rule_set_uses_of(rules, hit->term, rule, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == role)
            return true;
    return false;
}

size_t
distance_between(const char *text, ClSpan a, ClSpan b)
{
    enum { WORD = 2 };
    const char *at = text + MIN(a.end, b.end);
    const char *end = text + MAX(a.start, b.start);
    size_t distance = 0;
    while (at < end) {
        const bool word = g_ascii_isalnum(*at);
        distance += word ? WORD : *at != ' ';
        if (!word)
            at = g_utf8_next_char(at);
        while (word && at < end && g_ascii_isalnum(*at))
            at++;
    }
    return distance;
}

unsigned
search_behind(const GArray *hits, size_t at)
{
    unsigned lo = 0, hi = hits->len;
    while (lo < hi) {
        const unsigned middle = lo + (hi - lo) / 2;
        if (g_array_index(hits, ClHit, middle).span.start < at)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

unsigned
search_from(const GArray *hits, size_t at)
{
    return search_behind(hits, at > LONGEST_TERM ? at - LONGEST_TERM : 0);
}

bool
search_has_within(const Search *search,
                  const GArray *hits,
                  ClSpan span,
                  HitTest *test)
{
    for (unsigned i = search_from(hits, span.start); i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (cl_span_contains(span, hit->span) && (!test || test(search, hit)))
            return true;
    }
    return false;
}

const ClHit *
search_role_within(const Search *search,
                   ClSpan span,
                   unsigned rule,
                   ClRole role)
{
    for (unsigned i = search_from(search->hits, span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (cl_span_contains(span, hit->span) &&
            hit_has_role(search->run->rules, hit, rule, role))
            return hit;
    }
    return NULL;
}

/* 7025mAh, Find X9的电池…: a figure that opens the sentence and is a clause
   alone belongs to the next one. */
static bool
is_figure_alone(const Search *search, ClSpan clause)
{
    if (search->quantities->len == 0 || clause.end >= search->length)
        return false;
    const ClSpan first = g_array_index(search->quantities, ClQuantity, 0).span;
    const size_t start = search->text[0] == '"';
    return clause.start <= start && first.start == start &&
           first.end == clause.end;
}

ClSpan
search_clause(const Search *search, size_t at)
{
    ClSpan clause = cl_clause_at(search->text, search->length, at);
    if (is_figure_alone(search, clause))
        clause.end =
            cl_clause_at(search->text, search->length, clause.end + 1).end;
    return clause;
}

size_t
search_end_at(const Search *search,
              ClSpan span,
              bool (*is_kind)(const Search *search, const ClHit *hit))
{
    for (unsigned i = search_from(search->hits, span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > span.start)
            break;
        if (hit->span.start == span.start && hit->span.end <= span.end &&
            is_kind(search, hit))
            return hit->span.end;
    }
    return 0;
}

bool
search_any_over(const GArray *hits, ClSpan span)
{
    for (unsigned i = search_from(hits, span.start); i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (cl_span_overlaps(hit->span, span))
            return true;
    }
    return false;
}

bool
search_is_own(const Search *search, ClSpan span)
{
    return search_any_over(search->own, span);
}

bool
search_is_time(const Search *search, ClSpan span)
{
    const GArray *times = passage_times(search->run, search->passage);
    for (unsigned i = 0; i < times->len; i++)
        if (cl_span_overlaps(g_array_index(times, ClTime, i).span, span))
            return true;
    return false;
}

/* A place, a modality; 合计 may be the sum of companies. */
static bool
says_which(const Search *search, const ClHit *hit)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(search->run->rules, hit->term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_SHARED && uses[i].facet != CL_FACET_NATURE)
            return true;
    return false;
}

static bool
is_explained(const Search *search, ClSpan span)
{
    if (span.start == span.end || search_is_own(search, span) ||
        search_is_time(search, span) ||
        search_has_within(search, search->hits, span, says_which))
        return true;
    g_autofree char *header =
        g_strndup(search->text + span.start, span.end - span.start);
    return cl_table_says(CL_TABLE_VALUE, header);
}

/* The end of the word at a byte: a Han character, or Latin letters. */
static size_t
word_end(const Search *search, size_t at, size_t end)
{
    const char *c = search->text + at;
    size_t to = at + (size_t)(g_utf8_next_char(c) - c);
    while (g_ascii_isalpha(*c) && to < end && g_ascii_isalpha(search->text[to]))
        to++;
    return to;
}

/* Where a label's first measure ends: 达到 behind it in 电池容量达到 is no
   name; the label's end, if it has none. */
static size_t
measure_end(const Search *search, ClSpan labels)
{
    for (unsigned i = 0; i < search->measures->len; i++) {
        const ClSpan span = g_array_index(search->measures, ClHit, i).span;
        if (cl_span_contains(labels, span))
            return span.end;
    }
    return labels.end;
}

/* How many words of a label no word of the rule, no time and no place covers:
   库迪 may be another company, 小鹏旗舰店 more than 小鹏. */
static unsigned
count_unknown(const Search *search, ClSpan span)
{
    const size_t verbs = measure_end(search, span);
    unsigned count = 0;
    for (size_t at = span.start; at < span.end;) {
        const ClSpan word = {at, word_end(search, at, span.end)};
        const gunichar c = g_utf8_get_char(search->text + at);
        g_autofree char *said =
            g_strndup(search->text + at, word.end - word.start);
        const bool named = c < 0x80 ? g_ascii_isalpha((char)c)
                                    : cl_char_is_han(c) && at < verbs;
        count += named && !cl_label_says_nothing(said) &&
                 !is_explained(search, word);
        at = word.end;
    }
    return count;
}

static bool
has_rival_in(const Search *search, ClSpan span)
{
    for (unsigned i = search_from(search->rivals, span.start);
         i < search->rivals->len; i++)
        if (cl_span_contains(span,
                             g_array_index(search->rivals, ClHit, i).span))
            return true;
    return false;
}

const ClHit *
search_subject_before(const Search *search, size_t at)
{
    const ClHit *last = NULL;
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.end <= at)
            last = hit;
    }
    return last;
}

static bool
has_subject_in(const Search *search, ClSpan span)
{
    for (unsigned i = 0; i < search->subjects->len; i++)
        if (cl_span_contains(span,
                             g_array_index(search->subjects, ClHit, i).span))
            return true;
    return false;
}

bool
search_is_framed(const Search *search)
{
    enum { MOST_UNKNOWN = 2 };
    const ClSpan labels = search->passage->labels;
    if (search->passage->sentence.cell)
        return is_explained(search, labels) &&
               is_explained(search, search->passage->column);
    const unsigned most = has_subject_in(search, labels) ? MOST_UNKNOWN : 0;
    return count_unknown(search, labels) <= most &&
           !has_rival_in(search, (ClSpan){0, labels.end});
}

bool
search_refuse(const Search *search, ClStep step, ClSpan measure, ClSpan words)
{
    trace_step(search->run, step, measure, words);
    return false;
}

/* ---- Sorting hits by role ------------------------------------------------- */

/* True if a longer hit of the list holds this one. */
static bool
is_held(const GArray *longer, const ClHit *hit)
{
    for (unsigned i = search_from(longer, hit->span.start); i < longer->len;
         i++) {
        const ClHit *other = &g_array_index(longer, ClHit, i);
        if (other->span.start > hit->span.start)
            break;
        if (cl_span_contains(other->span, hit->span) &&
            other->span.end - other->span.start >
                hit->span.end - hit->span.start)
            return true;
    }
    return false;
}

/* 小米17 Pro Max is no iPhone 17 Pro Max, nor is it 小米17. */
static void
drop_held(GArray *hits, const GArray *longer)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit hit = g_array_index(hits, ClHit, i);
        if (!is_held(longer, &hit))
            g_array_index(hits, ClHit, kept++) = hit;
    }
    g_array_set_size(hits, kept);
}

/* 其中第三季度营收5亿元: a part of the time, and no part of what is counted. */
static bool
is_part_of_time(const Search *search, const ClHit *hit)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(search->run->rules, hit->term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_SHARED &&
            uses[i].facet == CL_FACET_NATURE &&
            strcmp(cl_shared_option(search->run->rules, CL_FACET_NATURE,
                                    uses[i].option),
                   "part") == 0)
            return passage_leads_to_time(search->run, search->passage,
                                         hit->span.end);
    return false;
}

static void
sort_hit(Search *search, const ClHit *found)
{
    const ClRuleSet *rules = search->run->rules;
    const uint32_t rule = search->rule_index;
    if (hit_has_role(rules, found, rule, CL_ROLE_VARIANT))
        g_array_append_val(search->variants, *found);
    ClHit full = *found;
    const ClHit *hit = &full;
    const bool subject = hit_has_role(rules, hit, rule, CL_ROLE_SUBJECT) ||
                         complete_name(search, &full);
    const bool measure = hit_has_role(rules, hit, rule, CL_ROLE_MEASURE) ||
                         (subject && search->rule->subject_is_measure);
    if (measure)
        g_array_append_val(search->measures, *hit);
    if (subject)
        g_array_append_val(search->subjects, *hit);
    if (hit_has_role(rules, hit, rule, CL_ROLE_EXCLUDE) &&
        !is_part_of_time(search, hit))
        g_array_append_val(search->excludes, *hit);
    if (measure || subject || hit_has_role(rules, hit, rule, CL_ROLE_FACET))
        g_array_append_val(search->own, *hit);
}

static void
sort_rivals(Search *search)
{
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit_has_role(search->run->rules, hit, 0, CL_ROLE_RIVAL) &&
            !search_is_own(search, hit->span))
            g_array_append_val(search->rivals, *hit);
    }
}

/* What one company calls its part may be a company of the list (京东物流), a
   name may end like a part (阿里云收入), and a word for a part may say what the
   one named behind it is (子公司禾木). */
static bool
is_of_own_name(const Search *search, ClSpan word)
{
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClSpan own = g_array_index(search->subjects, ClHit, i).span;
        const bool same = own.start == word.start && own.end == word.end;
        const bool tail = own.start < word.start && word.start < own.end;
        const size_t blank =
            word.end < search->length && search->text[word.end] == ' ';
        if (same || tail ||
            (own.start == word.end + blank &&
             search_word_at(search, word.start, CL_NAMES_STYLES) == word.end))
            return true;
    }
    return false;
}

static void
drop_own_excludes(Search *search)
{
    for (unsigned i = search->excludes->len; i-- > 0;)
        if (is_of_own_name(search,
                           g_array_index(search->excludes, ClHit, i).span))
            g_array_remove_index(search->excludes, i);
}

/* Analyst Jane Field at Hemu. */
static bool
has_analyst_before(const Search *search, size_t start)
{
    static const char *const leads[] = {" at ", " of ", " with ", " from "};
    enum { FARTHEST = 40 };
    const size_t clause = search_clause(search, start).start;
    size_t from = start > FARTHEST ? start - FARTHEST : 0;
    bool led = false;
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++)
        led = led || (start >= strlen(leads[i]) &&
                      memcmp(search->text + start - strlen(leads[i]), leads[i],
                             strlen(leads[i])) == 0);
    for (from = MAX(from, clause); led && from < start; from++)
        if ((from == clause || search->text[from - 1] == ' ') &&
            search_word_at(search, from, CL_NAMES_ANALYSTS))
            return true;
    return false;
}

static bool
has_analyst_behind(const Search *search, size_t end)
{
    end += end < search->length && search->text[end] == ' ';
    return end < search->length &&
           search_word_at(search, end, CL_NAMES_ANALYSTS);
}

/* Who employs an analyst only speaks. */
static void
drop_employers(Search *search)
{
    for (unsigned i = search->subjects->len; i-- > 0;) {
        const ClSpan span = g_array_index(search->subjects, ClHit, i).span;
        if (has_analyst_before(search, span.start) ||
            has_analyst_behind(search, span.end))
            g_array_remove_index(search->subjects, i);
    }
}

static void
sort_hits(Search *search)
{
    GArray *lists[] = {search->measures, search->subjects, search->excludes,
                       search->own,      search->rivals,   search->variants};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_array_set_size(lists[i], 0);
    for (unsigned i = 0; i < search->hits->len; i++)
        sort_hit(search, &g_array_index(search->hits, ClHit, i));
    if (search->subjects->len)
        search_drop_figures(search);
    search_find_models(search);
    drop_own_excludes(search);
    drop_held(search->measures, search->excludes);
    drop_held(search->measures, search->measures);
    drop_held(search->subjects, search->excludes);
    drop_held(search->subjects, search->subjects);
    drop_employers(search);
    if (search->variants->len) {
        drop_held(search->variants, search->variants);
        search_find_siblings(search);
    }
    search_find_epithets(search);
    sort_rivals(search);
}

void
search_init(Search *search, Extraction *run)
{
    *search = (Search){
        .run = run,
        .measures = g_array_new(FALSE, FALSE, sizeof(ClHit)),
        .subjects = g_array_new(FALSE, FALSE, sizeof(ClHit)),
        .excludes = g_array_new(FALSE, FALSE, sizeof(ClHit)),
        .own = g_array_new(FALSE, FALSE, sizeof(ClHit)),
        .rivals = g_array_new(FALSE, FALSE, sizeof(ClHit)),
        .variants = g_array_new(FALSE, FALSE, sizeof(ClHit)),
        .names = g_array_new(FALSE, FALSE, sizeof(Name)),
    };
}

void
search_clear(Search *search)
{
    g_array_free(search->measures, TRUE);
    g_array_free(search->subjects, TRUE);
    g_array_free(search->excludes, TRUE);
    g_array_free(search->own, TRUE);
    g_array_free(search->rivals, TRUE);
    g_array_free(search->variants, TRUE);
    g_array_free(search->names, TRUE);
}

void
search_look(Search *search, Passage *passage, size_t index, uint32_t rule)
{
    search->carried = search->named = search->talked = false;
    search->passage = passage;
    search->index = index;
    search->rule_index = rule;
    search->rule = cl_rule_set_get(search->run->rules, rule);
    search->quantities = passage_quantities(search->run, passage);
    search->text = passage->text.text->str;
    search->length = passage->text.text->len;
}

void
search_start(Search *search, Passage *passage, size_t index, uint32_t rule)
{
    search_look(search, passage, index, rule);
    search->hits = passage_hits(search->run, passage);
    sort_hits(search);
}
