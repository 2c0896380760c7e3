// Charges each order once and keeps claim and ledger entry together by transactions.

import { createHash } from "node:crypto";

import { DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const { TABLE, PSP_URL } = process.env;
const CLAIM_SECONDS = Number(process.env.CLAIM_SECONDS);

/** Another delivery of the order is being worked on. */
class InProgress extends Error {
  name = "InProgress";
}

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
  const earlier = await openEntry(order, key, payload);
  if (earlier === undefined) {
    const answer = await charge(order, key);
    await bookEntry(key, answer);
    return answer;
  }
  if (earlier.payload !== payload) {
    throw new DifferentPayload(`Order ${key} came again with other values`);
  }
  if (earlier.status === "COMPLETED") {
    return earlier.answer;
  }
  throw new InProgress(`Order ${key} is being charged by another delivery`);
}

/** Reduces what is to be charged to a text that can be compared. */
function fingerprint({ amount, currency }) {
  return createHash("sha256").update(JSON.stringify([amount, currency])).digest("hex");
}

/** Writes claim and ledger entry together; returns the claim that is there already if that fails. */
async function openEntry({ amount, currency }, key, payload) {
  const now = Date.now() / 1000;
  const claim = {
    TableName: TABLE,
    Item: { pk: `CLAIM#${key}`, status: "IN_PROGRESS", payload, claimedUntil: now + CLAIM_SECONDS },
    ConditionExpression: "attribute_not_exists(pk)"
      + " OR (#status = :inProgress AND claimedUntil < :now AND payload = :payload)",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":inProgress": "IN_PROGRESS", ":now": now, ":payload": payload },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
  const entry = { TableName: TABLE, Item: { pk: `LEDGER#${key}`, status: "OPEN", amount, currency } };
  try {
    await dynamodb.send(new TransactWriteCommand({ TransactItems: [{ Put: claim }, { Put: entry }] }));
    return undefined;
  } catch (error) {
    const reason = error instanceof TransactionCanceledException ? error.CancellationReasons[0] : undefined;
    if (reason?.Code === "ConditionalCheckFailed") {
      return unmarshall(reason.Item);
    }
    throw error;
  }
}

/** Completes claim and ledger entry together. */
async function bookEntry(key, answer) {
  const claim = {
    TableName: TABLE,
    Key: { pk: `CLAIM#${key}` },
    UpdateExpression: "SET #status = :completed, answer = :answer",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":completed": "COMPLETED", ":answer": answer },
  };
  const entry = {
    TableName: TABLE,
    Key: { pk: `LEDGER#${key}` },
    UpdateExpression: "SET #status = :booked, chargeId = :chargeId",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":booked": "BOOKED", ":chargeId": answer.chargeId },
  };
  await dynamodb.send(new TransactWriteCommand({ TransactItems: [{ Update: claim }, { Update: entry }] }));
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
