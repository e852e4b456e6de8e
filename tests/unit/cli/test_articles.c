/* SPDX-License-Identifier: Apache-2.0 */
/* Reading in threads: who reads what must not be seen in what comes out. */
#include "world.h"

#include "cli/articles.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const char rules[] =
    "- id: stores\n"
    "  title: 远山门店\n"
    "  subject: [远山]\n"
    "  measure: [门店]\n"
    "  unit: 家\n"
    "  examples:\n"
    "    - {text: 远山有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n";

enum { FILES = 60 };

static char *home;
static World world;

static void
remove_all(const char *folder)
{
    g_autoptr(GDir) all = g_dir_open(folder, 0, NULL);
    for (const char *name; all && (name = g_dir_read_name(all));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
}

static char *
name_of(unsigned index)
{
    return g_strdup_printf("%s/%02u.txt", home, index);
}

static void
put(unsigned index, const char *bytes, gssize length)
{
    g_autofree char *path = name_of(index);
    ck_assert(g_file_set_contents(path, bytes, length, NULL));
}

/* Articles of very different lengths; 7 is binary, 11 has a bad byte. */
static void
set_up(void)
{
    home = g_dir_make_tmp("claimlint-articles-XXXXXX", NULL);
    ck_assert_ptr_nonnull(home);
    for (unsigned i = 0; i < FILES; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (unsigned line = 0; line <= i * i % 97; line++)
            g_string_append_printf(text, "远山有%u家门店。今天下了雨。\n\n",
                                   300 + i + line);
        if (i == 11)
            g_string_append(text, "\xFF");
        put(i, text->str, (gssize)text->len);
    }
    put(7, "\0\1\2", 3);
    world = world_new(rules);
}

static void
tear_down(void)
{
    remove_all(home);
    g_clear_pointer(&home, g_free);
    world_free(&world);
}

/* All that reading gave, in words. */
static void
describe(const ClClaims *claims, const ClNotes *notes, GString *out)
{
    g_string_append_printf(
        out, "%zu articles, newest %d, unclaimed %zu of %zu in %zu\n",
        cl_claims_articles(claims), cl_claims_newest(claims),
        cl_claims_unclaimed(claims), cl_claims_figures(claims),
        cl_claims_sentences(claims));
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        g_string_append_printf(out, "%s:%u: %s repeat of %d\n",
                               claim->article->path, claim->place.line,
                               claim->quantity_text, claim->repeat_of);
    }
    for (size_t i = 0; i < cl_notes_count(notes); i++)
        g_string_append_printf(out, "%s: %s\n", cl_notes_get(notes, i)->file,
                               cl_notes_get(notes, i)->message);
}

static char *
read_with(const ClFiles *files, unsigned jobs, ClCache *cache)
{
    g_autoptr(ClClaims) claims = cl_claims_new();
    g_autoptr(ClNotes) notes = cl_notes_new();
    GString *out = g_string_new(NULL);
    const ClReading reading = {.files = files,
                               .rules = world.rules,
                               .max_file_size = 1 << 20,
                               .max_claims = CL_MOST_CLAIMS,
                               .counts_unclaimed = true,
                               .cache = cache,
                               .jobs = jobs};
    ClStatistics statistics = {0};
    cl_articles_read(&reading, claims, notes, &statistics);
    ck_assert_uint_eq(statistics.articles, cl_files_count(files));
    cl_claims_sort(claims);
    cl_notes_sort(notes);
    describe(claims, notes, out);
    return g_string_free(out, FALSE);
}

START_TEST(any_number_of_threads_reads_the_same)
{
    static const unsigned jobs[] = {2, 3, 8, 64, 1024, 0};
    g_autoptr(ClFiles) files = cl_files_new();
    cl_files_add(files, home, true, world.notes);
    cl_files_sort(files);
    ck_assert_uint_eq(cl_files_count(files), FILES);
    g_autofree char *gone = name_of(20); /* listed, but not to be read */
    g_unlink(gone);
    g_autofree char *one = read_with(files, 1, NULL);
    ck_assert_ptr_nonnull(strstr(one, "00.txt:1: 300家"));
    ck_assert_ptr_nonnull(strstr(one, "07.txt: the file is not text"));
    ck_assert_ptr_nonnull(strstr(one, "20.txt: cannot read"));
    for (size_t i = 0; i < G_N_ELEMENTS(jobs); i++) {
        g_autofree char *many = read_with(files, jobs[i], NULL);
        ck_assert_str_eq(one, many);
    }
}
END_TEST

/* What the threads share a second time: what is known of the articles. */
START_TEST(threads_read_the_same_from_a_cache)
{
    g_autoptr(ClFiles) files = cl_files_new();
    g_autofree char *folder = g_build_filename(home, "cache", NULL);
    cl_files_add(files, home, true, world.notes);
    cl_files_sort(files);
    g_autofree char *one = read_with(files, 1, NULL);
    for (unsigned i = 0; i < 3; i++) { /* learnt, then recalled */
        g_autoptr(ClNotes) notes = cl_notes_new();
        g_autoptr(ClCache) cache =
            cl_cache_open(folder, world.rules, NULL, notes);
        g_autofree char *many = read_with(files, 2 + i, cache);
        ck_assert_str_eq(one, many);
        cl_cache_save(cache, notes);
        ck_assert_uint_eq(cl_notes_count(notes), 0);
    }
    remove_all(folder);
}
END_TEST

START_TEST(no_article_is_no_claim)
{
    g_autoptr(ClFiles) files = cl_files_new();
    cl_files_sort(files);
    g_autofree char *none = read_with(files, 4, NULL);
    ck_assert_str_eq(none, "0 articles, newest 0, unclaimed 0 of 0 in 0\n");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("articles");
    TCase *tcase = tcase_create("articles");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, any_number_of_threads_reads_the_same);
    tcase_add_test(tcase, threads_read_the_same_from_a_cache);
    tcase_add_test(tcase, no_article_is_no_claim);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
