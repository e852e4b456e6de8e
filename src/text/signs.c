/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is looked for in a whole text and stands in few of them is looked for
 * by two of its bytes first, all of it at once.
 */
#include "text/article.h"

enum { KINDS = 8 }; /* of one set */

/* Two bytes that a sign has: the first, and the one behind it or a range. */
static const struct {
    unsigned char first, next, last;
} pairs[CL_SIGN_LAST + 1] = {
    [CL_SIGN_ADDRESS] = {':', '/', '/'},
    [CL_SIGN_WWW] = {'w', 'w', 'w'},
    [CL_SIGN_CITATION] = {'n', '0', '9'}, /* turn0search1 */
    [CL_SIGN_ENTITY] = {'[', '"', '"'},
    [CL_SIGN_MARK] = {0xEE, 0x88, 0x88},
    [CL_SIGN_REFERENCE] = {'[', 'o', 'o'}, /* [oaicite */
    [CL_SIGN_DAGGER] = {0x80, 0xA0, 0xA0},
    [CL_SIGN_CIRCLED] = {0xE2, 0x91, 0x91},
    [CL_SIGN_BLANKS] = {' ', ' ', ' '},
    [CL_SIGN_WIDE_BLANK] = {0x80, 0x80, 0x80},
    [CL_SIGN_WIDE_BLANKS] = {0x80, 0xE3, 0xE3},
    [CL_SIGN_HYPHEN] = {'-', '\n', '\r'},
    [CL_SIGN_SOFT_HYPHEN] = {0xAD, '\n', '\n'},
    [CL_SIGN_TRUE_HYPHEN] = {0x90, '\n', '\n'},
};

static void
add_byte(ClByteSet *set, unsigned byte, unsigned kind)
{
    set->low[byte & 15] |= (uint8_t)kind;
    set->high[byte >> 4] |= (uint8_t)kind;
}

static unsigned
find_signs(const ClArticle *article, unsigned first)
{
    ClPairSet set = {0};
    for (unsigned i = 0; i < KINDS && first + i <= CL_SIGN_LAST; i++) {
        add_byte(&set.first, pairs[first + i].first, 1u << i);
        for (unsigned byte = pairs[first + i].next;
             byte <= pairs[first + i].last; byte++)
            add_byte(&set.next, byte, 1u << i);
    }
    return cl_scan_pairs(&set, article->text, article->length) << first;
}

bool
cl_article_may_hold(ClArticle *article, ClSign sign)
{
    if (article->signs_of != article->text)
        article->signs = find_signs(article, 0) | find_signs(article, KINDS);
    article->signs_of = article->text;
    return article->signs >> sign & 1;
}
