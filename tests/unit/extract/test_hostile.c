/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules whose expressions run away on texts made for them.  What is bounded
 * is work, counted by PCRE2's callouts, never seconds.
 */
#include "hostile_patterns.h"
#include "world.h"

#include "rule/limits.h"
#include <inttypes.h>

/* WINDOW: as long as a sentence can be. */
enum { WINDOW = 4096 };

static const char *const pumps[] = {"a",  "1",  "万", "订单", "a b ",
                                    "1,", "ab", "(",  "亿 ",  "a1万"};
enum { TEXTS = G_N_ELEMENTS(pumps) };

static char *
pump(const char *what, size_t length)
{
    GString *text = g_string_new(NULL);
    while (text->len + strlen(what) <= length)
        g_string_append(text, what);
    return g_string_free(text, FALSE);
}

/* ---- Steps ---------------------------------------------------------------- */

static int
count_step(pcre2_callout_block *block, void *data)
{
    (void)block;
    ++*(uint64_t *)data;
    return 0;
}

static uint64_t
count_steps(const char *pattern, const char *text)
{
    uint64_t steps = 0;
    int error = 0;
    size_t offset = 0;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS |
                                         PCRE2_AUTO_CALLOUT,
                                     &error, &offset, NULL);
    ck_assert_msg(code != NULL, "%s", pattern);
    pcre2_match_context *limits = cl_limits_new();
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    pcre2_set_callout(limits, count_step, &steps);
    cl_limits_match(code, limits, text, strlen(text), 0, data);
    pcre2_match_data_free(data);
    pcre2_match_context_free(limits);
    pcre2_code_free(code);
    return steps;
}

START_TEST(no_search_takes_more_steps_than_it_may)
{
    enum { MOST_STEPS = 8000000 };
    for (size_t i = 0; i < HOSTILE_PATTERNS; i++)
        for (size_t j = 0; j < TEXTS; j++) {
            g_autofree char *text = pump(pumps[j], WINDOW);
            const uint64_t steps = count_steps(hostile_patterns[i], text);
            ck_assert_msg(steps <= MOST_STEPS, "%s on %s...: %" PRIu64 " steps",
                          hostile_patterns[i], pumps[j], steps);
        }
}
END_TEST

/* ---- In the company of others ---------------------------------------------- */

static const char good_rule[] = "- id: y1-orders\n"
                                "  title: 远山 Y1 订单量\n"
                                "  subject: [远山Y1]\n"
                                "  measure: [订单]\n"
                                "  unit: 辆\n"
                                "  examples:\n"
                                "    - {text: 远山Y1订单5万辆, claim: {value: "
                                "5万}}\n"
                                "    - silent: 远山Y3订单5万辆\n";

/* The same patterns as a measure and as a whole wording. */
static char *
add_hostile_rule(const char *pattern)
{
    return g_strdup_printf("%s"
                           "- id: hostile\n"
                           "  title: hostile\n"
                           "  subject: [远山Y1]\n"
                           "  measure: [订单, '/%s/']\n"
                           "  patterns: ['(?:%s)?{quantity}']\n"
                           "  unit: 辆\n"
                           "  examples:\n"
                           "    - {text: 远山Y1订单5万辆, claim: {value: "
                           "5万}}\n"
                           "    - silent: 远山Y3订单5万\n",
                           good_rule, pattern, pattern);
}

static void
read_hostile_articles(World *world)
{
    for (size_t i = 0; i < TEXTS; i++) {
        g_autofree char *text = pump(pumps[i], WINDOW / 4);
        g_autofree char *path = g_strdup_printf("%zu.txt", i);
        g_autofree char *article = g_strdup_printf(
            "远山Y1首日订单%zu万辆。\n\n%s3辆和3辆。\n\n%s4辆和4辆。\n\n"
            "%s5辆和5辆。\n\n%s6辆和6辆。\n\n远山Y1次日订单%zu万辆。\n",
            i + 5, text, text, text, text, i + 7);
        world_read(world, path, article);
    }
    cl_claims_sort(world->claims);
}

