/*
 * What is wanted of every list.
 */
#ifndef WISH_H
#define WISH_H

#include "limits.h"
#include "seen.h"
#include "service.h"
#include "when.h"

struct wish {
	const struct service *service;
	const char *branch; /* NULL: the default branch */
	struct window window;
	int late; /* days before the window, for commits pushed late */
	const struct seen *seen; /* what other days have */
	long max; /* records of a list; 0: all */
	bool diff; /* of the commits the changes too */
	const char *cache_dir; /* where http keeps its answers */
	struct quota *quota; /* what the last answer said of it */
	void (*changed)(void *data); /* called when a list may be done */
	void *data;
};

#endif
