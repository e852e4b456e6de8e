/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Time words against what they mean on a given day.  A row's last string
 * holds what is read: words|kind iso from to seconds, parted by "; ".
 */
#include "quantity/quantity.h"

#include "unit.h"

#include <string.h>

typedef struct {
    const char *name;
    ClDay reference; /* 0: unknown */
    const char *text;
    const char *times;
} Row;

/* clang-format off */
static const Row date_rows[] = {
    {"a Chinese date is a day", 20251015, "公司2025年10月15日发布",
     "2025年10月15日|period 2025-10-15 20251015 20251015 0"},
    {"an ISO date is a day", 20251015, "published 2025-10-15.",
     "2025-10-15|period 2025-10-15 20251015 20251015 0"},
    {"a date with slashes is a day", 20251015, "于2025/10/15发布",
     "2025/10/15|period 2025-10-15 20251015 20251015 0"},
    {"a date with points is a day", 20251015, "于2025.10.15发布",
     "2025.10.15|period 2025-10-15 20251015 20251015 0"},
    {"the 29th exists in a leap year", 20251015, "日期2024-02-29有效",
     "2024-02-29|period 2024-02-29 20240229 20240229 0"},
    {"a date keeps its clock outside", 20251015, "2025-10-15T08:00",
     "2025-10-15|period 2025-10-15 20251015 20251015 0"},
    {"a day takes the year of the reference", 20251015, "10月15日上市",
     "10月15日|period 2025-10-15 20251015 20251015 0"},
    {"a day of the past month is of this year", 20251015, "9月3日上市",
     "9月3日|period 2025-09-03 20250903 20250903 0"},
    {"a day far ahead was last year", 20251015, "12月3日上市",
     "12月3日|period 2024-12-03 20241203 20241203 0"},
    {"a day of next month is still ahead", 20251015, "11月10日上市",
     "11月10日|period 2025-11-10 20251110 20251110 0"},
    {"December seen from January is last year", 20260105, "12月31日",
     "12月31日|period 2025-12-31 20251231 20251231 0"},
    {"January seen from December is this year", 20251215, "1月1日",
     "1月1日|period 2025-01-01 20250101 20250101 0"},
    {"a day without a reference keeps its month", 0, "10月15日上市",
     "10月15日|period month-10-15 0 0 0"},
    {"the middle third has ten days", 20251015, "10月中旬发布",
     "10月中旬|period 2025-10-11/2025-10-20 20251011 20251020 0"},
    {"thirds of two months stay apart", 20251015, "10月上旬、9月下旬",
     "10月上旬|period 2025-10-01/2025-10-10 20251001 20251010 0; "
     "9月下旬|period 2025-09-21/2025-09-30 20250921 20250930 0"},
    {"the start and end of a month are thirds", 20251015, "10月初和9月底",
     "10月初|period 2025-10-01/2025-10-10 20251001 20251010 0; "
     "9月底|period 2025-09-21/2025-09-30 20250921 20250930 0"},
    {"a third without a reference is symbolic", 0, "10月下旬",
     "10月下旬|period month-10-21/month-10-31 0 0 0"},
    {"the last third knows February", 20240301, "2月下旬",
     "2月下旬|period 2024-02-21/2024-02-29 20240221 20240229 0"},
    {"a later part of the year that was named is of that year", 20251015,
     "2024年第一季度8亿元,第二季度9亿元",
     "2024年第一季度|period 2024-Q1 20240101 20240331 0; "
     "第二季度|period 2024-Q2 20240401 20240630 0"},
    {"so is a later month in English", 20251015,
     "in March 2024 and 9 in May",
     "March 2024|period 2024-03 20240301 20240331 0; "
     "May|period 2024-05 20240501 20240531 0"},
    {"what it is compared with lends no year", 20251015,
     "较2024年第一季度增长,第二季度更快",
     "2024年第一季度|period 2024-Q1 20240101 20240331 0; "
     "第二季度|period 2025-Q2 20250401 20250630 0"},
    {"an earlier part is of a later year", 20251015,
     "2024年第四季度8亿元,第一季度9亿元",
     "2024年第四季度|period 2024-Q4 20241001 20241231 0; "
     "第一季度|period 2025-Q1 20250101 20250331 0"},
    {"an American date is a day", 20251015, "on October 15, 2025 it",
     "October 15, 2025|period 2025-10-15 20251015 20251015 0"},
    {"a British date is a day", 20251015, "on 15 October 2025 it",
     "15 October 2025|period 2025-10-15 20251015 20251015 0"},
    {"an ordinal day is a day", 20251015, "the 15th of October",
     "15th of October|period 2025-10-15 20251015 20251015 0"},
    {"a short month takes its point along", 20251015, "in Oct. 2025 sales",
     "Oct. 2025|period 2025-10 20251001 20251031 0"},
    {"a short month with a day is a day", 20251015, "on Oct 3 it",
     "Oct 3|period 2025-10-03 20251003 20251003 0"},
    {"a month of a year is whole", 20251015, "2025年8月交付",
     "2025年8月|period 2025-08 20250801 20250831 0"},
    {"a month alone is of this year", 20251015, "8月交付",
     "8月|period 2025-08 20250801 20250831 0"},
    {"a month alone without a reference is named", 0, "5月交付",
     "5月|period month-05 0 0 0"},
    {"the word for month may be long", 20251015, "2025年10月份",
     "2025年10月份|period 2025-10 20251001 20251031 0"},
    {"a month in Chinese numerals counts", 20251015, "十二月上市",
     "十二月|period 2024-12 20241201 20241231 0"},
    {"a month of this year takes its year", 20251015, "今年5月销量",
     "今年5月|period 2025-05 20250501 20250531 0"},
    {"a month of last year takes its year", 20251015, "去年12月销量",
     "去年12月|period 2024-12 20241201 20241231 0"},
    {"last year's month may be symbolic", 0, "去年12月销量",
     "去年12月|period year-1-12 0 0 0"},
    {"last month is a month", 20251015, "上月销量",
     "上月|period 2025-09 20250901 20250930 0"},
    {"last month in January is December", 20250115, "上个月销量",
     "上个月|period 2024-12 20241201 20241231 0"},
    {"the end of last month is a third", 20251015, "上月底开业",
     "上月底|period 2025-09-21/2025-09-30 20250921 20250930 0"},
    {"a day of this month is a day", 20251015, "本月15日",
     "本月15日|period 2025-10-15 20251015 20251015 0"},
    {"last month may be symbolic", 0, "上月销量",
     "上月|period month-1 0 0 0"},
    {"yesterday is the day before", 20251015, "昨天发布",
     "昨天|period 2025-10-14 20251014 20251014 0"},
    {"the day before March is in February", 20250301, "昨日发布",
     "昨日|period 2025-02-28 20250228 20250228 0"},
    {"today and the day before yesterday differ", 20251015, "今日和前天",
     "今日|period 2025-10-15 20251015 20251015 0; "
     "前天|period 2025-10-13 20251013 20251013 0"},
    {"yesterday may be symbolic", 0, "昨天发布",
     "昨天|period day-1 0 0 0"},
    {"May with a year is a month", 20251015, "in May 2025",
     "May 2025|period 2025-05 20250501 20250531 0"},
    {"May alone may be symbolic by its name", 0, "in May it",
     "May|period month-05 0 0 0"},
    {"October of last year takes its year", 20251015, "October last year",
     "October last year|period 2024-10 20241001 20241031 0"},
    {"mid-October is a third", 20251015, "mid-October sales",
     "mid-October|period 2025-10-11/2025-10-20 20251011 20251020 0"},
    {"two-digit years need their month", 20251015, "24年12月交付",
     "24年12月|period 2024-12 20241201 20241231 0"},
};

