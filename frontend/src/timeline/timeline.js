// The figure of a run works without this: a mark is a link to what is known of its event. This adds arrow keys,
// selection of what a check points at and the other way round, and the filter by invocation.

import { Evidence } from "./evidence.js";
import { addFilter } from "./filter.js";
import { hashOf, lanesOf } from "./marks.js";
import { destination } from "./walk.js";

/** Makes the figure of a report answer keys and clicks. */
export function startTimeline(main) {
	const figure = main.querySelector(".tl-figure");
	const lanes = lanesOf(figure);
	const marks = lanes.flat();
	const evidence = new Evidence(main, marks);

	function focus(mark, block = "nearest") {
		marks.forEach((other) => other.tabIndex = (other === mark) ? 0 : -1);
		mark.focus({ preventScroll: true });
		mark.scrollIntoView({ block, inline: block });
	}

	function choose(mark) {
		const detail = document.getElementById(hashOf(mark));
		evidence.select([]);
		evidence.pointFrom(mark);
		marks.forEach((other) => other.toggleAttribute("aria-current", false));
		mark.setAttribute("aria-current", "true");
		figure.querySelectorAll(".tl-detail.chosen").forEach((other) => other.classList.remove("chosen"));
		detail.classList.add("chosen");
		return detail;
	}

	function press(mark, event) {
		const next = destination(lanes, mark, event.key);
		if (next) {
			event.preventDefault();
			focus(next);
		}
		else if (event.key === "Enter" || event.key === " ") {
			event.preventDefault();
			choose(mark).focus();
		}
		else if (event.key === "Escape") {
			evidence.select([]);
		}
	}

	figure.classList.add("tl-scripted");
	marks.forEach((mark, index) => mark.tabIndex = (index === 0) ? 0 : -1);
	figure.addEventListener("keydown", (event) => {
		const mark = event.target.closest(".mark");
		const chosen = marks.find((one) => one.hasAttribute("aria-current"));
		if (mark && !event.ctrlKey && !event.metaKey && !event.altKey) {
			press(mark, event);
		}
		else if (chosen && event.key === "Escape" && event.target.closest(".tl-detail")) {
			focus(chosen);
		}
	});
	figure.addEventListener("click", (event) => {
		const mark = event.target.closest(".mark");
		if (mark && event.button === 0 && !event.ctrlKey && !event.metaKey) {
			event.preventDefault();
			focus(mark);
			choose(mark).scrollIntoView({ block: "nearest" });
		}
	});
	evidence.addWays(main, (mark) => focus(mark, "center"));
	addFilter(figure, main, marks);
	followAddress(figure, evidence, choose);
}

/** Selects what the address points at: the description of a mark, or the row of an event. */
function followAddress(figure, evidence, choose) {
	const follow = () => {
		const target = decodeURIComponent(location.hash.slice(1));
		const described = evidence.markOf(target.replace(/^(about|fold)-/, ""));
		if (!figure.isConnected) {
			window.removeEventListener("hashchange", follow);
		}
		else if (described && hashOf(described) === target) {
			choose(described);
		}
		else if (evidence.markOf(target)) {
			evidence.select([target]);
		}
	};
	window.addEventListener("hashchange", follow);
	follow();
}
