#!/bin/sh
# Reports how fast a stage can be that does nothing but add a key.
# usage: add-key.sh OUT BIN
# shellcheck source=tests/bench/common.sh
. "$(dirname "$0")/common.sh"

compare add-key "$(records 100000)" "$out/probe/add-key"
memory "$out/probe/add-key"
