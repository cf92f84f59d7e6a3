#!/usr/bin/env bats
# fetch-arxiv: when arXiv announces what, and which days have which papers.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load upstream
load arxiv

setup() {
	upstream_setup
}

# Fails unless the listing of the day $1 asks for the submissions from $2 to $3.
assert_window() {
	: >asked
	fetch-arxiv --date "$1" >out
	assert_equal "$1: $(searches | grep -o '\[.*\]')" "$1: [$2 TO $3]"
}

# Fails unless nothing is announced on the day $1, for which $2 is said.
assert_no_listing() {
	: >asked
	fetch-arxiv --date "$1" >out
	assert_asked 0
	assert_equal "$1: $(fate)" \
	    "$1: {\"ok\":true,\"landed\":0,\"shown\":0,\"note\":\"no announcement$2\"}"
}

# the calendar

@test "each listing stands for the submissions that arXiv's calendar gives it" {
	feed 0 <<<'' >feed.xml
	serve_feed
	assert_window 2026-02-04 202602021900 202602031901
	assert_window 2026-02-09 202602051900 202602061901
	assert_window 2026-02-10 202602061900 202602091901
	assert_window 2026-03-10 202603061900 202603091801
	assert_window 2026-11-03 202610301800 202611021901
	assert_window 2026-01-21 202601161900 202601201901
	assert_window 2026-06-23 202606181800 202606221801
	assert_window 2026-11-30 202611251900 202611271901
	assert_window 2026-12-29 202612241900 202612281901
	assert_window 2026-12-31 202612281900 202612301901
}

@test "before 2017 the deadline was at 16:00, before 2007 summer began in April" {
	feed 0 <<<'' >feed.xml
	serve_feed
	assert_window 2017-01-05 201701031900 201701041901
	assert_window 2017-01-03 201612302100 201701021901
	assert_window 2016-12-29 201612272100 201612282101
	assert_window 2016-07-13 201607112000 201607122001
	assert_window 2006-03-29 200603272100 200603282101
	assert_window 2006-04-05 200604032000 200604042001
	assert_window 2006-10-31 200610272000 200610302101
	assert_window 2007-03-13 200703092100 200703122001
}

@test "the calendar has no end, but what arXiv cannot have is not asked for" {
	feed 0 <<<'' >feed.xml
	serve_feed
	assert_window 1970-01-06 197001022100 197001052101
	assert_window 1991-08-14 199108122000 199108132001
	assert_window 2000-02-29 200002252100 200002282101
	assert_window 2099-12-31 209912291900 209912301901
	assert_no_listing 0000-01-01 " on Saturday"
	assert_no_listing 2100-02-28 " on Sunday"
	assert_window 0000-01-04 197001010000 197001010000
	assert_window 2100-03-02 209912312359 209912312359
	assert_window 9999-12-31 209912312359 209912312359
}

@test "the exceptions of 2020 and 2025 that arXiv published are kept" {
	feed 0 <<<'' >feed.xml
	serve_feed
	assert_window 2020-11-30 202011251900 202011271901
	assert_window 2020-12-29 202012241900 202012281901
	assert_no_listing 2020-11-27 ": a holiday of arXiv's"
	assert_no_listing 2025-07-07 ": a holiday of arXiv's"
	assert_window 2025-07-08 202507031800 202507071801
}

@test "a user adds holidays in a file of their own" {
	feed 0 <<<'' >feed.xml
	serve_feed
	mkdir -p config/dair home/.config/dair
	echo '2026-02-16 # announced late' >config/dair/arxiv-holidays
	XDG_CONFIG_HOME=$PWD/config assert_no_listing 2026-02-17 \
	    ": a holiday of arXiv's"
	XDG_CONFIG_HOME=$PWD/config \
	    assert_window 2026-02-18 202602131900 202602171901
	mv config/dair/arxiv-holidays home/.config/dair
	HOME=$PWD/home assert_no_listing 2026-02-17 ": a holiday of arXiv's"
	assert_window 2026-02-17 202602131900 202602161901
	echo 2026-02-30 >home/.config/dair/arxiv-holidays
	HOME=$PWD/home run -2 fetch-arxiv --date 2026-02-17
	assert_output \
	    "fetch-arxiv: $PWD/home/.config/dair/arxiv-holidays:1: not a date: 2026-02-30"
}

