/*
 * Pictures of counts. Widths are in percent, so a picture fills its place while
 * its letters keep their size; colours are the style sheet's.
 */
#include "svg.h"
#include "markup.h"
#include "utf8.h"

enum {
	MAX_BARS = 8,
	MAX_NAME = 48, /* bytes of a name above a bar */
	MAX_COLUMNS =
	    400, /* the last ones; more would be thinner than a pixel */
	ROW = 32, /* pixels from bar to bar */
	TEXT = 13, /* from the top to the base line of a name */
	BAR_TOP = 19,
	BAR_HEIGHT = 6,
	COLUMNS_HEIGHT = 96,
	MAX_WIDTH = 4, /* of a column, in percent of the picture */
	AXIS = 18 /* below the columns */
};

static unsigned long long
largest(const struct bar *bars, size_t count)
{
	unsigned long long max = 1;

	for (size_t i = 0; i < count; i++)
		if (bars[i].count > max)
			max = bars[i].count;
	return max;
}

/* Opens a figure, with its numbers for those who do not see it. */
static void
begin(struct buf *out, const struct bar *bars, size_t count,
    const char *caption, size_t height)
{
	buf_str(out, "<figure>\n<figcaption>");
	markup_text(out, caption);
	buf_printf(out,
	    "</figcaption>\n<svg role=\"img\" width=\"100%%\" "
	    "height=\"%zu\" aria-label=\"",
	    height);
	markup_text(out, caption);
	for (size_t i = 0; i < count; i++) {
		buf_str(out, i == 0 ? ": " : ", ");
		markup_text(out, bars[i].name);
		buf_printf(out, " %llu", bars[i].count);
	}
	buf_str(out, "\">\n");
}

static void
end(struct buf *out)
{
	buf_str(out, "</svg>\n</figure>\n");
}

static void
put_name(struct buf *out, const char *name)
{
	struct buf cut = { 0 };
	size_t len = utf8_cut(name, MAX_NAME);

	buf_add(&cut, name, len);
	buf_str(&cut, name[len] != '\0' ? "…" : "");
	markup_text(out, cut.at);
	buf_free(&cut);
}

void
svg_bars(struct buf *out, const struct chart *chart, const char *caption)
{
	size_t count = chart->count < MAX_BARS ? chart->count : MAX_BARS;
	unsigned long long max = largest(chart->bars, count);

	begin(out, chart->bars, count, caption, count * ROW);
	for (size_t i = 0; i < count; i++) {
		const struct bar *bar = &chart->bars[i];

		buf_printf(out, "<text y=\"%zu\">", i * ROW + TEXT);
		put_name(out, bar->name);
		buf_printf(out,
		    "</text><text x=\"100%%\" y=\"%zu\" "
		    "text-anchor=\"end\">%llu</text>",
		    i * ROW + TEXT, bar->count);
		buf_printf(out,
		    "<rect y=\"%zu\" width=\"%.2f%%\" height=\"%d\" "
		    "rx=\"2\"/>\n",
		    i * ROW + BAR_TOP, 100.0 * (double)bar->count / (double)max,
		    BAR_HEIGHT);
	}
	end(out);
}

void
svg_columns(struct buf *out, const struct chart *chart, const char *caption)
{
	size_t skip = chart->count > MAX_COLUMNS ? chart->count - MAX_COLUMNS
						 : 0;
	const struct bar *bars = chart->bars + skip;
	size_t count = chart->count - skip;
	unsigned long long max = largest(bars, count);
	double step = 100.0 / (double)(count > 0 ? count : 1);
	double width = step * 0.8 < MAX_WIDTH ? step * 0.8 : MAX_WIDTH;
	/* The first column begins at the left edge, the last ends at the right. */
	double gap = count > 1 ? (100.0 - width) / (double)(count - 1) : 0;

	begin(out, bars, count, caption, COLUMNS_HEIGHT + AXIS);
	for (size_t i = 0; i < count; i++) {
		double height = (double)COLUMNS_HEIGHT * (double)bars[i].count /
		    (double)max;

		buf_printf(out,
		    "<rect x=\"%.3f%%\" y=\"%.1f\" width=\"%.3f%%\" "
		    "height=\"%.1f\"/>\n",
		    gap * (double)i, COLUMNS_HEIGHT - height, width, height);
	}
	if (count > 0) {
		buf_printf(out, "<text y=\"%d\">", COLUMNS_HEIGHT + TEXT);
		put_name(out, bars[0].name);
		buf_printf(out,
		    "</text><text x=\"100%%\" y=\"%d\" text-anchor=\"end\">",
		    COLUMNS_HEIGHT + TEXT);
		put_name(out, bars[count - 1].name);
		buf_str(out, "</text>\n");
	}
	end(out);
}