static const Row year_rows[] = {
    {"a year is whole", 20251015, "2025年营收",
     "2025年|period 2025 20250101 20251231 0"},
    {"a year may be spelt in digits", 20251015, "二〇二五年营收",
     "二〇二五年|period 2025 20250101 20251231 0"},
    {"both zeros spell a year", 20251015, "二零二一年",
     "二零二一年|period 2021 20210101 20211231 0"},
    {"this year is the reference's", 20251015, "今年营收",
     "今年|period 2025 20250101 20251231 0"},
    {"this year may be symbolic", 0, "今年营收",
     "今年|period year+0 0 0 0"},
    {"last year may be symbolic", 0, "去年营收",
     "去年|period year-1 0 0 0"},
    {"a year's degree belongs to it", 20251015, "本年度营收",
     "本年度|period 2025 20250101 20251231 0"},
    {"the year before is last year", 20251015, "上年营收",
     "上年|period 2024 20240101 20241231 0"},
    {"two years ago has its word", 20251015, "前年的销量",
     "前年|period 2023 20230101 20231231 0"},
    {"next year is ahead", 20251015, "明年计划",
     "明年|period 2026 20260101 20261231 0"},
    {"three years ago is a year", 20251015, "三年前上市",
     "三年前|period 2022 20220101 20221231 0"},
    {"five years ago is a year", 20251015, "five years ago it",
     "five years ago|period 2020 20200101 20201231 0"},
    {"20 days ago is a day", 20251015, "20 days ago it",
     "20 days ago|period 2025-09-25 20250925 20250925 0"},
    {"who ended a year tells its end", 20251015, "it ended 2024 with 9 shops",
     "ended 2024|period 2024-12 20241201 20241231 0"},
    {"the close is the end", 20251015, "at the close of 2024,",
     "the close of 2024|period 2024-12 20241201 20241231 0"},
    {"who closed 2024 of them counts", 20251015, "it closed 2024 branches", ""},
    {"a quarter up to a month", 0, "in the quarter to June 2025 sales",
     "quarter to June 2025|period 2025-Q2 20250401 20250630 0"},
    {"a quarter up to another is no quarter", 20251015,
     "from the second quarter to the third quarter of 2025",
     "second quarter|period 2025-Q2 20250401 20250630 0; "
     "third quarter of 2025|period 2025-Q3 20250701 20250930 0"},
    {"a quarter that ended in June is no end of June", 20251015,
     "the quarter ended June 2025 was",
     "quarter ended June 2025|period 2025-Q2 20250401 20250630 0"},
    {"for opens with a year", 20251015, "For 2024 turnover fell",
     "2024|period 2024 20240101 20241231 0"},
    {"for within a sentence counts", 20251015, "room for 2024 guests", ""},
    {"an annual report is of the year that is over", 20250402, "年报显示",
     "年报|period 2024 20240101 20241231 0"},
    {"the annual report of a year is of that year", 20250402, "2023年年报显示",
     "2023年|period 2023 20230101 20231231 0"},
    {"a year ends in December", 20251015, "2020年底",
     "2020年底|period 2020-12 20201201 20201231 0"},
    {"a year starts in January", 20251015, "2020年初",
     "2020年初|period 2020-01 20200101 20200131 0"},
    {"a year's middle is June", 20251015, "2020年中,",
     "2020年中|period 2020-06 20200601 20200630 0"},
    {"China is not the middle of a year", 20251015, "2020年中国市场",
     "2020年|period 2020 20200101 20201231 0"},
    {"preliminary is not the start of a year", 20251015, "2025年初步统计",
     "2025年|period 2025 20250101 20251231 0"},
    {"a doubled year word is one", 20251015, "今年年底",
     "今年年底|period 2025-12 20251201 20251231 0"},
    {"the end of the year needs no year", 20251015, "年底前",
     "年底|period 2025-12 20251201 20251231 0"},
    {"the end of the year may be symbolic", 0, "年底前",
     "年底|period year+0-12 0 0 0"},
    {"the whole of a year is the year", 20251015, "去年全年",
     "去年全年|period 2024 20240101 20241231 0"},
    {"the word in makes 2013 a year", 20251015, "in 2013.",
     "2013|period 2013 20130101 20131231 0"},
    {"whose year it is may stand before it", 20251015, "its 2024 revenue rose",
     "2024|period 2024 20240101 20241231 0"},
    {"a name may own a year", 20251015, "Lanting's 2024 profit",
     "2024|period 2024 20240101 20241231 0"},
    {"an owner's number counts what follows", 20251015, "its 2024 shops",
     ""},
    {"all of a year is the year", 20251015, "in all of 2024 it sold",
     "2024|period 2024 20240101 20241231 0"},
    {"a verb behind closes a year", 20251015, "profit for 2024 stood at 5",
     "2024|period 2024 20240101 20241231 0"},
    {"a noun behind leaves a number", 20251015, "a price for 2024 kettles",
     ""},
    {"a calendar year is a year", 20251015, "for calendar 2024 slipped",
     "2024|period 2024 20240101 20241231 0"},
    {"a full year is a year", 20251015, "full-year 2024 sales",
     "2024|period 2024 20240101 20241231 0"},
    {"a year stands before a colon", 20251015, "Lanting 2024: 5 shops",
     "2024|period 2024 20240101 20241231 0"},
    {"a year stands in brackets", 20251015, "sales (2024) rose",
     "2024|period 2024 20240101 20241231 0"},
    {"two years after in are two", 20251015, "in 2024 and 2025",
     "2024|period 2024 20240101 20241231 0; "
     "2025|period 2025 20250101 20251231 0"},
    {"early 2025 is January", 20251015, "early 2025 it",
     "early 2025|period 2025-01 20250101 20250131 0"},
    {"late last year is December", 20251015, "late last year",
     "late last year|period 2024-12 20241201 20241231 0"},
    {"FY2024 is no calendar year", 20251015, "FY2024 revenue",
     "FY2024|period FY2024 0 0 0"},
    {"a Chinese fiscal year prints alike", 20251015, "2024财年营收",
     "2024财年|period FY2024 0 0 0"},
    {"fiscal in words prints alike", 20251015, "fiscal 2024",
     "fiscal 2024|period FY2024 0 0 0"},
    {"a fiscal quarter keeps its year", 20251015, "2024财年第三季度",
     "2024财年第三季度|period FY2024-Q3 0 0 0"},
    {"a fiscal quarter may lack its year", 20251015, "第四财季营收",
     "第四财季|period FY-Q4 0 0 0"},
    {"so may one in English", 20251015, "its fiscal fourth quarter",
     "fiscal fourth quarter|period FY-Q4 0 0 0"},
    {"fiscal may stand behind the number", 20251015,
     "in the fourth fiscal quarter of 2025",
     "fourth fiscal quarter of 2025|period FY2025-Q4 0 0 0"},
    {"a fiscal code takes the year behind it", 20251015, "fiscal Q1 2026",
     "fiscal Q1 2026|period FY2026-Q1 0 0 0"},
    {"a quarter is called after its last month", 20251015,
     "in the March quarter",
     "March quarter|period 2025-Q1 20250101 20250331 0"},
    {"a quarter is called after its last month in Chinese", 20251015,
     "6月季度收入", "6月季度|period 2025-Q2 20250401 20250630 0"},
    {"months that ended are those up to then", 20251015,
     "the six months ended June 30, 2025",
     "six months ended June 30, 2025|period 2025-H1 20250101 20250630 0"},
    {"a year that ended is its twelve months", 20251015,
     "fiscal year that ended in March 2025",
     "fiscal year that ended in March 2025|period 2024-04/2025-03 20240401 "
     "20250331 0"},
    {"a period up to a day is no state", 20251015, "截至6月30日止三个月的收入",
     "截至6月30日止三个月|period 2025-Q2 20250401 20250630 0"},
    {"without a length it is one", 20251015, "截至6月30日止有300家",
     "截至6月30日止|as-of 2025-06-30 0 20250630 0"},
};

