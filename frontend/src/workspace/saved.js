/** Says when the draft was saved; nothing new while more was typed since. */
export function showSaved(status, moment, pending) {
	if (pending) {
		return;
	}
	const time = document.createElement("time");
	time.dateTime = moment.machine;
	time.textContent = moment.text;
	delete status.dataset.state;
	status.replaceChildren("Saved ", time);
}

/** Says that a save is about to happen. */
export function showPending(status) {
	delete status.dataset.state;
	status.replaceChildren("Saving …");
}

/** Says why nothing was saved. */
export function showFailed(status, text) {
	status.dataset.state = "failed";
	status.replaceChildren(text);
}
