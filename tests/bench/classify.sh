#!/bin/sh
# Reports how fast classify is, beside jq and beside a script that does the same
# by json and a dictionary of words; how long it takes to start; its memory.
# usage: classify.sh OUT BIN
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"

input=$(records 100000)
compare classify "$input" "$bin/classify"
compare classify "$input" "$bin/classify" -- words.py python3 \
	"$here/words.py" "$share/topics" "$share/topics.learned"
head -n 1 "$input" >"$data/1.ndjson"
rounds=9
least "$bin/classify" "$data/1.ndjson" | awk '{
	printf "%-20s %6.1f ms CPU for one record\n", "classify", $1 * 1000 }'
memory "$bin/classify"
