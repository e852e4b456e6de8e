/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One pass over a folded text finds where numbers start, reads the phrase
 * around each, and goes on behind it.  Looks back a few words at most and
 * never before the last quantity, so that time is linear.
 */
#include "quantity/phrase.h"
#include "quantity/silence.h"

#include <string.h>

/* ---- Kinds of start ---------------------------------------------------- */

/* 第三, 前三 (but not 前三个月). */
static bool
read_ordinal(const ClReader *r, size_t at, ClPhrase *p)
{
    const size_t word = cl_reader_match(r, CL_WORDS_ORDINAL, at, NULL);
    const size_t top = cl_reader_match(r, CL_WORDS_TOP, at, NULL);
    const size_t number = at + word + top;
    int spelling;
    if (!word && !top)
        return false;
    cl_phrase_open(p, at);
    if ((!cl_reader_digit(r, number) && !cl_reader_char(r, number)) ||
        !cl_numeral_read(r, number, &p->n) ||
        p->n.flags & (CL_NUMERAL_VERSION | CL_NUMERAL_DECIMAL))
        return false;
    if (top) {
        const size_t unit = cl_reader_unit(r, p->n.end, &spelling);
        if (p->n.flags & CL_NUMERAL_BARE ||
            cl_reader_byte(r, p->n.end) == '%' ||
            (unit &&
             !cl_unit_is_count(
                 r->vocabulary,
                 cl_vocabulary_spelling(r->vocabulary, spelling)->units[0])))
            return false;
    }
    p->n.flags |= CL_NUMERAL_ORDINAL;
    p->n.flags &=
        ~(unsigned)(CL_NUMERAL_LONE | CL_NUMERAL_RANGED | CL_NUMERAL_PAIR);
    p->n.upper = p->n.value;
    p->end = p->n.end;
    return true;
}

/* 7:04.957: minutes, seconds and their parts; without parts it is a time of
   day, with another colon a time code. */
CL_SELDOM static bool
read_lap(const ClReader *r, size_t at, ClPhrase *p)
{
    enum { MOST_DIGITS = 3 };
    size_t end = at;
    while (cl_reader_digit(r, end) && end - at < MOST_DIGITS)
        end++;
    const size_t second = end + 1;
    if (end == at || cl_reader_byte(r, end) != ':' ||
        (at > 0 && strchr(":.", r->text[at - 1])) ||
        !cl_reader_digit(r, second) || !cl_reader_digit(r, second + 1) ||
        r->text[second] > '5' || cl_reader_byte(r, second + 2) != '.')
        return false;
    int64_t minutes = 0, digits;
    for (size_t i = at; i < end; i++)
        minutes = minutes * 10 + (r->text[i] - '0');
    digits = (r->text[second] - '0') * 10 + (r->text[second + 1] - '0');
    int places = 0;
    for (end = second + 3; cl_reader_digit(r, end) && places < MOST_DIGITS;
         end++, places++)
        digits = digits * 10 + (r->text[end] - '0');
    if (!places || cl_reader_digit(r, end))
        return false;
    const ClNumber value = cl_number_add(cl_number_make(minutes * 60, 0),
                                         cl_number_make(digits, -places));
    cl_phrase_open(p, at);
    p->n = (ClNumeral){.start = at,
                       .end = end,
                       .value = value,
                       .upper = value,
                       .place = -places,
                       .tail = -places,
                       .flags = CL_NUMERAL_ARABIC | CL_NUMERAL_DECIMAL};
    p->unit = cl_unit_find(r->vocabulary, "秒");
    p->end = end;
    return true;
}

/* 半小时, 半个月: a half needs a unit. */
static bool
read_half(const ClReader *r, size_t at, ClPhrase *p)
{
    const size_t half = cl_reader_match(r, CL_WORDS_HALF, at, NULL);
    if (half == 0)
        return false;
    cl_phrase_open(p, at);
    p->n = (ClNumeral){.start = at,
                       .end = at + half,
                       .value = cl_number_make(5, -1),
                       .upper = cl_number_make(5, -1),
                       .place = -1,
                       .tail = -1,
                       .flags = CL_NUMERAL_CHINESE | CL_NUMERAL_DECIMAL};
    p->end = p->n.end;
    cl_phrase_read_unit(r, p);
    const ClUnit *unit = cl_vocabulary_unit(r->vocabulary, p->unit);
    return p->unit &&
           (!(unit->flags & CL_UNIT_ARTICLE) || unit->kind != CL_KIND_COUNT);
}

