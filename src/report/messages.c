/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Verdicts, causes and facets in words.  A message says what differs and what
 * to settle, never who is right.
 */
#include "report/messages.h"

#include <pthread.h>
#include <string.h>

static ClYaml *labels; /* read by the first who asks */

static void
read_labels(void)
{
    labels = cl_data_read("labels.yaml");
}

/* What the list has under a group, or a group in it; the word itself where it
   has nothing. */
static const char *
label_of(const char *list, const char *group, const char *word)
{
    static pthread_once_t read = PTHREAD_ONCE_INIT;
    pthread_once(&read, read_labels);
    const ClYamlNode *at = cl_yaml_get(cl_yaml_root(labels), list);
    const ClYamlNode *words = group ? cl_yaml_get(at, group) : at;
    const ClYamlNode *label = words ? cl_yaml_get(words, word) : NULL;
    return label ? label->text : word;
}

const char *
cl_label_facet(const char *facet)
{
    return label_of("facets", NULL, facet);
}

const char *
cl_label_value(const char *facet, const char *value)
{
    return label_of("values", facet, value);
}

bool
cl_label_needs_blank(const char *label)
{
    return g_ascii_isalnum(*label);
}

/* "a, b and c". */
static void
append_english(const GPtrArray *names, GString *out)
{
    for (guint i = 0; i < names->len; i++) {
        if (i)
            g_string_append(out, i + 1 == names->len ? " and " : ", ");
        g_string_append(out, names->pdata[i]);
    }
}

/* A Latin word and a Chinese one stand a blank apart. */
static void
append_word(const char *word, GString *out)
{
    const char last = out->len ? out->str[out->len - 1] : ' ';
    const bool latin = cl_label_needs_blank(word);
    if (latin ? (unsigned char)last >= 0x80 : g_ascii_isalnum(last))
        g_string_append_c(out, ' ');
    g_string_append(out, word);
}

/* "a、b与c". */
static void
append_chinese(const GPtrArray *names, GString *out)
{
    for (guint i = 0; i < names->len; i++) {
        if (i)
            append_word(i + 1 == names->len ? "与" : "、", out);
        append_word(cl_label_facet(names->pdata[i]), out);
    }
}

static guint
length(const GPtrArray *names)
{
    return names ? names->len : 0;
}

static void
say_differs(const ClFinding *finding, GString *out)
{
    const GPtrArray *const names = finding->differs_in;
    append_chinese(names, out);
    append_word(length(names) > 1 ? "都不同" : "不同", out);
    g_string_append(out, ": 写明是哪一个 (differs in ");
    append_english(names, out);
    g_string_append(out, ": say which one you mean)");
}

static void
say_unknown(const ClFinding *finding, GString *out)
{
    const GPtrArray *const names = finding->unknown_in;
    g_string_append(out, "只有一边写明");
    append_chinese(names, out);
    g_string_append(out, ": 补上才能比 (only one side gives ");
    append_english(names, out);
    g_string_append(out, ": add it)");
}

static void
say_conflict(const ClFinding *finding, GString *out)
{
    (void)finding;
    g_string_append(out, "口径相同, 数却不能都对: 核对出处 (the same fact, yet "
                         "these cannot all be true: check the source)");
}

/* A relation of figures as they stand, not one that a rule declares. */
static bool
recomputes(const ClFinding *finding)
{
    return finding->reckoned ||
           (finding->rule && finding->rule->check != CL_CHECK_NONE);
}

static void
say_relation(const ClFinding *finding, GString *out)
{
    const char *const relation = finding->relation ? finding->relation : "?";
    if (recomputes(finding)) {
        g_string_append_printf(out, "按文中的数重算 (by its own figures): %s",
                               relation);
        return;
    }
    g_string_append_printf(out,
                           "应有 %s, 与这些数不符: 核对两边 (%s should hold "
                           "and does not: check both)",
                           relation, relation);
}

static void
say_reference(const ClFinding *finding, GString *out)
{
    if (finding->stale)
        g_string_append(out, "与核定值不符, 但核定值已过期: 先更新它 (differs "
                             "from a confirmed figure that is out of date: "
                             "renew that first)");
    else
        g_string_append(out, "与核定值不符: 核对哪一个是新的 (differs from the "
                             "confirmed figure: check which one is current)");
}

static void
say_divergence(const ClFinding *finding, GString *out)
{
    if (length(finding->differs_in))
        say_differs(finding, out);
    if (length(finding->differs_in) && length(finding->unknown_in))
        g_string_append(out, "; ");
    if (length(finding->unknown_in))
        say_unknown(finding, out);
    if (finding->rule && finding->rule->slips)
        g_string_append(out,
                        "只差一笔, 可能有一处抄错: 核对出处 (a slip of the "
                        "pen apart, so one may be a misprint: check the "
                        "source)");
    else if (!length(finding->differs_in) && !length(finding->unknown_in))
        g_string_append(out, "数不同, 口径不明: 写明各指什么 (figures differ: "
                             "say what each one means)");
    if (finding->stale)
        g_string_append(out, "; 核定值已过期 (the confirmed figure is out of "
                             "date)");
}

static void
say_tension(const ClFinding *finding, GString *out)
{
    (void)finding;
    g_string_append(out, "往宽里读才都成立: 统一措辞 (both hold only in their "
                         "widest sense: use one wording)");
}

