/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence read on demand: folded, its terms, quantities and times found,
 * each at most once and only if somebody asks.
 */
#include "extract/private.h"

#include <string.h>

void
passage_init(Passage *passage)
{
    *passage = (Passage){
        .hits = g_array_new(FALSE, FALSE, sizeof(ClHit)),
        .words = g_array_new(FALSE, FALSE, sizeof(ClHit)),
        .quantities = g_array_new(FALSE, FALSE, sizeof(ClQuantity)),
        .times = g_array_new(FALSE, FALSE, sizeof(ClTime)),
        .mentions = g_array_new(FALSE, FALSE, sizeof(Mention)),
    };
    cl_folded_init(&passage->text);
}

void
passage_clear(Passage *passage)
{
    g_array_free(passage->hits, TRUE);
    g_array_free(passage->words, TRUE);
    g_array_free(passage->quantities, TRUE);
    g_array_free(passage->times, TRUE);
    g_array_free(passage->mentions, TRUE);
    cl_folded_clear(&passage->text);
}

void
passage_reset(Passage *passage, ClSentence sentence)
{
    passage->sentence = sentence;
    passage->quote = NULL;
    passage->folded = passage->loose = false;
    passage->anchored = passage->matched = passage->sifted = false;
    passage->counted = passage->timed = passage->mentioned = false;
    passage->composed = false;
    passage->weighed = WEIGHED_NOT;
    passage->question = ASKS_UNKNOWN;
    passage->count = COUNTS_UNKNOWN;
    passage->goes = GOES_UNKNOWN;
    passage->corner = (ClSpan){0, 0};
}

const ClFolded *
passage_text(Extraction *run, Passage *passage)
{
    if (passage->folded)
        return &passage->text;
    ClCell cell;
    passage->folded = true;
    passage->composed =
        passage->sentence.cell &&
        cl_article_cell(run->article, passage->sentence.span, &cell);
    if (passage->composed) {
        cell_compose(run, passage, &cell);
    } else if (passage->sentence.lead.end > passage->sentence.lead.start) {
        passage->composed = true;
        item_compose(run, passage);
    } else
        cl_fold_article(run->article, passage->sentence.span, &passage->text);
    return &passage->text;
}

typedef void Matcher(const ClRuleSet *rules,
                     const char *text,
                     size_t length,
                     GArray *out,
                     GArray *gave_up);

/* Every rule that has the term is blind here, not just the first; a word that
 * serves all rules blinds none, and is ours to mend. */
static void
blame_rules(Extraction *run, const Passage *passage, uint32_t term)
{
    size_t count;
    const ClTermUse *uses = cl_rule_set_uses(run->rules, term, &count);
    if (cl_role_is_shared(uses[0].role))
        say_shared_gave_up(run, passage);
    for (size_t i = 0; i < count && !cl_role_is_shared(uses[i].role); i++)
        if (i == 0 || uses[i].rule != uses[i - 1].rule)
            say_gave_up(run, passage, uses[i].rule);
}

static void
match(Extraction *run, Passage *passage, Matcher *matcher)
{
    const GString *text = passage_text(run, passage)->text;
    const unsigned before = run->gave_up->len;
    matcher(run->rules, text->str, text->len, passage->hits, run->gave_up);
    for (unsigned i = before; i < run->gave_up->len; i++)
        blame_rules(run, passage, g_array_index(run->gave_up, uint32_t, i));
}

const GArray *
passage_anchors(Extraction *run, Passage *passage)
{
    if (!passage->anchored)
        match(run, passage, cl_rule_set_match_anchors);
    passage->anchored = true;
    return passage->hits;
}

const GArray *
passage_hits(Extraction *run, Passage *passage)
{
    passage_anchors(run, passage);
    if (!passage->matched)
        match(run, passage, cl_rule_set_match_rest);
    passage->matched = true;
    return passage->hits;
}

/* Nothing but the joint of a list stands between two figures. */
bool
passage_is_joint(const char *text, ClSpan between)
{
    static const char *const joints[] = {"和", "与",    "及",    "、",
                                         ",",  " and ", ", and "};
    const size_t length = between.end - between.start;
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
        if (strlen(joints[i]) == length &&
            memcmp(text + between.start, joints[i], length) == 0)
            return true;
    return false;
}

static void
take_form(ClQuantity *quantity, ClForm form)
{
    const ClInterval none = cl_interval_point(cl_number_make(0, 0));
    quantity->form = form;
    if (form != CL_FORM_DECLINE)
        return;
    const ClNumber value = quantity->value;
    quantity->hard = cl_interval_subtract(none, quantity->hard);
    quantity->usual = cl_interval_subtract(none, quantity->usual);
    quantity->value = cl_number_negate(quantity->upper);
    quantity->upper = cl_number_negate(value);
}

