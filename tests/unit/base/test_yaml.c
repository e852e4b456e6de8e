/* SPDX-License-Identifier: Apache-2.0 */
/* A YAML tree knows its lines; a mistake is named at its place. */
#include "base/yaml_tree.h"

#include <string.h>
#include <time.h>

#include "unit.h"

/* Parses an exact copy, so that reading past its end is caught. */
static ClYaml *
parse(const char *text, size_t length, ClNotes *notes)
{
    g_autofree char *bytes = g_malloc(MAX(length, 1));
    memcpy(bytes, text, length);
    return cl_yaml_parse(bytes, length, "rule.yaml", notes);
}

/* A literal with its length: it may hold a NUL. */
#define TEXT(literal) literal, sizeof literal - 1

/* ---- Mistakes ---------------------------------------------------------- */

/* clang-format off */
static const struct {
    const char *name, *text;
    size_t length;
    unsigned line, column;
    const char *message;
} mistakes[] = {
    /* the slips of a Chinese keyboard */
    {"： alone on the first line", TEXT("id：yu7\ntitle: x\n"), 1, 3, "full-width '：'"},
    {"： before an empty line", TEXT("id：yu7\n\ntitle: x\n"), 1, 3, "full-width '：'"},
    {"： on a line in the middle", TEXT("id: a\ntitle：x\nunit: y\n"), 2, 6, "full-width '：'"},
    {"： on the last line", TEXT("id: a\n标题：x\n"), 2, 3, "full-width '：'"},
    {"： in a list of maps", TEXT("- id：a\n  b: c\n"), 1, 5, "full-width '：'"},
    {"： before a bracket", TEXT("a: {b：[c]}\n"), 1, 6, "full-width '：'"},
    {"， in a map", TEXT("{a: 1， b: 2}\n"), 1, 6, "full-width '，'"},
    {"， between quotes", TEXT("a: [\"x\"， \"y\"]\n"), 1, 8, "full-width '，'"},
    {"， after Chinese", TEXT("词: ['锁单'，'锁定']\n"), 1, 9, "full-width '，'"},
    {"， on a later line", TEXT("a:\n  - [\"x\",\n     \"y\"，\"z\"]\n"), 3, 9, "full-width '，'"},
    /* lawful ： is not blamed for another mistake */
    {"： in open quotes", TEXT("a: \"问：答\nb: 1\n"), 1, 4, "while scanning a quoted scalar"},
    {"： in closed quotes", TEXT("a: '：' b\n"), 1, 8, "did not find expected key"},
    {"： in a comment", TEXT("a: b: c # 注：x\n"), 1, 5, "mapping values"},
    {"： in the comment above", TEXT("# 注：x\na: b: c\n"), 2, 5, "mapping values"},
    {"： in the value above", TEXT("a: 注：b\n  c: d\n"), 2, 4, "mapping values"},
    /* tabs */
    {"a tab indents a map", TEXT("a:\n\tb: 1\n"), 2, 1, "a tab"},
    {"a tab indents a list", TEXT("- a\n\t- b\n"), 2, 1, "a tab"},
    {"a tab after spaces", TEXT("a:\n  - b\n \t- c\n"), 3, 2, "a tab"},
    {"a tab at the start", TEXT("\ta: b"), 1, 1, "a tab"},
    {"a tab indents a block", TEXT("a: |\n\tb\n"), 2, 1, "a tab"},
    {"only a tab", TEXT("\t"), 1, 1, "a tab"},
    /* lawful YAML that a rule file has no use for */
    {"a key twice", TEXT("a: 1\nb: 2\na: 3\n"), 3, 1, "key 'a' is here twice; first at line 1"},
    {"a Chinese key twice", TEXT("单位: 1\n单位: 3\n"), 2, 1, "key '单位' is here twice"},
    {"a key twice, once quoted", TEXT("a: 1\n'a': 3\n"), 2, 1, "key 'a' is here twice"},
    {"a key twice in one line", TEXT("词: {b: 1, b: 2}\n"), 1, 11, "key 'b' is here twice"},
    {"a key twice further in", TEXT("x:\n  - a: 1\n    a: 2\n"), 3, 5, "key 'a' is here twice; first at line 2"},
    {"an anchor", TEXT("a: &x 1\n"), 1, 4, "anchors"},
    {"an anchor on a map", TEXT("a: &x\n  b: c\n"), 1, 4, "anchors"},
    {"an anchor on a list", TEXT("- &x [a]\n"), 1, 3, "anchors"},
    {"an anchor on a key", TEXT("&x a: b\n"), 1, 1, "anchors"},
    {"an alias", TEXT("a: *x\n"), 1, 4, "aliases"},
    {"an alias as a key", TEXT("*x : b\n"), 1, 1, "aliases"},
    {"a merge", TEXT("a: 1\n<<: *x\n"), 2, 5, "aliases"},
    {"a tag", TEXT("a: !!str b\n"), 1, 4, "tags"},
    {"a tag of one's own", TEXT("a: !rule {b: c}\n"), 1, 4, "tags"},
    {"a tag that says nothing", TEXT("! a\n"), 1, 1, "tags"},
    {"a tag on a list", TEXT("a: !!seq [b]\n"), 1, 4, "tags"},
    {"two documents", TEXT("a: 1\n---\nb: 2\n"), 2, 1, "more than one document"},
    {"two documents of a word", TEXT("--- a\n--- b\n"), 2, 1, "more than one document"},
    {"text after the end", TEXT("a: 1\n...\nb: 2\n"), 3, 1, "<document start>"},
    {"a list as a key", TEXT("? [a]\n: b\n"), 1, 3, "a key must be text"},
    {"a map as a key", TEXT("{{a: b}: c}\n"), 1, 2, "a key must be text"},
    {"another YAML", TEXT("%YAML 2.0\n---\na\n"), 1, 1, "incompatible YAML"},
    /* characters */
    {"a control character", TEXT("a: b\x01\n"), 1, 5, "a control character"},
    {"a colour", TEXT("a: x\n中文: \x1b[31m\n"), 2, 5, "a control character"},
    {"DEL in a comment", TEXT("a: x # \x7f\n"), 1, 8, "a control character"},
    {"U+0085", TEXT("a: b\xc2\x85" "c: d\n"), 1, 5, "a control character"},
    {"U+2028", TEXT("a: b\xe2\x80\xa8" "c: d\n"), 1, 5, "a control character"},
    {"U+FFFE", TEXT("a: \xef\xbf\xbe\n"), 1, 4, "a control character"},
    {"a BOM inside", TEXT("a: \xef\xbb\xbf" "b\n"), 1, 4, "a control character"},
    {"an escaped control", TEXT("a: \"\\x01\"\n"), 1, 4, "a control character in text"},
    {"an escaped NUL", TEXT("a: \"b\\0\"\n"), 1, 4, "a control character in text"},
    {"an escaped U+0085", TEXT("a: \"\\N\"\n"), 1, 4, "a control character in text"},
    {"a control in a key", TEXT("x: 1\n\"\\e\": 1\n"), 2, 1, "a control character in text"},
    {"a NUL", TEXT("a: b\0c\n"), 1, 5, "a NUL byte"},
    {"a stray byte", TEXT("a: \xff\n"), 1, 4, "not UTF-8"},
    {"GBK", TEXT("id: x\nb: \xce\xd2\n"), 2, 4, "not UTF-8"},
    {"cut short", TEXT("好: 好\nb: 好\xe4\xb8"), 2, 5, "not UTF-8"},
    {"overlong", TEXT("a: \xc0\xaf\n"), 1, 4, "not UTF-8"},
    {"UTF-16", TEXT("\xff\xfe" "a\0:\0"), 1, 1, "not UTF-8"},
    /* nothing */
    {"empty", TEXT(""), 1, 1, "an empty file"},
    {"only a BOM", TEXT("\xef\xbb\xbf"), 1, 1, "an empty file"},
    {"only comments", TEXT("# a\n\n  # b\n"), 1, 1, "an empty file"},
    {"only a document start", TEXT("---\n"), 1, 1, "an empty file"},
    {"a document of nothing", TEXT("---\n...\n"), 1, 1, "an empty file"},
    /* syntax */
    {"two colons", TEXT("a: b: c\n"), 1, 5, "mapping values"},
    {"a map in a value", TEXT("a: b\n c: d\n"), 2, 3, "mapping values"},
    {"no space after the colon", TEXT("a:b\nc: d\n"), 2, 2, "mapping values"},
    {"a list in a map", TEXT("a: b\n- c\n"), 2, 1, "did not find expected key"},
    {"a map in a list", TEXT("- a\nb: c\n"), 2, 1, "expected '-' indicator"},
    {"less indented", TEXT("a:\n  b: 1\n c: 2\n"), 3, 2, "did not find expected key"},
    {"a word without a colon", TEXT("a: 1\nb\nc: 2\n"), 2, 1, "could not find expected ':'"},
    {"text after quotes", TEXT("a: \"b\" c\n"), 1, 8, "did not find expected key"},
    {"a quote left open", TEXT("a: 1\nb: 'c\nd: 2\n"), 2, 4, "while scanning a quoted scalar"},
    {"a bracket left open", TEXT("a: [b\n"), 2, 1, "expected ',' or ']'"},
    {"a brace left open", TEXT("a: {b: c\nd: e\n"), 2, 2, "expected ',' or '}'"},
    {"a bracket too many", TEXT("a: [b]]\n"), 1, 7, "did not find expected key"},
    {"an unknown escape", TEXT("a: \"\\q\"\n"), 1, 5, "unknown escape"},
    {"an at sign", TEXT("a: @b\n"), 1, 4, "cannot start any token"},
    {"a per cent sign", TEXT("a: %b\n"), 1, 4, "cannot start any token"},
    {"a star", TEXT("a: *\n"), 1, 5, "while scanning an alias"},
    {"a bad block", TEXT("a: |x\n b\n"), 1, 5, "while scanning a block scalar"},
    {"a BOM moves no column", TEXT("\xef\xbb\xbf" "a: b: c\n"), 1, 5, "mapping values"},
    {"CRLF counts one line", TEXT("a: 1\r\nb: 2\r\na: 3\r\n"), 3, 1, "key 'a' is here twice"},
};
/* clang-format on */

