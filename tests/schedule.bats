#!/usr/bin/env bats
# share/schedule: what runs daily every morning, and tells people.
# shellcheck disable=SC2016 # dollars are for jq, or must not be run

load helper

schedule=$ROOT/share/schedule

# A site with two days, and a daily that adds a third one to it, says what it
# was called with, and ends with the status that is in the file "status".
setup() {
	common_setup
	mkdir -p site/reports site/days/2026-02-03 programs home
	export HOME=$PWD/home PATH=$PWD/programs:$PATH
	unset XDG_CACHE_HOME GITHUB_TOKEN
	for day in 1 2; do
		a_day "2026-02-0$day"
	done
	echo '# Mine' >site/README.md
	echo 0 >status
	cat >programs/daily <<-END
	#!/bin/sh
	echo "\$*, token \$GITHUB_TOKEN" >>$PWD/called
	read -r status <$PWD/status
	[ "\$status" -gt 1 ] || { echo news; date; } >site/reports/2026-02-03.md
	echo secret >site/days/2026-02-03/log
	exit "\$status"
	END
	chmod +x programs/daily
}

a_day() {
	printf '# Report (%s)\n\n## 摘要\n缓存 <!channel> & more.\n' "$1" \
	    >"site/reports/$1.md"
	jq -nc --arg date "$1" '{kind: "digest", part: "overview",
	    text: "Caches & <!channel> of \($date)."},
	    {kind: "digest", part: "conclusion", text: "No."}' \
	    >"site/reports/$1.ndjson"
}

by_a_person() {
	git -c user.name=person -c user.email=person@example.org "$@"
}

# Makes the site a repository with an upstream "origin.git".
a_repository() {
	export GIT_CONFIG_NOSYSTEM=1
	git init -q --bare -b main origin.git
	git -C site init -q -b main
	git -C site add README.md reports
	by_a_person -C site commit -q -m old
	git -C site remote add origin ../origin.git
	git -C site push -q -u origin main
}

pushed() {
	git -C origin.git ls-tree -r --name-only main | xargs
}

@test "GitHub Actions: the report is made, committed, pushed and handed over" {
	a_repository
	echo '<html>' >site/index.html
	run -0 sh "$schedule/github-actions.sh" site --offline
	assert_output ""
	assert_equal "$(cat called)" "--catch-up --site site --offline, token "
	assert_equal "$(pushed)" "README.md index.html reports/2026-02-01.md\
 reports/2026-02-01.ndjson reports/2026-02-02.md reports/2026-02-02.ndjson\
 reports/2026-02-03.md"
	assert_equal "$(git -C origin.git log -1 --format=%s main)" \
	    "Report of $(date -u +%F)"
	assert_equal "$(ls -A public)" $'README.md\nindex.html\nreports'
	diff -r site/reports public/reports
	assert_equal "$(git -C origin.git log -1 --format=%cn main)" dair
	assert_not_exist home/.gitconfig
}

@test "GitHub Actions: a source that failed warns, the report is pushed" {
	a_repository
	echo 1 >status
	run -0 sh "$schedule/github-actions.sh" site
	assert_output "::warning::A source could not be read; the report says which."
	[[ $(pushed) == *reports/2026-02-03.md ]]
}

@test "GitHub Actions: no report is a failure, and nothing is pushed" {
	a_repository
	echo 3 >status
	run -3 sh "$schedule/github-actions.sh" site
	assert_output "::error::There is no report for a day; see above."
	assert_equal "$(git -C origin.git log --format=%s main)" old
}

@test "GitHub Actions: nothing new makes no commit" {
	a_repository
	printf '#!/bin/sh\n' >programs/daily
	run -0 sh "$schedule/github-actions.sh" site
	assert_equal "$(git -C origin.git log --format=%s main)" old
}

@test "GitHub Actions: what somebody pushed meanwhile stays" {
	a_repository
	git clone -q origin.git other
	echo '# Yours' >other/README.md
	by_a_person -C other commit -q -a -m yours
	git -C other push -q
	run -0 sh "$schedule/github-actions.sh" site
	assert_equal "$(git -C origin.git show main:README.md)" '# Yours'
	[[ $(pushed) == *reports/2026-02-03.md ]]
}

