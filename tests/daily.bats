#!/usr/bin/env bats
# daily: a day from an upstream on loopback into the README, what is done when
# parts of it fail, and the configuration.
# shellcheck disable=SC2016 # dollars are for jq, or must not be run

load helper
load upstream

# daily takes the programs that lie beside it, so it gets a folder of its own
# here, in which a test can put others in their place.
setup() {
	upstream_setup
	mkdir programs share site
	cp "$ROOT/daily" programs
	ln -s "$ROOT/share" share/dair
	for program in fetch-arxiv fetch-gh classify summarize render \
	    index-update; do
		ln -s "$(command -v "$program")" programs
	done
	conf "repo a/b" "repo c/d" "category cs.DC"
	serve_day
}

# Configures the site with the lines given.
conf() {
	printf '%s\n' "$@" >site/dair.conf
}

# Answers with one paper, a commit, an issue and a release of 3 February 2026;
# with "$1": it comes before all other answers.
serve_day() {
	cat >feed.xml <<'EOF'
<feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:s="http://a9.com/-/spec/opensearch/1.1/"><s:totalResults>1</s:totalResults>
<entry><id>http://arxiv.org/abs/2602.00001v1</id><title>Paged KV Caches on
 Many GPUs</title><published>2026-02-01T10:00:00Z</published>
<summary>Serving large language models is bound by memory. We present a KV cache
 that pages over many GPUs. It raises throughput by 2.5x.</summary>
<author><name>A. Author</name></author><category term="cs.DC"/></entry></feed>
EOF
	upstream <<EOF
[${1:+$1,} {"path": "/api/query", "file": "feed.xml"},
{"path": "/repos/a/b/commits", "headers": {"ETag": "\"1\""}, "body": [{
 "sha": "1111111111111111111111111111111111111111",
 "html_url": "https://github.com/a/b/commit/1111111111111111111111111111111111111111",
 "commit": {"message": "Fix a hang in the all-reduce (#12)",
  "committer": {"date": "2026-02-03T10:00:00Z"}}}]},
{"path": "/repos/c/d/issues", "body": [{"number": 3, "title": "Crash on two GPUs",
 "html_url": "https://github.com/c/d/issues/3", "created_at": "2026-02-03T10:00:00Z"}]},
{"path": "/repos/c/d/releases", "body": [{"tag_name": "v1.2",
 "html_url": "https://github.com/c/d/releases/tag/v1.2",
 "published_at": "2026-02-03T10:00:00Z"}]},
{"path": "/repos/*", "body": []}]
EOF
}

# Puts a program $1 of the lines on standard input in place of the true one.
replace() {
	rm "programs/$1"
	cat >"programs/$1"
	chmod +x "programs/$1"
}

restore() {
	rm "programs/$1"
	ln -s "$(command -v "$1")" programs
}

# Makes the report of 3 February 2026 with the arguments $2... Fails unless that
# ends with the status $1; leaves "err".
daily() {
	local wanted=$1 status=0

	shift
	programs/daily --date 2026-02-03 "$@" >out 2>err </dev/null || status=$?
	cat err
	assert_equal "$status" "$wanted"
	assert_equal "$(cat out)" ""
}

# Prints what people see of the site: no sign of it may change by accident.
published() {
	find site -path site/days -prune -o -type f -print | sort |
		xargs sha256sum
}

report=site/reports/2026-02-03.md

# Fails unless the file $1 holds each of $2...
assert_holds() {
	local file=$1

	shift
	for text in "$@"; do
		grep -qF -- "$text" "$file" || fail "$file: no $text"
	done
}

assert_whole_day() {
	for file in "$report" site/README.md; do
		assert_holds "$file" "Paged KV Caches on Many GPUs" \
		    https://arxiv.org/abs/2602.00001v1 \
		    https://github.com/a/b/commit/1111111111111111111111111111111111111111 \
		    https://github.com/c/d/issues/3 \
		    https://github.com/c/d/releases/tag/v1.2
	done
}

@test "a day goes from its sources into report and README, in silence" {
	daily 0 --site site
	assert_whole_day
	assert_equal "$(cat err)" ""
	assert_holds site/README.md "## 最新解读 (2026-02-03)"
	assert_equal "$(grep -c '"kind":"status"' site/reports/2026-02-03.ndjson)" 7
}

# Prints the lines that the file of what was seen has for the day $1.
seen_of() {
	sed -n "s/^$1 //p" site/seen
}

