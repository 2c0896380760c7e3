// What this browser remembers. Where it may not, settings last as long as the page.

const lasting = new Map();

/** Says whether a setting is on. */
export function isOn(name) {
	try {
		return localStorage.getItem(name) === "on";
	}
	catch {
		return lasting.get(name) === true;
	}
}

/** Switches a setting on or off. */
export function remember(name, on) {
	lasting.set(name, on);
	try {
		if (on) {
			localStorage.setItem(name, "on");
		}
		else {
			localStorage.removeItem(name);
		}
	}
	catch {
		// Storage is off in this browser.
	}
}
