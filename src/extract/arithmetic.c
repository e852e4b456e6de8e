/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A passage that states a relation between its own figures becomes claims of
 * a rule that recomputes it, one for each part.  Figures are replaced by
 * tokens, so that a form sees words and the order of figures, nothing else;
 * parts whose units do not fit each other make no claim at all.
 */
#include "extract/private.h"

#include <string.h>

enum { MOST_BACK = 2, MOST_FIRSTS = 32, MOST_TERMS = 12 };

/** A figure or year of a window of sentences. */
typedef struct {
    size_t at; /* its byte in the window's text */
    char token;
    size_t index;  /* of its sentence */
    ClSpan source; /* folded bytes there */
    ClQuantity value;
    ClTime time; /* CL_TOKEN_YEAR */
} Token;

/** Sentences as one text of words and tokens. */
typedef struct {
    GString *text;
    GArray *tokens;               /* of Token, by at */
    size_t last;                  /* where the last sentence begins */
    size_t starts[MOST_BACK + 1]; /* of each sentence, from index - back */
    size_t first;                 /* index of the first sentence */
} Window;

/** One figure of a statement. */
typedef struct {
    ClPart part;
    Token token;
    ClQuantity value; /* in the statement's unit */
} Piece;

/** A first half, "张三2019年加入", kept until its second is met. */
typedef struct {
    uint32_t rule;
    const char *name;
    ClClaim claim;
    ClFacetValue when;
    ClPart part;
    size_t position;
} First;

struct Arithmetic {
    bool dated;     /* from and to were looked for */
    ClDay from, to; /* when the article was written; 0: nobody knows */
    size_t *ends; /* for each rule the article's byte its last claims end at */
    unsigned *counts; /* for each rule how many passages it has */
    GArray *firsts;   /* of First */
    Window window;
};

/* ---- State ----------------------------------------------------------------- */

static bool
recomputes(const ClRule *rule)
{
    return rule->check != CL_CHECK_NONE && rule->forms;
}

Arithmetic *
arithmetic_new(const ClRuleSet *rules)
{
    bool any = false;
    for (size_t i = 0; i < cl_rule_set_count(rules) && !any; i++)
        any = recomputes(cl_rule_set_get(rules, i));
    if (!any)
        return NULL;
    Arithmetic *arithmetic = g_new0(Arithmetic, 1);
    arithmetic->ends = g_new0(size_t, cl_rule_set_count(rules));
    arithmetic->counts = g_new0(unsigned, cl_rule_set_count(rules));
    arithmetic->firsts = g_array_new(FALSE, FALSE, sizeof(First));
    arithmetic->window.text = g_string_new(NULL);
    arithmetic->window.tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    return arithmetic;
}

void
arithmetic_free(Arithmetic *arithmetic)
{
    if (!arithmetic)
        return;
    g_free(arithmetic->ends);
    g_free(arithmetic->counts);
    g_array_free(arithmetic->firsts, TRUE);
    g_string_free(arithmetic->window.text, TRUE);
    g_array_free(arithmetic->window.tokens, TRUE);
    g_free(arithmetic);
}

/* When the article was written: its date, or what its years tell of it. */
static const Arithmetic *
date_article(Extraction *run)
{
    Arithmetic *arithmetic = run->arithmetic;
    if (arithmetic->dated)
        return arithmetic;
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    arithmetic->dated = true;
    arithmetic->from = arithmetic->to = run->day;
    if (!run->day &&
        !find_writing_year(text, length, &arithmetic->from, &arithmetic->to))
        arithmetic->from = arithmetic->to = 0;
    return arithmetic;
}

/* ---- Tokens ----------------------------------------------------------------- */

/* "from 100 to 120 stores" is read as one range, and says two figures. */
static const char *const froms[] = {"从", "由", "自", "from "};

/* How many bytes of such a word stand at a place. */
static size_t
from_at(const char *text, size_t at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(froms); i++)
        if (g_str_has_prefix(text + at, froms[i]))
            return strlen(froms[i]);
    return 0;
}

