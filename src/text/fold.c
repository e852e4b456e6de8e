/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Text becomes folded text with an origin for every byte.  Invariant: text,
 * cased, origin and ends grow together, one character at a time, so that any
 * run of folded bytes leads back to whole original characters.  While text is
 * folded the four have room to spare, and `length` says how much is written.
 */

#include "text/article.h"

#include <string.h>

typedef struct {
    ClFolded *out;
    char *folded, *cased; /* of out, as far as there is room */
    uint32_t *origin, *ends;
    size_t length, room;
    const char *text;
    size_t base, at;  /* at: behind the character being folded */
    size_t end;       /* of what is folded */
    size_t from;      /* start of the character being folded */
    size_t blank;     /* start of a blank not yet written, or SIZE_MAX */
    bool line_break;  /* that blank holds a line break */
    bool shuns;       /* the last character suffers no blank after it */
    bool superscript; /* the last character was one */
    bool chinese;     /* a character that suffers no blanks was met */
} Folder;

static bool
is_superscript(gunichar c)
{
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079);
}

/* Makes room for so many bytes more; most text folds to its own length. */
static void
reserve(Folder *folder, size_t count)
{
    ClFolded *out = folder->out;
    if (folder->length + count <= folder->room)
        return;
    folder->room = 2 * folder->room + count;
    g_string_set_size(out->text, folder->room);
    g_string_set_size(out->cased, folder->room);
    g_array_set_size(out->origin, (guint)folder->room + 1);
    g_array_set_size(out->ends, (guint)folder->room);
    folder->folded = out->text->str;
    folder->cased = out->cased->str;
    folder->origin = (uint32_t *)(void *)out->origin->data;
    folder->ends = (uint32_t *)(void *)out->ends->data;
}

static void
append_bytes(Folder *folder,
             const char *cased,
             const char *folded,
             size_t count)
{
    const uint32_t from = (uint32_t)(folder->from - folder->base);
    const uint32_t end = (uint32_t)(folder->at - folder->base);
    reserve(folder, count);
    for (size_t i = 0; i < count; i++) {
        const size_t at = folder->length + i;
        folder->cased[at] = cased[i];
        folder->folded[at] = folded[i];
        folder->origin[at] = from;
        folder->ends[at] = end;
    }
    folder->length += count;
}

static void
append_char(Folder *folder, gunichar c)
{
    if (c < 0x80) {
        const char byte = (char)c, small = g_ascii_tolower(byte);
        append_bytes(folder, &byte, &small, 1);
        return;
    }
    char bytes[6], small[6];
    const int length = g_unichar_to_utf8(c, bytes);
    /* as long as the other: see cl_char_lower() */
    g_unichar_to_utf8(cl_char_lower(c), small);
    append_bytes(folder, bytes, small, (size_t)length);
}

static void
append_text(Folder *folder, const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        append_char(folder, g_utf8_get_char(text));
}

static char
last_byte(const Folder *folder)
{
    return folder->length ? folder->cased[folder->length - 1] : 0;
}

/* long-\nterm and 2-\n3: a line broken after its hyphen has no blank. */
static bool
is_hyphenated(const Folder *folder)
{
    return folder->line_break && last_byte(folder) == '-' &&
           folder->length > 1 &&
           g_ascii_isalnum(folder->cased[folder->length - 2]) &&
           g_ascii_isalnum(folder->text[folder->from]);
}

/* 70\n00mAh and 7.\n31亿: Chinese lines are cut anywhere, in numbers too. */
static bool
is_cut_number(const Folder *folder)
{
    const char last = last_byte(folder);
    return folder->line_break && folder->chinese &&
           (cl_is_digit((guchar)last) || last == '.' || last == ',') &&
           cl_is_digit((guchar)folder->text[folder->from]);
}

static void
settle_blank(Folder *folder, bool shuns)
{
    const size_t blank = folder->blank;
    folder->blank = SIZE_MAX;
    if (blank == SIZE_MAX || folder->shuns || shuns || is_hyphenated(folder) ||
        is_cut_number(folder) || !folder->length)
        return;
    const size_t from = folder->from, at = folder->at;
    folder->from = blank;
    folder->at = from;
    append_char(folder, ' ');
    folder->from = from;
    folder->at = at;
}

