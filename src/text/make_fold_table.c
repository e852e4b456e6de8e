/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Writes the fold table as C: what each code point becomes (NFKC, then
 * OpenCC's simplified character) and which ones may stand in a number.  Runs
 * at build time only, so that folding needs neither library.  Folding a
 * folded character gives itself.
 */

#include <opencc/opencc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "fold_table.h"

#define LAST 0x10FFFF
#define PAGES 256

/* Characters a quantity may be written with, besides digits. */
static const char numerals[] =
    "零〇○一二三四五六七八九十百千万亿兆两半几数多双俩仨廿卅"
    "壹贰叁肆伍陆柒捌玖拾佰仟倍成翻折番斩首";

/* Where news spelling wants something else than NFKC; NULL drops it. */
static const struct {
    const char *from; /* each of these characters */
    const char *to;
} overrides[] = {
    {"“”„‟″‶〝〞〟＂«»「」『』《》〈〉﹁﹂﹃﹄❝❞｢｣", "\""},
    {"‘’‚‛′＇´ʼʹ‹›", "'"},
    {"‐‑‒–⁃−－﹣", "-"},
    {"—―─━⸺⸻﹘", "—"},
    {"～〜∼˜﹋", "~"},
    {"·・‧･∙⋅", "·"},
    {"‥…", "…"},
    {"｡。︒", "。"},
    {"∶", ":"},
    {"【〔〖", "["},
    {"】〕〗", "]"},
    {"¥￥", "¥"},
    {"⁄", "/"},
    {"™®©℠\u20e3\ufffc", NULL}, /* else iPhone™ is iPhoneTM; keycaps */
};

typedef struct {
    uint16_t code; /* ClFoldCode, or the one BMP character it becomes */
    char text[80]; /* what it becomes, empty if it is itself */
} Entry;

static Entry *entries; /* LAST + 1 of them */
static uint8_t numeric[(LAST + 1) / 8 + 1];

static size_t
encode(int32_t c, char *out)
{
    const utf8proc_ssize_t n = utf8proc_encode_char(c, (utf8proc_uint8_t *)out);
    out[n] = 0;
    return (size_t)n;
}

static int32_t
decode(const char *text, const char **next)
{
    utf8proc_int32_t c = 0;
    *next = text + utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);
    return c;
}

/* What OpenCC makes of one character; itself where that is no single one. */
static int32_t
simplify(opencc_t opencc, int32_t c)
{
    if (c < 0x2E80)
        return c;
    char text[8];
    char *converted = opencc_convert_utf8(opencc, text, encode(c, text));
    const char *rest = "";
    const int32_t result = decode(converted, &rest);
    const bool single = *rest == 0;
    opencc_convert_utf8_free(converted);
    return single ? result : c;
}

/* NFKC of one character, then each of its characters simplified. */
static void
spell(opencc_t opencc, int32_t c, char *out)
{
    utf8proc_int32_t points[64];
    utf8proc_ssize_t count = utf8proc_decompose_char(
        c, points, 64, UTF8PROC_COMPAT | UTF8PROC_COMPOSE, NULL);
    count = utf8proc_normalize_utf32(
        points, count, UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    for (utf8proc_ssize_t i = 0; i < count; i++)
        out += encode(simplify(opencc, points[i]), out);
}

static void
set_text(int32_t c, const char *text)
{
    Entry *entry = &entries[c];
    const char *rest;
    const int32_t first = decode(text, &rest);
    if (first == c && !*rest)
        return;
    strcpy(entry->text, text);
    entry->code = FOLD_LIST;
    if (!*rest && first <= 0xFFFF)
        entry->code = (uint16_t)first;
}

/* Characters that vanish, and blanks. */
static uint16_t
special_code(int32_t c)
{
    const utf8proc_property_t *property = utf8proc_get_property(c);
    if (c == '\t' || (c >= '\n' && c <= '\r') || c == 0x85)
        return ' ';
    switch (property->category) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return ' ';
    case UTF8PROC_CATEGORY_CC:
        return FOLD_DROP;
    case UTF8PROC_CATEGORY_CO:
        return FOLD_HIDDEN;
    default:
        return property->ignorable || (c >= 0xE0000 && c <= 0xE0FFF)
                   ? FOLD_HIDDEN
                   : FOLD_SELF;
    }
}

