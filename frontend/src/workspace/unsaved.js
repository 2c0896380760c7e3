/**
 * What was typed and is not known to be saved. This browser tab remembers it while its page is loaded again, as the save that a
 * page sends when it is left may come too late for the page that comes next.
 */
export class Unsaved {
	#form;
	#name;
	#sent = [];

	constructor(form) {
		this.#form = form;
		this.#name = `coldstart.unsaved ${form.dataset.draft} ${form.elements.language.value}`;
	}

	/**
	 * Puts back what was typed, where the page shows what that was made from. Anything else is newer and stays.
	 *
	 * @return whether the text boxes have another text now
	 */
	restore() {
		const kept = this.#read();
		if (!kept) {
			return false;
		}
		this.#sent = [kept.texts, kept.sent ?? []];
		const { draft, replacing } = this.#form.elements;
		if (replacing.value === "true" && !this.#form.dataset.unsaved) {
			return false;
		}
		this.forget();
		const revision = Number(draft.value);
		const base = revision === kept.revision;
		const shown = this.texts();
		if (this.#form.dataset.unsaved || same(shown, kept.texts) || !sameFiles(shown, kept.texts)
				|| !base && !(revision === kept.revision + 1 && same(shown, kept.sent))) {
			return false;
		}
		replacing.value = base && kept.replacing;
		this.#boxes().forEach(([, box], index) => box.value = box.readOnly ? box.value : kept.texts[index][1]);
		this.keep();
		return true;
	}

	/** Remembers what is in the text boxes and what it was made from. */
	keep() {
		const { draft, replacing } = this.#form.elements;
		this.#write({
			revision: Number(draft.value), replacing: replacing.value === "true", texts: this.texts(), sent: this.#sent.at(-1),
		});
	}

	/** Says that this text is about to be sent, and may be saved without an answer that says so. */
	sending() {
		this.#sent = [...this.#sent.slice(-1), this.texts()];
		this.keep();
	}

	/**
	 * Says that what was sent is saved.
	 *
	 * @param more whether more was typed since
	 */
	saved(more) {
		this.#sent = [];
		if (more) {
			this.keep();
		}
		else {
			this.forget();
		}
	}

	/** Says whether files are what this tab sent without hearing what became of it. */
	hasSent(files) {
		const texts = files.map(({ path, text }) => [path, text]);
		return texts.length > 0 && this.#sent.some((sent) => same(sorted(texts), sorted(sent)));
	}

	forget() {
		try {
			sessionStorage.removeItem(this.#name);
		}
		catch {
			// Storage is off in this browser.
		}
	}

	#boxes() {
		return [...this.#form.querySelectorAll(".file")].map((part) => [part.dataset.path, part.querySelector("textarea")]);
	}

	/** Returns the files as pairs of path and text. */
	texts() {
		return this.#boxes().map(([path, box]) => [path, box.value]);
	}

	#read() {
		try {
			return JSON.parse(sessionStorage.getItem(this.#name));
		}
		catch {
			return null;
		}
	}

	/** Where there is no room for the text of now, an older one must not come back in its place. */
	#write(kept) {
		try {
			sessionStorage.setItem(this.#name, JSON.stringify(kept));
		}
		catch {
			this.forget();
		}
	}
}

function sameFiles(some, others) {
	return some.length === others.length && some.every(([path], index) => path === others[index][0]);
}

function same(some, others) {
	return Boolean(others) && sameFiles(some, others) && some.every(([, text], index) => unified(text) === unified(others[index][1]));
}

function sorted(texts) {
	return texts.toSorted(([one], [other]) => one < other ? -1 : 1);
}

/** Forms send line breaks in two characters; text boxes have one. */
function unified(text) {
	return text.replaceAll("\r\n", "\n");
}
