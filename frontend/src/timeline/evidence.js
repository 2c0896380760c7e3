import { byTime, eventsOf, hashOf, isWithinPage } from "./marks.js";

/** Ties the evidence of checks to the marks of its events. */
export class Evidence {
	#marks;
	#links;
	#byEvent;

	constructor(main, marks) {
		this.#marks = marks;
		this.#links = [...main.querySelectorAll(".check dd a[href]")].filter(isWithinPage);
		this.#byEvent = new Map(marks.flatMap((mark) => eventsOf(mark).map((event) => [event, mark])));
	}

	markOf(event) {
		return this.#byEvent.get(event);
	}

	/** Selects the marks of events; returns them by time. */
	select(events) {
		const found = [...new Set(events.map((event) => this.markOf(event)).filter(Boolean))].sort(byTime);
		this.#marks.forEach((mark) => mark.classList.toggle("selected", found.includes(mark)));
		return found;
	}

	/** Marks the links of checks that point at the events of a mark. */
	pointFrom(mark) {
		const events = eventsOf(mark);
		this.#links.forEach((link) => link.classList.toggle("chosen", events.includes(hashOf(link))));
	}

	/** Gives each check that points at something in the figure a way there. */
	addWays(main, go) {
		for (const check of main.querySelectorAll(".check")) {
			const links = this.#links.filter((link) => check.contains(link) && this.markOf(hashOf(link)));
			if (links.length > 0) {
				const button = Object.assign(document.createElement("button"),
					{ type: "button", className: "button tl-show", textContent: "Show in the timeline" });
				button.addEventListener("click", () => go(this.select(links.map(hashOf))[0]));
				links.at(-1).parentElement.append(button);
			}
		}
	}
}
