import { setText } from "./dom.js";

// One click sends a form once; a page that comes back from history can be sent again.

document.addEventListener("submit", (event) => {
	const form = event.target;
	const button = event.submitter ?? form.querySelector("button.primary") ?? form.querySelector("button[type=submit]");
	if (event.defaultPrevented || !form.dataset.once || !button) {
		return;
	}
	if (form.dataset.sent) {
		event.preventDefault();
		return;
	}
	form.dataset.sent = "true";
	button.dataset.label = button.textContent;
	setText(button, button.dataset.once ?? form.dataset.once);
	setTimeout(() => button.disabled = true);
});

window.addEventListener("pageshow", () => {
	for (const form of document.querySelectorAll("form[data-sent]")) {
		delete form.dataset.sent;
		for (const button of form.querySelectorAll("button[data-label]")) {
			button.disabled = false;
			setText(button, button.dataset.label);
		}
	}
});

// Ctrl+Enter or Cmd+Enter in a text area sends its form. Tab leaves it, as everywhere.

document.addEventListener("keydown", (event) => {
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.target.matches?.("form[data-once] textarea")) {
		event.preventDefault();
		event.target.form.requestSubmit();
	}
});
