#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: layering.sh SRC
#
# Fails when a stage includes one that comes after it, or the private header
# of another folder: only FOLDER/FOLDER.h is public.  The linker sees calls
# that go the wrong way; includes of types alone it does not.
set -eu

src=$1
cd "$src"
# The generated files of a build tree would be listed twice: src alone counts.
files=$(find . -name '*.[ch]' | sed 's|^\./||' | LC_ALL=C sort)
[ -n "$files" ] || { echo "no C files in '$src'" >&2; exit 1; }

# shellcheck disable=SC2086  # one word per file; none has a blank
LC_ALL=C awk '
BEGIN {
    count = split("base text quantity rule extract check report cli", order)
    for (i = 1; i <= count; i++)
        rank[order[i]] = i
    rank["."] = count + 1
    apart["quantity", "text"] = 1 # it reads folded text, never an article
}
function refuse(why)
{
    printf "%s:%d: %s: %s\n", FILENAME, FNR, $0, why
    failed = 1
}
FNR == 1 {
    stage = index(FILENAME, "/") ? FILENAME : "."
    sub("/.*", "", stage)
    if (!(stage in rank)) {
        printf "%s: folder is no stage\n", FILENAME
        failed = 1
    }
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    header = $0
    sub(/^[^"]*"/, "", header)
    sub(/".*/, "", header)
    if (header ~ /(^|\/)\.\.(\/|$)/) {
        refuse("write it from src down")
        next
    }
    if (!index(header, "/"))
        next # its own folder, or the compiler would not find it
    folder = header
    sub("/.*", "", folder)
    if (folder == stage)
        next
    if (!(folder in rank))
        refuse("no such stage")
    else if (rank[folder] > rank[stage])
        refuse("stage comes later")
    else if ((stage, folder) in apart)
        refuse("these two do not know each other")
    else if (header != folder "/" folder ".h")
        refuse("private header of another folder")
    else if (stage == "." && folder != "cli")
        refuse("main knows cli alone")
}
END { exit failed }
' $files
