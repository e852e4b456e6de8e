/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns arithmetic.yaml into PCRE2 code, and a text whose quantities are
 * single control characters into the parts of a stated relation.  Folded text
 * holds no control characters, so a token is never anything else.
 */
#include "rule/forms.h"

#include "rule/glance.h"
#include "rule/limits.h"
#include "rule/once.h"
#include "rule/regex.h"

#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pcre2_match_data, pcre2_match_data_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pcre2_match_context, pcre2_match_context_free)

/** A form or a list of names of words, compiled at its first use. */
typedef struct {
    const ClYamlNode *node; /* NULL: there is none */
    ClOnce compiled;
    pcre2_code *code;
} Lazy;

/** One wording. */
typedef struct {
    ClStated stated;
    Lazy form;
    Lazy unless; /* what its clauses must not hold */
    Lazy needs;  /* a word it has in any case */
    ClProof proof;
} Form;

struct ClForms {
    ClWordings *wordings;
    ClCheck check;
    ClOnce listed;
    Lazy silent;      /* what none of its sentences may hold */
    GArray *list;     /* of Form; NULL before the first use */
    ClGlance *glance; /* what each of them needs */
    pcre2_match_context *limits;
};

#define FILE_NAME "arithmetic.yaml"

/* ---- Names --------------------------------------------------------------- */

static const char *const check_names[] = {
    "change", "multiple",  "difference", "sum",  "shares",
    "years",  "direction", "share",      "part", NULL};

G_STATIC_ASSERT(G_N_ELEMENTS(check_names) == CL_CHECK_PART + 1);

static const char *const part_names[CL_PARTS] = {
    [CL_PART_FROM] = "from",     [CL_PART_TO] = "to",
    [CL_PART_CHANGE] = "change", [CL_PART_TIMES] = "times",
    [CL_PART_TERM] = "term",     [CL_PART_DIFFERENCE] = "difference",
    [CL_PART_TOTAL] = "total",   [CL_PART_REST] = "rest",
    [CL_PART_YEARS] = "years",   [CL_PART_SINCE] = "since",
    [CL_PART_LESS] = "less",     [CL_PART_MORE] = "more",
    [CL_PART_PAIR] = "pair",     [CL_PART_EACH] = "each",
    [CL_PART_SHARE] = "share",   [CL_PART_SOME] = "some",
    [CL_PART_ALL] = "all",       [CL_PART_ADDED] = "added",
};

/* {total:amount}: the token a class of figures is written with. */
static const struct {
    const char *name, *tokens;
} classes[] = {
    {"amount", "\\x01"},
    {"percent", "[\\x02\\x0e]"},
    {"point", "[\\x03\\x0f]"},
    {"times", "\\x04"},
    {"year", "\\x05"},
    {"span", "\\x06"},
    {"pair", "\\x07"},
    {"level", "[\\x01\\x02\\x0e]"},
    {"rate", "[\\x02\\x03\\x0e\\x0f]"},
    {"move", "[\\x0e\\x0f]"},
    {"still", "\\x02"},
};

/* {gap:8}: at most 8 characters of the clause, no figure among them. */
static const struct {
    const char *name, *characters;
} gaps[] = {
    {"gap", "[^\\x01-\\x08\\x0e\\x0f\\n,:。;!?]"}, /* inside a clause */
    {"far", "[^\\x01-\\x08\\x0e\\x0f\\n。;!?]"},   /* inside a sentence */
    {"list", "[^\\x01-\\x08\\x0e\\x0f。!?]"},      /* over semicolons */
    {"free", "[^\\x01-\\x08\\x0e\\x0f]"},          /* over sentences */
    {"latin", "[ \"-:<->@-~]"}, /* the same, of English words */
    {"wide", "[^\\x05\\x06]"},  /* over sentences and amounts */
    {"any", "[\\s\\S]"},        /* over whatever stands there */
};

const char *
cl_part_name(ClPart part)
{
    return part_names[part];
}

ClCheck
cl_check_find(const char *name)
{
    for (unsigned i = 0; check_names[i]; i++)
        if (strcmp(check_names[i], name) == 0)
            return (ClCheck)(i + 1);
    return CL_CHECK_NONE;
}

const char *const *
cl_check_names(void)
{
    return check_names;
}

/* ---- From YAML to expressions ---------------------------------------------- */

/* A Latin word stands between non-letters. */
static void
append_word(const char *word, GString *out)
{
    const bool latin = g_ascii_isalpha(*word);
    g_string_append(out, latin ? "(?<![a-z])" : "");
    g_string_append(out, word);
    g_string_append(out, latin ? "(?![a-z])" : "");
}

