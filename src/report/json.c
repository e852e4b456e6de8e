/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report for programs: every claim, finding and note with all that is
 * known of it, keys in one fixed order, one claim, finding or note a line.
 * A key whose value is unknown is null; an unknown facet is absent.
 */
#include "report/formats.h"
#include "report/messages.h"
#include "report/tally.h"

static void
append_string(const char *text, GString *out)
{
    if (text)
        cl_json_string(text, out);
    else
        g_string_append(out, "null");
}

static void
append_comma(GString *out)
{
    const char last = out->len ? out->str[out->len - 1] : '{';
    if (last != '{' && last != '[')
        g_string_append(out, ", ");
}

/* One of our own keys, which are plain. */
static void
append_key(const char *key, GString *out)
{
    append_comma(out);
    g_string_append_c(out, '"');
    g_string_append(out, key);
    g_string_append(out, "\": ");
}

/* A claim has many numbers, for which printf() would take most of the time. */
static void
append_number(size_t number, GString *out)
{
    char digits[24];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    g_string_append_len(out, digits + at, (gssize)(sizeof digits - at));
}

static void
add_string(const char *key, const char *text, GString *out)
{
    append_key(key, out);
    append_string(text, out);
}

static void
add_count(const char *key, size_t count, GString *out)
{
    append_key(key, out);
    append_number(count, out);
}

/* A count from 1, where 0 means that there is none. */
static void
add_place(const char *key, unsigned number, GString *out)
{
    append_key(key, out);
    if (number)
        append_number(number, out);
    else
        g_string_append(out, "null");
}

static void
add_bool(const char *key, bool value, GString *out)
{
    append_key(key, out);
    g_string_append(out, value ? "true" : "false");
}

static void
add_end(const char *key,
        ClNumber number,
        bool unbounded,
        ClRounding rounding,
        GString *out)
{
    append_key(key, out);
    if (unbounded || !cl_number_valid(number))
        g_string_append(out, "null");
    else
        cl_number_print(number, rounding, out);
}

static void
append_value(const ClReport *report, const ClQuantity *quantity, GString *out)
{
    const ClInterval hard = quantity->hard;
    g_string_append_c(out, '{');
    add_end("lo", hard.lo, hard.lo_unbounded, CL_ROUND_FLOOR, out);
    add_end("hi", hard.hi, hard.hi_unbounded, CL_ROUND_CEILING, out);
    add_bool("lo_open", hard.lo_open || hard.lo_unbounded, out);
    add_bool("hi_open", hard.hi_open || hard.hi_unbounded, out);
    add_string(
        "unit",
        cl_unit_name(cl_rule_set_vocabulary(report->rules), quantity->unit),
        out);
    add_string("hedge", quantity->hedge, out);
    g_string_append_c(out, '}');
}

/* A rule may call a facet whatever its writer likes. */
static void
add_named(const char *name, const char *value, GString *out)
{
    append_comma(out);
    cl_json_string(name, out);
    g_string_append(out, ": ");
    cl_json_string(value, out);
}

static void
append_facets(const ClClaim *claim, GString *out)
{
    const GPtrArray *const facets = claim->rule->facets;
    g_string_append_c(out, '{');
    for (guint i = 0; i < facets->len; i++)
        if (claim->facets[i].value)
            add_named(((const ClFacet *)facets->pdata[i])->name,
                      claim->facets[i].value, out);
    g_string_append_c(out, '}');
}

/* Which facets no word of the text gave. */
static void
append_assumed(const ClClaim *claim, GString *out)
{
    const GPtrArray *const facets = claim->rule->facets;
    g_string_append_c(out, '[');
    for (guint i = 0; i < facets->len; i++) {
        if (!claim->facets[i].value || !claim->facets[i].assumed)
            continue;
        if (out->str[out->len - 1] != '[')
            g_string_append(out, ", ");
        append_string(((const ClFacet *)facets->pdata[i])->name, out);
    }
    g_string_append_c(out, ']');
}

static void
append_article(const ClArticleInfo *article, GString *out)
{
    g_string_append_c(out, '{');
    add_string("title", article->title, out);
    add_string("date", *article->date ? article->date : NULL, out);
    add_string("source", article->source, out);
    add_string("author", article->author, out);
    g_string_append_c(out, '}');
}

/* A name that is no UTF-8 stands twice: legible, and as the URI reference
   (RFC 3986) that leads back to its bytes. */
