#!/usr/bin/env bats
# index-update: a README that leads to the reports beside it.

load helper

setup() {
	common_setup
	mkdir reports
	for day in 1 2 3; do
		a_report "2026-02-0$day" "News of day $day."
	done
	latest=$'## 最新解读 (2026-02-03)\nNews of day 3.\n\n## 具体内容分析\n\nAll.'
	list=$'- [2026-02-02](reports/2026-02-02.md)\n'
	list+='- [2026-02-01](reports/2026-02-01.md)'
}

# Makes the report of the date $1 with the overview $2, at $3 if given.
a_report() {
	printf '# Daily AI Infra Report (%s)\n\n## 摘要\n%s\n\n%s\n\n%s\n' \
	    "$1" "$2" "## 具体内容分析" All. >"${3-reports/$1.md}"
}

# Brings README.md up to date with the arguments $@ and fails unless it is what
# stands on standard input, and a second time changes nothing at all.
assert_readme() {
	cat >wanted
	index-update "$@" README.md </dev/null >told
	diff wanted README.md
	untouched "$@"
}

# Fails unless index-update with the arguments $@ leaves README.md alone.
untouched() {
	local before after

	touch -d 2026-01-01 README.md
	before=$(stat -c '%Y %i' README.md; cat README.md)
	index-update "$@" README.md </dev/null >told
	after=$(stat -c '%Y %i' README.md; cat README.md)
	assert_equal "$after" "$before"
}

