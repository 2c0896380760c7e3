/** Says which events a mark stands for. */
export const eventsOf = (mark) => mark.dataset.events.split(" ");

/** Says where a mark begins. */
export const left = (mark) => mark.querySelector("rect").x.baseVal.value;

export const byTime = (one, other) => left(one) - left(other);

/** Says what a link within the page points at. */
export const hashOf = (link) => link.getAttribute("href").split("#")[1] ?? "";

export const isWithinPage = (link) => link.getAttribute("href").startsWith("#");

/** Returns the marks of each lane from left to right. */
export function lanesOf(figure) {
	return [...figure.querySelectorAll(".lane")]
		.map((lane) => [...lane.querySelectorAll(".mark")].sort(byTime))
		.filter((marks) => marks.length > 0);
}
