/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where a figure was counted: a place in a sentence may be where somebody is
 * from or listed, what is left out, or a part that is over; 星巴克中国 is one
 * behind a name, and "in the country" stands for one told before.
 */
#include "extract/option.h"

#include <string.h>

/* A Hong Kong paper, New York-listed, 香港媒体: where somebody writes or is
   listed. */
static bool
is_seat(const char *behind)
{
    static const char *const seats[] = {
        " paper",  " newspaper", " daily",  " magazine", " outlet",
        " broker", " analyst",   " bank",   " stock ex", " regulator",
        " court",  " column",    "-listed", "-based",    "-born",
        "媒体",    "报纸",       "券商",    "分析师",    "上市",
        "交易所",  "证交所",     "投行",    "监管"};
    for (size_t i = 0; i < G_N_ELEMENTS(seats); i++)
        if (g_str_has_prefix(behind, seats[i]))
            return true;
    return false;
}

/* 欧洲(不含德国), Asia outside China, 中国市场(含香港): what is left out or added to
   the place that counts. */
static bool
is_left_out(const char *text, size_t start)
{
    static const char *const words[] = {
        "不含",     "不包括",     "不计",    "剔除",
        "扣除",     "撇除",       "除",      "除了",
        "(含",      "(包括",      "(包含",   "(including ",
        "outside ", "excluding ", "except ", "except for "};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t length = strlen(words[i]);
        if (start >= length &&
            memcmp(text + start - length, words[i], length) == 0)
            return true;
    }
    return false;
}

/* 越南的VinFast, China's BYD: where somebody is from is not where it counted. */
bool
region_is_origin(const Scene *scene, ClSpan words)
{
    const char *text = scene->binding->passage->text.text->str;
    if (is_seat(text + words.end) || is_left_out(text, words.start))
        return true;
    const ClSpan subject = scene->binding->subject;
    if (subject.end <= subject.start || words.end >= subject.start)
        return false;
    const size_t gap = subject.start - words.end;
    const char *between = text + words.end;
    return (gap == strlen("的") && g_str_has_prefix(between, "的")) ||
           (gap == strlen("'s ") && g_str_has_prefix(between, "'s "));
}

/* 门店4万家，其中中国8011家，营收增3%: the place is that of a part, and what is
   measured otherwise is of the whole again. */
bool
region_is_of_part(const Scene *scene, ClSpan words)
{
    enum { LEAD = 3 };
    static const char *const parts[] = {"其中", "of which", "including"};
    const char *text = scene->binding->passage->text.text->str;
    if (words.end > scene->anchor.start ||
        cl_span_overlaps(scene->clause, words))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const char *part = g_strrstr_len(
            text, (gssize)MIN(words.start + strlen(parts[i]), words.end),
            parts[i]);
        const size_t at = part ? (size_t)(part - text) : 0;
        const ClSpan span = {at, at + strlen(parts[i])};
        if (part && distance_between(text, span, words) <= LEAD)
            return !scene_holds_for_parts(scene, words);
    }
    return false;
}

/* Revenue in Greater China fell to 14.5 billion, while total revenue rose: a place
   before a turn, but for one that opened the sentence. */
bool
region_is_before_turn(const Scene *scene, ClSpan words)
{
    static const char *const turns[] = {" while ", " whereas ", " but ", "而",
                                        "但"};
    const Binding *binding = scene->binding;
    const char *text = binding->passage->text.text->str;
    if (words.end > scene->anchor.start ||
        facet_opens(binding->passage, words) ||
        binding->measure.start < words.end)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(turns); i++)
        if (g_strstr_len(text + words.end,
                         (gssize)(binding->measure.start - words.end),
                         turns[i]))
            return true;
    return false;
}

/* 海外8万辆，纯电22万辆: whether the second is of abroad, too, is not said. */
static bool
is_left_open(const Scene *scene, const Choice *choice)
{
    const GArray *quantities = scene->binding->passage->quantities;
    const ClQuantity *own =
        &g_array_index(quantities, ClQuantity, scene->binding->quantity);
    if (own->form != CL_FORM_LEVEL || choice->words.end > scene->anchor.start ||
        cl_span_overlaps(scene->clause, choice->words) ||
        facet_opens(scene->binding->passage, choice->words) ||
        scene_is_base_figure(scene))
        return false;
    for (unsigned i = 0; i < scene->binding->quantity; i++) {
        const ClQuantity *other = &g_array_index(quantities, ClQuantity, i);
        if (other->span.start >= choice->words.end &&
            other->form == CL_FORM_LEVEL && other->unit == own->unit)
            return true;
    }
    return false;
}

/* 星巴克中国, Tesla China: a company's name and where it is not at home. */
static const char *
find_branch(const Scene *scene)
{
    static const char *const words[] = {"中国", " china"};
    const Binding *binding = scene->binding;
    const char *behind =
        binding->passage->text.text->str + binding->subject.end;
    if (binding->subject_passage ||
        binding->subject.end == binding->subject.start)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_prefix(behind, words[i]) &&
            !g_ascii_isalpha(behind[strlen(words[i])]) &&
            behind[strlen(words[i])] != '\'')
            return "china";
    return NULL;
}

static bool
is_country(const char *option)
{
    static const char *const others[] = {"there", "global", "overseas", "home"};
    for (size_t i = 0; option && i < G_N_ELEMENTS(others); i++)
        if (strcmp(option, others[i]) == 0)
            return false;
    return option != NULL;
}

/* Greater China was weak: revenue there fell. */
static const char *
find_here(const Scene *scene, size_t before)
{
    const char *last = NULL;
    const GArray *hits = passage_hits(scene->run, scene->binding->passage);
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(scene->run->rules, hit->term, &count);
        for (size_t j = 0; j < count && hit->span.end <= before; j++) {
            const char *option =
                facet_option_of(scene, &uses[j], CL_FACET_REGION);
            last = is_country(option) ? option : last;
        }
    }
    return last;
}

/* In the country: that of the last sentence that names just one. */
static const char *
find_there(const Scene *scene, size_t before)
{
    Passage *from = NULL;
    const char *here = find_here(scene, before);
    for (int back = 1; !here && back <= FARTHEST_FACET; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near)
            break;
        const Choice choice = facet_only(scene, CL_FACET_REGION, near);
        here = is_country(choice.option) ? choice.option : NULL;
    }
    const Choice title = facet_title(scene, CL_FACET_REGION, &from);
    return here ? here : is_country(title.option) ? title.option : NULL;
}

bool
region_settle(const Scene *scene, const Passage *from, Choice *choice)
{
    const ClFacet *spec =
        g_ptr_array_index(scene->rule->facets, CL_FACET_REGION);
    if (choice->option && from == scene->binding->passage && spec->assumed &&
        g_strcmp0(choice->option, spec->assumed) != 0 &&
        is_left_open(scene, choice)) {
        choice->option = NULL;
        /* 海外3118家，合计7504家 */
        return g_strcmp0(facet_choose(scene, CL_FACET_NATURE).option,
                         "total") == 0;
    }
    if (!choice->option) {
        choice->option = find_branch(scene);
        choice->words = scene->binding->subject;
    }
    if (g_strcmp0(choice->option, "there") != 0)
        return true;
    choice->option = find_there(scene, choice->words.start);
    return choice->option != NULL;
}
