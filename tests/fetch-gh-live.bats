#!/usr/bin/env bats
# fetch-gh against the recorded GitHub of $ROOT/../shared, where it is.
# shellcheck disable=SC2016 # dollars are for jq

load helper

services=$ROOT/../shared/tools/upstream

setup_file() {
	local word

	[ -x "$services" ] || return 0
	for word in $("$services" --background --time-scale 0.01 \
	    --lifetime 600 3>&-); do
		export "${word?}"
	done
}

teardown_file() {
	[ -z "${UPSTREAM_PID-}" ] || kill "$UPSTREAM_PID"
}

setup() {
	[ -x "$services" ] || skip "the recorded services are not here"
	common_setup
	unset http_proxy ALL_PROXY GH_TOKEN
	export no_proxy='*' XDG_CACHE_HOME=$PWD/cache
	export GITHUB_API_URL=$UPSTREAM_URL GITHUB_TOKEN=dair-token
	sed -n 's/^repo //p' "$ROOT/share/dair.conf" >repos
	curl -s -X DELETE "$UPSTREAM_URL/_control" >/dev/null
}

# What jq's $1 makes of each request since the last look.
asked() {
	curl -s "$UPSTREAM_URL/_log" | jq -r "$1"
	curl -s -X DELETE "$UPSTREAM_URL/_log" >/dev/null
}

@test "the recorded days make what one run over them makes" {
	for day in 01-28 01-29 01-30 01-31 02-0{1..8}; do
		fetch-gh --date "2026-$day" -CIPR --file repos >"day.$day"
		jq -e --arg day "2026-$day" 'select(.event != "merged" and
		    .kind != "status" and .created[:10] != $day)' "day.$day" &&
			return 1
	done
	fetch-gh --from 2026-01-28 --to 2026-02-09 -CIPR --file repos >whole
	jq -c 'select(.kind != "status") | [.kind, .id]' whole | sort >once
	[ "$(wc -l <once)" -gt 400 ]
	assert_equal "$(uniq -d once)" ""
	jq -c 'select(.kind != "status") | [.kind, .id]' day.* | sort -u |
		diff once -
	# Only pull requests come with two days: opened, merged.
	jq -c 'select(.kind != "status") | [.kind, .id, .event]' day.* | sort |
		uniq -d >twice
	assert_equal "$(cat twice)" ""
}

@test "changes of all commits: lists cost 304s the second time, details nothing" {
	fetch-gh --date 2026-02-03 --diff --file repos >out
	asked .n >first
	fetch-gh --date 2026-02-03 --diff --file repos >again
	diff out again
	assert_equal "$(asked .status | sort | uniq -c | sed 's/^ *//')" "16 304"
	[ "$(wc -l <first)" -gt 30 ]
	jq -se '[.[] | select(.kind == "commit")] | length > 20 and
	    all(.[]; .stats.files >= (.files | length)) and
	    (map(.files[].patch // "" | utf8bytelength) | add <= 1048576)' out
	fetch-gh --date 2026-02-03 --diff --offline --file repos | diff out -
}
