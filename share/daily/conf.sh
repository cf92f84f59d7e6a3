# conf.sh - what daily is told to do, and whether that can be done; daily reads it.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # the variables are daily's

refuse() {
	fail 2 "$conf:$line: $1"
}

# Takes a line "key value" of the configuration, which is data: it is neither
# run nor taken for an option.
set_value() {
	case $2 in
	'') refuse "$1 needs a value" ;;
	-* | *[!A-Za-z0-9./_=:,~+-]*) refuse "$1 cannot have this value" ;;
	esac
	case $1=$2 in
	repo=/* | repo=*/ | repo=*/*/*) refuse "$2: not OWNER/REPO" ;;
	repo=*/*) repos="$repos $2" ;;
	repo=*) refuse "$2: not OWNER/REPO" ;;
	category=*) categories="$categories --category=$2" ;;
	lang=zh | lang=en)
		case "$langs " in
		*" $2 "*) ;;
		*) langs="$langs $2" ;;
		esac
		;;
	lang=*) refuse "$2: not zh or en" ;;
	top=*) top=--top=$2 ;;
	topics=/*) topics=--topics=$2 ;;
	topics=*) topics=--topics=$(dirname "$conf")/$2 ;;
	cache=/*) cache=--cache=$2 ;;
	cache=*) cache=--cache=$(dirname "$conf")/$2 ;;
	links=list | links=inline) links=--links=$2 ;;
	links=*) refuse "$2: not list or inline" ;;
	base=http://* | base=https://*) base=--base=$2 ;;
	base=*) refuse "$2: not a web address" ;;
	past=0* | past=*[!0-9]*) refuse "$2: not a number of reports" ;;
	past=*) past=$2 ;;
	late=*[!0-9]* | late=???*) refuse "$2: not a number of days below 100" ;;
	late=*) late=$2 ;;
	retry=*[!0-9]* | retry=???*) refuse "$2: not a number of days below 100" ;;
	retry=*) retry=$2 ;;
	model=*) models=${models:+$models,}$2 ;;
	jobs=*) jobs=--jobs=$2 ;;
	max-tokens=*) max_tokens=--max-tokens=$2 ;;
	price=*) price=--price=$2 ;;
	diff=yes) diff=--diff ;;
	diff=no) diff= ;;
	diff=*) refuse "$2: not yes or no" ;;
	patience=*[!0-9]*) refuse "$2: not a number of seconds" ;;
	patience=*) patience=$2 ;;
	*) refuse "$1 is not a setting" ;;
	esac
}

read_conf() {
	line=0
	while read -r key value || [ -n "$key" ]; do
		line=$((line + 1))
		key=${key%"$(printf '\r')"}
		case $key in
		'' | '#'*) continue ;;
		esac
		case $value in
		'#'*) value='' ;;
		esac
		value=${value%%[[:space:]]#*}
		set_value "$key" "${value%"${value##*[![:space:]]}"}"
	done <"$conf"
	langs=${langs:- zh}
}