static const Row part_rows[] = {
    {"a half belongs to its year", 20251015, "2023年上半年",
     "2023年上半年|period 2023-H1 20230101 20230630 0"},
    {"nine months go to September", 20251015, "今年前9个月",
     "今年前9个月|period 2025-01/2025-09 20250101 20250930 0"},
    {"three quarters are nine months", 20251015, "今年前三季度",
     "今年前三季度|period 2025-01/2025-09 20250101 20250930 0"},
    {"so are they without the last character", 20251015, "今年前三季",
     "今年前三季|period 2025-01/2025-09 20250101 20250930 0"},
    {"a first quarter needs no number", 20250502, "今年首季净利",
     "今年首季|period 2025-Q1 20250101 20250331 0"},
    {"a first quarterly gain is no second quarter", 20250502, "首次季度盈利",
     ""},
    {"nine months may come first", 20251015, "首九个月营收",
     "首九个月|period 2025-01/2025-09 20250101 20250930 0"},
    {"what is put to a year is no state of it", 20250830, "放到去年全年看",
     "去年全年|period 2024 20240101 20241231 0"},
    {"a reporting year ends where it says", 20250515, "截至今年3月底的会计年度",
     "截至今年3月底的会计年度|period 2024-04/2025-03 20240401 20250331 0"},
    {"three quarters alone have ended", 20260220, "前三季度",
     "前三季度|period 2025-01/2025-09 20250101 20250930 0"},
    {"a half alone is of this year", 20251015, "上半年",
     "上半年|period 2025-H1 20250101 20250630 0"},
    {"a half may be symbolic", 0, "上半年",
     "上半年|period year+0-H1 0 0 0"},
    {"the second half may be symbolic", 0, "下半年",
     "下半年|period year+0-H2 0 0 0"},
    {"a quarter without its last character leads to results", 20251115, "二季营收增长",
     "二季|period 2025-Q2 20250401 20250630 0"},
    {"the first half by another name", 20250901, "今年头半年",
     "今年头半年|period 2025-H1 20250101 20250630 0"},
    {"two years with one name", 20250601, "2024/25财年",
     "2024/25财年|period FY2025 0 0 0"},
    {"two years with one name in English", 20250601, "fiscal 2024/25",
     "fiscal 2024/25|period FY2025 0 0 0"},
    {"the year just over", 20260115, "刚过去的这一年",
     "刚过去的这一年|period 2025 20250101 20251231 0"},
    {"the year just over, in English", 20260115, "in the year just closed",
     "the year just closed|period 2025 20250101 20251231 0"},
    {"the quarter just over", 20251115, "刚过去的一季",
     "刚过去的一季|period 2025-Q3 20250701 20250930 0"},
    {"the first nine months are the year's", 20251115, "over the first nine months",
     "first nine months|period 2025-01/2025-09 20250101 20250930 0"},
    {"a year before an amount", 20250210, "revenue for 2024 of $164 billion",
     "2024|period 2024 20240101 20241231 0"},
    {"a year that ends in March", 20250515, "the fiscal year to March",
     "fiscal year to March|period 2024-04/2025-03 20240401 20250331 0"},
    {"and goes through it", 20250515, "in the twelve months through March",
     "twelve months through March|period 2024-04/2025-03 20240401 20250331 0"},
    {"the closing quarter of a year", 20250210, "the closing quarter of 2024",
     "closing quarter of 2024|period 2024-Q4 20241001 20241231 0"},
    {"Hong Kong's first quarter is one", 20250430, "首季純利",
     "首季|period 2025-Q1 20250101 20250331 0"},
    {"and its first three are nine months", 20251101, "首三季營收",
     "首三季|period 2025-01/2025-09 20250101 20250930 0"},
    {"a quarter's report is of the quarter", 20250812, "发布二季报",
     "二季报|period 2025-Q2 20250401 20250630 0"},
    {"the fourth report is of last year", 20250312, "四季报",
     "四季报|period 2024-Q4 20241001 20241231 0"},
    {"a half year's report is of the half", 20250829, "半年报与中报",
     "半年报|period 2025-H1 20250101 20250630 0; "
     "中报|period 2025-H1 20250101 20250630 0"},
    {"to report among others is no report", 20250829, "其中报告了3例", ""},
    {"an ordinal quarter is a quarter", 20251015, "第三季度",
     "第三季度|period 2025-Q3 20250701 20250930 0"},
    {"a quarter needs no ordinal", 20251015, "三季度",
     "三季度|period 2025-Q3 20250701 20250930 0"},
    {"the fourth quarter seen from spring is past", 20260220, "四季度营收",
     "四季度|period 2025-Q4 20251001 20251231 0"},
    {"a quarter may be symbolic", 0, "三季度",
     "三季度|period year+0-Q3 0 0 0"},
    {"last quarter crosses the year", 20260220, "上季度",
     "上季度|period 2025-Q4 20251001 20251231 0"},
    {"this quarter may be symbolic", 0, "this quarter",
     "this quarter|period quarter+0 0 0 0"},
    {"Q3 alone is a quarter", 20251015, "Q3 revenue",
     "Q3|period 2025-Q3 20250701 20250930 0"},
    {"a part of the year is of the one meant without it", 20251120,
     "the first nine months of the year",
     "first nine months of the year|"
     "period 2025-01/2025-09 20250101 20250930 0"},
    {"a half of the year is one, too", 20251120, "the first half of the year",
     "first half of the year|period 2025-H1 20250101 20250630 0"},
    {"any count of months goes to its last", 20251120,
     "the ten months through October",
     "ten months through October|"
     "period 2025-01/2025-10 20250101 20251031 0"},
    {"months may be counted in digits", 20251120, "the 10 months to October",
     "10 months to October|period 2025-01/2025-10 20250101 20251031 0"},
    {"the year to date began on its first day", 20251120, "year to date",
     "year to date|period 2025-01-01/2025-11-20 20250101 20251120 0"},
    {"Q3 behind a company is its quarter", 20251015, "台积电Q3获利",
     "Q3|period 2025-Q3 20250701 20250930 0"},
    {"Q3 behind a company and a blank is its quarter", 20251015,
     "Meituan Q3 revenue", "Q3|period 2025-Q3 20250701 20250930 0"},
    {"Q3 behind a maker of Q3s is a car", 20251015, "奥迪Q3销量, Audi Q3 sales",
     ""},
    {"3Q25 is a quarter", 20251015, "3Q25 revenue",
     "3Q25|period 2025-Q3 20250701 20250930 0"},
    {"Q3 2025 is a quarter", 20251015, "Q3 2025 revenue",
     "Q3 2025|period 2025-Q3 20250701 20250930 0"},
    {"Q3'25 is a quarter", 20251015, "in Q3'25 it",
     "Q3'25|period 2025-Q3 20250701 20250930 0"},
    {"2025Q3 is a quarter", 20251015, "2025Q3营收",
     "2025Q3|period 2025-Q3 20250701 20250930 0"},
    {"Q3 of this year is a quarter", 20251015, "今年Q3营收",
     "今年Q3|period 2025-Q3 20250701 20250930 0"},
    {"an English quarter takes its year", 20251015, "the third quarter of 2025",
     "third quarter of 2025|period 2025-Q3 20250701 20250930 0"},
    {"an English quarter of last year is known", 20251015, "fourth quarter of last year",
     "fourth quarter of last year|period 2024-Q4 20241001 20241231 0"},
    {"a hyphen joins a quarter", 20251015, "second-quarter revenue",
     "second-quarter|period 2025-Q2 20250401 20250630 0"},
    {"H1 2025 and 1H25 print alike", 20251015, "H1 2025 and 1H25",
     "H1 2025|period 2025-H1 20250101 20250630 0; "
     "1H25|period 2025-H1 20250101 20250630 0"},
    {"the first half alone is of this year", 20251015, "the first half was",
     "first half|period 2025-H1 20250101 20250630 0"},
    {"the first half of last year is known", 20251015, "the first half of last year",
     "first half of last year|period 2024-H1 20240101 20240630 0"},
    {"the noun of a second quarter may be left out", 20251015,
     "300 in the first quarter and 400 in the second, which",
     "first quarter|period 2025-Q1 20250101 20250331 0; "
     "second|period 2025-Q2 20250401 20250630 0"},
    {"a second of nothing is none", 20251015, "400 in the second, which", ""},
    {"nine months of a year are a period", 20251015, "first nine months of 2025",
     "first nine months of 2025|period 2025-01/2025-09 20250101 20250930 0"},
};