@test "what came with a day is noted once, however often it is made" {
	local one=gh:a/b@1111111111111111111111111111111111111111

	daily 0
	daily 0
	seen_of 2026-02-03 >seen
	diff - seen <<-EOF
		a/b commits
		a/b issues
		a/b releases
		arxiv
		arxiv:2602.00001
		c/d commits
		c/d issues
		c/d releases
		$one
		gh:c/d#3
		gh:c/d/releases/v1.2
	EOF
	assert_equal "$(wc -l <seen)" "$(wc -l <site/seen)"
}

@test "a source that failed was not seen" {
	serve_day '{"path": "/repos/a/b/commits", "status": 404, "body": {}}'
	daily 1
	refute grep -q 'a/b commits$' site/seen
	grep -q 'a/b issues$' site/seen
}

@test "what a day before lacks comes with the next one, once, and says so" {
	local pushed=2222222222222222222222222222222222222222 day

	daily 0
	# It was committed on the day before, and is there only now.
	serve_day '{"path": "/repos/a/b/commits", "body": [{
	    "sha": "'$pushed'", "html_url": "https://github.com/a/b/commit/'$pushed'",
	    "commit": {"message": "Add a kernel that was pushed late",
	    "committer": {"date": "2026-02-03T09:00:00Z"}}}]}'
	for day in 04 05 04; do
		programs/daily --date "2026-02-$day"
	done
	assert_holds site/reports/2026-02-04.ndjson "\"gh:a/b@$pushed\"" '"late":true'
	refute grep -q "$pushed" site/reports/2026-02-05.ndjson
	assert_equal "$(grep -c "$pushed" site/seen)" 1
	assert_equal "$(seen_of 2026-02-04 | grep "$pushed")" "gh:a/b@$pushed"
}

@test "an empty argument, or a day to come, is refused: exit 2, nothing written" {
	daily 2 --site ''
	assert_equal "$(cat err)" "daily: --site needs an argument; see --help"
	run -2 programs/daily --date 9999-01-01
	assert_output "daily: --date 9999-01-01: that day is still to come"
	assert_not_exist site/days
}

@test "--force replaces a report that was better" {
	daily 0
	serve_day '{"path": "/repos/c/d/issues", "status": 404, "body": {}}'
	daily 1
	grep -qF https://github.com/c/d/issues/3 "$report"
	daily 1 --force
	refute grep -qF https://github.com/c/d/issues/3 "$report"
}

@test "late 0 looks at the day alone" {
	conf "repo a/b" "repo c/d" "category cs.DC" "late 0"
	daily 0
	: >asked
	programs/daily --date 2026-02-04
	assert_equal "$(asked 'select(.path == "/repos/a/b/commits").query' |
	    grep -o 'since=[0-9-]*')" since=2026-02-04
}

@test "diff yes reads what each commit changed" {
	conf "repo a/b" "repo c/d" "category cs.DC" "diff yes"
	serve_day '{"path": "/repos/a/b/commits/1*", "body": {
	    "sha": "1111111111111111111111111111111111111111",
	    "stats": {"additions": 3, "deletions": 1, "total": 4},
	    "files": [{"filename": "csrc/reduce.cu", "status": "modified",
	    "additions": 3, "deletions": 1, "patch": "@@ -1 +1,3 @@"}]}}'
	daily 0
	assert_holds site/reports/2026-02-03.ndjson csrc/reduce.cu
}

@test "./site is the usual site, and its dair.conf the usual configuration" {
	daily 0
	assert_whole_day
}

@test "a second call asks again and makes the same bytes" {
	daily 0
	published >before
	: >asked
	daily 0
	published | diff before -
	assert_asked 7
	assert_equal "$(asked 'select(.path == "/repos/a/b/commits") |
	    .headers["if-none-match"]')" '"1"'
}

@test "offline the same bytes are made, and nobody is asked" {
	daily 0
	published >before
	rm -r site/README.md site/reports
	: >asked
	daily 0 --offline
	published | diff before -
	assert_asked 0
}

@test "offline without answers nothing is made" {
	daily 3 --offline
	assert_not_exist site/reports
	assert_not_exist site/README.md
	assert_asked 0
}

@test "two languages: two reports, the first leads" {
	conf "repo a/b" "lang zh" "lang en"
	daily 0
	assert_holds "$report" "## 摘要"
	assert_holds site/reports/2026-02-03.en.md "## Overview"
	assert_holds site/README.md "## 最新解读 (2026-02-03)"
	published >before
	daily 0
	published | diff before -
}

