import { announce } from "../page/dom.js";
import { sendDraft, sizeOf } from "./sending.js";
import { showFailed, showPending, showSaved } from "./saved.js";

/** How long nothing is typed before a save. */
const QUIET = 1000;

/** How long a save may wait while somebody types without a pause. */
const LONGEST = 8000;

const RETRIES = [2000, 4000, 8000, 15_000, 30_000];

/** What a browser still sends for a page that is gone. */
const KEEPALIVE_BYTES = 60_000;

const GONE = "the server does not answer.";

const REFUSED = "the server refuses this page. Copy what you typed, then reload it.";

/**
 * Saves what is typed while it is typed. Each save names the draft that it was made from; where there is a newer one,
 * nothing is sent until somebody has decided.
 */
export class Draft {
	#form;
	#status;
	#unsaved;
	#graded;
	#onConflict;
	#timer;
	#saving;
	#newer;
	#dirty = false;
	#dirtySince = 0;
	#failures = 0;
	#leaving = false;

	/**
	 * @param form the form with the text boxes
	 * @param unsaved remembers what is not saved
	 * @param graded says what the last results are about
	 * @param onConflict is told of the newer draft
	 */
	constructor(form, unsaved, graded, onConflict) {
		this.#form = form;
		this.#unsaved = unsaved;
		this.#graded = graded;
		this.#status = form.querySelector("[data-saved]");
		this.#onConflict = onConflict;
		form.addEventListener("input", (event) => event.target.name === "content" && this.touch());
		form.addEventListener("submit", (event) => this.#submit(event));
		window.addEventListener("beforeunload", (event) => this.#leave(event));
		window.addEventListener("pageshow", () => this.#leaving = false);
		document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#hide());
		document.addEventListener("keydown", (event) => this.#press(event));
		if (form.dataset.unsaved) {
			this.touch();
		}
	}

	/** Says that something was typed. */
	touch() {
		this.#dirtySince = this.#dirty ? this.#dirtySince : Date.now();
		this.#dirty = true;
		this.#unsaved.keep();
		this.#nameDraft();
		if (!this.#newer && this.#failures === 0) {
			showPending(this.#status);
			this.#schedule(Math.max(0, Math.min(QUIET, this.#dirtySince + LONGEST - Date.now())));
		}
	}

	/** Saves at once what was typed before the page was loaded again. */
	resume() {
		this.touch();
		announce("What you typed before the page was loaded again is back.");
		return this.save();
	}

	/** Saves now, if there is something to save. */
	save() {
		clearTimeout(this.#timer);
		if (!this.#saving && !this.#newer && this.#dirty) {
			this.#dirty = false;
			this.#unsaved.sending();
			const texts = this.#unsaved.texts();
			this.#saving = sendDraft(this.#form)
				.then((response) => this.#accept(response, texts))
				.catch(() => this.#fail(GONE))
				.finally(() => this.#saved());
		}
		return this.#saving ?? Promise.resolve();
	}

	/** Makes this text the draft. The newer draft becomes a copy. */
	keep() {
		this.#adopt(this.#newer.revision, true);
		this.#newer = undefined;
		this.#dirty = true;
		return this.save();
	}

	/** Keeps the text of now as a copy, so that this page can be left for the newer draft. */
	async giveWay() {
		if (this.#dirty) {
			const response = await sendDraft(this.#form);
			if (![200, 409].includes(response.status)) {
				throw new Error(`The copy was not kept: ${response.status}`);
			}
		}
		this.#dirty = false;
		this.#leaving = true;
		this.#unsaved.forget();
	}

	#schedule(milliseconds) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.save(), milliseconds);
	}

	async #accept(response, texts) {
		const answer = await response.json().catch(() => ({}));
		if (response.ok) {
			this.#failures = 0;
			this.#adopt(answer.revision, false);
			this.#unsaved.saved(this.#dirty);
			this.#graded.learn(texts, answer.graded, this.#unsaved.texts());
			this.#form.querySelector(".origin")?.remove();
			showSaved(this.#status, answer.savedAt, this.#dirty);
		}
		else if (response.status === 409 && this.#unsaved.hasSent(answer.files)) {
			this.#adopt(answer.revision, this.#form.elements.replacing.value === "true");
			this.#unsaved.saved(true);
			this.#dirty = true;
			this.#failures = 0;
			this.#schedule(0);
		}
		else if (response.status === 409) {
			this.#failures = 0;
			this.#newer = answer;
			showFailed(this.#status, "Not saved as the draft: another tab has saved something else.");
			this.#onConflict(answer);
		}
		else if (response.status === 422) {
			this.#failures = 0;
			this.#dirty = true;
			showFailed(this.#status, `Not saved: ${answer.message}`);
		}
		else {
			this.#fail([403, 404].includes(response.status) ? REFUSED : answer.message ?? GONE);
		}
	}

	#saved() {
		this.#saving = undefined;
		const typedMeanwhile = this.#dirty && !this.#status.dataset.state;
		if (typedMeanwhile) {
			this.#schedule(QUIET);
		}
	}

	#fail(reason) {
		this.#dirty = true;
		if (this.#failures === 0) {
			announce(`What you typed is not saved yet: ${reason}`);
		}
		showFailed(this.#status, `Not saved yet: ${reason} Trying again.`);
		this.#schedule(RETRIES[Math.min(this.#failures, RETRIES.length - 1)]);
		this.#failures++;
	}

	/** What was made from the starter or a copy is the draft from now on; loaded again, the page shows that. */
	#nameDraft() {
		if (this.#form.elements.replacing.value === "true" && !this.#form.dataset.unsaved) {
			history.replaceState(history.state, "", this.#form.dataset.page);
		}
	}

	#adopt(revision, replacing) {
		this.#form.elements.draft.value = revision;
		this.#form.elements.replacing.value = replacing;
	}

	/** The form has to name the revision that is about to be, so it waits for a save that is under way. */
	#submit(event) {
		if (this.#saving) {
			event.preventDefault();
			this.#saving.then(() => this.#form.requestSubmit(event.submitter));
			return;
		}
		clearTimeout(this.#timer);
		this.#leaving = !event.defaultPrevented;
		if (this.#leaving && this.#form.elements.upload.files.length > 0) {
			this.#unsaved.forget();
		}
	}

	#hide() {
		if (!this.#leaving) {
			this.save();
		}
	}

	#leave(event) {
		if (this.#leaving || !(this.#dirty || this.#saving)) {
			return;
		}
		if (this.#newer || this.#failures > 0 || sizeOf(this.#form) > KEEPALIVE_BYTES) {
			event.preventDefault();
		}
		else {
			sendDraft(this.#form, { keepalive: true }).catch(() => {});
		}
	}

	#press(event) {
		if (event.key === "s" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
			event.preventDefault();
			this.save().then(() => announce(this.#status.textContent));
		}
	}
}
