# SPDX-License-Identifier: Apache-2.0
# Writes OUT: one hash over FILES (parted by |), the compiled stages that make
# claims, so that a cache knows claims made by other code.
string(REPLACE "|" ";" files "${FILES}")
set(all "")
foreach(file ${files})
  file(SHA256 ${file} hash)
  string(APPEND all ${hash})
endforeach()
string(SHA256 hash "${all}")
file(WRITE ${OUT} "#define CL_ENGINE \"${hash}\"\n")
