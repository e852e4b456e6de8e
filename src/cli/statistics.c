/* SPDX-License-Identifier: Apache-2.0 */
/* Counts and times of a run in words that need no knowledge of the inside. */
#include "cli/statistics.h"

void
cl_statistics_start(ClStatistics *statistics)
{
    statistics->since = g_get_monotonic_time();
}

int64_t
cl_statistics_lap(ClStatistics *statistics)
{
    const int64_t began = statistics->since;
    statistics->since = g_get_monotonic_time();
    return statistics->since - began;
}

static void
append_count(size_t count, const char *noun, GString *out)
{
    g_string_append_printf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void
append_seconds(const char *stage, int64_t microseconds, GString *out)
{
    g_string_append_printf(out, "%s %.3f s", stage, (double)microseconds / 1e6);
}

static void
append_line(const char *heading, GString *out)
{
    g_string_append_printf(out, "  %-9s ", heading);
}

static void
append_size(int64_t bytes, GString *out)
{
    const bool large = bytes >= 1000 * 1000;
    g_string_append_printf(out, "%.1f %s", (double)bytes / (large ? 1e6 : 1e3),
                           large ? "MB" : "KB");
}

static void
tell_articles(const ClStatistics *statistics, GString *out)
{
    append_line("read", out);
    append_count(statistics->articles, "article", out);
    g_string_append(out, ", ");
    append_size(statistics->bytes, out);
    g_string_append(out, ", in ");
    append_count(statistics->threads, "thread", out);
    g_string_append_c(out, '\n');
}

static void
tell_cache(const ClStatistics *statistics, GString *out)
{
    append_line("cache", out);
    append_count(statistics->unread, "article", out);
    g_string_append_printf(out,
                           " not read again, %zu read and unchanged, %zu new "
                           "or changed\n",
                           statistics->unchanged,
                           statistics->articles - statistics->unread -
                               statistics->unchanged);
}

static size_t
count_findings(const ClReport *report)
{
    size_t count = 0;
    for (size_t i = 0; i < cl_findings_count(report->findings); i++)
        count += cl_report_tells(report, cl_findings_get(report->findings, i));
    return count;
}

static void
tell_counts(const ClReport *report, GString *out)
{
    const ClClaims *const claims = report->claims;
    append_line("looked at", out);
    append_count(cl_claims_sentences(claims), "sentence", out);
    g_string_append(out, " with a number, ");
    append_count(cl_claims_figures(claims), "figure", out);
    g_string_append(out, " read\n");
    append_line("found", out);
    append_count(cl_claims_count(claims), "claim", out);
    if (report->findings) {
        g_string_append(out, ", ");
        append_count(count_findings(report), "finding", out);
    }
    g_string_append_c(out, '\n');
}

static void
tell_times(const ClStatistics *statistics, bool compared, GString *out)
{
    append_line("took", out);
    append_seconds("rules", statistics->rules, out);
    append_seconds(", list", statistics->list, out);
    append_seconds(", articles", statistics->work, out);
    if (compared)
        append_seconds(", compare", statistics->compare, out);
    append_seconds(", report", statistics->report, out);
    g_string_append_c(out, '\n');
    append_line("threads", out);
    append_seconds("read", statistics->read, out);
    append_seconds(", extract", statistics->extract, out);
    g_string_append(out, ", together\n");
}

void
cl_statistics_tell(const ClStatistics *statistics,
                   const ClReport *report,
                   GString *out)
{
    g_string_append(out, "claimlint: statistics\n");
    tell_articles(statistics, out);
    if (statistics->cached)
        tell_cache(statistics, out);
    tell_counts(report, out);
    tell_times(statistics, report->findings != NULL, out);
}
