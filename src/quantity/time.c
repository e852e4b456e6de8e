/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Folded text becomes the dates, periods and lengths in it.  At each place
 * where one may start the readers are asked and the longest reading is taken,
 * so results never overlap; every reader looks a bounded way around, so the
 * whole is linear.
 */
#include "quantity/time_report.h"
#include "quantity/time_start.h"

#include <string.h>

/* ---- As of ------------------------------------------------------------- */

/* 到 and 至 belong to a verb before them more often than not: 达到, 推迟到. */
#define VERBS_BEFORE_TO                                                        \
    "达得看受遇签想提谈听感找拿推迟前长期升降增回甚以乃减涨跌做放拉说轮换移讲聊延摊"

static const char *const until_prefixes[] = {
    "截至到", "截止到", "截止至", "截至", "截止",
    "直至",   "直到",   "到",     "至",   NULL};
static const char *const until_now[] = {"目前", "现在", "如今", "今天", "今日",
                                        "发稿", "当前", "今",   NULL};
static const char *const now_words[] = {"迄今为止", "迄今", "至今", "现在",
                                        "如今",     "目前", "眼下", NULL};
static const char *const english_prefixes[] = {
    "as of ", "as at ", "by ", "until ", "till ", "up to ", "through ", NULL};
static const char *const english_now[] = {"to date",   "until now", "so far",
                                          "as of now", "currently", "nowadays",
                                          NULL};

/** The words of 为止, which a phrase with 到 may end with. */
static size_t
skip_end_word(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {"为止", "止", NULL};
    const size_t end = cl_time_any_word(t, at, words);
    return end ? end : at;
}

static void
write_as_of(const ClTimePeriod *period, ClTime *out)
{
    /* 截至8月, 截至8月底 and 截至8月31日 are one state: its day says which. */
    ClTimePeriod last = *period;
    if (last.anchor != CL_ANCHOR_FISCAL)
        last.from = last.to;
    cl_time_period_write(&last, out);
    out->kind = CL_TIME_AS_OF;
    out->from = 0;
}

static size_t
read_now(const ClTimeText *t, size_t at, ClTime *out)
{
    size_t end = cl_time_any_word(t, at, now_words);
    if (!end && !cl_time_after_one_of(t, at, "-"))
        end = cl_time_any_term(t, at, english_now);
    /* 至今年 names the year, 至今后 nothing. */
    if (!end || cl_time_one_of(t, end, "年后日天晚"))
        return 0;
    if (cl_time_word(t, at, "至") && cl_time_after_one_of(t, at, "甚"))
        return 0;
    const ClTimePeriod today = cl_time_period_relative(t, 'D', 0);
    write_as_of(&today, out);
    return end;
}

static size_t
read_chinese_as_of(const ClTimeText *t, size_t at, ClTime *out)
{
    const size_t start = cl_time_any_word(t, at, until_prefixes);
    const bool short_prefix = start && start - at == 3;
    if (!start ||
        (short_prefix && cl_time_after_one_of(t, at, VERBS_BEFORE_TO)))
        return 0;
    ClTimePeriod period = cl_time_period_relative(t, 'D', 0);
    size_t end = cl_time_chinese_period(t, start, &period);
    if (!end) {
        end = cl_time_any_word(t, start, until_now);
        if (!end || cl_time_one_of(t, end, "年后"))
            return 0;
    }
    const size_t after = skip_end_word(t, end);
    /* 截至3月底止年度, 截至3月底的会计年度 */
    const bool ended = after > end || cl_time_word(t, after, "的");
    const size_t whole = ended ? cl_time_chinese_ended(t, after, &period) : 0;
    /* 季度截至9月底 */
    if (whole || cl_time_behind_quarter(t, at, &period))
        cl_time_period_write(&period, out);
    else
        write_as_of(&period, out);
    return whole ? whole : after;
}