static void
add_file(const char *path, GString *out)
{
    add_string("file", path, out);
    if (g_utf8_validate(path, -1, NULL))
        return;
    g_autofree char *uri = g_uri_escape_string(path, "/", FALSE);
    add_string("file_uri", uri, out);
}

static void
add_claim_place(const ClClaim *claim, GString *out)
{
    add_file(claim->article->path, out);
    add_place("line", claim->place.line, out);
    add_place("column", claim->place.column, out);
    add_place("end_line", claim->place.end_line, out);
    add_place("end_column", claim->place.end_column, out);
    add_count("offset", claim->span.start, out);
    add_count("length", claim->span.end - claim->span.start, out);
}

static void
append_claim(const ClReport *report, size_t id, GString *out)
{
    const ClClaim *const claim = cl_claims_get(report->claims, id);
    g_string_append_c(out, '{');
    add_count("id", id, out);
    add_string("rule", claim->rule->id, out);
    add_claim_place(claim, out);
    add_string("text", claim->text, out);
    add_string("quantity_text", claim->quantity_text, out);
    append_key("value", out);
    append_value(report, &claim->quantity, out);
    append_key("facets", out);
    append_facets(claim, out);
    append_key("assumed", out);
    append_assumed(claim, out);
    append_key("repeat_of", out);
    if (claim->repeat_of >= 0)
        append_number((size_t)claim->repeat_of, out);
    else
        g_string_append(out, "null");
    append_key("article", out);
    append_article(claim->article, out);
    g_string_append_c(out, '}');
}

static void
append_names(const GPtrArray *names, GString *out)
{
    g_string_append_c(out, '[');
    for (guint i = 0; names && i < names->len; i++) {
        g_string_append(out, i ? ", " : "");
        append_string(names->pdata[i], out);
    }
    g_string_append_c(out, ']');
}

static void
append_camp(const ClReport *report, const ClCamp *camp, GString *out)
{
    const uint32_t *const ids = (const uint32_t *)camp->claims->data;
    g_string_append_c(out, '{');
    append_key("value", out);
    append_value(report, &cl_claims_get(report->claims, ids[0])->quantity, out);
    append_key("claims", out);
    g_string_append_c(out, '[');
    for (guint i = 0; i < camp->claims->len; i++) {
        g_string_append(out, i ? ", " : "");
        append_number(ids[i], out);
    }
    g_string_append_c(out, ']');
    add_count("sources", camp->sources, out);
    g_string_append_c(out, '}');
}

static void
add_camps(const ClReport *report, const ClFinding *finding, GString *out)
{
    append_key("camps", out);
    g_string_append_c(out, '[');
    for (guint i = 0; i < finding->camps->len; i++) {
        g_string_append(out, i ? ", " : "");
        append_camp(report, &g_array_index(finding->camps, ClCamp, i), out);
    }
    g_string_append_c(out, ']');
}

static void
add_day(const char *key, ClDay day, GString *out)
{
    append_key(key, out);
    if (day)
        g_string_append_printf(out, "\"%04d-%02d-%02d\"", day / 10000,
                               day / 100 % 100, day % 100);
    else
        g_string_append(out, "null");
}

/* The confirmed figure that the camps are held against. */
static void
add_reference(const ClReport *report, const ClFinding *finding, GString *out)
{
    const ClFact *const fact = finding->fact;
    append_key("reference", out);
    g_string_append_c(out, '{');
    append_key("value", out);
    append_value(report, &fact->quantity, out);
    add_string("quantity_text", fact->value_text, out);
    append_key("facets", out);
    append_facets(finding->reference, out);
    append_key("assumed", out);
    append_assumed(finding->reference, out);
    add_string("source", fact->source, out);
    add_string("url", fact->url, out);
    add_day("as_of", fact->as_of, out);
    add_string("checked_by", fact->checked_by, out);
    add_day("checked_on", fact->checked_on, out);
    add_day("valid_until", fact->valid_until, out);
    add_bool("stale", finding->stale, out);
    add_string("note", fact->note, out);
    add_string("file", fact->file, out);
    add_place("line", fact->line, out);
    add_place("column", fact->column, out);
    g_string_append_c(out, '}');
}

