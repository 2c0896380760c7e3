import { getJson, pause } from "../page/dom.js";
import { followReadiness, showReadiness } from "../page/readiness.js";
import { GONE, STOPPING, tellConnection } from "./connection.js";
import { show } from "./state.js";

/** Follows a grading by events, or by asking where events do not get through, and then shows its report, or that it was cancelled. */
export function followGrading(main, onReport) {
	let last = 0;
	const follow = async (state) => {
		if (state.sequence > last) {
			last = state.sequence;
			show(main, state);
		}
		if (isOver(state)) {
			await showReport(main, onReport);
			return true;
		}
		return false;
	};
	if (window.EventSource) {
		listen(main, follow);
	}
	else {
		ask(main, follow);
	}
}

const isOver = ({ status }) => status === "finished" || status === "cancelled";

function listen(main, follow) {
	const events = new EventSource(`${main.dataset.live}/events`);
	let patience;
	events.addEventListener("state", async (event) => {
		const state = JSON.parse(event.data);
		if (isOver(state)) {
			events.close();
		}
		await follow(state);
	});
	events.addEventListener("open", () => {
		clearTimeout(patience);
		patience = undefined;
		tellConnection(main, "");
	});
	events.addEventListener("stopping", (event) => {
		tellConnection(main, STOPPING);
		showReadiness(JSON.parse(event.data));
		followReadiness();
	});
	events.addEventListener("error", () => {
		// The browser comes back by itself with Last-Event-ID, unless it gave up.
		if (events.readyState === EventSource.CLOSED) {
			clearTimeout(patience);
			ask(main, follow);
		}
		else {
			patience ??= setTimeout(() => tellConnection(main, GONE), 3000);
		}
	});
}

async function ask(main, follow) {
	while (main.isConnected) {
		try {
			const state = await getJson(`${main.dataset.live}/state`);
			tellConnection(main, "");
			if (await follow(state)) {
				return;
			}
		}
		catch {
			tellConnection(main, GONE);
		}
		await pause(2000);
	}
}

async function showReport(main, onReport) {
	const response = await reportPage(main);
	const next = new DOMParser().parseFromString(await response.text(), "text/html");
	const report = next.getElementById("main");
	if (!response.ok || !report || report.dataset.live) {
		location.reload();
		return;
	}
	const hadFocus = main.contains(document.activeElement);
	main.replaceWith(document.adoptNode(report));
	document.title = next.title;
	if (hadFocus) {
		report.focus();
	}
	onReport(report);
}

async function reportPage(main) {
	for (;;) {
		try {
			return await fetch(location.href, { headers: { Accept: "text/html" } });
		}
		catch {
			tellConnection(main, GONE);
			await pause(2000);
		}
	}
}
