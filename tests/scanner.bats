#!/usr/bin/env bats
# The strict scanner against a strict reference.

load helper

@test "60,000 damaged records: taken and refused as the reference does" {
	command -v python3 >/dev/null || skip "no python3"
	run -0 python3 "$ROOT/tests/mutants.py" "$PROBE" 60000
	echo "# $output" >&3
}