static const Row range_rows[] = {
    {"a tilde joins years", 20251015, "2021年~2025年",
     "2021年~2025年|period 2021/2025 20210101 20251231 0"},
    {"a hyphen joins years", 20251015, "2021-2025年",
     "2021-2025年|period 2021/2025 20210101 20251231 0"},
    {"a word joins years", 20251015, "2021年至2025年",
     "2021年至2025年|period 2021/2025 20210101 20251231 0"},
    {"another word joins years", 20251015, "2020年到2023年",
     "2020年到2023年|period 2020/2023 20200101 20231231 0"},
    {"from and to join years", 20251015, "from 2021 to 2025,",
     "2021 to 2025|period 2021/2025 20210101 20251231 0"},
    {"between and and join years", 20251015, "between 2021 and 2025",
     "2021 and 2025|period 2021/2025 20210101 20251231 0"},
    {"a short last year fills up", 20251015, "in 2021-25",
     "2021-25|period 2021/2025 20210101 20251231 0"},
    {"listed neighbours are one period", 20251015, "2022、2023年",
     "2022、2023年|period 2022/2023 20220101 20231231 0"},
    {"listed full years are two", 20251015, "2022年、2023年",
     "2022年|period 2022 20220101 20221231 0; "
     "2023年|period 2023 20230101 20231231 0"},
    {"listed years apart are not joined", 20251015, "2020、2023年",
     "2023年|period 2023 20230101 20231231 0"},
    {"fiscal years join as such", 20251015, "2024-2025财年",
     "2024-2025财年|period FY2024/FY2025 0 0 0"},
    {"months join without the first word", 20251015, "1-9月销量",
     "1-9月|period 2025-01/2025-09 20250101 20250930 0"},
    {"months of a year join", 20251015, "今年1月至9月",
     "今年1月至9月|period 2025-01/2025-09 20250101 20250930 0"},
    {"two summer months join", 20251015, "7、8月",
     "7、8月|period 2025-07/2025-08 20250701 20250831 0"},
    {"the first two quarters are a half", 20251015, "一、二季度",
     "一、二季度|period 2025-H1 20250101 20250630 0"},
    {"one to three quarters are nine months", 20251015, "一至三季度",
     "一至三季度|period 2025-01/2025-09 20250101 20250930 0"},
    {"codes of quarters join", 20251015, "今年Q1到Q3",
     "今年Q1到Q3|period 2025-01/2025-09 20250101 20250930 0"},
    {"months join behind between", 20251015, "between January and June it",
     "January and June|period 2025-H1 20250101 20250630 0"},
    {"two quarters do not join behind between", 20251015,
     "between the first quarter and the second quarter",
     "first quarter|period 2025-Q1 20250101 20250331 0; "
     "second quarter|period 2025-Q2 20250401 20250630 0"},
    {"days of a month join", 20251015, "10月1日至7日",
     "10月1日至7日|period 2025-10-01/2025-10-07 20251001 20251007 0"},
    {"days of a month join in short", 20251015, "10月1-7日",
     "10月1-7日|period 2025-10-01/2025-10-07 20251001 20251007 0"},
    {"days of two months join", 20251015, "10月28日至11月3日",
     "10月28日至11月3日|period 2025-10-28/2025-11-03 20251028 20251103 0"},
    {"a share of a year is no vintage", 20251015, "2024年份额17%",
     "2024年|period 2024 20240101 20241231 0"},
    {"months of two years join", 20251015, "2024年10月至2025年3月",
     "2024年10月至2025年3月|period 2024-10/2025-03 20241001 20250331 0"},
    {"a range may cross the year", 20251015, "2023年11月至1月",
     "2023年11月至1月|period 2023-11/2024-01 20231101 20240131 0"},
    {"quarters of two years join", 20251015, "2024年第四季度至2025年第一季度",
     "2024年第四季度至2025年第一季度|period 2024-10/2025-03 20241001 20250331 0"},
    {"ISO dates join", 20251015, "2025-10-01至2025-10-07",
     "2025-10-01至2025-10-07|period 2025-10-01/2025-10-07 20251001 20251007 0"},
    {"English days join", 20251015, "October 15-18, 2025",
     "October 15-18, 2025|period 2025-10-15/2025-10-18 20251015 20251018 0"},
    {"January to March is a quarter", 20251015, "January to March 2025",
     "January to March 2025|period 2025-Q1 20250101 20250331 0"},
    {"a quarter of its fiscal year", 20251015,
     "the third quarter of its fiscal 2026",
     "third quarter of its fiscal 2026|period FY2026-Q3 0 0 0"},
    {"a number may be called a fiscal year", 20251015,
     "in the first quarter of its 2026 fiscal year",
     "first quarter of its 2026 fiscal year|period FY2026-Q1 0 0 0"},
    {"a year as it went", 20251015, "it had a decent 2024, with sales",
     "2024|period 2024 20240101 20241231 0"},
    {"a number as it was is no year", 20251015, "a mere 2024 cars", ""},
    {"a year that does something", 20251015, "At UPS, 2024 brought growth",
     "2024|period 2024 20240101 20241231 0"},
    {"the year just closed", 20260115, "in the year just closed",
     "the year just closed|period 2025 20250101 20251231 0"},
    {"and the quarter", 20251015, "刚结束的这个季度",
     "刚结束的这个季度|period 2025-Q3 20250701 20250930 0"},
    {"the quarter to early November ends in October", 20251120,
     "the quarter to early November",
     "quarter to early November|period 2025-08/2025-10 20250801 20251031 0"},
    {"a quarter that ends with a day", 20251120, "该公司季度截至9月底",
     "截至9月底|period 2025-Q3 20250701 20250930 0"},
    {"the quarter up to the end of a month", 20251120, "截至10月底的一季",
     "截至10月底的一季|period 2025-08/2025-10 20250801 20251031 0"},
    {"so it is without the first word", 20251120, "3月底止的一季",
     "3月底止的一季|period 2025-Q1 20250101 20250331 0"},
    {"the year up to a month", 20250520, "到今年3月为止的一年",
     "到今年3月为止的一年|period 2024-04/2025-03 20240401 20250331 0"},
    {"the first three months of the year", 20250902, "年初三个月",
     "年初三个月|period 2025-Q1 20250101 20250331 0"},
    {"in the second, before a figure", 20251015,
     "100 in the first quarter and in the second 103,181 cars",
     "first quarter|period 2025-Q1 20250101 20250331 0; "
     "second|period 2025-Q2 20250401 20250630 0"},
    {"so is April-to-June", 20251015, "the April-to-June quarter",
     "April-to-June|period 2025-Q2 20250401 20250630 0"},
    {"English months may cross the year", 20251015, "November to January 2025",
     "November to January 2025|period 2024-11/2025-01 20241101 20250131 0"},
    {"months may be joined without a year", 0, "1-9月销量",
     "1-9月|period month-01/month-09 0 0 0"},
    {"since a month goes on until today", 20251015, "2025年8月以来",
     "2025年8月以来|period 2025-08-01/2025-10-15 20250801 20251015 0"},
    {"since this year goes on until today", 20251015, "今年以来",
     "今年以来|period 2025-01-01/2025-10-15 20250101 20251015 0"},
    {"since a year may stay open", 0, "2020年至今",
     "2020年至今|period 2020/.. 20200101 0 0"},
    {"English since goes on until today", 20251015, "since 2021 it",
     "since 2021|period 2021-01-01/2025-10-15 20210101 20251015 0"},
};

