# Papers of the corpus as records, with the label of a reader where there is
# one: 1 for core, 0.15 for peripheral, 0 for all others of a day that was
# labelled. $gold: the labelled papers; $days: whose labels may be used.

($gold | map({key: .id, value: .relevant}) | from_entries) as $relevant |
inputs |
.listed as $day |
{kind: "paper", id: "arxiv:\(.id)", title, text: .abstract, authors,
 categories, listed} +
if $days | index($day) then
	{label: [0, 0.15, 1][$relevant[.id] // 0]}
else {} end
