#!/bin/sh
# chat.sh - tells a chat of the newest report of a site, through an incoming
# webhook as Slack, Mattermost and Rocket.Chat have it. Needs curl and jq.
#
# usage: chat.sh SITE [LINK]
#
# DAIR_CHAT_URL is the webhook's address: whoever knows it can write to the
# chat, so it comes from the environment and is shown to nobody. LINK is where
# people find the site: the report is at LINK/reports/DATE.md.

set -eu

if [ $# -lt 1 ] || [ $# -gt 2 ] || [ -z "${DAIR_CHAT_URL-}" ]; then
	echo 'usage: DAIR_CHAT_URL=... chat.sh SITE [LINK]' >&2
	exit 2
fi
case $DAIR_CHAT_URL in
*[\"\\]* | *'
'*)
	echo 'chat.sh: DAIR_CHAT_URL is not an address' >&2
	exit 2
	;;
esac

for records in "$1"/reports/????-??-??.ndjson; do
	:
done
date=$(basename "$records" .ndjson)

# Titles and summaries come from strangers: in <...> a chat would find mentions
# and links, so these characters are written as Slack's manual has it.
message=$(jq -n --arg date "$date" --arg link "${2-}" '
	[inputs | select(.kind == "digest" and .part == "overview") | .text]
	| ("Daily AI Infra Report (" + $date + ")\n" + (last // ""))[:2000]
	| gsub("&"; "&amp;") | gsub("<"; "&lt;") | gsub(">"; "&gt;")
	| . + if $link == "" then ""
	      else "\n" + $link + "/reports/" + $date + ".md" end
	| {text: .}' "$records")

printf '%s\n' "$message" | curl --silent --show-error --fail --retry 3 \
	--max-time 60 --header 'Content-Type: application/json' \
	--data-binary @- --output /dev/null --config /dev/fd/3 3<<END
url = "$DAIR_CHAT_URL"
END
