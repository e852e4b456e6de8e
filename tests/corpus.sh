#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: corpus.sh CLAIMLINT CHECKOUT
#
# What claimlint finds in corpus/ is what the table "Declared discrepancies"
# of corpus/README.md says: every pair of rule and verdict in it, no other,
# and none more often than it has rows (rows may come as one finding).
set -eu
export LC_ALL=C.UTF-8

claimlint=$1
cd "$2"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

status=0
"$claimlint" corpus/ --format json >"$scratch/report" || status=$?
if [ "$status" -gt 1 ]; then
    "$claimlint" corpus/ || :
    echo "claimlint corpus/ ended in $status: not everything was judged"
    exit 1
fi

# One object has both keys, with no other object between them; a quote inside
# a JSON string is escaped, so keys alone are met.
grep -o '"rule": *"[^"]*"[^{}]*"verdict": *"[^"]*"' "$scratch/report" |
    sed 's/"rule": *"\([^"]*\)".*"verdict": *"\([^"]*\)"/found \1 \2/' \
        >"$scratch/found" || :

# Rows of the table are numbered D1, D2, ...: | D1 | rule | verdict | ...
awk -F '[ \t]*[|][ \t]*' '
/^#/ { inside = /^## Declared discrepancies/ }
inside && $2 ~ /^D[0-9]+$/ { gsub(/`/, ""); print "declared", $3, $4 }
' corpus/README.md >"$scratch/declared"

if ! [ -s "$scratch/declared" ]; then
    echo "corpus/README.md declares nothing: no row D1 with rule and verdict"
    exit 1
fi

LC_ALL=C sort "$scratch/declared" "$scratch/found" | awk '
{ pair = $2 " " $3; pairs[pair]; count[$1, pair]++ }
END {
    for (pair in pairs) {
        want = count["declared", pair] + 0
        got = count["found", pair] + 0
        if (got && got <= want)
            continue
        printf "%s: declared %d, found %d\n", pair, want, got
        failed = 1
    }
    exit failed
}'
