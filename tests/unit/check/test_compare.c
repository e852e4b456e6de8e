/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How facets of two claims stand to each other, and when time explains why
 * two figures differ: rows of what the two claims say.
 */
#include "check/private.h"
#include "unit.h"

#include <string.h>

/* What a claim says of one facet: an option, and of a time its days. */
typedef struct {
    const char *value;
    ClDay from, to;
    bool assumed;
} Said;

typedef struct {
    const char *name;
    unsigned facet;
    ClOverTime over_time;
    Said a, b;
    Standing standing;
} Row;

enum { FACETS = CL_FACET_OWN + 1 };

static ClFacet facets[FACETS];
static ClRule rule;
static ClFacetValue values[2][FACETS];
static ClArticleInfo articles[2] = {{.path = "a", .title = "a"},
                                    {.path = "b", .title = "b"}};
static ClClaim claims[2];

static void
set_up(ClOverTime over_time)
{
    rule = (ClRule){.over_time = over_time, .facets = g_ptr_array_new()};
    for (unsigned i = 0; i < FACETS; i++) {
        facets[i] = (ClFacet){.role = CL_FACET_TELLS, .used = true};
        g_ptr_array_add(rule.facets, &facets[i]);
    }
    facets[CL_FACET_WHEN].role = CL_FACET_PARTS;
    facets[CL_FACET_SPEAKER].role = CL_FACET_INFORMS;
    memset(values, 0, sizeof values);
    for (unsigned i = 0; i < 2; i++)
        claims[i] = (ClClaim){.rule = &rule,
                              .article = &articles[i],
                              .facets = values[i],
                              .sentence_key = i + 1};
}

static void
say(unsigned claim, unsigned facet, Said said)
{
    values[claim][facet] = (ClFacetValue){.value = said.value,
                                          .assumed = said.assumed,
                                          .from = said.from,
                                          .to = said.to};
}

static void
tear_down(void)
{
    g_ptr_array_free(rule.facets, TRUE);
}

#define YEAR_2030                                                              \
    {                                                                          \
        "2030", 20300101, 20301231, false                                      \
    }
#define QUARTER                                                                \
    {                                                                          \
        "2030-Q1", 20300101, 20300331, false                                   \
    }
#define FIRST_OF_MAY                                                           \
    {                                                                          \
        "2030-05-01", 0, 20300501, false                                       \
    }
#define END_OF_MAY                                                             \
    {                                                                          \
        "2030-05-31", 0, 20300531, false                                       \
    }
#define END_OF_JUNE                                                            \
    {                                                                          \
        "2030-06-30", 0, 20300630, false                                       \
    }
#define TOLD_IN_MAY                                                            \
    {                                                                          \
        "2030-05-07", 0, 20300507, true                                        \
    }
#define TOLD_IN_JUNE                                                           \
    {                                                                          \
        "2030-06-07", 0, 20300607, true                                        \
    }
#define TOLD_IN_AUTUMN                                                         \
    {                                                                          \
        "2030-10-07", 0, 20301007, true                                        \
    }
#define NEVER                                                                  \
    {                                                                          \
        NULL, 0, 0, false                                                      \
    }
#define VARIES CL_OVER_TIME_VARIES
#define LASTS CL_OVER_TIME_LASTS
#define GROWS CL_OVER_TIME_GROWS
#define FIXED CL_OVER_TIME_FIXED