static const Row as_of_rows[] = {
    {"a state stands at the month's last day", 20251015, "截至2025年8月",
     "截至2025年8月|as-of 2025-08-31 0 20250831 0"},
    {"a state at the end of a month is the same", 20251015, "截至8月底",
     "截至8月底|as-of 2025-08-31 0 20250831 0"},
    {"a state at a day is the same", 20251015, "截至8月31日",
     "截至8月31日|as-of 2025-08-31 0 20250831 0"},
    {"a state at the end of October", 20251015, "截止10月底",
     "截止10月底|as-of 2025-10-31 0 20251031 0"},
    {"a state may need one word only", 20251015, "到2021年底",
     "到2021年底|as-of 2021-12-31 0 20211231 0"},
    {"until today is today", 20251015, "到今天为止",
     "到今天为止|as-of 2025-10-15 0 20251015 0"},
    {"until now is today", 20251015, "截至目前",
     "截至目前|as-of 2025-10-15 0 20251015 0"},
    {"so far is today", 20251015, "迄今为止",
     "迄今为止|as-of 2025-10-15 0 20251015 0"},
    {"until now may be symbolic", 0, "截至目前",
     "截至目前|as-of day+0 0 0 0"},
    {"a state at a quarter's end", 20251015, "截至三季度末",
     "截至三季度末|as-of 2025-09-30 0 20250930 0"},
    {"until this year's June names the month", 20251015, "至今年6月底",
     "至今年6月底|as-of 2025-06-30 0 20250630 0"},
    {"as of a month is its last day", 20251015, "as of August 2025",
     "as of August 2025|as-of 2025-08-31 0 20250831 0"},
    {"by the end of a year is its last day", 20251015, "by the end of 2024",
     "by the end of 2024|as-of 2024-12-31 0 20241231 0"},
    {"by a year is its last day", 20251015, "by 2025.",
     "by 2025|as-of 2025-12-31 0 20251231 0"},
    {"as of a day is the day", 20251015, "as of Oct. 15, 2025",
     "as of Oct. 15, 2025|as-of 2025-10-15 0 20251015 0"},
    {"by a quarter is its last day", 20251015, "by the third quarter of 2026",
     "by the third quarter of 2026|as-of 2026-09-30 0 20260930 0"},
    {"postponed until is no state", 20251015, "推迟到2025年底",
     "2025年底|period 2025-12 20251201 20251231 0"},
    {"a fiscal state has no day", 20251015, "截至2024财年",
     "截至2024财年|as-of FY2024 0 0 0"},
};