@test "a heading like that of the newest report is a person's, unless it has a date" {
	rm reports/*
	printf '# R\n\n## 摘要\nhello\n' >reports/2026-02-09.md
	printf '%s\n' '# mine' '' '## 最新解读 (x)' 'my own text' '' '## Other' >README.md
	index-update README.md </dev/null >/dev/null
	for line in '## 最新解读 (x)' 'my own text' '## Other' '## 最新解读 (2026-02-09)'; do
		grep -qxF "$line" README.md || fail "$line"
	done
}

@test "an absent README is made whole" {
	assert_readme <<-END
	# Daily AI Infra Report

	## 往期回顾
	$list

	---

	$latest
	END
}

@test "an empty README is made whole" {
	: >README.md
	index-update README.md </dev/null >told
	mv README.md one
	index-update README.md </dev/null >told
	diff one README.md
}

@test "a report without a heading is shown all the same" {
	rm reports/*
	printf '# Mine\n\nOnly *a* line.\n\nAnother.\n' >reports/2026-02-03.md
	index-update README.md </dev/null >told
	assert_equal "$(tail -n 4 README.md)" "## 最新解读 (2026-02-03)
Only *a* line.

Another."
	assert_equal "$(jq -r .overview told)" "Only *a* line."
	# Nor does one without anything but a title harm.
	printf '# Mine' >reports/2026-02-03.md
	index-update README.md </dev/null >told
	assert_equal "$(tail -n 1 README.md)" "## 最新解读 (2026-02-03)"
}

@test "the first report has an empty list above it" {
	rm reports/2026-02-0[12].md
	assert_readme <<-END
	# Daily AI Infra Report

	## 往期回顾

	---

	$latest
	END
}

@test "an English report has English words around it" {
	for day in 1 2 3; do
		sed -i 's/^## 摘要$/## Overview/' "reports/2026-02-0$day.md"
	done
	assert_readme --max 1 <<-END
	# Daily AI Infra Report

	## Past reports
	- [2026-02-02](reports/2026-02-02.md)
	- [Earlier reports](reports/README.md)

	---

	${latest/最新解读/Latest report}
	END
}

@test "the list takes the heading of the newest report's language" {
	index-update README.md </dev/null >told
	sed -i 's/^## 摘要$/## Overview/' reports/2026-02-03.md
	index-update README.md </dev/null >told
	cp README.md one
	untouched --rebuild
	grep -x '## Past reports' README.md
}

@test "text before, between and after stays to the byte" {
	cat >README.md <<-END
	<h1 align=center>Mine</h1>
	  two  blanks 	and a tab\\

	## 往期回顾
	- [1999-01-01](reports/1999-01-01.md)

	---
	Between.

	## More of mine
	* * *

	## 最新解读 (2025-12-31)
	Old news.

	## 具体内容分析

	Old details.

	<!-- end -->
	After.

	---
	## The end
	no line feed
	END
	truncate -s -1 README.md
	assert_readme < <(printf '%s' "<h1 align=center>Mine</h1>
  two  blanks 	and a tab\\

## 往期回顾
$list

---
Between.

## More of mine
* * *

$latest

<!-- end -->
After.

---
## The end
no line feed")
}

@test "with neither section, both are added behind the text" {
	for end in '\n' '' '\n\n'; do
		printf '# Mine\n\nText.%b' "$end" >README.md
		assert_readme <<-END
		# Mine

		Text.

		## 往期回顾
		$list

		---

		$latest
		END
	done
}

@test "with the list alone, the report is added at the end" {
	printf '# Mine\n\n## 往期回顾\n\n---\n\n## Mine\nText.\n' >README.md
	assert_readme <<-END
	# Mine

	## 往期回顾
	$list

	---

	## Mine
	Text.

	$latest
	END
}

@test "with the report alone, the list is added before it" {
	printf '# Mine\n\n## 最新解读\nOld.\n\n<!-- end -->\nText.\n' >README.md
	assert_readme <<-END
	# Mine

	## 往期回顾
	$list

	---

	$latest

	<!-- end -->
	Text.
	END
}

@test "the list may stand below the report" {
	printf '## 最新解读 (2026-01-01)\nOld.\n\n## 往期回顾\n- [x](y)\n\n---\nText.\n' \
	    >README.md
	assert_readme <<-END
	$latest

	## 往期回顾
	$list

	---
	Text.
	END
}

@test "a list without a rule below it ends where it ends" {
	printf '# Mine\n\n## 往期回顾\n- [x](y)\n\nText.\n\n## Mine\n\n---\n' \
	    >README.md
	index-update README.md </dev/null >told
	diff - README.md <<-END
	# Mine

	## 往期回顾
	$list

	---

	Text.

	## Mine

	---

	$latest
	END
	untouched
}

@test "a list at the very end of the file takes no text with it" {
	for old in '## 往期回顾' '## 往期回顾\n' '## 往期回顾\n- [x](y)' \
	    '## 往期回顾\n\n- [x](y)\n\n'; do
		printf '# Mine\n\n%b' "$old" >README.md
		index-update README.md </dev/null >told
		printf '# Mine\n\n## 往期回顾\n%s\n\n---\n\n%s\n' "$list" \
		    "$latest" | diff - README.md
		untouched
	done
}

@test "headings in code blocks are text" {
	cat >README.md <<-'END'
	```md
	## 往期回顾
	---
	## 最新解读 (2026-02-03)
	```
	~~~~
	~~~
	```
	## 最新解读
	~~~~
	   ``` `no fence`
	Text.
	END
	{
		cat README.md
		printf '\n## 往期回顾\n%s\n\n---\n\n%s\n' "$list" "$latest"
	} >README.new
	assert_readme <README.new
}

@test "an end mark in a code block is no end" {
	printf '%s\n' '## 最新解读 (2026-01-01)' '```' '<!-- end -->' 'Old.' '```' \
	    '<!-- end -->' 'Text.' >README.md
	index-update README.md </dev/null >told
	run -1 grep -F 'Old.' README.md
	assert_equal "$(tail -n 1 README.md)" Text.
}

@test "headings of other levels, and longer ones, are text" {
	printf '%s\n' '# 往期回顾' '### 最新解读 (2026-01-01)' '## 往期回顾 2025' \
	    '## 最新解读与评论' ' ## 往期回顾' >README.md
	cp README.md old
	index-update README.md </dev/null >told
	head -n 5 README.md | diff old -
	assert_equal "$(grep -cx '## 往期回顾' README.md)" 1
}

@test "a README with CRLF stays one" {
	printf '%s\r\n' '# Mine' '' '## 往期回顾' '- [x](y)' '' '---' '' \
	    '## 最新解读 (2026-01-01)' 'Old.' '' '<!-- end -->' 'Text.' >README.md
	index-update README.md </dev/null >told
	tr -d '\r' <README.md | diff - <(cat <<-END
	# Mine

	## 往期回顾
	$list

	---

	$latest

	<!-- end -->
	Text.
	END
	)
	run -1 grep -nvP '\r$' README.md
	untouched
}

@test "a single CRLF in a text stays, ours end as the first line does" {
	printf 'Mine\n\nText.\r\nMore.\n' >README.md
	index-update README.md </dev/null >told
	head -n 4 README.md | diff - <(printf 'Mine\n\nText.\r\nMore.\n')
	assert_equal "$(grep -cP '\r$' README.md)" 1
}

@test "without a reports folder nothing is written" {
	rm -r reports
	run -0 --separate-stderr index-update README.md </dev/null
	assert_output ""
	assert_equal "${stderr-}" \
	    "index-update: README.md: left alone, for there is no report yet"
	assert_not_exists README.md
	printf '# Mine\n\n## 往期回顾\nx\n## 最新解读 (2026-01-01)\nOld.\n' >README.md
	untouched
	untouched --rebuild
	run -0 index-update -q README.md </dev/null
	assert_output ""
}

@test "a reports folder that is a file: exit 3" {
	rm -r reports
	: >reports
	run -3 index-update README.md </dev/null
	assert_output "index-update: reports: Not a directory"
	assert_not_exists README.md
}

@test "foreign files in the reports folder are passed over" {
	index-update README.md </dev/null >told
	cp README.md one
	cp told first
	mkdir reports/2026-02-04
	for name in 2026-02-04.html 2026-02-4.md \
	    2026-02-30.md .2026-02-04.md.ab12 x2026-02-04.md 2026-02-04.fr.md \
	    2026-02-04.md~ 2026-02-04x.md 2026-02-04.zh.md.bak 2026-02-04; do
		[ -d "reports/$name" ] ||
			a_report 2026-02-04 Foreign. "reports/$name"
	done
	run -0 index-update README.md </dev/null
	diff one README.md
	diff first - <<<"$output"
}

@test "a report that cannot be read is named and passed over" {
	mkdir reports/2026-02-04.md
	run -1 --separate-stderr index-update README.md </dev/null
	assert_equal "${stderr-}" \
	    "index-update: reports/2026-02-04.md: Is a directory"
	grep -x '## 最新解读 (2026-02-03)' README.md
}

@test "of two languages the first leads, a second one stands in for it" {
	a_report 2026-02-03 English. reports/2026-02-03.en.md
	a_report 2026-02-02 English. reports/2026-02-02.en.md
	rm reports/2026-02-02.md
	assert_readme <<-END
	# Daily AI Infra Report

	## 往期回顾
	- [2026-02-02](reports/2026-02-02.en.md)
	- [2026-02-01](reports/2026-02-01.md)

	---

	$latest

	[English](reports/2026-02-03.en.md)
	END
}

@test "a past report in a second language is linked beside the first" {
	sed 's/摘要/Overview/' reports/2026-02-01.md >reports/2026-02-01.en.md
	index-update README.md </dev/null >told
	run -0 grep '2026-02-01' README.md
	assert_output "- [2026-02-01](reports/2026-02-01.md) · [English](reports/2026-02-01.en.md)"
}

@test "the newest report leads, whatever came last" {
	a_report 2025-12-31 "Late."
	a_report 2026-02-10 "Newest."
	index-update README.md </dev/null >told
	grep -A 1 '最新解读' README.md | diff - <(cat <<-END
	## 最新解读 (2026-02-10)
	Newest.
	END
	)
	grep '^- \[' README.md | diff - <(cat <<-END
	- [2026-02-03](reports/2026-02-03.md)
	$list
	- [2025-12-31](reports/2025-12-31.md)
	END
	)
	jq -r .date told | diff - <(printf '%s\n' 2026-02-10 2026-02-03 \
	    2026-02-02 2026-02-01 2025-12-31)
}

@test "--max lists the newest and leads to the others" {
	a_report 2026-01-31 "Older."
	assert_readme --max 2 <<-END
	# Daily AI Infra Report

	## 往期回顾
	$list
	- [更早的报告](reports/README.md)

	---

	$latest
	END
	index-update -n 3 README.md </dev/null >told
	assert_equal "$(grep -c '^- \[' README.md)" 3
	run -1 grep -F '更早' README.md
	# All records are told nevertheless.
	index-update -n 1 README.md </dev/null >told
	assert_equal "$(wc -l <told)" 4
}

@test "--max takes whole numbers from 1" {
	for n in 0 -1 x 1.5 "" 99999999999; do
		run -2 index-update --max "$n" README.md </dev/null
		assert_output --partial \
		    "index-update: --max $n: not a whole number from 1 to"
	done
	assert_not_exists README.md
}

@test "--rebuild keeps nothing of the old README" {
	index-update README.md </dev/null >told
	mv README.md one
	for option in --rebuild -r; do
		printf '# Mine\n\n## 往期回顾\n\nText.\n' >README.md
		index-update $option README.md </dev/null >told
		diff one README.md
		untouched $option
	done
}

@test "one README must be named" {
	run -2 index-update </dev/null
	assert_output "index-update: one README must be named; see --help"
	run -2 index-update a b </dev/null
	assert_output "index-update: one README must be named; see --help"
}

@test "the reports are those beside the README, not beside the caller" {
	mkdir -p site/reports
	a_report 2026-03-01 "There." site/reports/2026-03-01.md
	index-update site/README.md </dev/null >told
	assert_equal "$(jq -r .path told)" site/reports/2026-03-01.md
	grep -x 'There.' site/README.md
	assert_not_exists README.md
}

@test "a README that is a symbolic link stays one" {
	printf '# Mine\n' >target
	ln -s target README.md
	index-update README.md </dev/null >told
	assert_equal "$(readlink README.md)" target
	grep -x '## 最新解读 (2026-02-03)' target
}

@test "a README that is a folder: exit 3" {
	mkdir README.md
	run -3 index-update README.md </dev/null
	assert_output "index-update: README.md: Is a directory"
	assert_equal "$(ls -A README.md)" ""
}

@test "a page that is a pipe is not waited for: exit 3" {
	mkfifo reports/README.md
	run -3 timeout 20 index-update README.md </dev/null
	assert_output "index-update: reports/README.md: Invalid argument"
	rm reports/README.md
	mkfifo README.md
	run -3 timeout 20 index-update README.md </dev/null
	assert_output "index-update: README.md: Invalid argument"
}

@test "a README in a folder that is not there: exit 3" {
	run -3 index-update absent/README.md </dev/null
	assert_output "index-update: absent/: No such file or directory"
}

@test "a README with a NUL byte is no text: exit 3, and it stays" {
	printf '# Mine\0\n' >README.md
	cp README.md old
	run -3 index-update README.md </dev/null
	assert_output \
	    "index-update: README.md: holds a NUL byte, so it is no text"
	cmp old README.md
}

@test "a README that cannot be replaced stays, and nothing is left" {
	[ "$(id -u)" -ne 0 ] || skip "root may write anywhere"
	printf '# Mine\n' >README.md
	chmod 555 .
	run -3 index-update README.md </dev/null
	chmod 755 .
	assert_output --partial "index-update: README.md: cannot be written: "
	assert_equal "$(cat README.md)" "# Mine"
	run -1 compgen -G '.README*'
}

@test "the rights of a README stay" {
	printf '# Mine\n' >README.md
	chmod 640 README.md
	index-update README.md </dev/null >told
	assert_equal "$(stat -c %a README.md)" 640
}

@test "the whole archive is told, newest first" {
	printf '%s\n' '{"kind":"paper"}' '{"kind":"commit"}' \
	    '{"kind":"status","stage":"s","source":"a","ok":false}' \
	    >reports/2026-02-02.ndjson
	index-update README.md </dev/null >told
	assert_equal "$(jq -r .date told | tr '\n' ' ')" \
	    "2026-02-03 2026-02-02 2026-02-01 "
	sed -n 2p told | diff - <(cat <<-'END'
	{"kind":"report","date":"2026-02-02","period":"day","lang":"zh","path":"reports/2026-02-02.md","title":"Daily AI Infra Report (2026-02-02)","overview":"News of day 2.","counts":{"papers":1,"commits":1,"issues":0,"pulls":0,"releases":0},"sources_ok":false}
	END
	)
}

@test "of a day in two languages both are told, each with what is its own" {
	local golden=$BATS_TEST_DIRNAME/golden

	rm reports/*
	render -d 2026-02-03 -o reports "$golden/day.zh.ndjson" >told
	render -d 2026-02-03 -o reports -l en "$golden/day.en.ndjson" >>told
	index-update README.md </dev/null >out
	diff told out
	jq -c 'if .lang == "en" then .kept = true else . end' told |
		index-update README.md >out
	assert_equal "$(jq -c '[.lang, .kept]' out | tr '\n' ' ')" \
	    '["zh",null] ["en",true] '
}

@test "what render tells goes through, and that a report was kept" {
	given '{"kind":"report","date":"2026-02-02","kept":true}' \
	    '{"kind":"report","date":"2026-02-03"}' \
	    '{"kind":"report","date":"1999-01-01","kept":true}' \
	    '{"kind":"paper","date":"2026-02-01","kept":true}' '{}'
	index-update README.md <input >told
	assert_equal "$(jq -c '[.date, .kept]' told | tr '\n' ' ')" \
	    '["2026-02-03",null] ["2026-02-02",true] ["2026-02-01",null] '
}

@test "render and index-update in one pipe agree" {
	rm reports/*
	echo '{"kind":"paper","id":"a","title":"A"}' >good
	for input in good /dev/null; do
		render --dir reports --date 2026-02-04 $input 2>said |
			index-update README.md >told || true
		grep -xF '1. **A**' README.md
	done
	assert_equal "$(jq -c .kept told)" true
}

@test "bad lines on standard input are named, and the README is written" {
	given 'no record' '{"kind":"report"}' '{"kind":"report","date":7}' \
	    '{"kind":"report","date":"2026-02-02","kept":true}'
	run -1 --separate-stderr index-update README.md <input
	assert_equal "${stderr-}" "index-update: <stdin>:1: byte 1: not a JSON\
 object
index-update: <stdin>:2: a report without a date
index-update: <stdin>:3: a report without a date"
	assert_equal "$(jq -r 'select(.kept) | .date' <<<"$output")" 2026-02-02
	grep -x '## 最新解读 (2026-02-03)' README.md
}

@test "it waits for another one, and reads the README only then" {
	local pid end=$((SECONDS + 20))

	[ -r /proc/locks ] || skip "no /proc/locks"
	printf '# Old\n' >README.md
	exec 9<.
	flock 9
	index-update README.md </dev/null >told 3>&- 9>&- &
	pid=$!
	until grep -q -- "-> FLOCK .* $pid " /proc/locks; do
		kill -0 $pid
		[ $SECONDS -lt $end ]
	done
	printf '# New\n' >README.md
	exec 9<&-
	wait $pid
	assert_equal "$(head -n 1 README.md)" "# New"
}

@test "it waits for a report that is being written" {
	local pid end=$((SECONDS + 20))

	[ -r /proc/locks ] || skip "no /proc/locks"
	exec 9<reports
	flock 9
	index-update README.md </dev/null >told 3>&- 9>&- &
	pid=$!
	until grep -q -- "-> FLOCK .* $pid " /proc/locks; do
		kill -0 $pid
		[ $SECONDS -lt $end ]
	done
	a_report 2026-02-04 "Late news."
	exec 9<&-
	wait $pid
	grep -x 'Late news.' README.md
}

@test "reports that lie beside the README are no reason to wait for ever" {
	mv reports/* .
	rmdir reports
	ln -s . reports
	timeout 20 index-update README.md </dev/null >told
	grep -x '## 最新解读 (2026-02-03)' README.md
	grep -x '## 全部报告' README.md
}

@test "many at once lose no line" {
	local pids=()

	printf '# Mine\n\nText.\n' >README.md
	index-update README.md </dev/null >told
	cp README.md one
	for _ in 1 2 3 4 5 6 7 8; do
		printf '# Mine\n\nText.\n' >README.md
		pids=()
		for _ in 1 2 3 4; do
			index-update README.md </dev/null >/dev/null &
			pids+=($!)
		done
		for pid in "${pids[@]}"; do
			wait "$pid"
		done
		diff one README.md
	done
	run -1 compgen -G '.README*'
}

@test "a README of 10,000 lines takes no time" {
	seq 10000 >README.md
	timeout 5 index-update README.md </dev/null >told
	head -n 10000 README.md | diff <(seq 10000) -
}

@test "help names every option, version the program" {
	run -0 index-update --help
	assert_line --index 0 "usage: index-update [-hqrVv] [-n N] README"
	assert_line --partial "  -n, --max N "
	assert_line --partial "  -r, --rebuild "
	run -0 index-update --version
	assert_output --regexp '^index-update \(dair\) [0-9.]+$'
}

@test "a fence that nothing closes hides nothing" {
	local fence=\`\`\`

	printf '%s\n' '# Mine' '' "- $fence"sh '  make' "  $fence" '' Text >README.md
	index-update README.md </dev/null >told
	cp README.md once
	index-update README.md </dev/null >told
	diff once README.md
	printf '%s\n' '# R (2026-02-04)' '' '## Overview' x '' "$fence" code \
		>reports/2026-02-04.md
	printf '# Mine\n\n## Latest report (2026-01-01)\nold\n<!-- end -->\n\nUSER\n' >README.md
	index-update README.md </dev/null >told
	index-update README.md </dev/null >told
	grep -x USER README.md
}

@test "a heading in a comment is not ours" {
	printf '<!--\n## Latest report\n-->\nUSER\n' >README.md
	index-update README.md </dev/null >told
	head -4 README.md | diff - <(printf '<!--\n## Latest report\n-->\nUSER\n')
}

@test "an underlined heading below the list is not its rule" {
	printf '## Past reports\n- [a](b)\n\nAbout me\n---\nfoo\n' >README.md
	index-update README.md </dev/null >told
	grep -x 'About me' README.md
}

@test "a pipe in the reports folder is named and passed over" {
	mkfifo reports/2026-02-05.md
	run -1 --separate-stderr timeout 5 index-update README.md </dev/null
	assert_equal "${stderr-}" \
	    "index-update: reports/2026-02-05.md: Invalid argument"
}

@test "what a killed program left of a README goes, and nothing else" {
	touch .README.md.aB3dE6 .README.md.aB3dE .README.md.aB3dE67 \
	    .README.md.aB3-E6 .readme.md.aB3dE6 README.md.aB3dE6 .README.md
	index-update README.md </dev/null >told
	find . -maxdepth 1 -iname '*readme*' -printf '%f\n' | LC_ALL=C sort |
		diff - <(printf '%s\n' .README.md .README.md.aB3-E6 \
		    .README.md.aB3dE .README.md.aB3dE67 \
		    .readme.md.aB3dE6 README.md README.md.aB3dE6)
}

# the page of all reports

# Makes the records of the date $1: a paper and a commit, both of that day, and
# two sources, of which one failed if $2 says false.
some_records() {
	printf '%s\n' '{"kind":"paper","announced":"'"$1"'"}' \
	    '{"kind":"commit","created":"'"$1"'T10:00:00Z"}' \
	    '{"kind":"status","stage":"fetch-arxiv","source":"arxiv","ok":true}' \
	    '{"kind":"status","stage":"fetch-gh","source":"a/b","ok":'"$2"'}' \
	    '{"kind":"status","stage":"classify","source":"a/b","ok":true}' \
	    >"reports/$1.ndjson"
}

@test "all reports stand on a page by year and month, with counts and sources" {
	a_report 2026-01-31 January.
	a_report 2025-12-31 Old.
	some_records 2026-02-03 true
	some_records 2026-02-02 false
	a_report 2026-02-02 English. reports/2026-02-02.en.md
	echo '{"kind":"issue"}' >reports/2026-02-01.ndjson
	index-update -n 1 README.md </dev/null >told
	diff - reports/README.md <<-'END'
	# Daily AI Infra Report

	## 全部报告

	- **2026**: [02](#2026-02) · [01](#2026-01)
	- **2025**: [12](#2025-12)

	### 2026-02

	| 日期 | 论文 | 提交 | 新问题 | 合并请求 | 版本发布 | 数据来源 |
	| --- | ---: | ---: | ---: | ---: | ---: | --- |
	| [2026-02-03](2026-02-03.md) | 1 | 1 | 0 | 0 | 0 | 2 个全部正常 |
	| [2026-02-02](2026-02-02.md) · [English](2026-02-02.en.md) | 1 | 1 | 0 | 0 | 0 | 2 个，其中 1 个失败 |
	| [2026-02-01](2026-02-01.md) | 0 | 0 | 1 | 0 | 0 |  |

	### 2026-01

	| 日期 | 论文 | 提交 | 新问题 | 合并请求 | 版本发布 | 数据来源 |
	| --- | ---: | ---: | ---: | ---: | ---: | --- |
	| [2026-01-31](2026-01-31.md) | | | | | |  |

	### 2025-12

	| 日期 | 论文 | 提交 | 新问题 | 合并请求 | 版本发布 | 数据来源 |
	| --- | ---: | ---: | ---: | ---: | ---: | --- |
	| [2025-12-31](2025-12-31.md) | | | | | |  |
	END
}

@test "the page of all reports is in the language of the newest one" {
	sed -i 's/^## 摘要$/## Overview/' reports/2026-02-03.md
	some_records 2026-02-03 false
	index-update README.md </dev/null >told
	sed -n '/^## /p; /^| /p' reports/README.md | head -4 | diff - <(cat <<-'END'
	## All reports
	| Date | Papers | Commits | New issues | Pull requests | Releases | Sources |
	| --- | ---: | ---: | ---: | ---: | ---: | --- |
	| [2026-02-03](2026-02-03.md) | 1 | 1 | 0 | 0 | 0 | 2, of which 1 failed |
	END
	)
}

@test "GitHub's reading of the page leads to each day once" {
	for day in 10 11 12; do
		a_report "2025-11-$day" News.
	done
	index-update -n 1 README.md </dev/null >told
	cmark-gfm -e table reports/README.md |
		grep -o 'href="[^"#]*"' | LC_ALL=C sort | diff - <(
			printf 'href="%s"\n' 2025-11-1{0,1,2}.md 2026-02-0{1,2,3}.md)
	cmark-gfm -e table README.md | grep -F 'href="reports/README.md"'
}

@test "around the page of all reports, what a person wrote stays to the byte" {
	local ours='/^## /,/^<!-- end -->/d'

	for end in '\n' '\r\n'; do
		printf '%b' "# Ours$end${end}Two blanks  $end$end## 全部报告${end}\
Old.$end### 1999$end<!-- end -->$end\tBye" >reports/README.md
		cp reports/README.md old
		index-update README.md </dev/null >told
		cmp <(sed "$ours" old) <(sed "$ours" reports/README.md)
		run -1 grep -E 'Old|1999' reports/README.md
		assert_equal "$(grep -c '(2026-02-03.md)' reports/README.md)" 1
		# All lines end alike; the last one has no end.
		assert_equal "$(head -n -1 reports/README.md |
			sed 's/[^\r]*//g' | sort -u)" "$(printf '%b' "${end%?n}")"
		cp reports/README.md one
		index-update README.md </dev/null >told
		cmp one reports/README.md
	done
	printf 'Mine.' >reports/README.md
	index-update README.md </dev/null >told
	head -3 reports/README.md | diff - <(printf 'Mine.\n\n## 全部报告\n')
}

