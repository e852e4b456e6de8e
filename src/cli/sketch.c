/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns one sentence into a rule file: the figure that stands out, whose it
 * may be and what it may measure.  Guesses are tried one after the other, and
 * only a rule whose own examples pass is given away.
 */
#include "cli/sketch.h"

#include "cli/example.h"
#include "cli/sketch_words.h"

#include <string.h>

/* A guess at a rule. */
typedef struct {
    const ClVocabulary *vocabulary;
    const char *sentence; /* as written, on one line */
    const char *id;       /* or NULL */
    const ClSketchText *text;
    const ClFolded *folded;
    const ClQuantity *figure;
    const char *unit;
    const char *window;      /* ISO 8601, or NULL */
    ClSpan subject, measure; /* measure: empty for none */
} Guess;

/* ---- Text for YAML ----------------------------------------------------- */

/* One line without control characters.  Owned. */
static char *
flatten(const char *sentence)
{
    g_autofree char *valid = g_utf8_make_valid(sentence, -1);
    GString *const out = g_string_new(NULL);
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c) && c < 0x80)
            g_string_append_c(out, ' ');
        else if (!g_unichar_iscntrl(c))
            g_string_append_unichar(out, c);
    }
    return g_strstrip(g_string_free(out, FALSE));
}

static void
append_quoted(const char *text, size_t length, GString *out)
{
    g_string_append_c(out, '\'');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\'')
            g_string_append_c(out, '\'');
        g_string_append_c(out, text[i]);
    }
    g_string_append_c(out, '\'');
}

static void
append_span(const Guess *guess, ClSpan span, GString *out)
{
    append_quoted(guess->text->text + span.start, span.end - span.start, out);
}

/* Small letters, digits and hyphens; nothing for Chinese. */
static void
append_kebab(const char *text, size_t length, GString *out)
{
    for (size_t i = 0; i < length; i++) {
        if (g_ascii_isalnum(text[i]))
            g_string_append_c(out, g_ascii_tolower(text[i]));
        else if (out->len && out->str[out->len - 1] != '-')
            g_string_append_c(out, '-');
    }
    while (out->len && out->str[out->len - 1] == '-')
        g_string_truncate(out, out->len - 1);
}

static void
append_id(const Guess *guess, GString *out)
{
    g_autoptr(GString) id = g_string_new(NULL);
    const char *const text = guess->text->text;
    append_kebab(text + guess->subject.start,
                 guess->subject.end - guess->subject.start, id);
    if (!id->len)
        g_string_append(id, "new");
    g_string_append_c(id, '-');
    const char *const unit =
        cl_unit_name(guess->vocabulary, guess->figure->unit);
    append_kebab(*unit ? unit : "figure", strlen(*unit ? unit : "figure"), id);
    g_string_append(out, guess->id ? guess->id : id->str);
}

/* ---- A rule file ------------------------------------------------------- */

static bool
has_measure(const Guess *guess)
{
    return guess->measure.end > guess->measure.start;
}

static void
append_head(const Guess *guess, GString *out)
{
    g_string_append(out, "# Made by 'claimlint rules new': mend what was "
                         "guessed wrong, then try it with\n"
                         "# 'claimlint rules test' and 'claimlint rules "
                         "lint'.\nid: ");
    append_id(guess, out);
    g_autoptr(GString) title = g_string_new(NULL);
    const char *const text = guess->text->text;
    g_string_append_len(title, text + guess->subject.start,
                        (gssize)(guess->subject.end - guess->subject.start));
    if (has_measure(guess)) {
        g_string_append_c(title, ' ');
        g_string_append_len(
            title, text + guess->measure.start,
            (gssize)(guess->measure.end - guess->measure.start));
    }
    g_string_append(out, "\ntitle: ");
    append_quoted(title->str, title->len, out);
    g_string_append(out, "\n# why: …    why the figure deserves a rule\n"
                         "# ask: …    the question to send to the writer\n");
}

