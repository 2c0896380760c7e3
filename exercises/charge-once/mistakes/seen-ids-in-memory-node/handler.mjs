// Charges each order once, however often it is delivered.

import { createHash } from "node:crypto";

const { PSP_URL } = process.env;
const seen = new Map();

/** The order was seen before, with other values. */
class DifferentPayload extends Error {
  name = "DifferentPayload";
}

/** Takes orders from the queue, or a single one from the checkout. */
export const handler = async (event) => {
  if (event.Records === undefined) {
    return chargeOnce(event);
  }
  for (const record of event.Records) {
    await chargeOnce(JSON.parse(record.body));
  }
};

/** Charges an order, or answers as the first time. */
async function chargeOnce(order) {
  const key = `${order.tenantId}#${order.orderId}`;
  const payload = fingerprint(order);
  if (seen.has(key)) {
    const earlier = seen.get(key);
    if (earlier.payload !== payload) {
      throw new DifferentPayload(`Order ${key} came again with other values`);
    }
    return earlier.answer;
  }
  const answer = await charge(order);
  seen.set(key, { payload, answer });
  return answer;
}

/** Reduces what is to be charged to a text that can be compared. */
function fingerprint({ amount, currency }) {
  return createHash("sha256").update(JSON.stringify([amount, currency])).digest("hex");
}

/** Asks the payment provider for one charge. */
async function charge({ orderId, tenantId, amount, currency }) {
  const response = await fetch(`${PSP_URL}/charges`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ orderId, tenantId, amount, currency }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    throw new Error(`The payment provider answered ${response.status}`);
  }
  const receipt = await response.json();
  return { orderId, status: "CHARGED", chargeId: receipt.chargeId, amount: receipt.amount };
}
