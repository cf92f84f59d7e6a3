#!/usr/bin/env bats
# fetch-arxiv against an upstream on loopback: what is asked, manners, and the
# command line.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load upstream
load arxiv

setup() {
	upstream_setup
}

# what is asked for

@test "ten categories are read unless some are named, in one question" {
	paper
	serve_feed
	fetch 0
	assert_equal "$(searches)" "(cat:cs.LG OR cat:cs.DC OR cat:cs.AR OR cat:cs.PF OR cat:cs.CL OR cat:cs.AI OR cat:cs.CV OR cat:cs.NI OR cat:cs.OS OR cat:cs.PL) AND submittedDate:[202601301900 TO 202602021901]"
	fetch 0 --category cs.DC -k stat.ML
	assert_equal "$(searches | tail -n 1)" \
	    "(cat:cs.DC OR cat:stat.ML) AND submittedDate:[202601301900 TO 202602021901]"
}

@test "a query is encoded once" {
	paper
	serve_feed
	fetch 0 --query 'ti:"a+b%20" ANDNOT au:ü'
	assert_asked 1
	assert_equal "$(asked .query)" 'search_query=%28ti%3A%22a%2Bb%2520%22%20ANDNOT%20au%3A%C3%BC%29%20AND%20submittedDate%3A%5B202601301900%20TO%20202602021901%5D&sortBy=submittedDate&sortOrder=descending&start=0&max_results=1000'
}

@test "a query and categories must both hold" {
	paper
	serve_feed
	fetch 0 -Q 'ti:a OR ti:b' -k cs.AR
	assert_equal "$(searches)" \
	    "(ti:a OR ti:b) AND (cat:cs.AR) AND submittedDate:[202601301900 TO 202602021901]"
}

@test "papers are asked for by id in any form, whatever their day" {
	{
		entry 2501.00001v2 2025-01-01T00:00:00Z
		entry math/0611800v1 2006-11-27T00:00:00Z
	} | feed 2 >feed.xml
	serve_feed
	fetch-arxiv --id https://arxiv.org/abs/2501.00001v2 \
	    -i arXiv:math.CA/0611800 -i 2602.00001.pdf >out
	assert_equal "$(asked .query | cut -d '&' -f 1)" \
	    "id_list=2501.00001v2%2Cmath%2F0611800%2C2602.00001"
	assert_equal "$(ids)" $'arxiv:2501.00001\narxiv:math/0611800'
}

@test "a span of time is about submissions" {
	{
		entry 2602.00001v1 2026-02-02T08:00:00Z
		entry 2602.00002v1 2026-02-02T07:59:59Z
	} | feed 2 >feed.xml
	serve_feed
	fetch-arxiv --from 2026-02-02T08:00:00Z --to 2026-02-03 >out
	assert_equal "$(searches | grep -o '\[.*\]')" \
	    "[202602020800 TO 202602030001]"
	assert_equal "$(ids)" "arxiv:2602.00001"
	assert_equal "$(tail -n 1 out | jq .date)" null
	assert_equal "$(of_paper '[.announced, .announce]')" '[null,null]'
}

@test "--by submitted takes the UTC day" {
	paper
	serve_feed
	fetch 0 --by submitted
	assert_equal "$(searches | grep -o '\[.*\]')" \
	    "[202602030000 TO 202602040001]"
}

@test "--by updated reads down to the window's beginning and no further" {
	{
		for day in 04 03 03; do
			entry "2601.000$((++n))1v2" 2026-01-05T10:00:00Z \
			    "<updated>2026-02-${day}T10:00:00Z</updated>"
		done
	} | feed 9 >first.xml
	entry 2601.00041v2 2026-01-05T10:00:00Z \
	    "<updated>2026-02-02T10:00:00Z</updated>" | feed 9 >second.xml
	upstream <<'EOF'
[{"query": "start=0&", "file": "first.xml"},
 {"query": "start=3&", "file": "second.xml"}]
EOF
	fetch 0 --by updated
	assert_equal "$(asked .query | grep -c sortBy=lastUpdatedDate)" 2
	assert_equal "$(starts)" "0 3"
	refute grep -q Date%3A asked
	assert_equal "$(ids)" $'arxiv:2601.00021\narxiv:2601.00031'
}

