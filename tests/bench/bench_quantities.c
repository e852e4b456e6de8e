/* SPDX-License-Identifier: Apache-2.0 */

/*
 * How fast quantities and times are read from folded text, and whether twice
 * the text takes twice the time on the worst we can think of.  Prints
 * Markdown; ends in 1 where growth is over the limit.
 */

#include "generate.h"
#include "measure.h"

#include "quantity/quantity.h"

#include <stdio.h>

enum { RUNS = 15, SPEED_RUNS = 41, BLOCK = 512, MIB = 1 << 20 };

#define MOST_GROWTH 2.3

static const struct {
    const char *name, *run;
} hostile[] = {
    {"digits", "1234567890"},
    {"zeros", "0"},
    {"百分之", "百分之"},
    {"万亿", "万亿"},
    {"一", "一"},
    {"commas", "1,234"},
    {"only commas", ","},
    {".", "."},
    {"1.1.1", "1."},
    {"第", "第"},
    {"-", "-"},
    {"1-1-1", "1-"},
    {"倍", "倍"},
    {"分之", "三分之"},
    {"近", "近"},
    {"从到", "从1到"},
    {"年月", "2025年3月"},
    {"、", "三、"},
    {"one", "one "},
    {"between", "between 1 and "},
    {"letters", "a"},
    {"blanks", " "},
    {"mixed", "1一,.-第百分之万亿倍近"},
};

typedef struct {
    const ClVocabulary *vocabulary;
    GArray *quantities, *times;
} Reader;

typedef void Read(Reader *reader, const char *text, size_t length);

static void
read_quantities(Reader *reader, const char *text, size_t length)
{
    cl_quantities_read(reader->vocabulary, text, length, reader->quantities);
}

static void
read_times(Reader *reader, const char *text, size_t length)
{
    cl_times_read(reader->vocabulary, text, length, 20250901, reader->times);
}

static void
read_both(Reader *reader, const char *text, size_t length)
{
    read_quantities(reader, text, length);
    read_times(reader, text, length);
}

/* Reads text block by block, as sentences come; block 0: all at once. */
static double
time_reading(Reader *reader, Read *read, const GString *text, size_t block)
{
    const double start = cpu_seconds();
    for (size_t at = 0, end; at < text->len; at = end) {
        end = block ? MIN(at + block, text->len) : text->len;
        while (end < text->len && ((guchar)text->str[end] & 0xC0) == 0x80)
            end++;
        read(reader, text->str + at, end - at);
    }
    return cpu_seconds() - start;
}

/* The speed of the median run, and of the quickest: neighbours on the same
   machine slow a run, nothing quickens it. */
static void
print_speed(Reader *reader, Read *read, const GString *text)
{
    double times[SPEED_RUNS];
    for (size_t i = 0; i < SPEED_RUNS; i++)
        times[i] = time_reading(reader, read, text, BLOCK);
    const double quickest = least(times, SPEED_RUNS);
    const double bytes = (double)text->len / 1e6;
    printf(" %.1f (%.1f) |", bytes / quickest,
           bytes / median(times, SPEED_RUNS));
    fflush(stdout);
}

/* A block of half a kilobyte is a long sentence. */
static void
print_text(Reader *reader, const char *name, const GString *text)
{
    printf("| %s | %.1f |", name, (double)text->len / MIB);
    print_speed(reader, read_quantities, text);
    print_speed(reader, read_times, text);
    print_speed(reader, read_both, text);
    printf("\n");
}

static void
print_speeds(Reader *reader)
{
    g_autoptr(GString) dense = make_dense_text(MIB);
    g_autoptr(GString) news = make_news_text(2 * MIB);
    printf("MB/s per core of the quickest of %d runs (of the median):\n\n"
           "| text | MiB | quantities | times | both |\n"
           "|---|---:|---:|---:|---:|\n",
           SPEED_RUNS);
    print_text(reader, "dense figures", dense);
    print_text(reader, "news", news);
}

/* ---- Growth ------------------------------------------------------------ */

/* A size whose reading the clock can tell from nothing; all of it stays in
 * the cache. */
static size_t
find_size(Reader *reader, const char *run)
{
    size_t size = 4096;
    for (; size < MIB; size *= 2) {
        g_autoptr(GString) text = make_hostile_text(run, size);
        if (time_reading(reader, read_both, text, 0) > 0.01)
            break;
    }
    return size;
}

/* Small and large take turns: whatever else slows the machine hits both. */
static bool
print_growth(Reader *reader, const char *name, const char *run)
{
    const size_t size = find_size(reader, run);
    g_autoptr(GString) once = make_hostile_text(run, size);
    g_autoptr(GString) twice = make_hostile_text(run, 2 * size);
    double first[RUNS], ratios[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        first[i] = time_reading(reader, read_both, once, 0);
        ratios[i] = time_reading(reader, read_both, twice, 0) / first[i];
    }
    const double seconds = least(first, RUNS);
    const double growth = median(ratios, RUNS);
    printf("| %s | %zu | %.2f | %.1f | %.2f%s |\n", name, size / 1024,
           seconds * 1e3, (double)size / 1e6 / seconds, growth,
           growth > MOST_GROWTH ? " **over**" : "");
    fflush(stdout);
    return growth <= MOST_GROWTH;
}

static bool
print_growths(Reader *reader)
{
    bool linear = true;
    printf("\n| run | n KiB | t(n) ms | MB/s | t(2n)/t(n) |\n"
           "|---|---:|---:|---:|---:|\n");
    for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++)
        linear &= print_growth(reader, hostile[i].name, hostile[i].run);
    return linear;
}

int
main(void)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    const double start = cpu_seconds();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    if (!vocabulary)
        return EXIT_FAILURE;
    const double loaded = cpu_seconds() - start;
    Reader reader = {vocabulary, g_array_new(FALSE, FALSE, sizeof(ClQuantity)),
                     g_array_new(FALSE, FALSE, sizeof(ClTime))};
    print_speeds(&reader);
    const bool linear = print_growths(&reader);
    printf("\nloading the vocabulary: %.1f ms\n", loaded * 1e3);
    g_array_unref(reader.quantities);
    g_array_unref(reader.times);
    return linear ? EXIT_SUCCESS : EXIT_FAILURE;
}
