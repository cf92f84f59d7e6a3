/*
 * The overview and the conclusion in English.
 */
#include "tell.h"

enum {
	NAMED_TOPICS = 3,
	NAMED_REPOS = 2
};

static const char *
plural(size_t count)
{
	return count == 1 ? "" : "s";
}

/* Appends what stands before part `i` of `count` parts of a list. */
static void
join(struct buf *out, size_t i, size_t count)
{
	if (i > 0)
		buf_str(out, i + 1 < count ? ", " : " and ");
}

static void
begin_sentence(struct buf *out)
{
	if (out->len > 0)
		buf_char(out, ' ');
}

static void
tell_counts(struct buf *out, const struct digest *digest)
{
	static const char *const units[DIGEST_KINDS] = {
		[DIGEST_PAPER] = "paper",
		[DIGEST_COMMIT] = "code change",
		[DIGEST_ISSUE] = "new issue",
		[DIGEST_RELEASE] = "release",
	};
	size_t kinds = 0, told = 0, all = 0;

	for (size_t kind = 0; kind < DIGEST_KINDS; kind++) {
		kinds += digest->counts[kind] > 0;
		all += digest->counts[kind];
	}
	begin_sentence(out);
	if (kinds == 0) {
		buf_str(out, "No papers, code changes or issues came in.");
		return;
	}
	buf_printf(out, "There %s ", all == 1 ? "is" : "are");
	for (size_t kind = 0; kind < DIGEST_KINDS; kind++) {
		size_t count = digest->counts[kind];
		size_t repos = digest->repos[kind].count;

		if (count == 0)
			continue;
		join(out, told++, kinds);
		buf_printf(out, "%zu %s%s", count, units[kind], plural(count));
		if (kind == DIGEST_COMMIT && repos > 1)
			buf_printf(out, " in %zu repositories", repos);
	}
	buf_str(out, ".");
}

static void
tell_topics(
    struct buf *out, const struct digest *digest, const struct labels *labels)
{
	const struct tally *topics = &digest->topics;
	size_t count = topics->count < NAMED_TOPICS ? topics->count
						    : NAMED_TOPICS;

	if (count == 0)
		return;
	begin_sentence(out);
	buf_str(out, "Subjects of the papers include ");
	for (size_t i = 0; i < count; i++) {
		size_t at = tally_ranked(topics, i);

		join(out, i, count);
		buf_printf(out, "%s (%zu)",
		    tell_topic(labels, topics->names[at]), topics->counts[at]);
	}
	buf_str(out, ".");
}

static void
tell_types(struct buf *out, const struct digest *digest)
{
	static const struct {
		const char *type, *one, *many;
	} types[] = { { "fix", "fix", "fixes" },
		{ "feature", "feature", "features" },
		{ "perf", "speed-up", "speed-ups" } };
	size_t kinds = 0, told = 0;

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		kinds += tally_of(&digest->types, types[i].type) > 0;
	if (kinds == 0)
		return;
	begin_sentence(out);
	buf_str(out, "The changes include ");
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		size_t count = tally_of(&digest->types, types[i].type);

		if (count == 0)
			continue;
		join(out, told++, kinds);
		buf_printf(out, "%zu %s", count,
		    count == 1 ? types[i].one : types[i].many);
	}
	buf_str(out, ".");
}

static void
tell_repos(struct buf *out, const struct digest *digest)
{
	const struct tally *repos = &digest->repos[DIGEST_COMMIT];
	size_t count = tally_leaders(repos, NAMED_REPOS);

	if (count == 0)
		return;
	begin_sentence(out);
	buf_printf(out, "The %schanges came from ",
	    repos->count > NAMED_REPOS ? "most " : "");
	for (size_t i = 0; i < count; i++) {
		size_t at = tally_ranked(repos, i);

		join(out, i, count);
		buf_printf(
		    out, "%s (%zu)", repos->names[at], repos->counts[at]);
	}
	buf_str(out, ".");
}

static void
tell_item(struct buf *out, enum digest_kind kind, const struct best_item *item,
    const struct labels *labels, bool brief)
{
	const char *about = tell_about(kind, item, labels);

	buf_printf(out, "“%s”", item->title);
	if (about != NULL && kind == DIGEST_COMMIT)
		buf_printf(out, ", %s", about);
	if (*item->repo != '\0')
		buf_printf(out, " in %s", item->repo);
	if (about != NULL && kind != DIGEST_COMMIT)
		buf_printf(out, " (%s)", about);
	if (!brief && tell_adds(item)) {
		buf_str(out, ": ");
		tell_clause(out, item->text);
	}
}

static void
tell_faults(
    struct buf *out, const struct digest *digest, const struct labels *labels)
{
	const struct tally *impacts = &digest->impacts;
	const struct tally *repos = &digest->repos[DIGEST_ISSUE];
	size_t faults = tell_count_faults(digest, labels), told = 0, most;

	for (size_t i = 0; i < impacts->count; i++) {
		size_t at = tally_ranked(impacts, i);
		const char *name = labels_get(
		    labels, "fault", impacts->names[at]);
		bool one = impacts->counts[at] == 1;

		if (name == NULL)
			continue;
		if (told == 0) {
			begin_sentence(out);
			buf_str(out, "Of the new issues, ");
		}
		join(out, told, faults);
		buf_printf(out, "%zu %sabout %s", impacts->counts[at],
		    told > 0  ? ""
			: one ? "is "
			      : "are ",
		    name);
		told++;
	}
	if (told > 0)
		buf_str(out, ".");
	if (repos->count > 1 && tally_leaders(repos, 1) == 1) {
		most = tally_ranked(repos, 0);
		begin_sentence(out);
		buf_printf(out, "The most issues were filed with %s (%zu).",
		    repos->names[most], repos->counts[most]);
	}
}

static void
tell_failures(struct buf *out, const struct digest *digest)
{
	size_t failed = digest_failed(digest);

	if (failed == 0)
		return;
	begin_sentence(out);
	buf_printf(out, "%zu source%s could not be read; see the end.", failed,
	    plural(failed));
}

const struct teller tell_en = {
	.counts = tell_counts,
	.topics = tell_topics,
	.repos = tell_repos,
	.types = tell_types,
	.item = tell_item,
	.faults = tell_faults,
	.failures = tell_failures,
	.gap = " ",
	.between = "; ",
	.stop = ".",
	.read_first = "Read first: ",
	.worth_a_look = "Also worth a look: ",
	.ordinals = { "(1) ", "(2) ", "(3) " },
};
