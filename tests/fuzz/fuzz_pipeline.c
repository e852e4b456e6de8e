/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Rules and articles become every report, twice.  Parts of the input stand
 * between lines of "=====": rules first (where they are refused, our own
 * small ones), then articles.  Whatever order articles come in, the bytes are
 * the same; they are valid UTF-8, valid JSON, and hold no control characters.
 * What is left unread for want of words would have claimed nothing.
 */

#include "fuzz.h"

#include "json.h"
#include "report/report.h"

#define LINE "=====\n"

enum { MOST_ARTICLES = 4 };

static const char own_rules[] =
    "- id: y1-orders\n"
    "  title: 远山 Y1 订单量\n"
    "  subject: [远山Y1, Yuanshan Y1]\n"
    "  measure: [订单, 锁单, orders]\n"
    "  unit: 辆\n"
    "  facets:\n"
    "    kind: {intent: [意向], locked: [锁单, locked]}\n"
    "    window: duration\n"
    "  same: [kind, window]\n"
    "  relations: [locked <= intent]\n"
    "  patterns: ['拿下{quantity}']\n"
    "  examples:\n"
    "    - text: 远山Y1订单5.2万辆\n"
    "      claim: {value: 5.2万}\n"
    "    - silent: 远山Y3订单5.2万辆\n"
    "- id: y1-share\n"
    "  title: share of the Y1\n"
    "  subject: [Y1]\n"
    "  measure: [占比, 份额, share]\n"
    "  unit: ['%', 倍]\n"
    "  over_time: varies\n"
    "  examples:\n"
    "    - text: Y1占比45%\n"
    "      claim: {value: 45%}\n"
    "    - silent: Y3占比45%\n";

/* ---- The input --------------------------------------------------------- */

typedef struct {
    const char *start;
    size_t length;
} Part;

typedef struct {
    Part rules;
    Part articles[MOST_ARTICLES];
    size_t count;
} Input;

static const char *const paths[MOST_ARTICLES] = {
    "a.txt", "b.md", "2025-03-04-c.txt", "d/`<e>|.md"};

static Part
take_part(Part *rest)
{
    const char *const line =
        rest->length ? g_strstr_len(rest->start, (gssize)rest->length, LINE)
                     : NULL;
    if (!line) {
        const Part last = *rest;
        rest->length = 0;
        return last;
    }
    const Part part = {rest->start, (size_t)(line - rest->start)};
    rest->start = line + strlen(LINE);
    rest->length -= part.length + strlen(LINE);
    return part;
}

static Input
split_input(const uint8_t *bytes, size_t length)
{
    Input input = {0};
    Part rest = {(const char *)bytes, length};
    input.rules = take_part(&rest);
    while (rest.length && input.count < MOST_ARTICLES)
        input.articles[input.count++] = take_part(&rest);
    return input;
}

/* ---- Claims and findings ----------------------------------------------- */

static void
must_be_claim(const Input *input, const ClClaims *claims, size_t index)
{
    const ClClaim *const claim = cl_claims_get(claims, index);
    size_t size = SIZE_MAX;
    for (size_t i = 0; i < input->count; i++) {
        if (strcmp(claim->article->path, paths[i]) == 0)
            size = input->articles[i].length;
    }
    MUST(claim->span.start < claim->span.end && claim->span.end <= size,
         "[%zu, %zu) of %zu bytes", claim->span.start, claim->span.end, size);
    MUST(claim->repeat_of < (int64_t)index, "claim %zu repeats %d", index,
         (int)claim->repeat_of);
    MUST(cl_interval_valid(claim->quantity.hard) &&
             cl_interval_contains(claim->quantity.hard, claim->quantity.usual),
         "readings of '%s'", claim->quantity_text);
    MUST(claim->place.line && claim->place.column, "no place");
}

static void
must_be_finding(const ClFindings *findings, size_t index)
{
    const ClFinding *const finding = cl_findings_get(findings, index);
    MUST(strlen(finding->id) == 16, "id '%s'", finding->id);
    MUST(finding->camps->len >= 2, "%u camps", finding->camps->len);
    for (guint i = 0; i < finding->camps->len; i++) {
        const ClCamp *const camp = &g_array_index(finding->camps, ClCamp, i);
        MUST(camp->claims->len && camp->sources, "an empty camp");
    }
    for (size_t i = 0; i < index; i++)
        MUST(strcmp(cl_findings_get(findings, i)->id, finding->id) != 0,
             "two findings are '%s'", finding->id);
}

/* A sentence that is said to hold no number must hold no quantity. */
static void
must_hold_numbers(const ClArticle *article, const ClVocabulary *vocabulary)
{
    g_autoptr(ClSentences) sentences = cl_sentences_new(article);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    g_auto(ClFolded) folded;
    ClSentence sentence;
    cl_folded_init(&folded);
    while (cl_sentences_next(sentences, &sentence)) {
        if (cl_sentence_has_number(article, &sentence))
            continue;
        cl_fold_article(article, sentence.span, &folded);
        cl_quantities_read(vocabulary, folded.cased->str, folded.cased->len,
                           all);
        MUST(!all->len, "a quantity in '%s'", folded.cased->str);
    }
}

/* ---- Reports ----------------------------------------------------------- */

static void
must_be_plain(const GString *bytes)
{
    must_be_text(bytes->str, bytes->len);
    for (const char *at = bytes->str; *at; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        MUST(c == '\n' || !g_unichar_iscntrl(c), "U+%04X in a report",
             (unsigned)c);
    }
}

