#!/usr/bin/env bats
# fetch-arxiv: the daily feeds, and what takes over from the query interface.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load upstream
load arxiv

setup() {
	upstream_setup
	export ARXIV_OAI_URL=$HERE/oai ARXIV_RSS_URL=$HERE/rss
}

# An item: the identifier $1 with version, how it is announced, its categories
# separated by blanks, and the elements $4...
item() {
	printf '<item><title>Title of %s</title>' "$1"
	printf '<link>https://arxiv.org/abs/%s</link>' "${1%v*}"
	printf '<description>arXiv:%s Announce Type: %s \n' "$1" "$2"
	printf 'Abstract: Text of %s.</description>' "$1"
	printf '<guid isPermaLink="false">oai:arXiv.org:%s</guid>' "$1"
	for category in $3; do
		printf '<category>%s</category>' "$category"
	done
	printf '<arxiv:announce_type>%s</arxiv:announce_type>' "$2"
	printf '%s' "${@:4}"
	echo '</item>'
}

# A channel of the day $1 (as in "Tue, 03 Feb 2026") of the items on standard
# input.
channel() {
	echo '<?xml version="1.0" encoding="UTF-8"?>'
	echo '<rss xmlns:arxiv="http://arxiv.org/schemas/atom" version="2.0"'
	echo ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
	echo '<title>cs.DC updates on arXiv.org</title>'
	echo '<description>cs.DC updates</description>'
	echo "<pubDate>$1 00:00:00 -0500</pubDate>"
	cat
	echo '</channel></rss>'
}

today='Tue, 03 Feb 2026'

batch() {
	fetch "$1" --via rss "${@:2}"
}

@test "a batch is what was announced; replacements only come by --updated" {
	{
		item 2602.00001v1 new "cs.DC cs.LG"
		item 2602.00002v1 cross "math.CO cs.DC"
		item 2512.00003v2 replace cs.DC
		item 2512.00004v5 replace-cross "math.CO cs.DC"
	} | channel "$today" >feed.xml
	upstream <<<'[{"path":"/rss/*","file":"feed.xml"}]'
	batch 0
	assert_equal "$(of_paper '[.id, .announce, .announced]')" \
	    '["arxiv:2602.00001","new","2026-02-03"]
["arxiv:2602.00002","cross","2026-02-03"]'
	assert_equal "$(fate)" '{"ok":true,"landed":2,"shown":2}'
	batch 0 --by updated
	assert_equal "$(of_paper '[.id, .announce]')" \
	    '["arxiv:2602.00001","new"]
["arxiv:2602.00002","cross"]
["arxiv:2512.00003","replace"]
["arxiv:2512.00004","replace"]'
}

@test "categories stand in the path, joined by a plus" {
	channel "$today" <<<'' >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	batch 0 -k cs.DC -k stat.ML
	assert_equal "$(asked .path)" /rss/cs.DC+stat.ML
	assert_equal "$(asked .query)" ""
}

@test "an item in full: no lead before the abstract, names apart, no times" {
	item 2602.00001v2 new "cs.DC 68T05 cs.LG" \
	    "<pubDate>$today 00:00:00 -0500</pubDate>" \
	    '<dc:creator>Kurt G\"odel (X, Y (Z), W), B. Author,C. Author</dc:creator>' \
	    '<arxiv:DOI>10.1/2</arxiv:DOI>' \
	    '<arxiv:journal_reference>J.  1</arxiv:journal_reference>' |
		channel "$today" >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	batch 0
	head -n 1 out | diff - <(echo '{"kind":"paper","id":"arxiv:2602.00001","url":"https://arxiv.org/abs/2602.00001v2","title":"Title of 2602.00001v2","text":"Text of 2602.00001v2.","authors":["Kurt Gödel","B. Author","C. Author"],"categories":["cs.DC","cs.LG"],"version":2,"pdf":"https://arxiv.org/pdf/2602.00001v2","announced":"2026-02-03","announce":"new","doi":"10.1/2","journal":"J. 1"}')
}

