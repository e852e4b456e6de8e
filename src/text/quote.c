/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A span becomes the words people see there: one line, without mark-up and
 * hidden characters, blanks as written except where a line was broken.
 */

#include "text/article.h"

typedef struct {
    GString *out;
    const char *blank; /* as written, not yet appended, or NULL */
    gunichar last;     /* the last character appended */
    bool line_break;   /* the blank holds a line break */
    bool chinese;      /* a character that suffers no blanks was met */
} Quoter;

static void
settle_blank(Quoter *quoter, gunichar next)
{
    const bool hyphen = quoter->last == '-' && g_unichar_isalnum(next);
    const bool number = quoter->chinese && g_unichar_isdigit(next) &&
                        (g_unichar_isdigit(quoter->last) ||
                         quoter->last == '.' || quoter->last == ',');
    const bool joined =
        quoter->line_break && (cl_char_shuns_blanks(quoter->last) ||
                               cl_char_shuns_blanks(next) || hyphen || number);
    if (quoter->blank && quoter->out->len && !joined)
        g_string_append_c(quoter->out, ' ');
    quoter->blank = NULL;
    quoter->line_break = false;
}

static void
quote_char(Quoter *quoter, const char *at, ClChar c)
{
    const unsigned code =
        c.mask ? (cl_is_break(c) ? ' ' : FOLD_DROP) : cl_fold_code(c.c);
    if (code == FOLD_HIDDEN || (code == FOLD_DROP && (c.mask || c.c < 0xA0)))
        return;
    if (code == ' ' || c.c == ' ') {
        quoter->blank = at;
        quoter->line_break |= c.c == '\n' || c.c == '\r';
        return;
    }
    settle_blank(quoter, c.c);
    g_string_append_len(quoter->out, at, c.length);
    quoter->last = c.c;
    quoter->chinese |= cl_char_shuns_blanks(c.c);
}

char *
cl_article_quote(const ClArticle *article, ClSpan span)
{
    g_return_val_if_fail(span.start <= span.end && span.end <= article->length,
                         NULL);
    const char *prose = cl_article_prose(article);
    Quoter quoter = {.out = g_string_new(NULL)};
    for (size_t at = span.start; at < span.end;) {
        const ClChar c = cl_char_at(prose, at);
        quote_char(&quoter, prose + at, c);
        at += c.length;
    }
    return g_string_free(quoter.out, FALSE);
}
