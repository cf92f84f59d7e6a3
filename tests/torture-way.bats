#!/usr/bin/env bats
# The fetchers under every fault of the way: connections, lengths, silence,
# bytes. See torture.bash.

load helper
load torture

@test "a connection that is reset or closed before an answer" {
	torture '"reset":"before"'
	torture '"close":"before"'
}

@test "a connection that is reset or closed behind an answer" {
	torture '"reset":"after"'
	torture '"close":"after"'
}

@test "an answer that is cut" {
	torture '"truncate":0'
	torture '"truncate":100'
	torture '"truncate":0.5'
	torture '"truncate":0.99'
}

@test "an answer in chunks, whole and cut" {
	torture '"chunked":true'
	torture '"chunked":true,"truncate":0.5'
}

@test "a length that is not the answer's" {
	torture '"length":-10'
	torture '"length":10'
}

@test "an answer that comes in drops, or never" {
	torture '"drip":{"bytes":20000,"every_ms":5}'
	torture '"hang":true'
}

@test "an answer that is a document cut short, or no UTF-8, or has blanks without end" {
	torture '"malformed":true'
	torture '"garble":true' ids
	torture '"bulk":50000000'
}

@test "an answer that is larger than any may be" {
	torture '"bulk":80000000'
}