static const Row rows[] = {
    /* when */
    {"one period is one fact", CL_FACET_WHEN, FIXED, YEAR_2030, YEAR_2030,
     STAND_SAME},
    {"a price holds for months", CL_FACET_WHEN, LASTS, TOLD_IN_JUNE,
     TOLD_IN_AUTUMN, STAND_SAME},
    {"and not for more than four", CL_FACET_WHEN, LASTS, TOLD_IN_MAY,
     TOLD_IN_AUTUMN, STAND_APART},
    {"from the end of a period on", CL_FACET_WHEN, LASTS, QUARTER, TOLD_IN_MAY,
     STAND_SAME},
    {"in a period it is of it", CL_FACET_WHEN, LASTS, YEAR_2030, TOLD_IN_AUTUMN,
     STAND_SAME},
    {"of nobody knows when it may be another", CL_FACET_WHEN, LASTS,
     TOLD_IN_MAY, NEVER, STAND_PARTIAL},
    {"a part of a period shares its days", CL_FACET_WHEN, FIXED, YEAR_2030,
     QUARTER, STAND_SAME},
    {"a period that ended before is another", CL_FACET_WHEN, FIXED, QUARTER,
     END_OF_MAY, STAND_APART},
    {"another day of a total is told", CL_FACET_WHEN, GROWS, END_OF_MAY,
     END_OF_JUNE, STAND_TOLD},
    {"the last day of a period is in it",
     CL_FACET_WHEN,
     FIXED,
     QUARTER,
     {"2030-03-31", 20300331, 20300331, false},
     STAND_SAME},
    {"a time without days is known by its words",
     CL_FACET_WHEN,
     FIXED,
     {"P1Y", 0, 0, false},
     {"P1Y", 0, 0, false},
     STAND_SAME},
    {"a time without days is not known beside one",
     CL_FACET_WHEN,
     FIXED,
     {"P1Y", 0, 0, false},
     YEAR_2030,
     STAND_PARTIAL},
    {"nor beside the other way round",
     CL_FACET_WHEN,
     FIXED,
     YEAR_2030,
     {"P1Y", 0, 0, false},
     STAND_PARTIAL},
    {"an event needs no time",
     CL_FACET_WHEN,
     FIXED,
     {0},
     YEAR_2030,
     STAND_SAME},
    {"a level without time is none of a dated one",
     CL_FACET_WHEN,
     VARIES,
     {0},
     YEAR_2030,
     STAND_APART},
    {"two levels without time are held together",
     CL_FACET_WHEN,
     VARIES,
     {0},
     {0},
     STAND_SAME},
    {"a total without time is the same as far as told",
     CL_FACET_WHEN,
     GROWS,
     {0},
     YEAR_2030,
     STAND_PARTIAL},
    /* when, of a level */
    {"one period of a flow",
     CL_FACET_WHEN,
     VARIES,
     YEAR_2030,
     {"FY2030", 20300101, 20301231, false},
     STAND_SAME},
    {"a quarter is not its year", CL_FACET_WHEN, VARIES, YEAR_2030, QUARTER,
     STAND_APART},
    {"periods that begin alike are not the same",
     CL_FACET_WHEN,
     VARIES,
     QUARTER,
     {"2030-H1", 20300101, 20300630, false},
     STAND_APART},
    {"nor are periods that end alike",
     CL_FACET_WHEN,
     VARIES,
     YEAR_2030,
     {"2030-H2", 20300701, 20301231, false},
     STAND_APART},
    {"a state at the end of a period is not what it brought",
     CL_FACET_WHEN,
     VARIES,
     QUARTER,
     {"2030-03-31", 0, 20300331, false},
     STAND_APART},
    {"the same the other way round",
     CL_FACET_WHEN,
     VARIES,
     {"2030-03-31", 0, 20300331, false},
     QUARTER,
     STAND_APART},
    {"two states of one month", CL_FACET_WHEN, VARIES, FIRST_OF_MAY, END_OF_MAY,
     STAND_SAME},
    {"two states of two months", CL_FACET_WHEN, VARIES, END_OF_MAY, END_OF_JUNE,
     STAND_APART},
    {"states of no known day",
     CL_FACET_WHEN,
     VARIES,
     {"P1M", 0, 0, false},
     END_OF_MAY,
     STAND_APART},
    {"a known day and none",
     CL_FACET_WHEN,
     VARIES,
     END_OF_MAY,
     {"P1M", 0, 0, false},
     STAND_APART},
    /* when, from the day of the article */
    {"two articles of one month may mean one time",
     CL_FACET_WHEN,
     VARIES,
     TOLD_IN_MAY,
     {"2030-05-09", 0, 20300509, true},
     STAND_PARTIAL},
    {"two articles of two months do not", CL_FACET_WHEN, VARIES, TOLD_IN_MAY,
     TOLD_IN_JUNE, STAND_APART},
    {"a stated day of the month of telling", CL_FACET_WHEN, VARIES, END_OF_MAY,
     TOLD_IN_MAY, STAND_SAME},
    {"told first, stated second", CL_FACET_WHEN, VARIES, TOLD_IN_MAY,
     END_OF_MAY, STAND_SAME},
    {"a stated period is none of the day of telling",
     CL_FACET_WHEN,
     VARIES,
     TOLD_IN_MAY,
     {"2030-05", 20300501, 20300531, false},
     STAND_APART},
    {"the day of telling is no matter of an event", CL_FACET_WHEN, FIXED,
     TOLD_IN_MAY, TOLD_IN_JUNE, STAND_SAME},
    {"nor beside a stated day", CL_FACET_WHEN, FIXED, END_OF_MAY, TOLD_IN_JUNE,
     STAND_SAME},
    /* nature */
    {"one nature",
     CL_FACET_NATURE,
     FIXED,
     {.value = "peak"},
     {.value = "peak"},
     STAND_SAME},
    {"another nature",
     CL_FACET_NATURE,
     FIXED,
     {.value = "peak"},
     {.value = "total"},
     STAND_TOLD},
    {"two parts are two things",
     CL_FACET_NATURE,
     FIXED,
     {.value = "part"},
     {.value = "part"},
     STAND_TOLD},
    {"who is joint is not known",
     CL_FACET_NATURE,
     FIXED,
     {.value = "joint"},
     {.value = "joint"},
     STAND_TOLD},
    {"silence is no part",
     CL_FACET_NATURE,
     FIXED,
     {.value = "part"},
     {0},
     STAND_TOLD},
    {"silence is not joint",
     CL_FACET_NATURE,
     FIXED,
     {0},
     {.value = "joint"},
     STAND_TOLD},
    {"silence is no loss",
     CL_FACET_NATURE,
     FIXED,
     {0},
     {.value = "lost"},
     STAND_TOLD},
    {"silence is nothing new",
     CL_FACET_NATURE,
     FIXED,
     {.value = "new"},
     {0},
     STAND_TOLD},
    {"silence is no rate",
     CL_FACET_NATURE,
     FIXED,
     {0},
     {.value = "rate"},
     STAND_TOLD},
    {"silence is no start",
     CL_FACET_NATURE,
     FIXED,
     {0},
     {.value = "start"},
     STAND_TOLD},
    {"silence may be a peak",
     CL_FACET_NATURE,
     FIXED,
     {0},
     {.value = "peak"},
     STAND_PARTIAL},
    {"silence is the total of an event",
     CL_FACET_NATURE,
     FIXED,
     {0},
     {.value = "total"},
     STAND_SAME},
    {"silence is no running total of a flow",
     CL_FACET_NATURE,
     VARIES,
     {.value = "total"},
     {0},
     STAND_TOLD},
    /* definition */
    {"one definition",
     CL_FACET_DEFINITION,
     FIXED,
     {.value = "adjusted"},
     {.value = "adjusted"},
     STAND_SAME},
    {"silence is not adjusted",
     CL_FACET_DEFINITION,
     FIXED,
     {.value = "adjusted"},
     {0},
     STAND_TOLD},
    {"silence may be attributable",
     CL_FACET_DEFINITION,
     FIXED,
     {0},
     {.value = "attributable"},
     STAND_SAME},
    /* basis */
    {"a basis of no level is unknown beside silence",
     CL_FACET_BASIS,
     FIXED,
     {.value = "yoy"},
     {0},
     STAND_PARTIAL},
    {"silence is not over the quarter before",
     CL_FACET_BASIS,
     VARIES,
     {0},
     {.value = "qoq"},
     STAND_TOLD},
    {"silence may be over the year before",
     CL_FACET_BASIS,
     VARIES,
     {0},
     {.value = "yoy"},
     STAND_PARTIAL},
    {"one basis",
     CL_FACET_BASIS,
     VARIES,
     {.value = "qoq"},
     {.value = "qoq"},
     STAND_SAME},
    /* others */
    {"both silent", CL_FACET_REGION, FIXED, {0}, {0}, STAND_SAME},
    {"one silent",
     CL_FACET_REGION,
     FIXED,
     {.value = "europe"},
     {0},
     STAND_PARTIAL},
    {"the other silent",
     CL_FACET_OWN,
     FIXED,
     {0},
     {.value = "locked"},
     STAND_PARTIAL},
    {"two regions",
     CL_FACET_REGION,
     FIXED,
     {.value = "europe"},
     {.value = "japan"},
     STAND_TOLD},
    {"who speaks tells nothing apart",
     CL_FACET_SPEAKER,
     FIXED,
     {.value = "x"},
     {.value = "y"},
     STAND_SAME},
};

