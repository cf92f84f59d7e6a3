/*
 * Dividing what is limited among those who want of it.
 */
#ifndef BUDGET_H
#define BUDGET_H

#include <stddef.h>

/*
 * Divides `total` fairly: each of the `count` shares, which say how much is
 * wanted, becomes what is given. Nobody is given more than is wanted, what one
 * does not want goes to the others, and no two are treated differently: there
 * is a level up to which everybody is given what is wanted. Less than `count`
 * may be left over.
 */
void budget_divide(size_t total, size_t *shares, size_t count);

#endif
