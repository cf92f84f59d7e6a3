#!/usr/bin/env bats
# render: pages, feeds and text, of a day and of an archive.
# shellcheck disable=SC2016 # the texts are not meant for the shell

load helper

golden=$BATS_TEST_DIRNAME/golden
words='</style></title><script>alert(1)</script> & "quoted" <b>\u202e x\u001b[31m ]]> `a<b` `'

setup() {
	common_setup
	unset COLUMNS NO_COLOR
	cat >strange <<END
{"kind":"paper","id":"arxiv:<1>&\"'\u202e 2","title":"$(json_of "$words")","url":"https://a.example/?a=b&c=\"d'","class":{"topics":["<x>","y"]},"summary":{"text":"$(json_of "$words")","by":"<m>"}}
{"kind":"issue","id":"gh:a/b#1","repo":"$(json_of "$words")","title":"$(json_of "$words")","url":"javascript:alert(1)","class":{"topics":["y"]},"summary":{"text":"","impact":"$(json_of "$words")"}}
{"kind":"status","stage":"s","source":"<s>/x commits","ok":false,"error":"$(json_of "$words")","landed":1}
{"kind":"status","stage":"s","source":"t/x commits","ok":true,"landed":1}
{"kind":"digest","part":"overview","text":"$(json_of "$words")"}
{"kind":"digest","part":"conclusion","text":"$(json_of "$words")"}
END
	cat >archive <<END
{"kind":"report","date":"2026-02-02","lang":"zh","path":"site/reports/2026-02-02.md","title":"Report (2026-02-02)","overview":"$(json_of "$words")","counts":{"papers":2,"commits":1},"sources_ok":false,"topics":{"moe":2,"<own>":1},"titles":["One <b>","$(json_of "$words")"]}
{"kind":"report","date":"2026-02-01","lang":"zh","path":"reports/2026-02-01.md","page":"reports/2026-02-01.html","title":"Report (2026-02-01)","overview":"Two","counts":{"papers":7},"titles":["Two"]}
{"kind":"report","date":"2026-01-31","lang":"zh","path":"//h.example/a b?.md","overview":""}
{"kind":"report","date":"no date"}
END
}

# $1 with its quotes escaped for JSON
json_of() {
	echo "${1//\"/\\\"}"
}

