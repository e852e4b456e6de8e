/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Chinese names of years and of their parts become years and parts:
 * 2025年, 去年, 三季度, 10月中旬, 前9个月.  What follows decides where one
 * character has two meanings: 2020年中 but not 2020年中国.
 */
#include "quantity/time_chinese.h"

/* 去年 is the year before, but not in 过去年均. */
static const struct {
    const char *word;
    int offset;
    const char *not_after;
} relative_years[] = {
    {"今年", 0, ""},       {"本年", 0, "基"},        {"去年", -1, "过"},
    {"上年", -1, "以早"},  {"前年", -2, "以之目年"}, {"明年", 1, "说声证表"},
    {"来年", 1, "年近历"}, {"后年", 2, "今以之最"},
};

/* What must not follow, lest the character belong to the next word. */
#define NOT_AFTER_YEAR "代款份货薪级"
#define NOT_AFTER_START "步次创期级始衷"
#define NOT_AFTER_END "盘层部价薪座气"

/** 中 ends a period only where no longer word can start: not 2020年中国. */
static bool
middle_ends(const ClTimeText *t, size_t at)
{
    return !cl_time_at_han(t, at) || cl_time_one_of(t, at, "时前后的以开就达");
}

size_t
cl_time_chinese_edge(const ClTimeText *t, size_t at, ClTimeEdge *edge)
{
    size_t end = cl_time_word(t, at, "初");
    *edge = CL_EDGE_START;
    if (end)
        return cl_time_one_of(t, end, NOT_AFTER_START) ? 0 : end;
    *edge = CL_EDGE_END;
    static const char *const ends[] = {"底", "末", "尾", NULL};
    end = cl_time_any_word(t, at, ends);
    if (end)
        return cl_time_one_of(t, end, NOT_AFTER_END) ? 0 : end;
    *edge = CL_EDGE_MIDDLE;
    end = cl_time_word(t, at, "中");
    return end && middle_ends(t, end) ? end : 0;
}

/* 超过去年 is more than last year, and not what is past. */
static bool
is_beyond(const ClTimeText *t, size_t at)
{
    static const char past[] = "过";
    const size_t length = strlen(past);
    return at >= length && cl_time_after_one_of(t, at, past) &&
           cl_time_after_one_of(t, at - length, "超高胜");
}

static size_t
read_relative_year(const ClTimeText *t, size_t at, ClTimeYear *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(relative_years); i++) {
        const size_t end = cl_time_word(t, at, relative_years[i].word);
        if (!end)
            continue;
        *out = cl_time_year_relative(t, relative_years[i].offset);
        return cl_time_after_one_of(t, at, relative_years[i].not_after) &&
                       !is_beyond(t, at)
                   ? 0
                   : end;
    }
    return 0;
}

bool
cl_time_plausible_year(ClTimeInteger number)
{
    return number.width == 4 && number.value >= CL_TIME_FIRST_YEAR &&
           number.value <= CL_TIME_LAST_YEAR;
}

static size_t
skip_year_suffix(const ClTimeText *t, size_t at)
{
    const size_t end = cl_time_word(t, at, "度");
    if (end && !cl_time_one_of(t, end, "假过"))
        return end;
    /* 今年年底: the edge follows */
    const size_t again = cl_time_word(t, at, "年");
    return again && cl_time_one_of(t, again, "底末初中尾") ? again : at;
}

static const char *const fiscal_words[] = {"财年", "财政年度", "会计年度",
                                           NULL};

static size_t
read_number_year(const ClTimeText *t, size_t at, ClTimeYear *out)
{
    ClTimeInteger number;
    const size_t digits = cl_time_integer(t, at, &number);
    if (!digits || !cl_time_plausible_year(number))
        return 0;
    *out = cl_time_year_given(number.value);
    size_t end = cl_time_any_word(t, digits, fiscal_words);
    /* 2024/25财年 ends in 2025 */
    const size_t second = cl_time_second_year(t, digits, number.value);
    if (second && (end = cl_time_any_word(t, second, fiscal_words)))
        out->year++;
    if (end) {
        out->anchor = CL_ANCHOR_FISCAL;
        return end;
    }
    end = cl_time_word(t, digits, "年");
    /* 2024年份 is a vintage, 2024年份额 a share */
    const bool share = end && cl_time_word(t, end, "份额");
    return end && (share || !cl_time_one_of(t, end, NOT_AFTER_YEAR)) ? end : 0;
}

size_t
cl_time_chinese_year(const ClTimeText *t, size_t at, ClTimeYear *out)
{
    size_t end = read_relative_year(t, at, out);
    if (!end)
        end = read_number_year(t, at, out);
    /* 去年同期 is the same part of another year, and which is not said. */
    if (!end || cl_time_word(t, end, "同期"))
        return 0;
    return skip_year_suffix(t, end);
}

