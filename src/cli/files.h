/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_FILES_H
#define CL_CLI_FILES_H

/* Paths of the command line become a list of articles to read. */

#include "base/base.h"

/** What a file system says of a file without opening it; all 0 for -. */
typedef struct {
    int64_t size;             /* in bytes */
    int64_t written, changed; /* mtime and ctime, in ns since 1970 */
    uint64_t device, inode;
} ClStamp;

/** One article to read. */
typedef struct {
    char *path;    /* as given, or below a folder as given */
    ClStamp stamp; /* when it was listed */
    bool named;    /* given itself, not met in a folder */
    bool draft;    /* one of the articles asked about, not of --against */
    bool document; /* by its name, one that a converter reads */
} ClFile;

typedef struct ClFiles ClFiles;

ClFiles *cl_files_new(void);
void cl_files_free(ClFiles *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClFiles, cl_files_free)

/**
 * Adds an article, or every one below a folder: .txt, .md, .markdown, .html, .htm, .xhtml and .jsonl,
 * except names that start with a dot and README files.  Links met in a
 * folder are not followed.  What a converter reads (.docx, .pdf) is among
 * them once documents are taken.
 *
 * errors   what cannot be listed is a note
 */
void cl_files_add(ClFiles *files, const char *path, bool draft, ClNotes *notes);

void cl_files_take_documents(ClFiles *files);

/** Orders by path bytes and drops a file met twice; then they may be read. */
void cl_files_sort(ClFiles *files);

size_t cl_files_count(const ClFiles *files);
const ClFile *cl_files_get(const ClFiles *files, size_t index);

/** True for a file of JSON Lines, by its name: an article a line. */
bool cl_file_holds_records(const char *path);

#endif
