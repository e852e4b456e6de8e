/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/cli.h"

#include <locale.h>
#include <signal.h>

int
main(int argc, char **argv)
{
    /* a file that grows past its limit is a failed write, told as one */
    signal(SIGXFSZ, SIG_IGN);
    setlocale(LC_CTYPE, "");
    return cl_cli_main(argc, argv);
}