static const Row window_rows[] = {
    {"hours are a window", 20251015, "18小时",
     "18小时|window PT18H 0 0 64800"},
    {"within an hour is a window", 20251015, "1小时内",
     "1小时内|window PT1H 0 0 3600"},
    {"a counted hour is a window", 20251015, "一个小时内",
     "一个小时内|window PT1H 0 0 3600"},
    {"days on sale are a window", 20251015, "开售20天",
     "20天|window P20D 0 0 1728000"},
    {"first days on sale are a window", 20251015, "首销20天",
     "20天|window P20D 0 0 1728000"},
    {"a first day is a window", 20251015, "首日",
     "首日|window P1D 0 0 86400"},
    {"a first week has seven days", 20251015, "首周",
     "首周|window P7D 0 0 604800"},
    {"a first month is a window", 20251015, "首月",
     "首月|window P1M 0 0 2592000"},
    {"minutes are a window", 20251015, "3分钟",
     "3分钟|window PT3M 0 0 180"},
    {"the past years end today", 20251015, "过去5年",
     "过去5年|window P5Y 20201015 20251015 157680000"},
    {"recent years are a window, not nearly", 20251015, "近三年",
     "近三年|window P3Y 20221015 20251015 94608000"},
    {"nearly 18 hours leaves nearly out", 20251015, "近18小时",
     "18小时|window PT18H 0 0 64800"},
    {"the coming years start today", 20251015, "未来5年",
     "未来5年|window P5Y 20251015 20301015 157680000"},
    {"years have 365 days", 20251015, "五年",
     "五年|window P5Y 0 0 157680000"},
    {"the past without a reference has no days", 0, "过去5年",
     "过去5年|window P5Y 0 0 157680000"},
    {"one and a half hours", 20251015, "一个半小时",
     "一个半小时|window PT1H30M 0 0 5400"},
    {"two and a half months", 20251015, "两个半月",
     "两个半月|window P2M15D 0 0 6480000"},
    {"Chinese numerals count hours", 20251015, "十八小时",
     "十八小时|window PT18H 0 0 64800"},
    {"two and a half years", 20251015, "两年半",
     "两年半|window P2Y6M 0 0 78624000"},
    {"half a year is six months", 20251015, "半年",
     "半年|window P6M 0 0 15552000"},
    {"half an hour is 30 minutes", 20251015, "半小时",
     "半小时|window PT30M 0 0 1800"},
    {"half a month is 15 days", 20251015, "半个月",
     "半个月|window P15D 0 0 1296000"},
    {"hours and minutes add up", 20251015, "1小时30分钟",
     "1小时30分钟|window PT1H30M 0 0 5400"},
    {"one and a half in digits", 20251015, "1.5小时",
     "1.5小时|window PT1H30M 0 0 5400"},
    {"one and a half with a point in words", 20251015, "一点五小时",
     "一点五小时|window PT1H30M 0 0 5400"},
    {"a fraction stays decimal", 20251015, "1.3小时",
     "1.3小时|window PT1.3H 0 0 4680"},
    {"years and months add up", 20251015, "3年5个月",
     "3年5个月|window P3Y5M 0 0 107568000"},
    {"seconds are a window", 20251015, "30秒",
     "30秒|window PT30S 0 0 30"},
    {"minutes and seconds are a window", 20251015, "7分04秒",
     "7分04秒|window PT7M4S 0 0 424"},
    {"days may be told with within", 20251015, "20日内",
     "20日内|window P20D 0 0 1728000"},
    {"months before an event are a window", 20251015, "上市前三个月",
     "前三个月|window P3M 0 0 7776000"},
    {"weeks become days", 20251015, "两周",
     "两周|window P14D 0 0 1209600"},
    {"quarters become months", 20251015, "三个季度",
     "三个季度|window P9M 0 0 23328000"},
    {"in the past 20 years does not name a year", 20251015, "在过去20年中",
     "过去20年|window P20Y 20051015 20251015 630720000"},
    {"within 18 hours is a window", 20251015, "within 18 hours",
     "within 18 hours|window PT18H 0 0 64800"},
    {"the first hour is a window", 20251015, "in the first hour",
     "first hour|window PT1H 0 0 3600"},
    {"the first 24 hours are a window", 20251015, "first 24 hours",
     "first 24 hours|window PT24H 0 0 86400"},
    {"in leaves itself out", 20251015, "in 20 days",
     "20 days|window P20D 0 0 1728000"},
    {"numbers in words count", 20251015, "four years",
     "four years|window P4Y 0 0 126144000"},
    {"compound numbers in words count", 20251015, "twenty-four hours",
     "twenty-four hours|window PT24H 0 0 86400"},
    {"a hyphen joins a length", 20251015, "a 5-year plan",
     "5-year|window P5Y 0 0 157680000"},
    {"a letter may mean hours", 20251015, "24h sale",
     "24h|window PT24H 0 0 86400"},
    {"the past five years end today", 20251015, "the past five years",
     "past five years|window P5Y 20201015 20251015 157680000"},
    {"the next three years start today", 20251015, "over the next three years",
     "next three years|window P3Y 20251015 20281015 94608000"},
    {"one and a half English years", 20251015, "one and a half years",
     "one and a half years|window P1Y6M 0 0 47088000"},
    {"half an English hour", 20251015, "half an hour",
     "half an hour|window PT30M 0 0 1800"},
    {"English years and months add up", 20251015, "2 years and 3 months",
     "2 years and 3 months|window P2Y3M 0 0 70848000"},
    {"thousands may be grouped", 20251015, "1,000 hours",
     "1,000 hours|window PT1000H 0 0 3600000"},
    {"within a year needs no number", 20251015, "within a year",
     "within a year|window P1Y 0 0 31536000"},
    {"nine months of something else are a length", 20251015, "in its first nine months",
     "first nine months|window P9M 0 0 23328000"},
    {"nine months on sale too", 20251015, "the first nine months on sale",
     "first nine months|window P9M 0 0 23328000"},
    {"a sentence gives all in order", 20251015, "今年三季度YU7开售18小时锁单24万台,截至10月底",
     "今年三季度|period 2025-Q3 20250701 20250930 0; "
     "18小时|window PT18H 0 0 64800; "
     "截至10月底|as-of 2025-10-31 0 20251031 0"},
};

