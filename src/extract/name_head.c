/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The name at the head of a clause, known or not: its words, its place and
 * what follows show it.  A comparison (比苹果高) names nobody whose figure
 * follows, nor does who only speaks.
 */
#include "extract/search.h"

#include <string.h>

enum { SHORTEST_HAN = 6, LONGEST_HAN = 24 };

/* ---- Words ---------------------------------------------------------------- */

static bool
is_letter_at(const Search *search, size_t at)
{
    return at < search->length && g_ascii_isalnum(search->text[at]);
}

static bool
is_han_at(const Search *search, size_t at)
{
    return at < search->length &&
           cl_char_is_han(g_utf8_get_char(search->text + at));
}

/* A Latin word stands between what are no letters. */
static size_t
match_word(const Search *search, size_t at, const char *word)
{
    const size_t length = strlen(word);
    if (at + length > search->length ||
        memcmp(search->text + at, word, length) != 0)
        return 0;
    const bool latin = g_ascii_isalpha(*word);
    if (latin && ((at > 0 && is_letter_at(search, at - 1)) ||
                  is_letter_at(search, at + length)))
        return 0;
    return at + length;
}

size_t
search_word_at(const Search *search, size_t at, ClNameWords kind)
{
    const char *const *words = cl_rule_set_names(search->run->rules, kind);
    size_t end = 0;
    for (; *words && !end; words++)
        end = match_word(search, at, *words);
    return end;
}

/** Where the first such word within a span ends, or 0. */
static size_t
find_word(const Search *search, ClSpan span, ClNameWords kind)
{
    for (size_t at = span.start; at < span.end;
         at = (size_t)(g_utf8_next_char(search->text + at) - search->text)) {
        const size_t end = search_word_at(search, at, kind);
        if (end && end <= span.end)
            return end;
    }
    return 0;
}

/* Whether a word that every rule knows, or this one does, is in a span. */
static bool
has_hit(const Search *search, ClSpan span)
{
    for (unsigned i = search_from(search->hits, span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (!cl_span_overlaps(hit->span, span))
            continue;
        for (ClRole role = 0; role <= CL_ROLE_LAST; role++)
            if (hit_has_role(search->run->rules, hit, search->rule_index, role))
                return true;
    }
    return false;
}

/** The hit with a role that begins at a byte, the longest; or NULL. */
static const ClHit *
hit_at(const Search *search, size_t at, ClRole role)
{
    for (unsigned i = search_from(search->hits, at); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > at)
            break;
        if (hit->span.start == at &&
            hit_has_role(search->run->rules, hit, search->rule_index, role))
            return hit;
    }
    return NULL;
}

static const ClTime *
time_over(const Search *search, ClSpan span)
{
    const GArray *times = passage_times(search->run, search->passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (cl_span_overlaps(time->span, span))
            return time;
    }
    return NULL;
}

/* Where the first word of a speaker within a span ends, or 0. */
static size_t
find_speech(const Search *search, ClSpan span)
{
    for (unsigned i = search_from(search->hits, span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (cl_span_contains(span, hit->span) &&
            hit_has_role(search->run->rules, hit, 0, CL_ROLE_SPEECH))
            return hit->span.end;
    }
    return 0;
}

/* 雷军表示, Tim Cook said: nobody's figures.  称其门店, said it had: his own. */
static bool
only_speaks(const Search *search, ClSpan behind)
{
    size_t end = find_speech(search, behind);
    if (!end)
        end = find_word(search, behind, CL_NAMES_EXPECTS);
    if (!end)
        return false;
    return !(g_str_has_prefix(search->text + end, " it") ||
             g_str_has_prefix(search->text + end, "其"));
}

/* ---- Readers ---------------------------------------------------------------- */

/* 福特 or Ford's at the head of a clause. */
static bool
read_listed(const Search *search, ClSpan clause, Name *name)
{
    const ClHit *hit = hit_at(search, clause.start, CL_ROLE_NAME);
    if (!hit || search_is_own(search, hit->span) ||
        only_speaks(search, (ClSpan){hit->span.end, clause.end}))
        return false;
    *name = (Name){hit->span, NAME_LISTED, hit->term};
    return true;
}

static const ClQuantity *
quantity_at(const Search *search, size_t at)
{
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->span.start == at)
            return quantity;
    }
    return NULL;
}

