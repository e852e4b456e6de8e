/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds regular expressions whose work grows faster than the text.  A text
 * that nearly matches is built from the pattern itself: what stands before a
 * quantifier, then what the pattern repeats, many times over, then something
 * it cannot match.  The work is counted by the least match limit that lets
 * PCRE2 come to an end, so the answer is the same on every machine.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "rule/regex.h"
#include "rule/rule.h"

#include <pcre2.h>
#include <string.h>

enum {
    ROUNDS = 48, /* times the pump is repeated, then twice that */
    MOST_STEPS = 200000,
    MOST_TEXTS = 24, /* heads and pumps that are tried */
    MOST_LEVELS = 32,
};

/* A pattern while a text that it matches is made of it. */
typedef struct {
    const char *at;
    GString *text;    /* matches what was read so far */
    GPtrArray *heads; /* of char *: texts up to a quantifier */
    GPtrArray *pumps; /* of char *: what can be repeated */
    unsigned level;
} Sample;

static void read_choice(Sample *sample);

static void
add_text(GPtrArray *texts, const char *text)
{
    for (guint i = 0; i < texts->len; i++)
        if (strcmp(texts->pdata[i], text) == 0)
            return;
    if (texts->len < MOST_TEXTS)
        g_ptr_array_add(texts, g_strdup(text));
}

/* ---- Atoms ------------------------------------------------------------- */

static void
read_escape(Sample *sample)
{
    static const struct {
        char letter;
        const char *text;
    } classes[] = {{'d', "1"},  {'D', "a"},  {'w', "a"}, {'W', "!"},
                   {'s', " "},  {'S', "a"},  {'h', " "}, {'R', "\n"},
                   {'n', "\n"}, {'t', "\t"}, {'b', ""},  {'B', ""},
                   {'A', ""},   {'z', ""},   {'Z', ""},  {'K', ""},
                   {'N', "a"},  {'X', "a"}};
    const char *const escaped = ++sample->at;
    const char letter = *escaped;
    if (!letter)
        return;
    sample->at = g_utf8_next_char(sample->at);
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (classes[i].letter == letter) {
            g_string_append(sample->text, classes[i].text);
            return;
        }
    }
    if (letter == 'x' && *sample->at == '{') {
        const gunichar c = (gunichar)g_ascii_strtoull(sample->at + 1, NULL, 16);
        if (g_unichar_validate(c) && c)
            g_string_append_unichar(sample->text, c);
    }
    if (*sample->at == '{' && strchr("xpPgk", letter)) {
        if (letter == 'p')
            g_string_append(sample->text, "字");
        sample->at += strcspn(sample->at, "}");
        sample->at += *sample->at == '}';
    } else if (!g_ascii_isalnum(letter)) {
        g_string_append_len(sample->text, escaped, sample->at - escaped);
    }
}

/* The first character a class lists, or one that [^…] hardly lists. */
static void
read_class(Sample *sample)
{
    const char *p = sample->at + 1;
    const bool negated = *p == '^';
    p += negated;
    const char *const first = p;
    for (bool start = true; *p && (start || *p != ']'); start = false) {
        const char *const posix =
            g_str_has_prefix(p, "[:") ? strstr(p, ":]") : NULL;
        if (posix)
            p = posix + 2;
        else
            p = *p == '\\' && p[1] ? g_utf8_next_char(p + 1)
                                   : g_utf8_next_char(p);
    }
    if (negated) {
        g_string_append(sample->text, "字");
    } else if (*first == '\\') {
        Sample inner = *sample;
        inner.at = first;
        read_escape(&inner);
    } else {
        g_string_append_len(sample->text, first,
                            g_utf8_next_char(first) - first);
    }
    sample->at = *p ? p + 1 : p;
}

/* What follows "(?": false for an assertion, whose text is not part of the
   match. */
static bool
skip_group_head(Sample *sample)
{
    const char *p = sample->at + 2;
    const bool asserts =
        *p == '=' || *p == '!' || (*p == '<' && (p[1] == '=' || p[1] == '!'));
    if (asserts) {
        p += *p == '<' ? 2 : 1;
    } else if (*p == '<' || *p == 'P' || *p == '\'') {
        p += 1 + strcspn(p + 1, ">'");
        p += *p != '\0';
    } else {
        p += strspn(p, "imsxnJU-^|>:");
    }
    sample->at = p;
    return !asserts;
}

static void
read_group(Sample *sample)
{
    const size_t before = sample->text->len;
    bool kept = true;
    if (sample->at[1] == '?')
        kept = skip_group_head(sample);
    else
        sample->at++;
    if (sample->level < MOST_LEVELS) {
        sample->level++;
        read_choice(sample);
        sample->level--;
    }
    if (!kept)
        g_string_truncate(sample->text, before);
    sample->at += *sample->at == ')';
}

static void
read_atom(Sample *sample)
{
    const char *const at = sample->at;
    if (*at == '\\') {
        read_escape(sample);
    } else if (*at == '[') {
        read_class(sample);
    } else if (*at == '(') {
        read_group(sample);
    } else {
        sample->at = g_utf8_next_char(at);
        if (*at == '.')
            g_string_append(sample->text, "字");
        else if (*at != '^' && *at != '$')
            g_string_append_len(sample->text, at, sample->at - at);
    }
}

/* ---- Sequences --------------------------------------------------------- */

/* Skips a quantifier; true if it may repeat more than once.  A small upper
   end needs no exception: where it holds, the work stops growing. */
