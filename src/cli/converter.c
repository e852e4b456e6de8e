/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a command for one document.  The words reach it as they are: a name
 * with blanks, quotes or a semicolon is one word, and one that begins with a
 * hyphen no option.
 */
#include "cli/converter.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

bool
cl_converter_wanted(const char *path)
{
    static const char *const endings[] = {".docx", ".epub", ".odt", ".pdf",
                                          ".rtf"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (cl_path_ends(path, endings[i]))
            return true;
    return false;
}

char **
cl_converter_parse(const char *command)
{
    g_auto(GStrv) words = NULL;
    if (!g_shell_parse_argv(command, NULL, &words, NULL))
        return NULL;
    g_autofree char *program = g_find_program_in_path(words[0]);
    return program ? g_steal_pointer(&words) : NULL;
}

/* The command and its last word; words are borrowed but for that one. */
static GPtrArray *
words_for(char *const *command, const char *path)
{
    GPtrArray *const words = g_ptr_array_new();
    for (; *command; command++)
        g_ptr_array_add(words, *command);
    g_ptr_array_add(words, *path == '-' ? g_strconcat("./", path, NULL)
                                        : g_strdup(path));
    g_ptr_array_add(words, NULL);
    return words;
}

static bool
start(
    char *const *command, const char *path, GPid *child, int *from, GError **e)
{
    g_autoptr(GPtrArray) words = words_for(command, path);
    const GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD;
    const bool started =
        g_spawn_async_with_pipes(NULL, (char **)words->pdata, NULL, flags, NULL,
                                 NULL, child, NULL, from, NULL, e);
    g_free(words->pdata[words->len - 2]);
    return started;
}

/* Waits for its end; false with error set unless that was a good one. */
static bool
end_well(GPid child, const char *program, const char *path, GError **error)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    g_spawn_close_pid(child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (error && !*error)
        g_set_error(error, CL_FILE_ERROR, CL_FILE_ERROR_OTHER,
                    "'%s' made no text of '%s': it ended %s %d", program, path,
                    WIFEXITED(status) ? "with status" : "by signal",
                    WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
    return false;
}

char *
cl_converter_read(char *const *command,
                  const char *path,
                  size_t limit,
                  size_t *length,
                  GError **error)
{
    GPid child;
    int from;
    if (!start(command, path, &child, &from, error))
        return NULL;
    g_autofree char *bytes =
        cl_file_read_open(from, path, limit, length, error);
    close(from);
    if (!bytes)
        kill(child, SIGKILL);
    return end_well(child, command[0], path, error) ? g_steal_pointer(&bytes)
                                                    : NULL;
}
