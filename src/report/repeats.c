/* SPDX-License-Identifier: Apache-2.0 */
/* Claims that repeat others, chained so that each first one finds its own. */
#include "report/repeats.h"

void
cl_repeats_init(ClRepeats *repeats, const ClReport *report)
{
    const size_t count = cl_claims_count(report->claims);
    g_autofree uint32_t *last = g_new(uint32_t, count + 1);
    repeats->next = g_new0(uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        const int32_t first = cl_claims_get(report->claims, i)->repeat_of;
        last[i] = i;
        if (first < 0)
            continue;
        repeats->next[last[first]] = i;
        last[first] = i;
    }
}

void
cl_repeats_clear(ClRepeats *repeats)
{
    g_clear_pointer(&repeats->next, g_free);
}

static int
compare_index(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left;
    const uint32_t b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

GArray *
cl_repeats_places(const ClRepeats *repeats,
                  const ClReport *report,
                  const ClCamp *camp)
{
    GArray *const places = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (guint i = 0; i < camp->claims->len; i++) {
        uint32_t at = g_array_index(camp->claims, uint32_t, i);
        if (cl_claims_get(report->claims, at)->repeat_of >= 0)
            continue; /* its first one brings it along */
        g_array_append_val(places, at);
        while ((at = repeats->next[at]))
            g_array_append_val(places, at);
    }
    g_array_sort(places, compare_index);
    return places;
}