START_TEST(a_mistake_is_named_at_its_place)
{
    for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        g_autoptr(ClYaml) yaml =
            parse(mistakes[i].text, mistakes[i].length, notes);
        ck_assert_msg(!yaml, "%s: parsed", mistakes[i].name);
        ck_assert_msg(cl_notes_count(notes) > 0, "%s: no note",
                      mistakes[i].name);
        const ClNote *note = cl_notes_get(notes, 0);
        ck_assert_msg(note->line == mistakes[i].line &&
                          note->column == mistakes[i].column &&
                          strstr(note->message, mistakes[i].message),
                      "%s: %u:%u: %s", mistakes[i].name, note->line,
                      note->column, note->message);
        ck_assert_str_eq(note->kind, "yaml");
        ck_assert_str_eq(note->file, "rule.yaml");
        ck_assert(note->severity == CL_SEVERITY_ERROR && note->incomplete);
    }
}
END_TEST

START_TEST(all_mistakes_of_a_sound_document_are_told)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClYaml) yaml =
        parse(TEXT("a: 1\na: &x 2\nb: !t \"\\x01\"\nb: 3\n"), notes);
    ck_assert_ptr_null(yaml);
    ck_assert_uint_eq(cl_notes_count(notes), 5);
}
END_TEST

/* ---- Sizes ------------------------------------------------------------- */

