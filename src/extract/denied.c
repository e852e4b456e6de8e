/* SPDX-License-Identifier: Apache-2.0 */
/* Figures that are said not to be, that are differences, or turned round. */
#include "extract/search.h"

#include <string.h>

static bool
ends_with(const char *text, ClSpan part, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(words[i]);
        if (part.end >= part.start + length &&
            memcmp(text + part.end - length, words[i], length) == 0)
            return true;
    }
    return false;
}

bool
is_denied(const char *text, ClSpan clause, const Binding *binding)
{
    static const char *const differences[] = {
        "还少",   "还多",   "差了",   "多卖",   "多卖了", "少卖了", "多赚",
        "多赚了", "少赚",   "少赚了", "少卖",   "多出",   "相差",   "只差",
        "少了",   "多了",   "高出",   "高了",   "低了",   "超出",   "小了",
        "大了",   "贵了",   "便宜",   "便宜了", "长了",   "短了",   "重了",
        "轻了",   "快了",   "慢了",   "厚了",   "薄了",   "领先",   "落后",
        "下调",   "下调了", "调降",   "调降了", "上调",   "上调了", "调升",
        "直降",   "降低了", "降价",   "涨价",   "还差",   "仅差",   "尚差",
        "差距"};
    static const char *const than[] = {"多", "少"};
    static const char *const before[] = {"没有",      "并非",      "不是",
                                         "并没有",    "not have ", "not reach ",
                                         "not sell ", "not "};
    static const char *const more[] = {" more than", " fewer than",
                                       " less than"};
    static const char *const after[] = {"并不属实", "不属实", "不实",
                                        "is false", "is untrue"};
    const ClQuantity *quantity = &g_array_index(binding->passage->quantities,
                                                ClQuantity, binding->quantity);
    const ClSpan part = {clause.start, quantity->span.start};
    /* 多卖三成 is a growth that is told, 多卖3万台 no level */
    const bool growth = quantity->form != CL_FORM_LEVEL &&
                        (quantity->kind == CL_KIND_PERCENT ||
                         quantity->kind == CL_KIND_MULTIPLE ||
                         quantity->kind == CL_KIND_FRACTION);
    if (!growth &&
        ends_with(text, part, differences, G_N_ELEMENTS(differences)))
        return true;
    for (size_t i = 0;
         quantity->form == CL_FORM_LEVEL && i < G_N_ELEMENTS(more); i++)
        if (g_str_has_prefix(text + quantity->span.end, more[i]))
            return true;
    /* 比去年多6404辆 */
    if (!growth && ends_with(text, part, than, G_N_ELEMENTS(than)) &&
        g_strstr_len(text + part.start, (gssize)(part.end - part.start), "比"))
        return true;
    if (quantity->shape != CL_SHAPE_POINT)
        return false;
    if (ends_with(text, part, before, G_N_ELEMENTS(before)))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(after); i++)
        if (g_strstr_len(text + quantity->span.end,
                         (gssize)(clause.end - quantity->span.end), after[i]))
            return true;
    return false;
}

bool
is_negated(const char *text, ClSpan clause, const Binding *binding)
{
    /* a closed class; 没有哪个品牌市占率超过18% is at most 18 */
    static const char *const words[] = {"没有", "没能", "并未", "从未",  "尚未",
                                        "未能", "未曾", "不曾", "未超",  "未破",
                                        "未达", "no ",  "not ", "never "};
    const size_t end =
        binding->measure.start > clause.start ? binding->measure.start : 0;
    if (binding->value.shape != CL_SHAPE_ONE_SIDED || end <= clause.start)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(text + clause.start, (gssize)(end - clause.start),
                         words[i]))
            return true;
    return false;
}
