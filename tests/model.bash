# summarize before a model: the loopback upstream answers as one; see
# upstream.py and model.py.
# shellcheck disable=SC2154 # bats sets some of the variables

load upstream

setup() {
	upstream_setup
	unset OPENAI_MODEL
	export OPENAI_BASE_URL=$HERE/v1 OPENAI_API_KEY=sk-of-dair
	upstream <<<'[{"model":{}}]'
}

# A record of the kind $1 with the title $2; $3: more members.
item() {
	printf '{"kind":"%s","id":"gh:o/r %s","repo":"o/r","title":"%s"%s}\n' \
	    "$1" "$2" "$2" "${3-}"
}

# Makes "input" of $1 commits, each with a name of its own.
commits() {
	local i

	for ((i = 1; i <= $1; i++)); do
		item commit "Kernel$i is tuned"
	done >input
}

# Runs summarize with the options $2... on "input", and fails unless its status
# is $1. Leaves "out" and "err".
tell() {
	local wanted=$1 ended=0

	shift
	summarize -l en -m alpha "$@" input >out 2>err || ended=$?
	[ "$ended" -eq "$wanted" ] ||
		fail "status $ended in place of $wanted: $(cat err)"
}

# Prints what jq's $1 makes of the status record.
status_of() {
	jq -r 'select(.stage == "summarize") | '"$1" out
}

# Prints by whom the summaries are, one after the other.
by() {
	jq -r 'select(.summary).summary.by' out | paste -sd' '
}

# Fails unless the models said so many summaries: $1 in the order of "by".
assert_by() {
	assert_equal "$(by)" "$1"
}

# Prints the texts of the summaries.
texts() {
	jq -r 'select(.summary).summary.text' out
}

# Prints how many items each question was about.
sizes() {
	asked '[.posted.messages[-1].content | scan("(?m)^id: i[0-9]+$")]
	    | length' | paste -sd' '
}

# Prints what the user's side of the $1th question says.
question() {
	jq -r "select(.n == $1).posted.messages[-1].content" asked
}
