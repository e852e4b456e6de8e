/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The cache of claims.  A file begins with a line that names the rules and the
 * build it is for; entries follow, each with its length and a checksum, so
 * that damage costs what is damaged and nothing else: it can only make the
 * program read an article it need not have read.
 */
#include "cli/cache.h"

#include "cli/cache_file.h"
#include "engine.h"

#include <string.h>

enum {
    DIGEST = CL_SHA256_BYTES,
    CARRY_MOST = 64 * 1024 * 1024, /* bytes of articles not asked for */
};

/* Written to again within this time, a file may keep its time: FAT counts in
 * two seconds, the others finer. */
#define SETTLES_IN (INT64_C(2) * 1000 * 1000 * 1000)

static const char magic[] = "claimlint claims 1 ";

/** What is known of an article; borrowed from the file's bytes. */
typedef struct {
    const char *path;
    ClStamp stamp;
    const char *digest;
    bool counted;   /* figures that no rule takes, too */
    ClBytes packed; /* as cl_claims_pack wrote it */
    ClBytes whole;  /* all of the entry but length and checksum */
    uint64_t checksum;
    bool checked, damaged; /* against the checksum, at first use */
    bool used;             /* true in this run */
} Entry;

/** What was learnt of an article. */
typedef struct {
    const char *path; /* the ClFile's */
    GString *whole;
} News;

struct ClCache {
    const ClRuleSet *rules;
    char *folder, *name, *key;
    char *bytes;         /* of the file; NULL: there was none */
    GArray *entries;     /* of Entry */
    GHashTable *by_path; /* char * -> Entry * */
    GPtrArray *news;     /* of News *; owned */
    int64_t now;         /* when it was opened, before articles are listed */
    size_t damaged;
};

struct ClCacheUse {
    const ClCache *cache;
    bool counts;
    GPtrArray *news;
    char digest[DIGEST]; /* of the bytes asked for last */
    size_t damaged;
};

/* ---- For whom ------------------------------------------------------------ */

static void
digest_of(const char *bytes, size_t length, char digest[DIGEST])
{
    ClSha256 sum;
    cl_sha256_init(&sum);
    cl_sha256_add(&sum, bytes, length);
    cl_sha256_end(&sum, (unsigned char *)digest);
}

/* Claims are the same for the same rules, code and libraries. */
static char *
key_for(const ClRuleSet *rules, const char *encoding)
{
    g_autofree char *regex = cl_regex_engine();
    g_autofree char *all = g_strdup_printf(
        "claimlint %s\nengine %s\n%s\nGLib %u.%u.%u\nrules %s\nin %s\n",
        CLAIMLINT_VERSION, CL_ENGINE, regex, glib_major_version,
        glib_minor_version, glib_micro_version, cl_rule_set_hash(rules),
        encoding ? encoding : "any");
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
}

/* ---- Entries ------------------------------------------------------------- */

static void
put_entry(GString *out, const char *bytes, size_t length, uint64_t checksum)
{
    cl_bytes_put(out, length);
    cl_bytes_put(out, checksum);
    g_string_append_len(out, bytes, (gssize)length);
}

static bool
is_settled(const ClCache *cache, ClStamp stamp)
{
    return stamp.written < cache->now - SETTLES_IN &&
           stamp.changed < cache->now - SETTLES_IN;
}

/* A stamp that may lie is not kept. */
static void
put_heading(GString *out,
            const ClCache *cache,
            const ClFile *file,
            const char digest[DIGEST],
            bool counted)
{
    const ClStamp stamp =
        is_settled(cache, file->stamp) ? file->stamp : (ClStamp){0};
    cl_bytes_put_text(out, file->path);
    cl_bytes_put_signed(out, stamp.size);
    cl_bytes_put_signed(out, stamp.written);
    cl_bytes_put_signed(out, stamp.changed);
    cl_bytes_put(out, stamp.device);
    cl_bytes_put(out, stamp.inode);
    g_string_append_len(out, digest, DIGEST);
    cl_bytes_put(out, counted);
}

static void
get_heading(ClBytes *bytes, Entry *entry)
{
    entry->path = cl_bytes_get_text(bytes);
    entry->stamp.size = cl_bytes_get_signed(bytes);
    entry->stamp.written = cl_bytes_get_signed(bytes);
    entry->stamp.changed = cl_bytes_get_signed(bytes);
    entry->stamp.device = cl_bytes_get(bytes, UINT64_MAX);
    entry->stamp.inode = cl_bytes_get(bytes, UINT64_MAX);
    entry->digest = cl_bytes_get_raw(bytes, DIGEST);
    entry->counted = cl_bytes_get(bytes, 1);
    bytes->bad |= !entry->path;
    entry->packed = *bytes;
}