START_TEST(facets_stand_as_readers_would_say)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const Row *row = &rows[i];
        set_up(row->over_time);
        say(0, row->facet, row->a);
        say(1, row->facet, row->b);
        const Comparison one = compare_facets(&claims[0], &claims[1]);
        const Comparison two = compare_facets(&claims[1], &claims[0]);
        const uint64_t bit = UINT64_C(1) << row->facet;
        ck_assert_msg(one.standing == row->standing, "%s: %d", row->name,
                      one.standing);
        ck_assert_msg(two.standing == row->standing, "%s, turned round: %d",
                      row->name, two.standing);
        ck_assert_msg(one.unknown == (row->standing == STAND_PARTIAL ? bit : 0),
                      "%s: unknown", row->name);
        ck_assert_msg(one.differs == (row->standing > STAND_PARTIAL ? bit : 0),
                      "%s: differs", row->name);
        tear_down();
    }
}
END_TEST

START_TEST(two_days_told_in_one_article_are_two_times)
{
    set_up(VARIES);
    say(0, CL_FACET_WHEN, (Said)TOLD_IN_MAY);
    say(1, CL_FACET_WHEN, (Said)TOLD_IN_MAY);
    claims[1].article = claims[0].article;
    ck_assert_int_eq(compare_facets(&claims[0], &claims[1]).standing,
                     STAND_APART);
    tear_down();
}
END_TEST

