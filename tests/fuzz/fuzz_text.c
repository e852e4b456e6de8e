/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Any bytes become an article, as plain text, Markdown, HTML and JSON, that keeps what
 * text.h promises: sentences in order that hold all prose and nothing else,
 * folding that leads back into its sentence, places that only grow.
 */

#include "fuzz.h"

#include "text/article.h"
#include "text/chars.h"

enum { LONGEST_SENTENCE = 4096 };

/* ---- One sentence ------------------------------------------------------ */

static ClPlace
must_be_after(const ClArticle *article, ClSpan span, ClPlace last)
{
    const ClPlace place = cl_article_place(article, span);
    MUST(place.line && place.column && place.end_line && place.end_column,
         "a place counts from 1");
    MUST(article->laid_out || place.line > last.line ||
             (place.line == last.line && place.column >= last.column),
         "%u:%u after %u:%u", place.line, place.column, last.line, last.column);
    MUST(place.end_line > place.line ||
             (place.end_line == place.line && place.end_column >= place.column),
         "%u:%u to %u:%u", place.line, place.column, place.end_line,
         place.end_column);
    return place;
}

static void
must_quote(const ClArticle *article, ClSpan span)
{
    g_autofree char *quote = cl_article_quote(article, span);
    MUST(quote, "no quote");
    must_be_text(quote, strlen(quote));
    MUST(!strpbrk(quote, "\r\n"), "a line break in '%s'", quote);
}

/* Each folded character comes from whole characters of its sentence. */
static void
must_lead_back(const ClArticle *article, const ClFolded *folded, ClSpan span)
{
    const char *const text = folded->cased->str;
    const size_t length = folded->cased->len;
    size_t last = span.start;
    ClPlace place = {1, 1, 1, 1};
    for (size_t at = 0; at < length;) {
        const size_t next = (size_t)(g_utf8_next_char(text + at) - text);
        const ClSpan origin = cl_folded_origin(folded, (ClSpan){at, next});
        must_be_span(article->text, article->length, origin);
        MUST(origin.start < origin.end && cl_span_contains(span, origin),
             "[%zu, %zu) is not in sentence [%zu, %zu)", origin.start,
             origin.end, span.start, span.end);
        MUST(origin.start >= last, "[%zu, %zu) after %zu", origin.start,
             origin.end, last);
        place = must_be_after(article, origin, place);
        last = origin.start;
        at = next;
    }
}

static void
must_be_folded(const ClFolded *folded)
{
    const size_t length = folded->cased->len;
    MUST(folded->text->len == length && folded->origin->len == length + 1 &&
             folded->ends->len == length,
         "%zu, %zu, %u, %u bytes", folded->text->len, length,
         folded->origin->len, folded->ends->len);
    must_be_text(folded->text->str, length);
    must_be_text(folded->cased->str, length);
    for (size_t at = 0; at < length; at++)
        MUST(is_border(folded->text->str, length, at) ==
                 is_border(folded->cased->str, length, at),
             "borders differ at %zu", at);
}

/* Marks and blanks between two clauses are in neither. */
static void
must_have_clauses(const ClFolded *folded)
{
    const char *const text = folded->cased->str;
    const size_t length = folded->cased->len;
    for (size_t at = 0; at < length;
         at = (size_t)(g_utf8_next_char(text + at) - text)) {
        const ClSpan clause = cl_clause_at(text, length, at);
        must_be_span(text, length, clause);
        MUST(!g_unichar_isalnum(g_utf8_get_char(text + at)) ||
                 (clause.start <= at && at < clause.end),
             "clause [%zu, %zu) around %zu", clause.start, clause.end, at);
    }
}

/* What is folded once stays: a rule's term and a term written out agree. */
static void
must_stay_folded(const ClFolded *folded)
{
    g_autofree char *once = cl_fold_term(folded->cased->str);
    g_autofree char *twice = cl_fold_term(once);
    MUST(strcmp(once, twice) == 0, "'%s' folds to '%s'", once, twice);
    g_auto(ClFolded) again;
    cl_folded_init(&again);
    cl_fold_text(folded->cased->str, folded->cased->len, &again);
    MUST(strcmp(once, again.text->str) == 0, "as a term '%s', as text '%s'",
         once, again.text->str);
}

static void
must_fold(const ClArticle *article, ClSpan span, ClFolded *folded)
{
    cl_fold_article(article, span, folded);
    must_be_folded(folded);
    must_lead_back(article, folded, span);
    must_have_clauses(folded);
    must_stay_folded(folded);
    MUST(cl_text_width(folded->cased->str) <= 2 * folded->cased->len,
         "too wide");
}

/* ---- All sentences ----------------------------------------------------- */

/* Between two sentences stands nothing to read. */
static void
must_be_void(const ClArticle *article, size_t start, size_t end)
{
    const char *const prose = cl_article_prose(article);
    const size_t at = cl_skip_void(prose, start, end);
    MUST(at >= end, "prose at byte %zu is in no sentence", at);
}

static void
must_be_sentence(const ClArticle *article, ClSpan span)
{
    const char *const prose = cl_article_prose(article);
    must_be_span(article->text, article->length, span);
    MUST(span.start < span.end, "empty sentence at %zu", span.start);
    MUST(span.end - span.start <= LONGEST_SENTENCE, "%zu bytes",
         span.end - span.start);
    MUST(cl_skip_void(prose, span.start, span.end) == span.start &&
             cl_skip_void_back(prose, span.start, span.end) == span.end,
         "[%zu, %zu) is not trimmed", span.start, span.end);
}

