// Charges each order once: looks first whether it was charged already.

import { createHash } from "node:crypto";

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const { TABLE, PSP_URL } = process.env;

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
  const { Item: earlier } = await dynamodb.send(
    new GetCommand({ TableName: TABLE, Key: { pk: key }, ConsistentRead: true }));
  if (earlier === undefined) {
    const answer = await charge(order);
    await keep(key, payload, answer);
    return answer;
  }
  if (earlier.payload !== payload) {
    throw new DifferentPayload(`Order ${key} came again with other values`);
  }
  return earlier.answer;
}

/** Reduces what is to be charged to a text that can be compared. */
function fingerprint({ amount, currency }) {
  return createHash("sha256").update(JSON.stringify([amount, currency])).digest("hex");
}

/** Keeps the answer, so that a duplicate gets the same one. */
async function keep(key, payload, answer) {
  await dynamodb.send(new PutCommand({ TableName: TABLE, Item: { pk: key, payload, answer } }));
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
