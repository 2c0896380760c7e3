import { eventsOf } from "./marks.js";

/** Lets the reader look at one invocation: everything else becomes pale in the figure, and leaves the table. */
export function addFilter(figure, main, marks) {
	const invocations = [...main.querySelectorAll("tr.invocation")];
	if (invocations.length < 2) {
		return;
	}
	const label = Object.assign(document.createElement("label"), { className: "tl-filter", textContent: "Look at " });
	const choice = document.createElement("select");
	choice.add(new Option("everything", ""));
	for (const row of invocations) {
		const [at, environment, , , took, status] = [...row.cells].map((cell) => cell.textContent.trim());
		choice.add(new Option(`the invocation in ${environment} at ${at}, ${took}, ${status}`, row.id));
	}
	choice.addEventListener("change", () => show(choice.value, main, marks));
	label.append(choice);
	figure.prepend(label);
}

function show(invocation, main, marks) {
	const isKept = (row) => invocation === "" || row?.dataset.invocation === invocation;
	main.classList.toggle("tl-filtered", invocation !== "");
	for (const mark of marks) {
		mark.classList.toggle("kept", eventsOf(mark).some((event) => isKept(document.getElementById(event))));
	}
	for (const row of main.querySelectorAll(".scroller tbody tr")) {
		row.hidden = !isKept(row);
	}
}
