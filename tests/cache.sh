#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: cache.sh CLAIMLINT CHECKOUT
#
# A cache changes no byte of a report and no exit status, whatever state it is
# in; it saves reading what is as it was, and nothing else.
set -eu
export LC_ALL=C.UTF-8

claimlint=$1
top=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
failed=0

fail() { # WHAT
    echo "$1"
    failed=1
}

cp -R "$top/corpus" articles
cp -R "$top/rules/xiaomi" rules
# what is told of the input must come back, too
printf '\0\1\2' >articles/binary.txt
printf '小米YU7锁单24万台\377。%s\n' "$(printf '天气很好%.0s' $(seq 60))" \
    >articles/bad-byte.txt
touch -t 203701010000 articles/* # may change once more without a newer time
articles=$(find articles \( -name '*.md' -o -name '*.txt' \) \
    ! -name 'README*' | wc -l | tr -d ' ')

# Leaves the report and the exit status in OUT, the rest in told.
run() { # OUT ARGS...
    out=$1 status=0
    shift
    "$claimlint" "$@" --rules rules --statistics >"$out" 2>told || status=$?
    echo "status $status" >>"$out"
}

# A run with the cache is as one without.
same() { # WHAT [ARGS...]
    what=$1
    shift
    run without --format json articles
    run with --format json articles --cache cache "$@"
    cmp -s without with && return
    fail "$what: not the report of a run without a cache"
    diff without with | head -n 5
}

any='[0-9]*'

# How many articles were not read, read and unchanged, new.
told() { # WHAT UNREAD UNCHANGED NEW
    line="  cache     $2 articles* not read again, $3 read and unchanged, $4 new"
    grep -qx "$line or changed" told && return
    fail "$1: expected $2 not read, $3 unchanged, $4 new"
    cat told
}

warned() { # WHAT
    grep -q ': warning: .*report is none the worse' told && return
    fail "$1: no warning"
    cat told
}

silent() { # WHAT
    grep -q 'warning:.*none the worse' told || return 0
    fail "$1: a warning without need"
    cat told
}

# ---- Cold, warm, off --------------------------------------------------------

same "cold"
told "cold" 0 0 "$articles"
silent "cold"
same "warm, with files that are young"
told "warm, with files that are young" 0 "$articles" 0
touch -t 202001010000 articles/*
sleep 3 # what the file system noted of that is no longer young either
same "old enough"
told "old enough" 0 "$articles" 0
same "warm"
told "warm" "$articles" 0 0
silent "warm"
same "one thread" --jobs 1
same "eight threads" --jobs 8
# These tell how many figures no rule takes, for which all must be read.
for format in text markdown; do
    run without --format "$format" articles
    run with --format "$format" articles --cache cache
    cmp without with || fail "warm: another $format report"
done
told "warm, of the same kind" "$articles" 0 0
same "warm after more was read"
told "warm after more was read" "$articles" 0 0
run without articles --format json --encoding windows-1252
run with articles --format json --encoding windows-1252 --cache named
cmp without with || fail "in an encoding: another report"
cp named/* cache
same "in no encoding after one"
rm -f cache/"$(ls named)"
run without extract articles
run with extract articles --cache cache
cmp without with || fail "warm: other claims"
same "off" --cache off
grep -q 'cache' told && fail "off: a cache was used"
ls cache >listed
grep -vx 'claims-[0-9a-f]\{16\}\.cache' listed && fail "a file of another name"
[ "$(wc -l <listed)" -eq 1 ] || fail "more than one file in the cache"

# ---- Changes ----------------------------------------------------------------

# As long as before, and with its old time: who goes by these alone is wrong.
set -- articles/yu7-*.md
cp -p "$1" before
LC_ALL=C tr 0123456789 1234567890 <before >"$1"
touch -r before "$1"
cmp -s before "$1" && fail "nothing was changed"
same "one article changed"
told "one article changed" $((articles - 1)) 0 1
sleep 3
same "changed, then old"
told "changed, then old" "$any" "$any" 0
same "changed, then warm"
told "changed, then warm" "$articles" 0 0

# Another file of the same bytes, as after a fresh checkout.
mv articles moved
cp -R moved articles
rm -rf moved
same "all copied"
told "all copied" 0 "$articles" 0

cp articles/yu7-launch-night.md articles/yu7-launch-night.txt
same "the same bytes under another name"
rm articles/yu7-launch-night.txt
same "an article gone"

printf '# another byte\n' >>rules/yu7-orders.yaml
same "a rule changed"
told "a rule changed" 0 0 "$articles"
silent "a rule changed"

# ---- Damage -----------------------------------------------------------------

# shellcheck disable=SC2012  # names are known
cache=$(ls -t cache/* | head -n 1)
cp "$cache" good
size=$(wc -c <good)

flip() { # OFFSET: turns the bits of one byte of the good cache
    cp good "$cache"
    byte=$(dd if=good bs=1 skip="$1" count=1 2>/dev/null | od -An -tu1)
    # shellcheck disable=SC2059  # an octal escape
    printf "\\$(printf %o $((255 - byte)))" |
        dd of="$cache" bs=1 seek="$1" conv=notrunc 2>/dev/null
}

for at in 0 20 90 100 150 $((size / 3)) $((size / 2)) $((size - 1)); do
    flip "$at"
    cmp -s good "$cache" && fail "byte $at is as it was"
    same "byte $at flipped"
    warned "byte $at flipped"
    same "byte $at flipped, made anew"
    silent "byte $at flipped, made anew"
done
for length in 0 10 84 85 86 $((size / 2)) $((size - 1)); do
    head -c "$length" good >"$cache"
    same "cut to $length bytes"
    same "cut to $length bytes, made anew"
    told "cut to $length bytes, made anew" "$any" "$any" 0
done
head -c 5000 /dev/urandom >"$cache"
same "other bytes"
warned "other bytes"

other=$(find cache -type f ! -path "$cache" | head -n 1)
cp "$other" "$cache"
same "the cache of other rules"
warned "the cache of other rules"

echo precious >precious
ln -sf "$scratch/precious" "$cache"
same "a link"
warned "a link"
[ "$(cat precious)" = precious ] || fail "a link was written through"
[ ! -L "$cache" ] || fail "a link was not replaced"
rm -f "$cache"
mkdir "$cache"
same "a folder in its place"
warned "a folder in its place"
rmdir "$cache"

# ---- Places it cannot be in -------------------------------------------------

: >file
same "in a file" --cache file
warned "in a file"
same "below nothing" --cache none/cache
warned "below nothing"
[ ! -e none ] || fail "a folder was made above the cache"
mkdir read-only
chmod a-w read-only
same "in a folder that is read-only" --cache read-only
if [ "$(id -u)" -ne 0 ]; then
    warned "in a folder that is read-only"
fi
same "in a file system that is read-only" --cache /proc
warned "in a file system that is read-only"

# ---- Several at once --------------------------------------------------------

run without --format json articles
rm -rf cache
for i in 1 2 3 4 5 6; do
    "$claimlint" articles --rules rules --format json --cache cache \
        >"at-once-$i" 2>/dev/null || echo "status $?" >>"at-once-$i" &
done
wait
for i in 1 2 3 4 5 6; do
    cmp -s without "at-once-$i" || fail "$i of six at once differs"
done
same "after six at once"
told "after six at once" "$any" "$any" 0
find cache -name '*.tmp' | grep . && fail "something unfinished was left"

# ---- Its size ---------------------------------------------------------------

for i in 1 2 3 4 5 6 7 8 9 10; do
    echo "# $i" >>rules/yu7-orders.yaml
    run with --format json articles --cache cache
done
[ "$(find cache -type f | wc -l)" -eq 8 ] ||
    fail "not eight files are kept: $(ls cache)"

exit "$failed"
