/*
 * The records of a day, held.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "describe.h"
#include "model/tokens.h"
#include "pile.h"
#include "shares.h"
#include "suspect.h"

enum {
	LEAST_SHOWN = 60 /* tokens without which an item is not asked about */
};

bool
pile_is_full(const struct pile *pile)
{
	return pile->items >= PILE_MAX_ITEMS || pile->bytes >= PILE_MAX_BYTES;
}

static char *
id_of(const struct rec *rec)
{
	struct buf id = { 0 };

	rec_line(rec, "id", &id);
	return id.at;
}

/* Items of a repository compete with those of their kind there. */
static char *
group_of(const struct item *item)
{
	struct buf group = { 0 };

	buf_printf(&group, "%s %s", item->kind, item->repo.at);
	return group.at;
}

static void
add_subject(struct piled *piled, const struct rec *rec, const struct item *item)
{
	struct subject *subject = xmalloc(sizeof *subject);

	piled->kind = item->kind;
	piled->id = id_of(rec);
	piled->title = xstrdup(item->title.at);
	piled->group = group_of(item);
	*subject = (struct subject) { .id = piled->id };
	describe(&subject->shown, item, rec);
	subject->alone = suspect_text(subject->shown.at);
	subject->cut = describe_cut(&subject->shown, DESCRIBE_MAX) ||
	    rec_true(rec, "truncated");
	piled->subject = subject;
}

void
pile_add(struct pile *pile, const struct rec *rec, const struct item *item)
{
	size_t len = rec->object.text.len;
	struct piled *piled;

	pile->at = xgrow(
	    pile->at, &pile->capacity, pile->count + 1, sizeof *pile->at);
	piled = &pile->at[pile->count++];
	*piled = (struct piled) {
		.line = xmalloc(len + 1),
		.len = len,
		.file = rec->file,
		.number = rec->line,
	};
	memcpy(piled->line, rec->object.text.at, len);
	piled->line[len] = '\0';
	pile->bytes += len;
	if (item == NULL)
		return;
	pile->items++;
	add_subject(piled, rec, item);
}

void
pile_ration(struct pile *pile, size_t budget, size_t overhead)
{
	struct share *shares = xmalloc((pile->count + 1) * sizeof *shares);
	size_t count = 0, i = 0;

	for (size_t j = 0; j < pile->count; j++)
		if (pile->at[j].subject != NULL)
			shares[count++] = (struct share) { pile->at[j].group,
				tokens_of(pile->at[j].subject->shown.at) +
				    overhead };
	shares_divide(shares, count, budget, LEAST_SHOWN + overhead);
	for (size_t j = 0; j < pile->count; j++) {
		struct subject *subject = pile->at[j].subject;

		if (subject == NULL)
			continue;
		if (shares[i].tokens == 0)
			subject->state = SUBJECT_LEFT_OUT;
		else if (describe_cut(
			     &subject->shown, shares[i].tokens - overhead))
			subject->cut = true;
		i++;
	}
	free(shares);
}

void
pile_rec(const struct piled *piled, struct rec *rec)
{
	scan_object(&rec->object, piled->line, piled->len);
	rec->file = piled->file;
	rec->line = piled->number;
}

void
pile_free(struct pile *pile)
{
	for (size_t i = 0; i < pile->count; i++) {
		struct piled *piled = &pile->at[i];

		if (piled->subject != NULL)
			subject_free(piled->subject);
		free(piled->subject);
		free(piled->line);
		free(piled->id);
		free(piled->title);
		free(piled->group);
	}
	free(pile->at);
	*pile = (struct pile) { 0 };
}