@test "a list that arXiv did not sort by update is not whole" {
	{
		entry 2601.00001v2 2026-01-05T10:00:00Z \
		    "<updated>2026-02-01T10:00:00Z</updated>"
		entry 2601.00002v2 2026-01-05T10:00:00Z \
		    "<updated>2026-02-03T10:00:00Z</updated>"
	} | feed 9 >feed.xml
	serve_feed
	fetch 3 --by updated
	assert_equal "$(fate | jq -r .error)" \
	    "incomplete: arXiv did not sort by date"
}

@test "--max shows the newest and counts all" {
	for n in 1 2 3; do
		entry 2602.0000${n}v1 2026-02-01T10:00:00Z
	done | feed 3 >feed.xml
	serve_feed
	fetch 0 --max 2
	assert_equal "$(ids)" $'arxiv:2602.00001\narxiv:2602.00002'
	assert_equal "$(fate)" '{"ok":true,"landed":3,"shown":2}'
}

# manners

@test "one connection and one question at a time, at the pace given" {
	serve_pages 1 1 1 2
	ARXIV_PACE=0.2 fetch 0
	assert_equal "$(asked .connection | sort -u | wc -l)" 1
	assert_equal "$(asked .open | sort -u)" 1
	asked .time | awk '
		NR > 1 && $1 - before < 0.15 { exit 1 }
		{ before = $1 }'
	assert_asked 4
}

@test "three seconds go between questions to arxiv.org, whatever ARXIV_PACE says" {
	serve_pages 3 2
	export http_proxy=$HERE no_proxy=
	ARXIV_API_URL=http://export.arxiv.org/api/query fetch 0
	assert_equal "$(asked .path | uniq)" http://export.arxiv.org/api/query
	asked .time | awk '{ t[NR] = $1 } END { exit !(t[2] - t[1] >= 2.9) }'
}

@test "the program says who it is" {
	paper
	serve_feed
	fetch 0
	DAIR_CONTACT='ops@example.org' fetch 0
	asked '.headers["user-agent"]' >agents
	assert_equal "$(cat agents)" $'dair/0.1\ndair/0.1 (ops@example.org)'
	refute grep -q authorization asked
}

@test "what was answered is kept, and offline it is enough" {
	serve_pages 2 3
	fetch 0 --cache kept
	cp out first
	assert_equal "$(find kept -type f | wc -l)" 2
	: >asked
	fetch 0 --cache kept --offline
	diff first out
	assert_asked 0
}