@test "where no holiday of a year is known, that is said" {
	paper
	serve_feed
	fetch-arxiv --date 2026-02-03 2>err >out
	assert_equal "$(cat err)" ""
	fetch-arxiv --date 2031-02-04 2>err >out
	grep -q 'arxiv-holidays: no holiday of that year is known' err
}

@test "without an announcement nobody is asked, and the status says why" {
	upstream <<<'[]'
	assert_no_listing 2026-06-22 ": a holiday of arXiv's"
	assert_no_listing 2026-01-20 ": a holiday of arXiv's"
	assert_no_listing 2026-12-26 " on Saturday"
	assert_no_listing 2026-02-07 " on Saturday"
	assert_no_listing 2026-02-08 " on Sunday"
}

@test "the windows follow each other without a gap, through change and holidays" {
	feed 0 <<<'' >feed.xml
	serve_feed
	for month in 2026-03 2026-11 2026-12; do
		: >asked
		for day in $(seq -w 1 28); do
			fetch-arxiv --date "$month-$day" >out
		done
		searches | grep -o '[0-9]* TO [0-9]*' | awk '
			NR > 1 && $1 != before { print "gap before " $0 }
			{ before = $3 - 1 }
			END { if (NR < 15) print "only " NR }' >gaps
		assert_equal "$(cat gaps)" ""
	done
}

@test "arXiv's usual day is yesterday's" {
	feed 0 <<<'' >feed.xml
	serve_feed
	fetch-arxiv >out
	assert_equal "$(tail -n 1 out | jq -r .date)" \
	    "$(date -u -d yesterday +%F)"
}

@test "a window is half-open, to the second" {
	{
		entry 2602.00001v1 2026-01-30T18:59:59Z
		entry 2602.00002v1 2026-01-30T19:00:00Z
		entry 2602.00003v1 2026-02-02T18:59:59Z
		entry 2602.00004v1 2026-02-02T19:00:00Z
	} | feed 4 >feed.xml
	serve_feed
	fetch 0
	assert_equal "$(ids)" $'arxiv:2602.00002\narxiv:2602.00003'
	assert_equal "$(fate)" '{"ok":true,"landed":2,"shown":2}'
}

@test "an announcement in which nothing is found is worth a note" {
	feed 0 <<<'' >feed.xml
	serve_feed
	fetch 0
	assert_equal "$(fate | jq -r .note)" \
	    "nothing found, though arXiv announces on this day; its index may be late"
}

# whole months

# Papers from the day $1 on, over $2 days, six a day: on both sides of the hours
# at which deadlines can be, and at midnight.
month() {
	local papers=0

	for ((day = 0; day < $2; day++)); do
		date=$(date -u -d "$1 + $day days" +%F)
		for clock in 00:00:00 17:59:59 18:00:00 18:59:59 19:00:00 \
		    23:59:59; do
			printf -v id '2601.%05dv1' $((++papers))
			entry "$id" "${date}T${clock}Z"
		done
	done | feed $(($2 * 6)) >feed.xml
	serve_feed
}

# Fails unless the listings from the day $1 to the day before $2 have, each once
# and under its own day, what was submitted from $3 to $4, $5 papers, and no more.
assert_month() {
	local day=$1

	: >days
	while [[ $day < $2 ]]; do
		fetch-arxiv --date "$day" >out
		jq -e --arg day "$day" 'select(.kind == "paper" and
		    .announced != $day)' out && fail "under $day"
		assert_equal "$(jq -r 'select(.kind == "status").landed' out)" \
		    "$(ids | wc -l)"
		ids >>days
		day=$(date -u -d "$day + 1 day" +%F)
	done
	fetch-arxiv --from "$3" --to "$4" >out
	assert_equal "$(ids | wc -l)" "$5"
	diff <(ids | sort) <(sort days)
}

@test "the days of March, with its change of clocks, have what the month has" {
	month 2026-02-25 40
	assert_month 2026-03-02 2026-04-01 \
	    2026-02-26T19:00:00Z 2026-03-30T18:00:00Z 190
}

@test "the days of November, with change and Thanksgiving, have what the month has" {
	month 2026-10-28 42
	assert_month 2026-11-02 2026-12-02 \
	    2026-10-29T18:00:00Z 2026-11-30T19:00:00Z 194
}

@test "the days over the turn of a year, with its holidays, have what they span" {
	month 2025-12-18 38
	assert_month 2025-12-23 2026-01-22 \
	    2025-12-19T19:00:00Z 2026-01-20T19:00:00Z 192
}

# papers that were not to be had on their day

