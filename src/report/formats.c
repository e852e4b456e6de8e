/* SPDX-License-Identifier: Apache-2.0 */
/* The one list of formats: --format, its help and its suggestions use it. */
#include "report/formats.h"

#include <string.h>

const ClFormat cl_formats[] = {
    {"text", "for a terminal and for build logs", cl_report_text, true},
    {"json", "one object with claims, findings and notes", cl_report_json,
     false},
    {"markdown", "a report to mail to an editor", cl_report_markdown, true},
    {NULL, NULL, NULL, false},
};

const ClFormat *
cl_format_find(const char *name)
{
    for (const ClFormat *format = cl_formats; format->name; format++)
        if (strcmp(format->name, name) == 0)
            return format;
    return NULL;
}
