#!/usr/bin/env bats
# fetch-arxiv: pages that are short, bytes that are broken, services that refuse.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load upstream
load arxiv

setup() {
	upstream_setup
}

# pages

@test "pages go on by the entries received" {
	serve_pages 2 1 2
	fetch 0
	assert_equal "$(starts)" "0 2 3"
	assert_equal "$(ids | wc -l)" 5
}

@test "an empty page is asked for again" {
	serve_pages 2 0 3
	fetch 0
	assert_equal "$(starts)" "0 2 2"
	assert_equal "$(fate)" '{"ok":true,"landed":5,"shown":5}'
}

@test "a first page that is empty is asked for again too" {
	serve_pages 0 0 5
	fetch 0
	assert_equal "$(starts)" "0 0 0"
	assert_equal "$(ids | wc -l)" 5
}

@test "empty pages to the end: what came is there, and it is incomplete" {
	serve_pages 2 0 0 0 0
	fetch 3
	assert_asked 4
	assert_equal "$(ids | wc -l)" 2
	assert_equal "$(fate)" '{"ok":false,"landed":2,"shown":2,"error":"incomplete: arXiv counts more papers than it shows"}'
	assert_equal "$(cat err)" \
	    "fetch-arxiv: arxiv: incomplete: arXiv counts more papers than it shows"
}

@test "a paper that stands on two pages is one" {
	{
		entry 2602.00001v1 2026-02-01T10:00:00Z
		entry 2602.00001v2 2026-02-01T10:00:00Z
	} | feed 2 >feed.xml
	serve_feed
	fetch 0
	assert_equal "$(fate)" '{"ok":true,"landed":1,"shown":1}'
}

@test "a fault on a later page leaves the pages before it" {
	serve_pages 2
	fetch 3
	assert_equal "$(ids | wc -l)" 2
	assert_equal "$(fate)" \
	    '{"ok":false,"landed":2,"shown":2,"error":"HTTP 404"}'
}

# bytes

@test "a page of HTML is an error, not a quiet day" {
	serve_feed
	printf '<!DOCTYPE html>\n<html><body>Hello<br></body></html>' >feed.xml
	assert_refused "a document type, which no feed needs"
	echo '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>' >feed.xml
	assert_refused "not an Atom feed, OAI-PMH or RSS"
	echo 'Rate exceeded.' >feed.xml
	assert_refused "not a whole XML document (line 1)"
	: >feed.xml
	assert_refused "not a whole XML document (line 1)"
}

@test "of a document that is cut nothing is taken" {
	{
		entry 2602.00001v1 2026-02-01T10:00:00Z
		entry 2602.00002v1 2026-02-01T10:00:00Z
	} | feed 2 | head -n 7 >feed.xml
	upstream <<<'[{"file":"feed.xml","length":false}]'
	fetch 3
	assert_equal "$(wc -l <out)" 1
	assert_equal "$(fate | jq -c '[.ok, .landed, .shown]')" '[false,0,0]'
	fate | grep -q 'not a whole XML document (line [0-9]*)'
}

@test "document types and entities are refused, none is followed" {
	echo secret >secret
	serve_feed
	sed 's/^ *//' >feed.xml <<EOF
	<!DOCTYPE feed [<!ENTITY x SYSTEM "file://$PWD/secret">]>
	<feed xmlns="http://www.w3.org/2005/Atom"><title>&x;</title></feed>
EOF
	assert_refused "a document type, which no feed needs"
	sed -i 's/\[.*\]/SYSTEM "file:secret"/' feed.xml
	assert_refused "a document type, which no feed needs"
	paper '<title>A&nbsp;b</title>'
	assert_refused "not a whole XML document (line 6)"
}

@test "broken UTF-8 and control characters spoil themselves alone" {
	paper $'<title>a\xff\xc3(b\x0bc&#11;d&#x0;e&#xA;f\xed\xa0\x80\xef\xbf\xbf\x01g\xc3\xa9&amp;#11;</title>'
	serve_feed
	fetch 0
	assert_equal "$(of_paper .title)" '"a��(b c d e f��� gé&#11;"'
	{
		head -n 5 feed.xml
		printf '<entry><id>arxiv.org/abs/2602.00001</id><title>x\0y</title>'
		echo '<published>2026-02-01</published></entry></feed>'
	} >nul.xml
	mv nul.xml feed.xml
	fetch 0
	assert_equal "$(of_paper .title)" '"x y"'
}

