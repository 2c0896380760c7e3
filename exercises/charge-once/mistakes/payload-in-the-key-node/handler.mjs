// Charges each order once, however often it is delivered.

import { createHash } from "node:crypto";

import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const { TABLE, PSP_URL } = process.env;
const CLAIM_SECONDS = Number(process.env.CLAIM_SECONDS);
const KEEP_SECONDS = 30 * 24 * 3600;

/** Another delivery of the order is being worked on. */
class InProgress extends Error {
  name = "InProgress";
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
  const key = `${order.tenantId}#${order.orderId}#${fingerprint(order)}`;
  const earlier = await claim(key);
  if (earlier === undefined) {
    const answer = await charge(order, key);
    await complete(key, answer);
    return answer;
  }
  if (earlier.status === "COMPLETED") {
    return earlier.answer;
  }
  throw new InProgress(`Order ${key} is being charged by another delivery`);
}

/** Reduces what is to be charged to a short text. */
function fingerprint({ amount, currency }) {
  return createHash("sha256").update(JSON.stringify([amount, currency])).digest("hex");
}

/** Claims an order in one step; returns the item that is there already if it cannot be claimed. */
async function claim(key) {
  const now = Date.now() / 1000;
  try {
    await dynamodb.send(new PutCommand({
      TableName: TABLE,
      Item: {
        pk: key,
        status: "IN_PROGRESS",
        claimedUntil: now + CLAIM_SECONDS,
        expiresAt: Math.floor(now) + KEEP_SECONDS,
      },
      ConditionExpression: "attribute_not_exists(pk)"
        + " OR (#status = :inProgress AND claimedUntil < :now)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":inProgress": "IN_PROGRESS", ":now": now },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    }));
    return undefined;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return unmarshall(error.Item);
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
