/*
 * Asking models about subjects, until each has an answer that may be published
 * or nobody is left to be asked. The bounds are those of dair's contract with
 * models: a batch is asked, asked again once, then split down to its subjects,
 * by each model; what is not fit to be published is asked again once.
 */
#ifndef ASK_H
#define ASK_H

#include "kept.h"
#include "server.h"
#include "subject.h"

/* What it has come to, over several calls of ask(). */
struct asked {
	struct kept kept;
	size_t all, done; /* subjects; those that are settled */
	size_t calls; /* over the network */
	size_t sent, received; /* tokens of these calls */
	size_t spent; /* tokens of the budget: kept answers count too */
	bool given_up[SERVER_MAX_MODELS]; /* models that are not asked again */
	struct buf error; /* why the last model was given up; or empty */
};

/* Reads what is kept of earlier questions. */
void asked_start(struct asked *asked, const struct server *server);

/*
 * Asks the models of `server`, one after the other, about all subjects that
 * wait: sets their states, what was said and what was spent. What is kept is
 * taken from there. Those that are still waiting afterwards have not been
 * answered by anybody.
 */
void ask(const struct server *server, const struct task *task,
    struct subject *subjects[], size_t count, struct asked *asked);

/* Gives everything back. */
void asked_end(struct asked *asked);

#endif
