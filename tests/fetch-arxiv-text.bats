#!/usr/bin/env bats
# fetch-arxiv: TeX in titles, names and abstracts becomes plain text, and what is
# not TeX stays as it is.
# shellcheck disable=SC2016 # dollars are TeX's

load helper
load upstream
load arxiv

setup() {
	common_setup
}

# Reads lines "TEX => TEXT" and fails unless each title TEX becomes TEXT.
assert_plain() {
	local tex text

	while IFS= read -r line; do
		tex=${line% => *} text=${line#* => }
		tex=${tex//&/&amp;}
		entry 2602.00001v1 2026-02-01T10:00:00Z \
		    "<title>${tex//</&lt;}</title>" | feed 1 |
			fetch-arxiv --parse - >out
		assert_equal "$line: $(jq -r .title out)" "$line: $text"
	done
}

@test "accents in all their forms" {
	assert_plain <<'EOF'
na\"ive F\'ed\'eration => naïve Fédération
G\"{o}del, {\'e}t{\'e}, {\"O}st => Gödel, été, Öst
Erd\H{o}s, \v{S}koda, \v s, Fran\c{c}ois, \c c => Erdős, Škoda, š, François, ç
\'{\i}sland, na\"\i ve, \^{\j} => ísland, naï ve, ĵ
\~nandu, \.Zak, \=a, \u{g}, \k{a}, \r{u}, \d{s} => ñandu, Żak, ā, ğ, ą, ů, ṣ
\` a \`a => \` a à
EOF
}

@test "an accent without a letter that carries it stays" {
	assert_plain <<'EOF'
\textit{\b{Co}upled} => \b{Co}upled
\"quoted\" \'1 \^{xy} \v{} \c => \"quoted\" \'1 \^{xy} \v{} \c
\cc \vs \H{} => \cc \vs \H{}
EOF
}

@test "letters, marks and escapes" {
	assert_plain <<'EOF'
Stra\ss e, \o re, {\O}rsted, \L{}ukasz, \aa\AA, \ae => Straße, øre, Ørsted, Łukasz, åÅ, æ
50\% of A\&B, C\#, \$5, a\_b, \{x\} => 50% of A&B, C#, $5, a_b, {x}
\LaTeX\ and \TeX{}, \S 3, \copyright => LaTeX and TeX, § 3, ©
EOF
}

@test "fonts go, what they set stays" {
	assert_plain <<'EOF'
{\bf Bold} \emph{it \textbf{both}} \textsc{DynaAct} => Bold it both DynaAct
\texttt{a{b}c} {\it x {\em y}} \underline{\'e} => a{b}c x y é
\url{http://a.example/~b_c} \href{https://x.example/}{code} => http://a.example/~b_c code (https://x.example/)
\emph without \textbf {braces} => \emph without \textbf {braces}
EOF
}

@test "quotes, dashes and ties" {
	assert_plain <<'EOF'
``quoted'' and ``\emph{so}'' => “quoted” and “so”
5'', `x' and ``beacon" => 5'', `x' and ``beacon"
a---b, 1--10, x -- y, ---- => a—b, 1–10, x – y, ----
--flag and -4 dB => --flag and -4 dB
Fig.~1, et~al., $x$~is, V:~84 => Fig. 1, et al., $x$ is, V: 84
~5% of 5~10, K ~0.89, x.example/~me => ~5% of 5~10, K ~0.89, x.example/~me
EOF
}

@test "formulas of numbers and signs are plain, all others stay to the byte" {
	assert_plain <<'EOF'
$10\times$ and $2.5 \times$ and $4\!\times\!10^6$ => 10× and 2.5 × and 4×10⁶
$\approx 0.5\%$, $\pm 1$, $\geq$ 0.9, $0.73\rightarrow0.90$ => ≈ 0.5%, ± 1, ≥ 0.9, 0.73→0.90
$10^{-3}$ at $20^\circ$C, MEGS$^{2}$ => 10⁻³ at 20°C, MEGS²
$O(n^2)$, $k$-means, $\emph{x}$, $a--b$, $\alpha$ => $O(n^2)$, $k$-means, $\emph{x}$, $a--b$, $\alpha$
\(x--y\) and \[\emph{z}\] and $$a~b$$ => \(x--y\) and \[\emph{z}\] and $$a~b$$
$2^{x}$ $3_1$ $4^{5$ => $2^{x}$ $3_1$ $4^{5$
EOF
}

@test "prices are no formulas" {
	assert_plain <<'EOF'
$5 and $10 => $5 and $10
from US$5 to US$10 => from US$5 to US$10
$5/$10, $ x $ => $5/$10, $ x $
EOF
}

@test "unknown commands, open groups and other programs' text stay" {
	assert_plain <<'EOF'
\method is \our{} and {a, b} {"k": [1]} => \method is \our{} and {a, b} {"k": [1]}
open \emph{x and {\bf y and $z and ``q => open \emph{x and {\bf y and $z and ``q
C:\new\table multi\-agent \cite{a} a\ => C:\new\table multi\-agent \cite{a} a\
é – “ready” ß => é – “ready” ß
EOF
}

@test "names and abstracts are read the same way, comments stay" {
	entry 2602.00001v1 2026-02-01T10:00:00Z \
	    '<author><name>Kurt G\"odel</name></author>' \
	    $'<summary>It is ``so\nfast\'\' in $2\\\n\\times$.</summary>' \
	    '<arxiv:comment>8 pages, \emph{x}</arxiv:comment>' | feed 1 >feed.xml
	fetch-arxiv --parse feed.xml >out
	assert_equal "$(jq -c '[.authors[0], .comment]' out)" \
	    '["Kurt Gödel","8 pages, \\emph{x}"]'
	assert_equal "$(jq -r .text out)" 'It is “so fast” in 2 ×.'
}

@test "nests of any depth take no time, and lose nothing" {
	for piece in '\emph{' '{\bf ' '``' '$x' '\href{a}{' '{\bf \emph{``'; do
		yes "$piece" | head -n 20000 | tr -d '\n' >nest
		entry 2602.00001v1 2026-02-01T10:00:00Z "<title>$(<nest)</title>" |
			feed 1 | timeout 20 fetch-arxiv --parse - >out
		assert_equal "$(jq -r '.title | length' out)" \
		    "$(sed 's/ $//' nest | wc -m)"
	done
}
