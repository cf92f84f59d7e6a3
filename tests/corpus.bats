#!/usr/bin/env bats
# Real papers, commits and issues, where the corpus of labels is at hand: whole
# days, and how well the programs do. The figures are floors, a little below
# what is reached: a change that loses more has to be looked at.

load helper

corpus=$ROOT/../shared/corpus
tools=$ROOT/../shared/tools

setup() {
	common_setup
	if [ ! -d "$corpus" ] || [ ! -d "$tools" ]; then
		skip "the corpus of labels is not here"
	fi
}

# The corpus as records.
papers() {
	jq -c '{kind: "paper", id: "arxiv:\(.id)",
	    url: "https://arxiv.org/abs/\(.id)v1", title, text: .abstract,
	    created: "\(.listed)T00:00:00Z", authors, categories,
	    announced: .listed}' "$corpus/arxiv-pool.jsonl"
}

commits() {
	jq -c '{kind: "commit", id: "gh:\(.repo)@\(.sha)",
	    url: "https://github.com/\(.repo)/commit/\(.sha)",
	    title: .subject, text: .body, created: .date, repo, sha,
	    merge: (.parents > 1),
	    stats: {additions, deletions, files: .nfiles}}' \
	    "$corpus/gold-commits.dev.jsonl"
}

issues() {
	jq -c '{kind: "issue", id: "gh:\(.repo)#\(.number)",
	    url: "https://github.com/\(.repo)/issues/\(.number)",
	    title, text: .excerpt, created: "\(.date)T00:00:00Z", repo, number,
	    labels}' "$corpus/gold-issues.dev.jsonl"
}

# All of a day, with all commits and issues that there are.
a_day() {
	papers | grep '"announced":"2026-02-03"'
	commits
	issues
}

# From the records "day" to the README of the site $1, in the language $2.
make_site() {
	mkdir "$1"
	classify --top paper=15,commit=32,issue=8 day |
		summarize --lang "$2" --digest |
		render --lang "$2" --dir "$1/reports" --date 2026-02-03 |
		index-update "$1/README.md" >"$1/out"
	assert_equal "${PIPESTATUS[*]}" "0 0 0 0"
}

# The links in the file $1, sorted.
links_of() {
	grep -oE 'https?://[^ )>]+' "$1" | LC_ALL=C sort
}

# Fails unless the first number behind the words $1 in "figures" is at least $2.
assert_at_least() {
	local line reached

	line=$(grep -m 1 -- "$1" figures)
	reached=$(sed -E "s/.*$1 +([0-9.]+).*/\1/" <<<"$line")
	echo "$1: $reached, wanted: $2"
	awk -v a="$reached" -v b="$2" 'BEGIN { exit !(a ~ /^[0-9.]+$/ && a >= b) }'
}

# Fails unless ROUGE-1 of the summaries of the corpus' file $1 is at least $2.
assert_rouge_at_least() {
	jq -c 'del(.sentences, .references)' "$corpus/$1" |
		summarize --extract |
		"$tools/rouge" -B 0 "$corpus/$1" >summary
	sed -nE 's/^- +[0-9]+ +([0-9.]+) .*/ROUGE-1 \1/p' summary >figures
	refute grep missing summary
	assert_at_least ROUGE-1 "$2"
}

refute() {
	run "$@"
	assert_failure
}

# a day

@test "a real day becomes a site, in both languages" {
	a_day >day
	for lang in zh en; do
		run --separate-stderr -0 make_site "$lang" "$lang"
		assert_equal "${stderr-}" ""
		assert_equal "$(jq -c '[.lang, .counts.papers]' "$lang/out")" \
		    "[\"$lang\",15]"
		run grep -cE '^[0-9]+[.] [*][*]' "$lang/README.md"
		assert_output 15
	done
}

@test "a real day gives the same bytes twice" {
	a_day >day
	make_site first zh
	make_site second zh
	diff first/README.md second/README.md
	diff -r first/reports second/reports
}

