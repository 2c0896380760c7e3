import { announce, setText } from "../page/dom.js";

const part = (root, name) => root.querySelector(`[data-live-part="${name}"]`);

/** Shows the state of a grading that runs. */
export function show(main, state) {
	setText(part(main, "summary"), state.summary);
	state.stages.forEach((stage) => showStage(main.querySelector(`[data-stage="${stage.id}"]`), stage));
	const items = new Map([...main.querySelectorAll("[data-check]")].map((item) => [item.dataset.check, item]));
	for (const check of state.checks) {
		if (items.has(check.id)) {
			showCheck(items.get(check.id), check);
		}
	}
	announce(state.summary);
}

function showStage(item, stage) {
	item.dataset.state = stage.state;
	if (stage.state === "now") {
		item.setAttribute("aria-current", "step");
	}
	else {
		item.removeAttribute("aria-current");
	}
	setText(part(item, "word"), stage.word);
}

function showCheck(item, check) {
	item.dataset.outcome = check.outcome;
	setText(part(item, "sign"), check.sign);
	setText(part(item, "word"), check.word);
	setText(part(item, "message"), check.message ?? "");
	part(item, "message").hidden = !check.message;
}
