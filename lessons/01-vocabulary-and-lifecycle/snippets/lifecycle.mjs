// Shows which parts of a module belong to an execution environment and which to an invocation.

import { strict as assert } from "node:assert";
// region init
import { randomUUID } from "node:crypto";

// Runs in the Init phase: once for each execution environment.
const environment = randomUUID().slice(0, 8);
const started = Date.now();
let invocations = 0;

/** Runs in the Invoke phase: once for each invocation. */
export const handler = async (event) => {
  invocations += 1;
  return {
    environment,
    invocation: invocations,
    ageSeconds: (Date.now() - started) / 1000,
    orderId: event.orderId,
  };
};
// endregion

const first = await handler({ orderId: "o-1" });
const second = await handler({ orderId: "o-2" });
assert.equal(first.environment, second.environment);
assert.deepEqual([first.invocation, second.invocation], [1, 2]);
