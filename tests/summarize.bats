#!/usr/bin/env bats
# summarize: what it takes from a text, what it never does, and how it tells a
# day. Titles and texts are spelt as in JSON.
# shellcheck disable=SC2016,SC1111,SC1112 # the texts are not meant for the shell
# shellcheck disable=SC2030,SC2031 # every test sets its own DAIR_SHARE

load helper

setup() {
	common_setup
	export DAIR_SHARE=$ROOT/share
}

# A record of the kind $1 with the title $2; $3: more members.
item() {
	printf '{"kind":"%s","title":"%s"%s}\n' "$1" "$2" "${3-}"
}

# The texts of summaries and digests in what the command $@ prints, spelt as in
# JSON, in which they have nothing to escape here.
texts() {
	"$@" | sed -nE 's/.*"(summary|part)":.*"text":"([^"]*)".*/\2/p'
}

# Fails unless the summary of the kind $1 with the title $2 and the text $3 is
# $4.
assert_summary() {
	item "$1" "$2" ",\"text\":\"$3\"" >input
	run -0 texts summarize input
	assert_output "$4"
}

# The same of a paper with the abstract $1 and a title that it does not name.
assert_abstract() {
	assert_summary paper "Foo" "$1" "$2"
}

# The same of a commit and of an issue with the body $1.
assert_body() {
	given "$(item commit Foo ",\"text\":\"$1\"")" \
	    "$(item issue Foo ",\"text\":\"$1\"")"
	run -0 texts summarize input
	assert_output "$2
$2"
}

# Fails unless the only sentence of a release, $1, is said as $2.
assert_said() {
	assert_summary release Foo "$1" "$2"
}

assert_kept() {
	assert_said "$1" "$1"
}

# A record of the kind $1 with the title $2 in the repository $3 and the score
# $4; $5: more members of its class.
judged() {
	item "$1" "$2" ",\"repo\":\"$3\",\"class\":{\"score\":$4${5-}}"
}

# $1 commits of the repository $2, of the type $3.
commits() {
	for _ in $(seq "$1"); do
		judged commit Foo "$2" 0.5 ",\"type\":\"${3-refactor}\""
	done
}

# $1 issues of the repository $2, with the impact $3.
issues() {
	for _ in $(seq "$1"); do
		judged issue Foo "$2" 0.5 ",\"impact\":\"${3-usability}\""
	done
}

# The part $1 of the digest of the file "input" in the language $2.
digest() {
	summarize --digest --lang "$2" input >out || return
	texts grep "\"part\":\"$1\"" out
}

# Fails unless $1, a sentence, is in the part $2 of the digest in the language
# $3.
assert_told() {
	run -0 digest "$2" "$3"
	assert_output --partial "$1"
}

refute_told() {
	run -0 digest "$2" "$3"
	refute_output --partial "$1"
}

# Fails unless the line of the digest's part $1 in the language $2 is $3.
assert_digest() {
	run -0 digest "$1" "$2"
	assert_output "$3"
}

# abstracts

@test "the sentence that says what is proposed is the summary" {
	assert_abstract "Models are large and their memory is small today. We propose a scheduler that keeps both of them busy all the time. It is twice as fast as all that were there before." \
	    "We propose a scheduler that keeps both of them busy all the time."
}

@test "phrases that announce are known, whatever their case" {
	for cue in "We introduce" "We present" "WE DEVELOP" "We design" \
	    "This paper presents" "This work proposes" "This paper introduces"; do
		assert_abstract "Models grow larger from year to year and nobody knows why. $cue a scheduler that keeps both of them busy all the time. It runs on one card with not more than two threads a core." \
		    "$cue a scheduler that keeps both of them busy all the time."
	done
}

@test "without such a phrase the sentence most like the title is taken" {
	assert_summary paper "Paging attention caches" \
	    "Many people wait for answers of machines every single day. Paging keeps attention caches small and lets more requests run at once. Nobody has to wait for very long any more after that." \
	    "Paging keeps attention caches small and lets more requests run at once."
}

@test "where the code is available is no summary" {
	assert_abstract "Requests wait for each other on a busy machine all day and all of the night. Our code is available at https://github.com/someone/something. Waiting takes most of the time that a request is in the machine." \
	    "Requests wait for each other on a busy machine all day and all of the night."
}

@test "a second sentence is added when the best is short" {
	assert_abstract "Models are large. We propose a small scheduler for them. It keeps both processors busy all the time and needs no memory of its own." \
	    "We propose a small scheduler for them. It keeps both processors busy all the time and needs no memory of its own."
}

@test "a sentence of ten words stands alone, one of nine does not" {
	assert_abstract "We propose a scheduler that keeps one two three. Nobody has to wait for more than a second." \
	    "We propose a scheduler that keeps one two three. Nobody has to wait for more than a second."
	assert_abstract "We propose a scheduler that keeps one two three four. Nobody has to wait for more than a second." \
	    "We propose a scheduler that keeps one two three four."
}

@test "two sentences stand in the order of the text" {
	assert_abstract "Caches of models are full all day long. We propose a small scheduler." \
	    "Caches of models are full all day long. We propose a small scheduler."
}

@test "with neither phrase nor title the sentence most like the others wins" {
	assert_abstract "Many people dislike waiting for an answer on a rainy Monday. Schedulers with paged caches let large models answer many more requests. Paged caches of large models hold requests that schedulers took." \
	    "Schedulers with paged caches let large models answer many more requests."
}

@test "a long sentence stands alone" {
	assert_abstract "We propose a small scheduler that never waits for a lock at all. It keeps both of the processors busy." \
	    "We propose a small scheduler that never waits for a lock at all."
}

@test "a short abstract of one sentence is its summary" {
	assert_abstract "We propose it." "We propose it."
}

@test "an abstract on several lines gives one line" {
	assert_abstract 'We propose a scheduler\nthat keeps both\r\n  of them busy\tall the time.' \
	    "We propose a scheduler that keeps both of them busy all the time."
}

@test "abbreviations, versions and formulas do not end the summary" {
	assert_kept "We propose a cache, e.g. for GPT-4.5 as of Smith et al. in 2026, with v0.6.3 and O(n) pages."
	assert_kept 'We propose a cache of $O(n. A)$ pages that is good for all the models we know of.'
}

