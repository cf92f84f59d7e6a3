#!/usr/bin/env bats
# The programs together: a day from its records to the README, with stages left
# out, repeated, split, and with jq and grep between them; and as installed.
# shellcheck disable=SC2016 # dollars are for other shells

load helper

setup() {
	common_setup
	cat >day.ndjson <<'END'
{"kind":"paper","id":"arxiv:2602.00001","url":"https://arxiv.org/abs/2602.00001v1","title":"Paged KV Caches on Many GPUs","text":"Serving large language models is bound by memory. We present a KV cache that pages over many GPUs. It raises throughput by 2.5x on eight GPUs.","created":"2026-01-30T10:00:00Z","announced":"2026-02-02","authors":["A. Author"],"categories":["cs.DC","cs.LG"]}
{"kind":"paper","id":"arxiv:2602.00002","url":"https://arxiv.org/abs/2602.00002v1","title":"Counting Birds from Above","text":"We count birds in pictures. There are many.","created":"2026-01-30T11:00:00Z","announced":"2026-02-02","authors":["B. Author"],"categories":["cs.CV"]}
{"kind":"status","stage":"fetch-arxiv","source":"arxiv","date":"2026-02-02","ok":true,"landed":2,"shown":2}
{"kind":"commit","id":"gh:a/b@1111111111111111111111111111111111111111","url":"https://github.com/a/b/commit/1111111111111111111111111111111111111111","title":"[Bugfix] Fix a hang in the all-reduce (#12)","text":"The second stream was never waited for.","created":"2026-02-02T08:00:00Z","repo":"a/b"}
{"kind":"commit","id":"gh:a/b@2222222222222222222222222222222222222222","url":"https://github.com/a/b/commit/2222222222222222222222222222222222222222","title":"Add FP8 GEMM for Hopper","created":"2026-02-02T09:00:00Z","repo":"a/b"}
{"kind":"status","stage":"fetch-gh","source":"a/b commits","date":"2026-02-02","ok":true,"landed":2,"shown":2}
{"kind":"issue","id":"gh:a/b#3","url":"https://github.com/a/b/issues/3","title":"[Bug]: out of memory in CUDA graphs","text":"It crashes with 3 GPUs.","created":"2026-02-02T10:00:00Z","repo":"a/b","number":3,"labels":["bug"]}
{"kind":"pull","id":"gh:c/d#4","url":"https://github.com/c/d/pull/4","title":"Speed up sampling","text":"Sorting is left out.","created":"2026-02-02T11:00:00Z","repo":"c/d","number":4,"merged":true}
{"kind":"release","id":"gh:c/d/releases/v1.2","url":"https://github.com/c/d/releases/tag/v1.2","title":"v1.2","text":"Faster.","created":"2026-02-02T12:00:00Z","repo":"c/d"}
END
}

# Makes the site $1 of the records on standard input, the day $2. Fails unless
# all stages end well and say nothing.
make_site() {
	local date=${2:-2026-02-02}
	local err=err.$date

	mkdir -p "$1"
	: >"$err"
	classify 2>>"$err" | summarize --digest 2>>"$err" |
		render --dir "$1/reports" --date "$date" 2>>"$err" |
		index-update "$1/README.md" >"$1/out" 2>>"$err"
	assert_equal "${PIPESTATUS[*]}" "0 0 0 0"
	assert_equal "$(cat "$err")" ""
}

# Fails unless every item of the day stands in the file $1.
assert_tells_the_day() {
	jq -r '.url // empty' day.ndjson >urls
	while read -r url; do
		grep -qF -- "$url" "$1"
	done <urls
	for words in "Paged KV Caches on Many GPUs" "Counting Birds" \
	    "Fix a hang in the all-reduce" "Add FP8 GEMM for Hopper" \
	    "Out of memory in CUDA graphs" "Speed up sampling" "v1.2"; do
		grep -qF -- "$words" "$1"
	done
}

@test "a day goes from its records to the README, all stages well" {
	make_site site <day.ndjson
	assert_tells_the_day site/reports/2026-02-02.md
	assert_tells_the_day site/README.md
	grep -q '^## 最新解读 (2026-02-02)$' site/README.md
	assert_equal "$(jq -c '[.date, .counts, .sources_ok]' site/out)" \
	    '["2026-02-02",{"papers":2,"commits":2,"issues":1,"pulls":1,"releases":1},true]'
}

@test "the same day gives the same bytes, in a new folder and in the old" {
	make_site first <day.ndjson
	cp -r first before
	make_site second <day.ndjson
	diff -r first/reports second/reports
	diff first/README.md second/README.md
	make_site first <day.ndjson
	diff -r before first
}