@test "an element of more than 1 MiB is refused" {
	paper "<summary>$(head -c 1100000 /dev/zero | tr '\0' x)</summary>"
	serve_feed
	assert_refused "an element of more than 1 MiB"
}

@test "a page that is no document, or a part of one, is asked for again" {
	paper
	feed 1 <feed.xml | head -c 700 >cut.xml
	upstream <<'EOF'
[{"body": "<!DOCTYPE html><html><br></html>", "times": 1},
 {"body": {}, "times": 1}, {"body": "", "times": 1},
 {"file": "cut.xml", "times": 1}, {"file": "feed.xml"}]
EOF
	fetch 0
	assert_asked 5
	assert_equal "$(fate)" '{"ok":true,"landed":1,"shown":1}'
}

@test "a page that is none is not kept, and does not hide one that was" {
	paper
	upstream <<'EOF'
[{"file": "feed.xml", "headers": {"ETag": "one"}, "times": 1},
 {"body": "<html/>", "headers": {"ETag": "two"}, "times": 1},
 {"status": 304, "asked": {"If-None-Match": "one"}}]
EOF
	fetch 0
	cp out first
	fetch 0
	assert_asked 3
	diff first out
	fetch 0 --offline
	diff first out
	printf 'HTTP/1.1 200\r\nETag: one\r\n\r\n<html/>' >"$(echo cache/dair/*-*)"
	serve_feed
	fetch 3 --offline
	fetch 0
	assert_equal "$(asked '.headers["if-none-match"]')" null
	diff first out
}

# faults of the service

@test "what arXiv says in an error feed is the error, and is not asked twice" {
	cat >feed.xml <<'EOF'
<feed xmlns="http://www.w3.org/2005/Atom"><entry>
<id>https://arxiv.org/api/errors#bad_query</id><title>Error</title>
<summary>incorrect id
format</summary></entry></feed>
EOF
	upstream <<'EOF'
[{"file": "feed.xml", "times": 1}, {"file": "feed.xml", "status": 400}]
EOF
	assert_refused "arXiv says: incorrect id format"
	assert_refused "arXiv says: incorrect id format"
	assert_asked 2
}

@test "an error that is no feed goes by its status" {
	upstream <<'EOF'
[{"status": 400, "body": "<html>Bad<br></html>", "times": 1},
 {"status": 403, "body": "<html>Robot</html>", "times": 1}]
EOF
	assert_refused "HTTP 400"
	assert_refused "HTTP 403"
	assert_asked 2
}

@test "429 and 503 are asked again, few times" {
	paper
	upstream <<'EOF'
[{"status": 429, "body": "Rate exceeded.", "times": 2},
 {"status": 503, "times": 2, "headers": {"Retry-After": "0"}},
 {"file": "feed.xml", "times": 1}, {"status": 503}]
EOF
	fetch 0
	assert_asked 5
	: >asked
	assert_refused "HTTP 503"
	assert_asked 5
}

@test "connections that break are asked again" {
	paper
	upstream <<'EOF'
[{"close": true, "times": 1}, {"file": "feed.xml", "truncate": 99, "times": 1},
 {"file": "feed.xml"}]
EOF
	fetch 0
	assert_asked 3
	assert_equal "$(fate)" '{"ok":true,"landed":1,"shown":1}'
}

@test "Retry-After is waited for" {
	paper
	upstream <<'EOF'
[{"status": 429, "times": 1, "headers": {"Retry-After": "1"}},
 {"file": "feed.xml"}]
EOF
	fetch 0
	asked .time | awk '{ t[NR] = $1 } END { exit !(t[2] - t[1] >= 1) }'
}

@test "a Retry-After beyond patience fails the source, and says until when" {
	upstream <<'EOF'
[{"status": 429, "headers": {"Retry-After": "3600",
	"Date": "Mon, 02 Feb 2026 10:00:00 GMT"}}]
EOF
	assert_refused "HTTP 429; it may be asked again at 2026-02-02T11:00:00Z"
	assert_asked 1
}

@test "a Retry-After may be a date" {
	upstream <<'EOF'
[{"status": 503, "headers": {"Date": "Mon, 02 Feb 2026 10:00:00 GMT",
	"Retry-After": "Mon, 02 Feb 2026 12:00:00 GMT"}}]
EOF
	assert_refused "HTTP 503; it may be asked again at 2026-02-02T12:00:00Z"
}

