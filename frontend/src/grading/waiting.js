import { announce, getPage, pause, setText } from "../page/dom.js";
import { GONE, tellConnection } from "./connection.js";

/** Asks until a page has what it waits for, and shows that in its place. */
export async function awaitPage(main, onChange) {
	while (main.isConnected) {
		await pause(2000);
		let next;
		try {
			next = (await getPage(main.dataset.waiting)).getElementById("main");
			tellConnection(main, "");
		}
		catch {
			tellConnection(main, GONE);
			continue;
		}
		if (!next?.dataset.waiting) {
			show(main, next, onChange);
			return;
		}
		const summary = summaryOf(next);
		if (summaryOf(main).textContent !== summary.textContent) {
			setText(summaryOf(main), summary.textContent);
			announce(summary.textContent);
		}
	}
}

const summaryOf = (main) => main.querySelector("[data-live-part=summary]");

function show(main, next, onChange) {
	if (!next) {
		location.reload();
		return;
	}
	const hadFocus = main.contains(document.activeElement);
	main.replaceWith(document.adoptNode(next));
	announce(summaryOf(next)?.textContent ?? "");
	if (hadFocus) {
		next.focus();
	}
	onChange(next);
}
