/*
 * What leads into a sentence without being part of what it claims.
 */
#ifndef LEAD_H
#define LEAD_H

#include <stddef.h>

/*
 * Returns the length of the lead-in at the start of `s` ("However, ", "We show
 * that ", "To close this gap, " before "we"), 0 if there is none.
 */
size_t lead_len(const char *s);

#endif
