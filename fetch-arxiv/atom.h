/*
 * The Atom feed in which arXiv's query interface answers, and the Atom form of
 * the daily feeds.
 */
#ifndef ATOM_H
#define ATOM_H

#include "xml.h"

/* Its functions take a struct document. */
extern const struct xml_dialect atom_dialect;

#endif