@test "Chinese abstracts give a Chinese sentence" {
	assert_abstract "大模型的推理成本越来越高，显存也越来越紧张。我们提出一种新的调度方法，让预填充和解码在不同的卡上运行。实验表明吞吐量提升了两倍。" \
	    "我们提出一种新的调度方法，让预填充和解码在不同的卡上运行。"
	assert_abstract "大模型的推理成本越来越高，显存也越来越紧张。本文研究键值缓存的压缩，并给出一种不需要训练的方法。效果很好。" \
	    "本文研究键值缓存的压缩，并给出一种不需要训练的方法。"
}

@test "two Chinese sentences are joined without a blank" {
	assert_abstract "我们提出新方法。它让预填充和解码在不同的卡上运行，因此不再互相等待。" \
	    "我们提出新方法。它让预填充和解码在不同的卡上运行，因此不再互相等待。"
}

@test "an abstract that repeats the title gives its next best sentence" {
	assert_summary paper "A scheduler for large models" \
	    "A scheduler for large models. It keeps both of the processors busy while a request waits for its turn." \
	    "It keeps both of the processors busy while a request waits for its turn."
}

@test "an abstract of nothing but the title gives the title" {
	assert_summary paper "A scheduler for large models" \
	    "A Scheduler for large models." "A scheduler for large models"
}

@test "commands of TeX go, what they show stays" {
	assert_abstract 'We propose \\textbf{paging} for {\\bf all} caches, \\emph{always \\textit{twice}} as fast at 5\\% of the cost, as kernels do~\\cite{foo2020,bar} now.' \
	    'We propose paging for all caches, always twice as fast at 5% of the cost, as kernels do now.'
	assert_abstract 'We propose \\href{https://a.example}{paging} of $O(\\sqrt{n} \\textbf{x})$ pages for the {caches} of models.' \
	    'We propose paging of $O(\\sqrt{n} \\textbf{x})$ pages for the {caches} of models.'
}

@test "emphasis in dollars is text, a formula is none" {
	assert_abstract 'We propose $\\textbf{Pager}$, a scheme of $\\emph{$k$-step $O(n)$}$ pages over $x$ and $\\text{y}^2$ for the caches of models.' \
	    'We propose Pager, a scheme of $k$-step $O(n)$ pages over $x$ and $\\text{y}^2$ for the caches of models.'
}

# leaving out

@test "lead-ins go, and the next word gets its capital" {
	for lead in "In this paper, " "In this work " "However, " "To this end, " \
	    "Specifically, " "Moreover, " "First, " "In this paper, we show that " \
	    "We find that " "Our experiments show that " "However, we prove that "; do
		assert_said "${lead}paging keeps the caches of all requests small at any time." \
		    "Paging keeps the caches of all requests small at any time."
	done
}

@test "a clause that only leads to what we do goes" {
	assert_said "Inspired by paging in kernels, we propose caches of small blocks for all requests." \
	    "We propose caches of small blocks for all requests."
	assert_said "To close this gap, this paper proposes caches of small blocks for all requests." \
	    "This paper proposes caches of small blocks for all requests."
}

@test "a clause stays when it says where the rest holds" {
	for clause in "If caches fit" "Unless caches fit" "Without any tuning" \
	    "When caches fit" "Under a tight bound" "On eight cards" \
	    "For short prompts" "With four bits" "At batch size one" \
	    "Even for long prompts" "After two epochs" "Given enough memory" \
	    "Compared to paging"; do
		assert_kept "$clause, we show twice the speed of everything there was before."
	done
}

@test "a clause stays when a negation or a limit is in it" {
	for clause in "As paging does not help" "Using no tuning" \
	    "Looking at caches only" "Using caches without tuning" \
	    "Assuming nothing if possible"; do
		assert_kept "$clause, we show twice the speed of everything there was before."
	done
}

@test "a long clause, or one with a bracket or a colon, stays" {
	assert_kept "Seen so: as paging in a kernel, we show twice the speed of all there was."
	assert_kept "Seen as f(x, y) of all, we show twice the speed of all there was before."
	assert_kept "Seen $(printf 'as %.0s' {1..60})paging, we show twice the speed of all there was before."
}

@test "a clause before a change goes, whatever it denies, but no condition" {
	assert_said "The kernel was not built with checks (see above), this PR adds them." \
	    "Adds them."
	assert_kept "If the kernel is not built with checks, this PR adds them."
	assert_kept "On older cards, this PR adds the checks that were missing."
}

@test "labels before a sentence go" {
	for label in "TL;DR: " "Summary: " "Motivation: " "Bug: "; do
		assert_said "${label}the kernel reads one row too many." \
		    "The kernel reads one row too many."
	done
}

@test "a list of which only the first item is there goes" {
	local said="We propose Pager, a scheme that speeds up caches through two ideas"
	assert_abstract "$said: (1) Pages are small. (2) They are shared." \
	    "$said."
	assert_abstract "$said: (1) pages are small and (2) they are shared." \
	    "$said: (1) pages are small and (2) they are shared."
}

@test "asides and citations go" {
	assert_said "We propose paging (known from kernels) for the caches [1, 2] of all the models." \
	    "We propose paging for the caches of all the models."
	assert_said "We propose paging for the caches of all the large models (as kernels do)." \
	    "We propose paging for the caches of all the large models."
	assert_said "We propose paging (as (many) kernels do), for the caches of all the models." \
	    "We propose paging, for the caches of all the models."
}

@test "an aside stays when a condition or a negation hangs on it" {
	for aside in "(only on H100)" "(H100 only)" "(not on H100)" \
	    "(if it fits)" "(unless it is full)" "(without tuning)" \
	    "(except on H100)" "(tested, but not on H100)" "(no tuning)" \
	    "(under load)"; do
		assert_kept "We propose paging $aside for the caches of all the large models."
	done
}

@test "brackets that belong to a word, a label or a shape stay" {
	assert_kept "We propose f(x) and g(x, y) for the caches of all the large models."
	assert_kept "We propose (i) paging and (2) swapping for caches of all the large models."
	assert_kept "We propose caches of the shape [B, S, H] for all of the large models."
	assert_kept "We propose paging (see below for the caches of all the large models."
}

