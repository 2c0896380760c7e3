// How an invocation ends.

import { setImmediate } from "node:timers/promises";

import { Fault } from "./errors.mjs";

/**
 * Waits for the promise of a handler of nodejs24.x. A promise that was rejected without anybody listening shows first,
 * as in Lambda, because the response waits for one more turn of the event loop.
 */
export async function complete(result) {
  const warn = () => process.stderr.write("The event loop is empty, but the handler is not done: it awaits a promise "
    + "that nothing will settle.\n");
  process.once("beforeExit", warn);
  try {
    const value = await result;
    await setImmediate();
    return response(value);
  } finally {
    process.removeListener("beforeExit", warn);
  }
}

/** Writes a result as JSON. */
export function response(value) {
  try {
    return { body: JSON.stringify(value) ?? "null", contentType: "application/json" };
  } catch (problem) {
    throw new Fault("JSONStringifyError", "Unable to stringify response body", { reason: String(problem) });
  }
}