@test "the kept records make the kept report again" {
	make_site site <day.ndjson
	cp -r site before
	render --date 2026-02-02 site/reports/2026-02-02.ndjson >again
	diff site/reports/2026-02-02.md again
	render --date 2026-02-02 --dir site/reports \
	    site/reports/2026-02-02.ndjson
	diff -r before site
	classify site/reports/2026-02-02.ndjson | summarize --digest |
		diff site/reports/2026-02-02.ndjson -
}

@test "a second day moves the first to the past, an older one does not" {
	make_site site <day.ndjson
	sed 's/2026-02-02/2026-02-03/; s/arxiv:26/&9/' day.ndjson >next.ndjson
	make_site site 2026-02-03 <next.ndjson
	make_site site 2026-01-31 <day.ndjson
	grep -q '^## 最新解读 (2026-02-03)$' site/README.md
	run grep '^- \[2026' site/README.md
	assert_output '- [2026-02-02](reports/2026-02-02.md)
- [2026-01-31](reports/2026-01-31.md)'
	assert_equal "$(jq -r .date site/out | xargs)" \
	    "2026-02-03 2026-02-02 2026-01-31"
}

@test "days made at the same time all reach the README" {
	local pids=()

	for day in 1 2 3 4; do
		sed "s/2026-02-0[1-4]/2026-02-0$day/g" day.ndjson |
			make_site site "2026-02-0$day" &
		pids+=($!)
	done
	for pid in "${pids[@]}"; do
		wait "$pid"
	done
	index-update site/README.md </dev/null >list
	assert_equal "$(wc -l <list)" 4
	assert_tells_the_day site/README.md
	run grep -cE '^- \[2026|^## 最新解读 \(2026-02-04\)$' site/README.md
	assert_output 4
	run find site -name '.*'
	assert_output ""
}

# stages left out and repeated

@test "a report is made straight from the records" {
	render --date 2026-02-02 <day.ndjson >report
	assert_tells_the_day report
}

@test "classify can be left out" {
	summarize --digest <day.ndjson | render >report
	assert_equal "${PIPESTATUS[*]}" "0 0"
	assert_tells_the_day report
}

@test "summarize can be left out" {
	classify day.ndjson | render >report
	assert_equal "${PIPESTATUS[*]}" "0 0"
	assert_tells_the_day report
}

@test "a stage that is repeated changes nothing" {
	classify day.ndjson >once
	classify once | diff once -
	summarize day.ndjson >once
	summarize once | diff once -
	summarize --digest day.ndjson >once
	summarize --digest once | summarize --digest | diff once -
}

@test "a stage that is repeated replaces its member where it stands" {
	classify day.ndjson | summarize >once
	classify once | diff once -
	summarize --lang en once | summarize | diff once -
	run diff -q once <(summarize --lang en once)
	assert_failure
}

@test "the order of the stages does not matter to the scores" {
	classify day.ndjson | summarize | jq -S .class >one
	summarize day.ndjson | classify | jq -S .class >other
	diff one other
	assert_equal "$(jq -s 'map(select(.score)) | length' one)" 7
}

# other tools between the stages

@test "jq and grep go between the stages" {
	classify day.ndjson |
		jq -c 'select(.kind != "paper" or .class.score > 0.5)' |
		grep -v '"kind":"commit"' | summarize --digest | render >report
	assert_equal "${PIPESTATUS[*]}" "0 0 0 0 0"
	grep -q "Paged KV Caches" report
	grep -q "Out of memory" report
	run grep -E "Counting Birds|Fix a hang" report
	assert_failure
}

@test "records that jq has sorted, spread and escaped are the same records" {
	classify day.ndjson | jq -acS . | summarize | jq -S . >one
	classify day.ndjson | summarize | jq -S . >other
	diff one other
}

@test "records split over processes and joined are the records of one" {
	local pids=()

	split -n l/3 day.ndjson part.
	for part in part.a?; do
		classify "$part" | summarize >"done.$part" &
		pids+=($!)
	done
	wait "${pids[@]}"
	classify day.ndjson | summarize >whole
	cat done.part.a? | diff whole -
	summarize --digest done.part.a? | diff <(summarize --digest whole) -
}

@test "an item that comes twice is told once" {
	cat day.ndjson day.ndjson | render --date 2026-02-02 >twice
	render --date 2026-02-02 day.ndjson | diff twice -
}

@test "a reader that leaves ends the whole pipe in silence" {
	awk '{ for (i = 0; i < 2000; i++) print }' day.ndjson >many
	run -0 bash -c 'classify many | summarize | head -n 1
	    echo "${PIPESTATUS[*]}"'
	assert_equal "${#lines[@]}" 2
	assert_line --index 0 --partial '"id":"arxiv:2602.00001"'
	assert_line --index 1 "141 141 0"
}

