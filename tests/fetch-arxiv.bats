#!/usr/bin/env bats
# fetch-arxiv against an upstream on loopback: when arXiv announces what, pages,
# feeds of all kinds, faults, and the command line.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load upstream

setup() {
	upstream_setup
}

# An entry: the identifier $1, the time $2 of its submission, and the elements
# $3... besides the usual ones.
entry() {
	local id=$1 published=$2

	shift 2
	printf '<entry><id>http://arxiv.org/abs/%s</id>' "$id"
	printf '<published>%s</published>' "$published"
	printf '%s' "$@"
	case $* in
	*'<title'*) ;;
	*) printf '<title>Title of %s</title>' "$id" ;;
	esac
	printf '</entry>\n'
}

# A feed of the entries on standard input, of $1 that there are.
feed() {
	echo '<?xml version="1.0" encoding="UTF-8"?>'
	echo '<feed xmlns="http://www.w3.org/2005/Atom"'
	echo ' xmlns:s="http://a9.com/-/spec/opensearch/1.1/"'
	echo ' xmlns:arxiv="http://arxiv.org/schemas/atom">'
	echo "<s:totalResults>$1</s:totalResults>"
	cat
	echo '</feed>'
}

# One paper of the listing of 3 February 2026 with the elements $@.
paper() {
	entry 2602.00001v1 2026-02-01T10:00:00Z "$@" | feed 1 >feed.xml
}

# Starts an upstream that gives feed.xml whatever is asked.
serve_feed() {
	upstream <<<'[{"file":"feed.xml"}]'
}

# Runs it for the listing of 3 February 2026, with the arguments $2... Fails
# unless it ends with the status $1; leaves "out" and "err".
fetch() {
	local wanted=$1 status=0

	shift
	fetch-arxiv --date 2026-02-03 "$@" >out 2>err || status=$?
	cat err
	assert_equal "$status" "$wanted"
}

# What jq's $1 makes of the only paper in "out".
of_paper() {
	jq -c "select(.kind == \"paper\") | $1" out
}

ids() {
	jq -r 'select(.kind == "paper").id' out
}

# The status record, without what is the same in all of them.
fate() {
	tail -n 1 out | jq -c 'del(.kind, .stage, .source, .date)'
}

# The search of each request, and its paging, decoded.
searches() {
	asked '.query | ltrimstr("search_query=") | split("&")[0]' |
		sed 's/%20/ /g; s/%22/"/g; s/%28/(/g; s/%29/)/g; s/%3A/:/g
		    s/%5B/[/g; s/%5D/]/g'
}