static bool
is_pair(const ClQuantity *quantity, const char *text)
{
    const size_t start = quantity->span.start;
    if (quantity->shape != CL_SHAPE_RANGE)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(froms); i++) {
        const size_t length = strlen(froms[i]);
        if (start >= length && from_at(text, start - length) == length)
            return true;
    }
    return from_at(text, start) > 0;
}

static char
token_of(const ClQuantity *quantity, const char *text)
{
    if (is_pair(quantity, text))
        return CL_TOKEN_PAIR;
    switch (quantity->kind) {
    case CL_KIND_PERCENT:
        return CL_TOKEN_PERCENT;
    case CL_KIND_PERCENTAGE_POINT:
        return CL_TOKEN_POINT;
    case CL_KIND_MULTIPLE:
        return CL_TOKEN_TIMES;
    case CL_KIND_DURATION:
        return CL_TOKEN_SPAN;
    case CL_KIND_NUMBER:
    case CL_KIND_CURRENCY:
    case CL_KIND_DIMENSION:
    case CL_KIND_COUNT:
        return CL_TOKEN_AMOUNT;
    default:
        return CL_TOKEN_OTHER;
    }
}

/* 2017年 is a year where years are added up, and words everywhere else. */
static bool
is_period(const ClTime *time, const GArray *quantities)
{
    if (time->kind != CL_TIME_PERIOD || !time->from || !time->to)
        return false;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *quantity = &g_array_index(quantities, ClQuantity, i);
        if (quantity->unit && cl_span_overlaps(quantity->span, time->span))
            return false;
    }
    return true;
}

/* A bare number that may be a year: in 2017. */
static bool
may_be_year(const ClQuantity *quantity)
{
    enum { FIRST = 1900, LAST = 2100 };
    return !quantity->unit && quantity->kind != CL_KIND_ORDINAL &&
           cl_number_compare(quantity->value, cl_number_make(FIRST, 0)) >= 0 &&
           cl_number_compare(quantity->value, cl_number_make(LAST, 0)) <= 0;
}

static bool
any_may_be_year(const GArray *quantities)
{
    for (unsigned i = 0; i < quantities->len; i++)
        if (may_be_year(&g_array_index(quantities, ClQuantity, i)))
            return true;
    return false;
}

static bool
is_in_period(const ClQuantity *quantity,
             const GArray *times,
             const GArray *quantities)
{
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (cl_span_overlaps(time->span, quantity->span) &&
            is_period(time, quantities))
            return true;
    }
    return false;
}

static ClQuantity
year_of(const ClTime *time)
{
    const ClNumber year = cl_number_make(time->from / 10000, 0);
    return (ClQuantity){.kind = CL_KIND_DATE,
                        .hard = cl_interval_point(year),
                        .usual = cl_interval_point(year),
                        .value = year,
                        .upper = year,
                        .hedge = "exact"};
}

static int
compare_tokens(const void *left, const void *right)
{
    const Token *a = left, *b = right;
    return (a->source.start > b->source.start) -
           (a->source.start < b->source.start);
}

/* 今年5月 in an article without a date is May of the year it was written in,
   or of the one after where that is open. */
static void
settle_relative(const Arithmetic *written, const GArray *without, ClTime *time)
{
    for (unsigned i = 0; i < without->len; i++) {
        const ClTime *plain = &g_array_index(without, ClTime, i);
        if (plain->span.start == time->span.start && !plain->from)
            time->to +=
                written->to / 10000 * 10000 - written->from / 10000 * 10000;
    }
}

/* The sentence's times, those relative to its writing included.  Owned. */
static GArray *
read_times(Extraction *run, Passage *passage)
{
    const GArray *times = passage_times(run, passage);
    const GString *text = passage->text.cased;
    GArray *settled = g_array_new(FALSE, FALSE, sizeof(ClTime));
    const Arithmetic *written = date_article(run);
    if (run->day || !written->from) {
        g_array_append_vals(settled, times->data, times->len);
        return settled;
    }
    cl_times_read(run->vocabulary, text->str, text->len, written->from,
                  settled);
    for (unsigned i = 0; i < settled->len; i++)
        settle_relative(written, times, &g_array_index(settled, ClTime, i));
    return settled;
}

