#!/usr/bin/env bats
# summarize with a model: what is kept, so that nobody is asked twice.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load model

kept=cache/dair/summaries.ndjson

# Fails unless a second run gives the bytes of the first and asks nothing.
assert_kept() {
	local calls

	calls=$(wc -l <asked)
	mv out first
	tell "$@"
	run -0 diff first out
	assert_asked "$calls"
}

@test "a second run asks nothing and gives the same bytes" {
	commits 11
	item issue "Kernel12 hangs" >>input
	tell 0 -d
	assert_kept 0 -d
}

@test "a second run gives the same bytes where answers were unfit or missing" {
	local text

	for text in 'It makes **Kernel1** run.' 'It is 97.31 % faster on Kernel1.' \
	    'It is Kernel1 on the'; do
		rm -rf cache
		commits 3
		jq -n --arg text "$text" '[{model: {said: {summary: $text}}}]' |
			upstream
		tell 0 -d
		assert_by "extract extract extract"
		assert_kept 0 -d
	done
}

@test "a second run asks nothing about what was shortened" {
	item paper "Kernel one" ",\"text\":\"$(printf 'We tune the kernel. %.0s' {1..99})\"" >input
	upstream <<<'[{"times":1,"status":400,"body":{"error":{"code":"context_length_exceeded"}}},{"model":{}}]'
	tell 0
	assert_kept 0
}

@test "a second run asks nothing within --max-tokens" {
	commits 24
	upstream <<<'[{"model":{"counts":[900,300]}}]'
	tell 0 -d --max-tokens 9000
	assert_kept 0 -d --max-tokens 9000
}

@test "an answer is kept for its model, language and text alone" {
	commits 1
	tell 0
	tell 0 -m beta
	tell 0 -l zh
	assert_asked 3
	item commit "Kernel1 is tuned" ',"text":"It is new."' >input
	tell 0
	assert_asked 4
	item commit "Kernel1 is tuned" ',"created":"2026-02-02T00:00:00Z"' >input
	tell 0
	assert_asked 4
}

@test "the folder is that of --cache, else of the user's cache" {
	commits 1
	tell 0 --cache here/there
	tell 0
	assert_asked 2
	[ -s here/there/summaries.ndjson ]
	[ -s "$kept" ]
}

@test "what is kept is lines of JSON with the text, and no key" {
	commits 2
	upstream <<<'[{"times":1,"status":400,"body":{"error":"temperature"}},{"model":{}}]'
	tell 0 -d
	run -0 jq -r 'keys_unsorted[0]' "$kept"
	assert_output "$(printf 'key\n%.0s' {1..4} | sed '$!s/$//')"
	run -0 jq -r '.summary // empty' "$kept"
	assert_line "It makes Kernel2 is tuned run on the cards of the users."
	run -1 grep -F sk-of-dair "$kept"
}

@test "a line that was torn is passed over, and leaves nothing but JSON" {
	commits 3
	tell 0
	cp "$kept" whole
	for bytes in 1 20 200; do
		head -c "-$bytes" whole >"$kept"
		tell 0
		jq -e . "$kept" >/dev/null
		assert_equal "$(jq .summary "$kept" | sort)" \
		    "$(jq .summary whole | sort)"
	done
}

@test "lines that are none of ours are passed over" {
	commits 1
	tell 0
	cp "$kept" whole
	printf '%s\n' oops '' '{}' '[]' '{"key":1}' '{"key":"x"}' \
	    "$(sed 's/"summary":"[^"]*"/"summary":7/' whole)" >"$kept"
	tell 0
	assert_by alpha
	printf '\0\xff\n' | cat - whole >"$kept"
	tell 0
	assert_by alpha
}

@test "what is kept is looked at again before it is published" {
	commits 1
	tell 0
	sed -i 's/It makes/See https:\/\/evil.invalid,/' "$kept"
	tell 0
	assert_by alpha
	run -1 grep evil out
	assert_asked 2
}

@test "two processes that ask at once keep all their answers" {
	commits 40
	tell 0 -c other
	head -n 20 input >a
	tail -n 20 input >b
	summarize -l en -m alpha a >out.a &
	summarize -l en -m alpha b >out.b
	wait $!
	jq -e . "$kept" >/dev/null
	: >asked
	mv out other.out
	tell 0
	assert_asked 0
	assert_equal "$(texts)" "$(jq -r 'select(.summary).summary.text' other.out)"
}

@test "a run that was killed goes on where it was" {
	commits 32
	upstream <<<'[{"times":2,"model":{}},{"delay_ms":30000,"model":{}}]'
	summarize -l en -m alpha -j 1 input >out 2>err 3>&- &
	until [ "$(wc -l <asked)" -eq 3 ]; do :; done
	kill -KILL $!
	wait $! || true
	upstream <<<'[{"model":{}}]'
	tell 0
	assert_equal "$(sizes)" "8 8"
	assert_by "$(printf 'alpha %.0s' {1..32} | sed 's/ $//')"
}

@test "offline nobody is asked: what is kept is told, all else extracted" {
	commits 2
	tell 0
	item commit "Kernel3 is new" >>input
	OPENAI_BASE_URL=http://127.0.0.1:1/v1 tell 1 --offline
	assert_asked 1
	assert_by "alpha alpha extract"
	OPENAI_BASE_URL=http://127.0.0.1:1/v1 run -1 summarize -o -l en -m alpha \
	    -c none input
	assert_not_exists none
}

@test "a cache that cannot be written does not keep a model from answering" {
	commits 1
	mkdir -p "$kept"
	tell 0
	assert_by alpha
	run -0 grep -c 'answers are not kept' err
}