static bool
parses(const char *text, size_t length, const char *message)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClYaml) yaml = parse(text, length, notes);
    if (!yaml)
        ck_assert_msg(strstr(cl_notes_get(notes, 0)->message, message) != NULL,
                      "%s", cl_notes_get(notes, 0)->message);
    return yaml;
}

/* A scalar under depth lists or maps, in a row or by indentation. */
static char *
nested(size_t depth, bool block)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < depth; i++)
        g_string_append(text, block ? "- " : i % 2 ? "{a: " : "[");
    g_string_append(text, "x");
    for (size_t i = depth; !block && i > 0; i--)
        g_string_append_c(text, (i - 1) % 2 ? '}' : ']');
    return g_string_free(text, FALSE);
}

START_TEST(thirty_two_levels_are_the_deepest)
{
    for (int block = 0; block < 2; block++) {
        g_autofree char *deepest = nested(32, block);
        g_autofree char *deeper = nested(33, block);
        ck_assert(parses(deepest, strlen(deepest), ""));
        ck_assert(!parses(deeper, strlen(deeper), "deeper than 32"));
    }
}
END_TEST

START_TEST(a_key_has_at_most_256_bytes)
{
    g_autofree char *key = g_strnfill(256, 'k');
    g_autofree char *longest = g_strconcat(key, ": v\n", NULL);
    g_autofree char *longer = g_strconcat("k", key, ": v\n", NULL);
    g_autofree char *asked = g_strconcat("? k", key, "\n: v\n", NULL);
    ck_assert(parses(longest, strlen(longest), ""));
    ck_assert(!parses(longer, strlen(longer), "a key over 256 bytes"));
    ck_assert(!parses(asked, strlen(asked), "a key over 256 bytes"));
}
END_TEST

