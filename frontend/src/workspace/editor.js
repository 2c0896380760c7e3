import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
	EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers,
} from "@codemirror/view";
import { indentation, language } from "./languages.js";
import { mark, remarking } from "./remarks.js";
import { replacing } from "./replacing.js";
import { theme } from "./theme.js";

const NARROW = window.matchMedia("(max-width: 860px)");

/** How long Tab leaves the editor after Escape, unless another key is pressed first. */
const LEAVING = 60_000;

const leaveByTab = { key: "Escape", run: (view) => {
	view.setTabFocusMode(LEAVING);
	return true;
} };

/**
 * Puts an editor in front of a text box. What is typed into it is in the text box at once, and tells so by an event.
 *
 * @param file the file, with its text box
 * @param nonce what allows the style element of editors
 * @param run sends the form
 * @param remarks what is to be said about lines of the file
 */
export function openEditor(file, nonce, run, remarks) {
	const wrapping = new Compartment();
	const syntax = new Compartment();
	const view = new EditorView({
		doc: file.box.value,
		extensions: [
			nonce ? EditorView.cspNonce.of(nonce) : [],
			keymap.of([{ key: "Mod-Enter", run: () => {
				run();
				return true;
			} }]),
			lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), highlightSpecialChars(), history(),
			bracketMatching(), theme, syntax.of([]), wrapping.of(wrap()),
			EditorState.tabSize.of(4), indentUnit.of(indentation(file.box.value, file.syntax)),
			file.given ? reading() : typing(), remarking(remarks),
			keymap.of([...defaultKeymap, ...searchKeymap, leaveByTab]),
			EditorView.contentAttributes.of(attributes(file)),
			EditorView.scrollMargins.of(() => NARROW.matches ? { bottom: file.box.form.querySelector(".bar").offsetHeight } : null),
			EditorView.updateListener.of((update) => update.docChanged && handOver(file.box, update.state.doc.toString())),
		],
	});
	file.box.after(view.dom);
	mark(view, remarks);
	const rewrap = () => view.dispatch({ effects: wrapping.reconfigure(wrap()) });
	NARROW.addEventListener("change", rewrap);
	language(file.syntax).then((support) => view.dispatch({ effects: syntax.reconfigure(support) }));
	return {
		goTo: (line) => {
			view.focus();
			if (line) {
				const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
				view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
			}
		},
		close: () => {
			NARROW.removeEventListener("change", rewrap);
			view.destroy();
		},
	};
}

function typing() {
	return [
		replacing, indentOnInput(), closeBrackets(), autocompletion({ activateOnTyping: false }),
		keymap.of([...closeBracketsKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
	];
}

/** A browser would change the text first, and the editor would have to change it back. */
function reading() {
	return [EditorState.readOnly.of(true), EditorView.domEventHandlers({ beforeinput: () => true })];
}

function wrap() {
	return NARROW.matches ? EditorView.lineWrapping : [];
}

function attributes(file) {
	const leaving = file.given ? "given, to be read" : "code editor. Tab indents. To leave, press Escape, then Tab";
	const described = file.box.getAttribute("aria-describedby");
	return {
		tabindex: "0",
		"aria-label": `${file.path}, ${leaving}`,
		...(described && { "aria-describedby": described, "aria-invalid": "true" }),
	};
}

function handOver(box, text) {
	box.value = text;
	box.dispatchEvent(new Event("input", { bubbles: true }));
}
