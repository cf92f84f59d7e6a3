#!/bin/sh
# Reports what a year of reports of 60 items costs index-update, in time, room
# and bytes.
# usage: bench-site.sh OUT BIN

set -eu
here=$(dirname "$(readlink -f "$0")")
bin=$(readlink -f "$2")
mkdir -p "$1/bench"
cd "$1/bench"
site=year

make_site() {
	rm -rf "$site"
	mkdir -p "$site/reports"
	python3 "$here/records.py" -n 60 >60.ndjson
	"$bin/render" --date 2026-01-01 60.ndjson >60.md
	for day in $(seq 0 364); do
		date=$(date -u -d "2026-01-01 + $day days" +%F)
		cp 60.ndjson "$site/reports/$date.ndjson"
		sed "1s/2026-01-01/$date/" 60.md >"$site/reports/$date.md"
	done
}

# measured WHAT OPTION...: one run of index-update
measured() {
	what=$1
	shift
	"$here/measure.py" "$bin/index-update" "$@" "$site/README.md" |
		awk -v what="$what" '{
			printf "%-22s %6.0f ms (CPU %.0f ms), peak %.1f MiB\n",
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
