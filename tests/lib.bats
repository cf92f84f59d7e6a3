#!/usr/bin/env bats
# The library, seen through the probes.
# shellcheck disable=SC2016,SC1111 # the texts are not meant for the shell

load helper

# Fails unless $1, "DAY TIME", gives the answer $2.
assert_window() {
	given "$1"
	run -0 "$PROBE/window" <input
	assert_output "$2"
}

# Fails unless the time $1 lies in 2 February 2026.
assert_that_day() {
	assert_window "2026-02-02 $1" \
	    "2026-02-02T00:00:00Z..2026-02-03T00:00:00Z in"
}

refute_that_day() {
	assert_window "2026-02-02 $1" \
	    "2026-02-02T00:00:00Z..2026-02-03T00:00:00Z out"
}

assert_bad_time() {
	assert_window "2026-02-02 $1" bad
}

# Fails unless the text $1 falls into the sentences that follow.
assert_sentences() {
	printf '%s' "$1" >input
	shift
	run -0 "$PROBE/sentences" <input
	assert_output "$(printf '%s\n' "$@")"
}

assert_one_sentence() {
	assert_sentences "$1" "$1"
}

# Fails unless the prose of the body $1 is $2.
assert_prose() {
	printf '%s' "$1" >input
	run -0 "$PROBE/prose" <input
	assert_output "$2"
}

# Fails unless the title $1 without what is said for machines is $2.
assert_bare() {
	given "$1"
	run -0 "$PROBE/bare-title" <input
	assert_output "$2"
}

# Fails unless the record $1 with "probe" set is $2.
assert_added() {
	given "$1"
	run -0 "$PROBE/add-key" <input
	assert_output "$2"
}

# Fails unless the member "a" of the record $1 reads as $2.
assert_member() {
	given "$1"
	run -0 "$PROBE/member" a <input
	assert_output "$2"
}

# Fails unless the line $1 is refused for the reason $2.
assert_refused() {
	given "$1"
	run -1 "$PROBE/add-key" <input
	assert_output "add-key: <stdin>:1: $2"
}

# A record in which arrays are nested so that it has $1 levels.
nested() {
	local inner=$(($1 - 1))

	printf '{"a":%s1%s}\n' "$(printf "%${inner}s" | tr ' ' '[')" \
	    "$(printf "%${inner}s" | tr ' ' ']')"
}

# times

@test "a day holds its first second and its last, not the next day's first" {
	assert_that_day 2026-02-02T00:00:00Z
	assert_that_day 2026-02-02T23:59:59Z
	refute_that_day 2026-02-01T23:59:59Z
	refute_that_day 2026-02-03T00:00:00Z
}

@test "a date alone is its first second" {
	assert_that_day 2026-02-02
	refute_that_day 2026-02-03
}

@test "29 February is there in leap years only" {
	assert_window "2024-02-29 2024-02-29" \
	    "2024-02-29T00:00:00Z..2024-03-01T00:00:00Z in"
	assert_window "2000-02-29 2000-02-29" \
	    "2000-02-29T00:00:00Z..2000-03-01T00:00:00Z in"
	assert_window "2026-02-29 2026-03-01" bad
	assert_window "1900-02-29 1900-03-01" bad
}

@test "days and months that the calendar lacks are bad" {
	for day in 2026-04-31 2026-13-01 2026-00-10 2026-01-00 2026-01-32; do
		assert_bad_time "$day"
	done
}

@test "days before 1970 are whole days" {
	assert_window "1969-12-31 1969-12-31T23:59:59Z" \
	    "1969-12-31T00:00:00Z..1970-01-01T00:00:00Z in"
}

@test "a year is written with four digits" {
	assert_window "0001-01-01 0001-01-01" \
	    "0001-01-01T00:00:00Z..0001-01-02T00:00:00Z in"
}

@test "a time behind the year 9999 is not written at all" {
	assert_window "9999-12-31 9999-12-31" "9999-12-31T00:00:00Z.. in"
}

