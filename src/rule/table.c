/* SPDX-License-Identifier: Apache-2.0 */
/* Open addressing, at most half full, so that a miss ends soon. */
#include "rule/table.h"

#include <glib.h>

enum { FIRST_SIZE = 64 };

static void
allocate(ClTable *table, size_t size)
{
    table->keys = g_new0(uint64_t, size);
    table->values = g_new0(uint64_t, size);
    table->mask = size - 1;
}

void
cl_table_init(ClTable *table)
{
    table->count = 0;
    allocate(table, FIRST_SIZE);
}

void
cl_table_clear(ClTable *table)
{
    g_free(table->keys);
    g_free(table->values);
}

/* The place where key is or would be.  Only the upper half of the product
   depends on all of the key. */
static size_t
find_place(const ClTable *table, uint64_t key)
{
    const size_t mask = table->mask;
    size_t at = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & mask;
    while (table->keys[at] && table->keys[at] != key)
        at = (at + 1) & mask;
    return at;
}

static void
grow(ClTable *table)
{
    ClTable old = *table;
    allocate(table, 2 * (old.mask + 1));
    for (size_t i = 0; i <= old.mask; i++) {
        if (!old.keys[i])
            continue;
        const size_t at = find_place(table, old.keys[i]);
        table->keys[at] = old.keys[i];
        table->values[at] = old.values[i];
    }
    cl_table_clear(&old);
}

uint64_t *
cl_table_put(ClTable *table, uint64_t key)
{
    if (2 * (table->count + 1) > table->mask)
        grow(table);
    const size_t at = find_place(table, key);
    if (!table->keys[at]) {
        table->keys[at] = key;
        table->count++;
    }
    return &table->values[at];
}

uint64_t
cl_table_get(const ClTable *table, uint64_t key)
{
    const size_t at = find_place(table, key);
    return table->keys[at] ? table->values[at] : 0;
}
