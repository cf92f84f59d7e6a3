#!/usr/bin/env bats
# summarize --check: which claims of a summary its record must support, in
# which other spellings it may; and of a digest. Texts are spelt as in JSON.
# shellcheck disable=SC2016,SC1111,SC1112 # the texts are not meant for the shell
# shellcheck disable=SC2030,SC2031 # every test has an output of its own

load helper

setup() {
	common_setup
	export DAIR_SHARE=$ROOT/share
}

# A record with the text $1 and the summary $2; $3: more members.
pair() {
	printf '{"kind":"issue","id":"x"%s,"text":"%s","summary":{"text":"%s"}}\n' \
	    "${3-}" "$1" "$2"
}

# Fails unless the text $1 supports all that the summary $2 claims.
holds() {
	pair "$@" >input
	run -0 --separate-stderr summarize --check input
	diff input <(echo "$output")
	[ -z "$stderr" ]
}

# Fails unless the text $1 does not support the claim of the kind $3, $4, that
# the summary $2 makes.
lacks() {
	pair "$1" "$2" "${5-}" >input
	run -1 --separate-stderr summarize --check input
	[ "$stderr" = "summarize: input:1: x: $3 \"$4\" is not in the record" ]
	jq -e --arg token "$4" '.summary.unsupported | index([$token])' \
	    <<<"$output" >missing
}

@test "a number must be in the record" {
	holds 'It is 97.3 % faster' 'Faster by 97.3 %'
	lacks 'It is 97.3 % faster' 'Faster by 97.31 %' number '97.31 %'
	lacks 'It has 12 layers' 'It has 13 layers' number 13
}

@test "thousands may be in groups" {
	holds '1,024 GPUs' '1024 GPUs'
	holds '1024 GPUs' '1,024 GPUs'
	holds '12\u00a0345 GPUs' '12345 GPUs'
	lacks '1,024 GPUs' '1,025 GPUs' number 1,025
	lacks '8 GPUs,128 nodes' '支持8，129' number 129
}

@test "a unit may be written otherwise, in either language" {
	holds 'by 0.94 %' '提高 0.94%'
	holds 'by 0.94 percent' '提高 0.94 个百分点'
	holds 'a 4.83x speed-up' '提速 4.83 倍，即 4.83×'
	holds 'a 10$\\times$ gain' '提速 10 倍'
	holds '4-bit weights' '4位权重'
	holds '7 milliseconds' '7毫秒，7 ms'
	holds '80GiB of memory' '80 GB 显存'
}

@test "a unit may be added or dropped, never changed" {
	holds 'accuracy 95.4' '准确率 95.4%'
	holds 'takes 7 ms' 'takes 7'
	lacks 'takes 7 ms' 'takes 7 us' number '7 us'
	lacks 'takes 80 GB' '占用 80 MB' number '80 MB'
	lacks 'by 4.83x' '提高 4.83%' number '4.83%'
	lacks 'at 1.5 GHz' 'at 1.5 MHz' number '1.5 MHz'
	lacks '40 TFLOPS' '40 PFLOPS' number '40 PFLOPS'
}

@test "what is counted has no unit but times and bits" {
	holds 'eight layers in FP4' '8 倍，4 位'
	lacks '8 GPUs' '8 ms' number '8 ms'
	lacks 'two ways' '2%' number '2%'
	lacks 'a 16-way cache' '16 GB' number '16 GB'
}

@test "a scale may be a word, a letter or a Chinese one" {
	holds '3 billion parameters' '30亿参数，即 3B'
	holds 'a 7B model' '70 亿参数的模型'
	holds '12,000 tokens' '1.2万个 token'
	holds '2,977 cases' '3k cases'
	lacks '3 billion parameters' '300亿参数' number '300亿'
	lacks 'a 7B model' 'a 8B model' number 8B
}

@test "numbers may be in words" {
	holds '32 layers' '三十二层'
	holds '5 % less' '减少百分之五'
	holds 'a twofold gain' '2x'
	holds 'forty-two cases' '42'
	holds '42 cases' 'forty-two cases'
	lacks '32 layers' '三十三层' number 三十三
	lacks '5 % less' '减少百分之六' number 百分之六
	lacks 'four cases' 'five cases' number five
}