@test "--rebuild makes both pages from the reports alone, to the byte" {
	index-update -n 2 README.md </dev/null >told
	cp README.md one
	mv reports/README.md two
	printf 'x\n' | tee README.md >reports/README.md
	index-update -n 2 --rebuild README.md </dev/null >told
	diff one README.md
	diff two reports/README.md
}

@test "records without a report are named, for their day cannot be reached" {
	some_records 2026-02-04 true
	some_records 2026-02-03 true
	run -1 --separate-stderr index-update README.md </dev/null
	assert_equal "${stderr-}" "index-update: reports/2026-02-04.ndjson: records\
 without a report; see --rebuild in daily(1)"
	grep -x '## 最新解读 (2026-02-03)' README.md
}

@test "a report whose items are older than it should be says so" {
	some_records 2026-02-01 true
	mv reports/2026-02-01.ndjson reports/2026-02-03.ndjson
	index-update README.md </dev/null >told 2>said
	assert_equal "$(cat said)" "index-update: reports/2026-02-03.md: its newest\
 item is 2 days older than it"
	diff - <(sed -n '/最新解读/,/News/p' README.md) <<-'END'
	## 最新解读 (2026-02-03)
	> 注意：最新的条目早于报告日期 2 天（2026-02-01）。

	News of day 3.
	END
	grep -F '| 2 个全部正常，最新条目早 2 天 |' reports/README.md
	assert_equal "$(jq -r .newest told | head -1)" 2026-02-01
	# A paper counts from its announcement, a day's difference is none.
	printf '%s\n' '{"kind":"commit","created":"2026-01-02T23:59:59-05:00"}' \
	    '{"kind":"paper","announced":"2026-02-02","created":"2026-01-30T10:00:00Z"}' \
	    '{"kind":"issue","updated":"nonsense"}' >reports/2026-02-03.ndjson
	index-update README.md </dev/null >told
	run -1 grep -E '^> ' README.md
	assert_equal "$(jq -r .newest told | head -1)" 2026-02-02
}

