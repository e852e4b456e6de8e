/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_SILENCE_H
#define CL_QUANTITY_SILENCE_H

#include "quantity/reader.h"

/**
 * Where the word ends that makes the number at a place none: 统一, 三星.
 *
 * returns  0 if there is no such word
 */
size_t cl_silence_end(const ClReader *reader, size_t at);

#endif
