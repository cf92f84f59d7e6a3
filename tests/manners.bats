#!/usr/bin/env bats
# What all programs owe to whoever runs them: exit statuses, messages, records
# that pass through, bounds, and silence where nothing is wrong. Each test goes
# over all programs; a failure names the one it is about.
# shellcheck disable=SC2016 # dollars are for other shells
# shellcheck disable=SC2030,SC2031 # the environment ends with its test

load helper

programs=(classify summarize render index-update)

# All ways in which they take records: the two that pass them on, the rest.
filters=("classify" "summarize" "summarize --digest")
writers=("render" "render --date 2026-02-02 --dir site"
    "index-update README.md")
commands=("${filters[@]}" "${writers[@]}")

setup() {
	common_setup
	mkdir reports
	for day in 1 2 3; do
		printf '# Day %s\n\n## 摘要\nNews.\n\n' "$day" \
		    >"reports/2026-02-0$day.md"
	done
}

teardown() {
	if [ -n "${command-}" ]; then
		echo "the program was: ${command[*]}"
		head -n 5 err 2>/dev/null || true
	fi
}

# Splits $1 into "command" and forgets what the one before has written.
take() {
	IFS=' ' read -ra command <<<"$1"
	rm -rf site README.md
}

# Fails unless the command, with the arguments $2..., ends with status $1 on
# the file "input"; leaves "out" and "err".
feed() {
	local status=0 wanted=$1

	shift
	"${command[@]}" "$@" <input >out 2>err || status=$?
	assert_equal "$status" "$wanted"
}

# Fails unless there is just one line in "err", that of the program saying $1.
assert_complaint() {
	assert_equal "$(cat err)" "${command[0]}: $1"
}

# Fails unless "err" is one line that the program begins and that has $1 in it.
assert_complaint_with() {
	assert_equal "$(wc -l <err)" 1
	assert_equal "$(head -n 1 err | cut -d : -f 1)" "${command[0]}"
	grep -qF -- "$1" err
}

# Record $1 (1 to 3) that the command can use, without its closing brace and
# without a line feed; $2 is said in it as well.
open_record() {
	case ${command[0]} in
	index-update)
		printf '{"kind":"report","date":"2026-02-0%s","kept":true' "$1"
		;;
	*)
		printf '{"kind":"paper","id":"arxiv:%s","title":"Title %s"' \
		    "$1" "$1"
		;;
	esac
	printf '%s' "${2-}"
}

record() {
	open_record "$@"
	printf '}\n'
}

# Fails unless what the command made has the record $1 in it.
assert_used() {
	case ${command[*]} in
	index-update*) grep -q "\"date\":\"2026-02-0$1\".*\"kept\":true" out ;;
	*--dir*) grep -q "^[0-9]*[.] [*]*Title $1[*]*$" site/2026-02-02.md ;;
	render*) grep -q "^[0-9]*[.] [*]*Title $1[*]*$" out ;;
	*) grep -q "^{\"kind\":\"paper\",.*\"Title $1\"" out ;;
	esac
}

refute_used() {
	run assert_used "$1"
	assert_failure
}

# The titles in "out", in their order.
titles() {
	case ${command[0]} in
	render) grep -o 'Title [0-9]' out ;;
	*) jq -r .title out ;;
	esac
}

# Fails unless the command used the records 1 and 3 of "input", with an exit
# status of 1, and not the second line, of which it said $1.
assert_costs_its_line() {
	feed 1
	assert_complaint "<stdin>:2: $1"
	assert_used 1
	refute_used 2
	assert_used 3
}

# Where the records went: standard output, or the kept file of the day.
passed_on() {
	case ${command[*]} in
	*--dir*) cat site/2026-02-02.ndjson ;;
	*) grep -v '^{"kind":"digest"' out ;;
	esac
}