@test "one, two and three in words are no claims" {
	holds 'something' '两个版本，三种方法，one of two'
	lacks 'something' '4 versions' number 4
}

@test "fewer decimals will do, more will not" {
	holds 'by 12.34 %' 'by 12.3 %, 12 %'
	lacks 'by 12.34 %' 'by 12.345 %' number '12.345 %'
	lacks 'by 12.34 %' 'by 12.4 %' number '12.4 %'
	lacks 'loss 12.34' 'loss 12' number 12
}

@test "a ratio may be per cent and the other way round" {
	holds 'a ratio of 0.954' '95.4 %'
	holds '95.4 % of all' '0.954'
	lacks 'a ratio of 0.954' '94.5 %' number '94.5 %'
}

@test "dates are no claims" {
	holds 'something' '于 2025-03-04、2024年5月6日和7月8日'
}

@test "digits of hashes, addresses and clocks support no number" {
	lacks 'at a5217ef99' '52' number 52
	lacks 'https://a.org/52' '52' number 52
	lacks 'on 2026-01-02T10:52:00Z' '52' number 52
}

@test "a version must be in the record, in as many parts" {
	holds 'since v0.6.4' '自 v0.6.4，即 v0.6'
	holds 'since 0.6.4' '自 v0.6.4'
	lacks 'since v0.6.4' '自 v0.6.5' identifier v0.6.5
	lacks 'since 0.6.4' '自 0.6.5' identifier 0.6.5
	lacks 'GPT-4.5' 'GPT-4' identifier GPT-4
}

@test "an identifier is the same however its parts are joined" {
	holds 'flash_attn_varlen' 'FlashAttn-varlen'
	holds 'Llama 3.1 8B' 'Llama 3.1 8B'
	holds '\\texttt{Flash}Attn' 'FlashAttn'
	lacks 'flash_attn' 'flash_attn_v2' identifier flash_attn_v2
	lacks 'uses H100' 'uses H10' identifier H10
	lacks 'torch.compile' 'torch.export' identifier torch.export
	lacks 'takes --fast' 'takes --slow' identifier slow
}

@test "parts between hyphens may stand apart, but for digits" {
	holds 'FP8 on H100' 'FP8-quantized H100-based FP8-H100' ',"x":"quantized"'
	lacks 'GPT and 5 others' 'GPT-5' identifier GPT-5
}

@test "a letter with digits is no part of other words" {
	lacks 'a 10 percent gain' 'on A10' identifier A10
	lacks 'in int4' 'on T4' identifier T4
	holds '8xH100' 'H100 上'
}

@test "a generation may be named for its parts, a part must be named" {
	holds 'on H100' '在 Hopper 上'
	holds 'for sm_90' 'for Hopper'
	lacks 'for Hopper' 'for H200' identifier H200
	lacks 'on H100' '在 Blackwell 上' product Blackwell
}

@test "a known product must be named" {
	holds 'with sglang' 'SGLang, Triton' ',"x":"triton"'
	lacks 'in vLLM' '在 sglang 中' product sglang
	lacks 'on NVIDIA' 'on AMD' product AMD
	lacks 'an array' 'uses Ray' product Ray
}

@test "a path must be in the record, with the folders it names" {
	holds 'csrc/attn/foo.cu' '修改 foo.cu 与 attn/foo.cu'
	lacks 'csrc/attn/foo.cu' 'csrc/moe/foo.cu' path csrc/moe/foo.cu
	lacks 'csrc/attn/foo.cu' 'o.cu' path o.cu
	lacks 'csrc/attn/foo.cu' 'foo.c' path foo.c
	holds 'fp8, bf16 and fp4' 'fp8/bf16/fp4'
}

@test "an address must be in the record, with its host" {
	holds 'https://a.org/b/c' '见 https://a.org/b'
	holds 'me/engine' 'https://github.com/me/engine'
	lacks 'https://a.org/b/c' 'https://evil.org/b/c' address https://evil.org/b/c
	lacks 'https://a.org/b/12' '见 https://a.org/b/1。' address https://a.org/b/1
}

@test "a hash must begin one of the record" {
	holds 'at 0123456789abcdef' 'at 0123456789ab'
	lacks 'at 0123456789abcdef' 'at 0123456789ac' hash 0123456789ac
	lacks 'at 0123456789abcdef' 'at 123456789ab' hash 123456789ab
}