static void
append_terms(const Guess *guess, GString *out)
{
    g_string_append(out, "subject: [");
    append_span(guess, guess->subject, out);
    g_string_append(out, "]    # add other names\n");
    if (has_measure(guess)) {
        g_string_append(out, "measure: [");
        append_span(guess, guess->measure, out);
        g_string_append(out, "]    # add other words for it\n");
    }
    g_string_append(out, "unit: ");
    append_quoted(guess->unit, strlen(guess->unit), out);
    g_string_append_c(out, '\n');
    if (guess->window)
        g_string_append(out, "facets:\n"
                             "  window: duration\n"
                             "  # kind: {signed: [签约], open: [开业]}\n"
                             "same: [window]    # add kind\n");
    else
        g_string_append(out, "# facets:    what tells two figures apart\n"
                             "#   kind: {signed: [签约], open: [开业]}\n"
                             "# same: [kind]\n");
}

/* The sentence about somebody else.  Owned. */
static char *
replace_subject(const Guess *guess)
{
    const char *const text = guess->text->text;
    const size_t length = guess->subject.end - guess->subject.start;
    g_autofree char *subject = g_strndup(text + guess->subject.start, length);
    bool chinese = false;
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        chinese |= cl_char_is_han(g_utf8_get_char(p));
    g_auto(GStrv) parts = g_strsplit(text, subject, -1);
    return g_strjoinv(cl_sketch_stand_in(guess->text, chinese), parts);
}

static void
append_examples(const Guess *guess, GString *out)
{
    g_autofree char *silent = replace_subject(guess);
    g_string_append(out, "examples:\n  - text: ");
    append_quoted(guess->sentence, strlen(guess->sentence), out);
    g_string_append(out, "\n    claim: {value: ");
    append_span(guess, guess->figure->span, out);
    if (guess->window)
        g_string_append_printf(out, ", window: %s", guess->window);
    g_string_append(out, "}\n  - silent: ");
    append_quoted(silent, strlen(silent), out);
    g_string_append(out, "    # add look-alikes\n");
}

/* ---- Trying ------------------------------------------------------------ */

static bool
passes(const Guess *guess, const GString *file)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClRuleSet) rules = cl_rule_set_parse(
        file->str, file->len, "new.yaml", guess->vocabulary, notes);
    if (!rules)
        return false;
    const ClRule *const rule = cl_rule_set_get(rules, 0);
    for (guint i = 0; i < rule->examples->len; i++) {
        g_autoptr(GString) story = g_string_new(NULL);
        if (!cl_outcome_passes(cl_example_run(rules, rule, i, story)))
            return false;
    }
    return true;
}

static bool
try_guess(Guess *guess, ClSpan measure, GString *out)
{
    guess->measure = measure;
    if (!cl_sketch_subject(guess->text, measure, &guess->subject))
        return false;
    g_string_truncate(out, 0);
    append_head(guess, out);
    append_terms(guess, out);
    append_examples(guess, out);
    return passes(guess, out);
}

/* Each measure with the window the sentence has, then without; at last no
   measure at all. */
static bool
try_guesses(Guess *guess, GString *out)
{
    const char *const windows[] = {guess->window, NULL};
    g_autoptr(GArray) measures = cl_sketch_measures(guess->text);
    const ClSpan none = {0, 0};
    g_array_append_val(measures, none);
    for (size_t i = guess->window ? 0 : 1; i < G_N_ELEMENTS(windows); i++) {
        guess->window = windows[i];
        for (guint j = 0; j < measures->len; j++)
            if (try_guess(guess, g_array_index(measures, ClSpan, j), out))
                return true;
    }
    g_string_truncate(out, 0);
    return false;
}

/* ---- The figure -------------------------------------------------------- */

