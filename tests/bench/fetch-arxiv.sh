#!/bin/sh
# Reports how fast fetch-arxiv reads a saved feed, beside sfeed and feedparser
# where they are, and its memory.
# usage: fetch-arxiv.sh OUT BIN
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"

# The same feed for all; feedparser, which is slow, gets the tenth of it.
feed=$(made 50MB.atom python3 "$tests/papers.py" 50000000)
tenth=$(made 5MB.atom python3 "$tests/papers.py" 5000000)
script='import feedparser, sys; feedparser.parse(open(sys.argv[1], "rb"))'

own=$(least "$bin/fetch-arxiv" --parse "$feed")
echo "$own $(wc -c <"$feed") $(peak "$bin/fetch-arxiv" --parse "$feed")" |
	awk '{ printf "%-20s %6.1f MB/s, peak %.1f MiB\n", "fetch-arxiv --parse",
		$2 / $1 / 1e6, $3 / 1024 }'
if command -v sfeed >/dev/null; then
	for _ in $(seq "$rounds"); do
		echo "$(measure sh -c "exec sfeed <'$feed'")" \
			"$(measure "$bin/fetch-arxiv" --parse "$feed")"
	done | awk '
		NR == 1 || $1 < sfeed { sfeed = $1 }
		NR == 1 || $4 < own { own = $4 }
		END { printf "%-20s %6.2f times as fast as sfeed\n",
			"fetch-arxiv --parse", sfeed / own }'
fi
for python in python3 /usr/bin/python3; do
	"$python" -c 'import feedparser' 2>/dev/null || continue
	slow=$(measure "$python" -c "$script" "$tenth" | cut -d ' ' -f 1)
	least "$bin/fetch-arxiv" --parse "$tenth" | awk -v slow="$slow" '{
		printf "%-20s %6.1f times as fast as feedparser\n",
			"fetch-arxiv --parse", slow / $1 }'
	break
done
