/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times that only say what a figure is held against: the year that a rise is
 * measured from, the figure that is multiplied.  They are no times of what is
 * told, and nothing that follows is of them.
 */
#include "extract/scene.h"

#include <string.h>

static bool
ends_at(const char *text, size_t end, const char *word)
{
    const size_t length = strlen(word);
    return end >= length && memcmp(text + end - length, word, length) == 0;
}

bool
scene_is_held_against(const Passage *passage, const ClTime *time)
{
    static const char *const words[] = {
        "from ",        "than in ", "over ", "compared with ",
        "compared to ", "较",       "比"};
    const char *text = passage->text.text->str;
    const size_t start = time->span.start;
    const ClSpan before = {0, g_str_has_prefix(text + start, "the ") ||
                                      !ends_at(text, start, "the ")
                                  ? start
                                  : start - strlen("the ")};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (ends_at(text, before.end, words[i]))
            return true;
    return false;
}

bool
scene_is_base_of_own(const Scene *scene, const ClTime *time)
{
    const Passage *passage = scene->binding->passage;
    const ClQuantity *own = &g_array_index(passage->quantities, ClQuantity,
                                           scene->binding->quantity);
    return own->form != CL_FORM_LEVEL &&
           time->span.start >= scene->anchor.end &&
           !ends_at(passage->text.text->str, time->span.start, "over ") &&
           scene_is_held_against(passage, time);
}

/* "the figure of", "what it was in": what is multiplied, up to its time; it
   doubled in 2023 says when. */
static bool
is_multiplied_phrase(const char *text, size_t from, size_t to)
{
    static const char *const words[] = {" the ", " that ", " as ", " what ",
                                        " its "};
    enum { LONGEST = 32 };
    if (from >= to || to - from > LONGEST ||
        strcspn(text + from, ",;:.()") < to - from)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_prefix(text + from, words[i]))
            return true;
    return false;
}

bool
scene_is_multiplied(const Scene *scene, Passage *passage, const ClTime *time)
{
    enum { HEDGE = 6 };
    const char *text = passage->text.text->str;
    const GArray *quantities = passage_quantities(scene->run, passage);
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *own = &g_array_index(quantities, ClQuantity, i);
        const size_t start = own->span.start, end = own->span.end;
        if (own->kind != CL_KIND_MULTIPLE || own->form != CL_FORM_LEVEL)
            continue;
        const bool before = start >= time->span.end &&
                            start - time->span.end <= strlen("的") + HEDGE &&
                            g_str_has_prefix(text + time->span.end, "的");
        if (before || is_multiplied_phrase(text, end, time->span.start))
            return true;
    }
    return false;
}

bool
scene_is_base(const Scene *scene, Passage *passage, const ClTime *time)
{
    return scene_is_held_against(passage, time) ||
           scene_is_multiplied(scene, passage, time);
}
