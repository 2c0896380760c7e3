import { forEachDiagnostic, lintGutter, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { keymap } from "@codemirror/view";
import { announce } from "../page/dom.js";

/** Reads what the last run said about lines, as the server wrote it. */
export function readRemarks(form) {
	return [...form.querySelectorAll("[data-remarks] li")].map((item) => ({
		path: item.dataset.file,
		line: Number(item.dataset.line),
		message: item.querySelector("[data-message]").textContent,
		link: item.querySelector("a"),
	}));
}

/** Marks the lines in an editor. F8 leads from one to the next. */
export function remarking(remarks) {
	return remarks.length === 0 ? [] : [lintGutter(), keymap.of([{ key: "F8", run: next }])];
}

/** Puts the marks into an editor that has its text. */
export function mark(view, remarks) {
	const { doc } = view.state;
	const marks = remarks.filter(({ line }) => line <= doc.lines).map(({ line, message }) => {
		const { from, to, text } = doc.line(line);
		return { from: from + text.length - text.trimStart().length, to, severity: "error", message };
	});
	if (marks.length > 0) {
		view.dispatch(setDiagnostics(view.state, marks));
	}
}

/** Leads the links of remarks to the lines in front of the reader instead of those in the report. */
export function followRemarks(form, remarks, reveal) {
	for (const { path, line, link } of remarks) {
		link.addEventListener("click", (event) => {
			if (reveal(path, line)) {
				event.preventDefault();
			}
		});
	}
	const key = form.querySelector("[data-remarks] .by-key");
	if (key) {
		key.hidden = false;
	}
}

function next(view) {
	const moved = nextDiagnostic(view);
	if (moved) {
		announceLine(view);
	}
	return moved;
}

/** Marks move with what is typed, so a mark is asked where it is now. */
function announceLine({ state }) {
	const { number } = state.doc.lineAt(state.selection.main.from);
	const said = [];
	forEachDiagnostic(state, ({ message }, from) => {
		if (state.doc.lineAt(from).number === number) {
			said.push(message);
		}
	});
	announce(`Line ${number}. ${said.join(" ")}`);
}