@test "without patience nothing is waited for" {
	upstream <<'EOF'
[{"status": 429, "headers": {"Retry-After": "1"}}]
EOF
	fetch 3 --patience 0.5
	assert_asked 1
	fetch 3 --patience 2.5
	assert_asked 4
}

@test "each way may lead to an address of IPv6" {
	needs_ipv6
	paper
	serve_feed
	export ARXIV_API_URL=$SIX/api/query ARXIV_OAI_URL=$SIX/oai
	export ARXIV_RSS_URL=$SIX/rss
	for via in api oai rss; do
		fetch-arxiv --via "$via" --date 2026-02-03 >out 2>err || :
		assert_equal "$(asked .port)" six
		: >asked
	done
}

@test "nobody there: exit 3, and the status says so" {
	ARXIV_API_URL=http://127.0.0.1:1/ fetch 3 --patience 0
	fate | jq -e '.ok == false and (.error | test("connect"))'
}

# size

# Writes the files 0.xml, 1000.xml ...: pages of 1000 papers each, $1 in all,
# submitted a second after the other; the newest on the first page.
many_pages() {
	python3 - "$1" <<'EOF'
import sys, time
total = int(sys.argv[1])
for start in range(0, total, 1000):
    with open('%d.xml' % start, 'w') as out:
        out.write('<feed xmlns="http://www.w3.org/2005/Atom" xmlns:s='
                  '"http://a9.com/-/spec/opensearch/1.1/">'
                  '<s:totalResults>%d</s:totalResults>' % total)
        for n in range(start, start + 1000):
            when = time.gmtime(1770055200 - n)
            out.write('<entry><id>http://arxiv.org/abs/2602.%05d</id>'
                      '<published>%s</published></entry>'
                      % (n, time.strftime('%Y-%m-%dT%H:%M:%SZ', when)))
        out.write('</feed>')
EOF
}

@test "instead of going deeper than 10000, what is older is asked for anew" {
	many_pages 12000
	for ((start = 0; start < 12000; start += 1000)); do
		# The second question is about what came last of the first, and older.
		printf '{"query":"202602021901.*start=%d&","file":"%d.xml"},' \
		    $start $start
	done >answers
	sed 's/>12000</>2001</' 10000.xml >older.xml
	sed 's/>12000</>2001</' 11000.xml >oldest.xml
	sed 's/.*/[&{"query":"start=0\&","file":"older.xml"},{"file":"oldest.xml"}]/' \
	    answers | upstream
	fetch 0
	assert_equal "$(starts)" \
	    "0 1000 2000 3000 4000 5000 6000 7000 8000 9000 0 1000 2000"
	assert_equal "$(searches | tail -n 1 | grep -o '\[.*\]')" \
	    "[202601301900 TO 202602021514]"
	assert_equal "$(ids | sort -u | wc -l)" 12000
	assert_equal "$(ids | wc -l)" 12000
}

@test "a page of 2000 entries is read in a few MiB, fifty times as much in no more" {
	needs_true_memory
	many_pages 1000
	sed 's/.*<\/s:totalResults>//; s/<\/feed>//' 0.xml >entries
	for times in 2 100; do
		{
			echo '<feed xmlns="http://www.w3.org/2005/Atom">'
			yes entries | head -n "$times" | xargs cat
			echo '</feed>'
		} >feed.xml
		python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=open("out", "w"), check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
' fetch-arxiv --parse feed.xml >"peak.$times"
		assert_equal "$(wc -l <out)" $((times * 1000))
	done
	assert [ "$(cat peak.100)" -lt $(($(cat peak.2) + 1024)) ]
}

@test "what is cut into pieces anywhere is read as if it came whole" {
	paper $'<title>\xc3\xa9&#233;&amp;&#x0000e9;\xf0\x9f\x98\x80\xff&#11;.</title>'
	fetch-arxiv --parse feed.xml >whole
	assert_equal "$(jq -r .title whole)" 'éé&é😀� .'
	python3 - <<'EOF'
import subprocess
whole = open('whole', 'rb').read()
feed = open('feed.xml', 'rb').read()
# Blanks before the entry move its title over the end of a piece of 64 KiB, byte
# for byte.
at = feed.index(b'<title>')
for shift in range(65536 - feed.index(b'</title>'), 65536 - at):
    moved = feed.replace(b'<entry>', b' ' * shift + b'<entry>')
    out = subprocess.run(['fetch-arxiv', '--parse', '-'], input=moved,
                         stdout=subprocess.PIPE, check=True).stdout
    assert out == whole, shift
EOF
}
