#!/bin/sh
# Reports how fast summarize is on abstracts, beside jq and beside the same
# algorithm in python3, which must give the same summaries; and its memory.
# usage: summarize.sh OUT BIN
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"

# papers COUNT: so many papers with made-up abstracts
papers() {
	python3 "$tests/records.py" -n $(($1 * 3)) | grep '"kind": *"paper"' |
		awk -v count="$1" 'NR <= count'
}

input=$(made papers.ndjson papers 100000)
some=$(made papers-1000.ndjson head -n 1000 "$input")
twin=$tests/twin/summarize.py

"$bin/summarize" -x "$some" | jq -r .summary.text >"$data/summaries"
"$twin" "$some" | diff "$data/summaries" - >&2
compare summarize "$input" "$bin/summarize" -x
compare summarize "$some" "$bin/summarize" -x -- python3 "$twin"
memory "$bin/summarize" -x