/* ½ and ² must not grow a number they stand behind: 5½ is 5 1/2, 45%² 45%^2 */
static void
part_from_number(Folder *folder, gunichar c, const char *to)
{
    const char last = last_byte(folder);
    if (is_superscript(c)) {
        if (!folder->superscript && last && !g_ascii_isalpha(last))
            append_char(folder, '^');
    } else if (cl_is_digit((guchar)last) && to && strlen(to) > 1 &&
               cl_is_digit((guchar)*to)) {
        append_char(folder, ' ');
    }
}

/* The character behind the digits that follow. */
static gunichar
char_behind_digits(const Folder *folder)
{
    for (size_t at = folder->at; at < folder->end;) {
        const ClChar next = cl_char_at(folder->text, at);
        if (g_unichar_digit_value(next.c) < 0 && next.c != '.')
            return next.c;
        at += next.length;
    }
    return 0;
}

/* 1—6月, 4月—6月, 58亿元—61亿元: in Chinese a single dash up to a digit leads
   from one end of a range to the other; a sentence may open with it. */
static bool
is_range_dash(const Folder *folder, gunichar c)
{
    enum { DASH = 0x2014 };
    static const char *const ends[] = {"月", "年", "日", "元", "亿", "万", "%"};
    if (c != DASH || folder->at >= folder->end ||
        g_unichar_digit_value(cl_char_at(folder->text, folder->at).c) < 0 ||
        !(folder->chinese || cl_char_shuns_blanks(char_behind_digits(folder))))
        return false;
    bool found = cl_is_digit((guchar)last_byte(folder));
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        const size_t length = strlen(ends[i]);
        found = found || (folder->length >= length &&
                          memcmp(folder->cased + folder->length - length,
                                 ends[i], length) == 0);
    }
    return found;
}

static void
fold_visible(Folder *folder, gunichar c, unsigned code)
{
    const char *to = code == FOLD_LIST ? cl_fold_expansion(c) : NULL;
    const gunichar first = to ? (guchar)*to : code;
    /* ＹＵ７ and ㎡ are words as YU7 and m2 are */
    const bool word =
        first > FOLD_LIST && first < 0x80 && g_ascii_isalnum((char)first);
    const bool shuns = cl_char_shuns_blanks(c) && !word;
    settle_blank(folder, shuns);
    folder->shuns = shuns;
    folder->chinese |= shuns;
    part_from_number(folder, c, to);
    folder->superscript = is_superscript(c);
    if (to)
        append_text(folder, to);
    else if (is_range_dash(folder, c))
        append_char(folder, '-');
    else
        append_char(folder, code > FOLD_LIST ? code : c);
}

static void
fold_char(Folder *folder, ClChar c)
{
    const unsigned code =
        c.mask ? (cl_is_break(c) ? ' ' : FOLD_DROP) : cl_fold_code(c.c);
    if (code == FOLD_HIDDEN)
        folder->out->hidden = true;
    if (code == FOLD_HIDDEN || code == FOLD_DROP)
        return;
    if (code != ' ' && c.c != ' ') {
        fold_visible(folder, c.c, code);
        return;
    }
    if (folder->blank == SIZE_MAX) {
        folder->blank = folder->from;
        folder->line_break = false;
    }
    folder->line_break |= c.c == '\n' || c.c == '\r';
}

/* ---- Runs --------------------------------------------------------------- */

/* A run of plain Han, or of printable ASCII without blanks, folds as it is
   but for case: nothing before it matters to its second character on. */
static size_t
run_of_ascii(const char *text, size_t at, size_t end)
{
    size_t to = at;
    while (to < end && text[to] > ' ' && text[to] < 0x7F)
        to++;
    return to - at;
}

