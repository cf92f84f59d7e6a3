#!/usr/bin/env bats
# summarize with a model: servers that refuse, fail, or take only some of what
# is asked, and the model that is asked next.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load model

soon='"headers":{"retry-after-ms":"1"}'

# Answers "input" of $2 commits by the answers $1 (as in upstream.py).
serve() {
	rm -rf cache
	commits "$2"
	upstream <<<"$1"
}

# Fails unless the first question but one of the model has what jq's $1 makes
# of it, where the server refuses the first question with status $2 and body $3.
assert_asked_again() {
	serve "[{\"times\":1,\"status\":$2,\"body\":$3},{\"model\":{}}]" 2
	tell 0
	assert_asked 2
	assert_by "alpha alpha"
	run -0 jq -r "select(.n == 2).posted | $1" asked
}

# what a server does not take

@test "json_schema, then json_object, then words alone, as the server takes it" {
	serve '[{"posted":"json_schema","status":400,"body":{"error":{"message":
	    "response_format of this type is unknown","param":"response_format"}}},
	    {"posted":"json_object","status":400,"body":{"error":
	    "json_object is not supported"}},{"model":{}}]' 2
	tell 0
	run -0 asked '.posted.response_format.type // "none"'
	assert_output "json_schema
json_object
none"
	assert_by "alpha alpha"
}

@test "every wording by which servers refuse a form is understood" {
	while read -r status body; do
		assert_asked_again '.response_format.type' "$status" "$body"
		assert_output json_object
	done <<-'END'
		400 {"error":{"message":"Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.","type":"invalid_request_error","param":null,"code":null}}
		400 {"error":{"message":"This response_format type is unavailable now","type":"invalid_request_error","param":null,"code":"invalid_request_error"}}
		400 {"object":"error","message":"json_schema is not allowed","type":"BadRequestError","param":null,"code":400}
		422 {"detail":"Failed to deserialize: response_format: unknown variant `json_schema`"}
		422 {"detail":[{"loc":["body","response_format","type"],"msg":"Input should be 'text' or 'json_object'","type":"literal_error"}]}
		400 {"error":"Either \"json_schema\" or \"grammar\" can be specified, but not both"}
		400 {"message":"structured output is not supported"}
		400 {"error":{"message":"litellm.BadRequestError: response_format is not supported","type":"None","param":"None","code":"400"}}
	END
}

@test "max_tokens becomes max_completion_tokens, then nothing" {
	serve '[{"posted":"max_tokens","status":400,"body":{"error":{"message":
	    "Unsupported parameter","code":"unsupported_parameter","param":"max_tokens"}}},
	    {"posted":"max_completion_tokens","status":400,"body":{"error":
	    {"message":"Unknown: max_completion_tokens","param":null}}},{"model":{}}]' 2
	tell 0
	run -0 asked '.posted | keys | map(select(test("max"))) | join("")'
	assert_output "max_tokens
max_completion_tokens"
	assert_asked 3
	assert_by "alpha alpha"
}

@test "a temperature that is refused is left to the server" {
	assert_asked_again 'has("temperature")' 400 \
	    '{"error":{"message":"Unsupported value: 0","param":"temperature","code":"unsupported_value"}}'
	assert_output false
}

@test "what was refused is not sent again, in this run or the next" {
	serve '[{"posted":"json_schema","status":400,"body":{"error":"json_schema"}},
	    {"posted":"max_tokens","status":400,"body":{"error":"max_tokens"}},
	    {"posted":"temperature","status":400,"body":{"error":"temperature"}},
	    {"model":{}}]' 9
	tell 0 -j 1
	assert_asked 5
	run -0 jq -r 'select(.n == 5).posted | keys_unsorted | join(" ")' asked
	assert_output "model messages max_completion_tokens response_format"
	item commit "Kernel10 is new" >input
	tell 0
	assert_asked 6
	run -0 jq -r 'select(.n == 6).posted | keys_unsorted | join(" ")' asked
	assert_output "model messages max_completion_tokens response_format"
	tell 0 -m beta -c cache
	run -0 jq -r 'select(.n == 7).posted | has("temperature")' asked
	assert_output true
}

@test "a question that is refused for no reason we know is not put for ever" {
	serve '[{"status":400,"body":{"error":{"message":"no"}}}]' 8
	tell 1
	[ "$(wc -l <asked)" -le 18 ]
	assert_equal "$(status_of .error)" \
	    "8 of 8 summaries are extracted; HTTP 400: no"
}

@test "--extra goes along and may replace what is ours" {
	serve '[{"model":{}}]' 1
	tell 0 --extra '{"temperature":1,"thinking":{"type":"disabled"},"x":1e400}'
	run -0 asked '.posted | "\(.temperature) \(.thinking.type) \(.model)"'
	assert_output "1 disabled alpha"
}

# questions that are too long

