#!/usr/bin/env bats
# Whole days against the recorded services of $ROOT/../shared, where they are:
# from arXiv and GitHub into the report, and what becomes of it when they fail.
# shellcheck disable=SC2016 # dollars are for jq
# shellcheck disable=SC2030,SC2031 # what a test sets ends with it

load helper
load recorded

corpus=$ROOT/../shared/corpus

setup() {
	recorded_setup
	mkdir programs site
	cp "$ROOT/daily" programs
	for program in fetch-arxiv fetch-gh classify summarize render \
	    index-update; do
		ln -s "$(command -v "$program")" programs
	done
	{
		cat "$ROOT/share/dair.conf"
		echo patience 2
	} >site/dair.conf
}

# Makes the report of the day $2 with the arguments $3... Fails unless that ends
# with the status $1.
daily() {
	local wanted=$1 status=0

	programs/daily --date "${@:2}" >out 2>err || status=$?
	cat err
	assert_equal "$status" "$wanted"
}

published() {
	sha256sum site/README.md site/reports/*
}

repos() {
	sed -n 's/^repo //p' "$ROOT/share/dair.conf"
}

# The commits (or issues) of the day $2 in the recording of the repository $1.
recorded() {
	case $3 in
	commits) jq -r --arg day "$2" 'select(.commit.committer.date |
	    startswith($day)).html_url' ;;
	issues) jq -r --arg day "$2" 'select((.created_at | startswith($day))
	    and (has("pull_request") | not)).html_url' ;;
	esac <"$corpus/upstream/github/$1/$3.ndjson"
}

# Prints which of the repositories $2... lack something of the day $1 that was
# recorded of them, in its report.
missing() {
	local day=$1 report=site/reports/$1.md

	shift
	for repo in "$@"; do
		for kind in commits issues; do
			recorded "$repo" "$day" "$kind" >wanted
			[ -s wanted ] || continue
			grep -oF -f wanted "$report" | sort -u >found
			# dair.conf shows at most 32 commits and 8 issues.
			wanted=$(sort -u wanted | wc -l)
			[ "$kind" = issues ] && most=8 || most=32
			[ "$(wc -l <found)" -ge $((wanted < most ? wanted : most)) ] ||
				echo "$repo $kind"
		done
	done
}

# Fails unless each link in the report of the day $1 is a record's.
assert_links() {
	jq -r '.url // empty' "site/reports/$1.ndjson" | sort -u >urls
	sed 's/`[^`]*`//g' "site/reports/$1.md" |
		grep -oE 'https?://[^ )>]+' | sort -u >links
	[ -s links ]
	assert_equal "$(comm -13 urls links)" ""
}

# Fails unless the report of the day $1 has what the seed's has.
assert_day() {
	local report=site/reports/$1.md

	# shellcheck disable=SC2046 # several words
	assert_equal "$(missing "$1" $(repos))" ""
	grep -q '^链接\|^   - 链接: https://arxiv.org/abs/' "$report" ||
		grep -q 'https://arxiv.org/abs/' "$report"
	awk '/^## /{ in_part = $2 } !/^#/ && NF { said[in_part]++ }
	    END { exit !(said["摘要"] && said["总结"]) }' "$report"
	assert_links "$1"
	run -1 grep -nE ' $' "$report"
}

@test "two days: papers, commits and issues of all repositories, told as a whole" {
	daily 0 2026-02-02
	daily 0 2026-02-03
	assert_day 2026-02-02
	assert_day 2026-02-03
	grep -qF '(reports/2026-02-02.md)' site/README.md
	grep -qF '## 最新解读 (2026-02-03)' site/README.md
	assert_equal "$(asked 'select(.status >= 400).path')" ""
}

@test "of each repository all that is recorded of a day lands, and nothing else" {
	# shellcheck disable=SC2046
	fetch-gh --date 2026-02-02 $(repos) >out
	for repo in $(repos); do
		for kind in commits issues; do
			recorded "$repo" 2026-02-02 "$kind"
		done
	done | sort >wanted
	jq -r 'select(.kind != "status").url' out | sort | diff wanted -
}

@test "a whole listing day of arXiv lands, and nothing else" {
	for day in 2026-01-13 2026-01-28 2026-01-29 2026-02-02 2026-02-04; do
		fetch-arxiv --date "$day" >out
		jq -r --arg day "$day" 'select(.listed == $day).id' \
		    "$corpus/arxiv-pool.jsonl" | sort >wanted
		jq -r 'select(.kind == "paper").id | ltrimstr("arxiv:")' out |
			sort | diff wanted - || fail "$day"
		assert_equal "$(jq -c 'select(.kind == "status") | [.ok, .landed]' out)" \
		    "[true,$(wc -l <wanted)]"
	done
}

@test "a listing day of more than one page lands whole" {
	fetch-arxiv --date 2026-02-03 >out
	assert_equal "$(asked .query | grep -o 'start=[0-9]*' | paste -s)" \
	    $'start=0\tstart=1000'
	# Four papers of that listing were submitted months before.
	jq -r 'select(.listed == "2026-02-03" and .version != null).id' \
	    "$corpus/arxiv-pool.jsonl" | sort >wanted
	jq -r 'select(.kind == "paper").id | ltrimstr("arxiv:")' out | sort |
		diff wanted -
}

# The papers in the file $1, in the order of ids, without the members $2.
papers() {
	jq -cS "select(.kind == \"paper\") | del($2)" "$1" | sort
}

@test "three ways, one record: equal in every field that a way carries" {
	export ARXIV_OAI_URL=$UPSTREAM_URL/oai ARXIV_RSS_URL=$UPSTREAM_URL/rss
	for day in 2026-01-29 2026-02-02; do
		curl -s "$UPSTREAM_URL/_control" \
		    -d "{\"settings\":{\"arxiv.feed_date\":\"$day\"}}" >/dev/null
		for way in api oai rss; do
			fetch-arxiv --date "$day" --via "$way" >"$way.out"
		done
		assert [ "$(wc -l <api.out)" -gt 290 ]
		diff <(papers api.out .created,.updated,.comment) \
		    <(papers rss.out .comment)
		# OAI-PMH has days, and no update of what has but one version.
		jq -c '.created |= .[:10]' api.out >days.out
		diff <(papers days.out .updated) <(papers oai.out .updated)
	done
}

@test "the days of a week have what the week has, each once" {
	for day in 27 28 29 30 31; do
		fetch-arxiv --date "2026-01-$day" >>days
	done
	for day in 1 2 3 4; do
		fetch-arxiv --date "2026-02-0$day" >>days
	done
	fetch-arxiv --from 2026-01-23T19:00:00Z --to 2026-02-03T19:00:00Z >week
	diff <(jq -r '.id // empty' days | sort) <(jq -r '.id // empty' week | sort)
	assert_equal "$(jq -r '.id // empty' week | wc -l)" \
	    "$(tail -n 1 week | jq .landed)"
}

@test "papers that were held back come with --late on the day they were listed" {
	export ARXIV_OAI_URL=$UPSTREAM_URL/oai
	for day in 2025-09-10 2025-11-12 2025-12-16 2026-02-03; do
		curl -s "$UPSTREAM_URL/_control" \
		    -d "{\"settings\":{\"now\":\"${day}T12:00:00Z\"}}" >/dev/null
		python3 - "$day" >seen <<'EOF'
import datetime, sys
day, last = datetime.date(2021, 1, 1), datetime.date.fromisoformat(sys.argv[1])
while day < last:
    print(day, "arxiv")
    day += datetime.timedelta(1)
EOF
		jq -r --arg day "$day" 'select(.listed < $day) |
		    .listed + " arxiv:" + .id' "$corpus/arxiv-pool.jsonl" >>seen
		jq -r --arg day "$day" 'select(.listed == $day and
		    .version == null) | "arxiv:" + .id' \
		    "$corpus/arxiv-pool.jsonl" | sort >held
		assert [ -s held ]
		for way in api oai; do
			fetch-arxiv --date "$day" --late 1300 --seen seen \
			    --via "$way" --cache "$way" >out
			jq -r 'select(.late).id' out | sort | diff held -
			assert_equal "$(tail -n 1 out | jq -r .note)" \
			    "$(wc -l <held) late"
		done
	done
}

@test "when the query interface is down, OAI-PMH has the same day" {
	export ARXIV_OAI_URL=$UPSTREAM_URL/oai
	fetch-arxiv --date 2026-02-02 >api
	rules '{"match":{"path":"/api/query"},"status":429}'
	fetch-arxiv --date 2026-02-02 --patience 1 --cache other >out
	diff <(jq -r '.id // empty' api | sort) <(jq -r '.id // empty' out | sort)
	tail -n 1 out | jq -e '.ok and (.note | test("by OAI-PMH.*HTTP 429"))'
}

@test "what was announced and how follows from the categories asked for" {
	fetch-arxiv --date 2026-02-02 -k cs.DC >out
	jq -r 'select(.kind == "paper") |
	    select(.announced != "2026-02-02" or (.categories | index("cs.DC") | not)
	    or .announce != (if .categories[0] == "cs.DC" then "new" else "cross" end))' \
	    out >wrong
	assert_equal "$(cat wrong)" ""
	[ "$(wc -l <out)" -gt 5 ]
}

@test "the feed of 2025 gives the same records as that of 2026" {
	fetch-arxiv --date 2026-02-04 >now
	curl -s "$UPSTREAM_URL/_control" \
	    -d '{"settings":{"arxiv.style":"classic"}}' >/dev/null
	fetch-arxiv --date 2026-02-04 >before
	diff now before
}

@test "a Saturday is an honest empty day for arXiv" {
	daily 0 2026-02-07
	assert_equal "$(asked 'select(.service == "arxiv").path')" ""
	grep -q '周六没有公布' site/reports/2026-02-07.md
	assert_links 2026-02-07
}

@test "arXiv's limits are kept when they are enforced" {
	curl -s "$UPSTREAM_URL/_control" \
	    -d '{"settings":{"arxiv.enforce":true}}' >/dev/null
	ARXIV_PACE=0.03 fetch-arxiv --date 2026-02-03 >out
	ARXIV_PACE=0.03 fetch-arxiv --date 2026-02-03 --patience 0 >out
	assert_equal "$(asked 'select(.service == "arxiv") |
	    select(.inflight > 1 or .status != 200 or (.gap // 1) < 0.03).n')" ""
}

@test "a repository that answers 502 for ever is named, all else is there" {
	rules '{"match":{"path":"/repos/sgl-project/sglang/*"},"status":502}'
	daily 1 2026-02-02
	for kind in commits issues releases; do
		grep -q "sgl-project/sglang $kind.*HTTP 502" \
		    site/reports/2026-02-02.md
	done
	# shellcheck disable=SC2046
	assert_equal "$(missing 2026-02-02 $(repos | grep -v sglang))" ""
	grep -q https://arxiv.org/abs/ site/reports/2026-02-02.md
	assert_links 2026-02-02
}

@test "arXiv down is named, the repositories are there" {
	rules '{"match":{"service":"arxiv"},"status":503}'
	daily 1 2026-02-02
	grep -q "arxiv.*HTTP 503" site/reports/2026-02-02.md
	# shellcheck disable=SC2046
	assert_equal "$(missing 2026-02-02 $(repos))" ""
	assert_links 2026-02-02
}

@test "all down: exit 3, and nothing is touched" {
	daily 0 2026-02-02
	published >before
	rules '{"status":500}'
	daily 3 2026-02-02
	published | diff before -
	daily 3 2026-02-03
	published | diff before -
}

@test "faults that pass leave no trace" {
	daily 0 2026-02-02
	published >before
	rm -r site/reports site/README.md cache
	echo "patience 60" >>site/dair.conf
	rules '{"per":"path","times":1,"status":502}'
	daily 0 2026-02-02
	published | diff before -
	rules '{"per":"path","times":1,"truncate":0.5}'
	daily 0 2026-02-02
	published | diff before -
}

@test "a second run costs GitHub nothing but 304s, and makes the same bytes" {
	daily 0 2026-02-02
	published >before
	asked .n >/dev/null
	daily 0 2026-02-02
	published | diff before -
	assert_equal "$(asked 'select(.service == "github").status' | sort | uniq -c |
	    sed 's/^ *//')" "24 304"
}