@test "every link of a real report is that of a record, every record linked" {
	a_day >day
	for lang in zh en; do
		make_site "$lang" "$lang"
		jq -r '.url // empty' "$lang/reports/2026-02-03.ndjson" |
			LC_ALL=C sort >urls
		assert [ "$(wc -l <urls)" -gt 100 ]
		# What is to be read first is linked there too.
		for file in reports/2026-02-03.md README.md; do
			links_of "$lang/$file" | LC_ALL=C uniq | diff urls -
		done
	done
}

@test "the papers of a real report are the 15 best, best first" {
	a_day >day
	make_site site en
	classify day | jq -r 'select(.kind == "paper") |
	    "\(.url) \(.class.score)"' >scores
	# Papers may have the same score, so it is scores that are compared.
	cut -d ' ' -f 2 scores | sort -rg | head -n 15 >best
	grep -o 'https://arxiv.org/abs/.*' site/reports/2026-02-03.md |
		while read -r url; do
			grep -F "$url " scores | cut -d ' ' -f 2
		done | diff best -
	run uniq best
	assert [ "${#lines[@]}" -gt 1 ]
}

@test "no line of a real report ends in a blank, none repeats a heading" {
	a_day >day
	for lang in zh en; do
		make_site "$lang" "$lang"
		refute grep -nE '[[:space:]]$' "$lang/README.md" \
		    "$lang/reports/2026-02-03.md"
		run bash -c 'grep "^##" "$1" | sort | uniq -d' - \
		    "$lang/reports/2026-02-03.md"
		assert_output ""
	done
}

@test "every real item has a summary, papers one that is not their title" {
	{
		papers
		commits
		issues
	} | summarize >summarized
	assert_equal "$(wc -l <summarized)" 4636
	run jq -r 'select(.summary.text // "" | test("[^\\s]") | not) | .id' \
	    summarized
	assert_output ""
	run jq -r 'select(.kind == "paper" and .summary.text == .title and
	    .text != .title) | .id' summarized
	assert_output ""
	run jq -r 'select(.summary.text | test("\n|^\\s|\\s$")) | .id' \
	    summarized
	assert_output ""
}

# how well

@test "papers: mean AP at least .70 strict, .80 lenient" {
	papers | classify | "$tools/score" "$corpus/gold-papers.dev.jsonl" \
	    /dev/stdin | grep '^mean' >figures
	assert_at_least "AP strict" .70
	assert_at_least "AP lenient" .80
}

@test "commits: the type is right for 70 % at least" {
	commits | classify | "$tools/score" "$corpus/gold-commits.dev.jsonl" \
	    /dev/stdin >figures
	assert_at_least "type: accuracy" .70
}

@test "issues: the kind is right for 85 % at least" {
	issues | classify | "$tools/score" "$corpus/gold-issues.dev.jsonl" \
	    /dev/stdin >figures
	assert_at_least "kind: accuracy" .85
}

@test "summaries of papers: ROUGE-1 at least 40" {
	assert_rouge_at_least scitldr-a.dev.jsonl 40.0
}

@test "summaries of commits: ROUGE-1 at least 30" {
	assert_rouge_at_least pr-title.dev.jsonl 30
}

@test "summaries of papers say nothing that the papers do not" {
	jq -c '{kind, id, title, text}' "$corpus/scitldr-a.dev.jsonl" |
		summarize --extract >summarized
	run -0 "$tools/faith" summarized
	assert_line --regexp '^record +619 +0 '
	assert_line --regexp '^all +[1-9][0-9]+ +0 '
}

@test "nor do those of commits and issues" {
	{
		commits
		issues
	} | summarize --extract | jq -c 'del(.summary.impact)' >summarized
	run -0 "$tools/faith" summarized
	assert_line --regexp '^record +237 +0 '
}
