#!/usr/bin/env bats
# classify, with topics of the test's own where it is about the rules, and with
# those that come with dair where it is about what they say.
# shellcheck disable=SC2016,SC1112 # the texts are not meant for the shell

load helper
load classify

# finding terms

@test "a term is found as a whole word only" {
	assert_found "our gpu" gpu gpu
	refute_in gpu "on gpux here" "on xgpu here" gpu1 1gpu gpuss gpues cgpus
}

@test "case does not count" {
	assert_found "On GPU" gpu gpu
	assert_found "on gpu" GPU GPU
}

@test "a plural s is taken, of phrases too" {
	assert_found "two GPUs" gpu gpu
	assert_found "KV caches" "kv cache" "kv cache"
	refute_in "kv cache" "KVs cache"
}

@test "punctuation, quotes and hyphens are borders" {
	assert_in gpu gpu. "(gpu)" gpu-bound multi-gpu "gpu's" 'a\"gpu\"b' gpu/cpu \
	    'gpu_x' '“gpu”' '‘gpu’' 'gpu…' '[gpu]' 'gpu:' '#gpu' '\\gpu' '«gpu»'
}

@test "Chinese characters and marks are borders" {
	assert_in gpu 'GPU的' '在GPU上' '，GPU。' '（GPU）' '「GPU」' 'GPUのため'
}

@test "dashes and other signs beyond ASCII are borders" {
	assert_in gpu 'GPU—based' 'GPU–CPU' 'GPU‑only' '→GPU' 'GPU→CPU' '😀GPU😀' \
	    'GPU™' '×GPU' 'GPU×2' 'a GPU b'
}

@test "accented letters and those of other alphabets are no borders" {
	refute_in nan naïve énan nané nañ 'на́nan' nanя nanλ 'nañ'
	refute_in na naïve
	refute_in ve naïve
	refute_in nan "nan"$'\xcc\x81'
}

@test "line breaks and escaped blanks are borders" {
	assert_found 'a\ngpu\nb' gpu gpu
	assert_found 'a\tgpu\r\nb' gpu gpu
	assert_found 'a\u00a0gpu\u3000b' gpu gpu
}

@test "the words of a phrase may stand apart by any gap" {
	assert_in "kv cache" 'kv cache' 'KV-cache' 'kv  cache' 'kv\ncache' 'kv_cache' \
	    'KV—cache' 'kv/cache' 'kv\u00a0cache'
}

@test "a phrase with a hyphen takes a blank as well" {
	assert_found "kv cache" kv-cache kv-cache
	assert_found "tokens per second" tokens-per-second tokens-per-second
}

@test "the words of a phrase stand in their order, and nothing between" {
	refute_in "kv cache" 'kvcache' 'cache kv' 'kv the cache' 'kv' 'cache' \
	    'kv cached' 'xkv cache' 'kv的cachex'
}

@test "terms that overlap are all found" {
	assert_found "an LLM serving system" \
	    "llm;llm serving;serving system;serving;system;llm serving system" \
	    llm "llm serving" "llm serving system" serving "serving system" \
	    system
}

@test "a phrase that breaks off does not hide the one inside" {
	assert_found "large language kernel" \
	    "large language model;language kernel" "language kernel"
	assert_found "kv kv cache" "kv cache" "kv cache"
}

@test "a star takes every word that begins so, and the beginning itself" {
	assert_in "quantiz*" quantize quantization Quantizing-aware quantiz \
	    "post-quantized"
	refute_in "quantiz*" requantize quanti quant unquantized
}

@test "a star at the end of a phrase is for its last word" {
	assert_found "load balancing" "load balanc*" "load balanc*"
	refute_in "load balanc*" "loads balancing"
}

@test "a word and its star are two terms" {
	assert_found "fix" "fix;fix*" "fix*" fix
	assert_found "fixing" "fix;fix*" "fix*"
}

@test "escaped text is decoded before terms are looked for" {
	assert_found '\u0047\u0050\u0055' gpu gpu
	assert_found 'x\u000agpu\u000ay' gpu gpu
	refute_in gpu 'x\u0041gpu'
	refute_in ngpu '\ngpu'
}

