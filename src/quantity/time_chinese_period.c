/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Chinese phrases become periods: years with their parts, ranges of both
 * (2021-2025年, 1至9月, 10月15日~18日), and days and months told from today.
 * The longest reading of a phrase is given.
 */
#include "quantity/time_chinese.h"

/** A year, a part, or both, as they stand side by side. */
typedef struct {
    bool has_year, has_part;
    ClTimeYear year;
    ClTimePart part;
} Point;

static const char *const range_words[] = {"-", "~", "至", "到", "、", NULL};

static size_t
read_separator(const ClTimeText *t, size_t at)
{
    return cl_time_any_word(t, at, range_words);
}

/* ---- Parts and their ranges -------------------------------------------- */

static bool
join_parts(ClTimePart a, ClTimePart b, ClTimePart *out)
{
    *out = a;
    out->to_month = b.to_month;
    out->to_day = b.to_day;
    const int from = a.from_month * 100 + a.from_day;
    const int to = b.to_month * 100 + (b.to_day ? b.to_day : 99);
    out->years = to < from;
    out->month_name = a.month_name && b.month_name;
    return a.from_month != b.from_month || a.from_day < b.to_day;
}

/** The bare number of 1-9月, 一至三季度, ready to take its end's unit. */
static size_t
read_short_part(const ClTimeText *t, size_t at, ClTimePart *out)
{
    ClTimeInteger number;
    ClTimePart last;
    const size_t digits = cl_time_integer(t, at, &number);
    const size_t second = digits ? read_separator(t, digits) : 0;
    const size_t end =
        second ? cl_time_chinese_part(t, second, false, &last) : 0;
    if (!end || number.width > 2 || number.value < 1)
        return 0;
    const int months =
        last.month_name ? 1 : last.to_month - last.from_month + 1;
    const int from = number.value * months - months + 1;
    /* 、 lists, and only neighbours make a period: 7、8月 */
    const bool listed = cl_time_word(t, digits, "、") != 0;
    if (last.from_month <= from || (months != 1 && months != 3) ||
        (listed && last.from_month != from + months))
        return 0;
    *out = last;
    out->from_month = from;
    out->from_day = 0;
    return last.from_day ? 0 : end;
}

/** 10月15-18日, 10月15日至18日: the second day is of the same month. */
static size_t
read_short_day(const ClTimeText *t, size_t at, ClTimePart *part)
{
    int day = 0;
    const size_t second = read_separator(t, at);
    const size_t end = second ? cl_time_chinese_day(t, second, &day) : 0;
    if (!end || part->from_day == 0 || day <= part->from_day)
        return 0;
    if (cl_time_word(t, at, "、") && day != part->from_day + 1)
        return 0;
    part->to_day = day;
    return end;
}

/** The first day of 10月15-18日, which the reader of months left. */
static size_t
read_bare_day(const ClTimeText *t, size_t at, ClTimePart *part)
{
    ClTimeInteger number;
    const size_t end = cl_time_integer(t, at, &number);
    if (!end || part->from_day || part->to_day ||
        part->from_month != part->to_month || number.value < 1)
        return 0;
    ClTimePart days = *part;
    days.from_day = number.value;
    const size_t after = read_short_day(t, end, &days);
    if (after)
        *part = days;
    return after;
}

static size_t
read_parts(const ClTimeText *t, size_t at, bool in_year, ClTimePart *out)
{
    ClTimePart second, joined;
    size_t end = read_short_part(t, at, out);
    if (end)
        return end;
    end = cl_time_chinese_part(t, at, in_year, out);
    if (!end)
        return 0;
    size_t after = read_short_day(t, end, out);
    if (!after)
        after = read_bare_day(t, end, out);
    if (after)
        return after;
    size_t from = read_separator(t, end);
    if (!from || cl_time_word(t, end, "、"))
        return end;
    after = cl_time_chinese_part(t, from, in_year, &second);
    if (!after || !join_parts(*out, second, &joined))
        return end;
    *out = joined;
    return after;
}

/* ---- Points ------------------------------------------------------------ */

