/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which option of a facet the words around a figure give: those of its clause,
 * of its sentence, of the ones around it or of the title.
 */
#include "extract/option.h"

#include <string.h>

/* | 品牌 | 10月交付 |: a corner that is one word says what the labels are, and
   nothing of the figures. */
static bool
is_corner(const Scene *scene, ClSpan words)
{
    const ClSpan corner = scene->binding->passage->corner;
    return corner.end > corner.start && cl_span_contains(words, corner);
}

/* Total revenue of a year is what is called its revenue; total deliveries may
   be those of all years. */
static bool
is_epithet(const Scene *scene, ClSpan words)
{
    const ClSpan measure = scene->binding->measure;
    return scene->rule->time == CL_TIME_OF_PERIOD &&
           scene->binding->value.kind != CL_KIND_COUNT &&
           words.end < measure.start && measure.start - words.end <= 1 &&
           g_ascii_isalpha(
               scene->binding->passage->text.text->str[words.start]);
}

/* Figures from some words to the one that is told, but for years and such. */
static unsigned
count_figures_between(const Scene *scene, ClSpan words)
{
    const GArray *quantities = scene->binding->passage->quantities;
    unsigned between = 0;
    for (unsigned i = 0; i < scene->binding->quantity; i++) {
        const ClQuantity *other = &g_array_index(quantities, ClQuantity, i);
        between += other->span.start >= words.end &&
                   (other->unit != 0 || other->kind == CL_KIND_PERCENT) &&
                   other->kind != CL_KIND_DURATION &&
                   other->kind != CL_KIND_ORDINAL &&
                   other->kind != CL_KIND_DATE;
    }
    return between;
}

/* Fell 72% to 10.4 billion: the figure is what a change led to. */
static bool
ends_change(const Scene *scene)
{
    static const char *const links[] = {" to ", "to ", "至",  "到", "为",
                                        "达",   ",至", ",达", ",为"};
    const ClQuantity *own =
        &g_array_index(scene->binding->passage->quantities, ClQuantity,
                       scene->binding->quantity);
    const char *text = scene->binding->passage->text.text->str;
    if (!scene->binding->quantity || own[-1].form == CL_FORM_LEVEL)
        return false;
    const size_t end = own[-1].span.end;
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        if (own->span.start >= end &&
            own->span.start - end <= strlen(links[i]) &&
            g_str_has_prefix(text + end, links[i]))
            return true;
    return false;
}

/* 按非公认会计准则，净利润5亿元，增长3%: what opens with a definition goes on until
   its figure, and to the change of it. */
static bool
leads_to_figure(const Scene *scene, ClSpan words)
{
    const unsigned between = count_figures_between(scene, words);
    const ClQuantity *own =
        &g_array_index(scene->binding->passage->quantities, ClQuantity,
                       scene->binding->quantity);
    if (between != 1)
        return between == 0;
    return own->form == CL_FORM_LEVEL ? ends_change(scene)
                                      : own[-1].form == CL_FORM_LEVEL;
}

static const ClQuantity *
figure_of(const Scene *scene, unsigned i)
{
    return &g_array_index(scene->binding->passage->quantities, ClQuantity, i);
}

/* 新加坡68家、马来西亚45家(联营): behind the next figure of its kind a word is that
   one's, where they are no list of values. */
static bool
is_of_next(const Scene *scene, ClSpan words)
{
    const Binding *binding = scene->binding;
    const ClQuantity *own = figure_of(scene, binding->quantity);
    if (binding->values.end > binding->values.start ||
        words.start < own->span.end)
        return false;
    for (unsigned i = binding->quantity + 1;
         i < binding->passage->quantities->len; i++) {
        const ClQuantity *other = figure_of(scene, i);
        if (other->span.end > words.start)
            break;
        /* 46,155 were electric and 57,158 were sold overseas */
        if (other->unit
                ? other->unit == own->unit
                : other->kind == CL_KIND_NUMBER && own->kind == CL_KIND_NUMBER)
            return true;
    }
    return false;
}

/* Samsung shipped 62 million while shipments in China fell: told of another. */
static bool
is_behind_turn(const Scene *scene, ClSpan words)
{
    static const char *const turns[] = {" while ", " whereas ", " but "};
    const char *behind =
        scene->binding->passage->text.text->str + scene->anchor.end;
    if (words.start <= scene->anchor.end)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(turns); i++)
        if (g_strstr_len(behind, (gssize)(words.start - scene->anchor.end),
                         turns[i]))
            return true;
    return false;
}

/* Opened 107 stores, ending with 40,990 stores: what another figure of the unit is
   stands between, and this one has a measure of its own. */