@test "a member that is no string is no text" {
	topics paper "	1 gpu"
	for record in '{"kind":"paper","title":["gpu"],"text":null}' \
	    '{"kind":"paper","title":{"gpu":"gpu"},"text":7}' \
	    '{"kind":"paper","gpu":"gpu"}' '{"kind":"paper"}'; do
		assert_class "$record" '{"score":0.500,"topics":[],"why":[]}'
	done
}

# what terms weigh

@test "a score is the logistic of the points" {
	for weight in 0 0.5 1 2 3 -1 -3; do
		topics "paper $weight"
		assert_points '{"kind":"paper"}' "$weight"
	done
}

@test "points beyond all bounds give 0 and 1, nothing outside" {
	topics "paper 1000"
	assert_class '{"kind":"paper"}' \
	    '{"score":1.000,"topics":[],"why":[]}'
	topics "paper -1000"
	assert_class '{"kind":"paper"}' \
	    '{"score":0.000,"topics":[],"why":[]}'
}

@test "title and text each count, and a term once in each" {
	topics paper "	1 gpu"
	assert_points "$(paper "gpu gpu GPUs")" 1
	assert_points "$(paper "gpu" ',"text":"gpu, gpu and gpu"')" 2
	assert_points "$(paper "none" ',"text":"gpu"')" 1
}

@test "of the terms of a line one counts, of two lines both" {
	topics paper "	1 gpu, cuda"
	assert_points "$(paper "cuda gpu")" 1
	assert_points "$(paper "cuda" ',"text":"gpu"')" 2
	topics paper "	1 gpu" "	1 cuda"
	assert_points "$(paper "cuda gpu")" 2
}

@test "the same term may say something for several sections" {
	topics "topic a" "	2 gpu" "topic b" "	1 gpu" paper "	1 gpu"
	assert_class "$(paper "gpu")" \
	    "{\"score\":$(score 3),\"topics\":[\"a\",\"b\"],\"why\":[\"gpu\"]}"
}

@test "weights against a record count, and are said with a minus" {
	topics "paper 1" "	-3 medical" "	1 gpu"
	assert_class "$(paper "medical gpu")" \
	    "{\"score\":$(score -1),\"topics\":[],\"why\":[\"-medical\",\"gpu\"]}"
}

@test "of a paper's topics only the best counts" {
	topics "topic a" "	2 gpu" "topic b" "	3 cache" "topic c" "	1 net"
	assert_points "$(paper "gpu cache net")" 3
	assert_points "$(paper "gpu cache" ',"text":"gpu"')" 4
}

@test "topics are named best first, three at the most" {
	topics "topic a" "	2 gpu" "topic b" "	3 cache" "topic c" "	1.5 net" \
	    "topic d" "	1 disk"
	assert_class "$(paper "gpu cache net disk")" \
	    "{\"score\":$(score 3),\"topics\":[\"b\",\"a\",\"c\"],\"why\":[\"cache\"]}"
}

@test "a topic far behind the best is not named" {
	topics "topic a" "	3 gpu" "topic b" "	1 cache" "topic c" "	0.9 net"
	assert_class "$(paper "gpu cache net")" \
	    "{\"score\":$(score 3),\"topics\":[\"a\",\"b\"],\"why\":[\"gpu\"]}"
}

@test "of topics with as many points the first in the file is best" {
	topics "topic z" "	2 gpu" "topic a" "	2 gpu"
	assert_class "$(paper "gpu")" \
	    "{\"score\":$(score 2),\"topics\":[\"z\",\"a\"],\"why\":[\"gpu\"]}"
}

@test "the topics of a commit are parts, which are named, but do not count" {
	topics "part a" "	2 gpu" "topic b" "	2 gpu"
	assert_class "$(commit "gpu")" \
	    '{"score":0.500,"topics":["a"],"type":"refactor","why":[]}'
}

@test "a section's own weights count, and add up" {
	topics "paper 2" "	1 gpu" "topic a" "	1 cache" "paper -3" "	1 net"
	assert_points "$(paper "gpu net")" 1
	assert_points "$(paper "none")" -1
}

