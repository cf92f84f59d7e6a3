# The loopback upstream of the tests of those who ask: upstream.py, one for a
# file of tests. Each test tells it what to answer, and looks at what it was
# asked.

setup_file() {
	local here elsewhere six

	cd "$BATS_FILE_TMPDIR" || return
	# It ends with its standard input, which only this process holds open.
	coproc UPSTREAM {
		exec python3 -I "$ROOT/tests/upstream.py" now 2>/dev/null 3>&-
	}
	read -r -t 60 here elsewhere six <&"${UPSTREAM[0]}"
	export HERE=http://127.0.0.1:$here ELSEWHERE=http://127.0.0.1:$elsewhere
	export SIX="http://[::1]:$six"
}

# Nothing of the user's environment reaches the programs.
upstream_setup() {
	common_setup
	unset GITHUB_TOKEN GH_TOKEN GITHUB_SERVER_URL DAIR_CONTACT
	unset GH_ENTERPRISE_TOKEN GITHUB_ENTERPRISE_TOKEN http_proxy ALL_PROXY
	export ARXIV_PACE=0 no_proxy='*' XDG_CACHE_HOME=$PWD/cache
	export DAIR_SHARE=$ROOT/share
	export ARXIV_API_URL=$HERE/api/query GITHUB_API_URL=$HERE
}

# Answers from now on as standard input says; see upstream.py.
upstream() {
	cat >answers.new
	mv answers.new answers.json
	: >asked
	ln -sfn "$PWD" "$BATS_FILE_TMPDIR/now"
}

# For tests of addresses like [::1].
needs_ipv6() {
	[ "$SIX" != "http://[::1]:0" ] || skip "this system has no IPv6"
}

# Prints what jq's $1 makes of each request so far.
asked() {
	jq -r "$1" asked
}

# Fails unless $1 requests have come.
assert_asked() {
	assert_equal "$(wc -l <asked)" "$1"
}
