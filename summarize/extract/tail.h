/*
 * Where a sentence may end before its end.
 */
#ifndef TAIL_H
#define TAIL_H

/* What is left out behind an early end. */
enum tail_kind {
	TAIL_NONE,
	TAIL_CLAUSE, /* another sentence, or a list: behind ";" or ":" */
	TAIL_AND, /* what is done as well */
	TAIL_RELATIVE, /* a description: "which", "where" */
	TAIL_EXAMPLE,
	TAIL_EFFECT, /* what comes of it, or how it is done */
	TAIL_KINDS
};

/*
 * Tells whether the sentence may end before the mark or the blank at `p`: what
 * follows only adds to what was said, and limits nothing of it.
 */
enum tail_kind tail_at(const char *p);

#endif
