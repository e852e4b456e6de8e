/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two levels and a change that follow each other, in words that no form lists.
 * One of the levels is marked as what the other came from, no other figure
 * stands between, and no word there tells of another thing.  As words are
 * trusted less here than in a form, only what a slip explains is a statement:
 * one digit of the change, two neighbours that changed places, or its sign.
 */
#include "extract/statement.h"

#include <string.h>

/* Bytes that may lie between two figures, and before the first. */
enum { CLOSE = 48, WIDE = 96, BEFORE = 72, BEHIND = 28 };

/* ---- Words ------------------------------------------------------------------ */

static bool
is_whole_word(const char *text, const char *at, const char *word)
{
    const char *end = at + strlen(word);
    if (!g_ascii_isalpha(*word))
        return true;
    return (at == text || !g_ascii_isalpha(at[-1])) && !g_ascii_isalpha(*end);
}

static bool
holds_word(const char *text, ClSpan room, const char *word)
{
    const char *at = text + room.start;
    const char *const end = text + room.end;
    while ((at = g_strstr_len(at, end - at, word)) != NULL) {
        if (is_whole_word(text, at, word))
            return true;
        at++;
    }
    return false;
}

bool
roles_hold_any(const Triple *triple, ClSpan room, ClRoleWords which)
{
    const char *const *words = cl_rule_role_words(triple->rule, which);
    for (; *words; words++)
        if (holds_word(triple->text, room, *words))
            return true;
    return false;
}

/* Whether whatever a stretch names is named in another one, too. */
bool
names_nothing_new(const Triple *triple, ClSpan room, ClSpan known)
{
    const char *const *words = cl_rule_role_words(triple->rule, CL_ROLE_NOUNS);
    for (; *words; words++)
        if (holds_word(triple->text, room, *words) &&
            !holds_word(triple->text, known, *words))
            return false;
    return true;
}

static bool
ends_with_any(const Triple *triple, ClSpan room, ClRoleWords which)
{
    const char *const *words = cl_rule_role_words(triple->rule, which);
    size_t end = room.end;
    while (end > room.start && triple->text[end - 1] == ' ')
        end--;
    for (; *words; words++) {
        const size_t length = strlen(*words);
        if (end - room.start >= length &&
            memcmp(triple->text + end - length, *words, length) == 0)
            return true;
    }
    return false;
}

/* " a year ago" behind a figure; # stands for a length of time. */
static bool
starts_with(const char *at, const char *word)
{
    for (; *word; word++, at++)
        if (*at != *word && !(*word == '#' && *at == CL_TOKEN_SPAN))
            return false;
    return !g_ascii_isalpha(*at);
}

/* A unit's noun may stand between: 4.6 billion yuan in profit a year ago. */
static bool
is_followed_by_base(const Triple *triple, const Token *figure)
{
    const char *const *words =
        cl_rule_role_words(triple->rule, CL_ROLE_BASE_BEHIND);
    for (; *words; words++)
        for (const char *at = triple->text + figure->at + 1, *const end =
                                                                 at + BEHIND;
             *at && at < end && !strchr(",;(\n", *at) &&
             (*at > CL_TOKEN_OTHER || *at < 0 || *at == CL_TOKEN_SPAN);
             at++)
            if (starts_with(at, *words))
                return true;
    return false;
}

/* ---- What stands where -------------------------------------------------------- */

static bool
is_solid(const Token *token)
{
    return token->token != CL_TOKEN_SPAN && token->token != CL_TOKEN_YEAR;
}

static bool
is_level(const Token *token)
{
    return token->token == CL_TOKEN_AMOUNT || token->token == CL_TOKEN_PERCENT;
}

static bool
is_change(const Triple *triple, unsigned i)
{
    const Token *token = triple->figures[i];
    return token->token == CL_TOKEN_RISE ||
           token->token == CL_TOKEN_RISE_POINT ||
           (token->token == CL_TOKEN_PERCENT &&
            ends_with_any(triple, triple->before[i], CL_ROLE_MOVES));
}

/* Whether a level is marked as what the other one came from. */
static bool
is_base(const Triple *triple, unsigned i)
{
    return roles_hold_any(triple, triple->before[i], CL_ROLE_BASE) ||
           is_followed_by_base(triple, triple->figures[i]);
}

