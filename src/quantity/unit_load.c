/* SPDX-License-Identifier: Apache-2.0 */
/*
 * units.yaml becomes units and their spellings.  An entry whose name is known
 * already (made by a prefix or a power) only adds to it.
 */
#include "quantity/vocabulary.h"

#include <string.h>

typedef struct {
    ClVocabulary *vocabulary;
    ClDataFile data;
    const ClYamlNode *dimensions;
    const ClYamlNode *prefixes;
    GHashTable *lowered; /* lower case of a symbol -> unit, 0 if of several */
} Loading;

static const char *const unit_keys[] = {
    "name",   "contract", "dimension", "factor",  "zh",
    "en",     "symbols",  "before",    "label",   "prefixes",
    "powers", "accepts",  "generic",   "article", "window",
    "rest",   "decimal",  "becomes",   "by",      "below",
    "spoken", "shy",      "holds",     "times",   NULL};

static const char *
keep(Loading *l, const char *text)
{
    return g_string_chunk_insert_const(l->vocabulary->strings, text);
}

/* ---- Spellings --------------------------------------------------------- */

static void
add_spelling(Loading *l, ClWords into, const char *word, ClUnitId unit)
{
    GArray *spellings = l->vocabulary->spellings;
    const int known =
        cl_lexicon_add(l->vocabulary->words[into], word, (int)spellings->len);
    if (known < 0) {
        const ClSpelling fresh = {{unit}};
        g_array_append_val(spellings, fresh);
        return;
    }
    ClSpelling *spelling = &g_array_index(spellings, ClSpelling, known);
    for (int i = 0; i < CL_SPELLING_UNITS; i++) {
        if (spelling->units[i] == unit)
            return;
        if (spelling->units[i] == 0) {
            spelling->units[i] = unit;
            return;
        }
    }
}

static void
add_english(Loading *l, const char *word, ClUnitId unit)
{
    add_spelling(l, CL_WORDS_UNITS_EN, word, unit);
    if (!g_str_has_suffix(word, "s")) {
        g_autofree char *plural = g_strconcat(word, "s", NULL);
        add_spelling(l, CL_WORDS_UNITS_EN, plural, unit);
    }
}

/* GB is also found as gb, but mw not: MW and mW are two units. */
static void
add_symbol(Loading *l, const char *symbol, ClUnitId unit)
{
    add_spelling(l, CL_WORDS_SYMBOLS, symbol, unit);
    g_autofree char *lower = g_ascii_strdown(symbol, -1);
    gpointer before;
    if (!g_hash_table_lookup_extended(l->lowered, lower, NULL, &before))
        g_hash_table_insert(l->lowered, g_strdup(lower), GINT_TO_POINTER(unit));
    else if (GPOINTER_TO_INT(before) != unit)
        g_hash_table_insert(l->lowered, g_strdup(lower), GINT_TO_POINTER(0));
}

typedef void Adder(Loading *loading, const char *word, ClUnitId unit);

static void
add_chinese(Loading *l, const char *word, ClUnitId unit)
{
    add_spelling(l, CL_WORDS_UNITS_ZH, word, unit);
}

static void
add_before(Loading *l, const char *word, ClUnitId unit)
{
    add_spelling(l, CL_WORDS_UNITS_BEFORE, word, unit);
}

/* Every word of a list, with something in front and behind. */
static void
add_words(Loading *l,
          const ClYamlNode *entry,
          const char *key,
          const char *front,
          const char *behind,
          ClUnitId unit,
          Adder *add)
{
    const ClYamlNode *words = cl_data_list(&l->data, entry, key);
    for (size_t i = 0; words && i < words->count; i++) {
        g_autofree char *word =
            g_strconcat(front, words->items[i]->text, behind, NULL);
        add(l, word, unit);
    }
}

/* ---- Units ------------------------------------------------------------- */

static ClUnitId
add_unit(Loading *l, const char *name, const ClUnit *pattern)
{
    ClUnit unit = *pattern;
    unit.name = keep(l, name);
    unit.contract = unit.name;
    const ClUnitId id = (ClUnitId)l->vocabulary->units->len;
    g_array_append_val(l->vocabulary->units, unit);
    cl_lexicon_add(l->vocabulary->words[CL_WORDS_UNIT_NAMES], unit.name, id);
    return id;
}

static const char *const kind_names[] = {
    "number",    "ordinal",     "percent", "percentage_point",
    "multiple",  "fraction",    "range",   "currency",
    "dimension", "temperature", "age",     "duration",
    "date",      "count",       NULL};

const char *
cl_quantity_kind_name(ClQuantityKind kind)
{
    return kind_names[kind];
}

