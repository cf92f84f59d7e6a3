/*
 * A list of OAI-PMH in the format `arXiv`.
 */
#ifndef OAI_H
#define OAI_H

#include "xml.h"

/* Its functions take a struct document. */
extern const struct xml_dialect oai_dialect;

#endif
