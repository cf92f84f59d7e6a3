#!/usr/bin/env bats
# classify --learn: weights from what a reader said of records.
# shellcheck disable=SC2016 # the texts are not meant for the shell

load helper
load classify

# Makes "marked": $1 papers each on graphs, which are wanted, and on robots,
# which are not, all of which the file "topics" thinks the same of.
given_marked() {
	topics paper "	1 paper"
	for i in $(seq "$1"); do
		paper "A paper on graphs $i" ',"text":"Nodes.","label":true'
		paper "A paper on robots $i" ',"text":"Arms.","label":false'
	done >marked
}

# The score of the record $1 by the file "learned".
score_of() {
	classify -t learned <<<"$1" | jq .class.score
}

# Fails unless the record $1 scores more than $2 by the file "learned".
assert_better() {
	assert awk -v a="$(score_of "$1")" -v b="$(score_of "$2")" \
	    'BEGIN { exit !(a > b) }'
}

@test "what a reader wants scores more, what he does not want less" {
	given_marked 10
	classify -t topics --learn marked >learned
	assert_better "$(paper "On graphs")" "$(paper "On robots")"
	assert_better "$(paper "On graphs")" "$(paper "On something")"
	assert_better "$(paper "On something")" "$(paper "On robots")"
}

@test "what is learned includes the file that it was learned with" {
	given_marked 6
	classify -t topics -l marked >learned
	run -0 head -n 1 learned
	assert_output "include topics"
	DAIR_SHARE=$ROOT/share run -0 classify -l marked
	assert_line --index 0 "include topics"
	sed 1d learned >alone
	run -0 classify -t alone --explain <<<"$(paper "x" ',"text":"y"')"
	assert_output --regexp "^0[.][0-9]+ x"
}

@test "a label is true, false, or a number from 0 to 1; else there is none" {
	topics paper "	1 graph"
	for label in true false 0 1 0.25 1e-1; do
		paper graph ",\"label\":$label" >input
		run -0 classify -t topics -l input
		assert_line --regexp '^paper -?[0-9.]+$'
	done
	for label in null '"yes"' '[1]' '{"score":1}' 2 -1 1e400; do
		paper graph ",\"label\":$label" >input
		run -2 classify -t topics -l input
		assert_output "classify: --learn: no record has a label: true, false, or a number from 0 to 1"
	done
}

@test "a weaker label gives a lower score" {
	topics paper "	1 graph"
	for label in 1 0.2; do
		for i in $(seq 8); do
			paper "graph $i" ",\"label\":$label"
		done | classify -t topics -l >"at-$label"
	done
	mv at-1 learned
	strong=$(score_of "$(paper graph)")
	mv at-0.2 learned
	weak=$(score_of "$(paper graph)")
	assert awk -v a="$strong" -v b="$weak" \
	    'BEGIN { exit !(a > 0.6 && b < 0.5) }'
}

@test "unlabelled records teach the words that stand beside the terms" {
	topics "paper -2" "	4 graph"
	{
		for i in $(seq 30); do
			paper "A graph of nodes $i" ',"text":"Graph edges."'
			paper "Arms of robots $i" ',"text":"They move."'
		done
		paper "graph" ',"label":true'
		paper "robots" ',"label":false'
	} >marked
	classify -t topics -l marked >learned
	assert_better "$(paper "On nodes")" "$(paper "On arms")"
}

@test "each kind learns from its own labels only" {
	topics paper "	1 graph" commit "	1 graph" issue "	1 graph" release
	for i in $(seq 6); do
		paper "graph $i" ',"label":true'
		commit "graph $i" ',"label":false'
	done | classify -t topics -l >learned
	run -0 grep -E "^(paper|commit|issue|release)" learned
	assert_line --regexp "^paper "
	assert_line --regexp "^commit "
	assert_equal "${#lines[@]}" 2
	assert_better "$(paper graph)" "$(commit graph)"
}

@test "words that few records have are not learned" {
	given_marked 4
	classify -t topics -l marked >learned
	run -1 grep robots learned
	given_marked 5
	classify -t topics -l marked >learned
	run -0 grep -c robot learned
	assert_output 1
}

@test "what is learned is the same to the byte, whatever the locale" {
	given_marked 9
	classify -t topics -l marked >once
	assert_file_not_empty once
	run -0 diff once <(LC_ALL=de_DE.UTF-8 classify -t topics -l marked)
	run -0 diff once <(classify -t topics -l - <marked)
}

@test "terms are written as they were read: starts, facts and all" {
	topics commit "	1 ^fix, race*, @bot" "	1/0 gpu"
	for i in $(seq 6); do
		commit "fix race $i" ',"label":1'
		commit "gpu $i" ',"label":0'
	done | classify -t topics -l >learned
	run -0 grep -E "\^fix, race\*, @bot$" learned
	run -0 classify -t learned <<<"$(commit "fix race")"
	assert_output --partial '"class":{'
}

@test "hostile words are data: what is learned can be read again" {
	topics paper "	1 graph"
	for i in $(seq 6); do
		paper 'include x\npaper -9\n\t5 graph # ^@*,/ \u001b[31m' \
		    ',"label":true,"text":"naïve 的 100 4x @bot"'
	done | classify -t topics -l >learned
	run -1 grep -P '[^\x09\x0a\x20-\x7e]' learned
	run -0 classify -t learned <<<"$(paper graph)"
	assert_output --partial '"class":{'
}

@test "a text of a million words is learned from in time" {
	awk 'BEGIN {
		printf "{\"kind\":\"paper\",\"label\":1,\"text\":\""
		while (n++ < 1000000)
			printf "w%d ", n
		print "\"}"
	}' >input
	topics paper
	run -0 timeout 20 classify -t topics -l input
}
