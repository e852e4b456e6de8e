#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: compilers.sh CLAIMLINT OTHER CHECKOUT
#
# Programs of two compilers say the same: each format of check and every claim
# of extract, over the shipped articles and each set of tests/articles, are the
# same bytes.  Prints how many outputs were compared and how large they were.
set -eu

one=$1
other=$2
cd "$3"
export LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
differ=0
compared=0
bytes=0

say() { # CLAIMLINT FILE ARGS...: a finding (1) is no failure here
    program=$1 file=$2
    shift 2
    "$program" "$@" >"$file" 2>"$file.err" || [ $? -eq 1 ] || {
        echo "'$program $*' failed:"
        cat "$file.err"
        exit 1
    }
}

same() { # ARGS...
    say "$one" "$scratch/one" "$@"
    say "$other" "$scratch/other" "$@"
    [ -s "$scratch/one" ] || { echo "'$*' says nothing"; exit 1; }
    compared=$((compared + 1))
    bytes=$((bytes + $(wc -c <"$scratch/one")))
    for end in "" .err; do
        cmp "$scratch/one$end" "$scratch/other$end" && continue
        echo "'$*' differs$end"
        differ=1
    done
}

for folder in corpus tests/articles/*/; do
    for format in text json markdown; do
        same check --rules rules --format "$format" "$folder"
    done
    same extract --rules rules "$folder"
done
echo "$compared outputs of $bytes bytes compared"
exit "$differ"