@test "the number of an issue must be in the record" {
	holds 'fixes #123' 'PR 123, issue #123' ',"number":7'
	holds 'https://github.com/a/b/pull/123' '#123'
	holds 'something' '#7' ',"number":7'
	lacks 'fixes #1234' '见 #123' reference '#123'
	lacks 'for 123 users' '见 PR 123' reference 'PR 123'
}

@test "a line of code must be one of the record" {
	holds 'x = foo( a, b )' 'calls `foo(a, b)`'
	holds '- old = 1\n+ new = 2' '```\nnew = 2\n```'
	lacks 'x = foo(a, b)' 'calls `foo(b, a)`' code 'foo(b, a)'
	lacks 'x = foo(a, b)' '~~~\ny = foo(a, c)\n~~~' code 'y = foo(a, c)'
}

@test "every word in a code span is an identifier" {
	holds 'runs the planner' 'runs `planner`'
	lacks 'runs the planner' 'runs `scheduler`' identifier scheduler
}

@test "the expansion of an acronym must be in the record" {
	holds 'multi-head latent attention' \
	    'MLA (Multi-head Latent Attention)' ',"x":"MLA"'
	holds 'MLA: multi-head latent attentions' 'multi-head latent attention (MLA)'
	lacks 'multi-layer latent attention (MLA)' 'multi-head latent attention (MLA)' \
	    expansion 'multi-head latent attention'
	lacks 'the mean layer of MLA' 'MLA（mean latent average）' \
	    expansion 'mean latent average'
	holds 'MLA' 'MLA（多头潜在注意力）'
}

@test "an emoji must be in the record" {
	holds 'fast 🚀' '很快 🚀'
	lacks 'fast' '很快 🚀' emoji 🚀
}

@test "full-width and mathematical letters are what they look like" {
	holds '提速 ４．８３ 倍' '4.83x'
	holds '𝐅𝐏𝟖 weights' 'FP8'
	holds 'a−b, 3–5' '3-5'
}

@test "a summary begins with its own project or with one that the text begins with" {
	repo=',"repo":"vllm-project/vllm"'
	holds 'Speeds up sglang' 'vLLM 新增支持' "$repo"
	holds 'It is. SGLang adds this' 'SGLang 新增支持' "$repo"
	holds 'something' 'SGLang adds this' "$repo,\"title\":\"[X] SGLang\""
	pair 'Faster than sglang' 'SGLang 新增支持' "$repo" >input
	run -1 --separate-stderr summarize -C input
	assert_equal "$stderr" \
	    'summarize: input:1: x: subject "SGLang" is not whom the record is about'
}

@test "acronyms and names only warn" {
	pair 'something' 'It is by XYZ and Smith' >input
	run -0 --separate-stderr summarize --check input
	assert_equal "$(jq -c .summary.unsupported <<<"$output")" '["XYZ","Smith"]'
	assert_equal "$stderr" ''
	run -0 --separate-stderr summarize -v --check input
	assert_regex "$stderr" 'acronym "XYZ" is not in the record'
	holds 'Xtra Yellow Zebras of the Smiths' 'It is by XYZ and Smith'
}

@test "what summary, class and label say is no source" {
	lacks 'something' '52 of' number 52 ',"class":{"score":52},"label":52'
}

@test "nested members are sources, their keys are not" {
	holds 'something' 'foo_bar, 52' ',"files":[{"path":"foo_bar","n":52}]'
	lacks 'something' 'foo_bar' identifier foo_bar ',"files":[{"foo_bar":1}]'
}

@test "an impact is checked as the summary is" {
	given '{"id":"x","summary":{"text":"a","impact":"at 7 %"}}'
	run -1 --separate-stderr summarize --check input
	assert_equal "$output" \
	    '{"id":"x","summary":{"text":"a","impact":"at 7 %","unsupported":["7 %"]}}'
}

@test "an earlier unsupported is replaced, or goes; all else stays to the byte" {
	given '{ "id":"x", "summary":{"unsupported":["y"],"text":"a 5"},"n":1.50}' \
	    '{ "id":"5", "summary":{"unsupported":["y"],"text":"a 5"}}' \
	    '{ "id" : "z", "summary" : { "text" : "b" } }' '{"kind":"note"}'
	run -1 --separate-stderr summarize --check input
	assert_output '{ "id":"x", "summary":{"text":"a 5","unsupported":["5"]},"n":1.50}
{ "id":"5", "summary":{"text":"a 5"}}
{ "id" : "z", "summary" : { "text" : "b" } }
{"kind":"note"}'
}