starts() {
	asked '.query | capture("start=(?<n>[0-9]*)").n' | paste -s -d ' '
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

# pages

# The answers $1..., each of as many entries as it says, of 5 that there are.
serve_pages() {
	local from=0 answers='' page=0

	for count in "$@"; do
		((++page))
		for ((i = from; i < from + count; i++)); do
			entry "2602.0000${i}v1" 2026-02-01T10:00:00Z
		done | feed 5 >"page$page.xml"
		answers+="{\"query\":\"start=$from&\",\"times\":1,"
		answers+="\"file\":\"page$page.xml\"},"
		from=$((from + count))
	done
	upstream <<<"[${answers%,}]"
}

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

# records

@test "a paper in full" {
	paper '<updated>2026-02-01T12:00:00Z</updated>' \
	    $'<title>A\n   title with  <\/title>' >/dev/null
	entry 2602.00001v2 2026-02-01T10:00:00-04:00 \
	    '<updated>2026-02-01T16:00:00Z</updated>' \
	    $'<title>Caches &amp; $O(n)$\n  pages</title>' \
	    $'<summary>  We page.\n It &lt;works&gt; <![CDATA[so & so]]>.\n</summary>' \
	    '<author><name>A. Author</name><arxiv:affiliation>X</arxiv:affiliation></author>' \
	    '<author><name>B. Öther</name></author>' \
	    '<category term="cs.LG"/><category term="cs.DC"/>' \
	    '<category term="68T05; 62H30"/><category term="I.2.6"/>' \
	    '<category term="C.4"/><category term="astro-ph.CO"/>' \
	    '<arxiv:primary_category term="cs.DC"/>' \
	    '<arxiv:comment>8 pages,  3 figures</arxiv:comment>' \
	    '<arxiv:doi>10.1000/182</arxiv:doi>' \
	    '<arxiv:journal_ref>J. 1 (2026)</arxiv:journal_ref>' |
		feed 1 >feed.xml
	serve_feed
	fetch 0
	cat >expected <<'EOF'
{"kind":"paper","id":"arxiv:2602.00001","url":"https://arxiv.org/abs/2602.00001v2","title":"Caches & $O(n)$ pages","text":"We page. It <works> so & so.","created":"2026-02-01T14:00:00Z","updated":"2026-02-01T16:00:00Z","authors":["A. Author","B. Öther"],"categories":["cs.DC","cs.LG","astro-ph.CO"],"version":2,"pdf":"https://arxiv.org/pdf/2602.00001v2","announced":"2026-02-03","announce":"new","comment":"8 pages, 3 figures","doi":"10.1000/182","journal":"J. 1 (2026)"}
{"kind":"status","stage":"fetch-arxiv","source":"arxiv","date":"2026-02-03","ok":true,"landed":1,"shown":1}
EOF
	diff expected out
}

@test "namespaces count, prefixes do not" {
	cat >feed.xml <<'EOF'
<?xml version="1.0"?>
<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="urn:x"
 xmlns:o="http://a9.com/-/spec/opensearch/1.1/" xmlns:title="urn:title">
<o:totalResults>1</o:totalResults>
<a:entry><x:id>http://arxiv.org/abs/2602.00009v9</x:id>
<a:id>http://arxiv.org/abs/2602.00001v1</a:id>
<x:title>Not this</x:title><a:title>This</a:title><x:published>2020</x:published>
<a:published>2026-02-01T10:00:00Z</a:published>
<b:primary_category xmlns:b="http://arxiv.org/schemas/atom" term="cs.DC"/>
<x:category term="cs.CL"/><a:category term="cs.AR"/>
</a:entry></a:feed>
EOF
	serve_feed
	fetch 0
	assert_equal "$(of_paper '[.id, .title, .categories]')" \
	    '["arxiv:2602.00001","This",["cs.DC","cs.AR"]]'
}

@test "the layout of 2025 is read too" {
	cat >feed.xml <<'EOF'
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?x" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=cat:cs.DC&amp;id_list=</title>
  <id>http://arxiv.org/api/xyz+/abc</id>
  <updated>2025-02-01T00:00:00-05:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">0</opensearch:startIndex>
  <entry>
    <id>http://arxiv.org/abs/2602.00001v1</id>
    <updated>2026-02-01T10:00:00Z</updated>
    <published>2026-02-01T10:00:00Z</published>
    <title>An Old
  Layout</title>
    <summary>  Text.
</summary>
    <author>
      <name>A. Author</name>
    </author>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">4 pages</arxiv:comment>
    <link href="http://arxiv.org/abs/2602.00001v1" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/2602.00001v1" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.DC" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.DC" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
</feed>
EOF
	serve_feed
	fetch 0
	assert_equal "$(of_paper '[.title, .text, .comment, .categories]')" \
	    '["An Old Layout","Text.","4 pages",["cs.DC"]]'
}

@test "a paper is new where its first category was asked for, else a cross-list" {
	local primary='<arxiv:primary_category term="stat.ML"/>'

	paper "$primary" '<category term="cs.LG"/><category term="stat.ML"/>'
	serve_feed
	fetch 0
	assert_equal "$(of_paper .announce)" '"cross"'
	fetch 0 -k stat.ML
	assert_equal "$(of_paper .announce)" '"new"'
}

@test "identifiers of all times, with and without version" {
	{
		entry 0704.0001 2026-02-01T10:00:00Z
		entry 2602.00001v12 2026-02-01T10:00:00Z
		entry math.CA/0611800v2 2026-02-01T10:00:00Z
		entry hep-th/9901001 2026-02-01T10:00:00Z
	} | feed 4 >feed.xml
	serve_feed
	fetch 0
	of_paper '[.id, .url, .version]' >seen
	diff - seen <<'EOF'
["arxiv:0704.0001","https://arxiv.org/abs/0704.0001",null]
["arxiv:2602.00001","https://arxiv.org/abs/2602.00001v12",12]
["arxiv:math/0611800","https://arxiv.org/abs/math/0611800v2",2]
["arxiv:hep-th/9901001","https://arxiv.org/abs/hep-th/9901001",null]
EOF
}

@test "withdrawn papers are known by their comment or their first words" {
	{
		entry 2602.00001v2 2026-02-01T10:00:00Z \
		    '<arxiv:comment>Withdrawn: an error</arxiv:comment>'
		entry 2602.00002v2 2026-02-01T10:00:00Z \
		    '<summary>This paper has been withdrawn by us</summary>'
		entry 2602.00003v1 2026-02-01T10:00:00Z \
		    '<summary>Money is withdrawn often.</summary>'
	} | feed 3 >feed.xml
	serve_feed
	fetch 0
	assert_equal "$(of_paper .withdrawn | paste -s)" $'true\ttrue\tnull'
}

@test 'a title may be "0", and may be missing' {
	{
		entry 2602.00001v1 2026-02-01T10:00:00Z '<title>0</title>'
		entry 2602.00002v1 2026-02-01T10:00:00Z '<title/>'
	} | feed 2 >feed.xml
	serve_feed
	fetch 0
	assert_equal "$(of_paper .title | paste -s)" $'"0"\tnull'
}

@test "an entry without identifier or date costs itself, and is told of" {
	{
		entry 2602.00001v1 2026-02-01T10:00:00Z
		entry nothing 2026-02-01T10:00:00Z
		entry 2602.00002v1 2026-02-01T10:00:00Z
	} | feed 3 >feed.xml
	serve_feed
	fetch 3
	assert_equal "$(fate)" '{"ok":false,"landed":2,"shown":2,"error":"an entry of the feed cannot be read"}'
	entry nothing 2026-02-01T10:00:00Z | feed 2 >bad.xml
	entry 2602.00001v1 2026-02-01T10:00:00Z | feed 2 >good.xml
	upstream <<<'[{"query":"start=0","file":"bad.xml"},{"file":"good.xml"}]'
	fetch 3
	assert_equal "$(fate | jq -c '[.ok, .landed]')" '[false,1]'
	serve_feed
	entry 2602.00001v1 yesterday | feed 1 >feed.xml
	fetch 3
	assert_equal "$(fate | jq -r .error)" \
	    "an entry of the feed cannot be read"
}

# bytes

# Fails unless the answer in feed.xml is refused because of $1, with no record.
assert_refused() {
	fetch 3
	assert_equal "$(wc -l <out)" 1
	assert_equal "$(fate)" \
	    "{\"ok\":false,\"landed\":0,\"shown\":0,\"error\":\"$1\"}"
	assert_equal "$(cat err)" "fetch-arxiv: arxiv: $1"
}

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

@test "nobody there: exit 3, and the status says so" {
	ARXIV_API_URL=http://127.0.0.1:1/ fetch 3 --patience 0
	fate | jq -e '.ok == false and (.error | test("connect"))'
}

# manners

@test "one connection and one question at a time, at the pace given" {
	serve_pages 1 1 1 2
	ARXIV_PACE=0.2 fetch 0
	assert_equal "$(asked .connection | sort -u | wc -l)" 1
	assert_equal "$(asked .open | sort -u)" 1
	asked .time | awk '
		NR > 1 && $1 - before < 0.19 { exit 1 }
		{ before = $1 }'
	assert_asked 4
}

@test "three seconds go between questions to arxiv.org, whatever ARXIV_PACE says" {
	serve_pages 3 2
	export http_proxy=$HERE no_proxy=
	ARXIV_API_URL=http://export.arxiv.org/api/query fetch 0
	assert_equal "$(asked .path | uniq)" http://export.arxiv.org/api/query
	asked .time | awk '{ t[NR] = $1 } END { exit !(t[2] - t[1] >= 2.99) }'
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
	assert_regex "$stderr" \
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
	for option in date from to by category query id max cache offline \
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