/* The tokens of one sentence, in order, not yet placed in a text. */
static GArray *
read_tokens(Extraction *run, Passage *passage, size_t index, bool years)
{
    GArray *tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    const GArray *quantities = passage_quantities(run, passage);
    g_autoptr(GArray) times = years || any_may_be_year(quantities)
                                  ? read_times(run, passage)
                                  : g_array_new(FALSE, FALSE, sizeof(ClTime));
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *value = &g_array_index(quantities, ClQuantity, i);
        const Token token = {.token = token_of(value, passage->text.text->str),
                             .index = index,
                             .source = value->span,
                             .value = *value};
        if (!may_be_year(value) || !is_in_period(value, times, quantities))
            g_array_append_val(tokens, token);
    }
    for (unsigned i = 0; i < times->len && years; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        const Token token = {.token = CL_TOKEN_YEAR,
                             .index = index,
                             .source = time->span,
                             .value = year_of(time),
                             .time = *time};
        if (is_period(time, quantities))
            g_array_append_val(tokens, token);
    }
    g_array_sort(tokens, compare_tokens);
    return tokens;
}

static void
append_sentence(Extraction *run, size_t index, bool years, Window *window)
{
    Passage *passage = passage_near(run, index, 0);
    const char *text = passage_text(run, passage)->text->str;
    g_autoptr(GArray) tokens = read_tokens(run, passage, index, years);
    size_t done = 0;
    for (unsigned i = 0; i < tokens->len; i++) {
        Token *token = &g_array_index(tokens, Token, i);
        if (token->source.start < done)
            continue;
        g_string_append_len(window->text, text + done,
                            (gssize)(token->source.start - done));
        token->at = window->text->len;
        g_string_append_c(window->text, token->token);
        done = token->source.end;
        g_array_append_val(window->tokens, *token);
    }
    g_string_append(window->text, text + done);
}

/* The sentence and those before it in its paragraph, at most `back`. */
static void
fill_window(
    Extraction *run, size_t index, size_t back, bool years, Window *window)
{
    const unsigned paragraph = passage_near(run, index, 0)->sentence.paragraph;
    size_t first = index;
    while (index - first < back) {
        const Passage *before = first ? passage_near(run, first - 1, 0) : NULL;
        if (!before || before->sentence.paragraph != paragraph)
            break;
        first--;
    }
    g_string_truncate(window->text, 0);
    g_array_set_size(window->tokens, 0);
    window->first = first;
    for (size_t i = first; i <= index; i++) {
        if (i > first)
            g_string_append_c(window->text, '\n');
        window->starts[i - first] = window->last = window->text->len;
        append_sentence(run, i, years, window);
    }
}

static const Token *
token_at(const Window *window, size_t at)
{
    for (unsigned i = 0; i < window->tokens->len; i++) {
        const Token *token = &g_array_index(window->tokens, Token, i);
        if (token->at == at)
            return token;
    }
    return NULL;
}

/* ---- Pieces ----------------------------------------------------------------- */

/* 降到80家, 少了700mAh: which way it went is said by the other figures. */
static void
make_plain(ClQuantity *value, ClPart part)
{
    const ClNumber minus = cl_number_make(-1, 0), none = cl_number_make(0, 0);
    if (value->form == CL_FORM_DECLINE) {
        value->hard = cl_interval_affine(value->hard, minus, none);
        value->usual = cl_interval_affine(value->usual, minus, none);
        value->value = cl_number_negate(value->value);
        value->upper = cl_number_negate(value->upper);
    }
    if (part != CL_PART_TIMES)
        value->form = CL_FORM_LEVEL;
}

static void
add_piece(GArray *pieces, ClPart part, const Token *token)
{
    Piece piece = {part, *token, token->value};
    make_plain(&piece.value, part);
    g_array_append_val(pieces, piece);
}

static ClQuantity
end_of_pair(const ClQuantity *pair, ClNumber end)
{
    ClQuantity value = *pair;
    value.shape = CL_SHAPE_POINT;
    value.hard = value.usual = cl_interval_point(end);
    value.value = value.upper = end;
    value.span_of_values = false;
    value.hedge = "exact";
    return value;
}

