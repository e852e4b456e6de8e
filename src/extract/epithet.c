/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The Korean company, 西雅图那家公司: who was named before is called by where it
 * is at home.  Where one company alone of those named so far is at home there,
 * the words are a subject like its name; where none or several are, nobody's.
 */
#include "extract/search.h"

#include <pthread.h>
#include <string.h>

/** A word for a seat. */
typedef struct {
    char *word;
    size_t length;
    GHashTable *homes; /* names of entities; borrowed */
    bool nation;       /* koreans: stands for the company by itself */
} Seat;

/* Made by the first who asks, then only read. */
static GArray *seats;    /* of Seat, the longest word first */
static GPtrArray *kinds; /* of char * */
static GPtrArray *certain;
static uint8_t heads[1 << 12]; /* whether a seat begins with three bytes */

/* ---- The list ----------------------------------------------------------------- */

static unsigned
head_of(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    return (c[0] * 37u ^ c[1] * 5u ^ c[2]) % G_N_ELEMENTS(heads);
}

static void
add_words(const ClYamlNode *list, GHashTable *homes, bool nation)
{
    for (size_t i = 0; list && i < list->count; i++) {
        const Seat seat = {g_strdup(list->items[i]->text),
                           strlen(list->items[i]->text), homes, nation};
        g_array_append_val(seats, seat);
        heads[head_of(seat.word)] = 1;
    }
}

static void
add_seat(const ClYamlNode *entry)
{
    const ClYamlNode *of = cl_yaml_get(entry, "of");
    GHashTable *homes = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < of->count; i++)
        g_hash_table_add(homes, g_strdup(of->items[i]->text));
    add_words(cl_yaml_get(entry, "words"), homes, false);
    add_words(cl_yaml_get(entry, "nation"), homes, true);
}

static GPtrArray *
read_list(const ClYamlNode *list)
{
    GPtrArray *out = g_ptr_array_new();
    for (size_t i = 0; i < list->count; i++)
        g_ptr_array_add(out, g_strdup(list->items[i]->text));
    return out;
}

static int
compare_lengths(const void *left, const void *right)
{
    const size_t a = ((const Seat *)left)->length;
    const size_t b = ((const Seat *)right)->length;
    return (a < b) - (a > b);
}

static void
load_seats(void)
{
    g_autoptr(ClYaml) yaml = cl_data_read("seats.yaml");
    const ClYamlNode *root = cl_yaml_root(yaml);
    const ClYamlNode *list = cl_yaml_get(root, "seats");
    seats = g_array_new(FALSE, FALSE, sizeof(Seat));
    kinds = read_list(cl_yaml_get(root, "kinds"));
    certain = read_list(cl_yaml_get(root, "certain"));
    for (size_t i = 0; i < list->count; i++)
        add_seat(list->items[i]);
    g_array_sort(seats, compare_lengths);
}

/* ---- In a sentence --------------------------------------------------------------- */

/* The end of a word at a byte, or 0; a Latin one stands by itself. */
static size_t
word_at(const Search *search, size_t at, const char *word)
{
    const size_t length = strlen(word);
    if (at + length > search->length ||
        memcmp(search->text + at, word, length) != 0)
        return 0;
    const bool latin = g_ascii_isalpha(*word);
    const bool joined =
        latin && ((at > 0 && g_ascii_isalnum(search->text[at - 1])) ||
                  g_ascii_isalnum(search->text[at + length]));
    return joined ? 0 : at + length;
}

static size_t
any_at(const Search *search, size_t at, const GPtrArray *words)
{
    for (unsigned i = 0; i < words->len; i++) {
        const size_t end = word_at(search, at, words->pdata[i]);
        if (end)
            return end;
    }
    return 0;
}

static const Seat *
seat_at(const Search *search, size_t at)
{
    if (at + 3 > search->length || !heads[head_of(search->text + at)])
        return NULL;
    for (unsigned i = 0; i < seats->len; i++) {
        const Seat *seat = &g_array_index(seats, Seat, i);
        if (word_at(search, at, seat->word))
            return seat;
    }
    return NULL;
}