@test "nothing goes out of formulas and code" {
	assert_kept 'We propose a cache of $n (m + 1)$ pages for all of the large models.'
	assert_kept 'We propose to call `f (x) [1]` for the caches of the large models.'
}

@test "names keep their spelling behind a lead-in" {
	for name in vLLM torch.compile nvcc_flags iOS "k8s" "mHC"; do
		assert_said "However, $name keeps the caches of all the requests small at any time." \
		    "$name keeps the caches of all the requests small at any time."
	done
	assert_said "However, low-rank caches keep the memory of all requests small." \
	    "Low-rank caches keep the memory of all requests small."
}

@test "a sentence of nothing but a lead-in stays" {
	assert_body "Here is the cause of it. However, " "Here is the cause of it."
	assert_abstract "In this paper, " "In this paper,"
}

# bodies

@test "the first sentence of a body is its summary" {
	assert_body 'The counter is reset too early. Later it wraps.\n\nMore.' \
	    "The counter is reset too early."
}

@test "a sentence that says no more than the title is passed over" {
	assert_summary commit "[Core] Reset the counter of the cache (#12)" \
	    "Reset the cache counter. It wrapped after an hour of load." \
	    "It wrapped after an hour of load."
	assert_summary commit "Reset the counter of the cache" \
	    "This PR resets the counter of the cache." \
	    "Reset the counter of the cache"
}

@test "fragments and lines that announce a list are passed over" {
	assert_body 'See below.\n\nThree things change here:\n\nThe counter is reset at the start.' \
	    "The counter is reset at the start."
	assert_body '这里有三个改动：\n\n计数器在开始的时候清零。' "计数器在开始的时候清零。"
}

@test "a whole sentence before a list or code is taken, without its colon" {
	assert_body 'This fixes the race between the two streams of the cache:\n- take the lock' \
	    "This fixes the race between the two streams of the cache"
	assert_body 'There are three tests that fail on the new card, namely:\n- one' \
	    "There are three tests that fail on the new card"
	assert_body 'The change makes the following four things faster:\n- the read of a page' \
	    "the read of a page"
}

@test "last words that lost what they point at go" {
	assert_body 'Address the error such as https://ci.example/1' \
	    "Address the error"
	assert_body 'The cost cannot be accounted for.' \
	    "The cost cannot be accounted for."
}

@test "a step of work alone is no summary, an aside second choice" {
	assert_summary commit "[CI] Cache the wheels" 'Update docs.\n* fix typos\n* Fix lint' \
	    "Cache the wheels"
	assert_body '* fix test\n* fix test of the lock under load' \
	    "fix test of the lock under load"
	assert_body '(only a draft until now)\n\nThe lock is taken twice under load.' \
	    "The lock is taken twice under load."
}

@test "code alone is no sentence" {
	assert_body '`pytest -s -v evals`\n\nThe bound is missed since Monday.' \
	    "The bound is missed since Monday."
}

@test "an item of a list is a sentence" {
	assert_body '## Changes\n- reset the counter at the start\n- more of it' \
	    "reset the counter at the start"
}

@test "templates, comments, code, quotations and boxes are passed over" {
	for noise in '<!-- Fill in all of this form. -->' '# A heading of four words' \
	    '```\nA line of code here.\n```' '> A quotation of many words.' \
	    '- [x] I have done all of it.' '| a | table | of | words |' \
	    '## Checklist\nAll tests pass on my machine.\n## Why' \
	    '## Your current environment\nSome version of some system.\n## Bug' \
	    '![an image of four words](x.png)' \
	    'A clear and concise description of what the bug is.' \
	    'Signed-off-by: Some Body <s@a.example>' 'Fixes #12 and some more of it'; do
		assert_body "$noise"'\n\nThe counter is reset too early.' \
		    "The counter is reset too early."
	done
}

@test "trailers are no summary, generated notes only for want of another" {
	assert_summary commit "Mend it" \
	    'Signed-off-by: Some Body <s@a.example>\nCo-authored-by: Any Body <a@a.example>' \
	    "Mend it"
	assert_summary commit "Mend it" \
	    '## Summary by CodeRabbit\n- It mends the counter of the cache.' \
	    "It mends the counter of the cache."
	assert_summary commit "Mend it" \
	    'The counter wraps after an hour.\n## Summary by CodeRabbit\n- It mends the counter of the cache.' \
	    "The counter wraps after an hour."
}

@test "a link whose address is on the next line is a link" {
	assert_body 'The counter wraps in [the plan of\nthe cache](\nhttps://a.example/x) after an hour.' \
	    "The counter wraps in the plan of the cache after an hour."
}

@test "the address of an issue or a pull request becomes its number" {
	assert_body 'The counter wraps since https://github.com/o/r/pull/17 landed.' \
	    "The counter wraps since #17 landed."
	assert_body 'The counter wraps, see\nhttps://github.com/o/r/issues/8#issuecomment-1 for more.' \
	    "The counter wraps, see #8 for more."
	assert_body 'The counter wraps since https://a.example/pull/17 was read.' \
	    "The counter wraps since was read."
}

@test "a sentence that lost its end is second choice" {
	assert_body 'This fixes the bug in https://a.example/x. The counter wraps after an hour.' \
	    "The counter wraps after an hour."
}

@test "a sentence of two words is taken for want of a longer one" {
	assert_body 'It wraps.\n\nThe counter wraps after an hour.' \
	    "The counter wraps after an hour."
	assert_body 'Bump it.' "Bump it."
}

@test "a change that only has its name for a subject goes without" {
	for subject in "This PR" "This MR" "This patch" "This commit" "this pr"; do
		assert_body "$subject resets the counter at the start." \
		    "Resets the counter at the start."
	done
}

@test "a change that is or has something keeps its subject" {
	for verb in "is only for the old counter" "has the counter at the start" \
	    "was made for the old counter" "should reset the counter" \
	    "also resets the counter"; do
		assert_body "This PR $verb." "This PR $verb."
	done
}