static size_t
read_english_as_of(const ClTimeText *t, size_t at, ClTime *out)
{
    const size_t word = cl_time_any_word(t, at, english_prefixes);
    if (!word)
        return 0;
    const size_t the = cl_time_lead(t, word, "the");
    ClTimePeriod period;
    size_t end = cl_time_english_period(t, word, true, &period);
    if (!end && the)
        end = cl_time_english_period(t, the, true, &period);
    if (!end && !(end = cl_time_numeric_date(t, word, &period)))
        return 0;
    write_as_of(&period, out);
    return end;
}

/* ---- All readers ------------------------------------------------------- */

static size_t
read_chinese_period(const ClTimeText *t, size_t at, ClTime *out)
{
    ClTimePeriod period;
    const size_t fiscal = cl_time_fiscal_quarter(t, at, out);
    if (fiscal)
        return fiscal;
    const size_t end = cl_time_chinese_period(t, at, &period);
    size_t whole = end ? cl_time_month_quarter(t, end, &period) : 0;
    /* 3月底止的一季 */
    const size_t until = end ? skip_end_word(t, end) : 0;
    if (!whole && until > end)
        whole = cl_time_chinese_ended(t, until, &period);
    if (end)
        cl_time_period_write(&period, out);
    return whole ? whole : end;
}

static size_t
read_english_period(const ClTimeText *t, size_t at, ClTime *out)
{
    ClTimePeriod period;
    const size_t fiscal = cl_time_fiscal_quarter(t, at, out);
    if (fiscal)
        return fiscal;
    size_t end = cl_time_english_ended(t, at, &period);
    if (!end)
        end = cl_time_english_period(t, at, false, &period);
    const size_t quarter = end ? cl_time_month_quarter(t, end, &period) : 0;
    if (end)
        cl_time_period_write(&period, out);
    return quarter ? quarter : end;
}

enum { READERS = 4 }; /* in the order of their bits */

static ClTimeReader *const chinese_readers[READERS] = {
    read_now, read_chinese_as_of, read_chinese_period, cl_time_chinese_window};
static ClTimeReader *const english_readers[READERS] = {
    read_now, read_english_as_of, read_english_period, cl_time_english_window};

/* The words of time are closed classes, kept with their readers. */
void
cl_vocabulary_load_times(ClVocabulary *v)
{
    for (unsigned i = 0; i < READERS; i++) {
        cl_time_learn(v, chinese_readers[i], 1u << i);
        cl_time_learn(v, english_readers[i], 1u << i);
    }
}

static size_t
read_longest(const ClTimeText *t,
             size_t at,
             ClTimeReader *const *readers,
             unsigned asked,
             size_t end,
             ClTime *out)
{
    for (size_t i = 0; i < READERS; i++) {
        if (!(asked >> i & 1))
            continue;
        ClTime time = {.seconds = cl_number_make(0, 0)};
        const size_t after = readers[i](t, at, &time);
        if (after <= end)
            continue;
        time.span = (ClSpan){at, after};
        *out = time;
        end = after;
    }
    return end;
}

/** True at the digits after a decimal point or a thousands comma. */
static bool
goes_on_number(const ClTimeText *t, size_t at)
{
    if (at < 2 || !cl_time_is_digit(t, at - 2))
        return false;
    const bool group = cl_time_is_digit(t, at + 1) &&
                       cl_time_is_digit(t, at + 2) &&
                       !cl_time_is_digit(t, at + 3);
    return t->text[at - 1] == '.' || (t->text[at - 1] == ',' && group);
}

/* True behind a name that ends in digits: in M9一小时 the 9 is none of ours. */
static bool
ends_name(const ClTimeText *t, size_t at)
{
    enum { LONGEST_NAME = 8 };
    const size_t first = at > LONGEST_NAME ? at - LONGEST_NAME : 0;
    while (at > first && cl_time_is_digit(t, at - 1))
        at--;
    return at > first && cl_time_is_letter(t, at - 1);
}

