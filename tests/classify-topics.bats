#!/usr/bin/env bats
# The topics file: how it is read, what its sections do, which mistakes are told.
# shellcheck disable=SC2016,SC1112 # the texts are not meant for the shell

load helper
load classify

# reading it

@test "comments, empty lines and blanks at the end are passed over" {
	topics "# all of it" "" "paper # these" "	1 gpu, cache # both" "   " \
	    "	 	" "# paper 9" "	# 9 gpu" "	1   net  "
	assert_points "$(paper "gpu net")" 2
	assert_points "$(paper "cache")" 1
}

@test "terms may be indented by blanks, and lines end in CR LF" {
	printf 'paper 1\r\n    1 gpu , cache\r\n' >topics
	assert_points "$(paper "cache")" 2
}

@test "a topics file may be empty" {
	: >topics
	assert_class "$(paper "gpu")" '{"score":0.500,"topics":[],"why":[]}'
}

@test "a last line without a line feed counts" {
	printf 'paper\n\t1 gpu' >topics
	assert_points "$(paper "gpu")" 1
}

@test "a topics file of many terms is read" {
	{
		echo paper
		seq -f '	1 term%.0f' 9000
	} >topics
	assert_points "$(paper "term9000 term1")" 2
}

@test "mistakes in the topics file are said with their line" {
	topics "# x" "papers"
	assert_refused_topics 2 "not a sort of section: papers"
	topics "Paper"
	assert_refused_topics 1 "not a sort of section: Paper"
	topics "paper x"
	assert_refused_topics 1 "not a weight: x"
	topics "paper nan"
	assert_refused_topics 1 "not a weight: nan"
	topics "paper 1 2"
	assert_refused_topics 1 "more than a section needs: 2"
	topics "topic"
	assert_refused_topics 1 "needs a name: topic"
	topics "topic a b"
	assert_refused_topics 1 "not a weight: b"
	topics "topic a 1 more words"
	assert_refused_topics 1 "more than a section needs: more words"
}

@test "mistakes in a line of terms are said with their line" {
	topics "" "	1 gpu"
	assert_refused_topics 2 "terms before any section: 1 gpu"
	topics paper "	gpu, cache"
	assert_refused_topics 2 "not a weight: gpu,"
	topics paper "	1x gpu"
	assert_refused_topics 2 "not a weight: 1x"
	topics paper "	1001 gpu"
	assert_refused_topics 2 "not a weight: 1001"
	topics paper "	1"
	assert_refused_topics 2 "not a term of letters and digits: nothing"
	topics paper "	1 gpu,"
	assert_refused_topics 3 "terms end in a comma: end of file"
	topics paper "	1 gpu," paper
	assert_refused_topics 3 "terms end in a comma: paper"
	topics paper "	1 gpu,, cache"
	assert_refused_topics 2 "not a term of letters and digits: nothing"
	topics paper "	1 -+-"
	assert_refused_topics 2 "not a term of letters and digits: -+-"
	topics paper "	1 ^"
	assert_refused_topics 2 "not a term of letters and digits: nothing"
	topics paper "	1 *"
	assert_refused_topics 2 "not a term of letters and digits: *"
}

@test "terms of letters beyond ASCII are refused, not half taken" {
	topics paper "	1 café"
	assert_refused_topics 2 "not a term of letters and digits: café"
}

@test "a topics file with a mistake costs no record: nothing is written" {
	topics paper "	x"
	paper gpu >input
	run -2 --separate-stderr classify -t topics input
	assert_output ""
}

@test "a topics file that cannot be read is named" {
	run -2 classify -t absent </dev/null
	assert_output "classify: absent: No such file or directory"
	run -2 classify --topics . </dev/null
	assert_output "classify: .: Is a directory"
	printf 'paper\0' >topics
	run -2 classify -t topics </dev/null
	assert_output "classify: topics: holds a NUL byte, so it is no text"
}

@test "topics are those in DAIR_SHARE, unless a file is named" {
	mkdir share
	echo "paper 1" >share/topics
	echo "paper 2" >topics
	export DAIR_SHARE=share
	paper x >input
	run -0 classify input
	assert_output "$(paper x ',"class":{"score":0.731,"topics":[],"why":[]}')"
	run -0 classify -t topics input
	assert_output "$(paper x ',"class":{"score":0.881,"topics":[],"why":[]}')"
	rm share/topics
	run -2 classify input
	assert_output "classify: share/topics: No such file or directory"
}

