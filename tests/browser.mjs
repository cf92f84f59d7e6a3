// browser - opens pages from plain files in a real browser, and fails if one
// of them complains, loads anything, is wider than a phone, leads nowhere, or
// is hard to use for some: axe-core is the judge of that.
//
// usage: node browser.mjs MODULES PAGE.html ...
//
// MODULES is the folder with playwright-core and axe-core; CHROMIUM names the
// browser. With SHOTS, a folder, pictures of all pages are put there.
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...pages] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "package.json"));
const { chromium } = require("playwright-core");
const axe = require("axe-core").source;

const sizes = {
	phone: { width: 360, height: 740 },
	desktop: { width: 1280, height: 900 },
};
let failures = 0;

function fail(place, what) {
	console.log(`${place}: ${what}`);
	failures++;
}

async function judge(page, place) {
	const results = await page.evaluate(`(() => {
		const module = { exports: {} };
		${axe};
		return (module.exports.run ?? window.axe.run)(document);
	})()`);
	for (const { id, help, nodes } of results.violations)
		fail(place, `${id}: ${help}: ${nodes[0].html.slice(0, 120)}`);
	return results.passes.length;
}

async function links(page, place) {
	const lost = await page.evaluate(() =>
		[...document.querySelectorAll("a[href^='#']")]
			.map(a => a.getAttribute("href").slice(1))
			.filter(id => !document.getElementById(id)));
	for (const id of lost)
		fail(place, `#${id} leads nowhere`);
}

// The search box finds what is there, and nothing else.
async function search(page, place) {
	const box = page.locator("input[type=search]");
	if (await box.count() === 0)
		return;
	const days = page.locator("li.day");
	const all = await days.count();
	const word = await page.locator("li.day .titles li").first().textContent();
	await box.fill(word.toUpperCase());
	const found = await page.locator("li.day:visible").count();
	if (found < 1 || (all > 1 && found === all))
		fail(place, `searching "${word}" shows ${found} of ${all}`);
	await box.fill("no title has these words");
	if (await page.locator("li.day:visible").count() !== 0)
		fail(place, "what is nowhere is found");
	await box.fill("");
	if (await page.locator("li.day:visible").count() !== all)
		fail(place, "the empty search does not show everything");
}

async function visit(browser, file, size, scheme) {
	const place = `${basename(file)} ${size} ${scheme}`;
	const context = await browser.newContext({
		viewport: sizes[size], colorScheme: scheme,
	});
	const page = await context.newPage();
	page.on("console", said => {
		if (["error", "warning"].includes(said.type()))
			fail(place, `console: ${said.text()}`);
	});
	page.on("pageerror", error => fail(place, `error: ${error.message}`));
	page.on("request", request => {
		if (!request.isNavigationRequest())
			fail(place, `loads ${request.url()}`);
	});
	await page.goto(pathToFileURL(resolve(file)).href);
	const width = await page.evaluate(
		() => document.documentElement.scrollWidth);
	if (width > sizes[size].width)
		fail(place, `is ${width} pixels wide`);
	await links(page, place);
	if (size === "phone" && await judge(page, place) === 0)
		fail(place, "was not judged");
	if (process.env.SHOTS)
		await page.screenshot({
			path: join(process.env.SHOTS,
				`${basename(file, ".html")}.${size}.${scheme}.png`),
			fullPage: !process.env.FOLD,
		});
	await search(page, place);
	await context.close();
}

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu"],
});
for (const file of pages)
	await Promise.all(Object.keys(sizes).flatMap(size =>
		["light", "dark"].map(scheme =>
			visit(browser, file, size, scheme))));
await browser.close();
console.log(`${pages.length} pages, ${failures} complaints`);
process.exit(failures > 0 ? 1 : 0);
