#!/usr/bin/env bats
# render: the report of a day, on standard output and in a reports folder.
# shellcheck disable=SC2016 # the texts are not meant for the shell
# shellcheck disable=SC2129 # one record a line is easier to read

load helper

golden=$BATS_TEST_DIRNAME/golden
shared=$BATS_TEST_DIRNAME/../../shared

# Fails unless the lines of "input", rendered with the arguments $@, are the
# report on standard input.
assert_report() {
	cat >wanted
	render "$@" <input >output
	diff wanted output
}

# As above, without arguments, and only what stands below the heading over the
# sections.
assert_content() {
	cat >wanted
	render <input | sed '1,/^## 具体内容分析$/d' >output
	diff wanted output
}

# Fails unless the overview of the report of "input" is $1.
assert_overview() {
	local wanted=$1

	shift
	run -0 render "$@" input
	assert_line --index 2 "$wanted"
}

# What cmark-gfm makes of standard input, as GitHub would.
as_html() {
	cmark-gfm -e autolink -e strikethrough -e table -e tasklist
}

# Records with the number $1 and the text $2; $3... are further members.
paper() {
	local id=$1 text=$2

	shift 2
	printf '{"kind":"paper","id":"arxiv:%s","title":"Paper %s"' "$id" "$id"
	printf ',"url":"https://arxiv.org/abs/%s"' "$id"
	printf ',"summary":{"text":"%s","by":"model"}' "$text"
	printf ',%s' "$@" | sed 's/,$//'
	echo '}'
}

# $1: commit, issue, pull or release; $2: the repository; $3: the number; $4:
# the text; $5...: further members
change() {
	local kind=$1 repo=$2 id=$3 text=$4

	shift 4
	printf '{"kind":"%s","id":"gh:%s %s","repo":"%s"' "$kind" "$repo" \
	    "$id" "$repo"
	printf ',"url":"https://github.com/%s/%s"' "$repo" "$id"
	printf ',"title":"T","summary":{"text":"%s","by":"model"}' "$text"
	printf ',%s' "$@" | sed 's/,$//'
	echo '}'
}

# The status of source $1; $2...: further members
status() {
	printf '{"kind":"status","stage":"fetch","source":"%s"' "$1"
	shift
	printf ',%s' "$@"
	echo '}'
}

digest() {
	printf '{"kind":"digest","date":"2026-02-02","part":"%s"' "$1"
	printf ',"text":"%s"}\n' "$2"
}

# Publishes standard input as 2 February in the folder "reports".
publish() {
	render --date 2026-02-02 --dir reports "$@"
}

