/*
 * Texts that speak to the model that reads them. They are asked about alone,
 * so that whatever they achieve concerns nobody else.
 */
#ifndef SUSPECT_H
#define SUSPECT_H

#include <stdbool.h>

/*
 * Tells whether the text seems to give orders to a model. It is no defence that
 * it does not: what is said about every item is checked.
 */
bool suspect_text(const char *text);

#endif
