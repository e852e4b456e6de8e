/* SPDX-License-Identifier: Apache-2.0 */
/* What is repeated without end is read in time that does not run away. */
#include "quantity/quantity.h"
#include "unit.h"

/* Each repeated a hundred thousand times: must end, and soon. */
static const char *const repeated[] = {
    "9",          "百分之", "一",   "1,",       "1.",        "-",    "三分之",
    "万",         "零",     "a ",   "one ",     "one over ", "and ", "1/",
    "超过",       "约",     "第",   "半",       "1~",        "5元",  "1 234 ",
    "12,34,",     "从1到",  "又",   "between ", "1或以上",   "\"",   "(",
    "half of a ", "1×10^",  "个半", "多",
};

START_TEST(long_repetitions_end_soon)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    ck_assert_ptr_nonnull(vocabulary);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    for (size_t i = 0; i < G_N_ELEMENTS(repeated); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int k = 0; k < 100000; k++)
            g_string_append(text, repeated[i]);
        const gint64 start = g_get_monotonic_time();
        cl_quantities_read(vocabulary, text->str, text->len, found);
        const gint64 spent = g_get_monotonic_time() - start;
        ck_assert_msg(spent < 10 * G_USEC_PER_SEC, "'%s' took %d ms",
                      repeated[i], (int)(spent / 1000));
    }
}
END_TEST

RUN_TESTS("long", long_repetitions_end_soon)