@test "a line that ends in a comma goes on with the next" {
	topics paper "	1 gpu," "		cache," "# between" "	net" "	1 disk"
	assert_points "$(paper "gpu cache net")" 1
	assert_points "$(paper "net disk")" 2
}

@test "a pair of weights is for title and text" {
	topics paper "	2/1 gpu" "	0/-1 cache" "	1/0 net"
	assert_points "$(paper "gpu cache net" ',"text":"gpu cache net"')" 3
	topics commit "	2/1 gpu"
	assert_points "$(commit "x" ',"text":"gpu"')" 1
	for weight in 1/ /1 1/x 1/2/3 1//2; do
		topics paper "	$weight gpu"
		run -2 classify -t topics </dev/null
		assert_output --partial "topics:2: not a weight: "
	done
}

@test "a file includes others, from beside it or from the data files" {
	mkdir own share
	echo "paper 1" >own/beside
	echo "paper 2" >share/shared
	printf 'include beside\ninclude shared\npaper 4\n' >own/topics
	paper x >input
	DAIR_SHARE=share run -0 classify -t own/topics input
	assert_output --partial "\"score\":$(score 7),"
	run -2 classify -t own/topics </dev/null
	assert_output "classify: own/topics:2: cannot be read: shared"
}

@test "mistakes in including are said with their line" {
	topics "include"
	assert_refused_topics 1 "needs a name: include"
	topics "include topics"
	run -2 classify -t topics </dev/null
	assert_output "classify: topics:1: included by itself: topics"
	topics "include other"
	echo "include topics" >other
	run -2 classify -t topics </dev/null
	assert_output "classify: ./other:1: included by itself: topics"
	for i in $(seq 9); do
		echo "include part$((i + 1))" >"part$i"
	done
	touch part10
	run -2 classify -t part2 </dev/null
	assert_output "classify: ./part9:1: more than 8 files within each other: part10"
	run -0 classify -t part3 </dev/null
	topics "include other" "	1 gpu"
	echo paper >other
	assert_refused_topics 2 "terms before any section: 1 gpu"
	echo "paper x" >other
	run -2 classify -t topics </dev/null
	assert_output "classify: ./other:1: not a weight: x"
}

@test "a term whose only word is long is found" {
	topics paper "	1 internationalisations"
	assert_points "$(paper "On internationalisations")" 1
	assert_points "$(paper "On internationalisation")" 0
}

@test "words of eight, of sixteen and of more letters are told apart" {
	assert_found "abcdefgh abcdefghijklmnop abcdefghijklmnopq" \
	    "abcdefgh;abcdefghijklmnop;abcdefghijklmnopq" \
	    abcdefgh abcdefghijklmnop abcdefghijklmnopq
	refute_in abcdefghijklmnop abcdefgh abcdefghijklmno abcdefghijklmnoq
	refute_in ijklmnop abcdefghijklmnop
}

@test "short stems take every word that begins so" {
	assert_in "v4*" v4 v4x v40 V4-beta
	refute_in "v4*" v3 v xv4
	assert_in "a*" a ab abc "x abcd"
}

# numbers

@test "Nx takes any number of times, however it is set" {
	assert_in "Nx faster" "2x faster" "2.3x faster" '2.3× faster' \
	    '2.3 × faster' '$2.3\\times$ faster' '2 times faster' '10X faster' \
	    '1,000x faster'
	refute_in "Nx faster" "x faster" "2 faster" "2xs faster" "nx faster" \
	    "2x, then faster x" "2x far faster" "2% faster"
}

@test "N% takes any number of per cent" {
	assert_in "by N%" "by 40%" "by 4.5 %" 'by 40\\%' "by 40 percent" "by 3%."
	refute_in "by N%" "by %" "by 40" "by 40x" "by n"
}

@test "a number that goes on for ever takes no time" {
	awk 'BEGIN {
		printf "{\"kind\":\"paper\",\"title\":\""
		while (n++ < 300000)
			printf "1."
		print "\"}"
	}' >input
	topics paper "	1 Nx faster"
	run -0 timeout 5 classify -t topics --min 1 input
	assert_output --partial '"landed":1,"shown":0}'
}