/* 几家, 数名: a word stands for the whole number. */
static bool
read_several(const ClReader *r, size_t at, ClPhrase *p)
{
    const ClVocabulary *v = r->vocabulary;
    int word;
    const size_t length = cl_reader_match(r, CL_WORDS_HEDGES_LEAD, at, &word);
    if (length == 0)
        return false;
    cl_phrase_open(p, at);
    p->n = (ClNumeral){.start = at,
                       .end = at + length,
                       .value = cl_number_make(1, 0),
                       .upper = cl_number_make(1, 0),
                       .flags = CL_NUMERAL_CHINESE};
    p->n.hedge = g_array_index(v->hedge_words, ClHedgeWord, word).hedges[0];
    p->end = p->n.end;
    cl_phrase_read_unit(r, p);
    return p->unit != 0;
}

/* 翻番, 一半, dozens of */
static bool
read_saying(const ClReader *r, size_t at, ClPhrase *p)
{
    const ClVocabulary *v = r->vocabulary;
    int index;
    const size_t length = cl_reader_match(r, CL_WORDS_PHRASES, at, &index);
    if (length == 0)
        return false;
    const ClSaying *saying = &g_array_index(v->sayings, ClSaying, index);
    if (saying->whole && (at > 0 || at + length < r->length))
        return false;
    cl_phrase_open(p, at);
    p->n = (ClNumeral){.start = at,
                       .end = at + length,
                       .value = saying->value,
                       .upper = saying->upper,
                       .place = saying->value.exponent,
                       .tail = saying->value.exponent,
                       .hedge = saying->hedge};
    p->unit = saying->unit;
    p->kind = saying->kind;
    p->form = saying->form;
    p->ranged = saying->ranged;
    p->said = true;
    p->end = at + length;
    return true;
}

/* a year, an hour: the article counts one. */
static bool
read_article(const ClReader *r, size_t at, ClPhrase *p)
{
    static const char *const articles[] = {"a ", "an ", "A ", "An "};
    int spelling;
    if ((r->text[at] | 0x20) != 'a')
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(articles); i++) {
        const size_t article = cl_reader_word(r, at, articles[i]);
        if (article == 0 ||
            cl_reader_match(r, CL_WORDS_UNITS_EN, at + article, &spelling) < 2)
            continue;
        cl_phrase_open(p, at);
        p->n = (ClNumeral){.start = at,
                           .end = at + article - 1,
                           .value = cl_number_make(1, 0),
                           .upper = cl_number_make(1, 0),
                           .flags = CL_NUMERAL_ENGLISH | CL_NUMERAL_ARTICLE};
        p->end = p->n.end;
        cl_phrase_read_unit(r, p);
        return p->unit != 0;
    }
    return false;
}

/* ---- One phrase -------------------------------------------------------- */

static bool
read_number(const ClReader *r, size_t at, ClPhrase *p)
{
    cl_phrase_open(p, at);
    if (!cl_numeral_read_whole(r, at, &p->n))
        return false;
    p->end = p->n.end;
    return true;
}

/* One look tells, of nearly all: nothing behind a phrase belongs to it. */
static bool
ends_alone(const ClReader *r, size_t at)
{
    const ClMarks lists = CL_MARK(CL_WORDS_RANGES) |
                          CL_MARK(CL_WORDS_HEDGES_AFTER) |
                          CL_MARK(CL_WORDS_PER) | CL_MARK(CL_WORDS_JOINTS) |
                          CL_MARK_DIGIT | CL_MARK_LETTER | CL_MARKS_ROLES;
    const char c = cl_reader_byte(r, at);
    return !cl_reader_may_any(r, lists, at) && c != ' ' && c != '(' &&
           c != '\302'; /* of ± */
}

/* Everything around a number whose front and unit are known. */
static void
complete(const ClReader *r, ClPhrase *p)
{
    if (!ends_alone(r, p->end)) {
        if (!cl_phrase_read_range(r, p) && cl_phrase_join(r, p))
            cl_phrase_read_range(r, p);
        cl_phrase_read_after(r, p);
    }
    cl_phrase_read_before(r, p);
}

/* A saying, unless a longer number starts with it. */
static bool
read_saying_alone(const ClReader *r, size_t at, ClPhrase *p)
{
    ClPhrase number;
    return read_saying(r, at, p) &&
           (!read_number(r, at, &number) || number.end <= p->end);
}

/* 翻番, 第三 */
CL_SELDOM static bool
read_worded(const ClReader *r, size_t at, ClPhrase *p)
{
    if (!read_saying_alone(r, at, p))
        return read_ordinal(r, at, p);
    cl_phrase_read_after(r, p);
    cl_phrase_read_before(r, p);
    return true;
}

