/* SPDX-License-Identifier: Apache-2.0 */
/* Cells become aligned rows; widths are those of a terminal. */
#include "report/report.h"

/* A cell beyond this is not waited for: the rest of its row moves right. */
#define CELL_LIMIT 48

struct ClColumns {
    size_t width;
    GPtrArray *cells; /* of GString *, row by row */
};

static void
free_cell(gpointer cell)
{
    g_string_free(cell, TRUE);
}

ClColumns *
cl_columns_new(size_t width)
{
    ClColumns *const columns = g_new(ClColumns, 1);
    *columns = (ClColumns){width, g_ptr_array_new_with_free_func(free_cell)};
    return columns;
}

void
cl_columns_free(ClColumns *columns)
{
    if (!columns)
        return;
    g_ptr_array_unref(columns->cells);
    g_free(columns);
}

GString *
cl_columns_next(ClColumns *columns)
{
    GString *const cell = g_string_new(NULL);
    g_ptr_array_add(columns->cells, cell);
    return cell;
}

static const char *
cell_at(const ClColumns *columns, size_t row, size_t column)
{
    const size_t at = row * columns->width + column;
    if (at >= columns->cells->len)
        return "";
    return ((const GString *)columns->cells->pdata[at])->str;
}

static size_t
row_count(const ClColumns *columns)
{
    return (columns->cells->len + columns->width - 1) / columns->width;
}

static size_t
column_width(const ClColumns *columns, size_t column)
{
    size_t widest = 0;
    for (size_t row = 0; row < row_count(columns); row++) {
        const size_t width = cl_text_width(cell_at(columns, row, column));
        if (width <= CELL_LIMIT)
            widest = MAX(widest, width);
        else
            widest = MAX(widest, 1);
    }
    return widest;
}

static void
pad(size_t from, size_t to, GString *out)
{
    for (; from < to; from++)
        g_string_append_c(out, ' ');
}

static void
print_row(const ClColumns *columns,
          size_t row,
          const size_t *widths,
          GString *out)
{
    size_t wanted = 0, printed = 0;
    for (size_t column = 0; column < columns->width; column++) {
        if (!widths[column])
            continue;
        const char *const cell = cell_at(columns, row, column);
        if (*cell) {
            /* an overlong cell leaves two blanks, then goes on */
            const size_t at = printed ? MAX(wanted, printed + 2) : wanted;
            pad(printed, at, out);
            g_string_append(out, cell);
            printed = at + cl_text_width(cell);
        }
        wanted += widths[column] + 2;
    }
    g_string_append_c(out, '\n');
}

void
cl_columns_print(const ClColumns *columns, const char *indent, GString *out)
{
    g_autofree size_t *widths = g_new(size_t, columns->width);
    for (size_t column = 0; column < columns->width; column++)
        widths[column] = column_width(columns, column);
    for (size_t row = 0; row < row_count(columns); row++) {
        g_string_append(out, indent);
        print_row(columns, row, widths, out);
    }
}
