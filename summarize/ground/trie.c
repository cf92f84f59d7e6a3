/*
 * Many strings sought at once. Few places of a text begin as one of the
 * strings does, so most of it is passed at one look-up a byte; elsewhere no
 * more than TRIE_LONGEST bytes are compared, however many strings there are.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "trie.h"

enum {
	ROOTS = 65536
};

static size_t
root_of(const char *s)
{
	return (size_t)(unsigned char)s[0] << 8 | (unsigned char)s[1];
}

void
trie_clear(struct trie *trie)
{
	if (trie->count > 0)
		memset(trie->roots, 0, ROOTS * sizeof *trie->roots);
	trie->count = 0;
}

static uint32_t
new_node(struct trie *trie, char byte, uint32_t sibling)
{
	if (trie->count == 0)
		trie->count = 1;
	trie->nodes = xgrow(
	    trie->nodes, &trie->capacity, trie->count + 1, sizeof *trie->nodes);
	trie->nodes[trie->count] = (struct trie_node) {
		.byte = byte,
		.sibling = sibling,
		.value = TRIE_NONE,
	};
	return (uint32_t)trie->count++;
}

static uint32_t
child_of(const struct trie *trie, uint32_t node, char byte)
{
	uint32_t child = trie->nodes[node].child;

	while (child != 0 && trie->nodes[child].byte != byte)
		child = trie->nodes[child].sibling;
	return child;
}

uint32_t
trie_add(struct trie *trie, const char *s, size_t len, uint32_t value)
{
	uint32_t *root, node, old;

	if (trie->roots == NULL) {
		trie->roots = xmalloc(ROOTS * sizeof *trie->roots);
		memset(trie->roots, 0, ROOTS * sizeof *trie->roots);
	}
	root = &trie->roots[root_of(s)];
	if (*root == 0)
		*root = new_node(trie, s[1], 0);
	node = *root;
	for (size_t i = TRIE_SHORTEST; i < len; i++) {
		uint32_t child = child_of(trie, node, s[i]);

		if (child == 0) {
			child = new_node(trie, s[i], trie->nodes[node].child);
			trie->nodes[node].child = child;
		}
		node = child;
	}
	old = trie->nodes[node].value;
	trie->nodes[node].value = value;
	return old;
}

void
trie_seek(const struct trie *trie, const char *s, size_t len,
    void (*found)(void *context, uint32_t value, size_t start, size_t end),
    void *context)
{
	if (trie->count == 0)
		return;
	for (size_t i = 0; i + TRIE_SHORTEST <= len; i++) {
		uint32_t node = trie->roots[root_of(s + i)];

		for (size_t end = i + TRIE_SHORTEST; node != 0; end++) {
			if (trie->nodes[node].value != TRIE_NONE)
				found(context, trie->nodes[node].value, i, end);
			node = end < len ? child_of(trie, node, s[end]) : 0;
		}
	}
}

void
trie_free(struct trie *trie)
{
	free(trie->roots);
	free(trie->nodes);
	*trie = (struct trie) { 0 };
}
