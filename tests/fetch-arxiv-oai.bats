#!/usr/bin/env bats
# fetch-arxiv: the harvest of OAI-PMH.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load upstream
load arxiv

setup() {
	upstream_setup
	export ARXIV_OAI_URL=$HERE/oai ARXIV_RSS_URL=$HERE/rss
}

# A record: the identifier $1, changed on the day $2, submitted on the day $3,
# of the categories $4, with the elements $5...
record() {
	printf '<record><header><identifier>oai:arXiv.org:%s</identifier>' "$1"
	printf '<datestamp>%s</datestamp></header><metadata>' "$2"
	printf '<arXiv xmlns="http://arxiv.org/OAI/arXiv/">'
	printf '<id>%s</id><created>%s</created>' "$1" "$3"
	printf '%s' "${@:5}"
	printf '<title>Title of %s</title><categories>%s</categories>' "$1" "$4"
	printf '<abstract>  Text of %s.\n</abstract></arXiv></metadata></record>\n' "$1"
}

# A document of the protocol, of what stands on standard input.
protocol() {
	echo '<?xml version="1.0" encoding="UTF-8"?>'
	echo '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
	echo '<responseDate>2026-02-04T00:00:00Z</responseDate>'
	cat
	echo '</OAI-PMH>'
}

# A list of the records on standard input, which goes on at the token $1.
list() {
	{
		echo '<ListRecords>'
		cat
		[ -z "${1-}" ] || echo "<resumptionToken>$1</resumptionToken>"
		echo '</ListRecords>'
	} | protocol
}

# A document that tells of the error $1.
error() {
	echo "<error code=\"$1\">In words of $1</error>" | protocol
}

harvest() {
	fetch "$1" --via oai "${@:2}"
}

# The parameters of each request, decoded.
questions() {
	asked .query | sed 's/&/ /g; s/%3A/:/g; s/%2F/\//g'
}

@test "a listing is what was submitted for it and has changed since" {
	{
		record 2602.00001 2026-02-03 2026-02-01 cs.DC
		record 2602.00002 2026-02-05 2026-01-31 "cs.LG stat.ML"
		record 2602.00003 2026-02-03 2026-01-29 cs.DC
		record 2602.00004 2026-02-04 2026-02-03 cs.DC
		record 2602.00005 2026-02-03 2026-02-01 cs.SE
	} | list >feed.xml
	upstream <<<'[{"path":"/oai","file":"feed.xml"}]'
	harvest 0
	assert_equal "$(ids)" $'arxiv:2602.00001\narxiv:2602.00002'
	assert_equal "$(fate)" '{"ok":true,"landed":2,"shown":2}'
	assert_equal "$(questions)" \
	    "verb=ListRecords metadataPrefix=arXiv set=cs from=2026-02-02"
}

@test "a day with a deadline in it belongs to the listing on which it changed" {
	{
		record 2602.00001 2026-02-03 2026-02-02 cs.DC
		record 2602.00002 2026-02-04 2026-02-02 cs.DC
		record 2602.00003 2026-02-02 2026-01-30 cs.DC
		record 2602.00004 2026-02-03 2026-01-30 cs.DC
	} | list >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	harvest 0
	assert_equal "$(ids)" $'arxiv:2602.00001\narxiv:2602.00004'
	fetch-arxiv --date 2026-02-04 --via oai >out
	assert_equal "$(ids)" $'arxiv:2602.00002'
	fetch-arxiv --date 2026-02-02 --via oai >out
	assert_equal "$(ids)" $'arxiv:2602.00003'
}

@test "a record in full" {
	record math/0611800 2026-02-03 2026-02-01 "cs.DC math.CA bogus" \
	    '<updated>2026-02-02</updated>' \
	    '<authors><author><keyname>G\"odel</keyname><forenames>Kurt F.</forenames><suffix>Jr.</suffix></author><author><keyname>CERN</keyname></author></authors>' \
	    '<comments>8  pages</comments><journal-ref>J. 1</journal-ref>' \
	    '<doi>10.1/2</doi><license>x</license><acm-class>68T05</acm-class>' |
		list >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	harvest 0
	head -n 1 out | diff - <(echo '{"kind":"paper","id":"arxiv:math/0611800","url":"https://arxiv.org/abs/math/0611800","title":"Title of math/0611800","text":"Text of math/0611800.","created":"2026-02-01","updated":"2026-02-02","authors":["Kurt F. Gödel Jr.","CERN"],"categories":["cs.DC","math.CA"],"pdf":"https://arxiv.org/pdf/math/0611800","announced":"2026-02-03","announce":"new","comment":"8 pages","doi":"10.1/2","journal":"J. 1"}')
}

