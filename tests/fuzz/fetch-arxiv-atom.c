/*
 * Fuzz target: an entry of an Atom feed, and what may stand there instead.
 */
#include "fetch-arxiv.h"

static const char head[] = "<feed xmlns='http://www.w3.org/2005/Atom'"
			   " xmlns:s='http://a9.com/-/spec/opensearch/1.1/'"
			   " xmlns:arxiv='http://arxiv.org/schemas/atom'>"
			   "<s:totalResults>1</s:totalResults><entry>"
			   "<id>http://arxiv.org/abs/2602.00001v1</id>";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_within(head, data, size, "</entry></feed>");
	check_within("", data, size, "");
	return 0;
}
