/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Chinese lengths become windows: 18小时, 一个半小时, 过去5年, 首日.  A number
 * that only looks like one (7分04秒957, 第三天, 5年级) gives nothing.
 */
#include "quantity/time_parts.h"

/* What must not follow: 3年级, 5年报, 2天猫, 10周年, 3秒杀. */
static const struct {
    const char *word;
    ClLengthUnit unit;
    const char *not_before;
} unit_words[] = {
    {"年", CL_LENGTH_YEAR, "代级款份货薪终报龄轻度画糕产化检费审息租"},
    {"个月", CL_LENGTH_MONTH, ""},
    {"个季度", CL_LENGTH_QUARTER, ""},
    {"个星期", CL_LENGTH_WEEK, ""},
    {"星期", CL_LENGTH_WEEK, "一二三四五六日天"},
    {"个礼拜", CL_LENGTH_WEEK, ""},
    {"周", CL_LENGTH_WEEK, "年岁末边围一二三四五六日"},
    {"天", CL_LENGTH_DAY, "猫津际然"},
    {"个工作日", CL_LENGTH_DAY, ""},
    {"个小时", CL_LENGTH_HOUR, ""},
    {"小时", CL_LENGTH_HOUR, ""},
    {"个钟头", CL_LENGTH_HOUR, ""},
    {"分钟", CL_LENGTH_MINUTE, ""},
    {"秒钟", CL_LENGTH_SECOND, ""},
    {"秒", CL_LENGTH_SECOND, "杀懂针"},
};

/* 首销20天 starts at 20; 近 before hours is nearly, not the last. */
static const struct {
    const char *word;
    int direction;
    bool days_only;
    bool one_if_bare; /* 首日, 首小时 */
    const char *not_after;
} prefixes[] = {
    {"过去", -1, false, false, ""},    {"最近", -1, false, false, ""},
    {"近", -1, true, false, "将接附"}, {"未来", 1, false, false, ""},
    {"今后", 1, false, false, ""},     {"前", 0, false, false, "之以提"},
    {"头", 0, false, false, ""},       {"首个", 0, false, true, ""},
    {"首", 0, false, true, "元榜"},
};

static size_t
read_unit(const ClTimeText *t, size_t at, ClLengthUnit *unit)
{
    for (size_t i = 0; i < G_N_ELEMENTS(unit_words); i++) {
        const size_t end = cl_time_word(t, at, unit_words[i].word);
        if (!end || cl_time_one_of(t, end, unit_words[i].not_before))
            continue;
        *unit = unit_words[i].unit;
        return end;
    }
    return 0;
}

/** 个半小时 after 一: the half stands inside the unit. */
static size_t
read_half_inside(const ClTimeText *t, size_t at, ClLengthUnit *unit)
{
    const size_t half = cl_time_word(t, at, "个半");
    if (!half)
        return 0;
    const size_t month = cl_time_word(t, half, "月");
    *unit = CL_LENGTH_MONTH;
    return month ? month : read_unit(t, half, unit);
}

/** 两年半, 三天半, but not 两年半价: 半 must end the phrase. */
static size_t
read_half_after(const ClTimeText *t, size_t at)
{
    const size_t half = cl_time_word(t, at, "半");
    return half && !cl_time_one_of(t, half, "价数导年小天个") ? half : 0;
}

/** 半年, 半小时, 半个月: a half of one. */
static size_t
read_half(const ClTimeText *t, size_t at, ClLength *length, ClLengthUnit *unit)
{
    const size_t half = cl_time_word(t, at, "半");
    if (!half || cl_time_after_one_of(t, at, "上下大小多前后") ||
        cl_time_is_numeral(t, at - MIN(at, 3)))
        return 0;
    size_t end = read_unit(t, half, unit);
    const size_t month = cl_time_word(t, half, "月");
    if (month && !cl_time_one_of(t, month, "谈板")) {
        end = month;
        *unit = CL_LENGTH_MONTH;
    }
    return end && cl_length_add_half(length, *unit) ? end : 0;
}

/** 1小时30分, 7分04秒: 分 counts minutes only beside another unit. */
static size_t
read_minutes(const ClTimeText *t, size_t at, bool after_hours)
{
    const size_t end = cl_time_word(t, at, "分");
    if (!end || cl_time_one_of(t, end, "之"))
        return 0;
    ClTimeInteger seconds;
    const size_t more = cl_time_integer(t, end, &seconds);
    const bool clock = more && cl_time_word(t, more, "秒");
    return after_hours || clock ? end : 0;
}

static size_t
read_counted(const ClTimeText *t,
             size_t at,
             bool after_hours,
             ClLength *length,
             ClLengthUnit *unit)
{
    ClTimeCount count;
    const size_t number = cl_time_count(t, at, &count);
    if (!number)
        return 0;
    size_t end = read_half_inside(t, number, unit);
    if (end)
        return cl_length_add(length, count, *unit) &&
                       cl_length_add_half(length, *unit)
                   ? end
                   : 0;
    end = read_unit(t, number, unit);
    if (!end && (end = read_minutes(t, number, after_hours)))
        *unit = CL_LENGTH_MINUTE;
    const size_t within = cl_time_word(t, number, "日");
    /* 20日 is a day of a month, 20日内 a length. */
    if (!end && within && cl_time_one_of(t, within, "内")) {
        *unit = CL_LENGTH_DAY;
        end = within;
    }
    /* 1000年 is neither a year nor a length that news mean. */
    if (!end ||
        (*unit == CL_LENGTH_YEAR && count.digits >= 1000 && !count.scale))
        return 0;
    if (!cl_length_add(length, count, *unit))
        return 0;
    const size_t half = read_half_after(t, end);
    return half && cl_length_add_half(length, *unit) ? half : end;
}