static bool
ends_phrase(const char *text)
{
    static const char *const marks[] = {",",  ".",  ";", ":",    "、",
                                        "。", "\"", "(", "一家", "另一"};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (g_str_has_prefix(text, marks[i]))
            return true;
    return g_ascii_isdigit(*text);
}

/* Phone maker, 坪山那家公司: the kind within a few words of the seat; its end,
   or 0.  What is no certain one (深圳一家公司) is not meant. */
static size_t
find_kind(const Search *search, size_t from, size_t farthest, bool *is_certain)
{
    const char *text = search->text;
    for (size_t at = from; at < search->length && at <= from + farthest;
         at = (size_t)(g_utf8_next_char(text + at) - text)) {
        if (any_at(search, at, certain))
            *is_certain = true;
        const size_t end = any_at(search, at, kinds);
        if (end)
            return end;
        if (ends_phrase(text + at))
            return 0;
    }
    return 0;
}

/* 首尔那家是…, 首尔那家收入…: what follows shows that no noun is left out. */
static size_t
find_bare(const Search *search, size_t from)
{
    static const char *const behind[] = {"是", "则", "也", "又", "的", "有",
                                         "在", "出", "卖", "交", ",",  "为"};
    const size_t end = any_at(search, from, certain);
    if (!end)
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(behind); i++)
        if (g_str_has_prefix(search->text + end, behind[i]))
            return end;
    const ClSpan next = {end, end + 1};
    return search_any_over(search->measures, next) ||
                   search_is_time(search, next) ||
                   g_ascii_isdigit(search->text[end])
               ? end
               : 0;
}

static bool
stands_behind(const Search *search, size_t at, const char *word)
{
    const size_t length = strlen(word);
    return at >= length &&
           memcmp(search->text + at - length, word, length) == 0;
}

static size_t
find_latin_end(const Search *search, size_t at, const Seat *seat)
{
    enum { FARTHEST = 24 };
    bool is_certain = false;
    if (!stands_behind(search, at, "the ") &&
        !stands_behind(search, at, "the south ") &&
        !stands_behind(search, at, "that ") &&
        !stands_behind(search, at, "this "))
        return 0;
    return seat->nation
               ? at + seat->length
               : find_kind(search, at + seat->length, FARTHEST, &is_certain);
}

static size_t
find_han_end(const Search *search, size_t at, const Seat *seat)
{
    enum { FARTHEST = 18 };
    static const char of[] = "的";
    bool is_certain = false;
    const size_t from = at + seat->length;
    for (unsigned i = 0; i < certain->len; i++)
        is_certain |= stands_behind(search, at, certain->pdata[i]);
    is_certain |= g_str_has_prefix(search->text + from, of);
    const size_t end = find_kind(search, from, FARTHEST, &is_certain);
    return end && is_certain ? end : find_bare(search, from);
}

/* ---- Who is meant ------------------------------------------------------------------ */

typedef struct {
    uint32_t term;
    bool several;
} Called;

static bool
is_at_home(const Search *search, uint32_t term, const Seat *seat)
{
    const char *name =
        cl_rule_set_entity_of(search->run->rules, search->rule_index, term);
    return name && g_hash_table_contains(seat->homes, name);
}

static void
look_into(const Search *search,
          Passage *passage,
          size_t before,
          const Seat *seat,
          Called *called)
{
    const GArray *hits = passage_anchors(search->run, passage);
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (hit->span.start >= before ||
            !hit_has_role(search->run->rules, hit, search->rule_index,
                          CL_ROLE_SUBJECT) ||
            !is_at_home(search, hit->term, seat))
            continue;
        if (called->term == UINT32_MAX)
            called->term = hit->term;
        else if (!search_same_entity(search, called->term, hit->term))
            called->several = true;
    }
}

