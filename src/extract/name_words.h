/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_NAME_WORDS_H
#define CL_EXTRACT_NAME_WORDS_H

/* What the readers of names (name_*.c) see at a place of a sentence. */

#include "extract/search.h"

enum { SHORTEST_HAN = 6, LONGEST_HAN = 24 }; /* bytes of a name in Han */

bool name_letter_at(const Search *search, size_t at);
bool name_han_at(const Search *search, size_t at);

/** The end of a word at a byte, or 0; a Latin one stands by itself. */
size_t name_match_word(const Search *search, size_t at, const char *word);

/** Where the first such word within a span ends, or 0. */
size_t name_find_word(const Search *search, ClSpan span, ClNameWords kind);

/** Whether a word that every rule knows, or this one does, is in a span. */
bool name_has_hit(const Search *search, ClSpan span);

/** The hit with a role that begins at a byte, the longest; or NULL. */
const ClHit *name_hit_at(const Search *search, size_t at, ClRole role);

/** The first time that overlaps a span, or NULL. */
const ClTime *name_time_over(const Search *search, ClSpan span);

/** Where the first word of a speaker within a span ends, or 0. */
size_t name_find_speech(const Search *search, ClSpan span);

/** Whether who stands before only says what follows: nobody's figures.
    称其门店, said it had: his own. */
bool name_only_speaks(const Search *search, ClSpan behind);

/** Whether a span in Han is where, and not who: 笑声里, 超市货架上. */
bool name_is_place(const Search *search, ClSpan head);

/** The quantity that begins at a byte, or NULL. */
const ClQuantity *name_quantity_at(const Search *search, size_t at);

/** Whether what stands at a byte shows that a name is before it: a time, a
    place, what only a company does, its 的, its number. */
bool name_is_shown(const Search *search, size_t at);

/** Mustang GTD, Guming: a name in Latin letters at the head of a clause. */
bool name_read_latin(const Search *search, ClSpan clause, Name *name);

/** Adds those within a clause that what follows shows: its rival Hemu had. */
void name_add_inner(Search *search, ClSpan clause);

/** 做生鲜的禾木, 同城房企禾木: the noun that a clause in Han speaks of. */
bool name_read_phrase(const Search *search, ClSpan clause, Name *name);

/** The last characters in Han of a span, two or more, that are of no known
    word and not short for who was named: of 追赶者朗禾 the name. */
bool name_find_core(const Search *search, ClSpan head, ClSpan *core);

/** Whether it begins with two such characters. */
bool name_opens_unexplained(const Search *search, ClSpan head);

/** Whether a span ends in such characters and a firm's last word behind them:
    追赶者朗禾电器. */
bool name_is_firm(const Search *search, ClSpan head);

/** Whether a figure is in a span: 第一份 is counted, a name is not. */
bool name_is_counted(const Search *search, ClSpan head);

/** Whether a span holds only words that are nobody's name: 销售, then. */
bool name_is_ordinary(const Search *search, ClSpan span);

#endif
