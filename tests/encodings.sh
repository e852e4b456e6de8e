#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: encodings.sh CLAIMLINT CHECKOUT
#
# corpus/ says the same at the same lines and columns, whatever encoding and
# line breaks it is saved in.
set -eu

claimlint=$1
checkout=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
differ=0

mkdir "$scratch/plain"
cp "$checkout"/corpus/*.* "$scratch/plain"
rm -f "$scratch/plain/README.md"

report() { # FOLDER OUTPUT: a finding (1) is no failure here
    (cd "$1" && "$claimlint" --rules "$checkout/rules" --quiet . >"$2") ||
        [ $? -eq 1 ]
}

save() { # ENCODING MARK BREAK TO: the corpus in another form
    mkdir "$4"
    for file in "$scratch"/plain/*; do
        {
            # shellcheck disable=SC2059  # a byte order mark, escaped
            printf "$2"
            case $3 in
            LF) cat "$file" ;;
            CRLF) sed 's/$/\r/' "$file" ;;
            CR) tr '\n' '\r' <"$file" ;;
            esac | iconv -f UTF-8 -t "$1"
        } >"$4/${file##*/}"
    done
}

report "$scratch/plain" "$scratch/wanted"
[ -s "$scratch/wanted" ] || { echo "empty report"; exit 1; }
for form in 'UTF-8 ' 'UTF-8 \357\273\277' 'UTF-16LE ' 'UTF-16LE \377\376' \
    'UTF-16BE ' 'UTF-16BE \376\377' 'GB18030 ' 'GB18030 \204\061\225\063'; do
    for break in LF CRLF CR; do
        rm -rf "$scratch/saved"
        save "${form% *}" "${form#* }" "$break" "$scratch/saved"
        report "$scratch/saved" "$scratch/got"
        cmp "$scratch/wanted" "$scratch/got" && continue
        echo "${form% *} with $break: the report differs"
        differ=1
    done
done
exit $differ