# Publishes the file $1 over what is kept, and fails unless that stays to the
# byte and untouched, is what is told, and the reason is $2.
assert_kept() {
	local before after

	before=$(stat -c '%n %Y %i' reports/*; cat reports/*)
	publish "$1" >told 2>said && return 1
	assert_equal "$?" 1
	after=$(stat -c '%n %Y %i' reports/*; cat reports/*)
	assert_equal "$after" "$before"
	assert_equal "$(cat said)" "render: reports/2026-02-02.md: kept, for\
 the new one is worse: $2; --force replaces it"
	assert_equal "$(jq -c '[.kind, .date, .path, .kept]' told)" \
	    '["report","2026-02-02","reports/2026-02-02.md",true]'
}

# Publishes the file $1 and fails unless it replaces what is kept.
assert_replaced() {
	publish "$1" >told
	diff "$1" reports/2026-02-02.ndjson
	assert_equal "$(jq .kept told)" null
}

# Waits until the command $2... succeeds, while process $1 lives; 20 s at most.
await() {
	local pid=$1 end=$((SECONDS + 20))

	shift
	until "$@"; do
		kill -0 "$pid"
		[ $SECONDS -lt $end ]
	done
}

# Tells whether process $1 has opened the file $2.
reads() {
	find "/proc/$1/fd" -lname "*/$2" | grep -q .
}

# the model

@test "a README in the layout of the model comes back to the byte" {
	local seed=$shared/seed/README.2026-02-02.md

	[ -r "$seed" ] || skip "no ../shared/seed"
	python3 "$ROOT/tests/seed-records.py" "$seed" >seed.ndjson
	mkdir reports
	for date in 2026-02-01 2026-01-31; do
		echo '{}' | render --dir reports --date $date >told
	done
	render --lang zh --dir reports --date 2026-02-02 seed.ndjson |
		index-update README.md >told
	diff "$seed" README.md
}

@test "a day in Chinese" {
	render "$golden/day.zh.ndjson" | diff "$golden/day.zh.md" -
}

@test "a day in English" {
	render --lang en "$golden/day.en.ndjson" | diff "$golden/day.en.md" -
}

@test "a day and its README in either language" {
	for lang in zh en; do
		mkdir $lang
		cp "$golden/day.$lang.ndjson" day.ndjson
		for date in 2026-02-01 2026-02-02; do
			echo '{}' | render --lang $lang --dir $lang/reports \
			    --date $date >told
		done
		render -l $lang -o $lang/reports -d 2026-02-03 day.ndjson |
			index-update $lang/README.md >told
		diff "$golden/README.$lang.md" $lang/README.md
		diff "$golden/day.$lang.md" $lang/reports/2026-02-03.md
		diff day.ndjson $lang/reports/2026-02-03.ndjson
	done
}

@test "zh is the language if none is named, another is refused" {
	render "$golden/day.zh.ndjson" >one
	render --lang zh "$golden/day.zh.ndjson" | diff one -
	for lang in ZH de "" zh-CN; do
		run -2 render --lang "$lang" </dev/null
		assert_output "render: --lang $lang: not zh or en"
	done
}

# layout

@test "papers are numbered, each with its text and its link" {
	paper 1 One >input
	paper 2 Two >>input
	assert_report --date 2026-02-02 <<-'END'
	# Daily AI Infra Report (2026-02-02)

	## 摘要
	2 篇论文。

	## 具体内容分析

	### 研究论文

	1. **Paper 1**
	   - One
	   - 链接: https://arxiv.org/abs/1

	2. **Paper 2**
	   - Two
	   - 链接: https://arxiv.org/abs/2
	END
}

@test "the bullets of the tenth paper stay inside it" {
	for n in {1..11}; do
		paper "$n" "Text $n"
	done >input
	render <input >output
	grep -A 2 -F '10. **' output | diff - <(cat <<-'END'
	10. **Paper 10**
	    - Text 10
	    - 链接: https://arxiv.org/abs/10
	END
	)
	as_html <output >html
	assert_equal "$(grep -c '<ol' html)" 1
	assert_equal "$(grep -c '<ul>' html)" 11
	assert_equal "$(grep -c '^<p><strong>Paper' html)" 11
	run grep -c '<pre>' html
	assert_output 0
}

@test "the bullets of the tenth issue stay inside it" {
	for n in {1..11}; do
		change issue o/r "$n" "Text $n" | sed 's/"by"/"impact":"So",&/'
	done >input
	render <input >output
	grep -A 2 -F ' 10. ' output | diff - <(cat <<-'END'
	  10. Text 10
	      - 影响：So
	      - 链接: https://github.com/o/r/10
	END
	)
	as_html <output >html
	assert_equal "$(grep -c '<ol>' html)" 1
	assert_equal "$(grep -c '<ul>' html)" 12
	run grep -c '<pre>' html
	assert_output 0
}

@test "one change has its link on one line, several have a list of links" {
	change commit o/one a First >input
	change commit o/two b Second >>input
	change commit o/two c Third >>input
	assert_content <<-'END'

	### 代码仓库更新

	**o/one**
	- First
	- 链接: https://github.com/o/one/a

	**o/two**
	- Second
	- Third
	- 链接:
	  - https://github.com/o/two/b
	  - https://github.com/o/two/c
	END
}

@test "--links inline puts each link below its change" {
	change commit o/one a First >input
	change commit o/two b Second >>input
	change commit o/two c Third >>input
	cat >wanted <<-'END'

	### 代码仓库更新

	**o/one**
	- First
	  - 链接: https://github.com/o/one/a

	**o/two**
	- Second
	  - 链接: https://github.com/o/two/b
	- Third
	  - 链接: https://github.com/o/two/c
	END
	for option in --links -L; do
		render $option inline <input |
			sed '1,/^## 具体内容分析$/d' | diff wanted -
	done
	render <input >one
	render --links list <input | diff one -
	run -2 render --links other input
	assert_output "render: --links other: not list or inline"
}

@test "one issue stands in three bullets, several are numbered" {
	change issue o/one 1 First | sed 's/"by"/"impact":"So",&/' >input
	change issue o/two 2 Second | sed 's/"by"/"impact":"Then",&/' >>input
	change issue o/two 3 Third >>input
	assert_content <<-'END'

	### 问题与讨论

	**o/one**
	- 新问题：First
	- 影响：So
	- 链接: https://github.com/o/one/1

	**o/two**
	- 新问题：
	  1. Second
	     - 影响：Then
	     - 链接: https://github.com/o/two/2
	  2. Third
	     - 链接: https://github.com/o/two/3
	END
}

@test "sections and repositories come in an order that input cannot change" {
	change issue o/a 1 Issue >input
	change pull o/a 2 Opened '"merged":false' >>input
	change pull o/a 3 Merged '"merged":true' >>input
	change commit o/b 4 Commit >>input
	change release o/a 5 Release >>input
	paper 6 Paper >>input
	change commit o/a 7 Commit >>input
	change commit o/b 8 Commit >>input
	render <input | grep -E '^(###|\*\*)' | tr '\n' ' ' >output
	echo -n '### 研究论文 ### 版本发布 **o/a** ### 代码仓库更新' \
	    '**o/b** **o/a** ### 合并的拉取请求 **o/a** ### 新的拉取请求' \
	    '**o/a** ### 问题与讨论 **o/a** ' | diff - output
}

@test "sections without items are left out, with their headings" {
	paper 1 Text >input
	assert_equal "$(render <input | grep -c '^###')" 1
	change issue o/r 1 Text >input
	assert_equal "$(render <input | grep -c '^###')" 1
}

@test "a day without items says so" {
	status arxiv '"ok":true' >input
	assert_report --date 2026-02-02 <<-'END'
	# Daily AI Infra Report (2026-02-02)

	## 摘要
	没有新的内容。

	## 具体内容分析

	没有新的内容。

	数据来源：共 1 个，读取成功。
	END
}

@test "a day on which every source failed is no quiet day" {
	status arxiv '"ok":false' '"error":"HTTP 503"' >input
	assert_report --date 2026-02-02 --lang en <<-'END'
	# Daily AI Infra Report (2026-02-02)

	## Overview
	No source could be read.

	## In detail

	No source could be read.

	## Sources

	- arxiv: could not be read (HTTP 503)
	END
}

@test "the digest is the overview and the conclusion" {
	digest conclusion "The end." >input
	paper 1 Text >>input
	digest overview "The start." >>input
	assert_report <<-'END'
	# Daily AI Infra Report (2026-02-02)

	## 摘要
	The start.

	## 具体内容分析

	### 研究论文

	1. **Paper 1**
	   - Text
	   - 链接: https://arxiv.org/abs/1

	## 总结

	The end.
	END
}

@test "without a digest the overview counts, in either language" {
	paper 1 Text >input
	change release o/r 2 Text >>input
	assert_overview "1 篇论文和1 个新版本。"
	assert_overview "1 paper and 1 release." --lang en
	for n in 3 4; do
		paper $n Text
		change commit o/r c$n Text
		change issue o/r i$n Text
		change pull o/r p$n Text
	done >>input
	assert_overview "3 篇论文、2 项代码更新、2 个新问题、2 个拉取请求和1 个新版本。"
	assert_overview "3 papers, 2 code changes, 2 new issues,\
 2 pull requests and 1 release." --lang en
}

@test "a digest without text is none" {
	for text in '' ' \n '; do
		paper 1 Text >input
		digest overview "$text" >>input
		digest conclusion "$text" >>input
		assert_overview "1 篇论文。"
		refute_line "## 总结"
	done
}

@test "a digest of several lines is one paragraph" {
	digest overview 'One.\n\n# Two.' >input
	assert_overview "One. # Two."
}

@test "no statuses, no account of the sources" {
	paper 1 Text >input
	run -0 render input
	refute_output --partial "来源"
}

@test "sources that fared well are counted in one line" {
	for source in arxiv "o/r commits" "o/r issues"; do
		status "$source" '"ok":true' '"landed":4' '"shown":4'
	done >input
	# What a later stage says of a source makes it no other source.
	status arxiv '"ok":true' | sed s/fetch/classify/ >>input
	run -0 render input
	assert_line "数据来源：共 3 个，全部读取成功。"
	refute_line "## 数据来源"
	run -0 render --lang en input
	assert_line "All 3 sources were read."
}

@test "sources that failed, were cut or have a note are listed" {
	status arxiv '"ok":true' '"landed":40' '"shown":15' >input
	status "o/r commits" '"ok":true' '"landed":4' '"shown":4' >>input
	status "o/r issues" '"ok":false' '"error":"HTTP 502"' >>input
	status "o/r pulls" '"ok":true' '"note":"two are late"' >>input
	status "o/r releases" '"ok":false' >>input
	render <input | sed -n '/^## 数据来源$/,$p' >output
	diff - output <<-'END'
	## 数据来源

	- arxiv：共 40 项，收录 15 项，超出上限 25 项
	- o/r issues：未能读取 (HTTP 502)
	- o/r pulls：two are late
	- o/r releases：未能读取
	- 其余 1 个来源：共 4 项，全部收录
	END
	render --lang en <input | sed -n '/^## Sources$/,$p' >output
	diff - output <<-'END'
	## Sources

	- arxiv: 40 found, 15 shown, 25 over the limit
	- o/r issues: could not be read (HTTP 502)
	- o/r pulls: two are late
	- o/r releases: could not be read
	- 1 other source: 4 found, all shown
	END
}

@test "of a source that gives two accounts the last counts" {
	status arxiv '"ok":false' '"error":"HTTP 503"' >input
	status arxiv '"ok":true' >>input
	run -0 render --lang en input
	assert_line "The only source was read."
}

@test "an item that comes twice is shown and counted once" {
	paper 1 First >input
	paper 1 Again >>input
	change commit o/r a First >>input
	change commit o/r a Again >>input
	run -0 render input
	refute_output --partial Again
	assert_line "1 篇论文和1 项代码更新。"
}

@test "items without an id are all shown" {
	paper 1 First | sed 's/"id":"[^"]*",//' >input
	paper 2 Second | sed 's/"id":"[^"]*",//' >>input
	run -0 render input
	assert_line "2. **Paper 2**"
}

@test "the date is the one named, else the newest of the records" {
	paper 1 Text '"announced":"2026-02-02"' \
	    '"created":"2026-01-30T10:00:00Z"' >input
	change commit o/r a Text '"created":"2026-02-01T23:59:59Z"' >>input
	run -0 render input
	assert_line --index 0 "# Daily AI Infra Report (2026-02-02)"
	change commit o/r b Text '"created":"2026-02-03T00:30:00+01:00"' >>input
	run -0 render input
	assert_line --index 0 "# Daily AI Infra Report (2026-02-02)"
	status arxiv '"date":"2026-02-04"' >>input
	run -0 render input
	assert_line --index 0 "# Daily AI Infra Report (2026-02-04)"
	run -0 render --date 2026-02-05 input
	assert_line --index 0 "# Daily AI Infra Report (2026-02-05)"
	run -0 render -d 2026-02-05 input
	assert_line --index 0 "# Daily AI Infra Report (2026-02-05)"
}

@test "without any date the title has none" {
	paper 1 Text >input
	run -0 render input
	assert_line --index 0 "# Daily AI Infra Report"
}

@test "what is no date is refused" {
	for date in 2026-02-30 today 2026-2-2 2026-02-02T00:00:00Z ""; do
		run -2 render --date "$date" </dev/null
		assert_output \
		    "render: --date $date: not a date like 2026-02-02"
	done
}

@test "what is missing leaves no bullet behind" {
	given '{"kind":"paper","id":"arxiv:1","title":"No more"}' \
	    '{"kind":"commit","id":"gh:o/r@1","repo":"o/r","title":"No link"}' \
	    '{"kind":"issue","id":"gh:o/r#2","repo":"o/r","title":"No impact"}'
	assert_content <<-'END'

	### 研究论文

	1. **No more**

	### 代码仓库更新

	**o/r**
	- No link

	### 问题与讨论

	**o/r**
	- 新问题：No impact
	END
}

@test "an item without title and summary goes by its id, else by its link" {
	given '{"kind":"paper","id":"arxiv:1"}' \
	    '{"kind":"paper","url":"https://a.example/2","title":" "}' \
	    '{"kind":"paper","title":7}' \
	    '{"kind":"issue","id":"gh:o/r#1","repo":"o/r","title":""}' \
	    '{"kind":"issue","url":"https://a.example/3","repo":"o/r"}' \
	    '{"kind":"release"}'
	assert_content <<-'END'

	### 研究论文

	1. **arxiv:1**

	2. **https\://a.example/2**
	   - 链接: https://a.example/2

	3. **?**

	### 版本发布

	**?**
	- ?

	### 问题与讨论

	**o/r**
	- 新问题：
	  1. gh:o/r#1
	  2. https\://a.example/3
	     - 链接: https://a.example/3
	END
}

@test "members of a wrong kind are absent" {
	given '{"kind":"paper","id":1,"title":["x"],"url":{},"summary":"x"}' \
	    '{"kind":"commit","repo":2,"title":"A","summary":{"text":[],"by":0}}' \
	    '{"kind":"digest","part":"overview","text":5}' \
	    '{"kind":"status","stage":1,"source":2}' '{"kind":5}' '{}'
	assert_report <<-'END'
	# Daily AI Infra Report

	## 摘要
	1 篇论文和1 项代码更新。

	## 具体内容分析

	### 研究论文

	1. **?**

	### 代码仓库更新

	**?**
	- A
	END
}

@test "a model's summary stands for the title, an extracted one follows it" {
	change commit o/r 1 "Told" | sed 's/"T"/"[CI] Title (#1)"/' >input
	change commit o/r 2 "Told" | sed 's/"T"/"[CI] Title (#2)"/
	    s/model/extract/' >>input
	change commit o/r 3 "" | sed 's/"T"/"[CI] Title (#3)"/' >>input
	change commit o/r 4 "Title" | sed 's/"T"/"fix: Title"/' >>input
	run -0 render input
	assert_line "- Told"
	assert_line "- Title — Told"
	assert_line "- Title"
	refute_output --partial "#"[123]
}

@test "a title loses its full stop where a text follows, and only there" {
	extracted() {
		change commit o/r "$1" "$3" | sed "s/\"T\"/\"$2\"/
		    s/model/extract/"
	}
	extracted 1 "Mend it." "Said." >input
	extracted 2 "修好了。" "Said." >>input
	extracted 3 "Wait..." "Said." >>input
	extracted 4 "Stay." "" >>input
	extracted 5 "." "Said." >>input
	render <input | grep '^- [^链]' >output
	diff - output <<-'END'
	- Mend it — Said.
	- 修好了 — Said.
	- Wait... — Said.
	- Stay.
	- . — Said.
	END
}

@test "only http and https make a link, anything else is left out" {
	n=0
	for url in 'javascript:alert(1)' ftp://a.example/ //a.example mailto:a@b \
	    file:///etc/passwd "" "data:text/html,x" httpx://a " https://a"; do
		n=$((n + 1))
		given "{\"kind\":\"paper\",\"title\":\"A\",\"url\":\"$url\"}"
		run -0 render input
		refute_output --partial "链接"
	done
	assert_equal $n 9
	given '{"kind":"paper","title":"A","url":"HTTPS://a.example/b"}'
	run -0 render input
	assert_line "   - 链接: HTTPS://a.example/b"
}

@test "a link leads to the whole of its address, whatever is in it" {
	while read -r url encoded; do
		jq -nc --arg url "$url" \
		    '{kind: "paper", title: "A", $url}' >input
		run -0 render input
		assert_line "   - 链接: $encoded"
		render <input | as_html >html
		grep -oF "<a href=\"${encoded//&/&amp;}\">" html
	done <<-'END'
	https://a.example/b_c_d*e*~~f~~ https://a.example/b_c_d%2Ae%2A~~f~%7E
	https://a.example/b(c)d(e https://a.example/b(c)d(e
	https://a.example/b(c) https://a.example/b(c%29
	https://a.example/b. https://a.example/b%2E
	https://a.example/?a=b&c=d#e https://a.example/?a=b&c=d#e
	https://a.example/?a=b&amp; https://a.example/?a=b&amp%3B
	https://a.example/<b>"c" https://a.example/%3Cb%3E%22c%22
	https://a.example/`b`[c]\d|e https://a.example/%60b%60%5Bc%5D%5Cd%7Ce
	https://a.example/中 https://a.example/%E4%B8%AD
	https://a.example/%41%zz https://a.example/%41%zz
	END
}

@test "an address cannot bring a line of its own" {
	given '{"kind":"paper","title":"A","url":"https://a.example/\n# b\u0000c\u001b"}'
	run -0 render input
	assert_line "   - 链接: https://a.example/%0A#%20b%EF%BF%BDc%1B"
}

@test "an address of more than 2,000 bytes is no link" {
	long=https://a.example/$(printf '%01982d' 0)
	given "{\"kind\":\"paper\",\"title\":\"A\",\"url\":\"$long\"}"
	run -0 render input
	assert_line "   - 链接: $long"
	given "{\"kind\":\"paper\",\"title\":\"A\",\"url\":\"${long}0\"}"
	run -0 render input
	refute_output --partial "链接"
}

@test "long titles and texts are cut at a character" {
	long=$(printf '中%.0s' {1..1500})
	paper 1 "$long" | sed "s/Paper 1/$long/" >input
	run -0 render input
	assert_line "1. **${long:0:133}…**"
	assert_line "   - ${long:0:1333}…"
}

@test "no line ends in a blank, none are empty twice, one line feed ends all" {
	{
		cat "$golden/day.zh.ndjson"
		given '{"kind":"paper","title":" a \t"}' \
		    '{"kind":"commit","summary":{"text":" \n"}}' \
		    '{"kind":"issue","repo":" r ","title":"\u00a0"}' \
		    '{"kind":"issue","repo":" r ","title":"b\n\n"}' \
		    '{"kind":"digest","part":"overview","text":"\n a\n\n b "}' \
		    '{"kind":"status","stage":"s","source":"a","error":" "}'
		cat input
	} >all
	for input in all input "$golden/day.en.ndjson" /dev/null; do
		for lang in zh en; do
			render --lang $lang --links inline "$input" >output
			run -1 grep -nE '[[:space:]]$' output
			assert_equal "$(cat -s output)" "$(cat output)"
			assert_equal "$(tail -c 2 output | od -An -tx1 |
				grep -c ' 0a$')" 1
			assert_equal "$(tail -c 2 output | wc -l)" 1
		done
	done
}

