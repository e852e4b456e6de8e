#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: memory.sh CLAIMLINT CHECKOUT
#
# With ever more memory, from too little to start, a run ends before it
# replaces the old report, or with the new one whole: never with a part of it.
set -eu

claimlint=$1
checkout=$2
export LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/many"
for copy in 1 2 3 4 5 6 7 8; do
    for file in "$checkout"/corpus/*.md "$checkout"/corpus/*.txt; do
        sed "s/\$/ $copy/" "$file" >"$scratch/many/$copy-${file##*/}"
    done
done
cd "$scratch"
failed=0

run() { # LIMIT: leaves report, err and the status in $status
    status=0
    (
        ulimit -c 0
        ulimit -v "$1"
        exec "$claimlint" --jobs 1 --rules "$checkout/rules" -q -o report many
    ) >out 2>err || status=$?
}

run unlimited
[ "$status" -eq 1 ] && [ -s report ] || { cat err; exit 1; }
mv report whole
run $((4 * 1024 * 1024))
if [ "$status" -ne 1 ]; then
    echo "skipped: 4 GiB are too little for this build"
    exit 77
fi

limit=8 aborted=0 refused=0
while :; do
    echo 'the old report' | tee old >report
    run $((limit * 1024))
    if cmp -s report whole; then
        [ "$status" -eq 1 ] || { echo "$limit MiB: status $status"; failed=1; }
        break
    fi
    cmp -s report old || { echo "$limit MiB: a part of a report"; failed=1; }
    may_be_silent=no
    case $status in
    2) refused=$((refused + 1)) ;;
    127) ;; # the loader had no room for the program
    134 | 139) # GLib had no room even for its message, or a library none
        aborted=$((aborted + 1))
        may_be_silent=yes
        ;;
    *)
        echo "$limit MiB: status $status"
        cat err
        failed=1
        ;;
    esac
    [ -s err ] || [ "$may_be_silent" = yes ] || { echo "$limit MiB: nothing is said"; failed=1; }
    [ -z "$(find . -name '.claimlint-*')" ] ||
        { echo "$limit MiB: a temporary file is left"; failed=1; }
    limit=$((limit + 2))
    [ "$limit" -lt 512 ] || { echo "512 MiB are not enough"; exit 1; }
done
echo "enough: $limit MiB; less: $aborted aborted, $refused refused"
exit "$failed"
