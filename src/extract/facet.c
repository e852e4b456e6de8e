/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The facets of a claim: read from the words of its clause, then of its
 * sentence, then of the sentences around it; what stays unsaid is assumed
 * where the rule or the article's date says so, else unknown.
 */
#include "extract/scene.h"

#include <string.h>

/* ---- Words that give an option ------------------------------------------- */

typedef struct {
    const char *option;
    ClSpan words;
    size_t cost;
} Choice;

/* Nearer is better, before better than behind, the clause better than the
   rest of the sentence. */
size_t
scene_cost(const Scene *scene, const char *text, ClSpan words)
{
    size_t cost = distance_between(text, words, scene->anchor);
    if (words.start >= scene->anchor.end)
        cost += 3;
    if (!cl_span_overlaps(scene->clause, words))
        cost += 1000;
    return cost;
}

bool
scene_is_unlisted(const Scene *scene, ClSpan words)
{
    return cl_span_overlaps(scene->binding->listed, words) &&
           !cl_span_overlaps(scene->binding->item, words);
}

/* Words of another figure's own clause say nothing of this one; what a rule
   lists itself, a place, a basis, an "if" or an "of which" before it holds
   on, and so does what the measure is called: 归母净利润9亿元，同比增长5%. */
enum { TOUCHING = 2 };

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

/* 越南的VinFast, China's BYD: where somebody is from is not where it counted. */
static bool
is_origin(const Scene *scene, ClSpan words)
{
    const char *text = scene->binding->passage->text.text->str;
    if (is_seat(text + words.end))
        return true;
    const ClSpan subject = scene->binding->subject;
    if (subject.end <= subject.start || words.end >= subject.start)
        return false;
    const size_t gap = subject.start - words.end;
    const char *between = text + words.end;
    return (gap == strlen("的") && g_str_has_prefix(between, "的")) ||
           (gap == strlen("'s ") && g_str_has_prefix(between, "'s "));
}

/* 预计净利3.1万亿，再减35%: what is expected of a measure is expected of its
   change; outlook: revenue of 65 billion. */
static bool
is_said_of_measure(const Scene *scene, ClSpan words)
{
    const GString *text = scene->binding->passage->text.text;
    const ClSpan measure = scene->binding->measure;
    if (text->str[words.end] == ':')
        return !memchr(text->str + words.end + 1, ':',
                       scene->anchor.start - words.end - 1);
    return measure.end > measure.start && measure.end <= scene->anchor.start &&
           cl_span_overlaps(cl_clause_at(text->str, text->len, measure.start),
                            words);
}

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

static bool
may_give(const Scene *scene,
         ClSpan words,
         const ClTermUse *use,
         const char *option)
{
    const Passage *passage = scene->binding->passage;
    const bool framed = passage->composed && words.end <= passage->labels.start;
    if ((use->facet == CL_FACET_REGION && is_origin(scene, words)) ||
        (use->facet == CL_FACET_NATURE &&
         (is_corner(scene, words) ||
          (strcmp(option, "total") == 0 && is_epithet(scene, words)))))
        return false;
    if (framed || cl_span_overlaps(scene->clause, words))
        return true;
    if (words.start > scene->anchor.start)
        return false;
    if (use->facet == CL_FACET_DEFINITION &&
        distance_between(scene->binding->passage->text.text->str, words,
                         scene->binding->measure) <= TOUCHING)
        return true;
    return use->role == CL_ROLE_FACET || use->facet == CL_FACET_REGION ||
           use->facet == CL_FACET_BASIS ||
           strcmp(option, "hypothetical") == 0 ||
           strcmp(option, "comparable") == 0 ||
           (use->facet == CL_FACET_MODALITY &&
            is_said_of_measure(scene, words)) ||
           (strcmp(option, "part") == 0 && scene_holds_for_parts(scene, words));
}

static const char *
option_of(const Scene *scene, const ClTermUse *use, unsigned facet)
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
        strcmp(option_of(scene, word, CL_FACET_NATURE), "rate") == 0;
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
        const char *option = option_of(scene, &uses[i], facet);
        if (!option || scene_is_unlisted(scene, hit->span) ||
            !may_give(scene, hit->span, &uses[i], option) ||
            is_covered(scene, hits, hit, &uses[i]))
            continue;
        const ClFacet *spec = g_ptr_array_index(scene->rule->facets, facet);
        size_t cost = is_measure(scene, hit->span)
                          ? 0
                          : scene_cost(scene, text, hit->span);
        /* 比上一代销量同比增长: what the rule is about comes first */
        if (g_strcmp0(spec->assumed, option) == 0)
            cost /= 100;
        if (!best->option || cost < best->cost)
            *best = (Choice){option, hit->span, cost};
    }
}

