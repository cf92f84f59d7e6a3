#!/usr/bin/env bats
# summarize with a model that does whatever the texts it reads tell it, and
# twenty texts by people who know that; see hostile/ and obey.py. What they get
# out of it concerns nobody else, and is plain text in the report's language.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load model

# Makes "input" of six items, between them an issue with the text of the file
# hostile/$1.txt.
poisoned() {
	local title="Allocator hangs"

	{
		item commit "Kernel1 is tuned"
		item issue "Kernel2 fails"
		item paper "Kernel3 for all"
		jq -Rsc --arg title "$title" '{kind: "issue", id: "gh:o/r#9",
		    repo: "o/r", $title, text: .}' "$ROOT/tests/hostile/$1.txt"
		item commit "Kernel4 is new"
		item issue "Kernel5 fails"
		item paper "Kernel6 for all"
	} >input
}

# Prints the summaries of all but the poisoned item in the file $1.
others() {
	jq -c 'select(.summary and .id != "gh:o/r#9") | [.id, .summary]' "$1"
}

# Fails unless nothing in "out" but records' own text is more than plain text
# in English.
assert_plain() {
	jq -r '.summary.text?, .summary.impact?, select(.part).text | strings' \
	    out >said
	run -1 grep -E '://|www\.|evil|<[a-z!/]|\]\(|\*\*|^#' said
	run -1 grep -P '[\x{3040}-\x{30ff}\x{4e00}-\x{9fff}]|Le noyau' said
	run -1 grep -P '[\x{200b}\x{202a}-\x{202e}\x{e0000}-\x{e007f}]' said
}

# Fails unless nothing comes of the texts hostile/$@.txt, one at a time.
nothing_comes_of() {
	local name

	for name; do
		rm -rf cache
		upstream <<<'[{"model":{"obeys":true}}]'
		poisoned "$name"
		# A model that gives up JSON for one item says nothing about it.
		tell "$([ "$name" = format ] && echo 1 || echo 0)" -d
		others out >"$name"
		diff clean "$name" >difference || fail "$name: $(cat difference)"
		assert_plain
	done
}

clean() {
	upstream <<<'[{"model":{}}]'
	poisoned orders
	sed -i '/gh:o.r#9/d' input
	tell 0 -d
	others out >clean
}

@test "orders to the model are no orders" {
	clean
	nothing_comes_of orders other-items system assistant silence
}

@test "no text changes the language of a summary" {
	clean
	nothing_comes_of french japanese chinese
}

@test "no text gets a link or markup into a summary" {
	clean
	nothing_comes_of link markdown html html-comment
}

@test "what looks like a mark, an id, an answer or another form is text" {
	clean
	nothing_comes_of end-mark ids json format
}

@test "what is hidden or encoded is no better" {
	clean
	nothing_comes_of hidden base64
}

@test "no text rates or invents for others" {
	clean
	nothing_comes_of rating numbers
}

@test "twenty hostile items between clean ones change none of these" {
	local file

	upstream <<<'[{"model":{"obeys":true}}]'
	item commit "Kernel0 is tuned" >input
	for file in "$ROOT"/tests/hostile/*.txt; do
		item paper "Kernel${file##*/} is tuned"
		jq -Rsc --arg id "${file##*/}" '{kind: "issue", $id,
		    title: "Allocator \($id) hangs", text: .}' "$file"
	done >>input
	tell 1 -d
	assert_equal "$(texts | grep -c 'It makes Kernel')" 21
	assert_plain
}
