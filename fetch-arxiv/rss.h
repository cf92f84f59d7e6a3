/*
 * The daily feed of a category as RSS 2.0: what was announced, and how.
 */
#ifndef RSS_H
#define RSS_H

#include "xml.h"

/* Its functions take a struct document. */
extern const struct xml_dialect rss_dialect;

#endif
