/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The name at the head of a clause, known or not: its words, its place and
 * what follows show it.  A comparison (比苹果高) names nobody whose figure
 * follows, nor does who only speaks.
 */
#include "extract/name_words.h"

#include <string.h>

/* ---- Readers ---------------------------------------------------------------- */

/* 福特 or Ford's at the head of a clause. */
static bool
read_listed(const Search *search, ClSpan clause, Name *name)
{
    const ClHit *hit = name_hit_at(search, clause.start, CL_ROLE_NAME);
    if (!hit || search_is_own(search, hit->span) ||
        name_only_speaks(search, (ClSpan){hit->span.end, clause.end}))
        return false;
    *name = (Name){hit->span, NAME_LISTED, hit->term};
    return true;
}

/* 小红书 before 月活跃用户: so many Han are no adjective; of what a period
   brought two will do, for 广告收入 is not the company's either. */
static bool
owns_measure(const Search *search, ClSpan head)
{
    enum { SHORT_HEAD = 6, LONG_HEAD = 9 };
    const size_t enough =
        search->rule->time == CL_TIME_OF_PERIOD ? SHORT_HEAD : LONG_HEAD;
    return head.end - head.start >= enough &&
           (name_hit_at(search, head.end, CL_ROLE_MEASURE) ||
            (head.start == 0 &&
             name_hit_at(search, head.end, CL_ROLE_RIVAL))) &&
           !search_word_at(search, head.start, CL_NAMES_ACTS);
}

static bool
is_strange(const Search *search, ClSpan head, ClSpan clause)
{
    return !name_has_hit(search, head) && !name_time_over(search, head) &&
           !name_find_word(search, head, CL_NAMES_COMMON) &&
           !name_is_counted(search, head) && !name_is_place(search, head) &&
           !name_only_speaks(search, (ClSpan){head.end, clause.end});
}

/* 沪上阿姨 before 上半年, 茶百道集团: Han without any word that is known. */
static bool
read_han(const Search *search, ClSpan clause, Name *name)
{
    size_t at = clause.start;
    while (at < clause.end && at - clause.start <= LONGEST_HAN &&
           name_han_at(search, at)) {
        at = (size_t)(g_utf8_next_char(search->text + at) - search->text);
        const ClSpan head = {clause.start, at};
        if (at - clause.start < SHORTEST_HAN)
            continue;
        *name = (Name){head, NAME_STRANGE, 0};
        /* 数字商业集团 is a company, though it is made of words */
        if (search_word_at(search, at, CL_NAMES_KINDS))
            return is_strange(search, head, clause);
        if (name_is_shown(search, at) || owns_measure(search, head))
            return is_strange(search, head, clause) &&
                   !name_is_ordinary(search, head);
    }
    return false;
}

/* “手机×AIoT”收入841亿元: what stands in quotes before a measure owns it. */
static bool
read_quoted(const Search *search, ClSpan clause, Name *name)
{
    enum { LONGEST_QUOTED = 60 };
    const char *text = search->text;
    if (clause.start >= clause.end || text[clause.start] != '"')
        return false;
    const size_t start = clause.start + 1;
    const char *end =
        memchr(text + start, '"', MIN(clause.end - start, LONGEST_QUOTED));
    if (!end || end == text + start)
        return false;
    *name = (Name){{start, (size_t)(end - text)}, NAME_STRANGE, 0};
    return search->rule->time == CL_TIME_OF_PERIOD &&
           !search_is_own(search, name->span) &&
           name_hit_at(search, name->span.end + 1, CL_ROLE_MEASURE);
}

/* 反观禾木，收入…; 垫底的是禾木，收入…: Han from a topic's word to the end of
   the clause. */
static bool
read_topic(const Search *search, ClSpan clause, Name *name)
{
    enum { LONGEST_TOPIC = 12 };
    for (size_t at = clause.start; at < clause.end;
         at = (size_t)(g_utf8_next_char(search->text + at) - search->text)) {
        size_t end = search_word_at(search, at, CL_NAMES_TOPICS);
        if (!end ||
            (at > clause.start && !g_str_has_prefix(search->text + at, "的")))
            continue;
        const ClSpan head = {end, clause.end};
        while (end < clause.end && name_han_at(search, end))
            end = (size_t)(g_utf8_next_char(search->text + end) - search->text);
        if (end < clause.end || head.end < head.start + SHORTEST_HAN ||
            head.end > head.start + LONGEST_TOPIC)
            continue;
        *name = (Name){head, NAME_STRANGE, 0};
        return (is_strange(search, head, clause) &&
                !name_is_ordinary(search, head)) ||
               name_is_firm(search, head);
    }
    return false;
}

