/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reader against a table of phrases, one row a phenomenon, and against
 * itself: a number means the same in every notation and hedge order.
 */
#include "quantity/quantity.h"
#include "text/text.h"
#include "unit.h"

#include <stdio.h>
#include <string.h>

#define COLUMNS 8

static ClVocabulary *vocabulary;

static void
open_vocabulary(void)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    if (!vocabulary)
        vocabulary = cl_vocabulary_new(notes);
    ck_assert_ptr_nonnull(vocabulary);
}

static void
read_text(const char *text, ClFolded *folded, GArray *found)
{
    cl_fold_text(text, strlen(text), folded);
    cl_quantities_read(vocabulary, folded->cased->str, folded->cased->len,
                       found);
}

/* ---- The table --------------------------------------------------------- */

static char *
describe_kind(const ClQuantity *q)
{
    const char *form = q->form == CL_FORM_GROWTH    ? " growth"
                       : q->form == CL_FORM_DECLINE ? " decline"
                       : q->span_of_values          ? " span"
                                                    : "";
    return g_strconcat(cl_quantity_kind_name(q->kind), form, NULL);
}

static char *
describe_unit(const ClQuantity *q)
{
    const char *unit = q->unit ? cl_unit_name(vocabulary, q->unit) : "";
    return q->per
               ? g_strconcat(unit, "/", cl_unit_name(vocabulary, q->per), NULL)
               : g_strdup(unit);
}

/* A quantity in the columns of the table, from its span on. */
static char *
describe(const ClQuantity *q, const char *text)
{
    g_autofree char *span =
        g_strndup(text + q->span.start, q->span.end - q->span.start);
    g_autofree char *unit = describe_unit(q);
    g_autofree char *kind = describe_kind(q);
    g_autoptr(GString) hard = g_string_new(NULL);
    g_autoptr(GString) usual = g_string_new(NULL);
    cl_interval_print(q->hard, hard);
    cl_interval_print(q->usual, usual);
    return g_strjoin("\t", span, q->hedge, hard->str,
                     cl_interval_equal(q->hard, q->usual) ? "=" : usual->str,
                     unit, kind, NULL);
}

static bool
check_row(const char *line, ClFolded *folded, GArray *found)
{
    g_auto(GStrv) cells = g_strsplit(line, "\t", 3);
    read_text(cells[1], folded, found);
    if (strcmp(cells[2], "-") == 0 && found->len == 0)
        return true;
    g_autoptr(GString) seen = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        g_autofree char *row =
            describe(&g_array_index(found, ClQuantity, i), folded->cased->str);
        if (strcmp(row, cells[2]) == 0)
            return true;
        g_string_append_printf(seen, "\n    got    %s", row);
    }
    fprintf(stderr, "%s: %s\n    wanted %s%s\n", cells[0], cells[1], cells[2],
            seen->str);
    return false;
}

