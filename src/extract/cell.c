/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A cell of a table becomes a sentence: what stands above the table, then
 * the row's label, the column's header, the cell and the unit its header
 * names, "8月交付; 蔚来 交付量 31,305辆".  Whatever reads sentences reads it
 * like any other; only the cell's own figures are quantities, and a claim's
 * place is the cell.
 */
#include "extract/cell_unit.h"

#include <string.h>

/* ---- The sentence ------------------------------------------------------------- */

typedef struct {
    Extraction *run;
    Passage *passage;
    ClFolded part;
    Unit unit;
    bool has_unit;
} Composer;

static const ClFolded *
fold_part(Composer *composer, ClSpan span)
{
    cl_fold_article(composer->run->article, span, &composer->part);
    return &composer->part;
}

static void
cut(ClFolded *folded, ClSpan words)
{
    const guint count = (guint)(words.end - words.start);
    g_string_erase(folded->text, (gssize)words.start, (gssize)count);
    g_string_erase(folded->cased, (gssize)words.start, (gssize)count);
    g_array_remove_range(folded->origin, (guint)words.start, count);
    g_array_remove_range(folded->ends, (guint)words.start, count);
}

/* What stands above holds for the table, as a clause of its own. */
static ClSpan
add_frame(Composer *composer, ClSpan span)
{
    ClFolded *text = &composer->passage->text;
    const size_t start = text->text->len;
    if (span.start == span.end)
        return (ClSpan){start, start};
    cl_folded_append(text, fold_part(composer, span));
    const size_t end = text->text->len;
    cl_folded_append_words(text, "; ", span.end);
    return (ClSpan){start, end};
}

/* A label or header, without the unit it names. */
static ClSpan
add_header(Composer *composer, ClSpan span)
{
    ClFolded *text = &composer->passage->text;
    ClSpan words;
    Unit unit;
    fold_part(composer, span);
    if (unit_of_header(composer->run, &composer->part, &unit, &words)) {
        cut(&composer->part, words);
        composer->unit = unit;
        composer->has_unit = true;
    }
    cl_folded_append(text, &composer->part);
    const size_t length = composer->part.text->len;
    return (ClSpan){text->text->len - length, text->text->len};
}

/* 单位:亿元 is not the unit of a share, of a growth or of a headcount. */
static void
take_unit_above(Composer *composer, const ClCell *cell)
{
    const ClFolded *text = &composer->passage->text;
    const ClSpan column = composer->passage->column;
    g_autofree char *header =
        g_strndup(text->text->str + column.start, column.end - column.start);
    if (cl_table_says(CL_TABLE_RATE, header) ||
        cl_table_says(CL_TABLE_RATIO, header))
        return;
    const bool count = cl_table_says(CL_TABLE_COUNT, header);
    for (size_t i = 0; i < G_N_ELEMENTS(cell->captions); i++) {
        Unit unit;
        fold_part(composer, cell->captions[i]);
        if (!composer->has_unit &&
            unit_of_caption(composer->run, &composer->part, &unit) &&
            !(count && is_money(composer->run, &unit))) {
            composer->unit = unit;
            composer->has_unit = true;
        }
    }
}

static void
add_own(Composer *composer, ClSpan span)
{
    ClFolded *text = &composer->passage->text;
    fold_part(composer, span);
    const bool lend = composer->has_unit && is_bare_number(composer->part.text);
    if (text->text->len && lend && *composer->unit.before)
        cl_folded_append_words(text, " ", span.start);
    const size_t before = lend ? strlen(composer->unit.before) : 0;
    if (lend)
        cl_folded_append_words(text, composer->unit.before, span.start);
    cl_folded_append(text, &composer->part);
    /* a blank before the cell is none of its own */
    text->own.start = text->text->len - composer->part.text->len - before;
    if (lend)
        cl_folded_append_words(text, composer->unit.behind, span.end);
    text->own.end = text->text->len;
}

/* 6月交付榜 over a table that has only months and names: the title says what
   its figures are. */
static void
add_title(Composer *composer)
{
    Extraction *run = composer->run;
    if (!run->has_title)
        return;
    ClFolded *text = &composer->passage->text;
    const size_t at = composer->passage->sentence.span.start;
    cl_folded_append_words(text, passage_text(run, &run->title)->text->str, at);
    cl_folded_append_words(text, "; ", at);
}

/* Whether any rule has a word for what is measured there. */
static bool
has_measure(Extraction *run, const GString *text)
{
    bool found = false;
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    g_autoptr(GArray) gave_up = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    cl_rule_set_match_anchors(run->rules, text->str, text->len, hits, gave_up);
    for (unsigned i = 0; i < hits->len; i++)
        found |=
            cl_rule_set_roles(run->rules, g_array_index(hits, ClHit, i).term) >>
                CL_ROLE_MEASURE &
            1;
    return found;
}