static size_t
skip_blanks(const Search *search, size_t at)
{
    while (at < search->length && search->text[at] == ' ')
        at++;
    return at;
}

/* 而, while, 截至6月底: what may stand before a name. */
static size_t
skip_turn(const Search *search, size_t at)
{
    enum { MOST_TURNS = 3 };
    for (int i = 0; i < MOST_TURNS && at < search->length; i++) {
        const ClTime *time = name_time_over(search, (ClSpan){at, at + 1});
        size_t end = search_word_at(search, at, CL_NAMES_TURNS);
        if (!end && time && time->span.start == at)
            end = time->span.end;
        if (!end)
            break;
        at = skip_blanks(search, end);
    }
    const size_t end = name_match_word(search, at, "the");
    return end && end < search->length ? end + 1 : at;
}

static bool
is_own_at(const Search *search, size_t at)
{
    at = skip_blanks(search, at);
    const unsigned i = search_from(search->subjects, at);
    return i < search->subjects->len &&
           g_array_index(search->subjects, ClHit, i).span.start == at;
}

/* Hemu, its rival from Zhuli, had; its rival Hemu had: where the rule's own
   subject stands beside it, that is who the word is for. */
static bool
is_own_title(const Search *search, ClSpan word)
{
    const ClHit *before = search_subject_before(search, word.start);
    return is_own_at(search, word.end) ||
           (before && before->span.end + 2 == word.start &&
            g_str_has_prefix(search->text + before->span.end, ", "));
}

/* Its nearest imitator: whose, some words, and what it is to the one before. */
static size_t
find_rival(const Search *search, ClSpan clause)
{
    static const char *const owners[] = {"its", "their", "whose"};
    enum { MOST_WORDS = 4 };
    const size_t another =
        search_word_at(search, clause.start, CL_NAMES_ANOTHERS);
    size_t at = another;
    for (size_t i = 0; i < G_N_ELEMENTS(owners); i++)
        at = MAX(at, name_match_word(search, clause.start, owners[i]));
    for (int words = 0; at && at + 1 < clause.end && words < MOST_WORDS;
         words++) {
        const size_t end = search_word_at(search, at + 1, CL_NAMES_RIVALS);
        const size_t trade =
            another ? search_word_at(search, at + 1, CL_NAMES_TRADES) : 0;
        const size_t firm =
            another ? name_match_word(search, at + 1, "company") : 0;
        if (end || trade || firm)
            return MAX(end, MAX(trade, firm));
        at += 1 + strcspn(search->text + at + 1, " ,");
        if (search->text[at] != ' ')
            break;
    }
    return 0;
}

/* 后者, 对手: a word for somebody. */
static bool
read_word(const Search *search, ClSpan clause, Name *name)
{
    static const struct {
        ClNameWords words;
        int kind;
    } rows[] = {{CL_NAMES_OTHERS, NAME_STRANGE},
                {CL_NAMES_TOGETHERS, NAME_TOGETHER},
                {CL_NAMES_FORMER, NAME_FORMER},
                {CL_NAMES_LATTER, NAME_LATTER}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const size_t end = search_word_at(search, clause.start, rows[i].words);
        if (!end || (rows[i].kind == NAME_STRANGE &&
                     is_own_title(search, (ClSpan){clause.start, end})))
            continue;
        *name = (Name){{clause.start, end}, NAME_STRANGE, 0};
        name->kind = rows[i].kind;
        return true;
    }
    const size_t end = find_rival(search, clause);
    *name = (Name){{clause.start, end}, NAME_STRANGE, 0};
    return end && !is_own_title(search, name->span);
}

/* 乐道品牌, the Onvo brand. */
static bool
is_part(const Search *search, ClSpan name)
{
    const size_t end =
        name.end + (name.end < search->length && search->text[name.end] == ' ');
    return name_find_word(search, name, CL_NAMES_PARTS) ||
           (end < search->length &&
            search_word_at(search, end, CL_NAMES_PARTS));
}

bool
search_head_name(const Search *search, ClSpan clause, Name *name)
{
    if (read_word(search, clause, name))
        return !is_part(search, name->span);
    clause.start = skip_turn(search, clause.start);
    if (clause.start >= clause.end)
        return false;
    if (read_word(search, clause, name) || read_listed(search, clause, name) ||
        read_han(search, clause, name) || read_quoted(search, clause, name) ||
        read_topic(search, clause, name) ||
        name_read_latin(search, clause, name)) {
        if (!is_part(search, name->span))
            return true;
    }
    return name_read_phrase(search, clause, name);
}