@test "sentences that only ask or thank are passed over" {
	for sentence in "Thank you for this great project!" "Thanks for the work." \
	    "Thanks in advance for your help." "Please and thank you." Thanks! \
	    "How can I solve this problem?" "How to solve this problem?" \
	    "Any idea what is wrong here?" "Please help me with this one." \
	    "Please let me know what you need." "What is wrong with it?" \
	    "I have searched the existing issues." "非常感谢大家的工作！" \
	    "请问这个问题怎么解决？"; do
		assert_body "$sentence"' The counter is reset too early.' \
		    "The counter is reset too early."
	done
}

@test "what thanks are owed to is no thanks" {
	assert_body "Thanks to the counter it is fast again." \
	    "Thanks to the counter it is fast again."
}

@test "a question is better than nothing, a courtesy is not" {
	assert_summary issue "[Question] Counter" \
	    "Does the counter survive a restart of the server? Thank you for all of it." \
	    "Does the counter survive a restart of the server?"
	assert_summary issue "[Question] Counter" \
	    "How can I solve this problem? Thank you for all of it." Counter
}

@test "a greeting does not hide what follows" {
	assert_body "Hi, the counter is reset too early." \
	    "The counter is reset too early."
	assert_body "Hello! The counter is reset too early." \
	    "The counter is reset too early."
}

@test "pull requests and releases are summarized as commits are" {
	for kind in pull release; do
		assert_summary "$kind" "v1.2" \
		    '<!-- x -->\nThe counter is reset too early. More.' \
		    "The counter is reset too early."
	done
}

# what is left when there is no text

@test "without a text the title stands, without tags and number" {
	for text in '' ',"text":""' ',"text":null' ',"text":["x"]' \
	    ',"text":"\n \t"' ',"text":"..."'; do
		item commit "[Bugfix][Core] Reset the counter (#12)" "$text" >input
		run -0 texts summarize input
		assert_output "Reset the counter"
	done
	item paper "A scheduler: it schedules" >input
	run -0 texts summarize input
	assert_output "A scheduler: it schedules"
}

@test "without a title the id stands, without both the kind" {
	given '{"kind":"issue","id":"gh:o/r#1"}' '{"kind":"issue","title":""}' \
	    '{"kind":"paper","title":7,"id":"arxiv:1"}' '{"kind":"release"}'
	run -0 texts summarize input
	assert_output "$(printf '%s\n' gh:o/r#1 issue arxiv:1 release)"
}

@test "a text is taken where there is no title" {
	given '{"kind":"commit","text":"The counter is reset too early."}'
	run -0 texts summarize input
	assert_output "The counter is reset too early."
}

@test "a title over two lines gives one" {
	item commit 'Reset\nthe  counter\u2028now' >input
	run -0 texts summarize input
	assert_output "Reset the counter now"
}

# bounds

@test "a sentence that is too long is passed over, not cut" {
	long=$(printf 'word%.0s ' {1..500})
	assert_abstract "We propose ${long}to do it. It keeps both of the processors busy all of the time." \
	    "It keeps both of the processors busy all of the time."
	assert_body "It does ${long}so. It keeps both of the processors busy." \
	    "It keeps both of the processors busy."
	assert_abstract "We propose $long" Foo
	assert_body "$long" Foo
}

@test "a sentence that reaches over the end of what is read is not taken" {
	long=$(printf 'word %.0s' {1..13090})
	assert_abstract "$long. We propose a small scheduler that keeps both of the processors busy all of the time while a request waits." \
	    Foo
}

@test "Chinese text without a stop is not cut inside a character" {
	long=$(printf '计数器%.0s' {1..700})
	assert_abstract "$long" Foo
	assert_body "$long" Foo
	assert_abstract "$long。我们提出一种新的调度方法，让两张卡同时运行。" \
	    "我们提出一种新的调度方法，让两张卡同时运行。"
}

@test "bodies and abstracts of 1 MB take no time" {
	for piece in 'The counter is reset. ' 'word ' 'x' '计数器。' '[' '$' '(a ' \
	    '. ' '? ' '\n- x' '\n\n' '<!-- ' '`' ', we '; do
		for kind in paper issue; do
			LC_ALL=C awk -v kind="$kind" -v s="$piece" 'BEGIN {
				gsub(/\n/, "\\n", s)
				while (length(s) < 1000000)
					s = s s
				print "{\"kind\":\"" kind "\",\"text\":\"" s "\"}"
			}'
		done
	done >input
	timeout 10 summarize input | grep -o '"summary":.*' >out
	run -0 awk 'length($0) < 2400 && /"text":"[^"]/' out
	assert_equal "${#lines[@]}" 28
}

@test "every summary is valid UTF-8 on one line" {
	for text in 'a\u0000b c d e f' '\u202eevil text in this one.' 'é 😀 ü ß many of them' \
	    'a\u2028b\u0085c d e f g.' '\u001b[31mred text in here.'; do
		item issue x ",\"text\":\"$text\""
	done >input
	summarize input >out
	run -0 iconv -f UTF-8 -t UTF-8 out
	run -1 grep -P '[\x{80}-\x{9f}\x{202e}\x{2028}]' <(jq -r .summary.text out)
	run -0 jq -s 'length' out
	assert_output 5
	item issue x ',"text":"a \ud83d broken surrogate here."' >input
	run -0 summarize input
	assert_output --partial '"summary":{"text":"a � broken surrogate here."'
}

# the member

@test "a capital at the end of a longer word is no initial" {
	assert_abstract \
	    "We present a fast serving system for chips over NVLink-C2C. Foo keeps pages." \
	    "We present a fast serving system for chips over NVLink-C2C."
	assert_abstract \
	    "We present a fast serving system for chips after John R. Smith and others." \
	    "We present a fast serving system for chips after John R. Smith and others."
}

@test "an item that comes twice, in two languages, counts once in the digest" {
	item commit Foo ',"id":"gh:a/b@1","repo":"a/b"' >input
	item commit Bar ',"id":"gh:a/b@2","repo":"a/b"' >>input
	cat input input >twice
	summarize -l en -d input | grep '"digest"' >once
	summarize -l en -d twice | grep '"digest"' | diff once -
}

