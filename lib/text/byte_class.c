/* SPDX-License-Identifier: MIT */
#include "text/byte_class.h"

#define U TEXT_BYTE_UPPER
#define L TEXT_BYTE_LOWER
#define D TEXT_BYTE_DIGIT
#define A TEXT_BYTE_APART
#define B (TEXT_BYTE_BLANK | TEXT_BYTE_APART)
#define J TEXT_BYTE_JOINER
#define M TEXT_BYTE_MARK
#define E (TEXT_BYTE_MARK | TEXT_BYTE_APART)
#define S (TEXT_BYTE_MARK | TEXT_BYTE_JOINER)
#define H (TEXT_BYTE_HIGH | TEXT_BYTE_JOINER)

/* clang-format off */
const uint8_t text_byte_classes[256] = {
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, /* 0x00 */
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, /* 0x10 */
    B, E, A, A, A, 0, J, J, A, A, A, A, M, A, S, J, /* 0x20 */
    D, D, D, D, D, D, D, D, D, D, J, A, A, A, A, E, /* 0x30 */
    A, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* 0x40 */
    U, U, U, U, U, U, U, U, U, U, U, A, A, A, A, J, /* 0x50 */
    J, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 0x60 */
    L, L, L, L, L, L, L, L, L, L, L, A, A, A, A, B, /* 0x70 */
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