static bool
are_latin(const ClYamlNode *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (!g_ascii_isalpha(*words->items[i]->text))
            return false;
    return true;
}

/* Earlier words are tried first: longer ones stand before those they hold. */
static bool
append_words(const ClYamlNode *words, GString *out)
{
    if (!words || words->type != CL_YAML_LIST)
        return false;
    const bool latin = are_latin(words);
    g_string_append(out, latin ? "(?<![a-z])(?:" : "(?:");
    for (size_t i = 0; i < words->count; i++) {
        g_string_append(out, i ? "|" : "");
        if (latin)
            g_string_append(out, words->items[i]->text);
        else
            append_word(words->items[i]->text, out);
    }
    g_string_append(out, latin ? ")(?![a-z])" : ")");
    return true;
}

static bool
append_gap(const char *name, const char *most, GString *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(gaps); i++) {
        if (strcmp(gaps[i].name, name) != 0)
            continue;
        g_string_append_printf(out, "%s{0,%s}?", gaps[i].characters, most);
        return true;
    }
    return false;
}

static bool
append_token(const char *part,
             const char *class_name,
             const GString *shared,
             GString *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (strcmp(classes[i].name, class_name) != 0)
            continue;
        if (!shared)
            g_string_append(out, "[0]"); /* no word, whatever it is */
        else if (*part)
            g_string_append_printf(out, "(?<%s>%s)", part, classes[i].tokens);
        else
            g_string_append(out, classes[i].tokens);
        return true;
    }
    return false;
}

static char *expand(const ClYamlNode *root,
                    const char *form,
                    GString *shared,
                    char **bad);

/* Whatever is said once for all of a form's places is called from each; where
   nothing is shared, it is written out. */
static void
append_call(const char *name, const char *source, GString *shared, GString *out)
{
    if (!shared) {
        g_string_append_printf(out, "(?:%s)", source);
        return;
    }
    /* "from" is a part, too */
    g_autofree char *head = g_strdup_printf("(?<of_%s>", name);
    if (!strstr(shared->str, head))
        g_string_append_printf(shared, "%s%s)", head, source);
    g_string_append_printf(out, "(?&of_%s)", name);
}

/* {then}: what several forms share, or any word of a list.  With figures in it
   it is written out, for a call would lose them. */
static bool
append_named(const ClYamlNode *root,
             const char *name,
             GString *shared,
             GString *out)
{
    const ClYamlNode *piece = cl_yaml_get(cl_yaml_get(root, "pieces"), name);
    g_autoptr(GString) words = g_string_new(NULL);
    g_autofree char *bad = NULL;
    if (!piece) {
        if (!append_words(cl_yaml_get(cl_yaml_get(root, "words"), name), words))
            return false;
        append_call(name, words->str, shared, out);
        return true;
    }
    g_autofree char *source = expand(root, piece->text, shared, &bad);
    if (source && strstr(source, "(?<change>"))
        g_string_append_printf(out, "(?:%s)", source);
    else if (source)
        append_call(name, source, shared, out);
    return source != NULL;
}

/* What stands between braces: {words}, {gap:8}, {total:amount}, {:amount}. */
static bool
append_placeholder(const ClYamlNode *root,
                   const char *inside,
                   GString *shared,
                   GString *out)
{
    const char *colon = strchr(inside, ':');
    if (!colon)
        return append_named(root, inside, shared, out);
    g_autofree char *name = g_strndup(inside, (size_t)(colon - inside));
    return append_gap(name, colon + 1, out) ||
           append_token(name, colon + 1, shared, out);
}

/* {0,3} is a count of PCRE2's own, \p{Han} a kind of letters. */
static bool
is_placeholder(const char *form, const char *at)
{
    const bool letters = at >= form + 2 && at[-1] == 'p' && at[-2] == '\\';
    return at[0] == '{' && !letters && (g_ascii_isalpha(at[1]) || at[1] == ':');
}

/* The regular expression of a form; NULL and *bad for a placeholder that is
   none.  Without `shared` one that is only asked what words it needs. */
static char *
expand(const ClYamlNode *root, const char *form, GString *shared, char **bad)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = form; *at; at++) {
        const char *end = is_placeholder(form, at) ? strchr(at, '}') : NULL;
        if (!end) {
            g_string_append_c(out, *at);
            continue;
        }
        g_autofree char *inside = g_strndup(at + 1, (size_t)(end - at) - 1);
        if (!append_placeholder(root, inside, shared, out)) {
            *bad = g_steal_pointer(&inside);
            return NULL;
        }
        at = end;
    }
    return g_strdup(out->str);
}

