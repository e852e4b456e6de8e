/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two levels can be what a change leads from and to: of periods of one
 * length, the earlier one first.  What says no time is not doubted.
 */
#include "extract/statement.h"

#include <string.h>

enum { MONTH = 31, YEAR = 12 * MONTH };

static int
count_days(ClDay day)
{
    return day / 10000 * YEAR + day / 100 % 100 * MONTH + day % 100;
}

/* Where the figures next to one end and begin, in its own sentence. */
static ClSpan
find_room(const GArray *pieces, const Piece *piece)
{
    ClSpan room = {0, SIZE_MAX};
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *other = &g_array_index(pieces, Piece, i);
        const ClSpan there = other->token.source;
        if (other->token.index != piece->token.index)
            continue;
        if (there.end <= piece->token.source.start)
            room.start = MAX(room.start, there.end);
        if (there.start >= piece->token.source.end)
            room.end = MIN(room.end, there.start);
    }
    return room;
}

static bool
is_one_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (g_str_has_prefix(text, *words))
            return true;
    return false;
}

/* 上个季度 is the one before that of the other figure, not before today. */
static bool
is_next_before(Extraction *run, const Piece *piece, const ClTime *time)
{
    static const char *const lasts[] = {
        "上个",         "上一",     "上季",      "上月",  "前一", "前个",
        "the previous", "previous", "the prior", "prior", NULL};
    const char *text = passage_near(run, piece->token.index, 0)->text.text->str;
    return is_one_of(text + time->span.start, lasts);
}

/* 去年同期, the same months of 2024, that of 2024: as long as what it is
   compared with. */
static bool
is_alike(Extraction *run, const Piece *piece, const ClTime *time)
{
    enum { REACH = 28 };
    const char *text = passage_near(run, piece->token.index, 0)->text.text->str;
    const size_t from = time->span.start > REACH ? time->span.start - REACH : 0;
    const gssize length = (gssize)(time->span.start - from);
    return g_str_has_prefix(text + time->span.end, "同") ||
           g_strstr_len(text + from, length, "the same ") ||
           g_strstr_len(text + from, length, " that of ");
}

/* In 2023, behind a figure: nothing but blanks and little words between. */
static bool
follows(const char *text, const Piece *piece, const ClTime *time)
{
    enum { REACH = 16 };
    const size_t end = piece->token.source.end;
    return time->span.start >= end && time->span.start - end <= REACH &&
           !memchr(text + end, ',', time->span.start - end) &&
           !(text[end] & 0x80);
}

/* The time of a figure: right behind it, or the last one told before it. */
static const ClTime *
find_time(Extraction *run, const GArray *pieces, const Piece *piece)
{
    Passage *passage = passage_near(run, piece->token.index, 0);
    const char *text = passage_text(run, passage)->text->str;
    const GArray *times = passage_times(run, passage);
    const ClSpan room = find_room(pieces, piece);
    const ClTime *found = NULL;
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind != CL_TIME_PERIOD || !time->from || !time->to ||
            time->span.start < room.start || time->span.end > room.end)
            continue;
        if (follows(text, piece, time))
            return time;
        if (time->span.end <= piece->token.source.start)
            found = time;
    }
    return found;
}

/* Whether a figure of a piece's sentence is itself a piece. */
static bool
is_told(const GArray *pieces, const Piece *piece, const ClQuantity *other)
{
    for (unsigned i = 0; i < pieces->len; i++) {
        const Token *token = &g_array_index(pieces, Piece, i).token;
        if (token->index == piece->token.index &&
            token->source.start == other->span.start)
            return true;
    }
    return false;
}

/* 营收120亿元，净利12亿元。2023年为100亿元: which of the two?  What follows the
   statement in its last sentence is none of it. */
