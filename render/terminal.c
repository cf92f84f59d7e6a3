/*
 * Text from outside on a terminal. Where a line may end and how wide a
 * character is, libunistring knows (UAX #14 and #11).
 */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unilbrk.h>
#include <unistd.h>

#include "alloc.h"
#include "terminal.h"
#include "utf8.h"

enum {
	USUAL_WIDTH = 80,
	MIN_WIDTH = 20,
	MAX_WIDTH = 1000
};

static int
find_width(void)
{
	const char *columns = getenv("COLUMNS");
	long width = columns != NULL ? strtol(columns, NULL, 10) : 0;
	struct winsize size = { 0 };

	if (width <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (width <= 0)
		return USUAL_WIDTH;
	if (width < MIN_WIDTH)
		return MIN_WIDTH;
	return width < MAX_WIDTH ? (int)width : MAX_WIDTH;
}

struct terminal
terminal_find(void)
{
	const char *type = getenv("TERM"), *refusal = getenv("NO_COLOR");
	struct terminal terminal = { .width = find_width() };

	terminal.colour = isatty(STDOUT_FILENO) && type != NULL &&
	    strcmp(type, "dumb") != 0 && (refusal == NULL || *refusal == '\0');
	return terminal;
}

/* Appends `len` bytes of a line without the blanks at its end. */
static void
put_line(struct buf *out, const struct terminal *terminal, const char *line,
    size_t len, enum terminal_style style)
{
	static const char *const codes[] = {
		[TERMINAL_STRONG] = "\x1b[1m",
		[TERMINAL_LINK] = "\x1b[2m",
	};
	bool coloured = terminal->colour && style != TERMINAL_PLAIN;

	while (len > 0 && line[len - 1] == ' ')
		len--;
	buf_str(out, coloured ? codes[style] : "");
	buf_add(out, line, len);
	buf_str(out, coloured ? "\x1b[0m" : "");
	buf_char(out, '\n');
}

void
terminal_put(struct buf *out, const struct terminal *terminal, const char *lead,
    const char *text, enum terminal_style style)
{
	int indent = (int)strlen(lead);
	size_t size = strlen(text) + 1, start = 0, len;
	char *shown = xmalloc(size), *breaks = xmalloc(size);

	len = utf8_printable(shown, size, text);
	u8_width_linebreaks((const uint8_t *)shown, len,
	    terminal->width - indent, 0, 0, NULL, "UTF-8", breaks);
	buf_str(out, lead);
	for (size_t i = 1; i < len && style != TERMINAL_LINK; i++) {
		if (breaks[i] != UC_BREAK_POSSIBLE)
			continue;
		put_line(out, terminal, shown + start, i - start, style);
		buf_printf(out, "%*s", indent, "");
		start = i;
	}
	put_line(out, terminal, shown + start, len - start, style);
	free(shown);
	free(breaks);
}