static bool
is_of_figure_between(const Scene *scene, ClSpan words)
{
    const Binding *binding = scene->binding;
    const ClQuantity *own = figure_of(scene, binding->quantity);
    const char *text = binding->passage->text.text->str;
    bool between = false;
    for (unsigned i = 0; i < binding->quantity; i++) {
        const ClQuantity *other = figure_of(scene, i);
        between |=
            other->span.start >= words.end &&
            (other->kind == own->kind || other->kind == CL_KIND_NUMBER) &&
            (!other->unit || other->unit == own->unit);
    }
    return between && cl_span_overlaps(scene->clause, binding->measure) &&
           !g_str_has_prefix(text + scene->clause.start, "其中");
}

/* It will close 430 company-operated stores, which leaves 18,300 locations: what
   stands right behind another figure is said of that one, where this one has a
   measure of its own. */
static bool
is_of_figure_before(const Scene *scene, ClSpan words)
{
    const Binding *binding = scene->binding;
    if (!cl_span_overlaps(scene->clause, binding->measure) ||
        !g_ascii_isalpha(binding->passage->text.text->str[words.start]))
        return false;
    for (unsigned i = 0; i < binding->quantity; i++)
        if (figure_of(scene, i)->number.end + 1 == words.start)
            return true;
    return false;
}

/* 其中第三季度营收5亿元: a part of the time only. */
static bool
is_part_of_time(const Scene *scene, ClSpan words)
{
    return scene->rule->time == CL_TIME_OF_PERIOD &&
           passage_leads_to_time(scene->run, scene->binding->passage,
                                 words.end);
}

/* 标准版25.35万元、Pro版27.99万元: what stands behind the enumeration comma. */
static bool
is_of_next_item(const Scene *scene, ClSpan words)
{
    const char *text = scene->binding->passage->text.text->str;
    return words.start >= scene->anchor.end &&
           scene->binding->listed.end == scene->binding->listed.start &&
           g_strstr_len(text + scene->anchor.end,
                        (gssize)(words.start - scene->anchor.end), "、");
}

/* Words of another figure's own clause say nothing of this one; what a rule
   lists itself, a place, a basis, an "if" or an "of which" before it holds
   on, and so does what the measure is called: 归母净利润9亿元，同比增长5%. */
enum { TOUCHING = 2 };

static bool
may_give(const Scene *scene,
         ClSpan words,
         const ClTermUse *use,
         const char *option)
{
    const Passage *passage = scene->binding->passage;
    const bool framed = passage->composed && words.end <= passage->labels.start;
    if ((use->facet == CL_FACET_REGION && region_is_origin(scene, words)) ||
        (use->facet == CL_FACET_NATURE &&
         (is_corner(scene, words) ||
          (strcmp(option, "part") == 0 && is_part_of_time(scene, words)) ||
          (strcmp(option, "total") == 0 && is_epithet(scene, words)))))
        return false;
    /* organic growth was 1%; in dollars it had 18 billion */
    if (strcmp(option, "comparable") == 0 &&
        figure_of(scene, scene->binding->quantity)->form == CL_FORM_LEVEL)
        return false;
    if (is_of_next(scene, words) || is_behind_turn(scene, words) ||
        (use->facet == CL_FACET_MODALITY && !modality_may_give(scene, words)))
        return false;
    if (use->facet == CL_FACET_REGION && (region_is_of_part(scene, words) ||
                                          region_is_before_turn(scene, words)))
        return false;
    if (use->role == CL_ROLE_FACET && is_of_next_item(scene, words))
        return false;
    if (framed || cl_span_overlaps(scene->clause, words))
        return true;
    if (words.start > scene->anchor.start ||
        (use->facet == CL_FACET_NATURE && is_of_figure_between(scene, words)) ||
        (use->role == CL_ROLE_FACET && is_of_figure_before(scene, words)))
        return false;
    if (use->facet == CL_FACET_DEFINITION && leads_to_figure(scene, words))
        return true;
    if (use->facet == CL_FACET_DEFINITION &&
        distance_between(scene->binding->passage->text.text->str, words,
                         scene->binding->measure) <= TOUCHING)
        return true;
    return use->role == CL_ROLE_FACET || use->facet == CL_FACET_REGION ||
           use->facet == CL_FACET_BASIS ||
           strcmp(option, "hypothetical") == 0 ||
           strcmp(option, "comparable") == 0 ||
           (use->facet == CL_FACET_MODALITY &&
            modality_reaches(scene, words)) ||
           (strcmp(option, "part") == 0 && scene_holds_for_parts(scene, words));
}

