#!/bin/sh
# Reports how fast summarize is on abstracts, and its memory.
# usage: summarize.sh OUT BIN
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"

# papers COUNT: so many papers with made-up abstracts
papers() {
	python3 "$tests/records.py" -n $(($1 * 3)) | grep '"kind": *"paper"' |
		awk -v count="$1" 'NR <= count'
}

compare summarize "$(made papers.ndjson papers 100000)" "$bin/summarize" -x
memory "$bin/summarize" -x
