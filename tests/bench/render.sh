#!/bin/sh
# Reports how fast render is on 100,000 records, and its memory.
# usage: render.sh OUT BIN
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"

day() {
	"$bin/classify" "$(records 100000)" |
		"$bin/summarize" --lang en --digest
}

input=$(made day.ndjson day)
for format in md html atom json text; do
	compare "render --format $format" "$input" "$bin/render" --lang en --format "$format"
done
for thousands in 1 10 100; do
	head -n "${thousands}000" "$input" >"$data/part.ndjson"
	peak "$bin/render" --lang en "$data/part.ndjson" |
		awk -v n="$thousands" '{
			printf "%-20s %8d records: peak %.1f MiB\n", "render",
				n * 1000, $1 / 1024
		}'
done