@test "a summary without a text, or of another type, passes" {
	given '{"summary":7}' '{"summary":null}' '{"summary":{"text":[5]}}' \
	    '{"summary":[]}'
	run -0 --separate-stderr summarize --check input
	diff input <(echo "$output")
	given '{"id":"x","summary":"a 5"}'
	run -1 --separate-stderr summarize --check input
	diff input <(echo "$output")
}

# Two repositories' records, and a digest that says $1.
day() {
	given '{"kind":"commit","repo":"vllm-project/vllm","title":"fast by 4.8x"}' \
	    "{\"kind\":\"digest\",\"part\":\"overview\",\"text\":\"$1\"}" \
	    '{"kind":"commit","repo":"o/flash-attn","title":"foo_bar in #12; faster than vLLM by 3.5 %"}'
}

day_holds() {
	day "$1"
	run -0 --separate-stderr summarize --check input
	diff input <(echo "$output")
}

day_lacks() {
	day "$1"
	run -1 --separate-stderr summarize --check input
	assert_equal "$stderr" "summarize: input:2: overview: $2"
	assert_equal "$(jq -c '.kind + " " + (.unsupported[0] // "")' <<<"$output")" \
	    '"commit "
"digest '"$3"'"
"commit "'
}

@test "a digest is held against all records, before and behind it" {
	day_holds '提速 4.8 倍；新增 foo_bar（#12）。'
	day_lacks '提速 4.9 倍。' 'number "4.9 倍" is not in the records' '4.9 倍'
}

@test "a clause that names a repository says what its records say" {
	day_holds 'vLLM 提速 4.8 倍；FlashAttn 新增 foo_bar。'
	day_holds 'vllm-project/vllm: 4.8x. Flash Attn: foo_bar'
	day_lacks 'vLLM 提速 4.8 倍；flash-attn 提速 4.8 倍。' \
	    'number "4.8 倍" is not in the records of o/flash-attn' '4.8 倍'
}

@test "what another repository's record says with its name is its own too" {
	day_holds 'vLLM 慢 3.5 %。'
}

@test "what a paper says is not what the only repository says" {
	given '{"kind":"paper","title":"fast by 4.8x"}' \
	    '{"kind":"commit","repo":"o/vllm","title":"by 3.5 %"}' \
	    '{"kind":"digest","part":"x","text":"Triton adds 4.8x. vLLM: 4.8x","x":"Triton"}'
	run -1 --separate-stderr summarize --check input
	assert_equal "$stderr" 'summarize: input:3: x: product "Triton" is not in the records
summarize: input:3: x: number "4.8x" is not in the records of o/vllm'
}

@test "a path names no repository" {
	day_lacks 'vLLM: o/flash-attn/x.py' \
	    'path "o/flash-attn/x.py" is not in the records' o/flash-attn/x.py
}

@test "a digest may count the records of the day" {
	day_holds '今天有 2 项代码变更，vLLM 有 1 项。'
	day_lacks '今天有 9 项代码变更。' 'number "9" is not in the records' 9
}

@test "what the embedded summariser tells of a day is supported" {
	given '{"kind":"paper","id":"a","title":"A Fast MoE","text":"We speed up MoE by 4.8x.","class":{"score":1,"topics":["moe"]}}' \
	    '{"kind":"issue","id":"b","repo":"o/b","title":"Crash on H100","text":"It crashes since v0.6.4.","class":{"score":1,"type":"bug","impact":"crash"}}' \
	    '{"kind":"commit","id":"c","repo":"o/c","title":"Fix it (#12)","text":"Adds 3 tests.","class":{"score":1,"type":"fix"}}'
	for lang in zh en; do
		summarize -l $lang -d input >told
		run -0 --separate-stderr summarize -C told
		diff told <(echo "$output")
	done
}

@test "of a statement only 64 KiB are read, and that is said" {
	python3 -c 'import json; print(json.dumps({"id": "x",
	    "summary": {"text": "word " * 20000}}))' >input
	run -1 --separate-stderr summarize --check input
	assert_equal "$stderr" 'summarize: input:1: x: length "statement of more than 64 KiB" was not read to its end'
}