/* 有9914家: what is had is a figure. */
static bool
has_figure(const Search *search, size_t at)
{
    return g_str_has_prefix(search->text + at, "有") &&
           quantity_at(search, at + strlen("有"));
}

/* 魅族22电池: the number of a model counts nothing. */
static bool
has_model_number(const Search *search, size_t at)
{
    const ClQuantity *quantity = quantity_at(search, at);
    size_t end = at;
    while (end < search->length && g_ascii_isdigit(search->text[end]))
        end++;
    return end > at && (!quantity || !quantity->unit) &&
           (hit_at(search, end, CL_ROLE_MEASURE) ||
            (end + 1 < search->length && search->text[end] == ' ' &&
             g_ascii_isalpha(search->text[end + 1])));
}

static bool
is_place_at(const Search *search, size_t at)
{
    size_t count = 0;
    const ClHit *hit = hit_at(search, at, CL_ROLE_SHARED);
    const ClTermUse *use =
        hit ? cl_rule_set_uses(search->run->rules, hit->term, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (use[i].role == CL_ROLE_SHARED && use[i].facet == CL_FACET_REGION)
            return true;
    return false;
}

/* What shows that what stands before is a name: a time, a place, what only a
   company does, its 的, its number. */
static bool
shows_name(const Search *search, size_t at)
{
    const ClTime *time = time_over(search, (ClSpan){at, at + 1});
    return (time && time->span.start == at && time->kind != CL_TIME_WINDOW) ||
           search_word_at(search, at, CL_NAMES_ACTS) ||
           search_word_at(search, at, CL_NAMES_CONTRASTS) ||
           has_figure(search, at) || has_model_number(search, at) ||
           is_place_at(search, at) ||
           (g_str_has_prefix(search->text + at, "的") &&
            hit_at(search, at + strlen("的"), CL_ROLE_MEASURE));
}

/* 小红书 before 月活跃用户: so many Han are no adjective; of what a period
   brought two will do, for 广告收入 is not the company's either. */
static bool
owns_measure(const Search *search, ClSpan head)
{
    enum { SHORT_HEAD = 6, LONG_HEAD = 9 };
    const size_t enough =
        search->rule->time == CL_TIME_OF_PERIOD ? SHORT_HEAD : LONG_HEAD;
    return head.end - head.start >= enough &&
           (hit_at(search, head.end, CL_ROLE_MEASURE) ||
            (head.start == 0 && hit_at(search, head.end, CL_ROLE_RIVAL))) &&
           !search_word_at(search, head.start, CL_NAMES_ACTS);
}

static bool
is_strange(const Search *search, ClSpan head, ClSpan clause)
{
    return !has_hit(search, head) && !time_over(search, head) &&
           !find_word(search, head, CL_NAMES_COMMON) &&
           !only_speaks(search, (ClSpan){head.end, clause.end});
}

/* 沪上阿姨 before 上半年, 茶百道集团: Han without any word that is known. */
static bool
read_han(const Search *search, ClSpan clause, Name *name)
{
    size_t at = clause.start;
    while (at < clause.end && at - clause.start <= LONGEST_HAN &&
           is_han_at(search, at)) {
        at = (size_t)(g_utf8_next_char(search->text + at) - search->text);
        const ClSpan head = {clause.start, at};
        if (at - clause.start < SHORTEST_HAN)
            continue;
        *name = (Name){head, NAME_STRANGE, 0};
        if (search_word_at(search, at, CL_NAMES_KINDS) ||
            shows_name(search, at) || owns_measure(search, head))
            return is_strange(search, head, clause);
    }
    return false;
}

/* 反观禾木，收入…; 垫底的是禾木，收入…: Han from a topic's word to the end of
   the clause. */
static bool
read_topic(const Search *search, ClSpan clause, Name *name)
{
    enum { LONGEST_TOPIC = 12 };
    for (size_t at = clause.start; at < clause.end;
         at = (size_t)(g_utf8_next_char(search->text + at) - search->text)) {
        size_t end = search_word_at(search, at, CL_NAMES_TOPICS);
        if (!end ||
            (at > clause.start && !g_str_has_prefix(search->text + at, "的")))
            continue;
        const ClSpan head = {end, clause.end};
        while (end < clause.end && is_han_at(search, end))
            end = (size_t)(g_utf8_next_char(search->text + end) - search->text);
        if (end < clause.end || head.end < head.start + SHORTEST_HAN ||
            head.end > head.start + LONGEST_TOPIC)
            continue;
        *name = (Name){head, NAME_STRANGE, 0};
        return is_strange(search, head, clause);
    }
    return false;
}

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
    while (is_letter_at(search, at) ||
           (at < search->length && strchr("-.&+", search->text[at]) &&
            is_letter_at(search, at + 1)))
        at++;
    return at;
}

