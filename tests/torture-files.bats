#!/usr/bin/env bats
# Programs that are killed, ended or out of room while they change files: at a
# sample of the places, or, with TORTURE=all, at each of them, with a table.

load helper

setup() {
	common_setup
	bin=$(dirname "$(command -v render)")
	[ "${TORTURE-}" = all ] && step=1 || step=5
}

# Shows what came out, where all was tried.
show() {
	[ "$step" -gt 1 ] || printf '# %s\n' "${lines[@]}" >&3
}

@test "at each call that changes a file, a program that is stopped leaves it whole" {
	run -0 --separate-stderr python3 "$ROOT/tests/torture-files.py" \
	    "$bin" "$step"
	show
	assert_equal "${stderr-}" ""
	# Some runs were stopped before the change, some behind it.
	# shellcheck disable=SC2016 # the dollars are for awk
	run -0 awk '/ yes$/ { old += $(NF - 4); new += $(NF - 3) }
	    END { exit !(old > 5 && new > 5) }' <<<"$output"
}

@test "daily, killed at each of its commands, goes on where it was" {
	run -0 --separate-stderr "$ROOT/tests/torture-daily.sh" "$ROOT" "$bin" \
	    "$step"
	show
	assert_equal "${stderr-}" ""
}