/* The one of those named so far that is at home there; UINT32_MAX: none, or
   nobody knows which. */
static uint32_t
find_called(const Search *search, size_t at, const Seat *seat)
{
    Extraction *run = search->run;
    Called called = {UINT32_MAX, false};
    look_into(search, search->passage, at, seat, &called);
    for (int back = 1; back <= FARTHEST_SUBJECT; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (near &&
            near->sentence.span.start < search->passage->sentence.span.start)
            look_into(search, near, SIZE_MAX, seat, &called);
    }
    if (run->has_title && search->passage != &run->title)
        look_into(search, &run->title, SIZE_MAX, seat, &called);
    return called.several ? UINT32_MAX : called.term;
}

static bool
may_call(const Search *search)
{
    return search_is_of_list(search) && !search->passage->composed &&
           search->rule->over_time != CL_OVER_TIME_LASTS;
}

/* Hemu, the Zhuli carmaker, …: the name stands there already. */
static bool
is_news(const Search *search, const ClHit *hit)
{
    const ClHit *before = search_subject_before(search, hit->span.start);
    return !search_any_over(search->subjects, hit->span) &&
           (!before || !search_same_entity(search, before->term, hit->term));
}

static size_t
find_end(const Search *search, size_t at, const Seat *seat)
{
    return g_ascii_isalpha(*seat->word) ? find_latin_end(search, at, seat)
                                        : find_han_end(search, at, seat);
}

static size_t
next_at(const Search *search, size_t at)
{
    return (size_t)(g_utf8_next_char(search->text + at) - search->text);
}

void
search_find_epithets(Search *search)
{
    static pthread_once_t loaded = PTHREAD_ONCE_INIT;
    if (!may_call(search))
        return;
    pthread_once(&loaded, load_seats);
    for (size_t at = 0; at < search->length; at = next_at(search, at)) {
        const Seat *seat = seat_at(search, at);
        const size_t end = seat ? find_end(search, at, seat) : 0;
        const uint32_t term = end ? find_called(search, at, seat) : UINT32_MAX;
        const ClHit hit = {.span = {at, end}, .term = term};
        if (term != UINT32_MAX && is_news(search, &hit))
            search_add_subject(search, hit);
    }
}

/* ---- Who is somebody else ------------------------------------------------- */

/* 杭州一家公司: none of those named. */
static size_t
find_other_end(const Search *search, size_t at, const Seat *seat)
{
    enum { NEAR = 12 };
    static const char *const some[] = {"一家", "的一家", "另一家"};
    bool is_certain = false;
    const size_t from = at + seat->length;
    for (size_t i = 0; i < G_N_ELEMENTS(some); i++)
        if (g_str_has_prefix(search->text + from, some[i]))
            return find_kind(search, from + strlen(some[i]), NEAR, &is_certain);
    return 0;
}

void
epithet_add_names(Search *search)
{
    if (!may_call(search))
        return;
    const Seat *first = (const Seat *)(const void *)seats->data;
    for (size_t at = 0; at < search->length; at = next_at(search, at)) {
        const Seat *seat = seat_at(search, at);
        if (!seat)
            continue;
        const size_t end = find_end(search, at, seat);
        const size_t other = find_other_end(search, at, seat);
        const Name name = {.span = {at, MAX(end, other)},
                           .kind = other ? NAME_STRANGE : NAME_SEATED,
                           .term = (uint32_t)(seat - first)};
        if ((end || other) && !search_any_over(search->subjects, name.span))
            g_array_append_val(search->names, name);
    }
}

bool
epithet_fits(const Search *search, const Name *name, uint32_t subject)
{
    bool known = false;
    if (is_at_home(search, subject, &g_array_index(seats, Seat, name->term)))
        return true;
    for (unsigned i = 0; i < seats->len && !known; i++)
        known = is_at_home(search, subject, &g_array_index(seats, Seat, i));
    return !known;
}