@test "the feed in Atom gives the same records" {
	item 2602.00001v1 cross "math.CO cs.DC" \
	    '<dc:creator>A. Author, B. Author</dc:creator>' |
		channel "$today" >rss.xml
	cat >atom.xml <<'EOF'
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<id>http://rss.arxiv.org/atom/cs.DC</id><updated>2026-02-03T05:00:00Z</updated>
<entry><id>oai:arXiv.org:2602.00001v1</id><title>Title of 2602.00001v1</title>
<updated>2026-02-03T05:00:00Z</updated><summary>arXiv:2602.00001v1 Announce Type: cross
Abstract: Text of 2602.00001v1.</summary>
<category term="math.CO"/><category term="cs.DC"/>
<published>2026-02-03T00:00:00-05:00</published>
<x:announce_type>cross</x:announce_type><dc:creator>A. Author, B. Author</dc:creator>
</entry></feed>
EOF
	fetch-arxiv --parse rss.xml >rss
	fetch-arxiv --parse atom.xml | diff rss -
	upstream <<<'[{"path":"/atom/*","file":"atom.xml"}]'
	ARXIV_RSS_URL=$HERE/atom batch 0
	head -n 1 out | diff rss -
}

@test "a batch of another day is an error that says which" {
	item 2602.00001v1 new cs.DC | channel "Mon, 02 Feb 2026" >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	batch 3
	assert_equal "$(fate)" '{"ok":false,"landed":0,"shown":0,"error":"the daily feed is that of 2026-02-02, and knows no other day"}'
	item 2602.00001v1 new cs.DC \
	    '<pubDate>Mon, 02 Feb 2026 00:00:00 -0500</pubDate>' |
		channel "$today" >feed.xml
	batch 3
	assert_equal "$(fate | jq -r .error)" \
	    "incomplete: the daily feed holds another day's papers"
}

@test "a stale batch under today's date is known by its papers" {
	item 2602.00001v1 new cs.DC | channel "$today" >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	printf '2026-02-02 arxiv%s\n' '' ':2602.00001' >seen
	batch 3 --seen seen
	assert_equal "$(fate | jq -r .error)" \
	    "the daily feed holds nothing that other days have not"
}

@test "an empty channel is a note on a listing day; on others nobody asks" {
	channel "$today" <<<'<skipDays><day>Saturday</day></skipDays>' >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	batch 0
	fate | jq -e '.ok and (.note | test("nothing found"))'
	fetch-arxiv --via rss --date 2026-02-07 >out
	assert_equal "$(fate | jq -r .note)" "no announcement on Saturday"
	assert_asked 1
}

@test "a category that arXiv does not know is told in its words" {
	cat >feed.xml <<'EOF'
<rss version="2.0"><channel><title>Feed error for query: x</title>
<link>x</link><description>Bad archive 'cs'.</description></channel></rss>
EOF
	upstream <<<'[{"file":"feed.xml","status":400}]'
	batch 3
	assert_equal "$(fate | jq -r .error)" "arXiv says: Bad archive 'cs'."
	assert_asked 1
}

@test "a feed that is full is asked for by categories, and a cross-list stays new" {
	for ((n = 0; n < 2000; n++)); do
		item "2512.$((10000 + n))v2" replace-cross "math.CO cs.DC"
	done | channel "$today" >full.xml
	item 2602.00001v1 cross "cs.DC cs.LG" | channel "$today" >LG.xml
	item 2602.00001v1 new "cs.DC cs.LG" | channel "$today" >DC.xml
	upstream <<'EOF'
[{"path":"/rss/cs.LG","file":"LG.xml"},{"path":"/rss/cs.DC","file":"DC.xml"},
 {"file":"full.xml"}]
EOF
	batch 0 -k cs.LG -k cs.DC
	assert_asked 3
	assert_equal "$(of_paper '[.id, .announce]')" \
	    '["arxiv:2602.00001","new"]'
	batch 3 -k cs.CV
	assert_equal "$(fate | jq -r .error)" \
	    "incomplete: a daily feed has no room for all its papers"
}

@test "what cannot be asked by a way ends with 2" {
	while read -r arguments; do
		IFS=' ' read -ra words <<<"$arguments"
		run -2 fetch-arxiv "${words[@]}"
		assert_equal "$arguments: ${#lines[@]}" "$arguments: 1"
	done <<'EOF'
--via fax
--via rss --id 2602.00001
--via rss --query ti:x
--via oai --query ti:x
--via rss --from 2026-02-01 --to 2026-02-02
--via rss --by submitted
--via oai --from 2026-02-01T10:00:00Z --to 2026-02-02
--late 3
--late 0 --seen x
--seen x --by updated
--seen x --from 2026-02-01 --to 2026-02-02
EOF
}

