/*
 * Characters as words of terms have them.
 */
#include "letters.h"

/* clang-format off */
const uint8_t letters_classes[256] = {
	['0'] = 27, 28, 29, 30, 31, 32, 33, 34, 35, 36,
	['A'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
	    19, 20, 21, 22, 23, 24, 25, 26,
	['a'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
	    19, 20, 21, 22, 23, 24, 25, 26,
};
/* clang-format on */