/* 分别增长5%和8%, fell 5 and 8 percent respectively: the verb is said once. */
static void
share_changes(Passage *passage)
{
    const char *text = passage->text.text->str;
    GArray *quantities = passage->quantities;
    if (!strstr(text, "分别") && !strstr(text, "respectively"))
        return;
    for (unsigned i = 1; i < quantities->len; i++) {
        const ClQuantity *before =
            &g_array_index(quantities, ClQuantity, i - 1);
        ClQuantity *own = &g_array_index(quantities, ClQuantity, i);
        if (own->kind == CL_KIND_PERCENT && before->kind == own->kind &&
            own->form == CL_FORM_LEVEL && before->form != CL_FORM_LEVEL &&
            passage_is_joint(text, (ClSpan){before->span.end, own->span.start}))
            take_form(own, before->form);
    }
}

const GArray *
passage_quantities(Extraction *run, Passage *passage)
{
    const GString *text = passage_text(run, passage)->cased;
    if (!passage->counted)
        cl_quantities_read(run->vocabulary, text->str, text->len,
                           passage->quantities);
    if (!passage->counted && (passage->sentence.cell || passage->composed))
        cell_keep_own(passage);
    if (!passage->counted)
        share_changes(passage);
    passage->counted = true;
    return passage->quantities;
}

const GArray *
passage_times(Extraction *run, Passage *passage)
{
    const GString *text = passage_text(run, passage)->cased;
    if (!passage->timed)
        cl_times_read(run->vocabulary, text->str, text->len, run->day,
                      passage->times);
    passage->timed = true;
    return passage->times;
}

static bool
ends_in_semicolon(const Extraction *run, ClSpan span)
{
    static const char *const marks[] = {";", "；"};
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        const size_t mark = strlen(marks[i]);
        if (span.end <= length && span.end - span.start > mark &&
            memcmp(text + span.end - mark, marks[i], mark) == 0)
            return true;
    }
    return false;
}

bool
passage_follows_semicolon(const Extraction *run, const Passage *passage)
{
    enum { LONGEST_MARK = 3 };
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    size_t end = passage->sentence.span.start;
    while (end > 0 && end <= length && g_ascii_isspace(text[end - 1]))
        end--;
    return end > LONGEST_MARK && end <= length &&
           ends_in_semicolon(run, (ClSpan){end - LONGEST_MARK - 1, end});
}

/* Seen in the article's own bytes, where that can be: a sentence that opens
   with a Han character or another letter need not be folded. */
static bool
may_open_with_it(const Extraction *run, const Passage *passage)
{
    enum { HAN_FIRST = 0xE4, HAN_LAST = 0xE9 };
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    const ClSpan span = passage->sentence.span;
    if (passage->folded || passage->sentence.cell || passage->loose ||
        passage->sentence.lead.end || span.start >= span.end)
        return true;
    const guchar first = (guchar)text[span.start];
    const char next = span.end - span.start > 1 ? text[span.start + 1] : 't';
    if (g_ascii_isalpha(first) && g_ascii_isalpha(next) &&
        g_ascii_tolower(next) != 't')
        return false;
    return !(g_ascii_isalnum(first) && g_ascii_tolower((char)first) != 'i') &&
           !(first >= HAN_FIRST && first <= HAN_LAST);
}

bool
passage_opens_with_it(Extraction *run, Passage *passage)
{
    static const char *const heads[] = {"it ", "its "};
    if (!may_open_with_it(run, passage))
        return false;
    const char *text = passage_text(run, passage)->text->str;
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
        if (g_str_has_prefix(text, heads[i]))
            return true;
    return false;
}

/* 2024年，海底捞……；年末……. Luckin … It opened … Its …: such a part names no
   subject of its own and hands on the one it has. */
bool
passage_goes_on(Extraction *run, Passage *passage)
{
    if (passage->goes == GOES_UNKNOWN)
        passage->goes = ends_in_semicolon(run, passage->sentence.span) ||
                                passage_opens_with_it(run, passage)
                            ? GOES_ON
                            : GOES_NOT;
    return passage->goes == GOES_ON;
}

bool
passage_has_number(const Extraction *run, Passage *passage)
{
    if (passage->count == COUNTS_UNKNOWN)
        passage->count =
            cl_sentence_has_number(run->article, &passage->sentence)
                ? COUNTS
                : COUNTS_NOTHING;
    return passage->count == COUNTS;
}
