# seen.sh - what came with each day; daily reads it.
# shellcheck shell=sh
# shellcheck disable=SC2086,SC2154 # the variables are daily's, or its words

# What came with each day, in SITE/seen: "DATE SOURCE" for a source that was read
# whole, "DATE ID" for an item; see fetch-arxiv(1), --seen.

# How long that is kept, in days.
seen_days=400

# Prints the option by which fetchers look back, if there is a day to look at.
look_back() {
	[ "$late" -eq 0 ] || [ ! -e "$site/seen" ] ||
		awk -v date="$date" -v late="$late" '
			$1 < date { print "--late", late; exit }' "$site/seen"
}

# Prints the lines for the records of the files, of which the fetchers wrote all.
things_of() {
	sed -n '
		/^{"kind":"status"/{
			/"ok":true,"landed":\([0-9]*\),"shown":\1[,}]/s/^.*,"source":"\([^"]*\)",.*/\1/p
			d
		}
		s/^{"kind":"[a-z]*","id":"\([^"]*\)".*/\1/p' "$@" |
		sed "s/^/$date /"
}

# Notes what came with the day, in place of what is noted of it; unless a report
# that was better stays.
keep_seen() {
	! grep -q '"kept":true' "$day"/render.* || return 0
	{
		! command -v flock >/dev/null || flock 8
		{
			[ ! -e "$site/seen" ] || awk -v date="$date" \
				-v first="$(day_before "$date" "$seen_days")" \
				'$1 != date && $1 >= first' "$site/seen"
			things_of "$(output fetch.arxiv)" "$(output fetch.gh)"
		} | LC_ALL=C sort -u >"$site/days/seen" || cannot "$site/seen"
		mv "$site/days/seen" "$site/seen" 2>/dev/null ||
			cannot "$site/seen"
	} 8>"$site/days/lock"
}