static bool
find_kind(const char *name, ClQuantityKind *kind)
{
    for (int i = 0; kind_names[i]; i++) {
        if (strcmp(kind_names[i], name) == 0) {
            *kind = (ClQuantityKind)i;
            return true;
        }
    }
    return false;
}

/* What a dimension says of its units; money:CNY and mass/time are looked up
 * as money and as a plain dimension. */
static void
apply_dimension(Loading *l, const ClYamlNode *at, ClUnit *unit)
{
    unit->kind = CL_KIND_DIMENSION;
    if (strchr(unit->dimension, '/'))
        return;
    g_autofree char *name =
        g_strndup(unit->dimension, strcspn(unit->dimension, ":"));
    const ClYamlNode *dimension = cl_yaml_get(l->dimensions, name);
    if (!dimension) {
        cl_data_mistake(&l->data, at, "add it to 'dimensions'",
                        "unknown dimension '%s'", name);
        return;
    }
    const char *kind = cl_data_text(&l->data, dimension, "kind", true);
    if (kind && !find_kind(kind, &unit->kind))
        cl_data_mistake(&l->data, dimension, NULL, "unknown kind '%s'", kind);
    if (cl_data_flag(&l->data, dimension, "signed"))
        unit->flags |= CL_UNIT_SIGNED;
    unit->rest =
        cl_data_number(&l->data, dimension, "rest", cl_number_make(0, 0));
}

static unsigned
read_flags(Loading *l, const ClYamlNode *entry)
{
    static const struct {
        const char *key;
        ClUnitFlags flag;
    } flags[] = {{"generic", CL_UNIT_GENERIC}, {"article", CL_UNIT_ARTICLE},
                 {"window", CL_UNIT_WINDOW},   {"decimal", CL_UNIT_DECIMAL},
                 {"spoken", CL_UNIT_SPOKEN},   {"shy", CL_UNIT_SHY}};
    unsigned found = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(flags); i++) {
        if (cl_data_flag(&l->data, entry, flags[i].key))
            found |= flags[i].flag;
    }
    return found;
}

static const char *
first_word(const ClYamlNode *entry, const char *key)
{
    const ClYamlNode *words = cl_yaml_get(entry, key);
    return words && words->type == CL_YAML_LIST && words->count
               ? words->items[0]->text
               : NULL;
}

/* What is written after a number: the label, or else the first spelling. */
static void
set_labels(Loading *l, const ClYamlNode *entry, ClUnit *unit)
{
    const ClYamlNode *label = cl_data_map(&l->data, entry, "label");
    const char *zh = label ? cl_data_text(&l->data, label, "zh", true) : NULL;
    const char *en = label ? cl_data_text(&l->data, label, "en", true) : NULL;
    if (!zh && !*unit->label_zh)
        zh = first_word(entry, "zh");
    if (!en && !*unit->label_en)
        en = first_word(entry, "symbols");
    if (!en && !*unit->label_en)
        en = first_word(entry, "en");
    if (zh || !*unit->label_zh)
        unit->label_zh = keep(l, zh ? zh : en ? en : unit->name);
    if (en || !*unit->label_en)
        unit->label_en = keep(l, en ? en : zh ? zh : unit->name);
}

static void
add_all_words(Loading *l,
              const ClYamlNode *entry,
              const char *zh,
              const char *en,
              const char *symbol,
              const char *power,
              ClUnitId unit)
{
    add_words(l, entry, "zh", zh, "", unit, add_chinese);
    add_words(l, entry, "en", en, "", unit, add_english);
    add_words(l, entry, "symbols", symbol, power, unit, add_symbol);
}

/* square_ or cubic_ of a length, and its spellings: 平方米, m2, m^2. */
static void
add_power(Loading *l,
          const ClYamlNode *entry,
          const ClUnit *base,
          const ClYamlNode *prefix,
          int power)
{
    const char *zh = power == 2 ? "平方" : "立方";
    const char *en = power == 2 ? "square " : "cubic ";
    const char *sign = power == 2 ? "2" : "3";
    ClUnit unit = *base;
    unit.dimension = power == 2 ? "area" : "volume";
    for (int i = 1; i < power; i++)
        unit.factor = cl_number_multiply(unit.factor, base->factor);
    if (power == 3)
        unit.factor = cl_number_shift(unit.factor, 3);
    unit.flags = 0;
    unit.label_zh = unit.label_en = "";
    g_autofree char *name =
        g_strconcat(power == 2 ? "square_" : "cubic_", base->name, NULL);
    const ClUnitId id = add_unit(l, name, &unit);
    const char *zh_prefix = prefix ? cl_yaml_get(prefix, "zh")->text : "";
    const char *en_prefix = prefix ? cl_yaml_get(prefix, "name")->text : "";
    const char *sign_prefix = prefix ? cl_yaml_get(prefix, "symbol")->text : "";
    g_autofree char *zh_front = g_strconcat(zh, zh_prefix, NULL);
    g_autofree char *en_front = g_strconcat(en, en_prefix, NULL);
    add_all_words(l, entry, zh_front, en_front, sign_prefix, sign, id);
    g_autofree char *caret = g_strconcat("^", sign, NULL);
    add_words(l, entry, "symbols", sign_prefix, caret, id, add_symbol);
}

