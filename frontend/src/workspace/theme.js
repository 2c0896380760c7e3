import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// Colors are variables of the pages, so that light and dark, and what the reader prefers, are decided in one place.

const highlighting = HighlightStyle.define([
	{ tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self], color: "var(--code-keyword)" },
	{ tag: [tags.string, tags.special(tags.string), tags.regexp, tags.character], color: "var(--code-string)" },
	{ tag: [tags.comment, tags.docComment], color: "var(--muted)", fontStyle: "italic" },
	{ tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--code-value)" },
	{ tag: [tags.typeName, tags.className, tags.namespace, tags.annotation, tags.meta], color: "var(--code-type)" },
	{ tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.definition(tags.propertyName)], color: "var(--code-function)" },
	{ tag: tags.invalid, color: "var(--bad)" },
]);

const colors = EditorView.theme({
	"&": { backgroundColor: "var(--panel)", color: "var(--ink)" },
	"&.cm-focused": { outline: "none" },
	".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
	".cm-content": { caretColor: "var(--ink)", padding: ".6rem 0" },
	".cm-line": { padding: "0 .9rem 0 .6rem" },
	".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--muted)", border: "0" },
	".cm-lineNumbers .cm-gutterElement": { padding: "0 .5rem 0 1rem", minWidth: "2.8rem" },
	".cm-activeLine": { backgroundColor: "transparent" },
	".cm-activeLineGutter": { backgroundColor: "transparent" },
	"&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": { backgroundColor: "var(--code-line)" },
	"&.cm-focused .cm-activeLineGutter": { color: "var(--ink)" },
	".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--edge)" },
	".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--bad)" },
	".cm-searchMatch": { backgroundColor: "var(--warn-bg)", outline: "1px solid var(--warn)" },
	".cm-searchMatch-selected": { backgroundColor: "var(--warn-bg)", outline: "2px solid var(--warn)" },
	".cm-panels": { backgroundColor: "var(--bg)", color: "var(--ink)" },
	".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
	".cm-panel.cm-search": { padding: ".5rem 2rem .5rem .9rem", fontFamily: "var(--sans)" },
	".cm-panel.cm-search label": { fontSize: ".88rem" },
	".cm-textfield": { backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "4px", fontSize: ".9rem", minHeight: "36px" },
	".cm-button": { backgroundImage: "none", backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "4px", fontSize: ".9rem", minHeight: "36px" },
	".cm-panel.cm-search [name=close]": { color: "var(--ink)", fontSize: "1.3rem", width: "36px", height: "36px" },
	".cm-tooltip": { backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "4px" },
	".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)" },
	".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--brand)", color: "var(--brand-ink)" },
	".cm-completionDetail": { color: "inherit" },
	// The marks of the library are pictures within the style sheet, which the policy of the page does not allow.
	".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad) 1px", textUnderlineOffset: "3px" },
	".cm-lintRange-active": { backgroundColor: "var(--bad-bg)" },
	".cm-gutter-lint": { width: ".9rem" },
	".cm-gutter-lint .cm-gutterElement": { padding: "0 0 0 .3rem" },
	".cm-lint-marker-error": { content: "normal", width: ".6rem", height: ".6rem", marginTop: ".38rem", borderRadius: "50%", backgroundColor: "var(--bad)" },
	".cm-tooltip-lint": { fontFamily: "var(--sans)", maxWidth: "34rem", padding: "0" },
	".cm-diagnostic-error": { borderLeft: "4px solid var(--bad)", padding: ".35rem .7rem" },
	".cm-specialChar": { color: "var(--bad)" },
});

export const theme = [colors, syntaxHighlighting(highlighting)];