/* A mistake in arithmetic.yaml is ours; a unit test compiles all of it. */
static G_NORETURN void
die(const ClYamlNode *at, const char *what, const char *which)
{
    g_error("%s:%u:%u: %s '%s'", FILE_NAME, at->line, at->column, what, which);
}

static pcre2_code *
compile(const ClYamlNode *root, const ClYamlNode *at, const char *form)
{
    g_autofree char *bad = NULL;
    g_autoptr(GString) shared = g_string_new(NULL);
    g_autofree char *places = expand(root, form, shared, &bad);
    if (!places)
        die(at, "unknown placeholder", bad);
    g_autofree char *whole =
        g_strconcat("(?(DEFINE)", shared->str, ")", places, NULL);
    g_autofree char *source = cl_regex_fold(whole);
    int error = 0;
    size_t offset = 0;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED,
                      PCRE2_UTF | PCRE2_UCP | PCRE2_DOTALL | PCRE2_DUPNAMES,
                      &error, &offset, NULL);
    if (!code)
        die(at, "PCRE2 refuses", source);
    cl_regex_speed_up(code);
    return code;
}

/* Names of word lists become one expression for all their words. */
static pcre2_code *
compile_node(const ClYamlNode *root, const ClYamlNode *node)
{
    if (node->type == CL_YAML_SCALAR)
        return compile(root, node, node->text);
    g_autoptr(GString) form = g_string_new(NULL);
    for (size_t i = 0; i < node->count; i++)
        g_string_append_printf(form, "%s{%s}", i ? "|" : "",
                               node->items[i]->text);
    return compile(root, node, form->str);
}

/* Most runs state no relation of most kinds, and compiling takes long. */
static const pcre2_code *
code_of(const ClForms *forms, Lazy *lazy)
{
    if (cl_once_begin(&lazy->compiled)) {
        lazy->code =
            compile_node(cl_yaml_root(forms->wordings->yaml), lazy->node);
        cl_once_end(&lazy->compiled);
    }
    return lazy->code;
}

static ClProof
proof_of(const ClYamlNode *node)
{
    if (!node)
        return CL_PROOF_NONE;
    return strcmp(node->text, "slip") == 0 ? CL_PROOF_SLIP : CL_PROOF_ALL;
}

static void
add_form(const ClYamlNode *map, GArray *list)
{
    static const char *const keys[] = {"match", "first", "then", NULL};
    for (unsigned i = 0; keys[i]; i++) {
        const ClYamlNode *node = cl_yaml_get(map, keys[i]);
        if (!node)
            continue;
        const Form form = {
            .stated = (ClStated)i,
            .form = {.node = node},
            .unless = {.node = cl_yaml_get(map, "unless")},
            .needs = {.node = cl_yaml_get(map, "needs")},
            .proof = proof_of(cl_yaml_get(map, "proof")),
        };
        g_array_append_val(list, form);
    }
}

static void
clear_form(void *data)
{
    Form *form = data;
    pcre2_code_free(form->form.code);
    pcre2_code_free(form->unless.code);
    pcre2_code_free(form->needs.code);
}

static GArray *
read_forms(const ClYamlNode *root, const char *check)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(Form));
    g_array_set_clear_func(list, clear_form);
    const ClYamlNode *maps = cl_yaml_get(cl_yaml_get(root, "forms"), check);
    for (size_t i = 0; maps && i < maps->count; i++)
        add_form(maps->items[i], list);
    return list;
}

/* What words every match of a form holds is known before it is compiled, so
   that most never are. */
static ClGlance *
glance_of(const ClYamlNode *root, const GArray *list)
{
    ClGlance *glance = cl_glance_new();
    for (guint i = 0; i < list->len; i++) {
        const Form *form = &g_array_index(list, Form, i);
        g_autofree char *bad = NULL;
        g_autofree char *places =
            expand(root, form->form.node->text, NULL, &bad);
        if (!places)
            die(form->form.node, "unknown placeholder", bad);
        g_autofree char *folded = cl_regex_fold(places);
        cl_glance_add(glance, folded);
    }
    return glance;
}

static const ClYamlNode *
root_of(ClWordings *wordings)
{
    if (cl_once_begin(&wordings->read)) {
        wordings->yaml = cl_data_read(FILE_NAME);
        cl_once_end(&wordings->read);
    }
    return cl_yaml_root(wordings->yaml);
}

