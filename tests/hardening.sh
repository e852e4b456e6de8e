#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: hardening.sh binary|calls|source CLAIMLINT CHECKOUT
#
#   binary  the program is position independent, its tables are read-only, its
#           stack is guarded and not executable, its library calls are checked
#   calls   a whole run opens no socket, starts no program and writes nothing
#           but what it was asked for
#   source  parts of PCRE2 that were faulty before are not used
set -eu

what=$1
claimlint=$2
checkout=$3
export LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

wrong() {
    echo "$1"
    failed=1
}

has() { # READELF OPTIONS, PATTERN, WHAT
    readelf -W $1 "$claimlint" >"$scratch/elf"
    grep -q -e "$2" "$scratch/elf" || wrong "missing: $3"
}

case $what in
binary)
    command -v readelf >/dev/null || { echo "skipped: no readelf"; exit 77; }
    has -h 'Type: *DYN' "position independent code"
    has -l GNU_RELRO "read-only relocations"
    has -d 'BIND_NOW\|FLAGS.* NOW' "all symbols bound at the start"
    has -s __stack_chk_fail "stack protector"
    has -l 'GNU_STACK.* RW ' "a stack that is not executable"
    readelf -W -s "$claimlint" >"$scratch/elf"
    # Only optimised code is fortified.
    if ! grep -q '__[a-z]*_chk@' "$scratch/elf"; then
        case ${CLAIMLINT_BUILD:-} in
        Debug) ;;
        *) wrong "missing: checked library calls" ;;
        esac
    fi
    case $(uname -m) in
    x86_64) # the note is lost where the C library's own start has none
        objdump -d --no-show-raw-insn "$claimlint" |
            grep -A1 '<main>:' | grep -q endbr64 ||
            wrong "missing: control-flow protection"
        ;;
    esac
    ;;
calls)
    command -v strace >/dev/null || { echo "skipped: no strace"; exit 77; }
    cd "$scratch"
    strace -o probe true 2>/dev/null ||
        { echo "skipped: strace may not trace"; exit 77; }
    export ASAN_OPTIONS=detect_leaks=0
    status=0
    strace -f -qq -o trace -e trace=network,process,creat,openat,rename \
        "$claimlint" -o report.txt --rules "$checkout/rules" \
        "$checkout/corpus" >out 2>&1 || status=$?
    [ "$status" -eq 1 ] || wrong "status $status"
    if grep -E '(socket|connect|bind|sendto|sendmsg)\(' trace; then
        wrong "a socket"
    fi
    [ "$(grep -c 'execve(' trace)" -eq 1 ] || wrong "another program"
    if grep -E '(O_WRONLY|O_RDWR|O_CREAT)' trace |
        grep -v -e '"./.claimlint-' -e '"/dev/' -e '"/proc/self/'; then
        wrong "a file that was not asked for"
    fi
    ;;
source)
    if grep -rnE 'pcre2_dfa_match|PCRE2_MATCH_INVALID_UTF|PCRE2_COPY_MATCHED_SUBJECT' \
        "$checkout/src"; then
        wrong "used: a part of PCRE2 that is not to be"
    fi
    # What runs programs, or reads more of the environment than colours and
    # where rules are installed.
    if grep -rnE '\b(system|popen|execv|execl|g_spawn_[a-z]*|dlopen)[a-z]* ?\(' \
        "$checkout/src"; then
        wrong "a call that runs programs"
    fi
    if grep -rnE '\bgetenv ?\(|g_getenv' "$checkout/src" |
        grep -vE '"(NO_COLOR|TERM)"'; then
        wrong "a look into the environment"
    fi
    ;;
esac
exit "$failed"