static void
add_powers(Loading *l,
           const ClYamlNode *entry,
           ClUnitId of,
           const ClYamlNode *prefix)
{
    const ClUnit base = *cl_vocabulary_unit(l->vocabulary, of);
    add_power(l, entry, &base, prefix, 2);
    add_power(l, entry, &base, prefix, 3);
}

static void
add_prefixed(Loading *l,
             const ClYamlNode *entry,
             ClUnitId of,
             const ClYamlNode *prefix)
{
    const ClUnit base = *cl_vocabulary_unit(l->vocabulary, of);
    const char *front = cl_data_text(&l->data, prefix, "name", true);
    const char *symbol = cl_data_text(&l->data, prefix, "symbol", true);
    const char *zh = cl_data_text(&l->data, prefix, "zh", true);
    if (!front || !symbol || !zh)
        return;
    const ClNumber factor =
        cl_data_number(&l->data, prefix, "factor", cl_number_make(1, 0));
    ClUnit unit = base;
    unit.factor = cl_number_multiply(base.factor, factor);
    g_autofree char *label_zh = g_strconcat(zh, base.label_zh, NULL);
    g_autofree char *label_en = g_strconcat(symbol, base.label_en, NULL);
    unit.label_zh = *zh ? keep(l, label_zh) : keep(l, label_en);
    unit.label_en = keep(l, label_en);
    g_autofree char *name = g_strconcat(front, base.name, NULL);
    const ClUnitId id = add_unit(l, name, &unit);
    if (*zh)
        add_words(l, entry, "zh", zh, "", id, add_chinese);
    add_words(l, entry, "en", front, "", id, add_english);
    add_words(l, entry, "symbols", symbol, "", id, add_symbol);
    if (cl_data_flag(&l->data, entry, "powers"))
        add_powers(l, entry, id, prefix);
}

static ClUnitId
make_unit(Loading *l, const ClYamlNode *entry, const char *name)
{
    const char *dimension = cl_data_text(&l->data, entry, "dimension", true);
    if (!dimension)
        return 0;
    ClUnit unit = {.dimension = keep(l, dimension),
                   .label_zh = "",
                   .label_en = "",
                   .rest = cl_number_make(0, 0)};
    unit.factor =
        cl_data_number(&l->data, entry, "factor", cl_number_make(1, 0));
    apply_dimension(l, entry, &unit);
    return add_unit(l, name, &unit);
}

static void
load_becomes(Loading *l, const ClYamlNode *entry, ClUnit *unit)
{
    const char *other = cl_data_text(&l->data, entry, "becomes", false);
    if (!other)
        return;
    const int id =
        cl_lexicon_get(l->vocabulary->words[CL_WORDS_UNIT_NAMES], other);
    if (id < 0)
        cl_data_mistake(&l->data, cl_yaml_get(entry, "becomes"),
                        "put it after the unit it names", "unknown unit '%s'",
                        other);
    unit->becomes = MAX(id, 0);
    unit->by = cl_data_number(&l->data, entry, "by", cl_number_make(1, 0));
    unit->below =
        cl_data_number(&l->data, entry, "below", cl_number_make(1, 30));
}

static void
load_unit(Loading *l, const ClYamlNode *entry)
{
    cl_data_check_keys(&l->data, entry, unit_keys);
    const char *name = cl_data_text(&l->data, entry, "name", true);
    if (!name)
        return;
    int id = cl_lexicon_get(l->vocabulary->words[CL_WORDS_UNIT_NAMES], name);
    if (id < 0)
        id = make_unit(l, entry, name);
    if (id <= 0)
        return;
    ClUnit *unit = &g_array_index(l->vocabulary->units, ClUnit, id);
    const char *contract = cl_data_text(&l->data, entry, "contract", false);
    if (contract)
        unit->contract = keep(l, contract);
    unit->flags |= read_flags(l, entry);
    unit->rest = cl_data_number(&l->data, entry, "rest", unit->rest);
    load_becomes(l, entry, unit);
    const char *holds = cl_data_text(&l->data, entry, "holds", false);
    if (holds)
        unit->holds = keep(l, holds);
    unit->times =
        cl_data_number(&l->data, entry, "times", cl_number_make(1, 0));
    set_labels(l, entry, unit);
    add_all_words(l, entry, "", "", "", "", id);
    add_words(l, entry, "before", "", "", id, add_before);
    if (cl_data_flag(&l->data, entry, "powers"))
        add_powers(l, entry, id, NULL);
    if (!cl_data_flag(&l->data, entry, "prefixes"))
        return;
    for (size_t i = 0; l->prefixes && i < l->prefixes->count; i++)
        add_prefixed(l, entry, id, l->prefixes->items[i]);
}