# Fails unless the line of a paper in "input" was passed on to the byte, with
# at most one member behind all others.
assert_kept_to_the_byte() {
	local before after

	before=$(cat input)
	after=$(passed_on)
	assert_equal "${after:0:${#before}-1}" "${before%\}}"
	case ${after:${#before}-1} in
	'}' | ',"class":{'*'}}' | ',"summary":{'*'}}') ;;
	*) fail "behind the record: ${after:${#before}-1}" ;;
	esac
}

# Fails if the files $@ hold a byte or a character that acts on a terminal:
# C0 but line feeds, DEL, C1, marks and overrides of direction.
assert_harmless() {
	local bad='[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c'

	bad+='|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf'
	bad+='|\xf3\xa0[\x80-\x81][\x80-\xbf]'
	for file in "$@"; do
		run env LC_ALL=C grep -naP "$bad" "$file"
		assert_equal "$output" ""
		assert_equal "$status" 1
	done
}

# Runs "$@" on "input" with an output that nobody reads; SIGPIPE as python's
# restore_signals=$1 leaves it. Prints the exit status, minus the signal.
run_unread() {
	python3 - "$@" <<'PY'
import os, subprocess, sys

theirs, ours = os.pipe()
os.close(theirs)
with open("input", "rb") as source, open("err", "wb") as err:
    print(subprocess.run(sys.argv[2:], stdin=source, stdout=ours, stderr=err,
                         restore_signals=sys.argv[1] == "True").returncode)
PY
}

# Prints the peak of the memory, in KiB, that "$@" takes for "input".
peak_of() {
	python3 - "$@" <<'PY'
import resource, subprocess, sys

with open("input", "rb") as source:
    subprocess.run(sys.argv[1:], stdin=source, stdout=subprocess.DEVNULL,
                   check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
PY
}

# Makes "input" of $1 records, each of its own.
many() {
	awk -v n="$1" 'BEGIN {
		while (i++ < n)
			printf "{\"kind\":\"commit\",\"id\":\"gh:a/b@%d\"," \
			    "\"repo\":\"a/b\",\"title\":\"Fix kernel %d\"," \
			    "\"text\":\"It crashed on %d GPUs. Now not.\"}\n",
			    i, i, i
	}' >input
}

# results

@test "a full disk behind standard output: exit 3 and the reason" {
	[ -c /dev/full ] || skip "no /dev/full"
	for line in "${commands[@]}"; do
		take "$line"
		record 1 >input
		run -3 bash -c '"$@" <input 2>&1 >/dev/full' - "${command[@]}"
		assert_output \
		    "${command[0]}: standard output: No space left on device"
	done
}

@test "help and version on a full disk: exit 3" {
	[ -c /dev/full ] || skip "no /dev/full"
	for line in "${programs[@]}"; do
		for option in --help --version; do
			take "$line $option"
			run -3 bash -c '"$@" 2>&1 >/dev/full' - \
			    "${command[@]}"
			assert_output --partial "standard output: No space"
		done
	done
}

@test "a closed standard output: exit 3 and the reason" {
	for line in "${commands[@]}"; do
		take "$line"
		record 1 >input
		run -3 bash -c '"$@" <input 2>&1 >&-' - "${command[@]}"
		assert_output \
		    "${command[0]}: standard output: Bad file descriptor"
	done
}

@test "a file that cannot grow: exit 3, the old one stays, nothing else" {
	for line in "${writers[@]:1}"; do
		take "$line"
		record 1 >input
		mkdir site
		echo old | tee README.md site/2026-02-02.md \
		    >site/2026-02-02.ndjson
		touch before
		find . | sort >before
		run -3 bash -c 'trap "" XFSZ; ulimit -f 0
		    "$@" <input 2>&1 >/dev/null' - "${command[@]}"
		assert_output --partial "cannot be written: File too large"
		assert_equal "$(cat README.md site/*)" $'old\nold\nold'
		find . | sort | diff before -
	done
}

@test "a folder that cannot be written to: exit 3 and its name" {
	touch file
	take "render --date 2026-02-02 --dir file/site"
	record 1 >input
	feed 3
	assert_complaint_with "file"
	take "index-update file/README.md"
	feed 3
	assert_complaint_with "file/"
}