# What a parser reads in the HTML on standard input: a line for each piece of
# text, and for each start tag with its attributes sorted.
read_html() {
	python3 -c '
import html.parser, sys

class Reader(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        print(" ".join([tag] + ["%s=%s" % pair for pair in sorted(attributes)]))
    def handle_data(self, data):
        if data.strip():
            print("=", " ".join(data.split()))

Reader().feed(sys.stdin.read())'
}

# Fails unless the feed on standard input is what RFC 4287 asks for: by its
# schema, and each id but once.
assert_atom() {
	cat >feed.xml
	xmllint --noout --relaxng "$ROOT/tests/atom.rng" feed.xml
	xmllint --xpath '//*[local-name()="id"]/text()' feed.xml >ids
	assert_equal "$(sort ids | uniq -d)" ""
}

# the page of a day

@test "a page shows all that the Markdown shows" {
	for lang in zh en; do
		render -l $lang -t html "$golden/day.$lang.ndjson" |
			read_html >page
		jq -r '(select(.kind == "paper") | .title),
		    (.summary | .text, .impact), .repo, .text |
		    select(. != null and . != "…")' \
		    "$golden/day.$lang.ndjson" | tr -d '`' >texts
		sed -n 's/^= //p' page | tr -d '\n ' >shown
		assert [ "$(wc -l <texts)" -gt 30 ]
		while read -r text; do
			grep -qF -e "${text// /}" shown
		done <texts
		grep -o 'https://[^ ]*' "$golden/day.$lang.md" | sort >urls
		sed -n 's/^a href=\(http.*\)/\1/p' page | sort | diff urls -
	done
}

@test "what strangers wrote is neither markup nor script on a page" {
	for input in strange archive; do
		render -t html $input >page
		read_html <page >tags
		run -1 grep -E '^(b|img|iframe)( |$)' tags
		assert_equal "$(grep -c '^script' tags)" \
		    "$([ $input = strange ] && echo 0 || echo 1)"
		assert_equal "$(grep -c '^style' tags)" 1
		run -1 grep -E '^[^=]* (on[a-z]*|style)=|javascript:' tags
		run -1 grep -P '[\x00-\x08\x0b-\x1f\x7f]|\x{202e}' page
		grep -F '</style></title><script>alert(1)</script> & "quoted" <b>' \
		    tags
		# a code span, and a backtick that is none
		grep -x -A 2 code tags | grep -x '= a<b'
	done
}

@test "a page lets a browser load nothing, and run no script but its own" {
	hash_of() {
		python3 - "$1" <<-'END'
		import base64, hashlib, re, sys
		text = re.search("<%s[^>]*>(.*?)</" % sys.argv[1],
		                 open("page").read(), re.S)[1]
		digest = hashlib.sha256(text.encode()).digest()
		print(base64.b64encode(digest).decode())
		END
	}
	render -t html strange >page
	grep -F "content=\"default-src 'none'; style-src 'sha256-$(
		hash_of style)'; base-uri 'none'; form-action 'none'\">" page
	render -t html archive >page
	grep -F "script-src 'sha256-$(hash_of script)'; base-uri" page
}

@test "pictures tell their numbers to those who do not see them" {
	for n in 1 2 3; do
		printf '{"kind":"paper","id":"%s","title":"T","class":{"topics":["%s"]}}\n' \
		    "$n" "$((n / 2))"
	done >input
	printf '{"kind":"status","stage":"f","source":"%s","ok":true,"landed":%s}\n' \
	    "a/b commits" 7 "a/b issues" 2 "c/d commits" 20 arxiv 3 >>input
	render -l en -t html input >page
	grep -F '<svg role="img" width="100%" height="64" aria-label="Topics: 1 2, 0 1">' page
	grep -F 'aria-label="Activity by repository: c/d 20, a/b 9">' page
	grep -F 'width="45.00%"' page
	grep -v 'c/d' input | render -l en -t html >page
	run -1 grep Activity page
}

@test "a topic has its name in the language of the page" {
	for topic in moe serving own; do
		printf '{"kind":"paper","title":"T","class":{"topics":["%s"]}}\n' $topic
	done >input
	render -t html input | grep -F '混合专家 1, 推理服务 1, own 1'
	render -l en -t html input | grep -F 'mixture of experts 1, serving 1'
	render -l en -t html input | grep -F '<html lang="en">'
	render -t html input | grep -F '<html lang="zh-CN">'
}

@test "a quiet day and a failed one are pages too" {
	echo '{"kind":"status","stage":"s","source":"a","ok":true}' |
		render -l en -t html | read_html >page
	assert_equal "$(grep -c 'Nothing new' page)" 1
	grep -x '= The only source was read.' page
	echo '{"kind":"status","stage":"s","source":"a","ok":false}' |
		render -l en -t html | read_html >page
	grep -x '= a: could not be read' page
}

@test "no page is longer than the bound" {
	for n in {1..3000}; do
		printf '{"kind":"commit","id":"%d","repo":"o/r","title":"%0200d"}\n' \
		    "$n" "$n"
	done >input
	for format in html atom json text; do
		render -t $format input >output
		assert [ "$(wc -c <output)" -le 512000 ]
		assert [ "$(wc -c <output)" -gt 250000 ]
		grep -q 因篇幅未列 output
	done
	render -t atom -e item input >output
	assert [ "$(wc -c <output)" -le 512000 ]
	xmllint --noout output
}

@test "a style sheet of one's own is taken, one that leaves the page is not" {
	mkdir share
	cp "$ROOT"/share/* share 2>/dev/null || true
	echo 'p { color: red }' >share/report.css
	export DAIR_SHARE=$PWD/share
	echo '{}' | render -t html | grep -F '<style>p { color: red }'
	echo '</style><script>' >share/report.css
	run -2 render -t html </dev/null
	assert_output "render: $PWD/share/report.css: has \"</\", \"<!\" or a NUL"
	rm share/report.css
	run -2 render -t html </dev/null
	assert_output "render: $PWD/share/report.css: No such file or directory"
}

# the page of an archive

@test "the archive is a page of all reports, by month" {
	render -l en -t html archive | read_html >page
	grep '^h2\|^a \|^= ' page | sed -n '/2026-02$/,$p' >output
	sed -i '/alert/d; /quoted/d; /a<b/d; /^= `$/d' output
	diff - output <<-'END'
	= 2026-02
	a href=reports/2026-02-02.md
	= 2026-02-02
	= 2 papers, 1 code change
	= Some sources could not be read
	= mixture of experts · <own>
	= 2 titles
	= One <b>
	a href=reports/2026-02-01.html
	= 2026-02-01
	= Two
	= 7 papers
	= 1 title
	= Two
	h2
	= 2026-01
	a href=h.example/a%20b%3F.md
	= 2026-01-31
	END
	grep -F 'aria-label=Items a day: 2026-01-31 0, 2026-02-01 7, 2026-02-02 3' page
	# The page leads to its own site, wherever that is.
	render -l en -t html archive >one
	render -l en -t html -b https://s.example/x archive | diff one -
}

@test "of a day in two languages the archive shows the one asked for" {
	told() { grep -oE 'third|second|[三二一]日' <<<"$output" | tr '\n' ' '; }
	cat >archive.ndjson <<'EOF'
{"kind":"report","date":"2026-02-03","lang":"zh","path":"reports/2026-02-03.md","overview":"三日"}
{"kind":"report","date":"2026-02-03","lang":"en","path":"reports/2026-02-03.en.md","overview":"third"}
{"kind":"report","date":"2026-02-02","lang":"en","path":"reports/2026-02-02.md","overview":"second"}
{"kind":"report","date":"2026-02-02","lang":"zh","path":"reports/2026-02-02.zh.md","overview":"二日"}
{"kind":"report","date":"2026-02-01","lang":"zh","path":"reports/2026-02-01.md","overview":"一日"}
EOF
	for format in html atom; do
		run -0 render -t $format -l en -b https://s.example archive.ndjson
		assert_equal "$(told)" "third second 一日 "
		run -0 render -t $format -b https://s.example archive.ndjson
		assert_equal "$(told)" "三日 二日 一日 "
		assert_output --partial reports/2026-02-02.zh.md
	done
}

@test "a report of which only the date is known is shown" {
	echo '{"kind":"report","date":"2026-02-02"}' >input
	for format in html atom json; do
		render -t $format input | grep -F 2026-02-02
	done
	render -t html input | run -1 grep -F 'href='
}

@test "reports among items are no archive" {
	{
		cat archive
		echo '{"kind":"paper","title":"A paper"}'
	} | render -t html >page
	grep -F 'A paper' page
	run -1 grep 2026-01-31 page
}

@test "the page of a long archive is bounded, and says what it lacks" {
	python3 - >input <<-'END'
	import datetime, json
	day = datetime.date(2026, 2, 2)
	for i in range(4100):
	    date = (day - datetime.timedelta(i)).isoformat()
	    print(json.dumps({"kind": "report", "date": date, "lang": "en",
	                      "path": "reports/%s.md" % date,
	                      "overview": "An overview. " * 20,
	                      "counts": {"papers": 60},
	                      "titles": ["Title %d of %s, and so on, as titles are"
	                                 % (n, date) for n in range(60)]}))
	END
	render -l en -t html input >page
	assert [ "$(wc -c <page)" -le 1400000 ]
	assert_equal "$(grep -c '<li class="day">' page)" 4000
	grep -E '^<p>For want of room [0-9]+ older reports are without all their titles, and 100 are left out.</p>$' page
	grep -F 'Title 59 of 2026-02-02' page
}

# feeds

@test "a day is a feed of one entry, or of its items" {
	day=$golden/day.zh.ndjson
	render -t atom -d 2026-02-03 "$day" | assert_atom
	assert_equal "$(xmllint --xpath \
	    'string(//*[local-name()="entry"]/*[local-name()="id"])' feed.xml)" \
	    dair:reports/2026-02-03/zh
	xmllint --xpath 'string(//*[local-name()="content"])' feed.xml |
		read_html >content
	grep -x '= 研究论文' content
	assert_equal "$(grep -c '^a href=http' content)" 13
	render -t atom --entries item "$day" | assert_atom
	assert_equal "$(grep -c '<entry>' feed.xml)" 13
	grep -x '<id>gh:example/serve%23820</id>' feed.xml
	grep -x '<updated>2026-02-03T05:00:00Z</updated>' feed.xml
	run -2 render -t atom --entries day /dev/null
	assert_output "render: --entries day: not report or item"
}

@test "a feed says when the day ended, not when it was made" {
	render -t atom "$golden/day.zh.ndjson" >one
	render -t atom "$golden/day.zh.ndjson" | diff one -
	assert_equal "$(grep -c '<updated>2026-02-03T23:59:59Z</updated>' one)" 2
}

@test "the archive is a feed of the newest 50 reports" {
	render -t atom -b https://s.example archive | assert_atom
	assert_equal "$(grep -c '<entry>' feed.xml)" 3
	grep -F '<link rel="alternate" href="https://s.example/reports/2026-02-01.html"/>' feed.xml
	grep -x '<id>https://s.example/reports/2026-02-01/zh</id>' feed.xml
	for n in {10..28} {10..28} {10..28}; do
		echo '{"kind":"report","date":"20'$((++i + 30))'-02-'"$n"'"}'
	done >many
	render -t atom many | assert_atom
	assert_equal "$(grep -c '<entry>' feed.xml)" 50
}

@test "what strangers wrote leaves a feed valid, and the words as they were" {
	for entries in item report; do
		render -t atom -e $entries strange | assert_atom
		xmllint --xpath 'string(//*[local-name()="content"])' feed.xml |
			read_html >content
		grep -F '<script>alert(1)</script> & "quoted" <b>' content
		run -1 grep '^script' content
	done
	render -t atom -e item strange |
		xmllint --xpath 'string(//*[local-name()="entry"]/*[local-name()="title"])' - |
		grep -F '</style></title><script>alert(1)</script> & "quoted" <b>'
	render -t atom archive | assert_atom
	echo '{"kind":"paper","title":"No id at all"}' >bare
	echo '{"kind":"paper","id":"No IRI","title":"x"}' >>bare
	render -t atom -e item bare | assert_atom
	diff - <(sed 1d ids) <<-'END'
	dair:item/No%20id%20at%20all
	dair:item/No%20IRI
	END
}

@test "JSON Feed has what version 1.1 asks for" {
	render -t json -e item -b https://s.example/ \
	    "$golden/day.zh.ndjson" >feed.json
	assert_equal "$(jq -r '[.version, .title, .home_page_url, .language,
	    (.items | length)] | join(" ")' feed.json)" \
	    "https://jsonfeed.org/version/1.1 Daily AI Infra Report (2026-02-03) https://s.example/ zh-CN 13"
	jq -e '.items | all((.id | type == "string") and has("content_html")
	    and (.url | startswith("https://")) and
	    (.date_published | test("^[0-9-]{10}T[0-9:]{8}Z$")))' feed.json
	for input in strange archive /dev/null; do
		render -t json $input | jq -e '.items | type == "array"'
		assert_equal "$(render -t json $input | wc -l)" 1
	done
	render -t json archive | jq -e '.items[1].id == "dair:reports/2026-02-01/zh"'
}

