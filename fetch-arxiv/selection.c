/*
 * Which of the papers that come in were asked for.
 */
#include <string.h>

#include "out.h"
#include "selection.h"

/* Where a paper belongs. */
enum place {
	OUTSIDE,
	WITHIN,
	LATE
};

bool
request_has_category(const struct request *request, const char *category)
{
	for (size_t i = 0; i < request->category_count; i++) {
		const char *wanted = request->categories[i];
		size_t len = strlen(wanted);

		if (strncmp(wanted, category, len) == 0 &&
		    (category[len] == '\0' || category[len] == '.'))
			return true;
	}
	return false;
}

void
selection_begin(struct selection *selection, const struct request *request)
{
	*selection = (struct selection) { .request = request, .page = 1 };
	buf_clear(&selection->records);
}

/*
 * Returns the day to which a paper submitted at `time` belongs. Where only the
 * day of its submission is known, which may have a freeze in its middle, it is
 * the earlier listing if the paper was there by then.
 */
static time_t
own_day(const struct request *request, const struct paper *paper, time_t time)
{
	time_t first, last;

	if (request->by == REQUEST_SUBMITTED)
		return when_day(time).from;
	first = calendar_listing(request->calendar, time);
	if (!paper->by_day)
		return first;
	last = calendar_listing(request->calendar, time + WHEN_DAY - 1);
	return paper->stamped != 0 && paper->stamped <= first ? first : last;
}

/* A daily feed says itself to which day its papers belong. */
static enum place
place_in_feed(struct selection *selection, const struct paper *paper)
{
	const struct request *request = selection->request;

	if (request->by == REQUEST_ANNOUNCED &&
	    paper->announce == PAPER_REPLACE)
		return OUTSIDE;
	if (paper->listed == request->listing)
		return WITHIN;
	selection->counts.stale++;
	return OUTSIDE;
}

static enum place
place_of(struct selection *selection, const struct paper *paper)
{
	const struct request *request = selection->request;
	const struct buf *date = request->by == REQUEST_UPDATED &&
		paper->updated.len > 0
	    ? &paper->updated
	    : &paper->published;
	time_t time, day;

	if (request->is_saved || request->id_count > 0)
		return WITHIN;
	if (paper->listed != 0)
		return place_in_feed(selection, paper);
	if (!when_time(date->at, &time)) {
		selection->unreadable = true;
		return OUTSIDE;
	}
	if (request->by != REQUEST_ANNOUNCED &&
	    when_within(request->window, time))
		return WITHIN;
	if (request->by == REQUEST_UPDATED || time >= request->window.to)
		return OUTSIDE;
	day = own_day(request, paper, time);
	if (request->listing != 0 && day == request->listing)
		return WITHIN;
	return request->late_from != 0 && time >= request->late_from &&
		day < request->listing && seen_day(request->seen, day, "arxiv")
	    ? LATE
	    : OUTSIDE;
}

static bool
is_known(const struct request *request, const struct paper *paper)
{
	static struct buf id;

	if (request->seen == NULL || request->is_saved)
		return false;
	buf_clear(&id);
	buf_printf(&id, "arxiv:%s", paper->id.at);
	return seen_item(request->seen, id.at);
}

/* A saved page holds each once, and however long it is, memory is not. */
static bool
is_repeated(struct selection *selection, const struct paper *paper)
{
	size_t *page;

	if (selection->request->is_saved)
		return false;
	page = map_at(&selection->ids, paper->id.at, 0);
	if (*page != 0)
		return true;
	*page = selection->page;
	return false;
}

/* A paper is new where its primary category was asked for. */
static enum paper_announce
announce_of(const struct request *request, const struct paper *paper)
{
	bool replaced = paper->version > 1 ||
	    (paper->version == 0 && paper->updated.len > 0);

	if (request->by == REQUEST_UPDATED && replaced)
		return PAPER_REPLACE;
	if (paper->announce == PAPER_REPLACE || request->is_saved ||
	    request->id_count > 0 || request->listing == 0)
		return paper->announce;
	if (request->category_count == 0)
		return PAPER_NEW;
	return request_has_category(request, paper->categories.bytes.at)
	    ? PAPER_NEW
	    : PAPER_CROSS;
}

static void
put_record(
    struct selection *selection, const struct paper *paper, enum place place)
{
	const struct request *request = selection->request;
	struct paper_listing listing = {
		.announce = announce_of(request, paper),
		.announced = paper->listed,
		.late = place == LATE,
	};

	if (request->by == REQUEST_ANNOUNCED && place == WITHIN &&
	    paper->listed == 0 && !request->is_saved)
		listing.announced = request->listing;
	paper_record(paper, &listing, &selection->records);
}

void
selection_take(void *data, const struct paper *paper)
{
	struct selection *selection = data;
	const struct request *request = selection->request;
	struct counts *counts = &selection->counts;
	enum place place = place_of(selection, paper);

	if (place == OUTSIDE || is_repeated(selection, paper))
		return;
	if (is_known(request, paper)) {
		counts->known += place == WITHIN;
		return;
	}
	counts->landed++;
	counts->late += place == LATE;
	if (request->max > 0 && counts->shown >= request->max)
		return;
	counts->shown++;
	put_record(selection, paper, place);
	if (request->is_saved)
		selection_keep(selection);
}

void
selection_keep(struct selection *selection)
{
	out_write(selection->records.at, selection->records.len);
	buf_clear(&selection->records);
	selection->kept = selection->counts;
	selection->page++;
}

void
selection_drop(struct selection *selection)
{
	struct map *ids = &selection->ids;

	for (size_t i = 0; i < ids->capacity; i++)
		if (ids->entries[i].value == selection->page)
			ids->entries[i].value = 0;
	buf_clear(&selection->records);
	selection->counts = selection->kept;
}

void
selection_forget(struct selection *selection, size_t page)
{
	struct map left = { 0 };

	for (size_t i = 0; i < selection->ids.capacity; i++) {
		const struct map_entry *entry = &selection->ids.entries[i];

		if (entry->value != 0 && entry->value < page)
			map_at(&left, entry->key, entry->value);
	}
	map_free(&selection->ids);
	selection->ids = left;
}

void
selection_free(struct selection *selection)
{
	map_free(&selection->ids);
	buf_free(&selection->records);
}
