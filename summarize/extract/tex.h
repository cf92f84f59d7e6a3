/*
 * Abstracts are written in TeX, and shown without it.
 */
#ifndef TEX_H
#define TEX_H

#include "buf.h"

/*
 * Appends `len` bytes of `s` as plain text: what is emphasized stays, without
 * the commands that do it; references and footnotes go; so does the escape
 * before % and &. Formulas between dollars stay as they are.
 */
void tex_plain(struct buf *out, const char *s, size_t len);

#endif