/* The entry that follows; false at the end and where there is none. */
static bool
get_entry(ClBytes *bytes, Entry *entry)
{
    if (bytes->at == bytes->end)
        return false;
    *entry = (Entry){0};
    const size_t length = (size_t)cl_bytes_get(bytes, SIZE_MAX);
    entry->checksum = cl_bytes_get(bytes, UINT64_MAX);
    const char *const start = cl_bytes_get_raw(bytes, length);
    if (!start)
        return false;
    entry->whole = (ClBytes){.at = start, .end = start + length};
    ClBytes heading = entry->whole;
    get_heading(&heading, entry);
    bytes->bad |= heading.bad;
    return !heading.bad;
}

/* True, and counted once, if an entry is not as it was written. */
static bool
is_damaged(Entry *entry, size_t *damaged)
{
    const size_t length = (size_t)(entry->whole.end - entry->whole.at);
    if (!entry->checked) {
        entry->damaged =
            cl_bytes_checksum(entry->whole.at, length) != entry->checksum;
        *damaged += entry->damaged;
    }
    entry->checked = true;
    return entry->damaged;
}

/* ---- Opening ------------------------------------------------------------- */

static void
free_news(void *data)
{
    News *const news = data;
    g_string_free(news->whole, TRUE);
    g_free(news);
}

static void
tell(const ClCache *cache, ClNotes *notes, const char *what)
{
    g_autofree char *path = g_build_filename(cache->folder, cache->name, NULL);
    cl_notes_add(notes, "cache", CL_SEVERITY_WARNING, path, 0, 0,
                 "the report is none the worse for it", "%s", what);
}

static void
read_entries(ClCache *cache, ClBytes bytes)
{
    Entry entry;
    while (get_entry(&bytes, &entry))
        g_array_append_val(cache->entries, entry);
    cache->damaged += bytes.bad;
    for (guint i = 0; i < cache->entries->len; i++) {
        Entry *const known = &g_array_index(cache->entries, Entry, i);
        g_hash_table_insert(cache->by_path, (char *)known->path, known);
    }
}

static bool
is_for_us(const ClCache *cache, ClBytes *bytes)
{
    g_autofree char *first = g_strconcat(magic, cache->key, "\n", NULL);
    const char *const line = cl_bytes_get_raw(bytes, strlen(first));
    return line && memcmp(line, first, strlen(first)) == 0;
}

static void
load(ClCache *cache, ClNotes *notes)
{
    size_t length = 0;
    g_autoptr(GError) error = NULL;
    cache->bytes =
        cl_cache_file_read(cache->folder, cache->name, &length, &error);
    if (!cache->bytes) {
        if (!g_error_matches(error, CL_FILE_ERROR, CL_FILE_ERROR_MISSING))
            tell(cache, notes, error->message);
        return;
    }
    ClBytes bytes = {.at = cache->bytes, .end = cache->bytes + length};
    if (is_for_us(cache, &bytes))
        read_entries(cache, bytes);
    else
        tell(cache, notes, "no cache of claims for these rules: made anew");
}

ClCache *
cl_cache_open(const char *folder,
              const ClRuleSet *rules,
              const char *encoding,
              ClNotes *notes)
{
    ClCache *const cache = g_new0(ClCache, 1);
    cache->rules = rules;
    cache->folder = g_strdup(folder);
    cache->key = key_for(rules, encoding);
    cache->name = cl_cache_file_name(cache->key);
    cache->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    cache->by_path = g_hash_table_new(g_str_hash, g_str_equal);
    cache->news = g_ptr_array_new_with_free_func(free_news);
    cache->now = g_get_real_time() * 1000;
    load(cache, notes);
    return cache;
}

void
cl_cache_free(ClCache *cache)
{
    if (!cache)
        return;
    g_hash_table_unref(cache->by_path);
    g_array_unref(cache->entries);
    g_ptr_array_unref(cache->news);
    g_free(cache->bytes);
    g_free(cache->folder);
    g_free(cache->name);
    g_free(cache->key);
    g_free(cache);
}

/* ---- Using it ------------------------------------------------------------ */

/* Standard input has no name, and what a document says depends on who
 * converts it. */
static bool
may_keep(const ClFile *file)
{
    return file->stamp.inode && !file->document;
}

ClCacheUse *
cl_cache_use(const ClCache *cache, bool counts_unclaimed)
{
    ClCacheUse *const use = g_new0(ClCacheUse, 1);
    use->cache = cache;
    use->counts = counts_unclaimed;
    use->news = g_ptr_array_new_with_free_func(free_news);
    return use;
}

/* Standard input has no path to be known by. */
static Entry *
find(ClCacheUse *use, const ClFile *file)
{
    if (!use->cache || !file->stamp.inode)
        return NULL;
    Entry *const entry = g_hash_table_lookup(use->cache->by_path, file->path);
    if (!entry || is_damaged(entry, &use->damaged))
        return NULL;
    return entry->counted || !use->counts ? entry : NULL;
}

static bool
same_stamp(ClStamp a, ClStamp b)
{
    return a.size == b.size && a.written == b.written &&
           a.changed == b.changed && a.device == b.device && a.inode == b.inode;
}