static void
say_relabel(const ClFinding *finding, GString *out)
{
    g_string_append(out, "同一个数, 名目不同");
    if (length(finding->differs_in)) {
        g_string_append(out, " (");
        append_chinese(finding->differs_in, out);
        g_string_append(out, ")");
    }
    g_string_append(out, ": 核对是哪一种 (one figure under two labels: check "
                         "which it is)");
}

static void (*const sayings[CL_VERDICTS])(const ClFinding *, GString *) = {
    [CL_VERDICT_CONFLICT] = say_conflict,
    [CL_VERDICT_RELATION] = say_relation,
    [CL_VERDICT_REFERENCE] = say_reference,
    [CL_VERDICT_DIVERGENCE] = say_divergence,
    [CL_VERDICT_TENSION] = say_tension,
    [CL_VERDICT_RELABEL] = say_relabel,
};

void
cl_message_finding(const ClFinding *finding, GString *out)
{
    sayings[finding->verdict](finding, out);
}

static void
say_slip(const ClFinding *finding, GString *out)
{
    static const char *const words[] = {
        [1] = "十", [2] = "百", [3] = "千", [4] = "万", [8] = "亿"};
    const int power = ABS(finding->power);
    g_string_append_printf(out, "同样的数字差了10的%d次方倍", power);
    if (power < (int)G_N_ELEMENTS(words) && words[power])
        g_string_append_printf(out, "(%s)", words[power]);
    g_string_append_printf(out, " (same digits: likely slip ×10^%d)", power);
}

/* Differing facets are what a divergence says anyway. */
static void
say_facet_cause(const ClFinding *finding, GString *out)
{
    if (finding->verdict == CL_VERDICT_DIVERGENCE ||
        finding->verdict == CL_VERDICT_RELABEL || !length(finding->differs_in))
        return;
    if (finding->verdict == CL_VERDICT_CONFLICT) {
        g_string_append(out, "其中一个数别处也有, 但");
        append_chinese(finding->differs_in, out);
        g_string_append(out, "不同: 可能写错了名目 (one of these figures is "
                             "told with another ");
        append_english(finding->differs_in, out);
        g_string_append(out, " elsewhere: likely mislabelled)");
        return;
    }
    g_string_append(out, "可能指的不是一回事, 看");
    append_chinese(finding->differs_in, out);
    g_string_append(out, " (perhaps another ");
    append_english(finding->differs_in, out);
    g_string_append(out, ")");
}

void
cl_message_cause(const ClFinding *finding, GString *out)
{
    switch (finding->cause) {
    case CL_CAUSE_MAGNITUDE:
        say_slip(finding, out);
        break;
    case CL_CAUSE_TRANSPOSED:
        g_string_append(out, "相邻两位数字颠倒了 (likely two neighbouring "
                             "digits swapped)");
        break;
    case CL_CAUSE_GROWTH:
        g_string_append(out, "“增长几倍”与“是几倍”差一 (likely growth by n "
                             "times taken for n times as many)");
        break;
    case CL_CAUSE_POINTS:
        g_string_append(out,
                        "百分点写成了百分比 (likely percentage points told "
                        "as percent)");
        break;
    case CL_CAUSE_SIGN:
        g_string_append(out,
                        "升降或盈亏写反了 (likely a fall told as a rise, or "
                        "a loss as a profit)");
        break;
    case CL_CAUSE_UNIT:
        g_string_append(out, "同一个数, 单位或币种不同 (the same number in "
                             "another unit or currency: likely a swap)");
        break;
    case CL_CAUSE_OLDER:
        g_string_append(out, "较早的文章可能用了旧数 (likely an older figure: "
                             "the later article has the other)");
        break;
    case CL_CAUSE_SOURCE:
        g_string_append(out, "统计来源不同 (another source's count)");
        break;
    case CL_CAUSE_FACET:
        say_facet_cause(finding, out);
        break;
    case CL_CAUSE_NONE:
    case CL_CAUSES:
        break;
    }
}

void
cl_message_question(const ClFinding *finding, GString *out)
{
    switch (finding->verdict) {
    case CL_VERDICT_DIVERGENCE:
        g_string_append(out, "文中的数各指哪一种");
        if (length(finding->differs_in) + length(finding->unknown_in)) {
            g_string_append(out, " (");
            append_chinese(length(finding->differs_in) ? finding->differs_in
                                                       : finding->unknown_in,
                           out);
            g_string_append(out, ")");
        }
        g_string_append(out, "? 能否在句中写明?");
        break;
    case CL_VERDICT_TENSION:
        g_string_append(out, "原始数字是多少? 能否直接给出而不加修饰?");
        break;
    case CL_VERDICT_RELABEL:
        g_string_append(out, "这个数在原始出处里叫什么?");
        break;
    case CL_VERDICT_RELATION:
        g_string_append(out, recomputes(finding)
                                 ? "几个数里哪一个写错了? 原始出处怎么写?"
                                 : "两个数是同一时点、同一范围的吗?");
        break;
    default:
        g_string_append(out, "这个数出自哪里? 原始出处怎么写?");
        break;
    }
}

void
cl_message_count(size_t count, const char *noun, GString *out)
{
    g_string_append_printf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}