@test "a summary is a text, its language and who made it" {
	item paper Foo ',"text":"We propose it."' >input
	run -0 summarize input
	assert_output '{"kind":"paper","title":"Foo","text":"We propose it.","summary":{"text":"We propose it.","lang":"zh","by":"extract"}}'
	for option in "-l en" "--lang en" "-l zh -l en"; do
		# shellcheck disable=SC2086 # words
		run -0 summarize $option input
		assert_output '{"kind":"paper","title":"Foo","text":"We propose it.","summary":{"text":"We propose it.","lang":"en","by":"extract"}}'
	done
}

@test "each kind of item gets one" {
	for kind in paper commit issue pull release; do
		item "$kind" Foo
	done >input
	run -0 jq -r '"\(.kind) \(.summary.text)"' <(summarize input)
	assert_output "$(printf '%s Foo\n' paper commit issue pull release)"
}

@test "an issue's impact is a sentence in the language of the report" {
	item issue Foo ',"class":{"score":0.5,"impact":"crash"}' >input
	run -0 jq -c .summary <(summarize input)
	assert_output '{"text":"Foo","impact":"可能导致崩溃、挂起或内存耗尽","lang":"zh","by":"extract"}'
	run -0 jq -c .summary <(summarize --lang en input)
	assert_output '{"text":"Foo","impact":"may crash, hang or run out of memory","lang":"en","by":"extract"}'
}

@test "every impact that classify knows has a sentence in both languages" {
	grep '^impact ' "$ROOT/share/topics" | awk '{ print $2 }' >impacts
	while read -r impact; do
		item issue Foo ",\"class\":{\"impact\":\"$impact\"}"
	done <impacts >input
	for lang in zh en; do
		run -0 jq -r '.summary.impact // "none at all"' \
		    <(summarize -l "$lang" input)
		assert_equal "$(sort -u <<<"$output" | wc -l)" "$(wc -l <impacts)"
		refute_line "none at all"
	done
}

@test "every topic that classify knows has a name in both languages" {
	for lang in zh en; do
		awk '/^(topic|part) / { print $2 }' "$ROOT/share/topics" |
			sort -u >topics
		run -0 awk '/^topic / && $2 != "other" { print $2 }' \
		    "$ROOT/share/labels.$lang"
		assert_equal "$(sort <<<"$output")" "$(cat topics)"
	done
}

@test "an impact that has no name, or of another kind, is not told" {
	given "$(item issue Foo ',"class":{"impact":"other"}')" \
	    "$(item issue Foo ',"class":{"impact":7}')" \
	    "$(item issue Foo ',"class":"crash"')" "$(item issue Foo)" \
	    "$(item commit Foo ',"class":{"impact":"crash"}')"
	run -0 jq -c .summary.impact <(summarize input)
	assert_output "$(printf '%s\n' null null null null null)"
}

@test "a summary that is there is replaced in its place" {
	given '{"kind":"paper","summary":{"text":"old","by":"model"},"title":"Foo" , "x":1}'
	run -0 summarize input
	assert_output '{"kind":"paper","summary":{"text":"Foo","lang":"zh","by":"extract"},"title":"Foo" , "x":1}'
}

@test "an old summary does not change what a second run says" {
	item issue Foo ',"text":"The counter is reset too early.","class":{"impact":"crash"}' >input
	summarize input >once
	assert_file_not_empty once
	run -0 diff once <(summarize once)
	summarize -l en input >twice
	run -0 diff twice <(summarize -l en once)
}

@test "other kinds pass through to the byte" {
	given '{"kind":"note","text":"gpu","n":12345678901234567890.0e1}' \
	    '{ "kind" : "status" , "date":"2026-02-02","ok":true}' \
	    '{"kind":"Paper","title":"\u0041\/"}' '{"kind":["paper"]}' \
	    '{"title":"no kind"}' '{}' '{"kind":"report","summary":1}' \
	    '{"kind":"digest","part":"overview"}'
	run -0 diff input <(summarize input)
	run -0 diff <(head -n 7 input) <(summarize --digest input | head -n 7)
}

# the digest

@test "--digest adds an overview and a conclusion behind all records" {
	given "$(item paper Foo)" '{"kind":"status","stage":"x","source":"y","date":"2026-02-02","ok":true}'
	summarize -l en input >plain
	summarize -d -l en input >out
	run -0 diff plain <(head -n -2 out)
	run -0 tail -n 2 out
	assert_output '{"kind":"digest","date":"2026-02-02","part":"overview","text":"There is 1 paper. Read first: “Foo”.","lang":"en","by":"extract"}
{"kind":"digest","date":"2026-02-02","part":"conclusion","text":"There is 1 paper.","lang":"en","by":"extract"}'
}

@test "digests that come in are dropped with --digest, and pass without" {
	given '{"kind":"digest","part":"overview","text":"old"}' \
	    '{"kind":"note"}' '{"kind":"digest","x":1}'
	run -0 summarize input
	assert_output "$(cat input)"
	run -0 jq -r '.kind + " " + (.text // "")' <(summarize --digest -l en input)
	assert_output "note 
digest No papers, code changes or issues came in.
digest No papers, code changes or issues came in."
}

@test "a digest of a digested day is the same digest" {
	given "$(item paper Foo ',"created":"2026-02-02T01:00:00Z"')" \
	    "$(commits 3 o/r fix)" "$(issues 2 o/r crash)"
	summarize -d input >once
	assert_equal "$(wc -l <once)" 8
	run -0 diff once <(summarize -d once)
}

@test "nothing in gives a digest that says so" {
	: >input
	run -0 summarize --digest input
	assert_output '{"kind":"digest","part":"overview","text":"没有收到论文、代码更新或问题。","lang":"zh","by":"extract"}
{"kind":"digest","part":"conclusion","text":"没有收到论文、代码更新或问题。","lang":"zh","by":"extract"}'
	run -0 summarize input
	assert_output ""
}

