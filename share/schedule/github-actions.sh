#!/bin/sh
# github-actions.sh - makes the reports that are missing in a site that is a git
# repository, commits and pushes them, and copies what a web server may show to
# ./public. github-actions.yml calls it; daily must be on PATH.
#
# usage: github-actions.sh SITE [OPTION OF DAILY...]

set -eu

# What people see of a site; and what the next call has to know besides. What
# else lies there is nobody's business.
pages='README.md reports index*.html feed*.xml'
memory=seen

# Prints those of the files that there are.
present() {
	for file; do
		[ ! -e "$file" ] || echo "$file"
	done
}

publish() {
	rm -rf "$1"
	mkdir "$1"
	# shellcheck disable=SC2046,SC2086 # the names have no blanks
	(cd "$site" && tar -cf - $(present $pages)) | tar -C "$1" -xf -
}

# Settings for all calls of git, which are written nowhere: who commits, and that
# the site may be another user's, as it is in a container.
git_settings() {
	export GIT_CONFIG_COUNT=3
	export GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0="$1"
	export GIT_CONFIG_KEY_1=user.name GIT_CONFIG_VALUE_1=dair
	export GIT_CONFIG_KEY_2=user.email
	export GIT_CONFIG_VALUE_2=dair@users.noreply.github.com
}

# Commits what is new, if anything is, behind what others have pushed meanwhile.
commit() {
	cd "$site"
	git_settings "$PWD"
	# shellcheck disable=SC2046,SC2086
	git add --all -- $(present $pages $memory)
	! git diff --cached --quiet || return 0
	git commit --quiet --message "Report of $(date -u +%F)"
	git push --quiet || { git pull --quiet --rebase && git push --quiet; }
}

site=$1
shift
status=0
XDG_CACHE_HOME=${XDG_CACHE_HOME:-$PWD/cache} daily --catch-up --site "$site" \
	"$@" || status=$?
case $status in
0) ;;
1) echo '::warning::A source could not be read; the report says which.' ;;
*) echo '::error::There is no report for a day; see above.' ;;
esac
# Of several days, some may have been made before one could not be.
if [ -e "$site/README.md" ]; then
	(commit)
	publish public
fi
[ "$status" -le 1 ] || exit "$status"