@test "kinds that a report does not show are passed over" {
	given '{"kind":"report","date":"2026-02-01"}' '{"kind":"note"}' '{}'
	run -0 render --date 2026-02-02 input
	assert_line "没有新的内容。"
}

@test "several files are one day, - is standard input" {
	paper 1 One >first
	paper 2 Two >second
	run -0 render first - <second
	assert_line "1. **Paper 1**"
	assert_line "2. **Paper 2**"
}

@test "-q and -v change nothing in the report" {
	render "$golden/day.zh.ndjson" >plain
	render -q "$golden/day.zh.ndjson" 2>said | diff plain -
	assert_equal "$(cat said)" ""
	render -v "$golden/day.zh.ndjson" 2>/dev/null | diff plain -
}

@test "help names every option, version the program" {
	run -0 render --help
	for option in "-l, --lang LANG" "-d, --date DATE" \
	    "-t, --format FORMAT" "-p, --period PERIOD" "-L, --links HOW" \
	    "-o, --dir DIR" "-f, --force"; do
		assert_line --partial "  $option "
	done
	assert_line --index 0 --partial "usage: render [-hqVv] [-t FORMAT]"
	run -0 render -V
	assert_output --regexp '^render \(dair\) [0-9.]+$'
}

# the account of the sources and the summaries