START_TEST(a_megabyte_of_anything_is_answered_soon)
{
    static const char *const units[] = {
        "[",    "{",       "[[],", "- ",   "? ",  "&a ",     "!",
        "\"",   "'",       "a: ",  "\t",   "# ",  "：",      "，",
        "*",    "|\n",     "\n",   "\"\\", "a\n", "- - a\n", "%",
        "[a, ", "{a: b, ", "a: [", "{a: ", "!a",  "a: |",
    };
    for (size_t i = 0; i < 2 * G_N_ELEMENTS(units); i++) {
        const char *unit = units[i / 2];
        GString *text = g_string_new(i % 2 ? "a: ' " : "");
        while (text->len < 1 << 20)
            g_string_append(text, unit);
        const clock_t start = clock();
        parses(text->str, text->len, "");
        const double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        /* a tenth of a second without sanitizers */
        ck_assert_msg(seconds < 4, "'%s': %.1f s", unit, seconds);
        g_string_free(text, TRUE);
    }
}
END_TEST

/* ---- Good documents ---------------------------------------------------- */

/* text@line:column; "quoted"@..; [items]@..; {key=value}@.. */
static void
dump(const ClYamlNode *node, GString *out)
{
    if (node->type == CL_YAML_SCALAR) {
        const char *quote = node->quoted ? "\"" : "";
        g_string_append_printf(out, "%s%s%s", quote, node->text, quote);
    } else {
        const bool map = node->type == CL_YAML_MAP;
        g_string_append_c(out, map ? '{' : '[');
        for (size_t i = 0; i < node->count; i++) {
            if (i > 0)
                g_string_append_c(out, ' ');
            if (map) {
                dump(node->keys[i], out);
                g_string_append_c(out, '=');
            }
            dump(node->items[i], out);
        }
        g_string_append_c(out, map ? '}' : ']');
    }
    g_string_append_printf(out, "@%u:%u", node->line, node->column);
}

