/*
 * A saved answer of arXiv's, read instead of asking: in pieces, so that its
 * size does not matter.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "document.h"
#include "saved.h"
#include "selection.h"

enum {
	PIECE = 64 * 1024 /* bytes */
};

/* Returns false when the document breaks; what cannot be read ends it all. */
static bool
feed_file(struct document *document, int fd, const char *path)
{
	char bytes[PIECE];
	ssize_t len;

	while ((len = read(fd, bytes, sizeof bytes)) > 0)
		if (!document_feed(document, bytes, (size_t)len))
			return false;
	if (len < 0)
		diag_die("%s: %s", path, strerror(errno));
	return document_end(document);
}

void
saved_read(const struct request *request, const char *path)
{
	bool is_input = strcmp(path, "-") == 0;
	int fd = is_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct document document;
	struct selection selection;
	const char *wrong = NULL;

	if (is_input)
		path = "<stdin>";
	if (fd < 0)
		diag_die("%s: %s", path, strerror(errno));
	selection_begin(&selection, request);
	document_open(&document, selection_take, &selection);
	if (!feed_file(&document, fd, path))
		wrong = document_reason(&document);
	else if (document.unusable > 0)
		wrong = "an entry of the feed cannot be read";
	if (wrong != NULL) {
		diag_error("%s: %s", path, wrong);
		if (selection.counts.landed == 0)
			diag_raise(STATUS_FAILED);
	}
	if (!is_input)
		close(fd);
	document_close(&document);
	selection_free(&selection);
}
