/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A line of JSON becomes an article's text and what it says of itself.
 * Values that are no strings, and what is nested, are passed over by their
 * brackets; a text's escapes leave marks that lead back.
 */
#include "text/record.h"

#include <string.h>

enum { DEEPEST = 64 };

typedef struct {
    const char *line, *p, *end;
    const char *mistake;
} Reader;

static bool
refuse(Reader *reader, const char *mistake)
{
    if (!reader->mistake)
        reader->mistake = mistake;
    return false;
}

static void
skip_blanks(Reader *reader)
{
    while (reader->p < reader->end && strchr(" \t\r\n", *reader->p))
        reader->p++;
}

static bool
take(Reader *reader, char wanted)
{
    skip_blanks(reader);
    if (reader->p >= reader->end || *reader->p != wanted)
        return false;
    reader->p++;
    return true;
}

/* ---- Strings --------------------------------------------------------------- */

static void
add_mark(const Reader *reader, const GString *text, GArray *marks)
{
    const ClMark mark = {text->len, (size_t)(reader->p - reader->line)};
    if (marks)
        g_array_append_val(marks, mark);
}

static bool
take_hex(Reader *reader, gunichar *unit)
{
    *unit = 0;
    for (unsigned i = 0; i < 4; i++, reader->p++) {
        if (reader->p >= reader->end || !g_ascii_isxdigit(*reader->p))
            return refuse(reader, "\\u wants four hexadecimal digits");
        *unit = *unit << 4 | (gunichar)g_ascii_xdigit_value(*reader->p);
    }
    return true;
}

static bool
is_low_half(const Reader *reader)
{
    return reader->end - reader->p >= 6 && reader->p[0] == '\\' &&
           reader->p[1] == 'u' && strchr("dD", reader->p[2]) &&
           strchr("cdefCDEF", reader->p[3]);
}

/* Behind \u; half a pair is U+FFFD, as is what no text holds. */
static bool
take_code(Reader *reader, GString *out)
{
    gunichar c, low;
    if (!take_hex(reader, &c))
        return false;
    if (c >= 0xD800 && c < 0xDC00 && is_low_half(reader)) {
        reader->p += 2;
        if (!take_hex(reader, &low))
            return false;
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    g_string_append_unichar(out,
                            c == 0 || (c >= 0xD800 && c < 0xE000) ? 0xFFFD : c);
    return true;
}

static bool
take_escape(Reader *reader, GString *out)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    reader->p++;
    const char *found =
        reader->p < reader->end && *reader->p ? strchr(from, *reader->p) : NULL;
    if (found) {
        g_string_append_c(out, to[found - from]);
        reader->p++;
        return true;
    }
    if (reader->p >= reader->end || *reader->p != 'u')
        return refuse(reader, "no such escape");
    reader->p++;
    return take_code(reader, out);
}

/* The way back is counted from the last mark: one every so often keeps it
   short. */
static void
mark_often(const Reader *reader, const GString *text, GArray *marks)
{
    enum { OFTEN = 512 };
    const bool begins = ((unsigned char)*reader->p & 0xC0) != 0x80;
    if (marks && begins &&
        text->len >= g_array_index(marks, ClMark, marks->len - 1).text + OFTEN)
        add_mark(reader, text, marks);
}

/* The string that begins here; marks, if wanted, say where its bytes stand. */
static bool
take_string(Reader *reader, GString *out, GArray *marks)
{
    if (!take(reader, '"'))
        return refuse(reader, "a string was expected");
    add_mark(reader, out, marks);
    while (reader->p < reader->end && *reader->p != '"') {
        if ((unsigned char)*reader->p < ' ')
            return refuse(reader, "a control character in a string");
        if (*reader->p != '\\') {
            mark_often(reader, out, marks);
            g_string_append_c(out, *reader->p++);
            continue;
        }
        add_mark(reader, out, marks);
        if (!take_escape(reader, out))
            return false;
        add_mark(reader, out, marks);
    }
    return take(reader, '"') || refuse(reader, "a string has no end");
}

/* ---- Other values ------------------------------------------------------------ */

static bool
skip_value(Reader *reader)
{
    unsigned depth = 0;
    g_autoptr(GString) ignored = g_string_new(NULL);
    for (;;) {
        skip_blanks(reader);
        if (reader->p >= reader->end)
            return refuse(reader, "a value has no end");
        const char c = *reader->p;
        if (c == '"') {
            if (!take_string(reader, ignored, NULL))
                return false;
        } else if (strchr("[{", c)) {
            if (++depth > DEEPEST)
                return refuse(reader, "nested too deep");
            reader->p++;
        } else if (depth && strchr("]}", c)) {
            depth--;
            reader->p++;
        } else if (depth && strchr(",:", c)) {
            reader->p++;
            continue;
        } else {
            const size_t length = strspn(reader->p, "-+.0123456789eEaflnrstu");
            if (!length)
                return refuse(reader, "a value was expected");
            reader->p += length;
        }
        if (depth == 0)
            return true;
    }
}