/* 半年, 几家, a year */
CL_SELDOM static bool
read_without_number(const ClReader *r, size_t at, ClPhrase *p)
{
    if (!read_half(r, at, p) && !read_several(r, at, p) &&
        !read_article(r, at, p))
        return false;
    complete(r, p);
    return true;
}

static inline bool
read_phrase(const ClReader *r, size_t at, ClPhrase *p)
{
    const ClMarks worded = CL_MARK(CL_WORDS_PHRASES) |
                           CL_MARK(CL_WORDS_ORDINAL) | CL_MARK(CL_WORDS_TOP);
    if (r->marks[at] & worded && read_worded(r, at, p))
        return true;
    if (!read_number(r, at, p))
        return read_without_number(r, at, p);
    if (cl_reader_byte(r, p->end) == ':' && read_lap(r, at, p)) {
        cl_phrase_read_after(r, p);
        cl_phrase_read_before(r, p);
    } else if (!(p->n.flags & (CL_NUMERAL_ORDINAL | CL_NUMERAL_VERSION))) {
        cl_phrase_read_front(r, p);
        cl_phrase_read_unit(r, p);
        complete(r, p);
    }
    return true;
}

/* ---- Scanning ---------------------------------------------------------- */

CL_SELDOM static size_t
read_link(const ClReader *r, size_t at)
{
    if (!cl_reader_word(r, at, "http://") &&
        !cl_reader_word(r, at, "https://") && !cl_reader_word(r, at, "www."))
        return 0;
    while (at < r->length && r->text[at] > ' ')
        at++;
    return at;
}

/* Links and addresses hold no quantities: where one ends, 0 if none starts. */
static inline size_t
link_end(const ClReader *r, size_t at)
{
    const char c = r->text[at];
    return c == 'h' || c == 'w' ? read_link(r, at) : 0;
}

/* A digit behind letters belongs to a name, unless they are a currency. */
static bool
follows_currency(const ClReader *r, size_t at)
{
    int spelling;
    return cl_reader_match_before(r, CL_WORDS_UNITS_BEFORE, at, r->floor,
                                  &spelling) > 0;
}

/* AMD46.6亿美元, OPPO16.7%, Ioniq 5 N7分54秒: what follows makes a figure of the digits
   behind a name. */
static bool
opens_figure(const ClReader *r, size_t at)
{
    static const char *const units[] = {"万", "亿", "兆", "毫安", "公里"};
    if (!g_ascii_isalpha(r->text[at - 1]))
        return false;
    bool decimal = false;
    while (cl_reader_digit(r, at) ||
           (strchr(".,", r->text[at]) && cl_reader_digit(r, at + 1)))
        decimal |= r->text[at++] == '.';
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (cl_reader_word(r, at, units[i]))
            return true;
    if (decimal && cl_reader_word(r, at, "%"))
        return true;
    return cl_reader_word(r, at, "分") && cl_reader_digit(r, at + strlen("分"));
}

static size_t
skip_word(const ClReader *r, size_t at)
{
    const size_t link = link_end(r, at);
    if (link)
        return link;
    const size_t start = at;
    while (at < r->length &&
           (g_ascii_isalnum(r->text[at]) ||
            (r->text[at] == '.' && cl_reader_digit(r, at + 1)))) {
        if (at > start && cl_reader_digit(r, at) &&
            (follows_currency(r, at) || opens_figure(r, at))) /* USD115 */
            return at;
        at++;
    }
    return at;
}

static size_t
character_length(const ClReader *r, size_t at)
{
    const unsigned char c = (unsigned char)r->text[at];
    const size_t length = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    return MIN(length, r->length - at);
}

/* SU7, SCP-173, but not USD115 or mid-20s. */
static bool
follows_name(const ClReader *r, size_t at)
{
    int word;
    if (at == 0 || at <= r->floor)
        return false;
    if (g_ascii_isalpha(r->text[at - 1]))
        return !follows_currency(r, at) && !opens_figure(r, at);
    return r->text[at - 1] == '-' && at > r->floor + 1 &&
           g_ascii_isalpha(r->text[at - 2]) &&
           cl_reader_match_before(r, CL_WORDS_HEDGES_BEFORE, at, r->floor,
                                  &word) == 0;
}

/* Nearly all words open no phrase: half, a car and "point two" do. */
static bool
may_open_phrase(const ClReader *r, size_t at)
{
    const ClMarks opening = CL_MARK(CL_WORDS_ENGLISH) |
                            CL_MARK(CL_WORDS_PHRASES) |
                            CL_MARK(CL_WORDS_HEDGES_LEAD) |
                            CL_MARK(CL_WORDS_ORDINAL) | CL_MARK(CL_WORDS_TOP) |
                            CL_MARK(CL_WORDS_HALF) | CL_MARK(CL_WORDS_SILENT);
    const char letter = (char)(r->text[at] | 0x20);
    return r->marks[at] & opening || letter == 'a' || letter == 'p';
}

