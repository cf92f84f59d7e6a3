/*
 * A question to arXiv's query interface, page by page.
 */
#ifndef QUERY_H
#define QUERY_H

#include "transport.h"

struct query {
	struct transport transport; /* first */
	long start; /* entries received so far, below `to` */
	time_t to; /* the end of the window that is asked for */
	time_t oldest; /* submission that was received; 0: none */
	time_t last; /* update of the paper before, on this page */
	int empty_pages; /* one after the other */
	bool past_window, unordered;
};

/*
 * Puts the question for the first page; the others follow by themselves. The
 * transport's part of `query` must be set.
 */
void query_begin(struct query *query);

#endif
