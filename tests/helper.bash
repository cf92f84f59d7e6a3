# What all tests share: the programs on PATH, the probes in $PROBE, the
# assertions, and an empty folder to work in. A file that needs more calls
# common_setup in a setup of its own.

bats_require_minimum_version 1.5.0
bats_load_library bats-support
bats_load_library bats-assert
bats_load_library bats-file

ROOT=$(cd "$BATS_TEST_DIRNAME" && until [ -f Makefile ]; do cd ..; done && pwd)

# $1, seen from the root of the project
below_root() {
	case $1 in
	/*) echo "$1" ;;
	*) echo "$ROOT/$1" ;;
	esac
}

PATH=$(below_root "${BIN:-bin}"):$PATH
PROBE=$(below_root "${OUT:-build}")/probe
# Dates are UTC and text is UTF-8, wherever the tests run.
TZ=America/New_York
LC_ALL=C.UTF-8
export ROOT PATH PROBE TZ LC_ALL

common_setup() {
	cd "$BATS_TEST_TMPDIR" || return
}

setup() {
	common_setup
}

# Makes the file "input" of the lines given.
given() {
	printf '%s\n' "$@" >input
}

# For tests that measure memory: a sanitizer keeps what was given back.
needs_true_memory() {
	! nm "$(command -v classify)" | grep -q __asan_init ||
		skip "memory is not measured under a sanitizer"
}

# For tests of what is shown on a terminal.
needs_terminal() {
	script -qec true /dev/null </dev/null >/dev/null 2>&1 ||
		skip "this system gives no pseudo-terminal"
}
