// Pages work without this script. It saves reloads: live gradings, readiness, one click per form.

const announcements = document.getElementById("announcements");

function announce(text) {
	if (announcements.textContent !== text) {
		announcements.textContent = text;
	}
}

function setText(element, text) {
	if (element && element.textContent !== text) {
		element.textContent = text;
	}
}

const part = (root, name) => root.querySelector(`[data-live-part="${name}"]`);

async function getJson(address) {
	const response = await fetch(address, { headers: { Accept: "application/json" } });
	if (!response.ok) {
		throw new Error(`${address} answered ${response.status}`);
	}
	return response.json();
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// A grading while it runs: events, or polling where events do not get through.

function show(main, state) {
	setText(part(main, "summary"), state.summary);
	for (const stage of state.stages) {
		const item = main.querySelector(`[data-stage="${stage.id}"]`);
		item.dataset.state = stage.state;
		item.toggleAttribute("aria-current", stage.state === "now");
		if (stage.state === "now") {
			item.setAttribute("aria-current", "step");
		}
		setText(part(item, "word"), stage.word);
	}
	for (const check of state.checks) {
		const item = [...main.querySelectorAll("[data-check]")].find((found) => found.dataset.check === check.id);
		if (item) {
			item.dataset.outcome = check.outcome;
			setText(part(item, "sign"), check.sign);
			setText(part(item, "word"), check.word);
			setText(part(item, "message"), check.message ?? "");
			part(item, "message").hidden = !check.message;
		}
	}
	announce(state.summary);
}

// What the reader is told while the server is away. A stream that is cut off comes back within a second or two, so
// nothing is said about the first moments.

const GONE = "The server does not answer. This page tries again by itself; your files are kept.";

function tellConnection(main, text) {
	const notice = part(main, "connection");
	setText(notice, text);
	notice.hidden = !text;
	if (text) {
		announce(text);
	}
}

async function showReport(main) {
	let response;
	try {
		response = await fetch(location.href, { headers: { Accept: "text/html" } });
	}
	catch {
		tellConnection(main, GONE);
		await pause(2000);
		return showReport(main);
	}
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
	start(report);
}

async function poll(main, follow) {
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

function followGrading(main) {
	let last = 0;
	const follow = async (state) => {
		if (state.sequence > last) {
			last = state.sequence;
			show(main, state);
		}
		if (state.status === "finished") {
			await showReport(main);
			return true;
		}
		return false;
	};
	if (!window.EventSource) {
		poll(main, follow);
		return;
	}
	const events = new EventSource(`${main.dataset.live}/events`);
	events.addEventListener("state", async (event) => {
		const state = JSON.parse(event.data);
		if (state.status === "finished") {
			events.close();
		}
		await follow(state);
	});
	let patience;
	events.addEventListener("open", () => {
		clearTimeout(patience);
		patience = undefined;
		tellConnection(main, "");
	});
	events.addEventListener("stopping", (event) => {
		tellConnection(main, "The server is stopping. This page connects again by itself; your files are kept.");
		showReadiness(JSON.parse(event.data));
		followReadiness();
	});
	events.addEventListener("error", () => {
		// The browser comes back by itself with Last-Event-ID, unless it gave up.
		if (events.readyState === EventSource.CLOSED) {
			clearTimeout(patience);
			poll(main, follow);
		}
		else {
			patience ??= setTimeout(() => tellConnection(main, GONE), 3000);
		}
	});
}

// Readiness of grading, asked until it is there; and as long as this page waits for a report.

function showReadiness(readiness) {
	const chip = document.querySelector(".chip");
	chip.dataset.level = readiness.level;
	chip.title = readiness.summary;
	for (const word of document.querySelectorAll("[data-readiness=word]")) {
		setText(word, readiness.word);
	}
	const live = document.querySelector("main[data-live]");
	if (live && readiness.level === "unavailable") {
		tellConnection(live, [readiness.summary, ...readiness.remedies].join(" "));
		live.dataset.hindered = "true";
	}
	else if (live?.dataset.hindered) {
		delete live.dataset.hindered;
		tellConnection(live, "");
	}
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

let followsReadiness = false;

async function followReadiness() {
	const chip = document.querySelector(".chip");
	if (followsReadiness) {
		return;
	}
	followsReadiness = true;
	while (["preparing", "stopping"].includes(chip.dataset.level) || document.querySelector("main[data-live]")) {
		await pause(2000);
		try {
			showReadiness(await getJson("/readiness"));
		}
		catch {
			// The server is being restarted; ask again.
		}
	}
	followsReadiness = false;
}

// One click sends a form once; a page that comes back from history can be sent again.

document.addEventListener("submit", (event) => {
	const form = event.target;
	const button = form.querySelector("button[type=submit]");
	if (!form.dataset.once || !button) {
		return;
	}
	if (form.dataset.sent) {
		event.preventDefault();
		return;
	}
	form.dataset.sent = "true";
	form.dataset.label = button.textContent;
	setText(button, form.dataset.once);
	setTimeout(() => button.disabled = true);
});

window.addEventListener("pageshow", () => {
	for (const form of document.querySelectorAll("form[data-sent]")) {
		const button = form.querySelector("button[type=submit]");
		delete form.dataset.sent;
		button.disabled = false;
		setText(button, form.dataset.label);
	}
});

// Ctrl+Enter or Cmd+Enter in a text area sends its form. Tab leaves it, as everywhere.

document.addEventListener("keydown", (event) => {
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches?.("form[data-once] textarea")) {
		event.preventDefault();
		event.target.form.requestSubmit();
	}
});

// A link into a folded part unfolds it.

function reveal() {
	const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
	for (let folded = target && target.closest("details"); folded; folded = folded.parentElement.closest("details")) {
		folded.open = true;
	}
	if (target) {
		target.scrollIntoView({ block: "center" });
	}
}

window.addEventListener("hashchange", reveal);

function start(main) {
	if (main.dataset.live) {
		followGrading(main);
	}
	reveal();
	const problem = document.getElementById("rejection");
	problem?.scrollIntoView({ block: "center" });
	if (main.querySelector(".tl-figure")) {
		animate(main);
	}
}

async function animate(main) {
	try {
		const { startTimeline } = await import("./timeline/timeline.js");
		startTimeline(main);
	}
	catch (problem) {
		// It did not come through. The figure does without.
		console.info(problem);
	}
}

start(document.getElementById("main"));
followReadiness();
