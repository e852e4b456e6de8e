/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Says no to numbers that are none: model names, codes, telephone numbers,
 * times of day, list numbers, the article 一 and years.
 */
#include "quantity/phrase.h"

#include <string.h>

static bool
is_plain(const ClPhrase *p)
{
    return !p->unit && !p->currency && !p->before && !p->after && !p->ranged &&
           !p->n.hedge;
}

#define MOST_MARKS 16

/* True if nothing but blanks and marks stands beside the number. */
static bool
is_whole_text(const ClReader *r, const ClPhrase *p)
{
    if (p->start > MOST_MARKS || r->length - p->end > MOST_MARKS)
        return false;
    for (size_t i = 0; i < p->start; i++) {
        if (!strchr(" .,;:!?\"'()", r->text[i]))
            return false;
    }
    for (size_t i = p->end; i < r->length; i++) {
        if (!strchr(" .,;:!?\"'()", r->text[i]))
            return false;
    }
    return true;
}

static bool
ends_here(const ClReader *r, size_t at)
{
    static const char *const marks[] = {"。", "、", "！", "？", "；", "…"};
    if (at >= r->length || strchr(" ,.;:!?)\"", r->text[at]))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (cl_reader_word(r, at, marks[i]))
            return true;
    }
    return false;
}

static bool
begins_here(const ClReader *r, size_t at)
{
    static const char *const marks[] = {"。", "、", "！", "？",
                                        "；", "是", "为"};
    if (at == 0 || strchr(" ,.;:!?(\"", r->text[at - 1]))
        return true;
    for (size_t i = 0; at >= 3 && i < G_N_ELEMENTS(marks); i++) {
        if (cl_reader_word(r, at - 3, marks[i]))
            return true;
    }
    return false;
}

/* ---- Arabic ------------------------------------------------------------ */

static bool
has_name_before(const ClReader *r, size_t at)
{
    int meaning;
    const size_t gap = at > 0 && r->text[at - 1] == ' ' ? at - 1 : at;
    return cl_reader_match_before(r, CL_WORDS_NAMES, gap, 0, &meaning) > 0;
}

static bool
joins_code(char c)
{
    return c == '-' || c == ':' || c == '/';
}

/* 400-820-8820, 2012-01-01, 18:30, 3:1, 0.5.1: runs of digits and marks. */
static bool
is_in_code(const ClReader *r, const ClPhrase *p)
{
    const size_t s = p->n.start, e = p->n.end;
    const char before = s > 0 ? r->text[s - 1] : ' ';
    const char after = cl_reader_byte(r, e);
    if (joins_code(after) && cl_reader_digit(r, e + 1))
        return true;
    /* 小米15:5400mAh: a name, and what it has */
    if (before == ':' && p->unit && p->n.digits >= 3)
        return false;
    return s > 1 && joins_code(before) && cl_reader_digit(r, s - 2);
}

/* 60xxxx, 68xxxx, 00xxxx, 30xxxx: shares listed in Shanghai and Shenzhen */
static bool
is_listing(const char *digits)
{
    return strncmp(digits, "60", 2) == 0 || strncmp(digits, "68", 2) == 0 ||
           strncmp(digits, "00", 2) == 0 || strncmp(digits, "30", 2) == 0;
}

/* (603388), 002594.SZ, 13800138000 */
static bool
is_code_number(const ClReader *r, const ClPhrase *p)
{
    const size_t s = p->n.start, e = p->n.end;
    if (p->n.flags & CL_NUMERAL_DECIMAL || p->n.scale)
        return false;
    if (cl_reader_byte(r, e) == '.' && cl_reader_letter(r, e + 1) &&
        p->n.digits >= 4)
        return true;
    if (p->n.digits == 6 && s > 0 && r->text[s - 1] == '(' &&
        cl_reader_byte(r, e) == ')')
        return true;
    if (p->n.digits == 6 && e - s == 6 && is_listing(r->text + s) &&
        e < r->length && strchr(",.)", r->text[e]) && s > 0)
        return true;
    return p->n.digits == 11 && e - s == 11 && r->text[s] == '1' &&
           r->text[s + 1] >= '3';
}

/* 1、, 2. and 3) in front of text open a list item. */
CL_SELDOM static bool
is_list_number(const ClReader *r, const ClPhrase *p)
{
    const size_t s = p->n.start, e = p->n.end;
    if (e - s > 6 || p->n.digits > 2 || cl_reader_letter(r, s))
        return false;
    const bool opens = s == 0 || strchr("\n(", r->text[s - 1]);
    if (cl_reader_word(r, e, "、")) {
        const int role = cl_reader_char(r, e + 3) / 16;
        return (opens || strchr(":;", r->text[s - 1])) && e + 3 < r->length &&
               !cl_reader_digit(r, e + 3) &&
               (role == CL_CHAR_NONE || role == CL_CHAR_OPENER);
    }
    if (!opens)
        return false;
    const char mark = cl_reader_byte(r, e);
    if (mark == '.')
        return cl_byte_is_chinese(cl_reader_byte(r, e + 1)) ||
               (cl_reader_byte(r, e + 1) == ' ' && e + 2 < r->length);
    return mark == ')' && e + 1 < r->length;
}

