// Shows what an answer is worth without leaving the text. The server knows; its answer is put below the question.

import { getPage } from "./dom.js";

/** Takes over the reply, and the order of steps; what was chosen stays as it is. */
function show(section, answered, move) {
	section.querySelector(".reply-says").replaceChildren(...answered.querySelector(".reply-says").childNodes);
	const reply = section.querySelector(".reply");
	const replied = answered.querySelector(".reply");
	reply.dataset.standing = replied.dataset.standing;
	while (reply.children.length > 1) {
		reply.lastElementChild.remove();
	}
	reply.append(...[...replied.children].slice(1));
	const steps = section.querySelector(".steps");
	if (steps && move) {
		steps.replaceWith(answered.querySelector(".steps"));
		focusOn(section, move);
	}
}

/** Stays with the step that moved; at an end the button that leads back is what is left. */
function focusOn(section, move) {
	const button = section.querySelector(`button[value="${move}"]`);
	const other = section.querySelector(`button[value="${move.replace(/up$|down$/, (way) => (way === "up" ? "down" : "up"))}"]`);
	(button.disabled ? other : button).focus();
}

async function ask(section, address, move) {
	try {
		const page = await getPage(address);
		show(section, page.getElementById(section.id), move);
	}
	catch {
		location.assign(address);
	}
}

document.addEventListener("submit", (event) => {
	const form = event.target;
	const section = form.closest(".question");
	// An answer that is recorded is sent as it is.
	if (!section || form.method === "post") {
		return;
	}
	event.preventDefault();
	const query = new URLSearchParams(new FormData(form));
	const button = event.submitter;
	if (button?.name) {
		query.set(button.name, button.value);
	}
	ask(section, `${form.action}?${query}`, button?.name === "move" ? button.value : "");
});

document.addEventListener("click", (event) => {
	const again = event.target.closest("[data-again]");
	const section = again?.closest(".question");
	if (!section) {
		return;
	}
	event.preventDefault();
	const reply = section.querySelector(".reply");
	reply.dataset.standing = "open";
	reply.querySelector(".reply-says").replaceChildren();
	while (reply.children.length > 1) {
		reply.lastElementChild.remove();
	}
	if (!section.querySelector(".steps")) {
		section.querySelector("form").reset();
		for (const field of section.querySelectorAll("[checked]")) {
			field.checked = false;
		}
	}
	section.querySelector("input:not([type=hidden]), .steps button:enabled").focus();
});