static bool
is_alone(Extraction *run, const GArray *pieces, const Piece *piece)
{
    const Piece *last = &g_array_index(pieces, Piece, pieces->len - 1);
    const size_t end = last->token.index == piece->token.index
                           ? last->token.source.end
                           : SIZE_MAX;
    Passage *passage = passage_near(run, piece->token.index, 0);
    const GArray *quantities = passage_quantities(run, passage);
    const char *own =
        cl_unit_dimension(run->vocabulary, piece->token.value.unit);
    unsigned alike = 0;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *other = &g_array_index(quantities, ClQuantity, i);
        alike +=
            other->span.start < end && !is_told(pieces, piece, other) &&
            strcmp(cl_unit_dimension(run->vocabulary, other->unit), own) == 0;
    }
    return alike == 0;
}

/* The words that say how far back a change began stand with it. */
static const char *
find_last(const char *text, ClSpan room, const char *const *words)
{
    const char *found = NULL;
    for (; *words; words++) {
        const char *at = g_strrstr_len(text + room.start,
                                       (gssize)(room.end - room.start), *words);
        found = at && at > found ? at : found;
    }
    return found;
}

/* 环比 is over the month or quarter before, 同比 over the year before: whether
   two times are so far apart. */
static bool
is_as_said(Extraction *run, const GArray *pieces, int apart, int length)
{
    enum { REACH = 24, NEAR = 16 };
    static const char *const years[] = {
        "同比",         "年增",         "年减",           "按年",
        "year-on-year", "year on year", "year-over-year", NULL};
    static const char *const nexts[] = {"环比",
                                        "月增",
                                        "月减",
                                        "季增",
                                        "季减",
                                        "按月",
                                        "按季",
                                        "month-on-month",
                                        "month on month",
                                        "month-over-month",
                                        "quarter-on-quarter",
                                        "quarter on quarter",
                                        "quarter-over-quarter",
                                        "sequentially",
                                        NULL};
    const Piece *piece = find_piece(pieces, CL_PART_CHANGE);
    piece = piece ? piece : find_piece(pieces, CL_PART_TIMES);
    if (!piece)
        return true;
    const char *text = passage_near(run, piece->token.index, 0)->text.text->str;
    const ClSpan figure = piece->token.source;
    const ClSpan room = {figure.start > REACH ? figure.start - REACH : 0,
                         figure.end};
    const char *year = find_last(text, room, years);
    const char *next = find_last(text, room, nexts);
    if (year > next)
        return ABS(apart - YEAR) < NEAR;
    return !next || apart < length + NEAR + MONTH;
}

/* 优于第二季的3.19元与去年同期的3.56元: neither of them came from the other. */
static bool
is_surpassed(Extraction *run, const GArray *pieces, const Piece *piece)
{
    enum { REACH = 40 };
    static const char *const words[] = {"优于", "高于", "低于", "好于", "逊于",
                                        "不及", "不如", "强于", NULL};
    const char *text = passage_near(run, piece->token.index, 0)->text.text->str;
    ClSpan room = {find_room(pieces, piece).start, piece->token.source.start};
    if (room.end - room.start > REACH)
        room.start = room.end - REACH;
    return find_last(text, room, words) != NULL;
}

bool
may_lead(Extraction *run, const ClRule *rule, const GArray *pieces)
{
    enum { SHORT = 25 };
    const Piece *from = find_piece(pieces, CL_PART_FROM);
    const Piece *to = find_piece(pieces, CL_PART_TO);
    if (rule->check == CL_CHECK_YEARS)
        return true;
    if (rule->check == CL_CHECK_CHANGE && from && to &&
        is_surpassed(run, pieces, to))
        return false;
    if (from && to && from->token.index != to->token.index &&
        !is_alone(run, pieces, to))
        return false;
    if (!from || !to || from->token.at == to->token.at)
        return true;
    const ClTime *early = find_time(run, pieces, from);
    const ClTime *late = find_time(run, pieces, to);
    if (!early || !late || early == late || is_next_before(run, from, early))
        return true;
    if (is_alike(run, from, early) || is_alike(run, to, late))
        return early->from <= late->from;
    const int x = count_days(early->to) - count_days(early->from);
    const int y = count_days(late->to) - count_days(late->from);
    if (early->from >= late->from ||
        !is_as_said(run, pieces,
                    count_days(late->from) - count_days(early->from), y))
        return false;
    return MIN(x, y) < SHORT || ABS(x - y) < SHORT;
}