@test "offsets are taken off" {
	assert_that_day 2026-02-03T00:59:59+01:00
	refute_that_day 2026-02-03T01:00:00+01:00
	assert_that_day 2026-02-01T19:00:00-05:00
	refute_that_day 2026-02-01T18:59:59-05:00
	assert_that_day 2026-02-02T05:30:00+05:30
	refute_that_day 2026-02-02T05:29:59+05:30
}

@test "fractions are dropped, not rounded" {
	assert_that_day 2026-02-02T23:59:59.999999999Z
	assert_that_day 2026-02-02T12:00:00.5+00:00
}

@test "small t and z, and a blank for T, are taken" {
	assert_that_day 2026-02-02t10:00:00z
	assert_that_day "2026-02-02 10:00:00Z"
}

@test "times that are cut, padded, out of range or without zone are bad" {
	for time in 2026 2026-02 2026-2-2 20260202 2026-02-02T 2026-02-02T10 \
	    2026-02-02T10:00Z 2026-02-02T10:00:00 2026-02-02T24:00:00Z \
	    2026-02-02T10:60:00Z 2026-02-02T10:00:61Z 2026-02-02T10:00:00.Z \
	    2026-02-02T10:00:00+0100 2026-02-02T10:00:00+24:00 \
	    2026-02-02T10:00:00+01:60 2026-02-02T10:00:00Zx 2026-02-02x \
	    x2026-02-02 +026-02-02 -026-02-02 2026/02/02 \
	    2026-02-02T-1:00:00Z 2026-02-02T10:00:00+1:00; do
		assert_bad_time "$time"
	done
}

@test "a time is no day" {
	assert_window "2026-02-02T00:00:00Z 2026-02-02" bad
}

# sentences

@test "a stop, a question and a call end a sentence" {
	assert_sentences "It works. Does it? It does! Good." \
	    "It works." "Does it?" "It does!" "Good."
}

@test "text without a stop is one sentence, no text is none" {
	assert_one_sentence "no stop at all"
	assert_sentences "" ""
	assert_sentences $' \n\t\n ' ""
}

@test "a sentence over several lines is one" {
	assert_sentences $'It goes\non and\n  on. Next\none.' \
	    "It goes on and on." "Next one."
}

@test "a missing blank does not join sentences, nor part names" {
	assert_sentences "It is slow.However, we wait.To end it, stop." \
	    "It is slow." "However, we wait." "To end it, stop."
	assert_one_sentence "We call torch.Tensor and np.In or a.We here."
	assert_one_sentence "Read some.Here.html and main.the again."
}

@test "abbreviations never end a sentence" {
	for word in e.g. i.e. cf. vs. Fig. Figs. Eq. Eqs. Sec. Ref. Tab. \
	    approx. resp. w.r.t. s.t. a.k.a. i.i.d. Dr. Mr. Prof. No. pp. \
	    vol.; do
		assert_one_sentence "We take $word Jones and more."
	done
}

@test "et al., etc., U.S., Inc. and Ph.D. end one before a capital only" {
	for word in "et al." etc. U.S. Inc. Ph.D.; do
		assert_sentences "As in $word We differ." "As in $word" \
		    "We differ."
		assert_one_sentence "As in $word and so on."
		assert_one_sentence "As in $word (2020) and so on."
		assert_one_sentence "As in $word [3] and so on."
		assert_one_sentence "As in $word 2020 and so on."
	done
}

@test "an abbreviation at the end of the text ends it" {
	assert_one_sentence "By Smith et al."
	assert_one_sentence "This one, e.g."
}

@test "initials do not end a sentence" {
	assert_sentences "By J. Smith and K. R. Jones. Next." \
	    "By J. Smith and K. R. Jones." "Next."
}

@test "dots in numbers, versions and models do not end a sentence" {
	assert_one_sentence "From 0.94 to 1.5 with v2.0.1 of GPT-4.5 it holds."
}

