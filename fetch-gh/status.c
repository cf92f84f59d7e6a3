/*
 * The status record of a list.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "diag.h"
#include "emit.h"
#include "rec.h"
#include "status.h"

static bool
says(const char *s)
{
	return s != NULL && *s != '\0';
}

void
status_note(struct buf *note, const char *format, ...)
{
	char *more = NULL;
	va_list arguments;

	va_start(arguments, format);
	if (vasprintf(&more, format, arguments) < 0)
		diag_die("out of memory");
	va_end(arguments);
	buf_str(note, note->len > 0 ? "; " : "");
	buf_str(note, more);
	free(more);
}

void
status_write(const struct status *status)
{
	struct buf json = { 0 };

	emit_open(&json, NULL, '{');
	emit_string(&json, "kind", "status");
	emit_string(&json, "stage", "fetch-gh");
	emit_string(&json, "source", status->source);
	if (status->date != NULL)
		emit_string(&json, "date", status->date);
	emit_bool(&json, "ok", !says(status->error));
	emit_integer(&json, "landed", status->landed);
	emit_integer(&json, "shown", status->shown);
	if (says(status->note))
		emit_string(&json, "note", status->note);
	if (says(status->error))
		emit_string(&json, "error", status->error);
	emit_close(&json, '}');
	rec_write(&json);
	buf_free(&json);
}
