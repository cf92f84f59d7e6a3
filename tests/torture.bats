#!/usr/bin/env bats
# Programs that are killed, ended or out of room while they change files.

load helper

@test "at a sample of the calls that change a file, killed programs leave it whole" {
	run -0 --separate-stderr python3 "$ROOT/tests/torture.py" \
	    "$(dirname "$(command -v render)")" 5
	assert_equal "${stderr-}" ""
	# Some runs were stopped before the change, some behind it.
	# shellcheck disable=SC2016 # the dollars are for awk
	run -0 awk '/ yes$/ { old += $(NF - 4); new += $(NF - 3) }
	    END { exit !(old > 5 && new > 5) }' <<<"$output"
}
