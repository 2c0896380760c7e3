import { announce } from "../page/dom.js";
import { language } from "./languages.js";
import { theme } from "./theme.js";

/**
 * Asks what should become of two drafts: this one and the one that another tab saved.
 *
 * @param form the form
 * @param files its files
 * @param nonce what allows the style element of editors
 * @param draft says what the choices do
 */
export function startConflict(form, files, nonce, draft) {
	const panel = form.querySelector("[data-conflict]");
	let newer;
	const on = (choice, act) => panel.querySelector(`[data-choice=${choice}]`).addEventListener("click", act);
	on("keep", async () => {
		panel.hidden = true;
		await draft().keep();
		announce("Yours is the draft now. The other one is kept as a copy.");
	});
	on("take", async () => {
		try {
			await draft().giveWay();
			location.assign(form.dataset.page);
		}
		catch {
			announce("What you typed could not be kept as a copy, so nothing was changed.");
		}
	});
	on("compare", async () => {
		const { compare } = await import("./compare.js");
		compare(document.getElementById("compare"), files, newer.files, { nonce, theme, language });
	});
	return (answer) => {
		newer = answer;
		panel.querySelector("[data-conflict=time]").textContent = answer.savedAt.text;
		panel.hidden = false;
		panel.scrollIntoView({ block: "nearest" });
		announce("Another tab saved something else. Choose what to keep; nothing is lost either way.");
	};
}