# input

@test "an only input that is absent, or a folder: exit 3 and the reason" {
	for line in "${filters[@]}" render \
	    "render --date 2026-02-02 --dir site"; do
		take "$line"
		: >input
		feed 3 absent
		assert_complaint "absent: No such file or directory"
		feed 3 reports
		assert_complaint "reports: Is a directory"
	done
}

@test "an input that could not be read leaves no report behind" {
	take "render --date 2026-02-02 --dir site"
	: >input
	feed 3 absent
	assert_not_exists site/2026-02-02.md
	assert_equal "$(cat out)" ""
}

@test "one of several inputs that is absent, or a folder: exit 1, others read" {
	for line in "${filters[@]}" render \
	    "render --date 2026-02-02 --dir site"; do
		for bad in absent reports; do
			take "$line"
			record 1 >first
			record 2 >second
			: >input
			feed 1 first "$bad" second
			assert_complaint_with "$bad: "
			assert_used 1
			assert_used 2
		done
	done
}

@test "a README that is a folder, or in none: exit 3 and the reason" {
	: >input
	take "index-update reports"
	feed 3
	assert_complaint "reports: Is a directory"
	take "index-update absent/README.md"
	feed 3
	assert_complaint "absent/: No such file or directory"
}

# The README can be brought up to date without the records on standard input.
@test "standard input that is a folder: the reason, and exit 3 where it is needed" {
	for line in "${commands[@]}"; do
		take "$line"
		status=3
		[ "${command[0]}" != index-update ] || status=1
		run -$status bash -c '"$@" 2>&1 >/dev/null <.' - "${command[@]}"
		assert_output "${command[0]}: <stdin>: Is a directory"
	done
}

# The README can be brought up to date without the records on standard input.
@test "standard input that is closed: the reason, and exit 3 where it is needed" {
	for line in "${commands[@]}"; do
		take "$line"
		status=3
		[ "${command[0]}" != index-update ] || status=1
		run -$status bash -c '"$@" 2>&1 >/dev/null <&-' - "${command[@]}"
		assert_output "${command[0]}: <stdin>: Bad file descriptor"
	done
}

@test "empty input is a quiet day, not a fault" {
	for line in "${commands[@]}"; do
		take "$line"
		: >input
		feed 0
		assert_equal "$(cat err)" ""
		case $line in
		classify | summarize) assert_equal "$(cat out)" "" ;;
		*--digest) assert_equal "$(jq -r .part out)" \
		    $'overview\nconclusion' ;;
		render) grep -q '^# Daily AI Infra Report' out ;;
		*--dir*) assert_equal "$(jq .counts.papers out)" 0 ;;
		*) assert_equal "$(jq -r .date out)" \
		    $'2026-02-03\n2026-02-02\n2026-02-01' ;;
		esac
	done
}

@test "files are read in the order in which they are named" {
	for line in classify summarize render; do
		take "$line"
		for n in 1 2 3; do
			record "$n" >"file$n"
		done
		: >input
		feed 0 file3 file1 file2
		assert_equal "$(titles)" $'Title 3\nTitle 1\nTitle 2'
	done
}

@test "- is standard input, between files too" {
	for line in classify summarize render; do
		take "$line"
		record 1 >first
		record 2 >input
		record 3 >third
		feed 0 first - third
		assert_equal "$(titles)" $'Title 1\nTitle 2\nTitle 3'
		feed 0 -
		assert_used 2
	done
}

@test "-- ends the options" {
	for line in classify summarize render; do
		take "$line"
		record 1 >--help
		: >input
		feed 0 -- --help
		assert_used 1
	done
	take "index-update"
	: >input
	feed 0 -- --help
	grep -q '^## 最新解读 (2026-02-03)$' ./--help
}

# the command line