@test "an address that is none is refused as a base" {
	for base in "" x ftp://a.example/ "javascript:x" https:// '//a'; do
		run -2 render -t atom --base "$base" /dev/null
		assert_output "render: --base $base: not an address like https://example.org/"
	done
}

# text

@test "text is wrapped, with wide characters as two columns" {
	for columns in 20 37 80 120; do
		for lang in zh en; do
			COLUMNS=$columns render -l $lang -t text \
			    "$golden/day.$lang.ndjson" >wrapped
			python3 - $columns wrapped <<-'END'
			import sys, unicodedata
			most = int(sys.argv[1])
			def width(text):
			    return sum(1 + (unicodedata.east_asian_width(c) in "WF")
			               for c in text)
			widest = 0
			for line in open(sys.argv[2]):
			    line = line.rstrip("\n")
			    if "https://" in line or " " not in line.strip():
			        continue
			    widest = max(widest, width(line))
			    assert width(line) <= most or len(line.split()) < 3, line
			    assert line == line.rstrip(), line
			assert most > 80 or widest > most * 3 / 4, widest
			END
		done
	done
	COLUMNS=20 render -t text "$golden/day.zh.ndjson" |
		grep -x ' *https://github.com/example/serve/commit/1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d'
}

@test "text has all that the Markdown has" {
	COLUMNS=1000 render -l en -t text "$golden/day.en.ndjson" >wrapped
	grep -o 'https://[^ ]*' "$golden/day.en.md" | sort >urls
	grep -o 'https://[^ ]*' wrapped | sort | diff urls -
	sed -n 's/^ *- \(Impact: .*\)/\1/p; s/^[0-9]*\. \*\*\(.*\)\*\*/\1/p; s/^## \(.*\)/\1/p' \
	    "$golden/day.en.md" | grep -v 'Overview\|In detail\|`' >lines
	assert [ "$(wc -l <lines)" -gt 5 ]
	while read -r line; do
		grep -F "$line" wrapped
	done <lines
}