@test "a record gets through all stages while the input stays open" {
	local line pid

	coproc STAGES { classify | summarize; }
	pid=$STAGES_PID
	while read -r record; do
		printf '%s\n' "$record" >&"${STAGES[1]}"
		IFS= read -r -t 10 line <&"${STAGES[0]}"
		assert_equal "$(jq -r .url <<<"$line")" \
		    "$(jq -r .url <<<"$record")"
	done <day.ndjson
	eval "exec ${STAGES[1]}>&-"
	wait "$pid"
}

# what goes wrong

@test "a source that failed is told in report and README, and fails no stage" {
	sed 's/"a\/b commits","date":"2026-02-02","ok":true/"a\/b commits","date":"2026-02-02","ok":false,"error":"HTTP 503"/' \
	    day.ndjson >failed.ndjson
	make_site site <failed.ndjson
	grep -q 'a/b commits.*HTTP 503' site/reports/2026-02-02.md
	grep -q 'a/b commits.*HTTP 503' site/README.md
	assert_equal "$(jq .sources_ok site/out)" false
	make_site well <day.ndjson
	run grep -r 'HTTP 503' well
	assert_failure
}

@test "a day of which no source could be read does not look quiet" {
	grep '"status"' day.ndjson | sed 's/"ok":true/"ok":false/' >none.ndjson
	make_site site <none.ndjson
	grep -A 1 '^## 摘要$' site/reports/2026-02-02.md >told
	classify none.ndjson | summarize --lang en --digest |
		render --lang en >english
	make_site quiet </dev/null
	run diff told <(grep -A 1 '^## 摘要$' quiet/reports/2026-02-02.md)
	assert_failure
	grep -q 'arxiv' site/reports/2026-02-02.md
	grep -qi 'could not be read\|no source' english
}

@test "a worse day does not take the place of a better one" {
	make_site site <day.ndjson
	cp -r site before
	grep -v '"issue"' day.ndjson | sed 's/"ok":true/"ok":false/' |
		classify | summarize --digest |
		{ render --dir site/reports --date 2026-02-02 2>err ||
			echo "$?" >status; } | index-update site/README.md >out
	assert_equal "$(cat status)" 1
	grep -q -- --force err
	diff -r before/reports site/reports
	diff before/README.md site/README.md
	assert_equal "$(jq .kept out)" true
}

@test "a bad record costs its line and its stage's status, not the day" {
	sed '2s/^/x/' day.ndjson >bad.ndjson
	mkdir site
	run -0 bash -c 'classify bad.ndjson | summarize --digest |
	    render --dir site/reports --date 2026-02-02 |
	    index-update site/README.md >out
	    echo "${PIPESTATUS[*]}"'
	assert_line --index 0 "classify: bad.ndjson:2: byte 1: not a JSON object"
	assert_line --index 1 "1 0 0 0"
	assert_equal "${#lines[@]}" 2
	grep -q "Paged KV Caches" site/README.md
	grep -q "v1.2" site/README.md
}

@test "of bad records the first twenty of a file are told, the others counted" {
	seq 1000 >numbers
	seq 20 >few
	for stage in classify summarize render; do
		run -1 --separate-stderr "$stage" numbers few
		# shellcheck disable=SC2154 # bats sets it
		assert_equal "${#stderr_lines[@]}" 41
		assert_equal "${stderr_lines[0]}" \
		    "$stage: numbers:1: byte 1: not a JSON object"
		assert_equal "${stderr_lines[20]}" \
		    "$stage: numbers: 980 more like these"
		assert_equal "${stderr_lines[40]}" \
		    "$stage: few:20: byte 1: not a JSON object"
	done
}

@test "a hostile day writes nothing outside its folder" {
	local path

	mkdir home
	for path in ../../x "$PWD/x" ../reports 2026-02-02.md 'a/../../x' . '~'; do
		for kind in paper commit issue release digest status report; do
			printf '{"kind":"%s","id":"%s","repo":"%s",' \
			    "$kind" "$path" "$path"
			printf '"title":"%s","url":"%s","path":"%s",' \
			    "$path" "$path" "$path"
			printf '"source":"%s","stage":"%s","part":"%s",' \
			    "$path" "$path" "$path"
			printf '"date":"%s","announced":"%s","lang":"%s"}\n' \
			    "$path" "$path" "$path"
		done
	done >hostile.ndjson
	(cd home && classify ../hostile.ndjson | summarize --digest |
		render --dir site/reports --date 2026-02-02 >../made)
	cat made hostile.ndjson | (cd home && index-update site/README.md) >out
	assert_equal "$(find home -type f | sort)" 'home/site/README.md
home/site/reports/2026-02-02.md
home/site/reports/2026-02-02.ndjson
home/site/reports/README.md'
	assert_equal "$(find . -maxdepth 1 | sort | xargs)" \
	    ". ./day.ndjson ./home ./hostile.ndjson ./made ./out"
}