@test "only the primary category of a paper counts" {
	topics category "	2 cs.DC" "	1 cs.LG"
	assert_points '{"kind":"paper","categories":["cs.DC","cs.LG"]}' 2
	assert_points '{"kind":"paper","categories":["cs.LG","cs.DC"]}' 1
	assert_points '{"kind":"paper","categories":[]}' 0
	assert_points '{"kind":"paper","categories":"cs.DC"}' 0
	assert_points '{"kind":"paper","title":"cs.DC"}' 0
}

@test "the terms for one kind say nothing of another" {
	topics paper "	1 gpu" commit "	2 gpu" issue "	3 gpu" release "	4 gpu"
	assert_points '{"kind":"paper","title":"gpu"}' 1
	assert_points '{"kind":"commit","title":"gpu"}' 2
	assert_points '{"kind":"pull","title":"gpu"}' 2
	assert_points '{"kind":"issue","title":"gpu"}' 3
	assert_points '{"kind":"release","title":"gpu"}' 4
}

@test "the text of a commit and of an issue counts a quarter" {
	topics commit "	2 gpu" issue "	2 gpu"
	assert_points "$(commit "x" ',"text":"on gpu"')" 0.5
	assert_points "$(commit "gpu" ',"text":"on gpu"')" 2.5
	assert_points "$(issue "x" ',"text":"on gpu"')" 0.5
}

@test "a label of an issue counts as its title does" {
	topics issue "	2 gpu" "	1 cache"
	assert_points "$(issue "x" ',"labels":["a","gpu"]')" 2
	assert_points "$(issue "cache" ',"labels":["gpu","cache"]')" 4
	assert_points "$(issue "x" ',"labels":[{"name":"gpu"},1]')" 0
	assert_points "$(commit "x" ',"labels":["gpu"]')" 0
}

@test "templates, code, check lists and trailers of a body are not looked at" {
	topics commit "	2 gpu" issue "	2 gpu"
	for text in '<!-- gpu -->' '```\ngpu\n```' '- [x] gpu' '> gpu' \
	    '# gpu' 'Signed-off-by: gpu <gpu@a.example>' '## Checklist\ngpu' \
	    '### Your current environment\ngpu' '## Test plan\ngpu'; do
		assert_points "$(commit "x" ",\"text\":\"$text\"")" 0
		assert_points "$(issue "x" ",\"text\":\"$text\"")" 0
	done
}

@test "the abstract of a paper is looked at as it is" {
	topics paper "	2 gpu"
	assert_points "$(paper "x" ',"text":"## Checklist\n- [x] gpu"')" 2
}

@test "a caret wants the title to begin so" {
	topics commit "	2 ^fix"
	assert_points "$(commit "fix it")" 2
	assert_points "$(commit "[Fix] it")" 2
	assert_points "$(commit "  fix: it")" 2
	assert_points "$(commit "a fix")" 0
	assert_points "$(commit "fixed")" 0
	assert_points "$(commit "x" ',"text":"fix it"')" 0
}

@test "a caret's term and the same without are weighed apart" {
	topics commit "	2 ^fix" "	1 fix"
	assert_points "$(commit "fix it")" 3
	assert_points "$(commit "the fix")" 1
}

@test "a fact counts where the member of its name is true" {
	topics commit "	-3 @bot" "	-2 @merge, @draft" paper "	1 @own"
	assert_points "$(commit "x" ',"bot":true')" -3
	assert_points "$(commit "x" ',"bot":true,"merge":true,"draft":true')" -5
	assert_points "$(paper "x" ',"own":true')" 1
	assert_points "$(paper "x" ',"bot":true')" 0
	for value in false null 1 '"true"' '[true]'; do
		assert_points "$(commit "x" ",\"bot\":$value")" 0
	done
}

# what the class says

@test "the class of a paper is a score, topics and reasons" {
	topics "paper -1" "	1 gpu" "topic cache" "	3 kv cache"
	assert_class "$(paper "KV cache on GPUs")" \
	    "{\"score\":$(score 3),\"topics\":[\"cache\"],\"why\":[\"kv cache\",\"gpu\"]}"
}

@test "the class of a commit has a type, that of an issue an impact too" {
	topics "type fix" "	1 mend" "kind bug" "	1 mend" "impact crash" \
	    "	1 mend"
	assert_class "$(commit mend)" \
	    '{"score":0.500,"topics":[],"type":"fix","why":[]}'
	assert_class "$(issue mend)" \
	    '{"score":0.500,"topics":[],"type":"bug","impact":"crash","why":[]}'
	assert_class '{"kind":"release","title":"mend"}' \
	    '{"score":0.500,"topics":[],"type":"release","why":[]}'
}