/* It has neither title nor sentence. */
START_TEST(a_confirmed_figure_is_of_the_month_it_was_confirmed)
{
    static const ClArticleInfo none = {.path = "facts"};
    static const struct {
        const char *name;
        bool titled;
        uint64_t sentence;
        Standing standing;
    } kinds[] = {
        {"a confirmed figure", false, 0, STAND_SAME},
        {"an article without title", false, 7, STAND_PARTIAL},
        {"a sentence whose hash is nothing", true, 0, STAND_PARTIAL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        set_up(VARIES);
        say(0, CL_FACET_WHEN, (Said)TOLD_IN_MAY);
        say(1, CL_FACET_WHEN, (Said){"2030-05-09", 0, 20300509, true});
        claims[1].sentence_key = kinds[i].sentence;
        if (!kinds[i].titled)
            claims[1].article = &none;
        ck_assert_msg(compare_facets(&claims[0], &claims[1]).standing ==
                          kinds[i].standing,
                      "%s", kinds[i].name);
        ck_assert_msg(compare_facets(&claims[1], &claims[0]).standing ==
                          kinds[i].standing,
                      "%s, turned round", kinds[i].name);
        tear_down();
    }
}
END_TEST

/* A rise without a basis is over the year before where it is a long one. */
START_TEST(a_rise_of_a_long_time_is_over_the_year_before)
{
    static const struct {
        const char *name;
        ClDay from, to;
        Standing standing;
    } times[] = {
        {"a year", 20300101, 20301231, STAND_SAME},
        {"four months", 20300101, 20300430, STAND_SAME},
        {"over new year", 20291101, 20300228, STAND_SAME},
        {"a quarter", 20300101, 20300331, STAND_PARTIAL},
        {"three months over new year", 20291201, 20300228, STAND_PARTIAL},
        {"a day", 0, 20300430, STAND_PARTIAL},
        {"no end", 20300101, 0, STAND_PARTIAL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(times); i++) {
        set_up(VARIES);
        const Said when = {"t", times[i].from, times[i].to, false};
        say(0, CL_FACET_WHEN, when);
        say(1, CL_FACET_WHEN, when);
        say(0, CL_FACET_BASIS, (Said){.value = "yoy"});
        ck_assert_msg(compare_facets(&claims[0], &claims[1]).standing ==
                          times[i].standing,
                      "%s", times[i].name);
        tear_down();
    }
}
END_TEST

START_TEST(a_rise_is_long_only_if_both_are)
{
    set_up(CL_OVER_TIME_VARIES);
    facets[CL_FACET_WHEN].role = CL_FACET_INFORMS;
    say(0, CL_FACET_WHEN, (Said)YEAR_2030);
    say(1, CL_FACET_WHEN, (Said)QUARTER);
    say(0, CL_FACET_BASIS, (Said){.value = "yoy"});
    ck_assert_int_eq(compare_facets(&claims[0], &claims[1]).standing,
                     STAND_PARTIAL);
    ck_assert_int_eq(compare_facets(&claims[1], &claims[0]).standing,
                     STAND_PARTIAL);
    tear_down();
}
END_TEST

START_TEST(the_widest_difference_counts)
{
    set_up(FIXED);
    say(0, CL_FACET_REGION, (Said){.value = "europe"});
    say(0, CL_FACET_OWN, (Said){.value = "locked"});
    say(1, CL_FACET_OWN, (Said){.value = "intent"});
    facets[CL_FACET_MODALITY].used = false;
    say(0, CL_FACET_MODALITY, (Said){.value = "target"});
    say(1, CL_FACET_MODALITY, (Said){.value = "actual"});
    const Comparison told = compare_facets(&claims[0], &claims[1]);
    ck_assert_int_eq(told.standing, STAND_TOLD);
    ck_assert_uint_eq(told.differs, UINT64_C(1) << CL_FACET_OWN);
    ck_assert_uint_eq(told.unknown, UINT64_C(1) << CL_FACET_REGION);
    facets[CL_FACET_OWN].role = CL_FACET_PARTS;
    ck_assert_int_eq(compare_facets(&claims[0], &claims[1]).standing,
                     STAND_APART);
    tear_down();
}
END_TEST

/* ---- Lengths ----------------------------------------------------------- */

START_TEST(windows_of_one_length_are_one_window)
{
    set_up(FIXED);
    values[0][CL_FACET_WINDOW] =
        (ClFacetValue){.value = "PT1H", .seconds = cl_number_make(3600, 0)};
    values[1][CL_FACET_WINDOW] =
        (ClFacetValue){.value = "PT60M", .seconds = cl_number_make(3600, 0)};
    ck_assert_int_eq(compare_facets(&claims[0], &claims[1]).standing,
                     STAND_SAME);
    values[1][CL_FACET_WINDOW].seconds = cl_number_make(3601, 0);
    ck_assert_int_eq(compare_facets(&claims[0], &claims[1]).standing,
                     STAND_TOLD);
    values[1][CL_FACET_WINDOW].value = NULL;
    ck_assert_int_eq(compare_facets(&claims[0], &claims[1]).standing,
                     STAND_PARTIAL);
    tear_down();
}
END_TEST

static ClInterval
between(int lo, int hi)
{
    return (ClInterval){.lo = cl_number_make(lo, 0),
                        .hi = cl_number_make(hi, 0)};
}

static const ClInterval any = {.lo_unbounded = true, .hi_unbounded = true};

START_TEST(a_longer_window_may_hold_more)
{
    const ClInterval above = {.lo = cl_number_make(5, 0), .hi_unbounded = true};
    const ClInterval below = {.hi = cl_number_make(5, 0), .lo_unbounded = true};
    const struct {
        const char *name;
        int x, y; /* seconds; 0 unknown */
        ClInterval a, b;
        bool explained;
    } lengths[] = {
        {"more in longer", 1, 2, between(3, 3), between(4, 4), true},
        {"as much in longer", 1, 2, between(4, 4), between(4, 4), true},
        {"less in longer", 1, 2, between(4, 4), between(3, 3), false},
        {"less in longer, turned round", 2, 1, between(3, 3), between(4, 4),
         false},
        {"more in longer, turned round", 2, 1, between(4, 4), between(3, 3),
         true},
        {"ranges that could have grown", 1, 2, between(3, 9), between(1, 3),
         true},
        {"ranges that cannot have", 1, 2, between(3, 9), between(1, 2), false},
        {"without upper bound", 1, 2, between(9, 9), above, true},
        {"without lower bound", 1, 2, below, between(1, 1), true},
        {"a length that is not known", 0, 2, any, any, false},
        {"nor the other", 1, 0, any, any, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
        const Comparison window = {.differs = UINT64_C(1) << CL_FACET_WINDOW};
        Comparison more = window;
        more.differs |= UINT64_C(1) << CL_FACET_REGION;
        set_up(FIXED);
        values[0][CL_FACET_WINDOW].seconds =
            lengths[i].x ? cl_number_make(lengths[i].x, 0) : CL_NUMBER_OVERFLOW;
        values[1][CL_FACET_WINDOW].seconds =
            lengths[i].y ? cl_number_make(lengths[i].y, 0) : CL_NUMBER_OVERFLOW;
        claims[0].quantity.usual = lengths[i].a;
        claims[1].quantity.usual = lengths[i].b;
        ck_assert_msg(explained_by_time(&claims[0], &claims[1], window) ==
                          lengths[i].explained,
                      "%s", lengths[i].name);
        ck_assert_msg(!explained_by_time(&claims[0], &claims[1], more),
                      "%s, and another place", lengths[i].name);
        tear_down();
    }
}
END_TEST

START_TEST(a_total_may_be_more_later)
{
    static const struct {
        const char *name;
        ClOverTime over_time;
        ClDay x, y;
        int a, b;
        bool explained;
    } days[] = {
        {"more later", GROWS, 20300501, 20300502, 3, 4, true},
        {"less later", GROWS, 20300501, 20300502, 4, 3, false},
        {"less before", GROWS, 20300502, 20300501, 4, 3, true},
        {"more before", GROWS, 20300502, 20300501, 3, 4, false},
        {"one day", GROWS, 20300501, 20300501, 3, 4, false},
        {"no day", GROWS, 0, 20300501, 3, 4, false},
        {"nor the other", GROWS, 20300501, 0, 4, 3, false},
        {"an event does not grow", FIXED, 20300501, 20300502, 3, 4, false},
        {"nor does a level", VARIES, 20300501, 20300502, 3, 4, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        set_up(days[i].over_time);
        say(0, CL_FACET_WHEN, (Said){"t", 0, days[i].x, false});
        say(1, CL_FACET_WHEN, (Said){"u", 0, days[i].y, false});
        claims[0].quantity.usual = between(days[i].a, days[i].a);
        claims[1].quantity.usual = between(days[i].b, days[i].b);
        ck_assert_msg(explained_by_time(&claims[0], &claims[1],
                                        (Comparison){.standing = STAND_SAME}) ==
                          days[i].explained,
                      "%s", days[i].name);
        tear_down();
    }
}
END_TEST

START_TEST(a_part_is_less_than_what_may_be_its_whole)
{
    const uint64_t region = UINT64_C(1) << CL_FACET_REGION;
    static const struct {
        const char *name;
        const char *where; /* the first is counted; the second says nowhere */
        uint64_t unsaid;
        int a, b;
        bool explained;
    } places[] = {
        {"a part is less", "china", 0, 3, 4, true},
        {"it is not more", "china", 0, 4, 3, false},
        {"the whole is more", "global", 0, 4, 3, true},
        {"it is not less", "global", 0, 3, 4, false},
        {"who counted may be left out too", "china", 1 << CL_FACET_SPEAKER, 3,
         4, true},
        {"when may not", "china", 1 << CL_FACET_WHEN, 3, 4, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        set_up(VARIES);
        say(0, CL_FACET_REGION, (Said){places[i].where, 0, 0, false});
        const int counts[] = {places[i].a, places[i].b};
        for (unsigned j = 0; j < 2; j++) {
            claims[j].quantity.kind = CL_KIND_COUNT;
            claims[j].quantity.value = cl_number_make(counts[j], 0);
            claims[j].quantity.hard = claims[j].quantity.usual =
                between(counts[j], counts[j]);
        }
        const Comparison comparison = {.standing = STAND_PARTIAL,
                                       .unknown = region | places[i].unsaid};
        ck_assert_msg(explained_by_place(&claims[0], &claims[1], comparison) ==
                          places[i].explained,
                      "%s", places[i].name);
        tear_down();
    }
}
END_TEST

START_TEST(counts_and_bare_numbers_count)
{
    static const struct {
        ClQuantityKind a, b;
        bool both;
    } kinds[] = {
        {CL_KIND_COUNT, CL_KIND_COUNT, true},
        {CL_KIND_COUNT, CL_KIND_NUMBER, true},
        {CL_KIND_NUMBER, CL_KIND_COUNT, true},
        {CL_KIND_COUNT, CL_KIND_PERCENT, false},
        {CL_KIND_PERCENT, CL_KIND_NUMBER, false},
        {CL_KIND_PERCENT, CL_KIND_PERCENT, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const ClClaim a = {.quantity.kind = kinds[i].a};
        const ClClaim b = {.quantity.kind = kinds[i].b};
        ck_assert_msg(both_count(&a, &b) == kinds[i].both, "row %zu", i);
    }
}
END_TEST

RUN_TESTS("compare",
          facets_stand_as_readers_would_say,
          two_days_told_in_one_article_are_two_times,
          a_confirmed_figure_is_of_the_month_it_was_confirmed,
          a_rise_of_a_long_time_is_over_the_year_before,
          a_rise_is_long_only_if_both_are,
          the_widest_difference_counts,
          windows_of_one_length_are_one_window,
          a_longer_window_may_hold_more,
          a_total_may_be_more_later,
          a_part_is_less_than_what_may_be_its_whole,
          counts_and_bare_numbers_count)