@test "text without a terminal is 80 columns wide and has no colour" {
	render -t text "$golden/day.en.ndjson" >one
	COLUMNS=80 TERM=xterm render -t text "$golden/day.en.ndjson" | diff one -
	run -1 grep -P '\x1b' one
}

@test "text on a terminal is as wide as it is, in colour unless that is refused" {
	needs_terminal
	on_terminal() {
		script -qec "stty cols 50; env $1 render -l en -t text \
		    '$golden/day.en.ndjson'" /dev/null </dev/null | tr -d '\r'
	}
	on_terminal TERM=xterm >wrapped
	grep -q $'^\x1b\[1mDaily AI Infra Report (2026-02-03)\x1b\[0m$' wrapped
	sed $'s/\x1b\\[[0-9]*m//g' wrapped |
		diff <(COLUMNS=50 render -l en -t text "$golden/day.en.ndjson") -
	for refusal in "TERM=xterm NO_COLOR=1" TERM=dumb "-u TERM"; do
		on_terminal "$refusal" >wrapped
		run -1 grep -P '\x1b' wrapped
	done
	on_terminal "TERM=dumb COLUMNS=30" |
		diff <(COLUMNS=30 render -l en -t text "$golden/day.en.ndjson") -
}

@test "what acts on a terminal does not reach it" {
	render -t text strange >wrapped
	run -1 grep -P '[\x00-\x08\x0b-\x1f\x7f]|\x{202e}|\x{9b}' wrapped
	grep -F '</style></title><script>alert(1)</script>' wrapped
}

