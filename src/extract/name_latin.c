/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The names that Latin letters write: capitals show them, and in English, where
 * the first word of a sentence has one anyway, what follows.
 */
#include "extract/name_words.h"

#include <string.h>

static bool
is_capital_at(const Search *search, size_t at)
{
    const GString *cased = search->passage->text.cased;
    return at < cased->len && g_ascii_isupper(cased->str[at]);
}

static bool
has_small_letter(const Search *search, ClSpan span)
{
    const char *cased = search->passage->text.cased->str;
    for (size_t i = span.start; i < span.end; i++)
        if (g_ascii_islower(cased[i]))
            return true;
    return false;
}

static size_t
skip_word(const Search *search, size_t at)
{
    while (name_letter_at(search, at) ||
           (at < search->length && strchr("-.&+", search->text[at]) &&
            name_letter_at(search, at + 1)))
        at++;
    return at;
}

/* Mustang GTD, Guming, Hemu & Sons: words with capitals or digits, one after
   the other. */
static ClSpan
read_run(const Search *search, size_t at)
{
    ClSpan run = {at, at};
    while (is_capital_at(search, at) ||
           (at > run.start && at < search->length &&
            g_ascii_isdigit(search->text[at])) ||
           (at == run.start && name_letter_at(search, at))) {
        run.end = skip_word(search, at);
        if (run.end >= search->length || search->text[run.end] != ' ')
            break;
        at = run.end + 1;
        if (g_str_has_prefix(search->text + at, "& "))
            at += 2;
    }
    return run;
}

/* Guming runs, Guming already runs, Ford's. */
static bool
acts_at(const Search *search, size_t at)
{
    if (g_str_has_prefix(search->text + at, "'s "))
        return true;
    for (int words = 0; words < 2; words++) {
        if (at >= search->length || search->text[at] != ' ')
            return false;
        if (search_word_at(search, at + 1, CL_NAMES_ACTS))
            return true;
        at = skip_word(search, at + 1);
    }
    return false;
}

/* …; Hemu, which makes scooters, …, while over at Hemu: a capital that opens a
   part of a sentence and not all of it. */
static bool
opens_part(const Search *search, size_t at)
{
    static const char *const words[] = {"while ", "whereas "};
    if (at == 0 && passage_follows_semicolon(search->run, search->passage))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t length = strlen(words[i]);
        if (at > length &&
            memcmp(search->text + at - length, words[i], length) == 0)
            return true;
    }
    return false;
}

/* Norvane of rival Norvane: what stands before it is a word for a company. */
static ClSpan
skip_trade(const Search *search, ClSpan run)
{
    const size_t end = search_word_at(search, run.start, CL_NAMES_TRADES);
    return end && end < run.end && search->text[end] == ' '
               ? (ClSpan){end + 1, run.end}
               : run;
}

static bool
is_unknown(const Search *search, ClSpan run)
{
    const size_t common = search_word_at(search, run.start, CL_NAMES_COMMON);
    return run.end >= run.start + 2 && is_capital_at(search, run.start) &&
           g_ascii_isalpha(search->text[run.start]) &&
           !(common && common >= run.end) && !name_has_hit(search, run) &&
           !name_time_over(search, run);
}

/* Its last word is that of a firm: Marlow Motors. */
static bool
is_firm(const Search *search, ClSpan run)
{
    size_t at = run.end;
    while (at > run.start && search->text[at - 1] != ' ')
        at--;
    return at > run.start && search_word_at(search, at, CL_NAMES_FIRMS);
}

/* said, or what only a company does. */
static bool
says_or_acts_at(const Search *search, size_t at)
{
    return at < search->length &&
           (acts_at(search, at) || name_hit_at(search, at + 1, CL_ROLE_SPEECH));
}

/* ---- What is said beside ------------------------------------------------------ */

static ClSpan
clause_behind(const Search *search, ClSpan clause)
{
    size_t at = clause.end;
    while (at < search->length && strchr(", ", search->text[at]))
        at++;
    return at < search->length && at > clause.end
               ? search_clause(search, at)
               : (ClSpan){search->length, search->length};
}