@test "the type is the section with most points, and its weight counts" {
	topics "type fix 1" "	2 mend" "type docs -2" "	3 readme" "	1 mend"
	assert_class "$(commit "mend")" \
	    "{\"score\":$(score 1),\"topics\":[],\"type\":\"fix\",\"why\":[]}"
	assert_class "$(commit "mend readme")" \
	    "{\"score\":$(score -2),\"topics\":[],\"type\":\"docs\",\"why\":[]}"
}

@test "the text of a commit does not make its type" {
	topics "type fix 1" "	2 mend"
	assert_class "$(commit "x" ',"text":"mend it"')" \
	    '{"score":0.500,"topics":[],"type":"refactor","why":[]}'
}

@test "reasons are said once each, six at the most, the weightiest first" {
	topics paper "	1 a" "	2 b" "	3 c" "	-4 d" "	5 e" "	6 f" "	7 g" "	8 h"
	assert_class "$(paper "a b c d e f g h" ',"text":"h g"')" \
	    "{\"score\":1.000,\"topics\":[],\"why\":[\"h\",\"g\",\"f\",\"e\",\"-d\",\"c\"]}"
}

@test "a class that is there is replaced in its place" {
	topics paper "	1 gpu"
	given '{"kind":"paper","class":{"old":1},"title":"gpu" , "x":1}'
	run -0 classify -t topics input
	assert_output "{\"kind\":\"paper\",\"class\":{\"score\":0.731,\"topics\":[],\"why\":[\"gpu\"]},\"title\":\"gpu\" , \"x\":1}"
}

@test "a class does not change what a second run says" {
	paper "KV cache compression on GPUs" >input
	classify input >once
	assert_file_not_empty once
	run -0 diff once <(classify once)
}

@test "other kinds pass through to the byte" {
	given '{"kind":"note","title":"gpu","n":12345678901234567890.0e1}' \
	    '{ "kind" : "status" , "date":"2026-02-02","ok":true}' \
	    '{"kind":"Paper","title":"\u0041\/"}' '{"kind":"papers"}' \
	    '{"kind":["paper"]}' '{"title":"no kind"}' '{}' \
	    '{"kind":"digest","class":1}' '{"kind":"report"}'
	run -0 diff input <(classify input)
}

@test "a kind that is spelt with escapes is that kind" {
	given '{"kind":"\u0070aper"}'
	run -0 classify input
	assert_output --partial '"class":{'
}

# what comes with dair

@test "a paper on serving beats one on training nets, that one medicine" {
	given "$(paper "Disaggregated prefill for LLM serving on GPU clusters" \
	    ',"text":"We cut the time to first token by 2x with vLLM."')" \
	    "$(paper "A transformer for tables" \
	    ',"text":"We train a transformer on tables."')" \
	    "$(paper "Protein folding for patients" \
	    ',"text":"A clinical study of a drug."')"
	run -0 jq -s 'map(.class.score) |
	    .[0] > 0.9 and .[0] > .[1] and .[1] > .[2] and .[2] < 0.05' \
	    <(classify input)
	assert_output true
}

@test "each topic that comes with dair is found by a title of its own" {
	assert_table 'topics[0]' paper <<-'END'
		serving:An inference engine for LLM serving
		decoding:Speculative decoding with a small draft model
		attention-kv:Sparse attention for long context
		quant-compress:NVFP4 post-training quantization
		training:Pipeline parallelism in distributed training
		moe:Expert offloading in mixture-of-experts models
		kernels-compilers:Kernel fusion in a deep learning compiler
		hardware:A systolic array accelerator on an FPGA
		network:All-reduce over RDMA
		storage-memory:CXL and NVMe tiers
		cluster:Job scheduling for a GPU cluster
		edge:On-device models for smartphones
	END
}

@test "a classifier's inference is not the inference of a server" {
	given "$(paper "LLM serving with variational inference on GPUs")" \
	    "$(paper "LLM serving with fast inference on GPUs")"
	run -0 jq -s '.[0].class.score < .[1].class.score' <(classify input)
	assert_output true
}