# topics of one's own

@test "a topic with a weight scores by itself, where that is more" {
	topics "paper -5" "	1 gpu" "topic own -3" "	3 graph" "topic b" "	2 gpu"
	assert_class "$(paper "graph" ',"text":"graph"')" \
	    "{\"score\":$(score 3),\"topics\":[\"own\"],\"why\":[\"graph\"]}"
	assert_class "$(paper "gpu")" \
	    "{\"score\":$(score -2),\"topics\":[\"b\"],\"why\":[\"gpu\"]}"
	assert_points "$(paper "x")" -5
	assert_points "$(paper "graph gpu")" 0
}

@test "what is against papers is not against a topic of one's own" {
	topics "paper -5" "	-9 quantum" "topic own -3" "	3 quantum"
	assert_points "$(paper "quantum" ',"text":"quantum"')" 3
}

@test "a topic of one's own may stand beside those that come with dair" {
	topics "include topics" "topic graphs -3" "	3 graph neural network, gnn"
	paper "A GNN for molecules" ',"text":"A GNN."' >input
	paper "KV cache for LLM serving on GPUs" \
	    ',"text":"The throughput of vLLM is up by 2x."' >>input
	mv topics mine
	run -0 jq -c '[.class.score > 0.5, .class.topics[0]]' \
	    <(classify -t mine input)
	assert_output '[true,"graphs"]
[true,"serving"]'
}

# boosts

@test "repositories, authors, labels and categories count for or against" {
	topics repo "	2 vllm-project/vllm" author "	1 Ada Lovelace" label "	-2 stale" \
	    category "	3 cs.DC"
	assert_points "$(commit x ',"repo":"vllm-project/vllm"')" 2
	assert_points "$(commit x ',"repo":"vllm/other"')" 0
	assert_points "$(paper x ',"authors":["Bob","Ada Lovelace"]')" 1
	assert_points "$(issue x ',"labels":["stale"]')" -2
	assert_points '{"kind":"pull","title":"x","labels":["stale"]}' -2
	assert_points "$(paper x ',"categories":["cs.DC"]')" 3
	assert_points "$(paper "stale" ',"text":"vllm-project/vllm"')" 0
}

@test "a category chooses a topic, but only as a boost does it count" {
	topics "topic systems" "	3 cs.DC" "topic theory" "	1 proof" category \
	    "	0.5 cs.DC" paper "	1 other"
	assert_class "$(paper "A proof" ',"categories":["cs.DC"]')" \
	    "{\"score\":$(score 0.5),\"topics\":[\"systems\",\"theory\"],\"why\":[\"cs.DC\"]}"
	topics "topic own 0" "	3 cs.DC"
	assert_class "$(paper "A proof" ',"categories":["cs.DC","cs.LG"]')" \
	    "{\"score\":$(score 3),\"topics\":[\"own\"],\"why\":[\"cs.DC\"]}"
	assert_class "$(paper "A proof" ',"categories":["cs.LG","cs.DC"]')" \
	    "{\"score\":$(score 0),\"topics\":[],\"why\":[]}"
}

# files

@test "files are of the first sort that has a word in their path" {
	topics files\ test "	tests" files\ docs "	md, docs" \
	    commit "	1 @only-test" "	2 @only-docs" "	4 @some-test" "	8 @no-source"
	local files

	files() {
		printf '{"path":"%s"},' "$@"
	}
	for case in 13=tests/a.c 13=tests/readme.md 10=docs/a 4=tests/a:src/b \
	    12=tests/a:b.md 0=src/a.c 0=src/testsuite.c; do
		IFS=: read -ra paths <<<"${case#*=}"
		files=$(files "${paths[@]}")
		assert_points "$(commit x ",\"files\":[${files%,}]")" \
		    "${case%%=*}"
	done
}

