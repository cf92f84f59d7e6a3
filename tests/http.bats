#!/usr/bin/env bats
# The client that both fetchers ask by, where it meets other processes and
# people: turns, and what is shown on a terminal.

load helper
load upstream

setup() {
	upstream_setup
	printf '<?xml version="1.0"?>%s\n' \
	    '<feed xmlns="http://www.w3.org/2005/Atom"
	    xmlns:s="http://a9.com/-/spec/opensearch/1.1/">
	    <s:totalResults>0</s:totalResults></feed>' >feed.xml
}

# Asks for the listing of the day $1, with $pace seconds between questions.
ask() {
	ARXIV_PACE=$pace fetch-arxiv -q --date "$1" >/dev/null
}

@test "processes that share a cache ask arXiv in turn, as far apart as the pace" {
	local days=(2026-02-03 2026-02-04 2026-02-05 2026-02-06) day
	local processes=()

	upstream <<<'[{"file":"feed.xml","delay_ms":50}]'
	pace=0.3
	for day in "${days[@]}"; do
		ask "$day" 3>&- &
		processes+=("$!")
	done
	for process in "${processes[@]}"; do
		wait "$process"
	done
	assert_asked 4
	assert_equal "$(asked .open | sort -u)" 1
	# The server's clock reads when a request has come, not when it was sent.
	jq -se '[.[].time] as $t |
	    all(range(1; 4); $t[.] - $t[. - 1] >= 0.25)' asked
}

@test "a process that stands still with the turn does not hold up others for ever" {
	local still

	upstream <<<'[{"query":"start=0","times":1,"delay_ms":90000},
	    {"file":"feed.xml"}]'
	pace=0.1
	ask 2026-02-03 3>&- &
	still=$!
	until [ -s asked ]; do :; done
	kill -STOP "$still"
	ARXIV_PACE=$pace run fetch-arxiv --date 2026-02-04 --patience 1
	kill -KILL "$still"
	assert_failure 3
	assert_line 'fetch-arxiv: arxiv: not asked, for another process keeps asking'
}

@test "a cache that cannot hold the lock does not keep arXiv from being asked" {
	upstream <<<'[{"file":"feed.xml"}]'
	mkdir -p cache/dair/arxiv.turn
	pace=0.1 ask 2026-02-03
	assert_asked 1
}

# Runs $@ with standard error on a terminal, which it prints.
on_terminal() {
	script -qec "$* >/dev/null" /dev/null </dev/null
}

@test "on a terminal it shows what it waits for, and clears the line at the end" {
	needs_terminal
	upstream <<<'[{"times":1,"status":429,"headers":{"Retry-After":"2"}},
	    {"file":"feed.xml"}]'
	on_terminal fetch-arxiv --date 2026-02-03 --patience 10 >shown
	grep -E 'answers, waiting [12] s' shown
	[ "$(tail -c 4 shown | od -An -tx1 | tr -d ' ')" = 0d1b5b4b ]
}

@test "with -q, or not on a terminal, no progress is shown" {
	needs_terminal
	upstream <<<'[{"file":"feed.xml","delay_ms":500}]'
	on_terminal fetch-arxiv -q --date 2026-02-03 >shown
	[ ! -s shown ]
	fetch-arxiv --date 2026-02-04 >/dev/null 2>err
	[ ! -s err ]
}