static void
append_han(Folder *folder, size_t length)
{
    const uint32_t base = (uint32_t)(folder->from - folder->base);
    uint32_t *origin = folder->origin + folder->length;
    uint32_t *ends = folder->ends + folder->length;
    memcpy(folder->cased + folder->length, folder->text + folder->from, length);
    memcpy(folder->folded + folder->length, folder->text + folder->from,
           length);
    for (uint32_t i = 0; i < length; i += CL_HAN_BYTES) {
        origin[i] = origin[i + 1] = origin[i + 2] = base + i;
        ends[i] = ends[i + 1] = ends[i + 2] = base + i + CL_HAN_BYTES;
    }
    folder->length += length;
}

static void
append_ascii(Folder *folder, size_t length)
{
    const uint32_t base = (uint32_t)(folder->from - folder->base);
    const char *bytes = folder->text + folder->from;
    uint32_t *origin = folder->origin + folder->length;
    uint32_t *ends = folder->ends + folder->length;
    char *folded = folder->folded + folder->length;
    memcpy(folder->cased + folder->length, bytes, length);
    for (uint32_t i = 0; i < length; i++) {
        const bool capital = bytes[i] >= 'A' && bytes[i] <= 'Z';
        folded[i] = (char)(bytes[i] + (capital ? 'a' - 'A' : 0));
        origin[i] = base + i;
        ends[i] = base + i + 1;
    }
    folder->length += length;
}

/* Folds the run that begins here; false if none does. */
static bool
fold_run(Folder *folder, size_t end)
{
    const size_t han = cl_run_of_han(folder->text, folder->at, end);
    const size_t length =
        han ? han : run_of_ascii(folder->text, folder->at, end);
    if (!length)
        return false;
    folder->from = folder->at;
    folder->at += length;
    settle_blank(folder, han > 0);
    reserve(folder, length);
    if (han)
        append_han(folder, length);
    else
        append_ascii(folder, length);
    folder->shuns = han > 0;
    folder->chinese |= han > 0;
    folder->superscript = false;
    return true;
}

/* Cuts what was reserved to what was written; the end has an origin too. */
static void
finish(Folder *folder)
{
    ClFolded *out = folder->out;
    const guint length = (guint)folder->length;
    g_string_truncate(out->text, length);
    g_string_truncate(out->cased, length);
    g_array_set_size(out->ends, length);
    g_array_set_size(out->origin, length + 1);
    folder->origin[length] = (uint32_t)(folder->at - folder->base);
    out->own = (ClSpan){0, length};
}

static void
fold(const char *text, ClSpan span, ClFolded *folded)
{
    Folder folder = {.out = folded,
                     .text = text,
                     .base = span.start,
                     .at = span.start,
                     .end = span.end,
                     .blank = SIZE_MAX};
    folded->base = span.start;
    folded->hidden = false;
    reserve(&folder, span.end - span.start + 1);
    while (folder.at < span.end) {
        if (fold_run(&folder, span.end))
            continue;
        const ClChar c = cl_char_at(text, folder.at);
        folder.from = folder.at;
        folder.at += c.length;
        fold_char(&folder, c);
    }
    finish(&folder);
}

void
cl_folded_init(ClFolded *folded)
{
    *folded = (ClFolded){
        .text = g_string_new(NULL),
        .cased = g_string_new(NULL),
        .origin = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
        .ends = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
    };
}

void
cl_folded_clear(ClFolded *folded)
{
    if (!folded->text)
        return;
    g_string_free(folded->text, TRUE);
    g_string_free(folded->cased, TRUE);
    g_array_unref(folded->origin);
    g_array_unref(folded->ends);
    *folded = (ClFolded){0};
}

void
cl_fold_article(const ClArticle *article, ClSpan span, ClFolded *folded)
{
    g_return_if_fail(span.start <= span.end && span.end <= article->length);
    fold(cl_article_prose(article), span, folded);
}

