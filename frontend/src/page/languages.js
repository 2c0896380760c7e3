// Shows code in the language that a reader chose last, here and in the next lesson.

import { recall, keep } from "./preferences.js";

const CHOICE = "coldstart.language-of-code";

const titleOf = (details) => details.querySelector("summary").textContent;

function show(language) {
	for (const details of document.querySelectorAll(".snippets > details")) {
		if (titleOf(details) === language) {
			details.open = true;
		}
	}
}

/** Opening folds above may move what was clicked; it stays where it was. */
function choose(summary) {
	const before = summary.getBoundingClientRect().top;
	keep(CHOICE, summary.textContent);
	show(summary.textContent);
	window.scrollBy({ top: summary.getBoundingClientRect().top - before, behavior: "instant" });
}

document.addEventListener("click", (event) => {
	const summary = event.target.closest(".snippets > details > summary");
	if (summary) {
		event.preventDefault();
		choose(summary);
	}
});

/** Shows the language that was chosen before. */
export function showChosenLanguage() {
	const language = recall(CHOICE);
	if (language) {
		show(language);
	}
}
