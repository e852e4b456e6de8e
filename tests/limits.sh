#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: limits.sh CLAIMLINT
#
# Rules beyond what a program should load end the run with what was too much,
# and no mark-up in a rule file is more than text: it runs nothing and reads
# nothing.
set -eu

claimlint=$1
. "$(dirname "$0")/check.sh"

rule() { # ID TEXT
    printf -- '- id: %s\n  title: "%s"\n  subject: [Y1]\n  measure: [%s]\n  unit: 辆\n  examples:\n    - {text: Y1%s5万辆, claim: {value: 5万}}\n    - silent: Y3订单\n' \
        "$1" "$2" "$3" "$3"
}

echo 'Y1订单5万辆。' >a.txt

# 65 files of a megabyte each.
mkdir heavy
rule heavy-0 heavy 订单 >heavy/0.yaml
head -c 1000000 /dev/zero | tr '\0' '#' >comment
number=1
while [ "$number" -le 69 ]; do
    {
        cat comment
        echo
        rule "heavy-$number" heavy "订单$number"
    } >"heavy/$number.yaml"
    number=$((number + 1))
done
check 2 'rule files of more than 64 MiB in all' --rules heavy a.txt
head -c 1100000 comment >heavy.yaml
cat comment >>heavy.yaml
check 2 'larger than 1048576 bytes' --rules heavy.yaml a.txt

# One rule more than may be.
mkdir many
awk 'BEGIN {
    for (i = 0; i <= 50000; i++) {
        file = "many/" int(i / 2000) ".yaml"
        print "- {id: r" i ", title: t, subject: [Y1], measure: [m" i "], unit: 辆, examples: [{text: Y1m" i "为5万辆, claim: {value: 5万}}, {silent: Y3}]}" > file
    }
}'
check 2 'more than 50000 rules' --rules many a.txt

# Folders without end.
mkdir deep
(
    cd deep
    for level in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do
        mkdir d
        cd d
    done
    rule deep deep 订单 >deep.yaml
)
check 2 'too deep' --rules deep a.txt

# What other formats would run, fetch or fill in stays as it is written.
mkdir plain
rule plain '$HOME $(touch ran) `touch ran` ${PATH} %x' 订单 >plain/a.yaml
echo 'Y1订单9万辆。' >b.txt
# shellcheck disable=SC2016  # as it is written
check 1 '$HOME $(touch ran)' --rules plain a.txt b.txt
for evil in '!!python/object/apply:os.system [touch ran]' '!include a.txt' \
    '*anchor' '&anchor x'; do
    {
        rule plain plain 订单
        printf '  why: %s\n' "$evil"
    } >evil.yaml
    check 2 'not allowed' --rules evil.yaml a.txt
done
for pattern in '(*LIMIT_MATCH=9)a' '(?C1)a' '\Ca' '(*NO_JIT)a' '(*UTF)a'; do
    {
        rule plain plain 订单
        printf "  patterns: ['%s{quantity}']\n" "$pattern"
    } >evil.yaml
    check 2 'not allowed' --rules evil.yaml a.txt
done
[ ! -e ran ] || { echo "a rule ran a command"; failed=1; }

# A link, a pipe and a device among the rules.
mkdir odd
rule odd odd 订单 >odd/a.yaml
mkfifo odd/pipe.yaml
check 2 'not a regular file' --rules odd a.txt
rm odd/pipe.yaml
ln -s /dev/zero odd/zero.yaml
check 2 'not a regular file' --rules odd a.txt
rm odd/zero.yaml
ln -s . odd/loop
check 0 '1 claim' --rules odd a.txt
exit "$failed"
