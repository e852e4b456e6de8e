#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: document.sh [--accept] CLAIMLINT DOCUMENT
#
# A report shown in a document is what the program prints.  In the document:
#
#   <!-- prints: claimlint corpus/ -->
#   ```text
#   ...
#   ```
#
# The command runs at the top of the checkout; its words have no quotes.
# --accept writes what it prints into the document.
set -eu
export LC_ALL=C.UTF-8 NO_COLOR=1

accept=no
if [ "$1" = --accept ]; then
    accept=yes
    shift
fi
claimlint=$1
document=$2
top=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# One file per marked block: N.command and N.want.
awk -v out="$scratch" '
/^<!-- prints: claimlint .* -->$/ {
    n++
    command = $0
    sub(/^<!-- prints: claimlint /, "", command)
    sub(/ -->$/, "", command)
    print command >(out "/" n ".command")
    printf "" >(out "/" n ".want")
    waiting = 1
    next
}
/^```/ && waiting { waiting = 0; inside = 1; next }
/^```/ && inside { inside = 0; next }
inside { print >(out "/" n ".want") }
' "$document"

failed=0
for command in "$scratch"/*.command; do
    [ -f "$command" ] || { echo "$document shows no report"; exit 1; }
    want=${command%.command}.want
    set -f
    # shellcheck disable=SC2046  # the command is words
    set -- $(cat "$command")
    set +f
    status=0
    (cd "$top" && exec "$claimlint" "$@") >"$scratch/got" </dev/null ||
        status=$?
    if [ "$status" -gt 1 ]; then
        echo "claimlint $*: ended in $status"
        failed=1
    elif [ "$accept" = yes ]; then
        cp "$scratch/got" "$want"
    elif ! diff -u "$want" "$scratch/got"; then
        echo "$document shows (-) other than 'claimlint $*' prints (+)"
        failed=1
    fi
done

if [ "$accept" = yes ]; then
    awk -v out="$scratch" '
    /^<!-- prints: claimlint .* -->$/ { n++; waiting = 1 }
    /^```/ && inside { inside = 0 }
    !inside { print }
    /^```/ && waiting {
        waiting = 0
        inside = 1
        while ((getline line <(out "/" n ".want")) > 0)
            print line
    }
    ' "$document" >"$scratch/document"
    cmp -s "$document" "$scratch/document" ||
        cp "$scratch/document" "$document"
fi
exit "$failed"