@test "a number may end a sentence" {
	assert_sentences "It gains 3.5. Then it falls to 2. Done." \
	    "It gains 3.5." "Then it falls to 2." "Done."
}

@test "nothing ends inside formulas, code and brackets" {
	assert_one_sentence 'Let $x. Y$ be. so'
	assert_one_sentence 'Call `a. B! C?` now'
	assert_one_sentence 'It (see this. That. (Even this. One.) More.) is so'
	assert_one_sentence 'It [see this. That.] is so'
}

@test "a bracket that is never closed does not swallow the text" {
	assert_sentences "A smile :( here. Next one." "A smile :( here." \
	    "Next one."
	assert_sentences 'It costs $5 here. Next one.' 'It costs $5 here.' \
	    "Next one."
}

@test "a group does not reach over an empty line" {
	assert_sentences $'One (two. Three\n\nFour) five. Six' "One (two." \
	    "Three" "Four) five." "Six"
}

@test "a dot without white space behind it does not end a sentence" {
	assert_one_sentence "See https://a.example/b.c?d=e.F and file.c, a.b()."
}

@test "a small letter goes on, unless the word is a name like iOS" {
	assert_one_sentence "It took 5 sec. or so. then more."
	for word in iOS eBay camelCase snake_case; do
		assert_sentences "It runs. $word too." "It runs." "$word too."
	done
}

@test "labels at the start of an item are no sentences" {
	assert_one_sentence "1. The first."
	assert_one_sentence "12. The twelfth."
	assert_one_sentence "(ii) The second."
	assert_one_sentence "a. The first."
}

@test "an empty line ends a sentence" {
	assert_sentences $'A heading\n\nIts text' "A heading" "Its text"
	assert_sentences $'A heading\r\n \t\r\nIts text' "A heading" "Its text"
}

@test "list items are sentences" {
	assert_sentences $'We add:\n- one\n* two\n+ three\n1. four\n2) five' \
	    "We add:" "- one" "* two" "+ three" "1. four" "2) five"
}

@test "a line that begins with a minus or a number is not a list item" {
	assert_sentences $'from 4\n-1 to\n3 or\n2.5 it' "from 4 -1 to 3 or 2.5 it"
}

@test "closing quotes and brackets belong to the sentence" {
	assert_sentences 'He said "go." Then (it ends.) Next.' \
	    'He said "go."' 'Then (it ends.) Next.'
	assert_sentences 'He said “go.” Then he went.' 'He said “go.”' \
	    'Then he went.'
}

@test "three dots end a sentence before a capital only" {
	assert_sentences "We wait... Then it goes... on." "We wait..." \
	    "Then it goes... on."
	assert_sentences "We wait… Then it goes… on." "We wait…" \
	    "Then it goes… on."
}

@test "Chinese stops end a sentence without white space" {
	assert_sentences "我们提出新方法。效果好！真的吗？是" "我们提出新方法。" \
	    "效果好！" "真的吗？" "是"
}

@test "Chinese closing marks follow the stop" {
	assert_sentences "他说“好。”然后走了。「行。」完" "他说“好。”" "然后走了。" \
	    "「行。」" "完"
}

@test "Chinese commas, semicolons and colons do not end a sentence" {
	assert_one_sentence "第一，快；第二，省：都好、可用"
}

@test "nothing ends inside full-width brackets" {
	assert_one_sentence "方法（见附录。第二节。）有效"
	assert_one_sentence "方法【注。二。】有效"
}

@test "Chinese three dots end a sentence before a word, not before a comma" {
	assert_sentences "他在等……我们继续" "他在等……" "我们继续"
	assert_one_sentence "他在等……，我们继续"
}

@test "versions and Latin names stay whole in Chinese text" {
	assert_sentences "支持v2.0.1和GPT-4.5模型。下一句" "支持v2.0.1和GPT-4.5模型。" \
	    "下一句"
}

# prose

@test "hard-wrapped lines are joined, paragraphs kept apart" {
	assert_prose $'One line\nand another.\n\nNext\r\nparagraph.' \
	    $'One line and another.\n\nNext paragraph.'
}