START_TEST(every_row_reads_as_written)
{
    open_vocabulary();
    g_autofree char *table = NULL;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    ck_assert(
        g_file_get_contents(TEST_DATA "/quantities.tsv", &table, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
    int rows = 0, wrong = 0;
    for (char **line = lines; *line; line++) {
        if (**line == '#' || **line == '\0')
            continue;
        rows++;
        wrong += !check_row(*line, &folded, found);
    }
    ck_assert_int_ge(rows, 400);
    ck_assert_int_eq(wrong, 0);
}
END_TEST

/* ---- Notations --------------------------------------------------------- */

static const char *const characters[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};

static void
write_section(int64_t n, bool inside, GString *out)
{
    static const char *const scales[] = {"千", "百", "十", ""};
    int64_t unit = 1000;
    bool gap = inside && n < 1000, any = false;
    for (int i = 0; i < 4; i++, unit /= 10) {
        const int64_t digit = n / unit % 10;
        if (digit == 0) {
            gap = gap || any;
            continue;
        }
        if (gap)
            g_string_append(out, characters[0]);
        gap = false;
        any = true;
        g_string_append(out, characters[digit]);
        g_string_append(out, scales[i]);
    }
}

/* 二十八万九千: as a school book writes it. */
static char *
write_chinese(int64_t n)
{
    static const struct {
        int64_t unit;
        const char *scale;
    } parts[] = {{100000000, "亿"}, {10000, "万"}, {1, ""}};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const int64_t section = n / parts[i].unit % 10000;
        if (section == 0)
            continue;
        write_section(section, out->len > 0, out);
        g_string_append(out, parts[i].scale);
    }
    return g_string_free(out, FALSE);
}

static char *
write_digits(int64_t n)
{
    return g_strdup_printf("%" G_GINT64_FORMAT, n);
}

static char *
write_separated(int64_t n)
{
    GString *out = g_string_new(NULL);
    g_string_printf(out, "%" G_GINT64_FORMAT, n);
    for (gssize at = (gssize)out->len - 3; at > 0; at -= 3)
        g_string_insert_c(out, at, ',');
    return g_string_free(out, FALSE);
}

/* Digits as in East Asian type: ２８９０００. */
static char *
write_full_width(int64_t n)
{
    g_autofree char *digits = write_digits(n);
    GString *out = g_string_new(NULL);
    for (const char *c = digits; *c; c++)
        g_string_append_unichar(out, (gunichar)(0xFF10 + *c - '0'));
    return g_string_free(out, FALSE);
}

/* 28.9万 with up to four decimals. */
static char *
write_wan(int64_t n)
{
    GString *out = g_string_new(NULL);
    g_string_printf(out, "%" G_GINT64_FORMAT ".%04d", n / 10000,
                    (int)(n % 10000));
    while (out->str[out->len - 1] == '0')
        g_string_truncate(out, out->len - 1);
    if (out->str[out->len - 1] == '.')
        g_string_truncate(out, out->len - 1);
    g_string_append(out, "万");
    return g_string_free(out, FALSE);
}

/* The same in traditional characters. */
static char *
write_traditional(int64_t n)
{
    g_autofree char *chinese = write_chinese(n);
    GString *out = g_string_new(chinese);
    g_string_replace(out, "万", "萬", 0);
    g_string_replace(out, "亿", "億", 0);
    return g_string_free(out, FALSE);
}

typedef char *Writer(int64_t n);

static Writer *const writers[] = {write_digits,     write_separated,
                                  write_full_width, write_chinese,
                                  write_wan,        write_traditional};

/* Wordings of one hedge each; NULL-ended. */
static const char *const hedges[][6] = {
    {"%s人", "共%s人", "高达%s人", "仅%s人", NULL},
    {"约%s人", "大约%s人", "%s人左右", "约%s人左右", "差不多%s人", NULL},
    {"超过%s人", "超%s人", "逾%s人", "突破%s人", "超过了%s人", NULL},
    {"至少%s人", "%s人以上", "至少有%s人", "不少于%s人", NULL},
    {"不超过%s人", "最多%s人", "%s人以内", "%s人以下", NULL},
    {"不到%s人", "不足%s人", "少于%s人", NULL},
    {"近%s人", "接近%s人", "将近%s人", "近%s人左右", NULL},
};

static void
check_wording(int64_t n,
              const char *wording,
              const char *number,
              const ClQuantity *first,
              ClQuantity *out)
{
    g_auto(GStrv) parts = g_strsplit(wording, "%s", 2);
    g_autofree char *text = g_strconcat(parts[0], number, parts[1], NULL);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    read_text(text, &folded, found);
    ck_assert_msg(found->len == 1, "%s: %u quantities", text, found->len);
    *out = g_array_index(found, ClQuantity, 0);
    ck_assert_msg(cl_number_equal(out->value, cl_number_make(n, 0)),
                  "%s is not %" G_GINT64_FORMAT, text, n);
    if (!first)
        return;
    ck_assert_msg(cl_interval_equal(first->hard, out->hard) &&
                      cl_interval_equal(first->usual, out->usual),
                  "%s: another interval", text);
}

/* Numbers of all sizes, many of them round, as news has them. */
static int64_t
draw_number(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    const int digits = 1 + (int)(*state >> 33) % 4;
    const int zeros = (int)(*state >> 40) % 8;
    int64_t n = 1 + (int64_t)((*state >> 20) % 9999);
    for (int i = 4; i > digits; i--)
        n /= 10;
    for (int i = 0; i < zeros; i++)
        n *= 10;
    return MAX(n, 2);
}

START_TEST(a_number_means_the_same_in_every_notation)
{
    open_vocabulary();
    uint64_t state = 20;
    for (int round = 0; round < 5000; round++) {
        const int64_t n = draw_number(&state);
        const size_t group = (size_t)round % G_N_ELEMENTS(hedges);
        ClQuantity first, other;
        bool any = false;
        for (size_t w = 0; w < G_N_ELEMENTS(writers); w++) {
            g_autofree char *number = writers[w](n);
            for (int i = 0; hedges[group][i]; i++) {
                check_wording(n, hedges[group][i], number, any ? &first : NULL,
                              &other);
                if (!any)
                    first = other;
                any = true;
            }
        }
    }
}
END_TEST

/* ---- Any input --------------------------------------------------------- */

/* 0 spelt in three bytes is no UTF-8: nothing is read, and reading ends. */
START_TEST(broken_bytes_come_to_an_end)
{
    static const char broken[] = "\340\200\260 \340\200\2607\344\270";
    open_vocabulary();
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    cl_quantities_read(vocabulary, broken, strlen(broken), found);
    ck_assert_uint_le(found->len, 1);
}
END_TEST

/* Each in a block of its own size: nothing around it is read or written. */
START_TEST(the_shortest_texts_are_read)
{
    static const char *const texts[] = {"", "7", "x", "三", "é"};
    const guint figures[] = {0, 1, 0, 1, 0};
    open_vocabulary();
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        const size_t length = strlen(texts[i]);
        g_autofree char *text = g_memdup2(texts[i], length);
        cl_quantities_read(vocabulary, text, length, found);
        ck_assert_msg(found->len == figures[i], "'%s': %u", texts[i],
                      found->len);
    }
}
END_TEST