@test "an option that does not exist: exit 2, one line, no output" {
	for line in "${commands[@]}"; do
		take "$line"
		: >input
		feed 2 --nonsense
		assert_complaint "--nonsense is not an option; see --help"
		assert_equal "$(cat out)" ""
		feed 2 -Z
		assert_complaint "-Z is not an option; see --help"
		assert_equal "$(cat out)" ""
	done
}

@test "an option without its argument: exit 2, one line, no output" {
	for line in "classify --topics" "classify -t" "classify --min" \
	    "classify -m" "classify --top" "classify -n" "summarize --lang" \
	    "summarize -l" "render --lang" "render -l" "render --date" \
	    "render -d" "render --links" "render -L" "render --dir" \
	    "render -o" "index-update README.md --max" \
	    "index-update README.md -n"; do
		take "$line"
		: >input
		feed 2
		assert_complaint "${line##* } needs an argument; see --help"
		assert_equal "$(cat out)" ""
	done
}

@test "an argument to an option that takes none: exit 2, one line" {
	for line in "classify --explain=x" "summarize --digest=x" \
	    "render --force=x" "index-update --rebuild=x README.md"; do
		take "$line"
		: >input
		feed 2
		assert_complaint_with "${command[1]}"
		assert_equal "$(cat out)" ""
	done
}

@test "a value that an option does not take: exit 2 and a line that names it" {
	for line in "classify --min 1.5" "classify --min nan" \
	    "classify --min x" "classify --top paper" \
	    "classify --top paper=0" "classify --top papers=1" \
	    "classify --topics absent" "summarize --lang xx" \
	    "render --lang xx" "render --date 2026-02-30" \
	    "render --date today" "render --links maybe" \
	    "index-update README.md --max 0" \
	    "index-update README.md --max -1" \
	    "index-update README.md --max 1x" \
	    "index-update README.md --max 99999999999999999999"; do
		take "$line"
		: >input
		feed 2
		assert_complaint_with "${line##*[ =]}: "
		assert_equal "$(cat out)" ""
		assert_not_exists README.md
	done
}

@test "no README, or two: exit 2, one line, no output" {
	: >input
	for line in "index-update" "index-update README.md other"; do
		take "$line"
		feed 2
		assert_complaint_with "README"
		assert_equal "$(cat out)" ""
		assert_not_exists README.md
	done
}

@test "--dir without --date: exit 2, one line, nothing written" {
	take "render --dir site"
	record 1 >input
	feed 2
	assert_complaint_with "--date"
	assert_not_exists site
}

@test "--help begins with the usage, exits 0, reads nothing" {
	mkfifo never
	exec 7<>never
	for line in "${programs[@]}"; do
		for option in --help -h; do
			take "$line"
			run --separate-stderr -0 timeout 10 "$line" "$option" \
			    <&7
			assert_regex "${lines[0]}" "^usage: $line \["
			assert_line --regexp '^  -h, --help '
			assert_line --regexp '^  -V, --version '
			assert_equal "${stderr-}" ""
		done
	done
	exec 7>&-
}

@test "-V and --version print name and version" {
	for line in "${programs[@]}"; do
		for option in --version -V; do
			take "$line"
			run --separate-stderr -0 "$line" "$option"
			assert_output --regexp "^$line \(dair\) [0-9]+(\.[0-9]+)+"
			assert_equal "${#lines[@]}" 1
			assert_equal "${stderr-}" ""
		done
	done
}

@test "nothing is said where nothing is wrong, with -q or without" {
	for line in "${commands[@]}"; do
		for option in -- -q --quiet; do
			take "$line"
			record 1 >input
			feed 0 "$option"
			assert_equal "$(cat err)" ""
			assert_used 1
		done
	done
}

@test "-q does not hide what is wrong" {
	for line in "${commands[@]}"; do
		take "$line"
		echo x >input
		feed 1 -q
		assert_complaint_with "<stdin>:1: "
	done
}

# lines