static const Row silent_rows[] = {
    {"an impossible month", 20251015, "版本2025.13.15", ""},
    {"an impossible day", 20251015, "日期2025-02-29无效", ""},
    {"a longer version", 20251015, "版本2025.10.15.3", ""},
    {"a lap to the thousandth", 20251015, "7分04秒957", ""},
    {"a lap in hundredths", 20251015, "5秒83", ""},
    {"a measured second", 20251015, "加速2.78秒", ""},
    {"a rate", 20251015, "3% a year", ""},
    {"an age", 20251015, "18 years old", ""},
    {"an age with hyphens", 20251015, "18-month-old", ""},
    {"a length between two", 20251015, "3-5年", ""},
    {"a length between two words", 20251015, "3至5天", ""},
    {"three or four", 20251015, "三四天", ""},
    {"over ten", 20251015, "十多年", ""},
    {"some tens", 20251015, "数十天", ""},
    {"an ordinal day of an event", 20251015, "第三天", ""},
    {"one day", 20251015, "有一天", ""},
    {"around the clock", 20251015, "7×24小时", ""},
    {"a phone's name", 20251015, "iPhone 17 Pro", ""},
    {"a car's name", 20251015, "Model 3", ""},
    {"a millennium", 20251015, "1000年", ""},
    {"a year before 1900", 20251015, "1840年", ""},
    {"a decimal", 20251015, "3.2025", ""},
    {"a phone number", 20251015, "电话2021-2025", ""},
    {"a generation of networks", 20251015, "5G网络", ""},
    {"a model year", 20251015, "2013款车", ""},
    {"a number alone", 20251015, "2013", ""},
    {"a counted thing", 20251015, "sales of 2013 units", ""},
    {"a grouped number", 20251015, "in 2,013 stores", ""},
    {"a Chinese car of that name", 20251015, "奥迪Q3", ""},
    {"an English car of that name", 20251015, "Audi Q3", ""},
    {"the same period", 20251015, "去年同期", ""},
    {"the same English period", 20251015, "same period last year", ""},
    {"the first half of a match", 20251015, "first half of the match", ""},
    {"a decade", 20251015, "80年代", ""},
    {"a school year", 20251015, "三年级", ""},
    {"an anniversary", 20251015, "10周年", ""},
    {"a saying with next year inside", 20251015, "说明年报", ""},
    {"a count of cars", 20251015, "28.9万辆", ""},
    {"a verb like a month", 20251015, "it may be", ""},
    {"another verb like a month", 20251015, "decided to march on", ""},
    {"words with numerals", 20251015, "三家, 一些, 统一", ""},
    {"the four seasons", 20251015, "四季如春", ""},
    {"a month that does not exist", 20251015, "13月", ""},
    {"nothing at all", 20251015, "", ""},
};

