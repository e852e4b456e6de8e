/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a quantity may be a figure of a measure: by a unit the rule takes,
 * or as a bare number that stands beside the measure, is led to it by a verb
 * or is parted from it by no more than words of its noun.
 */
#include "extract/search.h"

#include <string.h>

/* ---- Units ----------------------------------------------------------------- */

/* 增长2倍 answers a rule in percent, 是3倍 does not: only a change turns into
   another one. */
static bool
keeps_form(const Search *search, const ClQuantity *quantity, ClUnitId unit)
{
    const bool level = quantity->form == CL_FORM_LEVEL;
    if ((search->rule->wording == CL_WORDING_LEVEL && !level) ||
        (search->rule->wording == CL_WORDING_CHANGE && level))
        return false;
    const char *dimension = cl_unit_dimension(search->run->vocabulary, unit);
    return !level || (strcmp(dimension, "multiple") == 0) ==
                         (quantity->kind == CL_KIND_MULTIPLE);
}

bool
fits_unit(const Search *search, const ClQuantity *quantity, ClQuantity *value)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    ClQuantity known = *quantity;
    /* 一半以上, a third: parts of one */
    if (!known.unit && known.kind == CL_KIND_FRACTION)
        known.unit = cl_unit_find(vocabulary, "ratio");
    if (search->rule->wording == CL_WORDING_CHANGE)
        become_growth(search, quantity, &known);
    for (unsigned i = 0; known.unit && i < search->rule->units->len; i++) {
        const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, i);
        if (keeps_form(search, &known, unit) &&
            cl_quantity_convert(vocabulary, &known, unit, value))
            return true;
    }
    return false;
}

/* Whether one of the two becomes the other in some form: 三成 and %, growth by
   a half and 1.5 times. */
static bool
are_ratios(const Search *search, const ClQuantity *quantity, ClUnitId unit)
{
    static const char *const ratios[] = {"ratio", "multiple"};
    const char *dimension = cl_unit_dimension(search->run->vocabulary, unit);
    return (quantity->kind == CL_KIND_PERCENT ||
            quantity->kind == CL_KIND_MULTIPLE ||
            quantity->kind == CL_KIND_FRACTION) &&
           (strcmp(dimension, ratios[0]) == 0 ||
            strcmp(dimension, ratios[1]) == 0);
}

static bool
may_fit_unit(const Search *search, const ClQuantity *quantity)
{
    ClNumber factor;
    for (unsigned i = 0; i < search->rule->units->len; i++) {
        const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, i);
        if (are_ratios(search, quantity, unit) ||
            (quantity->unit &&
             (quantity->unit == unit ||
              cl_unit_convert(search->run->vocabulary, quantity->unit, unit,
                              &factor))))
            return true;
    }
    return false;
}

/* 售价8.98万起: 起 counts occasions, but a price begins there too. */
static bool
is_price_from(const Search *search, const ClQuantity *quantity)
{
    static const char from[] = "起";
    const size_t length = sizeof from - 1;
    return quantity->kind == CL_KIND_COUNT &&
           quantity->span.end - quantity->span.start > length &&
           memcmp(search->text + quantity->span.end - length, from, length) ==
               0;
}

/* 用户已超400万, 千亿研发投入: a bare number counts what the measure beside
   it names; money only in amounts that are never anything else. */
bool
is_bare(const Search *search, const ClQuantity *quantity)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    const char *dimension = cl_unit_dimension(vocabulary, unit);
    if ((quantity->unit && !is_price_from(search, quantity)) ||
        quantity->kind == CL_KIND_DATE ||
        search_is_time(search, quantity->span))
        return false;
    /* 第10000家门店开业 counts them too */
    if (quantity->kind == CL_KIND_ORDINAL)
        return strcmp(dimension, "rank") == 0 ||
               (cl_unit_is_count(vocabulary, unit) &&
                cl_number_magnitude(quantity->value) >= 2);
    if (g_str_has_prefix(dimension, "money"))
        return cl_number_magnitude(quantity->value) >= 4;
    return cl_unit_is_count(vocabulary, unit);
}

bool
may_fit(const Search *search, const ClQuantity *quantity)
{
    const bool plain = !quantity->unit && quantity->kind != CL_KIND_DATE;
    return (plain && search->rule->slips) || may_fit_unit(search, quantity) ||
           is_bare(search, quantity);
}