# what takes over

# A list of OAI-PMH with the paper $1, which changed on 3 February 2026.
harvest() {
	cat <<EOF
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record>
<header><datestamp>2026-02-03</datestamp></header><metadata>
<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>$1</id>
<created>2026-02-01</created><categories>cs.DC</categories></arXiv></metadata>
</record></ListRecords></OAI-PMH>
EOF
}

@test "where the query interface refuses, OAI-PMH takes over, and that is said" {
	harvest 2602.00001 >oai.xml
	upstream <<'EOF'
[{"path":"/oai","file":"oai.xml"},{"status":429,"body":"Rate exceeded."}]
EOF
	fetch 0
	assert_equal "$(ids)" arxiv:2602.00001
	assert_equal "$(fate)" '{"ok":true,"landed":1,"shown":1,"note":"by OAI-PMH, for the query interface refused: HTTP 429"}'
	assert_equal "$(asked .path | uniq -c | awk '{ print $1, $2 }')" \
	    $'5 /api/query\n1 /oai'
}

@test "OAI-PMH takes over from empty pages, and gives no paper twice" {
	local status

	for status in 200 503; do
		serve_pages 2 0 0 0
		harvest 2602.00000 >oai.xml
		jq --argjson status $status '[{"path":"/oai","file":"oai.xml"}] +
		    .[:1] + if $status == 200 then .[1:]
		    else [{"status":503}] end' answers.json >new.json
		upstream <new.json
		fetch 0
		assert_equal "$(ids | sort)" $'arxiv:2602.00000\narxiv:2602.00001'
		fate | jq -e '.ok and .landed == 2 and
		    (.note | startswith("by OAI-PMH, for"))'
	done
}

@test "RSS takes over for today's listing, and for no other day's" {
	local day

	item 2602.00001v1 new cs.DC | channel "$today" >rss.xml
	harvest 2602.00001 >oai.xml
	upstream <<'EOF'
[{"path":"/rss/*","file":"rss.xml"},{"path":"/oai","file":"oai.xml"},
 {"status":503}]
EOF
	fetch 0
	refute grep -q /rss/ asked
	# What day it is for US Eastern; on a weekend there is no listing.
	day=$(TZ=America/New_York date +%F)
	[[ $(date -d "$day" +%u) -le 5 ]] || return 0
	mkdir share
	: >share/arxiv-holidays
	item 2602.00001v1 new cs.DC |
		channel "$(LC_ALL=C date -d "$day" '+%a, %d %b %Y')" >rss.xml
	DAIR_SHARE=share fetch-arxiv --date "$day" >out
	assert_equal "$(ids)" arxiv:2602.00001
	fate | grep -q "by RSS, for the query interface refused: HTTP 503"
}

@test "when all refuse, each is named, and it is exit 3" {
	upstream <<<'[{"path":"/oai","status":503},{"status":429}]'
	fetch 3
	assert_equal "$(fate | jq -r .error)" "HTTP 429; OAI-PMH: HTTP 503"
}

@test "no other way is tried for faults of the question, nor for what only one knows" {
	upstream <<<'[{"status":400}]'
	fetch 3
	assert_asked 1
	upstream <<<'[{"status":503}]'
	fetch 3 --query ti:x
	fetch 3 --id 2602.00001
	assert_equal "$(asked .path | sort -u)" /api/query
}

@test "whoever names another query interface is led to no endpoint unnamed" {
	upstream <<<'[{"status":503}]'
	unset ARXIV_OAI_URL ARXIV_RSS_URL
	fetch 3
	assert_equal "$(fate | jq -r .error)" "HTTP 503"
}

@test "patience is one for all ways together" {
	upstream <<'EOF'
[{"path":"/oai","status":503,"headers":{"Retry-After":"1"}},
 {"status":503,"headers":{"Retry-After":"1"}}]
EOF
	fetch 3 --patience 2.5
	assert_equal "$(asked .path | uniq -c | awk '{ print $1, $2 }')" \
	    $'3 /api/query\n1 /oai'
}
