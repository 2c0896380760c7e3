/** Unfolds the folded part that the address points into. */
export function reveal() {
	const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
	for (let folded = target && target.closest("details"); folded; folded = folded.parentElement.closest("details")) {
		folded.open = true;
	}
	if (target) {
		target.scrollIntoView({ block: "center" });
	}
}

window.addEventListener("hashchange", reveal);
