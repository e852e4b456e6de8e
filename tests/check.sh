# SPDX-License-Identifier: Apache-2.0
#
# What scripts that run claimlint many times share; they source it with the
# program as $claimlint.  It goes to a folder of its own, gone at the end.
#
#   check STATUS TEXT ARGS...  runs it with $always and ARGS; status and a text
#                              in what it printed must be these, else failed=1

export LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
failed=0
always=

check() {
    wanted=$1 text=$2
    shift 2
    status=0
    # shellcheck disable=SC2086 # options are words
    timeout 60 "$claimlint" $always "$@" >out 2>err </dev/null || status=$?
    [ "$status" -eq "$wanted" ] && grep -qF -e "$text" out err && return
    echo "'$*': status $status, wanted $wanted and: $text"
    head -n 5 out err
    failed=1
}
