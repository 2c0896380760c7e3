/** Sets a text where it changes, so that screen readers hear each text once. */
export function setText(element, text) {
	if (element && element.textContent !== text) {
		element.textContent = text;
	}
}

/** Tells what happened to those who cannot see it. */
export function announce(text) {
	setText(document.getElementById("announcements"), text);
}

/** Waits. */
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks for a document of data; anything but success is an error. */
export async function getJson(address) {
	const response = await fetch(address, { headers: { Accept: "application/json" } });
	if (!response.ok) {
		throw new Error(`${address} answered ${response.status}`);
	}
	return response.json();
}

/** Asks for a page; anything but success is an error. */
export async function getPage(address) {
	const response = await fetch(address, { headers: { Accept: "text/html" } });
	if (!response.ok) {
		throw new Error(`${address} answered ${response.status}`);
	}
	return new DOMParser().parseFromString(await response.text(), "text/html");
}