void
cl_fold_text(const char *text, size_t length, ClFolded *folded)
{
    /* bytes that are no UTF-8 would be read as masks, or past the end */
    g_autofree char *valid = NULL;
    if (!cl_utf8_is_valid(text, length)) {
        valid = g_strndup(text, length);
        for (char *bad = valid; !g_utf8_validate(bad, -1, (const char **)&bad);)
            *bad = '?';
        length = strlen(valid);
    }
    fold(valid ? valid : text, (ClSpan){0, length}, folded);
}

/* A single blank between two letters or digits stays one. */
static bool
is_inner_blank(const char *text, size_t at)
{
    return at > 0 && text[at] == ' ' && g_ascii_isalnum(text[at - 1]) &&
           g_ascii_isalnum(text[at + 1]);
}

/* Names of plain Han or of words of ASCII, 小米YU7 Max: most terms are. */
static char *
fold_plain(const char *term)
{
    const size_t length = strlen(term);
    size_t at = cl_run_of_han(term, 0, length);
    for (size_t run = 1; at < length && run;) {
        run = run_of_ascii(term, at, length);
        run += is_inner_blank(term, at + run);
        at += run;
    }
    return at == length ? g_ascii_strdown(term, (gssize)length) : NULL;
}

char *
cl_fold_term(const char *term)
{
    char *plain = fold_plain(term);
    if (plain)
        return plain;
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_text(term, strlen(term), &folded);
    return g_strdup(folded.text->str);
}

/* ---- Lent text ------------------------------------------------------------- */

static void
append_blank(ClFolded *out, const ClFolded *part)
{
    const size_t length = out->text->len;
    if (!length || !part->text->len ||
        !g_ascii_isgraph(out->text->str[length - 1]) ||
        !g_ascii_isgraph(part->text->str[0]))
        return;
    cl_folded_append_words(out, " ",
                           g_array_index(out->ends, uint32_t, length - 1));
}

void
cl_folded_append(ClFolded *out, const ClFolded *part)
{
    append_blank(out, part);
    g_array_set_size(out->origin, (guint)out->text->len);
    for (size_t i = 0; i < part->text->len; i++) {
        const uint32_t base = (uint32_t)part->base;
        const uint32_t from = base + g_array_index(part->origin, uint32_t, i);
        const uint32_t end = base + g_array_index(part->ends, uint32_t, i);
        g_array_append_val(out->origin, from);
        g_array_append_val(out->ends, end);
    }
    const uint32_t last =
        (uint32_t)part->base +
        g_array_index(part->origin, uint32_t, part->text->len);
    g_array_append_val(out->origin, last);
    g_string_append_len(out->text, part->text->str, (gssize)part->text->len);
    g_string_append_len(out->cased, part->cased->str, (gssize)part->cased->len);
    out->hidden |= part->hidden;
}

void
cl_folded_append_words(ClFolded *out, const char *words, size_t at)
{
    const uint32_t place = (uint32_t)at;
    g_autofree char *small = g_ascii_strdown(words, -1);
    g_array_set_size(out->origin, (guint)out->text->len);
    for (size_t i = 0; i < strlen(words); i++) {
        g_array_append_val(out->origin, place);
        g_array_append_val(out->ends, place);
    }
    g_array_append_val(out->origin, place);
    g_string_append(out->text, small);
    g_string_append(out->cased, words);
}

/* A phrase of a cell and its header is told by what stands in the cell. */
static ClSpan
keep_own(const ClFolded *folded, ClSpan span)
{
    if (!cl_span_overlaps(span, folded->own))
        return span;
    return (ClSpan){MAX(span.start, folded->own.start),
                    MIN(span.end, folded->own.end)};
}

ClSpan
cl_folded_origin(const ClFolded *folded, ClSpan span)
{
    g_return_val_if_fail(span.start <= span.end &&
                             span.end <= folded->text->len,
                         ((ClSpan){0, 0}));
    span = keep_own(folded, span);
    const size_t start =
        folded->base + g_array_index(folded->origin, uint32_t, span.start);
    if (span.start == span.end)
        return (ClSpan){start, start};
    return (ClSpan){start, folded->base + g_array_index(folded->ends, uint32_t,
                                                        span.end - 1)};
}