/* clang-format on */

static void
print_time(const ClTime *time, const char *text, GString *out)
{
    static const char *const kinds[] = {"period", "as-of", "window"};
    const size_t size = time->span.end - time->span.start;
    g_string_append_len(out, text + time->span.start, (gssize)size);
    g_string_append_printf(out, "|%s %s %d %d ", kinds[time->kind], time->iso,
                           time->from, time->to);
    cl_number_print(time->seconds, CL_ROUND_TRUNCATE, out);
}

/* Loaded once and kept: reachable to the end. */
static const ClVocabulary *
get_vocabulary(void)
{
    static ClVocabulary *vocabulary;
    if (!vocabulary) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        vocabulary = cl_vocabulary_new(notes);
        ck_assert_ptr_nonnull(vocabulary);
    }
    return vocabulary;
}

/** The text is copied to its exact length, so that reading on is seen. */
static char *
read_times(const char *text, size_t length, ClDay reference)
{
    g_autofree char *exact = g_memdup2(text, length);
    g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(ClTime));
    GString *out = g_string_new(NULL);
    cl_times_read(get_vocabulary(), exact, length, reference, times);
    for (guint i = 0; i < times->len; i++) {
        if (i)
            g_string_append(out, "; ");
        print_time(&g_array_index(times, ClTime, i), exact, out);
    }
    return g_string_free(out, FALSE);
}

static void
check_rows(const Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const Row *row = &rows[i];
        g_autofree char *got =
            read_times(row->text, strlen(row->text), row->reference);
        ck_assert_msg(strcmp(got, row->times) == 0,
                      "%s: \"%s\" reads\n  %s, not\n  %s", row->name, row->text,
                      got, row->times);
    }
}

START_TEST(dates_are_days_months_and_thirds)
{
    check_rows(date_rows, G_N_ELEMENTS(date_rows));
}
END_TEST

START_TEST(years_are_known_or_symbolic)
{
    check_rows(year_rows, G_N_ELEMENTS(year_rows));
}
END_TEST

START_TEST(parts_of_a_year_print_alike)
{
    check_rows(part_rows, G_N_ELEMENTS(part_rows));
}
END_TEST

START_TEST(ranges_run_from_first_to_last_day)
{
    check_rows(range_rows, G_N_ELEMENTS(range_rows));
}
END_TEST

START_TEST(states_stand_at_their_last_day)
{
    check_rows(as_of_rows, G_N_ELEMENTS(as_of_rows));
}
END_TEST

START_TEST(windows_have_seconds)
{
    check_rows(window_rows, G_N_ELEMENTS(window_rows));
}
END_TEST

START_TEST(what_is_no_time_stays_silent)
{
    check_rows(silent_rows, G_N_ELEMENTS(silent_rows));
}
END_TEST

static const struct {
    const Row *rows;
    size_t count;
} tables[] = {
    {date_rows, G_N_ELEMENTS(date_rows)},
    {year_rows, G_N_ELEMENTS(year_rows)},
    {part_rows, G_N_ELEMENTS(part_rows)},
    {range_rows, G_N_ELEMENTS(range_rows)},
    {as_of_rows, G_N_ELEMENTS(as_of_rows)},
    {window_rows, G_N_ELEMENTS(window_rows)},
    {silent_rows, G_N_ELEMENTS(silent_rows)},
};

static void
read_cuts(const char *text)
{
    const size_t length = strlen(text);
    for (size_t cut = 0; cut < length; cut++) {
        g_autofree char *head = read_times(text, cut, 20251015);
        g_autofree char *rest = read_times(text + cut, length - cut, 0);
        ck_assert_ptr_nonnull(head);
        ck_assert_ptr_nonnull(rest);
    }
}

START_TEST(any_cut_of_a_text_is_read_within_its_bytes)
{
    for (size_t table = 0; table < G_N_ELEMENTS(tables); table++)
        for (size_t i = 0; i < tables[table].count; i++)
            read_cuts(tables[table].rows[i].text);
}
END_TEST

/** Times joined by blanks stay what they were, in order, none overlapping. */
START_TEST(times_never_overlap)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(ClTime));
    for (size_t table = 0; table < G_N_ELEMENTS(tables); table++)
        for (size_t i = 0; i < tables[table].count; i++)
            g_string_append(text, tables[table].rows[i].text);
    cl_times_read(get_vocabulary(), text->str, text->len, 20251015, times);
    size_t end = 0;
    for (guint i = 0; i < times->len; i++) {
        const ClSpan span = g_array_index(times, ClTime, i).span;
        ck_assert_uint_le(end, span.start);
        ck_assert_uint_lt(span.start, span.end);
        end = span.end;
    }
    ck_assert_uint_le(end, text->len);
}
END_TEST

/** A reader that looked on without bound would need hours for these. */
START_TEST(long_runs_cost_linear_time)
{
    static const char *const runs[] = {
        "1",  "一",    "十",     "2025",    "2021-", "1、", "1,000,", "半",
        "近", "from ", "first ", "twenty-", "截至",  "年",  "1小时"};
    for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < 200000)
            g_string_append(text, runs[i]);
        g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(ClTime));
        cl_times_read(get_vocabulary(), text->str, text->len, 20251015, times);
        ck_assert_uint_le(times->len, text->len);
    }
}
END_TEST

START_TEST(an_impossible_reference_is_no_reference)
{
    g_autofree char *got = read_times("今年", strlen("今年"), 20251332);
    ck_assert_str_eq(got, "今年|period year+0 0 0 0");
}
END_TEST

RUN_TESTS("time",
          dates_are_days_months_and_thirds,
          years_are_known_or_symbolic,
          parts_of_a_year_print_alike,
          ranges_run_from_first_to_last_day,
          states_stand_at_their_last_day,
          windows_have_seconds,
          what_is_no_time_stays_silent,
          any_cut_of_a_text_is_read_within_its_bytes,
          times_never_overlap,
          long_runs_cost_linear_time,
          an_impossible_reference_is_no_reference)
