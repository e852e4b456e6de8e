#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: faults.sh reads|writes|signals CLAIMLINT
#
# Every call of a kind is made to fail in turn, the first, the second, until
# the run makes no more of them (strace does it):
#
#   reads    a run says 0 or 1 only with the report of a run without a fault
#   writes   the old report is intact or the new one whole, no temporary file
#            is left, and the status is 2 unless the new one is there
#   signals  the same of SIGTERM, SIGINT and SIGKILL (which may leave one)
#
# Without strace it says so and is skipped (77).
set -eu

what=$1
claimlint=$2
command -v strace >/dev/null || { echo "skipped: there is no strace"; exit 77; }
export LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
strace -o probe true 2>/dev/null || { echo "skipped: strace may not trace"; exit 77; }

mkdir -p work/articles/more work/rules
cat >work/rules/y1.yaml <<'END'
id: y1-orders
title: 远山 Y1 订单量
subject: [远山Y1]
measure: [订单]
unit: 辆
examples:
  - {text: 远山Y1首日订单5.2万辆, claim: {value: 5.2万}}
  - silent: 远山Y3首日订单5.2万辆
END
echo '远山Y1首日订单5.2万辆。' >work/articles/a.txt
echo '远山Y1首日订单6.9万辆。' >work/articles/more/b.txt

# Leak checks of a sanitizer cannot run under a tracer.
export ASAN_OPTIONS=detect_leaks=0
cd work
failed=0
runs=0

run() { # INJECT: leaves report.txt, err, trace and the status in $status
    status=0
    runs=$((runs + 1))
    strace -f -qq -o ../trace -e "trace=${1%%:*}" -e "inject=$1" \
        "$claimlint" --jobs 1 -o report.txt --rules rules articles 2>../err || status=$?
}

wrong() { # INJECT WHAT
    echo "$1: $2 (status $status)"
    sed 's/^/    /' ../err
    failed=1
}

was_injected() {
    grep -q -e INJECTED -e '^[0-9]* *--- SIG' ../trace
}

rm -f report.txt
run close:error=EIO:when=65535
[ "$status" -eq 1 ] || { wrong nothing "the run is no sound one"; exit 1; }
cp report.txt ../whole
echo 'the old report' >../old

check_report() { # INJECT: old or whole, and 0 or 1 only where it is whole
    if cmp -s report.txt ../whole; then
        return
    elif cmp -s report.txt ../old; then
        [ "$status" -ne 0 ] && [ "$status" -ne 1 ] ||
            wrong "$1" "success without a report"
    elif [ "$status" -ne 2 ] || ! grep -q INCOMPLETE report.txt; then
        wrong "$1" "another report, and not marked as incomplete"
    fi
}

check_temporary() { # INJECT
    [ -z "$(find . -name '.claimlint-*')" ] && return
    wrong "$1" "a temporary file is left"
    rm -f .claimlint-*
}

# Where the program itself begins: what fails before is the loader's.
first_of() { # CALL: how many of them a run makes that does nothing
    strace -f -qq -o ../trace -e "trace=$1" "$claimlint" --version >../err
    grep -c "$1(" ../trace || :
}

each() { # CALL FAULT FROM CHECK...: every call of the kind, one a run
    call=$1 fault=$2 number=$3
    shift 3
    while :; do
        number=$((number + 1))
        cp ../old report.txt
        run "$call:$fault:when=$number"
        was_injected || break
        for check in "$@"; do
            "$check" "$call:$fault:when=$number"
        done
    done
}

no_crash() { # INJECT
    [ "$status" -le 2 ] || wrong "$1" "it was ended"
}

case $what in
reads)
    for call in openat read newfstatat getdents64; do
        from=$(first_of "$call")
        for error in EIO EMFILE EINTR; do
            each "$call" "error=$error" "$from" no_crash check_report \
                check_temporary
        done
    done
    ;;
writes)
    for call in write fsync fchmod rename close openat; do
        from=0
        case $call in close | openat) from=$(first_of "$call") ;; esac
        for error in ENOSPC EIO EINTR; do
            each "$call" "error=$error" "$from" no_crash check_report \
                check_temporary
        done
    done
    ;;
signals)
    for call in openat write fsync fchmod rename close; do
        from=0
        case $call in close | openat) from=$(first_of "$call") ;; esac
        for signal in TERM INT; do
            each "$call" "signal=SIG$signal" "$from" check_report \
                check_temporary
        done
        each "$call" signal=SIGKILL "$from" check_report
        rm -f .claimlint-*
    done
    ;;
esac
echo "$runs runs"
exit "$failed"