/* clang-format off */
static const struct {
    const char *name, *text;
    size_t length;
    const char *tree;
} documents[] = {
    {"a word", TEXT("yu7"), "yu7@1:1"},
    {"a word with ：", TEXT("id：yu7\n"), "id：yu7@1:1"},
    {"a map", TEXT("a: 1\nb: x y\n"), "{a@1:1=1@1:4 b@2:1=x y@2:4}@1:1"},
    {"the file's order", TEXT("z: 1\na: 2\n"), "{z@1:1=1@1:4 a@2:1=2@2:4}@1:1"},
    {"columns in code points", TEXT("单位: 辆\n𠮷: [台, 部]\n"), "{单位@1:1=辆@1:5 𠮷@2:1=[台@2:5 部@2:8]@2:4}@1:1"},
    {"a list", TEXT("- a\n-  b\n"), "[a@1:3 b@2:4]@1:1"},
    {"a list in a map", TEXT("k:\n  - a\n  - b\n"), "{k@1:1=[a@2:5 b@3:5]@2:3}@1:1"},
    {"maps in a list", TEXT("- a: 1\n  b: 2\n- {}\n"), "[{a@1:3=1@1:6 b@2:3=2@2:6}@1:3 {}@3:3]@1:1"},
    {"quotes", TEXT("a: 'x''y'\nb: \"\\u9501\\t\"\nc: ''\n"), "{a@1:1=\"x'y\"@1:4 b@2:1=\"锁\t\"@2:4 c@3:1=\"\"@3:4}@1:1"},
    {"a quoted key", TEXT("\"a b\": c\n"), "{\"a b\"@1:1=c@1:8}@1:1"},
    {"no value", TEXT("a:\nb: ~\n"), "{a@1:1=@1:3 b@2:1=~@2:4}@1:1"},
    {"quoted nothing as a whole", TEXT("''\n"), "\"\"@1:1"},
    {"empty list and map", TEXT("[[], {}]\n"), "[[]@1:2 {}@1:6]@1:1"},
    {"a block", TEXT("a: |\n  x\n   y\nb: 1\n"), "{a@1:1=\"x\n y\n\"@1:4 b@4:1=1@4:4}@1:1"},
    {"a folded block", TEXT("a: >-\n  x\n  y\n"), "{a@1:1=\"x y\"@1:4}@1:1"},
    {"a tab in a block", TEXT("a: |\n  x\ty\n"), "{a@1:1=\"x\ty\n\"@1:4}@1:1"},
    {"text over two lines", TEXT("a: x\n  y\nb: 1\n"), "{a@1:1=x y@1:4 b@3:1=1@3:4}@1:1"},
    {"CRLF", TEXT("a: 1\r\nb: |\r\n  x\r\nc: '一\r\n  二'\r\n"), "{a@1:1=1@1:4 b@2:1=\"x\n\"@2:4 c@4:1=\"一 二\"@4:4}@1:1"},
    {"a BOM", TEXT("\xef\xbb\xbf" "a: b\n"), "{a@1:1=b@1:4}@1:1"},
    {"comments", TEXT("# 注：\na: b # c\n"), "{a@2:1=b@2:4}@2:1"},
    {"# in a word", TEXT("a: b#c\n"), "{a@1:1=b#c@1:4}@1:1"},
    {"marks of a document", TEXT("%YAML 1.1\n---\na: b\n...\n"), "{a@3:1=b@3:4}@3:1"},
    {"no line end", TEXT("a: b"), "{a@1:1=b@1:4}@1:1"},
    {"& and ! and * inside", TEXT("a: x & y! *z\n"), "{a@1:1=x & y! *z@1:4}@1:1"},
    {"full-width text", TEXT("a: 好：是，不\n"), "{a@1:1=好：是，不@1:4}@1:1"},
    {"the same key in two maps", TEXT("- a: 1\n- a: 2\n"), "[{a@1:3=1@1:6}@1:3 {a@2:3=2@2:6}@2:3]@1:1"},
    {"a URL", TEXT("a: https://example.org/x\n"), "{a@1:1=https://example.org/x@1:4}@1:1"},
};
/* clang-format on */

START_TEST(a_good_document_becomes_its_tree)
{
    for (size_t i = 0; i < G_N_ELEMENTS(documents); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        g_autoptr(ClYaml) yaml =
            parse(documents[i].text, documents[i].length, notes);
        ck_assert_msg(cl_notes_count(notes) == 0 && yaml, "%s: %s",
                      documents[i].name,
                      yaml ? "notes" : cl_notes_get(notes, 0)->message);
        g_autoptr(GString) tree = g_string_new(NULL);
        dump(cl_yaml_root(yaml), tree);
        ck_assert_msg(strcmp(tree->str, documents[i].tree) == 0, "%s: %s",
                      documents[i].name, tree->str);
    }
}
END_TEST

START_TEST(a_packed_tree_is_the_same)
{
    for (size_t i = 0; i < G_N_ELEMENTS(documents); i++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        g_autoptr(ClYaml) yaml =
            parse(documents[i].text, documents[i].length, notes);
        g_autoptr(GString) packed = g_string_new(NULL);
        cl_yaml_pack(yaml, packed);
        g_autoptr(ClYaml) again = cl_yaml_unpack(packed->str);
        g_autoptr(GString) tree = g_string_new(NULL);
        dump(cl_yaml_root(again), tree);
        ck_assert_str_eq(tree->str, documents[i].tree);
    }
}
END_TEST

/* ---- The reader of plain YAML ------------------------------------------ */