@test "a question that is too long is split, in every server's wording" {
	while read -r status body; do
		serve "[{\"times\":1,\"status\":$status,\"body\":$body},{\"model\":{}}]" 4
		tell 0
		assert_equal "$(sizes)" "4 2 2"
		assert_by "alpha alpha alpha alpha"
	done <<-'END'
		400 {"error":{"message":"too long","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}
		400 {"error":{"message":"You passed 9001 input tokens and requested 1000 output tokens. However, the model's context length is only 8192 tokens","type":"BadRequestError","param":"input_tokens","code":400}}
		400 {"object":"error","message":"This model's maximum context length is 4096 tokens. However, you requested 4448 tokens","type":"BadRequestError","param":null,"code":400}
		400 {"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_prompt_tokens":9001,"n_ctx":4096}}
		500 {"error":{"code":500,"message":"Context size has been exceeded.","type":"server_error"}}
		400 {"error":{"message":"This endpoint's maximum context length is 32768 tokens","code":400},"user_id":"u"}
		400 {"detail":"prompt is too long: 9001 tokens > 8192 maximum"}
		413 ""
	END
}

@test "what has been too long once is not asked so again" {
	serve '[{"model":{"limit":2}}]' 16
	tell 0 -j 1
	assert_equal "$(sizes)" "8 4 2 2 2 2 2 2 2 2"
	assert_by "$(printf 'alpha %.0s' {1..16} | sed 's/ $//')"
}

@test "a single item that is too long is shortened, and says so" {
	item paper "Kernel one" ",\"text\":\"$(printf 'We tune the kernel. %.0s' {1..99})\"" >input
	upstream <<<'[{"times":1,"status":400,"body":{"error":{"code":"context_length_exceeded"}}},{"model":{}}]'
	tell 0
	assert_asked 2
	assert_equal "$(jq -c 'select(.summary).summary.cut' out)" true
	[ "$(question 2 | wc -c)" -lt $(($(question 1 | wc -c) * 2 / 3)) ]
	upstream <<<'[{"status":400,"body":{"error":{"code":"context_length_exceeded"}}}]'
	tell 1 -c other
	assert_asked 2
	assert_by extract
}

@test "a prompt of which a server has counted far too few tokens was cut: it is split" {
	serve '[{"posted":"id: i2","model":{"counts":[100,50]}},
	    {"model":{"counts":[1000,50]}}]' 4
	tell 0 -j 1
	assert_equal "$(sizes)" "4 2 1 1 1 1"
	assert_by "alpha alpha alpha alpha"
}

# faults

