/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 小米18 Pro, 问界新M6, Xiaomi's 18: a model that no list has is a subject by the
 * words of its family and a code of a shape that the family's codes have.  It
 * is counted among the models of the article, and its term is that of a model
 * like it, so that whatever is known of its house is known of it.
 */
#include "extract/claims.h"
#include "extract/search.h"

#include <string.h>

/* 小米17日: the number is a day's, though no month is told. */
static bool
is_day(const char *behind)
{
    static const char *const words[] = {"日", "号", "月", "年", "点", "时"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_prefix(behind, words[i]))
            return true;
    return false;
}

/* No number of a model, as that of 荣耀400国行版 may be, though 国 can be counted. */
static bool
is_other_kind(const ClQuantity *quantity)
{
    return quantity->kind == CL_KIND_CURRENCY ||
           quantity->kind == CL_KIND_DURATION ||
           quantity->kind == CL_KIND_DATE ||
           quantity->kind == CL_KIND_PERCENT ||
           quantity->kind == CL_KIND_DIMENSION;
}

/* 小米15亿: the number is a figure's. */
static bool
is_of_figure(const Search *search, ClSpan code)
{
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (cl_span_overlaps(quantity->span, code) &&
            (is_other_kind(quantity) ||
             !cl_span_contains(code, quantity->number)))
            return true;
    }
    return is_day(search->text + code.end) || search_is_time(search, code);
}

/* 小米15亿元, 小米17日: so is the number that a list's name ends with. */
static bool
ends_in_figure(const Search *search, ClSpan span)
{
    size_t start = span.end;
    while (start > span.start && g_ascii_isdigit(search->text[start - 1]))
        start--;
    if (start == span.end || start == span.start ||
        g_ascii_isalpha(search->text[start - 1]))
        return false;
    if (is_day(search->text + span.end))
        return true;
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->span.start == start && quantity->span.end > span.end &&
            (is_other_kind(quantity) || quantity->number.end > span.end))
            return true;
    }
    return false;
}

void
search_drop_figures(Search *search)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClHit hit = g_array_index(search->subjects, ClHit, i);
        if (!ends_in_figure(search, hit.span))
            g_array_index(search->subjects, ClHit, kept++) = hit;
    }
    g_array_set_size(search->subjects, kept);
}

/* Whether a subject that a list has reaches as far. */
static bool
is_listed(const Search *search, ClSpan span)
{
    for (unsigned i = search_from(search->subjects, span.start);
         i < search->subjects->len; i++) {
        const ClSpan other = g_array_index(search->subjects, ClHit, i).span;
        if (other.start >= span.end)
            break;
        if (cl_span_overlaps(other, span) && other.end >= span.end)
            return true;
    }
    return false;
}

/* Geely's Galaxy M9: one of another list. */
static bool
is_of_other_list(const Search *search, ClSpan code)
{
    for (unsigned i = search_from(search->hits, code.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= code.end)
            break;
        if (hit->span.end >= code.end && hit->span.end > code.start &&
            hit_has_role(search->run->rules, hit, 0, CL_ROLE_NAME))
            return true;
    }
    return false;
}

/* Its number among the article's models, 0 if there are too many. */
static unsigned
number_of(Extraction *run, const char *name)
{
    for (guint i = 0; i < run->models->len; i++)
        if (strcmp(run->models->pdata[i], name) == 0)
            return i + 1;
    if (run->models->len >= CL_MOST_MODELS)
        return 0;
    g_ptr_array_add(run->models, (void *)claims_keep(run->claims, name));
    return run->models->len;
}

static void
insert_subject(Search *search, ClHit hit)
{
    GArray *const lists[] = {search->subjects, search->own};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_array_insert_val(lists[i], search_behind(lists[i], hit.span.start),
                           hit);
}

static void
add_model(Search *search, const ClHit *family, const ClModel *model)
{
    const size_t end = family->span.end;
    const ClSpan code = {end + model->code, end + model->end};
    ClHit hit = {{family->span.start, code.end}, model->like};
    if (is_listed(search, hit.span) || is_of_other_list(search, code) ||
        (model->is_number && is_of_figure(search, code)))
        return;
    const unsigned number =
        model->listed ? 0 : number_of(search->run, model->name);
    if (!model->listed && !number)
        return;
    hit.term = cl_term_of_model(model->like, number);
    insert_subject(search, hit);
}

void
search_find_models(Search *search)
{
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (!hit_has_role(search->run->rules, hit, search->rule_index,
                          CL_ROLE_FAMILY))
            continue;
        const ClModel model =
            cl_rule_set_read_model(search->run->rules, search->rule_index,
                                   hit->term, search->text + hit->span.end);
        if (model.like != UINT32_MAX)
            add_model(search, hit, &model);
        g_free(model.name);
    }
}
