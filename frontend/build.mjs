// Builds what browsers load from src/ into the resources of the application:
//
//   npm run build   writes scripts and styles with the hash of their content in their names, a .gz twin of each,
//                   manifest.json, which says what they are called, and THIRD-PARTY.txt
//   npm run check   builds the same in memory and fails when something else is there; tests run this
//
// The output is committed, so that Maven alone builds Coldstart, without Node.js.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const ROOT = dirname(fileURLToPath(import.meta.url));
const TARGET = join(ROOT, "../src/main/resources/static/assets");
const ENTRIES = ["src/coldstart.js", "src/styles/coldstart.css", "src/icon.svg"];
const LICENSE_FILE = /^(licen[cs]e|copying)(\.\w+)?$/i;

/** Returns what esbuild made: the metafile, and contents by file name. */
async function bundle() {
	const result = await build({
		absWorkingDir: ROOT,
		entryPoints: ENTRIES,
		outdir: "out",
		entryNames: "[name]-[hash]",
		chunkNames: "[name]-[hash]",
		assetNames: "[name]-[hash]",
		bundle: true,
		splitting: true,
		minify: true,
		format: "esm",
		target: "es2022",
		charset: "utf8",
		legalComments: "none",
		loader: { ".svg": "copy" },
		metafile: true,
		write: false,
		logLevel: "warning",
	});
	const files = new Map(result.outputFiles.map((file) => [basename(file.path), Buffer.from(file.contents)]));
	return { metafile: result.metafile, files };
}

/** Says for each source that is asked for by itself what it is called, and what it imports at once. */
function manifest({ outputs }) {
	const entries = {};
	for (const [path, output] of Object.entries(outputs)) {
		const source = output.entryPoint ?? (path.endsWith(".svg") ? Object.keys(output.inputs)[0] : undefined);
		if (source) {
			entries[source.replace(/^src\//, "")] = { file: basename(path), imports: staticImports(path, outputs) };
		}
	}
	return sorted(entries);
}

function staticImports(path, outputs, found = new Set()) {
	for (const { path: imported, kind } of outputs[path].imports) {
		if (kind === "import-statement" && !found.has(basename(imported))) {
			found.add(basename(imported));
			staticImports(imported, outputs, found);
		}
	}
	return [...found].sort();
}

/** Lists the packages whose code is in the output, with their licenses. */
function thirdParty({ inputs }) {
	const packages = new Set(Object.keys(inputs).flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
	const parts = [...packages].sort().map((folder) => {
		const about = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
		const license = readdirSync(join(ROOT, folder)).find((name) => LICENSE_FILE.test(name));
		if (!license) {
			throw new Error(`${about.name} comes without a license text`);
		}
		const text = readFileSync(join(ROOT, folder, license), "utf8").replaceAll("\r\n", "\n").trim();
		return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
	});
	const intro = "The scripts in this folder contain code of these packages.\n";
	return [intro, ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

function sorted(entries) {
	return Object.fromEntries(Object.keys(entries).sort().map((key) => [key, entries[key]]));
}

/** Twins have no date, so that the same source gives the same file. */
function withTwins(files) {
	const twins = [...files].map(([name, content]) => [`${name}.gz`, gzipSync(content, { level: 9 })]);
	return new Map([...files, ...twins]);
}

async function everything() {
	const { metafile, files } = await bundle();
	const all = withTwins(files);
	all.set("manifest.json", Buffer.from(`${JSON.stringify(manifest(metafile), undefined, "\t")}\n`));
	all.set("THIRD-PARTY.txt", Buffer.from(thirdParty(metafile)));
	return all;
}

/** Compression differs between releases of Node.js, so twins are compared by what is in them. */
function isSame(name, expected) {
	const path = join(TARGET, name);
	if (!existsSync(path)) {
		return false;
	}
	const found = readFileSync(path);
	return name.endsWith(".gz") ? gunzipSync(found).equals(gunzipSync(expected)) : found.equals(expected);
}

function check(files) {
	const wrong = [...files].filter(([name, content]) => !isSame(name, content)).map(([name]) => `${name} is missing or differs`);
	const left = readdirSync(TARGET).filter((name) => !files.has(name)).map((name) => `${name} is not made by the build`);
	const problems = [...wrong, ...left];
	if (problems.length > 0) {
		console.error(`frontend: ${relative(process.cwd(), TARGET)} is not what the sources give:`);
		problems.forEach((problem) => console.error(`  ${problem}`));
		console.error("Run ./coldstart frontend and commit what it writes.");
		process.exitCode = 1;
	}
}

function write(files) {
	rmSync(TARGET, { recursive: true, force: true });
	mkdirSync(TARGET, { recursive: true });
	for (const [name, content] of files) {
		writeFileSync(join(TARGET, name), content);
	}
	const sizes = [...files].filter(([name]) => name.endsWith(".gz")).map(([name, content]) => [name.slice(0, -3), content.length]);
	sizes.forEach(([name, size]) => console.log(`${(size / 1024).toFixed(1).padStart(8)} KB gzip  ${name}`));
}

const files = await everything();
if (process.argv.includes("--check")) {
	check(files);
}
else {
	write(files);
}