@test "a second day joins the first" {
	daily 0
	serve_day '{"path": "/repos/a/b/commits", "body": []}'
	programs/daily -d 2026-02-04
	assert_holds site/README.md "(reports/2026-02-03.md)" \
	    "## 最新解读 (2026-02-04)"
}

# what fails

@test "a repository that fails is named, the others are there, exit 1" {
	serve_day '{"path": "/repos/c/d/issues", "status": 404}'
	daily 1
	assert_equal "$(cat err)" "fetch-gh: c/d issues: HTTP 404, there is no such repository, or it is private"
	assert_holds "$report" "c/d issues" "HTTP 404" \
	    "Paged KV Caches on Many GPUs" \
	    https://github.com/c/d/releases/tag/v1.2
}

@test "arXiv fails: it is named, the repositories are there, exit 1" {
	serve_day '{"path": "/api/query", "status": 400}'
	daily 1
	assert_holds "$report" arxiv "HTTP 400" https://github.com/c/d/issues/3
}

@test "all sources fail: exit 3, and nothing is touched" {
	mkdir site/reports
	echo old | tee site/README.md >"$report"
	published >before
	upstream <<<'[{"status":404}]'
	daily 3
	published | diff before -
	assert_equal "$(tail -n 1 err)" \
	    "daily: no source could be read; nothing was changed"
}

@test "all sources fail in a new site: no report, no README" {
	upstream <<<'[{"status":404}]'
	daily 3
	assert_not_exist site/reports
	assert_not_exist site/README.md
}

@test "arXiv alone is watched and fails: exit 3, and nothing is touched" {
	conf "category cs.DC"
	upstream <<<'[{"status":404}]'
	daily 3
	assert_not_exist site/reports
}

@test "a day that got worse keeps its report, exit 1, and is asked for anew" {
	daily 0
	published >before
	serve_day '{"path": "/repos/c/d/issues", "times": 1, "status": 404}'
	daily 1
	published | diff before -
	: >asked
	daily 0
	assert_asked 7
	published | diff before -
}

@test "a fetcher that dies is accounted for, source by source" {
	replace fetch-gh <<'EOF'
#!/bin/sh
echo '{"kind":"commit","id":"gh:a/b@2","title":"It came before","repo":"a/b"}'
echo '{"kind":"status","stage":"fetch-gh","source":"a/b commits","ok":true,"landed":1,"shown":1}'
printf '{"kind":"issue","id":"gh:a/b'
kill -KILL $$
EOF
	run -1 programs/daily -q -d 2026-02-03
	assert_holds "$report" "It came before" "Paged KV Caches" \
	    "a/b issues" "c/d commits" "程序异常结束（状态 137）"
	grep '"kind":"status"' site/reports/2026-02-03.ndjson |
		jq -r '[.source, .ok] | @tsv' >fates
	diff - fates <<'EOF'
arxiv	true
a/b commits	true
a/b issues	false
a/b releases	false
c/d commits	false
c/d issues	false
c/d releases	false
EOF
}

@test "a fetcher that dies does not cost a report that was better" {
	daily 0
	published >before
	replace fetch-gh <<<$'#!/bin/sh\nkill -KILL $$'
	daily 1
	published | diff before -
	replace fetch-arxiv <<<$'#!/bin/sh\nkill -KILL $$'
	daily 3
	published | diff before -
}

@test "a stage that fails ends the day, and the next call goes on there" {
	replace summarize <<<$'#!/bin/sh\nexit 3'
	daily 3
	assert_equal "$(cat err)" "daily: summarize.zh ended with status 3"
	assert_not_exist site/reports
	restore summarize
	: >asked
	daily 0
	assert_asked 0
	assert_whole_day
}

@test "what was fetched in part is fetched again, and all behind it done anew" {
	serve_day '{"path": "/repos/c/d/issues", "times": 1, "status": 404}'
	replace index-update <<<$'#!/bin/sh\ncat >/dev/null\nexit 3'
	daily 3
	restore index-update
	: >asked
	daily 0
	refute grep -q /api/query asked
	assert_whole_day
}

@test "another configuration begins anew" {
	replace render <<<$'#!/bin/sh\nexit 3'
	daily 3
	restore render
	conf "repo a/b"
	daily 0
	refute grep -q c/d "$report"
}

