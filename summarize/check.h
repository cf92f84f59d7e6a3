/*
 * summarize --check: which claims of the summaries and digests in a stream
 * their records do not support.
 */
#ifndef CHECK_H
#define CHECK_H

/*
 * Reads records from `operands`, as rec_open() does, and passes them on, the
 * member `unsupported` of each summary and digest set to what is not
 * supported, or left out. Each hard finding is an error, with its place. A
 * summary is held against its record, a digest against all records that are
 * no digests; from the first digest on the stream is held back until its end,
 * or up to a bound.
 */
void check_run(char *const operands[]);

#endif