static void
append_finding(const ClReport *report, const ClFinding *finding, GString *out)
{
    g_autoptr(GString) message = g_string_new(NULL);
    cl_message_finding(finding, message);
    g_string_append_c(out, '{');
    add_string("id", finding->id, out);
    add_string("rule", finding->rule->id, out);
    add_string("title", finding->rule->title, out);
    add_string("verdict", cl_verdict_name(finding->verdict), out);
    add_string("severity", cl_severity_name(finding->severity), out);
    add_string("message", message->str, out);
    add_string("cause",
               finding->cause == CL_CAUSE_NONE ? NULL
                                               : cl_cause_name(finding->cause),
               out);
    append_key("differs_in", out);
    append_names(finding->differs_in, out);
    append_key("unknown_in", out);
    append_names(finding->unknown_in, out);
    if (finding->relation)
        add_string("relation", finding->relation, out);
    add_camps(report, finding, out);
    if (finding->fact)
        add_reference(report, finding, out);
    g_string_append_c(out, '}');
}

static void
append_note(const ClNote *note, GString *out)
{
    g_string_append_c(out, '{');
    add_string("file", note->file, out);
    add_place("line", note->line, out);
    add_place("column", note->column, out);
    add_string("kind", note->kind, out);
    add_string("severity", cl_severity_name(note->severity), out);
    add_bool("incomplete", note->incomplete, out);
    add_string("message", note->message, out);
    add_string("hint", note->hint, out);
    g_string_append_c(out, '}');
}

static void
append_summary(const ClReport *report, GString *out)
{
    g_auto(ClTally) tally;
    cl_tally_init(&tally, report);
    g_string_append_c(out, '{');
    add_count("articles", cl_claims_articles(report->claims), out);
    add_count("claims", cl_claims_count(report->claims), out);
    add_count("rules", tally.rules->len, out);
    add_count("rules_agreeing", tally.agreeing, out);
    add_count("rules_without_claims", tally.silent, out);
    append_key("findings", out);
    g_string_append_c(out, '{');
    for (int verdict = 0; verdict < CL_VERDICTS; verdict++)
        add_count(cl_verdict_name(verdict), tally.verdicts[verdict], out);
    g_string_append(out, "}}");
}

/* Between the entries of a list that has one a line. */
static void
begin_entry(size_t printed, GString *out)
{
    g_string_append(out, printed ? ",\n  " : "\n  ");
}

static void
append_all_claims(const ClReport *report, GString *out)
{
    const size_t count = cl_claims_count(report->claims);
    g_string_append(out, ",\n \"claims\": [");
    for (size_t i = 0; i < count; i++) {
        begin_entry(i, out);
        append_claim(report, i, out);
    }
    g_string_append(out, "]");
}

static void
append_all_findings(const ClReport *report, GString *out)
{
    size_t printed = 0;
    g_string_append(out, ",\n \"findings\": [");
    for (size_t i = 0; i < cl_findings_count(report->findings); i++) {
        const ClFinding *const finding = cl_findings_get(report->findings, i);
        if (!cl_report_tells(report, finding))
            continue;
        begin_entry(printed++, out);
        append_finding(report, finding, out);
    }
    g_string_append(out, "]");
}

static void
append_all_notes(const ClReport *report, GString *out)
{
    g_string_append(out, ",\n \"notes\": [");
    for (size_t i = 0; i < cl_notes_count(report->notes); i++) {
        begin_entry(i, out);
        append_note(cl_notes_get(report->notes, i), out);
    }
    g_string_append(out, "]");
}

void
cl_report_json(const ClReport *report, GString *out)
{
    g_string_append_c(out, '{');
    add_string("claimlint", CLAIMLINT_VERSION, out);
    add_bool("complete", report->complete, out);
    g_string_append(out, ",\n \"rules_hash\": ");
    append_string(cl_rule_set_hash(report->rules), out);
    add_string(
        "hedge_profile",
        cl_vocabulary_hedge_profile(cl_rule_set_vocabulary(report->rules)),
        out);
    g_string_append(out, ",\n \"summary\": ");
    append_summary(report, out);
    append_all_claims(report, out);
    append_all_findings(report, out);
    append_all_notes(report, out);
    g_string_append(out, "}\n");
}

void
cl_report_claims(const ClReport *report, GString *out)
{
    for (size_t i = 0; i < cl_claims_count(report->claims); i++) {
        append_claim(report, i, out);
        g_string_append_c(out, '\n');
    }
}