START_TEST(readings_are_ordered_and_nested)
{
    open_vocabulary();
    static const char *const pieces[] = {
        "一",    "二十",     "百",   "万",     "亿",     "几",   "多",
        "半",    "3",        "12",   "28.9",   "0",      "超过", "不到",
        "约",    "近",       "以上", "左右",   "至",     "-",    "、",
        "%",     "成",       "倍",   "元",     "家",     "负",   "零下",
        "度",    "下降",     "增长", "百分之", "三分之", "$",    "one ",
        "half ", "million ", "and ", "or more"};
    uint64_t state = 7;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = 0; i < 6; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            g_string_append(text, pieces[(state >> 33) % G_N_ELEMENTS(pieces)]);
        }
        cl_quantities_read(vocabulary, text->str, text->len, found);
        size_t end = 0;
        for (guint i = 0; i < found->len; i++) {
            const ClQuantity *q = &g_array_index(found, ClQuantity, i);
            ck_assert_msg(q->span.start >= end &&
                              cl_span_contains(q->span, q->number),
                          "spans of %s", text->str);
            ck_assert_msg(cl_interval_contains(q->hard, q->usual),
                          "usual leaves hard in %s", text->str);
            ck_assert_msg(q->hard.lo_unbounded || q->hard.hi_unbounded ||
                              cl_number_compare(q->hard.lo, q->hard.hi) <= 0,
                          "lo over hi in %s", text->str);
            end = q->span.end;
        }
    }
}
END_TEST

START_TEST(the_vocabulary_is_given_back)
{
    open_vocabulary();
    g_clear_pointer(&vocabulary, cl_vocabulary_free);
}
END_TEST

RUN_TESTS("quantities",
          every_row_reads_as_written,
          a_number_means_the_same_in_every_notation,
          broken_bytes_come_to_an_end,
          the_shortest_texts_are_read,
          readings_are_ordered_and_nested,
          the_vocabulary_is_given_back)
