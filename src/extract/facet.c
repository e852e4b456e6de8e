/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The facets of a claim: read from the words of its clause, then of its
 * sentence, then of the sentences around it; what stays unsaid is assumed
 * where the rule or the article's date says so, else unknown.
 */
#include "extract/option.h"

#include <string.h>

/* $899 for the 256GB version, 7,500mAh on the Pro Max, 300 overseas: right behind
   the figure, and said of it. */
static bool
follows_word(const char *text, ClSpan words, size_t end, const char *lead)
{
    return g_str_has_prefix(text + end, lead) &&
           words.start == end + strlen(lead);
}

bool
scene_is_said_of(const Scene *scene, const char *text, ClSpan words)
{
    enum { LONGEST = 24 };
    const size_t end = scene->anchor.end;
    return words.start > end && words.start <= end + LONGEST &&
           (g_str_has_prefix(text + end, " for ") ||
            follows_word(text, words, end, " on the ") ||
            follows_word(text, words, end, " in ") ||
            follows_word(text, words, end, " ")) &&
           !memchr(text + end, ',', words.start - end);
}

/* Characters between two words that stand together. */
enum { TOUCHING = 2 };

/* Nearer is better, before better than behind, the clause better than the
   rest of the sentence. */
size_t
scene_cost(const Scene *scene, const char *text, ClSpan words)
{
    size_t cost = distance_between(text, words, scene->anchor);
    if (scene_is_said_of(scene, text, words))
        return 0;
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

/* 500 and 600 cars: another figure stands behind the joint. */
static bool
is_list(const Scene *scene, size_t joint)
{
    enum { HEDGE = 12 };
    const GArray *quantities = scene->binding->passage->quantities;
    const size_t next = scene->binding->quantity + 1;
    return next < quantities->len &&
           g_array_index(quantities, ClQuantity, next).span.start <=
               scene->anchor.end + joint + HEDGE;
}

/* Delivered 13,201 cars and narrowed its guidance: what is joined behind a
   figure is said of what follows, but for another figure of it. */
size_t
scene_joint_before(const Scene *scene, size_t at)
{
    static const char *const joints[] = {" and ", " but ", "并", "但"};
    const char *text = scene->binding->passage->text.text->str;
    const char *behind = text + scene->anchor.end;
    if (at < scene->anchor.end)
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++) {
        const char *found =
            g_strstr_len(behind, (gssize)(at - scene->anchor.end), joints[i]);
        if (found && !(found == behind && is_list(scene, strlen(joints[i]))))
            return (size_t)(found - text);
    }
    return 0;
}