static void
apply_overrides(void)
{
    for (size_t i = 0; i < sizeof overrides / sizeof *overrides; i++) {
        for (const char *p = overrides[i].from; *p;) {
            const int32_t c = decode(p, &p);
            entries[c] = (Entry){0};
            if (overrides[i].to)
                set_text(c, overrides[i].to);
            else
                entries[c].code = FOLD_DROP;
        }
    }
}

static bool
is_number_category(utf8proc_category_t category)
{
    return category == UTF8PROC_CATEGORY_ND ||
           category == UTF8PROC_CATEGORY_NL || category == UTF8PROC_CATEGORY_NO;
}

static bool
holds_numeral(int32_t c)
{
    if (is_number_category(utf8proc_category(c)))
        return true;
    char self[8];
    encode(c, self);
    const char *text = entries[c].text[0] ? entries[c].text : self;
    for (const char *p = text; *p;) {
        char one[8];
        encode(decode(p, &p), one);
        if (strstr(numerals, one) || (*one >= '0' && *one <= '9'))
            return true;
    }
    return false;
}

static void
fill_entries(opencc_t opencc)
{
    for (int32_t c = 0; c <= LAST; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        entries[c].code = special_code(c);
        if (entries[c].code != FOLD_SELF || c < 0x80 ||
            utf8proc_category(c) == UTF8PROC_CATEGORY_CN)
            continue;
        char text[80];
        spell(opencc, c, text);
        if (text[0] != ' ') /* a lone accent: U+00B4 is blank + U+0301 */
            set_text(c, text);
    }
    apply_overrides();
    for (int32_t c = 0; c <= LAST; c++) {
        if ((c < 0xD800 || c > 0xDFFF) && holds_numeral(c))
            numeric[c / 8] |= (uint8_t)(1u << (c % 8));
    }
}

/* What a text's characters become in their turn: ½ is 1⁄2 is 1/2. */
static void
respell(const char *text, char *out)
{
    *out = 0;
    while (*text) {
        const int32_t c = decode(text, &text);
        const Entry *entry = &entries[c];
        if (entry->text[0])
            out = stpcpy(out, entry->text);
        else if (entry->code == FOLD_SELF || c < 0x80)
            out += encode(c, out);
    }
}

/* Without this, folding twice would differ from folding once. */
static void
close_chains(void)
{
    for (int32_t c = 0; c <= LAST; c++) {
        char text[80];
        for (int hop = 0; hop < 4 && entries[c].text[0]; hop++) {
            respell(entries[c].text, text);
            if (!*text || strcmp(text, entries[c].text) == 0)
                break;
            entries[c] = (Entry){0};
            set_text(c, text);
        }
    }
}

static bool
same_page(int a, int b)
{
    for (int i = 0; i < 256; i++) {
        if (entries[a * 256 + i].code != entries[b * 256 + i].code)
            return false;
    }
    return true;
}

static void
write_pages(FILE *out)
{
    int index[PAGES], kept[PAGES], count = 0;
    for (int page = 0; page < PAGES; page++) {
        int found = 0;
        while (found < count && !same_page(kept[found], page))
            found++;
        if (found == count)
            kept[count++] = page;
        index[page] = found;
    }
    fprintf(out, "const uint16_t cl_fold_pages[][256] = {\n");
    for (int k = 0; k < count; k++) {
        fprintf(out, "{");
        for (int i = 0; i < 256; i++)
            fprintf(out, "%u,", entries[kept[k] * 256 + i].code);
        fprintf(out, "},\n");
    }
    fprintf(out, "};\nconst uint8_t cl_fold_index[256] = {");
    for (int page = 0; page < PAGES; page++)
        fprintf(out, "%d,", index[page]);
    fprintf(out, "};\n");
}

static void
write_text(FILE *out, const char *text)
{
    for (; *text; text++)
        fprintf(out, "\\%03o", (unsigned)(unsigned char)*text);
}

/* All that needs a text, and all beyond the BMP that becomes something. */
static void
write_list(FILE *out)
{
    size_t count = 0;
    fprintf(out, "const ClFoldEntry cl_fold_list[] = {\n");
    for (int32_t c = 0; c <= LAST; c++) {
        if (!entries[c].text[0] ||
            (c <= 0xFFFF && entries[c].code != FOLD_LIST))
            continue;
        fprintf(out, "{0x%X, \"", (unsigned)c);
        write_text(out, entries[c].text);
        fprintf(out, "\"},\n");
        count++;
    }
    fprintf(out, "};\nconst size_t cl_fold_list_count = %zu;\n", count);
}

