#!/usr/bin/env bats
# render --dir and index-update: a day that was told is never told worse, in
# every combination of what was there and what comes.
# shellcheck disable=SC2030,SC2031 # a test changes its own table

load helper

# Makes the records of a day as the word $1 says: a letter and how many papers.
# n: no source gives an account; o: the source a did well; f: it failed; u: it
# does not say how many; m: it is missing, but another one did well.
records() {
	local count=${1:1} i

	for ((i = 0; i < count; i++)); do
		printf '{"kind":"paper","id":"%s","title":"%s %d"}\n' "$i" "$1" "$i"
	done
	case $1 in
	o*) status a true "\"landed\":$count" ;;
	f*) status a false "\"landed\":$count" ;;
	u*) status a true '"note":"not counted"' ;;
	m*) status b true "\"landed\":$count" ;;
	esac
}

status() {
	printf '{"kind":"status","stage":"fetch","source":"%s","ok":%s,%s}\n' "$@"
}

# Puts the records $1 and some report into the reports folder, as the file $2.
put() {
	records "$1" >"reports/$2.ndjson"
	printf '# R\n\n## %s\nx\n' "$3" >"reports/$2.md"
}

# Prints what becomes of the records $1 when those of $2 come, with the options
# $3...: "new" if these are what is there then, and "old" if nothing changed.
outcome() {
	local status=0 name=2026-02-03 heading=摘要

	rm -rf reports old
	mkdir reports
	if [ "${3-} ${4-}" = "--lang en" ]; then
		put o9 "$name" 摘要
		name=$name.en heading=Overview
	fi
	[ "$1" = - ] || put "$1" "$name" "$heading"
	cp -r reports old
	records "$2" >input
	render -d 2026-02-03 -o reports "${@:3}" <input >told 2>said || status=$?
	if [ "$status" -eq 0 ] && cmp -s input "reports/$name.ndjson" &&
	    [ ! -s said ] && ! grep -q '"kept"' told; then
		echo new
	elif [ "$status" -eq 1 ] && diff -r old reports &&
	    grep -q -- '--force replaces it$' said &&
	    grep -q '"kept":true' told; then
		echo old
	else
		echo "status $status"
	fi
}

# What becomes of the records at the top where those on the left are.
table='
   n0  n1  n2  n3  o0  o1  o2  o3  f0  f1  f2  u1  u2  m0  m2
-  new new new new new new new new new new new new new new new
n0 new new new new new new new new new new new new new new new
n2 old old new new old old new new old old new old new old new
o0 new new new new new new new new old old old new new new new
o2 old old new new old old new new old old old old new old old
f0 new new new new new new new new new new new new new new new
f2 old old new new new new new new old old new old new old old
u2 old old new new old old new new old old old old new old new
'

# Fails unless the table holds for render with the options $@.
assert_table() {
	local old expected actual i
	local -a columns row

	while read -r -a row; do
		[ ${#row[@]} -gt 0 ] || continue
		if [ -z "${columns[*]}" ]; then
			columns=("${row[@]}")
			continue
		fi
		old=${row[0]}
		for i in "${!columns[@]}"; do
			expected=${row[i + 1]}
			actual=$(outcome "$old" "${columns[i]}" "$@")
			[ "$actual" = "$expected" ] ||
				echo "$old, then ${columns[i]}: $actual, not $expected"
		done
	done <<<"$table" >differences
	diff /dev/null differences
}

@test "of two accounts of a day the better one stays" {
	assert_table
}

@test "--force replaces better ones too" {
	table=$(head -n 2 <<<"$table"; grep -E '^(n2|o2) ' <<<"$table")
	table=${table//old/new}
	assert_table --force
}

@test "a second language is judged by its own records, whatever the first has" {
	table=$(head -n 3 <<<"$table"; grep -E '^(o2|f2) ' <<<"$table")
	assert_table --lang en
}

@test "a day that was kept is whole in the README, and a better one comes in" {
	for round in o2 f0 o1 n1; do
		records "$round" | { render -d 2026-02-03 -o reports || true; } |
			index-update README.md >told
		assert_equal "$(grep -c '^[0-9][.] ' README.md)" 2
		assert_equal "$(jq -r '.kept // false' told)" \
		    "$([ "$round" = o2 ] && echo false || echo true)"
	done
	records o3 | render -d 2026-02-03 -o reports | index-update README.md >told
	assert_equal "$(grep -c '^[0-9][.] ' README.md)" 3
	assert_equal "$(jq .kept told)" null
}