/* 在日本，…: a place that opens a sentence holds for those after it. */
static bool
opens_sentence(const Passage *passage, ClSpan words)
{
    const char *text = passage->text.text->str;
    return words.start <= strlen("在") &&
           (words.start == 0 || g_str_has_prefix(text, "在") ||
            g_str_has_prefix(text, "in "));
}

/* The place that opened an earlier sentence of the paragraph. */
static Choice
carry_option(const Scene *scene, unsigned facet, Passage **from)
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
                const char *option = option_of(scene, &uses[j], facet);
                if (option && opens_sentence(near, hit->span) &&
                    !is_in_name(scene, hits, hit->span))
                    last = (Choice){option, hit->span, 0};
            }
        }
    }
    return last;
}

/* The one place that a sentence names, if it names just one. */
static Choice
only_option(const Scene *scene, unsigned facet, Passage *passage)
{
    Choice only = {NULL, {0, 0}, 0};
    const GArray *hits = passage_hits(scene->run, passage);
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(scene->run->rules, hit->term, &count);
        for (size_t j = 0; j < count; j++) {
            const char *option = option_of(scene, &uses[j], facet);
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

/* An answer is about what its question named. */
static bool
is_answer(const Scene *scene)
{
    const Binding *binding = scene->binding;
    return binding->subject_passage && !scene->rule->subject_is_measure &&
           binding->measure.end == binding->measure.start;
}

/* A list under a sentence on one market is about that market. */
static Choice
frame_option(const Scene *scene, unsigned facet, Passage **from)
{
    Choice choice = {NULL, {0, 0}, 0};
    for (int back = 1; back <= FARTHEST_FACET && !choice.option; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near)
            break;
        *from = near;
        choice = only_option(scene, facet, near);
    }
    return choice;
}

/* 中国手机市场第一季度: what the title says of place holds for the article. */
static Choice
title_option(const Scene *scene, unsigned facet, Passage **from)
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
            first = (Choice){option_of(scene, &uses[j], facet), hit->span, 0};
    }
    return first;
}

static Choice
choose_option(const Scene *scene, unsigned facet)
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

const char *
scene_words(const Scene *scene, const Passage *passage, ClSpan words)
{
    if (passage->loose) {
        g_autofree char *folded = g_strndup(
            passage->text.cased->str + words.start, words.end - words.start);
        return claims_keep(scene->run->claims, folded);
    }
    const ClSpan span = cl_folded_origin(&passage->text, words);
    trace_words(scene->run, passage, words);
    g_autofree char *quote = cl_article_quote(scene->run->article, span);
    return claims_keep(scene->run->claims, quote);
}

static bool
is_lent_from_afar(const Scene *scene)
{
    const Passage *from = scene->binding->measure_passage;
    return from && from->sentence.paragraph !=
                       scene->binding->passage->sentence.paragraph;
}

static void
read_option(const Scene *scene, unsigned facet, ClFacetValue *out)
{
    const ClFacet *spec = g_ptr_array_index(scene->rule->facets, facet);
    Passage *from = scene->binding->passage;
    Choice choice = choose_option(scene, facet);
    if (!choice.option && is_answer(scene)) {
        from = scene->binding->subject_passage;
        choice = only_option(scene, facet, from);
    }
    /* China is another matter. …: nearer than where the measure was named */
    if (!choice.option && facet == CL_FACET_REGION && is_lent_from_afar(scene))
        choice = carry_option(scene, facet, &from);
    if (!choice.option && scene->binding->measure_passage) {
        from = scene->binding->measure_passage;
        choice = only_option(scene, facet, from);
    }
    if (!choice.option && facet == CL_FACET_REGION)
        choice = carry_option(scene, facet, &from);
    const bool framed = facet == CL_FACET_REGION && !spec->assumed &&
                        scene->rule->over_time == CL_OVER_TIME_VARIES;
    if (!choice.option && framed)
        choice = frame_option(scene, facet, &from);
    Passage above;
    const bool looks_above = !choice.option && framed;
    if (looks_above)
        passage_init(&above);
    if (looks_above &&
        passage_above(scene->run, scene->binding->passage, &above)) {
        from = &above;
        choice = only_option(scene, facet, from);
    }
    if (!choice.option && framed)
        choice = title_option(scene, facet, &from);
    if (choice.option) {
        out->value = choice.option;
        out->words = scene_words(scene, from, choice.words);
    } else if (spec->assumed) {
        out->value = spec->assumed;
        out->assumed = true;
    }
    if (looks_above)
        passage_clear(&above);
}

