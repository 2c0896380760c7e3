// Shows what a word finds while it is typed. Without scripts the form leads to the same on a page of its own.

import { announce, getPage, pause } from "./dom.js";

const SETTLED = 150;

const MOST = 8;

/** Makes the search field of the frame a combobox, as the ARIA Authoring Practices describe it. */
export function startSearch(form) {
	const input = form.querySelector("input");
	const popup = form.querySelector(".search-popup");
	const list = popup.querySelector("ul");
	let turn = 0;
	let active = -1;
	input.setAttribute("role", "combobox");

	function close() {
		popup.hidden = true;
		active = -1;
		input.setAttribute("aria-expanded", "false");
		input.removeAttribute("aria-activedescendant");
	}

	function choose(index) {
		const options = [...list.children];
		options.forEach((option, each) => option.setAttribute("aria-selected", String(each === index)));
		active = index;
		if (index < 0) {
			input.removeAttribute("aria-activedescendant");
			return;
		}
		input.setAttribute("aria-activedescendant", options[index].id);
		options[index].scrollIntoView({ block: "nearest" });
	}

	function open(hits) {
		list.replaceChildren(...hits.map(optionOf));
		popup.hidden = hits.length === 0;
		input.setAttribute("aria-expanded", String(hits.length > 0));
		choose(-1);
	}

	async function look() {
		const now = ++turn;
		const words = input.value.trim();
		if (words.length < 2) {
			close();
			return;
		}
		await pause(SETTLED);
		if (now !== turn) {
			return;
		}
		try {
			const page = await getPage(`/search?q=${encodeURIComponent(words)}`);
			if (now === turn && document.activeElement === input) {
				const hits = [...page.querySelectorAll(".hits > li")].slice(0, MOST);
				open(hits);
				announce(hits.length > 0 ? `${hits.length} found, use the arrow keys.` : "Nothing was found.");
			}
		}
		catch {
			// The form still works, and says what is wrong.
		}
	}

	input.addEventListener("input", look);
	input.addEventListener("keydown", (event) => {
		const count = popup.hidden ? 0 : list.children.length;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step && count > 0) {
			event.preventDefault();
			choose(active + step < -1 ? count - 1 : active + step < count ? active + step : -1);
		}
		else if (event.key === "Enter" && active >= 0) {
			event.preventDefault();
			location.assign(list.children[active].dataset.href);
			close();
		}
		else if (event.key === "Escape" && count > 0) {
			event.preventDefault();
			close();
		}
	});
	list.addEventListener("mousedown", (event) => event.preventDefault());
	list.addEventListener("click", (event) => {
		const option = event.target.closest("[role=option]");
		if (option) {
			location.assign(option.dataset.href);
			close();
		}
	});
	form.addEventListener("focusout", (event) => {
		if (!form.contains(event.relatedTarget)) {
			close();
		}
	});
}

/** Makes an option of a hit; texts are copied as texts. */
function optionOf(hit, index) {
	const option = document.createElement("li");
	option.id = `search-hit-${index}`;
	option.setAttribute("role", "option");
	option.setAttribute("aria-selected", "false");
	option.dataset.href = hit.querySelector("a").getAttribute("href");
	for (const name of ["hit-title", "hit-where", "excerpt"]) {
		const part = hit.querySelector(`.${name}`);
		if (part) {
			const copy = document.createElement("span");
			copy.className = name;
			copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
			option.append(copy);
		}
	}
	return option;
}
