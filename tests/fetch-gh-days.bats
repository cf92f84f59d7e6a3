#!/usr/bin/env bats
# fetch-gh day after day: nothing missed, nothing twice; commits pushed late.
# shellcheck disable=SC2016 # dollars are for jq

load fetch-gh

# Prints the items in "out" as months.py has them: kind, id, event, time.
told() {
	jq -c 'select(.kind != "status") | [.kind, .id, .event, .created]' "$@" |
		jq -c . | sed 's/,/, /g'
}

# Makes what months.py makes of the days $1 to $2; "day.*" has each day's output,
# "whole" that of one run.
each_day() {
	python3 "$ROOT/tests/months.py" "$1" "$2" answers wanted
	upstream <answers
	for ((day = $(date -ud "$1" +%s); day < $(date -ud "$2" +%s); \
	    day += 86400)); do
		date=$(date -ud "@$day" +%F)
		fetch-gh --date "$date" -CIPR a/b >"day.$date"
	done
	fetch-gh --from "$1" --to "$2" -CIPR a/b >whole
}

# Fails unless the days $1 to $2 hold each item once, and so does one run.
assert_days() {
	each_day "$1" "$2"
	told day.* | LC_ALL=C sort | diff <(LC_ALL=C sort wanted) -
	for file in day.*; do
		jq -e --arg date "${file#day.}" 'select(.kind != "status") |
		    select(.event != "merged" and .created[:10] != $date)' \
		    "$file" && return 1
	done
	# A pull request that was opened and merged comes once in one run.
	jq -r 'select(.kind != "status") | .id' day.* | LC_ALL=C sort -u >days
	jq -r 'select(.kind != "status") | .id' whole | LC_ALL=C sort |
		diff days -
	told whole | LC_ALL=C sort | LC_ALL=C comm -23 - <(LC_ALL=C sort wanted) >odd
	assert_equal "$(cat odd)" ""
	jq -se '[.[] | select(.kind == "status")] | length == 4 and
	    all(.[]; .ok and .landed == .shown)' whole
}

@test "the days around the turn of a year make what one run over them makes" {
	assert_days 2023-12-16 2024-01-16
}

@test "so do those around a leap day" {
	assert_days 2024-02-14 2024-03-15
}

# late commits

# Prints the line for a seen file of the commit $2 (one digit) on the day $1.
seen() {
	local ten=$2$2$2$2$2$2$2$2$2$2

	echo "$1 gh:a/b@$ten$ten$ten$ten"
}