/** 25年10月, 24年三季度: two digits are a year if its part follows. */
static size_t
read_two_digit_year(const ClTimeText *t, size_t at, Point *out)
{
    ClTimeInteger number;
    size_t end = cl_time_is_digit(t, at) ? cl_time_integer(t, at, &number) : 0;
    if (!end || number.width != 2 || number.value < 10 || number.value > 49)
        return 0;
    end = cl_time_word(t, end, "年");
    out->year = cl_time_year_given(2000 + number.value);
    out->has_year = out->has_part = true;
    if (!end || cl_time_one_of(t, end, "初中底末尾前头"))
        return 0;
    return read_parts(t, end, true, &out->part);
}

/** 2025上半年, 2025Q3: the year's own word is left out. */
static size_t
read_bare_year(const ClTimeText *t, size_t at, Point *out)
{
    ClTimeInteger number;
    const size_t end = cl_time_integer(t, at, &number);
    if (!end || !cl_time_plausible_year(number))
        return 0;
    const size_t part = cl_time_skip(t, end, " ");
    const size_t after = cl_time_chinese_part(t, part, true, &out->part);
    out->year = cl_time_year_given(number.value);
    out->has_year = out->has_part = true;
    const bool short_part = out->part.to_month == out->part.from_month;
    return after && !short_part && !out->part.month_name ? after : 0;
}

static size_t
read_point(const ClTimeText *t, size_t at, Point *out)
{
    *out = (Point){.has_year = true};
    const size_t year = cl_time_chinese_year(t, at, &out->year);
    if (year) {
        const size_t part = read_parts(t, year, true, &out->part);
        out->has_part = part != 0;
        return part ? part : year;
    }
    size_t end = read_two_digit_year(t, at, out);
    if (!end)
        end = read_bare_year(t, at, out);
    if (end)
        return end;
    *out = (Point){.has_part = true};
    return read_parts(t, at, false, &out->part);
}

static bool
resolve(const ClTimeText *t, const Point *point, ClTimePeriod *out)
{
    if (!point->has_year)
        return cl_time_period_settle(t, point->part, out);
    const ClTimePart part =
        point->has_part ? point->part : cl_time_part_whole_year();
    return cl_time_period_in(point->year, part, out);
}

/** 上市前三个月 is three months of something else; 公司前三季度 and 公司前9个月
 *  are of the year. */
static bool
stands_alone(const ClTimeText *t, size_t at, const Point *point)
{
    if (point->has_year || point->part.settle != CL_SETTLE_END)
        return true;
    for (size_t ahead = 3; ahead <= 12; ahead++)
        if (cl_time_word(t, at + ahead, "季度"))
            return true;
    /* verbs that happen on a day, and words that end in 前 */
    return !cl_time_after_one_of(
        t, at, "市布售产世赛会战婚孕考演发动始束生业职之以目此提日天");
}

/* ---- Told from today --------------------------------------------------- */

static const struct {
    const char *word;
    char unit;
    int offset;
    const char *not_after;
} relatives[] = {
    {"昨天", 'D', -1, ""},
    {"昨日", 'D', -1, ""},
    {"昨晚", 'D', -1, ""},
    {"今天", 'D', 0, ""},
    {"今日", 'D', 0, ""},
    {"今晚", 'D', 0, ""},
    {"前天", 'D', -2, "目"},
    {"前日", 'D', -2, "目"},
    {"明天", 'D', 1, ""},
    {"明日", 'D', 1, "说"},
    {"后天", 'D', 2, "先"},
    {"本月", 'M', 0, ""},
    {"这个月", 'M', 0, ""},
    {"上月", 'M', -1, "以"},
    {"上个月", 'M', -1, ""},
    {"下月", 'M', 1, "以"},
    {"下个月", 'M', 1, ""},
    {"本季度", 'Q', 0, ""},
    {"本季", 'Q', 0, "日"},
    {"上季度", 'Q', -1, ""},
    {"上个季度", 'Q', -1, ""},
    {"上一季度", 'Q', -1, ""},
    {"上一个季度", 'Q', -1, ""},
    {"上一季", 'Q', -1, ""},
    {"上季", 'Q', -1, "以"},
    {"下季度", 'Q', 1, ""},
    {"下一季度", 'Q', 1, ""},
    {"刚过去的一季", 'Q', -1, ""},
    {"刚过去的季度", 'Q', -1, ""},
    {"刚过去的一个季度", 'Q', -1, ""},
    {"刚过去的这个季度", 'Q', -1, ""},
    {"刚过去的一年", 'Y', -1, ""},
    {"刚过去的这一年", 'Y', -1, ""},
    {"刚结束的一年", 'Y', -1, ""},
    {"刚结束的这一年", 'Y', -1, ""},
    {"刚刚过去的一年", 'Y', -1, ""},
    {"刚刚结束的一年", 'Y', -1, ""},
    {"刚刚过去的季度", 'Q', -1, ""},
    {"刚刚结束的季度", 'Q', -1, ""},
    {"刚结束的这个季度", 'Q', -1, ""},
    {"刚结束的这一季", 'Q', -1, ""},
    {"刚过去的这一季", 'Q', -1, ""},
    {"刚结束的季度", 'Q', -1, ""},
    {"刚结束的一季", 'Q', -1, ""},
};

