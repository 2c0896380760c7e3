import { openEditor } from "./editor.js";
import { openTabs } from "./tabs.js";

/**
 * Puts editors in front of all text boxes, behind tabs. Each is made when its tab is first shown.
 *
 * @param files the files
 * @param work the part of the page that holds them
 * @param nonce what allows the style element of editors
 * @param run sends the form
 * @param remarks what is to be said about lines
 */
export function openEditors(files, work, nonce, run, remarks) {
	const open = new Map();
	const show = (file) => {
		if (!open.has(file)) {
			file.box.hidden = true;
			file.label.hidden = true;
			open.set(file, openEditor(file, nonce, run, remarks.filter(({ path }) => path === file.path)));
		}
	};
	work.dataset.editor = "code";
	const tabs = openTabs(files, work.querySelector("[role=tablist]"), show);
	return {
		reveal: (file, line) => {
			tabs.choose(file);
			open.get(file).goTo(line);
		},
		show: (file, line) => {
			tabs.choose(file);
			open.get(file).goTo(line);
			return true;
		},
		close: () => {
			tabs.close();
			for (const [file, editor] of open) {
				editor.close();
				file.box.hidden = false;
				file.label.hidden = false;
			}
			work.dataset.editor = "plain";
		},
	};
}

/** The text boxes as they are. */
export function plainBoxes(work) {
	work.dataset.editor = "plain";
	return {
		reveal: ({ box }, line = 1) => {
			const start = box.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
			box.focus();
			if (line > 1) {
				box.setSelectionRange(start, start);
			}
		},
		show: () => false,
		close: () => {},
	};
}
