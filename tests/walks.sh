#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: walks.sh CLAIMLINT
#
# A folder may hold anything: links in circles, pipes, sockets, devices, what
# may not be read, names of any bytes, files that vanish or grow.  No run
# hangs, none loses an article beside them, and whatever was not read is told.
set -eu

claimlint=$1
export LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch"
failed=0

mkdir rules
cat >rules/y1.yaml <<'END'
id: y1-orders
title: 远山 Y1 订单量
subject: [远山Y1]
measure: [订单]
unit: 辆
examples:
  - {text: 远山Y1首日订单5.2万辆, claim: {value: 5.2万}}
  - silent: 远山Y3首日订单5.2万辆
END

article() { # FIGURE
    echo "远山Y1首日订单$1万辆。"
}

wrong() { # WHAT
    echo "$1 (status $status)"
    sed 's/^/    /' out err
    failed=1
}

check() { # ARGS...: leaves out, err and the status in $status
    status=0
    timeout 10 "$claimlint" --rules rules "$@" >out 2>err </dev/null ||
        status=$?
    [ "$status" -le 2 ] || wrong "'$*' hangs or is ended"
}

tells() { # STATUS TEXT...: of the last run, on either stream
    [ "$status" -eq "$1" ] || wrong "status $1 was expected"
    shift
    for text in "$@"; do
        grep -qF -e "$text" out err || wrong "not told: $text"
    done
}

# ---- Links, pipes, sockets, devices -----------------------------------------

mkdir -p tree/sub
article 5.2 >tree/a.txt
article 6.9 >tree/sub/b.txt
ln -s .. tree/sub/up.txt
ln -s self.txt tree/self.txt
ln -s ../tree tree/sub/loop
ln -s nowhere.txt tree/dangling.txt
ln -s /dev/zero tree/zero.txt
ln tree/a.txt tree/twin.txt
mkfifo tree/pipe.txt
if command -v python3 >/dev/null; then
    python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("tree/socket.txt")'
fi
check tree
tells 1 'pipe.txt: note: skipped' 'self.txt: note: skipped' \
    'dangling.txt: note: skipped' 'zero.txt: note: skipped' '2 articles' \
    '1 conflict'
[ ! -S tree/socket.txt ] || tells 1 'socket.txt: note: skipped'
for path in tree/pipe.txt tree/self.txt tree/dangling.txt tree/zero.txt \
    /dev/zero; do
    check tree/a.txt "$path"
    tells 2 "$path: error: cannot read" INCOMPLETE '1 article'
done
check /proc/kmsg
tells 2 '/proc/kmsg: error: cannot'

# ---- What may not be read ---------------------------------------------------

mkdir locked
article 5.2 >locked/a.txt
article 6.9 >locked/b.txt
article 7.9 >locked/c.txt
mkdir locked/folder
article 8.9 >locked/folder/d.txt
chmod 0 locked/b.txt locked/folder
if [ "$(id -u)" -ne 0 ]; then
    check locked
elif command -v setpriv >/dev/null && chmod 755 . &&
    setpriv --reuid=65534 --clear-groups test -x "$claimlint"; then
    status=0
    setpriv --reuid=65534 --clear-groups "$claimlint" --rules rules locked \
        >out 2>err || status=$?
else
    status=
    echo "skipped: root may read everything"
fi
[ -z "$status" ] || tells 2 'b.txt: error: cannot read' \
    'folder: error: cannot list' INCOMPLETE '1 conflict'

# ---- Names ------------------------------------------------------------------

mkdir names
long=$(printf '%0251d' 7)
article 5.2 >'names/-q.txt'
article 6.9 >"names/$(printf 'new\nline.txt')"
article 7.9 >"names/$(printf 'esc\033[31m.txt')"
article 8.9 >"names/%s%n.txt"
article 9.9 >"names/quo\"te'.txt"
article 10.9 >"names/$long.txt"
article 11.9 >"names/$(printf 'bad\377.txt')"
article 12.9 >"names/::error::.txt"
for format in text markdown json; do
    check --format "$format" names
    tells 1 q.txt '%s%n.txt' "$long"
    if grep -q "$(printf '\033')" out; then
        wrong "$format: a raw escape"
    fi
    if grep -q '^line.txt\|^::error' out; then
        wrong "$format: a name begins a line"
    fi
    iconv -f UTF-8 -t UTF-8 out >/dev/null || wrong "$format: not UTF-8"
done
if command -v python3 >/dev/null; then
    python3 -c 'import json, os, urllib.parse
claims = json.load(open("out", encoding="utf-8"))["claims"]
names = {urllib.parse.unquote_to_bytes(c["file_uri"]) if "file_uri" in c
         else c["file"].encode() for c in claims}
assert len(names) == 8 and all(map(os.path.exists, names)), names
' || wrong "a name of the JSON leads to no file"
fi
check -- names/-q.txt
tells 0 '1 article'
cp names/-q.txt .
check -q.txt
tells 2 'unknown option'
check -- -q.txt
tells 0 '1 article'

# ---- Files that change under the reader -------------------------------------

mkdir moving
article 5.2 >moving/a.txt
article 6.9 >moving/b.txt
(
    while [ ! -e stop ]; do
        rm -f moving/b.txt
        article 6.9 >moving/b.txt
        article 6.9 >>moving/b.txt
        : >moving/b.txt
    done
) &
for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    check moving
    case $status in
    0 | 1) ;; # before or after the file
    2) tells 2 'b.txt' INCOMPLETE ;;
    esac
    grep -q '[12] article' out || wrong "round $round: an article is lost"
done
: >stop
wait

# ---- Depth ------------------------------------------------------------------

mkdir deep
article 5.2 >deep/a.txt
(
    cd deep
    for level in $(seq 140); do
        mkdir d
        cd d
    done
    article 6.9 >b.txt
)
check deep
tells 2 'nested deeper than 128' INCOMPLETE '1 article'

# ---- Streams ----------------------------------------------------------------

check tree -o /dev/full
tells 2 "cannot write '/dev/full'"
status=0
"$claimlint" --rules rules tree >/dev/full 2>err || status=$?
: >out
tells 2 'cannot write the result'
status=0
"$claimlint" --rules rules tree >&- 2>err || status=$?
tells 2 'cannot write the result'
status=0
"$claimlint" --rules rules tree 2>&- >out || status=$?
tells 1 '1 conflict'
(
    sleep 0.3
    status=0
    "$claimlint" --rules rules --format json tree || status=$?
    echo "$status" >status
) 2>err | true
while [ ! -s status ]; do sleep 0.1; done
status=$(cat status)
# Where the caller ignores SIGPIPE it is a failed write like any other.
[ "$status" -eq 141 ] || tells 2 'cannot write the result'
echo 'the old report' >old
i=0
while [ "$i" -lt 400 ]; do
    article "5.$i" >"names/n$i.txt"
    i=$((i + 1))
done
cp old report
status=0
(
    ulimit -f 8
    exec "$claimlint" --rules rules --format json -o report names
) >out 2>err || status=$?
tells 2 "cannot write 'report'"
cmp -s old report || wrong "a short write changed the old report"
[ -z "$(find . -name '.claimlint-*')" ] || wrong "a temporary file is left"

exit "$failed"