/** 上月底, 本月15日: a part of a month whose place is known. */
static size_t
read_month_rest(const ClTimeText *t, size_t at, ClTimePeriod *period)
{
    ClTimePart part;
    const size_t end =
        cl_time_chinese_month_rest(t, at, cl_day_month(period->from), &part);
    const ClTimeYear year = {cl_day_year(period->from), period->anchor};
    return cl_time_period_in(year, part, period) ? end : at;
}

/* 上季军: 季 begins another word. */
static bool
is_other_season(const ClTimeText *t, size_t end)
{
    return cl_time_after_one_of(t, end, "季") &&
           cl_time_one_of(t, end, "军节风赛后前候");
}

static size_t
read_relative(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(relatives); i++) {
        const size_t end = cl_time_word(t, at, relatives[i].word);
        if (!end || cl_time_after_one_of(t, at, relatives[i].not_after) ||
            is_other_season(t, end))
            continue;
        *out =
            cl_time_period_relative(t, relatives[i].unit, relatives[i].offset);
        return relatives[i].unit == 'M' ? read_month_rest(t, end, out) : end;
    }
    return 0;
}

/* ---- Ranges ------------------------------------------------------------ */

static size_t
read_single(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    Point point;
    size_t end = cl_time_numeric_date(t, at, out);
    if (!end)
        end = read_relative(t, at, out);
    if (end)
        return end;
    end = read_point(t, at, &point);
    return end && stands_alone(t, at, &point) && resolve(t, &point, out) ? end
                                                                         : 0;
}

/** 2021-2025年, 2022、2023年: the first year lacks its word. */
static size_t
read_short_years(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    ClTimeInteger first;
    ClTimeYear last;
    const size_t digits = cl_time_integer(t, at, &first);
    const size_t second = digits ? read_separator(t, digits) : 0;
    if (!second || !cl_time_plausible_year(first))
        return 0;
    const size_t end = cl_time_chinese_year(t, second, &last);
    if (!end || last.anchor == CL_ANCHOR_YEAR || last.year <= first.value)
        return 0;
    if (cl_time_word(t, digits, "、") && last.year != first.value + 1)
        return 0;
    const ClTimePart all = cl_time_part_whole_year();
    ClTimePeriod a, b;
    cl_time_period_in((ClTimeYear){first.value, last.anchor}, all, &a);
    cl_time_period_in(last, all, &b);
    return cl_time_period_join(a, b, out) ? end : 0;
}

static size_t
read_until_now(const ClTimeText *t, size_t at, ClTimePeriod *period)
{
    static const char *const words[] = {"以来",   "至今", "到现在",
                                        "到今天", "迄今", NULL};
    const size_t end = cl_time_any_word(t, at, words);
    ClTimePeriod open = *period;
    /* 2025年至今年 goes on until the year. */
    if (!end || cl_time_one_of(t, end, "年日晚") ||
        !cl_time_period_until_now(t, &open))
        return 0;
    *period = open;
    return end;
}

size_t
cl_time_chinese_period(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    size_t end = read_short_years(t, at, out);
    if (end)
        return end;
    end = read_single(t, at, out);
    if (!end)
        return 0;
    size_t after = read_until_now(t, end, out);
    if (after)
        return after;
    ClTimePeriod second, joined;
    /* 2022年、2023年 are two periods, each with a figure of its own. */
    const size_t from = cl_time_word(t, end, "、") ? 0 : read_separator(t, end);
    after = from ? read_single(t, from, &second) : 0;
    if (!after || !cl_time_period_join(*out, second, &joined))
        return end;
    *out = joined;
    return after;
}
