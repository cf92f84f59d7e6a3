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

# What came with each day, in SITE/seen: "DATE SOURCE" for a source that was read
# whole, "DATE ID" for an item; see fetch-arxiv(1), --seen.

# How long that is kept, in days.
seen_days=400

# Prints the option by which fetchers look back, if there is a day to look at.
look_back() {
	[ "$late" -eq 0 ] || [ ! -e "$site/seen" ] ||
		awk -v date="$date" -v late="$late" '
			$1 < date { print "--late", late; exit }' "$site/seen"
}

# Prints the lines for the records of the files, of which the fetchers wrote all.
things_of() {
	sed -n '
		/^{"kind":"status"/{
			/"ok":true,"landed":\([0-9]*\),"shown":\1[,}]/s/^.*,"source":"\([^"]*\)",.*/\1/p
			d
		}
		s/^{"kind":"[a-z]*","id":"\([^"]*\)".*/\1/p' "$@" |
		sed "s/^/$date /"
}

# Notes what came with the day, in place of what is noted of it; unless a report
# that was better stays.
keep_seen() {
	! grep -q '"kept":true' "$day"/render.* || return 0
	{
		! command -v flock >/dev/null || flock 8
		{
			[ ! -e "$site/seen" ] || awk -v date="$date" \
				-v first="$(day_before "$date" "$seen_days")" \
				'$1 != date && $1 >= first' "$site/seen"
			things_of "$(output fetch.arxiv)" "$(output fetch.gh)"
		} | LC_ALL=C sort -u >"$site/days/seen" &&
			mv "$site/days/seen" "$site/seen" || exit 3
	} 8>"$site/days/lock"
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
		count=$#
		[ $# -lt "$most_days" ] || count="$# or more"
		echo "newest report: $last; missing since: $count (see --catch-up)"
	fi
}

# update_index RECORDS...: brings the README up to date, and keeps the records of
# all reports; those given are what render told of new ones. They name the
# reports as they are seen from the site.
update_index() {
	name=index-update result=0
	cat "$@" </dev/null | (
		cd "$site" && index-update $loudness --max "$past" README.md
	) >"$day/archive.ndjson" || result=$?
	must
}

# write_page PAGE FORMAT OPTION...: renders a page of the site, which is replaced
# whole.
write_page() {
	page=$1 format=$2 name=render result=0
	shift 2
	render $loudness ${base:+"$base"} --format "$format" "$@" \
		>"$day/page" || result=$?
	must
	mv "$day/page" "$site/$page" || exit 3
}

# day_pages DATE: the reports of a day, as pages beside them.
day_pages() {
	for records in "$site/reports/$1".ndjson "$site/reports/$1".??.ndjson; do
		[ ! -e "$records" ] ||
			write_page "reports/$(basename "$records" .ndjson).html" \
				html --lang "$(language_of "$records")" \
				--date "$1" "$records"
	done
}

# update_site DATES RECORDS...: makes the pages of these days, and those of all
# days, of which only one call at a time can know. $day is where they are made.
update_site() {
	dates=$1 result=0
	shift
	(
		! command -v flock >/dev/null || flock 8
		for date in $dates; do
			day_pages "$date"
		done
		update_index "$@"
		set -- $langs
		write_page index.html html --lang "$1" "$day/archive.ndjson"
		write_page feed.xml atom --lang "$1" "$day/archive.ndjson"
		exit "$status"
	) 8>"$site/days/lock" || result=$?
	[ "$result" -le 1 ] || exit "$result"
	status=$result
}

# language_of RECORDS: prints the language in which a file of records tells of a
# day: that in its name, else in its records, else the main one.
language_of() {
	case $1 in
	*.??.ndjson)
		language=${1%.ndjson}
		echo "${language##*.}"
		return
		;;
	esac
	language=$(sed -n '/[{,]"lang":"[a-z]*"/{
		s/.*[{,]"lang":"\([a-z]*\)".*/\1/p
		q
	}' "$1")
	set -- $langs
	echo "${language:-$1}"
}

# Makes the reports and pages anew from their records alone; those in a second
# language when there is a first one to stand beside.
rebuild() {
	day=$site/days/rebuild dates=
	mkdir -p "$day" || exit 3
	for records in "$site"/reports/????-??-??.ndjson \
	    "$site"/reports/????-??-??.??.ndjson; do
		[ -e "$records" ] || continue
		date=${records##*/}
		date=${date%%.*} name=render result=0
		dates="$dates $date"
		render $loudness ${links:+"$links"} --date "$date" \
			--lang "$(language_of "$records")" \
			--dir "$site/reports" "$records" >/dev/null || result=$?
		must
	done
	update_site "$dates"
}