static bool
is_start(const ClReader *r, size_t at)
{
    const ClMarks marks = r->marks[at];
    const char before = at > 0 ? r->text[at - 1] : ' ';
    if (marks & CL_MARK_DIGIT)
        return !follows_name(r, at);
    if (r->text[at] == '.')
        return cl_reader_digit(r, at + 1) && !g_ascii_isalnum(before) &&
               before != '.';
    if (marks & CL_MARK_LETTER)
        return !g_ascii_isalnum(before) && before != '\'' &&
               may_open_phrase(r, at);
    return marks & CL_MARK_START;
}

/* 大于100并且小于300: two bounds of one quantity. */
static bool
unite_bounds(const ClReader *r, ClQuantity *a, const ClQuantity *b)
{
    int meaning;
    const size_t gap = b->span.start - a->span.end;
    const bool lower = a->hard.hi_unbounded && !b->hard.hi_unbounded;
    const bool upper = b->hard.hi_unbounded && !a->hard.hi_unbounded;
    if (a->shape != CL_SHAPE_ONE_SIDED || b->shape != CL_SHAPE_ONE_SIDED ||
        (!lower && !upper) ||
        (a->unit && b->unit && (a->unit != b->unit || a->kind != b->kind)))
        return false;
    if (gap > 0 &&
        (gap > 16 ||
         cl_lexicon_match(r->vocabulary->words[CL_WORDS_BOUNDS], r->text,
                          a->span.end, b->span.start, &meaning) != gap))
        return false;
    if (!cl_interval_meets(a->hard, b->hard))
        return false;
    a->hard = cl_interval_intersect(a->hard, b->hard);
    a->usual = a->hard;
    a->span.end = b->span.end;
    a->number.end = b->number.end;
    a->kind = a->unit ? a->kind : b->unit ? b->kind : CL_KIND_RANGE;
    a->unit = a->unit ? a->unit : b->unit;
    a->value = cl_number_min(a->value, b->value);
    a->upper = cl_number_max(a->upper, b->upper);
    a->shape = CL_SHAPE_RANGE;
    return true;
}

/* What was found: an array longer than the count, so that quantities, which
   are large, are written where they stay. */
typedef struct {
    GArray *array; /* of ClQuantity */
    guint count;
} Found;

static ClQuantity *
next_place(Found *found)
{
    enum { MORE = 32 };
    if (found->count == found->array->len)
        g_array_set_size(found->array, found->count + MORE);
    return &g_array_index(found->array, ClQuantity, found->count);
}

static bool
push(const ClReader *r, ClPhrase *p, Found *found)
{
    if (!cl_phrase_judge(r, p))
        return false;
    ClQuantity *quantity = next_place(found);
    if (!cl_phrase_finish(r, p, quantity))
        return false;
    if (!found->count || !unite_bounds(r, quantity - 1, quantity))
        found->count++;
    return true;
}

/* Reads what starts at a place; gives where to go on. */
static size_t
read_at(ClReader *r, size_t at, Found *found)
{
    enum { SHORT = 60 }; /* bytes to read twice, or a long run takes forever */
    const size_t silent = cl_silence_end(r, at);
    ClPhrase phrase;
    const bool any = read_phrase(r, at, &phrase);
    if (silent && (!any || phrase.n.end <= silent))
        return silent;
    if (!any)
        return cl_reader_letter(r, at) || cl_reader_digit(r, at)
                   ? skip_word(r, at)
                   : at + character_length(r, at);
    if (push(r, &phrase, found))
        r->floor = phrase.end;
    else if (silent && phrase.end - silent <= SHORT)
        return silent; /* 队伍五千人: what 伍 opens is none, 五千 is */
    return MAX(phrase.end, at + 1);
}

void
cl_quantities_read(const ClVocabulary *vocabulary,
                   const char *text,
                   size_t length,
                   GArray *out)
{
    g_auto(ClReader) r;
    cl_reader_init(&r, vocabulary, text, length);
    Found found = {out, 0};
    for (size_t at = 0; at < length;) {
        const ClMarks marks = r.marks[at];
        if (marks & CL_MARK_START && is_start(&r, at)) {
            const size_t link = link_end(&r, at);
            at = link ? link : read_at(&r, at, &found);
        } else if (marks & (CL_MARK_DIGIT | CL_MARK_LETTER)) {
            at = skip_word(&r, at);
        } else {
            at += cl_han_starts(text + at, length - at) ? 3 : 1;
        }
    }
    g_array_set_size(out, found.count);
}
