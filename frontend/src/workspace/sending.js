function body(form) {
	const data = new FormData(form);
	data.delete("upload");
	return data;
}

/** Returns about how many bytes a draft is. */
export function sizeOf(form) {
	return [...body(form).values()].reduce((sum, value) => sum + new Blob([value]).size, 0);
}

/** Sends what is typed, without files that were chosen for upload. */
export function sendDraft(form, options) {
	return fetch(form.dataset.draft, {
		method: "POST", body: body(form), headers: { Accept: "application/json" }, ...options,
	});
}
