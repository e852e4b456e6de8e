/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "report/messages.h"

/* Names split at blanks; owned. */
static GPtrArray *
list(const char *names)
{
    GPtrArray *const out = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) words = g_strsplit(names, " ", -1);
    for (char **word = words; *names && *word; word++)
        g_ptr_array_add(out, g_strdup(*word));
    return out;
}

START_TEST(verdicts_say_what_to_settle)
{
    static const struct {
        const char *name;
        ClVerdict verdict;
        const char *differs, *unknown, *expected;
    } rows[] = {
        {"two facets", CL_VERDICT_DIVERGENCE, "kind window", "",
         "种类与时间窗都不同: 写明是哪一个 (differs in kind and window: say "
         "which one you mean)"},
        {"three facets", CL_VERDICT_DIVERGENCE, "when region kind", "",
         "时间、地区与种类都不同: 写明是哪一个 (differs in when, region and "
         "kind: say which one you mean)"},
        {"a rule's own facet", CL_VERDICT_DIVERGENCE, "roast", "",
         "roast 不同: 写明是哪一个 (differs in roast: say which one you "
         "mean)"},
        {"known on one side", CL_VERDICT_DIVERGENCE, "", "window roast",
         "只有一边写明时间窗与 roast: 补上才能比 (only one side gives window "
         "and roast: add it)"},
        {"a relabel", CL_VERDICT_RELABEL, "kind", "",
         "同一个数, 名目不同 (种类): 核对是哪一种 (one figure under two "
         "labels: check which it is)"},
        {"a conflict", CL_VERDICT_CONFLICT, "", "",
         "口径相同, 数却不能都对: 核对出处 (the same fact, yet these cannot "
         "all be true: check the source)"},
        {"a tension", CL_VERDICT_TENSION, "", "",
         "往宽里读才都成立: 统一措辞 (both hold only in their widest sense: "
         "use one wording)"},
        {"a relation", CL_VERDICT_RELATION, "", "",
         "应有 a <= b, 与这些数不符: 核对两边 (a <= b should hold and does "
         "not: check both)"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autoptr(GPtrArray) differs = list(rows[i].differs);
        g_autoptr(GPtrArray) unknown = list(rows[i].unknown);
        const ClFinding finding = {.verdict = rows[i].verdict,
                                   .differs_in = differs,
                                   .unknown_in = unknown,
                                   .relation = "a <= b"};
        cl_message_finding(&finding, out);
        ck_assert_msg(g_str_equal(out->str, rows[i].expected), "%s: %s",
                      rows[i].name, out->str);
    }
}
END_TEST

START_TEST(causes_name_the_likely_slip)
{
    static const struct {
        const char *name;
        ClCause cause;
        int power;
        const char *expected;
    } rows[] = {
        {"万", CL_CAUSE_MAGNITUDE, 4,
         "同样的数字差了10的4次方倍(万) (same digits: likely slip ×10^4)"},
        {"no word for it", CL_CAUSE_MAGNITUDE, -5,
         "同样的数字差了10的5次方倍 (same digits: likely slip ×10^5)"},
        {"none known", CL_CAUSE_NONE, 0, ""},
        {"facets are told anyway", CL_CAUSE_FACET, 0, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autoptr(GPtrArray) differs = list("kind");
        const ClFinding finding = {.verdict = CL_VERDICT_DIVERGENCE,
                                   .differs_in = differs,
                                   .cause = rows[i].cause,
                                   .power = rows[i].power};
        cl_message_cause(&finding, out);
        ck_assert_msg(g_str_equal(out->str, rows[i].expected), "%s: %s",
                      rows[i].name, out->str);
    }
}
END_TEST

RUN_TESTS("messages", verdicts_say_what_to_settle, causes_name_the_likely_slip)