/** 1小时30分钟: smaller units go on, up to three. */
static size_t
read_chain(const ClTimeText *t,
           size_t at,
           ClLength *length,
           ClLengthUnit *first)
{
    size_t end = read_half(t, at, length, first);
    if (end)
        return end;
    end = read_counted(t, at, false, length, first);
    ClLengthUnit last = *first;
    for (int i = 0; end && i < 2; i++) {
        ClLengthUnit unit = last;
        ClLength more = *length;
        const size_t next = cl_time_skip(t, end, " ");
        const size_t after =
            read_counted(t, next, last == CL_LENGTH_HOUR, &more, &unit);
        if (!after || unit <= last)
            break;
        *length = more;
        last = unit;
        end = after;
    }
    /* 7分04秒957 is a lap, told to the thousandth. */
    return end && last == CL_LENGTH_SECOND && cl_time_is_digit(t, end) ? 0
                                                                       : end;
}

/** False at the number of 第三天, 3-5年, 7×24小时, 有一天. */
static bool
may_start(const ClTimeText *t, size_t at)
{
    if (cl_time_after_one_of(t, at, "第×*·/几数上好成点"))
        return false;
    const bool separated = cl_time_after_one_of(t, at, "-~、至到");
    const size_t size = cl_time_after_one_of(t, at, "-~") ? 1 : 3;
    if (separated && at > size &&
        (cl_time_is_digit(t, at - size - 1) ||
         (at >= size + 3 && cl_time_is_numeral(t, at - size - 3))))
        return false;
    return !(cl_time_word(t, at, "一") &&
             cl_time_after_one_of(t, at, "有某这那同每新另哪之"));
}

/** 首日, 首月, 首小时: one unit without its number. */
static size_t
read_bare_unit(const ClTimeText *t, size_t at, ClLength *length)
{
    static const struct {
        const char *word;
        ClLengthUnit unit;
    } words[] = {
        {"日", CL_LENGTH_DAY},      {"天", CL_LENGTH_DAY},
        {"周", CL_LENGTH_WEEK},     {"月", CL_LENGTH_MONTH},
        {"年", CL_LENGTH_YEAR},     {"小时", CL_LENGTH_HOUR},
        {"个小时", CL_LENGTH_HOUR}, {"个月", CL_LENGTH_MONTH},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t end = cl_time_word(t, at, words[i].word);
        if (end)
            return cl_length_add(length, (ClTimeCount){1, 0}, words[i].unit)
                       ? end
                       : 0;
    }
    return 0;
}

static size_t
skip_within(const ClTimeText *t, size_t at)
{
    static const char *const words[] = {"之内", "以内", "内", NULL};
    const size_t end = cl_time_any_word(t, at, words);
    return end ? end : at;
}

static size_t
read_prefixed(const ClTimeText *t, size_t at, ClTime *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        const size_t start = cl_time_word(t, at, prefixes[i].word);
        if (!start || cl_time_after_one_of(t, at, prefixes[i].not_after))
            continue;
        ClLength length = {0};
        ClLengthUnit unit = CL_LENGTH_DAY;
        size_t end = read_chain(t, start, &length, &unit);
        if (!end && prefixes[i].one_if_bare)
            end = read_bare_unit(t, start, &length);
        if (!end || (prefixes[i].days_only && unit >= CL_LENGTH_HOUR &&
                     unit <= CL_LENGTH_SECOND))
            continue;
        cl_length_write(&length, out);
        cl_length_place(t, &length, prefixes[i].direction, out);
        return skip_within(t, end);
    }
    return 0;
}

/** 三年前 names a year; 三年前后 does not. */
static size_t
read_ago(const ClTimeText *t, size_t at, const ClLength *length, ClTime *out)
{
    const size_t end = cl_time_word(t, at, "前");
    if (!end || cl_time_one_of(t, end, "后三四两1234567890"))
        return 0;
    return cl_length_ago(t, length, out) ? end : 0;
}

/** 三四年前: from four years back to three. */
static size_t
read_few_ago(const ClTimeText *t, size_t at, ClTime *out)
{
    ClTimeInteger number;
    const size_t end = cl_time_integer(t, at, &number);
    const size_t after = end ? cl_time_word(t, end, "年前") : 0;
    const int64_t near = number.value / 10, far = number.value % 10;
    if (!after || number.width != 2 || far != near + 1)
        return 0;
    ClLength lengths[2] = {0};
    ClTime until;
    if (!cl_length_add(&lengths[0], (ClTimeCount){far, 0}, CL_LENGTH_YEAR) ||
        !cl_length_add(&lengths[1], (ClTimeCount){near, 0}, CL_LENGTH_YEAR) ||
        !cl_length_ago(t, &lengths[0], out) ||
        !cl_length_ago(t, &lengths[1], &until))
        return 0;
    char from[sizeof out->iso];
    g_strlcpy(from, out->iso, sizeof from);
    g_snprintf(out->iso, sizeof out->iso, "%.14s/%.14s", from, until.iso);
    out->to = until.to;
    return after;
}

size_t
cl_time_chinese_window(const ClTimeText *t, size_t at, ClTime *out)
{
    const size_t prefixed = read_prefixed(t, at, out);
    if (prefixed || !may_start(t, at))
        return prefixed;
    const size_t few = read_few_ago(t, at, out);
    if (few)
        return few;
    ClLength length = {0};
    ClLengthUnit unit;
    const size_t end = read_chain(t, at, &length, &unit);
    if (!end)
        return 0;
    const size_t ago = read_ago(t, end, &length, out);
    if (ago)
        return ago;
    cl_length_write(&length, out);
    return skip_within(t, end);
}