/* Runs beyond the BMP that vanish: tags, private use. */
static void
write_hidden(FILE *out)
{
    size_t count = 0;
    fprintf(out, "const ClFoldRange cl_fold_hidden[] = {\n");
    for (int32_t c = 0x10000; c <= LAST; c++) {
        const int32_t first = c;
        while (c <= LAST && entries[c].code == FOLD_HIDDEN)
            c++;
        if (c == first)
            continue;
        fprintf(out, "{0x%X, 0x%X},\n", (unsigned)first, (unsigned)c - 1);
        count++;
    }
    fprintf(out, "};\nconst size_t cl_fold_hidden_count = %zu;\n", count);
}

/* Simplified to traditional, where folding leads back: what a rule's examples
   are rewritten with. */
static void
write_traditional(opencc_t opencc, FILE *out)
{
    size_t count = 0;
    fprintf(out, "const ClTraditional cl_traditional[] = {\n");
    for (int32_t c = 0x2E80; c <= 0xFFFF; c++) {
        if ((c >= 0xD800 && c <= 0xF8FF) || entries[c].code != FOLD_SELF)
            continue;
        const int32_t to = simplify(opencc, c);
        if (to == c || to > 0xFFFF || entries[to].code != (uint16_t)c)
            continue;
        fprintf(out, "{0x%X, 0x%X},\n", (unsigned)c, (unsigned)to);
        count++;
    }
    fprintf(out, "};\nconst size_t cl_traditional_count = %zu;\n", count);
}

static int
compare_codes(const void *a, const void *b)
{
    const uint16_t x = *(const uint16_t *)a, y = *(const uint16_t *)b;
    const int codes = (entries[x].code > entries[y].code) -
                      (entries[x].code < entries[y].code);
    return codes ? codes : (x > y) - (x < y);
}

/* The pages the other way round: what a character may be written as. */
static void
write_written(FILE *out)
{
    static uint16_t from[0x10000];
    size_t count = 0;
    for (uint32_t c = 0; c <= 0xFFFF; c++)
        if (entries[c].code > FOLD_LIST && entries[c].code != ' ')
            from[count++] = (uint16_t)c;
    qsort(from, count, sizeof *from, compare_codes);
    fprintf(out, "const ClWritten cl_written[] = {\n");
    for (size_t i = 0; i < count; i++)
        fprintf(out, "{0x%X, 0x%X},\n", (unsigned)entries[from[i]].code,
                (unsigned)from[i]);
    fprintf(out, "};\nconst size_t cl_written_count = %zu;\n", count);
}

static void
write_bits(const char *name, const uint8_t *bits, FILE *out)
{
    fprintf(out, "const uint8_t %s[8192] = {", name);
    for (int i = 0; i < 8192; i++)
        fprintf(out, "%u,", bits[i]);
    fprintf(out, "};\n");
}

/* Han that folds to itself and counts nothing: most of Chinese text. */
static void
write_plain(FILE *out)
{
    uint8_t bits[8192] = {0};
    for (int c = 0x4E00; c <= 0x9FFF; c++)
        if (entries[c].code == FOLD_SELF && !(numeric[c >> 3] >> (c & 7) & 1))
            bits[c >> 3] |= (uint8_t)(1u << (c & 7));
    write_bits("cl_plain_bits", bits, out);
}

int
main(int argc, char **argv)
{
    opencc_t opencc = opencc_open("t2s.json");
    opencc_t reverse = opencc_open("s2t.json");
    entries = calloc(LAST + 1, sizeof *entries);
    if (argc != 2 || opencc == (opencc_t)-1 || reverse == (opencc_t)-1 ||
        !entries) {
        fprintf(stderr, "make_fold_table: cannot open OpenCC's 't2s.json' "
                        "and 's2t.json'\n");
        return EXIT_FAILURE;
    }
    fill_entries(opencc);
    close_chains();
    FILE *out = fopen(argv[1], "w");
    if (!out)
        return EXIT_FAILURE;
    fprintf(out, "/* Written by make_fold_table. */\n"
                 "#include \"text/fold_table.h\"\n");
    write_pages(out);
    write_list(out);
    write_hidden(out);
    write_bits("cl_numeral_bits", numeric, out);
    write_plain(out);
    write_traditional(reverse, out);
    write_written(out);
    free(entries);
    opencc_close(opencc);
    opencc_close(reverse);
    return fclose(out) ? EXIT_FAILURE : EXIT_SUCCESS;
}
