// What this browser remembers. Where it may not, settings last as long as the page.

const lasting = new Map();

/** Returns what was kept under a name, or null. */
export function recall(name) {
	try {
		return localStorage.getItem(name);
	}
	catch {
		return lasting.get(name) ?? null;
	}
}

/** Keeps a text under a name. */
export function keep(name, value) {
	lasting.set(name, value);
	try {
		localStorage.setItem(name, value);
	}
	catch {
		// Storage is off in this browser.
	}
}

/** Says whether a setting is on. */
export function isOn(name) {
	return recall(name) === "on";
}

/** Switches a setting on or off. */
export function remember(name, on) {
	if (on) {
		keep(name, "on");
		return;
	}
	lasting.delete(name);
	try {
		localStorage.removeItem(name);
	}
	catch {
		// Storage is off in this browser.
	}
}