@test "--from does a day again from a stage on" {
	daily 0
	: >asked
	for stage in classify summarize render; do
		rm "$report"
		daily 0 --from "$stage"
		assert_whole_day
	done
	assert_asked 0
	daily 0 --from fetch
	assert_asked 7
}

@test "Ctrl-C ends all of it, leaves no half report, and the next call makes it" {
	serve_day '{"path": "/repos/*", "delay_ms": 20000}'
	setsid env --default-signal=INT programs/daily -d 2026-02-03 &
	daily=$!
	for ((n = 0; n < 100; n++)); do
		[ "$(wc -l <asked)" -lt 7 ] || break
		sleep 0.05
	done
	kill -INT -- "-$daily"
	run wait "$daily"
	for ((n = 0; n < 100; n++)); do
		kill -0 -- "-$daily" 2>/dev/null || break
		sleep 0.05
	done
	run kill -0 -- "-$daily"
	assert_failure
	assert_not_exist site/reports
	assert_not_exist site/README.md
	serve_day
	daily 0
	assert_whole_day
}

@test "two calls for one day: the second ends at once, the first goes on" {
	serve_day '{"path": "/api/query", "file": "feed.xml", "delay_ms": 1500}'
	programs/daily -d 2026-02-03 2>first &
	pid=$!
	for ((n = 0; n < 100; n++)); do
		! [ -s asked ] || break
		sleep 0.02
	done
	daily 3
	assert_equal "$(cat err)" "daily: 2026-02-03 is being made by another call"
	wait "$pid"
	assert_equal "$(cat first)" ""
	assert_whole_day
}

@test "calls for several days at once all come into the README" {
	local pids=()

	for day in 03 04 05; do
		programs/daily -d "2026-02-$day" &
		pids+=($!)
	done
	for pid in "${pids[@]}"; do
		wait "$pid"
	done
	assert_holds site/README.md reports/2026-02-03.md reports/2026-02-04.md \
	    "(2026-02-05)"
}

@test "a site that cannot be written: exit 3" {
	echo >file
	run -3 programs/daily -d 2026-02-03 -c site/dair.conf -o file/below
	assert_asked 0
}

@test "a file that cannot be written is named in one line: exit 3" {
	local day=site/days/2026-02-03

	for file in "$day/lock" "$day/conf" site/days/lock "$day/archive.ndjson" \
	    "$day/page" site/days/seen; do
		rm -rf site/days
		mkdir -p "$(dirname "$file")"
		# As on a full disk.
		ln -s /dev/full "$file"
		[ "${file##*/}" = conf ] || [ "${file##*/}" = seen ] ||
			{ rm "$file" && mkdir "$file"; }
		daily 3
		grep -q "^daily: $day/\|^daily: site/" err
		! grep -v '^daily: \|^sort: ' err || fail "a line of the shell"
		assert_equal "$(grep -c '^daily: .*: cannot be written; is there room?$' err)" 1
	done
}

@test "a path with blanks, dollars and stars is a path" {
	name=$'a $(touch x) *\'"'
	mkdir "$name"
	cp site/dair.conf "$name"
	echo "topics mine" >>"$name/dair.conf"
	cp "$ROOT/share/topics" "$name/mine"
	daily 0 -o "$name"
	assert_exists "$name/reports/2026-02-03.md"
	assert_not_exist x
}

# configuration

# Fails unless the line $1 is refused, with its place, because of $2.
assert_refused() {
	conf "# fine" "" "repo a/b # fine" "$1"
	daily 2
	assert_equal "$(cat err)" "daily: site/dair.conf:4: $2"
}

@test "a line that is not right ends with 2 and its place, and nothing is done" {
	assert_refused "bogus x" "bogus is not a setting"
	assert_refused "repo" "repo needs a value"
	assert_refused "repo # none" "repo needs a value"
	assert_refused "repo a" "a: not OWNER/REPO"
	assert_refused "repo a/b/c" "a/b/c: not OWNER/REPO"
	assert_refused "repo a/" "a/: not OWNER/REPO"
	assert_refused "repo /b" "/b: not OWNER/REPO"
	assert_refused "repo a/b c/d" "repo cannot have this value"
	assert_refused "repo --file=/etc/passwd" "repo cannot have this value"
	assert_refused "top -x" "top cannot have this value"
	assert_refused "lang de" "de: not zh or en"
	assert_refused "patience soon" "soon: not a number of seconds"
	assert_asked 0
	assert_not_exist site/days
}

