/*
 * Which GitHub is asked, by which token, and where its pages for people are.
 */
#ifndef SERVICE_H
#define SERVICE_H

#include <stdbool.h>

#include "buf.h"

struct service {
	char *base; /* the API's root, without a slash at its end */
	char *web; /* the root of its pages, likewise */
	const char *token; /* for the host of `base` alone; NULL: none */
	bool mirror; /* of github.com, whose pages are its own too */
};

/*
 * Reads the environment: GITHUB_API_URL, GITHUB_SERVER_URL and the tokens.
 * Ends the program with status 2 if they are not what they must be.
 */
void service_open(struct service *service);

/*
 * Tells whether `url` is an address of a page of the service, fit to be shown
 * as it is.
 */
bool service_has_page(const struct service *service, const char *url);

/*
 * Sets `repo` to the OWNER/REPO in an address of a page ("https://HOST/O/R/...")
 * or of the API (".../repos/O/R/..."); false if there is none.
 */
bool
service_repo(const struct service *service, const char *url, struct buf *repo);

/* Gives everything back. */
void service_close(struct service *service);

#endif