static bool
speaks_at(const Search *search, size_t at)
{
    return name_hit_at(search, at, CL_ROLE_SPEECH) != NULL;
}

/* Hemu, a regional carrier, lost; Hemu, by contrast, lost; Hemu, a studio,
   said: a person is no studio. */
static bool
is_apposed(const Search *search, ClSpan clause, ClSpan run)
{
    if (run.end != clause.end)
        return false;
    const ClSpan aside = clause_behind(search, clause);
    const ClSpan next = clause_behind(search, aside);
    if (next.start >= search->length ||
        !search_word_at(search, aside.start, CL_NAMES_ASIDES))
        return false;
    return search_word_at(search, next.start, CL_NAMES_ACTS) ||
           (speaks_at(search, next.start) &&
            (name_match_word(search, aside.start, "which") ||
             name_find_word(search, aside, CL_NAMES_TRADES)));
}

/* At Hemu, revenue …; As for Hemu, …; Over at Hemu's mills: who is turned to. */
static bool
read_setting(const Search *search, ClSpan clause, Name *name)
{
    const size_t end = search_word_at(search, clause.start, CL_NAMES_SETTINGS);
    if (!end || end >= clause.end || search->text[end] != ' ')
        return false;
    const ClSpan run = skip_trade(search, read_run(search, end + 1));
    *name = (Name){run, NAME_STRANGE, 0};
    return is_unknown(search, run) &&
           (run.end == clause.end ||
            g_str_has_prefix(search->text + run.end, "'s "));
}

/* ---- Inside a clause ----------------------------------------------------------- */

/* rival Norvane, studio Hemu: the word before is one for a company. */
static bool
follows_trade(const Search *search, size_t at, size_t start)
{
    if (at < start + 2)
        return false;
    size_t word = at - 1;
    while (word > start && search->text[word - 1] != ' ')
        word--;
    const size_t end = search_word_at(search, word, CL_NAMES_TRADES);
    return end && end + 1 == at;
}

/* Hemu's revenue: a measure within two words of what is owned. */
static bool
owns_measure(const Search *search, size_t at)
{
    if (!g_str_has_prefix(search->text + at, "'s "))
        return false;
    at += strlen("'s ");
    for (int words = 0; words < 3 && at < search->length; words++) {
        if (name_hit_at(search, at, CL_ROLE_MEASURE))
            return true;
        at = skip_word(search, at) + 1;
    }
    return false;
}

/* Chief Executive Jane Field made: a person. */
static bool
has_office(const Search *search, ClSpan clause, ClSpan run)
{
    return name_find_word(search, (ClSpan){clause.start, run.end},
                          CL_NAMES_OFFICES);
}

/* Hemu, which has: what is told of who was named last. */
static bool
has_aside(const Search *search, size_t at)
{
    static const char which[] = ", which ";
    return g_str_has_prefix(search->text + at, which) &&
           search_word_at(search, at + strlen(which), CL_NAMES_ACTS);
}

/* Hemu of Leeds, which has: a place. */
static bool
is_led(const Search *search, size_t start)
{
    static const char *const leads[] = {" of ", " in ", " near ", " from "};
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++)
        if (start >= strlen(leads[i]) &&
            memcmp(search->text + start - strlen(leads[i]), leads[i],
                   strlen(leads[i])) == 0)
            return true;
    return false;
}

static bool
is_inner(const Search *search, ClSpan clause, ClSpan run)
{
    if (!is_unknown(search, run) || has_office(search, clause, run) ||
        name_find_word(search, run, CL_NAMES_COMMON))
        return false;
    if (follows_trade(search, run.start, clause.start))
        return says_or_acts_at(search, run.end);
    return owns_measure(search, run.end) ||
           (has_aside(search, run.end) && !is_led(search, run.start)) ||
           (run.end < search->length && search->text[run.end] == ' ' &&
            search_word_at(search, run.end + 1, CL_NAMES_ACTS));
}

