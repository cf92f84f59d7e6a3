/*
 * A growing run of bytes.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buf.h"

void
buf_reserve(struct buf *buf, size_t len)
{
	buf->at = xgrow(buf->at, &buf->capacity, buf->len + len + 1, 1);
}

void
buf_clear(struct buf *buf)
{
	buf_reserve(buf, 0);
	buf_cut(buf, 0);
}

void
buf_add(struct buf *buf, const char *bytes, size_t len)
{
	buf_reserve(buf, len);
	if (len > 0)
		memcpy(buf->at + buf->len, bytes, len);
	buf->len += len;
	buf->at[buf->len] = '\0';
}

void
buf_char(struct buf *buf, char c)
{
	buf_reserve(buf, 1);
	buf->at[buf->len++] = c;
	buf->at[buf->len] = '\0';
}

void
buf_integer(struct buf *buf, long long n)
{
	char digits[24], *at = digits + sizeof digits;
	unsigned long long left = n < 0 ? 0 - (unsigned long long)n
					: (unsigned long long)n;

	do
		*--at = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (n < 0)
		*--at = '-';
	buf_add(buf, at, (size_t)(digits + sizeof digits - at));
}

void
buf_str(struct buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

void
buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args, again;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len > 0) {
		buf_reserve(buf, (size_t)len);
		vsnprintf(buf->at + buf->len, (size_t)len + 1, format, again);
		buf->len += (size_t)len;
	}
	va_end(again);
}

void
buf_cut(struct buf *buf, size_t len)
{
	buf->len = len;
	buf->at[len] = '\0';
}

void
buf_free(struct buf *buf)
{
	free(buf->at);
	*buf = (struct buf) { 0 };
}
