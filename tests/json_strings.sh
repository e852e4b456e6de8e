#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: json_strings.sh CLAIMLINT
#
# What is no JSON string is refused with its line, and what stood above it is
# answered.
set -eu
claimlint=$1
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/check.sh
. "$here/check.sh"

refused() { # BYTES, as printf takes them
    { echo '"5 km"'; printf '%b' "$1"; } >lines
    status=0
    "$claimlint" quantities <lines >out 2>err || status=$?
    [ "$status" -eq 2 ] && [ "$(wc -l <out)" -eq 1 ] &&
        [ "$(cat err)" = "claimlint: error: standard input:2: a JSON string is needed" ] &&
        return
    echo "'$1': status $status"
    cat out err
    failed=1
}

for line in 'x' '[1]' '   ' '"open' '"open \\' '"a\\q"' '"\\u12"' \
    '"\\u12g4"' '"\\uD83D\\u12"' '"a" b' '""x' '"a tab\there"' \
    '"\0001"' '"\0377\0376"' '"\\\0000"'; do
    refused "$line\n"
done
refused '"no end'
exit "$failed"
