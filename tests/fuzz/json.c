/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A JSON value is recognised, strictly by RFC 8259, nothing is built.  Every
 * reader takes where its value must begin and gives where it ended, NULL
 * where there is none.
 */

#include "json.h"

#include <string.h>

enum { DEEPEST = 64 };

static const char *read_value(const char *at, int depth);

static const char *
skip_blanks(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

static const char *
read_escape(const char *at)
{
    if (*at != 'u')
        return *at && strchr("\"\\/bfnrt", *at) ? at + 1 : NULL;
    return strspn(at + 1, "0123456789abcdefABCDEF") >= 4 ? at + 5 : NULL;
}

static const char *
read_string(const char *at)
{
    if (*at++ != '"')
        return NULL;
    while (at && *at != '"') {
        if ((unsigned char)*at < 0x20)
            return NULL;
        at = *at == '\\' ? read_escape(at + 1) : at + 1;
    }
    return at ? at + 1 : NULL;
}

static const char *
read_digits(const char *at)
{
    const size_t count = strspn(at, "0123456789");
    return count ? at + count : NULL;
}

static const char *
read_number(const char *at)
{
    at += *at == '-';
    at = *at == '0' ? at + 1 : read_digits(at);
    if (at && *at == '.')
        at = read_digits(at + 1);
    if (at && *at && strchr("eE", *at)) {
        at++;
        at = read_digits(at + (*at == '-' || *at == '+'));
    }
    return at;
}

static const char *
read_member(const char *at, int depth)
{
    at = read_string(at);
    at = at ? skip_blanks(at) : "";
    return *at == ':' ? read_value(skip_blanks(at + 1), depth) : NULL;
}

/* A list or an object, from its opening bracket. */
static const char *
read_items(const char *at, char close, int depth)
{
    at = skip_blanks(at + 1);
    if (*at == close)
        return at + 1;
    while (depth < DEEPEST) {
        at = close == '}' ? read_member(at, depth) : read_value(at, depth);
        at = at ? skip_blanks(at) : "";
        if (*at == close)
            return at + 1;
        if (*at != ',')
            return NULL;
        at = skip_blanks(at + 1);
    }
    return NULL;
}

static const char *
read_value(const char *at, int depth)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(at, words[i], strlen(words[i])) == 0)
            return at + strlen(words[i]);
    }
    switch (*at) {
    case '"':
        return read_string(at);
    case '[':
        return read_items(at, ']', depth + 1);
    case '{':
        return read_items(at, '}', depth + 1);
    default:
        return read_number(at);
    }
}

size_t
json_value(const char *text)
{
    const char *const end = read_value(skip_blanks(text), 0);
    return end ? (size_t)(end - text) : 0;
}

bool
json_is_valid(const char *text)
{
    const size_t length = json_value(text);
    return length && !*skip_blanks(text + length);
}