@test "values are never run" {
	for value in '$(touch x)' '`touch x`' 'a/b;touch x' 'a/b&touch x' \
	    'a/$(touch${IFS}x)' "a/'b" 'a/"b' 'a/*' 'a\b' 'a|b' '>x' '~$x'; do
		conf "repo $value"
		daily 2
		conf "topics $value"
		daily 2
	done
	conf '$(touch x) y'
	daily 2
	conf 'IFS=x y'
	daily 2
	assert_not_exist x
}

@test "what is told of a line does nothing to a terminal" {
	conf $'\e[31mred \\033[31m\a'
	daily 2
	assert_equal "$(LC_ALL=C grep -c $'[\x01-\x09\x0b-\x1f\x7f]' err)" 0
	conf '\033[31m x'
	daily 2
	assert_equal "$(cat err)" 'daily: site/dair.conf:1: \033[31m is not a setting'
}

@test "blanks, comments, carriage returns and a missing last line feed are fine" {
	printf '  # x\r\n\r\n\trepo \t a/b \t# one\r\ncategory cs.DC\n#\nlang en' \
	    >site/dair.conf
	daily 0
	assert_holds "$report" "## Overview" https://github.com/a/b/commit/
	assert_equal "$(asked .path | grep -c '^/repos/')" 3
}

@test "a setting that a stage refuses ends with 2" {
	for line in "category nothing" "top paper=x" "topics missing"; do
		conf "repo a/b" "$line"
		run -2 programs/daily -d 2026-02-03
		assert_output --partial "not right; see above"
	done
	assert_not_exist site/reports
}

@test "topics and cache are found beside the configuration" {
	cp "$ROOT/share/topics" site/mine
	conf "repo a/b" "topics mine" "cache kept"
	daily 0
	assert_equal "$(find site/kept -type f | wc -l)" 4
	assert_not_exist cache
}

@test "a configuration that cannot be read ends with 2" {
	daily 2 --conf missing
	assert_equal "$(cat err)" "daily: missing: cannot be read"
	daily 2 --conf site
}

@test "the sample configuration is a configuration" {
	upstream <<<'[]'
	rm site/dair.conf
	daily 3
	assert_equal "$(asked .path | grep -c '^/repos/.*/commits$')" 8
}

# the command line

@test "wrong options end with 2 and one line, and nothing is done" {
	while read -r arguments; do
		IFS=' ' read -ra words <<<"$arguments"
		run -2 programs/daily "${words[@]}"
		assert_equal "$arguments: ${#lines[@]}" "$arguments: 1"
		assert_output --regexp '^daily: '
	done <<'EOF'
--date 2026-02-30
--date 2026-2-3
--date x
--date
--from bogus
--from
--bogus
--bogus=x
--offline=x
-z
2026-02-03
EOF
	assert_asked 0
	assert_not_exist site/days
}

@test "the usual day is the last whole one" {
	upstream <<<'[]'
	run programs/daily
	assert_exists "site/days/$(date -u -d yesterday +%F)"
}

@test "options may be written in one word" {
	run -0 programs/daily --date=2026-02-03 --site=site
	assert_whole_day
}

@test "help and version" {
	run -0 programs/daily --help
	for option in date site conf offline from to catch-up rebuild check \
	    help verbose quiet; do
		assert_output --partial "--$option"
	done
	run -0 programs/daily -V
	assert_output --regexp '^daily \(dair\) '
}

@test "--check says what can be read, and makes nothing" {
	run -0 programs/daily --check -d 2026-02-03
	assert_line "configuration: site/dair.conf"
	assert_line "arxiv: can be read"
	assert_line "a/b: can be read"
	serve_day '{"path": "/repos/c/d/commits", "status": 404}'
	run -1 programs/daily --check -d 2026-02-03
	assert_line "c/d: cannot be read"
	serve_day '{"path": "/repos/c/d/commits", "body": [], "headers": {
		"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "57",
		"X-RateLimit-Reset": "1770112800"}}'
	run -0 programs/daily --check -d 2026-02-03
	assert_line "quota: 57 of 60 requests are left until 2026-02-03T10:00:00Z"
	upstream <<<'[]'
	run -3 programs/daily --check -d 2026-02-03
	assert_not_exist site/days
	assert_not_exist site/reports
}

@test "--check finds what is wrong with top and topics" {
	conf "repo a/b" "top paper=many"
	run -2 programs/daily --check -d 2026-02-03
	assert_line "daily: site/dair.conf: top or topics is not right; see above"
	conf "repo a/b" "topics none"
	run -2 programs/daily --check -d 2026-02-03
	assert_line --partial "site/none: No such file or directory"
	assert_line "daily: site/dair.conf: top or topics is not right; see above"
}

