/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Where in an article's prose may a word begin, of a set that is known by how
 * its words begin?  The prose is not folded: what two neighbours may be, as
 * written, is one look into a table, and most of a text is left at that.
 * Never misses a place: blanks and whatever folding drops are passed over,
 * however long.
 */

#include "text/article.h"

enum {
    BMP = 1 << 16,
    ASCII = 0x80,
    DASH = 0x2014,
    LEAST_BITS = 15,
    MOST_BITS = 26
};

/** What a character as written may be to a word. */
enum { FIRST_BIT, ALONE_BIT, HIDES_BIT, INSIDE_BIT, PART_BIT, IDLE_BIT };
enum {
    FIRST = 1 << FIRST_BIT, /* its first character */
    ALONE = 1 << ALONE_BIT, /* one that needs a closer look whatever follows */
    HIDES = 1 << HIDES_BIT, /* behind it, or in it, the next may be seen */
    INSIDE = 1 << INSIDE_BIT, /* begins inside a longer word of ASCII */
    PART = 1 << PART_BIT,     /* of ASCII words, and begins none inside one */
    IDLE = 1 << IDLE_BIT,     /* of ASCII, and begins nothing */
};

typedef struct {
    gunichar seen[CL_START];
    bool inside;
} Start;

struct ClStarts {
    GArray *list;                          /* of Start */
    uint8_t kinds[BMP + sizeof(uint32_t)]; /* of each character as written;
                                              read four at once */
    uint8_t *neighbours; /* bits: two characters as written, hashed */
    uint8_t *starts;     /* bits: up to three as seen, hashed */
    unsigned bits;       /* 1 << bits of them, in each */
};

/* ---- Characters as they are seen --------------------------------------- */

/* What is seen of a character: 0 for nothing, FOLD_LIST for several.  Folding
   puts ^ before some, so that it counts as nothing, and makes a hyphen of a
   dash here and there. */
static gunichar
seen_of(ClChar c)
{
    const unsigned code = c.mask ? FOLD_DROP : cl_fold_code(c.c);
    if (code == FOLD_LIST)
        return cl_fold_expansion(c.c) ? FOLD_LIST : c.c;
    if (code == FOLD_DROP || code == FOLD_HIDDEN || code == ' ' || c.c == ' ' ||
        c.c == '^')
        return 0;
    const gunichar folded = code == FOLD_SELF ? c.c : code;
    return folded == DASH ? '-' : cl_char_lower(folded);
}

