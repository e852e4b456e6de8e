/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles are handed out in units of bytes, largest first, so that no thread
 * waits long for the last one.  Each thread has claims and notes of its own;
 * what they share, rules and vocabulary, nobody writes to after loading.  Who
 * read what cannot be seen in the result: claims and notes are sorted by what
 * they say, and those of one article stay together.
 */
#include "cli/articles.h"

#include "cli/converter.h"

#include <string.h>

enum {
    UNIT_LEAST = 4 * 1024,
    UNIT_MOST = 1024 * 1024,
    UNITS_PER_THREAD = 8,
};

/** Files that one thread reads in a row. */
typedef struct {
    size_t first, count;
    int64_t bytes;
} Unit;

/** What the threads share. */
typedef struct {
    const ClReading *reading;
    GArray *units; /* of Unit */
    int next;      /* atomic: the unit to be taken next */
} Work;

/** What a thread has to itself. */
typedef struct {
    Work *work;
    GThread *thread; /* NULL for the one that started the others */
    ClClaims *claims;
    ClNotes *notes;
    ClCacheUse *cache;
    ClStatistics statistics;
} Worker;

/* ---- One article --------------------------------------------------------- */

/* A binary file is a mistake where it was named, and none where it merely
 * lies in a folder. */
static void
take_notes(const ClFile *file, const ClNotes *from, ClNotes *notes)
{
    for (size_t i = 0; i < cl_notes_count(from); i++) {
        const ClNote *const note = cl_notes_get(from, i);
        const bool met = !file->named && strcmp(note->kind, "binary") == 0;
        ClNote *const added = cl_notes_add(
            notes, note->kind, met ? CL_SEVERITY_NOTE : note->severity,
            note->file, note->line, note->column, note->hint, "%s",
            note->message);
        added->incomplete = note->incomplete && !met;
    }
}

static void
extract(Worker *worker, const ClArticle *article, ClNotes *notes)
{
    const ClReading *const reading = worker->work->reading;
    if (article)
        cl_extract_claims_traced(article, reading->rules, worker->claims, notes,
                                 reading->trace);
}

/* Each line of the file is an article; a blank one is none. */
static void
extract_records(Worker *worker,
                const ClFile *file,
                const char *bytes,
                size_t length,
                ClNotes *notes)
{
    unsigned line = 1;
    for (size_t at = 0; at < length; line++) {
        const char *const newline = memchr(bytes + at, '\n', length - at);
        const size_t next = newline ? (size_t)(newline - bytes) + 1 : length;
        const size_t end = newline ? next - 1 : next;
        g_autofree char *record = g_strndup(bytes + at, end - at);
        if (record[strspn(record, " \t\r")]) {
            g_autoptr(ClArticle) article =
                cl_article_new_record(file->path, g_steal_pointer(&record),
                                      end - at, at, line, notes);
            extract(worker, article, notes);
        }
        at = next;
    }
}

/* bytes are given away */
static void
extract_article(Worker *worker,
                const ClFile *file,
                char *bytes,
                size_t length,
                ClNotes *notes)
{
    const ClReading *const reading = worker->work->reading;
    const ClClaimsMark before = cl_claims_mark(worker->claims);
    g_autoptr(ClArticle) article =
        cl_article_new_in(file->path, reading->encoding, bytes, length, notes);
    extract(worker, article, notes);
    cl_cache_learn(worker->cache, file, worker->claims, &before, notes);
}

static void
note_unread(ClNotes *notes, const char *path, const GError *error)
{
    const bool large =
        g_error_matches(error, CL_FILE_ERROR, CL_FILE_ERROR_TOO_LARGE);
    cl_notes_add(notes, large ? "too-large" : "unreadable", CL_SEVERITY_ERROR,
                 path, 0, 0, large ? "raise it with --max-file-size" : NULL,
                 "%s", error->message);
}

/* A document's name is worth a hint, as its bytes would not be. */
static void
note_document(ClNotes *notes, const char *path)
{
    cl_notes_add(
        notes, "document", CL_SEVERITY_ERROR, path, 0, 0,
        "name a program that makes text of it: --pre 'pandoc --to=plain'",
        "a document, which only other programs read");
}

static char *
read_bytes(const ClReading *reading,
           const ClFile *file,
           size_t *length,
           GError **error)
{
    const size_t limit = reading->max_file_size;
    if (file->document)
        return cl_converter_read(reading->pre, file->path, limit, length,
                                 error);
    char *const bytes = cl_file_read(file->path, limit, length, error);
    return bytes ? cl_file_unpack(file->path, bytes, length, limit, error)
                 : NULL;
}

