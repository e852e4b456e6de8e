/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns the figure of an entry into a quantity in its rule's unit.  The text
 * must be a figure and nothing else: what the desk vouches for is not guessed.
 */
#include "rule/fact.h"
#include "text/text.h"

#include <string.h>

/* The quantities of a text, and whether they are all it holds. */
typedef struct {
    ClFolded folded;
    GArray *found; /* of ClQuantity */
} Figure;

static void
figure_init(Figure *figure, const ClVocabulary *vocabulary, const char *text)
{
    cl_folded_init(&figure->folded);
    figure->found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    cl_fold_text(text, strlen(text), &figure->folded);
    cl_quantities_read(vocabulary, figure->folded.cased->str,
                       figure->folded.cased->len, figure->found);
}

static void
figure_clear(Figure *figure)
{
    cl_folded_clear(&figure->folded);
    g_array_free(figure->found, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Figure, figure_clear)

static bool
has_words(const char *text, size_t length)
{
    const char *const end = text + length;
    for (; text < end; text = g_utf8_next_char(text))
        if (g_unichar_isalnum(g_utf8_get_char(text)))
            return true;
    return false;
}

/* "24万台车", "24 wan": the rest might say another figure. */
static bool
has_rest(const Figure *figure, const ClQuantity *quantity)
{
    const GString *const text = figure->folded.cased;
    return has_words(text->str, quantity->span.start) ||
           has_words(text->str + quantity->span.end,
                     text->len - quantity->span.end);
}

/* The one quantity that the text is; NULL after an error. */
static const ClQuantity *
only_quantity(const ClReader *reader,
              const ClYamlNode *node,
              const Figure *figure)
{
    if (!figure->found->len) {
        cl_read_error(reader, node, "bad-value",
                      "write it as an article would: 24万台, 45%, 超过6000元",
                      "'%s' reads as no figure", node->text);
        return NULL;
    }
    if (figure->found->len > 1) {
        cl_read_error(reader, node, "bad-value", "make an entry of each",
                      "'%s' reads as %u figures", node->text,
                      figure->found->len);
        return NULL;
    }
    const ClQuantity *const only = &g_array_index(figure->found, ClQuantity, 0);
    if (!has_rest(figure, only))
        return only;
    const GString *const text = figure->folded.cased;
    cl_read_error(reader, node, "bad-value",
                  "write the figure alone, other words under 'note'",
                  "only '%.*s' of '%s' reads as a figure",
                  (int)(only->span.end - only->span.start),
                  text->str + only->span.start, node->text);
    return NULL;
}

/* ---- Units -------------------------------------------------------------- */

/* 是3倍 is no percentage: only a change turns into another one. */
static bool
keeps_form(const ClVocabulary *vocabulary,
           const ClQuantity *quantity,
           ClUnitId unit)
{
    const char *const dimension = cl_unit_dimension(vocabulary, unit);
    return quantity->form != CL_FORM_LEVEL ||
           (strcmp(dimension, "multiple") == 0) ==
               (quantity->kind == CL_KIND_MULTIPLE);
}

static bool
convert(const ClVocabulary *vocabulary,
        const ClRule *rule,
        const ClQuantity *quantity,
        ClQuantity *out)
{
    for (unsigned i = 0; i < rule->units->len; i++) {
        const ClUnitId unit = g_array_index(rule->units, ClUnitId, i);
        if (keeps_form(vocabulary, quantity, unit) &&
            cl_quantity_convert(vocabulary, quantity, unit, out))
            return true;
    }
    return false;
}

/* 24万 may stand for 24万辆; 45 stands for nothing. */
static bool
take_bare(const ClVocabulary *vocabulary,
          ClUnitId unit,
          const ClQuantity *quantity,
          ClQuantity *out)
{
    const bool counts = cl_unit_is_count(vocabulary, unit) &&
                        quantity->kind != CL_KIND_DATE &&
                        quantity->kind != CL_KIND_ORDINAL;
    if (!counts)
        return false;
    *out = *quantity;
    out->unit = unit;
    return true;
}

static void
tell_unit(const ClReader *reader,
          const ClYamlNode *node,
          const ClFact *fact,
          const ClQuantity *quantity)
{
    const ClVocabulary *const vocabulary = reader->vocabulary;
    const ClUnitId wanted = g_array_index(fact->rule->units, ClUnitId, 0);
    g_autofree char *hint = g_strdup_printf(
        "the rule's unit is %s", cl_unit_label(vocabulary, wanted, true));
    if (quantity->unit)
        cl_read_error(reader, node, "wrong-unit", hint,
                      "'%s' is in '%s', which rule '%s' does not count in",
                      node->text, cl_unit_name(vocabulary, quantity->unit),
                      fact->rule->id);
    else
        cl_read_error(reader, node, "wrong-unit", hint, "'%s' has no unit",
                      node->text);
}

void
cl_fact_read_value(const ClReader *reader, const ClYamlNode *node, ClFact *fact)
{
    g_auto(Figure) figure;
    const ClVocabulary *const vocabulary = reader->vocabulary;
    const ClUnitId unit = g_array_index(fact->rule->units, ClUnitId, 0);
    figure_init(&figure, vocabulary, node->text);
    const ClQuantity *const only = only_quantity(reader, node, &figure);
    if (!only)
        return;
    const bool taken =
        only->unit ? convert(vocabulary, fact->rule, only, &fact->quantity)
                   : take_bare(vocabulary, unit, only, &fact->quantity);
    if (!taken)
        tell_unit(reader, node, fact, only);
    fact->quantity.span = fact->quantity.number = (ClSpan){0, 0};
}
