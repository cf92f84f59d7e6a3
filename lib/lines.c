/*
 * Lines of operands, read by read(2) into one buffer and handed out in place.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "diag.h"
#include "lines.h"
#include "out.h"

enum {
	CHUNK = 64 * 1024
};

void
lines_open(struct lines *in, char *const operands[], size_t max_line)
{
	static char stdin_operand[] = "-";
	static char *const only_stdin[] = { stdin_operand, NULL };

	*in = (struct lines) {
		.operands = operands[0] != NULL ? operands : only_stdin,
		.max_line = max_line,
		.fd = -1,
	};
}

static void
refuse(struct lines *in)
{
	diag_error("%s: %s", in->name, strerror(errno));
	in->refused++;
}

/* Opens the next operand that can be opened. */
static bool
open_next(struct lines *in)
{
	while (in->fd < 0 && *in->operands != NULL) {
		const char *operand = *in->operands++;
		bool is_stdin = strcmp(operand, "-") == 0;

		in->name = is_stdin ? "<stdin>" : operand;
		in->number = 0;
		in->start = in->end = in->searched = 0;
		in->fd = is_stdin ? dup(STDIN_FILENO)
				  : open(operand, O_RDONLY | O_CLOEXEC);
		if (in->fd < 0)
			refuse(in);
	}
	return in->fd >= 0;
}

static void
close_file(struct lines *in)
{
	close(in->fd);
	in->fd = -1;
}

/* Whoever reads our output must not wait for more input of ours. */
static void
flush_if_blocking(int fd)
{
	struct pollfd ready = { .fd = fd, .events = POLLIN };

	if (poll(&ready, 1, 0) == 0)
		out_flush();
}

/* Reads more bytes behind what is there. Returns how many; 0 at the end. */
static size_t
fill(struct lines *in)
{
	ssize_t got;

	if (in->start > 0) {
		memmove(in->bytes, in->bytes + in->start, in->end - in->start);
		in->end -= in->start;
		in->searched -= in->start;
		in->start = 0;
	}
	in->bytes = xgrow(in->bytes, &in->capacity, in->end + CHUNK + 1, 1);
	flush_if_blocking(in->fd);
	do {
		got = read(
		    in->fd, in->bytes + in->end, in->capacity - in->end - 1);
	} while (got < 0 && errno == EINTR);
	if (got < 0)
		refuse(in);
	else if (in->number == 0 && in->end == 0)
		in->opened++;
	if (got <= 0)
		return 0;
	in->end += (size_t)got;
	return (size_t)got;
}

/* Passes over the rest of a line that is too long. */
static void
skip_line(struct lines *in)
{
	diag_bad(in->name, ":%llu: longer than %zu MiB", in->number + 1,
	    in->max_line >> 20);
	for (;;) {
		char *feed = memchr(
		    in->bytes + in->searched, '\n', in->end - in->searched);

		in->start = in->end;
		if (feed != NULL) {
			in->start = (size_t)(feed + 1 - in->bytes);
			break;
		}
		in->searched = in->end;
		if (fill(in) == 0)
			break;
	}
	in->searched = in->start;
	in->number++;
}

/* Ends the line of `len` bytes at `start`, which `gap` more bytes follow. */
static char *
hand_out(struct lines *in, size_t *len, size_t gap)
{
	char *line = in->bytes + in->start;

	line[*len] = '\0';
	in->start += *len + gap;
	in->searched = in->start;
	in->number++;
	return line;
}

/* Returns the next line of the open file; NULL at its end. */
static char *
next_of_file(struct lines *in, size_t *len)
{
	for (;;) {
		char *feed = in->end == in->searched
		    ? NULL
		    : memchr(in->bytes + in->searched, '\n',
			  in->end - in->searched);

		*len = (feed != NULL ? (size_t)(feed - in->bytes) : in->end) -
		    in->start;
		if (*len > in->max_line) {
			skip_line(in);
			continue;
		}
		if (feed != NULL)
			return hand_out(in, len, 1);
		in->searched = in->end;
		if (fill(in) == 0)
			return *len > 0 ? hand_out(in, len, 0) : NULL;
	}
}

char *
lines_next(struct lines *in, size_t *len)
{
	while (open_next(in)) {
		char *line = next_of_file(in, len);

		if (line != NULL)
			return line;
		close_file(in);
	}
	return NULL;
}

bool
lines_failed(const struct lines *in)
{
	return in->refused > 0 && in->opened == 0;
}

void
lines_close(struct lines *in)
{
	if (in->fd >= 0)
		close_file(in);
	free(in->bytes);
	in->bytes = NULL;
	in->capacity = 0;
}
