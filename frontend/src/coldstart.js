// Pages work without scripts. These save reloads: live gradings, readiness, one click per form.

import { followGrading } from "./grading/live.js";
import "./page/forms.js";
import { followReadiness } from "./page/readiness.js";
import { reveal } from "./page/reveal.js";

function start(main) {
	if (main.dataset.live) {
		followGrading(main, start);
	}
	reveal();
	document.getElementById("rejection")?.scrollIntoView({ block: "center" });
}

start(document.getElementById("main"));
followReadiness();
