/*
 * What names a place: addresses on the web, hashes of commits, numbers of
 * issues, paths of files.
 */
#ifndef ADDRESS_H
#define ADDRESS_H

#include "statement.h"

/*
 * Checks the addresses: without the scheme they must be in the sources; of one
 * on github.com the path will do.
 */
void address_check_urls(struct statement *statement);

/* Checks the hashes: each must be, or begin, one in the sources. */
void address_check_hashes(struct statement *statement);

/*
 * Checks "#123", "PR 123", "issue 123" and the like: the sources must have the
 * number in such a form, or in an address.
 */
void address_check_refs(struct statement *statement);

/*
 * Checks the paths: the name of a file with a known ending, alone or after
 * folders, or three names between slashes; as the sources have them, but
 * folders at the front may be left out. Names between slashes that are all in
 * the sources pass; plain words are a path only in code.
 */
void address_check_paths(struct statement *statement);

#endif
