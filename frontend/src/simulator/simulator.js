// Shows what settings do as soon as they are changed. The server calculates; the address stays that of the form.

import { announce, getPage, pause } from "../page/dom.js";

const SETTLED = 250;

/** Returns the address of what the form says; a guess is for one look only. */
function address(form) {
	const query = new URLSearchParams(new FormData(form));
	query.delete("guess");
	return `${form.action}?${query}`;
}

/** Takes over the outcome, and which fields do something, and leaves the form and the focus alone. */
function show(main, page) {
	const table = main.querySelector("#result details");
	const result = document.adoptNode(page.getElementById("result"));
	if (table?.open) {
		result.querySelector("details")?.setAttribute("open", "");
	}
	main.querySelector("#result").replaceWith(result);
	for (const field of page.querySelectorAll("[data-field]")) {
		main.querySelector(`[data-field="${field.dataset.field}"]`).hidden = field.hidden;
	}
	announce(result.querySelector("[data-sentence]")?.textContent ?? "");
}

/** Follows the form of a simulator, once there is an outcome to follow. */
export function followSettings(main) {
	const form = main.querySelector(".settings");
	if (form.querySelector(".guess")) {
		return;
	}
	let latest = 0;
	const follow = async () => {
		const turn = ++latest;
		await pause(SETTLED);
		if (turn !== latest) {
			return;
		}
		const where = address(form);
		try {
			const page = await getPage(where);
			if (turn === latest) {
				show(main, page);
				history.replaceState(null, "", where);
			}
		}
		catch {
			// The button of the form still works, and says what is wrong.
		}
	};
	form.addEventListener("input", follow);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		follow();
	});
}