static void
load_accepts(Loading *l, const ClYamlNode *entry)
{
    const ClYamlNode *names = cl_data_list(&l->data, entry, "accepts");
    const char *name = cl_data_text(&l->data, entry, "name", false);
    if (!names || !name)
        return;
    const int id =
        cl_lexicon_get(l->vocabulary->words[CL_WORDS_UNIT_NAMES], name);
    GArray *accepts = g_array_new(FALSE, FALSE, sizeof(ClUnitId));
    for (size_t i = 0; i < names->count; i++) {
        const ClUnitId other = cl_lexicon_get(
            l->vocabulary->words[CL_WORDS_UNIT_NAMES], names->items[i]->text);
        if (other > 0)
            g_array_append_val(accepts, other);
        else
            cl_data_mistake(&l->data, names->items[i], NULL,
                            "unknown unit '%s'", names->items[i]->text);
    }
    ClUnit *unit = &g_array_index(l->vocabulary->units, ClUnit, id);
    if (unit->accepts)
        g_array_free(unit->accepts, TRUE);
    unit->accepts = accepts;
}

/* Money of one kind may have parts of a kind not said (cents). */
static const char *
family_of(const ClUnit *unit)
{
    return unit->kind == CL_KIND_CURRENCY ? "money" : unit->dimension;
}

/* Marks the units that have a smaller one in their dimension. */
static void
mark_parts(ClVocabulary *v)
{
    g_autoptr(GHashTable) least = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 1; i < v->units->len; i++) {
        ClUnit *unit = &g_array_index(v->units, ClUnit, i);
        const ClUnit *other = g_hash_table_lookup(least, family_of(unit));
        if (!other || cl_number_compare(unit->factor, other->factor) < 0)
            g_hash_table_insert(least, (gpointer)family_of(unit), unit);
    }
    for (guint i = 1; i < v->units->len; i++) {
        ClUnit *unit = &g_array_index(v->units, ClUnit, i);
        const ClUnit *other = g_hash_table_lookup(least, family_of(unit));
        if (unit->kind != CL_KIND_COUNT &&
            cl_number_compare(other->factor, unit->factor) < 0)
            unit->flags |= CL_UNIT_PARTS;
    }
}

/* Symbols of two letters and more are found in any case, money's codes and
 * those of several units excepted. */
static void
add_lowered(Loading *l)
{
    GHashTableIter iter;
    gpointer word, unit;
    g_hash_table_iter_init(&iter, l->lowered);
    while (g_hash_table_iter_next(&iter, &word, &unit)) {
        const ClUnitId id = GPOINTER_TO_INT(unit);
        const ClUnit *of = cl_vocabulary_unit(l->vocabulary, id);
        if (id && strlen(word) > 1 && of->kind != CL_KIND_CURRENCY &&
            cl_lexicon_get(l->vocabulary->words[CL_WORDS_UNITS_EN], word) < 0)
            add_spelling(l, CL_WORDS_UNITS_EN, word, id);
    }
}

void
cl_vocabulary_load_units(ClVocabulary *vocabulary,
                         const ClYaml *yaml,
                         const char *file,
                         ClNotes *notes)
{
    static const char *const keys[] = {"version", "dimensions", "prefixes",
                                       "units", NULL};
    g_autoptr(GHashTable) lowered =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Loading l = {
        .vocabulary = vocabulary, .data = {file, notes}, .lowered = lowered};
    const ClYamlNode *root = cl_yaml_root(yaml);
    cl_data_check_keys(&l.data, root, keys);
    l.dimensions = cl_data_map(&l.data, root, "dimensions");
    l.prefixes = cl_yaml_get(root, "prefixes");
    const ClYamlNode *units = cl_yaml_get(root, "units");
    if (!l.dimensions || !units || units->type != CL_YAML_LIST) {
        cl_data_mistake(&l.data, root, NULL,
                        "'dimensions' and 'units' are needed");
        return;
    }
    for (size_t i = 0; i < units->count; i++)
        load_unit(&l, units->items[i]);
    for (size_t i = 0; i < units->count; i++)
        load_accepts(&l, units->items[i]);
    add_lowered(&l);
    mark_parts(vocabulary);
}