# Prints the elements of HTML and the targets of links that a reader of the
# Markdown file $1 gets, each once.
seen_in() {
	cmark-gfm --unsafe -e autolink -e table -e strikethrough -e tasklist \
	    "$1" | grep -oE '<[a-zA-Z!/?][^ >]*|(href|src)="[^"]*"' | sort -u
}

@test "a hostile day puts no markup and no foreign link into the README" {
	local file kind number=0 text url

	command -v cmark-gfm || skip "no cmark-gfm"
	# Each comes as title, text, summary, name of a repository and error.
	cat >texts <<'END'
<script>alert(1)</script><img src=x onerror=alert(1)>
[click](https://evil.example/) ![i](https://evil.example/i.png)
https://evil.example/auto www.evil.example mail@evil.example
\n\n# heading\n\n- [x] task\n\n> quote\n\n```\nfence\n
</li></ul><h1>x</h1><!-- -->&lt;b&gt; &#60;i&#62;
| a | b |\n|---|---|\n| c | d |
[ref]\n\n[ref]: https://evil.example/ \"t\"
<https://evil.example/> <!-- end --> ~~struck~~ *e* __s__ \\*x\\*
---\n\n## 往期回顾\n\n- [2026-01-01](https://evil.example/)\n\n---
1. one\n2) two\n+ three\n=== \n***\n<!-- end -->
END
	while read -r text; do
		number=$((number + 1))
		for kind in paper commit issue pull release; do
			printf '{"kind":"%s","id":"%s%s","url":"%s",' \
			    "$kind" "$kind" "$number" "https://good.example/"
			printf '"title":"%s","text":"%s It is so. %s",' \
			    "$text" "$text" "$text"
			printf '"repo":"%s"}\n' "$text"
		done
		for url in 'javascript:alert(1)' ftp://evil.example/ \
		    mailto:m@evil.example '//evil.example/' \
		    'https://good.example/) <b>[x](y)'; do
			printf '{"kind":"paper","id":"%s%s","title":"T",' \
			    "$url" "$number"
			printf '"url":"%s"}\n' "$url"
		done
		printf '{"kind":"status","stage":"s","source":"%s",' "$text"
		printf '"ok":false,"error":"%s"}\n' "$text"
	done <texts >hostile.ndjson
	make_site site <hostile.ndjson
	sed 's/"kind":"paper"/&,"summary":{"text":"<b>[x](y)<\/b>","by":"m"}/' \
	    hostile.ndjson | render --links inline >direct.md
	for file in site/reports/2026-02-02.md site/README.md direct.md; do
		run seen_in "$file"
		assert_line 'href="https://good.example/"'
		run grep -vE \
		    -e '^</?(h[123]|[ou]l|li|p|strong|a|hr|code)$' \
		    -e '^href="(https://good\.example/|reports/2)' \
		    <<<"$output"
		assert_output ""
	done
	assert_equal "$(grep -c '^## 往期回顾$' site/README.md)" 1
}

# as installed

# make, for what is built already.
make_here() {
	make -s -o all -C "$ROOT" BIN="${BIN:-bin}" OUT="${OUT:-build}" \
	    DESTDIR="$PWD/root" PREFIX=/usr "$@"
}

@test "what make install puts into place works from there" {
	make_here install
	PATH=$PWD/root/usr/bin:$PATH
	assert_equal "$(command -v summarize)" "$PWD/root/usr/bin/summarize"
	unset DAIR_SHARE
	make_site site <day.ndjson
	assert_tells_the_day site/README.md
	for program in classify summarize render index-update; do
		assert_exists "root/usr/share/man/man1/$program.1"
	done
	assert_exists root/usr/share/man/man5/dair-record.5
	assert_exists root/usr/share/man/man7/dair.7
	mv root elsewhere
	PATH=$PWD/elsewhere/usr/bin:$PATH
	make_site moved <day.ndjson
	diff -r site/reports moved/reports
}

@test "installed files can be read and run by everybody, written by the owner" {
	(umask 077 && make_here install)
	run find root -type f ! -path '*/bin/*' ! -perm 644
	assert_output ""
	run find root -path '*/bin/*' ! -perm 755
	assert_output ""
	run find root -type d ! -perm 755
	assert_output ""
}

@test "make uninstall leaves nothing of it, and what was there before" {
	mkdir -p root/usr/bin root/usr/share/man/man1
	echo mine | tee root/usr/bin/mine root/usr/share/man/man1/mine.1 \
	    >root/usr/share/mine
	find root ! -type d | sort >before
	make_here install
	run diff -q before <(find root ! -type d | sort)
	assert_failure
	make_here uninstall
	find root ! -type d | sort | diff before -
	assert_not_exists root/usr/share/dair
}
