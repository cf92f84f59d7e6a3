#!/usr/bin/env bats
# fetch-arxiv: documents that would take an hour to read are refused at once.
# shellcheck disable=SC2034 # ends and beginnings are found by their names

load helper

# The beginning of a document of each kind, up to a paper, and its end.
atom='<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>2602.00001</id>'
atom_end='</entry></feed>'
oai='<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><record><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2602.00001</id>'
oai_end='</arXiv></metadata></record></OAI-PMH>'
rss='<rss version="2.0"><channel><item><guid>oai:arXiv.org:2602.00001v1</guid>'
rss_end='</item></channel></rss>'

# Prints $2 for each number up to $1, which comes in place of an ampersand.
many() {
	seq "$1" | sed "s|.*|$2|" | tr -d '\n'
}

# Reads a document of the kind $1, with the file "part" where a paper is told.
read_with_part() {
	local end=$1_end

	{
		echo "${!1}"
		cat part
		echo "${!end}"
	} >document.xml
	run fetch-arxiv --parse document.xml
}

# Fails unless documents of all kinds with "part" in them are refused: $1
assert_all_refused() {
	for kind in atom oai rss; do
		read_with_part "$kind"
		assert_equal "$status" 3
		assert_output "fetch-arxiv: document.xml: $1"
	done
}

@test "more attributes than feeds have, in one element or in its names" {
	{
		echo '<x'
		many 50000 ' a&=""'
		echo '/>'
	} >part
	assert_all_refused "a tag, a comment or a section of over 64 KiB"
	{
		echo '<x'
		many 33 ' a&=""'
		echo '/>'
	} >part
	assert_all_refused "more attributes or names than feeds have"
	many 2000 '<x&/>' >part
	assert_all_refused "more attributes or names than feeds have"
}

@test "more namespaces than feeds have, in one element or in those around it" {
	{
		echo '<x'
		many 33 ' xmlns:a&="b"'
		echo '/>'
	} >part
	assert_all_refused "more attributes or names than feeds have"
	{
		many 33 '<x xmlns:a&="b">'
		many 33 '</x>'
	} >part
	assert_all_refused "more attributes or names than feeds have"
}

@test "a comment, an instruction, a tag or raw text without an end in sight" {
	for part in '<!--x%s-->' '<?x x%s?>' '<x a="%s"/>' \
	    '<x><![CDATA[%s]]></x>'; do
		# shellcheck disable=SC2059 # the part is a format
		printf "$part" "$(head -c 200000 /dev/zero | tr '\0' y)" >part
		assert_all_refused "a tag, a comment or a section of over 64 KiB"
	done
}

@test "what a feed may have of each is read" {
	{
		echo '<x'
		many 25 ' a&=""'
		many 25 ' xmlns:a&="b"'
		echo '/><!--'
		head -c 50000 /dev/zero | tr '\0' y
		echo '-->'
		many 25 '<x xmlns:a&="b">'
		many 25 '</x>'
		many 900 '<x&/>'
	} >part
	for kind in atom oai rss; do
		read_with_part "$kind"
		assert_success
		assert_output --partial '"id":"arxiv:2602.00001"'
	done
}

@test "more categories and authors than a paper has" {
	seq 101 | tr 0-9 a-j | sed 's/.*/<category term="cs.&"\/>/' >part
	read_with_part atom
	assert_output "fetch-arxiv: document.xml: a paper of over 100 categories"
	{
		echo '<categories>'
		seq 200000 | tr 0-9 a-j | sed 's/^/cs./' | head -c 1000000
		echo '</categories>'
	} >part
	read_with_part oai
	assert_output "fetch-arxiv: document.xml: a paper of over 100 categories"
	many 100000 '<author><name>Author &</name></author>' >part
	read_with_part atom
	assert_output "fetch-arxiv: document.xml: a paper of over 1 MiB of authors"
}

@test "quotation marks and groups that do not end stay as they are" {
	for mark in '`' '``a' "\\'{" '{\bf ' '\('; do
		yes "$mark" | head -n 20000 | tr -d '\n' >marks
		{
			echo '<summary>'
			cat marks
			echo '</summary>'
		} >part
		read_with_part atom
		assert_success
		assert_equal "$(jq -r .text <<<"$output" | tr -d ' ' | md5sum)" \
		    "$( (tr -d ' ' <marks; echo) | md5sum)"
	done
}
