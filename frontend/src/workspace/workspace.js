// The exercise page is a form with text boxes. This puts editors in front of them and saves what is typed.

import { announce } from "../page/dom.js";
import { isOn, remember } from "../page/preferences.js";
import { startConflict } from "./conflict.js";
import { Draft } from "./draft.js";
import { openEditors, plainBoxes } from "./editors.js";
import { readFiles } from "./files.js";
import { Graded } from "./graded.js";
import { nameKeys, startKeys } from "./keys.js";
import { followRemarks, readRemarks } from "./remarks.js";
import { startTrying } from "./trying.js";
import { Unsaved } from "./unsaved.js";

const PLAIN = "coldstart.plain-text-boxes";

/** Starts the workspace of an exercise page. */
export function startWorkspace(main) {
	const work = main.querySelector(".work");
	const form = work.querySelector("form");
	const unsaved = new Unsaved(form);
	const graded = new Graded(form, () => unsaved.texts());
	const restored = unsaved.restore();
	const files = readFiles(form);
	const nonce = main.dataset.styleNonce;
	const remarks = readRemarks(form);
	const open = () => isOn(PLAIN) ? plainBoxes(work)
		: openEditors(files, work, nonce, () => form.requestSubmit(), remarks);
	let editing = open();
	startSwitch(work.querySelector("[data-switch=plain]"), () => {
		editing.close();
		editing = open();
	});
	const draft = new Draft(form, unsaved, graded, startConflict(form, files, nonce, () => draft));
	if (restored) {
		graded.compare(unsaved.texts());
		draft.resume();
	}
	else if (form.querySelector("[data-news]")) {
		announce(form.querySelector("[data-news]").textContent);
	}
	startTrying(form, (path, line) => {
		const file = files.find((one) => one.path === path);
		if (file) {
			editing.reveal(file, line);
		}
	});
	startKeys();
	nameKeys(form);
	followAddress(files, (file) => editing.reveal(file));
	followRemarks(form, remarks, (path, line) => {
		const file = files.find((one) => one.path === path);
		return file ? editing.show(file, line) : false;
	});
}

function startSwitch(button, reopen) {
	const label = () => button.textContent = isOn(PLAIN) ? "Code editor" : "Plain text boxes";
	label();
	button.hidden = false;
	button.addEventListener("click", () => {
		remember(PLAIN, !isOn(PLAIN));
		label();
		reopen();
		announce(isOn(PLAIN) ? "Files are in plain text boxes now." : "Files are in the code editor now.");
	});
}

/** A link to a text box leads to what stands in front of it. */
function followAddress(files, reveal) {
	const follow = () => {
		const file = files.find(({ box }) => `#${box.id}` === location.hash);
		if (file) {
			reveal(file);
		}
	};
	follow();
	window.addEventListener("hashchange", follow);
}
