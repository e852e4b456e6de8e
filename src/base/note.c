/* SPDX-License-Identifier: Apache-2.0 */
/* Remarks about input, collected and brought to one order. */
#include "base/base.h"

#include <string.h>

struct ClNotes {
    GPtrArray *list; /* of ClNote *; owned */
};

const char *
cl_severity_name(ClSeverity severity)
{
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
}

static void
free_note(void *data)
{
    ClNote *note = data;
    g_free(note->file);
    g_free(note->message);
    g_free(note->hint);
    g_free(note);
}

ClNotes *
cl_notes_new(void)
{
    ClNotes *notes = g_new(ClNotes, 1);
    notes->list = g_ptr_array_new_with_free_func(free_note);
    return notes;
}

void
cl_notes_free(ClNotes *notes)
{
    if (!notes)
        return;
    g_ptr_array_free(notes->list, TRUE);
    g_free(notes);
}

ClNote *
cl_notes_add(ClNotes *notes,
             const char *kind,
             ClSeverity severity,
             const char *file,
             unsigned line,
             unsigned column,
             const char *hint,
             const char *format,
             ...)
{
    va_list arguments;
    va_start(arguments, format);
    ClNote *note = g_new0(ClNote, 1);
    note->kind = kind;
    note->severity = severity;
    note->incomplete = severity == CL_SEVERITY_ERROR;
    note->file = g_strdup(file);
    note->line = line;
    note->column = column;
    note->message = g_strdup_vprintf(format, arguments);
    /* what it quotes may have lines, a message is one */
    g_strdelimit(note->message, "\r\n", ' ');
    note->hint = g_strdup(hint);
    va_end(arguments);
    g_ptr_array_add(notes->list, note);
    return note;
}

size_t
cl_notes_count(const ClNotes *notes)
{
    return notes->list->len;
}

const ClNote *
cl_notes_get(const ClNotes *notes, size_t index)
{
    return g_ptr_array_index(notes->list, index);
}

size_t
cl_notes_errors(const ClNotes *notes)
{
    size_t errors = 0;
    for (size_t i = 0; i < cl_notes_count(notes); i++)
        errors += cl_notes_get(notes, i)->severity == CL_SEVERITY_ERROR;
    return errors;
}

bool
cl_notes_incomplete(const ClNotes *notes)
{
    for (size_t i = 0; i < cl_notes_count(notes); i++)
        if (cl_notes_get(notes, i)->incomplete)
            return true;
    return false;
}

static int
compare_places(const ClNote *left, const ClNote *right)
{
    const int order = g_strcmp0(left->file, right->file);
    if (order)
        return order;
    if (left->line != right->line)
        return left->line > right->line ? 1 : -1;
    return (left->column > right->column) - (left->column < right->column);
}

/* Total: what a double differs in, even only its severity, is not lost. */
static int
compare_notes(const void *a, const void *b)
{
    const ClNote *left = *(ClNote *const *)a;
    const ClNote *right = *(ClNote *const *)b;
    int order = compare_places(left, right);
    if (!order)
        order = strcmp(left->kind, right->kind);
    if (!order)
        order = strcmp(left->message, right->message);
    if (!order)
        order = (int)right->severity - (int)left->severity;
    if (!order)
        order = right->incomplete - left->incomplete;
    return order ? order : g_strcmp0(left->hint, right->hint);
}

void
cl_notes_sort(ClNotes *notes)
{
    g_ptr_array_sort(notes->list, compare_notes);
    GPtrArray *all = notes->list;
    notes->list = g_ptr_array_new_with_free_func(free_note);
    for (unsigned i = 0; i < all->len; i++) {
        if (i > 0 && compare_notes(&all->pdata[i], &all->pdata[i - 1]) == 0)
            free_note(all->pdata[i - 1]);
        else if (i > 0)
            g_ptr_array_add(notes->list, all->pdata[i - 1]);
    }
    if (all->len)
        g_ptr_array_add(notes->list, all->pdata[all->len - 1]);
    g_ptr_array_set_free_func(all, NULL);
    g_ptr_array_free(all, TRUE);
}

void
cl_notes_append(ClNotes *notes, ClNotes *from)
{
    for (unsigned i = 0; i < from->list->len; i++)
        g_ptr_array_add(notes->list, from->list->pdata[i]);
    g_ptr_array_set_free_func(from->list, NULL);
    g_ptr_array_set_size(from->list, 0);
    g_ptr_array_set_free_func(from->list, free_note);
}
