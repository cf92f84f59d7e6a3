# What the fetchers make of faults: every fault of the way, at each request of a
# run of twelve, once and for ever. A run is right if every record that it
# prints is one of the run without faults, if the sources that lack one say so,
# and if the exit status is 0 just where nothing is missing.
#
# Each fault takes one request of one service once, of the other for ever, and
# not always the same; `make torture` takes them all, and prints how each fault
# came out.
# shellcheck disable=SC2154 # bats sets some of the variables

load recorded

repos=(flashinfer-ai/flashinfer NVIDIA/cutlass sgl-project/sglang vllm-project/vllm)

# What distinguishes each request from the others.
requests=(
	'"service":"arxiv","query":"start=0(&|$)"'
	'"service":"arxiv","query":"start=1000"'
	'"service":"arxiv","query":"start=2000"'
	'"service":"arxiv","query":"start=3000"'
)
for repo in "${repos[@]}"; do
	requests+=("\"path\":\"/repos/$repo/commits\"")
	requests+=("\"path\":\"/repos/$repo/issues\"")
done

setup() {
	recorded_setup
	faults=0
}

# Runs the fetcher that the request $1 is of, and leaves "out", "err" and its
# status in $status.
fetch() {
	status=0
	rm -rf cache
	if [ "$1" -lt 4 ]; then
		set -- fetch-arxiv --from 2026-01-09 --to 2026-02-05
	else
		set -- fetch-gh --from 2026-01-28 --to 2026-02-09 "${repos[@]}"
	fi
	timeout 120 "$@" --patience "${patience:-2}" >out 2>err || status=$?
}

# The records in the file $1, in an order of their own.
items() {
	grep -v '^{"kind":"status"' "$1" | sort
}

# The ids of the records on standard input.
ids() {
	sed 's/^{"kind":"[a-z]*","id":"\([^"]*\)".*/\1/' | sort
}

# The sources of the ids on standard input.
sources() {
	sed 's/^arxiv:.*/arxiv/; s/^gh:\([^@#]*\)@.*/\1 commits/
	    s/^gh:\([^@#]*\)#.*/\1 issues/' | sort -u
}

# Leaves in "whole" what the fetcher of the request $1 prints without faults.
whole() {
	local kept
	kept=$BATS_FILE_TMPDIR/whole.$(($1 < 4))

	if [ ! -e "$kept" ]; then
		rules
		fetch "$1"
		[ "$status" -eq 0 ]
		mv out "$kept"
	fi
	ln -sf "$kept" whole
}

# Fails unless the sources that lack a record say so, with a reason.
assert_told() {
	sources <lost >lacking
	jq -r 'select(.kind == "status" and (.ok | not) and .error != "").source' \
	    out | sort >told
	comm -23 lacking told >untold
	[ ! -s untold ] || fail "$(paste -s untold) lacks records without a word"
}

# Fails unless the status follows from what is missing: 0 for nothing, 1 for
# some sources of several, 3 for all.
assert_status() {
	local sources

	sources=$(jq -c 'select(.kind == "status")' whole | wc -l)
	case $(wc -l <told) in
	0) assert_equal "$status" 0 ;;
	"$sources") assert_equal "$status" 3 ;;
	*) assert_equal "$status" 1 ;;
	esac
}

# Looks at a run, and says in $right whether it was whole or told of what is
# missing. With $1 texts may differ, and only ids are compared.
look() {
	right=whole
	if cmp -s whole out && [ "$status" -eq 0 ]; then
		return
	fi
	items whole >all
	items out >some
	[ -n "$1" ] || assert_equal "$(comm -13 all some | head -c 500)" ""
	ids <all >all.ids
	ids <some >some.ids
	assert_equal "$(comm -13 all.ids some.ids)$(uniq -d some.ids)" ""
	comm -23 all.ids some.ids >lost
	assert_told
	assert_status
	[ ! -s told ] || right=told
	run -1 grep -E 'AddressSanitizer|runtime error' err
}

# Which requests the next fault takes: of one service where it passes, of the
# other where it lasts ($1 is empty), in turns.
positions() {
	local turn=$((faults + (${#1} > 0)))

	if [ "${TORTURE-}" = all ]; then
		seq 0 11
	else
		echo $((turn % 2 ? faults % 4 : 4 + faults % 8))
	fi
}

# The fault $1, a part of a rule, at each request, once and for ever. $2 is
# what look() is given.
torture() {
	local fault=$1 part=${2-} often position rights

	for often in '"times":1,' ''; do
		rights=()
		# shellcheck disable=SC2046 # several numbers
		for position in $(positions "$often"); do
			whole "$position"
			rules "{\"match\":{${requests[position]}},$often$fault}"
			fetch "$position"
			look "$part" || fail "$often$fault at request $position"
			rights+=("$right")
		done
		faults=$((faults + 1))
		printf '# %-60s %s\n' "$often$fault" \
		    "$(printf '%s\n' "${rights[@]}" | sort | uniq -c | paste -sd, |
			tr -s ' ')" >&3
	done
}