/* ---- The object -------------------------------------------------------------- */

static char **
field_of(ClRecord *record, const char *key)
{
    const struct {
        const char *key;
        char **field;
    } fields[] = {
        {"title", &record->title},    {"headline", &record->title},
        {"date", &record->date},      {"date_published", &record->date},
        {"published", &record->date}, {"source", &record->source},
        {"outlet", &record->source},  {"author", &record->author},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (strcmp(fields[i].key, key) == 0)
            return fields[i].field;
    return NULL;
}

static bool
take_text(Reader *reader, ClDecoded *out)
{
    GString *text = g_string_new(NULL);
    cl_decoded_clear(out);
    *out = (ClDecoded){.marks = g_array_new(FALSE, FALSE, sizeof(ClMark)),
                       .width = CL_WIDTH_UTF8};
    const bool good = take_string(reader, text, out->marks);
    out->length = text->len;
    out->text = g_string_free(text, FALSE);
    return good;
}

/* The headline is read like the text, as a line above it. */
static void
put_headline(ClRecord *record, ClDecoded *headline)
{
    static const char apart[] = "\n\n";
    ClDecoded *text = &record->text;
    const size_t moved = headline->length + strlen(apart);
    if (!headline->length || g_str_has_prefix(text->text, headline->text))
        return;
    for (guint i = 0; i < text->marks->len; i++)
        g_array_index(text->marks, ClMark, i).text += moved;
    g_array_prepend_vals(text->marks, headline->marks->data,
                         headline->marks->len);
    char *whole = g_strconcat(headline->text, apart, text->text, NULL);
    g_free(text->text);
    text->text = whole;
    text->length += moved;
    record->headline = (ClSpan){0, headline->length};
}

static bool
take_title(Reader *reader, ClRecord *out, ClDecoded *headline)
{
    if (!take_text(reader, headline))
        return false;
    if (headline->length)
        out->title = g_strdup(headline->text);
    return true;
}

static bool
take_member(Reader *reader, ClRecord *out, ClDecoded *headline)
{
    g_autoptr(GString) key = g_string_new(NULL);
    if (!take_string(reader, key, NULL) ||
        !(take(reader, ':') || refuse(reader, "':' was expected")))
        return false;
    skip_blanks(reader);
    const bool string = reader->p < reader->end && *reader->p == '"';
    char **field = string ? field_of(out, key->str) : NULL;
    if (string && strcmp(key->str, "text") == 0)
        return take_text(reader, &out->text);
    if (!field || *field)
        return skip_value(reader);
    if (field == &out->title)
        return take_title(reader, out, headline);
    g_autoptr(GString) value = g_string_new(NULL);
    if (!take_string(reader, value, NULL))
        return false;
    if (value->len)
        *field = g_strdup(value->str);
    return true;
}

static bool
take_object(Reader *reader, ClRecord *out, ClDecoded *headline)
{
    if (!take(reader, '{'))
        return refuse(reader, "a line is an object: {\"text\": \"…\"}");
    if (!take(reader, '}')) {
        do {
            if (!take_member(reader, out, headline))
                return false;
        } while (take(reader, ','));
        if (!take(reader, '}'))
            return refuse(reader, "',' or '}' was expected");
    }
    skip_blanks(reader);
    if (reader->p < reader->end)
        return refuse(reader, "one object a line");
    return out->text.text || refuse(reader, "the object has no \"text\"");
}

const char *
cl_record_read(const char *line, size_t length, ClRecord *out, size_t *at)
{
    Reader reader = {line, line, line + length, NULL};
    ClDecoded headline = {0};
    *out = (ClRecord){0};
    const bool good = take_object(&reader, out, &headline);
    if (good)
        put_headline(out, &headline);
    cl_decoded_clear(&headline);
    if (good)
        return NULL;
    *at = (size_t)(reader.p - line);
    cl_record_clear(out);
    return reader.mistake;
}

void
cl_record_clear(ClRecord *record)
{
    g_clear_pointer(&record->title, g_free);
    g_clear_pointer(&record->date, g_free);
    g_clear_pointer(&record->source, g_free);
    g_clear_pointer(&record->author, g_free);
    cl_decoded_clear(&record->text);
}