@test "a compound cut at its hyphen is joined without a blank" {
	assert_prose $'State-of-the-\nart code' "State-of-the-art code"
	assert_prose $'from 1 -\n2 here' "from 1 - 2 here"
}

@test "Chinese lines are joined without a blank" {
	assert_prose $'第一行\n第二行\nwith English' "第一行第二行 with English"
}

@test "each list item stands for itself" {
	assert_prose $'We add:\n- one\n  and more\n* two\n1. three' \
	    $'We add:\n\none and more\n\ntwo\n\nthree'
}

@test "HTML comments go, over several lines and without an end" {
	assert_prose $'Kept<!-- a\n\nb --> text.\n<!-- no end\nx' "Kept text."
}

@test "code blocks go, code spans stay" {
	assert_prose $'Call `f(x)` so:\n```c\nf(1);\n\n# no heading\n```\nDone.' \
	    $'Call `f(x)` so:\n\nDone.'
	assert_prose $'A\n\n~~~\n```\nx\n~~~\n\nB' $'A\n\nB'
}

@test "a code span of three marks does not open a block" {
	assert_prose $'```lib/scan.c``` changes\nand more.' \
	    '```lib/scan.c``` changes and more.'
}

@test "quotations, tables and rules go" {
	assert_prose $'A\n> quoted\n\n| a | b |\n|---|---|\n\n---\n***\nB' \
	    $'A\n\nB'
}

@test "headings and check boxes go" {
	assert_prose $'# Title\nText\n## More\n- [ ] open\n- [x] done\n**Bold**\nEnd' \
	    $'Text\n\nEnd'
}

@test "emphasis, link targets, images and addresses go" {
	assert_prose 'A **bold** [link](https://a.example/b) end' \
	    "A bold link end"
	assert_prose 'A ![x](y.png) [![x](y.png)](https://a.example) end' "A end"
	assert_prose 'See (https://a.example/b?c=d#e) http://f.example' "See"
	assert_prose $'A <b>tag</b> and <img width="1"\n src="x" /> end' \
	    "A tag and end"
}

@test "sections about the process are skipped, with what is below them" {
	for name in "Related Issues" Checklist "Test plan" "🧪 Tests" \
	    "Reviewer Notes" "Your current environment"; do
		assert_prose $'Said.\n## '"$name"$'\nx\n### Below\ny\n## Why\nz' \
		    $'Said.\n\nz'
	done
}

@test "a bold line heads a section as a heading does" {
	assert_prose $'Said.\n\n**Test plan:**\nx\n**Why**\nz' $'Said.\n\nz'
}

@test "nothing is the author's behind a generated summary or a long rule" {
	assert_prose $'Said.\n## Summary by CodeRabbit\nx\n## Why\ny' "Said."
	assert_prose $'Said.\n\n---------\n\nCo-authored' "Said."
}

@test "trailers and references to issues go" {
	for line in "Signed-off-by: A B <a@b.example>" "Co-authored-by: C" \
	    "Fixes #12" "closes #3" "Resolves https://a.example/1" "cc @d"; do
		assert_prose $'Said.\n'"$line" "Said."
	done
}

@test "a body of nothing but a template has no prose" {
	assert_prose $'<!-- fill in -->\n## Related Issues\n\n## Tests\n- [x] a' ""
}

@test "hostile bodies of 64 KiB take no time" {
	for piece in '[' '[x](' '![' '<a' '<img ' '<!--' '.' '`' '$' '（'; do
		awk -v s="$piece" 'BEGIN { while (n++ < 65536) printf "%s", s }' \
		    >input
		timeout 5 "$PROBE/prose" <input >/dev/null
		timeout 5 "$PROBE/sentences" <input >/dev/null
	done
}

# titles

@test "tags in brackets go" {
	assert_bare "[Bugfix][Kernel] Fix it" "Fix it"
	assert_bare "[RFC]: Plan it" "Plan it"
}

