#!/usr/bin/env bats
# summarize before a model that fails in every way that the recorded services
# know: once, for ever, and mixed at random. A run is right if it ends with the
# status that its account says, and each text in it is the extracted one or the
# one that the model gives without faults. `make torture` takes every mode
# both ways and 200 mixed runs; here every third is taken, every ninth for ever,
# and 20 runs in which nothing is waited for.
# shellcheck disable=SC2016,SC2154 # dollars are for jq; bats sets variables

load helper
load recorded

modes=(plain fenced prose think late-think reasoning truncated starved filtered
	empty null refusal invalid array text wrong-ids missing-ids
	duplicate-ids fabricated markdown html link no-choices no-usage
	error-in-200 blank-lines context unsupported flat-400 quota 401 402 404
	429 500 503 hang drip reset half)

# What one question can lead to at the most, of 8 + 2 items and the day.
questions=28

setup() {
	recorded_setup
	export OPENAI_BASE_URL=$UPSTREAM_URL/v1 OPENAI_API_KEY=dair-key
	day >input
	whole
}

# A day of ten items, none of which a model may take for another.
day() {
	local i name names=(Warp Fused Ragged Paged Sparse Tiled Async Packed
		Pinned Quantized)

	for i in {0..9}; do
		name=${names[i]}
		case $((i % 3)) in
		0) echo paper "$name kernels for transformer decoding" ;;
		1) echo commit "$name scheduler for prefill batches" ;;
		2) echo issue "$name allocator crashes under pressure" ;;
		esac
	done | jq -cR --arg repo o/r 'capture("(?<kind>[a-z]+) (?<title>.*)") |
	    {kind, id: "gh:o/r#\(input_line_number)", repo: $repo, title,
	    text: "\(.title | split(" ")[0]) layers need memory bandwidth. The change keeps tensors resident between launches.",
	    class: {impact: "crash"}}'
}

# Has the model misbehave by the settings $1, part of an object.
model() {
	curl -s "$UPSTREAM_URL/_control" -d "{\"reset\":true,$1}" >/dev/null
}

# The same in the mode $1; $2 is part of the rule.
mode() {
	model "\"rules\":[{\"match\":{\"service\":\"llm\"},${2-}\"llm\":\"$1\"}]"
}

# Runs summarize, and leaves "out", "err", and its status in $ended.
tell() {
	ended=0
	rm -rf cache
	timeout 60 summarize -l en -d -m dair-model --patience 2 "$@" input \
	    >out 2>err || ended=$?
}

# Makes the lists of texts that may be published, once.
whole() {
	[ -e "$BATS_FILE_TMPDIR/right" ] || {
		tell
		assert_equal "$ended" 0
		assert_equal "$(jq -r 'select(.answered).answered' out)" 11
		summarize -l en input >extracted
		jq -c 'select(.summary) | [.id, .summary.text],
		    [.id, .summary.impact]' out extracted | sort -u \
		    >"$BATS_FILE_TMPDIR/right"
	}
}

# Looks at the run $1; sets $told to how many texts are the model's, and $calls.
look() {
	local right=$BATS_FILE_TMPDIR/right
	local bad='97\.31|0\.0173|evil\.invalid|<script|<img|\*\*|\]\('

	[ "$ended" -le 1 ] || fail "$1: status $ended: $(tail -n 3 err)"
	run -0 jq -nr --argjson ended "$ended" --arg bad "$bad" \
	    --slurpfile right "$right" '
	    [inputs] | map(select(.summary)) as $items |
	    (.[] | select(.answered)) as $account |
	    ($items | map(.id, .summary.text | select(. != ""))) as $found |
	    if ($found | length) != 20 or ($found | unique | length) < 20
	    then "not one summary for each item"
	    elif map(.part // empty) != ["overview", "conclusion"]
	    then "not two parts of the digest"
	    elif ($items | map([.id, .summary.text], [.id, .summary.impact])) -
	        $right != [] then "a text that is nobody'"'"'s"
	    elif map(.summary.text, .summary.impact, select(.part).text |
	        strings | select(test($bad))) != []
	    then "a text that was made up"
	    elif $account.ok != ($ended == 0) or $account.ok !=
	        ($account.answered + $account.replaced == $account.asked)
	    then "status \($ended) with \($account)"
	    else $account.answered end' out
	[[ $output =~ ^[0-9]+$ ]] || fail "$1: $output"
	told=$output
	run -1 grep -E 'AddressSanitizer|runtime error' err
	calls=$(curl -s "$UPSTREAM_URL/_log?service=llm" | wc -l)
	[ "$calls" -le $((questions * 3)) ] || fail "$1: $calls calls"
}

# The mode $1, once and, unless $2 is given, for ever, and a line about both.
torture() {
	local outcome=

	for often in '"times":1,' ''; do
		[ -n "$often" ] || [ -z "${2-}" ] || continue
		mode "$1" "$often"
		tell
		look "$often$1"
		outcome+=$(printf '  %d %4d %5d' "$ended" "$told" "$calls")
		[ -z "$often" ] || [ "$told" -eq 11 ] || within "$1"
	done
	printf '# %-16s%s\n' "$1" "$outcome" >&3
}

# Fails unless $1 is a mode after which the model may be given up at once, or
# what it said is extracted.
within() {
	case $1 in
	quota | 401 | 402 | 404) ;;
	*) fail "once $1: only $told told" ;;
	esac
}

@test "each mode once and for ever: status, texts of the model, calls" {
	local mode n=0

	echo '# mode              once: status told calls; for ever' >&3
	for mode in "${modes[@]}"; do
		if [ "${TORTURE-}" = all ] || [ $((n % 9)) -eq 3 ]; then
			torture "$mode"
		elif [ $((n % 3)) -eq 0 ]; then
			torture "$mode" once
		fi
		n=$((n + 1))
	done
}

@test "a model that is dead is not asked twice" {
	local mode

	for mode in quota 401 402 404; do
		mode "$mode"
		tell -j 1
		look "$mode"
		assert_equal "$calls" 1
		assert_equal "$ended" 1
	done
}

@test "modes that change each time are lived through" {
	local runs=20 patience=0.4 run list

	if [ "${TORTURE-}" = all ]; then
		runs=200 patience=2
	else
		modes=("${modes[@]/hang/500}")
		modes=("${modes[@]/drip/503}")
	fi
	for ((run = 1; run <= runs; run++)); do
		list=$(python3 -c 'import json, random, sys
chosen = random.Random(int(sys.argv[1]))
print(json.dumps([chosen.choice(sys.argv[2:]) for _ in range(90)]))' \
		    "$run" "${modes[@]}")
		model "\"settings\":{\"llm.mode\":$list}"
		tell --patience "$patience"
		look "seed $run"
		echo "$ended $told $calls"
	done >outcomes
	awk '{ n[$1]++; told += $2; calls += $3; if ($3 > most) most = $3 }
	    END { printf "# %d runs: status 0 %d, 1 %d; of 11 told %.1f; calls %.1f, at most %d\n",
	    NR, n[0], n[1], told / NR, calls / NR, most }' outcomes >&3
}