@test "a bad record on standard input costs its line" {
	for line in "${commands[@]}"; do
		for bad in x '[1]' '"s"' null '{"a":01}' '{"a":NaN}' \
		    '{"a":1,}' "{'a':1}" '{"a":1}{"a":2}' '{"a":"\x"}' \
		    '{"a":' $'{"a":"\t"}' $'\xef\xbb\xbf{}' '{"a" 1}'; do
			take "$line"
			{
				record 1
				printf '%s\n' "$bad"
				record 3
			} >input
			feed 1
			assert_complaint_with "<stdin>:2: "
			assert_used 1
			assert_used 3
		done
	done
}

@test "a bad record in a file costs its line, counted in that file" {
	for line in "${filters[@]}" render; do
		take "$line"
		record 1 >first
		{
			echo
			echo x
			record 2
		} >second
		: >input
		feed 1 first second
		assert_complaint "second:2: byte 1: not a JSON object"
		assert_used 1
		assert_used 2
	done
}

@test "a report without a date costs its line" {
	take "index-update README.md"
	{
		record 1
		echo '{"kind":"report","kept":true}'
		record 3
	} >input
	assert_costs_its_line "a report without a date"
}

@test "a last line without a line feed counts" {
	for line in "${commands[@]}"; do
		take "$line"
		{
			record 1
			open_record 2
			printf '}'
		} >input
		feed 0
		assert_used 1
		assert_used 2
	done
}

@test "CRLF ends lines, blank lines are passed over" {
	for line in "${commands[@]}"; do
		take "$line"
		{
			record 1
			printf ' \t\n'
			record 2
			echo
			record 3
		} | sed 's/$/\r/' >input
		feed 0
		assert_used 1
		assert_used 2
		assert_used 3
		assert_equal "$(cat err)" ""
		if [ "${command[0]}" != index-update ]; then
			run passed_on
			refute_output --partial $'\r'
		fi
	done
}

@test "a NUL byte costs its line" {
	for line in "${commands[@]}"; do
		take "$line"
		{
			record 1
			record 2 ',"x":"Q"' | tr Q '\0'
			record 3
		} >input
		feed 1
		assert_complaint_with "<stdin>:2: "
		assert_used 1
		refute_used 2
		assert_used 3
	done
}

@test "a line of 5 MiB is used" {
	head -c 5242880 /dev/zero | tr '\0' x >filling
	for line in "${commands[@]}"; do
		take "$line"
		{
			record 1
			open_record 2 ',"text":"'
			cat filling
			printf '"}\n'
			record 3
		} >input
		feed 0
		assert_used 1
		assert_used 2
		assert_used 3
	done
}

@test "a line of 17 MiB is refused and the next one read" {
	head -c 17825792 /dev/zero | tr '\0' x >filling
	for line in "${commands[@]}"; do
		take "$line"
		{
			record 1
			open_record 2 ',"text":"'
			cat filling
			printf '"}\n'
			record 3
		} >input
		assert_costs_its_line "longer than 16 MiB"
	done
}

@test "text that is no UTF-8 costs its line" {
	for line in "${commands[@]}"; do
		for bad in '\xff' '\x80' '\xc3' '\xc0\x80' '\xe0\x80\xaf' \
		    '\xed\xa0\x80' '\xf4\x90\x80\x80' '\xf0\x9f\x98'; do
			take "$line"
			{
				record 1
				record 2 ",\"x\":\"$(printf '%b' "$bad")\""
				record 3
			} >input
			feed 1
			assert_complaint_with "<stdin>:2: "
			assert_used 1
			refute_used 2
			assert_used 3
		done
	done
}

# what passes through

@test "a record of a kind they do not know passes to the byte" {
	cat >notes <<'END'
{"kind":"note","id":"x","odd":{"a":[1, 2 ,3]},"b":null}
{ "z" : 1 , "a" :2}
{"kind":7,"title":{"not":"text"}}
{"kind":["paper"],"id":false}
{}
END
	for line in "${filters[@]}" "render --date 2026-02-02 --dir site"; do
		take "$line"
		cp notes input
		feed 0
		passed_on | diff notes -
	done
}

