/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a reading came about, a line a step, for people.
 */
#include "quantity/vocabulary.h"

#include <string.h>

static void
add_words(const char *title, const char *text, ClSpan span, GString *out)
{
    g_string_append_printf(out, "  %-8s", title);
    g_string_append_len(out, text + span.start,
                        (gssize)(span.end - span.start));
    g_string_append_c(out, '\n');
}

static void
add_interval(const char *title,
             const ClVocabulary *v,
             const ClQuantity *q,
             ClInterval interval,
             GString *out)
{
    g_string_append_printf(out, "  %-8s", title);
    cl_interval_print(interval, out);
    if (q->unit)
        g_string_append_printf(out, " %s", cl_unit_name(v, q->unit));
    if (q->per)
        g_string_append_printf(out, "/%s", cl_unit_name(v, q->per));
    g_string_append_c(out, '\n');
}

static const ClHedge *
find_hedge(const ClVocabulary *v, const char *name)
{
    for (guint i = 0; i < v->hedges->len; i++) {
        const ClHedge *hedge = cl_vocabulary_hedge(v, (int)i);
        if (strcmp(hedge->name, name) == 0)
            return hedge;
    }
    return cl_vocabulary_hedge(v, 0);
}

static void
add_value(const ClQuantity *q, GString *out)
{
    g_string_append(out, "  value   ");
    cl_number_print(q->value, CL_ROUND_HALF_AWAY, out);
    if (!cl_number_equal(q->value, q->upper)) {
        g_string_append(out, " to ");
        cl_number_print(q->upper, CL_ROUND_HALF_AWAY, out);
    }
    g_string_append_printf(out, ", last digit at 10^%d\n", q->place);
}

static void
add_form(const ClQuantity *q, GString *out)
{
    if (q->form == CL_FORM_GROWTH)
        g_string_append(out, "  form    growth: how much was added\n");
    if (q->form == CL_FORM_DECLINE)
        g_string_append(out, "  form    decline: the sign is the change's\n");
    if (q->span_of_values)
        g_string_append(out, "  form    both ends hold\n");
}

void
cl_quantity_explain(const ClVocabulary *v,
                    const ClQuantity *q,
                    const char *text,
                    GString *out)
{
    const ClHedge *hedge = find_hedge(v, q->hedge);
    add_words("words", text, q->span, out);
    add_words("number", text, q->number, out);
    add_value(q, out);
    g_string_append_printf(out, "  kind    %s\n",
                           cl_quantity_kind_name(q->kind));
    g_string_append_printf(out, "  hedge   %s: hard %s, usual %s (%s)\n",
                           hedge->name, hedge->hard_text, hedge->usual_text,
                           v->profile);
    add_form(q, out);
    add_interval("hard", v, q, q->hard, out);
    add_interval("usual", v, q, q->usual, out);
}