static bool
skip_quantifier(Sample *sample)
{
    const char sign = *sample->at;
    if (sign == '{' &&
        (g_ascii_isdigit(sample->at[1]) || sample->at[1] == ',')) {
        const char *const close = strchr(sample->at, '}');
        sample->at = close ? close + 1 : sample->at + 1;
    } else if (sign == '*' || sign == '+' || sign == '?') {
        sample->at++;
    } else {
        return false;
    }
    sample->at += *sample->at == '?' || *sample->at == '+';
    return sign != '?';
}

static void
read_sequence(Sample *sample)
{
    while (*sample->at && *sample->at != '|' && *sample->at != ')') {
        const size_t before = sample->text->len;
        g_autofree char *head = g_strdup(sample->text->str);
        read_atom(sample);
        add_text(sample->pumps, sample->text->str + before);
        if (skip_quantifier(sample))
            add_text(sample->heads, head);
    }
}

/* Every alternative is read; the first stays in the text. */
static void
read_choice(Sample *sample)
{
    const size_t before = sample->text->len;
    read_sequence(sample);
    add_text(sample->pumps, sample->text->str + before);
    while (*sample->at == '|') {
        g_autofree char *first = g_strdup(sample->text->str + before);
        g_string_truncate(sample->text, before);
        sample->at++;
        read_sequence(sample);
        add_text(sample->pumps, sample->text->str + before);
        g_string_truncate(sample->text, before);
        g_string_append(sample->text, first);
    }
}

static void
read_pattern(Sample *sample, const char *pattern)
{
    *sample = (Sample){.at = pattern,
                       .text = g_string_new(NULL),
                       .heads = g_ptr_array_new_with_free_func(g_free),
                       .pumps = g_ptr_array_new_with_free_func(g_free)};
    while (*sample->at) {
        read_choice(sample);
        sample->at += *sample->at == ')';
    }
}

static void
clear_sample(Sample *sample)
{
    g_string_free(sample->text, TRUE);
    g_ptr_array_unref(sample->heads);
    g_ptr_array_unref(sample->pumps);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sample, clear_sample)

char *
cl_regex_sample(const char *source)
{
    g_auto(Sample) sample;
    read_pattern(&sample, source);
    return g_strdup(sample.text->str);
}

/* ---- Work -------------------------------------------------------------- */

typedef struct {
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *limits;
} Gauge;

static bool
ends_within(const Gauge *gauge, const GString *text, uint32_t steps)
{
    pcre2_set_match_limit(gauge->limits, steps);
    const int status =
        pcre2_match(gauge->code, (PCRE2_SPTR)text->str, text->len, 0,
                    PCRE2_NO_UTF_CHECK, gauge->data, gauge->limits);
    return status != PCRE2_ERROR_MATCHLIMIT;
}

/* The least limit that suffices, at most MOST_STEPS. */
static uint32_t
count_steps(const Gauge *gauge, const GString *text)
{
    uint32_t lo = 1, hi = 64;
    while (hi < MOST_STEPS && !ends_within(gauge, text, hi)) {
        lo = hi;
        hi *= 2;
    }
    while (lo < hi) {
        const uint32_t middle = lo + (hi - lo) / 2;
        if (ends_within(gauge, text, middle))
            hi = middle;
        else
            lo = middle + 1;
    }
    return hi;
}

static GString *
pump_text(const char *head, const char *pump, size_t rounds)
{
    GString *text = g_string_new(head);
    for (size_t i = 0; i < rounds; i++)
        g_string_append(text, pump);
    g_string_append_c(text, '\x01');
    return text;
}

/* Twice the text may cost a bit more than twice the work, not thrice. */
static bool
is_slow(const Gauge *gauge, const char *head, const char *pump)
{
    GString *once = pump_text(head, pump, ROUNDS);
    GString *twice = pump_text(head, pump, 2 * ROUNDS);
    const uint32_t steps = count_steps(gauge, once);
    const bool slow = steps >= MOST_STEPS ||
                      (steps > ROUNDS && !ends_within(gauge, twice, 3 * steps));
    g_string_free(once, TRUE);
    g_string_free(twice, TRUE);
    return slow;
}

static char *
find_slow(const Gauge *gauge, const Sample *sample)
{
    for (guint i = 0; i < sample->heads->len; i++) {
        for (guint j = 0; j < sample->pumps->len; j++) {
            const char *const pump = sample->pumps->pdata[j];
            if (*pump && is_slow(gauge, sample->heads->pdata[i], pump))
                return g_strdup(pump);
        }
    }
    return NULL;
}

char *
cl_regex_find_slow(const char *source)
{
    int error = 0;
    size_t offset = 0;
    g_auto(GStrv) parts = g_strsplit(source, "{quantity}", -1);
    g_autofree char *pattern = g_strjoinv("\\x{E000}", parts);
    g_auto(Sample) sample;
    /* the shortcuts PCRE2 takes before it starts hide the work */
    Gauge gauge = {.code =
                       pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS |
                                         PCRE2_NO_START_OPTIMIZE,
                                     &error, &offset, NULL)};
    read_pattern(&sample, pattern);
    if (!gauge.code)
        return NULL;
    gauge.data = pcre2_match_data_create(1, NULL);
    gauge.limits = pcre2_match_context_create(NULL);
    char *slow = find_slow(&gauge, &sample);
    pcre2_match_context_free(gauge.limits);
    pcre2_match_data_free(gauge.data);
    pcre2_code_free(gauge.code);
    return slow;
}

bool
cl_regex_matches(const char *source, const char *text)
{
    g_autoptr(ClRegexes) regexes = cl_regexes_new();
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    cl_regexes_add(regexes, source, 0);
    cl_regexes_match(regexes, NULL, text, strlen(text), hits, NULL);
    return hits->len > 0;
}