static GPtrArray *
read_role_words(const ClYamlNode *words)
{
    GPtrArray *list = g_ptr_array_new();
    for (size_t i = 0; words && i < words->count; i++)
        g_ptr_array_add(list, (void *)words->items[i]->text);
    g_ptr_array_add(list, NULL);
    return list;
}

const char *const *
cl_rule_role_words(const ClRule *rule, ClRoleWords which)
{
    static const char *const names[CL_ROLE_WORDS] = {
        "base", "base_behind", "reach", "nouns", "stops", "moves", "added"};
    ClWordings *wordings = rule->forms->wordings;
    const ClYamlNode *roles = cl_yaml_get(root_of(wordings), "roles");
    if (cl_once_begin(&wordings->listed)) {
        for (unsigned i = 0; i < CL_ROLE_WORDS; i++)
            wordings->roles[i] = read_role_words(cl_yaml_get(roles, names[i]));
        cl_once_end(&wordings->listed);
    }
    return (const char *const *)wordings->roles[which]->pdata;
}

void
cl_wordings_clear(ClWordings *wordings)
{
    for (unsigned i = 0; i < CL_ROLE_WORDS; i++)
        g_clear_pointer(&wordings->roles[i], g_ptr_array_unref);
    g_clear_pointer(&wordings->yaml, cl_yaml_free);
}

static GArray *
list_of(ClForms *forms)
{
    ClWordings *wordings = forms->wordings;
    root_of(wordings);
    if (cl_once_begin(&forms->listed)) {
        const ClYamlNode *root = cl_yaml_root(wordings->yaml);
        const char *check = check_names[forms->check - 1];
        forms->list = read_forms(root, check);
        forms->silent.node = cl_yaml_get(cl_yaml_get(root, "silent"), check);
        forms->glance = glance_of(cl_yaml_root(wordings->yaml), forms->list);
        cl_once_end(&forms->listed);
    }
    return forms->list;
}

ClForms *
cl_forms_new(ClWordings *wordings, ClCheck check, ClNumber *slack)
{
    g_autoptr(ClYaml) written = cl_data_read_key(FILE_NAME, "slack");
    if (!cl_number_parse(cl_yaml_root(written)->text, slack))
        *slack = cl_number_make(0, 0);
    ClForms *forms = g_new0(ClForms, 1);
    forms->wordings = wordings;
    forms->check = check;
    forms->limits = cl_limits_new();
    pcre2_set_match_limit(forms->limits, CL_FORM_STEPS);
    return forms;
}

unsigned
cl_forms_compile_all(ClForms *forms)
{
    GArray *list = list_of(forms);
    for (unsigned i = 0; i < list->len; i++) {
        Form *form = &g_array_index(list, Form, i);
        Lazy *const lazy[] = {&form->form, &form->unless, &form->needs};
        for (size_t j = 0; j < G_N_ELEMENTS(lazy); j++)
            if (lazy[j]->node)
                code_of(forms, lazy[j]);
    }
    if (forms->silent.node)
        code_of(forms, &forms->silent);
    return list->len;
}

void
cl_forms_free(ClForms *forms)
{
    if (!forms)
        return;
    g_clear_pointer(&forms->list, g_array_unref);
    pcre2_code_free(forms->silent.code);
    cl_glance_free(forms->glance);
    pcre2_match_context_free(forms->limits);
    g_free(forms);
}

/* ---- Matching -------------------------------------------------------------- */

static bool
ends_clause(char c)
{
    return c == ',' || c == ';' || c == '\n';
}

/* The clauses a match begins and ends in: what is said there holds for it. */
static ClSpan
widen_to_clauses(const char *text, size_t length, ClSpan span)
{
    while (span.start > 0 && !ends_clause(text[span.start - 1]))
        span.start--;
    while (span.end < length && !ends_clause(text[span.end]))
        span.end++;
    return span;
}

static int
run_code(const pcre2_code *code,
         const ClForms *forms,
         const char *text,
         size_t length,
         size_t start,
         pcre2_match_data *data)
{
    return cl_limits_match(code, forms->limits, text, length, start, data);
}

static ClSpan
named_span(const pcre2_code *code, const char *name, pcre2_match_data *data)
{
    PCRE2_SPTR first, last;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
    const int size =
        pcre2_substring_nametable_scan(code, (PCRE2_SPTR)name, &first, &last);
    /* one name may stand in several alternatives */
    for (; size > 0 && first <= last; first += size) {
        const uint32_t group = (uint32_t)first[0] << 8 | first[1];
        if (group < pcre2_get_ovector_count(data) &&
            ends[2 * group] != PCRE2_UNSET)
            return (ClSpan){ends[2 * group], ends[2 * group + 1]};
    }
    return (ClSpan){SIZE_MAX, SIZE_MAX};
}

