/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A broken statement as a sum that anybody can check: its figures as they are
 * written, and what they give in the same notation.
 */
#include "check/reckon.h"

#include <string.h>

static const struct {
    const char *word;
    int power;
} scales[] = {{"万亿", 12},
              {"萬億", 12},
              {"亿", 8},
              {"億", 8},
              {"万", 4},
              {"萬", 4},
              {"trillion", 12},
              {"billion", 9},
              {"million", 6},
              {"thousand", 3},
              {"bn", 9},
              /* of percentage points */
              {"basis point", -2},
              {"基点", -2},
              {"个基点", -2},
              {"基點", -2},
              {"個基點", -2},
              {"bp", -2}};

/* How a figure is written: $, 5, billion; 30, 万台. */
typedef struct {
    const char *before, *after; /* borrowed from its text */
    size_t before_length;
    int power;
} Notation;

static Notation
notation_of(const char *text)
{
    static const char digits[] = "0123456789";
    Notation notation = {text, "", 0, 0};
    const size_t length = strlen(text);
    size_t end = length;
    while (end > 0 && !strchr(digits, text[end - 1]))
        end--;
    if (!end)
        return notation;
    notation.after = text + end;
    /* $5: a currency sign stays before; words of a hedge do not */
    const size_t lead = strcspn(text, digits);
    const gunichar first = g_utf8_get_char_validated(text, -1);
    if (lead && lead == (size_t)(g_utf8_next_char(text) - text) &&
        g_unichar_type(first) == G_UNICODE_CURRENCY_SYMBOL)
        notation.before_length = lead;
    const char *word = notation.after + strspn(notation.after, " ");
    for (size_t i = 0; i < G_N_ELEMENTS(scales) && !notation.power; i++)
        if (g_str_has_prefix(word, scales[i].word))
            notation.power = scales[i].power;
    return notation;
}

static void
append_number(ClNumber number, int power, int place, GString *out)
{
    ClNumber few = cl_number_shift(number, -power);
    if (few.divisor != 1)
        few = cl_number_round(few, place, CL_ROUND_HALF_AWAY);
    cl_number_print(few, CL_ROUND_HALF_AWAY, out);
}

void
append_reckoned(ClInterval value, const ClClaim *like, GString *out)
{
    const Notation notation = notation_of(like ? like->quantity_text : "%");
    const int place =
        like ? MIN(like->quantity.place - notation.power, 0) - 1 : -1;
    g_string_append_len(out, notation.before, (gssize)notation.before_length);
    if (value.lo_unbounded)
        g_string_append(out, "<");
    else
        append_number(value.lo, notation.power, place, out);
    if (!cl_interval_is_point(value) && !value.lo_unbounded)
        g_string_append(out, value.hi_unbounded ? "+" : "–");
    if (!cl_interval_is_point(value) && !value.hi_unbounded)
        append_number(value.hi, notation.power, place, out);
    g_string_append(out, like ? notation.after : "%");
}

static const char *
words_of(const Statement *statement, ClPart part)
{
    return statement->parts[part]->quantity_text;
}

static void
append_terms(const Statement *statement, GString *out)
{
    for (unsigned i = 0; i < statement->terms->len; i++)
        g_string_append_printf(
            out, "%s%s", i ? " + " : "",
            g_array_index(statement->terms, ClClaim *, i)->quantity_text);
    if (statement->parts[CL_PART_REST])
        g_string_append_printf(out, " + %s", words_of(statement, CL_PART_REST));
}

/* The greater of two first, so that what is left is no minus. */
static void
append_difference(const Statement *statement, GString *out)
{
    const ClInterval from = statement->parts[CL_PART_FROM]->quantity.hard;
    const ClInterval to = statement->parts[CL_PART_TO]->quantity.hard;
    const bool grew = cl_interval_compare(to, from) >= 0 ||
                      !statement_sign_holds(statement) ||
                      statement->parts[CL_PART_ADDED];
    g_string_append_printf(
        out, "%s - %s", words_of(statement, grew ? CL_PART_TO : CL_PART_FROM),
        words_of(statement, grew ? CL_PART_FROM : CL_PART_TO));
}

static void
append_ratio_of_difference(const Statement *statement, GString *out)
{
    g_string_append_c(out, '(');
    append_difference(statement, out);
    g_string_append_printf(out, ") / %s", words_of(statement, CL_PART_FROM));
}

