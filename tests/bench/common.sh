# common.sh - what the benchmarks share. Each is called with OUT, where what is
# built lies, and BIN, where the programs are.
# shellcheck shell=sh disable=SC2034 # the variables are for those who read it

set -eu

here=$(dirname "$(readlink -f "$0")")
tests=${here%/*}
share=${tests%/*}/share
out=$(readlink -f "$1")
bin=$(readlink -f "$2")
rounds=${ROUNDS:-3}
data=$out/bench
mkdir -p "$data"

# measure COMMAND...: its CPU seconds, wall seconds and peak KiB
measure() {
	"$here/measure.py" "$@"
}

# peak COMMAND...: its peak KiB. What python starts has python's own at least.
peak() {
	if [ -x /usr/bin/time ]; then
		/usr/bin/time -v "$@" 2>&1 >/dev/null |
			sed -n 's/.*Maximum resident set size.*: //p'
	else
		measure "$@" | cut -d ' ' -f 3
	fi
}

# least COMMAND...: the least CPU seconds of so many rounds
least() {
	for _ in $(seq "$rounds"); do
		measure "$@"
	done | sort -n | head -n 1 | cut -d ' ' -f 1
}

# made FILE COMMAND...: makes the file of what the command prints, once
made() {
	file=$data/$1
	shift
	[ -e "$file" ] || { "$@" >"$file.new" && mv "$file.new" "$file"; }
	echo "$file"
}

# records COUNT: a file of so many made-up records, always the same
records() {
	made "$1.ndjson" python3 "$tests/records.py" -n "$1"
}

# compare NAME FILE COMMAND... [-- THAT OTHER...]: the command beside another,
# which is called THAT, else beside `jq -c .`, both given the file, in turns
compare() {
	name=$1 file=$2
	shift 2
	own='' that='jq -c .' other='jq -c .'
	while [ $# -gt 0 ] && [ "$1" != -- ]; do
		own="$own $1"
		shift
	done
	[ $# -eq 0 ] || { that=$2 && shift 2 && other=$*; }
	for _ in $(seq "$rounds"); do
		# shellcheck disable=SC2086 # commands are several words
		echo "$(measure $own "$file") $(measure $other "$file")"
	done | awk -v size="$(wc -c <"$file")" -v name="$name" -v that="$that" '
	{
		if (NR == 1 || $1 < least)
			least = $1
		for (i = NR; i > 1 && ratio[i - 1] > $4 / $1; i--)
			ratio[i] = ratio[i - 1]
		ratio[i] = $4 / $1
	}
	END {
		printf "%-20s %6.1f MB/s, %6.1f times as fast as %s\n", name,
			size / least / 1e6, ratio[int((NR + 1) / 2)], that
	}'
}

# memory COMMAND...: its peak on 1,000 to 1,000,000 records
memory() {
	part=$(records 1000)
	for thousands in 1 100 1000; do
		for _ in $(seq "$thousands"); do
			echo "$part"
		done | xargs -n "$thousands" cat | peak "$@" |
			awk -v n="$thousands" -v name="${1##*/}" '{
				printf "%-20s %8d records: peak %.1f MiB\n",
					name, n * 1000, $1 / 1024
			}'
	done
}