@test "offline makes the same bytes without a request" {
	daily 0 2026-02-02
	published >before
	rm -r site/reports site/README.md
	asked .n >/dev/null
	daily 0 2026-02-02 --offline
	published | diff before -
	assert_equal "$(asked .n)" ""
}

@test "the token never goes elsewhere" {
	rules '{"match":{"listener":"main","service":"github"},"redirect":"elsewhere"}'
	daily 0 2026-02-02 || true
	asked 'select(.listener == "elsewhere")' | jq -s . >elsewhere
	jq -e 'length >= 24 and all(.[]; .headers.authorization | not)' elsewhere
	grep -q 'Bearer dair-token' log
	run -1 grep -rl dair-token cache site
}

@test "hostile repositories land whole, an empty one is no fault" {
	fetch-gh --from 2026-01-01 --to 2026-03-01 sim/hostile sim/empty \
	    sim/surrogate sim/quiet sim/formerly-hostile >out
	assert_equal "$(jq -c 'select(.kind == "status" and .ok == false)' out)" ""
	assert_equal "$(jq -r 'select(.source == "sim/hostile issues").landed' out)" \
	    "$(jq -s '[.[] | select(has("pull_request") | not)] | length' \
	    "$corpus/upstream/github/sim/hostile/issues.ndjson")"
	assert_equal "$(jq -c 'select(.repo == "sim/hostile" or
	    .repo == "sim/formerly-hostile") | [.sha, .number, .title]' out |
	    sort | uniq -c | awk '$1 != 2')" ""
	classify out | summarize --digest | render >/dev/null
}

@test "pages by cursor and pages by number hold the same" {
	fetch-gh --issues --pulls --from 2026-01-28 --to 2026-02-08 \
	    sgl-project/sglang flashinfer-ai/flashinfer >numbers
	curl -s "$UPSTREAM_URL/_control" \
	    -d '{"settings":{"github.cursor":true}}' >/dev/null
	fetch-gh --issues --pulls --from 2026-01-28 --to 2026-02-08 --cache other \
	    sgl-project/sglang flashinfer-ai/flashinfer >cursors
	diff numbers cursors
}