/* 两个老外: a word that counts anything counts what stands beside it. */
static bool
counts_anything(const Search *search, const ClQuantity *quantity)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    return strcmp(cl_unit_name(vocabulary, quantity->unit), "item") == 0;
}

/* 门店覆盖300个城市: and what stands behind it names what it counts. */
static bool
is_of_rival(const Search *search, const ClQuantity *quantity)
{
    for (unsigned i = search_from(search->rivals, quantity->span.end);
         i < search->rivals->len; i++)
        if (g_array_index(search->rivals, ClHit, i).span.start ==
            quantity->span.end)
            return true;
    return false;
}

/* ---- Bare numbers ---------------------------------------------------------- */

bool
may_be_year(const ClQuantity *quantity)
{
    enum { FIRST = 1900, LAST = 2100 };
    return cl_number_compare(quantity->value, cl_number_make(FIRST, 0)) >= 0 &&
           cl_number_compare(quantity->value, cl_number_make(LAST, 0)) <= 0;
}

/* 2025交车榜: the year that is running, or the one before or behind it. */
static bool
is_year_of_day(const Search *search, const ClQuantity *quantity)
{
    enum { DIGITS = 4, IN_YEAR = 10000 };
    const int year = search->run->day / IN_YEAR;
    return year && quantity->number.end - quantity->number.start == DIGITS &&
           cl_number_compare(quantity->value, cl_number_make(year - 1, 0)) >=
               0 &&
           cl_number_compare(quantity->value, cl_number_make(year + 1, 0)) <= 0;
}

static bool
is_rank(const Search *search)
{
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    return strcmp(cl_unit_dimension(search->run->vocabulary, unit), "rank") ==
           0;
}

/* 208,000 full-time employees; 240,000 of the YU7 orders: English puts words
   of a noun between a number and what it counts; between a small one and that
   only such as the rule knows, 61 company-owned restaurants. */
static bool
is_noun_of(const Search *search, const ClQuantity *quantity, ClSpan measure)
{
    enum { TENS = 1, THOUSANDS = 3, WORDS = 4 };
    static const char *const ends[] = {
        "in",   "at", "for",   "and", "to", "by", "on",  "with", "or",  "from",
        "than", "as", "after", "its", "it", "is", "was", "were", "are", "when"};
    const size_t start = quantity->span.end;
    const int magnitude = cl_number_magnitude(quantity->value);
    if (measure.start <= start || may_be_year(quantity) || magnitude < TENS ||
        (magnitude < THOUSANDS &&
         search_weigh(search, (ClSpan){start, measure.start})))
        return false;
    g_autofree char *between =
        g_strndup(search->text + start, measure.start - start);
    g_auto(GStrv) words = g_strsplit(g_strstrip(between), " ", -1);
    if (g_strv_length(words) > WORDS)
        return false;
    for (size_t i = 0; words[i]; i++) {
        for (const char *c = words[i]; *c; c++)
            if (!g_ascii_isalnum(*c) && *c != '-')
                return false;
        for (size_t j = 0; j < G_N_ELEMENTS(ends); j++)
            if (strcmp(words[i], ends[j]) == 0)
                return false;
    }
    return true;
}

/* 第二; 月活用户首次突破七亿: a rank, and millions behind the measure in the
   clause, count it across a verb. */
static bool
stands_alone(const Search *search, const ClQuantity *quantity, ClSpan measure)
{
    enum { MILLIONS = 6 };
    if (quantity->kind == CL_KIND_ORDINAL)
        return is_rank(search);
    return measure.end <= quantity->span.start &&
           cl_number_magnitude(quantity->value) >= MILLIONS &&
           cl_span_contains(search_clause(search, quantity->span.start),
                            measure);
}

/* 月活用户创新高，达7.188亿: a clause that begins with what leads to its figure
   goes on with the one before. */
static ClSpan
clause_led_by(const Search *search, size_t at)
{
    ClSpan clause = search_clause(search, at);
    for (unsigned i = search_from(search->hits, clause.start);
         clause.start > 1 && i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > clause.start)
            break;
        if (hit->span.start == clause.start &&
            hit_has_role(search->run->rules, hit, 0, CL_ROLE_LINK)) {
            size_t mark = clause.start - 1; /* behind it may be a blank */
            mark -= search->text[mark] == ' ';
            clause.start =
                cl_clause_at(search->text, search->length, mark).start;
            break;
        }
    }
    return clause;
}

