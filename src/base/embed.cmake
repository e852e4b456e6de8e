# SPDX-License-Identifier: Apache-2.0
# Writes OUT: a C array of bytes for each of FILES, and the table of them.
set(arrays "")
set(rows "")
set(count 0)
foreach(path ${FILES})
  get_filename_component(name ${path} NAME)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays
    "static const unsigned char file_${count}[] = {${bytes}0x00};\n")
  string(APPEND rows "    {\"${name}\", file_${count}, sizeof file_${count} - 1},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUT}
  "${arrays}\nstatic const DataFile data_files[] = {\n${rows}    {NULL, NULL, 0},\n};\n")
