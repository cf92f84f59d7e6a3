#!/usr/bin/env bats
# The fetchers and every answer that is not the one asked for. See torture.bash.

load helper
load torture

@test "refusals of whoever asks" {
	for status in 401 403 404 451; do
		torture "\"status\":$status"
	done
}

@test "refusals of what is asked" {
	for status in 400 410 422; do
		torture "\"status\":$status"
	done
}

@test "refusals and errors that may pass" {
	for status in 408 429 500 502 503 504; do
		torture "\"status\":$status"
	done
}

@test "a page of HTML, or of another service, in place of an answer" {
	torture '"status":200,"body":"<html><body>Sorry</body></html>"'
	torture '"status":200,"body":""'
	torture '"status":200,"body":"{\"message\":\"no\"}"'
}

@test "waits that are too long, negative, or no number" {
	for wait in 100000 -1 0 soon 'Tue, 03 Feb 2026 00:00:00 GMT'; do
		torture "\"status\":503,\"headers\":{\"Retry-After\":\"$wait\"}"
	done
}

@test "redirects in a circle, to another host, to nowhere" {
	torture '"redirect":"loop"'
	torture '"redirect":"elsewhere"'
	torture '"redirect":"http://127.0.0.1:1/"'
	torture '"redirect":"file:///etc/hostname"'
}

@test "pages of arXiv that are empty though they count papers" {
	positions() {
		seq 0 3
	}
	torture '"arxiv":"empty-page"'
}

@test "several faults at once" {
	whole 0
	rules '{"skip":1,"times":2,"truncate":0.3}' '{"times":2,"status":503}'
	export patience=20
	fetch 0
	look ''
	[ ! -s told ]
	whole 4
	rules '{"match":{"path":"/repos/NVIDIA/*"},"status":502}' \
	    '{"per":"path","times":1,"reset":"before"}'
	fetch 4
	look ''
	assert_equal "$(paste -s told)" "NVIDIA/cutlass commits	NVIDIA/cutlass issues"
}
