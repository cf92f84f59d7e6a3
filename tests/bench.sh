#!/bin/sh
# Reports how fast a stage can be: add-key beside `jq -c .`, and its memory; and
# fetch-arxiv --parse beside sfeed and feedparser, where they are.
# usage: bench.sh OUT [ROUNDS]
set -eu

out=$1
rounds=${2:-3}
records=$(dirname "$0")/records.py
add_key=$out/probe/add-key
input=$out/bench/100MB.ndjson

# measure COMMAND...: its CPU seconds, wall seconds and peak KiB
measure() {
	"$(dirname "$0")/measure.py" "$@"
}

# peak COMMAND...: its peak KiB. What python starts has python's own at least.
peak() {
	if [ -x /usr/bin/time ]; then
		/usr/bin/time -v "$@" 2>&1 >/dev/null |
		    sed -n 's/.*Maximum resident set size.*: //p'
	else
		measure "$@" | cut -d ' ' -f 3
	fi
}

mkdir -p "$out/bench"
if [ ! -e "$input" ]; then
	python3 "$records" 100000000 >"$input.new"
	mv "$input.new" "$input"
fi

for _ in $(seq "$rounds"); do
	echo "$(measure "$add_key" "$input") $(measure jq -c . "$input")"
done | awk -v size="$(wc -c <"$input")" '
	{
		if (NR == 1 || $2 < own)
			own = $2
		if (NR == 1 || $5 < jq)
			jq = $5
		for (i = NR; i > 1 && ratio[i - 1] > $4 / $1; i--)
			ratio[i] = ratio[i - 1]
		ratio[i] = $4 / $1
	}
	END {
		printf "add-key  %6.0f MB/s, least wall time\n",
		    size / own / 1e6
		printf "jq -c .  %6.0f MB/s\n", size / jq / 1e6
		printf "ratio    %6.1f (CPU times, median of %d rounds)\n",
		    ratio[int((NR + 1) / 2)], NR
	}'

python3 "$records" -n 1000 >"$out/bench/1000.ndjson"
for thousands in 1 100 1000; do
	for _ in $(seq "$thousands"); do
		echo "$out/bench/1000.ndjson"
	done | xargs -n "$thousands" cat | peak "$add_key" |
	    awk -v thousands="$thousands" '{
		printf "%7d records: peak %.1f MiB\n",
		    thousands * 1000, $1 / 1024
	    }'
done

# The same feed for all; feedparser, which is slow, gets the tenth of it.
feed=$out/bench/50MB.atom tenth=$out/bench/5MB.atom
fetch_arxiv=${BIN:-bin}/fetch-arxiv
here=$(dirname "$0")
[ -e "$feed" ] || python3 "$here/papers.py" 50000000 >"$feed"
[ -e "$tenth" ] || python3 "$here/papers.py" 5000000 >"$tenth"

# least COMMAND...: the least CPU seconds of so many rounds
least() {
	for _ in $(seq "$rounds"); do
		measure "$@"
	done | sort -n | head -n 1 | cut -d ' ' -f 1
}

own=$(least "$fetch_arxiv" --parse "$feed")
echo "$own $(wc -c <"$feed") $(peak "$fetch_arxiv" --parse "$feed")" |
	awk '{ printf "fetch-arxiv --parse  %5.0f MB/s, peak %.1f MiB\n",
	    $2 / $1 / 1e6, $3 / 1024 }'
if command -v sfeed >/dev/null; then
	for _ in $(seq "$rounds"); do
		echo "$(measure sh -c "exec sfeed <'$feed'")" \
		    "$(measure "$fetch_arxiv" --parse "$feed")"
	done | awk '
		NR == 1 || $1 < sfeed { sfeed = $1 }
		NR == 1 || $4 < own { own = $4 }
		END { printf "speed of sfeed       %5.2f (least CPU times)\n",
		    sfeed / own }'
fi
feedparser='import feedparser, sys; feedparser.parse(open(sys.argv[1], "rb"))'
for python in python3 /usr/bin/python3; do
	"$python" -c 'import feedparser' 2>/dev/null || continue
	slow=$(measure "$python" -c "$feedparser" "$tenth" | cut -d ' ' -f 1)
	least "$fetch_arxiv" --parse "$tenth" | awk -v slow="$slow" '
		{ printf "speed of feedparser  %5.0f\n", slow / $1 }'
	break
done

# render: the report of 100,000 records, and what it takes.
bin=${BIN:-bin}
day=$out/bench/day.ndjson
if [ ! -e "$day" ]; then
	python3 "$records" -n 100000 | "$bin/classify" |
		"$bin/summarize" --lang en --digest >"$day.new"
	mv "$day.new" "$day"
fi
jq_time=$(measure jq -c . "$day" | cut -d ' ' -f 1)
for format in md html atom json text; do
	measure "$bin/render" --format "$format" "$day" |
		awk -v name="$format" -v jq="$jq_time" '{
		printf "render --format %-4s %5.2f s, %4.1f times as fast as " \
		    "jq -c .\n", name, $1, jq / $1
	}'
done
for thousands in 1 10 100; do
	head -n "${thousands}000" "$day" >"$out/bench/part.ndjson"
	peak "$bin/render" "$out/bench/part.ndjson" |
		awk -v thousands="$thousands" '{
		printf "render of %6d records: peak %.1f MiB\n",
		    thousands * 1000, $1 / 1024
	}'
done
