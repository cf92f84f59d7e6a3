#!/bin/sh
# torture-daily.sh - kills daily, with all that it runs, at the start of each
# command (or of each STEP-th) on the way to a day's report. Each file that
# people see must be the old one or the new one then, and the next call must
# make what an undisturbed one does. Says how it went; exit 1 if one of these
# was not so.
#
# usage: torture-daily.sh ROOT BIN [STEP]

set -u
root=$(readlink -f "$1") bin=$(readlink -f "$2") step=${3:-1}
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
cd "$work" || exit

# daily takes programs from its own folder first: here these are scripts that
# count themselves, and one of them, with the number in $kill_at, ends it all.
make_programs() {
	mkdir programs share
	cp "$root/daily" programs
	ln -s "$root/share" share/dair
	for command in awk basename cat cp date grep mv rm sed sort tail "$bin"/*; do
		name=${command##*/}
		cat >"programs/$name" <<-END
			#!/bin/sh
			(
				flock 7
				echo $name >>$work/started
				[ \$(wc -l <$work/started) -ne "\$kill_at" ] ||
					kill -KILL 0
			) 7>$work/lock
			exec $(command -v "$command") "\$@"
		END
		chmod +x "programs/$name"
	done
}

# make_day DATE KILL_AT: in a process group of its own, which can be killed.
make_day() {
	: >started
	kill_at=$2 setsid --wait programs/daily --quiet --offline --site site \
		--conf "$root/demo/dair.conf" --date "$1" >/dev/null 2>&1
}

# Prints the sums and names of what people see in the site $1.
seen() {
	(cd "$1" && find . -path ./days -prune -o -type f ! -name '.*' \
		-exec sha256sum {} +) | sort
}

fault() {
	echo "killed at command $n ($(tail -n 1 at)): $1" >&2
	faults=$((faults + 1))
}

# What is seen now must be of old or new; the shorter list is without what was
# not there before.
check_whole() {
	seen site >now
	sort -u old new | comm -13 - now >neither
	[ ! -s neither ] || fault "neither old nor new: $(cut -c 67- neither)"
	if cmp -s now old; then
		olds=$((olds + 1))
	elif cmp -s now new; then
		news=$((news + 1))
	else
		some=$((some + 1))
	fi
}

check_mended() {
	make_day 2026-02-03 0
	seen site | cmp -s - new || fault 'the next call does not mend it'
	left=$(find site -name '.?*')
	[ -z "$left" ] || fault "left over: $left"
}

make_programs
make_day 2026-02-02 0
cp -r site before
seen site >old
make_day 2026-02-03 0
seen site >new
commands=$(wc -l <started)

olds=0 news=0 some=0 faults=0 n=1
while [ "$n" -le "$commands" ]; do
	rm -rf site
	cp -r before site
	make_day 2026-02-03 "$n"
	mv started at
	check_whole
	check_mended
	n=$((n + step))
done
echo "daily: $commands commands, killed at $((olds + news + some)):" \
	"all old $olds, all new $news, some new $some; faults: $faults"
[ "$faults" -eq 0 ] && [ "$olds" -gt 0 ] && [ $((news + some)) -gt 0 ]
