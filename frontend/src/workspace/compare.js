import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";

const marks = EditorView.theme({
	".cm-changedLine": { backgroundColor: "var(--ok-bg)" },
	".cm-deletedChunk": { backgroundColor: "var(--bad-bg)", paddingLeft: ".6rem" },
	".cm-changedText, .cm-deletedText, .cm-deletedChunk .cm-deletedText": { background: "none", textDecoration: "underline" },
	".cm-deletedLine del, .cm-deletedLine": { textDecoration: "none" },
	".cm-changedLine::before": { content: "'+ '", color: "var(--ok)" },
	".cm-deletedLine::before": { content: "'− '", color: "var(--bad)" },
	".cm-changeGutter": { display: "none" },
	".cm-collapsedLines": { background: "var(--bg)", color: "var(--muted)" },
});

/**
 * Shows where two versions of files differ.
 *
 * @param dialog where
 * @param files the files of this page
 * @param others the other version of them
 * @param look what makes editors look as they do: nonce, theme and language
 */
export async function compare(dialog, files, others, look) {
	const theirs = new Map(others.map((file) => [file.path, file.text]));
	const place = dialog.querySelector("[data-compare]");
	const differing = files.filter((file) => theirs.get(file.path) !== file.box.value);
	place.replaceChildren();
	for (const file of differing) {
		const title = document.createElement("h3");
		title.textContent = file.path;
		place.append(title);
		open(place, file, theirs.get(file.path) ?? "", look, await look.language(file.syntax));
	}
	if (differing.length === 0) {
		place.textContent = "Both are the same now.";
	}
	dialog.showModal();
}

function open(place, file, original, { nonce, theme }, support) {
	return new EditorView({
		parent: place,
		doc: file.box.value,
		extensions: [
			nonce ? EditorView.cspNonce.of(nonce) : [],
			lineNumbers(), theme, marks, support, EditorView.lineWrapping, EditorState.readOnly.of(true),
			EditorView.contentAttributes.of({ "aria-label": `${file.path}, compared with the other tab`, tabindex: "0" }),
			unifiedMergeView({ original, mergeControls: false, highlightChanges: true, collapseUnchanged: { margin: 3 } }),
		],
	});
}