/* Where the second figure begins: 120 stores in "from 100 to 120 stores". */
static ClSpan
find_reach(const char *text, ClSpan span)
{
    static const char *const words[] = {" to ", "到", "至"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = g_strrstr_len(
            text + span.start, (gssize)(span.end - span.start), words[i]);
        if (at)
            return (ClSpan){(size_t)(at - text),
                            (size_t)(at - text) + strlen(words[i])};
    }
    return span;
}

static void
add_pair(Extraction *run, GArray *pieces, const Token *token)
{
    const char *text = passage_near(run, token->index, 0)->text.text->str;
    const ClSpan reach = find_reach(text, token->source);
    Token end = *token;
    end.source.start += from_at(text, token->source.start);
    if (reach.start > end.source.start)
        end.source.end = reach.start;
    end.value = end_of_pair(&token->value, token->value.value);
    add_piece(pieces, CL_PART_FROM, &end);
    if (reach.start > end.source.start)
        end.source = (ClSpan){reach.end, token->source.end};
    end.value = end_of_pair(&token->value, token->value.upper);
    add_piece(pieces, CL_PART_TO, &end);
}

static bool
is_part(const ClFormMatch *match, size_t at)
{
    for (unsigned part = 0; part < CL_PARTS; part++)
        if (match->at[part] == at)
            return true;
    return false;
}

/* Figures of a match that the form gives no part are what is added up. */
static void
add_terms(const ClRule *rule,
          const Window *window,
          const ClFormMatch *match,
          GArray *pieces)
{
    const char wanted = rule->check == CL_CHECK_SUM      ? CL_TOKEN_AMOUNT
                        : rule->check == CL_CHECK_SHARES ? CL_TOKEN_PERCENT
                                                         : 0;
    for (unsigned i = 0; i < window->tokens->len; i++) {
        const Token *token = &g_array_index(window->tokens, Token, i);
        if (token->token == wanted && token->at >= match->span.start &&
            token->at < match->span.end && !is_part(match, token->at))
            add_piece(pieces, CL_PART_TERM, token);
    }
}

static int
compare_pieces(const void *left, const void *right)
{
    const Piece *a = left, *b = right;
    if (a->token.at != b->token.at)
        return a->token.at < b->token.at ? -1 : 1;
    return (int)a->part - (int)b->part;
}

static GArray *
collect_pieces(Extraction *run,
               const ClRule *rule,
               const Window *window,
               const ClFormMatch *match)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    for (unsigned part = 0; part < CL_PARTS; part++) {
        const Token *token = match->at[part] == SIZE_MAX
                                 ? NULL
                                 : token_at(window, match->at[part]);
        if (token && part == CL_PART_PAIR)
            add_pair(run, pieces, token);
        else if (token)
            add_piece(pieces, (ClPart)part, token);
    }
    add_terms(rule, window, match, pieces);
    g_array_sort(pieces, compare_pieces);
    return pieces;
}

/* ---- Units ------------------------------------------------------------------ */

static Piece *
find_piece(const GArray *pieces, ClPart part)
{
    for (unsigned i = 0; i < pieces->len; i++) {
        Piece *piece = &g_array_index(pieces, Piece, i);
        if (piece->part == part)
            return piece;
    }
    return NULL;
}

/* The figure in whose unit the others are read. */
static const Piece *
find_reference(const ClRule *rule, const GArray *pieces)
{
    switch (rule->check) {
    case CL_CHECK_SUM:
        return find_piece(pieces, CL_PART_TOTAL);
    case CL_CHECK_DIFFERENCE: {
        const Piece *apart = find_piece(pieces, CL_PART_DIFFERENCE);
        /* 23% is 5个百分点 above 18% */
        if (apart && apart->value.unit &&
            apart->value.kind != CL_KIND_PERCENTAGE_POINT)
            return apart;
        return find_piece(pieces, CL_PART_TO);
    }
    default:
        return find_piece(pieces, CL_PART_TO);
    }
}

