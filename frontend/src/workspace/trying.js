// The part of the form where code is tried works as an ordinary form. This saves the reload: the server answers with
// the part alone, and what is new in it takes its place. The focus stays where it is.

import { announce } from "../page/dom.js";

const GONE = "The server does not answer. What you typed is still here.";

const REFUSED = "The server refuses this page. Copy what you typed, then reload it.";

/**
 * Makes the buttons for tries answer in place.
 *
 * @param form the form with the files
 * @param goTo leads to a line of a file
 */
export function startTrying(form, goTo) {
	const part = form.querySelector("details.try");
	const button = form.querySelector("[data-try-run]");
	if (!part || !button) {
		return;
	}
	const trial = new Trial(form, part, button);
	part.dataset.scripted = "true";
	part.addEventListener("change", (event) => {
		if (event.target.id === "try-choice") {
			trial.act(part.querySelector("[data-try-choose]"));
		}
	});
	form.addEventListener("click", (event) => {
		const clicked = event.target.closest("[data-try-run], [data-try-act]");
		const place = event.target.closest("[data-goto-file]");
		if (clicked) {
			event.preventDefault();
			trial.act(clicked);
		}
		else if (place) {
			goTo(place.dataset.gotoFile, Number(place.dataset.gotoLine));
		}
	});
	part.addEventListener("keydown", (event) => {
		if (event.key === "Enter" && event.target.id === "try-name" && !event.shiftKey) {
			event.preventDefault();
			event.stopPropagation();
			trial.act(part.querySelector("#try-save"));
		}
	});
	document.addEventListener("keydown", (event) => {
		const asked = event.key === "Enter" && event.shiftKey && (event.ctrlKey || event.metaKey);
		if (asked && !document.querySelector("dialog[open]")) {
			event.preventDefault();
			event.stopPropagation();
			trial.act(button);
		}
	}, { capture: true });
	rememberEvent(part.querySelector("#try-event"));
	trial.revive();
}

/** An event that was typed is there again when one comes back from a report; this browser tab remembers it. */
function rememberEvent(box) {
	const name = `coldstart.event ${location.pathname}`;
	try {
		const kept = sessionStorage.getItem(name);
		if (kept !== null && box.dataset.sent !== "true") {
			box.value = kept;
		}
		box.addEventListener("input", () => sessionStorage.setItem(name, box.value));
		box.addEventListener("change", () => sessionStorage.setItem(name, box.value));
	}
	catch {
		// Storage is off in this browser.
	}
}

class Trial {
	#form;
	#part;
	#button;
	#busy = false;

	constructor(form, part, button) {
		this.#form = form;
		this.#part = part;
		this.#button = button;
	}

	/** Does what a button says. */
	async act(button) {
		if (this.#busy) {
			return;
		}
		this.#begin(button);
		try {
			const address = new URL(button.formAction);
			address.searchParams.set("part", "true");
			const response = await fetch(address, {
				method: "POST", body: new FormData(this.#form), headers: { Accept: "text/html" },
			});
			const answer = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("details.try");
			if (answer) {
				this.#take(answer, button);
			}
			else {
				this.#fail(response.status === 403 ? REFUSED : GONE);
			}
		}
		catch {
			this.#fail(GONE);
		}
		finally {
			this.#end();
		}
	}

	/** Lets what is shown answer keys and clicks. */
	async revive() {
		const result = this.#piece("result");
		result.querySelectorAll("[data-goto-file]").forEach((place) => place.hidden = false);
		if (result.querySelector(".tl-figure")) {
			try {
				(await import("../timeline/timeline.js")).startTimeline(result);
			}
			catch {
				// It did not come through. The figure does without.
			}
		}
	}

	#begin(button) {
		this.#busy = true;
		if (button === this.#button) {
			this.#part.open = true;
			this.#piece("result").setAttribute("aria-busy", "true");
			this.#button.dataset.label ??= this.#button.textContent;
			this.#button.textContent = "Trying …";
		}
	}

	#end() {
		this.#busy = false;
		this.#piece("result").removeAttribute("aria-busy");
		this.#button.textContent = this.#button.dataset.label ?? this.#button.textContent;
	}

	#take(answer, button) {
		const ran = button === this.#button;
		for (const name of ["problem", "choice", "keep", "standing", ...(ran ? ["result"] : [])]) {
			this.#replace(name, answer);
		}
		const box = this.#box();
		const problem = this.#piece("problem").textContent.trim();
		for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", "try-problem"]]) {
			problem ? box.setAttribute(name, value) : box.removeAttribute(name);
		}
		if (ran) {
			this.#tell(problem);
		}
		else if (button.hasAttribute("data-try-choose")) {
			box.value = answer.querySelector("#try-event").value;
			box.dispatchEvent(new Event("change"));
			announce("The event is in the text box.");
		}
		else if (problem) {
			announce(problem);
		}
		else if (button.dataset.tryAct) {
			announce(button.dataset.tryAct);
		}
	}

	/** Puts a new piece in place of the old one; what had the focus has it again. */
	#replace(name, answer) {
		const piece = this.#piece(name);
		const focused = piece.contains(document.activeElement) ? document.activeElement.id : undefined;
		const chosen = answer.querySelector(`[data-try=${name}]`);
		if (piece.isEqualNode(chosen)) {
			return;
		}
		piece.replaceChildren(...chosen.childNodes);
		if (focused) {
			(document.getElementById(focused) ?? this.#box()).focus();
		}
	}

	#tell(problem) {
		const headline = this.#piece("result").querySelector(".try-headline");
		this.#piece("result").scrollTop = 0;
		const news = problem ? this.#piece("problem") : headline;
		announce(news?.textContent.trim() ?? "");
		news?.scrollIntoView({ block: "nearest" });
		this.revive();
	}

	#fail(text) {
		const headline = Object.assign(document.createElement("h2"), { className: "try-headline", textContent: text });
		this.#piece("result").replaceChildren(headline);
		announce(text);
	}

	#piece(name) {
		return this.#part.querySelector(`[data-try=${name}]`);
	}

	#box() {
		return this.#part.querySelector("#try-event");
	}
}
