/* SPDX-License-Identifier: Apache-2.0 */
/* What an article said, packed, comes back the same or not at all. */
#include "world.h"

static const char rules[] =
    "- id: stores\n"
    "  title: 远山门店\n"
    "  subject: [远山, Yuanshan]\n"
    "  measure: [门店, stores]\n"
    "  unit: 家\n"
    "  facets:\n"
    "    kind: {city: [城市], village: [乡村]}\n"
    "    window: duration\n"
    "  same: [kind, window]\n"
    "  examples:\n"
    "    - {text: 远山有300家门店, claim: {value: 300家}}\n"
    "    - silent: 远山有300名员工\n"
    "- id: share\n"
    "  title: 远山份额\n"
    "  subject: [远山]\n"
    "  measure: [份额]\n"
    "  unit: \"%\"\n"
    "  examples:\n"
    "    - {text: 远山份额17%, claim: {value: 17%}}\n"
    "    - silent: 远山增长17%\n";

static const char text[] =
    "---\ntitle: 远山开店\nauthor: 王敏\ndate: 2031-06-27\n---\n\n"
    "远山2031年上半年18个月内近1.2万家城市门店开业，预计超三成。\n\n"
    "远山份额约17.5%，一年前三分之一。Yuanshan has 2-3 thousand stores.\n\n"
    "没有一家。还有3个bad\xFF"
    "byte。\n\n"
    "天气很好，大家都很高兴，一起去公园里散步，看花，看水，看山，看云，看人，"
    "看书，看戏，看报，看画，看星星，看月亮，看太阳，看大海，看草原，看森林。\n";

static void
put_interval(GString *out, ClInterval interval)
{
    g_string_append_c(out, ' ');
    cl_interval_print(interval, out);
}

static void
put_claim(GString *out, const ClClaim *claim)
{
    const ClQuantity *q = &claim->quantity;
    g_string_append_printf(
        out, "%s %s|%s|%s %zu-%zu %zu-%zu %u:%u-%u:%u %s|%s|%s",
        claim->rule->id, claim->article->path, claim->article->title,
        claim->article->date, claim->span.start, claim->span.end,
        claim->quantity_span.start, claim->quantity_span.end, claim->place.line,
        claim->place.column, claim->place.end_line, claim->place.end_column,
        claim->text, claim->quantity_text, claim->sentence);
    put_interval(out, q->hard);
    put_interval(out, q->usual);
    put_interval(out, cl_interval_point(q->value));
    put_interval(out, cl_interval_point(q->upper));
    g_string_append_printf(out, " %d %d %d %d %d %d %s %d %d", q->kind,
                           q->shape, q->form, q->place, q->unit, q->per,
                           q->hedge, q->spoken, q->span_of_values);
    for (unsigned i = 0; i < claim->rule->facets->len; i++) {
        const ClFacetValue *facet = &claim->facets[i];
        g_string_append_printf(out, " [%s %s %d %d %d", facet->value,
                               facet->words, facet->assumed, facet->from,
                               facet->to);
        put_interval(out, cl_interval_point(facet->seconds));
        g_string_append_c(out, ']');
    }
    g_string_append_printf(out, " %" G_GUINT64_FORMAT " %d %d\n",
                           claim->sentence_key, claim->carried,
                           claim->repeat_of);
}

static char *
describe(const ClClaims *claims, const ClNotes *notes)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(
        out, "%zu %zu %zu %zu %d\n", cl_claims_articles(claims),
        cl_claims_sentences(claims), cl_claims_figures(claims),
        cl_claims_unclaimed(claims), cl_claims_newest(claims));
    for (size_t i = 0; i < cl_claims_count(claims); i++)
        put_claim(out, cl_claims_get(claims, i));
    for (size_t i = 0; i < cl_notes_count(notes); i++) {
        const ClNote *note = cl_notes_get(notes, i);
        g_string_append_printf(out, "%s %d %d %s:%u:%u %s %s\n", note->kind,
                               note->severity, note->incomplete, note->file,
                               note->line, note->column, note->message,
                               note->hint);
    }
    return g_string_free(out, FALSE);
}

static ClBytes
bytes_of(const char *bytes, size_t length)
{
    return (ClBytes){.at = bytes, .end = bytes + length};
}