@test "what has no update is of version 1" {
	record 2602.00001 2026-02-03 2026-02-01 cs.DC | list >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	harvest 0
	assert_equal "$(of_paper '[.version, .url]')" \
	    '[1,"https://arxiv.org/abs/2602.00001v1"]'
}

@test "a list goes on by its token, encoded once more, and with nothing else" {
	record 2602.00001 2026-02-03 2026-02-01 cs.DC |
		list 'verb%3DListRecords%26skip%3D1' >1.xml
	record 2602.00002 2026-02-03 2026-02-01 cs.DC | list ' ' >2.xml
	upstream <<'EOF'
[{"query":{"resumptionToken":"verb%3DListRecords%26skip%3D1"},"file":"2.xml"},
 {"query":"metadataPrefix","file":"1.xml"}]
EOF
	harvest 0
	assert_equal "$(ids | wc -l)" 2
	assert_equal "$(questions | tail -n 1)" \
	    "verb=ListRecords resumptionToken=verb%253DListRecords%2526skip%253D1"
	assert_asked 2
}

@test "a token that is refused has the list begin anew, and nothing comes twice" {
	record 2602.00001 2026-02-03 2026-02-01 cs.DC | list a >1.xml
	record 2602.00002 2026-02-03 2026-02-01 cs.DC | list >2.xml
	error badResumptionToken >bad.xml
	upstream <<'EOF'
[{"query":"resumptionToken","file":"bad.xml","times":1},
 {"query":"resumptionToken","file":"2.xml"},{"file":"1.xml"}]
EOF
	harvest 0
	assert_equal "$(ids)" $'arxiv:2602.00001\narxiv:2602.00002'
	assert_asked 4
	upstream <<<'[{"query":"resumptionToken","file":"bad.xml"},{"file":"1.xml"}]'
	harvest 3
	assert_asked 6
	assert_equal "$(fate)" '{"ok":false,"landed":1,"shown":1,"error":"arXiv says: In words of badResumptionToken"}'
}

@test "noRecordsMatch is an empty day, other errors are errors" {
	error noRecordsMatch >none.xml
	error badArgument >bad.xml
	upstream <<<'[{"file":"none.xml","times":1},{"file":"bad.xml"}]'
	harvest 0
	assert_equal "$(fate | jq -c '[.ok, .landed]')" '[true,0]'
	harvest 3
	assert_equal "$(fate | jq -r .error)" \
	    "arXiv says: In words of badArgument"
	assert_asked 2
}

@test "deleted records are passed over, those without identifier are told of" {
	{
		echo '<record><header status="deleted"><identifier>oai:arXiv.org:2602.00009</identifier><datestamp>2026-02-03</datestamp></header></record>'
		record 2602.00001 2026-02-03 2026-02-01 cs.DC
	} | list >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	harvest 0
	assert_equal "$(ids)" arxiv:2602.00001
	record nothing 2026-02-03 2026-02-01 cs.DC | list >feed.xml
	harvest 3
	assert_equal "$(fate | jq -r .error)" \
	    "an entry of the feed cannot be read"
}

@test "a category is a set, several of a group are the group" {
	record 2602.00001 2026-02-03 2026-02-01 "cs.DC hep-th" | list >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	harvest 0 -k cs.DC
	harvest 0 -k cs.DC -k cs.LG -k stat.ML
	harvest 0 -k hep-th
	harvest 0 -k cs
	assert_equal "$(questions | grep -o 'set=[^ ]*' | paste -s)" \
	    $'set=cs:cs:DC\tset=cs\tset=stat:stat:ML\tset=physics:hep-th\tset=cs'
	assert_equal "$(fate)" '{"ok":true,"landed":1,"shown":1}'
}

@test "503 is waited for as it says, and asked again" {
	record 2602.00001 2026-02-03 2026-02-01 cs.DC | list >feed.xml
	upstream <<'EOF'
[{"status":503,"times":1,"headers":{"Retry-After":"1"}},
 {"status":503,"times":1,"headers":{"Retry-After":"0"}},{"file":"feed.xml"}]
EOF
	harvest 0
	assert_asked 3
	asked .time | awk '{ t[NR] = $1 } END { exit !(t[2] - t[1] >= 0.9) }'
}

@test "a long time is harvested in spans of days that do not overlap" {
	record 2602.00001 2026-02-03 2026-02-01 cs.DC | list >feed.xml
	error noRecordsMatch >none.xml
	upstream <<<'[{"query":"from=2026-01-31","file":"feed.xml"},{"file":"none.xml"}]'
	harvest_span=(--via oai --from 2026-01-01 --to 2026-03-01 -k cs.DC)
	fetch-arxiv "${harvest_span[@]}" >out
	assert_equal "$(ids)" arxiv:2602.00001
	assert_equal "$(tail -n 1 out | jq -c '[.ok, .landed]')" '[true,1]'
	local expected=2026-01-01 from until

	questions | sed 's/.*from=//; s/until=//' >spans
	while read -r from until; do
		assert_equal "$from" "$expected"
		expected=${until:+$(date -u -d "$until + 1 day" +%F)}
	done <spans
	assert_equal "$expected" ""
	assert [ "$(wc -l <spans)" -gt 3 ]
}

