/* SPDX-License-Identifier: MIT */
#include "text/byte_class.h"

#define U TEXT_BYTE_UPPER
#define L TEXT_BYTE_LOWER
#define D TEXT_BYTE_DIGIT
#define B TEXT_BYTE_BLANK
#define J TEXT_BYTE_JOINER
#define M TEXT_BYTE_MARK
#define S (TEXT_BYTE_MARK | TEXT_BYTE_JOINER)
#define H (TEXT_BYTE_HIGH | TEXT_BYTE_JOINER)

/* clang-format off */
const uint8_t text_byte_classes[256] = {
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, /* 0x00 */
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, /* 0x10 */
    B, M, 0, 0, 0, 0, J, J, 0, 0, 0, 0, M, 0, S, J, /* 0x20 */
    D, D, D, D, D, D, D, D, D, D, J, 0, 0, 0, 0, M, /* 0x30 */
    0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* 0x40 */
    U, U, U, U, U, U, U, U, U, U, U, 0, 0, 0, 0, J, /* 0x50 */
    J, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 0x60 */
    L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, B, /* 0x70 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0x80 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0x90 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xA0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xB0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xC0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xD0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xE0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xF0 */
};
/* clang-format on */