@test "types of conventional commits go" {
	assert_bare "feat(api)!: Add it" "Add it"
	assert_bare "perf: speed it up" "Speed it up"
	assert_bare "[CI] docs(x): say it" "Say it"
}

@test "fix and revert stay: without them a title names the fault alone" {
	assert_bare "fix: a crash" "fix: a crash"
	assert_bare "[CI] revert: a crash" "revert: a crash"
}

@test "other words before a colon stay" {
	assert_bare "scheduler: mend it" "scheduler: mend it"
	assert_bare "fixing: it" "fixing: it"
	assert_bare "fix it: now" "fix it: now"
}

@test "trailing numbers go, other brackets stay" {
	assert_bare "Add it (#123)" "Add it"
	assert_bare "Add it (#12) (#345)" "Add it"
	assert_bare "Add it (part 2)" "Add it (part 2)"
	assert_bare "Add it (#12a)" "Add it (#12a)"
	assert_bare "Add #12" "Add #12"
}

@test "a long bracket is text" {
	title="[this is a bracket that says far more than a tag] so"
	assert_bare "$title" "$title"
}

@test "a title of nothing but tags or a number stays" {
	assert_bare "[Bugfix]" "[Bugfix]"
	assert_bare "(#123)" "(#123)"
	assert_bare "[CI] (#123)" "[CI] (#123)"
	assert_bare "docs:" "docs:"
	assert_bare "" ""
}

# lines

@test "a last line without a line feed is read" {
	printf '{"a":1}\n{"a":2}' >input
	run -0 "$PROBE/add-key" input
	assert_output $'{"a":1,"probe":1}\n{"a":2,"probe":1}'
}

@test "CRLF ends lines too" {
	printf '{"a":1}\r\n{}\r\n' >input
	run -0 "$PROBE/add-key" input
	assert_output $'{"a":1,"probe":1}\n{"probe":1}'
}

@test "a NUL byte spoils its line and no other" {
	printf '{"a":1}\0\n{"a":"\0"}\n\0\n{"a":2}\n' >input
	run -1 "$PROBE/add-key" input
	assert_line '{"a":2,"probe":1}'
	assert_line --partial 'input:1: '
	assert_line --partial 'input:2: '
	assert_line --partial 'input:3: '
	assert_equal "${#lines[@]}" 4
}

@test "blank lines are passed over in silence and counted" {
	printf '\n \t\r\n{"a":1}\nx\n' >input
	run -1 "$PROBE/add-key" input
	assert_line '{"a":1,"probe":1}'
	assert_line "add-key: input:4: byte 1: not a JSON object"
	assert_equal "${#lines[@]}" 2
}

@test "empty input is no fault" {
	run -0 "$PROBE/add-key" </dev/null
	assert_output ""
}

@test "a line of 16 MiB passes" {
	{
		printf '{"a":"'
		head -c $(((16 << 20) - 8)) /dev/zero | tr '\0' x
		printf '"}\n'
	} >input
	"$PROBE/add-key" input >output
	assert_equal "$(stat -c %s output)" $(((16 << 20) + 1 + 10))
}

@test "a longer line is reported with its place and the stream goes on" {
	{
		echo '{"a":1}'
		head -c $(((16 << 20) + 1)) /dev/zero | tr '\0' x
		printf '\n{"a":3}\n'
		head -c $((40 << 20)) /dev/zero | tr '\0' x
	} >input
	run -1 "$PROBE/add-key" input
	assert_line --index 0 "add-key: input:2: longer than 16 MiB"
	assert_line --index 1 "add-key: input:4: longer than 16 MiB"
	assert_line --index 2 '{"a":1,"probe":1}'
	assert_line --index 3 '{"a":3,"probe":1}'
}

@test "operands are read one after the other, - is standard input" {
	echo '{"n":1}' >first
	echo '{"n":3}' >third
	run -0 "$PROBE/add-key" first - third <<<'{"n":2}'
	assert_line --index 0 '{"n":1,"probe":1}'
	assert_line --index 1 '{"n":2,"probe":1}'
	assert_line --index 2 '{"n":3,"probe":1}'
}