@test "types of commits" {
	assert_table type commit <<-'END'
		fix:[Bugfix] Fix a race in the scheduler
		fix:fix: wrong shapes for MLA
		fix:[Kernel] Avoid an illegal memory access
		feature:[Model] Add support for Qwen9
		feature:feat(api)!: new endpoint
		perf:[Perf] Fuse two kernels
		perf:Optimize the sampler
		refactor:[Refactor] Split the runner
		refactor:Move things around
		refactor:xyzzy
		docs:[Docs] Say how to install it
		docs:Update README
		test:[Test] Cover the sampler
		ci:[CI] Run less often
		build:[Build] New cmake flags
		deps:Bump cutlass from 4.2 to 4.3
		revert:Revert [Perf] Fuse two kernels (#12)
		release:Release v0.6.3
		merge:Merge branch 'main' into dev
	END
}

@test "a pull request has the type of a commit, a release is one" {
	assert_table type pull <<<"fix:[Bugfix] Fix a race"
	assert_table type release <<<"release:v0.6.3"
	assert_table type paper <<<"null:[Bugfix] Fix a race"
}

@test "kinds of issues" {
	assert_table type issue <<-'END'
		bug:[Bug] it crashes with two cards
		bug:Server fails to start
		feature:[Feature]: support FP4 caches
		question:[Usage] How to set the batch size?
		rfc:[RFC] a new scheduler
		ci:[CI] flaky unit test
		perf:[Performance]: slow decode
		install:[Installation] no wheel for aarch64
		bug:xyzzy
	END
}

@test "impacts of issues" {
	assert_table impact issue <<-'END'
		crash:[Bug] segfault on start
		crash:Scheduler hangs under load
		wrong-results:[Bug] garbage output with FP8
		performance:[Performance] throughput is halved
		compatibility:RTX 5090 is not supported
		install-build:[Installation] pip install takes the wrong wheel
		docs:Documentation of the router is missing
		feature:[Feature] please integrate it
		none:[CI] flaky unit test
	END
}

@test "an issue whose words do not tell has the impact of its kind" {
	assert_table impact issue <<<usability:xyzzy
	topics "kind rfc" "	1 plan" "kind perf" "	1 lag" "kind own" "	1 own"
	assert_class "$(issue plan)" \
	    '{"score":0.500,"topics":[],"type":"rfc","impact":"feature","why":[]}'
	assert_class "$(issue lag)" \
	    '{"score":0.500,"topics":[],"type":"perf","impact":"performance","why":[]}'
	assert_class "$(issue own)" \
	    '{"score":0.500,"topics":[],"type":"own","impact":"none","why":[]}'
}

@test "labels tell kind and impact where the title does not" {
	given "$(issue xyzzy ',"labels":["enhancement"]')" \
	    "$(issue xyzzy ',"labels":["performance"]')"
	run -0 jq -r '"\(.class.type) \(.class.impact)"' <(classify input)
	assert_output "feature feature
perf performance"
}

@test "bots, merges and drafts score less" {
	for flag in bot merge draft; do
		given "$(commit "Fix a race")" \
		    "$(commit "Fix a race" ",\"$flag\":true")"
		run -0 jq -s '.[0].class.score > .[1].class.score' \
		    <(classify input)
		assert_output true
	done
}

@test "a fix of a crash beats a typo, and a regression a question" {
	given "$(commit "[Bugfix] Fix a crash with FP8")" \
	    "$(commit "[Docs] Fix a typo")" \
	    "$(issue "[Bug] Regression: garbage output")" \
	    "$(issue "[Usage] How to set the port?")"
	run -0 jq -s 'map(.class.score) | .[0] > .[1] and .[2] > .[3]' \
	    <(classify input)
	assert_output true
}

# --min

@test "--min leaves out what scores less, and keeps what scores as much" {
	given_points paper::one paper::two paper::none paper::three
	run -0 kept --min 0.5
	assert_output "$(printf 'paper::%s\n' one two none three)"
	run -0 kept --min 0.8
	assert_output "$(printf 'paper::%s\n' two three)"
	run -0 kept -m 1
	assert_output ""
	run -0 kept -m 0
	assert_output "$(printf 'paper::%s\n' one two none three)"
}