# A status of the stage $1 about the source $2; $3...: further members
staged() {
	status "${@:2}" | sed "s/\"fetch\"/\"$1\"/"
}

@test "a limit and the selection are told apart, of what landed" {
	staged fetch-gh "o/r commits" '"ok":true' '"landed":120' \
	    '"shown":100' >input
	staged classify "o/r commits" '"ok":true' '"landed":100' \
	    '"shown":32' >>input
	run -0 render --lang en input
	assert_line "- o/r commits: 120 found, 32 shown, 20 over the limit,\
 68 not selected"
	run -0 render input
	assert_line "- o/r commits：共 120 项，收录 32 项，超出上限 20 项，未入选 68 项"
}

@test "a source that failed in the middle is read in part" {
	status arxiv '"ok":false' '"landed":30' '"shown":30' \
	    '"error":"HTTP 502"' >input
	run -0 render --lang en input
	assert_line "- arxiv: read in part, 30 found, 30 shown (HTTP 502)"
	run -0 render input
	assert_line "- arxiv：未能读完，读到 30 项，收录 30 项 (HTTP 502)"
}

@test "who made the summaries is told, and how many were replaced" {
	local ok='"ok":true'

	status arxiv "$ok" >input
	paper 1 Text >>input
	run -0 render --lang en input
	assert_line "The only source was read. All summaries are by model."
	paper 2 Text | sed 's/"model"/"extract"/' >>input
	run -0 render --lang en input
	assert_line "The only source was read. Summaries: 1 by model, 1 taken\
 from the text."
	paper 3 Text | sed 's/"model"/"extract","unsupported":["7%"]/' >>input
	paper 4 Text | sed 's/"model"/"extract","unsupported":[]/' >>input
	paper 5 Text | sed 's/"model"/"*other*"/' >>input
	run -0 render --lang en input
	assert_line "The only source was read. Summaries: 1 by model, 1 by\
 \\*other*, 3 taken from the texts, 1 of them in place of one that its\
 source does not support."
	run -0 render input
	assert_line "数据来源：共 1 个，读取成功。摘要：1 项由 model 撰写，1 项由 \
\\*other* 撰写，3 项摘自原文，其中 1 项替换了原文不支持的摘要。"
	grep -v '"model"\|other\|\[' input >extracted
	run -0 render --lang en extracted
	assert_line "The only source was read. All summaries are taken from the\
 texts."
}

@test "authors of summaries without number are told together" {
	for n in {1..20}; do
		paper "$n" Text | sed "s/\"model\"/\"model$n\"/"
	done >input
	status arxiv '"ok":true' >>input
	run -0 render --lang en input
	assert_line --partial "1 by model7, 13 by …."
}

@test "names and reasons of any length leave a report bounded" {
	printf '{"kind":"status","stage":"s","source":"%0300000d","ok":false,"error":"%0300000d"}\n' \
	    0 0 >input
	for format in md html atom json text; do
		render -t $format input >output
		assert [ "$(wc -c <output)" -lt 50000 ]
	done
}

@test "sources without number take no memory" {
	needs_true_memory
	awk 'BEGIN { for (n = 0; n < 200000; n++)
		printf "{\"kind\":\"status\",\"stage\":\"s\",\"source\":\"o/r%d commits\",\"ok\":true}\n", n }' >input
	run -0 python3 - <<-'END'
	import resource, subprocess
	subprocess.run(["render", "input"], check=True,
	               stdout=subprocess.DEVNULL)
	print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
	END
	assert [ "$output" -lt $((24 * 1024)) ]
}

