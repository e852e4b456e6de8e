#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: schema.sh SOURCE_FOLDER
#
# Three places say which keys a rule file has: the loader's tables, the schema
# that editors complete from, and rules/README.md.  They must say the same.
set -eu
root=$1
failed=0

# The words of "NAME[] = { ... NULL}" in C.
loader() { # FILE TABLE
    awk -v table="$2[] = {" '
        index($0, table) { on = 1; sub(/.*\{/, "") }
        on {
            line = $0
            while (match(line, /"[a-z_]+"/)) {
                print substr(line, RSTART + 1, RLENGTH - 2)
                line = substr(line, RSTART + RLENGTH)
            }
            if (/NULL/) exit
        }' "$root/src/rule/$1" | sort -u
}

# The properties of a definition; each stands on a line of its own.
schema() { # DEFINITION
    awk -v name="    \"$1\": {" '
        $0 == name { on = 1; next }
        on && /^      "properties": \{/ { in_properties = 1; next }
        on && /^    \}/ { exit }
        in_properties && /^        "/ { split($0, part, "\""); print part[2] }
        ' "$root/rules/schema.json" | sort -u
}

# The first column of the tables below a heading: `key`, or `a`, `b`.
readme() { # HEADING
    awk -v heading="## $1" '
        /^## / { on = $0 == heading }
        on && /^\| `/ {
            split($0, cell, "|")
            line = cell[2]
            while (match(line, /`[a-z_]+`/)) {
                print substr(line, RSTART + 1, RLENGTH - 2)
                line = substr(line, RSTART + RLENGTH)
            }
        }' "$root/rules/README.md" | sort -u
}

# Tells what stands in one list alone.
compare() { # WHAT ONE-NAME ONE OTHER-NAME OTHER
    if [ -z "$3" ]; then
        echo "$1: no keys found in $2"
        failed=1
    elif [ "$3" != "$5" ]; then
        failed=1
        for key in $3; do
            echo "$5" | grep -qx "$key" || echo "$1: '$key' is in $2, not in $4"
        done
        for key in $5; do
            echo "$3" | grep -qx "$key" || echo "$1: '$key' is in $4, not in $2"
        done
    fi
}

while read -r definition file table; do
    compare "$definition" "$file" "$(loader "$file" "$table")" \
        schema.json "$(schema "$definition")"
done <<END
rule read_rule.c rule_keys
arithmetic read_arithmetic.c arithmetic_keys
slip read_rule.c slip_keys
example read_examples.c example_keys
article read_examples.c article_keys
claim read_examples.c figure_keys
list entities.c list_keys
fact fact_read.c fact_keys
END

rules=$( (schema rule; schema arithmetic) | sort -u)
compare "rules" schema.json "$rules" README.md \
    "$(readme 'All keys')"
compare "facts" schema.json "$(schema fact)" README.md \
    "$(readme 'Confirmed figures')"
exit "$failed"
