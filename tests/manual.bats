#!/usr/bin/env bats
# The manual says what the programs do: options, sections, examples.
#
# An option is described in a tagged list, as ".It Fl l , Fl -lang Ar LANG". An
# example is one command in one literal display (.Bd -literal to .Ed, or .Dl) of
# the section EXAMPLES of a page in section 1 or 7. It is run in a folder that
# has day.ndjson (records of all kinds), README.md and reports/ (two days); it
# must end with status 0, print something and complain of nothing. Examples of
# programs that fetch may name page.atom too, and have a home folder with
# .config/dair/token; they ask an upstream on loopback, and nobody else.
# shellcheck disable=SC2016 # dollars are for other shells
# shellcheck disable=SC2030,SC2031 # what a test sets ends with it

load helper

fetching="daily.1 fetch-arxiv.1 fetch-gh.1"

setup() {
	common_setup
	PATH=$PATH:$ROOT # for daily
	pages=("$ROOT"/man/*.1)
	assert_exists "${pages[0]}"
	# Nothing leaves this machine: nobody listens on port 9.
	export ARXIV_API_URL=http://127.0.0.1:9/api/query
	export GITHUB_API_URL=http://127.0.0.1:9
	export HOME=$PWD/table XDG_CACHE_HOME=$PWD/cache
	unset GITHUB_TOKEN GH_TOKEN OPENAI_MODEL DAIR_SHARE XDG_CONFIG_HOME
	export ARXIV_OAI_URL=http://127.0.0.1:9/oai ARXIV_RSS_URL=http://127.0.0.1:9/rss
}

# Named in a failure: the page, and the example if it was about one.
teardown() {
	if [ -n "${UPSTREAM_PID-}" ]; then
		kill "$UPSTREAM_PID"
	fi
	echo "the page was: ${page-none}"
	cat example 2>/dev/null || true
}

# What the help of the program $1 lists, as "-l, --lang LANG".
options_of_help() {
	"$1" --help | sed -n 's/^  *\(-.*\)/\1/p' | sed 's/   *.*//'
}

# The same of the page $1.
options_of_page() {
	sed -nE -e 's/ Ar / /' \
	    -e 's/^\.It Fl (.) , Fl -([^ ]+)( [^ ]+)?$/-\1, --\2\3/p' \
	    -e 's/^\.It Fl -([^ ]+)( [^ ]+)?$/--\1\2/p' "$1"
}

# The page $1 as text in lines of any length.
text_of() {
	mandoc -T utf8 -O width=1000 "$1" | sed 's/.\x08//g'
}

# The section $2 of the page $1, as text.
section_of() {
	text_of "$1" | awk -v wanted="$2" '
		/^[^ ]/ { inside = $0 == wanted; next }
		inside && NF > 0'
}

# The options in a synopsis on standard input, as "-l LANG", each once, sorted.
options_of_synopsis() {
	grep -oE '[[ ]-[A-Za-z]+( [A-Z][^] ]*)?' | cut -c 2- |
		awk 'NF == 2 { print; next }
		{
			for (i = 2; i <= length($1); i++)
				print "-" substr($1, i, 1)
		}' | LC_ALL=C sort -u
}

# The options of "-l, --lang LANG" as "-l LANG", sorted.
short_options() {
	grep '^-., ' | sed 's/, --[^ ]*//' | LC_ALL=C sort -u
}

# The displays of the examples in the page $1, as files example.1, example.2
# and so on, each as a reader would paste it.
cut_examples() {
	rm -f display.* example.*
	awk '
		/^\.Sh / { inside = $0 == ".Sh EXAMPLES" }
		!inside { next }
		/^\.Bd -literal/ || /^\.Dl / {
			file = "display." ++n
			print ".Dd $Mdocdate$\n.Dt X 1\n.Os\n.Sh X" >file
			open = 1
		}
		open { print >file }
		/^\.Ed/ || /^\.Dl / { open = 0 }' "$1"
	for display in display.*; do
		[ -e "$display" ] || continue
		text_of "$display" | sed '1,/^X$/d; $d' | awk 'NF > 0' |
			sed -E 's/^ {5,11}//' >"example.${display#display.}"
	done
}

# Makes an empty folder, and in it the files that examples may name.
set_the_table() {
	rm -rf table
	mkdir table
	cat >table/README.md <<'END'
# A Site

## 往期回顾
- [2026-01-30](reports/2026-01-30.md)

---

## 最新解读 (2026-01-31)
Old news.
END
	cat >table/day.ndjson <<'END'
{"kind":"paper","id":"arxiv:2602.00001","url":"https://arxiv.org/abs/2602.00001v1","title":"Paged KV Caches in FP8 on Many GPUs","text":"Serving large language models is bound by memory. We present a KV cache that pages over many GPUs. It raises throughput by 2.5x on eight GPUs.","created":"2026-01-30T10:00:00Z","announced":"2026-02-02","authors":["A. Author"],"categories":["cs.DC","cs.LG"]}
{"kind":"status","stage":"fetch-arxiv","source":"arxiv","date":"2026-02-02","ok":true,"landed":1,"shown":1}
{"kind":"commit","id":"gh:example/engine@1111111111111111111111111111111111111111","url":"https://github.com/example/engine/commit/1111111111111111111111111111111111111111","title":"[Bugfix] Fix a hang in the all-reduce (#12)","text":"The second stream was never waited for.","created":"2026-02-02T08:00:00Z","repo":"example/engine"}
{"kind":"status","stage":"fetch-gh","source":"example/engine commits","date":"2026-02-02","ok":false,"landed":1,"shown":1,"error":"HTTP 503"}
{"kind":"issue","id":"gh:example/engine#3","url":"https://github.com/example/engine/issues/3","title":"[Bug]: out of memory in CUDA graphs","text":"It crashes with 3 GPUs.","created":"2026-02-02T10:00:00Z","repo":"example/engine","number":3,"labels":["bug"]}
{"kind":"pull","id":"gh:example/engine#4","url":"https://github.com/example/engine/pull/4","title":"Speed up sampling","text":"Sorting is left out.","created":"2026-02-02T11:00:00Z","repo":"example/engine","number":4}
{"kind":"release","id":"gh:example/kernels/releases/v1.2","url":"https://github.com/example/kernels/releases/tag/v1.2","title":"v1.2","text":"Faster.","created":"2026-02-02T12:00:00Z","repo":"example/kernels"}
END
	mkdir -p table/.config/dair table/reports
	cp table/day.ndjson table/reports/2026-02-02.ndjson
	echo 'export GITHUB_TOKEN=dair-token' >table/.config/dair/token
	cat >table/page.atom <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
  <id>https://arxiv.org/api/x</id>
  <title>arXiv Query</title>
  <updated>2026-02-02T00:00:00Z</updated>
  <opensearch:itemsPerPage>1</opensearch:itemsPerPage>
  <opensearch:totalResults>1</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
  <entry>
    <id>http://arxiv.org/abs/2602.00001v1</id>
    <title>Paged KV Caches on Many GPUs</title>
    <updated>2026-01-30T10:00:00Z</updated>
    <link href="https://arxiv.org/abs/2602.00001v1" rel="alternate" type="text/html"/>
    <summary>We page.</summary>
    <category term="cs.DC" scheme="http://arxiv.org/schemas/atom"/>
    <published>2026-01-30T10:00:00Z</published>
    <arxiv:primary_category term="cs.DC"/>
    <author><name>A. Author</name></author>
  </entry>
</feed>
END
	for date in 2026-01-30 2026-01-31 2026-02-02; do
		sed "s/2026-02-02/$date/" table/day.ndjson |
			render --dir table/reports --date "$date" >/dev/null
	done
}

@test "every program has its page, every page its program" {
	for program in "$(dirname "$(command -v classify)")"/*; do
		page=$ROOT/man/$(basename "$program").1
		assert_exists "$page"
	done
	for page in "${pages[@]}"; do
		run -0 command -v "$(basename "$page" .1)"
	done
	assert_exists "$ROOT/man/dair-record.5"
	assert_exists "$ROOT/man/dair.7"
}

@test "pages have nothing that mandoc warns of" {
	command -v mandoc || skip "no mandoc"
	for page in "$ROOT"/man/*.[157]; do
		run -0 mandoc -T lint -W warning "$page"
		assert_output ""
	done
}

@test "a page describes the options of the help, no more, in their order" {
	for page in "${pages[@]}"; do
		options_of_help "$(basename "$page" .1)" >help
		assert [ "$(grep -c '^-' help)" -ge 4 ]
		options_of_page "$page" | diff help -
	done
}

@test "a synopsis names the options that the page describes, no more" {
	command -v mandoc || skip "no mandoc"
	for page in "${pages[@]}"; do
		options_of_page "$page" | short_options >described
		section_of "$page" SYNOPSIS | options_of_synopsis |
			diff described -
	done
}

@test "the usage names the options that the page describes, no more" {
	for page in "${pages[@]}"; do
		options_of_page "$page" | short_options | cut -c 1-2 >described
		"$(basename "$page" .1)" --help | sed '/^$/,$d' |
			options_of_synopsis | cut -c 1-2 | uniq |
			diff described -
	done
}

@test "pages have the sections that everybody looks for" {
	for page in "${pages[@]}"; do
		for section in NAME SYNOPSIS DESCRIPTION "EXIT STATUS" \
		    EXAMPLES; do
			run grep -cx "\.Sh $section" "$page"
			assert_output 1
		done
	done
}

@test "all four exit statuses are in every page" {
	for page in "${pages[@]}"; do
		run awk '/^\.Sh / { inside = $0 == ".Sh EXIT STATUS" }
		    inside && /^\.It / { print $2 }' "$page"
		assert_output $'0\n1\n2\n3'
	done
}

# The variables of dair that the program $1 asks for. All are linked with the
# name of DAIR_SHARE, so that is tried: few need what is in there.
variables_of() {
	for name in ARXIV_API_URL ARXIV_OAI_URL ARXIV_RSS_URL ARXIV_PACE \
	    GITHUB_API_URL GITHUB_SERVER_URL GITHUB_TOKEN GH_TOKEN \
	    GH_ENTERPRISE_TOKEN GITHUB_ENTERPRISE_TOKEN CURL_CA_BUNDLE \
	    SSL_CERT_FILE OPENAI_BASE_URL OPENAI_API_KEY OPENAI_MODEL \
	    XDG_CACHE_HOME XDG_CONFIG_HOME; do
		if grep -qaw "$name" "$(command -v "$1")"; then
			echo "$name"
		fi
	done
	if DAIR_SHARE=/nowhere timeout 10 "$1" </dev/null 2>&1 |
		grep -q /nowhere/; then
		echo DAIR_SHARE
	fi
}

@test "a page tells of every variable that its program asks for" {
	for page in "${pages[@]}"; do
		awk '/^\.Sh / { inside = $0 == ".Sh ENVIRONMENT" }
		    inside && /^\.It Ev / { print }' "$page" >told
		variables_of "$(basename "$page" .1)" >asked
		while read -r name; do
			run grep -cw "$name" told
			assert_output 1
		done <asked
	done
	run variables_of summarize
	assert_line DAIR_SHARE
}

# Runs the examples of the page $1, each at a new table; where $2 is "silent",
# they need not print anything.
try_examples() {
	cut_examples "$1"
	assert_exists example.1
	for file in example.*; do
		set_the_table
		cp "$file" example
		assert_equal "$(wc -l <example)" 1
		run --separate-stderr -0 env -C table \
		    bash -e -o pipefail "$PWD/example" </dev/null
		assert_equal "${stderr-}" ""
		[ "${2-}" = silent ] || assert [ -n "$output" ]
	done
}

@test "every example runs as it stands and prints something" {
	command -v mandoc || skip "no mandoc"
	for page in "${pages[@]}" "$ROOT/man/dair.7"; do
		[[ " $fetching " == *" ${page##*/} "* ]] && continue
		try_examples "$page"
	done
}

@test "every example of the programs that fetch runs as it stands" {
	local upstream=$ROOT/../shared/tools/upstream

	command -v mandoc || skip "no mandoc"
	[ -x "$upstream" ] || skip "the upstream on loopback is not here"
	eval "$("$upstream" --background --time-scale 0.01 --lifetime 60 \
	    3>&- | tr ' ' '\n')"
	export ARXIV_PACE=0 ARXIV_API_URL=$UPSTREAM_URL/api/query
	export ARXIV_OAI_URL=$UPSTREAM_URL/oai ARXIV_RSS_URL=$UPSTREAM_URL/rss
	export GITHUB_API_URL=$UPSTREAM_URL
	for page in "${pages[@]}"; do
		[[ " $fetching " == *" ${page##*/} "* ]] || continue
		try_examples "$page" silent
	done
}

@test "the record in the manual is one, as classify makes it" {
	command -v mandoc || skip "no mandoc"
	page=$ROOT/man/dair-record.5
	cut_examples "$page"
	tr -d '\n' <example.1 >input
	run --separate-stderr -0 classify input
	assert_output "$(cat input)"
	jq -c 'del(.class)' input | classify | jq -S . | diff <(jq -S . input) -
}
