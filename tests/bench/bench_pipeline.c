/* SPDX-License-Identifier: Apache-2.0 */

/*
 * How long the whole program takes: on many articles, and to start.
 * usage: bench_pipeline CLAIMLINT CHECKOUT.  The articles of corpus/ are
 * copied until they are 32 MB in a temporary folder; prints Markdown.
 */

#include "measure.h"

#include "base/base.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUNS = 3, STARTS = 20, COPIED = 32 * 1000 * 1000, FOLDER = 256 };

/* ---- Articles ---------------------------------------------------------- */

typedef struct {
    char *root;       /* temporary */
    GPtrArray *paths; /* of char *: all that was made, folders first */
    size_t files, bytes;
} Copies;

static GPtrArray *
list_articles(const char *corpus)
{
    GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) folder = g_dir_open(corpus, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));) {
        if (strcmp(name, "README.md") != 0)
            g_ptr_array_add(out, g_build_filename(corpus, name, NULL));
    }
    return out;
}

static bool
copy_article(Copies *copies, const char *from, GError **error)
{
    g_autofree char *bytes = NULL;
    size_t length;
    if (!g_file_get_contents(from, &bytes, &length, error))
        return false;
    g_autofree char *folder =
        g_strdup_printf("%s/%04zu", copies->root, copies->files / FOLDER);
    if (copies->files % FOLDER == 0) {
        g_mkdir_with_parents(folder, 0700);
        g_ptr_array_add(copies->paths, g_strdup(folder));
    }
    char *const to = g_strdup_printf("%s/%06zu-%s", folder, copies->files,
                                     strrchr(from, '/') + 1);
    g_ptr_array_add(copies->paths, to);
    copies->files++;
    copies->bytes += length;
    return g_file_set_contents(to, bytes, (gssize)length, error);
}

static bool
make_copies(Copies *copies, const char *corpus, GError **error)
{
    g_autoptr(GPtrArray) articles = list_articles(corpus);
    copies->paths = g_ptr_array_new_with_free_func(g_free);
    copies->root = g_dir_make_tmp("claimlint-bench-XXXXXX", error);
    if (!copies->root || !articles->len)
        return false;
    for (size_t i = 0; copies->bytes < COPIED; i++) {
        if (!copy_article(copies, articles->pdata[i % articles->len], error))
            return false;
    }
    return true;
}

static void
remove_copies(Copies *copies)
{
    for (guint i = copies->paths->len; i-- > 0;)
        remove(copies->paths->pdata[i]);
    if (copies->root)
        remove(copies->root);
    g_ptr_array_unref(copies->paths);
    g_free(copies->root);
}

/* ---- A process --------------------------------------------------------- */

typedef struct {
    double wall, cpu; /* seconds */
    double peak;      /* MiB of memory */
    int status;
} Cost;

static double
seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

static void
become(char *const *arguments)
{
    const int nothing = open("/dev/null", O_WRONLY);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    execv(arguments[0], arguments);
    _exit(127);
}

static Cost
run_program(char *const *arguments)
{
    Cost cost = {0};
    struct rusage before, after;
    getrusage(RUSAGE_CHILDREN, &before);
    const double start = wall_seconds();
    const pid_t child = fork();
    if (child == 0)
        become(arguments);
    waitpid(child, &cost.status, 0);
    cost.wall = wall_seconds() - start;
    getrusage(RUSAGE_CHILDREN, &after);
    cost.cpu = seconds_of(after.ru_utime) + seconds_of(after.ru_stime) -
               seconds_of(before.ru_utime) - seconds_of(before.ru_stime);
    cost.peak = (double)after.ru_maxrss / 1024; /* of the largest so far */
    cost.status = WIFEXITED(cost.status) ? WEXITSTATUS(cost.status) : 128;
    return cost;
}

/* The median of several runs, each figure by itself. */
static Cost
measure_program(char *const *arguments, size_t runs)
{
    double walls[STARTS], cpus[STARTS];
    Cost cost = {0};
    for (size_t i = 0; i < runs; i++) {
        cost = run_program(arguments);
        walls[i] = cost.wall;
        cpus[i] = cost.cpu;
    }
    cost.wall = median(walls, runs);
    cost.cpu = median(cpus, runs);
    return cost;
}

/* ---- The table --------------------------------------------------------- */

static Cost
measure(char *claimlint, const char *rules, char *articles, size_t runs)
{
    g_autofree char *option = g_strconcat("--rules=", rules, NULL);
    char *const arguments[] = {claimlint, (char *)"check",
                               option,    (char *)"--format=json",
                               articles,  NULL};
    return measure_program(arguments, runs);
}

/* A run that did not judge everything was no faster, it did less. */
static bool
print_row(const char *what, const char *size, double bytes, Cost cost)
{
    if (cost.status > 1) {
        fprintf(stderr, "%s: claimlint ended in %d\n", what, cost.status);
        return false;
    }
    printf("| %s | %s | %.3f | %.3f | %.1f | %.1f |\n", what, size, cost.wall,
           cost.cpu, bytes / 1e6 / cost.wall, cost.peak);
    fflush(stdout);
    return true;
}

/* Starts go first: peak memory is known of the largest process so far. */
static bool
print_costs(char *claimlint, const char *checkout, const Copies *copies)
{
    g_autofree char *rules = g_build_filename(checkout, "rules", NULL);
    g_autofree char *corpus = g_build_filename(checkout, "corpus", NULL);
    g_autofree char *size = g_strdup_printf(
        "%.1f MB in %zu files", (double)copies->bytes / 1e6, copies->files);
    g_autofree char *first =
        g_strdup(g_ptr_array_index(copies->paths, 1)); /* 0 is its folder */
    printf("| run | articles | wall s | CPU s | MB/s | peak MiB |\n"
           "|---|---|---:|---:|---:|---:|\n");
    return print_row("one article", "1 file", 0,
                     measure(claimlint, rules, first, STARTS)) &&
           print_row("corpus/", "as shipped", 0,
                     measure(claimlint, rules, corpus, STARTS)) &&
           print_row("copies", size, (double)copies->bytes,
                     measure(claimlint, rules, copies->root, RUNS));
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    Copies copies = {0};
    if (argc != 3) {
        fprintf(stderr, "usage: %s CLAIMLINT CHECKOUT\n", argv[0]);
        return 2;
    }
    g_autofree char *corpus = g_build_filename(argv[2], "corpus", NULL);
    const bool made = make_copies(&copies, corpus, &error);
    if (!made)
        fprintf(stderr, "%s\n", error ? error->message : "no articles");
    const bool done = made && print_costs(argv[1], argv[2], &copies);
    remove_copies(&copies);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