@test "items are counted by kind, pull requests as code changes" {
	given "$(item paper A)" "$(item paper B)" "$(item commit C)" \
	    "$(item pull D)" "$(item issue E)" "$(item issue F)" \
	    "$(item release G)" "$(item release H)" '{"kind":"note"}'
	assert_told "There are 2 papers, 2 code changes, 2 new issues and 2 releases." \
	    overview en
	assert_told "本期收录 2 篇论文、2 项代码更新、2 个新问题和 2 个新版本。" \
	    overview zh
}

@test "one of a kind is told in the singular" {
	given "$(item paper A)"
	assert_told "There is 1 paper." overview en
	given "$(item paper A)" "$(item commit B)" "$(item issue C)" \
	    "$(item release D)"
	assert_told "There are 1 paper, 1 code change, 1 new issue and 1 release." \
	    overview en
	assert_told "本期收录 1 篇论文、1 项代码更新、1 个新问题和 1 个新版本。" \
	    overview zh
}

@test "in Chinese a number stands apart from the words around it" {
	given "$(item paper A)" "$(issues 40 o/r)"
	assert_told "本期收录 1 篇论文和 40 个新问题。" overview zh
}

@test "the repositories of changes are counted, one is not worth it" {
	given "$(commits 2 o/a)" "$(commits 1 o/b)"
	assert_told "There are 3 code changes in 2 repositories." overview en
	assert_told "本期收录 3 项代码更新（来自 2 个仓库）。" overview zh
	given "$(commits 2 o/a)"
	assert_told "There are 2 code changes. " overview en
	assert_told "本期收录 2 项代码更新。" overview zh
}

@test "one or two repositories are named, with what each changed" {
	given "$(commits 2 o/a)"
	assert_told "The changes came from o/a (2)." conclusion en
	assert_told "代码更新来自 o/a（2 项）。" conclusion zh
	given "$(commits 1 o/a)" "$(commits 2 o/b)"
	assert_told "The changes came from o/b (2) and o/a (1)." conclusion en
	assert_told "代码更新来自 o/b（2 项）和 o/a（1 项）。" conclusion zh
}

@test "of many repositories those are named that changed most" {
	given "$(commits 1 o/a)" "$(commits 3 o/b)" "$(commits 2 o/c)"
	assert_told "The most changes came from o/b (3) and o/c (2)." conclusion en
	assert_told "代码更新最多的是 o/b（3 项）和 o/c（2 项）。" conclusion zh
	given "$(commits 1 o/a)" "$(commits 3 o/b)" "$(commits 1 o/c)"
	assert_told "The most changes came from o/b (3)." conclusion en
	assert_told "代码更新最多的是 o/b（3 项）。" conclusion zh
}

@test "where many repositories changed as much none is named as first" {
	given "$(commits 1 o/a)" "$(commits 1 o/b)" "$(commits 1 o/c)"
	assert_told "There are 3 code changes in 3 repositories. Read" overview en
	refute_told "came from" conclusion en
	refute_told "代码更新最多" conclusion zh
}

@test "fixes, features and speed-ups are counted" {
	given "$(commits 2 o/a fix)" "$(commits 1 o/a feature)" \
	    "$(commits 3 o/b perf)" "$(commits 9 o/b docs)"
	assert_told "The changes include 2 fixes, 1 feature and 3 speed-ups." \
	    conclusion en
	assert_told "更新中有修复 2 项、新功能 1 项、性能优化 3 项。" conclusion zh
	given "$(commits 1 o/a fix)"
	assert_told "The changes include 1 fix." conclusion en
	given "$(commits 1 o/a docs)"
	refute_told "include" conclusion en
	refute_told "更新中有" conclusion zh
}

# $1 papers whose first topic is $2.
papers() {
	for _ in $(seq "$1"); do
		item paper Foo ",\"class\":{\"topics\":[\"$2\",\"edge\"]}"
	done
}

@test "papers are counted by their first topic, three topics at the most" {
	given "$(papers 1 moe)" "$(papers 3 serving)" "$(papers 2 attention-kv)" \
	    "$(papers 1 network)"
	assert_told "Subjects of the papers include serving (3), attention and KV caches (2) and mixture of experts (1)." \
	    conclusion en
	assert_told "论文主题包括推理服务（3 篇）、注意力与 KV 缓存（2 篇）和混合专家（1 篇）。" \
	    conclusion zh
}

@test "a topic of one's own is called by its name" {
	given "$(papers 1 serving)" "$(papers 1 my-topic)"
	assert_told "include serving (1) and my-topic (1)." conclusion en
	assert_told "包括推理服务（1 篇）和 my-topic（1 篇）。" conclusion zh
	given "$(papers 1 my-topic)"
	assert_told "论文主题包括 my-topic（1 篇）。" conclusion zh
}