# The listings of the week before 3 February 2026 were read whole; "seen" lists
# $@ of them.
seen_week() {
	printf '2026-0%s arxiv\n' 1-27 1-28 1-29 1-30 2-02 >seen
	printf '%s\n' "$@" >>seen
}

@test "--late finds what earlier days did not have, each once, and marks it" {
	{
		entry 2602.00001v1 2026-02-01T10:00:00Z
		entry 2601.00002v1 2026-01-29T10:00:00Z
		entry 2601.00003v1 2026-01-29T11:00:00Z
		entry 2601.00004v1 2026-01-20T10:00:00Z
	} | feed 4 >feed.xml
	serve_feed
	seen_week '2026-01-30 arxiv:2601.00002'
	fetch 0 --late 4 --seen seen
	assert_asked 1
	assert_equal "$(searches | grep -o '\[.*\]')" \
	    "[202601261900 TO 202602021901]"
	assert_equal "$(of_paper '[.id, .announced, .late]')" \
	    '["arxiv:2602.00001","2026-02-03",null]
["arxiv:2601.00003",null,true]'
	assert_equal "$(fate)" \
	    '{"ok":true,"landed":2,"shown":2,"note":"1 late"}'
	echo '2026-02-03 arxiv:2601.00003' >>seen
	fetch 0 --late 4 --seen seen
	assert_equal "$(fate | jq -r .note)" "1 late"
	fetch-arxiv --date 2026-02-04 --late 4 --seen seen >out
	assert_equal "$(ids)" ""
}

@test "--late leaves alone the days that were never reported" {
	entry 2601.00003v1 2026-01-29T11:00:00Z | feed 1 >feed.xml
	serve_feed
	echo '2026-01-29 arxiv' >seen
	fetch 0 --late 4 --seen seen
	assert_equal "$(ids)" ""
	echo '2026-01-30 arxiv' >>seen
	fetch 0 --late 4 --seen seen
	assert_equal "$(ids)" "arxiv:2601.00003"
	fetch 0 --late 4 --seen missing
	assert_equal "$(ids)" ""
}

@test "--seen alone leaves out what other days have, and counts the rest" {
	{
		entry 2602.00001v1 2026-02-01T10:00:00Z
		entry 2602.00002v1 2026-02-01T10:00:00Z
	} | feed 2 >feed.xml
	serve_feed
	seen_week '2026-02-02 arxiv:2602.00001'
	fetch 0 --seen seen
	assert_equal "$(ids)" "arxiv:2602.00002"
	assert_equal "$(fate)" '{"ok":true,"landed":1,"shown":1}'
}

@test "a listing whose papers are all known is not taken for an empty one" {
	paper
	serve_feed
	seen_week '2026-02-02 arxiv:2602.00001'
	fetch 0 --seen seen
	assert_equal "$(fate)" '{"ok":true,"landed":0,"shown":0}'
}

@test "papers that other days have hide no empty listing" {
	entry 2601.00001v1 2026-01-29T10:00:00Z | feed 1 >feed.xml
	serve_feed
	seen_week '2026-01-30 arxiv:2601.00001'
	fetch 0 --late 5 --seen seen
	fate | grep -q "its index may be late"
}

@test "a listing that came back empty is had the next day, late" {
	feed 0 <<<'' >feed.xml
	serve_feed
	fetch 0
	fate | grep -q "its index may be late"
	echo '2026-02-03 arxiv' >seen
	{
		entry 2602.00001v1 2026-02-01T10:00:00Z
		entry 2602.00002v1 2026-02-03T10:00:00Z
	} | feed 2 >feed.xml
	fetch-arxiv --date 2026-02-04 --late 1 --seen seen >out
	assert_equal "$(of_paper '[.id, .late]')" \
	    '["arxiv:2602.00001",true]
["arxiv:2602.00002",null]'
}

@test "--late goes by days of submission too" {
	{
		entry 2602.00001v1 2026-02-03T10:00:00Z
		entry 2602.00002v1 2026-02-02T10:00:00Z
		entry 2602.00003v1 2026-02-01T10:00:00Z
	} | feed 3 >feed.xml
	serve_feed
	printf '2026-02-0%s arxiv\n' 1 2 >seen
	echo '2026-02-02 arxiv:2602.00002' >>seen
	fetch 0 --by submitted --late 2 --seen seen
	assert_equal "$(of_paper '[.id, .late]')" \
	    '["arxiv:2602.00001",null]
["arxiv:2602.00003",true]'
}
