import { left } from "./marks.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const LANES = { ArrowUp: -1, ArrowDown: 1 };

/** Returns the mark that a key leads to, or nothing at an end, or undefined for other keys. */
export function destination(lanes, mark, key) {
	const row = lanes.findIndex((lane) => lane.includes(mark));
	if (key === "Home" || key === "End") {
		return lanes[row].at((key === "Home") ? 0 : -1);
	}
	if (key in STEPS) {
		return lanes[row][lanes[row].indexOf(mark) + STEPS[key]] ?? mark;
	}
	if (key in LANES) {
		return nearest(lanes[row + LANES[key]], mark) ?? mark;
	}
	return undefined;
}

function nearest(lane, mark) {
	return lane?.reduce((best, other) =>
		(Math.abs(left(other) - left(mark)) < Math.abs(left(best) - left(mark))) ? other : best);
}