@test "the crontab's command runs daily with the environment's token" {
	mkdir -p home/.config/dair
	line=$(grep -v '^#' "$schedule/crontab" | grep .)
	assert_equal "$(wc -l <<<"$line")" 1
	[[ $line =~ ^[0-9]+\ [0-9]+\ \*\ \*\ \*\ (.*)$ ]]
	line=${BASH_REMATCH[1]}
	refute grep -q % <<<"$line"
	run -0 sh -c "$line"
	echo 'GITHUB_TOKEN=abc' >home/.config/dair/environment
	run -0 sh -c "$line"
	diff called - <<-END
	--quiet --catch-up --site $HOME/ai-infra, token 
	--quiet --catch-up --site $HOME/ai-infra, token abc
	END
}

@test "the options that the recipes give to daily are its own" {
	local count=0

	while read -r option; do
		"$ROOT/daily" --help | grep -q -- "$option" || fail "$option"
		count=$((count + 1))
	done < <(grep -ho 'daily .*' "$schedule"/* | grep -o -- '--[a-z-]*')
	assert [ "$count" -gt 5 ]
}

@test "a mail has the newest report, readable by any mail program" {
	printf '#!/bin/sh\necho "$*" >%s\ncat >%s\n' "$PWD/to" "$PWD/mail" \
	    >programs/sendmail
	chmod +x programs/sendmail
	SENDMAIL=sendmail run -0 sh "$schedule/mail.sh" site a@example.org b@example.org
	assert_equal "$(cat to)" "-i -- a@example.org b@example.org"
	python3 - <<-'END'
	import email, email.policy
	mail = email.message_from_binary_file(
	    open("mail", "rb"), policy=email.policy.strict)
	assert mail["To"] == "a@example.org, b@example.org", mail["To"]
	assert mail["Subject"] == "Daily AI Infra Report (2026-02-02)"
	assert mail.get_content() == open("site/reports/2026-02-02.md").read()
	END
	run -2 sh "$schedule/mail.sh" site
	assert_output "usage: mail.sh SITE ADDRESS..."
}

# Answers one request on loopback with the status $1; its body goes to "body",
# its path to "path".
a_chat() {
	coproc CHAT {
		exec python3 -I - "$1" 2>/dev/null 3>&- <<-'END'
		import http.server, sys
		class Chat(http.server.BaseHTTPRequestHandler):
		    def do_POST(self):
		        length = int(self.headers["Content-Length"])
		        open("body", "wb").write(self.rfile.read(length))
		        open("path", "w").write(self.path)
		        self.send_response(int(sys.argv[1]))
		        self.send_header("Content-Length", "0")
		        self.end_headers()
		server = http.server.HTTPServer(("127.0.0.1", 0), Chat)
		print(server.server_port, flush=True)
		server.handle_request()
		END
	}
	chat=$CHAT_PID # bash forgets it when it ends
	read -r -t 60 port <&"${CHAT[0]}"
	export DAIR_CHAT_URL=http://127.0.0.1:$port/hooks/secret no_proxy='*'
}

@test "a chat is told the newest overview, in which nobody is mentioned" {
	a_chat 200
	run -0 sh "$schedule/chat.sh" site https://example.org/site
	assert_output ""
	wait "$chat"
	assert_equal "$(cat path)" /hooks/secret
	assert_equal "$(jq -r .text body)" "Daily AI Infra Report (2026-02-02)
Caches &amp; &lt;!channel&gt; of 2026-02-02.
https://example.org/site/reports/2026-02-02.md"
}

@test "a chat that refuses is an error, without its address" {
	a_chat 403
	run -22 sh "$schedule/chat.sh" site
	refute_output --partial secret
	DAIR_CHAT_URL='x" url = "y' run -2 sh "$schedule/chat.sh" site
	DAIR_CHAT_URL='' run -2 sh "$schedule/chat.sh" site
	assert_output "usage: DAIR_CHAT_URL=... chat.sh SITE [LINK]"
}
