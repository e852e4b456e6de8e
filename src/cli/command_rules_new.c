/* SPDX-License-Identifier: Apache-2.0 */
/* rules new: a rule to start from, made of a sentence. */
#include "cli/command.h"
#include "cli/output.h"
#include "cli/sketch.h"

#include <string.h>

static bool
is_id(const char *id)
{
    const size_t length = strlen(id);
    return length && length <= 64 && id[0] != '-' && id[length - 1] != '-' &&
           !strstr(id, "--") &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/* Words without quotes around them are one sentence too. */
static char *
join_operands(const ClOptions *options)
{
    GString *const sentence = g_string_new(NULL);
    for (guint i = 0; i < options->operands->len; i++)
        g_string_append_printf(sentence, "%s%s", i ? " " : "",
                               (const char *)options->operands->pdata[i]);
    return g_string_free(sentence, FALSE);
}

static bool
check(const ClOptions *options)
{
    if (!options->operands->len)
        cl_output_error("give a sentence with a figure: claimlint rules new "
                        "'YU7锁单24万台' (see --help)");
    else if (options->id && !is_id(options->id))
        cl_output_error("'%s' cannot be an id: use small letters, digits and "
                        "single hyphens",
                        options->id);
    else if (options->output &&
             g_file_test(options->output, G_FILE_TEST_EXISTS))
        cl_output_error("'%s' is there already: give another name with -o, or "
                        "remove it",
                        options->output);
    else
        return true;
    return false;
}

int
cl_command_rules_new(const ClOptions *options)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GString) mistake = g_string_new(NULL);
    if (!check(options))
        return CL_EXIT_UNJUDGED;
    g_autofree char *sentence = join_operands(options);
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    if (!vocabulary) {
        cl_output_notes(options, notes);
        return CL_EXIT_UNJUDGED;
    }
    if (!cl_sketch_rule(vocabulary, sentence, options->id, out, mistake)) {
        cl_output_error("%s", mistake->str);
        return CL_EXIT_UNJUDGED;
    }
    return cl_output_write(options, out) ? CL_EXIT_AGREED : CL_EXIT_UNJUDGED;
}
