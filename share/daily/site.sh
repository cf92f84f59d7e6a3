# site.sh - what daily does with the days of a site together; daily reads it.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2086,SC2154 # the variables are daily's, or its words

# What one call makes at the most.
most_days=31

# day_before DATE N: prints the date N days before DATE.
day_before() {
	date -u -d "$1 - $2 days" +%F 2>/dev/null ||
		date -j -u -v"-$2d" -f %F "$1" +%F
}

# Prints the newest day that has a report; nothing in a new site.
newest_day() {
	for last in "$site"/reports/????-??-??.md; do
		:
	done
	[ ! -e "$last" ] || basename "$last" .md
}

# Prints the days behind the newest report up to $date, the oldest first; in a
# new site, that is $date alone.
missing_days() {
	last=$(newest_day)
	missing='' n=0
	while [ "$n" -lt "$most_days" ]; do
		day=$(day_before "$date" "$n")
		[ ! -e "$site/reports/$day.md" ] || break
		missing="$day $missing"
		n=$((n + 1))
		[ -n "$last" ] || break
	done
	echo "$missing"
}

# Makes the days that are missing. The first one that cannot be made ends it, so
# that the next call begins there.
catch_up() {
	missing=$(missing_days)
	set -- $missing
	[ $# -lt "$most_days" ] ||
		tell "the last $most_days days are made; for one before, name it"
	for date; do
		result=0
		(
			make_day
			exit "$status"
		) || result=$?
		case $result in
		0) ;;
		1) status=1 ;;
		*) fail "$result" "$date could not be made; the newest report is \
of $(newest_day)" ;;
		esac
	done
}

# Says up to which day there are reports, and whether any is missing since.
tell_newest() {
	last=$(newest_day)
	missing=$(missing_days)
	set -- $missing
	if [ -z "$last" ]; then
		echo "newest report: none"
	elif [ $# -eq 0 ]; then
		echo "newest report: $last"
	else
		echo "newest report: $last; missing since: $# (see --catch-up)"
	fi
}

# language_of RECORDS: prints the language in which records are summed up; the
# main one if they do not say.
language_of() {
	language=$(sed -n '/[{,]"lang":"[a-z]*"/{
		s/.*[{,]"lang":"\([a-z]*\)".*/\1/p
		q
	}' "$1")
	set -- $langs
	echo "${language:-$1}"
}

# rebuild_report RECORDS LANGUAGE: renders the records of a day in their place.
rebuild_report() {
	day=${1##*/} name=render result=0
	render $loudness ${links:+"$links"} --lang "$2" --date "${day%%.*}" \
		--dir "$site/reports" "$1" >/dev/null || result=$?
	must
}

# Makes the reports and pages anew from their records alone; those in a second
# language when there is a first one to stand beside.
rebuild() {
	for records in "$site"/reports/????-??-??.ndjson; do
		[ ! -e "$records" ] ||
			rebuild_report "$records" "$(language_of "$records")"
	done
	for records in "$site"/reports/????-??-??.??.ndjson; do
		second=${records%.ndjson}
		[ ! -e "$records" ] ||
			rebuild_report "$records" "${second##*.}"
	done
	update_index
}
