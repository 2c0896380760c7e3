// Pages work without scripts. These save reloads: live gradings, readiness, one click per form, an editor for code.

import { followGrading } from "./grading/live.js";
import { awaitPage } from "./grading/waiting.js";
import "./page/forms.js";
import "./page/hints.js";
import { showChosenLanguage } from "./page/languages.js";
import "./page/questions.js";
import { followReadiness } from "./page/readiness.js";
import { reveal } from "./page/reveal.js";
import { startSearch } from "./page/search.js";
import { followSettings } from "./simulator/simulator.js";

function start(main) {
	if (main.dataset.live) {
		followGrading(main, start);
	}
	if (main.dataset.waiting) {
		awaitPage(main, start);
	}
	showChosenLanguage();
	reveal();
	document.getElementById("rejection")?.scrollIntoView({ block: "center" });
	if (main.matches(".workspace")) {
		startWorkspace(main);
	}
	if (main.dataset.simulator) {
		followSettings(main);
	}
	if (main.querySelector(".tl-figure")) {
		startTimeline(main);
	}
}

async function startWorkspace(main) {
	let workspace;
	try {
		workspace = await import("./workspace/workspace.js");
	}
	catch {
		// It did not come through. The text boxes do without.
		return;
	}
	workspace.startWorkspace(main);
}

async function startTimeline(main) {
	let timeline;
	try {
		timeline = await import("./timeline/timeline.js");
	}
	catch {
		// It did not come through. The figure does without.
		return;
	}
	timeline.startTimeline(main);
}

start(document.getElementById("main"));
followReadiness();
startSearch(document.querySelector(".top .search"));