@test "-v says what is run" {
	daily 0 -v
	assert_holds err "daily: fetch-gh -v" "daily: render -v"
}

@test "--to ends after a stage, and the next call goes on" {
	daily 0 --to classify -o site
	assert_file_exist site/days/2026-02-03/classify.ndjson
	assert_file_not_exist site/README.md
	: >asked
	daily 0 -o site
	assert_file_exist site/README.md
	assert_asked 0
	daily 2 --to bogus
}

@test "--from a later stage does not ask again, though a source had failed" {
	serve_day '{"path": "/repos/a/b/commits", "status": 404, "body": {}}'
	daily 1 -o site
	: >asked
	daily 1 --from classify -o site
	assert_asked 0
}

@test "links may stand below each change" {
	conf "repo a/b" "category cs.DC" "links inline"
	daily 0 -o site
	grep -x '  - 链接: https://github.com/a/b/commit/1\{40\}' site/README.md
}

# several days

# Prints the days that have a report, in one line.
days() {
	find site/reports -name '????-??-??.md' -printf '%f\n' | sort | xargs
}

@test "--catch-up makes the days since the newest report and those missing of the last week, and no others" {
	programs/daily -d 2026-01-25
	programs/daily -d 2026-01-27
	programs/daily -d 2026-01-29
	programs/daily -d 2026-01-31
	: >asked
	daily 0 --catch-up
	assert_equal "$(days)" "2026-01-25.md 2026-01-27.md 2026-01-28.md\
 2026-01-29.md 2026-01-30.md 2026-01-31.md 2026-02-01.md 2026-02-02.md\
 2026-02-03.md"
	# Of a Sunday, arXiv is not asked.
	assert_asked 34
	published >before
	: >asked
	daily 0 --catch-up
	published | diff before -
	assert_asked 0
}

@test "--catch-up in a new site makes the one day" {
	daily 0 --catch-up
	assert_equal "$(days)" 2026-02-03.md
}

@test "--catch-up of a long time makes a month and says so" {
	programs/daily -d 2025-11-01
	conf "category cs.DC"
	daily 0 --catch-up
	assert_equal "$(days | wc -w)" 32
	assert_equal "$(days | cut -d ' ' -f 2,32)" "2026-01-04.md 2026-02-03.md"
	assert_equal "$(cat err)" \
	    "daily: the last 31 days are made; for one before, name it"
}

@test "--catch-up ends at the first day that cannot be made, and goes on there" {
	programs/daily -d 2026-01-31
	replace classify <<<$'#!/bin/sh\ncase $* in *2026-02-02*) exit 3; esac\nexec '"$(command -v classify)"' "$@"'
	daily 3 --catch-up
	assert_equal "$(days)" "2026-01-31.md 2026-02-01.md"
	assert_equal "$(tail -n 1 err)" \
	    "daily: 2026-02-02 could not be made; the newest report is of 2026-02-01"
	restore classify
	daily 0 --catch-up
	assert_equal "$(days | wc -w)" 4
}

@test "--catch-up ends with 1 when one of the days lacks a source" {
	programs/daily -d 2026-02-01
	serve_day '{"path": "/repos/c/d/issues", "times": 1, "status": 404}'
	daily 1 --catch-up
	assert_equal "$(days | wc -w)" 3
}

@test "--catch-up makes the days of the last week anew of which a source failed" {
	serve_day '{"path": "/repos/c/d/issues", "times": 3, "status": 404}'
	for day in 01-27 01-30 02-02; do
		programs/daily -d 2026-$day || [ $? -eq 1 ]
	done
	grep -q '未能读取' site/reports/2026-02-02.md
	daily 0 --catch-up
	! grep -l '未能读取' site/reports/2026-0[12]-[03]?.md ||
		fail "a source is missing still"
	# This one is a day too old.
	grep -q '未能读取' site/reports/2026-01-27.md
}

@test "--catch-up does not ask a source again for the days before that failed a moment ago" {
	serve_day '{"path": "/repos/c/d/issues", "status": 404}'
	for day in 01 02; do
		programs/daily -d 2026-02-$day || [ $? -eq 1 ]
	done
	: >asked
	daily 1 --catch-up
	assert_asked 7
}

