#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: layering_test.sh LAYERING.SH
#
# A check that never fails checks nothing: each row is one include line in one
# file, and whether the check must let it pass.
set -eu

layering=$1
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
wrong=0

expect() { # pass|fail FILE HEADER
    rm -rf "$tree/src"
    mkdir -p "$tree/src/$(dirname "$2")"
    printf '#include "%s"\n' "$3" >"$tree/src/$2"
    if sh "$layering" "$tree/src" >/dev/null; then got=pass; else got=fail; fi
    [ "$got" = "$1" ] && return
    echo "$2 including '$3': want $1, got $got"
    wrong=1
}

expect pass text/read_md.c base/base.h
expect pass text/read_md.c text/reader.h
expect pass cli/run.c text/text.h
expect pass main.c cli/cli.h
expect fail text/read_md.c rule/rule.h
expect fail rule/load.c text/reader.h
expect fail quantity/scan.c text/text.h
expect fail text/read_md.c ../rule/rule.h
expect fail main.c report/report.h
expect fail news/news.c base/base.h
exit "$wrong"
