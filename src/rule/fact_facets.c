/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns the facets of an entry into what a claim would have in their place:
 * options by name, times in ISO 8601.  What an entry leaves out is what the
 * rule takes silence to mean in an article, else unknown.
 */
#include "rule/draft.h"
#include "rule/facets.h"
#include "rule/fact.h"
#include "text/text.h"

#include <string.h>

/* ---- Times --------------------------------------------------------------- */

/* 18h and PT18H are written as an article would write them. */
static char *
spell_window(const char *text)
{
    static const struct {
        const char *letters, *words;
    } units[] = {
        {"s", "秒"}, {"min", "分钟"}, {"h", "小时"},  {"d", "天"},
        {"w", "周"}, {"TS", "秒"},    {"TM", "分钟"}, {"TH", "小时"},
        {"D", "天"}, {"W", "周"},     {"M", "个月"},  {"Y", "年"},
    };
    const bool iso = *text == 'P';
    const bool clock = iso && text[1] == 'T';
    const char *const digits = text + iso + clock;
    const size_t length = strspn(digits, "0123456789.");
    g_autofree char *letters =
        g_strconcat(clock ? "T" : "", digits + length, NULL);
    for (size_t i = 0; length && i < G_N_ELEMENTS(units); i++)
        if (strcmp(units[i].letters, letters) == 0 &&
            iso == (g_ascii_isupper(*letters) != 0))
            return g_strdup_printf("%.*s%s", (int)length, digits,
                                   units[i].words);
    return g_strdup(text);
}

/* 2025 and 2025-06 as an article would write them. */
static char *
spell_part(const char *text)
{
    const size_t length = strlen(text);
    const bool digits = strspn(text, "0123456789-") == length;
    if (digits && length == 4 && !strchr(text, '-'))
        return g_strconcat(text, "年", NULL);
    if (digits && length == 7 && text[4] == '-')
        return g_strdup_printf("%.4s年%s月", text, text + 5);
    return g_strdup(text);
}

/* 2021/2025 */
static char *
spell_period(const char *text)
{
    const char *const slash = strchr(text, '/');
    if (!slash || strchr(slash + 1, '/'))
        return spell_part(text);
    g_autofree char *first = g_strndup(text, (size_t)(slash - text));
    g_autofree char *from = spell_part(first);
    g_autofree char *to = spell_part(slash + 1);
    return g_strconcat(from, "-", to, NULL);
}

/* The one time that the text is; false if it is none. */
static bool
read_time(const ClReader *reader,
          const char *text,
          ClDay reference,
          bool window,
          ClTime *out)
{
    g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(ClTime));
    g_autofree char *words = window ? spell_window(text) : spell_period(text);
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_text(words, strlen(words), &folded);
    cl_times_read(reader->vocabulary, folded.cased->str, folded.cased->len,
                  reference, times);
    if (times->len != 1)
        return false;
    *out = g_array_index(times, ClTime, 0);
    return (out->kind == CL_TIME_WINDOW) == window && out->span.start == 0 &&
           out->span.end == folded.cased->len;
}

static void
set_time(const ClReader *reader,
         const ClYamlNode *node,
         bool window,
         const ClFact *fact,
         ClFactFacet *out)
{
    ClTime time;
    if (!read_time(reader, node->text, fact->as_of, window, &time)) {
        cl_read_error(reader, node, "bad-value",
                      window ? "write it as 18h, 18小时 or PT18H"
                             : "write it as 2025, 2025-06, 2025-Q3 or "
                               "2025-06-27",
                      "'%s' reads as no %s", node->text,
                      window ? "window of time" : "period");
        return;
    }
    out->value = g_strdup(time.iso);
    out->from = time.from;
    out->to = time.to;
    out->seconds = time.seconds;
}

/* ---- Facets -------------------------------------------------------------- */

static void
tell_unknown(const ClReader *reader, const ClYamlNode *key, const ClRule *rule)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (unsigned i = 0; i < rule->facets->len; i++) {
        const ClFacet *const facet = rule->facets->pdata[i];
        if (facet->used)
            g_ptr_array_add(names, facet->name);
    }
    g_ptr_array_add(names, NULL);
    cl_read_unknown(reader, key, "unknown-facet", "facet", key->text,
                    (const char *const *)names->pdata);
}

static void
set_facet(const ClReader *reader,
          const ClYamlNode *node,
          unsigned index,
          ClFact *fact)
{
    ClFactFacet *const out = &fact->facets[index];
    const ClDraft draft = {.rule = (ClRule *)fact->rule};
    out->words = g_strdup(node->text);
    if (index == CL_FACET_WHEN || index == CL_FACET_WINDOW) {
        set_time(reader, node, index == CL_FACET_WINDOW, fact, out);
        return;
    }
    cl_draft_check_option(reader, &draft, index, node);
    out->value = g_strdup(node->text);
}

static void
read_facet(const ClReader *reader,
           const ClYamlNode *key,
           const ClYamlNode *node,
           ClFact *fact)
{
    const int index = cl_facets_find(fact->rule->facets, key->text);
    if (index < 0) {
        tell_unknown(reader, key, fact->rule);
        return;
    }
    const ClFacet *const facet = fact->rule->facets->pdata[index];
    if (!facet->used)
        cl_read_error(reader, key, "unused-facet",
                      "name it in 'same' or 'apart' of the rule, or remove it",
                      "rule '%s' has no use for facet '%s'", fact->rule->id,
                      key->text);
    else if (cl_read_text(reader, node, key->text))
        set_facet(reader, node, (unsigned)index, fact);
}

/* The as-of day stands in for a period as an article's date does. */
static void
assume_facet(const ClFact *fact, unsigned index)
{
    ClFactFacet *const out = &fact->facets[index];
    const ClFacet *const facet = fact->rule->facets->pdata[index];
    if (out->value || !facet->used)
        return;
    if (index == CL_FACET_WHEN && fact->as_of) {
        out->value =
            g_strdup_printf("%04d-%02d-%02d", fact->as_of / 10000,
                            fact->as_of / 100 % 100, fact->as_of % 100);
        out->from = out->to = fact->as_of;
    } else {
        out->value =
            g_strdup(facet->required ? facet->required : facet->assumed);
    }
}

void
cl_fact_read_facets(const ClReader *reader, const ClYamlNode *map, ClFact *fact)
{
    const bool good =
        map && cl_read_is(reader, map, CL_YAML_MAP, "facets",
                          "write facet and value: {kind: locked, window: 18h}");
    fact->facets = g_new0(ClFactFacet, fact->rule->facets->len);
    for (size_t i = 0; good && i < map->count; i++)
        read_facet(reader, map->keys[i], map->items[i], fact);
    for (unsigned i = 0; i < fact->rule->facets->len; i++)
        assume_facet(fact, i);
}
