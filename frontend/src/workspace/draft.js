import { announce } from "../page/dom.js";
import { savedText, showFailed, showPending, showSaved } from "./saved.js";

/** How long nothing is typed before a save. */
const QUIET = 1000;

/** How long a save may wait while somebody types without a pause. */
const LONGEST = 8000;

const RETRIES = [2000, 4000, 8000, 15_000, 30_000];

/** What a browser still sends for a page that is gone. */
const KEEPALIVE_BYTES = 60_000;

const GONE = "the server does not answer.";

const OTHER_PAGE = "the server refuses this page. Copy what you typed, then reload it.";

/**
 * Saves what is typed while it is typed. Each save names the draft that it was made from; where there is a newer one,
 * nothing is sent until somebody has decided.
 *
 * @param form the form with the text boxes
 * @param onConflict is told of the newer draft
 */
export function startDraft(form, onConflict) {
	const status = form.querySelector("[data-saved]");
	const state = { dirty: false, since: 0, saving: undefined, failures: 0, newer: undefined, leaving: false };
	let timer;

	const schedule = (milliseconds) => {
		clearTimeout(timer);
		timer = setTimeout(save, milliseconds);
	};

	function save() {
		clearTimeout(timer);
		if (state.saving || state.newer || !state.dirty) {
			return state.saving ?? Promise.resolve();
		}
		state.dirty = false;
		state.saving = send(form, false).then(accept).catch(() => fail(GONE)).finally(() => {
			state.saving = undefined;
			if (state.dirty && !state.newer && state.failures === 0) {
				schedule(QUIET);
			}
		});
		return state.saving;
	}

	async function accept(response) {
		const answer = await response.json().catch(() => ({}));
		if (response.ok) {
			state.failures = 0;
			adopt(answer.revision, false);
			form.querySelector(".origin")?.remove();
			showSaved(status, answer.savedAt, state.dirty);
		}
		else if (response.status === 409) {
			state.newer = answer;
			state.failures = 0;
			showFailed(status, "Not saved as the draft: another tab has saved something else.");
			onConflict(answer);
		}
		else if (response.status === 422) {
			state.failures = 0;
			state.dirty = true;
			showFailed(status, `Not saved: ${answer.message}`);
		}
		else {
			fail([403, 404].includes(response.status) ? OTHER_PAGE : answer.message ?? GONE);
		}
	}

	function fail(reason) {
		state.dirty = true;
		if (state.failures === 0) {
			announce(`What you typed is not saved yet: ${reason}`);
		}
		showFailed(status, `Not saved yet: ${reason} Trying again.`);
		schedule(RETRIES[Math.min(state.failures, RETRIES.length - 1)]);
		state.failures++;
	}

	function adopt(revision, replacing) {
		form.elements.draft.value = revision;
		form.elements.replacing.value = replacing;
	}

	function touch() {
		state.since = state.dirty ? state.since : Date.now();
		state.dirty = true;
		if (!state.newer && state.failures === 0) {
			showPending(status);
			schedule(Math.max(0, Math.min(QUIET, state.since + LONGEST - Date.now())));
		}
	}

	form.addEventListener("input", (event) => {
		if (event.target.name === "content") {
			touch();
		}
	});

	if (form.dataset.unsaved) {
		touch();
	}

	form.addEventListener("submit", (event) => {
		if (!state.saving) {
			clearTimeout(timer);
			state.leaving = !event.defaultPrevented;
			return;
		}
		// The form has to name the revision that is about to be.
		event.preventDefault();
		state.saving.then(() => form.requestSubmit(event.submitter));
	});

	window.addEventListener("pageshow", () => {
		state.leaving = false;
	});

	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden" && !state.leaving) {
			save();
		}
	});

	window.addEventListener("beforeunload", (event) => {
		if (state.leaving || !(state.dirty || state.saving)) {
			return;
		}
		if (state.newer || state.failures > 0 || size(form) > KEEPALIVE_BYTES) {
			event.preventDefault();
		}
		else {
			send(form, true).catch(() => {});
		}
	});

	document.addEventListener("keydown", (event) => {
		if (event.key === "s" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
			event.preventDefault();
			save().then(() => announce(savedText(status)));
		}
	});

	return {
		/** Makes this text the draft. The newer draft becomes a copy. */
		keep: () => {
			adopt(state.newer.revision, true);
			state.newer = undefined;
			state.dirty = true;
			return save();
		},
		/** Keeps the text of now as a copy, and says what the draft is. */
		giveWay: async () => {
			if (state.dirty) {
				const response = await send(form, false);
				if (![200, 409].includes(response.status)) {
					throw new Error(`The copy was not kept: ${response.status}`);
				}
			}
			state.dirty = false;
			state.leaving = true;
		},
	};
}

function body(form) {
	const data = new FormData(form);
	data.delete("upload");
	return data;
}

function size(form) {
	return [...body(form).values()].reduce((sum, value) => sum + new Blob([value]).size, 0);
}

function send(form, keepalive) {
	return fetch(form.dataset.draft, { method: "POST", body: body(form), headers: { Accept: "application/json" }, keepalive });
}
