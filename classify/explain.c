/*
 * How a score came about.
 */
#include "explain.h"
#include "out.h"
#include "text.h"

static void
put_record(struct buf *out, const struct verdict *verdict,
    const struct rec *rec, double min)
{
	struct buf word = { 0 };

	buf_printf(out, "%.3f", verdict->score);
	if (verdict->score < min)
		buf_printf(out, " (less than %g: left out)", min);
	if (verdict->muted != NULL)
		buf_printf(out, " (muted: %s)", verdict->muted);
	if (rec_line(rec, "id", &word) != NULL)
		buf_printf(out, " %s", word.at);
	if (rec_line(rec, "title", &word) != NULL)
		buf_printf(out, " %s", word.at);
	buf_char(out, '\n');
	buf_free(&word);
}

static void
put_reason(
    struct buf *out, const struct judge *judge, const struct reason *reason)
{
	const struct section *section =
	    &judge->points.topics->sections[reason->section];

	buf_printf(out, "  %c%+6.2f%c %s%s%s", reason->counts ? ' ' : '(',
	    reason->points, reason->counts ? ' ' : ')',
	    topics_facet(section->facet), *section->name != '\0' ? " " : "",
	    section->name);
	if (*reason->term != '\0')
		buf_printf(out, ": \"%s%s\" in the %s",
		    reason->area == AREA_FACT ? "@" : "", reason->term,
		    topics_area(reason->area));
	buf_char(out, '\n');
}

void
explain(const struct judge *judge, const struct rec *rec, double min)
{
	struct buf out = { 0 };

	put_record(&out, &judge->verdict, rec, min);
	for (size_t i = 0; i < judge->points.count; i++)
		put_reason(&out, judge, &judge->points.reasons[i]);
	out_write(out.at, out.len);
	buf_free(&out);
}
