/*
 * The way through the pages of a list.
 */
#include "walk.h"
#include "address.h"
#include "array.h"
#include "links.h"
#include "refusal.h"

enum {
	PER_PAGE = 100, /* the most that GitHub gives */
	LEAST_PER_PAGE = 12,
	MAX_PAGES = 100 /* a list that is longer is cut, and says so */
};

static void
ask_first(struct walk *walk)
{
	struct buf url = { 0 };

	address_list(&url, walk->wish, walk->repo, walk->kind, walk->per_page);
	http_ask(walk->http, &walk->source, url.at);
	buf_free(&url);
}

/* Asks for a page that the service named, if it may be asked. */
static void
follow(struct walk *walk, const struct http_reply *reply, const char *url)
{
	size_t known = walk->asked.count;

	map_at(&walk->asked, url, 1);
	if (!http_same_origin(url, walk->wish->service->base))
		walk->ended(walk, reply, "the next page is on another host");
	else if (walk->asked.count == known)
		walk->ended(walk, reply, "the pages go in circles");
	else if (walk->pages >= MAX_PAGES)
		walk->ended(walk, reply, "more than 100 pages");
	else
		http_ask(walk->http, &walk->source, url);
}

/*
 * Tells why a list that was kept may lack what came later; NULL: it does not.
 * The text lives until the next call.
 */
static const char *
age(const struct walk *walk, const struct http_reply *reply)
{
	static char text[64];
	char date[WHEN_TIME_SIZE];

	if (!reply->recalled || reply->date >= walk->wish->window.to)
		return NULL;
	when_put_time(date, reply->date);
	snprintf(text, sizeof text, "kept at %s, before the end", date);
	return text;
}

/*
 * Pull requests come by their last update: one that is updated while the pages
 * are read moves to the front, past the reader. So the first page is read once
 * more at the end.
 */
static void
arrive(struct walk *walk, const struct http_reply *reply)
{
	if (walk->kind != ITEM_PULL || walk->again || walk->pages == 1) {
		walk->ended(walk, reply, age(walk, reply));
		return;
	}
	walk->again = true;
	ask_first(walk);
}

/*
 * Where GitHub gave up, the list is begun once more in smaller steps; what was
 * taken already is known by its id.
 */
static void
no_page(struct walk *walk, const struct http_reply *reply)
{
	struct buf url = { 0 };

	if (refusal_is_overload(reply) && walk->per_page > LEAST_PER_PAGE) {
		walk->per_page /= 2;
		ask_first(walk);
	} else if (refusal_wants_cursor(reply) &&
	    (links_next(reply->headers.at, &url) ||
		address_cursor(&url, reply->url))) {
		follow(walk, reply, url.at);
	} else {
		walk->ended(walk, reply, reply->error);
	}
	buf_free(&url);
}

static void
done(struct http_source *source, struct http_reply *reply)
{
	struct walk *walk = (struct walk *)source;
	struct buf next = { 0 };

	walk->pages++;
	limits_note_quota(walk->wish->quota, reply);
	if (reply->error != NULL)
		no_page(walk, reply);
	else if (walk->take(walk, reply) && !walk->again &&
	    links_next(reply->headers.at, &next))
		follow(walk, reply, next.at);
	else
		arrive(walk, reply);
	walk->went_on(walk);
	buf_free(&next);
}

/* Tells why a page is no list, as http_source has it. */
static const char *
fault(const struct http_reply *reply)
{
	static char reason[64];
	struct array page;
	struct span item;

	array_open(&page, (struct span) { reply->body.at, reply->body.len });
	while (array_next(&page, &item))
		;
	if (page.error == NULL)
		return NULL;
	snprintf(reason, sizeof reason, "the answer %s", page.error);
	return reason;
}

void
walk_begin(struct walk *walk)
{
	walk->source.done = done;
	walk->source.fault = fault;
	walk->per_page = PER_PAGE;
	ask_first(walk);
}

void
walk_free(struct walk *walk)
{
	map_free(&walk->asked);
}
