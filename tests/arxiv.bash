# What the tests of fetch-arxiv share: feeds, runs, and what came of them.

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

# Fails unless the answer in feed.xml is refused because of $1, with no record.
assert_refused() {
	fetch 3
	assert_equal "$(wc -l <out)" 1
	assert_equal "$(fate)" \
	    "{\"ok\":false,\"landed\":0,\"shown\":0,\"error\":\"$1\"}"
	assert_equal "$(cat err)" "fetch-arxiv: arxiv: $1"
}
