#!/usr/bin/env bats
# What others make of render's pages and feeds: a browser, an HTML validator, a
# judge of accessibility, two feed readers. `./needs lint` installs them.

load helper

golden=$BATS_TEST_DIRNAME/golden
modules=$ROOT/build/browser

setup_file() {
	export CHROMIUM
	CHROMIUM=$(command -v chromium || command -v chromium-browser || true)
}

# A short day in Chinese, one without sources, a long one in English, and the
# archive.
make_pages() {
	render -t html "$golden/day.zh.ndjson" >zh.html
	echo '{"kind":"status","stage":"s","source":"a","ok":false}' |
		render -l en -t html >failed.html
	python3 "$ROOT/tests/records.py" -n 120 | classify |
		summarize -l en -d | render -l en -t html -d 2026-02-02 >long.html
	for day in 01 02 03; do
		sed "s/Memory/$day &/g; s/\"title\":\"/&Day $day: /" \
		    "$golden/day.zh.ndjson" |
			render -d 2026-02-$day -o reports >told
	done
	index-update README.md </dev/null | render -t html >archive.html
}

@test "a browser shows every page without complaint, narrow and wide, light and dark" {
	[ -n "$CHROMIUM" ] && [ -d "$modules/node_modules/playwright-core" ] ||
		skip "no chromium with playwright-core and axe-core"
	make_pages
	run -0 node "$ROOT/tests/browser.mjs" "$modules" ./*.html
	assert_line "4 pages, 0 complaints"
}

@test "every page is valid HTML" {
	[ -x "$modules/node_modules/.bin/html-validate" ] ||
		skip "no html-validate"
	make_pages
	run -0 "$modules/node_modules/.bin/html-validate" ./*.html
	assert_output ""
}

@test "newsboat and sfeed read all entries of every feed" {
	command -v newsboat && command -v sfeed || skip "no newsboat, no sfeed"
	export HOME=$PWD
	make_pages
	render -t atom -e item "$golden/day.zh.ndjson" >13.xml
	render -t atom "$golden/day.en.ndjson" >1.xml
	index-update README.md </dev/null |
		render -t atom -b https://s.example/ >3.xml
	for count in 13 1 3; do
		assert_equal "$(sfeed <$count.xml | wc -l)" $count
		echo "file://$PWD/$count.xml" >urls
		newsboat -C /dev/null -u urls -c cache.$count -x reload
		run -0 newsboat -C /dev/null -u urls -c cache.$count \
		    -x print-unread
		assert_output "$count unread articles"
	done
	sfeed <13.xml | cut -f 2 | grep -x \
	    'example/serve：tp=1 与 tp=2 的输出不一致'
}
