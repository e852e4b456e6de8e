/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/cli.h"

#include <locale.h>
#include <signal.h>
#include <unistd.h>

/* GLib ends a program that gets no memory by a trap. */
static void
say_no_memory(int number)
{
    static const char line[] =
        "claimlint: error: cannot go on, most likely for want of memory\n";
    (void)number;
    (void)!write(STDERR_FILENO, line, sizeof line - 1);
    _exit(2);
}

int
main(int argc, char **argv)
{
    /* a file that grows past its limit is a failed write, told as one */
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGTRAP, say_no_memory);
    setlocale(LC_CTYPE, "");
    return cl_cli_main(argc, argv);
}
