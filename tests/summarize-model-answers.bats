#!/usr/bin/env bats
# summarize with a model: which answers are taken, in whatever they are wrapped,
# and which are never published.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load model

# Has the model answer as the members $1 say, and then, if $2 is given, as $2.
says() {
	rm -rf cache
	if [ -n "${2-}" ]; then
		upstream <<<"[{\"times\":1,\"model\":$1},{\"model\":$2}]"
	else
		upstream <<<"[{\"model\":$1}]"
	fi
}

# Fails unless what the model says in the way $1 is taken at once.
assert_taken() {
	says "$1"
	commits 3
	tell 0
	assert_asked 1
	assert_by "alpha alpha alpha"
	run -0 texts
	assert_line --index 2 "It makes Kernel3 is tuned run on the cards of the users."
}

# Fails unless an answer in the way $1 is of no use, and asked for again.
assert_useless() {
	says "$1" '{}'
	commits 2
	tell 0
	assert_asked 2
	assert_by "alpha alpha"
}

# wrapping

@test "a fence around the JSON is passed over" {
	assert_taken '{"content":"```json\n{json}\n```"}'
	assert_taken '{"content":"```\n{json}\n```\n"}'
}

@test "prose around the JSON is passed over, brackets in it too" {
	assert_taken '{"content":"Sure {as you say} [1]: \n\n{json}\n\nAsk {me} for more [2]."}'
	assert_taken '{"content":"{json}\n\nNote {\"a\": 1} and [1, 2]."}'
}

@test "thoughts are passed over, with JSON in them too" {
	assert_taken '{"content":"<think>\nMaybe {\"items\":[{\"id\":\"i1\",\"summary\":\"It makes Kernel1 slow.\"}]}?\n</think>\n{json}"}'
	assert_taken '{"content":"Maybe {\"items\":[]} then.\n</think>\n\n{json}"}'
	assert_taken '{"content":"◁think▷Is it {\"items\":[]}?◁/think▷{json}"}'
}

@test "thoughts without an end are no answer" {
	assert_useless '{"content":"<think>\nFirst: {json}"}'
	assert_useless '{"content":"◁think▷{json}"}'
}

@test "an end of thoughts within a summary spoils no other item" {
	given "$(item commit "Kernel1 is tuned")" "$(item commit "Kernel2 tags")"
	says '{"content":"{\"items\":[{\"id\":\"i1\",\"summary\":\"It makes Kernel1 run faster.\",\"impact\":\"\"},{\"id\":\"i2\",\"summary\":\"Kernel2 reads the </think> of the model.\",\"impact\":\"\"}]}"}'
	tell 0
	assert_equal "$(by | cut -d' ' -f1)" alpha
}

@test "reasoning in a member of its own is no answer, nor part of one" {
	assert_taken '{"message":{"reasoning_content":"{\"items\":[]}","reasoning":"No.","reasoning_details":[{}]}}'
	assert_useless '{"message":{"content":null,"reasoning_content":"{\"items\":[{\"id\":\"i1\",\"summary\":\"It makes Kernel1 slow.\"}]}"}}'
}

@test "an example before the answer is not the answer" {
	assert_taken '{"content":"Like {\"items\":[{\"id\":\"i1\",\"summary\":\"It makes Kernel1 slow.\",\"impact\":\"\"}]}:\n{json}"}'
}

@test "a list without the object around it is taken" {
	says '{"content":"[{\"id\":\"i1\",\"summary\":\"It makes Kernel1 run faster.\",\"impact\":\"\"}]"}'
	commits 1
	tell 0
	assert_asked 1
	assert_by alpha
}

@test "white space before the page is passed over, as much as servers send" {
	upstream <<<'[{"blank":5000,"model":{}}]'
	commits 1
	tell 0
	assert_asked 1
	assert_by alpha
}

@test "what is no JSON is no answer" {
	assert_useless '{"content":"It makes Kernel1 run faster."}'
	assert_useless '{"content":"{\"items\":[{\"id\":\"i1\",\"summary\":\"It makes"}'
	assert_useless '{"content":"{\"items\":[{\"id\":\"i1\",}]}"}'
}

# the page

@test "content that is null, absent, empty or blank is no answer" {
	for message in '"content":null' '"content":""' '"content":" \n\t "' \
	    '"content":7,"role":null'; do
		assert_useless "{\"message\":{$message}}"
	done
}

@test "a page without choices, or of another kind, is no answer" {
	for page in '{"choices":[]}' '{"choices":null}' '{"choices":{}}' \
	    '{"choices":[null]}' '{"choices":[{}]}' '{"choices":[{"message":[]}]}'; do
		assert_useless "{\"page\":$page}"
	done
}

