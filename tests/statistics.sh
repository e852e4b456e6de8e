#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: statistics.sh CLAIMLINT CHECKOUT
#
# --statistics counts what the report and the files say too, changes no byte
# of the report, and tells a time for every stage.
set -eu
export LC_ALL=C.UTF-8

claimlint=$1
cd "$2"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$claimlint" corpus --format json >"$scratch/plain" || [ $? -eq 1 ]
"$claimlint" corpus --format json --jobs 3 --statistics \
    >"$scratch/report" 2>"$scratch/told" || [ $? -eq 1 ]
"$claimlint" extract corpus >"$scratch/claims"
cmp "$scratch/plain" "$scratch/report"

failed=0
told() { # LINE: is told, a basic regular expression
    grep -q "^$1\$" "$scratch/told" && return
    echo "not told: $1"
    failed=1
}

count() {
    printf '%d' "$(wc -l)"
}

# shellcheck disable=SC2046  # names without blanks
set -- $(find corpus -name '*.md' ! -name 'README*' -o -name '*.txt')
bytes=$(cat "$@" | wc -c | awk '{ printf "%.1f KB", $1 / 1000 }')
told "claimlint: statistics"
told "  read      $# articles, $bytes, in 3 threads"
told "  looked at [1-9][0-9]* sentences with a number, [1-9][0-9]* figures read"
told "  found     $(count <"$scratch/claims") claims, $(
    grep -o '"verdict":' "$scratch/report" | count) findings"
told "  took      rules [0-9.]* s, list [0-9.]* s, articles [0-9.]* s, compare [0-9.]* s, report [0-9.]* s"
told "  threads   read [0-9.]* s, extract [0-9.]* s, together"
[ "$failed" -eq 0 ] || cat "$scratch/told"
exit "$failed"
