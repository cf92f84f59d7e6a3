#!/usr/bin/env bats
# fetch-arxiv: what becomes of the query interface's feeds.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load upstream
load arxiv

setup() {
	upstream_setup
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
