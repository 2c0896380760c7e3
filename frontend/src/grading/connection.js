import { announce, setText } from "../page/dom.js";

// What the reader is told while the server is away. A stream that is cut off comes back within a second or two, so
// nothing is said about the first moments.

export const GONE = "The server does not answer. This page tries again by itself; your files are kept.";

export const STOPPING = "The server is stopping. This page connects again by itself; your files are kept.";

/** Shows how the connection of a live page is; an empty text means that there is nothing to say. */
export function tellConnection(main, text) {
	const notice = main.querySelector('[data-live-part="connection"]');
	setText(notice, text);
	notice.hidden = !text;
	if (text) {
		announce(text);
	}
}
