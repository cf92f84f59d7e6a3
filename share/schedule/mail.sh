#!/bin/sh
# mail.sh - sends the newest report of a site by mail, with sendmail(8), which
# every mail server for Unix brings along.
#
# usage: mail.sh SITE ADDRESS...
#
# For instance, behind daily in a crontab:
#   daily -q --catch-up -o ~/ai-infra; mail.sh ~/ai-infra team@example.org

set -eu

if [ $# -lt 2 ]; then
	echo 'usage: mail.sh SITE ADDRESS...' >&2
	exit 2
fi

for report in "$1"/reports/????-??-??.md; do
	:
done
shift
to=
for address; do
	to="${to:+$to, }$address"
done

{
	printf 'To: %s\n' "$to"
	printf 'Subject: Daily AI Infra Report (%s)\n' "$(basename "$report" .md)"
	printf 'MIME-Version: 1.0\n'
	printf 'Content-Type: text/plain; charset=UTF-8\n'
	printf 'Content-Transfer-Encoding: base64\n\n'
	# The links to other reports lead nowhere from a mail.
	sed '3{/^\[/{N;d;};}' "$report" | base64
} | "${SENDMAIL:-/usr/sbin/sendmail}" -i -- "$@"
