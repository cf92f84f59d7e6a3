#!/bin/sh
# Reports what a year of reports of 60 items costs index-update, in time, room
# and bytes.
# usage: index-update.sh OUT BIN
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"

site=$data/year

make_site() {
	rm -rf "$site"
	mkdir -p "$site/reports"
	day=$(records 60)
	"$bin/render" --date 2026-01-01 "$day" >"$data/60.md"
	for n in $(seq 0 364); do
		date=$(date -u -d "2026-01-01 + $n days" +%F)
		cp "$day" "$site/reports/$date.ndjson"
		sed "1s/2026-01-01/$date/" "$data/60.md" >"$site/reports/$date.md"
	done
}

# measured WHAT OPTION...: one run of index-update
measured() {
	what=$1
	shift
	measure "$bin/index-update" "$@" "$site/README.md" |
		awk -v what="$what" '{
			printf "%-20s %6.0f ms (CPU %.0f ms), peak %.1f MiB\n",
				what, $2 * 1000, $1 * 1000, $3 / 1024
		}'
}

make_site
echo "365 days, $(cat "$site"/reports/*.ndjson | wc -l) records," \
	"$(cat "$site"/reports/* | wc -c) bytes:"
measured 'all pages made'
measured 'nothing to change'
measured 'the list bounded' --max 14
wc -c "$site/README.md" "$site/reports/README.md" | sed '$d'
"$bin/index-update" --max 14 "$site/README.md" </dev/null | wc -c |
	sed 's/$/ report records/'
