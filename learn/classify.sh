#!/bin/sh
# Learns share/topics.learned from the corpus beside the project, the same bytes
# every time; with --print, to standard output. With --cross: prints how good
# what is learned from the labels of one day is on the other.
# usage: classify.sh [--print | --cross]
set -eu

cd "$(dirname "$0")/.."
corpus=../shared/corpus
gold=$corpus/gold-papers.dev.jsonl
score=../shared/tools/score
classify=$(command -v "${BIN:-bin}/classify" || command -v classify)
first=2026-01-29
second=2026-02-03

if [ ! -r "$gold" ]; then
	echo "learn: $corpus is not here, so share/topics.learned stays" >&2
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# papers DAY...: those of the corpus, labelled on these days
papers() {
	jq -nc --slurpfile gold "$gold" \
	    --argjson days "$(printf '"%s"\n' "$@" | jq -sc .)" \
	    -f learn/classify.jq "$corpus/arxiv-pool.jsonl" \
	    "$corpus/train-positives.jsonl"
}

# without DAY: the records of other days
without() {
	grep -v "\"listed\":\"$1\""
}

# learn: a topics file that adds to what is written by hand
learn() {
	"$classify" --topics "$work/topics" --learn
}

# judge NAME DAY: how good the topics file NAME is on that day
judge() {
	papers none | grep "\"listed\":\"$2\"" |
	    "$classify" --topics "$work/$1" >"$work/scored"
	grep "\"listed\":\"$2\"" "$gold" >"$work/gold"
	echo "$1 on $2:"
	"$score" "$work/gold" "$work/scored" | grep -E 'AP|F1|accuracy' |
	    grep -v '^mean'
}

grep -v '^include' share/topics >"$work/topics"

table() {
	echo '# Made by learn/classify.sh; see learn/classify.md.'
	papers $first $second | learn | grep -v '^include'
}

case ${1-} in
'')
	table >"$work/learned"
	cp "$work/learned" share/topics.learned
	;;
--print)
	table
	;;
--cross)
	papers $first | without $second | learn >"$work/learned-on-$first"
	papers $second | without $first | learn >"$work/learned-on-$second"
	judge topics $first
	judge learned-on-$second $first
	judge topics $second
	judge learned-on-$first $second
	;;
*)
	sed -n '2,5s/^# //p' "$0" >&2
	exit 2
	;;
esac