/* An answer is about what its question named. */
static bool
is_answer(const Scene *scene)
{
    const Binding *binding = scene->binding;
    return binding->subject_passage && !scene->rule->subject_is_measure &&
           binding->measure.end == binding->measure.start;
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

/* What the last one expected is no hope of who is named next. */
static bool
asks(const Passage *passage)
{
    const GString *text = passage->text.text;
    return passage->sentence.heading ||
           (text->len && text->str[text->len - 1] == '?');
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
    Choice choice = facet_choose_led(scene, facet);
    if (!choice.option && is_answer(scene) &&
        (facet != CL_FACET_MODALITY || asks(scene->binding->subject_passage))) {
        from = scene->binding->subject_passage;
        choice = facet_only(scene, facet, from);
    }
    /* China is another matter. …: nearer than where the measure was named */
    if (!choice.option && facet == CL_FACET_REGION && is_lent_from_afar(scene))
        choice = facet_carry(scene, facet, &from);
    if (!choice.option && scene->binding->measure_passage &&
        facet != CL_FACET_BASIS &&
        !(facet == CL_FACET_MODALITY && is_lent_from_afar(scene))) {
        from = scene->binding->measure_passage;
        choice = facet_only(scene, facet, from);
        /* 比对手在中国的8,011家多: of that figure only */
        if (facet == CL_FACET_REGION && is_lent_from_afar(scene) &&
            !facet_opens(from, choice.words))
            choice.option = NULL;
        /* 关闭200家。…9436家: shops that are no more are none of the next */
        if (g_strcmp0(choice.option, "lost") == 0)
            choice.option = NULL;
    }
    if (!choice.option && facet == CL_FACET_REGION)
        choice = facet_carry(scene, facet, &from);
    const bool framed = facet == CL_FACET_REGION && !spec->assumed &&
                        scene->rule->over_time == CL_OVER_TIME_VARIES;
    if (!choice.option && framed)
        choice = facet_frame(scene, facet, &from);
    Passage above;
    const bool looks_above = !choice.option && framed;
    if (looks_above)
        passage_init(&above);
    if (looks_above &&
        passage_above(scene->run, scene->binding->passage, &above)) {
        from = &above;
        choice = facet_only(scene, facet, from);
    }
    if (!choice.option && framed)
        choice = facet_title(scene, facet, &from);
    const bool known =
        facet != CL_FACET_REGION || region_settle(scene, from, &choice);
    if (choice.option) {
        out->value = choice.option;
        out->words = scene_words(scene, from, choice.words);
    } else if (spec->assumed && known) {
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

/* 其中乐道品牌17342辆: a part of whose all was told, and all of its own; its name
   stands right before the figure or the word for a part right behind it. */
static bool
is_all_of_subject(const Scene *scene, ClSpan words)
{
    const Binding *binding = scene->binding;
    const ClSpan subject = binding->subject;
    const char *text = binding->passage->text.text->str;
    if (binding->subject_passage || subject.end <= subject.start ||
        subject.end > scene->anchor.start ||
        cl_rule_set_whole_of(scene->run->rules, binding->rule,
                             binding->subject_term) == UINT32_MAX)
        return false;
    if (words.start >= subject.start)
        return distance_between(text, subject, words) <= TOUCHING;
    return !memchr(text + subject.end, ',', scene->anchor.start - subject.end);
}

static void
read_nature(const Scene *scene, ClFacetValue *out)
{
    const Choice choice = facet_choose(scene, CL_FACET_NATURE);
    if (scene_starts_change(scene, scene->binding->quantity) ||
        scene_is_base_figure(scene))
        out->value = "start";
    else if (scene_follows_whole(scene))
        out->value = "part";
    else if (g_strcmp0(choice.option, "part") != 0 ||
             (!is_all_of_subject(scene, choice.words) &&
              !facet_names_part(scene, choice.words.end)))
        read_option(scene, CL_FACET_NATURE, out);
}

/* 营收1106亿元，同比增长24%: what a rise is held against is said of the rise,
   not of the level it led to, be it a sum or a count (门店4.1万家，同比增长2%);
   a count may be a rise itself (同比增加300家). */
static bool
is_said_of_changes(const Scene *scene, unsigned facet, const ClFacetValue *read)
{
    const ClQuantity *value = &scene->binding->value;
    const bool counted =
        cl_unit_is_count(scene->run->vocabulary, value->unit) &&
        g_strcmp0(read[CL_FACET_NATURE].value, "new") != 0;
    return facet == CL_FACET_BASIS &&
           (scene->rule->wording == CL_WORDING_LEVEL || counted);
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
        out->value = facet_option_of(scene, &uses[i], facet);
    const unsigned model = cl_term_model(scene->binding->subject_term);
    if (out->value && model)
        out->value = scene->run->models->pdata[model - 1];
}

/* Whose figure it is, where the rule has a list of them. */
static const char *
entity_of(const Scene *scene)
{
    ClFacetValue entity = {.value = NULL};
    for (unsigned i = CL_FACET_OWN; i < scene->rule->facets->len; i++) {
        const ClFacet *spec = g_ptr_array_index(scene->rule->facets, i);
        if (spec->from_subject)
            read_entity(scene, i, &entity);
    }
    return entity.value;
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

/* 小米表示，9月月活7.4亿: who is counted tells it, whoever was the source before. */
static bool
is_told_by_itself(const Scene *scene)
{
    const Binding *binding = scene->binding;
    const GArray *hits = passage_hits(scene->run, binding->passage);
    const char *text = binding->passage->text.text->str;
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (binding->subject.end > binding->subject.start &&
            hit_has_role(scene->run->rules, hit, 0, CL_ROLE_SPEECH) &&
            hit->span.start >= binding->subject.end &&
            distance_between(text, binding->subject, hit->span) <= TOUCHING)
            return true;
    }
    return false;
}

/* A source of another paragraph holds on where it is the only one of those
   before, or the title's. */
static bool
holds_on(const Scene *scene, const char *source, int back)
{
    ClSpan words;
    for (; back <= FARTHEST_SUBJECT; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near)
            break;
        const char *other = find_source(scene, near, SIZE_MAX, &words);
        if (other && strcmp(other, source) != 0)
            return scene->run->has_title &&
                   g_strcmp0(
                       find_source(scene, &scene->run->title, SIZE_MAX, &words),
                       source) == 0;
    }
    return true;
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
    const int most = spec->role == CL_FACET_INFORMS ? 1 : FARTHEST_SUBJECT;
    for (int back = 0; back < most; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near || (back == 1 && is_told_by_itself(scene)))
            return;
        const char *source = find_source(
            scene, near, near == own ? scene->anchor.start : SIZE_MAX, &words);
        if (!source)
            continue;
        if (near->sentence.paragraph == own->sentence.paragraph ||
            holds_on(scene, source, back + 1)) {
            out->value = source;
            out->words = scene_words(scene, near, words);
        }
        return;
    }
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
        if (!spec->used || is_said_of_changes(&scene, i, out))
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
        if (i == CL_FACET_DEFINITION && !out[i].value &&
            g_strcmp0(out[CL_FACET_MODALITY].value, "actual") == 0)
            facet_inherit_definition(&scene, entity_of(&scene), &out[i]);
        apply_only(&scene, i, &out[i]);
        trace_facet(run, binding, CL_STEP_FACET, spec, &out[i]);
    }
}
