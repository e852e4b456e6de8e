/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_FOLD_TABLE_H
#define CL_TEXT_FOLD_TABLE_H

/* The table make_fold_table writes: what each code point folds to. */

#include <stddef.h>
#include <stdint.h>

/** What a page says of a character; any other value is what it becomes. */
typedef enum {
    FOLD_SELF = 0,
    FOLD_DROP = 1,   /* a control character, ™ */
    FOLD_HIDDEN = 2, /* zero-width or private use: nobody sees it */
    FOLD_LIST = 3,   /* becomes several characters: see cl_fold_list */
} ClFoldCode;

typedef struct {
    uint32_t from;
    const char *to;
} ClFoldEntry;

typedef struct {
    uint32_t first, last;
} ClFoldRange;

/** A simplified character and a traditional one that folds to it. */
typedef struct {
    uint16_t from, to;
} ClTraditional;

/** A character and another one that folds to it. */
typedef struct {
    uint16_t folded, written;
} ClWritten;

extern const uint8_t cl_fold_index[256];
extern const uint16_t cl_fold_pages[][256]; /* by cl_fold_index[c >> 8] */
extern const ClFoldEntry cl_fold_list[];    /* by from */
extern const size_t cl_fold_list_count;
extern const ClFoldRange cl_fold_hidden[]; /* beyond the BMP */
extern const size_t cl_fold_hidden_count;
extern const ClTraditional cl_traditional[]; /* by from */
extern const size_t cl_traditional_count;
extern const ClWritten cl_written[]; /* by folded */
extern const size_t cl_written_count;
extern const uint8_t cl_numeral_bits[8192]; /* BMP: may stand in a number */
extern const uint8_t cl_plain_bits[8192];   /* BMP: see cl_is_plain_han */

#endif