const char *
facet_option_of(const Scene *scene, const ClTermUse *use, unsigned facet)
{
    if (use->facet != facet)
        return NULL;
    if (use->role == CL_ROLE_SHARED)
        return cl_shared_option(scene->run->rules, facet, use->option);
    if (use->role != CL_ROLE_FACET || use->rule != scene->binding->rule)
        return NULL;
    const ClFacet *spec = g_ptr_array_index(scene->rule->facets, facet);
    return g_array_index(spec->options, ClFacetOption, use->option).name;
}

/* Whether a word of the rule takes the words inside it for itself: its facets
   always, its measures where the word would say what is counted or meant,
   as monthly does in monthly active users; 经调整净利润 stays adjusted. */
static bool
takes_words(const Scene *scene, const ClTermUse *use, const ClTermUse *word)
{
    if (use->rule != scene->binding->rule)
        return false;
    if (use->role == CL_ROLE_FACET)
        return true;
    const bool rate =
        word->role == CL_ROLE_SHARED && word->facet == CL_FACET_NATURE &&
        strcmp(facet_option_of(scene, word, CL_FACET_NATURE), "rate") == 0;
    return rate &&
           (use->role == CL_ROLE_MEASURE || use->role == CL_ROLE_SUBJECT);
}

/* Japan Airlines, 中国移动: a place in a name says nothing of where; at its
   end, 特斯拉中国, it does. */
static bool
is_in_name(const Scene *scene, const GArray *hits, ClSpan place)
{
    for (unsigned i = search_from(hits, place.start); i < hits->len; i++) {
        const ClHit *name = &g_array_index(hits, ClHit, i);
        if (name->span.start > place.start)
            break;
        if (name->span.end > place.end && cl_span_contains(name->span, place) &&
            cl_rule_set_roles(scene->run->rules, name->term) >>
                    CL_ROLE_SUBJECT &
                1)
            return true;
    }
    return false;
}

/* A shared word is not said inside a word the rule has taken, nor an option
   inside a longer one, as 订单 is not in 意向订单. */
static bool
is_covered(const Scene *scene,
           const GArray *hits,
           const ClHit *hit,
           const ClTermUse *use)
{
    const bool shared = use->role == CL_ROLE_SHARED;
    if (use->facet == CL_FACET_REGION && is_in_name(scene, hits, hit->span))
        return true;
    for (unsigned i = search_from(hits, hit->span.start); i < hits->len; i++) {
        const ClHit *other = &g_array_index(hits, ClHit, i);
        if (other->span.start > hit->span.start)
            break;
        if (!cl_span_contains(other->span, hit->span))
            continue;
        const bool longer = other->span.end - other->span.start >
                            hit->span.end - hit->span.start;
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(scene->run->rules, other->term, &count);
        for (size_t j = 0; j < count; j++)
            if ((takes_words(scene, &uses[j], use) &&
                 (shared || (longer && uses[j].role == CL_ROLE_FACET))) ||
                (longer && uses[j].role == use->role &&
                 uses[j].facet == use->facet && uses[j].role == CL_ROLE_SHARED))
                return true;
    }
    return false;
}

/* 37 million daily users and 113 million monthly users: the measure itself
   says which; 归母净利润3亿元，非公认会计准则下4亿元: of its own clause only. */
static bool
is_measure(const Scene *scene, ClSpan words)
{
    const ClSpan measure = scene->binding->measure;
    return measure.end > measure.start && cl_span_contains(measure, words) &&
           cl_span_overlaps(scene->clause, measure);
}

/* 非国际准则下，归母净利润706亿元; core profit attributable to shareholders: the
   adjusted part of the shareholders. */
static bool
leads_alone(const Scene *scene, ClSpan words, const char *option)
{
    if (strcmp(option, "adjusted") != 0 || words.end >= scene->anchor.start)
        return false;
    const unsigned between = count_figures_between(scene, words);
    return between == 0 || (between == 1 && ends_change(scene));
}

static void
consider(const Scene *scene,
         const char *text,
         const GArray *hits,
         const ClHit *hit,
         unsigned facet,
         Choice *best)
{
    enum { GIVES = 1 << CL_ROLE_FACET | 1 << CL_ROLE_SHARED };
    size_t count;
    if (!(cl_rule_set_roles(scene->run->rules, hit->term) & GIVES))
        return;
    const ClTermUse *uses =
        cl_rule_set_uses(scene->run->rules, hit->term, &count);
    for (size_t i = 0; i < count; i++) {
        const char *option = facet_option_of(scene, &uses[i], facet);
        if (!option || strcmp(option, "yardstick") == 0 ||
            scene_is_unlisted(scene, hit->span) ||
            !may_give(scene, hit->span, &uses[i], option) ||
            is_covered(scene, hits, hit, &uses[i]))
            continue;
        const ClFacet *spec = g_ptr_array_index(scene->rule->facets, facet);
        /* 21.8% in Europe, behind a share of China's market: first what is said
           of the figure itself, then what the measure says */
        size_t cost = 2 + scene_cost(scene, text, hit->span);
        if (scene_is_said_of(scene, text, hit->span))
            cost = 0;
        else if (is_measure(scene, hit->span) ||
                 leads_alone(scene, hit->span, option))
            cost = 1;
        /* 比上一代销量同比增长: what the rule is about comes first */
        if (facet != CL_FACET_REGION && g_strcmp0(spec->assumed, option) == 0)
            cost /= 100;
        if (!best->option || cost < best->cost)
            *best = (Choice){option, hit->span, cost};
    }
}

