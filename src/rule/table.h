/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_TABLE_H
#define CL_RULE_TABLE_H

/* A hash table of 64-bit keys to 64-bit values, made to be looked up in. */

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t *keys; /* 0: a free place */
    uint64_t *values;
    size_t mask, count;
} ClTable;

void cl_table_init(ClTable *table);
void cl_table_clear(ClTable *table);

/** The place of key's value, 0 when new.  key may not be 0. */
uint64_t *cl_table_put(ClTable *table, uint64_t key);

/** The value of key, 0 if there is none. */
uint64_t cl_table_get(const ClTable *table, uint64_t key);

#endif