@test "nothing is asked for from before arXiv kept dates of change" {
	error noRecordsMatch >none.xml
	upstream <<<'[{"file":"none.xml"}]'
	fetch-arxiv --via oai --from 1999-01-01 --to 1999-01-03 >out
	assert_equal "$(questions | grep -o 'from=[^ ]*' | sort -u)" \
	    from=2005-09-16
}

@test "--by updated takes the last update, and says that it replaces" {
	{
		record 2501.00001 2026-02-04 2025-01-01 cs.DC \
		    '<updated>2026-02-03</updated>'
		record 2602.00002 2026-02-04 2026-02-03 cs.DC
		record 2602.00003 2026-02-04 2026-02-03 cs.DC \
		    '<updated>2026-02-04</updated>'
	} | list >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	harvest 0 --by updated
	assert_equal "$(of_paper '[.id, .announce]')" \
	    '["arxiv:2501.00001","replace"]
["arxiv:2602.00002","new"]'
}

@test "papers are asked for by id, one after the other" {
	{
		echo '<GetRecord>'
		record 2501.00001 2025-02-01 2025-01-01 cs.DC
		echo '</GetRecord>'
	} | protocol >1.xml
	error idDoesNotExist >none.xml
	upstream <<<'[{"query":"2501.00001","file":"1.xml"},{"file":"none.xml"}]'
	fetch-arxiv --via oai -i 2509.99999 -i 2501.00001v2 >out
	assert_equal "$(ids)" arxiv:2501.00001
	assert_equal "$(questions | grep -o 'identifier=.*' | paste -s)" \
	    $'identifier=oai:arXiv.org:2509.99999\tidentifier=oai:arXiv.org:2501.00001'
}

@test "--late finds in the list what earlier days did not have" {
	{
		record 2601.00001 2026-02-03 2026-01-28 cs.DC
		record 2601.00002 2026-02-03 2026-01-28 cs.DC
		record 2602.00003 2026-02-03 2026-02-01 cs.DC
	} | list >feed.xml
	upstream <<<'[{"file":"feed.xml"}]'
	printf '2026-01-%s\n' '29 arxiv' '30 arxiv' '29 arxiv:2601.00002' >seen
	harvest 0 --late 4 --seen seen
	assert_equal "$(of_paper '[.id, .late, .announced]')" \
	    '["arxiv:2601.00001",true,null]
["arxiv:2602.00003",null,"2026-02-03"]'
	assert_equal "$(questions | grep -o 'from=.*')" from=2026-01-26
}

@test "a page that is cut gives nothing, and what came before it stays" {
	record 2602.00001 2026-02-03 2026-02-01 cs.DC | list a >1.xml
	record 2602.00002 2026-02-03 2026-02-01 cs.DC | list | head -n 6 >2.xml
	upstream <<<'[{"query":"resumptionToken","file":"2.xml"},{"file":"1.xml"}]'
	harvest 3
	assert_equal "$(ids)" arxiv:2602.00001
	fate | grep -q 'not a whole XML document'
}

@test "a hundred thousand records are harvested in the memory of ten thousand" {
	needs_true_memory
	cat >pages.py <<'EOF'
import json, sys
count = int(sys.argv[1])
for page in range(count):
    with open('%d.xml' % page, 'w') as out:
        out.write('<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
                  '<ListRecords>')
        for n in range(1000):
            out.write(
                '<record><header><datestamp>2026-02-03</datestamp></header>'
                '<metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">'
                f'<id>{page % 12 + 701 + page // 12 * 100:04}.{n:05}</id>'
                '<created>2026-02-01</created><categories>cs.DC</categories>'
                f'<abstract>{"Text. " * 20}</abstract></arXiv></metadata>'
                '</record>')
        token = 'n%dn' % (page + 1) if page + 1 < count else ''
        out.write('<resumptionToken>%s</resumptionToken></ListRecords>'
                  '</OAI-PMH>' % token)
print(json.dumps([{"query": "n%dn" % page, "file": "%d.xml" % page}
                  for page in range(1, count)] + [{"file": "0.xml"}]))
EOF
	for pages in 10 100; do
		python3 pages.py "$pages" | upstream
		python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=open("out", "w"), check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
' fetch-arxiv --via oai --by submitted --date 2026-02-01 >"peak.$pages"
		assert_equal "$(tail -n 1 out | jq .landed)" $((pages * 1000))
	done
	assert [ "$(cat peak.100)" -lt $(($(cat peak.10) + 8192)) ]
}