static ClUnitId
unit_of(const ClRule *rule, const GArray *pieces)
{
    const Piece *reference = find_reference(rule, pieces);
    if (reference && reference->value.unit)
        return reference->value.unit;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        const bool level =
            piece->part == CL_PART_FROM || piece->part == CL_PART_TERM;
        if (level && piece->value.unit)
            return piece->value.unit;
    }
    return 0;
}

/* Parts of another dimension stand between those of a sum: 6000元往上一年5000万台.
   Of the same one, or bare, they leave it open what was added up. */
static bool
may_be_left_out(Extraction *run, const Piece *piece, ClUnitId unit)
{
    const ClUnitId own = piece->value.unit;
    const char *one = cl_unit_dimension(run->vocabulary, own);
    const char *other = cl_unit_dimension(run->vocabulary, unit);
    const bool money =
        g_str_has_prefix(one, "money") && g_str_has_prefix(other, "money");
    const bool counts = cl_unit_is_count(run->vocabulary, own) &&
                        cl_unit_is_count(run->vocabulary, unit);
    return piece->part == CL_PART_TERM && own && unit && !money && !counts &&
           strcmp(one, other) != 0;
}

static bool
is_level(const Piece *piece)
{
    return piece->part == CL_PART_FROM || piece->part == CL_PART_TO ||
           piece->part == CL_PART_TERM || piece->part == CL_PART_TOTAL ||
           (piece->part == CL_PART_DIFFERENCE &&
            piece->value.kind != CL_KIND_PERCENTAGE_POINT);
}

static bool
convert_piece(Extraction *run, Piece *piece, ClUnitId unit)
{
    if (piece->value.unit == unit || !piece->value.unit) {
        piece->value.unit = unit;
        return true;
    }
    ClQuantity converted;
    if (!unit ||
        !cl_quantity_convert(run->vocabulary, &piece->value, unit, &converted))
        return false;
    piece->value = converted;
    return true;
}

static bool
has_wanted_unit(Extraction *run, const ClRule *rule, ClUnitId unit)
{
    ClNumber factor;
    for (unsigned i = 0; i < rule->units->len; i++)
        if (cl_unit_convert(run->vocabulary, unit,
                            g_array_index(rule->units, ClUnitId, i), &factor))
            return true;
    return rule->units->len == 0;
}

/* 30 percent a year is no growth from here to there; 5元/台 goes with 6元/台. */
static bool
share_divisor(const GArray *pieces)
{
    ClUnitId per = 0;
    bool first = true;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        const bool level = is_level(piece);
        if (!level && piece->value.per)
            return false;
        if (level && !first && piece->value.per != per)
            return false;
        per = level ? piece->value.per : per;
        first = first && !level;
    }
    return true;
}

/* Brings all levels to one unit; false if they do not speak of one thing. */
static bool
unify_units(Extraction *run, const ClRule *rule, GArray *pieces)
{
    const ClUnitId unit = unit_of(rule, pieces);
    if (rule->check == CL_CHECK_YEARS)
        return true;
    if (!share_divisor(pieces))
        return false;
    for (unsigned i = 0; i < pieces->len; i++) {
        Piece *piece = &g_array_index(pieces, Piece, i);
        if (!is_level(piece) || convert_piece(run, piece, unit))
            continue;
        if (!may_be_left_out(run, piece, unit))
            return false;
        g_array_remove_index(pieces, i--);
    }
    return has_wanted_unit(run, rule, unit);
}

/* Enough parts to reckon with, and of the right kind. */
static bool
is_whole(Extraction *run, const ClRule *rule, const GArray *pieces)
{
    unsigned terms = 0;
    for (unsigned i = 0; i < pieces->len; i++)
        terms += g_array_index(pieces, Piece, i).part == CL_PART_TERM;
    const Piece *years = find_piece(pieces, CL_PART_YEARS);
    switch (rule->check) {
    case CL_CHECK_SUM:
        return terms >= 2 && terms <= MOST_TERMS;
    case CL_CHECK_SHARES:
        return terms >= (find_piece(pieces, CL_PART_REST) ? 1 : 2) &&
               terms <= MOST_TERMS;
    case CL_CHECK_YEARS:
        return years &&
               strcmp(cl_unit_name(run->vocabulary, years->value.unit),
                      "year") == 0 &&
               (find_piece(pieces, CL_PART_FROM) || date_article(run)->from);
    default:
        return true;
    }
}