@test "retry 0 makes no day anew, and no day that is missing between two" {
	conf "repo a/b" "retry 0"
	serve_day '{"path": "/repos/a/b/issues", "times": 2, "status": 404}'
	for day in 31 29; do
		programs/daily -d 2026-01-$day || [ $? -eq 1 ]
	done
	published | grep 01-29 >before
	daily 0 --catch-up
	published | grep 01-29 | diff before -
	assert_equal "$(days)" "2026-01-29.md 2026-01-31.md 2026-02-01.md\
 2026-02-02.md 2026-02-03.md"
}

# Deletes all of a site that is made of the records, and the stages' files.
leave_the_records() {
	find site -type f ! -name '*.ndjson' ! -name dair.conf ! -name seen \
	    -delete
	rm -r site/days
}

@test "--rebuild makes all pages of the records alone, to the byte" {
	conf "repo a/b" "repo c/d" "lang zh" "links inline"
	programs/daily -d 2026-02-01
	conf "repo a/b" "lang zh" "lang en" "links inline"
	daily 0
	# A day between two others, made last.
	programs/daily -d 2026-02-02
	published >before
	cp -r site one
	leave_the_records
	: >asked
	daily 0 --rebuild
	diff -r -x days one site
	published | diff before -
	assert_asked 0
	daily 0 --rebuild
	published | diff before -
}

@test "in another order of languages days keep their names, and each language its pages" {
	conf "repo a/b" "lang zh" "lang en"
	daily 0
	cp -r site/reports before
	conf "repo a/b" "lang en" "lang zh"
	daily 0 --rebuild
	grep -q '^## Overview' site/reports/2026-02-03.en.md
	diff -x '*.html' -r before site/reports
	grep -q '<html lang="en">' site/index.html
	assert_equal "$(leads_to site/index.html)" \
	    "feed.xml index.zh.html reports/2026-02-03.en.html"
	assert_equal "$(leads_to site/index.zh.html)" \
	    "feed.zh.xml index.html reports/2026-02-03.html"
}

@test "--rebuild keeps what a person wrote, and ends with 3 where it cannot write" {
	daily 0
	sed -i '1s/.*/# Mine/' site/README.md
	published >before
	daily 0 --rebuild
	published | diff before -
	rm "$report"
	mkdir "$report"
	daily 3 --rebuild
	assert_equal "$(tail -n 1 err)" "daily: render ended with status 3"
	mkdir new
	daily 0 --rebuild -o new
	assert_not_exist new/README.md
}

@test "--check says which is the newest report, and what is missing" {
	run -0 programs/daily --check -d 2026-02-03
	assert_line "newest report: none"
	daily 0
	run -0 programs/daily --check -d 2026-02-03
	assert_line "newest report: 2026-02-03"
	run -0 programs/daily --check -d 2026-02-08
	assert_line "newest report: 2026-02-03; missing: 5 (see --catch-up)"
}

# Prints where the page $1 leads to, each place once.
leads_to() {
	grep -oE '(href|src)="[^"#]*"' "$1" | cut -d '"' -f 2 | sort -u | xargs
}

@test "a front page leads to a page of each day, and a feed tells of them" {
	conf "repo a/b" "lang zh" "lang en" "base https://example.org/ai"
	programs/daily -d 2026-02-02
	daily 0
	python3 - site/feed.xml <<-'END'
	import sys, xml.etree.ElementTree as tree
	feed = tree.parse(sys.argv[1])
	links = [link.get("href") for link in
	    feed.iterfind(".//{*}entry/{*}link")]
	assert links == ["https://example.org/ai/reports/2026-02-03.html",
	    "https://example.org/ai/reports/2026-02-02.html"], links
	END
	conf "repo a/b" "lang zh" "lang en"
	daily 0
	assert_equal "$(leads_to site/index.html)" "feed.xml index.en.html\
 reports/2026-02-02.html reports/2026-02-03.html"
	assert_equal "$(leads_to site/index.en.html)" "feed.en.xml index.html\
 reports/2026-02-02.en.html reports/2026-02-03.en.html"
	assert_equal "$(grep -c '/reports/.*en.html' site/feed.en.xml)" 0
	grep -q 'lang="zh' site/reports/2026-02-03.html
	grep -q 'lang="en' site/reports/2026-02-03.en.html
	grep -qF https://github.com/a/b/commit/1111111111 site/reports/2026-02-03.html
}

