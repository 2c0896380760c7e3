import { tellConnection } from "../grading/connection.js";
import { announce, getJson, pause, setText } from "./dom.js";

let follows = false;

/** Shows whether work can be graded, wherever the page says so. */
export function showReadiness(readiness) {
	const chip = document.querySelector(".chip");
	chip.dataset.level = readiness.level;
	chip.title = readiness.summary;
	for (const word of document.querySelectorAll("[data-readiness=word]")) {
		setText(word, readiness.word);
	}
	showHindrance(readiness);
	showBlock(readiness);
}

/** Asks until grading is ready, and as long as this page waits for a report. */
export async function followReadiness() {
	const chip = document.querySelector(".chip");
	if (follows) {
		return;
	}
	follows = true;
	while (["preparing", "stopping"].includes(chip.dataset.level) || document.querySelector("main[data-live]")) {
		await pause(2000);
		try {
			showReadiness(await getJson("/readiness"));
		}
		catch {
			// The server is being restarted; ask again.
		}
	}
	follows = false;
}

function showHindrance(readiness) {
	const live = document.querySelector("main[data-live]");
	if (live && readiness.level === "unavailable") {
		tellConnection(live, [readiness.summary, ...readiness.remedies].join(" "));
		live.dataset.hindered = "true";
	}
	else if (live?.dataset.hindered) {
		delete live.dataset.hindered;
		tellConnection(live, "");
	}
}

function showBlock(readiness) {
	const block = document.querySelector("[data-readiness=block]");
	if (block && readiness.level === "ready") {
		block.remove();
		announce(readiness.word);
	}
	else if (block) {
		block.dataset.level = readiness.level;
		setText(block.querySelector("[data-readiness=summary]"), readiness.summary);
	}
}