/* ---- Months ------------------------------------------------------------ */

static size_t
read_small(const ClTimeText *t, size_t at, int most, int *value)
{
    ClTimeInteger number;
    const size_t end = cl_time_integer(t, at, &number);
    *value = end ? number.value : 0;
    /* A run of Chinese digits is no month: 一二月 */
    if (!end || number.width > 2 || (number.chinese && number.width > 1))
        return 0;
    return *value >= 1 && *value <= most ? end : 0;
}

size_t
cl_time_chinese_day(const ClTimeText *t, size_t at, int *day)
{
    static const char *const words[] = {"日", "号", NULL};
    const size_t number = read_small(t, at, 31, day);
    const size_t end = number ? cl_time_any_word(t, number, words) : 0;
    return end && !cl_time_one_of(t, end, "线楼机") ? end : 0;
}

size_t
cl_time_chinese_month_rest(const ClTimeText *t,
                           size_t at,
                           int month,
                           ClTimePart *out)
{
    static const char *const thirds[] = {"上旬", "中旬", "下旬"};
    ClTimeEdge edge;
    int day = 0;
    size_t end;
    for (int i = 0; i < 3; i++)
        if ((end = cl_time_word(t, at, thirds[i]))) {
            *out = cl_time_part_third(month, i);
            return end;
        }
    end = cl_time_chinese_edge(t, at, &edge);
    if (end) {
        *out = cl_time_part_third(month, (int)edge);
        return end;
    }
    *out = cl_time_part_months(month, month, CL_SETTLE_START);
    out->month_name = true;
    end = cl_time_chinese_day(t, at, &day);
    out->from_day = out->to_day = end ? day : 0;
    return end ? end : at;
}

static size_t
read_month(const ClTimeText *t, size_t at, ClTimePart *out)
{
    int month = 0;
    size_t end = read_small(t, at, 12, &month);
    end = end ? cl_time_word(t, end, "月") : 0;
    if (!end || cl_time_one_of(t, end, "薪龄供租费"))
        return 0;
    const size_t more = cl_time_word(t, end, "份");
    return cl_time_chinese_month_rest(t, more ? more : end, month, out);
}

/* ---- Quarters and halves ----------------------------------------------- */

