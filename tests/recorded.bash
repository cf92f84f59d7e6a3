# The recorded services of $ROOT/../shared, for the tests that can be run only
# where they are: one for a file of tests.

services=$ROOT/../shared/tools/upstream

setup_file() {
	local word

	[ -x "$services" ] || return 0
	for word in $("$services" --background --time-scale 0.01 \
	    --lifetime 3600 3>&-); do
		export "${word?}"
	done
}

teardown_file() {
	[ -z "${UPSTREAM_PID-}" ] || kill "$UPSTREAM_PID"
}

# Nothing of the user's environment reaches the programs.
recorded_setup() {
	[ -x "$services" ] || skip "the recorded services are not here"
	common_setup
	unset http_proxy ALL_PROXY GH_TOKEN ARXIV_OAI_URL ARXIV_RSS_URL \
	    XDG_CONFIG_HOME
	export no_proxy='*' XDG_CACHE_HOME=$PWD/cache DAIR_SHARE=$ROOT/share
	export ARXIV_API_URL=$UPSTREAM_URL/api/query ARXIV_PACE=0
	export GITHUB_API_URL=$UPSTREAM_URL GITHUB_TOKEN=dair-token
	curl -s -X DELETE "$UPSTREAM_URL/_control" >/dev/null
}

# Has the services misbehave by the rules $@.
rules() {
	local IFS=,

	curl -s "$UPSTREAM_URL/_control" -d "{\"rules\":[$*]}" >/dev/null
}

# What jq's $1 makes of each request since the last look.
asked() {
	curl -s "$UPSTREAM_URL/_log" >log
	curl -s -X DELETE "$UPSTREAM_URL/_log" >/dev/null
	jq -r "$1" log
}
