/*
 * Many strings sought at once: a trie, entered by the first two bytes.
 */
#ifndef TRIE_H
#define TRIE_H

#include <stddef.h>
#include <stdint.h>

enum {
	TRIE_SHORTEST = 2, /* bytes of a string */
	TRIE_LONGEST = 256
};

#define TRIE_NONE UINT32_MAX

struct trie_node {
	uint32_t child, sibling; /* 0: none */
	uint32_t value; /* of the string that ends here, or TRIE_NONE */
	char byte;
};

/* Start with { 0 }. */
struct trie {
	uint32_t *roots; /* by the first two bytes */
	struct trie_node *nodes; /* the first one is not used */
	size_t count, capacity;
};

/* Forgets all strings and keeps the room. */
void trie_clear(struct trie *trie);

/*
 * Adds the `len` bytes at `s`, TRIE_SHORTEST to TRIE_LONGEST, with the number
 * `value`; returns the number that they had before, or TRIE_NONE.
 */
uint32_t trie_add(struct trie *trie, const char *s, size_t len, uint32_t value);

/*
 * Calls `found` for each occurrence of a string in the `len` bytes at `s`,
 * with its number and the bytes that it takes, [start, end).
 */
void trie_seek(const struct trie *trie, const char *s, size_t len,
    void (*found)(void *context, uint32_t value, size_t start, size_t end),
    void *context);

/* Gives everything back. */
void trie_free(struct trie *trie);

#endif