/* 首季, 次季 are said in Hong Kong and Taipei; 首次季度盈利 is another word. */
static size_t
read_quarter_rank(const ClTimeText *t, size_t at, int *quarter)
{
    static const struct {
        const char *word;
        int quarter;
    } ranks[] = {{"首", 1}, {"次", 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(ranks); i++) {
        const size_t end = cl_time_word(t, at, ranks[i].word);
        if (!end ||
            (i > 0 && cl_time_after_one_of(t, at,
                                           "首一二两三每多几本这那上下再初数"
                                           "届赛期岁周月")))
            continue;
        *quarter = ranks[i].quarter;
        return end;
    }
    return 0;
}

/* 二季营收 is a quarter's; 上一季营收 and 三四季销量 are none of a number. */
static bool
heads_results(const ClTimeText *t, size_t at, size_t number)
{
    static const char *const words[] = {
        "季营", "季收", "季总",   "季净", "季纯", "季盈", "季亏", "季利",
        "季毛", "季赚", "季归母", "季交", "季出", "季销", NULL};
    return cl_time_any_word(t, number, words) &&
           !cl_time_after_one_of(t, at,
                                 "上下前后这那每同单一二两三四几多本该各整");
}

static size_t
read_quarter(const ClTimeText *t, size_t at, ClTimePart *out)
{
    int quarter = 1;
    size_t ordinal = cl_time_word(t, at, "第");
    size_t end = read_quarter_rank(t, at, &quarter);
    if (end)
        ordinal = end;
    else
        end = read_small(t, ordinal ? ordinal : at, 4, &quarter);
    /* 四季 are the seasons: without 第 only 季度 and 季报 will do. */
    const size_t number = end;
    end = number ? cl_time_word(t, number, "季度") : 0;
    if (number && !end)
        end = cl_time_word(t, number, "季报");
    if (number && !end && (ordinal || heads_results(t, at, number)))
        end = cl_time_word(t, number, "季");
    if (!end)
        return 0;
    *out = cl_time_part_months(quarter * 3 - 2, quarter * 3, CL_SETTLE_START);
    ClTimeEdge edge;
    const size_t more = cl_time_chinese_edge(t, end, &edge);
    if (!more)
        return end;
    out->from_month = out->to_month = quarter * 3 - 2 + (int)edge;
    return more;
}

static size_t
read_half(const ClTimeText *t, size_t at, ClTimePart *out)
{
    static const char *const firsts[] = {"头半年", "首半年", NULL};
    size_t first = cl_time_word(t, at, "上半年");
    const size_t early = first ? 0 : cl_time_any_word(t, at, firsts);
    first = early ? early : first;
    const size_t end = first ? first : cl_time_word(t, at, "下半年");
    const int from = first ? 1 : 7;
    /* 上市头半年 is of something else, as 上市前三个月 is */
    *out = cl_time_part_months(from, from + 5,
                               early ? CL_SETTLE_END : CL_SETTLE_CURRENT);
    return end && !cl_time_one_of(t, end, "度") ? end : 0;
}

static bool
follows(const ClTimeText *t, size_t at, const char *word)
{
    const size_t length = strlen(word);
    return at >= length && cl_time_word(t, at - length, word) == at;
}

/** 半年报, 中期业绩, 年报: what a report is called says what it is of. */
static size_t
read_report(const ClTimeText *t, size_t at, bool in_year, ClTimePart *out)
{
    static const char *const halves[] = {"半年报",   "半年度报告", "中期报告",
                                         "中期业绩", "中报",       NULL};
    static const char *const years[] = {"年报", "年度报告", "年度业绩", NULL};
    const size_t half = cl_time_any_word(t, at, halves);
    *out = cl_time_part_months(1, 6, CL_SETTLE_END);
    /* 其中报告期内 and 集中报道 are other words */
    if (half)
        return cl_time_one_of(t, half, "告道名价考送") ||
                       cl_time_after_one_of(t, at, "其集当之")
                   ? 0
                   : half;
    *out = cl_time_part_months(1, 12, CL_SETTLE_END);
    const size_t year = in_year ? 0 : cl_time_any_word(t, at, years);
    return year && !follows(t, at, "年") && !cl_time_is_digit(t, at - 1) &&
                   !cl_time_after_one_of(t, at, "半每历往近去上今前明本周青少")
               ? year
               : 0;
}

/** 前9个月, 年初三个月, 前9月, 前三季度, 前三个季度, 前三季, 首三季, 首九个月; the first
    three months may be of anything: 开业首三个月. */
static size_t
read_first_months(const ClTimeText *t, size_t at, ClTimePart *out)
{
    enum { HALF = 6 };
    static const char *const first[] = {"年初前", "年初头", "年初", "开年前",
                                        "开年头", "开年",   "前",   "头",
                                        "首",     NULL};
    const bool early = cl_time_word(t, at, "首");
    int count = 0;
    size_t end = cl_time_any_word(t, at, first);
    end = end ? read_small(t, end, 12, &count) : 0;
    if (!end)
        return 0;
    const size_t counter = cl_time_word(t, end, "个");
    end = counter ? counter : end;
    size_t quarters = cl_time_word(t, end, "季度");
    if (!quarters && count > 1 && count < 4)
        quarters = cl_time_word(t, end, "季");
    const size_t months =
        early && count < HALF ? 0 : cl_time_word(t, end, "月");
    if (quarters)
        count *= 3;
    *out = cl_time_part_months(1, MIN(count, 12), CL_SETTLE_END);
    return count <= 12 ? MAX(quarters, months) : 0;
}

/** 年初, 年中, 年底: the first, sixth and last month. */
static ClTimePart
year_edge(ClTimeEdge edge)
{
    static const int months[] = {1, 6, 12};
    return cl_time_part_months(months[edge], months[edge], CL_SETTLE_CURRENT);
}

static size_t
read_year_edge(const ClTimeText *t, size_t at, bool in_year, ClTimePart *out)
{
    ClTimeEdge edge;
    const size_t start = in_year ? at : cl_time_word(t, at, "年");
    if (!in_year && (cl_time_after_han(t, at) || cl_time_is_digit(t, at - 1)) &&
        !cl_time_after_one_of(t, at, "到至在于和从自"))
        return 0;
    const size_t end = start ? cl_time_chinese_edge(t, start, &edge) : 0;
    if (end)
        *out = year_edge(edge);
    return end;
}

size_t
cl_time_chinese_part(const ClTimeText *t,
                     size_t at,
                     bool in_year,
                     ClTimePart *out)
{
    size_t end = read_month(t, at, out);
    if (!end)
        end = read_quarter(t, at, out);
    if (!end)
        end = read_half(t, at, out);
    if (!end)
        end = read_report(t, at, in_year, out);
    if (!end)
        end = read_first_months(t, at, out);
    if (!end)
        end = read_year_edge(t, at, in_year, out);
    if (end || !in_year)
        return end;
    *out = cl_time_part_whole_year();
    end = cl_time_word(t, at, "全年");
    return end ? end : cl_time_code(t, cl_time_skip(t, at, " "), out);
}