@test "lines are counted in each file anew" {
	printf '{}\n{}\n' >first
	printf '{}\nx\n' >second
	run -1 "$PROBE/add-key" first second
	assert_line "add-key: second:2: byte 1: not a JSON object"
}

@test "a file without a final line feed does not run into the next" {
	printf '{"n":1}' >first
	printf '{"n":2}' >second
	run -0 "$PROBE/add-key" first second
	assert_equal "${#lines[@]}" 2
}

@test "one file that cannot be read: the others are, exit 1" {
	echo '{"n":1}' >first
	echo '{"n":2}' >third
	run -1 "$PROBE/add-key" first missing third
	assert_line '{"n":1,"probe":1}'
	assert_line '{"n":2,"probe":1}'
	assert_line "add-key: missing: No such file or directory"
}

@test "no file that can be read: exit 3" {
	run -3 "$PROBE/add-key" missing absent
	assert_line "add-key: missing: No such file or directory"
	assert_line "add-key: absent: No such file or directory"
}

@test "an empty file beside a missing one could be read: exit 1" {
	: >empty
	run -1 "$PROBE/add-key" empty missing
}

@test "a folder as operand is a file that cannot be read" {
	mkdir folder
	run -3 "$PROBE/add-key" folder
	assert_output "add-key: folder: Is a directory"
	echo '{}' >file
	run -1 "$PROBE/add-key" folder file
	assert_line '{"probe":1}'
}

@test "records leave while the input stays open" {
	local line pid

	coproc STAGE { "$PROBE/add-key"; }
	pid=$STAGE_PID
	for n in 1 2; do
		printf '{"n":%d}\n{"n":' $n >&"${STAGE[1]}"
		read -r -t 10 line <&"${STAGE[0]}"
		assert_equal "$line" "{\"n\":$n,\"probe\":1}"
		printf '0}\n' >&"${STAGE[1]}"
		read -r -t 10 line <&"${STAGE[0]}"
		assert_equal "$line" '{"n":0,"probe":1}'
	done
	eval "exec ${STAGE[1]}>&-"
	wait "$pid"
}

@test "output that cannot be written: exit 3" {
	[ -c /dev/full ] || skip "no /dev/full"
	given '{}'
	run -3 bash -c '"$PROBE/add-key" input >/dev/full'
	assert_output --partial "add-key: standard output: "
}

@test "a reader that goes away ends a filter in silence, as by SIGPIPE" {
	yes '{"a":1}' | head -n 100000 >input
	run -0 bash -c '"$PROBE/add-key" input | head -n 1
	    echo ${PIPESTATUS[0]}'
	assert_output $'{"a":1,"probe":1}\n141'
}

# members

@test "a key is added behind all others" {
	assert_added '{"a":1,"b":[2]}' '{"a":1,"b":[2],"probe":1}'
}

@test "an empty object takes no comma" {
	assert_added '{}' '{"probe":1}'
	assert_added '{ }' '{ "probe":1}'
}

@test "a key that is there is replaced in its place" {
	assert_added '{"a":1,"probe":{"x":[0]},"b":2}' '{"a":1,"probe":1,"b":2}'
}

@test "of a repeated key the last is replaced" {
	assert_added '{"probe":2,"a":1,"probe":3}' '{"probe":2,"a":1,"probe":1}'
}

@test "a key is found however it is spelt" {
	assert_added '{"\u0070rob\u0065":2}' '{"\u0070rob\u0065":1}'
	assert_added '{"\"probe":2}' '{"\"probe":2,"probe":1}'
}

@test "keys inside members and longer or shorter keys are others" {
	assert_added '{"a":{"probe":2},"prob":3,"probe2":4}' \
	    '{"a":{"probe":2},"prob":3,"probe2":4,"probe":1}'
}