@test "members they do not know stay in order and to the byte" {
	local odd=',"zeta":1,"alpha": [ 1 ,{"b":2 , "a":1}],"\u0041\/":"\u00e9\n'

	odd+='\ud83d\ude00","é":"😀","zeta":2,"":""'
	for line in "${filters[@]}" "render --date 2026-02-02 --dir site"; do
		take "$line"
		record 1 "$odd" >input
		feed 0
		assert_kept_to_the_byte
	done
}

@test "numbers stay as they are written" {
	local odd=',"n":[12345678901234567890,98765432109876543210.0,1.0,-0,0.10'

	odd+=',1e400,1E+2,1.7976931348623157e309,0.1000000000000000055511151231]'
	for line in "${filters[@]}" "render --date 2026-02-02 --dir site"; do
		take "$line"
		record 1 "$odd,\"number\":12345678901234567890" >input
		feed 0
		assert_kept_to_the_byte
	done
}

@test "300 levels pass to the byte" {
	local deep

	deep=$(printf '%299s' '' | tr ' ' '[')1$(printf '%299s' '' | tr ' ' ']')
	for line in "${commands[@]}"; do
		take "$line"
		record 1 ",\"class\":$deep,\"authors\":$deep,\"x\":$deep" >input
		feed 0
		assert_used 1
	done
	for line in "${filters[@]}" "render --date 2026-02-02 --dir site"; do
		take "$line"
		record 1 ",\"x\":$deep" >input
		feed 0
		assert_kept_to_the_byte
	done
}

@test "members of the wrong sort do no harm" {
	for line in "${commands[@]}"; do
		for wrong in null true 7 '"s"' '[]' '{}' '[[1],{"a":2}]' \
		    '{"text":[1],"score":"x","topics":{},"type":1}'; do
			take "$line"
			record 1 >input
			for kind in paper commit issue pull release status \
			    digest report; do
				printf '{"kind":"%s","date":"2026-02-01"' "$kind"
				for key in id url title text created authors \
				    categories repo number labels class summary \
				    source stage ok landed shown part stats \
				    merged; do
					printf ',"%s":%s' "$key" "$wrong"
				done
				echo '}'
			done >>input
			feed 0
			assert_used 1
			assert_equal "$(cat err)" ""
		done
	done
}

# hostile text

@test "hostile bytes of a bad line do not reach standard error" {
	for line in "${commands[@]}"; do
		take "$line"
		for bad in '\e[31mred' '{"\e]0;title\a":1}' '{"a":\u202e}' \
		    '\xc2\x9b31m' '\u2066' '{"a":"\x7f\e"}'; do
			printf '%b\n' "$bad"
		done >input
		feed 1
		assert_harmless err
		assert_equal "$(wc -l <err)" 6
	done
}

@test "hostile names of files and arguments do not reach standard error" {
	local hostile=$'a\e[31m\nb\u202ec\u009bd\x7f'

	: >input
	for line in "${filters[@]}" render; do
		take "$line"
		feed 3 "$hostile"
		assert_complaint_with "a?[31m?b?c?d?: No such file or directory"
		assert_harmless err
	done
	for line in "classify --topics" "classify --min" "classify --top" \
	    "summarize --lang" "render --date" "render --links" \
	    "index-update README.md --max"; do
		take "$line"
		feed 2 "$hostile"
		assert_complaint_with "a?[31m?b?c?d?"
		assert_harmless err
	done
	for line in "${programs[@]}"; do
		take "$line"
		feed 2 "--$hostile"
		assert_complaint_with "--a?[31m?b?c?d? is not an option"
		assert_harmless err
	done
}