/* Deliveries came in at 31,767: what leads from the measure to a number makes
   it the measure's, if it is too large to be anything else. */
static bool
is_led_to(const Search *search, const ClQuantity *quantity, ClSpan measure)
{
    enum { THOUSANDS = 3 };
    const size_t start = quantity->span.start;
    const ClSpan clause = clause_led_by(search, start);
    if (measure.end > start || may_be_year(quantity) ||
        cl_number_magnitude(quantity->value) < THOUSANDS ||
        !cl_span_contains(clause, measure))
        return false;
    for (unsigned i = search_from(search->hits, measure.end);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        /* the word may be the figure's hedge: exceeded 30,000 */
        if (hit->span.start >= quantity->number.start)
            break;
        if (hit->span.start >= measure.end &&
            hit_has_role(search->run->rules, hit, 0, CL_ROLE_LINK) &&
            distance_between(search->text, hit->span, quantity->number) <=
                ADJOINING)
            return true;
    }
    return false;
}

/* What leads from a change to a level: to, to a record of, from a year ago to. */
static bool
ends_with_to(const char *between)
{
    enum { WORDS = 5, BEFORE = 12 };
    g_auto(GStrv) words = g_strsplit(between, " ", -1);
    unsigned count = g_strv_length(words), to = count;
    if (g_str_has_suffix(between, "至") || g_str_has_suffix(between, "到"))
        return count == 1;
    if (strcmp(between, "at") == 0 || strcmp(between, "at a record") == 0)
        return true;
    for (unsigned i = 0; i < count; i++)
        if (strcmp(words[i], "to") == 0)
            to = i;
    return to < count && to <= BEFORE && count - to <= WORDS + 1 &&
           !strpbrk(between, ",;:()");
}

/* 同比增长22%，达1131亿元: behind a comma a word leads on to the level, and what
   passed a mark stands for one. */
static bool
is_led_on(const Search *search, ClSpan between)
{
    static const char *const leads[] = {"达", "到", "至", "为", "是"};
    static const char *const passes[] = {"突破", "首破", "超", "逾"};
    const char *text = search->text;
    bool led = false;
    if (text[between.start] != ',' ||
        g_strstr_len(text + between.start,
                     (gssize)(between.end - between.start), "其中"))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++)
        led |= between.end > between.start + strlen(leads[i]) &&
               memcmp(text + between.end - strlen(leads[i]), leads[i],
                      strlen(leads[i])) == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(passes); i++)
        led |= g_str_has_prefix(text + between.end, passes[i]);
    return led && search_is_light(search, between);
}

const ClQuantity *
search_change_to(const Search *search, size_t index, ClSpan measure)
{
    const ClQuantity *level =
        &g_array_index(search->quantities, ClQuantity, index);
    const ClQuantity *change = index ? level - 1 : NULL;
    if (!change || change->kind != CL_KIND_PERCENT ||
        change->form == CL_FORM_LEVEL || change->span.start < measure.end ||
        change->span.end >= level->span.start)
        return NULL;
    if (is_led_on(search, (ClSpan){change->span.end, level->span.start}))
        return cl_span_contains(search_clause(search, change->span.start),
                                measure)
                   ? change
                   : NULL;
    if (!cl_span_contains(search_clause(search, level->span.start), measure))
        return NULL;
    g_autofree char *between = g_strndup(search->text + change->span.end,
                                         level->span.start - change->span.end);
    return ends_with_to(g_strstrip(between)) ? change : NULL;
}

/* Deliveries jumped 93% to 40,397: what its change leads from the measure to. */
static bool
is_moved_to(const Search *search, const ClQuantity *quantity, ClSpan measure)
{
    enum { THOUSANDS = 3 };
    const ClQuantity *first = &g_array_index(search->quantities, ClQuantity, 0);
    return !may_be_year(quantity) &&
           cl_number_magnitude(quantity->value) >= THOUSANDS &&
           search_change_to(search, (size_t)(quantity - first), measure);
}

