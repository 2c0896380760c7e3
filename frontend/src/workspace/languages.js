const SUPPORTS = {
	java: () => import("./languages/java.js"),
	javascript: () => import("./languages/javascript.js"),
	python: () => import("./languages/python.js"),
	yaml: () => import("./languages/yaml.js"),
};

/** Loads what the editor knows of a syntax. Where that does not come, text is plain, and nothing else is missing. */
export async function language(syntax) {
	if (!SUPPORTS[syntax]) {
		return [];
	}
	try {
		return (await SUPPORTS[syntax]()).support();
	}
	catch {
		return [];
	}
}

/** Returns what a file is indented with: what it uses already, or what is usual. */
export function indentation(text, syntax) {
	const steps = text.split("\n").map((line) => line.match(/^(\t|  +)(?=\S)/)?.[1]).filter(Boolean);
	if (steps.includes("\t")) {
		return "\t";
	}
	const usual = ["javascript", "yaml"].includes(syntax) ? 2 : 4;
	const narrowest = Math.min(...steps.map((step) => step.length));
	return " ".repeat([2, 4, 8].includes(narrowest) ? narrowest : usual);
}