@test "hostile text in records reaches neither a report nor standard error" {
	local raw=$'\u202e\u2066\u009b\u200e\x7f\u2028\U000e0041'
	local bad="a$raw"'\u001b[31m\u0007\u009b1m\u202e\u0000\r\u061cb'

	{
		for kind in paper commit issue pull release; do
			printf '{"kind":"%s","id":"%s","url":"https://x/%s",' \
			    "$kind" "$bad" "$bad"
			printf '"title":"%s","text":"%s. A %s","repo":"%s",' \
			    "$bad" "$bad" "$bad" "$bad"
			printf '"summary":{"text":"%s","impact":"%s"}}\n' \
			    "$bad" "$bad"
		done
		printf '{"kind":"status","stage":"fetch","source":"%s",' "$bad"
		printf '"ok":false,"error":"%s"}\n' "$bad"
		printf '{"kind":"digest","part":"overview","text":"%s"}\n' "$bad"
		printf '{"kind":"digest","part":"conclusion","text":"%s"}\n' \
		    "$bad"
	} >input
	for line in render "render --links inline" "render --lang en"; do
		take "$line"
		feed 0
		assert_harmless out err
		grep -q '\[31m' out
	done
	summarize --digest <input >summarized
	cp summarized input
	take "render --date 2026-02-04 --dir reports"
	feed 0
	assert_harmless out err reports/2026-02-04.md
	cp out input
	take "index-update README.md"
	feed 0
	assert_harmless out err README.md
	grep -q '\[31m' README.md
}

@test "a summary and a digest are free of what acts on a terminal" {
	printf '{"kind":"paper","id":"x","title":"%s","text":"%s"}\n' \
	    'T\u001b[1m\u202e' 'We \u001b[31m\u009b\u202e do\u0007 it. So.' \
	    >input
	take "summarize --digest"
	feed 0
	jq -r '.summary.text // .text' out >texts
	assert_harmless texts
	grep -q '31m' texts
}

# readers

@test "a reader that has gone ends a program in silence, as by SIGPIPE" {
	for line in "${commands[@]}"; do
		take "$line"
		record 1 >input
		run -0 run_unread True "${command[@]}"
		assert_output -13
		assert_equal "$(cat err)" ""
	done
}

@test "the same where SIGPIPE is ignored" {
	for line in "${commands[@]}"; do
		take "$line"
		record 1 >input
		run -0 run_unread False "${command[@]}"
		assert_output -13
		assert_equal "$(cat err)" ""
	done
}

@test "a reader that leaves after one line ends a program in silence" {
	many 20000
	for line in "${filters[@]}" render; do
		for before in : 'trap "" PIPE'; do
			take "$line"
			run -0 bash -c "$before"'; "$@" <input | head -n 1
			    echo ${PIPESTATUS[0]}' - "${command[@]}"
			assert_equal "${#lines[@]}" 2
			assert_equal "${lines[1]}" 141
		done
	done
}

# surroundings

# Makes "input" of records with all that a locale could change: case, dots,
# numbers, sorting.
of_all_sorts() {
	cat >input <<'END'
{"kind":"status","stage":"fetch","source":"arxiv","date":"2026-02-02","ok":true,"landed":2,"shown":2}
{"kind":"paper","id":"arxiv:1","url":"https://arxiv.org/abs/1v1","title":"INFERENCE: İnference of LLM KV-caches in FP4 — ıI","text":"GPU INFERENCE IS SLOW. We propose an LLM SERVING SYSTEM with 1.5x THROUGHPUT in 0.5 s, ISTANBUL.","created":"2026-02-01T23:30:00Z","announced":"2026-02-02","categories":["cs.DC"]}
{"kind":"commit","id":"gh:a/b@1","url":"https://github.com/a/b/commit/1","title":"FIX: a hang in the MULTI-GPU init","text":"It is fixed in 1.5 s.","created":"2026-02-02T00:30:00Z","repo":"a/b"}
{"kind":"issue","id":"gh:a/b#2","url":"https://github.com/a/b/issues/2","title":"BUG: crash with ILLEGAL memory access","text":"It crashes.","created":"2026-02-02T23:59:59Z","repo":"a/b","labels":["BUG"]}
END
}