@test "--min leaves out nothing that is not judged" {
	given '{"kind":"note"}' '{"x":1}' '{"kind":"status","ok":false}'
	run -0 diff input <(classify -m 1 input)
}

@test "a score that is none is refused" {
	for score in '' x 1.1 -0.1 nan inf 0.5x 1,0; do
		run -2 classify "--min=$score" </dev/null
		assert_output \
		    "classify: --min $score: not a number from 0 to 1"
	done
}

# --top

@test "--top keeps the best papers, best first" {
	given_points paper::one paper::four paper::two paper::three
	run -0 kept --top paper=2
	assert_output "$(printf 'paper::%s\n' four three)"
	run -0 kept -n paper=9
	assert_output "$(printf 'paper::%s\n' four three two one)"
}

@test "--top keeps papers together, whatever repository they name" {
	given_points paper:a:one paper:b:two paper:c:three
	run -0 kept --top paper=1
	assert_output paper:c:three
}

@test "--top keeps the best of each repository, in the order they came" {
	given_points commit:o/b:one commit:o/a:two commit:o/b:three \
	    commit:o/a:four commit:o/b:two commit:o/c:one
	run -0 kept --top commit=2
	assert_output "$(printf 'commit:%s\n' o/b:three o/b:two o/a:four \
	    o/a:two o/c:one)"
}

@test "of records that score the same the first come first and stay" {
	given_points "paper::a one" "paper::b two" "paper::c one" "paper::d two" \
	    "paper::e one"
	run -0 kept --top paper=4
	assert_output "$(printf 'paper::%s\n' "b two" "d two" "a one" "c one")"
}

@test "--top bounds each kind by itself, and no other" {
	given_points commit:r:one issue:r:one commit:r:two issue:r:two \
	    paper::one paper::two
	run -0 kept --top commit=1,issue=1
	assert_output "$(printf '%s\n' paper::one paper::two commit:r:two \
	    issue:r:two)"
	run -0 kept --top commit=1 --top issue=2
	assert_output "$(printf '%s\n' paper::one paper::two commit:r:two \
	    issue:r:two issue:r:one)"
}

@test "--top bounds pull requests and releases" {
	given_points pull:r:one pull:r:two release:r:v1 release:r:v2
	run -0 kept --top pull=1,release=1
	assert_output "$(printf '%s\n' pull:r:two release:r:v1)"
}

@test "of a kind that is named twice the last bound holds" {
	given_points paper::one paper::two
	run -0 kept --top paper=2,paper=1
	assert_output paper::two
}

@test "--top keeps a record's bytes" {
	given '{"x" : 1e99,"kind":"paper","title":"\u0041\/"}'
	topics paper
	run -0 classify -t topics -n paper=1 input
	assert_output '{"x" : 1e99,"kind":"paper","title":"\u0041\/","class":{"score":0.500,"topics":[],"why":[]}}'
}

@test "kinds that are not kept leave at once, while input is open" {
	mkfifo in out
	classify --top paper=1 <in >out 3>&- &
	exec 8>in 9<out
	paper late >&8
	echo '{"kind":"note","n":1}' >&8
	read -r -t 20 line <&9
	assert_equal "$line" '{"kind":"note","n":1}'
	commit x >&8
	read -r -t 20 line <&9
	assert_regex "$line" '^\{"kind":"commit",.*"class":'
	exec 8>&-
	read -r -t 20 line <&9
	assert_regex "$line" '^\{"kind":"paper","title":"late",.*"class":'
	exec 9<&-
	wait $!
}

@test "what --min leaves out takes no place among the best" {
	given_points paper::one paper::none paper::two
	run -0 kept --min 0.6 --top paper=3
	assert_output "$(printf 'paper::%s\n' two one)"
}

@test "a bound that is none is refused" {
	for spec in '' x paper papers=1 Paper=1 '=1' paper:1 note=1 ' paper=1' \
	    'paper=1,' ',paper=1' 'paper=1,,issue=1'; do
		run -2 classify --top "$spec" </dev/null
		assert_output --regexp "^classify: --top .*: not of the form kind=N, with paper, commit, issue, pull or release$"
	done
	for spec in paper= paper=0 paper=-1 paper=x paper=1.5 paper=1x \
	    paper=10001 paper=4294967297 paper=99999999999999999999 paper==1 \
	    'paper=1;issue=1'; do
		run -2 classify -n "$spec" </dev/null
		assert_output "classify: --top ${spec#paper=}: not a whole number from 1 to 10000"
	done
}

