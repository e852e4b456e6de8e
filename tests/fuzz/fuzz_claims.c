/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Any bytes become claims of a cache or none: what was taken can be sorted
 * and packed, and packed again is the same; what was refused left nothing.
 */

#include "fuzz.h"

#include "extract/extract.h"

static const char own_rules[] =
    "- id: stores\n"
    "  title: 远山门店\n"
    "  subject: [远山, Yuanshan]\n"
    "  measure: [门店, stores]\n"
    "  unit: 家\n"
    "  facets:\n"
    "    kind: {city: [城市], village: [乡村]}\n"
    "    window: duration\n"
    "  same: [kind, window]\n"
    "  examples:\n"
    "    - {text: 远山有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n";

/** A world that lasts: no input changes it. */
static const ClRuleSet *
get_rules(void)
{
    static ClRuleSet *rules;
    static ClVocabulary *vocabulary;
    g_autoptr(ClNotes) notes = cl_notes_new();
    if (rules)
        return rules;
    vocabulary = cl_vocabulary_new(notes);
    rules = cl_rule_set_parse(own_rules, strlen(own_rules), "own.yaml",
                              vocabulary, notes);
    MUST(rules, "our own rules are refused");
    return rules;
}

static void
must_be_claims(const ClClaims *claims)
{
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *const claim = cl_claims_get(claims, i);
        g_autoptr(GString) out = g_string_new(NULL);
        MUST(strcmp(claim->article->path, "a.txt") == 0, "'%s'",
             claim->article->path);
        MUST(claim->text && claim->quantity_text && claim->sentence,
             "a text is missing");
        MUST(cl_unit_name(cl_rule_set_vocabulary(get_rules()),
                          claim->quantity.unit),
             "no unit %d", claim->quantity.unit);
        cl_interval_print(claim->quantity.hard, out);
        cl_interval_print(claim->quantity.usual, out);
    }
}

/* What the bytes hold, packed anew; NULL if they hold nothing. */
static GString *
pack_again(const char *bytes, size_t length)
{
    g_autoptr(ClClaims) claims = cl_claims_new();
    g_autoptr(ClNotes) notes = cl_notes_new();
    const ClClaimsMark before = cl_claims_mark(claims);
    const ClBytes given = {.at = bytes, .end = bytes + length};
    if (!cl_claims_unpack(claims, get_rules(), "a.txt", given, notes)) {
        MUST(cl_claims_count(claims) == 0 && cl_claims_articles(claims) == 0 &&
                 cl_claims_figures(claims) == 0,
             "refused, yet something is left");
        return NULL;
    }
    GString *const packed = g_string_new(NULL);
    cl_claims_pack(claims, &before, notes, packed);
    cl_claims_sort(claims);
    must_be_claims(claims);
    return packed;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    GString *const once = pack_again((const char *)bytes, length);
    if (!once)
        return 0;
    GString *const twice = pack_again(once->str, once->len);
    MUST(twice, "what was packed is refused");
    MUST(g_string_equal(once, twice), "packed again it differs");
    g_string_free(once, TRUE);
    g_string_free(twice, TRUE);
    return 0;
}
