// Opens a hint where it belongs, without leaving the report. The server records it and hands out its text.

async function open(hints, form) {
	const fields = new URLSearchParams(new FormData(form));
	fields.set("part", "true");
	const response = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
	const answer = new DOMParser().parseFromString(await response.text(), "text/html").getElementById(hints.id);
	if (!response.ok || !answer) {
		throw new Error(`${form.action} answered ${response.status}`);
	}
	// What was folded meanwhile stays folded.
	hints.querySelectorAll(".hint:not([open])").forEach((hint) => answer.querySelector(`#${hint.id}`).open = false);
	hints.replaceWith(answer);
	// The hint that was opened has the place of the button now.
	answer.querySelector(".hint:last-of-type > summary").focus();
}

document.addEventListener("submit", async (event) => {
	const form = event.target;
	const hints = form.closest(".hints");
	if (!hints) {
		return;
	}
	event.preventDefault();
	if (form.dataset.asked) {
		return;
	}
	form.dataset.asked = "true";
	try {
		await open(hints, form);
	}
	catch {
		// Without the script it is a page that answers, and that page says what is wrong.
		form.submit();
	}
});
