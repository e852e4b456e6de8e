/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments in, exit status out; everything else is a command's. */
#include "cli/cli.h"

#include "cli/command.h"
#include "cli/output.h"

static int
show(const ClOptions *options)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (options->show == CL_SHOW_VERSION)
        g_string_append(text, "claimlint " CLAIMLINT_VERSION "\n");
    else if (options->show == CL_SHOW_MAN)
        cl_options_man(text);
    else
        cl_options_help(options->command, options->family, text);
    return cl_output_write(options, text) ? CL_EXIT_AGREED : CL_EXIT_UNJUDGED;
}

int
cl_cli_main(int argc, char **argv)
{
    g_auto(ClOptions) options;
    g_autoptr(GString) mistake = g_string_new(NULL);
    cl_output_guard();
    cl_options_init(&options);
    if (!cl_options_parse(&options, argc ? argv + 1 : argv, mistake)) {
        cl_output_error("%s; see 'claimlint --help'", mistake->str);
        return CL_EXIT_UNJUDGED;
    }
    if (options.show != CL_SHOW_NOTHING)
        return show(&options);
    return options.command->run(&options);
}