static void
append_change(const Statement *statement, GString *out)
{
    if (statement->parts[CL_PART_CHANGE]->quantity.kind ==
        CL_KIND_PERCENTAGE_POINT) {
        append_difference(statement, out);
        return;
    }
    append_ratio_of_difference(statement, out);
}

static int
year_of(const Statement *statement, ClPart part)
{
    return statement->parts[part]->facets[CL_FACET_WHEN].from / 10000;
}

static void
append_years(const Statement *statement, GString *out)
{
    const char *told = words_of(statement, CL_PART_YEARS);
    const ClInterval years = statement->parts[CL_PART_YEARS]->quantity.hard;
    const int now = year_of(statement, CL_PART_YEARS);
    if (statement->parts[CL_PART_SINCE]) {
        const int since = year_of(statement, CL_PART_SINCE);
        g_string_append_printf(out, "%d - %d = %d, not %s", now, since,
                               now - since, told);
        return;
    }
    const bool onwards = statement->parts[CL_PART_FROM] != NULL;
    const int start = onwards ? year_of(statement, CL_PART_FROM) : now;
    const ClNumber end = (onwards ? cl_number_add : cl_number_subtract)(
        cl_number_make(start, 0), years.lo);
    g_string_append_printf(out, "%d %c %s = ", start, onwards ? '+' : '-',
                           told);
    cl_number_print(cl_number_round(end, 0, CL_ROUND_FLOOR), CL_ROUND_HALF_AWAY,
                    out);
    g_string_append_printf(out, ", not %d", year_of(statement, CL_PART_TO));
}

static void
append_result(const Statement *statement, GString *out)
{
    const ClClaim *result = statement_result(statement);
    const bool over = !result && !statement->parts[CL_PART_REST];
    g_string_append(out, " = ");
    append_reckoned(statement_value(statement), result, out);
    g_string_append(out, over ? ", over " : ", not ");
    if (!statement_sign_holds(statement) &&
        g_ascii_isdigit(*result->quantity_text))
        g_string_append_c(out,
                          result->quantity.form == CL_FORM_GROWTH ? '+' : '-');
    g_string_append(out, result ? result->quantity_text : "100%");
}

/* 1299家 + 46家 = 1345家, not 1363家; 46家 may be 64家. */
static void
append_swap(const Statement *statement, GString *out)
{
    ClNumber meant;
    const ClClaim *claim = statement_swap(statement, &meant);
    if (!claim || claim == statement_result(statement))
        return;
    g_string_append_printf(out, "; %s may be ", claim->quantity_text);
    append_reckoned(cl_interval_point(meant), claim, out);
}

char *
statement_explain(const Statement *statement)
{
    g_autoptr(GString) out = g_string_new(NULL);
    switch (statement->rule->check) {
    case CL_CHECK_YEARS:
        append_years(statement, out);
        return g_strdup(out->str);
    case CL_CHECK_DIRECTION:
        return g_strdup_printf("%s < %s", words_of(statement, CL_PART_MORE),
                               words_of(statement, CL_PART_LESS));
    case CL_CHECK_PART:
        if (!statement->parts[CL_PART_SOME]) {
            append_terms(statement, out);
            g_string_append_printf(out, " > %s",
                                   words_of(statement, CL_PART_ALL));
            return g_strdup(out->str);
        }
        return g_strdup_printf("%s > %s", words_of(statement, CL_PART_SOME),
                               words_of(statement, CL_PART_ALL));
    case CL_CHECK_CHANGE:
        append_change(statement, out);
        break;
    case CL_CHECK_SHARE:
        g_string_append_printf(out, "%s / %s",
                               words_of(statement, CL_PART_SOME),
                               words_of(statement, CL_PART_ALL));
        break;
    case CL_CHECK_MULTIPLE:
        if (statement->parts[CL_PART_CHANGE]) {
            g_string_append_printf(out, "100%% + %s",
                                   words_of(statement, CL_PART_CHANGE));
            break;
        }
        if (statement->parts[CL_PART_TIMES]->quantity.form != CL_FORM_LEVEL) {
            append_ratio_of_difference(statement, out);
            break;
        }
        g_string_append_printf(out, "%s / %s", words_of(statement, CL_PART_TO),
                               words_of(statement, CL_PART_FROM));
        break;
    case CL_CHECK_DIFFERENCE:
        append_difference(statement, out);
        break;
    default:
        append_terms(statement, out);
        break;
    }
    append_result(statement, out);
    append_swap(statement, out);
    return g_strdup(out->str);
}
