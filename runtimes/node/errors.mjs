// What goes wrong, as Lambda reports it.

import { spawnSync } from "node:child_process";
import { types } from "node:util";

const NOISE = [import.meta.dirname, "(node:internal/process/task_queues"];
const PLACE = /^(?:file:\/\/)?\/[^\n]*:\d+\n/;

/** A problem that Lambda itself names, such as Runtime.HandlerNotFound. */
export class Fault extends Error {
  constructor(kind, message, details = {}) {
    super(message);
    Object.assign(this, details);
    Object.defineProperty(this, "name", { value: `Runtime.${kind}` });
  }

  /** Gives another problem the name that Lambda has for it; it keeps its stack. */
  static of(kind, problem) {
    const fault = new Fault(kind, String(problem));
    fault.stack = problem.stack;
    return fault;
  }
}

/** The error object that callers get. */
export function toPayload(error) {
  try {
    return isError(error) ? { errorType: String(error.name), errorMessage: String(error.message), trace: traceOf(error) }
      : { errorType: typeof error, errorMessage: String(error), trace: [] };
  } catch {
    return { errorType: "handled", errorMessage: "The error has no readable message, name or stack", trace: [] };
  }
}

/** The stack of an error without the lines of this runtime and the event loop, which do not help. */
export function traceOf(error) {
  return String(error.stack ?? "").split("\n").filter((line) => !NOISE.some((noise) => line.includes(noise)));
}

/** The frames of whatever was thrown, without the message before them. */
export function framesOf(error) {
  return isError(error) ? traceOf(error).filter((line) => line.startsWith("    at ")) : [];
}

export function isError(value) {
  return types.isNativeError(value)
    || ["name", "message", "stack"].every((field) => typeof value?.[field] === "string");
}

/**
 * Gives a syntax error in an ES module the place that Node.js tells the console but not whoever catches the error.
 * @param problem what loading a module ended with
 * @param files the files that were to be loaded, the last one last
 */
export function withPlace(problem, files) {
  if (problem?.name !== "Runtime.UserCodeSyntaxError" || PLACE.test(problem.stack)) {
    return problem;
  }
  for (const file of files.slice(-20).reverse()) {
    const { status, stderr } = spawnSync(process.execPath, [...process.execArgv, "--check", file],
      { encoding: "utf8", timeout: 2000 });
    const place = PLACE.exec(stderr ?? "");
    if (status !== 0 && place !== null) {
      problem.stack = `${stderr.split("\n\n")[0]}\n\n${problem.stack}`;
      return problem;
    }
  }
  return problem;
}