@test "a page that is no JSON is no answer" {
	commits 2
	for body in '""' '"<html>Sorry</html>"' '"null"' '"[]"' '"{\"choices\":["'; do
		rm -rf cache
		upstream <<<"[{\"times\":1,\"body\":$body},{\"model\":{}}]"
		tell 0
		assert_asked 2
		assert_by "alpha alpha"
	done
}

@test "a page of more than a mebibyte is no answer" {
	upstream <<<'[{"times":1,"blank":1100000,"model":{}},{"model":{}}]'
	commits 1
	tell 0
	assert_asked 2
	assert_by alpha
}

@test "a refusal and a filtered answer are no answers" {
	assert_useless '{"message":{"refusal":"I cannot help with that."}}'
	assert_useless '{"choice":{"finish_reason":"content_filter"}}'
}

@test "a comma before a closing bracket and a line feed in a text are mended" {
	says '{"content":"{\"items\":[{\"id\":\"i1\",\"summary\":\"It makes Kernel1\nrun faster.\",\"impact\":\"\",},]}"}'
	commits 1
	tell 0
	run -0 texts
	assert_output "It makes Kernel1 run faster."
}

@test "an answer that was cut is never taken, however whole it looks: at last it is split" {
	upstream <<-'END'
		[{"times":2,"model":{"choice":{"finish_reason":"length"}}},{"model":{}}]
	END
	commits 4
	tell 0
	assert_equal "$(sizes)" "4 4 2 2"
	assert_by "alpha alpha alpha alpha"
}

@test "an answer that was cut is asked for without a limit" {
	says '{"choice":{"finish_reason":"length"}}' '{}'
	commits 1
	tell 0
	assert_equal "$(asked '.posted | has("max_tokens")' | paste -sd' ')" \
	    "true false"
	says '{"choice":{"finish_reason":"length"}}'
	tell 1 -c other
	assert_asked 2
	assert_by extract
}

@test "an answer without usage, or with a strange one, is taken" {
	assert_taken '{"counts":null}'
	assert_taken '{"page":{"usage":null}}'
	assert_taken '{"page":{"usage":{"prompt_tokens":-1,"completion_tokens":"x"}}}'
	assert_taken '{"page":{"usage":[1e300]}}'
}

# ids

@test "ids decide, not the order" {
	says '{"content":"{\"items\":[{\"id\":\"i2\",\"summary\":\"It makes Kernel2 run faster.\",\"impact\":\"\"},{\"id\":\"i1\",\"summary\":\"It makes Kernel1 run faster.\",\"impact\":\"\"}]}"}'
	commits 2
	tell 0
	run -0 texts
	assert_output "It makes Kernel1 run faster.
It makes Kernel2 run faster."
}

@test "ids that were not asked for are passed over" {
	for id in i3 i0 i-1 I1 1 i1x 'i1 ' i99999999999999999999 o/r ''; do
		says "{\"content\":\"{\\\"items\\\":[{\\\"id\\\":\\\"$id\\\",\\\"summary\\\":\\\"It makes Kernel1 slow.\\\"}]}\"}" '{}'
		commits 2
		tell 0
		assert_asked 2
		run -1 grep slow out
	done
}

@test "items without an answer are asked about again, without the others" {
	says '{"only":5}' '{}'
	commits 8
	tell 0
	assert_equal "$(sizes)" "8 3"
	assert_by "alpha alpha alpha alpha alpha alpha alpha alpha"
}

@test "items that never get an answer among others get one alone" {
	says '{"only":1}'
	commits 8
	tell 0
	assert_by "alpha alpha alpha alpha alpha alpha alpha alpha"
}

@test "of two answers with one id the first counts" {
	says '{"content":"{\"items\":[{\"id\":\"i1\",\"summary\":\"It makes Kernel1 run faster.\"},{\"id\":\"i1\",\"summary\":\"It makes Kernel1 slow.\"}]}"}'
	commits 1
	tell 0
	run -0 texts
	assert_output "It makes Kernel1 run faster."
}

@test "one text for two items is taken for neither" {
	says '{"said":{"summary":"Kernel1 and Kernel2 are to be tuned."}}' '{}'
	commits 2
	tell 0
	assert_equal "$(asked '.posted.messages[-1].content' |
	    grep -c 'another item was given the same text')" 2
	run -0 texts
	refute_line --partial "are to be tuned"
}

# texts

