#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: converter.sh CLAIMLINT
#
# Documents are read by way of a command of the command line: what it writes is
# the article, what fails is told and the rest goes on, no shell is run and no
# file name is an option.
set -eu

claimlint=$1
. "$(dirname "$0")/check.sh"
always="--rules rule.yaml"

cat >rule.yaml <<'END'
- id: y1-orders
  title: Orders of the Y1
  subject: [Y1]
  measure: [订单]
  unit: 辆
  examples:
    - {text: Y1订单5万辆, claim: {value: 5万}}
    - silent: Y3订单
END
mkdir desk
echo 'Y1订单5万辆。' >desk/a.txt
printf 'PK\003\004\000' >desk/b.docx
printf 'PK\003\004\000' >"desk/c; touch touched.docx"
cat >seven <<'END'
#!/bin/sh
read -r line && echo "standard input: $line"
echo 'Y1订单7万辆。'
END
printf '#!/bin/sh\necho 一; exit 3\n' >fails
printf '#!/bin/sh\nkill -9 $$\n' >dies
printf '#!/bin/sh\nexec yes Y1订单7万辆。\n' >endless
printf '#!/bin/sh\necho "$#|$*" >>args\necho Y1订单5万辆。\n' >args-of
chmod +x seven fails dies endless args-of

# Without a command a folder's documents are not looked at, a named one is told.
check 0 '' desk
check 2 "desk/b.docx: error: a document" desk/b.docx
check 2 "--pre 'pandoc" desk/b.docx desk/a.txt

# What it writes is the article; a place is one of that text.
check 1 'desk/b.docx:1 ' --pre ./seven desk
check 1 '7万' --pre ./seven desk
check 1 '7万' --pre ./seven --cache kept desk
check 0 '' --pre ./args-of --cache kept desk

# What fails is told, and the rest is judged.
check 2 "'./fails' made no text of 'desk/b.docx': it ended with status 3" --pre ./fails desk
check 2 'it ended by signal 9' --pre ./dies desk
check 2 'larger than 4096 bytes' --pre ./endless --max-file-size 4K desk
check 2 "'no-such-program' for '--pre'" --pre no-such-program desk
printf 'Y1订单6万辆。\n' >desk/d.txt
check 2 'desk/d.txt:1' --pre ./fails desk
rm desk/d.txt

# The name is one word and no option, and nothing but the program runs.
rm -f args
check 0 '' --pre './args-of "two words" three' desk
grep -qxF '3|two words three desk/c; touch touched.docx' args || failed=1
[ ! -e touched.docx ] || failed=1
rm -f args
cp desk/b.docx ./-o.docx
check 0 '' --pre ./args-of -- -o.docx
grep -qxF '1|./-o.docx' args || failed=1
[ "$failed" -eq 0 ] || cat args
exit "$failed"
