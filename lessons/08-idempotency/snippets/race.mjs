// Two deliveries of one order at the same time: first look and then write, or claim in one step.

import { strict as assert } from "node:assert";
import { setTimeout } from "node:timers/promises";

/** Keeps items like DynamoDB: each single operation is atomic, two in a row are not. */
class Table {
  #items = new Map();

  async get(key) {
    await setTimeout(1);
    return this.#items.get(key);
  }

  async put(key, value) {
    await setTimeout(1);
    this.#items.set(key, value);
  }

  async putIfAbsent(key, value) {
    await setTimeout(1);
    if (this.#items.has(key)) {
      return false;
    }
    this.#items.set(key, value);
    return true;
  }
}

// region check-then-act
async function chargeAfterLooking(table, orderId, charge) {
  if (await table.get(orderId) === undefined) {  // both deliveries look ...
    await charge(orderId);                       // ... so both charge ...
    await table.put(orderId, "CHARGED");         // ... and both write it down
  }
}
// endregion

// region claim
async function chargeAfterClaiming(table, orderId, charge) {
  if (await table.putIfAbsent(orderId, "IN_PROGRESS")) {  // only one of them succeeds
    await charge(orderId);
    await table.put(orderId, "CHARGED");
  }
}
// endregion

/** Delivers one order twice at once to a provider that takes its time. */
async function chargesOfTwoDeliveries(worker) {
  const charged = [];
  const charge = async (orderId) => {
    await setTimeout(20);
    charged.push(orderId);
  };
  const table = new Table();
  await Promise.all([worker(table, "o-17", charge), worker(table, "o-17", charge)]);
  return charged.length;
}

assert.equal(await chargesOfTwoDeliveries(chargeAfterLooking), 2);
assert.equal(await chargesOfTwoDeliveries(chargeAfterClaiming), 1);
