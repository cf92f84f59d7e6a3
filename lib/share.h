/*
 * Where the project's data files are.
 */
#ifndef SHARE_H
#define SHARE_H

/*
 * Returns the path of the data file `name`: in $DAIR_SHARE if that is set,
 * else in ../share/dair or ../share beside the program, else where it was
 * installed. free() it. Whether the file is there is for its reader to find.
 */
char *share_path(const char *name);

#endif
