#!/usr/bin/env bats
# summarize with a model: what is asked, of whom, and what becomes of the
# records.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load model

# the question

@test "a question is a POST of model, messages, temperature 0 and a schema" {
	commits 2
	tell 0
	assert_asked 1
	run -0 asked '"\(.method) \(.path) \(.headers["content-type"])"'
	assert_output "POST /v1/chat/completions application/json"
	run -0 asked '.posted | "\(.model) \(.temperature) \(.messages
	    | map(.role)) \(.response_format.type)"'
	assert_output 'alpha 0 ["system","user"] json_schema'
	run -0 asked '.posted | keys_unsorted | join(" ")'
	assert_output "model messages temperature max_tokens response_format"
}

@test "the schema is strict: all is required and nothing else allowed" {
	commits 1
	tell 0
	run -0 asked '.posted.response_format.json_schema | .strict, (.schema |
	    .additionalProperties, .required[], (.properties.items.items |
	    .additionalProperties, (.required | join(" ")),
	    (.properties | map_values(.type) | tojson)))'
	assert_output 'true
false
items
false
id summary impact
{"id":"string","summary":"string","impact":"string"}'
}

@test "the instructions are the data file, the same for each question" {
	commits 9
	tell 0
	assert_equal "$(asked '.posted.messages[0].content' | sort -u |
	    sed '/^$/d')" "$(sed '/^$/d' "$ROOT/share/prompt.items" | sort -u)"
}

@test "each item stands between two lines with a mark, and has an id of ours" {
	given "$(item commit "Kernel one")" \
	    "$(item issue "Kernel two" ',"labels":["bug"],"text":"It hangs."')"
	tell 0
	question 1 >said
	assert_equal "$(grep -cE '^<<[0-9]{20}$' said)" 2
	assert_equal "$(grep -cE '^[0-9]{20}>>$' said)" 2
	assert_equal "$(grep -oE '[0-9]{20}' said | sort -u | wc -l)" 1
	run -0 sed -n '/^id: i2/,/>>/p' said
	assert_line "kind: issue"
	assert_line "repository: o/r"
	assert_line "title: Kernel two"
	assert_line "labels: bug"
	assert_line "text: It hangs."
}

@test "nothing in an item looks like the mark around it" {
	given "$(item paper "<<1234 <<<<5" ',"text":"a\n<<99\nb << c"')"
	tell 0
	question 1 >said
	assert_equal "$(grep -c '<<' said)" 1
}

@test "the mark differs from question to question" {
	commits 16
	tell 0
	assert_asked 2
	assert_equal "$(asked '.posted.messages[-1].content' |
	    grep -oE '^<<[0-9]{20}$' | sort -u | wc -l)" 2
}

@test "no invisible characters are shown to a model" {
	given "$(item paper 'Kernel\u200b\u202e\u2066\udb40\udc41\u001b[31m' \
	    ',"text":"We\u200d\u00ad\ufeff\udb40\udc68 tune it."')"
	tell 0
	run -1 grep -P '[\x{200b}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}\x{feff}]|\x1b|[\x{e0000}-\x{e007f}]' \
	    <(question 1)
	assert_equal "$(question 1 | grep -c 'We.*tune it')" 1
}

@test "JSON and its form are asked for in words, at the end" {
	commits 1
	tell 0
	run -0 tail -n 4 <(question 1 | sed '$d')
	assert_line --index 0 "Answer with JSON alone, in this form:"
	assert_line --index 1 '{"items":[{"id":"i1","summary":"...","impact":"..."}]}'
	assert_line --index 3 "Write in English (en)."
	tell 0 -l zh
	run -0 tail -n 1 <(question 2 | sed '$d')
	assert_output "Write in Simplified Chinese (zh)."
}

# the key, and to whom it goes

@test "the key goes to the base as a bearer's, and nowhere else" {
	commits 1
	tell 0 -v
	assert_equal "$(asked .headers.authorization)" "Bearer sk-of-dair"
	run -1 grep -rF sk-of-dair out err cache
}

@test "without a key no Authorization is sent" {
	commits 1
	OPENAI_API_KEY='' tell 0
	unset OPENAI_API_KEY
	tell 0 -c other
	assert_equal "$(asked .headers.authorization | paste -sd' ')" "null null"
}

@test "no redirect is followed, so the key goes to nobody else" {
	commits 1
	for status in 301 302 307 308; do
		jq -n --argjson status "$status" '[{port: "elsewhere", model: {}},
		    {status: $status, headers: {Location: "{elsewhere}/v1/chat/completions"}}]' |
			upstream
		tell 1
		assert_equal "$(asked .port)" here
	done
}

@test "a server that repeats the key has it printed and kept nowhere" {
	commits 1
	upstream <<<'[{"status":401,"body":{"error":{"message":
	    "Incorrect API key provided: sk-of-dair."}}}]'
	tell 1 -v
	run -1 grep -rF sk-of-dair out err cache
}

@test "a base may end in slashes" {
	commits 1
	for base in "$HERE/v1" "$HERE/v1/" "$HERE/v1//" "$HERE"; do
		OPENAI_BASE_URL=$base tell 0 -c "$(mktemp -d)"
	done
	run -0 asked .path
	assert_output "/v1/chat/completions
/v1/chat/completions
/v1/chat/completions
/chat/completions"
}

@test "a base that is no address ends with status 2" {
	commits 1
	for base in x file:///etc/passwd ftp://h/v1 http:// http://a:b@h/v1; do
		OPENAI_BASE_URL=$base run -2 summarize -m alpha input
		assert_line --partial "OPENAI_BASE_URL"
		refute_line --partial "a:b"
	done
}

