# site.sh - what daily does with the days of a site together: the way from each
# to others, their pages, and what leads to all of them; daily reads it.
#
# The name of a report is DATE, or DATE.LANG in a second language.
#
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2046,SC2086,SC2154 # the variables are daily's, or
# its words

# reports_of DATE: prints the names of a day's reports of which there are
# records, the first one first.
reports_of() {
	for records in "$site/reports/$1".ndjson "$site/reports/$1".??.ndjson; do
		[ ! -e "$records" ] || basename "$records" .ndjson
	done
}

# language_of NAME: prints the language of a report: that in its name, else in
# its records, else the main one.
language_of() {
	case $1 in
	*.??)
		echo "${1##*.}"
		return
		;;
	esac
	records=$site/reports/$1.ndjson language=
	[ ! -e "$records" ] || language=$(sed -n '/[{,]"lang":"[a-z]*"/{
		s/.*[{,]"lang":"\([a-z]*\)".*/\1/p
		q
	}' "$records")
	set -- $langs
	echo "${language:-$1}"
}

# name_in DATE LANG: prints the name of a day's report in a language.
name_in() {
	if [ "$(language_of "$1")" = "$2" ]; then
		echo "$1"
	else
		echo "$1.$2"
	fi
}

# languages_of DATE: prints those in which there is a report of the day, or will
# be at the end of this call.
languages_of() {
	{
		[ "$1" != "$making" ] || printf '%s\n' $langs
		for report in $(reports_of "$1"); do
			language_of "$report"
		done
	} | sort -u
}

# ways NAME ENDING ALL: prints the options of render by which a report leads to
# others, which end likewise; ALL is where all are seen.
ways() {
	of=$(language_of "$1")
	for other in $(languages_of "${1%.??}"); do
		[ "$other" = "$of" ] ||
			echo "--nav=$other=$(name_in "${1%.??}" "$other").$2"
	done
	before=$(recorded_days | awk -v date="${1%.??}" '$1 < date' | tail -n 1)
	if [ -n "$before" ]; then
		to=$(name_in "$before" "$of")
		[ -e "$site/reports/$to.ndjson" ] || to=$before
		echo "--nav=prev=$to.$2"
	fi
	echo "--nav=all=$3"
}

# front LANG: prints what stands before the endings in the names of the front
# page and the feed in a language; one in which there are none has the main ones.
front() {
	case "$langs " in
	" $1 "*) ;;
	*" $1 "*) echo ".$1" ;;
	esac
}

# write_page PAGE FORMAT OPTION...: renders a page of the site, which is replaced
# whole.
write_page() {
	page=$1 format=$2 name=render
	shift 2
	into "$day/page" render $loudness ${base:+"$base"} --format "$format" "$@"
	must
	mv "$day/page" "$site/$page" 2>/dev/null || cannot "$site/$page"
}

# day_pages DATE: the reports of a day, as pages beside them.
day_pages() {
	for report in $(reports_of "$1"); do
		lang=$(language_of "$report")
		write_page "reports/$report.html" html --lang "$lang" --date "$1" \
			$(ways "$report" html "../index$(front "$lang").html") \
			"$site/reports/$report.ndjson"
	done
}

# The front page and the feed in each language.
front_pages() {
	for lang in $langs; do
		this=$(front "$lang") pages='' feeds=''
		for other in $langs; do
			[ "$other" != "$lang" ] || continue
			pages="$pages --nav=$other=index$(front "$other").html"
			feeds="$feeds --nav=$other=feed$(front "$other").xml"
		done
		write_page "index$this.html" html --lang "$lang" $pages \
			"--nav=feed=feed$this.xml" "$day/archive.ndjson"
		write_page "feed$this.xml" atom --lang "$lang" $feeds \
			"--nav=feed=feed$this.xml" "--nav=all=index$this.html" \
			"$day/archive.ndjson"
	done
}

# Run in the site, so that reports are named as they are seen from there.
index() {
	cd "$site" && index-update $loudness --max "$past" README.md
}

# update_index RECORDS...: brings the README up to date, and keeps the records of
# all reports; those given are what render told of new ones.
update_index() {
	name=index-update
	cat "$@" </dev/null | {
		into "$day/archive.ndjson" index
		exit "$result"
	} || result=$?
	must
}

# update_site DATES RECORDS...: makes the pages of these days, and those of all
# days, of which only one call at a time can know. $day is where they are made.
update_site() {
	dates=$1 result=0
	shift
	begin "$site/days/lock"
	(
		! command -v flock >/dev/null || flock 8
		for one in $dates; do
			day_pages "$one"
		done
		update_index "$@"
		front_pages
		exit "$status"
	) 8>"$site/days/lock" || result=$?
	[ "$result" -le 1 ] || exit "$result"
	status=$result
}

# remake DATE: makes the reports of a day anew from their records.
remake() {
	for report in $(reports_of "$1"); do
		name=render
		into /dev/null render $loudness ${links:+"$links"} --date "$1" \
			--lang "$(language_of "$report")" \
			--dir "$site/reports" $(ways "$report" md README.md) \
			"$site/reports/$report.ndjson"
		must
	done
}

# Makes the report behind $date lead to it, if it does not, for it was made
# before; its date is left in $behind then.
lead_here() {
	behind=$(recorded_days | awk -v date="$date" '$1 > date { print; exit }')
	if [ -n "$behind" ] &&
	    grep -qF "($date." "$site/reports/$behind.md"; then
		behind=
	fi
	[ -z "$behind" ] || remake "$behind"
}

# Makes all reports and pages anew from their records alone.
rebuild() {
	day=$site/days/rebuild
	mkdir -p "$day" 2>/dev/null || cannot "$day"
	for one in $(recorded_days); do
		remake "$one"
	done
	update_site "$(recorded_days)"
}
