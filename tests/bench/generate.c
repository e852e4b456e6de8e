/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Templates of our own become text: a # in a template is a figure in one of
 * many notations.  A fixed seed and a generator of our own: the same bytes
 * whatever the C library and compiler.
 */

#include "generate.h"

#include <stdint.h>
#include <string.h>

static const char *const dense[] = {
    "#台、",
    "超过#万辆，",
    "近#%，",
    "#-#万元，",
    "约#人左右；",
    "不到#家，",
    "百分之#，",
    "#个百分点，",
    "增长了#倍，",
    "第#名，",
    "#年#月#日，",
    "开售#小时，",
    "#亿美元，",
    "¥#，",
    "二十八万九千辆，",
    "三成半，",
    "几十万台，",
    "十四五万人，",
    "三分之一，",
    "翻两番，",
    "一半以上，",
    "nearly # percent, ",
    "# million cars, ",
    "more than #k orders, ",
    "between # and # times, ",
    "a dozen stores, ",
    "two-thirds, ",
    "#mAh, ",
    "#nm, ",
    "#km/h, ",
    "截至#年#月底，",
    "同比降#%，",
    "10多万份，",
    "百万级，",
    "二十大几，",
    "过去#年，",
    "#元/台，",
    "三点一四万吨，",
    "US$# billion, ",
    "in Q3 20#, ",
    "#.#℃，",
};

static const char *const news[] = {
    "公司负责人说，这一年最难的不是把车造出来，而是把车按时交到每一位车主手里。",
    "远山汽车昨日公布，Y1上市#小时锁单超过#万辆，比上一代高出#%。",
    "记者在门店看到，前来看车的人从早上排到了傍晚，店员连喝水的时间也没有。",
    "分析人士认为，价格不是唯一的原因，服务与口碑也在起作用。",
    "过去五年，公司累计研发投入#亿元，研发人员达到#人。",
    "不过，也有用户抱怨等待的时间太长，客服的答复总是同一句话。",
    "他没有正面回答这个问题，只说统一的安排会在合适的时候公布。",
    "On stage, the founder thanked the engineers and said little about prices.",
    "Shipments rose # percent from a year earlier, to # million units.",
    "The shop opened quietly, with no banner and no queue on the street.",
    "这些门店多数开在县城，面积不大，员工多是本地人，彼此都叫得出名字。",
    "截至2025年8月底，全国门店已有#家，平均每家每天卖出#部手机。",
};

typedef struct {
    GString *out;
    uint64_t state;
} Writer;

/* xorshift64 */
static unsigned
pick(Writer *writer, unsigned count)
{
    writer->state ^= writer->state << 13;
    writer->state ^= writer->state >> 7;
    writer->state ^= writer->state << 17;
    return (unsigned)(writer->state >> 33) % count;
}

static void
write_figure(Writer *writer)
{
    static const char *const words[] = {"三", "十二", "两百五十", "六",
                                        "一百零八"};
    unsigned rest; /* picked first: compilers order arguments as they like */
    switch (pick(writer, 6)) {
    case 0:
        g_string_append(writer->out, words[pick(writer, G_N_ELEMENTS(words))]);
        break;
    case 1:
        rest = pick(writer, 1000);
        g_string_append_printf(writer->out, "%u,%03u", 1 + pick(writer, 999),
                               rest);
        break;
    case 2:
        rest = pick(writer, 10);
        g_string_append_printf(writer->out, "%u.%u", pick(writer, 100), rest);
        break;
    default:
        g_string_append_printf(writer->out, "%u", 1 + pick(writer, 99));
        break;
    }
}

static GString *
make_text(const char *const *templates, size_t count, size_t length)
{
    Writer writer = {g_string_new(NULL), UINT64_C(0x9E3779B97F4A7C15)};
    while (writer.out->len < length) {
        const char *at = templates[pick(&writer, (unsigned)count)];
        for (; *at; at++) {
            if (*at == '#')
                write_figure(&writer);
            else
                g_string_append_c(writer.out, *at);
        }
    }
    return writer.out;
}

GString *
make_dense_text(size_t length)
{
    return make_text(dense, G_N_ELEMENTS(dense), length);
}

GString *
make_news_text(size_t length)
{
    return make_text(news, G_N_ELEMENTS(news), length);
}

GString *
make_hostile_text(const char *run, size_t length)
{
    GString *out = g_string_new(NULL);
    while (out->len < length)
        g_string_append(out, run);
    const char *end;
    if (!g_utf8_validate_len(out->str, length, &end))
        length = (size_t)(end - out->str);
    return g_string_truncate(out, length);
}