/** False inside a word or number: SU7 and 3.2025 hold no year. */
static bool
may_start(const ClTimeText *t, size_t at)
{
    const unsigned char c = (unsigned char)t->text[at];
    if ((c & 0xC0) == 0x80 || (c < 0x80 && !g_ascii_isalnum(c)))
        return false;
    if (at == 0)
        return true;
    if (c < 0x80 &&
        (cl_time_is_letter(t, at - 1) || cl_time_is_digit(t, at - 1)))
        return false;
    const bool number = g_ascii_isdigit(c);
    if (number && goes_on_number(t, at))
        return false;
    const bool numeral = cl_time_is_numeral(t, at);
    if (numeral && cl_time_is_digit(t, at - 1) && !ends_name(t, at))
        return false;
    return !(numeral || number) || at < 3 || !cl_time_is_numeral(t, at - 3);
}

static size_t
read_at(const ClTimeText *t, size_t at, ClTime *out)
{
    const unsigned readers = cl_time_readers(t, at);
    if (!readers || !may_start(t, at))
        return 0;
    const bool ascii = !(t->text[at] & 0x80);
    size_t end = 0;
    if (!ascii || g_ascii_isdigit(t->text[at]))
        end = read_longest(t, at, chinese_readers, readers, end, out);
    if (ascii)
        end = read_longest(t, at, english_readers, readers, end, out);
    return end;
}

/** The next place after one where nothing was read: words are left whole. */
static size_t
skip_place(const ClTimeText *t, size_t at)
{
    const bool word = g_ascii_isalnum(t->text[at++]);
    while (at < t->length &&
           (word ? g_ascii_isalnum(t->text[at]) : (t->text[at] & 0xC0) == 0x80))
        at++;
    return at;
}

/* ---- Years left out ------------------------------------------------------------ */

static bool
has_year(const ClTimeText *t, ClSpan span)
{
    unsigned digits = 0;
    for (size_t at = span.start; at < span.end && digits < 4; at++)
        digits = cl_time_is_digit(t, at) ? digits + 1 : 0;
    return digits == 4;
}

/* 较2024年第一季度: what something is compared with dates nothing else. */
static bool
is_compared(const ClTimeText *t, const ClTime *time)
{
    static const char *const words[] = {"较",    "比",    "与",       "从",
                                        "than ", "from ", "against ", "over "};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t length = strlen(words[i]);
        if (time->span.start >= length &&
            memcmp(t->text + time->span.start - length, words[i], length) == 0)
            return true;
    }
    return false;
}

static int
months_of(const ClTime *time)
{
    return time->from && time->to
               ? (time->to / 10000 - time->from / 10000) * 12 +
                     time->to / 100 % 100 - time->from / 100 % 100 + 1
               : 0;
}

/* 2024年第一季度240亿元，第二季度259亿元: the later part is of the same year. */
static void
inherit_year(const ClTimeText *t, const ClTime *told, ClTime *bare)
{
    const int years = bare->from / 10000 - told->from / 10000;
    if (told->kind != CL_TIME_PERIOD || bare->kind != CL_TIME_PERIOD ||
        years <= 0 || !months_of(told) || months_of(told) != months_of(bare) ||
        bare->from % 10000 <= told->from % 10000 || !has_year(t, told->span) ||
        !bare->bare || is_compared(t, told))
        return;
    cl_time_shift(bare, -12 * years);
}

static void
inherit_years(const ClTimeText *t, GArray *times)
{
    const ClTime *told = NULL;
    for (unsigned i = 0; i < times->len; i++) {
        ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind != CL_TIME_PERIOD)
            continue;
        if (told)
            inherit_year(t, told, time);
        if (has_year(t, time->span))
            told = time;
    }
}

void
cl_times_read(const ClVocabulary *vocabulary,
              const char *text,
              size_t length,
              ClDay reference,
              GArray *out)
{
    const bool known = reference && cl_day_valid(reference);
    const ClTimeText t = {
        .vocabulary = vocabulary,
        .text = text,
        .length = length,
        .reference = known ? reference : 0,
        .today = known ? reference : cl_day_make(CL_TIME_STAND_IN_YEAR, 1, 1)};
    g_array_set_size(out, 0);
    for (size_t at = 0; at < length;) {
        ClTime time;
        const size_t end = read_at(&t, at, &time);
        if (end)
            g_array_append_val(out, time);
        at = end ? end : skip_place(&t, at);
    }
    inherit_years(&t, out);
}
