# stages.sh - the stages of a day, each of which keeps what it wrote; daily reads
# it.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2046,SC2086,SC2154 # the variables are daily's, or
# its words

# One call at a time for a day; the lock goes with the process.
lock_day() {
	day=$site/days/$date
	mkdir -p "$day" 2>/dev/null || cannot "$day"
	begin "$day/lock"
	exec 9>"$day/lock"
	if command -v flock >/dev/null; then
		flock -n 9 || fail 3 "$date is being made by another call"
	fi
}

# Forgets what was kept from the stage --from on; all of it, when the call
# before came to its end or was made for another configuration.
forget() {
	if [ -e "$day/finished" ] || ! cmp -s "$conf" "$day/conf"; then
		from=${from:-fetch}
	fi
	rm -f "$day/finished"
	cp "$conf" "$day/conf" 2>/dev/null || cannot "$day/conf"
	forgotten=
	for stage in fetch classify summarize render; do
		[ "$stage" != "$from" ] || forgotten=yes
		[ -z "$forgotten" ] || rm -f "$day/$stage".*
	done
}

# begin FILE: makes an empty file. In a shell of its own, for one that cannot
# redirect a builtin command ends.
begin() {
	(: >"$1") 2>/dev/null || cannot "$1"
}

# into FILE COMMAND...: runs it with its output in the file, and leaves its status
# in $result.
into() {
	file=$1 result=0
	shift
	begin "$file"
	"$@" >"$file" || result=$?
}

# run NAME COMMAND...: runs it with its output in the day's file NAME.ndjson,
# unless an earlier call did and nothing before it was done anew. The command's
# status is left in $result.
run() {
	name=$1
	shift
	result=0
	[ -n "$anew" ] || [ ! -e "$day/$name.ndjson" ] || return 0
	anew=yes
	rm -f "$day/$name.ndjson"
	say "$*"
	into "$day/$name.part" "$@"
	[ "$result" -ne 0 ] || mv "$day/$name.part" "$day/$name.ndjson"
}

# What the stage NAME wrote, whole or not.
output() {
	if [ -e "$day/$1.ndjson" ]; then
		echo "$day/$1.ndjson"
	else
		echo "$day/$1.part"
	fi
}

# A stage that did not do its job ends the day; one that did it in part does
# not, for its records say what is missing.
must() {
	case $result in
	0) ;;
	1) status=1 ;;
	2) fail 2 "$name: the settings are not right; see above" ;;
	*) fail 3 "$name ended with status $result" ;;
	esac
}

# account FORMAT VALUE...: adds to what a fetcher wrote.
account() {
	format=$1
	shift
	# shellcheck disable=SC2059 # it is ours
	printf "$format" "$@" >>"$part" 2>/dev/null || cannot "$part"
}

# account_for STAGE SOURCE...: a fetcher that died may not have told of all its
# sources, and its last line may have no end: that is seen to here.
account_for() {
	part=$day/$name.part stage=$1
	shift
	[ "$result" -gt 1 ] || return 0
	[ -z "$(tail -c 1 "$part")" ] || account '\n'
	for source; do
		! grep -qF "\"source\":\"$source\"" "$part" || continue
		account '%s"stage":"%s","source":"%s","date":"%s",%s%d"}\n' \
			'{"kind":"status",' "$stage" "$source" "$date" \
			'"ok":false,"landed":0,"shown":0,"error":"ended with status ' \
			"$result"
	done
}

fetch_arxiv() {
	run fetch.arxiv fetch-arxiv $loudness $offline --date "$date" \
		--patience "$patience" ${cache:+"$cache"} --seen "$site/seen" \
		$(look_back) $categories
	account_for fetch-arxiv arxiv
}

fetch_gh() {
	result=0
	[ -n "$repos" ] || { into "$day/fetch.gh.ndjson" true && return 0; }
	run fetch.gh fetch-gh $loudness $offline --date "$date" \
		--commits --issues --releases --patience "$patience" \
		${cache:+"$cache"} --seen "$site/seen" $(look_back) $diff $repos
	set --
	for repo in $repos; do
		set -- "$@" "$repo commits" "$repo issues" "$repo releases"
	done
	account_for fetch-gh "$@"
}

# Both at once, for they ask different services; in a pipe, through which only
# a status goes, since what runs in the background does not end by Ctrl-C.
fetch_both() {
	{
		fetch_arxiv
		echo "$result"
	} | {
		fetch_gh
		read -r arxiv
		echo "$arxiv $result"
	}
}

# What a call before this one fetched, in part at least.
was_fetched() {
	[ -e "$(output fetch.arxiv)" ] && [ -e "$(output fetch.gh)" ]
}

fetch() {
	case $from in
	classify | summarize | render)
		if was_fetched; then
			[ ! -e "$day/fetch.arxiv.part" ] || status=1
			[ ! -e "$day/fetch.gh.part" ] || status=1
			return
		fi
		;;
	esac
	[ ! -e "$day/fetch.arxiv.ndjson" ] ||
		[ ! -e "$day/fetch.gh.ndjson" ] || return 0
	results=$(fetch_both 9>&-)
	anew=yes
	case $results in
	'0 0') return ;;
	'' | ' '* | *' ') exit 3 ;;
	'2 '* | *' 2') fail 2 'the settings are not right; see above' ;;
	esac
	status=1
	# Without a repository that was read, there must be papers at least.
	if { [ "${results#* }" -gt 1 ] || [ -z "$repos" ]; } &&
		! grep -q '"kind":"paper"' "$(output fetch.arxiv)"; then
		fail 3 'no source could be read; nothing was changed'
	fi
}

# Ends the call here if --to says so.
ended() {
	[ "$to" != "$1" ] || exit "$status"
}

classify_all() {
	run classify classify $loudness ${top:+"$top"} ${topics:+"$topics"} \
		"$(output fetch.arxiv)" "$(output fetch.gh)"
	must
}

summarize_all() {
	for lang in $langs; do
		run "summarize.$lang" summarize $loudness $offline \
			--lang "$lang" --digest --patience "$patience" \
			${cache:+"$cache"} ${models:+"--model=$models"} \
			$jobs $max_tokens $price "$(output classify)"
		must
	done
}

render_all() {
	for lang in $langs; do
		run "render.$lang" render $loudness $force \
			${links:+"$links"} --lang "$lang" \
			--date "$date" --dir "$site/reports" \
			$(ways "$(name_in "$date" "$lang")" md README.md) \
			"$(output "summarize.$lang")"
		must
	done
}