# Fails unless the summary $1 (as in JSON) for "Kernel1 is tuned" is asked for
# again with the reason $2, and replaced when it comes again.
assert_unfit() {
	local name=summary

	case $1 in *LONG*) set -- "${1/LONG/$(printf 'and Kernel1 %.0s' {1..50})}" "$2" ;; esac
	says "{\"said\":{\"$name\":\"$1\"}}"
	commits 1
	tell 0 ${lang:+-l "$lang"}
	assert_asked 2
	assert_equal "$(question 2 | grep 'not taken')" \
	    "Your last answer to this was not taken: $2."
	assert_by extract
	assert_equal "$(status_of '"\(.ok) \(.answered) \(.replaced)"')" \
	    "true 0 1"
}

@test "markup is never published" {
	for text in 'It is **the** Kernel1.' '# Kernel1 is it.' \
	    'It is [Kernel1](x).' '![x](y) of Kernel1.' '- It is Kernel1.' \
	    '```It is Kernel1.```' 'It is <b>Kernel1</b>.' \
	    'It is <!-- x --> Kernel1.' '| a | b | Kernel1 |.' \
	    'It is &#60;b&#62; Kernel1.' '> It is Kernel1.' \
	    '{\"a\": \"Kernel1 is.\"}'; do
		assert_unfit "$text" "it has markup; write plain text"
	done
}

@test "links are never published" {
	for text in 'It is Kernel1 at https://evil.invalid/x.' \
	    'See www.evil.invalid for the Kernel1.' \
	    'Ask mailto:x@evil.invalid for Kernel1.' \
	    'It is Kernel1 at ftp://evil.invalid.'; do
		assert_unfit "$text" "it has a link; write none"
	done
}

@test "what is not in the language of the report is not published" {
	for text in '这项改动让 Kernel1 运行得更快。' \
	    'Kernel1 はカーネルの速度を大きく改善するものです.' \
	    'Le Kernel1 est plus rapide pour les utilisateurs de la carte.' \
	    'Der Kernel1 ist auf den Karten und in der Bibliothek schneller.' \
	    'Kernel1 es el más rápido de los que se usan en la tarjeta.' \
	    'Ядро Kernel1 стало быстрее на всех видеокартах.' \
	    '커널 Kernel1 이 모든 카드에서 더 빨라졌습니다.'; do
		assert_unfit "$text" "it is not in English"
	done
	lang=zh
	for text in 'It makes Kernel1 run on all of the cards.' \
	    'Kernel1 はカーネルの速度を大きく改善するものです。'; do
		assert_unfit "$text" "it is not in Chinese"
	done
}

@test "the title again is no summary" {
	assert_unfit 'Kernel1 is tuned.' "it repeats the title"
	assert_unfit 'kernel1, is TUNED!' "it repeats the title"
}

@test "half a sentence is no summary" {
	assert_unfit 'It makes Kernel1 run on the' \
	    "it does not end with a full stop"
	assert_unfit 'It makes Kernel1 run on the cards,' \
	    "it does not end with a full stop"
}

@test "a summary that is too long, or speaks of itself, is none" {
	assert_unfit 'It is LONG.' "it is too long"
	assert_unfit 'As an AI model I like the Kernel1.' \
	    "it speaks of you, not of the item"
}

@test "a summary that has nothing to do with its item is none" {
	assert_unfit 'The weather is fine in the mountains.' \
	    "it names nothing that the item names; keep names as they are"
}

@test "an unfit impact is as bad as an unfit summary" {
	says '{"said":{"impact":"See https://evil.invalid for it."}}'
	item issue "Kernel1 hangs" >input
	tell 0
	assert_asked 2
	assert_by extract
	run -1 grep evil out
}

@test "only what is unfit is asked about again, once, and then may be taken" {
	says '{"said":{"summary":"It makes **{title}** run."},"only":1}' '{}'
	commits 3
	tell 0 -j 1
	assert_asked 3
	assert_equal "$(sizes)" "3 1 2"
	assert_by "alpha alpha alpha"
	run -1 grep -F '**' out
}

@test "short names are names" {
	while IFS='|' read -r title summary; do
		item commit "$title" >input
		says "{\"said\":{\"summary\":\"$summary\"}}"
		tell 0 -l zh
		assert_by alpha
	done <<-'END'
		Add FP8 KV|现在可以用 FP8 存放缓存的内容了。
		Fix MoE|修正了 MoE 在多卡运行时的崩溃问题。
		修复长时间运行后的内存泄漏|长时间运行后内存不断增长的问题得到了修复。
	END
}

@test "control and invisible characters in an answer are not published" {
	says '{"said":{"summary":"It makes\u001b[31m Kernel1\u202e run\u200b on\u0000 \ud83d the\udb40\udc41 cards\n\nof users."}}'
	commits 1
	tell 0
	run -1 grep -P '[\x{200b}\x{202a}-\x{202e}\x{e0000}-\x{e007f}]|[\x01-\x09\x0b-\x1f]|\\u' out
	jq -e . out >/dev/null
}
