#!/bin/sh
# Reports what a day of 15 papers, 60 commits and 40 issues takes of a model
# that needs 2 s for an answer: calls, time and tokens, beside one call for each
# item, one after the other. Needs the recorded services.
# usage: summarize-model.sh OUT BIN
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"

services=${tests%/*}/../shared/tools/upstream
[ -x "$services" ] || { echo 'summarize-model: no recorded services'; exit; }
eval "$("$services" --background --time-scale 0.01 | tr ' ' '\n')"
work=$(mktemp -d)
trap 'kill "$UPSTREAM_PID"; rm -rf "$work"' EXIT
export no_proxy='*' DAIR_SHARE="$share" XDG_CACHE_HOME="$work" ARXIV_PACE=0
export ARXIV_API_URL="$UPSTREAM_URL/api/query" GITHUB_API_URL="$UPSTREAM_URL"
export GITHUB_TOKEN=dair-token OPENAI_BASE_URL="$UPSTREAM_URL/v1"
export OPENAI_API_KEY=dair-key

# first COUNT KIND: so many records of a kind
first() {
	grep "^{\"kind\":\"$2\"" "$work/all" | head -n "$1"
}

day() {
	{
		"$bin/fetch-arxiv" -q --from 2026-01-26 --to 2026-02-05
		"$bin/fetch-gh" -q --from 2026-01-28 --to 2026-02-09 \
			NVIDIA/cutlass sgl-project/sglang vllm-project/vllm
	} >"$work/all"
	first 15 paper
	first 60 commit
	first 40 issue
}

# ask OPTION...: asks the model
ask() {
	"$bin/summarize" -q -l en -m dair-large "$@"
}

# timed NAME FUNCTION: what the function, which prints records, came to
timed() {
	curl -s -X DELETE "$UPSTREAM_URL/_log" >"$work/null"
	start=$(date +%s.%N)
	"$2" >"$work/told"
	end=$(date +%s.%N)
	calls=$(curl -s "$UPSTREAM_URL/_log?service=llm" | wc -l)
	jq -r 'select(.answered) | "\(.sent) \(.answered) \(.asked)"' \
		"$work/told" |
		awk -v name="$1" -v from="$start" -v to="$end" -v n="$calls" '{
			printf "summarize-model %-16s %4d calls, %6.1f s, " \
				"%6d tokens sent, %d of %d told\n",
				name, n, to - from, $1, $2, $3 }'
}

in_batches() {
	ask -d -j 4 "$work/day"
}

one_by_one() {
	while read -r line; do
		printf '%s\n' "$line" | ask -j 1 -c "$work/each" >"$work/null"
	done <"$work/day"
	ask -d -c "$work/each" "$work/day"
}

day | "$bin/classify" >"$work/day"
curl -s "$UPSTREAM_URL/_control" >"$work/null" \
	-d '{"rules":[{"match":{"service":"llm"},"latency_ms":2000}]}'
timed 'in batches, -j 4' in_batches
timed 'one by one' one_by_one
