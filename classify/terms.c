/*
 * Lines of terms.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "terms.h"
#include "text.h"

enum {
	MAX_TERM = 200 /* bytes */
};

const char *
terms_word(char **rest)
{
	char *word = *rest + strspn(*rest, " \t"), *end;

	end = word + strcspn(word, " \t");
	*rest = *end != '\0' ? end + 1 : end;
	*end = '\0';
	return word;
}

double
terms_weight(const struct config *file, const char *word, char **rest)
{
	char *end;
	double weight = strtod(word, &end);

	if (end == word || (*end != '\0' && (rest == NULL || *end != '/')) ||
	    !isfinite(weight) || fabs(weight) > 1000)
		config_refuse(file, "not a weight", word);
	if (rest != NULL)
		*rest = end;
	return weight;
}

/* Returns the name of a fact, the same string for the same name. */
static const char *
fact_name(struct topics *topics, const char *name)
{
	size_t first = *map_at(&topics->fact_index, name, topics->fact_count);

	return first < topics->fact_count ? topics->facts[first].name
					  : arena_str(&topics->text, name);
}

static void
add_fact(struct topics *topics, const struct config *file, const char *name)
{
	const char *own;

	if (*name == '\0')
		config_refuse(file, "not a fact", "@");
	own = fact_name(topics, name);
	topics->facts = xgrow(topics->facts, &topics->fact_capacity,
	    topics->fact_count + 1, sizeof *topics->facts);
	topics->facts[topics->fact_count++] = (struct fact) { own,
		topics->line_count - 1 };
}

/* Returns the number of a term. */
static uint16_t
term_at(struct topics *topics, const struct config *file, const char *text)
{
	size_t number;

	if (strlen(text) > MAX_TERM)
		config_refuse(file, "too long for a term", "over 200 bytes");
	number = trie_add(&topics->trie, text);
	if (number == TRIE_NONE)
		config_refuse(file, "not a term of letters and digits",
		    *text != '\0' ? text : "nothing");
	if (number >= topics->term_count) {
		topics->terms = xgrow(topics->terms, &topics->term_capacity,
		    number + 1, sizeof *topics->terms);
		topics->terms[number] =
		    (struct term) { arena_str(&topics->text, text), 0 };
		topics->term_count = number + 1;
	}
	return (uint16_t)number;
}

static void
add_sense(struct topics *topics, const struct config *file, const char *text)
{
	size_t line = topics->line_count - 1;
	struct sense sense = { .line = (uint32_t)line,
		.facet = (unsigned char)topics->lines[line].facet };
	struct term *term;

	sense.at_start_only = *text == '^';
	sense.term = term_at(topics, file, text + sense.at_start_only);
	term = &topics->terms[sense.term];
	topics->senses = xgrow(topics->senses, &topics->sense_capacity,
	    topics->sense_count + 1, sizeof *topics->senses);
	sense.next = term->sense;
	term->sense = (uint32_t)topics->sense_count;
	topics->senses[topics->sense_count++] = sense;
}

/* WEIGHT or TITLE/TEXT */
static void
read_weights(const struct config *file, const char *word,
    const struct facet_rules *rules, struct term_line *line)
{
	char *rest;

	line->title = terms_weight(file, word, &rest);
	line->text = *rest == '/' ? terms_weight(file, rest + 1, NULL)
				  : line->title * rules->in_text;
}

static void
begin_line(struct topics *topics, const struct config *file, size_t section,
    char **text)
{
	enum facet facet = topics->sections[section].facet;
	const struct facet_rules *rules = topics_rules(facet);
	struct term_line line = {
		.section = (uint32_t)section,
		.facet = facet,
		.first = topics->sense_count,
	};

	if (rules->weighed)
		read_weights(file, terms_word(text), rules, &line);
	topics->lines = xgrow(topics->lines, &topics->line_capacity,
	    topics->line_count + 1, sizeof *topics->lines);
	topics->lines[topics->line_count++] = line;
}

bool
terms_read(struct topics *topics, const struct config *file, size_t section,
    char *text, bool goes_on)
{
	struct term_line *line;
	char *term;

	if (!goes_on)
		begin_line(topics, file, section, &text);
	line = &topics->lines[topics->line_count - 1];
	while ((term = strsep(&text, ",")) != NULL) {
		term = text_trim(term);
		if (*term == '\0' && text == NULL &&
		    topics->sense_count > line->first)
			return true;
		if (*term == '@')
			add_fact(topics, file, term + 1);
		else
			add_sense(topics, file, term);
		line->count = topics->sense_count - line->first;
	}
	return false;
}