/* Mustang GTD, Guming: words with capitals or digits, one after the other. */
static ClSpan
read_run(const Search *search, size_t at)
{
    ClSpan run = {at, at};
    while (is_capital_at(search, at) ||
           (at > run.start && at < search->length &&
            g_ascii_isdigit(search->text[at])) ||
           (at == run.start && is_letter_at(search, at))) {
        run.end = skip_word(search, at);
        if (run.end >= search->length || search->text[run.end] != ' ')
            break;
        at = run.end + 1;
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

/* In Chinese any foreign name will do; in English the word that opens a
   sentence has a capital anyway. */
static bool
read_latin(const Search *search, ClSpan clause, Name *name)
{
    const ClSpan run = read_run(search, clause.start);
    if (run.end < run.start + 2 || !g_ascii_isalpha(search->text[run.start]))
        return false;
    *name = (Name){run, NAME_STRANGE, 0};
    /* For 2024 revenue had risen: a phrase put first */
    if (search_word_at(search, run.start, CL_NAMES_OPENERS))
        return false;
    const size_t common = search_word_at(search, run.start, CL_NAMES_COMMON);
    if ((common && common >= run.end) || has_hit(search, run) ||
        time_over(search, run) ||
        only_speaks(search, (ClSpan){run.end, clause.end}))
        return false;
    if (!is_han_at(search, run.end))
        return is_capital_at(search, run.start) &&
               (acts_at(search, run.end) || opens_part(search, run.start));
    const bool word = is_capital_at(search, run.start)
                          ? has_small_letter(search, run)
                          : memchr(search->text + run.start, ' ',
                                   run.end - run.start) != NULL;
    return word || shows_name(search, run.end);
}

static size_t
skip_blanks(const Search *search, size_t at)
{
    while (at < search->length && search->text[at] == ' ')
        at++;
    return at;
}

/* 而, while, 截至6月底: what may stand before a name. */
static size_t
skip_turn(const Search *search, size_t at)
{
    enum { MOST_TURNS = 3 };
    for (int i = 0; i < MOST_TURNS && at < search->length; i++) {
        const ClTime *time = time_over(search, (ClSpan){at, at + 1});
        size_t end = search_word_at(search, at, CL_NAMES_TURNS);
        if (!end && time && time->span.start == at)
            end = time->span.end;
        if (!end)
            break;
        at = skip_blanks(search, end);
    }
    const size_t end = match_word(search, at, "the");
    return end && end < search->length ? end + 1 : at;
}

/* 后者, 对手: a word for somebody. */
static bool
read_word(const Search *search, ClSpan clause, Name *name)
{
    static const struct {
        ClNameWords words;
        int kind;
    } rows[] = {{CL_NAMES_OTHERS, NAME_STRANGE},
                {CL_NAMES_FORMER, NAME_FORMER},
                {CL_NAMES_LATTER, NAME_LATTER}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const size_t end = search_word_at(search, clause.start, rows[i].words);
        if (!end)
            continue;
        *name = (Name){{clause.start, end}, NAME_STRANGE, 0};
        name->kind = rows[i].kind;
        return true;
    }
    return false;
}

/* 乐道品牌, the Onvo brand. */
static bool
is_part(const Search *search, ClSpan name)
{
    const size_t end =
        name.end + (name.end < search->length && search->text[name.end] == ' ');
    return find_word(search, name, CL_NAMES_PARTS) ||
           (end < search->length &&
            search_word_at(search, end, CL_NAMES_PARTS));
}

bool
search_head_name(const Search *search, ClSpan clause, Name *name)
{
    bool found = read_word(search, clause, name);
    if (!found) {
        clause.start = skip_turn(search, clause.start);
        found =
            clause.start < clause.end && (read_listed(search, clause, name) ||
                                          read_han(search, clause, name) ||
                                          read_topic(search, clause, name) ||
                                          read_latin(search, clause, name));
    }
    return found && !is_part(search, name->span);
}
