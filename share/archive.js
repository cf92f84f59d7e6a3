// The search box of the archive page. Without a script the page is the whole
// list; with it, only the days that have all the words in their date, overview,
// topics or titles are shown, and of their titles those that have one.
const box = document.getElementById("words");
const found = document.getElementById("found");
const days = [...document.querySelectorAll(".day")].map(element => ({
	element,
	text: element.textContent.toLowerCase(),
	details: element.querySelector("details"),
	titles: [...element.querySelectorAll(".titles li")].map(title => ({
		element: title,
		text: title.textContent.toLowerCase(),
	})),
}));

function show() {
	const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
	let count = 0;

	for (const day of days) {
		const fits = words.every(word => day.text.includes(word));
		const hits = day.titles.filter(title =>
			words.some(word => title.text.includes(word)));

		day.element.hidden = !fits;
		count += fits;
		for (const title of day.titles)
			title.element.hidden =
				hits.length > 0 && !hits.includes(title);
		if (day.details)
			day.details.open = fits && hits.length > 0;
	}
	for (const month of document.querySelectorAll(".month"))
		month.hidden = !month.querySelector(".day:not([hidden])");
	found.textContent = words.length > 0 ? `${count} / ${days.length}` : "";
}

box.addEventListener("input", show);
document.getElementById("search").hidden = false;
show();
