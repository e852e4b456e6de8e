/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_OPTIONS_H
#define CL_CLI_OPTIONS_H

/* The command line: one table of options feeds parser, --help and man page. */

#include "report/report.h"

typedef struct ClCommand ClCommand;

typedef enum { CL_COLOR_AUTO, CL_COLOR_ALWAYS, CL_COLOR_NEVER } ClColor;

/** What is wanted instead of running a command. */
typedef enum {
    CL_SHOW_NOTHING,
    CL_SHOW_HELP,
    CL_SHOW_VERSION,
    CL_SHOW_MAN
} ClShow;

/** A larger file is no news article. */
#define CL_MOST_ARTICLE_BYTES ((size_t)256 << 20)

/** --fail-on never: above every severity. */
#define CL_FAIL_NEVER (CL_SEVERITY_ERROR + 1)

/** A command line, read.  Strings are borrowed from argv but for pre. */
typedef struct {
    const ClCommand *command;
    const char *family;   /* what help is asked about, if it is no command */
    GPtrArray *operands;  /* of const char * */
    GPtrArray *rules;     /* of const char * */
    GPtrArray *against;   /* of const char * */
    GPtrArray *articles;  /* of const char *: for rules lint */
    const char *id;       /* for rules new; NULL: it is made up */
    GPtrArray *facts;     /* of const char * */
    const char *format;   /* NULL: the command's first */
    const char *output;   /* NULL: standard output */
    const char *encoding; /* of articles; NULL: detected */
    char **pre;           /* makes text of documents; NULL: nothing does */
    unsigned fail_on;     /* a ClSeverity or CL_FAIL_NEVER */
    ClColor color;
    const char *cache;    /* a folder; NULL: none */
    unsigned jobs;        /* 0: one for each processor */
    ClDay today;          /* 0: not given */
    bool explain;         /* of quantities: for people instead of programs */
    size_t max_file_size; /* bytes of an article */
    unsigned max_claims;  /* of a rule in an article */
    bool quiet;
    bool statistics;
    ClShow show;
    unsigned given; /* a bit for each row of the table that was met */
} ClOptions;

void cl_options_init(ClOptions *options);
void cl_options_clear(ClOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ClOptions, cl_options_clear)

/**
 * Reads the arguments after the program's name.
 *
 * argv     ended by NULL
 * mistake  receives one line on what is wrong
 * returns  false on a mistake
 */
bool cl_options_parse(ClOptions *options, char **argv, GString *mistake);

/**
 * Appends --help: of one command, or for NULL of the commands whose names
 * begin with the word family, or where none does, of the program.
 */
void cl_options_help(const ClCommand *command,
                     const char *family,
                     GString *out);

/** Appends the man page in man(7) mark-up. */
void cl_options_man(GString *out);

#endif