static bool
reads_alike(const char *text, size_t length)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClYaml) plain =
        cl_yaml_parse_with(CL_YAML_READ_PLAIN, text, length, "a", notes);
    if (!plain)
        return false;
    g_autoptr(ClYaml) full =
        cl_yaml_parse_with(CL_YAML_READ_EVENTS, text, length, "a", notes);
    ck_assert_msg(full != NULL, "taken, but a mistake: %s", text);
    g_autoptr(GString) one = g_string_new(NULL);
    g_autoptr(GString) other = g_string_new(NULL);
    dump(cl_yaml_root(plain), one);
    dump(cl_yaml_root(full), other);
    ck_assert_msg(strcmp(one->str, other->str) == 0, "%s\n%s\n%s", text,
                  one->str, other->str);
    return true;
}

START_TEST(what_people_write_is_read_in_one_pass)
{
    static const char *const texts[] = {
        "id: a\ntitle: 某车 # 注\nsubject: ['a''b', \"c\\\"\", d e]\n",
        "a:\n  - text: x\n    claim: {value: 28.9万, window: 24小时}\n  - b\n",
        "- id: r\n  examples:\n  - {silent: x}\n  - [a,\n     b]\n- {}\n",
        "a:\n- - 1\n  - -5%\n-\n  b#c: d:e\n  f : g\n",
        "\n# 注\n  a: 1\n\n  b: [] # x\n\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        ck_assert_msg(reads_alike(texts[i], strlen(texts[i])),
                      "left to libyaml: %s", texts[i]);
}
END_TEST

/* Most of these are mistakes; those that are taken must be right. */
START_TEST(the_two_readers_agree_on_whatever_both_take)
{
    static const char *const parts[] = {
        "a",     "b: ", "- ",    "\n",   "\n  ",   "\n    ", " ",    "[",
        "]",     "{",   "}",     ", ",   ":",      "#",      " # c", "'",
        "\"",    "'x'", "词: ",  "二",   "\n- ",   "''",     "\\\"", "? ",
        "\n---", "-",   "\nc: ", "[a]",  "{d: e}", "x y",    "：",   "\n ",
        "\t",    "|",   "k1: v", "\nk2:"};
    g_autoptr(GRand) chance = g_rand_new_with_seed(7);
    g_autoptr(GString) text = g_string_new(NULL);
    unsigned taken = 0;
    for (int i = 0; i < 60000; i++) {
        g_string_truncate(text, 0);
        for (int count = g_rand_int_range(chance, 1, 12); count > 0; count--)
            g_string_append(
                text, parts[g_rand_int_range(chance, 0, G_N_ELEMENTS(parts))]);
        taken += reads_alike(text->str, text->len);
    }
    ck_assert_uint_gt(taken, 2000);
}
END_TEST

START_TEST(only_a_map_has_the_value_of_a_key)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClYaml) yaml = parse(TEXT("a: [x]\n单位: 辆\n"), notes);
    const ClYamlNode *root = cl_yaml_root(yaml);
    ck_assert_str_eq(cl_yaml_get(root, "单位")->text, "辆");
    const ClYamlNode *list = cl_yaml_get(root, "a");
    ck_assert_uint_eq(list->count, 1);
    ck_assert_ptr_null(cl_yaml_get(root, "b"));
    ck_assert_ptr_null(cl_yaml_get(root, ""));
    ck_assert_ptr_null(cl_yaml_get(list, "x"));
    ck_assert_ptr_null(cl_yaml_get(list->items[0], "x"));
    ck_assert_ptr_null(cl_yaml_get(NULL, "a"));
}
END_TEST

START_TEST(types_have_one_word_names)
{
    ck_assert_str_eq(cl_yaml_type_name(CL_YAML_SCALAR), "text");
    ck_assert_str_eq(cl_yaml_type_name(CL_YAML_MAP), "map");
    ck_assert_str_eq(cl_yaml_type_name(CL_YAML_LIST), "list");
    cl_yaml_free(NULL);
}
END_TEST

RUN_TESTS("base/yaml",
          a_mistake_is_named_at_its_place,
          all_mistakes_of_a_sound_document_are_told,
          thirty_two_levels_are_the_deepest,
          a_key_has_at_most_256_bytes,
          a_megabyte_of_anything_is_answered_soon,
          a_good_document_becomes_its_tree,
          a_packed_tree_is_the_same,
          what_people_write_is_read_in_one_pass,
          the_two_readers_agree_on_whatever_both_take,
          only_a_map_has_the_value_of_a_key,
          types_have_one_word_names)