static char *
print_good_claims(const World *world)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < cl_claims_count(world->claims); i++) {
        const ClClaim *claim = cl_claims_get(world->claims, i);
        if (strcmp(claim->rule->id, "y1-orders") != 0)
            continue;
        g_string_append_printf(out, "%s:%u:%u ", claim->article->path,
                               claim->place.line, claim->place.column);
        cl_interval_print(claim->quantity.hard, out);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

/* Every note names both places, and no article has more than three of a rule. */
static unsigned
check_notes(const World *world, const char *pattern)
{
    g_autofree unsigned *said = g_new0(unsigned, TEXTS);
    unsigned all = 0;
    for (size_t i = 0; i < cl_notes_count(world->notes); i++) {
        const ClNote *note = cl_notes_get(world->notes, i);
        ck_assert_str_eq(note->kind, "gave-up");
        ck_assert_msg(note->incomplete && note->line && note->column, "%s",
                      pattern);
        ck_assert_msg(strstr(note->message, "'hostile' (test.yaml:9)") != NULL,
                      "%s: %s", pattern, note->message);
        all++;
        said[note->file[0] - '0']++;
    }
    for (size_t i = 0; i < TEXTS; i++)
        ck_assert_msg(said[i] <= 3, "%s: %u notes on %zu.txt", pattern, said[i],
                      i);
    return all;
}

START_TEST(a_hostile_rule_changes_nothing_but_its_own_claims)
{
    World alone = world_new(good_rule);
    read_hostile_articles(&alone);
    g_autofree char *wanted = print_good_claims(&alone);
    ck_assert(*wanted != '\0');
    unsigned notes = 0;
    for (size_t i = 0; i < HOSTILE_PATTERNS; i++) {
        g_autofree char *rules = add_hostile_rule(hostile_patterns[i]);
        World world = world_new(rules);
        read_hostile_articles(&world);
        g_autofree char *got = print_good_claims(&world);
        ck_assert_msg(strcmp(got, wanted) == 0, "%s:\n%sis not\n%s",
                      hostile_patterns[i], got, wanted);
        notes += check_notes(&world, hostile_patterns[i]);
        world_free(&world);
    }
    ck_assert_uint_gt(notes, 0);
    world_free(&alone);
}
END_TEST

START_TEST(the_third_time_is_the_last)
{
    g_autofree char *rules = add_hostile_rule("(a+)+[bc]");
    World world = world_new(rules);
    cl_rule_set_make_sieve(world.rules);
    read_hostile_articles(&world);
    unsigned off = 0, on_first = 0;
    for (size_t i = 0; i < cl_notes_count(world.notes); i++) {
        const ClNote *note = cl_notes_get(world.notes, i);
        const bool first = strcmp(note->file, "0.txt") == 0;
        on_first += first;
        off += first && strstr(note->message, "is off for the rest") != NULL;
    }
    ck_assert_uint_eq(on_first, 3);
    ck_assert_uint_eq(off, 1);
    world_free(&world);
}
END_TEST

START_TEST(claims_beyond_the_limit_are_left_out_and_told)
{
    World world = world_new(good_rule);
    cl_claims_limit(world.claims, 2);
    world_read(&world, "a.txt",
               "远山Y1订单5万辆。远山Y1订单6万辆。\n远山Y1订单7万辆。"
               "远山Y1订单8万辆。\n");
    world_read(&world, "b.txt", "远山Y1订单9万辆。\n");
    ck_assert_uint_eq(cl_claims_count(world.claims), 3);
    ck_assert_uint_eq(cl_notes_count(world.notes), 1);
    const ClNote *note = cl_notes_get(world.notes, 0);
    ck_assert_str_eq(note->kind, "too-many-claims");
    ck_assert_str_eq(note->file, "a.txt");
    ck_assert_uint_eq(note->line, 2);
    ck_assert(note->incomplete);
    world_free(&world);
}
END_TEST

RUN_TESTS("hostile",
          no_search_takes_more_steps_than_it_may,
          a_hostile_rule_changes_nothing_but_its_own_claims,
          the_third_time_is_the_last,
          claims_beyond_the_limit_are_left_out_and_told)