@test "each report leads to its other language, the one before and all" {
	conf "repo a/b" "lang zh" "lang en"
	programs/daily -d 2026-01-31
	daily 0
	assert_equal "$(sed -n 3p "$report")" "[English](2026-02-03.en.md) ·\
 [上一篇](2026-01-31.md) · [全部报告](README.md)"
	assert_equal "$(sed -n 3p site/reports/2026-02-03.en.md)" \
	    "[中文](2026-02-03.md) · [Previous report](2026-01-31.en.md) ·\
 [All reports](README.md)"
	assert_equal "$(leads_to site/reports/2026-02-03.en.html |
	    tr ' ' '\n' | grep -v '^https:' | xargs)" \
	    "../index.en.html 2026-01-31.en.html 2026-02-03.html"
	# A day that was missing is put in between.
	programs/daily -d 2026-02-01
	grep -qF '[上一篇](2026-02-01.md)' "$report"
	grep -qF '(2026-01-31.en.md)' site/reports/2026-02-01.en.md
	grep -qF 'href="2026-02-01.html"' site/reports/2026-02-03.html
	# Every link within the site leads somewhere.
	while read -r page link; do
		assert_file_exist "$(dirname "$page")/$link"
	done < <(cd site && grep -oE '\]\([^)]*\)|(href|src)="[^"]*"' \
	    README.md index*.html reports/*.md reports/*.html |
	    grep -vE '[("](https:|#)' |
	    sed -E 's/^([^:]*):.*[("](.*)[)"]$/site\/\1 \2/')
	! grep -q '上一篇' site/README.md || fail "a link from elsewhere"
}

@test "calls for several days at once all come into front page and feed" {
	local pids=()

	for day in 03 04 05 06; do
		programs/daily -d "2026-02-$day" &
		pids+=($!)
	done
	for pid in "${pids[@]}"; do
		wait "$pid"
	done
	assert_equal "$(leads_to site/index.html | tr ' ' '\n' |
	    grep -c reports/)" 4
	assert_equal "$(grep -c '<entry>' site/feed.xml)" 4
}

@test "a page that cannot be rendered is left as it was: exit 3" {
	daily 0
	published >before
	replace render <<<'#!/bin/sh
	case "$*" in *--help*) ;; *atom*) echo "<half"; exit 3 ;; esac
	exec '"$(command -v render)"' "$@"'
	daily 3
	published | diff before -
	assert_equal "$(tail -n 1 err)" "daily: render ended with status 3"
}

@test "a base that is no web address is refused" {
	assert_refused "base example.org" "example.org: not a web address"
	assert_refused "base javascript:x" "javascript:x: not a web address"
}

@test "the README lists two weeks, or as many as are asked for" {
	mkdir -p site/reports
	for day in {10..31}; do
		printf '# R\n\n## 摘要\nx\n' >"site/reports/2026-01-$day.md"
	done
	daily 0
	assert_equal "$(grep -c '^- \[2026-' site/README.md)" 14
	grep -F '(reports/README.md)' site/README.md
	conf "repo a/b" "past 3"
	programs/daily -d 2026-02-04
	assert_equal "$(grep -c '^- \[2026-' site/README.md)" 3
	assert_equal "$(grep -c '^| \[2026-' site/reports/README.md)" 24
	assert_refused "past 0" "0: not a number of reports"
	assert_refused "past x" "x: not a number of reports"
}

@test "a link to daily finds the programs" {
	ln -s programs/daily linked
	run -0 ./linked --version
	assert_output --partial "daily (dair)"
}

@test "no paper and no repository that could be read make no report" {
	serve_day '{"path": "/repos/*", "status": 500, "body": {}}'
	conf "repo a/b" "patience 0"
	status=0
	programs/daily -q -d 2026-01-31 -o site 2>err </dev/null || status=$?
	assert_equal "$status" 3
	assert_file_not_exist site/README.md
}

@test "the demo's days are made without a network, and one source fails" {
	unset GITHUB_API_URL ARXIV_API_URL GITHUB_TOKEN GH_TOKEN
	for day in 2026-02-02 2026-02-03; do
		run -1 programs/daily -q --offline -c "$ROOT/demo/dair.conf" \
			-o demo -d "$day"
		assert_file_contains "demo/reports/$day.md" "### 研究论文"
		assert_file_contains "demo/reports/$day.en.md" "### Papers"
		assert_file_contains "demo/reports/$day.en.md" example-broken/mirror
	done
	assert_file_contains demo/README.md "reports/2026-02-02.md"
}