static bool
has_option(const ClFacet *spec, const char *name)
{
    for (unsigned i = 0; spec->options && i < spec->options->len; i++)
        if (strcmp(g_array_index(spec->options, ClFacetOption, i).name, name) ==
            0)
            return true;
    return false;
}

/* Whether the rule puts an option below another: "battery < new-energy". */
static bool
is_below(const ClRule *rule, const char *less, const char *more)
{
    for (unsigned i = 0; i < rule->relations->len; i++) {
        const ClRelation *relation =
            &g_array_index(rule->relations, ClRelation, i);
        if (strcmp(relation->less, less) == 0 &&
            strcmp(relation->more, more) == 0)
            return true;
    }
    return false;
}

/* 小鹏交付新能源车3万辆 is what 小鹏交付3万辆 is, for it makes no others; its
   纯电车 are fewer. */
static void
apply_only(const Scene *scene, unsigned facet, ClFacetValue *out)
{
    const ClFacet *spec = g_ptr_array_index(scene->rule->facets, facet);
    const char *only =
        facet < CL_FACET_OWN || !spec->assumed
            ? NULL
            : cl_rule_set_only(scene->run->rules, scene->binding->subject_term);
    if (!only || !out->value || !has_option(spec, only) ||
        is_below(scene->rule, out->value, only))
        return;
    *out = (ClFacetValue){.value = only, .assumed = true};
}

static void
read_nature(const Scene *scene, ClFacetValue *out)
{
    if (scene_starts_change(scene, scene->binding->quantity) ||
        scene_is_base_figure(scene))
        out->value = "start";
    else if (scene_follows_whole(scene))
        out->value = "part";
    else
        read_option(scene, CL_FACET_NATURE, out);
}

/* 营收1106亿元，同比增长24%: what a rise is held against is said of the rise,
   not of the level it led to. */
static bool
is_said_of_changes(const Scene *scene, unsigned facet)
{
    return facet == CL_FACET_BASIS && scene->rule->wording == CL_WORDING_LEVEL;
}

/* Which of a list's entities the subject names. */
static void
read_entity(const Scene *scene, unsigned facet, ClFacetValue *out)
{
    if (scene->binding->subject_term == UINT32_MAX)
        return;
    size_t count;
    const ClTermUse *uses = cl_rule_set_uses(
        scene->run->rules, scene->binding->subject_term, &count);
    for (size_t i = 0; i < count && !out->value; i++)
        out->value = option_of(scene, &uses[i], facet);
    const unsigned model = cl_term_model(scene->binding->subject_term);
    if (out->value && model)
        out->value = scene->run->models->pdata[model - 1];
}

/* The source named last before a byte of a sentence, else the only one. */
static const char *
find_source(const Scene *scene, Passage *passage, size_t before, ClSpan *words)
{
    const char *source = NULL;
    const GArray *hits = passage_hits(scene->run, passage);
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        const char *name = cl_rule_set_source(scene->run->rules, hit->term);
        if (!name || (source && hit->span.start >= before))
            continue;
        source = name;
        *words = hit->span;
    }
    return source;
}

/* Who counted: named in the sentence, or before and holding on, as a report
   on one firm's figures names it once. */
static void
read_speaker(const Scene *scene, ClFacetValue *out)
{
    ClSpan words;
    Passage *own = scene->binding->passage;
    const ClFacet *spec =
        g_ptr_array_index(scene->rule->facets, CL_FACET_SPEAKER);
    /* sentences around are not read for what is only shown */
    const int most = spec->role == CL_FACET_INFORMS ? 1 : FARTHEST_FACET + 1;
    for (int back = 0; back < most && !out->value; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near)
            return;
        out->value = find_source(
            scene, near, near == own ? scene->anchor.start : SIZE_MAX, &words);
        if (out->value)
            out->words = scene_words(scene, near, words);
    }
}

/* ---- All facets ------------------------------------------------------------ */

static bool
ends_with(const char *text, ClSpan part, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(words[i]);
        if (part.end >= part.start + length &&
            memcmp(text + part.end - length, words[i], length) == 0)
            return true;
    }
    return false;
}

