# check.sh - what daily --check says; daily reads it.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2086,SC2154 # the variables are daily's, or its words

# Says up to which day there are reports, and whether any is missing.
tell_newest() {
	last=$(newest_day)
	missing=$(missing_days)
	set -- $missing
	if [ -z "$last" ]; then
		echo "newest report: none"
	elif [ $# -eq 0 ]; then
		echo "newest report: $last"
	else
		count=$#
		[ $# -lt "$most_days" ] || count="$# or more"
		echo "newest report: $last; missing: $count (see --catch-up)"
	fi
}

# try SOURCE COMMAND...: says whether the source can be read.
try() {
	name=$1
	shift
	if heard=$("$@" -v --date "$date" --max 1 --patience 10 2>&1 >/dev/null)
	then
		echo "$name: can be read"
		reached=yes
	else
		printf '%s\n' "$heard" | grep -v ' asking ' >&2
		echo "$name: cannot be read"
		status=1
	fi
	printf '%s\n' "$heard" | sed -n 's/^fetch-gh: \(quota: .*\)/\1/p'
}

# What classify is told in the configuration, it alone can judge.
check_selection() {
	into /dev/null classify $loudness ${top:+"$top"} ${topics:+"$topics"} \
		</dev/null
	[ "$result" -eq 0 ] ||
		fail "$result" "$conf: top or topics is not right; see above"
}

# The same of summarize, without a question.
check_models() {
	into /dev/null summarize $loudness ${models:+"--model=$models"} \
		$jobs $max_tokens $price </dev/null
	[ "$result" -ne 2 ] ||
		fail 2 "$conf: what is said of models is not right; see above"
}

check() {
	reached=
	check_selection
	check_models
	echo "configuration: $conf"
	echo "languages:$langs"
	echo "summaries: ${models:-${OPENAI_MODEL:-extracted}}"
	tell_newest
	try arxiv fetch-arxiv $loudness $categories --by submitted
	for repo in $repos; do
		try "$repo" fetch-gh $loudness --commits "$repo"
	done
	[ -n "$reached" ] || exit 3
}