# Serves commits of a/b: pairs of a digit and a time.
pushed() {
	while [ $# -gt 0 ]; do
		commit "$1" "$2"
		shift 2
	done >commits
	serve "/repos/a/b/commits" "$(list <commits)"
}

# The digit and the mark of each commit in "out".
commits_told() {
	items '[.sha[:1], .late // false] | join(" ")' | tr -d '"' | paste -s -d ,
}

@test "a commit pushed after its day was reported comes once, marked late" {
	pushed 3 2026-02-02T10:00:00Z 2 2026-02-01T12:00:00Z 1 2026-02-01T11:00:00Z
	{
		echo "2026-02-01 a/b commits"
		seen 2026-02-01 1
	} >have
	fetch 0 --commits --late 2 --seen have a/b
	assert_equal "$(commits_told)" "3 false,2 true"
	assert_equal "$(items .late)" $'null\ntrue'
	assert_equal "$(fates)" '{"source":"a/b commits","ok":true,"landed":2,"shown":2,"note":"1 late"}'
	assert_asked 1
	assert_equal "$(asked .query)" "per_page=100&since=2026-01-31T00%3A00%3A00Z&until=2026-02-03T00%3A00%3A00Z"
}

@test "a day that was not reported, or not whole, has no late commits" {
	pushed 2 2026-02-01T12:00:00Z 1 2026-01-31T11:00:00Z
	{
		echo "2026-02-01 a/b issues"
		echo "2026-02-01 a/c commits"
		echo "2026-01-31 A/b commits"
	} >have
	fetch 0 --commits --late 5 --seen have a/b
	assert_equal "$(commits_told)" ""
	fetch 0 --commits --late 5 --seen missing a/b
	assert_equal "$(commits_told)" ""
	assert_equal "$(fates)" '{"source":"a/b commits","ok":true,"landed":0,"shown":0}'
}

@test "further back than asked for nothing is late" {
	pushed 2 2026-01-31T00:00:00Z 1 2026-01-30T23:59:59Z
	printf '2026-01-%s a/b commits\n' 30 31 >have
	fetch 0 --commits --late 2 --seen have a/b
	assert_equal "$(commits_told)" "2 true"
}

@test "what another day has is left out, and counted" {
	pushed 3 2026-02-02T10:00:00Z 2 2026-02-02T09:00:00Z
	{
		seen 2026-02-03 3
		echo "2026-02-03 gh:a/b#7"
	} >have
	jq -c --argjson issues "[$(issue 8 2026-02-02T11:00:00Z),$(issue 7 2026-02-02T10:00:00Z)]" \
	    '. + [{path: "*/issues", body: $issues}]' answers.json >answers
	upstream <answers
	fetch 0 --seen have a/b
	assert_equal "$(commits_told)" "2 false, false"
	assert_equal "$(fates)" '{"source":"a/b commits","ok":true,"landed":1,"shown":1,"note":"1 left out, for another day has them"}
{"source":"a/b issues","ok":true,"landed":1,"shown":1,"note":"1 left out, for another day has them"}'
}

@test "the same day again makes the same bytes, whatever it left in the file" {
	pushed 3 2026-02-02T10:00:00Z 2 2026-02-01T12:00:00Z
	echo "2026-02-01 a/b commits" >have
	fetch 0 --commits --late 2 --seen have a/b
	cp out first
	{
		seen 2026-02-02 3
		seen 2026-02-02 2
		echo "2026-02-02 a/b commits"
	} >>have
	fetch 0 --commits --late 2 --seen have a/b
	diff first out
}

@test "a pull request seen when it was opened is told when it is merged" {
	serve "*/pulls" "[$(issue 5 2026-02-01T10:00:00Z '.merged_at = "2026-02-02T10:00:00Z" | .updated_at = .merged_at'),$(issue 4 2026-02-02T10:00:00Z)]"
	printf '2026-02-01 gh:a/b#%s\n' 5 4 >have
	fetch 0 --pulls --seen have a/b
	assert_equal "$(items '[.number, .event]')" '[5,"merged"]'
}

@test "pushes of a month, some of them days late: each comes once" {
	python3 - <<'PY'
import datetime, hashlib, json, random
random.seed(7)
start = datetime.datetime(2024, 2, 10)
pushes = []
for n in range(300):
    made = start + datetime.timedelta(minutes=n * 144)
    behind = random.choice([0, 0, 0, 1, 2, 3])
    sha = hashlib.sha256(b"%d" % n).hexdigest()[:40]
    pushes.append((made, made + datetime.timedelta(days=behind), sha))
with open("all", "w") as out:
    for made, pushed, sha in pushes:
        print("gh:a/b@" + sha, file=out)
for day in range(34):
    now = start + datetime.timedelta(days=day + 1)
    there = [p for p in pushes if p[1] < now][::-1]
    with open("answers.%02d" % day, "w") as out:
        json.dump([{"path": "/repos/a/b/commits", "body": [
            {"sha": sha, "commit": {"message": "x", "committer":
             {"date": made.strftime("%Y-%m-%dT%H:%M:%SZ")}}}
            for made, pushed, sha in there]}], out)
PY
	: >have
	for day in {00..33}; do
		date=$(date -ud "2024-02-10 +$((10#$day)) days" +%F)
		upstream <"answers.$day"
		fetch-gh --date "$date" --commits --late 4 --seen have a/b >out
		cat out >>days
		jq -r --arg date "$date" '"\($date) \(.source // .id)"' out >>have
	done
	jq -r 'select(.kind == "commit").id' days | sort | diff <(sort all) -
	assert_equal "$(jq -s '[.[] | select(.late)] | length > 50' days)" true
}
