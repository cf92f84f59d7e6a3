/*
 * A growing run of bytes, reused from record to record. It always ends in a
 * NUL that does not count. Start with { 0 }.
 */
#ifndef BUF_H
#define BUF_H

#include <stddef.h>

struct buf {
	char *at; /* NULL until something is added */
	size_t len, capacity;
};

/* Forgets the content, keeps the room; at is never NULL afterwards. */
void buf_clear(struct buf *buf);

/* Makes room for `len` more bytes, so that adding them is quick. */
void buf_reserve(struct buf *buf, size_t len);

/* Appends `len` bytes; they must not be the buffer's own. */
void buf_add(struct buf *buf, const char *bytes, size_t len);

/* Appends one byte. */
void buf_char(struct buf *buf, char c);

/* Appends a string. */
void buf_str(struct buf *buf, const char *s);

/* Appends a number in decimal digits. */
void buf_integer(struct buf *buf, long long n);

/* Appends what printf(3) would print. */
void buf_printf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Shortens to the first `len` bytes. */
void buf_cut(struct buf *buf, size_t len);

/* Gives the room back; the buffer can be used again. */
void buf_free(struct buf *buf);

#endif
