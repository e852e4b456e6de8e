/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Readings become rows of characters on a common scale.  Columns are computed
 * exactly, so that the drawing is the same on every machine.
 */
#include "report/numberline.h"

#include "report/camp.h"
#include "report/figure.h"

#define COLUMNS 48
#define MARGIN 3 /* room for arrows on either side */

typedef struct {
    ClNumber lo, hi; /* of all bounded ends */
    bool any;
} Scale;

static void
widen(Scale *scale, ClNumber end, bool unbounded)
{
    if (unbounded || !cl_number_valid(end))
        return;
    if (!scale->any)
        *scale = (Scale){end, end, true};
    scale->lo = cl_number_min(scale->lo, end);
    scale->hi = cl_number_max(scale->hi, end);
}

/* 不到24万 is drawn as an arrow to the left, not as a line from nought. */
static ClInterval
drawn(ClInterval interval)
{
    if (interval.lo_open && !interval.hi_unbounded &&
        cl_number_is_zero(interval.lo))
        interval.lo_unbounded = true;
    return interval;
}

static Scale
find_scale(const ClReport *report, const ClFinding *finding)
{
    Scale scale = {.any = false};
    for (size_t i = 0; i < cl_finding_rows(finding); i++) {
        const ClQuantity *const quantity =
            &cl_finding_row(report, finding, i)->quantity;
        const ClInterval hard = drawn(quantity->hard);
        widen(&scale, hard.lo, hard.lo_unbounded);
        widen(&scale, hard.hi, hard.hi_unbounded);
        widen(&scale, quantity->usual.lo, quantity->usual.lo_unbounded);
        widen(&scale, quantity->usual.hi, quantity->usual.hi_unbounded);
    }
    return scale;
}

/* The column of a value, from MARGIN to COLUMNS - MARGIN - 1. */
static int
column_of(const Scale *scale, ClNumber value)
{
    int64_t column = 0;
    const ClNumber width = cl_number_make(COLUMNS - 2 * MARGIN - 1, 0);
    const ClNumber part =
        cl_number_divide(cl_number_subtract(value, scale->lo),
                         cl_number_subtract(scale->hi, scale->lo));
    const ClNumber at =
        cl_number_round(cl_number_multiply(part, width), 0, CL_ROUND_HALF_AWAY);
    if (!cl_figure_whole(at, &column))
        column = 0;
    return MARGIN + (int)CLAMP(column, 0, COLUMNS - 2 * MARGIN - 1);
}

static void
fill(const char **cells, int from, int to, const char *with)
{
    for (int i = from; i <= to; i++)
        cells[i] = with;
}

static void
draw_ends(const char **cells, ClInterval hard, int from, int to)
{
    if (hard.lo_unbounded)
        cells[0] = "<";
    else
        cells[from] = hard.lo_open ? "○" : "├";
    if (hard.hi_unbounded)
        cells[COLUMNS - 1] = ">";
    else
        cells[to] = hard.hi_open ? "○" : "┤";
    if (from == to)
        cells[from] = "●";
}

static void
draw_row(const Scale *scale, const ClQuantity *quantity, GString *out)
{
    const char *cells[COLUMNS];
    const ClInterval hard = drawn(quantity->hard), usual = quantity->usual;
    const int from = hard.lo_unbounded ? 0 : column_of(scale, hard.lo);
    const int to = hard.hi_unbounded ? COLUMNS - 1 : column_of(scale, hard.hi);
    fill(cells, 0, COLUMNS - 1, " ");
    fill(cells, from, to, "─");
    if (!usual.lo_unbounded && !usual.hi_unbounded)
        fill(cells, column_of(scale, usual.lo), column_of(scale, usual.hi),
             "━");
    draw_ends(cells, hard, from, to);
    int last = COLUMNS - 1;
    while (last > 0 && cells[last][0] == ' ')
        last--;
    for (int i = 0; i <= last; i++)
        g_string_append(out, cells[i]);
}

static void
append_label(const ClClaim *claim, GString *out)
{
    g_autoptr(GString) label = g_string_new(NULL);
    cl_escape_terminal(claim->quantity_text, label);
    /* three backticks would end the block */
    g_string_replace(label, "`", "'", 0);
    g_string_append(out, label->str);
}

static void
append_padded(const ClClaim *claim, size_t width, GString *out)
{
    const size_t start = out->len;
    append_label(claim, out);
    for (size_t i = cl_text_width(out->str + start); i < width + 2; i++)
        g_string_append_c(out, ' ');
}

static size_t
widest_label(const ClReport *report, const ClFinding *finding)
{
    size_t widest = 0;
    for (size_t i = 0; i < cl_finding_rows(finding); i++) {
        g_autoptr(GString) label = g_string_new(NULL);
        if (!cl_finding_shows(report, finding, i))
            continue;
        append_label(cl_finding_row(report, finding, i), label);
        widest = MAX(widest, cl_text_width(label->str));
    }
    return widest;
}

/* The scale's two ends, written under the columns where they stand. */
static void
append_axis(const ClReport *report,
            const ClFinding *finding,
            const Scale *scale,
            size_t indent,
            GString *out)
{
    const ClVocabulary *const vocabulary =
        cl_rule_set_vocabulary(report->rules);
    const bool chinese = cl_finding_is_chinese(finding);
    const ClUnitId unit = cl_finding_row(report, finding, 0)->quantity.unit;
    g_autoptr(GString) low = g_string_new(NULL);
    g_autoptr(GString) high = g_string_new(NULL);
    cl_figure_amount(vocabulary, scale->lo, unit, chinese, low);
    cl_figure_amount(vocabulary, scale->hi, unit, chinese, high);
    const size_t end = indent + COLUMNS - MARGIN;
    const size_t used =
        indent + MARGIN + cl_text_width(low->str) + cl_text_width(high->str);
    g_string_append_printf(out, "%*s%s%*s%s\n", (int)(indent + MARGIN), "",
                           low->str, end > used ? (int)(end - used) : 2, "",
                           high->str);
}

void
cl_numberline_print(const ClReport *report,
                    const ClFinding *finding,
                    GString *out)
{
    /* parts of a sum stand on no common scale */
    if (finding->rule->check != CL_CHECK_NONE)
        return;
    const Scale scale = find_scale(report, finding);
    if (!scale.any || cl_number_equal(scale.lo, scale.hi))
        return;
    const size_t width = widest_label(report, finding);
    g_string_append(out, "```text\n");
    for (size_t i = 0; i < cl_finding_rows(finding); i++) {
        if (!cl_finding_shows(report, finding, i))
            continue;
        const ClClaim *const claim = cl_finding_row(report, finding, i);
        append_padded(claim, width, out);
        draw_row(&scale, &claim->quantity, out);
        g_string_append_c(out, '\n');
    }
    append_axis(report, finding, &scale, width + 2, out);
    g_string_append(out, "```\n\n");
}
