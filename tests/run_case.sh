#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: run_case.sh [--accept] CLAIMLINT CASE...
#
# Runs claimlint on end-to-end cases and compares what it says.  A case is a
# folder of input files beside, each optional:
#
#   args             words of the command line, parted by blanks or line ends
#                    (without it: check --format text .)
#   stdin            what is on standard input (without it: nothing)
#   expected.EXT     standard output (without it: nothing)
#   expected.err     standard error (without it: nothing)
#   expected.status  exit status (without it: 0)
#   expected.files/  files the run must leave behind, whole
#
# It runs in a copy that holds the inputs alone.  A folder whose name ends in
# .known holds a fault we admit: it must differ from what it expects.
set -eu

# What a user's machine may have set must not show in a report.
unset HOME NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE COLUMNS CI \
    GITHUB_ACTIONS XDG_CONFIG_HOME XDG_DATA_HOME XDG_DATA_DIRS
export LC_ALL=C.UTF-8 TZ=UTC

accept=no
if [ "$1" = --accept ]; then
    accept=yes
    shift
fi
claimlint=$1
shift

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The file that holds the expected output of a case, present or not yet.
output_file() { # CASE
    for file in "$1"/expected.*; do
        case $file in
        *.err | *.status | *.files) ;;
        *)
            [ -f "$file" ] && { echo "$file"; return; }
            ;;
        esac
    done
    case " $(cat "$1/args" 2>/dev/null || :) " in
    *markdown*) echo "$1/expected.md" ;;
    *json*) echo "$1/expected.json" ;;
    *) echo "$1/expected.txt" ;;
    esac
}

run() { # CASE: leaves out, err and status in $scratch
    rm -rf "$scratch/in"
    cp -R "$1" "$scratch/in"
    rm -rf "$scratch"/in/expected.* "$scratch/in/args" "$scratch/in/stdin"
    input=/dev/null
    [ ! -f "$1/stdin" ] || input=$1/stdin
    words="check --format text ."
    [ ! -f "$1/args" ] || words=$(cat "$1/args")
    set -f
    # shellcheck disable=SC2086  # args are words
    set -- $words
    set +f
    status=0
    (cd "$scratch/in" && exec "$claimlint" "$@") <"$input" \
        >"$scratch/out" 2>"$scratch/err" || status=$?
    echo "$status" >"$scratch/status"
}

# Prints the difference, if any, between what is expected and what came.
compare() { # EXPECTED GOT DEFAULT
    if [ -f "$1" ]; then
        cp "$1" "$scratch/want"
    else
        printf '%s' "$3" >"$scratch/want"
    fi
    # Labels, not paths: a diff of a diff then shows what changed.
    diff -u "$scratch/want" "$2" >"$scratch/diff" && return
    echo "--- $(basename "$1") (as expected)"
    echo "+++ $(basename "$1") (as it is)"
    sed '1,2d' "$scratch/diff"
}

compare_files() { # CASE
    [ -d "$1/expected.files" ] || return 0
    (cd "$1/expected.files" && find . -type f | sed 's|^./||') | while IFS= read -r file; do
        if [ -f "$scratch/in/$file" ]; then
            compare "$1/expected.files/$file" "$scratch/in/$file" ""
        else
            echo "missing after the run: '$file'"
        fi
    done
}

check() { # CASE
    run "$1"
    {
        compare "$(output_file "$1")" "$scratch/out" ""
        compare "$1/expected.err" "$scratch/err" ""
        compare "$1/expected.status" "$scratch/status" "0
"
        compare_files "$1"
    } >"$scratch/differences"
    same=no
    [ -s "$scratch/differences" ] || same=yes
    case $1:$same in
    *.known:yes)
        echo "'$1' passes now: take .known off its name"
        return 1
        ;;
    *.known:no) ;;
    *:no)
        cat "$scratch/differences"
        return 1
        ;;
    esac
}

rewrite() { # EXPECTED GOT: no file where there is nothing to say
    if [ -s "$2" ]; then
        cmp -s "$1" "$2" || { cp "$2" "$1"; echo "accepted ${1#"$PWD"/}"; }
    elif [ -e "$1" ]; then
        rm "$1"
        echo "removed ${1#"$PWD"/}"
    fi
}

accept() { # CASE
    case $1 in
    *.known) return ;;
    esac
    run "$1"
    rewrite "$(output_file "$1")" "$scratch/out"
    rewrite "$1/expected.err" "$scratch/err"
    [ "$(cat "$scratch/status")" != 0 ] || : >"$scratch/status"
    rewrite "$1/expected.status" "$scratch/status"
    [ -d "$1/expected.files" ] || return 0
    (cd "$1/expected.files" && find . -type f | sed 's|^./||') | while IFS= read -r file; do
        rewrite "$1/expected.files/$file" "$scratch/in/$file"
    done
}

failed=0
for case in "$@"; do
    if [ "$accept" = yes ]; then
        accept "${case%/}"
    else
        check "${case%/}" || failed=1
    fi
done
exit "$failed"
