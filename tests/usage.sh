#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: usage.sh CLAIMLINT
#
# What the command line says of itself and of each mistake in it: a word that
# is none is told with the nearest one, and no mistake ends in success.
set -eu

claimlint=$1
. "$(dirname "$0")/check.sh"

write_rule() { # FILE ID
    cat >"$1" <<END
id: $2
title: 订单量
subject: [Y1]
measure: [订单]
unit: 辆
examples:
  - text: Y1订单5万辆
    claim: {value: 5万}
  - silent: Y3订单
END
}

mkdir rules empty drafts library folder
write_rule rules/orders.yaml y1-orders
echo 'Y1订单5万辆。' >a.txt
echo 'Y1订单6万辆。' >drafts/b.txt
echo 'Y1订单5万辆。' >library/c.txt
cp library/c.txt library/d.txt
printf 'id: [\n' >folder/broken.yaml
printf 'name,' >odd.csv

table() { # of STATUS|TEXT|ARGS
    while IFS='|' read -r status text arguments; do
        # shellcheck disable=SC2086 # arguments are words
        [ -z "$status" ] || check "$status" "$text" $arguments
    done
}

# Each command and each option that the help names is there.
check 0 'Usage: claimlint [COMMAND]' --help
sed -n '/^Commands:/,/^$/s/^  \([a-z]*\( [a-z]*\)\{0,1\}\)  .*/\1/p' out >names
[ "$(wc -l <names)" -ge 9 ] || { echo "commands:" && cat names && failed=1; }
while read -r command; do
    check 0 "Usage: claimlint $command " $command --help
    grep -o '^ .*--[a-z-]*' out | grep -o '[-][-][a-z-]*' >"options of it"
    [ -s "options of it" ] || { echo "no option of $command" && failed=1; }
    while read -r option; do
        check 2 "" $command "$option=" "--no-such-option"
        ! grep -q "unknown option '$option'" err ||
            { echo "'$command' does not know $option" && failed=1; }
    done <"options of it"
done <names

table <<'END'
0|claimlint 0|--version
0|claimlint 0|-V --help
0|Usage: claimlint|-h --version
0|.TH |--print-man
2|unknown option '--formt' (did you mean '--format'?)|--formt=text a.txt
2|unknown option '--zzzzzzzz'|--zzzzzzzz a.txt
2|unknown option '-z'|-z a.txt
2|'--quiet' takes no value|--quiet=yes a.txt
2|'--format' needs a value|a.txt --format
2|needs a value|a.txt -f
2|bad value 'loud' for '--color' (expected: auto, always, never)|--color=loud a.txt
2|bad value '' for '--output'|--output= a.txt
2|bad value '' for '--cache'|--cache= a.txt
2|bad value '0' for '--jobs'|-j0 a.txt
2|bad value '1025' for '--jobs'|-j 1025 a.txt
2|bad value 'K' for '--max-file-size'|--max-file-size=K a.txt
2|bad value '9Q' for '--max-file-size'|--max-file-size=9Q a.txt
2|bad value '99999999999G' for '--max-file-size'|--max-file-size=99999999999G a.txt
2|bad value '0' for '--max-claims'|--max-claims=0 a.txt
2|bad value 'bad' for '--fail-on' (expected: note, warning, error, never)|--fail-on bad a.txt
2|bad value 'morse' for '--encoding'|--encoding morse a.txt
2|bad value './none' for '--pre'|--pre ./none a.txt
2|bad value '2025-02-30' for '--today'|check --today 2025-02-30 a.txt
2|bad value '' for '--id'|rules new x --id=
2|unknown format 'jsn' (did you mean 'json'?)|--format jsn a.txt
2|unknown format 'sculpture' (there are: text, json, markdown)|--format sculpture a.txt
2|unknown format 'text'|extract --format text a.txt
2|no article given: claimlint check PATH|check
2|no article given: claimlint extract PATH|extract
2|none|--rules none a.txt
2|no rule file in 'empty'|--rules empty a.txt
2|error|--rules folder a.txt
2|error|extract --rules folder a.txt
2|none.txt|none.txt
2|none|--against none a.txt
2|none|--facts none a.txt
2|there are: 'rules list', 'rules test'|rules tst
2|did you mean|chek a.txt
2|broken.yaml|rules list --rules folder
2|broken.yaml|rules test folder
2|broken.yaml|rules lint folder
2|none.yaml|rules test none.yaml
2|none.yaml|rules lint none.yaml
2|y1-order|rules explain y1-order a.txt
2|none.txt|rules explain y1-orders none.txt
2|cannot open|rules explain none.yaml a.txt
0|y1-orders  订单量|rules list
0|rules/orders.yaml:1|rules list
0|1 rule, 2 examples: all pass|rules test rules
0|"rule": "y1-orders"|extract --format jsonl a.txt
0|"rule": "y1-orders"|extract a.txt
0|no findings|a.txt library
1|5万辆|a.txt drafts
0|6万辆|a.txt drafts --fail-on never
1|5万辆|drafts --against library
1|5万辆|drafts --against library --format json
0||a.txt --against library
END
[ "$failed" -ne 0 ] || check 0 '' --quiet a.txt