# Runs each program once with the environment "$@" and prints what they make.
all_with() {
	rm -rf site
	env "$@" classify input >classified
	env "$@" classify --explain input
	env "$@" summarize --digest --lang en classified >summarized
	cat summarized
	env "$@" render --lang en summarized
	env "$@" render --dir site/reports --date 2026-02-02 summarized
	env "$@" index-update site/README.md </dev/null
	cat site/README.md site/reports/*
}

@test "the locale changes nothing" {
	of_all_sorts
	# The Turkish one is made here, for few systems have it.
	mkdir locales
	localedef -i tr_TR -f UTF-8 locales/tr_TR.UTF-8 || echo "no tr_TR here"
	# Libraries of libcurl's set the locale while they are loaded; glibc keeps
	# a copy of LOCPATH, which the sanitizers take for lost.
	echo leak:__argz_add_sep >known
	export LSAN_OPTIONS=suppressions=$PWD/known:print_suppressions=0
	all_with LC_ALL=C.UTF-8 >wanted
	all_with LC_ALL=C | diff wanted -
	all_with LOCPATH="$PWD/locales" LC_ALL=tr_TR.UTF-8 | diff wanted -
	all_with -u LANG -u LC_ALL | diff wanted -
}

@test "the time zone changes nothing" {
	of_all_sorts
	all_with TZ=UTC0 >wanted
	all_with TZ=AAA-14 | diff wanted -
	all_with TZ=BBB+12 | diff wanted -
	all_with -u TZ | diff wanted -
}

@test "the working directory and the way of being called change nothing" {
	local bin

	of_all_sorts
	bin=$(dirname "$(command -v classify)")
	classify input >wanted
	(cd "$bin" && ./classify) <input | diff wanted -
	ln -s "$bin/classify" linked
	./linked input | diff wanted -
	(cd / && "$bin/classify") <input | diff wanted -
}

@test "data files that are not there: exit 2 and one line with their place" {
	mkdir empty
	for line in "classify" "summarize" "summarize --lang en"; do
		for folder in "$PWD/absent" empty; do
			take "$line"
			record 1 >input
			export DAIR_SHARE=$folder
			feed 2
			unset DAIR_SHARE
			assert_complaint_with "$folder/"
			assert_complaint_with "No such file or directory"
			assert_equal "$(cat out)" ""
		done
	done
}

@test "data files of one's own are read from DAIR_SHARE" {
	mkdir own
	printf 'paper 3\n' >own/topics
	take classify
	record 1 >input
	DAIR_SHARE=own feed 0
	assert_equal "$(jq .class.score out)" "0.953"
}

@test "an empty DAIR_SHARE is none" {
	for line in classify summarize; do
		take "$line"
		record 1 >input
		DAIR_SHARE='' feed 0
		assert_used 1
	done
}

@test "programs that need no data do not mind a wrong DAIR_SHARE" {
	for line in "index-update README.md" "classify --help" \
	    "summarize --version" "render --help"; do
		take "$line"
		record 1 >input
		DAIR_SHARE=/nowhere feed 0
	done
}

@test "200,000 records take less than 3 MiB more memory than 1,000" {
	local few

	needs_true_memory
	for line in classify summarize; do
		take "$line"
		many 1000
		few=$(peak_of "$line")
		many 200000
		assert [ "$(peak_of "$line")" -lt $((few + 3072)) ]
	done
}

@test "records leave while the input stays open" {
	local answer pid

	for line in classify summarize "summarize --digest"; do
		take "$line"
		coproc STAGE { "${command[@]}"; }
		pid=$STAGE_PID
		for n in 1 2; do
			record "$n" >&"${STAGE[1]}"
			IFS= read -r -t 10 answer <&"${STAGE[0]}"
			assert_regex "$answer" "Title $n"
		done
		eval "exec ${STAGE[1]}>&-"
		wait "$pid"
	done
}