@test "a kept answer is as curl -i prints it" {
	paper
	serve_feed
	fetch 0 --cache kept
	sed '1,/^\r$/d' kept/* | diff feed.xml -
	head -n 1 kept/* | grep -q $'^HTTP/1.1 200\r$'
}

@test "offline without an answer: exit 3, nobody is asked" {
	upstream <<<'[]'
	fetch 3 --offline --cache none
	assert_equal "$(fate | jq -r .error)" "not in the cache"
	assert_asked 0
	assert_not_exist none
}

@test "answers are kept in XDG_CACHE_HOME, else below HOME" {
	paper
	serve_feed
	fetch 0
	assert_equal "$(find cache/dair -type f | wc -l)" 1
	HOME=$PWD/home XDG_CACHE_HOME='' fetch 0
	assert_equal "$(find home/.cache/dair -type f | wc -l)" 1
}

@test "a kept answer never hides an error" {
	paper
	upstream <<<'[{"file":"feed.xml","times":1},{"status":404}]'
	fetch 0
	assert_refused "HTTP 404"
}

@test "a cache that cannot be made: exit 3" {
	paper
	serve_feed
	echo >file
	run -3 fetch-arxiv --date 2026-02-03 --cache file/below
	assert_output --partial "cannot be made"
}

@test "output that cannot be written: exit 3" {
	[ -c /dev/full ] || skip "no /dev/full"
	paper
	serve_feed
	run -3 bash -c 'fetch-arxiv --date 2026-02-03 >/dev/full'
	assert_output --partial "fetch-arxiv: standard output: "
}

# the command line

@test "a saved answer is read without asking, whatever its day" {
	{
		entry 2501.00001v1 2025-01-01T00:00:00Z
		entry 2602.00001v1 2026-02-01T10:00:00Z
	} | feed 9 >feed.xml
	upstream <<<'[]'
	fetch-arxiv --parse feed.xml >out
	assert_equal "$(ids)" $'arxiv:2501.00001\narxiv:2602.00001'
	fetch-arxiv --parse - --max 1 <feed.xml >out
	assert_equal "$(ids)" "arxiv:2501.00001"
	assert_asked 0
}

@test "of a saved answer that is cut the papers before the cut come, and exit 1" {
	{
		entry 2602.00001v1 2026-02-01T10:00:00Z
		entry 2602.00002v1 2026-02-01T10:00:00Z
	} | feed 2 >feed.xml
	head -c -12 feed.xml >cut.xml
	run -1 --separate-stderr fetch-arxiv --parse cut.xml
	assert_equal "$(jq -r .id <<<"$output")" "arxiv:2602.00001"
	assert_regex "${stderr-}" \
	    '^fetch-arxiv: cut.xml: not a whole XML document \(line 7\)$'
	head -c 290 feed.xml >cut.xml
	run -3 fetch-arxiv --parse cut.xml
	run -3 fetch-arxiv -p missing.xml
	assert_output "fetch-arxiv: missing.xml: No such file or directory"
	run -3 fetch-arxiv -p .
	assert_output "fetch-arxiv: .: Is a directory"
}

@test "wrong options end with 2 and one line" {
	while read -r arguments; do
		IFS=' ' read -ra words <<<"$arguments"
		run -2 fetch-arxiv "${words[@]}"
		assert_equal "$arguments: ${#lines[@]}" "$arguments: 1"
		assert_output --regexp '^fetch-arxiv: '
	done <<'EOF'
--date 2026-02-30
--date yesterday
--from 2026-02-02
--to 2026-02-02
--from 2026-02-03 --to 2026-02-02
--from 2026-02-02 --to 2026-02-02
--from 2026-02-02T10:00 --to 2026-02-03
--date 2026-02-02 --from 2026-02-01 --to 2026-02-02
--from 2026-02-01 --to 2026-02-02 --by announced
--by mistake
--category cs.DC)
--category 68T05
--id nothing
--id ../2602.00001
--max 0
--max 1.5
--max x
--patience -1
--patience nan
--bogus
-z
--date
operand
EOF
}

@test "an ARXIV_API_URL that is none ends with 2, and no password is repeated" {
	for url in localhost:8000/api 127.0.0.1 ftp://a.example/ http:///query \
	    "http://a b/" http:// file:///etc/passwd http://u:secret@a.example/ \
	    http://:secret@a.example/ http://u@a.example/; do
		ARXIV_API_URL=$url run -2 fetch-arxiv --date 2026-02-03
		assert_output --regexp '^fetch-arxiv: ARXIV_API_URL: '
		refute_output --partial secret
	done
}

@test "an ARXIV_PACE that is none ends with 2" {
	paper
	serve_feed
	for pace in x -1 3s nan; do
		ARXIV_PACE=$pace run -2 fetch-arxiv --date 2026-02-03
		assert_output --partial "ARXIV_PACE"
	done
}

@test "an ARXIV_API_URL with parameters of its own keeps them" {
	paper
	serve_feed
	ARXIV_API_URL="$ARXIV_API_URL?raw=1" fetch 0
	asked .query | grep -q '^raw=1&search_query='
}

@test "help and version" {
	run -0 fetch-arxiv --help
	for option in date from to by via category query id max late seen cache offline \
	    patience parse help version verbose quiet; do
		assert_output --partial "--$option"
	done
	run -0 fetch-arxiv -V
	assert_output --regexp '^fetch-arxiv \(dair\) '
}

@test "-v says what is asked, -q keeps to errors, and both change no record" {
	paper
	serve_feed
	fetch 0
	cp out plain
	assert_equal "$(cat err)" ""
	fetch 0 -v
	grep -q "^fetch-arxiv: asking $ARXIV_API_URL" err
	diff plain out
	fetch 0 -q
	assert_equal "$(cat err)" ""
	diff plain out
}