/* What nearly all text is made of is seen as it is, but for capitals. */
static inline gunichar
take_plain(ClSeen *seen)
{
    const guchar byte = (guchar)seen->prose[seen->at];
    if (byte > ' ' && byte < 0x7F && byte != '^') {
        seen->at++;
        return byte | (byte >= 'A' && byte <= 'Z' ? 0x20 : 0);
    }
    if (!cl_is_plain_han(seen->prose, seen->at))
        return 0;
    const guchar *p = (const guchar *)seen->prose + seen->at;
    seen->at += CL_HAN_BYTES;
    return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

static gunichar
next_seen_slow(ClSeen *seen)
{
    while (seen->rest && *seen->rest) {
        const gunichar c = cl_char_lower(g_utf8_get_char(seen->rest));
        seen->rest = g_utf8_next_char(seen->rest);
        if (c != ' ' && c != '^')
            return c;
    }
    seen->rest = NULL;
    while (seen->at < seen->end) {
        const ClChar c = cl_char_at(seen->prose, seen->at);
        const gunichar found = seen_of(c);
        seen->at += c.length;
        if (found == FOLD_LIST) {
            seen->rest = cl_fold_expansion(c.c);
            return next_seen_slow(seen);
        }
        if (found)
            return found;
    }
    return 0;
}

static inline gunichar
next_seen(ClSeen *seen)
{
    const gunichar plain =
        !seen->rest && seen->at < seen->end ? take_plain(seen) : 0;
    return plain ? plain : next_seen_slow(seen);
}

gunichar
cl_seen_next(ClSeen *seen)
{
    return next_seen(seen);
}

/* ---- The set ----------------------------------------------------------- */

static unsigned
bit_of(const ClStarts *starts, gunichar a, gunichar b, gunichar c)
{
    return (a * 0x9E3779B1u ^ b * 0x85EBCA6Bu ^ c * 0xC2B2AE35u) >>
           (32 - starts->bits);
}

ClStarts *
cl_starts_new(void)
{
    ClStarts *starts = g_new0(ClStarts, 1);
    starts->list = g_array_new(FALSE, FALSE, sizeof(Start));
    return starts;
}

void
cl_starts_free(ClStarts *starts)
{
    g_array_unref(starts->list);
    g_free(starts->neighbours);
    g_free(starts->starts);
    g_free(starts);
}

void
cl_starts_add(ClStarts *starts, const gunichar seen[CL_START], bool inside)
{
    const Start start = {{seen[0], seen[1], seen[2]}, inside};
    g_array_append_val(starts->list, start);
}

/* ---- What may be written for a character ------------------------------- */

static guint
first_written(gunichar folded)
{
    guint low = 0, high = (guint)cl_written_count;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (cl_written[middle].folded < folded)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The ways that most texts write a character in: of a letter of ASCII only
   its own two, of any other one whatever folds to it. */
static void
find_written(gunichar seen, GArray *out)
{
    enum { LAST_CASED = 0x800 };
    g_array_set_size(out, 0);
    if (seen < BMP && cl_fold_code(seen) == FOLD_SELF)
        g_array_append_val(out, seen);
    const gunichar capital =
        seen < ASCII ? (guchar)g_ascii_toupper((char)seen) : seen;
    if (capital != seen)
        g_array_append_val(out, capital);
    for (guint i = first_written(seen);
         seen >= ASCII && i < cl_written_count && cl_written[i].folded == seen;
         i++) {
        const gunichar written = cl_written[i].written;
        g_array_append_val(out, written);
    }
    for (gunichar c = ASCII;
         seen >= ASCII && seen < LAST_CASED && c < LAST_CASED; c++)
        if (c != seen && cl_char_lower(c) == seen)
            g_array_append_val(out, c);
}

static void
mark_written(ClStarts *starts, gunichar folded, uint8_t kind)
{
    for (guint i = first_written(folded);
         i < cl_written_count && cl_written[i].folded == folded; i++)
        starts->kinds[cl_written[i].written] |= kind;
}

/* The other ways to write a character of ASCII, as ａ and ª, are not worth a
   place among the neighbours: they are looked at wherever they stand. */
static void
mark_rare(ClStarts *starts, gunichar seen, uint8_t kind)
{
    mark_written(starts, seen, kind);
    mark_written(starts, (guchar)g_ascii_toupper((char)seen), kind);
    if (seen != '-')
        return;
    starts->kinds[DASH] |= kind;
    mark_written(starts, DASH, kind);
}

static void
add_neighbours(ClStarts *starts,
               const Start *start,
               GArray *first,
               GArray *next)
{
    const bool alone = !start->seen[1];
    find_written(start->seen[0], first);
    find_written(start->seen[1], next);
    for (guint i = 0; i < first->len; i++) {
        const gunichar a = g_array_index(first, gunichar, i);
        starts->kinds[a] |= FIRST | (alone ? ALONE : 0) |
                            (start->inside && a < ASCII ? INSIDE : 0);
        for (guint j = 0; !alone && j < next->len; j++)
            cl_bit_set(starts->neighbours,
                       bit_of(starts, a, g_array_index(next, gunichar, j), 0));
    }
}

static void
mark_all_rare(ClStarts *starts)
{
    bool first[ASCII] = {false}, next[ASCII] = {false};
    for (guint i = 0; i < starts->list->len; i++) {
        const Start *start = &g_array_index(starts->list, Start, i);
        if (start->seen[0] < ASCII)
            first[start->seen[0]] = true;
        if (start->seen[1] < ASCII)
            next[start->seen[1]] = true;
    }
    for (gunichar c = 1; c < ASCII; c++) {
        if (first[c])
            mark_rare(starts, c, FIRST | ALONE);
        if (next[c])
            mark_rare(starts, c, HIDES);
    }
}

static int
compare_starts(const void *left, const void *right)
{
    const Start *a = left, *b = right;
    for (size_t i = 0; i < CL_START; i++)
        if (a->seen[i] != b->seen[i])
            return a->seen[i] < b->seen[i] ? -1 : 1;
    return a->inside - b->inside;
}

/* Blanks, what vanishes, and what becomes several. */
static void
mark_hiding(ClStarts *starts)
{
    for (gunichar c = 0; c < BMP; c++) {
        const unsigned code = cl_fold_pages[cl_fold_index[c >> 8]][c & 0xFF];
        if (code == FOLD_LIST)
            starts->kinds[c] |= HIDES | ALONE;
        else if (code == FOLD_DROP || code == FOLD_HIDDEN || code == ' ')
            starts->kinds[c] |= HIDES;
    }
    starts->kinds[' '] |= HIDES;
    starts->kinds['^'] |= HIDES;
}

static void
mark_ascii(ClStarts *starts)
{
    for (gunichar c = 1; c < ASCII; c++) {
        if (g_ascii_isalnum((char)c) && !(starts->kinds[c] & INSIDE))
            starts->kinds[c] |= PART;
        if (!(starts->kinds[c] & (FIRST | ALONE)))
            starts->kinds[c] |= IDLE;
    }
}

void
cl_starts_finish(ClStarts *starts)
{
    enum { BITS_A_START = 256 };
    g_autoptr(GArray) first = g_array_new(FALSE, FALSE, sizeof(gunichar));
    g_autoptr(GArray) next = g_array_new(FALSE, FALSE, sizeof(gunichar));
    starts->bits = LEAST_BITS;
    while (starts->bits < MOST_BITS &&
           (UINT64_C(1) << starts->bits) <
               (uint64_t)starts->list->len * BITS_A_START)
        starts->bits++;
    starts->neighbours = g_malloc0(((size_t)1 << starts->bits) / 8);
    starts->starts = g_malloc0(((size_t)1 << starts->bits) / 8);
    g_array_sort(starts->list, compare_starts);
    for (guint i = 0; i < starts->list->len; i++) {
        const Start *start = &g_array_index(starts->list, Start, i);
        const Start *last = start - (i > 0);
        if (i == 0 || start->seen[0] != last->seen[0] ||
            start->seen[1] != last->seen[1] || start->inside != last->inside)
            add_neighbours(starts, start, first, next);
        cl_bit_set(starts->starts, bit_of(starts, start->seen[0],
                                          start->seen[1], start->seen[2]));
    }
    mark_all_rare(starts);
    mark_hiding(starts);
    mark_ascii(starts);
    g_array_set_size(starts->list, 0);
}

/* ---- The search -------------------------------------------------------- */

typedef struct {
    const ClStarts *starts;
    ClStartFound *found;
    void *data;
} Search;

static bool
may_begin(const ClStarts *starts, const gunichar seen[CL_START])
{
    const gunichar a = seen[0], b = seen[1];
    return cl_bit_is_set(starts->starts, bit_of(starts, a, b, seen[2])) ||
           cl_bit_is_set(starts->starts, bit_of(starts, a, b, 0)) ||
           cl_bit_is_set(starts->starts, bit_of(starts, a, 0, 0));
}

/* Every place a word may begin at in what one character shows. */
static void
look_at(const Search *search, ClSeen from)
{
    const size_t start = from.at;
    do {
        gunichar seen[CL_START];
        seen[0] = next_seen(&from);
        ClSeen behind = from;
        for (size_t i = 1; i < CL_START; i++)
            seen[i] = next_seen(&behind);
        if (seen[0] && may_begin(search->starts, seen))
            search->found(search->data, start, seen, behind);
    } while (from.rest && *from.rest);
}

/* A character as written and what it may be. */
typedef struct {
    unsigned c, length;
    unsigned kind;
} Written;

static inline Written
written_at(const ClStarts *starts, const char *prose, size_t at, size_t end)
{
    const guchar *p = (const guchar *)prose + at;
    if (at >= end)
        return (Written){0, 1, 0};
    if ((p[0] & 0xF0) == 0xE0) {
        const unsigned c =
            (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        return (Written){c, CL_HAN_BYTES, starts->kinds[c]};
    }
    if (p[0] < ASCII)
        return (Written){p[0], 1, starts->kinds[p[0]]};
    const ClChar c = cl_char_at(prose, at);
    return (Written){c.mask ? 0 : c.c, c.length,
                     c.mask      ? HIDES
                     : c.c < BMP ? starts->kinds[c.c]
                                 : FIRST | ALONE | HIDES};
}

/* Past the rest of a word of ASCII inside which no other begins.  No byte of a
   longer character is marked. */
static size_t
skip_word(const ClStarts *starts, const char *prose, size_t at, size_t end)
{
    while (at < end && starts->kinds[(guchar)prose[at]] & PART)
        at++;
    return at;
}

/* Past characters of ASCII that begin nothing, with their words. */
static size_t
skip_idle(const ClStarts *starts, const char *prose, size_t at, size_t end)
{
    while (at < end && starts->kinds[(guchar)prose[at]] & IDLE) {
        const bool word = starts->kinds[(guchar)prose[at]] & PART;
        at++;
        if (word)
            at = skip_word(starts, prose, at, end);
    }
    return at;
}

/* ---- Characters of three bytes, eight at once ---------------------------- */

#ifdef CL_AVX2
#define INDEX(bytes) ((const int *)(const void *)(bytes))

enum { LANES = 8, BLOCK = 32 };

/* The code points of eight characters of three bytes; lanes of `plain` that
   are none are 0. */
CL_AVX2 static inline __m256i
decode_eight(const char *text, __m256i *plain)
{
    const __m256i order =
        _mm256_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1,
                         2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1);
    const __m128i *const low = (const __m128i *)(const void *)text;
    const __m128i *const high =
        (const __m128i *)(const void *)(text + LANES / 2 * CL_HAN_BYTES);
    const __m256i bytes = _mm256_shuffle_epi8(
        _mm256_set_m128i(_mm_loadu_si128(high), _mm_loadu_si128(low)), order);
    *plain = _mm256_and_si256(*plain,
                              _mm256_cmpeq_epi32(_mm256_srli_epi32(bytes, 20),
                                                 _mm256_set1_epi32(0xE)));
    const __m256i first = _mm256_and_si256(_mm256_srli_epi32(bytes, 4),
                                           _mm256_set1_epi32(0xF000));
    const __m256i second = _mm256_and_si256(_mm256_srli_epi32(bytes, 2),
                                            _mm256_set1_epi32(0x0FC0));
    const __m256i third = _mm256_and_si256(bytes, _mm256_set1_epi32(0x3F));
    return _mm256_or_si256(_mm256_or_si256(first, second), third);
}

CL_AVX2 static inline __m256i
kinds_of(const ClStarts *starts, __m256i codes)
{
    return _mm256_i32gather_epi32(INDEX(starts->kinds), codes, 1);
}

/* All bits of the lanes whose two neighbours may begin a word. */
CL_AVX2 static inline __m256i
are_beside(const ClStarts *starts, __m256i own, __m256i next)
{
    const __m256i bit = _mm256_srl_epi32(
        _mm256_xor_si256(
            _mm256_mullo_epi32(own, _mm256_set1_epi32((int)0x9E3779B1u)),
            _mm256_mullo_epi32(next, _mm256_set1_epi32((int)0x85EBCA6Bu))),
        _mm_cvtsi32_si128((int)(32 - starts->bits)));
    const __m256i words = _mm256_i32gather_epi32(
        INDEX(starts->neighbours), _mm256_srli_epi32(bit, 5), sizeof(uint32_t));
    const __m256i set =
        _mm256_srlv_epi32(words, _mm256_and_si256(bit, _mm256_set1_epi32(31)));
    return _mm256_slli_epi32(set, 31);
}

/* A bit for each lane that needs a closer look. */
CL_AVX2 static inline unsigned
find_eight(const ClStarts *starts, __m256i own, __m256i next)
{
    const __m256i kind = kinds_of(starts, own);
    const __m256i hides =
        _mm256_slli_epi32(kinds_of(starts, next), 31 - HIDES_BIT);
    const __m256i look = _mm256_or_si256(
        _mm256_slli_epi32(kind, 31 - ALONE_BIT),
        _mm256_and_si256(
            _mm256_slli_epi32(kind, 31 - FIRST_BIT),
            _mm256_or_si256(are_beside(starts, own, next), hides)));
    return (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(look));
}

/* Looks at a run of such characters, each with another behind it; where it
   ends, or near the end of all. */
CL_AVX2 static size_t
search_run(const Search *search, const char *prose, size_t at, size_t end)
{
    for (; end - at >= BLOCK; at += LANES * CL_HAN_BYTES) {
        __m256i plain = _mm256_set1_epi32(-1);
        const __m256i own = decode_eight(prose + at, &plain);
        const __m256i next = decode_eight(prose + at + CL_HAN_BYTES, &plain);
        const unsigned run =
            (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(plain));
        const unsigned count = (unsigned)__builtin_ctz(~run);
        unsigned look = find_eight(search->starts, own, next);
        look &= (1u << count) - 1;
        for (; look; look &= look - 1) {
            const size_t from = at + (size_t)__builtin_ctz(look) * CL_HAN_BYTES;
            look_at(search, (ClSeen){prose, from, end, NULL});
        }
        if (count < LANES)
            return at + count * CL_HAN_BYTES;
    }
    return at;
}

static bool
has_blocks(void)
{
    return cl_has_avx2();
}

#else

static size_t
search_run(const Search *search, const char *prose, size_t at, size_t end)
{
    (void)search, (void)prose, (void)end;
    return at;
}

static bool
has_blocks(void)
{
    return false;
}

#endif

/* ---- All of an article --------------------------------------------------- */

static void
search_all(const Search *search, const char *prose, size_t end, bool blocks)
{
    const ClStarts *const starts = search->starts;
    for (size_t at = 0; at < end;) {
        if (blocks && (prose[at] & 0xF0) == 0xE0)
            at = search_run(search, prose, at, end);
        at = skip_idle(starts, prose, at, end);
        if (at >= end)
            break;
        const Written own = written_at(starts, prose, at, end);
        const size_t behind = at + own.length;
        const Written next = written_at(starts, prose, behind, end);
        /* one test for all: most are none of them, whatever their kind */
        const unsigned beside =
            cl_bit_is_set(starts->neighbours, bit_of(starts, own.c, next.c, 0));
        if ((own.kind & ALONE) |
            (own.kind & FIRST & (beside | (next.kind & HIDES) / HIDES)))
            look_at(search, (ClSeen){prose, at, end, NULL});
        at = behind;
        if (own.c < ASCII && g_ascii_isalnum((char)own.c))
            at = skip_word(starts, prose, at, end);
    }
}

void
cl_article_find_starts(const ClArticle *article,
                       const ClStarts *starts,
                       ClStartFound *found,
                       void *data)
{
    const Search search = {starts, found, data};
    search_all(&search, cl_article_prose(article), article->length,
               has_blocks());
}

void
cl_article_find_starts_plain(const ClArticle *article,
                             const ClStarts *starts,
                             ClStartFound *found,
                             void *data)
{
    const Search search = {starts, found, data};
    search_all(&search, cl_article_prose(article), article->length, false);
}