static void
compose(Extraction *run, Passage *passage, const ClCell *cell, bool titled)
{
    Composer composer = {.run = run, .passage = passage};
    cl_folded_init(&composer.part);
    cl_fold_article(run->article, (ClSpan){0, 0}, &passage->text);
    if (titled)
        add_title(&composer);
    add_frame(&composer, cell->captions[1]);
    add_frame(&composer, cell->captions[0]);
    passage->corner = add_frame(&composer, cell->corner);
    passage->labels = add_header(&composer, cell->labels);
    if (cell->beside.end > cell->beside.start) {
        add_header(&composer, cell->beside);
        composer.has_unit = false;
    }
    passage->column = add_header(&composer, cell->column);
    if (!composer.has_unit)
        take_unit_above(&composer, cell);
    add_own(&composer, passage->sentence.span);
    cl_folded_clear(&composer.part);
}

void
cell_compose(Extraction *run, Passage *passage, const ClCell *cell)
{
    compose(run, passage, cell, false);
    if (cl_sentence_has_number(run->article, &passage->sentence) &&
        !has_measure(run, passage->text.text))
        compose(run, passage, cell, true);
}

/* 各家门店数: 瑞幸 29,214家.  Up to its first figure an item is a label. */
void
item_compose(Extraction *run, Passage *passage)
{
    Composer composer = {.run = run, .passage = passage};
    ClFolded *text = &passage->text;
    cl_folded_init(&composer.part);
    cl_fold_article(run->article, (ClSpan){0, 0}, text);
    add_frame(&composer, passage->sentence.lead);
    add_own(&composer, passage->sentence.span);
    size_t label = text->own.start;
    while (label < text->own.end && !g_ascii_isdigit(text->text->str[label]))
        label++;
    passage->labels = (ClSpan){text->own.start, label};
    passage->column = (ClSpan){label, label};
    cl_folded_clear(&composer.part);
}

bool
passage_above(Extraction *run, const Passage *cell, Passage *out)
{
    ClCell lent;
    if (!cell->sentence.cell ||
        !cl_article_cell(run->article, cell->sentence.span, &lent) ||
        lent.above.start == lent.above.end)
        return false;
    passage_reset(out, (ClSentence){.span = lent.above});
    return true;
}

/* ---- What was read in it ------------------------------------------------------ */

static bool
has_digit(const char *text, ClSpan span)
{
    for (size_t at = span.start; at < span.end; at++)
        if (g_ascii_isdigit(text[at]))
            return true;
    return false;
}

/* 营收(亿元) in a header is no hundred million. */
static void
drop_units(Passage *passage)
{
    GArray *quantities = passage->quantities;
    unsigned kept = 0;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity quantity = g_array_index(quantities, ClQuantity, i);
        if (has_digit(passage->text.text->str, quantity.number))
            g_array_index(quantities, ClQuantity, kept++) = quantity;
    }
    g_array_set_size(quantities, kept);
}

/* Figures of labels and captions are told where they stand, or never. */
void
cell_keep_own(Passage *passage)
{
    if (!passage->composed) {
        drop_units(passage);
        return;
    }

    GArray *quantities = passage->quantities;
    const char *text = passage->text.text->str;
    /* 营收同比 may be a row's label as well as a column's header */
    const ClSpan said = {passage->labels.start, passage->text.own.start};
    g_autofree char *header =
        g_strndup(text + said.start, said.end - MIN(said.start, said.end));
    const bool rate =
        passage->sentence.cell && cl_table_says(CL_TABLE_RATE, header);
    unsigned kept = 0;
    for (unsigned i = 0; i < quantities->len; i++) {
        ClQuantity quantity = g_array_index(quantities, ClQuantity, i);
        if (!cl_span_contains(passage->text.own, quantity.number))
            continue;
        quantity.span.start = MAX(quantity.span.start, passage->text.own.start);
        if (rate && quantity.form == CL_FORM_LEVEL &&
            quantity.kind == CL_KIND_PERCENT)
            quantity.form = CL_FORM_GROWTH;
        g_array_index(quantities, ClQuantity, kept++) = quantity;
    }
    g_array_set_size(quantities, kept);
}

/* "小米17 | 电池 | 7000mAh": what a reader needs to see of a table. */
char *
cell_quote(Extraction *run, const Passage *passage, const ClCell *cell)
{
    const ClSpan parts[] = {cell->labels, cell->column, passage->sentence.span};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *words = cl_article_quote(run->article, parts[i]);
        if (*words)
            g_string_append_printf(out, "%s%s", out->len ? " · " : "", words);
    }
    return g_string_free(out, FALSE);
}
