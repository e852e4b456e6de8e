/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Everything the program prints goes through here, and is written whole or
 * said not to be: a report that a full disk cut short must not look good.
 */
#include "cli/output.h"

#include "cli/excerpt.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A closed stream is taken up the wrong way round, so that using it fails as
 * if it were still closed. */
void
cl_output_guard(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0 &&
            open("/dev/null", stream ? O_RDONLY : O_WRONLY) != stream)
            _exit(2);
}

void
cl_output_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autoptr(GString) line = g_string_new("claimlint: error: ");
    cl_escape_terminal(message, line);
    g_string_append_c(line, '\n');
    cl_write_all(STDERR_FILENO, line->str, line->len);
}

bool
cl_output_write(const ClOptions *options, const GString *bytes)
{
    g_autoptr(GError) error = NULL;
    if (options->output) {
        if (cl_file_write(options->output, bytes->str, bytes->len, &error))
            return true;
        cl_output_error("%s", error->message);
        return false;
    }
    if (cl_write_all(STDOUT_FILENO, bytes->str, bytes->len))
        return true;
    cl_output_error("cannot write the result: %s", g_strerror(errno));
    return false;
}

void
cl_output_aside(const GString *lines)
{
    cl_write_all(STDERR_FILENO, lines->str, lines->len);
}

void
cl_output_notes(const ClOptions *options, const ClNotes *notes)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    const bool colour = cl_output_colour(options, STDERR_FILENO);
    g_auto(ClExcerpts) excerpts = {NULL, NULL};
    for (size_t i = 0; i < cl_notes_count(notes); i++) {
        const ClNote *const note = cl_notes_get(notes, i);
        if (options->quiet && note->severity != CL_SEVERITY_ERROR)
            continue;
        if (!note->file)
            g_string_append(lines, "claimlint: ");
        cl_report_note(note, colour, lines);
        cl_excerpt_append(&excerpts, note, lines);
        g_string_append_c(lines, '\n');
    }
    cl_output_aside(lines);
}

bool
cl_output_colour(const ClOptions *options, int stream)
{
    const char *const no_color = getenv("NO_COLOR");
    const char *const term = getenv("TERM");
    if (options->color != CL_COLOR_AUTO)
        return options->color == CL_COLOR_ALWAYS;
    if ((no_color && *no_color) || (term && strcmp(term, "dumb") == 0))
        return false;
    if (stream == STDOUT_FILENO && options->output)
        return false;
    return isatty(stream) == 1;
}