# shellcheck disable=SC2016 # no command is meant
@test "a comment in a report does not swallow what follows it" {
	for opened in '`<!--` opens a comment' '\<!-- opens one' 'x <!-- y'; do
		printf '# R\n\n## 摘要\n%s\n' "$opened" >reports/2026-02-03.md
		printf '## 最新解读 (2026-01-01)\nOld.\n<!-- end -->\nUSER\n' >README.md
		index-update README.md </dev/null >told
		untouched
		assert_equal "$(tail -n 1 README.md)" USER
	done
}

@test "a report too long for GitHub to show in a README is told in brief" {
	for size in 511000 513000; do
		{
			printf '# R\n\n## 摘要\nNews.\n\n'
			head -c "$size" /dev/zero | tr '\0' x
		} >reports/2026-02-03.md
		printf '# Mine\n' >README.md
		index-update README.md </dev/null >told
		assert [ "$(wc -c <README.md)" -le 512000 ]
		untouched
		[ "$size" -gt 512000 ] || grep -q xxx README.md
	done
	diff - <(tail -n 4 README.md) <<-'END'
	## 最新解读 (2026-02-03)
	News.

	[全文](reports/2026-02-03.md)
	END
}

@test "overviews of any length stay out of the list" {
	a_report 2026-02-02 "$(printf 'word %.0s' {1..9000})"
	index-update README.md </dev/null >told
	grep -xF -- '- [2026-02-02](reports/2026-02-02.md)' README.md
	assert [ "$(sed -n 2p told | wc -c)" -lt 17000 ]
}