/* ---- Claims ----------------------------------------------------------------- */

static const char *
quote(Extraction *run, ClSpan span)
{
    g_autofree char *words = cl_article_quote(run->article, span);
    return claims_keep(run->claims, words);
}

static ClClaim
make_claim(Extraction *run, const ClRule *rule, const Piece *piece)
{
    const Passage *passage = passage_near(run, piece->token.index, 0);
    const ClSpan words = cl_folded_origin(&passage->text, piece->token.source);
    const ClSpan span = cl_article_original(run->article, words);
    const char *text = quote(run, words);
    return (ClClaim){
        .rule = rule,
        .article = run->info,
        .span = span,
        .quantity_span = span,
        .place = cl_article_place(run->article, words),
        .text = text,
        .quantity_text = text,
        .sentence = quote(run, passage->sentence.span),
        .quantity = piece->value,
        .sentence_key = hash_text(passage->text.text),
    };
}

static ClFacetValue
when_of(Extraction *run, const Piece *piece)
{
    const Passage *passage = passage_near(run, piece->token.index, 0);
    const ClTime *time = &piece->token.time;
    if (piece->token.token == CL_TOKEN_YEAR)
        return (ClFacetValue){
            .value = claims_keep(run->claims, time->iso),
            .words = quote(run, cl_folded_origin(&passage->text, time->span)),
            .from = time->from,
            .to = time->to,
        };
    const Arithmetic *written = date_article(run);
    if (piece->part != CL_PART_YEARS || !written->from)
        return (ClFacetValue){.value = NULL};
    g_autofree char *year = g_strdup_printf("%d", written->from / 10000);
    return (ClFacetValue){
        .value = claims_keep(run->claims, run->day ? run->info->date : year),
        .assumed = true,
        .from = written->from,
        .to = written->to};
}

static void
add_part(Extraction *run,
         ClClaim claim,
         ClFacetValue when,
         ClPart part,
         const char *passage,
         size_t position)
{
    g_autofree ClFacetValue *facets =
        g_new0(ClFacetValue, claim.rule->facets->len);
    facets[CL_FACET_WHEN] = when;
    facets[CL_FACET_PART].value = cl_part_name(part);
    facets[CL_FACET_PASSAGE].value = passage;
    facets[CL_FACET_PASSAGE].assumed = true;
    claims_add(run->claims, claim, facets, position);
}

/* One key for all parts: a repeat repeats the whole passage or nothing. */
static uint64_t
key_of(Extraction *run, size_t from, size_t to)
{
    uint64_t key = 0;
    for (size_t i = from; i <= to; i++)
        key = key * UINT64_C(1099511628211) +
              hash_text(passage_near(run, i, 0)->text.text);
    return key;
}

/* "1", "2": the passages of a rule in an article. */
static const char *
name_passage(Extraction *run, uint32_t rule)
{
    g_autofree char *name =
        g_strdup_printf("%u", ++run->arithmetic->counts[rule]);
    return claims_keep(run->claims, name);
}

static void
add_claims(Extraction *run,
           uint32_t rule_index,
           const Window *window,
           const GArray *pieces)
{
    const Piece *first = &g_array_index(pieces, Piece, 0);
    const Piece *last = &g_array_index(pieces, Piece, pieces->len - 1);
    const size_t start = window->starts[first->token.index - window->first];
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    const char *passage = name_passage(run, rule_index);
    const uint64_t key = key_of(run, first->token.index, last->token.index);
    const bool told = find_piece(pieces, CL_PART_FROM) != NULL;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        ClClaim claim = make_claim(run, rule, piece);
        ClFacetValue when = when_of(run, piece);
        if (when.assumed && told) /* the article's own day is not needed */
            when = (ClFacetValue){.value = NULL};
        claim.sentence_key = key;
        add_part(run, claim, when, piece->part, passage,
                 piece->token.at - start);
    }
}

/* ---- One rule, one sentence --------------------------------------------------- */