/* How much a quantity looks like what the sentence is about. */
static unsigned
weigh(const ClQuantity *quantity)
{
    switch (quantity->kind) {
    case CL_KIND_COUNT:
    case CL_KIND_CURRENCY:
    case CL_KIND_PERCENT:
    case CL_KIND_PERCENTAGE_POINT:
    case CL_KIND_MULTIPLE:
        return 4;
    case CL_KIND_DIMENSION:
    case CL_KIND_TEMPERATURE:
    case CL_KIND_FRACTION:
        return 3;
    case CL_KIND_NUMBER:
    case CL_KIND_RANGE:
        return cl_number_magnitude(quantity->value) >= 4 ? 2 : 0;
    case CL_KIND_DURATION:
    case CL_KIND_ORDINAL:
    case CL_KIND_AGE:
        return 1;
    default:
        return 0;
    }
}

static const ClQuantity *
choose_figure(const GArray *quantities)
{
    const ClQuantity *best = NULL;
    for (guint i = 0; i < quantities->len; i++) {
        const ClQuantity *const quantity =
            &g_array_index(quantities, ClQuantity, i);
        if (weigh(quantity) > (best ? weigh(best) : 0))
            best = quantity;
    }
    return best;
}

static const char *
name_unit(const ClVocabulary *vocabulary, const ClQuantity *quantity)
{
    if (!quantity->unit)
        return "个";
    const char *const label = cl_unit_label(vocabulary, quantity->unit, true);
    return cl_unit_find(vocabulary, label) == quantity->unit
               ? label
               : cl_unit_name(vocabulary, quantity->unit);
}

/* ---- The sentence ------------------------------------------------------ */

static void
take_spans(ClSketchText *text, const GArray *quantities, const GArray *times)
{
    for (guint i = 0; i < quantities->len; i++) {
        const ClQuantity *const quantity =
            &g_array_index(quantities, ClQuantity, i);
        /* the 7 of YU7 is no figure but a name */
        if (quantity->unit || quantity->span.start == 0 ||
            !g_ascii_isalnum(text->text[quantity->span.start - 1]))
            g_array_append_val(text->taken, quantity->span);
    }
    for (guint i = 0; i < times->len; i++)
        g_array_append_val(text->taken, g_array_index(times, ClTime, i).span);
}

static const char *
find_window(const GArray *times, const ClQuantity *figure)
{
    for (guint i = 0; i < times->len; i++) {
        const ClTime *const time = &g_array_index(times, ClTime, i);
        if (time->kind == CL_TIME_WINDOW &&
            !cl_span_overlaps(time->span, figure->span))
            return time->iso;
    }
    return NULL;
}

static bool
sketch(Guess *guess, ClSketchText *text, GString *out, GString *mistake)
{
    const GString *const cased = guess->folded->cased;
    g_autoptr(GArray) quantities =
        g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(ClTime));
    cl_quantities_read(guess->vocabulary, cased->str, cased->len, quantities);
    cl_times_read(guess->vocabulary, cased->str, cased->len, 0, times);
    guess->figure = choose_figure(quantities);
    if (!guess->figure) {
        g_string_append(mistake, "there is no figure in the sentence");
        return false;
    }
    text->figure = guess->figure->span;
    take_spans(text, quantities, times);
    guess->unit = name_unit(guess->vocabulary, guess->figure);
    guess->window = find_window(times, guess->figure);
    if (try_guesses(guess, out))
        return true;
    g_string_append_printf(mistake,
                           "cannot tell whose figure '%.*s' is: give a whole "
                           "sentence that names it",
                           (int)(text->figure.end - text->figure.start),
                           cased->str + text->figure.start);
    return false;
}

bool
cl_sketch_rule(const ClVocabulary *vocabulary,
               const char *sentence,
               const char *id,
               GString *out,
               GString *mistake)
{
    g_auto(ClFolded) folded;
    g_auto(ClSketchText) text;
    g_autofree char *flat = flatten(sentence);
    cl_folded_init(&folded);
    cl_fold_text(flat, strlen(flat), &folded);
    cl_sketch_text_init(&text, folded.cased->str, folded.cased->len);
    Guess guess = {.vocabulary = vocabulary,
                   .sentence = flat,
                   .id = id,
                   .text = &text,
                   .folded = &folded};
    return sketch(&guess, &text, out, mistake);
}
