/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_H
#define CL_CLI_H

/**
 * The whole program.
 *
 * returns  exit status: 0 all was looked at and nothing is to tell, 1 the
 *          same with findings, 2 not everything could be judged
 */
int cl_cli_main(int argc, char **argv);

#endif
