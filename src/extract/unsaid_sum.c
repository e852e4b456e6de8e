/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A figure that the ones before it make but for one slip, whether or not a
 * word says that it is their sum: 18,882 and 10,332, then 29,124.  Of four
 * digits that is hardly chance, as long as nothing there tells of another time
 * or another thing.
 */
#include "extract/statement.h"

#include <string.h>

enum { LEAST = 2, MOST = 5, GAP = 72, FEW = 100, MANY = 1000 };

static bool
is_added_up(const Triple *words, ClSpan room)
{
    return roles_hold_any(words, room, CL_ROLE_ADDED);
}

/* Without the noughts at its end: 99,000 is told to two digits. */
static int64_t
told_digits(ClNumber value)
{
    return ABS(value.digits);
}

static bool
is_plain(const Token *token, const Token *total)
{
    const ClQuantity *value = &token->value;
    return value->shape == CL_SHAPE_POINT &&
           value->place == total->value.place &&
           value->unit == total->value.unit &&
           cl_number_sign(value->value) > 0 && told_digits(value->value) >= FEW;
}

/* The amounts before one, the nearest last; as many as stand near each other
   with nothing between that says of another time. */
static unsigned
collect_terms(const Triple *words,
              const Window *window,
              unsigned total,
              const Token **terms)
{
    unsigned count = 0;
    const Token *last = &g_array_index(window->tokens, Token, total);
    const Token *const whole = last;
    for (unsigned i = total; i > 0 && count < MOST; i--) {
        const Token *token = &g_array_index(window->tokens, Token, i - 1);
        const ClSpan gap = {token->at + 1, last->at};
        if (token->token == CL_TOKEN_SPAN || token->token == CL_TOKEN_PERCENT ||
            token->token == CL_TOKEN_RISE)
            continue;
        if (token->token != CL_TOKEN_AMOUNT || !is_plain(token, whole) ||
            gap.end - gap.start > GAP ||
            roles_hold_any(words, gap, CL_ROLE_BASE) ||
            cl_number_compare(token->value.value, whole->value.value) >= 0)
            break;
        terms[count++] = last = token;
    }
    return count;
}

static ClNumber
add_terms(const Token *const *terms, unsigned count)
{
    ClNumber sum = cl_number_make(0, 0);
    for (unsigned i = 0; i < count; i++)
        sum = cl_number_add(sum, terms[i]->value.value);
    return sum;
}

/* How many of the terms make the total but for a slip; 0: none, or some make
   it as it stands. */
static unsigned
count_slipped(const Token *const *terms, unsigned count, const Token *total)
{
    enum { QUARTER = 4 };
    unsigned found = 0;
    const int place = total->value.place;
    const int64_t told = units_of(total->value.value, place);
    if (told_digits(total->value.value) < MANY)
        return 0;
    for (unsigned n = LEAST; n <= count; n++) {
        const int64_t sum = units_of(add_terms(terms, n), place);
        if (sum < 0 || ABS(sum - told) <= (int64_t)n)
            return 0;
        if (!found && ABS(sum - told) < told / QUARTER &&
            is_one_slip(told, sum))
            found = n;
    }
    return found;
}

static bool
names_the_same(const Triple *words, const Token *first, const Token *total)
{
    const ClSpan before = {clause_start(words->text, first->at), first->at};
    const ClSpan own = {clause_start(words->text, total->at), total->at};
    return is_added_up(words, own) || names_nothing_new(words, own, before);
}

bool
find_unsaid_sum(const ClRule *rule,
                const Window *window,
                unsigned *at,
                ClFormMatch *match)
{
    const Triple words = {.rule = rule, .text = window->text->str};
    for (; *at < window->tokens->len; ++*at) {
        const Token *total = &g_array_index(window->tokens, Token, *at);
        const Token *terms[MOST];
        if (total->token != CL_TOKEN_AMOUNT || total->at < window->last ||
            total->value.shape != CL_SHAPE_POINT)
            continue;
        const unsigned count = count_slipped(
            terms, collect_terms(&words, window, *at, terms), total);
        const ClSpan all = {
            count ? clause_start(words.text, terms[count - 1]->at) : 0,
            clause_end(words.text, total->at)};
        if (!count || roles_hold_any(&words, all, CL_ROLE_STOPS) ||
            !names_the_same(&words, terms[count - 1], total))
            continue;
        *match = (ClFormMatch){.span = {terms[count - 1]->at, total->at + 1},
                               .proof = CL_PROOF_ALL};
        for (unsigned part = 0; part < CL_PARTS; part++)
            match->at[part] = SIZE_MAX;
        match->at[CL_PART_TOTAL] = total->at;
        match->terms = match->span;
        ++*at;
        return true;
    }
    return false;
}