static bool
is_excluded(Extraction *run, uint32_t rule, size_t from, size_t to)
{
    for (size_t i = from; i <= to; i++) {
        const GArray *hits = passage_hits(run, passage_near(run, i, 0));
        for (unsigned j = 0; j < hits->len; j++)
            if (hit_has_role(run->rules, &g_array_index(hits, ClHit, j), rule,
                             CL_ROLE_EXCLUDE))
                return true;
    }
    return false;
}

/* A figure answers a rule once: passages do not reach into each other. */
static bool
is_taken(Extraction *run, uint32_t rule, const GArray *pieces)
{
    const Piece *first = &g_array_index(pieces, Piece, 0);
    const Passage *passage = passage_near(run, first->token.index, 0);
    return cl_folded_origin(&passage->text, first->token.source).start <
           run->arithmetic->ends[rule];
}

static void
take(Extraction *run, uint32_t rule, const GArray *pieces)
{
    const Piece *last = &g_array_index(pieces, Piece, pieces->len - 1);
    const Passage *passage = passage_near(run, last->token.index, 0);
    run->arithmetic->ends[rule] =
        cl_folded_origin(&passage->text, last->token.source).end;
}

static bool
take_statement(Extraction *run,
               uint32_t rule_index,
               const Window *window,
               const ClFormMatch *match)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    g_autoptr(GArray) pieces = collect_pieces(run, rule, window, match);
    if (pieces->len < 2 || !unify_units(run, rule, pieces) ||
        !is_whole(run, rule, pieces) || is_taken(run, rule_index, pieces) ||
        is_excluded(run, rule_index,
                    g_array_index(pieces, Piece, 0).token.index,
                    g_array_index(pieces, Piece, pieces->len - 1).token.index))
        return false;
    add_claims(run, rule_index, window, pieces);
    take(run, rule_index, pieces);
    return true;
}

/* Whether anything was taken.  What ends before the last sentence was met
   when that sentence was the last. */
static bool
find_statements(Extraction *run,
                uint32_t rule_index,
                size_t index,
                const Window *window)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    bool gave_up = false, any = false;
    size_t start = 0;
    ClFormMatch match;
    while (cl_rule_match_form(rule, CL_STATED_WHOLE, window->text->str,
                              window->text->len, start, &match, &gave_up)) {
        if (match.span.end > window->last)
            any |= take_statement(run, rule_index, window, &match);
        start = MAX(match.span.end, start + 1);
    }
    if (gave_up)
        say_gave_up(run, passage_near(run, index, 0), rule_index);
    return any;
}

/* ---- Halves that stand apart --------------------------------------------------- */

static void
keep_firsts(Extraction *run, uint32_t rule_index, const Window *window)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    GArray *firsts = run->arithmetic->firsts;
    bool gave_up = false;
    ClFormMatch match;
    if (firsts->len >= MOST_FIRSTS ||
        !cl_rule_match_form(rule, CL_STATED_FIRST, window->text->str,
                            window->text->len, window->last, &match, &gave_up))
        return;
    g_autoptr(GArray) pieces = collect_pieces(run, rule, window, &match);
    if (pieces->len != 1)
        return;
    const Piece *piece = &g_array_index(pieces, Piece, 0);
    g_autofree char *name = g_strndup(window->text->str + match.name.start,
                                      match.name.end - match.name.start);
    const First first = {rule_index,
                         claims_keep(run->claims, name),
                         make_claim(run, rule, piece),
                         when_of(run, piece),
                         piece->part,
                         piece->token.source.start};
    g_array_append_val(firsts, first);
}

static bool
is_named_near(Extraction *run, size_t index, const char *name)
{
    for (int distance = -1; distance <= 1; distance++) {
        const Passage *own = passage_near(run, index, 0);
        Passage *near = passage_near(run, index, distance);
        if (near && near->sentence.paragraph == own->sentence.paragraph &&
            strstr(passage_text(run, near)->text->str, name))
            return true;
    }
    return false;
}

