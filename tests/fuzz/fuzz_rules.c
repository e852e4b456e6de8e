/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Any bytes become rules or mistakes: each mistake is told at a place inside
 * the file, rules that were taken can be matched against a sentence.  An
 * expression that is taken unseen is one that PCRE2 takes.
 */

#include "fuzz.h"

#include "rule/regex.h"
#include "rule/rule.h"
#include "text/text.h"

static const char sentence[] = "到2025年底远山y1累计锁单超过5.2万辆, "
                               "yuanshan y1 orders reached 52,000";

/* ---- Mistakes ---------------------------------------------------------- */

typedef struct {
    const uint8_t *bytes;
    size_t length;
} Input;

/* Lines end with LF, CR, CRLF, and in YAML with NEL, LS and PS too. */
static unsigned
count_lines(const Input *input)
{
    unsigned lines = 1;
    for (size_t i = 0; i < input->length; i++)
        lines += input->bytes[i] == '\n' || input->bytes[i] == '\r' ||
                 input->bytes[i] == 0x85 ||
                 (i > 1 && input->bytes[i - 2] == 0xE2 &&
                  input->bytes[i - 1] == 0x80);
    return lines;
}

static void
must_be_note(const ClNote *note, const Input *input)
{
    MUST(note->kind && *note->kind, "no kind");
    MUST(note->message && *note->message, "no message");
    must_be_text(note->message, strlen(note->message));
    if (note->hint)
        must_be_text(note->hint, strlen(note->hint));
    MUST(note->file && strcmp(note->file, "a.yaml") == 0, "%s: of no file",
         note->message);
    MUST(note->line <= count_lines(input) + 1, "%s: line %u of %u",
         note->message, note->line, count_lines(input));
    MUST(note->column <= input->length + 2, "%s: column %u", note->message,
         note->column);
    MUST(!strpbrk(note->message, "\r\n"), "more than a line: %s",
         note->message);
}

/* ---- Rules ------------------------------------------------------------- */

static void
must_be_rule(const ClRuleSet *rules, size_t index)
{
    const ClRule *const rule = cl_rule_set_get(rules, index);
    MUST(cl_rule_set_find(rules, rule->id) == rule, "'%s' is not found",
         rule->id);
    MUST(!index || strcmp(cl_rule_set_get(rules, index - 1)->id, rule->id) < 0,
         "'%s' out of order", rule->id);
    MUST(rule->units->len && rule->examples->len, "'%s' has too little",
         rule->id);
    must_be_text(rule->id, strlen(rule->id));
    must_be_text(rule->title, strlen(rule->title));
    MUST(cl_number_valid(rule->tolerance) &&
             cl_number_sign(rule->tolerance) >= 0,
         "tolerance of '%s'", rule->id);
}

static void
must_be_hits(const ClRuleSet *rules, const GArray *hits)
{
    size_t start = 0, uses;
    for (guint i = 0; i < hits->len; i++) {
        const ClHit *const hit = &g_array_index(hits, ClHit, i);
        must_be_span(sentence, sizeof sentence - 1, hit->span);
        MUST(hit->span.start >= start, "hits out of order");
        MUST(hit->span.start < hit->span.end, "an empty hit");
        MUST(cl_rule_set_uses(rules, hit->term, &uses) && uses, "no use");
        start = hit->span.start;
    }
}

static void
must_match_patterns(const ClRuleSet *rules)
{
    size_t count;
    const uint32_t *const patterned = cl_rule_set_patterned(rules, &count);
    const ClSpan quantity = {strlen("到2025年底远山y1累计锁单"),
                             strlen("到2025年底远山y1累计锁单超过5.2万辆")};
    for (size_t i = 0; i < count; i++) {
        bool gave_up = false;
        ClSpan match;
        if (cl_rule_match_pattern(cl_rule_set_get(rules, patterned[i]),
                                  sentence, sizeof sentence - 1, quantity,
                                  &match, &gave_up))
            must_be_span(sentence, sizeof sentence - 1, match);
    }
}

static void
must_be_rules(const ClRuleSet *rules)
{
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    g_autoptr(GArray) gave_up = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    MUST(strlen(cl_rule_set_hash(rules)) == 64, "'%s' is no SHA-256",
         cl_rule_set_hash(rules));
    for (size_t i = 0; i < cl_rule_set_count(rules); i++)
        must_be_rule(rules, i);
    cl_rule_set_match(rules, sentence, sizeof sentence - 1, hits, gave_up);
    must_be_hits(rules, hits);
    must_match_patterns(rules);
}

static void
must_be_expression(const char *bytes, size_t length)
{
    g_autofree char *source = g_strndup(bytes, length);
    if (!cl_utf8_is_valid(source, strlen(source)))
        return;
    g_autofree char *mistake = cl_regex_check(source);
    g_autofree char *whole = mistake ? NULL : cl_regex_check_whole(source);
    MUST(!whole, "taken unseen: '%s': %s", source, whole);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static ClVocabulary *vocabulary;
    g_autoptr(ClNotes) notes = cl_notes_new();
    if (!vocabulary)
        vocabulary = cl_vocabulary_new(notes);
    const Input input = {bytes, length};
    must_be_expression((const char *)bytes, length);
    g_autoptr(ClRuleSet) rules = cl_rule_set_parse((const char *)bytes, length,
                                                   "a.yaml", vocabulary, notes);
    for (size_t i = 0; i < cl_notes_count(notes); i++)
        must_be_note(cl_notes_get(notes, i), &input);
    MUST(rules || cl_notes_errors(notes), "refused without a mistake");
    MUST(!rules || !cl_notes_errors(notes), "taken with a mistake: %s",
         cl_notes_get(notes, 0)->message);
    if (rules)
        must_be_rules(rules);
    return 0;
}