static void
must_be_json_lines(const char *text)
{
    for (const char *end; *text; text = end + 1) {
        end = strchr(text, '\n');
        MUST(end && json_value(text) == (size_t)(end - text),
             "no JSON line: %s", text);
    }
}

/* All that is written of a run, each format after the other. */
static void
write_all(const ClReport *report, GString *out)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    for (const ClFormat *format = cl_formats; format->name; format++) {
        g_string_truncate(bytes, 0);
        format->write(report, bytes);
        must_be_plain(bytes);
        if (strcmp(format->name, "json") == 0)
            MUST(json_is_valid(bytes->str), "no JSON: %s", bytes->str);
        g_string_append(out, bytes->str);
    }
    g_string_truncate(bytes, 0);
    cl_report_claims(report, bytes);
    must_be_plain(bytes);
    must_be_json_lines(bytes->str);
    g_string_append(out, bytes->str);
    for (size_t i = 0; i < cl_notes_count(report->notes); i++) {
        g_string_truncate(bytes, 0);
        cl_report_note(cl_notes_get(report->notes, i), false, bytes);
        must_be_plain(bytes);
    }
}

static void
read_articles(const Input *input,
              const ClRuleSet *rules,
              bool backwards,
              ClClaims *claims,
              ClNotes *notes)
{
    for (size_t i = 0; i < input->count; i++) {
        const size_t at = backwards ? input->count - 1 - i : i;
        const Part *const part = &input->articles[at];
        g_autoptr(ClArticle) article =
            cl_article_new(paths[at], g_memdup2(part->start, part->length),
                           part->length, notes);
        if (!article)
            continue;
        must_hold_numbers(article, cl_rule_set_vocabulary(rules));
        cl_extract_claims(article, rules, claims, notes);
    }
    cl_claims_sort(claims);
    cl_notes_sort(notes);
}

static void
ignore(void *data, const ClDecision *decision)
{
    (void)data;
    (void)decision;
}

/* The claims of the first article as lines of JSON.  A trace wants to be told
   of every sentence, so that none is left unread. */
static char *
claims_of_first(const Input *input, const ClRuleSet *rules, bool traced)
{
    static const ClTrace trace = {ignore, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClClaims) claims = cl_claims_new();
    g_autoptr(ClArticle) article = cl_article_new(
        paths[0],
        g_memdup2(input->articles[0].start, input->articles[0].length),
        input->articles[0].length, notes);
    GString *const out = g_string_new(NULL);
    if (article)
        cl_extract_claims_traced(article, rules, claims, notes,
                                 traced ? &trace : NULL);
    cl_claims_sort(claims);
    g_autoptr(ClFindings) findings = cl_check_claims(claims, NULL, 0);
    const ClReport report = {
        .rules = rules, .claims = claims, .findings = findings, .notes = notes};
    cl_report_claims(&report, out);
    return g_string_free(out, FALSE);
}

/* Sentences that are not read for want of words would have claimed nothing. */
static void
must_miss_nothing(const Input *input, const ClRuleSet *rules)
{
    if (!input->count)
        return;
    g_autofree char *gated = claims_of_first(input, rules, false);
    g_autofree char *all = claims_of_first(input, rules, true);
    MUST(strcmp(gated, all) == 0, "read\n%s\nof\n%s", gated, all);
}

static GString *
run(const Input *input, const ClRuleSet *rules, bool backwards)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClClaims) claims = cl_claims_new();
    read_articles(input, rules, backwards, claims, notes);
    g_autoptr(ClFindings) findings = cl_check_claims(claims, NULL, 0);
    for (size_t i = 0; i < cl_claims_count(claims); i++)
        must_be_claim(input, claims, i);
    for (size_t i = 0; i < cl_findings_count(findings); i++)
        must_be_finding(findings, i);
    const ClReport report = {
        .rules = rules,
        .claims = claims,
        .findings = findings,
        .notes = notes,
        .complete = !cl_notes_incomplete(notes),
    };
    GString *const out = g_string_new(NULL);
    write_all(&report, out);
    return out;
}

/* ---- Rules ------------------------------------------------------------- */

static const ClVocabulary *
get_vocabulary(void)
{
    static ClVocabulary *vocabulary;
    g_autoptr(ClNotes) notes = cl_notes_new();
    if (!vocabulary)
        vocabulary = cl_vocabulary_new(notes);
    return vocabulary;
}

static ClRuleSet *
get_own_rules(void)
{
    static ClRuleSet *rules;
    g_autoptr(ClNotes) notes = cl_notes_new();
    if (!rules)
        rules = cl_rule_set_parse(own_rules, strlen(own_rules), "own.yaml",
                                  get_vocabulary(), notes);
    MUST(rules, "%s", cl_notes_get(notes, 0)->message);
    return rules;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const Input input = split_input(bytes, length);
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClRuleSet) given =
        input.rules.length
            ? cl_rule_set_parse(input.rules.start, input.rules.length,
                                "rules.yaml", get_vocabulary(), notes)
            : NULL;
    ClRuleSet *const rules =
        given && cl_rule_set_count(given) ? given : get_own_rules();
    cl_rule_set_make_sieve(rules);
    must_miss_nothing(&input, rules);
    g_autoptr(GString) first = run(&input, rules, false);
    g_autoptr(GString) again = run(&input, rules, true);
    MUST(g_string_equal(first, again), "reports differ:\n%s\n%s", first->str,
         again->str);
    return 0;
}
