/** Reads the files of the form as the server wrote them: each has a text box. */
export function readFiles(form) {
	return [...form.querySelectorAll(".file")].map((part) => {
		const box = part.querySelector("textarea");
		return {
			part,
			box,
			label: part.querySelector("label"),
			path: part.dataset.path,
			syntax: part.dataset.syntax,
			given: box.readOnly,
		};
	});
}
