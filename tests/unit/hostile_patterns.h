/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions that run away on texts made for them. */
#ifndef CLAIMLINT_HOSTILE_PATTERNS_H
#define CLAIMLINT_HOSTILE_PATTERNS_H

#include <glib.h>

/* Nested, overlapping, recursive, looking around, chained; in both scripts. */
static const char *const hostile_patterns[] = {
    "(a+)+[bc]",
    "(a*)*[bc]x",
    "(a|aa)+[bc]",
    "(a|a?)+[bc]",
    "(?:a{1,9}){1,99}[bc]",
    "([a-z]+)*[0-9]x",
    "(\\w+\\s?)+[!?]",
    "(\\d+)+万x",
    "(?:\\d+,?)+万x",
    "(?:\\d*\\.?\\d*)*万x",
    "(.*)*订x",
    "(.+)+订x",
    "(?:.*,)*订x",
    "(?:.|\\s)+订x",
    ".*.*.*.*订x",
    ".*a.*a.*a.*订x",
    ".+?.+?.+?.+?订x",
    ".{0,300}.{0,300}订x",
    "a.{0,300}.{0,300}订x",
    "(?:.{0,40}){0,40}订x",
    "(万+)+[订单]x",
    "(万|万万)+[订单]x",
    "(?:万*)*订单x",
    "([一-龥]+)*[0-9]x",
    "(?:[万亿]+[万亿]+)+x",
    "(?:订?单?)*锁x",
    "(?:(?:订单?)+)+锁x",
    "(?=(a+)+[bc])x",
    "(?!(a+)+[bc])y",
    "(?<=a)(a+)+[bc]",
    "(?:(?=.*订x)a)*x",
    "(?:(?!订x).)+锁x",
    "(a+?)+?[bc]",
    "(?:a++|a)+[bc]",
    "(?<n>a|b(?&n)?|a(?&n))+[!?]",
    "(?<n>\\((?&n)*\\)|a)+[!?]",
    "(a)\\1*(\\1+)+[bc]",
    "(a*)(\\1a)*[bc]",
    "(?:\\s*\\s*)*订x",
    "(?:a?){60}a{60}[bc]",
};
enum { HOSTILE_PATTERNS = G_N_ELEMENTS(hostile_patterns) };
G_STATIC_ASSERT(HOSTILE_PATTERNS == 40);

#endif
