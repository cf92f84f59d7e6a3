/*
 * Fuzz target: a record of OAI-PMH, and what may stand there instead.
 */
#include "fetch-arxiv.h"

static const char head[] =
    "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><ListRecords>"
    "<record><header><datestamp>2026-02-03</datestamp></header><metadata>"
    "<arXiv xmlns='http://arxiv.org/OAI/arXiv/'><id>2602.00001</id>";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_within(head, data, size,
	    "</arXiv></metadata></record></ListRecords></OAI-PMH>");
	check_within("", data, size, "");
	return 0;
}