@test "every shape of an error is told on one line, and in the status" {
	while IFS='|' read -r status body reason; do
		serve "[{\"status\":$status,$soon,\"body\":$body}]" 1
		tell 1
		assert_equal "$(tail -n 1 err)" "summarize: 1 of 1 summaries are extracted, for no model gave them; $reason"
		assert_equal "$(status_of .error)" \
		    "1 of 1 summaries are extracted; $reason"
	done <<-'END'
		401|{"error":{"message":"Bad key","type":"x","param":null,"code":"invalid_api_key"}}|HTTP 401; look at OPENAI_API_KEY
		402|{"error":{"message":"Insufficient Balance","code":402,"metadata":{}},"user_id":"u"}|HTTP 402: Insufficient Balance
		403|{"detail":"Not from here"}|HTTP 403: Not from here
		404|"404 page not found"|HTTP 404; most servers want OPENAI_BASE_URL to end in /v1
		405|""|HTTP 405; most servers want OPENAI_BASE_URL to end in /v1
		404|{"error":{"message":"No endpoints found for alpha.","code":404}}|HTTP 404: No endpoints found for alpha.
		404|{"object":"error","message":"The model `alpha` does not exist.","type":"NotFoundError","param":null,"code":404}|HTTP 404: The model `alpha` does not exist.
		500|{"error":"out of memory"}|HTTP 500: out of memory
		502|"<html><body>Bad gateway</body></html>"|HTTP 502
		503|{"error":{"message":"Loading model","type":"unavailable_error","code":503}}|HTTP 503: Loading model
		503|""|HTTP 503
		429|{"message":"Slow\n down\u001b[31m"}|HTTP 429: Slow down [31m
	END
}

@test "an error in a page of status 200 is an error, wherever it stands" {
	while IFS='|' read -r page calls; do
		serve "[{\"body\":$page}]" 1
		tell 1
		assert_asked "$calls"
	done <<-'END'
		{"error":{"message":"No key","code":401},"user_id":"u"}|1
		{"error":{"message":"No key","code":"401"},"choices":[]}|1
		{"error":{"message":"Gone","code":502,"metadata":{}}}|2
		{"error":{"message":"Gone","code":null}}|2
		{"error":{"code":502}}|2
		{"error":"Gone"}|2
		{"object":"error","message":"Gone","code":500}|2
		{"choices":[{"index":0,"finish_reason":"error","error":{"message":"Gone","code":502},"message":{"content":"{}"}}]}|2
	END
}

@test "an answer beside an error is not taken" {
	serve '[{"model":{"choice":{"error":{"message":"Gone","code":502}}}}]' 1
	tell 1
	assert_by extract
	serve '[{"model":{"page":{"error":{"message":"Gone","code":502}}}}]' 1
	tell 1
	assert_by extract
	serve '[{"model":{"choice":{"finish_reason":"error"}}}]' 1
	tell 1
	assert_by extract
}

@test "an error that is null or empty is none" {
	for error in null '""' '{}'; do
		serve "[{\"model\":{\"page\":{\"error\":$error}}}]" 1
		tell 0
		assert_by alpha
	done
}

# asking again

# Fails unless a fault that lasts is met by $2 requests.
assert_tries() {
	serve "[$1]" 1
	tell 1
	assert_asked "$2"
}

@test "faults that may pass are asked again twice, others not at all" {
	for status in 408 409 429 500 502 503 529; do
		assert_tries "{\"status\":$status,$soon}" 3
	done
	for status in 301 401 402 404 405; do
		assert_tries "{\"status\":$status,$soon}" 1
	done
}

@test "a connection that breaks is asked again" {
	serve '[{"close":true,"times":1},{"truncate":20,"times":1,"model":{}},{"model":{}}]' 1
	tell 0
	assert_asked 3
	assert_by alpha
}

@test "x-should-retry decides" {
	assert_tries '{"status":500,"headers":{"x-should-retry":"false"}}' 1
	assert_tries '{"status":404,"headers":{"x-should-retry":"true","retry-after-ms":"1"}}' 3
}

@test "no money is not waited for" {
	for code in insufficient_quota credit_balance_exhausted \
	    monthly_spend_limit_exceeded; do
		assert_tries "{\"status\":429,$soon,\"body\":{\"error\":{\"message\":\"no\",\"code\":\"$code\"}}}" 1
	done
}

@test "Retry-After is obeyed in seconds, milliseconds and as a date" {
	local date

	date=$(LC_ALL=C date -ud '+1 day' '+%a, %d %b %Y %T GMT')
	for header in '"retry-after":"86400"' "\"retry-after\":\"$date\"" \
	    '"retry-after-ms":"86400000"'; do
		assert_tries "{\"status\":503,\"headers\":{$header}}" 1
	done
	serve '[{"times":1,"status":429,"headers":{"retry-after":"0.3"}},{"model":{}}]' 1
	tell 0
	jq -se '.[1].time - .[0].time >= 0.25' asked
}

@test "while a model wants to be left alone nobody else asks it" {
	serve '[{"times":1,"status":429,"headers":{"retry-after":"9999"}},{"model":{}}]' 40
	tell 1 -j 1
	assert_asked 1
}

@test "a server that hangs is waited for as long as --patience says" {
	serve '[{"delay_ms":20000,"model":{}}]' 1
	timeout 10 summarize -l en -m alpha --patience 2 input >out 2>err ||
		assert_equal $? 1
	assert_by extract
}

# the next model

@test "the next model is asked where one fails, and the status is 0" {
	serve '[{"posted":"\"alpha\"","status":401},{"model":{}}]' 9
	tell 0 -m alpha,beta -d
	assert_by "$(printf 'beta %.0s' {1..9} | sed 's/ $//')"
	assert_equal "$(status_of '"\(.ok) \(.source)"')" "true alpha, beta"
	assert_equal "$(asked .posted.model | sort | uniq -c | tr -s ' ' | paste -sd,)" \
	    " $(asked .posted.model | grep -c alpha) alpha, 3 beta"
	[ "$(asked .posted.model | grep -c alpha)" -le 4 ]
}

@test "the next model is asked for what one does not answer, nothing else" {
	serve '[{"posted":"\"alpha\".*Kernel2 ","model":{"content":"no"}},{"model":{}}]' 1
	given "$(item issue "Kernel1 hangs")" "$(item issue "Kernel2 ignore all")"
	tell 0 -m alpha,beta
	assert_by "alpha beta"
	assert_equal "$(asked '.posted | select(.model == "beta").messages[-1].content' |
	    grep -c '^title: ')" 1
}

@test "when all models fail everything is extracted, and the status is 1" {
	serve '[{"status":401}]' 3
	tell 1 -m 'alpha, beta ,gamma' -d
	assert_by "extract extract extract"
	assert_asked 3
	assert_equal "$(jq -r '.part // empty' out | paste -sd' ')" \
	    "overview conclusion"
	run -0 diff <(jq -c 'del(.summary.lang)' out | grep -v '"status"') \
	    <(summarize -l en -d input | jq -c 'del(.summary.lang)')
}

@test "a model that gives nothing of use is given up soon" {
	serve '[{"model":{"content":"Hello."}}]' 80
	tell 1 -j 1
	[ "$(wc -l <asked)" -le 18 ]
	assert_equal "$(status_of .answered)" 0
}

@test "nobody at the address: everything is extracted" {
	commits 2
	OPENAI_BASE_URL=http://127.0.0.1:1/v1 tell 1
	assert_by "extract extract"
}
