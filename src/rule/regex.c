/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns a rule's '/…/' into PCRE2 code for folded text.  What an author could
 * use to switch limits off is refused, and a limit that is hit is always told.
 */
#define _GNU_SOURCE /* memmem */
#include "rule/regex.h"

#include "rule/glance.h"
#include "rule/limits.h"
#include "rule/once.h"
#include "rule/regex_plain.h"
#include "rule/rule.h"
#include "text/text.h"

#include <string.h>

enum {
    PATTERN_BYTES = 4096,
    MOST_MATCHES = 256, /* of one expression in one text */
    MOST_GIVEN_UP = 3,  /* then an expression is not tried again */
};

#define COMPILE_OPTIONS                                                        \
    (PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C)

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pcre2_code, pcre2_code_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pcre2_match_data, pcre2_match_data_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pcre2_compile_context, pcre2_compile_context_free)

typedef struct {
    char *source; /* folded */
    ClOnce compiled;
    pcre2_code *code; /* once it is compiled */
    char *needs;      /* what every match holds; NULL: not known */
    uint32_t term;
} Regex;

struct ClRegexes {
    GArray *list; /* of Regex */
    ClOnce seen;
    ClGlance *glance; /* what each needs; NULL before the first use */
    pcre2_match_context *limits;
};

/* ---- What is refused --------------------------------------------------- */

/* What a pattern may not say at p, outside a character class; or NULL. */
static const char *
refused_at(const char *p)
{
    if (p[0] == '\\' && p[1] == 'C')
        return "'\\C' is not allowed";
    if (p[0] == '(' && p[1] == '*')
        return "'(*' is not allowed";
    if (strncmp(p, "(?C", 3) == 0)
        return "'(?C' is not allowed";
    return NULL;
}

static const char *
skip_quoted(const char *p)
{
    const char *end = strstr(p, "\\E");
    return end ? end + 2 : p + strlen(p);
}

/* In a class a first ']' is a literal: []万] */
static const char *
skip_class(const char *p)
{
    p += p[1] == '^' ? 2 : 1;
    for (bool first = true; *p && (first || *p != ']'); first = false)
        p += p[0] == '\\' && p[1] ? 2 : 1;
    return *p ? p + 1 : p;
}

static const char *
find_refused(const char *p)
{
    while (*p) {
        const char *refused = refused_at(p);
        if (refused)
            return refused;
        if (p[0] == '\\' && p[1] == 'Q')
            p = skip_quoted(p);
        else if (p[0] == '\\' && p[1])
            p += 2;
        else if (*p == '[')
            p = skip_class(p);
        else
            p++;
    }
    return NULL;
}

/* ---- Compiling --------------------------------------------------------- */

static void
append_folded(const char *folded, GString *out)
{
    for (const char *p = folded; *p; p++) {
        if (g_ascii_ispunct(*p))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *p);
    }
}

/* Past characters that folding leaves as they are. */
static const char *
skip_folded(const char *p)
{
    while (*p && (!(*p & 0x80) || cl_char_is_folded_han(g_utf8_get_char(p))))
        p = g_utf8_next_char(p);
    return p;
}

/*
 * Brings a pattern's characters beyond ASCII to the spelling of folded text:
 * 訂單 to 订单, （ to \(.  ASCII is left alone: \S is not \s, and PCRE2 itself
 * ignores case.
 */
char *
cl_regex_fold(const char *source)
{
    GString *out = g_string_sized_new(strlen(source));
    for (const char *p = source; *p; p = g_utf8_next_char(p)) {
        const char *const plain = skip_folded(p);
        g_string_append_len(out, p, plain - p);
        p = plain;
        if (!*p)
            break;
        const size_t size = (size_t)(g_utf8_next_char(p) - p);
        g_autofree char *one = g_strndup(p, size);
        g_autofree char *folded = cl_fold_term(one);
        if (!*folded)
            g_string_append(out, one);
        else if (g_utf8_strlen(folded, -1) > 1) {
            g_string_append(out, "(?:");
            append_folded(folded, out);
            g_string_append_c(out, ')');
        } else
            append_folded(folded, out);
    }
    return g_string_free(out, FALSE);
}

static pcre2_code *
compile(const char *pattern, int *error, size_t *offset)
{
    g_autoptr(pcre2_compile_context) limits = cl_limits_of_compiling();
    return pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                         COMPILE_OPTIONS, error, offset, limits);
}

static char *
say_error(const char *pattern, int error, size_t offset)
{
    PCRE2_UCHAR message[256] = "";
    pcre2_get_error_message(error, message, sizeof message);
    const size_t length = strlen(pattern);
    const long before = g_utf8_strlen(pattern, (gssize)MIN(offset, length));
    return g_strdup_printf("%s (at character %ld of '%s')",
                           (const char *)message, before + 1, pattern);
}