size_t
clause_start(const char *text, size_t at)
{
    const size_t least = at > BEFORE ? at - BEFORE : 0;
    while (at > least && !strchr(",;:(\n", text[at - 1]) &&
           (unsigned char)text[at - 1] > CL_TOKEN_RISE_POINT)
        at--;
    while ((text[at] & 0xc0) == 0x80) /* inside a character */
        at++;
    return at;
}

size_t
clause_end(const char *text, size_t at)
{
    return at + strcspn(text + at, ",;)\n");
}

/* Sentences of a window stand in lines. */
static size_t
line_start(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

static size_t
line_end(const char *text, size_t at)
{
    return at + strcspn(text + at, "\n");
}

/* No full stop between, and a gap no wider than asked for. */
static bool
is_near(const Triple *triple, unsigned i, size_t most)
{
    const ClSpan gap = triple->before[i];
    return gap.end - gap.start <= most &&
           !memchr(triple->text + gap.start, '\n', gap.end - gap.start) &&
           !holds_word(triple->text, gap, "。") &&
           !holds_word(triple->text, gap, ". ");
}

/* The places of the levels and the change among three figures: 120, 100, 20%;
   20% to 120, 100; 120, 20%, 100. */
static bool
find_change(const Triple *triple, unsigned *change)
{
    unsigned changes = 0;
    for (unsigned i = 0; i < 3; i++)
        if (is_change(triple, i)) {
            *change = i;
            changes++;
        } else if (!is_level(triple->figures[i])) {
            return false;
        }
    return changes == 1 && triple->figures[*change == 0]->token ==
                               triple->figures[*change == 2 ? 1 : 2]->token;
}

/* What the change is told of is the later level, by its place. */
static bool
fits_together(const Triple *triple, unsigned change, unsigned from)
{
    const ClSpan *before = triple->before;
    switch (change) {
    case 0:
        return from == 2 && is_near(triple, 1, CLOSE) &&
               is_near(triple, 2, WIDE) &&
               ends_with_any(triple, before[1], CL_ROLE_REACH) &&
               !roles_hold_any(triple, before[1], CL_ROLE_NOUNS) &&
               names_nothing_new(triple, before[2], before[0]);
    case 1:
        return from == 2 && is_near(triple, 1, CLOSE) &&
               is_near(triple, 2, WIDE) &&
               !roles_hold_any(triple, before[1], CL_ROLE_NOUNS) &&
               !roles_hold_any(triple, before[1], CL_ROLE_BASE) &&
               names_nothing_new(triple, before[2], before[0]);
    default:
        return is_near(triple, 1, WIDE) && is_near(triple, 2, CLOSE) &&
               names_nothing_new(triple, before[1], before[0]) &&
               !roles_hold_any(triple, before[2], CL_ROLE_NOUNS) &&
               !roles_hold_any(triple, before[2], CL_ROLE_BASE);
    }
}

/* ---- Slips ---------------------------------------------------------------------- */

int64_t
units_of(ClNumber value, int place)
{
    enum { MOST = 15 };
    const ClNumber units = cl_number_round(
        cl_number_divide(cl_number_abs(value), cl_number_make(1, place)), 0,
        CL_ROUND_HALF_AWAY);
    int64_t whole = units.digits;
    if (!cl_number_valid(units) || units.divisor != 1 || units.exponent < 0 ||
        units.exponent > MOST)
        return -1;
    for (int i = 0; i < units.exponent && whole < INT64_MAX / 10; i++)
        whole *= 10;
    return whole;
}

bool
is_one_slip(int64_t told, int64_t meant)
{
    unsigned differing = 0, swapped = 0;
    for (int64_t a = told, b = meant; a || b; a /= 10, b /= 10) {
        differing += a % 10 != b % 10;
        swapped +=
            a % 10 != b % 10 && a % 10 == b / 10 % 10 && a / 10 % 10 == b % 10;
    }
    return told >= 0 && meant >= 0 &&
           (differing == 1 || (differing == 2 && swapped == 1));
}

static ClNumber
change_between(ClNumber from, ClNumber to, bool points)
{
    const ClNumber apart = cl_number_subtract(to, from);
    return points ? apart
                  : cl_number_multiply(cl_number_divide(apart, from),
                                       cl_number_make(1, 2));
}

/* Whether a change is not what leads from one level to the other, but would be
   without one slip. */
static bool
has_slipped(const ClQuantity *from,
            const ClQuantity *to,
            const ClQuantity *told)
{
    enum { NEAR = 2 };
    if (from->shape != CL_SHAPE_POINT || to->shape != CL_SHAPE_POINT ||
        told->shape != CL_SHAPE_POINT || cl_number_sign(from->value) <= 0 ||
        cl_number_sign(to->value) <= 0)
        return false;
    const ClNumber change = change_between(
        from->value, to->value, told->kind == CL_KIND_PERCENTAGE_POINT);
    const int64_t meant = units_of(change, told->place);
    const int64_t said = units_of(told->value, told->place);
    const bool fell = cl_number_sign(change) < 0;
    if (meant < 0 || said <= 0)
        return false;
    if (ABS(meant - said) <= NEAR)
        return meant > NEAR && told->form != CL_FORM_LEVEL &&
               fell != (told->form == CL_FORM_DECLINE);
    return is_one_slip(said, meant);
}

/* ---- Statements ------------------------------------------------------------------ */

static ClFormMatch
match_of(const Triple *triple, unsigned change, unsigned from)
{
    const unsigned to = 3 - change - from;
    ClFormMatch match = {
        .span = {triple->figures[0]->at, triple->figures[2]->at + 1}};
    for (unsigned part = 0; part < CL_PARTS; part++)
        match.at[part] = SIZE_MAX;
    match.at[CL_PART_FROM] = triple->figures[from]->at;
    match.at[CL_PART_TO] = triple->figures[to]->at;
    match.at[CL_PART_CHANGE] = triple->figures[change]->at;
    match.terms = match.span;
    return match;
}

/* The figures from one on that are no lengths of time. */
static bool
fill_triple(const Window *window, unsigned first, Triple *triple)
{
    unsigned count = 0;
    const char *text = triple->text = window->text->str;
    for (unsigned i = first; i < window->tokens->len && count < 3; i++) {
        const Token *token = &g_array_index(window->tokens, Token, i);
        if (!is_solid(token))
            continue;
        const size_t start = count ? triple->figures[count - 1]->at + 1
                                   : clause_start(text, token->at);
        triple->before[count] = (ClSpan){start, token->at};
        triple->figures[count++] = token;
    }
    if (count < 3)
        return false;
    triple->sentences = (ClSpan){line_start(text, triple->figures[0]->at),
                                 line_end(text, triple->figures[2]->at)};
    return triple->figures[2]->at >= window->last;
}

static bool
read_triple(const Triple *triple, ClFormMatch *match)
{
    unsigned change;
    if (!find_change(triple, &change))
        return false;
    const unsigned first = change == 0, second = change == 2 ? 1 : 2;
    const bool first_is = is_base(triple, first);
    if (first_is == is_base(triple, second))
        return false;
    const unsigned from = first_is ? first : second;
    *match = match_of(triple, change, from);
    return fits_together(triple, change, from) &&
           !roles_hold_any(triple, triple->sentences, CL_ROLE_STOPS);
}

bool
find_by_roles(const ClRule *rule,
              const Window *window,
              unsigned *first,
              ClFormMatch *match)
{
    Triple triple = {.rule = rule};
    for (; *first < window->tokens->len; ++*first)
        if (is_solid(&g_array_index(window->tokens, Token, *first)) &&
            fill_triple(window, *first, &triple) &&
            read_triple(&triple, match)) {
            ++*first;
            return true;
        }
    return false;
}

bool
pieces_slipped(const GArray *pieces)
{
    const Piece *from = find_piece(pieces, CL_PART_FROM);
    const Piece *to = find_piece(pieces, CL_PART_TO);
    const Piece *change = find_piece(pieces, CL_PART_CHANGE);
    return from && to && change &&
           has_slipped(&from->value, &to->value, &change->value);
}