/* 2 pm, 2.17pm, 18时30分, 20点 */
static bool
is_time_of_day(const ClReader *r, const ClPhrase *p)
{
    const size_t at = cl_reader_gap(r, p->n.end);
    const size_t word = cl_reader_match(r, CL_WORDS_TIMES_OF_DAY, at, NULL);
    if (word == 0 || cl_reader_letter(r, at + word) || p->n.digits > 2 ||
        p->before || p->currency ||
        cl_number_compare(p->n.value, cl_number_make(24, 0)) > 0)
        return false;
    return p->n.place == 0 || p->n.place == -2;
}

/* 15Ultra, 55b6: letters follow that are no unit, or one inside a word. */
static bool
has_letters_behind(const ClReader *r, const ClPhrase *p)
{
    if (p->unit && p->end <= p->n.end + 2 && cl_reader_letter(r, p->n.end) &&
        p->end < r->length && g_ascii_isalnum(r->text[p->end]))
        return true;
    return p->n.flags & CL_NUMERAL_ARABIC && !p->unit &&
           cl_reader_letter(r, p->n.end) &&
           g_ascii_isalnum(r->text[p->n.end - 1]);
}

/* ---- Dates ------------------------------------------------------------- */

static bool
may_be_year(ClNumber value)
{
    return cl_number_compare(value, cl_number_make(1900, 0)) >= 0 &&
           cl_number_compare(value, cl_number_make(2100, 0)) <= 0;
}

/* 2025年, 二〇二五年, 5月, 30日: dates, not lengths of time. */
static bool
is_date(const ClReader *r, const ClPhrase *p)
{
    const ClVocabulary *v = r->vocabulary;
    const size_t e = p->n.end;
    if (!p->unit) /* 10月上旬, 7-8号 */
        return cl_reader_match(r, CL_WORDS_DATES, e, NULL) > 0;
    if (p->unit == v->year)
        return p->n.flags & CL_NUMERAL_STRING ||
               (p->n.digits == 4 && may_be_year(p->n.value) &&
                !(p->n.flags & CL_NUMERAL_DECIMAL));
    if (p->unit == v->month)
        return cl_reader_word(r, e, "月") > 0;
    if (p->unit == v->quarter && !p->before)
        return cl_reader_word(r, e, "季") > 0;
    if (p->unit == v->day && cl_reader_word(r, e, "日"))
        return !p->before && !p->after;
    return false;
}

/* in 2009, since 2018: years of English text. */
static bool
is_english_year(const ClReader *r, const ClPhrase *p)
{
    static const char *const words[] = {
        "in ",   "since ",  "by ",     "from ",  "until ",  "during ",
        "year ", "of ",     "before ", "after ", "late ",   "early ",
        "mid-",  "fiscal ", "and ",    "to ",    "between "};
    const size_t s = p->n.start;
    if (p->n.digits != 4 || p->n.end - s != 4 || !is_plain(p) ||
        (r->text[s] != '1' && r->text[s] != '2'))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t length = strlen(words[i]);
        if (s >= length &&
            g_ascii_strncasecmp(r->text + s - length, words[i], length) == 0)
            return true;
    }
    return false;
}

/* ---- Chinese ----------------------------------------------------------- */

/* 一个, 一家, a model: articles in running text. */
static bool
is_article(const ClReader *r, const ClPhrase *p)
{
    const ClUnit *unit = cl_vocabulary_unit(r->vocabulary, p->unit);
    const bool whole = p->start == 0 && p->end == r->length;
    if ((!(unit->flags & CL_UNIT_ARTICLE) && unit->kind != CL_KIND_COUNT) ||
        p->before || p->after || p->ranged || p->n.hedge || whole)
        return false;
    return p->n.flags & CL_NUMERAL_LONE && p->n.end - p->n.start == 3 &&
           cl_number_equal(p->n.value, cl_number_make(1, 0));
}

/* 千亿研发投入: hundreds of millions by the hundred are never a figure of
   speech, as 百万 and 千万 are. */
static bool
is_sum(const ClReader *r, const ClPhrase *p)
{
    return p->n.end - p->n.start == 6 &&
           cl_reader_word(r, p->n.start + 3, "亿") != 0;
}

/* A character alone needs a unit, or marks on both sides. */
static bool
is_lone(const ClReader *r, const ClPhrase *p)
{
    const ClVocabulary *v = r->vocabulary;
    const unsigned weak = CL_NUMERAL_LONE | CL_NUMERAL_PAIR |
                          CL_NUMERAL_STRING | CL_NUMERAL_BARE |
                          CL_NUMERAL_FORMAL;
    if (!(p->n.flags & CL_NUMERAL_CHINESE) || !(p->n.flags & weak))
        return false;
    if (p->n.flags & CL_NUMERAL_FORMAL)
        return p->unit ? p->unit != v->yuan && p->unit != v->jiao &&
                             p->unit != v->fen
                       : !is_whole_text(r, p);
    if (p->unit || p->before || p->currency || p->after || p->ranged)
        return false;
    if (p->n.flags & CL_NUMERAL_BARE)
        return !is_sum(r, p) &&
               (p->n.end - p->n.start <= 3 || !is_whole_text(r, p));
    if (p->n.flags & CL_NUMERAL_STRING)
        return !(begins_here(r, p->start) && ends_here(r, p->end));
    if (p->negative)
        return false;
    return !(begins_here(r, p->start) &&
             (ends_here(r, p->end) || cl_reader_word(r, p->end, "不") ||
              cl_reader_word(r, p->end, "而") ||
              cl_reader_word(r, p->end, "这")));
}