/* 在日本，…: a place that opens a sentence holds for those after it. */
bool
facet_opens(const Passage *passage, ClSpan words)
{
    const char *text = passage->text.text->str;
    return words.start <= strlen("在") &&
           (words.start == 0 || g_str_has_prefix(text, "在") ||
            g_str_has_prefix(text, "in "));
}

/* The place that opened an earlier sentence of the paragraph. */
Choice
facet_carry(const Scene *scene, unsigned facet, Passage **from)
{
    enum { REACH = 4 };
    Choice last = {NULL, {0, 0}, 0};
    for (int back = 1; back <= REACH && !last.option; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near || near->sentence.paragraph !=
                         scene->binding->passage->sentence.paragraph)
            break;
        const GArray *hits = passage_hits(scene->run, near);
        *from = near;
        for (unsigned i = 0; i < hits->len; i++) {
            const ClHit *hit = &g_array_index(hits, ClHit, i);
            size_t count;
            const ClTermUse *uses =
                cl_rule_set_uses(scene->run->rules, hit->term, &count);
            for (size_t j = 0; j < count; j++) {
                const char *option = facet_option_of(scene, &uses[j], facet);
                if (option && facet_opens(near, hit->span) &&
                    !is_in_name(scene, hits, hit->span))
                    last = (Choice){option, hit->span, 0};
            }
        }
    }
    return last;
}

/* The one place that a sentence names, if it names just one. */
Choice
facet_only(const Scene *scene, unsigned facet, Passage *passage)
{
    Choice only = {NULL, {0, 0}, 0};
    const GArray *hits = passage_hits(scene->run, passage);
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(scene->run->rules, hit->term, &count);
        for (size_t j = 0; j < count; j++) {
            const char *option = facet_option_of(scene, &uses[j], facet);
            if (option && is_in_name(scene, hits, hit->span))
                continue;
            if (option && only.option && strcmp(option, only.option) != 0)
                return (Choice){NULL, {0, 0}, 0};
            if (option)
                only = (Choice){option, hit->span, 0};
        }
    }
    return only;
}

/* A place that a paragraph was about is not one of those after it, but where it
   opened a sentence or is a heading. */
static bool
frames(const Scene *scene, const Passage *near, ClSpan words)
{
    return near->sentence.paragraph ==
               scene->binding->passage->sentence.paragraph ||
           near->sentence.heading || facet_opens(near, words);
}

/* A list under a sentence on one market is about that market. */
Choice
facet_frame(const Scene *scene, unsigned facet, Passage **from)
{
    Choice choice = {NULL, {0, 0}, 0};
    for (int back = 1; back <= FARTHEST_FACET && !choice.option; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near)
            break;
        *from = near;
        choice = facet_only(scene, facet, near);
        if (choice.option && strcmp(choice.option, "global") != 0 &&
            !frames(scene, near, choice.words))
            choice.option = NULL;
    }
    return choice;
}

/* 中国手机市场第一季度: what the title says of place holds for the article. */
Choice
facet_title(const Scene *scene, unsigned facet, Passage **from)
{
    Choice first = {NULL, {0, 0}, 0};
    if (!scene->run->has_title)
        return first;
    *from = &scene->run->title;
    const GArray *hits = passage_hits(scene->run, *from);
    for (unsigned i = 0; i < hits->len && !first.option; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(scene->run->rules, hit->term, &count);
        for (size_t j = 0; j < count && !first.option; j++)
            first =
                (Choice){facet_option_of(scene, &uses[j], facet), hit->span, 0};
    }
    return first;
}

Choice
facet_choose(const Scene *scene, unsigned facet)
{
    Passage *passage = scene->binding->passage;
    const GArray *hits = passage_hits(scene->run, passage);
    const char *text = passage->text.text->str;
    Choice best = {NULL, {0, 0}, 0};
    for (unsigned i = 0; i < hits->len; i++)
        consider(scene, text, hits, &g_array_index(hits, ClHit, i), facet,
                 &best);
    return best;
}
