/*
 * Standard output: what cannot be written ends the program at once.
 */
#ifndef OUT_H
#define OUT_H

#include <stddef.h>

/*
 * Each ends the program when the bytes cannot be written: as by SIGPIPE when
 * the reader went away, else with a message and status 3.
 */
void out_write(const char *bytes, size_t len);
void out_flush(void);

/* Writes what is left and closes standard output; nothing may follow. */
void out_close(void);

#endif
