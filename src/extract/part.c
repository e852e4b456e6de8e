/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where a sentence goes on from a whole to its parts, and where it comes back
 * to the whole.
 */
#include "extract/scene.h"

#include <string.h>

/* 其中中国6820家，全年营收…: the parts are of what is counted in stores, and the
   next figure in another unit is the whole's again. */
bool
scene_holds_for_parts(const Scene *scene, ClSpan words)
{
    const GArray *quantities = scene->binding->passage->quantities;
    const ClQuantity *own =
        &g_array_index(quantities, ClQuantity, scene->binding->quantity);
    for (size_t i = 0; i < scene->binding->quantity; i++) {
        const ClQuantity *first = &g_array_index(quantities, ClQuantity, i);
        if (first->span.start >= words.end && first->kind != CL_KIND_DATE)
            return first->kind == own->kind;
    }
    return true;
}

/* The colon before the quantity, behind which parts may be told; 0 if none. */
static size_t
colon_before(const Scene *scene)
{
    const char *text = scene->binding->passage->text.text->str;
    const char *colon = g_strrstr_len(text, (gssize)scene->anchor.start, ":");
    return colon ? (size_t)(colon - text) : 0;
}

/* 16,978 stores: 12,238 restaurants of one brand: what follows the whole behind
   a colon, in its unit, and is less, are its parts. */
bool
scene_follows_whole(const Scene *scene)
{
    const size_t colon = colon_before(scene);
    const GArray *quantities = scene->binding->passage->quantities;
    const ClQuantity *own =
        &g_array_index(quantities, ClQuantity, scene->binding->quantity);
    for (size_t i = scene->binding->quantity; colon && i > 0; i--) {
        const ClQuantity *whole = &g_array_index(quantities, ClQuantity, i - 1);
        if (whole->span.end <= colon && whole->kind == CL_KIND_COUNT)
            return (own->kind == CL_KIND_COUNT ||
                    own->kind == CL_KIND_NUMBER) &&
                   cl_number_compare(whole->value, own->value) > 0;
    }
    return false;
}
