// Charges orders with a key that tells the payment provider which requests belong together.

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const { TABLE, PSP_URL } = process.env;

/** Takes orders from the queue, or a single one from the checkout. */
export const handler = async (event) => {
  if (event.Records === undefined) {
    return charge(event);
  }
  for (const record of event.Records) {
    await charge(JSON.parse(record.body));
  }
};

/** Charges the card, then writes down that it is done. */
async function charge(order) {
  const receipt = await requestCharge(order);
  await dynamodb.send(new PutCommand({
    TableName: TABLE,
    Item: { pk: order.orderId, status: "CHARGED", chargeId: receipt.chargeId },
  }));
  console.log(`order ${order.orderId} charged with ${receipt.chargeId}`);
  return { orderId: order.orderId, status: "CHARGED", chargeId: receipt.chargeId, amount: order.amount };
}

/** Asks the payment provider for one charge. */
async function requestCharge({ orderId, tenantId, amount, currency }) {
  const response = await fetch(`${PSP_URL}/charges`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": `${tenantId}#${orderId}` },
    body: JSON.stringify({ orderId, tenantId, amount, currency }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    throw new Error(`The payment provider answered ${response.status}`);
  }
  return response.json();
}