@test "a source of more than 32 MiB makes no false alarm" {
	python3 -c 'import json
for i in range(4):
	print(json.dumps({"id": "x", "text": "word " * 2000000}))
print(json.dumps({"kind": "digest", "part": "overview", "text": "a 5"}))' >input
	summarize --check input 2>said >output
	assert_equal "$(cat said)" 'summarize: input:5: digest is not checked: its records hold more than 32 MiB of text'
}

@test "hostile statements end, and no token of theirs controls the terminal" {
	python3 -c 'import json
for unit in "1", "a-", "`", "1.1.", "一", "(A) ", "a_", "1k ", "#1 ":
	print(json.dumps({"text": unit * (1 << 14),
	    "summary": {"text": unit * (1 << 18)}}))' >input
	summarize --check input >output 2>said || [ $? -eq 1 ]
	assert_equal "$(wc -l <output)" 9
	given '{"id":"x","summary":{"text":"`a\u001b[31mb\u0007`"}}'
	run -1 --separate-stderr summarize --check input
	refute_regex "$stderr" $'\e|\a'
}

@test "a broken record is reported and the others are checked" {
	given '{"id"' '{"id":"x","summary":{"text":"a 5"}}'
	run -1 --separate-stderr summarize --check input
	assert_regex "$stderr" 'input:1: byte'
	assert_regex "$stderr" 'input:2: x: number "5"'
}

@test "the output of --check is checked for a full disk" {
	given '{"id":"x","summary":{"text":"a"}}'
	run -3 sh -c 'summarize --check input >/dev/full'
}

# The corpus as records with the summaries that are named: a's authors', or
# those that summarize extracts.
pairs() {
	jq -c 'select(.abstract) | {kind: "paper", id: ("arxiv:" + .id), title,
	    text: .abstract}' "$CORPUS/arxiv-pool.jsonl" >papers
	jq -c '{kind: "commit", id: ("gh:" + .repo + "@" + .sha), repo, sha,
	    title: .subject, text: .body, files: [.files[] | {path: .[0]}]}' \
	    "$CORPUS/gold-commits.dev.jsonl" >commits
	jq -c 'del(.references)' "$CORPUS/pr-title.dev.jsonl" >changes
	summarize papers commits changes >pairs
}

needs_corpus() {
	CORPUS=$ROOT/../shared/corpus
	[ -d "$CORPUS" ] || skip 'there is no corpus beside the project'
}

# How many records of the messages in $1 have a hard finding.
flagged() {
	cut -d: -f3 "$1" | sort -u | wc -l
}

@test "of authors' own summaries at most 2 % are flagged" {
	needs_corpus
	jq -c '{kind, id, title, text, summary: {text: .references[0]}}' \
	    "$CORPUS/scitldr-a.dev.jsonl" >input
	run -1 --separate-stderr summarize --check input
	echo "$stderr" >said
	[ "$(flagged said)" -le 12 ] # of 619
}

@test "of extracted summaries none is flagged" {
	needs_corpus
	pairs
	jq -c 'del(.references, .sentences)' "$CORPUS/scitldr-a.dev.jsonl" |
		summarize >>pairs
	run -0 --separate-stderr summarize --check pairs
	assert_equal "$stderr" ''
}

@test "of 500 planted falsehoods at least 98 % are found, of truths none" {
	needs_corpus
	pairs
	"$ROOT/tests/plants.py" -s 7 pairs >input
	summarize --check input >output 2>said || [ $? -eq 1 ]
	[ "$(flagged said)" -ge 490 ]
	"$ROOT/tests/plants.py" -s 7 -c pairs >input
	run -0 --separate-stderr summarize --check input
	assert_equal "$stderr" ''
}

@test "of 200 digests with another repository's facts at least 95 % are found" {
	needs_corpus
	pairs
	"$ROOT/tests/plants.py" -s 7 -n 200 -d commits >input
	summarize --check input >output 2>said || [ $? -eq 1 ]
	[ "$(flagged said)" -ge 190 ]
	"$ROOT/tests/plants.py" -s 7 -n 200 -d -c commits >input
	run -0 --separate-stderr summarize --check input
	assert_equal "$stderr" ''
}
