/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times that only say what a figure is held against: the year that a rise is
 * measured from, the figure that is multiplied.  They are no times of what is
 * told, and nothing that follows is of them.
 */
#include "extract/scene.h"

#include <string.h>

/* A blank at the end of a word may be lost: than in2023, in wide digits. */
static bool
ends_at(const char *text, size_t end, const char *word)
{
    const size_t all = strlen(word);
    const size_t length =
        all - (word[all - 1] == ' ' && end > 0 && text[end - 1] != ' ');
    return end >= length && memcmp(text + end - length, word, length) == 0;
}

/* than in the same months of 2024: the words between name a length. */
static bool
is_same_of(const char *text, size_t start)
{
    enum { LONGEST = 40 };
    static const char same[] = "than in the same ";
    const size_t from = start > LONGEST ? start - LONGEST : 0;
    const char *found =
        g_strrstr_len(text + from, (gssize)(start - from), same);
    return found && ends_at(text, start, " of ") &&
           !memchr(found, ',', start - (size_t)(found - text));
}

/* than the 70,289 of October, more than the 5 billion it had in 2023: but for
   the figure nothing stands between. */
static bool
is_of_other_figure(const Passage *passage, const ClTime *time)
{
    enum { LONGEST = 28 };
    const char *text = passage->text.text->str;
    for (unsigned i = 0; i < passage->quantities->len; i++) {
        /* without its hedge: more than the 70,289 */
        const ClSpan figure =
            g_array_index(passage->quantities, ClQuantity, i).number;
        if (figure.end > time->span.start)
            break;
        const size_t start =
            figure.start -
            (ends_at(text, figure.start, "the ") ? strlen("the ") : 0);
        const size_t length = time->span.start - figure.end;
        if (length <= LONGEST && ends_at(text, start, "than ") &&
            strcspn(text + figure.end, ",;:.()") >= length &&
            (ends_at(text, time->span.start, " of ") ||
             ends_at(text, time->span.start, " in ")))
            return true;
    }
    return false;
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
    return is_same_of(text, start) || is_of_other_figure(passage, time);
}

/* ---- What is compared with --------------------------------------------------- */

/* Where "the same months of" before a time begins, or the time itself. */
static size_t
skip_same(const char *text, size_t at)
{
    static const char same[] = "the same ";
    enum { REACH = 26 };
    if (!ends_at(text, at, " of "))
        return at;
    const size_t from = at > REACH ? at - REACH : 0;
    const char *found = g_strrstr_len(text + from, (gssize)(at - from), same);
    if (!found)
        return at;
    const size_t start = (size_t)(found - text);
    const size_t noun = start + strlen(same);
    return noun + strcspn(text + noun, " ,;.") == at - strlen(" of ") ? start
                                                                      : at;
}

/* 较2023年, than in 2023, 与2023年相比. */
static bool
is_compared_with(const char *text, const ClTime *time)
{
    static const char *const words[] = {
        "than in ",       "than for ",    "than during ",
        "compared with ", "compared to ", "较",
        "较于",           "比",           "比起"};
    size_t start = skip_same(text, time->span.start);
    start -= ends_at(text, start, "the ") ? strlen("the ") : 0;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (ends_at(text, start, words[i]))
            return !ends_at(text, start, "占比");
    return g_str_has_prefix(text + time->span.end, "相比") ||
           g_str_has_prefix(text + time->span.end, "相较");
}

/* The first figure behind a time, which is no figure itself. */
static const ClQuantity *
first_behind(const Passage *passage, const ClTime *time)
{
    for (unsigned i = 0; i < passage->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(passage->quantities, ClQuantity, i);
        if (quantity->span.start >= time->span.end)
            return quantity;
    }
    return NULL;
}

/* 比2023年少108亿元, 比2023年增至927亿元: not what 2023 had. */
static bool
tells_change(const char *text, ClSpan between)
{
    static const char *const words[] = {"至", "到", "增", "减",  "升", "降",
                                        "涨", "跌", "多", "少",  "高", "低",
                                        "翻", "扩", "缩", "下滑"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(text + between.start,
                         (gssize)(between.end - between.start), words[i]))
            return true;
    return false;
}

/* 比去年全年(收入130亿元, 净利31亿元)还多. */
static bool
is_in_brackets_behind(const char *text, const ClTime *time, ClSpan anchor)
{
    const size_t start = time->span.end + (text[time->span.end] == ' ');
    return text[start] == '(' && anchor.start > start &&
           !memchr(text + start, ')', anchor.start - start);
}

/* 较2023年的26亿元减到12亿元; than in 2023, when it made 5 billion; 比2023年
   赔掉182亿元 tells what was lost then. */
static bool
has_figure_of_its_own(const Passage *passage, const ClTime *time, ClSpan anchor)
{
    static const char *const links[] = {"的",      "'s ",  " when ",
                                        ", when ", "那时", "时的"};
    const char *text = passage->text.text->str;
    const ClQuantity *first = first_behind(passage, time);
    if (is_in_brackets_behind(text, time, anchor))
        return true;
    if (!first || first->span.start != anchor.start)
        return false;
    /* 较去年同期43亿元 */
    if (first->span.start == time->span.end &&
        (text[time->span.end - 1] & 0x80))
        return first->form == CL_FORM_LEVEL &&
               first->kind != CL_KIND_MULTIPLE &&
               first->kind != CL_KIND_PERCENT;
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        if (g_str_has_prefix(text + time->span.end, links[i]))
            return true;
    return first->form == CL_FORM_LEVEL && (text[time->span.end] & 0x80) &&
           cl_span_contains(
               cl_clause_at(text, passage->text.text->len, anchor.start),
               time->span) &&
           !tells_change(text, (ClSpan){time->span.end, first->number.start});
}

bool
scene_is_compared(const Scene *scene, const ClTime *time)
{
    const Passage *passage = scene->binding->passage;
    return is_compared_with(passage->text.text->str, time) &&
           !has_figure_of_its_own(passage, time, scene->anchor);
}

/* ---- What is a change or a multiple -------------------------------------------- */

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