static ClFormMatch
take_match(const Form *form, const pcre2_code *code, pcre2_match_data *data)
{
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
    ClFormMatch match = {.span = {ends[0], ends[1]}, .proof = form->proof};
    for (unsigned part = 0; part < CL_PARTS; part++)
        match.at[part] = named_span(code, part_names[part], data).start;
    const ClSpan name = named_span(code, "name", data);
    if (name.start != SIZE_MAX)
        match.name = name;
    const ClSpan terms = named_span(code, "terms", data);
    match.terms = terms.start == SIZE_MAX ? match.span : terms;
    return match;
}

/* The sentences of a window stand in lines. */
static ClSpan
widen_to_sentences(const char *text, size_t length, ClSpan span)
{
    while (span.start > 0 && text[span.start - 1] != '\n')
        span.start--;
    while (span.end < length && text[span.end] != '\n')
        span.end++;
    return span;
}

static bool
holds(const ClForms *forms,
      Lazy *words,
      const char *text,
      ClSpan span,
      bool *gave_up)
{
    if (!words->node)
        return false;
    g_autoptr(pcre2_match_data) data = pcre2_match_data_create(1, NULL);
    const int status = run_code(code_of(forms, words), forms, text + span.start,
                                span.end - span.start, 0, data);
    *gave_up |= status < 0 && status != PCRE2_ERROR_NOMATCH;
    return status >= 0;
}

/* 年均, 同比 in the clauses of a match: it says something else; so does what
   counts for the whole sentence, 按固定汇率计算. */
static bool
is_refused(ClForms *forms,
           Form *form,
           const char *text,
           size_t length,
           ClSpan span,
           bool *gave_up)
{
    return holds(forms, &form->unless, text,
                 widen_to_clauses(text, length, span), gave_up) ||
           holds(forms, &forms->silent, text,
                 widen_to_sentences(text, length, span), gave_up);
}

/* The first match of one form that nothing refuses. */
static bool
match_one(ClForms *forms,
          Form *form,
          const char *text,
          size_t length,
          size_t start,
          ClFormMatch *out,
          bool *gave_up)
{
    const pcre2_code *code = code_of(forms, &form->form);
    g_autoptr(pcre2_match_data) data =
        pcre2_match_data_create_from_pattern(code, NULL);
    while (start < length) {
        const int status = run_code(code, forms, text, length, start, data);
        if (status < 0) {
            *gave_up |= status != PCRE2_ERROR_NOMATCH;
            return false;
        }
        *out = take_match(form, code, data);
        if (!is_refused(forms, form, text, length, out->span, gave_up))
            return true;
        start = MAX(out->span.end, start + 1);
    }
    return false;
}

bool
cl_rule_match_form(const ClRule *rule,
                   ClStated stated,
                   const char *text,
                   size_t length,
                   size_t start,
                   unsigned skip,
                   ClFormMatch *out,
                   bool *gave_up)
{
    bool found = false;
    const size_t next = start < length
                            ? (size_t)(g_utf8_next_char(text + start) - text)
                            : length;
    const GArray *forms = list_of(rule->forms);
    ClGlanced glanced;
    cl_glance_at(text, length, &glanced);
    for (unsigned i = 0; i < forms->len; i++) {
        Form *form = &g_array_index(forms, Form, i);
        ClFormMatch match;
        if (form->stated != stated ||
            !cl_glance_may(rule->forms->glance, i, &glanced) ||
            !match_one(rule->forms, form, text, length, i < skip ? next : start,
                       &match, gave_up))
            continue;
        match.form = i;
        if (!found || match.span.start < out->span.start)
            *out = match;
        found = true;
    }
    return found;
}

bool
cl_rule_may_state(const ClRule *rule,
                  ClStated stated,
                  const char *text,
                  size_t length)
{
    g_autoptr(pcre2_match_data) data = pcre2_match_data_create(1, NULL);
    const GArray *forms = list_of(rule->forms);
    for (unsigned i = 0; i < forms->len; i++) {
        Form *form = &g_array_index(forms, Form, i);
        if (form->stated == stated &&
            (!form->needs.node ||
             run_code(code_of(rule->forms, &form->needs), rule->forms, text,
                      length, 0, data) != PCRE2_ERROR_NOMATCH))
            return true;
    }
    return false;
}