/* Microsoft-backed Larkfield: the word that holds a hit goes before. */
static size_t
skip_backed(const Search *search, size_t at)
{
    static const char *const tails[] = {"-backed", "-owned", "-funded",
                                        "-controlled"};
    const size_t end = skip_word(search, at);
    for (size_t i = 0; i < G_N_ELEMENTS(tails); i++)
        if (end > at + strlen(tails[i]) &&
            g_str_has_prefix(search->text + end - strlen(tails[i]), tails[i]))
            return end;
    return 0;
}

/* Hemu Pay had: capitals behind the rule's own subject make another name of it;
   Hemu Motors, Hemu Chief Field and HEMU SALES ROSE do not. */
static void
add_extended(Search *search, ClSpan clause)
{
    for (unsigned i = search_from(search->subjects, clause.start);
         i < search->subjects->len; i++) {
        const ClSpan own = g_array_index(search->subjects, ClHit, i).span;
        if (own.start >= clause.end)
            break;
        if (own.end >= clause.end || search->text[own.end] != ' ' ||
            !is_capital_at(search, own.end + 1))
            continue;
        const ClSpan run = read_run(search, own.end + 1);
        const Name name = {run, NAME_STRANGE, 0};
        const size_t verb = run.end + 1;
        if (is_unknown(search, run) && !has_office(search, clause, run) &&
            !name_find_word(search, run, CL_NAMES_COMMON) &&
            !name_find_word(search, run, CL_NAMES_FIRMS) &&
            !is_capital_at(search, verb) &&
            (owns_measure(search, run.end) ||
             (run.end < search->length && search->text[run.end] == ' ' &&
              search_word_at(search, verb, CL_NAMES_ACTS))))
            g_array_append_val(search->names, name);
    }
}

void
name_add_inner(Search *search, ClSpan clause)
{
    add_extended(search, clause);
    for (size_t at = clause.start; at < clause.end;) {
        if (!name_letter_at(search, at)) {
            at++;
            continue;
        }
        const size_t backed = skip_backed(search, at);
        const ClSpan run = read_run(search, at);
        Name name = {run, NAME_STRANGE, 0};
        if (at > 0 && strchr(" \"(", search->text[at - 1]) && !backed &&
            is_inner(search, clause, run))
            g_array_append_val(search->names, name);
        at = backed ? backed
                    : MAX(is_capital_at(search, at) ? run.end : 0,
                          skip_word(search, at));
    }
}

/* ---- Heads ---------------------------------------------------------------------- */

/* In Chinese any foreign name will do; in English the word that opens a
   sentence has a capital anyway. */
bool
name_read_latin(const Search *search, ClSpan clause, Name *name)
{
    if (read_setting(search, clause, name))
        return true;
    const ClSpan whole = read_run(search, clause.start);
    const ClSpan run = skip_trade(search, whole);
    if (run.end < run.start + 2 || !g_ascii_isalpha(search->text[run.start]))
        return false;
    *name = (Name){run, NAME_STRANGE, 0};
    /* For 2024 revenue had risen: a phrase put first */
    if (search_word_at(search, run.start, CL_NAMES_OPENERS))
        return false;
    const size_t common = search_word_at(search, run.start, CL_NAMES_COMMON);
    if ((common && common >= run.end) || name_has_hit(search, run) ||
        name_time_over(search, run))
        return false;
    if (run.start > whole.start || is_firm(search, run))
        return says_or_acts_at(search, run.end) || is_firm(search, run) ||
               is_apposed(search, clause, run);
    if (name_only_speaks(search, (ClSpan){run.end, clause.end}))
        return false;
    if (!name_han_at(search, run.end))
        return is_capital_at(search, run.start) &&
               (is_apposed(search, clause, run) ||
                owns_measure(search, run.end) ||
                /* Then it sold: any word may open an English sentence */
                (!name_is_ordinary(search, run) &&
                 (acts_at(search, run.end) || opens_part(search, run.start))));
    const bool word = is_capital_at(search, run.start)
                          ? has_small_letter(search, run)
                          : memchr(search->text + run.start, ' ',
                                   run.end - run.start) != NULL;
    return word || name_is_shown(search, run.end);
}
