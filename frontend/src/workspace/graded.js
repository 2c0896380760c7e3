/** Says of the last results, as soon as somebody types, whether they are about the text in front of the reader. */
export class Graded {
	#panel;
	#texts;

	/** Takes the text of the page, before anything is put into it, for what was graded, where the server says that it is. */
	constructor(form, texts) {
		this.#panel = form.querySelector(".last-run");
		this.#texts = this.#panel?.dataset.graded ? texts() : undefined;
		form.addEventListener("input", (event) => event.target.name === "content" && this.compare(texts()));
	}

	/** Learns from the server whether what it saved is what was graded. */
	learn(saved, graded, shown) {
		if (graded) {
			this.#texts = saved;
		}
		this.compare(shown);
	}

	/** Says what is to be said of a text. */
	compare(shown) {
		if (!this.#panel) {
			return;
		}
		const same = this.#texts !== undefined && JSON.stringify(shown) === JSON.stringify(this.#texts);
		this.#note().hidden = same;
	}

	#note() {
		const known = this.#panel.querySelector("[data-earlier]");
		if (known) {
			return known;
		}
		const note = Object.assign(document.createElement("span"), { className: "muted", textContent: "for an earlier draft" });
		note.dataset.earlier = "";
		this.#panel.querySelector("h3").append(" ", note);
		return note;
	}
}