# statuses

@test "a status says what was left out of each source, behind all records" {
	given_points paper::one commit:o/a:one commit:o/a:two paper::two \
	    commit:o/b:one issue:o/a:one
	given "$(cat input)" '{"kind":"status","stage":"fetch-gh","source":"o/a commits","date":"2026-02-02","ok":true,"landed":2,"shown":2}'
	classify -t topics --top commit=1,paper=1 input >out
	run -0 tail -n 2 out
	assert_output '{"kind":"status","stage":"classify","source":"arxiv","date":"2026-02-02","ok":true,"landed":2,"shown":1}
{"kind":"status","stage":"classify","source":"o/a commits","date":"2026-02-02","ok":true,"landed":2,"shown":1}'
	run -0 grep -c '"kind":"status"' out
	assert_output 3
}

@test "there is no status where nothing was left out" {
	given_points paper::one commit:r:two
	run -0 kept --top paper=1,commit=1 --min 0.1
	assert_output "$(printf '%s\n' paper::one commit:r:two)"
	run -1 statuses --top paper=1,commit=1 --min 0.1
	assert_output ""
	run -1 statuses
	assert_output ""
}

@test "what --min leaves out is in the status, all of it if need be" {
	given_points paper::one paper::two issue:r:none
	run -0 statuses --min 0.8
	assert_output '{"kind":"status","stage":"classify","source":"arxiv","ok":true,"landed":2,"shown":1}
{"kind":"status","stage":"classify","source":"r issues","ok":true,"landed":1,"shown":0}'
}

@test "sources are named after repository and kind" {
	given_points commit:o/r:x issue:o/r:x pull:o/r:x release:o/r:x paper::x
	given "$(cat input)" '{"kind":"commit"}'
	run -0 jq -r .source <(statuses --min 1)
	assert_output "$(printf '%s\n' "o/r commits" "o/r issues" "o/r pulls" \
	    "o/r releases" arxiv commits)"
}

@test "a status has the date of the last that came, if it is one" {
	given_points paper::x
	given "$(cat input)" '{"kind":"status","date":"2026-02-01"}' \
	    '{"kind":"status","date":"2026-02-02"}' \
	    '{"kind":"status","date":"yesterday"}' '{"kind":"status","date":3}' \
	    '{"kind":"note","date":"2026-03-03"}'
	run -0 jq -r 'select(.stage == "classify").date' <(statuses --min 1)
	assert_output 2026-02-02
}

# --explain

@test "--explain tells how a score came about" {
	topics "topic a" "	2 cache" "topic b" "	1 gpu" "paper -2" "	1 gpu" \
	    category "	0.5 cs.DC" paper "	1 @own"
	given '{"kind":"paper","id":"arxiv:1","title":"Cache on\nGPUs","text":"A cache.","categories":["cs.DC"],"own":true}' \
	    '{"kind":"note"}' "$(commit x)"
	run -0 classify --explain -t topics input
	assert_output '0.989 arxiv:1 Cache on GPUs
    +2.00  topic a: "cache" in the title
    +1.00  paper: "gpu" in the title
  ( +1.00) topic b: "gpu" in the title
    +2.00  topic a: "cache" in the text
    +0.50  category: "cs.DC" in the category
    +1.00  paper: "@own" in the fact
    -2.00  paper
0.500 x'
}

@test "--explain tells what --min would leave out" {
	topics "paper -1" "	2 gpu"
	given "$(paper GPU)" "$(paper CPU)"
	run -0 classify --explain --min 0.6 -t topics input
	assert_output '0.731 GPU
    +2.00  paper: "gpu" in the title
    -1.00  paper
0.269 (less than 0.6: left out) CPU
    -1.00  paper'
}