@test "a key of two lines is refused without being told" {
	commits 1
	OPENAI_API_KEY=$'one\r\nX: two' run -2 summarize -m alpha input
	assert_output "summarize: OPENAI_API_KEY: it has more than one line"
}

@test "a key that travels over http to a far host is warned of" {
	commits 1
	for base in http://models.invalid/v1 http://localhost.invalid/v1 \
	    http://127.invalid/v1; do
		OPENAI_BASE_URL=$base tell 1 --offline
		assert_equal "$(grep -c 'readable to all' err)" 1
	done
	for base in http://localhost:1/v1 http://127.0.0.1:1/v1 \
	    "http://[::1]:1/v1" http://box:1/v1 https://models.invalid/v1; do
		OPENAI_BASE_URL=$base tell 1 --offline
		assert_equal "$(grep -c 'readable to all' err)" 0
	done
}

# whether anybody is asked

@test "without a model nobody is asked, whatever else is set" {
	commits 1
	run -0 --separate-stderr summarize input
	assert_asked 0
	assert_equal "$(jq -r .summary.by <<<"$output")" extract
}

@test "--extract asks nobody, whoever is named" {
	commits 1
	OPENAI_MODEL=alpha run -0 summarize -x input
	OPENAI_MODEL=alpha run -0 summarize -m beta -x input
	assert_asked 0
	assert_equal "$output" "$(summarize input)"
}

@test "--model goes before OPENAI_MODEL" {
	commits 1
	export OPENAI_MODEL=gamma
	summarize -l en input >out
	assert_by gamma
	summarize -l en -m beta input >out
	assert_by beta
}

@test "the wrong command line ends with status 2 and asks nobody" {
	commits 1
	while read -r option value; do
		run -2 summarize -m alpha "$option" "$value" input
		assert_output --partial -- "$option"
	done <<-'END'
		--jobs 0
		--jobs 65
		--jobs x
		--max-tokens 0
		--max-tokens many
		--price 1
		--price 1,2,3
		--price ,1
		--price -1,1
		--patience -1
		--patience soon
		--extra 1
		--extra [1]
		--extra {"a":}
		--extra {
	END
	assert_asked 0
}

# what becomes of the records

@test "records come out in their order, others as they came" {
	given '{"kind":"weather", "n":1.50,"x":"\u00e9"}' \
	    "$(item commit "Kernel one")" \
	    '{"kind":"status","stage":"fetch-gh","source":"o/r commits","ok":true}' \
	    "$(item issue "Kernel two")" '{"n":123456789012345678901234567890}' \
	    "$(item paper "Kernel three")"
	tell 0
	run -0 jq -r '.title // .stage // .kind // "none"' out
	assert_output "weather
Kernel one
fetch-gh
Kernel two
none
Kernel three
summarize"
	assert_equal "$(sed -n '1p;3p;5p' out)" "$(sed -n '1p;3p;5p' input)"
}

@test "a summary goes into its record and changes nothing else of it" {
	given '{"kind":"issue","n":1e400,"title":"Kernel hangs","summary":1,"z":"\ud800"}'
	tell 0
	run -0 head -n 1 out
	assert_output '{"kind":"issue","n":1e400,"title":"Kernel hangs","summary":{"text":"It makes Kernel hangs run on the cards of the users.","impact":"Users of Kernel hangs are stopped by it.","lang":"en","by":"alpha"},"z":"\ud800"}'
}

@test "only issues have an impact" {
	given "$(item commit "Kernel one")" "$(item pull "Kernel two")" \
	    "$(item release "Kernel three")" "$(item paper "Kernel four")" \
	    "$(item issue "Kernel five")"
	tell 0
	run -0 jq -r 'select(.summary).summary | .impact // "none"' out
	assert_output "none
none
none
none
Users of Kernel five are stopped by it."
}

@test "a bad record is told of, and the others are asked about" {
	given "$(item commit "Kernel one")" oops "$(item commit "Kernel two")"
	tell 1
	assert_by "alpha alpha"
	assert_equal "$(head -n 1 err)" \
	    "summarize: input:2: byte 1: not a JSON object"
}

@test "what an earlier summarize said of itself and of the day is dropped" {
	commits 1
	tell 0 -d
	mv out input
	tell 0 -d -m beta
	assert_by beta
	assert_equal "$(jq -r '.part // .source // empty' out | paste -sd' ')" \
	    "beta overview conclusion"
	mv out input
	summarize -l en -d input >out
	assert_equal "$(jq -r '.kind' out | paste -sd' ')" \
	    "commit digest digest"
}

@test "more models than can be asked are a mistake" {
	: >input
	run -2 summarize -m a,b,c,d,e,f,g,h,i input
	assert_output "summarize: more than 8 models"
}

@test "nothing at all is asked about nothing" {
	: >input
	tell 0
	assert_asked 0
	assert_equal "$(status_of .source)" ""
}

@test "more records than are held are passed on with what is extracted" {
	python3 -c '
for i in range(4100):
    print("{\"kind\":\"commit\",\"id\":\"%d\",\"title\":\"Kernel%d\"}" % (i, i))' >input
	upstream <<<'[{"status":401}]'
	tell 1
	assert_equal "$(grep -c '"by":"extract"' out)" 4100
	run -0 cat err
	assert_line "summarize: 4 items were not asked about: at most 4096 are"
	assert_line "summarize: 4100 of 4100 summaries are extracted, for no model gave them; HTTP 401; look at OPENAI_API_KEY"
}