static void
must_have_sentences(const ClArticle *article)
{
    g_autoptr(ClSentences) sentences = cl_sentences_new(article);
    g_auto(ClFolded) folded;
    ClSentence sentence;
    ClPlace place = {1, 1, 1, 1};
    size_t end = 0;
    unsigned paragraph = 0;
    cl_folded_init(&folded);
    while (cl_sentences_next(sentences, &sentence)) {
        must_be_sentence(article, sentence.span);
        MUST(sentence.span.start >= end, "[%zu, %zu) begins before %zu",
             sentence.span.start, sentence.span.end, end);
        must_be_void(article, end, sentence.span.start);
        MUST(sentence.paragraph >= paragraph, "paragraph %u after %u",
             sentence.paragraph, paragraph);
        place = must_be_after(article, sentence.span, place);
        must_quote(article, sentence.span);
        must_fold(article, sentence.span, &folded);
        end = sentence.span.end;
        paragraph = sentence.paragraph;
    }
    must_be_void(article, end, article->length);
}

/* ---- The article ------------------------------------------------------- */

static void
must_be_line(const char *text)
{
    if (!text)
        return;
    must_be_text(text, strlen(text));
    MUST(*text && !strpbrk(text, "\r\n"), "'%s' is no line", text);
}

static void
must_have_info(const ClArticle *article)
{
    const ClArticleInfo *const info = cl_article_info(article);
    unsigned year, month, day;
    must_be_line(info->title);
    must_be_line(info->source);
    must_be_line(info->author);
    must_be_span(article->text, article->length, info->title_span);
    MUST(!*info->date ||
             (sscanf(info->date, "%4u-%2u-%2u", &year, &month, &day) == 3 &&
              g_date_valid_dmy((GDateDay)day, (GDateMonth)month,
                               (GDateYear)year)),
         "date '%s'", info->date);
}

/* &amp; and &#20159; are read as the character they stand for. */
static bool
is_in_reference(const char *text, size_t at)
{
    enum { LONGEST = 40 };
    for (size_t i = 0; i <= at && i < LONGEST; i++)
        if (text[at - i] == '&')
            return true;
    return false;
}

/* A blank of a headline is read as the comma it stands for. */
static bool
is_parted(const ClArticle *article, size_t at)
{
    const ClSpan title = cl_article_info(article)->title_span;
    return cl_article_prose(article)[at] == ',' && at >= title.start &&
           at < title.end &&
           (article->text[at] == ' ' ||
            strncmp(article->text + at, "\xE3\x80\x80", 3) == 0);
}

/* What is no prose is masked or blank, and nothing is moved or made up. */
static void
must_be_masked(const ClArticle *article)
{
    const char *const text = article->text;
    const char *const prose = cl_article_prose(article);
    for (size_t at = 0; at < article->length; at++)
        MUST(prose[at] == text[at] || cl_is_mask(prose[at]) ||
                 prose[at] == ' ' || prose[at] == '\n' ||
                 is_parted(article, at) || is_in_reference(text, at),
             "'%c' at byte %zu reads '%c'", text[at], at, prose[at]);
    MUST(!prose[article->length], "prose of %zu bytes does not end",
         article->length);
}

/* Text in another order than the file's has the file's bytes, each once. */
static void
must_be_laid_out(const ClArticle *article, size_t size)
{
    size_t blanks = 0;
    for (size_t at = 0; at < article->length; at++) {
        const ClSpan span = cl_article_original(article, (ClSpan){at, at + 1});
        MUST(span.end == span.start + 1 && span.end <= size + 1,
             "byte %zu comes from %zu to %zu of %zu", at, span.start, span.end,
             size);
        blanks += article->text[at] == '\n';
        MUST(article->text[at] == '\n' ||
                 article->text[at] == article->bytes[span.start],
             "byte %zu is not that at %zu", at, span.start);
    }
    MUST(article->length <= size + blanks, "text was told twice");
}

static void
must_map_to_file(const ClArticle *article, size_t size)
{
    size_t last = 0;
    if (article->laid_out) {
        must_be_laid_out(article, size);
        return;
    }
    for (size_t at = 0; at <= article->length; at++) {
        const ClSpan span = cl_article_original(article, (ClSpan){at, at});
        MUST(span.start >= last && span.start <= size,
             "byte %zu comes from %zu of %zu, after %zu", at, span.start, size,
             last);
        last = span.start;
    }
}

static void
must_be_sound(const ClArticle *article, const ClNotes *notes, size_t size)
{
    if (!article) {
        MUST(cl_notes_incomplete(notes), "refused without a note");
        return;
    }
    must_be_text(article->text, article->length);
    must_have_info(article);
    must_be_masked(article);
    must_map_to_file(article, size);
    must_have_sentences(article);
}

static void
must_be_article(const char *path, const uint8_t *bytes, size_t size)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClArticle) article =
        cl_article_new(path, g_memdup2(bytes, size), size, notes);
    must_be_sound(article, notes, size);
}

static void
must_be_record(const uint8_t *bytes, size_t size)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClArticle) article = cl_article_new_record(
        "d.jsonl", g_memdup2(bytes, size), size, 0, 1, notes);
    must_be_sound(article, notes, size);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    must_be_article("a.txt", bytes, length);
    must_be_article("2025-10-01-b.md", bytes, length);
    must_be_article("c.html", bytes, length);
    must_be_record(bytes, length);
    return 0;
}