static bool
take_entry(ClCacheUse *use, Entry *entry, ClClaims *claims, ClNotes *notes)
{
    g_autoptr(ClNotes) own = cl_notes_new();
    if (!cl_claims_unpack(claims, use->cache->rules, entry->path, entry->packed,
                          own)) {
        entry->damaged = true;
        use->damaged++;
        return false;
    }
    cl_notes_append(notes, own);
    return true;
}

bool
cl_cache_recall(ClCacheUse *use,
                const ClFile *file,
                ClClaims *claims,
                ClNotes *notes)
{
    Entry *const entry = may_keep(file) ? find(use, file) : NULL;
    if (!entry || !same_stamp(entry->stamp, file->stamp))
        return false;
    entry->used = take_entry(use, entry, claims, notes);
    return entry->used;
}

static GString *
start_news(ClCacheUse *use, const ClFile *file, bool counted)
{
    News *const news = g_new(News, 1);
    *news = (News){file->path, g_string_new(NULL)};
    put_heading(news->whole, use->cache, file, use->digest, counted);
    g_ptr_array_add(use->news, news);
    return news->whole;
}

/* Nothing new where the stamp was not kept and is not to be kept now. */
static void
confirm(ClCacheUse *use, const ClFile *file, Entry *entry)
{
    entry->used = true;
    if (!entry->stamp.inode && !is_settled(use->cache, file->stamp))
        return;
    GString *const whole = start_news(use, file, entry->counted);
    g_string_append_len(whole, entry->packed.at,
                        entry->packed.end - entry->packed.at);
}

bool
cl_cache_recall_bytes(ClCacheUse *use,
                      const ClFile *file,
                      const char *bytes,
                      size_t length,
                      ClClaims *claims,
                      ClNotes *notes)
{
    if (!use->cache || !may_keep(file))
        return false;
    digest_of(bytes, length, use->digest);
    Entry *const entry = find(use, file);
    if (!entry || memcmp(entry->digest, use->digest, DIGEST) != 0 ||
        !take_entry(use, entry, claims, notes))
        return false;
    confirm(use, file, entry);
    return true;
}

void
cl_cache_learn(ClCacheUse *use,
               const ClFile *file,
               const ClClaims *claims,
               const ClClaimsMark *before,
               const ClNotes *notes)
{
    if (use->cache && may_keep(file))
        cl_claims_pack(claims, before, notes,
                       start_news(use, file, use->counts));
}

void
cl_cache_take(ClCache *cache, ClCacheUse *use)
{
    if (cache) {
        cache->damaged += use->damaged;
        g_ptr_array_extend_and_steal(cache->news, use->news);
    } else {
        g_ptr_array_unref(use->news);
    }
    g_free(use);
}

/* ---- Saving -------------------------------------------------------------- */

static int
compare_news(const void *left, const void *right)
{
    const News *const *a = left, *const *b = right;
    return strcmp((*a)->path, (*b)->path);
}

/* What is still true, and what is not needed now but may be again. */
static void
put_old(ClCache *cache, GHashTable *renewed, GString *out)
{
    size_t carried = 0;
    for (guint i = 0; i < cache->entries->len; i++) {
        Entry *const entry = &g_array_index(cache->entries, Entry, i);
        const size_t length = (size_t)(entry->whole.end - entry->whole.at);
        if (g_hash_table_contains(renewed, entry->path))
            continue;
        carried += entry->used ? 0 : length;
        if (is_damaged(entry, &cache->damaged) ||
            (!entry->used && carried > CARRY_MOST))
            continue;
        put_entry(out, entry->whole.at, length, entry->checksum);
    }
}

static GString *
put_all(ClCache *cache)
{
    g_autoptr(GHashTable) renewed = g_hash_table_new(g_str_hash, g_str_equal);
    GString *const out = g_string_new(magic);
    g_string_append_printf(out, "%s\n", cache->key);
    g_ptr_array_sort(cache->news, compare_news);
    for (guint i = 0; i < cache->news->len; i++) {
        const News *const news = cache->news->pdata[i];
        const GString *const whole = news->whole;
        g_hash_table_add(renewed, (char *)news->path);
        put_entry(out, whole->str, whole->len,
                  cl_bytes_checksum(whole->str, whole->len));
    }
    put_old(cache, renewed, out);
    return out;
}

void
cl_cache_save(ClCache *cache, ClNotes *notes)
{
    g_autoptr(GError) error = NULL;
    if (!cache->news->len && !cache->damaged) {
        cl_cache_file_touch(cache->folder, cache->name);
        return;
    }
    GString *const out = put_all(cache);
    if (cache->damaged)
        tell(cache, notes,
             "damaged: what it said of some articles is made anew");
    if (!cl_cache_file_write(cache->folder, cache->name, out->str, out->len,
                             &error))
        tell(cache, notes, error->message);
    g_string_free(out, TRUE);
}