static void
read_article(Worker *worker, const ClFile *file, ClNotes *notes)
{
    ClStatistics *const statistics = &worker->statistics;
    size_t length;
    g_autoptr(GError) error = NULL;
    if (file->document && !worker->work->reading->pre) {
        note_document(worker->notes, file->path);
        return;
    }
    char *bytes = read_bytes(worker->work->reading, file, &length, &error);
    statistics->read += cl_statistics_lap(statistics);
    if (!bytes) {
        note_unread(worker->notes, file->path, error);
        return;
    }
    statistics->bytes += (int64_t)length;
    if (cl_file_holds_records(file->path)) { /* too many for the cache */
        extract_records(worker, file, bytes, length, notes);
        g_free(bytes);
        return;
    }
    if (cl_cache_recall_bytes(worker->cache, file, bytes, length,
                              worker->claims, notes)) {
        statistics->unchanged++;
        g_free(bytes);
    } else {
        extract_article(worker, file, bytes, length, notes);
    }
}

static void
take_article(Worker *worker, const ClFile *file)
{
    ClStatistics *const statistics = &worker->statistics;
    g_autoptr(ClNotes) notes = cl_notes_new();
    cl_statistics_start(statistics);
    if (cl_cache_recall(worker->cache, file, worker->claims, notes)) {
        statistics->unread++;
        statistics->bytes += file->stamp.size;
    } else {
        read_article(worker, file, notes);
    }
    take_notes(file, notes, worker->notes);
    statistics->extract += cl_statistics_lap(statistics);
}

/* ---- Units --------------------------------------------------------------- */

/* How many bytes a unit should have: few enough for all threads to end at
 * about the same time. */
static int64_t
unit_size(const ClFiles *files, unsigned jobs)
{
    int64_t total = 0;
    for (size_t i = 0; i < cl_files_count(files); i++)
        total += cl_files_get(files, i)->stamp.size;
    return CLAMP(total / (jobs * UNITS_PER_THREAD), UNIT_LEAST, UNIT_MOST);
}

static int
compare_units(const void *left, const void *right)
{
    const Unit *const a = left, *const b = right;
    return (a->bytes < b->bytes) - (a->bytes > b->bytes);
}

static GArray *
divide(const ClFiles *files, unsigned jobs)
{
    const int64_t most = unit_size(files, jobs);
    GArray *const units = g_array_new(FALSE, FALSE, sizeof(Unit));
    Unit unit = {0};
    for (size_t i = 0; i < cl_files_count(files); i++) {
        const int64_t size = cl_files_get(files, i)->stamp.size;
        if (unit.count && unit.bytes + size > most) {
            g_array_append_val(units, unit);
            unit = (Unit){.first = i};
        }
        unit.bytes += size;
        unit.count++;
    }
    if (unit.count)
        g_array_append_val(units, unit);
    g_array_sort(units, compare_units);
    return units;
}

/* ---- Threads ------------------------------------------------------------- */

static void *
do_work(void *data)
{
    Worker *const worker = data;
    Work *const work = worker->work;
    for (;;) {
        const unsigned taken = (unsigned)g_atomic_int_add(&work->next, 1);
        if (taken >= work->units->len)
            return NULL;
        const Unit *const unit = &g_array_index(work->units, Unit, taken);
        for (size_t i = 0; i < unit->count; i++)
            take_article(worker,
                         cl_files_get(work->reading->files, unit->first + i));
    }
}

/* A thread that cannot be had leaves its work to the others. */
static void
start(Worker *worker, Work *work, bool here)
{
    *worker = (Worker){
        .work = work,
        .claims = cl_claims_new(),
        .notes = cl_notes_new(),
        .cache =
            cl_cache_use(work->reading->cache, work->reading->counts_unclaimed),
    };
    cl_claims_limit(worker->claims, work->reading->max_claims);
    if (work->reading->counts_unclaimed)
        cl_claims_count_unclaimed(worker->claims);
    if (!here)
        worker->thread = g_thread_try_new("articles", do_work, worker, NULL);
}

static void
finish(Worker *worker,
       ClClaims *claims,
       ClNotes *notes,
       ClStatistics *statistics)
{
    if (worker->thread)
        g_thread_join(worker->thread);
    cl_claims_take(claims, worker->claims);
    cl_notes_append(notes, worker->notes);
    cl_notes_free(worker->notes);
    cl_cache_take(worker->work->reading->cache, worker->cache);
    statistics->unread += worker->statistics.unread;
    statistics->unchanged += worker->statistics.unchanged;
    statistics->bytes += worker->statistics.bytes;
    statistics->read += worker->statistics.read;
    statistics->extract += worker->statistics.extract;
}

void
cl_articles_read(const ClReading *reading,
                 ClClaims *claims,
                 ClNotes *notes,
                 ClStatistics *statistics)
{
    const unsigned wanted =
        reading->jobs ? reading->jobs : g_get_num_processors();
    const unsigned jobs = reading->trace ? 1 : wanted;
    g_autoptr(GArray) units = divide(reading->files, jobs);
    Work work = {.reading = reading, .units = units};
    const unsigned threads = CLAMP(units->len, 1, jobs);
    g_autofree Worker *workers = g_new(Worker, threads);
    for (unsigned i = 1; i < threads; i++)
        start(&workers[i], &work, false);
    start(&workers[0], &work, true);
    do_work(&workers[0]);
    for (unsigned i = 0; i < threads; i++)
        finish(&workers[i], claims, notes, statistics);
    statistics->articles = cl_files_count(reading->files);
    statistics->threads = threads;
}