@test "white space around the object goes, inside it stays to the byte" {
	assert_added $' \t{ "a" :\t1 , "b":[ 2 ] }\t \r' \
	    $'{ "a" :\t1 , "b":[ 2 ] ,"probe":1}'
}

@test "numbers and escapes of others stay to the byte" {
	line='{"a":12345678901234567890,"b":1.0,"c":1E+400,"d":-0,"e":"\/\u00e9é"'
	assert_added "$line}" "$line,\"probe\":1}"
}

@test "300 levels stay, and 1024" {
	for levels in 300 1024; do
		record=$(nested $levels)
		assert_added "$record" "${record%\}},\"probe\":1}"
	done
}

@test "1025 levels are refused" {
	assert_refused "$(nested 1025)" "byte 1029: nested too deep"
}

@test "a million levels are refused, not followed" {
	printf '{"a":%s\n' "$(head -c 1000000 /dev/zero | tr '\0' '[')" >input
	run -1 "$PROBE/add-key" <input
	assert_output --partial "nested too deep"
}

@test "what is wrong is said with its byte" {
	assert_refused '[1]' "byte 1: not a JSON object"
	assert_refused '{"a":01}' "byte 6: bad number"
	assert_refused '{"a":NaN}' "byte 6: not a JSON value"
	assert_refused '{"a":"\x"}' "byte 7: bad escape in a string"
	assert_refused $'{"a":"\xff"}' "byte 7: invalid UTF-8"
	assert_refused $'{"a":"\t"}' "byte 7: control character in a string"
	assert_refused '{"a":1' "byte 7: the line ends too early"
	assert_refused '{a:1}' "byte 2: no key"
	assert_refused '{"a" 1}' "byte 6: no colon behind a key"
	assert_refused '{"a":1 "b":2}' "byte 8: no comma between members"
	assert_refused '{"a":[1 2]}' "byte 9: no comma in an array"
}

@test "what stands behind the object is refused" {
	for rest in x '{}' ',' '}' '"'; do
		given "{}$rest"
		run -1 "$PROBE/add-key" <input
		assert_output --partial "something behind the object"
	done
}

@test "escapes are resolved" {
	assert_member '{"a":"\u0041\/\"\\\b\f\n\r\t"}' '"A/\"\\\b\f\n\r\t"'
}

@test "a member is found by an escaped key, and the last of several" {
	assert_member '{"a":"one","\u0061":"two"}' '"two"'
	assert_member '{"\u0061":"two","a":"one"}' '"one"'
	assert_member '{"":"none","\u0061":"two"}' '"two"'
}

@test "a surrogate pair is one character" {
	assert_member '{"a":"\ud83d\ude00 \uD83D\uDE00"}' '"😀 😀"'
}

@test "lone surrogates become U+FFFD and spoil nothing beside them" {
	assert_member '{"a":"x\ud83dy"}' '"x�y"'
	assert_member '{"a":"x\ude00y"}' '"x�y"'
	assert_member '{"a":"\ud83d\u0041"}' '"�A"'
	assert_member '{"a":"\ud83d\ud83d\ude00"}' '"�😀"'
	assert_member '{"a":"\ude00\ud83d"}' '"��"'
}

@test "lone surrogates and U+0000 pass on as they came" {
	assert_added '{"a":"\ud83d\u0000"}' '{"a":"\ud83d\u0000","probe":1}'
}

@test "U+0000 does not end a string" {
	assert_member '{"a":"x\u0000y"}' '"x�y"'
}

@test "a key with U+0000 in it is not the key before it" {
	assert_added '{"probe\u0000":2}' '{"probe\u0000":2,"probe":1}'
}

@test "an empty string is a string" {
	assert_member '{"a":""}' '""'
}

@test "what is absent or no string is no string" {
	for record in '{}' '{"b":"x"}' '{"a":1}' '{"a":null}' '{"a":["x"]}' \
	    '{"a":{"a":"x"}}' '{"A":"x"}'; do
		assert_member "$record" null
	done
}