static bool
matches_nothing(const pcre2_code *code)
{
    g_autoptr(pcre2_match_data) data =
        pcre2_match_data_create_from_pattern(code, NULL);
    return pcre2_match(code, (PCRE2_SPTR) "", 0, 0, 0, data, NULL) >= 0;
}

/* As cl_regex_check, by compiling. */
static char *
check_whole(const char *source, const char *folded)
{
    int error = 0;
    size_t offset = 0;
    const char *refused = find_refused(source);
    if (refused)
        return g_strdup(refused);
    g_autoptr(pcre2_code) plain = compile(source, &error, &offset);
    if (!plain)
        return say_error(source, error, offset);
    const bool same = strcmp(folded, source) == 0;
    g_autoptr(pcre2_code) other =
        same ? NULL : compile(folded, &error, &offset);
    if (!same && !other)
        return say_error(folded, error, offset);
    if (matches_nothing(same ? plain : other))
        return g_strdup("it matches where there is nothing");
    return NULL;
}

char *
cl_regex_check(const char *source)
{
    if (strlen(source) > PATTERN_BYTES)
        return g_strdup_printf("longer than %d bytes", PATTERN_BYTES);
    g_autofree char *folded = cl_regex_fold(source);
    if (cl_regex_is_plain(source) && cl_regex_is_plain(folded))
        return NULL;
    return check_whole(source, folded);
}

char *
cl_regex_check_whole(const char *source)
{
    g_autofree char *folded = cl_regex_fold(source);
    return check_whole(source, folded);
}

char *
cl_regex_check_pattern(const char *source)
{
    if (!strstr(source, "{quantity}"))
        return g_strdup("there is no {quantity} in it");
    g_auto(GStrv) parts = g_strsplit(source, "{quantity}", -1);
    g_autofree char *pattern = g_strjoinv("(?:.+?)", parts);
    return cl_regex_check(pattern);
}

char *
cl_regex_engine(void)
{
    char version[64] = "";
    if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) <= (int)sizeof version)
        pcre2_config(PCRE2_CONFIG_VERSION, version);
    return g_strconcat("PCRE2 ", version, NULL);
}

/* ---- Matching ---------------------------------------------------------- */

static void
clear_regex(void *data)
{
    Regex *regex = data;
    pcre2_code_free(regex->code);
    g_free(regex->source);
    g_free(regex->needs);
}

ClRegexes *
cl_regexes_new(void)
{
    ClRegexes *regexes = g_new0(ClRegexes, 1);
    regexes->list = g_array_new(FALSE, FALSE, sizeof(Regex));
    g_array_set_clear_func(regexes->list, clear_regex);
    regexes->limits = cl_limits_new();
    return regexes;
}

void
cl_regexes_free(ClRegexes *regexes)
{
    if (!regexes)
        return;
    g_array_unref(regexes->list);
    cl_glance_free(regexes->glance);
    pcre2_match_context_free(regexes->limits);
    g_free(regexes);
}

/* Behind (?<![a-z]) and its like, none of them nested. */
static const char *
skip_lookbehind(const char *p)
{
    while (strncmp(p, "(?<!", 4) == 0 || strncmp(p, "(?<=", 4) == 0) {
        const char *end = p + 4 + strcspn(p + 4, "()\\");
        if (*end != ')')
            return p;
        p = end + 1;
    }
    return p;
}

/* True where a | stands outside of all groups, or may: [ is not looked into. */
static bool
has_branches(const char *p)
{
    int depth = 0;
    for (; *p; p++) {
        if (*p == '\\' && p[1])
            p++;
        else if (*p == '[' && !(p = strchr(p + 2, ']')))
            return true;
        else if (*p == '|' && depth == 0)
            return true;
        else
            depth += (*p == '(') - (*p == ')');
    }
    return depth != 0;
}

/*
 * The plain characters a pattern begins with: 美的 of (?<!完)美的(?!是).  Names
 * of companies are such, by the hundred, and most texts hold none of them.
 * NULL where they are under two bytes, or another branch may stand without.
 */
static char *
find_needed(const char *pattern)
{
    const char *const start = skip_lookbehind(pattern);
    const char *p = start;
    while (g_ascii_isalnum(*p) || (*p & 0x80) || *p == ' ')
        p = g_utf8_next_char(p);
    if (p > start && *p && strchr("?*+{", *p))
        p = g_utf8_find_prev_char(start, p); /* the last one may be missing */
    if (!p || p - start < 2 || has_branches(p))
        return NULL;
    return g_ascii_strdown(start, p - start);
}

