// Charges each order once, however often it is delivered.

import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const { TABLE, PSP_URL } = process.env;
const CLAIM_SECONDS = Number(process.env.CLAIM_SECONDS);
const KEEP_SECONDS = 30 * 24 * 3600;
const SPARE_MILLIS = 2000;

/** Another delivery of the order is being worked on. */
class InProgress extends Error {
  name = "InProgress";
}

/** The order was seen before, with other values. */
class DifferentPayload extends Error {
  name = "DifferentPayload";
}

/** Takes orders from the queue, or a single one from the checkout. */
export const handler = async (event, context) => {
  if (event.Records === undefined) {
    return chargeOnce(event, context);
  }
  for (const record of event.Records) {
    await chargeOnce(JSON.parse(record.body), context);
  }
};

/** Charges an order, or answers as the first time; waits while another delivery holds the claim. */
async function chargeOnce(order, context) {
  const key = `${order.tenantId}#${order.orderId}`;
  const payload = fingerprint(order);
  for (;;) {
    const { Item: earlier } = await dynamodb.send(
      new GetCommand({ TableName: TABLE, Key: { pk: key }, ConsistentRead: true }));
    if (earlier !== undefined && earlier.payload !== payload) {
      throw new DifferentPayload(`Order ${key} came again with other values`);
    }
    if (earlier?.status === "COMPLETED") {
      return earlier.answer;
    }
    const millisLeft = Math.max(0, 1000 * (earlier?.claimedUntil ?? 0) - Date.now());
    if (millisLeft > context.getRemainingTimeInMillis() - SPARE_MILLIS) {
      throw new InProgress(`Order ${key} is being charged by another delivery`);
    }
    await pause(millisLeft);
    if (await claim(key, payload)) {
      const answer = await charge(order, key);
      await complete(key, answer);
      return answer;
    }
  }
}

/** Reduces what is to be charged to a text that can be compared. */
function fingerprint({ amount, currency }) {
  return createHash("sha256").update(JSON.stringify([amount, currency])).digest("hex");
}

/** Claims an order in one step; returns whether that succeeded. */
async function claim(key, payload) {
  const now = Date.now() / 1000;
  try {
    await dynamodb.send(new PutCommand({
      TableName: TABLE,
      Item: {
        pk: key,
        status: "IN_PROGRESS",
        payload,
        claimedUntil: now + CLAIM_SECONDS,
        expiresAt: Math.floor(now) + KEEP_SECONDS,
      },
      ConditionExpression: "attribute_not_exists(pk)"
        + " OR (#status = :inProgress AND claimedUntil < :now AND payload = :payload)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":inProgress": "IN_PROGRESS", ":now": now, ":payload": payload },
    }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return false;
    }
    throw error;
  }
}

/** Keeps the answer, so that a duplicate gets the same one. */
async function complete(key, answer) {
  await dynamodb.send(new UpdateCommand({
    TableName: TABLE,
    Key: { pk: key },
    UpdateExpression: "SET #status = :completed, answer = :answer",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":completed": "COMPLETED", ":answer": answer },
  }));
}

/** Asks the payment provider for one charge: the same key never charges twice. */
async function charge({ orderId, tenantId, amount, currency }, key) {
  const response = await fetch(`${PSP_URL}/charges`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify({ orderId, tenantId, amount, currency }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    throw new Error(`The payment provider answered ${response.status}`);
  }
  const receipt = await response.json();
  return { orderId, status: "CHARGED", chargeId: receipt.chargeId, amount: receipt.amount };
}