bool
is_denied(const char *text, ClSpan clause, const Binding *binding)
{
    static const char *const differences[] = {
        "还少",   "还多", "差了",   "多卖",   "多卖了", "少卖了", "多赚",
        "多赚了", "少赚", "少赚了", "少卖",   "多出",   "相差",   "只差",
        "少了",   "多了", "高出",   "高了",   "低了",   "超出",   "小了",
        "大了",   "贵了", "便宜",   "便宜了", "长了",   "短了",   "重了",
        "轻了",   "快了", "慢了",   "厚了",   "薄了",   "领先",   "落后"};
    static const char *const than[] = {"多", "少"};
    static const char *const before[] = {"没有",      "并非",      "不是",
                                         "并没有",    "not have ", "not reach ",
                                         "not sell ", "not "};
    static const char *const more[] = {" more than", " fewer than",
                                       " less than"};
    static const char *const after[] = {"并不属实", "不属实", "不实",
                                        "is false", "is untrue"};
    const ClQuantity *quantity = &g_array_index(binding->passage->quantities,
                                                ClQuantity, binding->quantity);
    const ClSpan part = {clause.start, quantity->span.start};
    /* 多卖三成 is a growth that is told, 多卖3万台 no level */
    const bool growth = quantity->form != CL_FORM_LEVEL &&
                        (quantity->kind == CL_KIND_PERCENT ||
                         quantity->kind == CL_KIND_MULTIPLE ||
                         quantity->kind == CL_KIND_FRACTION);
    if (!growth &&
        ends_with(text, part, differences, G_N_ELEMENTS(differences)))
        return true;
    for (size_t i = 0;
         quantity->form == CL_FORM_LEVEL && i < G_N_ELEMENTS(more); i++)
        if (g_str_has_prefix(text + quantity->span.end, more[i]))
            return true;
    /* 比去年多6404辆 */
    if (!growth && ends_with(text, part, than, G_N_ELEMENTS(than)) &&
        g_strstr_len(text + part.start, (gssize)(part.end - part.start), "比"))
        return true;
    if (quantity->shape != CL_SHAPE_POINT)
        return false;
    if (ends_with(text, part, before, G_N_ELEMENTS(before)))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(after); i++)
        if (g_strstr_len(text + quantity->span.end,
                         (gssize)(clause.end - quantity->span.end), after[i]))
            return true;
    return false;
}

bool
is_negated(const char *text, ClSpan clause, const Binding *binding)
{
    /* a closed class; 没有哪个品牌市占率超过18% is at most 18 */
    static const char *const words[] = {"没有", "没能", "并未", "从未",  "尚未",
                                        "未能", "未曾", "不曾", "未超",  "未破",
                                        "未达", "no ",  "not ", "never "};
    const size_t end =
        binding->measure.start > clause.start ? binding->measure.start : 0;
    if (binding->value.shape != CL_SHAPE_ONE_SIDED || end <= clause.start)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(text + clause.start, (gssize)(end - clause.start),
                         words[i]))
            return true;
    return false;
}

/* What is said behind the last value of a list is said of all; 前一年不到一半，
   14.4万辆: what leaves its measure out goes with the words before a comma. */
static ClSpan
clause_of(const GString *text,
          const Binding *binding,
          const ClQuantity *quantity)
{
    ClSpan clause = cl_clause_at(text->str, text->len, quantity->span.start);
    if (binding->understood && binding->room.end > binding->room.start)
        clause.start = MIN(clause.start, binding->room.start);
    if (binding->values.end == binding->values.start)
        return clause;
    const ClSpan first =
        cl_clause_at(text->str, text->len, binding->values.start);
    /* at a whole character, or its end is missed */
    const char *end = g_utf8_prev_char(text->str + binding->values.end);
    const ClSpan last =
        cl_clause_at(text->str, text->len, (size_t)(end - text->str));
    return cl_span_join(clause, cl_span_join(first, last));
}

void
read_facets(Extraction *run, const Binding *binding, ClFacetValue *out)
{
    const GString *text = binding->passage->text.text;
    const ClQuantity *quantity = &g_array_index(binding->passage->quantities,
                                                ClQuantity, binding->quantity);
    const Scene scene = {
        .run = run,
        .binding = binding,
        .rule = cl_rule_set_get(run->rules, binding->rule),
        .anchor = quantity->span,
        .clause = clause_of(text, binding, quantity),
    };
    for (unsigned i = 0; i < scene.rule->facets->len; i++) {
        const ClFacet *spec = g_ptr_array_index(scene.rule->facets, i);
        out[i] = (ClFacetValue){.value = NULL};
        if (!spec->used || is_said_of_changes(&scene, i))
            continue;
        if (i == CL_FACET_WHEN)
            scene_read_when(&scene, &out[i]);
        else if (i == CL_FACET_WINDOW)
            scene_read_window(&scene, &out[i]);
        else if (i == CL_FACET_SPEAKER)
            read_speaker(&scene, &out[i]);
        else if (i == CL_FACET_NATURE)
            read_nature(&scene, &out[i]);
        else if (spec->from_subject)
            read_entity(&scene, i, &out[i]);
        else
            read_option(&scene, i, &out[i]);
        apply_only(&scene, i, &out[i]);
        trace_facet(run, binding, CL_STEP_FACET, spec, &out[i]);
    }
}