void
cl_regexes_add(ClRegexes *regexes, const char *source, uint32_t term)
{
    char *folded = cl_regex_fold(source);
    const Regex regex = {
        .source = folded, .needs = find_needed(folded), .term = term};
    g_array_append_val(regexes->list, regex);
}

uint32_t
cl_regexes_term(const ClRegexes *regexes, uint32_t index)
{
    return g_array_index(regexes->list, Regex, index).term;
}

const char *
cl_regexes_source(const ClRegexes *regexes, uint32_t index)
{
    return g_array_index(regexes->list, Regex, index).source;
}

const char *
cl_regexes_needed(const ClRegexes *regexes, uint32_t index)
{
    return g_array_index(regexes->list, Regex, index).needs;
}

uint32_t
cl_regexes_count(const ClRegexes *regexes)
{
    return regexes->list->len;
}

void
cl_regex_speed_up(pcre2_code *code)
{
#ifdef CL_NO_JIT
    (void)code; /* valgrind does not know what machine code has set */
#else
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
#endif
}

/* Most expressions of a run meet no text that they need to look at. */
static const pcre2_code *
code_of(Regex *regex)
{
    if (cl_once_begin(&regex->compiled)) {
        int error = 0;
        size_t offset = 0;
        regex->code = compile(regex->source, &error, &offset);
        g_assert(regex->code);
        cl_regex_speed_up(regex->code);
        cl_once_end(&regex->compiled);
    }
    return regex->code;
}

static size_t
next_character(const char *text, size_t length, size_t at)
{
    for (at++; at < length && ((unsigned char)text[at] & 0xC0) == 0x80; at++)
        ;
    return at;
}

/* Where a search goes on after a match; \K may put a start behind its end. */
static size_t
take_match(const Regex *regex,
           const PCRE2_SIZE *ends,
           const char *text,
           size_t length,
           size_t at,
           GArray *out)
{
    const ClHit hit = {{ends[0], ends[1]}, regex->term};
    if (hit.span.end > hit.span.start)
        g_array_append_val(out, hit);
    return ends[1] > at ? ends[1] : next_character(text, length, at);
}

/* False if a limit was hit: more matches, too, than a sentence can mean. */
static bool
match_one(Regex *regex,
          const char *text,
          size_t length,
          pcre2_match_context *limits,
          pcre2_match_data *data,
          GArray *out)
{
    size_t at = 0;
    const pcre2_code *code = code_of(regex);
    for (unsigned matches = 0; matches < MOST_MATCHES; matches++) {
        const int status =
            cl_limits_match(code, limits, text, length, at, data);
        if (status < 0)
            return status == PCRE2_ERROR_NOMATCH;
        at = take_match(regex, pcre2_get_ovector_pointer(data), text, length,
                        at, out);
        if (at > length)
            return true;
    }
    return false;
}

static bool
is_due(const Regex *regex, const char *text, size_t length)
{
    return !regex->needs ||
           memmem(text, length, regex->needs, strlen(regex->needs));
}

/* An expression that gave up on three texts would on more of them. */
static bool
is_given_up(const GArray *gave_up, uint32_t term)
{
    unsigned times = 0;
    for (unsigned i = 0; gave_up && i < gave_up->len; i++)
        times += g_array_index(gave_up, uint32_t, i) == term;
    return times >= MOST_GIVEN_UP;
}

static const ClGlance *
glance_of(ClRegexes *regexes)
{
    if (cl_once_begin(&regexes->seen)) {
        regexes->glance = cl_glance_new();
        for (guint i = 0; i < regexes->list->len; i++)
            cl_glance_add(regexes->glance,
                          g_array_index(regexes->list, Regex, i).source);
        cl_once_end(&regexes->seen);
    }
    return regexes->glance;
}

void
cl_regexes_match(ClRegexes *regexes,
                 const bool *due,
                 const char *text,
                 size_t length,
                 GArray *out,
                 GArray *gave_up)
{
    if (!regexes->list->len)
        return;
    g_autoptr(pcre2_match_data) data = NULL;
    const ClGlance *const glance = glance_of(regexes);
    ClGlanced glanced;
    cl_glance_at(text, length, &glanced);
    for (guint i = 0; i < regexes->list->len; i++) {
        Regex *regex = &g_array_index(regexes->list, Regex, i);
        if ((due && !due[i]) || !cl_glance_may(glance, i, &glanced) ||
            !is_due(regex, text, length))
            continue;
        if (is_given_up(gave_up, regex->term))
            continue;
        if (!data)
            data = pcre2_match_data_create(1, NULL);
        if (!match_one(regex, text, length, regexes->limits, data, out) &&
            gave_up)
            g_array_append_val(gave_up, regex->term);
    }
}
