/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 其中第三季度, for the third quarter alone: a time that is only told beside the
 * one a text is about.  What is told elsewhere of 同期 is not of it.
 */
#include "extract/scene.h"

#include <string.h>

static size_t
skip_blanks(const char *text, size_t at)
{
    return at + strspn(text + at, " ");
}

/* Up to a byte, but for blanks, a comma and what an English time stands
   behind. */
static size_t
end_before(const char *text, size_t at)
{
    static const char *const leads[] = {"in the", "for the", "in", "for",
                                        "the",    "在",      ","};
    bool more = true;
    while (more) {
        more = false;
        while (at > 0 && text[at - 1] == ' ')
            at--;
        for (size_t i = 0; i < G_N_ELEMENTS(leads) && !more; i++) {
            const size_t length = strlen(leads[i]);
            more = at >= length &&
                   memcmp(text + at - length, leads[i], length) == 0;
            at -= more ? length : 0;
        }
    }
    return at;
}

static bool
is_whole_word(const char *text, ClSpan word)
{
    return !g_ascii_isalpha(text[word.start]) ||
           ((word.start == 0 || !g_ascii_isalpha(text[word.start - 1])) &&
            !g_ascii_isalpha(text[word.end]));
}

static bool
opens_aside(const Scene *scene, Passage *passage)
{
    const char *text = passage_text(scene->run, passage)->text->str;
    const char *const *words =
        cl_rule_set_asides(scene->run->rules, CL_ASIDES_OPENING);
    for (; *words; words++)
        if (g_str_has_prefix(text, *words))
            return true;
    return false;
}

/* 单季度来看，…: all of its paragraph is told in passing. */
static bool
is_in_aside(const Scene *scene, const Passage *passage)
{
    const unsigned paragraph = passage->sentence.paragraph;
    for (int back = 0; scene->binding && back <= 2 * FARTHEST_FACET; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near || near->sentence.paragraph < paragraph)
            break;
        if (near->sentence.paragraph == paragraph && opens_aside(scene, near))
            return true;
    }
    return false;
}

bool
scene_is_aside(const Scene *scene, const Passage *passage, ClSpan time)
{
    const char *text = passage->text.text->str;
    const size_t before = end_before(text, time.start);
    const size_t behind = skip_blanks(text, time.end);
    const char *const *words =
        cl_rule_set_asides(scene->run->rules, CL_ASIDES_BEFORE);
    for (; *words; words++) {
        const size_t length = strlen(*words);
        if (before >= length &&
            memcmp(text + before - length, *words, length) == 0 &&
            is_whole_word(text, (ClSpan){before - length, before}))
            return true;
    }
    words = cl_rule_set_asides(scene->run->rules, CL_ASIDES_BEHIND);
    for (; *words; words++)
        if (g_str_has_prefix(text + behind, *words) &&
            is_whole_word(text, (ClSpan){behind, behind + strlen(*words)}))
            return true;
    return is_in_aside(scene, passage);
}

/* 单季, 当月: a word for a time that was told, and for no other one. */
static bool
is_word_for_time(const Extraction *run, const char *text)
{
    const ClAnaphor *word = NULL;
    unsigned number = 0;
    while ((word = cl_rule_set_anaphor_like(run->rules, text, &number)))
        if (!word->months && g_str_has_prefix(text, word->word))
            return true;
    return false;
}

bool
passage_leads_to_time(Extraction *run, Passage *passage, size_t at)
{
    const char *text = passage->text.text->str;
    const GArray *times = passage_times(run, passage);
    at += strspn(text + at, " ,");
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind == CL_TIME_PERIOD && time->span.start == at)
            return true;
    }
    return is_word_for_time(run, text + at);
}