/* The one first half whose name stands near; NULL if there are two. */
static const First *
find_first(Extraction *run, uint32_t rule, size_t index)
{
    const First *found = NULL;
    for (unsigned i = 0; i < run->arithmetic->firsts->len; i++) {
        const First *first = &g_array_index(run->arithmetic->firsts, First, i);
        if (first->rule != rule || !is_named_near(run, index, first->name))
            continue;
        if (found && (strcmp(found->name, first->name) != 0 ||
                      found->when.from != first->when.from))
            return NULL;
        found = found ? found : first;
    }
    return found;
}

static void
join_halves(Extraction *run,
            uint32_t rule_index,
            size_t index,
            const Window *window)
{
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    const First *first = find_first(run, rule_index, index);
    bool gave_up = false;
    ClFormMatch match;
    if (!first ||
        !cl_rule_match_form(rule, CL_STATED_THEN, window->text->str,
                            window->text->len, window->last, &match, &gave_up))
        return;
    g_autoptr(GArray) pieces = collect_pieces(run, rule, window, &match);
    if (pieces->len != 1 || !is_whole(run, rule, pieces) ||
        !date_article(run)->from)
        return;
    const Piece *piece = &g_array_index(pieces, Piece, 0);
    ClClaim since = first->claim, then = make_claim(run, rule, piece);
    if (since.span.start >= then.span.start)
        return;
    since.sentence_key ^= then.sentence_key * 31;
    then.sentence_key = since.sentence_key;
    const char *passage = name_passage(run, rule_index);
    add_part(run, since, first->when, first->part, passage, first->position);
    add_part(run, then, when_of(run, piece), piece->part, passage,
             piece->token.source.start);
}

/* How many figures of the sentence have one of the tokens. */
static unsigned
count_tokens(Extraction *run, Passage *passage, const char *wanted)
{
    const GArray *quantities = passage_quantities(run, passage);
    const char *text = passage->text.text->str;
    unsigned count = 0;
    for (unsigned i = 0; i < quantities->len; i++)
        count +=
            strchr(wanted, token_of(&g_array_index(quantities, ClQuantity, i),
                                    text)) != NULL;
    return count;
}

/* Most sentences hold no figure of the kind that a check is about: only what
   does is worth a search.  A token's letter is its number. */
static bool
may_state(Extraction *run, ClCheck check, Passage *passage)
{
    static const char *const results[] = {
        [CL_CHECK_CHANGE] = "\2\3",     [CL_CHECK_MULTIPLE] = "\4",
        [CL_CHECK_DIFFERENCE] = "\1\3", [CL_CHECK_SUM] = "\1",
        [CL_CHECK_SHARES] = "\2",       [CL_CHECK_YEARS] = "\6",
    };
    return count_tokens(run, passage, results[check]) > 0 &&
           (check == CL_CHECK_SUM || check == CL_CHECK_YEARS ||
            passage_quantities(run, passage)->len >= 2);
}

/* 张三2019年加入 has no figure but its year. */
static void
state_first(Extraction *run, uint32_t rule_index, size_t index)
{
    Window *window = &run->arithmetic->window;
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    const GString *text = passage_near(run, index, 0)->text.text;
    if (!cl_rule_may_state(rule, CL_STATED_FIRST, text->str, text->len))
        return;
    fill_window(run, index, 0, true, window);
    keep_firsts(run, rule_index, window);
}

static void
state_rule(Extraction *run, uint32_t rule_index, size_t index)
{
    Window *window = &run->arithmetic->window;
    const ClRule *rule = cl_rule_set_get(run->rules, rule_index);
    const bool years = rule->check == CL_CHECK_YEARS;
    const bool far = years || rule->check == CL_CHECK_SUM;
    if (years)
        state_first(run, rule_index, index);
    if (!may_state(run, rule->check, passage_near(run, index, 0)))
        return;
    fill_window(run, index, far ? MOST_BACK : 0, years, window);
    if (!find_statements(run, rule_index, index, window) && years)
        join_halves(run, rule_index, index, window);
}

void
state_arithmetic(Extraction *run, size_t index)
{
    if (!run->arithmetic)
        return;
    passage_text(run, passage_near(run, index, 0));
    for (uint32_t i = 0; i < cl_rule_set_count(run->rules); i++)
        if (recomputes(cl_rule_set_get(run->rules, i)))
            state_rule(run, i, index);
}
