/*
 * The characters that TeX's commands stand for.
 */
#include <string.h>

#include "tex_names.h"

static const struct tex_name letters[] = { { "ss", "ß" }, { "o", "ø" },
	{ "O", "Ø" }, { "l", "ł" }, { "L", "Ł" }, { "aa", "å" }, { "AA", "Å" },
	{ "ae", "æ" }, { "AE", "Æ" }, { "oe", "œ" }, { "OE", "Œ" },
	{ "i", "ı" }, { "j", "ȷ" }, { "dh", "ð" }, { "DH", "Ð" }, { "th", "þ" },
	{ "TH", "Þ" }, { "dj", "đ" }, { "DJ", "Đ" }, { "ng", "ŋ" },
	{ "NG", "Ŋ" }, { NULL, NULL } };

static const struct tex_name marks[] = { { "LaTeX", "LaTeX" }, { "TeX", "TeX" },
	{ "S", "§" }, { "P", "¶" }, { "copyright", "©" }, { "pounds", "£" },
	{ "dots", "…" }, { "ldots", "…" }, { "textendash", "–" },
	{ "textemdash", "—" }, { "textquotedblleft", "“" },
	{ "textquotedblright", "”" }, { "textregistered", "®" },
	{ "texttrademark", "™" }, { "textasciitilde", "~" },
	{ "textbackslash", "\\" }, { "textunderscore", "_" },
	{ "textless", "<" }, { "textgreater", ">" }, { NULL, NULL } };

static const struct tex_name signs[] = { { "times", "×" }, { "pm", "±" },
	{ "sim", "~" }, { "approx", "≈" }, { "leq", "≤" }, { "le", "≤" },
	{ "geq", "≥" }, { "ge", "≥" }, { "neq", "≠" }, { "ll", "≪" },
	{ "gg", "≫" }, { "to", "→" }, { "rightarrow", "→" },
	{ "leftarrow", "←" }, { "uparrow", "↑" }, { "downarrow", "↓" },
	{ "cdot", "·" }, { "dots", "…" }, { "ldots", "…" }, { "infty", "∞" },
	{ NULL, NULL } };

static const struct tex_name fonts[] = { { "textbf", "" }, { "textit", "" },
	{ "emph", "" }, { "texttt", "" }, { "textsc", "" }, { "textrm", "" },
	{ "textsf", "" }, { "textsl", "" }, { "textup", "" },
	{ "textnormal", "" }, { "underline", "" }, { "uline", "" },
	{ "mbox", "" }, { "text", "" }, { NULL, NULL } };

static const struct tex_name switches[] = { { "bf", "" }, { "it", "" },
	{ "em", "" }, { "tt", "" }, { "sc", "" }, { "rm", "" }, { "sf", "" },
	{ "sl", "" }, { "bfseries", "" }, { "itshape", "" }, { "scshape", "" },
	{ "ttfamily", "" }, { NULL, NULL } };

/* An accent as TeX calls it: letters, each before what becomes of it. */
static const struct {
	char accent;
	const char *pairs;
} accents[] = {
	{ '\'',
	    "aáAÁcćCĆeéEÉgǵGǴiíIÍkḱKḰlĺLĹmḿMḾnńNŃoóOÓpṕPṔrŕRŔsśSŚuúUÚ"
	    "wẃWẂyýYÝzźZŹ" },
	{ '`', "aàAÀeèEÈiìIÌnǹNǸoòOÒuùUÙwẁWẀyỳYỲ" },
	{ '^', "aâAÂcĉCĈeêEÊgĝGĜhĥHĤiîIÎjĵJĴoôOÔsŝSŜuûUÛwŵWŴyŷYŶzẑZẐ" },
	{ '"', "aäAÄeëEËhḧHḦiïIÏoöOÖtẗuüUÜwẅWẄxẍXẌyÿYŸ" },
	{ '~', "aãAÃeẽEẼiĩIĨnñNÑoõOÕuũUŨvṽVṼyỹYỸ" },
	{ '=', "aāAĀeēEĒgḡGḠiīIĪoōOŌuūUŪyȳYȲ" },
	{ '.',
	    "aȧAȦbḃBḂcċCĊdḋDḊeėEĖfḟFḞgġGĠhḣHḢIİmṁMṀnṅNṄoȯOȮpṗPṖrṙRṘsṡSṠ"
	    "tṫTṪwẇWẆxẋXẊyẏYẎzżZŻ" },
	{ 'u', "aăAĂeĕEĔgğGĞiĭIĬoŏOŎuŭUŬ" },
	{ 'v',
	    "aǎAǍcčCČdďDĎeěEĚgǧGǦhȟHȞiǐIǏjǰkǩKǨlľLĽnňNŇoǒOǑrřRŘsšSŠtťTŤ"
	    "uǔUǓzžZŽ" },
	{ 'H', "oőOŐuűUŰ" },
	{ 'c', "cçCÇdḑDḐeȩEȨgģGĢhḩHḨkķKĶlļLĻnņNŅrŗRŖsşSŞtţTŢ" },
	{ 'k', "aąAĄeęEĘiįIĮoǫOǪuųUŲ" },
	{ 'r', "aåAÅuůUŮwẘyẙ" },
	{ 'd',
	    "aạAẠbḅBḄdḍDḌeẹEẸhḥHḤiịIỊkḳKḲlḷLḶmṃMṂnṇNṆoọOỌrṛRṚsṣSṢtṭTṬuụUỤ"
	    "vṿVṾwẉWẈyỵYỴzẓZẒ" },
};

static const char *
find(const struct tex_name *names, const char *name, size_t len)
{
	for (; names->name != NULL; names++)
		if (*names->name == *name &&
		    strncmp(names->name, name, len) == 0 &&
		    names->name[len] == '\0')
			return names->text;
	return NULL;
}

const char *
tex_letter(const char *name, size_t len)
{
	return find(letters, name, len);
}

const char *
tex_mark(const char *name, size_t len)
{
	return find(marks, name, len);
}

const char *
tex_sign(const char *name, size_t len)
{
	return find(signs, name, len);
}

bool
tex_is_font(const char *name, size_t len)
{
	return find(fonts, name, len) != NULL;
}

bool
tex_is_switch(const char *name, size_t len)
{
	return find(switches, name, len) != NULL;
}

/* The pairs end in characters of two or three bytes, never in ASCII. */
const char *
tex_accented(char accent, char base)
{
	for (size_t i = 0; i < sizeof accents / sizeof *accents; i++) {
		const char *at;

		if (accents[i].accent != accent)
			continue;
		at = strchr(accents[i].pairs, base);
		return at != NULL ? at + 1 : NULL;
	}
	return NULL;
}