@test "-e tells of kinds and impacts, from title, text and labels" {
	topics "kind bug 1" "	2 bug" "impact crash 2" "	1 crash" \
	    "issue" "	1 crash"
	issue "Crash" ',"text":"A crash.","labels":["bug"]' >input
	run -0 classify -e -t topics input
	assert_output '0.986 Crash
    +1.00  issue: "crash" in the title
  ( +1.00) impact crash: "crash" in the title
    +0.25  issue: "crash" in the text
  ( +0.30) impact crash: "crash" in the text
  ( +2.00) kind bug: "bug" in the label
    +1.00  kind bug
    +2.00  impact crash'
}

@test "what --explain says adds up to the score" {
	paper "Speculative decoding for LLM serving on H100 GPUs" \
	    ',"text":"A survey of the throughput of vLLM, with quantization.","categories":["cs.DC"]' >input
	classify --explain input >out
	run -0 awk '
		NR == 1 { score = $1 }
		NR > 1 && $1 != "(" { points += $1; told++ }
		END { printf "%.3f from %s", 1 / (1 + exp(-points)),
			(told > 5 ? "many" : "few") }' out
	assert_output "$(head -c 5 out) from many"
}

# the same everywhere

@test "two runs give the same bytes, in any locale" {
	given "$(paper "KV cache for LLM serving")" "$(commit "Fix a hang")" \
	    "$(issue "[Bug] Naïve Größe: crash")"
	classify --top paper=1,commit=1 input >once
	assert_file_not_empty once
	run -0 diff once <(LC_ALL=de_DE.UTF-8 classify --top paper=1,commit=1 input)
	run -0 diff once <(LC_ALL=C classify --top paper=1,commit=1 input)
}

@test "judged in parts or at once, records get the same class" {
	for i in $(seq 40); do
		paper "KV cache $i" ',"text":"On GPUs with vLLM."'
		commit "[Bugfix] Fix race $i" ",\"n\":$i"
		issue "[Bug] crash $i" ',"labels":["bug"]'
	done >input
	classify input >whole
	assert_equal "$(wc -l <whole)" 120
	head -n 61 input | classify >first &
	tail -n +62 input | classify >second
	wait $!
	run -0 diff whole <(cat first second)
}

@test "files are read in their order, with standard input where - stands" {
	paper one >first
	paper two >second
	run -0 jq -r .title <(paper three | classify first - second)
	assert_output "$(printf '%s\n' one three two)"
}

@test "a title of 1 MB of beginnings takes no time" {
	awk 'BEGIN {
		printf "{\"kind\":\"paper\",\"title\":\""
		while (n++ < 60000)
			printf "large language "
		print "\"}"
	}' >input
	run -0 timeout 5 classify --min 1 input
	assert_output --partial '"landed":1,"shown":0}'
}

@test "the line of help for each option names both its forms" {
	run -0 classify --help
	assert_line "usage: classify [-hqVv] [-t FILE] [-m SCORE] [-n KIND=N,...] [-e | -l] [FILE ...]"
	for option in "-t, --topics FILE" "-m, --min SCORE" \
	    "-n, --top KIND=N,..." "-e, --explain" "-l, --learn" "-h, --help" \
	    "-V, --version" "-v, --verbose" "-q, --quiet"; do
		assert_line --partial "  $option "
	done
	run -0 diff <(classify -h) <(classify --help)
}

@test "the version is said alone" {
	run -0 classify -V
	assert_output --regexp '^classify \(dair\) [0-9.]+$'
	run -0 diff <(classify -V) <(classify --version)
}

@test "verbose or quiet, the records are the same and errors are said" {
	paper x >input
	echo oops >>input
	for option in -v --verbose -q --quiet; do
		run -1 --separate-stderr classify "$option" input
		assert_output "$(classify input 2>/dev/null)"
		# shellcheck disable=SC2154 # run sets it
		assert_equal "$stderr" \
		    "classify: input:2: byte 1: not a JSON object"
	done
}

@test "a topics file with control characters is refused" {
	printf 'topic \033[31mred\n\t1 x\n' >topics
	run -2 classify -t topics </dev/null
	assert_output "classify: topics: holds control characters"
}

@test "an array of millions takes no more memory than its line" {
	needs_true_memory
	python3 -c 'print("{\"kind\":\"issue\",\"title\":\"t\",\"labels\":["+",".join(["{}"]*3000000)+"]}")' >input
	(ulimit -v 200000 && classify input >out)
	[ -s out ]
}
