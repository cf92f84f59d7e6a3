/*
 * What the stages say of a source, in the language of the report.
 */
#ifndef SAID_H
#define SAID_H

#include "buf.h"
#include "lang.h"

/*
 * Appends `text`, short clauses with "; " between them, each as the labels of the
 * group "said" have it: in a key of that group "?" stands for a number and "*"
 * for any words, which may be clauses of their own; the name has them again, in
 * the same order. A clause that has no label stays as it is.
 */
void said_add(struct buf *out, const struct labels *labels, const char *text);

/* Appends what stands between clauses. */
void said_joint(struct buf *out, const struct labels *labels);

#endif
