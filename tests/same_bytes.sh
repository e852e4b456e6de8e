#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: same_bytes.sh CLAIMLINT CHECKOUT orders|threads
#
# The same input gives the same bytes: whatever the order of the arguments,
# the locale, the time zone and what memory held before, or the number of
# threads.
set -eu

claimlint=$1
what=$3
cd "$2"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
differ=0

report() { # FORMAT FILE ARGS...: a finding (1) is no failure here
    format=$1 file=$2
    shift 2
    "$claimlint" --format "$format" "$@" >"$file" || [ $? -eq 1 ]
}

same() { # WHAT
    cmp "$scratch/first" "$scratch/again" && return
    echo "$1: $format report differs"
    differ=1
}

set -- corpus/*.*
backwards=
for file in "$@"; do
    backwards="$file $backwards"
done

try_orders() {
    # shellcheck disable=SC2086  # a list of names without blanks
    LC_ALL=C.UTF-8 report "$format" "$scratch/again" $backwards
    same "arguments backwards"
    for locale in C POSIX en_US.UTF-8 zh_CN.GB18030 tr_TR.UTF-8; do
        LC_ALL=$locale report "$format" "$scratch/again" "$@"
        same "LC_ALL=$locale"
    done
    for zone in Pacific/Kiritimati Pacific/Pago_Pago; do # a day apart
        LC_ALL=C.UTF-8 TZ=$zone report "$format" "$scratch/again" "$@"
        same "TZ=$zone"
    done
    LC_ALL=C.UTF-8 MALLOC_PERTURB_=165 report "$format" "$scratch/again" "$@"
    same "memory filled with other bytes"
}

try_threads() {
    for jobs in 1 2 4 8; do
        LC_ALL=C.UTF-8 report "$format" "$scratch/again" --jobs "$jobs" "$@"
        same "--jobs $jobs"
    done
}

for format in text json markdown; do
    LC_ALL=C.UTF-8 report "$format" "$scratch/first" "$@"
    [ -s "$scratch/first" ] || { echo "$format: empty report"; exit 1; }
    case $what in
    orders) try_orders "$@" ;;
    threads) try_threads "$@" ;;
    *) echo "unknown: $what"; exit 2 ;;
    esac
done
exit "$differ"
