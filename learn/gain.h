/*
 * How much a summary has in common with one that a person wrote.
 */
#ifndef GAIN_H
#define GAIN_H

#include "words.h"

/*
 * Returns the mean of ROUGE-1, ROUGE-2 and ROUGE-L (F1; Lin, "ROUGE: A Package
 * for Automatic Evaluation of Summaries", 2004) over stems; 0 to 1.
 */
double gain_of(const struct words *summary, const struct words *reference);

#endif
