/* SPDX-License-Identifier: Apache-2.0 */
/* Notes are kept, ordered and handed over. */
#include "base/base.h"

#include <string.h>

#include "unit.h"

typedef struct {
    const char *kind;
    ClSeverity severity;
    const char *file;
    unsigned line, column;
    const char *message;
} Row;

/* In the order cl_notes_sort must give. */
static const Row ordered[] = {
    {"order", CL_SEVERITY_NOTE, NULL, 9, 9, "no file comes first"},
    {"order", CL_SEVERITY_NOTE, "a.txt", 0, 0, "a file as a whole"},
    {"order", CL_SEVERITY_NOTE, "a.txt", 2, 0, "a whole line"},
    {"order", CL_SEVERITY_NOTE, "a.txt", 2, 7, "column"},
    {"order", CL_SEVERITY_NOTE, "a.txt", 2, 31, "a later column"},
    {"order", CL_SEVERITY_NOTE, "a.txt", 10, 1, "ten is after two"},
    {"order", CL_SEVERITY_NOTE, "b.txt", 1, 1, "another file"},
    {"range", CL_SEVERITY_NOTE, "b.txt", 1, 1, "a kind"},
    {"range", CL_SEVERITY_NOTE, "b.txt", 1, 1, "message"},
    {"range", CL_SEVERITY_ERROR, "b.txt", 1, 1, "severity"},
    {"range", CL_SEVERITY_WARNING, "b.txt", 1, 1, "severity"},
};

static ClNote *
add(ClNotes *notes, const Row *row)
{
    return cl_notes_add(notes, row->kind, row->severity, row->file, row->line,
                        row->column, NULL, "%s", row->message);
}

static bool
is(const ClNote *note, const Row *row)
{
    return strcmp(note->kind, row->kind) == 0 &&
           note->severity == row->severity &&
           g_strcmp0(note->file, row->file) == 0 && note->line == row->line &&
           note->column == row->column &&
           strcmp(note->message, row->message) == 0;
}

START_TEST(severities_have_names)
{
    ck_assert_str_eq(cl_severity_name(CL_SEVERITY_NOTE), "note");
    ck_assert_str_eq(cl_severity_name(CL_SEVERITY_WARNING), "warning");
    ck_assert_str_eq(cl_severity_name(CL_SEVERITY_ERROR), "error");
}
END_TEST

START_TEST(a_note_keeps_copies)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    char file[] = "a.txt", hint[] = "did you mean 'unit'?", key[] = "unti";
    cl_notes_add(notes, "key", CL_SEVERITY_ERROR, file, 3, 5, hint,
                 "unknown key '%s'", key);
    file[0] = hint[0] = key[0] = '!';
    const ClNote *note = cl_notes_get(notes, 0);
    ck_assert_str_eq(note->kind, "key");
    ck_assert_str_eq(note->file, "a.txt");
    ck_assert_uint_eq(note->line, 3);
    ck_assert_uint_eq(note->column, 5);
    ck_assert_str_eq(note->message, "unknown key 'unti'");
    ck_assert_str_eq(note->hint, "did you mean 'unit'?");
}
END_TEST

START_TEST(only_errors_are_incomplete_unless_told)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    ck_assert(!cl_notes_incomplete(notes));
    add(notes, &(Row){"a", CL_SEVERITY_NOTE, NULL, 0, 0, "m"});
    ClNote *warning =
        add(notes, &(Row){"a", CL_SEVERITY_WARNING, NULL, 0, 0, "m"});
    ck_assert(!cl_notes_incomplete(notes));
    warning->incomplete = true;
    ck_assert(cl_notes_incomplete(notes));
    ck_assert_uint_eq(cl_notes_errors(notes), 0);
    warning->incomplete = false;
    ClNote *error = add(notes, &(Row){"a", CL_SEVERITY_ERROR, NULL, 0, 0, "m"});
    ck_assert(error->incomplete);
    ck_assert_uint_eq(cl_notes_errors(notes), 1);
    error->incomplete = false;
    ck_assert(!cl_notes_incomplete(notes));
}
END_TEST

START_TEST(any_order_sorts_to_the_same_without_doubles)
{
    const size_t count = G_N_ELEMENTS(ordered);
    /* steps prime to the count visit every row, the second round doubles */
    for (size_t step = 1; step < count; step++) {
        g_autoptr(ClNotes) notes = cl_notes_new();
        for (size_t i = 0; i < 2 * count; i++)
            add(notes, &ordered[i * step % count]);
        cl_notes_sort(notes);
        ck_assert_uint_eq(cl_notes_count(notes), count);
        for (size_t i = 0; i < count; i++)
            ck_assert_msg(is(cl_notes_get(notes, i), &ordered[i]), "%s",
                          ordered[i].message);
    }
}
END_TEST

START_TEST(a_double_that_hides_nothing_less_is_dropped)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    const Row row = {"a", CL_SEVERITY_WARNING, "f", 1, 1, "gave up"};
    add(notes, &row);
    add(notes, &row)->incomplete = true;
    add(notes, &row);
    cl_notes_sort(notes);
    ck_assert_uint_eq(cl_notes_count(notes), 2);
    ck_assert(cl_notes_incomplete(notes));
}
END_TEST

START_TEST(no_notes_sort_to_none)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    cl_notes_sort(notes);
    ck_assert_uint_eq(cl_notes_count(notes), 0);
}
END_TEST

START_TEST(appended_notes_change_their_owner)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClNotes) from = cl_notes_new();
    add(notes, &ordered[3]);
    add(from, &ordered[1]);
    add(from, &ordered[2]);
    cl_notes_append(notes, from);
    ck_assert_uint_eq(cl_notes_count(from), 0);
    ck_assert_uint_eq(cl_notes_count(notes), 3);
    ck_assert(is(cl_notes_get(notes, 0), &ordered[3]));
    ck_assert(is(cl_notes_get(notes, 2), &ordered[2]));
    add(from, &ordered[5]); /* still of use, and still frees its own */
    cl_notes_append(notes, from);
    ck_assert_uint_eq(cl_notes_count(notes), 4);
}
END_TEST

START_TEST(nothing_can_be_freed)
{
    cl_notes_free(NULL);
}
END_TEST

RUN_TESTS("base/note",
          severities_have_names,
          a_note_keeps_copies,
          only_errors_are_incomplete_unless_told,
          any_order_sorts_to_the_same_without_doubles,
          a_double_that_hides_nothing_less_is_dropped,
          no_notes_sort_to_none,
          appended_notes_change_their_owner,
          nothing_can_be_freed)