@test "a change is small or large by the lines of source in it" {
	topics files\ test "	tests" commit "	1 @small" "	2 @large"
	assert_points "$(commit x ',"files":[{"path":"a","additions":5,"deletions":4}]')" 1
	assert_points "$(commit x ',"files":[{"path":"a","additions":5,"deletions":5}]')" 0
	assert_points "$(commit x ',"files":[{"path":"a","additions":200}]')" 2
	assert_points "$(commit x ',"files":[{"path":"tests/a","additions":900},{"path":"b","additions":1}]')" 1
	assert_points "$(commit x ',"files":[{"path":"tests/a","additions":900}]')" 0
	assert_points "$(commit x ',"stats":{"additions":300,"deletions":0,"files":1}')" 2
	assert_points "$(commit x ',"stats":{"additions":1,"deletions":0,"files":1}')" 1
	assert_points "$(commit x)" 0
}

@test "files that are none, and facts of other records, count for nothing" {
	topics files\ test "	tests" commit "	1 @only-test" "	2 @no-source" \
	    "	4 @small" paper "	8 @only-test, @small"
	for files in '[]' '{}' '7' '"tests/a"' '[1,null,"tests"]' '[{"path":7}]'; do
		assert_points "$(commit x ",\"files\":$files")" 0
	done
	assert_points "$(paper x)" 0
}

@test "a part of the code is found by title and by paths" {
	topics part\ attention "	3 attention" part\ moe "	4 moe"
	assert_class "$(commit "x" ',"files":[{"path":"src/moe/a.cu"}]')" \
	    '{"score":0.500,"topics":["moe"],"type":"refactor","why":[]}'
	assert_class "$(commit "Attention" ',"files":[{"path":"src/moe/a.cu"}]')" \
	    '{"score":0.500,"topics":["attention","moe"],"type":"refactor","why":[]}'
}

# muting

@test "a record that is muted scores nothing, and says by what" {
	topics commit "	5 gpu" mute\ title "	nightly, ^chore"
	assert_class "$(commit "gpu nightly")" \
	    '{"score":0.000,"topics":[],"type":"refactor","why":["muted: nightly"]}'
	assert_class "$(commit "chore: gpu")" \
	    '{"score":0.000,"topics":[],"type":"refactor","why":["muted: chore"]}'
	assert_points "$(commit "gpu, no chore" ',"text":"nightly"')" 5
}

@test "records are muted by label, author, repository, category and fact" {
	topics "mute label" "	stale" "mute author" "	renovate" "mute repo" \
	    "	a/b" "mute category" "	cs.RO" "mute fact" "	@bot"
	for record in "$(issue x ',"labels":["stale"]')" \
	    "$(commit x ',"labels":["stale"]')" \
	    "$(commit x ',"authors":["renovate[bot]"]')" \
	    "$(issue x ',"repo":"a/b"')" "$(paper x ',"categories":["cs.RO"]')" \
	    "$(commit x ',"bot":true')"; do
		given "$record"
		run -0 classify -t topics input
		assert_output --partial '"score":0.000,'
	done
	for record in "$(issue stale)" "$(paper x ',"text":"a/b cs.RO"')" \
	    "$(commit x ',"bot":false')"; do
		assert_points "$record" 0
	done
}

@test "a commit is muted by path when all of its files are" {
	topics "mute path" "	^docs, ^github"
	assert_points "$(commit x ',"files":[{"path":"docs/a"},{"path":"src/a"}]')" 0
	given "$(commit x ',"files":[{"path":"docs/a"},{"path":".github/a"}]')"
	run -0 classify -t topics input
	assert_output --partial '"score":0.000,'
	assert_output --partial '"why":["muted: path"]'
}

@test "what is muted is not among the best, and is counted" {
	topics "mute title" "	nightly"
	given "$(paper nightly)" "$(paper x)"
	run -0 jq -r '.title // "\(.landed) \(.shown)"' \
	    <(classify -t topics --top paper=2 input)
	assert_output "x
2 1"
	run -0 jq -r .title <(classify -t topics input)
	assert_output "nightly
x"
}

@test "a place to mute by that is none is refused" {
	topics "mute where" "	x"
	assert_refused_topics 1 "not a place to mute by: where"
	topics mute
	assert_refused_topics 1 "needs a name: mute"
	topics "files test 1"
	assert_refused_topics 1 "more than a section needs: 1"
	topics commit "	1 @"
	assert_refused_topics 2 "not a fact: @"
}
