import { isOn, remember } from "../page/preferences.js";

const OFF = "coldstart.keys-by-question-mark-off";

/** Makes the list of shortcuts open by its button, and by a question mark where nothing is typed. */
export function startKeys() {
	const dialog = document.getElementById("keys");
	const button = document.querySelector("[data-opens=keys]");
	const single = dialog.querySelector("[name=question-mark]");
	nameKeys(dialog);
	button.hidden = false;
	button.addEventListener("click", () => dialog.showModal());
	single.checked = !isOn(OFF);
	single.addEventListener("change", () => remember(OFF, !single.checked));
	document.addEventListener("keydown", (event) => {
		if (event.key === "?" && single.checked && !isTyping(event.target) && !document.querySelector("dialog[open]")) {
			event.preventDefault();
			dialog.showModal();
		}
	});
}

function isTyping(element) {
	return element.isContentEditable || element.matches("input, textarea, select");
}

/** Keyboards of Apple have other names for the same keys. */
export function nameKeys(root) {
	if (/Mac|iPhone|iPad/.test(navigator.platform)) {
		for (const key of root.querySelectorAll("kbd[data-apple]")) {
			key.textContent = key.dataset.apple;
		}
	}
}
