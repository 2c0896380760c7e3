import { EditorView } from "@codemirror/view";

/**
 * Replaces what is selected by what is typed. A browser that did it would keep the look of the replaced text with a style
 * attribute, which the policy of the page refuses.
 */
export const replacing = EditorView.domEventHandlers({
	beforeinput(event, view) {
		const { main } = view.state.selection;
		if (event.inputType !== "insertText" || !event.data || main.empty || view.composing) {
			return false;
		}
		const insert = () => view.state.update(view.state.replaceSelection(event.data), {
			userEvent: "input.type", scrollIntoView: true,
		});
		const handlers = view.state.facet(EditorView.inputHandler);
		if (!handlers.some((handle) => handle(view, main.from, main.to, event.data, insert))) {
			view.dispatch(insert());
		}
		return true;
	},
});