# all formats

@test "every format is refused or made, never guessed" {
	for format in MD htm "" rss; do
		run -2 render --format "$format" </dev/null
		assert_output "render: --format $format: not md, html, atom, json or text"
	done
	render "$golden/day.zh.ndjson" >one
	render -t md "$golden/day.zh.ndjson" | diff one -
	run -2 render -t html -d 2026-02-02 -o reports /dev/null
	assert_output --partial "--dir keeps the days in Markdown"
}

@test "the same records give the same bytes in every format, wherever they run" {
	for format in md html atom json text; do
		render -t $format "$golden/day.zh.ndjson" >one
		LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu render -t $format \
		    "$golden/day.zh.ndjson" | diff one -
	done
}

@test "a page and a feed lead to the same in the other language, and to their kin" {
	render -t html -n en=d.en.html -n prev=c.html -n all=../index.html \
	    -n feed=../feed.xml "$BATS_TEST_DIRNAME/golden/day.zh.ndjson" >page
	grep '^<link' page | diff - <(cat <<'EOF'
<link rel="alternate" hreflang="en" href="d.en.html">
<link rel="prev" href="c.html">
<link rel="index" href="../index.html">
<link rel="alternate" type="application/atom+xml" title="订阅" href="../feed.xml">
EOF
	)
	for link in d.en.html c.html ../index.html ../feed.xml; do
		grep -q "^<p class=\"ways\">.*<a href=\"$link\"" page
	done
	render -l en -t atom -b https://s.example -n zh=feed.xml \
	    -n feed=feed.en.xml -n all=index.en.html \
	    "$BATS_TEST_DIRNAME/golden/day.en.ndjson" >feed
	sed '/<entry>/,$d' feed | grep '^<link' | diff - <(cat <<'EOF'
<link rel="self" href="https://s.example/feed.en.xml"/>
<link rel="alternate" type="text/html" href="https://s.example/index.en.html"/>
<link rel="alternate" type="application/atom+xml" hreflang="zh-CN" href="https://s.example/feed.xml"/>
EOF
	)
}

@test "a day, its week and its month have names of their own in a feed" {
	for period in day week month; do
		render -t atom -p $period -d 2026-02-08 \
		    "$BATS_TEST_DIRNAME/golden/day.zh.ndjson" |
			xmllint --xpath '//*[local-name()="entry"]/*[local-name()="id"]/text()' -
	done >ids
	assert_equal "$(cat ids)" "\
dair:reports/2026-02-08/zh
dair:reports/2026-02-08/week/zh
dair:reports/2026-02-08/month/zh"
}

@test "an overview that stands alone sends nobody to its end" {
	for lang in zh en; do
		echo '{"kind":"status","stage":"f","source":"s","ok":false}' |
			summarize -d -l $lang |
			render -d 2026-02-02 -l $lang -o reports >told
	done
	grep -q '见文末' reports/2026-02-02.md
	grep -q 'see the end' reports/2026-02-02.en.md
	index-update README.md </dev/null >archive
	for format in html atom json; do
		for lang in zh en; do
			run -0 render -t $format -l $lang archive
			refute_output --regexp '见文末|see the end'
			assert_output --regexp '未能读取|could not be read'
		done
	done
}
