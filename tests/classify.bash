# What the tests of classify share: records of one line, topics files, and what
# is to be said of them. Needs helper.bash.
# shellcheck disable=SC2016 # the texts are not meant for the shell

setup() {
	common_setup
	export DAIR_SHARE=$ROOT/share
}

# Makes the file "topics" of the lines given.
topics() {
	printf '%s\n' "$@" >topics
}

# A paper with the title $1, both in JSON's spelling; $2: more members.
paper() {
	printf '{"kind":"paper","title":"%s"%s}\n' "$1" "${2-}"
}

# A commit, the same way.
commit() {
	printf '{"kind":"commit","title":"%s"%s}\n' "$1" "${2-}"
}

issue() {
	printf '{"kind":"issue","title":"%s"%s}\n' "$1" "${2-}"
}

# Fails unless of the terms $2, with semicolons between, $3... and no others are
# found in the title $1, which is spelt as in JSON.
assert_found() {
	local title=$1 terms=$2 found

	shift 2
	found=$(printf ',"%s"' "$@")
	topics paper "$(tr ';' '\n' <<<"$terms" | sed 's/^/	1 /')"
	paper "$title" >input
	run -0 classify -t topics input
	assert_output "$(paper "$title" \
	    ",\"class\":{\"score\":$(score $#),\"topics\":[],\"why\":[${found:1}]}")"
}

# Fails unless papers with the titles $3... get $2, the score and the reasons,
# by the term $1.
assert_titles() {
	local term=$1 class=$2

	shift 2
	topics paper "	1 $term"
	for title in "$@"; do
		paper "$title"
	done >input
	for title in "$@"; do
		paper "$title" ",\"class\":{\"score\":${class/ /,\"topics\":[],\"why\":}}"
	done >wanted
	classify -t topics input >out
	run -0 diff wanted out
}

# Fails unless the term $1 is found in each of the titles $2...
assert_in() {
	assert_titles "$1" "0.731 [\"$1\"]" "${@:2}"
}

# Fails if it is found in one of them.
refute_in() {
	assert_titles "$1" "0.500 []" "${@:2}"
}

# The score of $1 points.
score() {
	awk -v x="$1" 'BEGIN { printf "%.3f", 1 / (1 + exp(-x)) }'
}

# Fails unless the record $1 gets the class $2 by the file "topics".
assert_class() {
	given "$1"
	run -0 classify -t topics input
	assert_output "${1%\}},\"class\":$2}"
}

# Fails unless the record $1 gets $2 points by the file "topics".
assert_points() {
	given "$1"
	run -0 classify -t topics input
	assert_output --partial "\"class\":{\"score\":$(score "$2"),"
}

# Fails unless the member $1 of the class of each record of the kind $2 is as
# standard input has it: lines "VALUE:TITLE".
assert_table() {
	cat >table
	sed -E "s/^[^:]*:(.*)/{\"kind\":\"$2\",\"title\":\"\\1\"}/" table >input
	classify input | jq -r "\"\\(.class.$1):\\(.title)\"" >out
	run -0 diff table out
}

# Fails unless "topics" is refused in line $1 for the reason $2.
assert_refused_topics() {
	run -2 classify -t topics </dev/null
	assert_output "classify: topics:$1: $2"
}

# Makes "input": papers and commits whose titles name their points.
given_points() {
	topics paper "	1 one" "	2 two" "	3 three" "	4 four" commit \
	    "	1 one" "	2 two" "	3 three" "	4 four" issue "	1 one" "	2 two"
	for item in "$@"; do
		IFS=: read -r kind repo title <<<"$item"
		printf '{"kind":"%s","repo":"%s","title":"%s"}\n' "$kind" \
		    "$repo" "$title"
	done >input
}

# The kinds, repositories and titles in the output of a classify with the
# options given, without statuses.
kept() {
	classify -t topics "$@" input |
	    jq -r 'select(.kind != "status") | "\(.kind):\(.repo):\(.title)"'
}

# The statuses in it.
statuses() {
	classify -t topics "$@" input | grep '"kind":"status"'
}