@test "the best of each kind is told first, with what it says" {
	given "$(judged paper Worse "" 0.3)" \
	    "$(item paper Best ',"text":"It keeps both of them busy.","class":{"score":0.9}')" \
	    "$(judged commit "[Core] Mend it (#1)" o/a 0.5)" \
	    "$(judged issue "[Bug] It is broken" o/b 0.4)"
	assert_told "Read first: (1) “Best”: It keeps both of them busy; (2) “Mend it” in o/a; (3) “It is broken” in o/b." \
	    overview en
	assert_told "值得先读：一是论文《Best》：It keeps both of them busy；二是 o/a 的更新“Mend it”；三是 o/b 的问题“It is broken”。" \
	    overview zh
}

@test "what an item is about is said in the language of the report" {
	given "$(judged paper Foo "" 0.5 ',"topics":["training"]')" \
	    "$(judged commit Bar o/a 0.5 ',"type":"perf"')" \
	    "$(judged issue Baz o/b 0.5 ',"impact":"crash"')"
	assert_told "(1) “Foo” (training systems); (2) “Bar”, a speed-up in o/a; (3) “Baz” in o/b (may crash, hang or run out of memory)." \
	    overview en
	assert_told "一是论文《Foo》（训练系统）；二是 o/a 的性能优化“Bar”；三是 o/b 的问题“Baz”（可能导致崩溃、挂起或内存耗尽）。" \
	    overview zh
}

@test "the second best of each kind is told in the conclusion" {
	given "$(judged paper Second "" 0.8)" "$(judged paper Third "" 0.7)" \
	    "$(judged paper First "" 0.9)" "$(judged commit Only o/a 0.5)"
	assert_told "Also worth a look: “Second”." conclusion en
	assert_told "此外值得留意：论文《Second》。" conclusion zh
}

@test "of items that score the same the first is told first" {
	given "$(judged paper One "" 0.5)" "$(judged paper Two "" 0.5)" \
	    "$(item paper None)"
	assert_told "Read first: “One”." overview en
	assert_digest conclusion en "Also worth a look: “Two”."
}

@test "an item without a repository is told without one" {
	given "$(item commit Foo)"
	assert_digest overview en "There is 1 code change. Read first: “Foo”."
	assert_digest overview zh "本期收录 1 项代码更新。值得先读：更新“Foo”。"
}

@test "new issues are counted by what they are about" {
	given "$(issues 1 o/a crash)" "$(issues 3 o/a wrong-results)" \
	    "$(issues 5 o/a usability)"
	assert_told "Of the new issues, 3 are about wrong results and 1 about crashes or hangs. Also" \
	    conclusion en
	assert_told "新问题中，结果错误 3 个、崩溃或挂起 1 个。此外" \
	    conclusion zh
}

@test "a repository has the most issues only if no other has as many" {
	given "$(issues 2 o/a crash)" "$(issues 1 o/b crash)"
	assert_told "The most issues were filed with o/a (2)." conclusion en
	assert_told "新问题中，崩溃或挂起 3 个，以 o/a 最多（2 个）。" \
	    conclusion zh
	given "$(issues 2 o/a)" "$(issues 1 o/b)"
	assert_told "The most issues were filed with o/a (2)." conclusion en
	assert_told "新问题以 o/a 最多（2 个）。" conclusion zh
	given "$(issues 1 o/a)" "$(issues 1 o/b)"
	refute_told "most" conclusion en
	refute_told "最多" conclusion zh
	given "$(issues 2 o/a)"
	refute_told "most" conclusion en
	refute_told "最多" conclusion zh
}

# The status of the source $1 by the stage $2: ok is $3.
status() {
	printf '{"kind":"status","stage":"%s","source":"%s","ok":%s}\n' \
	    "$2" "$1" "$3"
}

@test "sources that failed are mentioned in the overview" {
	given "$(item paper Foo)" "$(status arxiv fetch-arxiv true)"
	refute_told "could not be read" overview en
	refute_told "未能读取" overview zh
	given "$(item paper Foo)" "$(status "o/r issues" fetch-gh false)"
	assert_told "1 source could not be read; see the end." overview en
	assert_told "另有 1 个来源未能读取，见文末。" overview zh
	given "$(item paper Foo)" "$(status "o/r issues" fetch-gh false)" \
	    "$(status arxiv fetch-arxiv false)"
	assert_told "2 sources could not be read; see the end." overview en
	assert_told "另有 2 个来源未能读取，见文末。" overview zh
}

@test "a source that failed twice is one, and none once it was read" {
	given "$(status arxiv fetch-arxiv false)" \
	    "$(status arxiv fetch-arxiv false)"
	assert_told "1 source could not be read" overview en
	given "$(status arxiv fetch-arxiv false)" \
	    "$(status arxiv fetch-arxiv true)"
	refute_told "could not be read" overview en
}

@test "a day of nothing but failures is no quiet day, in neither part" {
	given "$(status arxiv fetch-arxiv false)"
	for part in overview conclusion; do
		assert_digest "$part" en "No papers, code changes or issues came in. 1 source could not be read; see the end."
		assert_digest "$part" zh "没有收到论文、代码更新或问题。另有 1 个来源未能读取，见文末。"
	done
}

# Fails unless the digest of "input" is of the date $1.
assert_date() {
	run -0 jq -r 'select(.kind == "digest").date' <(summarize -d input)
	assert_output "$1
$1"
}

@test "a digest has the newest date of the statuses" {
	given '{"kind":"status","date":"2026-02-03"}' \
	    '{"kind":"status","date":"2026-02-02"}' \
	    '{"kind":"status","date":"soon"}' '{"kind":"status","date":9}' \
	    "$(item commit Foo ',"created":"2026-05-05T00:00:00Z"')"
	assert_date 2026-02-03
}

@test "without statuses a digest has the date of the newest item" {
	given "$(item commit Foo ',"created":"2026-02-01T23:00:00-05:00"')" \
	    "$(item issue Foo ',"created":"2026-01-31T00:00:00Z"')" \
	    "$(item issue Foo ',"created":"later"')"
	assert_date 2026-02-02
}

@test "a paper's date is that of its announcement, if it has one" {
	given "$(item paper Foo ',"announced":"2026-02-02","created":"2026-02-05T00:00:00Z"')"
	assert_date 2026-02-02
	given "$(item paper Foo ',"created":"2026-02-05T00:00:00Z"')"
	assert_date 2026-02-05
}

@test "without any date a digest has none" {
	given "$(item paper Foo)"
	assert_date null
}

@test "a digest ends in a full stop, whatever its items say" {
	for text in "The counter is reset too early!" 计数器清零得太早了。 \
	    "The counter is reset too early." "reset the counter too early"; do
		item commit Foo ",\"text\":\"$text\"" >input
		run -0 digest overview en
		assert_output --regexp '[^.。]\.$'
		run -0 digest overview zh
		assert_output --regexp '[^.。]。$'
	done
}

# the command line

@test "a language that is none is refused" {
	for lang in '' de EN zh-CN en,zh; do
		run -2 summarize --lang "$lang" </dev/null
		assert_output "summarize: --lang $lang: not zh or en"
	done
}

@test "--extract is what is done anyway" {
	given "$(item paper Foo ',"text":"We propose it."')" "$(issues 2 o/r crash)"
	summarize -d input >plain
	assert_equal "$(wc -l <plain)" 5
	run -0 diff plain <(summarize -x -d input)
	run -0 diff plain <(summarize --extract -d input)
}

@test "labels are those in DAIR_SHARE, of the language that is asked for" {
	mkdir share
	cp "$ROOT/share/extract.weights" share
	echo "impact crash = boom" >share/labels.en
	export DAIR_SHARE=share
	item issue Foo ',"class":{"impact":"crash"}' >input
	run -0 jq -r .summary.impact <(summarize -l en input)
	assert_output boom
	run -2 summarize input
	assert_output "summarize: share/labels.zh: No such file or directory"
}

@test "a table of weights that is wrong is refused with its line" {
	mkdir share
	cp "$ROOT"/share/labels.* share
	export DAIR_SHARE=share
	while IFS='|' read -r line reason; do
		printf '# weights\n%s\n' "$line" >share/extract.weights
		run -2 summarize </dev/null
		assert_output "summarize: share/extract.weights:2: $reason"
	done <<-'EOF'
		first 1 2|not NAME = TITLED UNTITLED: first 1 2
		first = 1|not two numbers: 1
		first = 1 2 3|not two numbers: 1 2 3
		first = one 2|not two numbers: one 2
		furst = 1 2|no feature: furst
		cue = 1 2|no feature: cue
		cue ^ = 1 2|not a phrase, or one too many: ^
		news a b c d e f = 1 2|not a phrase, or one too many: a b c d e f
	EOF
	rm share/extract.weights
	run -2 summarize </dev/null
	assert_output "summarize: share/extract.weights: No such file or directory"
}

@test "what a phrase and a feature are worth is what the table says" {
	mkdir share
	cp "$ROOT"/share/labels.* share
	export DAIR_SHARE=share
	echo 'cue ^pages = 1 1' >share/extract.weights
	assert_abstract "We keep the pages of all caches on one card. Pages are kept for as long as there is room for them." \
	    "Pages are kept for as long as there is room for them."
	echo 'first = 1 1' >share/extract.weights
	assert_abstract "We keep the pages of all of the caches on one single card. Pages are kept for as long as there is room for them." \
	    "We keep the pages of all of the caches on one single card."
}

@test "an end that only adds is cut where the table wants it, no other" {
	mkdir share
	cp "$ROOT"/share/labels.* share
	export DAIR_SHARE=share
	echo 'cut = 9 9' >share/extract.weights
	assert_abstract "Pages of caches are kept on one card for all of them, which saves room." \
	    "Pages of caches are kept on one card for all of them."
	for end in ", which holds only for small ones" ", such as A, keep it" \
	    ": (1) all at once; (2) in turn, but not both" \
	    ", e.g., A, are kept" ", if there is room"; do
		assert_abstract "Pages of caches are kept on one card for all of them$end." \
		    "Pages of caches are kept on one card for all of them$end."
	done
	for start in "While pages of caches are kept on one card" \
	    "As pages of caches are kept on one card"; do
		assert_abstract "$start, making room, others wait." \
		    "$start, making room, others wait."
	done
}

@test "the same algorithm in python3 gives papers the same summaries" {
	"$ROOT/tests/records.py" -n 400 | grep '"kind":"paper"' >papers
	[ "$(wc -l <papers)" -ge 150 ]
	"$ROOT/tests/twin/summarize.py" papers >expected
	summarize papers | jq -r .summary.text | diff expected -
}

@test "two runs give the same bytes, in any locale" {
	given "$(item paper Foo ',"text":"我们提出新方法。It is fast. Größer ist besser."')" \
	    "$(commits 3 o/a fix)" "$(issues 2 o/b crash)" "$(papers 2 moe)"
	summarize -d input >once
	assert_equal "$(wc -l <once)" 10
	run -0 diff once <(LC_ALL=de_DE.UTF-8 summarize -d input)
	run -0 diff once <(LC_ALL=C summarize -d input)
}

@test "summarized in parts or at once, records get the same summary" {
	for i in $(seq 40); do
		item paper "Foo $i" ",\"text\":\"We propose thing $i. It is fast.\""
		item issue "Bar $i" ",\"text\":\"Thing $i is broken now.\",\"class\":{\"impact\":\"crash\"}"
		item commit "Baz $i"
	done >input
	summarize input >whole
	assert_equal "$(wc -l <whole)" 120
	head -n 61 input | summarize >first &
	tail -n +62 input | summarize >second
	wait $!
	run -0 diff whole <(cat first second)
}

@test "a record leaves at once, while input is open" {
	mkfifo in out
	summarize --digest -l en <in >out 3>&- &
	exec 8>in 9<out
	item paper Foo >&8
	read -r -t 20 line <&9
	assert_regex "$line" '^\{"kind":"paper","title":"Foo","summary":'
	exec 8>&-
	read -r -t 20 line <&9
	assert_regex "$line" '"part":"overview"'
	exec 9<&-
	wait $! || true
}

@test "the line of help for each option names both its forms" {
	run -0 summarize --help
	assert_line --partial "usage: summarize [-hqVvdxoC] [-l LANG]"
	for option in "-l, --lang LANG" "-d, --digest" "-m, --model MODELS" \
	    "-x, --extract" "-j, --jobs N" "    --max-tokens N" \
	    "    --price PRICES" "    --patience S" "    --extra JSON" \
	    "-c, --cache DIR" "-o, --offline" "-C, --check" \
	    "-h, --help" "-V, --version" "-v, --verbose" "-q, --quiet"; do
		assert_line --partial "  $option "
	done
	run -0 diff <(summarize -h) <(summarize --help)
}

@test "the version is said alone" {
	run -0 summarize -V
	assert_output --regexp '^summarize \(dair\) [0-9.]+$'
	run -0 diff <(summarize -V) <(summarize --version)
}

@test "verbose or quiet, the records are the same and errors are said" {
	item paper Foo >input
	echo oops >>input
	for option in -v --verbose -q --quiet; do
		run -1 --separate-stderr summarize "$option" input
		assert_output "$(summarize input 2>/dev/null)"
		# shellcheck disable=SC2154 # run sets it
		assert_equal "$stderr" \
		    "summarize: input:2: byte 1: not a JSON object"
	done
}

@test "brackets without end do not take a day" {
	python3 -c '
for i in range(50):
    print("{\"kind\":\"issue\",\"id\":\"%d\",\"title\":\"t\",\"text\":\"%s\"}" % (i, "([" * 32768))' >input
	timeout 10 summarize input >out
	[ "$(wc -l <out)" -eq 50 ]
}