/* 营收增速9%, revenue growth of 9%: what a measure says of a pace is a change,
   though no verb does; by how many points it moved is not. */
static bool
is_pace(const Search *search, ClSpan measure)
{
    if (search->rule->wording != CL_WORDING_CHANGE)
        return false;
    for (unsigned i = search_from(search->hits, measure.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.end == measure.end &&
            hit_has_role(search->run->rules, hit, 0, CL_ROLE_PACE))
            return true;
    }
    return false;
}

/* It sells under three badges: what stands behind a small number without a
   unit is what it counts, whatever measure is before it. */
static bool
counts_next_noun(const Search *search,
                 const ClQuantity *quantity,
                 ClSpan measure)
{
    enum { THOUSANDS = 3 };
    const char *behind = search->text + quantity->span.end;
    return measure.end <= quantity->span.start && *behind == ' ' &&
           g_ascii_isalpha(behind[1]) &&
           cl_number_magnitude(quantity->value) < THOUSANDS &&
           !figure_ends_there(search, quantity);
}

/* - 瑞幸: 29,214, but not 3 of 3 new models: what is said of a list or table
   counts its bare numbers. */
static bool
adjoins_measure(const Search *search,
                const ClQuantity *quantity,
                ClSpan measure)
{
    const Passage *passage = search->passage;
    const char after = search->text[quantity->span.end];
    const bool ends = !after || strchr(",;.()", after);
    if (passage->composed && measure.end <= passage->labels.start)
        return passage->sentence.cell || ends;
    if (counts_next_noun(search, quantity, measure))
        return false;
    return distance_between(search->text, quantity->span, measure) <= ADJOINING;
}

/* ---- Money without a currency ------------------------------------------------ */

/* The last currency that figures of a list tell before a byte, if the rule
   takes it; 0 if none does. */
static ClUnitId
currency_before(const Search *search, const GArray *quantities, size_t end)
{
    for (unsigned i = quantities->len; i-- > 0;) {
        const ClQuantity *told = &g_array_index(quantities, ClQuantity, i);
        if (told->span.start >= end || told->kind != CL_KIND_CURRENCY)
            continue;
        for (unsigned j = 0; j < search->rule->units->len; j++)
            if (g_array_index(search->rule->units, ClUnitId, j) == told->unit)
                return told->unit;
        return 0;
    }
    return 0;
}

/* Sold shoes for 678.5 billion yen and earned 63.8 billion: yen as well, told
   here or in the sentence before. */
static ClUnitId
unit_of_bare(const Search *search, const ClQuantity *quantity)
{
    const ClUnitId first = g_array_index(search->rule->units, ClUnitId, 0);
    const char *dimension = cl_unit_dimension(search->run->vocabulary, first);
    if (!g_str_has_prefix(dimension, "money"))
        return first;
    ClUnitId unit =
        currency_before(search, search->quantities, quantity->span.start);
    Passage *near = passage_near(search->run, search->index, -1);
    if (!unit && near && !search->passage->composed &&
        near->sentence.paragraph == search->passage->sentence.paragraph)
        unit = currency_before(search, passage_quantities(search->run, near),
                               SIZE_MAX);
    return unit ? unit : first;
}

bool
fits_measure(const Search *search,
             const ClQuantity *quantity,
             ClSpan measure,
             ClQuantity *value)
{
    const bool adjoins = adjoins_measure(search, quantity, measure);
    if (is_pace(search, measure)) {
        ClQuantity growth = *quantity;
        if (growth.form == CL_FORM_LEVEL)
            growth.form = CL_FORM_GROWTH;
        return growth.kind == CL_KIND_PERCENT &&
               fits_unit(search, &growth, value);
    }
    if (fits_unit(search, quantity, value))
        return !counts_anything(search, quantity) ||
               (adjoins && !is_of_rival(search, quantity));
    if (!is_bare(search, quantity) || is_year_of_day(search, quantity) ||
        !(adjoins || stands_alone(search, quantity, measure) ||
          is_led_to(search, quantity, measure) ||
          is_moved_to(search, quantity, measure) ||
          is_noun_of(search, quantity, measure)))
        return false;
    *value = *quantity;
    value->unit = unit_of_bare(search, quantity);
    return true;
}