/* 百年, 万家, 千里: a bare scale counts only with money, a hedge or a class. */
static bool
is_figurative(const ClReader *r, const ClPhrase *p)
{
    if (!(p->n.flags & CL_NUMERAL_BARE) || p->before || p->after ||
        p->currency || p->ranged || p->n.hedge)
        return false;
    const bool single = p->n.end - p->n.start == 3;
    return single && p->unit && p->n.flags & CL_NUMERAL_CHINESE &&
           !is_whole_text(r, p) &&
           cl_vocabulary_unit(r->vocabulary, p->unit)->kind != CL_KIND_CURRENCY;
}

/* ---- English ----------------------------------------------------------- */

/* "a year earlier", "$98 a share": an article before a unit counts one only
 * behind certain words. */
static bool
is_english_article(const ClReader *r, const ClPhrase *p)
{
    int meaning;
    if (!(p->n.flags & CL_NUMERAL_ARTICLE) || p->n.scale ||
        p->n.end != p->n.start + 1 + (cl_reader_byte(r, p->n.start + 1) == 'n'))
        return false;
    if (p->start < p->n.start)
        return false;
    if (p->start == 0)
        return p->end < r->length &&
               cl_number_equal(p->n.value, cl_number_make(1, 0));
    const size_t gap = r->text[p->start - 1] == ' ' ? p->start - 1 : p->start;
    if (gap > 0 && strchr(",.;:", r->text[gap - 1]))
        return false;
    return cl_reader_match_before(r, CL_WORDS_ARTICLES, gap, r->floor,
                                  &meaning) == 0;
}

/* the one, no one: a pronoun */
static bool
is_pronoun(const ClReader *r, const ClPhrase *p)
{
    int meaning;
    const size_t s = p->n.start;
    return p->n.flags & CL_NUMERAL_ENGLISH && p->n.end - s == 3 && s > 1 &&
           !p->unit && is_plain(p) && r->text[s - 1] == ' ' &&
           cl_number_equal(p->n.value, cl_number_make(1, 0)) &&
           cl_reader_match_before(r, CL_WORDS_PRONOUNS, s - 1, 0, &meaning) > 0;
}

/* One, a name among Chinese words */
static bool
is_foreign_word(const ClReader *r, const ClPhrase *p)
{
    if (!(p->n.flags & CL_NUMERAL_ENGLISH) || !is_plain(p))
        return false;
    return cl_byte_is_chinese(cl_reader_byte(r, p->end)) ||
           (p->start > 0 && (unsigned char)r->text[p->start - 1] >= 0x80);
}

/* Boeing 777F: one letter right behind is no unit after a name. */
static bool
has_letter_unit(const ClReader *r, const ClPhrase *p)
{
    return p->end == p->n.end + 1 && cl_reader_letter(r, p->n.end);
}

/* ---- All of them ------------------------------------------------------- */

CL_SELDOM static bool
is_no_word_of_number(const ClReader *r, const ClPhrase *p)
{
    return is_article(r, p) || is_lone(r, p) || is_figurative(r, p) ||
           is_english_article(r, p) || is_pronoun(r, p) ||
           is_foreign_word(r, p);
}

/* Digits without a unit. */
CL_SELDOM static bool
is_no_plain_number(const ClReader *r, const ClPhrase *p)
{
    return (is_plain(p) && has_name_before(r, p->n.start)) ||
           is_code_number(r, p) || is_english_year(r, p);
}

bool
cl_phrase_judge(const ClReader *r, const ClPhrase *p)
{
    const unsigned words = CL_NUMERAL_CHINESE | CL_NUMERAL_ENGLISH |
                           CL_NUMERAL_LONE | CL_NUMERAL_BARE |
                           CL_NUMERAL_ARTICLE;
    if (p->n.flags & CL_NUMERAL_VERSION)
        return false;
    if (p->said)
        return true;
    if (p->n.flags & CL_NUMERAL_ARABIC) {
        if (has_letters_behind(r, p) || is_time_of_day(r, p) ||
            is_in_code(r, p))
            return false;
        if (has_letter_unit(r, p) && has_name_before(r, p->n.start))
            return false;
        if (!p->unit && !p->ranged && is_no_plain_number(r, p))
            return false;
    }
    if (!p->unit && is_list_number(r, p))
        return false;
    if (is_date(r, p))
        return false;
    return !(p->n.flags & words) || !is_no_word_of_number(r, p);
}