# What holds between the drafts and what they are held against is told once;
# what the others say among themselves is not.
write_article() { printf '%s\n' "$2" >"library/$1"; }
write_article e.txt 'Y1订单7万辆。'
check 0 '' a.txt --against a.txt
check 1 '7万辆' drafts --against library
mkdir silent
echo 'Y3的消息。' >silent/f.txt
check 0 '' silent --against library
! grep -q 7万 out || { echo "told of what is no draft" && failed=1; }

# A configuration is found upwards and says where the rules are.
mkdir -p desk/news other
cp rules/orders.yaml other/
printf 'rules: other\n' >desk/.claimlint.yaml
cp a.txt desk/news/
check 2 'other' desk/news/a.txt
printf 'rules: ../other\n' >desk/.claimlint.yaml
check 0 'y1-orders' rules list --rules other
check 0 '' desk/news/a.txt
printf 'rulez: ../other\n' >desk/.claimlint.yaml
check 2 "did you mean 'rules'" desk/news/a.txt
printf 'zzzzzzzz: ../other\n' >desk/.claimlint.yaml
check 2 'known keys: rules, facts' desk/news/a.txt
printf 'rules: [\n' >desk/.claimlint.yaml
check 2 '.claimlint.yaml' desk/news/a.txt
printf 'rules: ../other\nfacts: none\n' >desk/.claimlint.yaml
check 2 'none' desk/news/a.txt
rm desk/.claimlint.yaml
mkdir desk/.claimlint.yaml
check 2 '.claimlint.yaml' desk/news/a.txt

# Rules that are installed with the program serve where a desk has none.
mkdir -p prefix/bin prefix/share/claimlint bare/news
cp "$claimlint" prefix/bin/claimlint
cp a.txt bare/news/
checked=$claimlint
claimlint=$scratch/prefix/bin/claimlint
cd bare
check 2 'no rules' news/a.txt
cp -R ../other ../prefix/share/claimlint/rules
check 0 '1 claim of 1 rule' news/a.txt
cd ..
claimlint=$checked

# Quiet leaves out what is no error, and nothing else.
{
    for number in 1 2 3 4 5 6 7 8 9; do
        echo 'Y1的掌柜说，今年的春茶比往年香，来的客人也多了起来。'
    done
    printf 'Y1订单5万辆。\377\n'
} >odd.txt
check 0 'odd.txt' odd.txt
grep -q odd.txt err || { echo "an odd byte is not told" && failed=1; }
check 0 '1 claim of 1 rule' --quiet odd.txt
[ ! -s err ] || { echo "quiet is not quiet" && failed=1; }
check 2 'none.txt' --quiet none.txt odd.txt
check 0 '1 claim of 1 rule' --cache off a.txt

# A report in colour or not, as asked, whatever the terminal.
check 1 "$(printf '\033[')" --color always a.txt drafts
check 1 '5万辆' --color never a.txt drafts
! grep -q "$(printf '\033')" out || { echo "never is never" && failed=1; }

exit "$failed"