/* The world reads the article twice; the second time is packed. */
static GString *
pack(World *world)
{
    GString *out = g_string_new(NULL);
    g_autoptr(ClNotes) first = g_steal_pointer(&world->notes);
    world->notes = cl_notes_new();
    world_read(world, "a.md", text);
    cl_notes_append(first, world->notes);
    const ClClaimsMark before = cl_claims_mark(world->claims);
    cl_claims_count_unclaimed(world->claims);
    world_read(world, "a.md", text);
    cl_claims_pack(world->claims, &before, world->notes, out);
    return out;
}

START_TEST(what_was_packed_comes_back)
{
    World world = world_new(rules);
    g_autoptr(GString) packed = pack(&world);
    g_autoptr(ClClaims) once = cl_claims_new();
    g_autoptr(ClNotes) told = cl_notes_new();
    g_autoptr(ClArticle) article =
        cl_article_new("a.md", g_strdup(text), strlen(text), told);
    cl_claims_count_unclaimed(once);
    cl_extract_claims(article, world.rules, once, told);
    ck_assert_uint_ge(cl_claims_unclaimed(once), 1);
    g_autoptr(ClClaims) again = cl_claims_new();
    g_autoptr(ClNotes) notes = cl_notes_new();
    cl_claims_count_unclaimed(again);
    ck_assert(cl_claims_unpack(again, world.rules, "a.md",
                               bytes_of(packed->str, packed->len), notes));
    g_autofree char *want = describe(once, told);
    g_autofree char *got = describe(again, notes);
    ck_assert_str_eq(want, got);
    ck_assert_uint_ge(cl_claims_count(again), 3);
    ck_assert_uint_ge(cl_notes_count(notes), 1);
    cl_claims_take(once, g_steal_pointer(&again));
    cl_claims_sort(once); /* the second article is a repeat, not a rival */
    for (size_t i = 0; i < cl_claims_count(once); i += 2)
        ck_assert_int_eq(cl_claims_get(once, i + 1)->repeat_of, (int)i);
    world_free(&world);
}
END_TEST

START_TEST(half_an_article_does_not_come_back)
{
    World world = world_new(rules);
    g_autoptr(GString) packed = pack(&world);
    g_autoptr(ClClaims) claims = cl_claims_new();
    g_autoptr(ClNotes) none = cl_notes_new();
    g_autofree char *empty = describe(claims, none);
    for (size_t length = 0; length < packed->len; length++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        g_autofree char *part = g_memdup2(packed->str, length);
        ck_assert(!cl_claims_unpack(claims, world.rules, "a.md",
                                    bytes_of(part, length), notes));
        g_autofree char *left = describe(claims, none);
        ck_assert_str_eq(left, empty);
    }
    world_free(&world);
}
END_TEST

/* Nobody vouches for the bytes: no change may do more than give other claims
 * of the same shape. */
START_TEST(changed_bytes_do_no_harm)
{
    World world = world_new(rules);
    g_autoptr(GString) packed = pack(&world);
    size_t refused = 0;
    for (size_t i = 0; i < packed->len * 8; i++) {
        g_autoptr(ClClaims) claims = cl_claims_new();
        g_autoptr(ClNotes) notes = cl_notes_new();
        packed->str[i / 8] ^= (char)(1 << i % 8);
        const bool taken =
            cl_claims_unpack(claims, world.rules, "a.md",
                             bytes_of(packed->str, packed->len), notes);
        g_autofree char *said = describe(claims, notes);
        refused += !taken;
        ck_assert(taken || cl_claims_count(claims) == 0);
        packed->str[i / 8] ^= (char)(1 << i % 8);
    }
    ck_assert_uint_gt(refused, packed->len);
    world_free(&world);
}
END_TEST

START_TEST(a_rule_that_is_gone_does_not_come_back)
{
    World world = world_new(rules);
    g_autoptr(GString) packed = pack(&world);
    World other = world_new(strstr(rules, "- id: share"));
    g_autoptr(ClNotes) notes = cl_notes_new();
    ck_assert(!cl_claims_unpack(other.claims, other.rules, "a.md",
                                bytes_of(packed->str, packed->len), notes));
    ck_assert_uint_eq(cl_claims_count(other.claims), 0);
    ck_assert_uint_eq(cl_claims_articles(other.claims), 0);
    world_free(&other);
    world_free(&world);
}
END_TEST

RUN_TESTS("pack",
          what_was_packed_comes_back,
          half_an_article_does_not_come_back,
          changed_bytes_do_no_harm,
          a_rule_that_is_gone_does_not_come_back)
