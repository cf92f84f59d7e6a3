# days.sh - which days a site has, and which it lacks; daily reads it.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2086,SC2154 # the variables are daily's, or its words

# How many missing days one call makes at the most.
most_days=31

# day_before DATE N: prints the date N days before DATE.
day_before() {
	date -u -d "$1 - $2 days" +%F 2>/dev/null ||
		date -j -u -v"-$2d" -f %F "$1" +%F
}

# days_with ENDING: prints the days of which reports has a file with that ending,
# the first one first.
days_with() {
	for file in "$site"/reports/????-??-??"$1"; do
		file=${file##*/}
		case $file in
		'?'*) ;;
		*) echo "${file%"$1"}" ;;
		esac
	done
}

recorded_days() {
	days_with .ndjson
}

# Prints the newest day that has a report; nothing in a new site.
newest_day() {
	days_with .md | tail -n 1
}

# Prints the days up to $date that have no report, the oldest first: those behind
# the newest report, and of the last $retry days those between two reports. In a
# new site, that is $date alone.
missing_days() {
	first=$(days_with .md | head -n 1)
	missing='' n=0 behind=yes
	while [ "$n" -lt "$most_days" ]; do
		one=$(day_before "$date" "$n")
		n=$((n + 1))
		if [ -e "$site/reports/$one.md" ]; then
			behind=
		elif [ "$n" -gt "$retry" ] && [ -z "$behind" ]; then
			break
		elif [ "$one" = "$(later "$one" "$first")" ]; then
			missing="$one $missing"
		fi
		[ -n "$first" ] || break
	done
	echo "$missing"
}

# later DATE DATE: prints the later one; of one date alone, that.
later() {
	printf '%s\n' "$@" | sort | tail -n 1
}

# failed_sources DATE: prints the sources that a day's report does without.
failed_sources() {
	[ ! -e "$site/reports/$1.ndjson" ] || sed -n \
		'/^{"kind":"status".*"ok":false/s/^.*"source":"\([^"]*\)".*/\1/p' \
		"$site/reports/$1.ndjson" | sort -u
}

# try_day DATE: makes the day in a process of its own, and leaves its status in
# $result.
try_day() {
	up_to=$date date=$1 result=0
	(
		make_day
		exit "$status"
	) || result=$?
	date=$up_to
	[ "$result" -eq 0 ] || status=1
}

# Makes the days that are missing. The first one that cannot be made ends it, so
# that the next call begins there.
make_missing() {
	missing=$(missing_days)
	set -- $missing
	[ $# -lt "$most_days" ] ||
		tell "the last $most_days days are made; for one before, name it"
	for one; do
		try_day "$one"
		[ "$result" -le 1 ] ||
			fail "$result" "$one could not be made; the newest \
report is of $(newest_day)"
		failing=$(failed_sources "$one")
	done
}

# Makes the last $retry days anew, the newest first, of which a source failed;
# but not if it failed a moment ago, too.
make_better() {
	n=0
	while [ "$n" -lt "$retry" ]; do
		one=$(day_before "$date" "$n")
		n=$((n + 1))
		case " $missing " in
		*" $one "*) continue ;;
		esac
		failed_sources "$one" | grep -qvxF "$failing" || continue
		try_day "$one"
		[ "$result" -ne 2 ] || exit 2
		failing=$failing$newline$(failed_sources "$one")
	done
}

newline='
'

catch_up() {
	failing=
	make_missing
	make_better
}