@test "a thousand failed sources are no long list" {
	for n in {1..1000}; do
		status "o/r$n commits" '"ok":false'
	done >input
	run -0 render --lang en input
	assert_line --regexp '^- o/r200 commits'
	refute_line --regexp '^- o/r201 commits'
	assert_line "- …"
}

# a long day

# Commits with the numbers $1 to $2 of the repository o/r, of the score $3
scored() {
	for ((n = $1; n <= $2; n++)); do
		change commit o/r "$n" "Text $n" "\"class\":{\"score\":$3}"
	done
}

@test "a long day tells what to read first: the best, two of a sort" {
	scored 1 30 0.1 >input
	paper 1 One '"class":{"score":0.5}' >>input
	paper 2 Two '"class":{"score":0.9}' >>input
	paper 3 Three '"class":{"score":0.8}' >>input
	change issue o/r 99 "An [issue]" '"class":{"score":0.85}' >>input
	change release o/r 98 "A release" '"class":{"score":0}' >>input
	render --lang en input | sed -n '/^## Read/,/^## In/p' >output
	diff - output <<-'END'
	## Read these first

	1. [Paper 2](<https://arxiv.org/abs/2>)
	2. [o/r: An [issue]](<https://github.com/o/r/99>)
	3. [Paper 3](<https://arxiv.org/abs/3>)
	4. [o/r: Text 1](<https://github.com/o/r/1>)
	5. [o/r: Text 2](<https://github.com/o/r/2>)

	## In detail
	END
	sed -i /Text.1\"/d input
	head -n 30 input >short
	for day in short "$golden/day.en.ndjson"; do
		run -0 render --lang en "$day"
		refute_line "## Read these first"
	done
}

@test "an item without an address is no link where it is to be read first" {
	scored 1 31 0.1 | sed 's/"url":"[^"]*",//' >input
	run -0 render --lang en input
	assert_line "1. o/r: Text 1"
}

@test "no report is longer than GitHub shows, and each tells what it lacks" {
	for kind in commit issue release; do
		change $kind o/r ${kind}0N "Text N about *some* thing $(printf '%0150d' 0)" |
			awk '{ for (n = 1; n <= 3000; n++) {
				line = $0
				gsub(/N /, n " ", line)
				gsub("o/r", "o/r" n % 7, line)
				gsub("0N", n, line)
				print line
			} }'
	done >input
	paper 1 "The only one" >>input
	for lang in zh en; do
		render --lang $lang input >output
		assert [ "$(wc -c <output)" -le 512000 ]
		assert [ "$(wc -c <output)" -gt 400000 ]
	done
	grep -F '**Paper 1**' output
	shown=$(grep -c '^- Text' output)
	left=$(sed -n 's/^- \(Code changes\|Releases\): \([0-9]*\) left out.*/\2/p' \
	    output | paste -sd +)
	assert_equal $((shown + left)) 6000
}

@test "where there is no room the best items stay and come first, wherever they came" {
	for n in {1..3000}; do
		printf '{"kind":"paper","id":"%d","title":"Paper %d"' "$n" "$n"
		printf ',"summary":{"text":"%0500d"}' 0
		printf ',"class":{"score":%s}}\n' "0.$((1000 + n * 7919 % 3000))"
	done >input
	render --lang en input >output
	left=$(sed -n 's/^- Papers: \([0-9]*\) left out.*/\1/p' output)
	jq -s --argjson shown $((3000 - left)) \
	    'sort_by(-.class.score, (.id | tonumber))[:$shown][].title' -r input >wanted
	sed -n 's/^[0-9]*\. \*\*\(.*\)\*\*$/\1/p' output | diff wanted -
}

@test "a pull request that was opened and merged is shown as merged" {
	change pull o/r 1 Opened '"event":"opened"' >input
	change pull o/r 2 Stays '"event":"opened"' >>input
	change pull o/r 1 Merged '"event":"merged"' >>input
	change pull o/r 1 Opened '"event":"opened"' >>input
	change pull o/r 1 Again '"event":"merged"' >>input
	assert_content <<-'END'

	### 合并的拉取请求

	**o/r**
	- Merged
	- 链接: https://github.com/o/r/1

	### 新的拉取请求

	**o/r**
	- Stays
	- 链接: https://github.com/o/r/2
	END
	assert_overview "2 个拉取请求。"
}

@test "memory is bounded, however many records come" {
	needs_true_memory
	python3 "$ROOT/tests/records.py" -n 2000 >some
	for n in {1..20}; do
		sed "s/\"id\":\"/&$n/" some
	done >many
	peak() {
		python3 - "$1" <<-'END'
		import resource, subprocess, sys
		subprocess.run(["render", sys.argv[1]], check=True,
		               stdout=subprocess.DEVNULL)
		print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
		END
	}
	assert [ "$(peak many)" -lt $((32 * 1024)) ]
}

# a week, a month

@test "a week is told by repository and topic, the most important first, small topics together" {
	local class='"class":{"score":0.%s,"topics":["%s"]}'

	# shellcheck disable=SC2059
	topic() { printf "$class" "$1" "$2"; }
	{
		paper 1 One "$(topic 2 moe)"
		paper 2 Two "$(topic 9 serving)"
		change commit o/a 1 A1 "$(topic 4 serving)"
		change commit o/b 2 B2 "$(topic 5 quant-compress)"
		change commit o/a 3 A3 "$(topic 9 moe)"
		change commit o/b 4 B4 "$(topic 8 own)"
		change commit o/a 5 A5 "$(topic 6 serving)"
		change commit o/a 6 A6
		change commit o/a 7 A7 "$(topic 2 serving)"
		paper 3 Three "$(topic 7 moe)"
		paper 4 Four "$(topic 3 moe)"
		paper 1 Again "$(topic 9 moe)"
	} >input
	render --period week --date 2026-02-08 --lang en input >output
	diff - output <<-'END'
	# Weekly AI Infra Report (2026-02-02 – 2026-02-08)

	## Overview
	4 papers and 7 code changes.

	## In detail

	### Papers

	**mixture of experts**

	1. **Paper 3**
	   - Three
	   - Link: https://arxiv.org/abs/3

	2. **Paper 4**
	   - Four
	   - Link: https://arxiv.org/abs/4

	3. **Paper 1**
	   - One
	   - Link: https://arxiv.org/abs/1

	**other topics**

	1. **Paper 2**
	   - Two
	   - Link: https://arxiv.org/abs/2

	### Code changes

	**o/a · serving**
	- A5
	- A1
	- A7
	- Links:
	  - https://github.com/o/a/5
	  - https://github.com/o/a/1
	  - https://github.com/o/a/7

	**o/a · other topics**
	- A3
	- A6
	- Links:
	  - https://github.com/o/a/3
	  - https://github.com/o/a/6

	**o/b**
	- B4
	- B2
	- Links:
	  - https://github.com/o/b/4
	  - https://github.com/o/b/2
	END
}

@test "a month is named, and its words are those of the language" {
	for n in 1 2 3; do
		paper $n One '"class":{"score":0.5,"topics":["moe"]}'
	done >input
	run -0 render -p month -d 2026-02-28 input
	assert_line --index 0 "# Monthly AI Infra Report (2026-02)"
	assert_line "**混合专家**"
	run -2 render --period year input
	assert_output "render: --period year: not day, week or month"
}

@test "a period accounts for each of its days" {
	for day in 2 3 4; do
		status arxiv '"ok":true' "\"date\":\"2026-02-0$day\"" \
		    '"landed":10' '"shown":10'
		staged classify arxiv '"ok":true' "\"date\":\"2026-02-0$day\"" \
		    '"landed":10' '"shown":7'
	done >input
	status "o/r issues" '"ok":false' '"date":"2026-02-03"' \
	    '"error":"HTTP 502"' >>input
	status "o/r issues" '"ok":true' '"date":"2026-02-04"' '"landed":4' \
	    '"shown":4' >>input
	run -0 render --period week --lang en input
	assert_line "- arxiv: 30 found, 21 shown, 9 not selected"
	assert_line "- o/r issues: could not be read on 1 of 2 days; 4 found,\
 4 shown (2026-02-03: HTTP 502)"
	run -0 render --period week --lang zh input
	assert_line "- o/r issues：有 1 天未能读取（共 2 天），读到 4 项，收录 4 项\
 (2026-02-03: HTTP 502)"
	# Of a day the last account counts.
	run -0 render --lang en input
	assert_line "- arxiv: 10 found, 7 shown, 3 not selected"
	refute_output --partial "o/r issues"
}

@test "--dir keeps days: no periods, no other formats" {
	run -2 render --dir reports --date 2026-02-08 --period week </dev/null
	assert_output "render: --dir keeps the days in Markdown; write anything\
 else to a file of your own"
	refute [ -e reports ]
}

# escaping

@test "hostile texts are shown as they came, with no escape too many" {
	run -0 python3 "$ROOT/tests/escapes.py"
	assert_output --regexp '^545 texts, [0-9]{4} escapes, none too few'
}

@test "5,184 real titles are shown as they came, with no escape too many" {
	local corpus=$shared/corpus

	[ -r "$corpus/arxiv-pool.jsonl" ] || skip "no ../shared/corpus"
	find "$corpus/upstream/github" -name issues.ndjson -o \
	    -name pulls.ndjson -o -name commits.ndjson >files
	run -0 xargs python3 "$ROOT/tests/escapes.py" \
	    "$corpus/arxiv-pool.jsonl" "$corpus/gold-issues.dev.jsonl" \
	    "$corpus/gold-commits.dev.jsonl" <files
	assert_output --regexp '^5184 texts, [0-9]+ escapes, none too few'
}

@test "an address of a person is no link, nor does it lose a letter" {
	paper 1 "me@a.example" >input
	render <input >output
	sed 's/\xe2\x81\xa0//' output | grep -x '   - me@a.example'
	as_html <output >html
	run -1 grep mailto html
}

@test "4,000 stars take no time" {
	paper 1 "$(printf '*%.0s' {1..4000})" >input
	for n in {2..50}; do
		sed "s/arxiv:1/arxiv:$n/" input
	done >>many
	timeout 10 render many >output
	assert_equal "$(grep -c '^[0-9]*[.]' output)" 49
}

# a reports folder

@test "--dir writes the report and what came in, and tells of them" {
	local day=$golden/day.zh.ndjson

	publish <"$day" >told
	diff "$day" reports/2026-02-02.ndjson
	sed '1s/-03/-02/' "$golden/day.zh.md" | diff - reports/2026-02-02.md
	assert_equal "$(ls -A reports)" $'2026-02-02.md\n2026-02-02.ndjson'
	jq -c 'del(.overview, .titles)' told >output
	diff - output <<-'END'
	{"kind":"report","date":"2026-02-02","period":"day","lang":"zh","path":"reports/2026-02-02.md","title":"Daily AI Infra Report (2026-02-02)","counts":{"papers":3,"commits":4,"issues":3,"pulls":2,"releases":1},"newest":"2026-02-03","sources_ok":false}
	END
	jq -r .overview told | diff - <(sed -n 4p "$golden/day.zh.md")
}

@test "what can be looked up in a day is told: titles, topics, its page" {
	paper 1 One '"class":{"topics":["moe","serving"]}' >input
	paper 2 Two '"class":{"topics":["serving"]}' >>input
	change commit o/r 3 Text '"class":{"topics":["moe"]}' >>input
	publish <input >told
	assert_equal "$(jq -c '[.titles, .topics, .page]' told)" \
	    '[["Paper 1","Paper 2","T"],{"moe":2,"serving":1},null]'
	: >reports/2026-02-02.html
	publish <input >told
	assert_equal "$(jq -r .page told)" reports/2026-02-02.html
	for n in {1..300}; do
		paper "$n$(printf '%0300d' 0)" Text "\"class\":{\"topics\":[\"$n\"]}"
	done >input
	publish <input >told
	assert_equal "$(jq -c '[(.titles, .topics | length),
	    (.titles[9] | length)]' told)" '[200,50,161]'
}

@test "sources_ok is there only if sources gave an account" {
	paper 1 Text >input
	publish <input >told
	assert_equal "$(jq 'has("sources_ok")' told)" false
	status arxiv '"ok":true' >>input
	publish <input >told
	assert_equal "$(jq .sources_ok told)" true
}

@test "folders on the way are made" {
	run -0 render --date 2026-02-02 --dir a/b/c <"$golden/day.zh.ndjson"
	assert_file_exists a/b/c/2026-02-02.md
	run -0 render -d 2026-02-03 -o a/b/c/ <"$golden/day.zh.ndjson"
	assert_equal "$(jq -r .path <<<"$output")" a/b/c/2026-02-03.md
}

@test "--dir without --date is refused" {
	run -2 render --dir reports </dev/null
	assert_output "render: --dir needs --date, the day of the report"
	refute [ -e reports ]
}

@test "good lines are kept to the byte, bad ones cost themselves alone" {
	printf '%s\n' '{ "kind":"paper" ,"title":"\u0041\/" ,"n":1.0e+2}' \
	    'no record' '{"kind":"paper","title":"B","title":"C"}' '' \
	    '{"odd":[12345678901234567890]}' >input
	run -1 publish input
	assert_line "render: input:2: byte 1: not a JSON object"
	sed -n '1p;3p;5p' input | diff - reports/2026-02-02.ndjson
	grep -F '1. **A/**' reports/2026-02-02.md
	grep -F '2. **C**' reports/2026-02-02.md
}

@test "a second language stands beside the first, in files of its own" {
	render -l zh -d 2026-02-03 -o reports <"$golden/day.zh.ndjson" >told
	render -l en -d 2026-02-03 -o reports <"$golden/day.en.ndjson" >told
	assert_equal "$(jq -r '.lang + " " + .path' told)" \
	    "en reports/2026-02-03.en.md"
	for pair in zh:2026-02-03 en:2026-02-03.en; do
		diff "$golden/day.${pair%:*}.md" "reports/${pair#*:}.md"
		diff "$golden/day.${pair%:*}.ndjson" \
		    "reports/${pair#*:}.ndjson"
	done
	assert_equal "$(find reports -type f | wc -l)" 4
	# Each is replaced by its own.
	{
		cat "$golden/day.en.ndjson"
		paper 1 More
	} >fuller
	render -l en -d 2026-02-03 -o reports <fuller >told
	diff fuller reports/2026-02-03.en.ndjson
	diff "$golden/day.zh.ndjson" reports/2026-02-03.ndjson
	# The other way round, zh is the second.
	render -l en -d 2026-02-04 -o reports <"$golden/day.en.ndjson" >told
	render -l zh -d 2026-02-04 -o reports <"$golden/day.zh.ndjson" >told
	assert_equal "$(jq -r '.lang + " " + .path' told)" \
	    "zh reports/2026-02-04.zh.md"
}

@test "a day stays when a source fails that had not" {
	{
		paper 1 Text
		status arxiv '"ok":true' '"landed":1'
		status "o/r issues" '"ok":true' '"landed":0'
	} >good
	sed '/issues/s/true/false/' good >worse
	publish <good >told
	assert_kept worse "o/r issues has failed"
}

@test "a day stays when fewer landed from a source" {
	status arxiv '"ok":true' '"landed":5' >good
	status arxiv '"ok":true' '"landed":4' >worse
	publish <good >told
	assert_kept worse "arxiv has 4 instead of 5"
	{
		paper 1 Text
		paper 2 Text
		cat worse
	} >fuller
	assert_kept fuller "arxiv has 4 instead of 5"
}

@test "a day stays when there are no statuses and fewer items" {
	{
		paper 1 Text
		change commit o/r a Text
	} >good
	paper 1 Text >worse
	publish <good >told
	assert_kept worse "items: 1 instead of 2"
	assert_kept /dev/null "items: 0 instead of 2"
	# Statuses on one side alone say nothing either.
	status arxiv '"ok":true' '"landed":1' >>worse
	assert_kept worse "items: 1 instead of 2"
}

@test "a day is replaced by one that is as good or better" {
	{
		paper 1 Text
		status arxiv '"ok":true' '"landed":1' '"shown":1'
		status "o/r issues" '"ok":false' '"landed":0'
	} >first
	publish <first >told
	# the same again
	assert_replaced first
	# a source that had failed is back, or fails again
	sed '/issues/s/false/true/' first >second
	assert_replaced second
	# more has landed
	sed 's/"landed":1/"landed":2/' second >third
	assert_replaced third
	# fewer are shown of as many
	sed '/^{"kind":"paper"/d; s/"shown":1/"shown":0/' third >fourth
	assert_replaced fourth
}

@test "--force replaces a better day" {
	paper 1 Text >good
	publish <good >told
	assert_kept /dev/null "items: 0 instead of 1"
	run -0 publish --force /dev/null
	refute_output --partial kept
	assert_equal "$(cat reports/2026-02-02.ndjson)" ""
	publish <good >told
	run -0 publish -f /dev/null
	assert_equal "$(cat reports/2026-02-02.ndjson)" ""
}

@test "a kept day is told as it is in its files" {
	sed 's/2026-02-03/2026-02-02/' "$golden/day.zh.ndjson" >good
	publish <good >first
	run -1 --separate-stderr publish /dev/null
	jq -c 'del(.kept)' <<<"$output" | diff first -
}

@test "a report whose records are gone is replaced" {
	paper 1 Text >good
	publish <good >told
	rm reports/2026-02-02.ndjson
	run -0 publish /dev/null
}

@test "input that cannot be read makes no report" {
	run -3 publish missing.ndjson
	assert_output "render: missing.ndjson: No such file or directory"
	assert_equal "$(ls -A reports)" ""
	run -3 render missing.ndjson
	assert_output "render: missing.ndjson: No such file or directory"
	paper 1 Text >good
	run -1 publish missing.ndjson good
	assert_file_exists reports/2026-02-02.md
}

@test "a second one waits for the first, and is held against it" {
	local first second

	[ -r /proc/locks ] || skip "no /proc/locks"
	{
		paper 1 Text
		paper 2 Text
	} >good
	paper 1 Text >worse
	mkfifo pipe
	render --date 2026-02-02 --dir reports pipe >told 3>&- &
	first=$!
	exec 9<>pipe
	await $first reads $first pipe
	render --date 2026-02-02 --dir reports worse >worse.told 2>said \
	    3>&- 9>&- &
	second=$!
	await $second grep -q -- "-> FLOCK .* $second " /proc/locks
	cat good >&9
	exec 9>&-
	wait $first
	wait $second && return 1
	assert_equal "$(jq .kept worse.told)" true
	diff good reports/2026-02-02.ndjson
}

@test "many at once leave one day whole" {
	local pids

	for n in 1 2 3 4; do
		paper $n "Text $n" >day$n
	done
	for _ in 1 2 3 4 5; do
		pids=()
		for n in 1 2 3 4; do
			publish --force day$n >told$n &
			pids+=($!)
		done
		for pid in "${pids[@]}"; do
			wait "$pid"
		done
		assert_equal "$(ls -A reports)" \
		    $'2026-02-02.md\n2026-02-02.ndjson'
		n=$(sed -n 's/.*arxiv:\([1-4]\)".*/\1/p' \
		    reports/2026-02-02.ndjson)
		diff "day$n" reports/2026-02-02.ndjson
		render --date 2026-02-02 "day$n" |
			diff - reports/2026-02-02.md
	done
}

@test "a folder that cannot be written: exit 3, and nothing is left" {
	paper 1 Text >input
	: >file
	run -3 render --date 2026-02-02 --dir file/reports input
	assert_output --partial "render: file/reports: cannot be made: "
	run -3 render --date 2026-02-02 --dir file input
	assert_output "render: file: Not a directory"
	assert_equal "$(wc -c <file)" 0
	mkdir closed
	chmod 555 closed
	if [ "$(id -u)" -ne 0 ]; then
		run -3 render --date 2026-02-02 --dir closed input
		assert_output --partial "closed/2026-02-02.ndjson: cannot be"
	fi
	assert_equal "$(ls -A closed)" ""
}

@test "a report that cannot be read: exit 3, and nothing is written" {
	mkdir -p reports/2026-02-02.md
	paper 1 Text >input
	run -3 publish input
	assert_output "render: reports/2026-02-02.md: Is a directory"
	assert_equal "$(ls -A reports)" 2026-02-02.md
}

@test "a signal while the input is awaited leaves nothing behind" {
	local pid signal status

	[ -d /proc/self/fd ] || skip "no /proc"
	paper 1 Text >good
	publish <good >told
	for pair in TERM:143 INT:130 HUP:129; do
		signal=${pair%:*}
		mkfifo "pipe$signal"
		# bats shields what runs behind it from SIGINT, nohup(1) all
		# from SIGHUP.
		python3 -c 'import os, signal, sys
for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
    signal.signal(number, signal.SIG_DFL)
os.execvp("render", ["render"] + sys.argv[1:])' \
		    --date 2026-02-02 --dir reports "pipe$signal" \
		    >told 2>said 3>&- &
		pid=$!
		exec 9<>"pipe$signal"
		echo '{}' >&9
		await $pid reads $pid "pipe$signal"
		compgen -G 'reports/.2026-02-02.ndjson.*'
		kill -s "$signal" $pid
		status=0
		wait $pid || status=$?
		assert_equal $status "${pair#*:}"
		exec 9>&-
		assert_equal "$(ls -A reports)" \
		    $'2026-02-02.md\n2026-02-02.ndjson'
		diff good reports/2026-02-02.ndjson
	done
}

@test "the rights of a kept report stay" {
	paper 1 Text >input
	publish <input >told
	chmod 600 reports/2026-02-02.md
	publish <input >told
	assert_equal "$(stat -c %a reports/2026-02-02.md)" 600
}

@test "an address whose host is none is no link" {
	for url in "https://a_b/x@evil.com" "http://a_/xmpp:x@evil.com/y" \
	    "https://-" "http://_foo_/x" "https:///x" "http://:80/" \
	    "https://a..b/" "https://a-/x"; do
		printf '{"kind":"commit","id":"1","repo":"r/r","title":"T","url":"%s"}\n' \
			"$url" >input
		render -l en input >report
		run -1 grep -F "$url" report
	done
}

@test "a source that has vanished is worse" {
	for name in a b; do
		echo '{"kind":"status","stage":"s","source":"'$name'","ok":true,"landed":1,"shown":1}'
	done >both
	head -1 both >one
	render -d 2026-02-02 -o reports both >told
	run -1 --separate-stderr render -d 2026-02-02 -o reports one
	assert_equal "${stderr-}" "render: reports/2026-02-02.md: kept, for the new one is worse: b is missing; --force replaces it"
}

@test "a blank note does not hide its source" {
	echo '{"kind":"status","stage":"s","source":"*a*","ok":true,"landed":1,"shown":1,"note":" "}' >input
	run -0 render -l en input
	assert_output --partial "The only source was read."
}

@test "items with an empty id are all shown" {
	for title in One Two; do
		echo '{"kind":"commit","id":"","repo":"r/r","title":"'$title'"}'
	done >input
	render -l en input >report
	grep -x -e '- One' report
	grep -x -e '- Two' report
}

@test "a link in the folder is replaced, not followed" {
	mkdir reports
	echo precious >precious
	ln -s ../precious reports/2026-02-02.ndjson
	echo '{"kind":"commit","id":"1","repo":"r/r","title":"T"}' |
		render -d 2026-02-02 -o reports >told
	grep -x precious precious
}

@test "hostile texts do not take a day" {
	for i in {1..300}; do
		printf '{"kind":"commit","id":"%d","repo":"r/r","title":"T","summary":{"by":"m","text":"%s"}}\n' \
			"$i" '*_~[<&*_~[<&*_~[<&*_~[<&*_~[<&*_~[<&*_~[<&'
	done >input
	timeout 10 render -l en input >report
}

@test "a report leads to its other language, the one before and all, above what a README shows of it" {
	render -n en=2026-02-03.en.md -n all=README.md -n prev=2026-02-02.md \
	    "$BATS_TEST_DIRNAME/golden/day.zh.ndjson" >out
	sed 3,4d out | diff "$BATS_TEST_DIRNAME/golden/day.zh.md" -
	assert_equal "$(sed -n 3,5p out)" "\
[English](2026-02-03.en.md) · [上一篇](2026-02-02.md) · [全部报告](README.md)

## 摘要"
}

@test "a place to lead to is one of five, and its file is data" {
	for place in up=x =x prev prev= 'en =x' EN=x; do
		run -2 render -n "$place" "$BATS_TEST_DIRNAME/golden/day.zh.ndjson"
		assert_output "render: --nav $place: not zh, en, prev, all or feed, a \"=\" and a file"
	done
	echo '{}' | render -n 'prev=javascript:x")](y) <a' >out 2>err || true
	assert_equal "$(sed -n 3p out)" "[上一篇](javascript%3Ax%22%29%5D%28y%29%20%3Ca)"
}

@test "texts in another language than the report are told of once, and shown" {
	local golden=$BATS_TEST_DIRNAME/golden

	cat "$golden/day.zh.ndjson" "$golden/day.zh.ndjson" >twice.ndjson
	run -0 --separate-stderr render -l en twice.ndjson
	assert_equal "$stderr" \
	    "render: twice.ndjson:1: a text in zh, and the report is in en; see --lang"
	assert_line "## Overview"
	run -0 render "$golden/day.zh.ndjson"
	refute_output --partial --lang
}

@test "what the fetchers say is told in the language of the report, all else as it is" {
	cat >in <<'EOF'
{"kind":"status","stage":"f","source":"a","ok":true,"note":"no announcement on Saturday; 3 late"}
{"kind":"status","stage":"f","source":"b","ok":false,"error":"HTTP 404, there is no such repository, or it is private: Not Found; it may be asked again at 2026-02-03T10:00:00Z"}
{"kind":"status","stage":"f","source":"c","ok":true,"note":"by RSS, for the query interface refused: HTTP 503; 3x late"}
{"kind":"status","stage":"f","source":"d","ok":false,"error":"HTTP 502, * four ?; said;"}
EOF
	run -0 render in
	assert_equal "$(grep '^- ' <<<"$output")" "\
- a：周六没有公布；迟到 3 项
- b：未能读取 (HTTP 404，没有这个仓库，或者它不公开：Not Found；可于 2026-02-03T10:00:00Z 再次询问)
- c：取自 RSS，因为查询接口拒绝：HTTP 503；3x late
- d：未能读取 (HTTP 502, * four ?; said;)"
	run -0 render -l en in
	assert_line "- a: no announcement on Saturday; 3 late"
	head -c 1000000 /dev/zero | tr '\0' ' ' | sed 's/ /HTTP 1, x: /g' |
		sed 's/.*/{"kind":"status","stage":"f","source":"e","ok":false,"error":"&"}/' \
		>long
	run -0 render long
}

@test "every sentence of its own that a fetcher says of a source is known in Chinese" {
	# shellcheck disable=SC2013 # one to a line
	grep -ohE '"(no announcement|not asked|the daily feed|incomplete:|an entry of|an item of|the next page|the pages go|the repository is empty|switched off there)[^"%]*' \
	    "$ROOT"/fetch-*/*.c "$ROOT"/lib/*.c | tr -d '"' | sort -u >said
	[ "$(wc -l <said)" -gt 10 ]
	while read -r words; do
		printf '{"kind":"status","source":"s","ok":true,"note":"%s"}\n' \
		    "$words" | render >out
		! grep -F "$words" out || fail "not in share/labels.zh: $words"
	done <said
}
