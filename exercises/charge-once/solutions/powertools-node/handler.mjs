// Charges each order once, with the idempotency utility of Powertools for AWS Lambda.

import { IdempotencyConfig, makeIdempotent } from "@aws-lambda-powertools/idempotency";
import { DynamoDBPersistenceLayer } from "@aws-lambda-powertools/idempotency/dynamodb";

const { PSP_URL } = process.env;
const CLAIM_MILLIS = Number(process.env.CLAIM_SECONDS) * 1000;

// region config
const persistenceStore = new DynamoDBPersistenceLayer({
  tableName: process.env.TABLE,
  keyAttr: "pk",
  expiryAttr: "expiresAt",
});
const config = new IdempotencyConfig({
  eventKeyJmesPath: "[tenantId, orderId]",
  payloadValidationJmesPath: "[amount, currency]",
  throwOnNoIdempotencyKey: true,
  expiresAfterSeconds: 30 * 24 * 3600,
});
// endregion

/** Takes orders from the queue, or a single one from the checkout. */
export const handler = async (event, context) => {
  config.registerLambdaContext(claimTime(context));
  if (event.Records === undefined) {
    return charge(event);
  }
  for (const record of event.Records) {
    await charge(JSON.parse(record.body));
  }
};

/** Tells Powertools how long a claim holds: CLAIM_SECONDS, or less when the invocation ends sooner. */
function claimTime(context) {
  return { getRemainingTimeInMillis: () => Math.min(CLAIM_MILLIS, context.getRemainingTimeInMillis()) };
}

// region charge
/** Asks the payment provider for one charge: the same key never charges twice. */
const charge = makeIdempotent(async ({ orderId, tenantId, amount, currency }) => {
  const response = await fetch(`${PSP_URL}/charges`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": `${tenantId}#${orderId}` },
    body: JSON.stringify({ orderId, tenantId, amount, currency }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    throw new Error(`The payment provider answered ${response.status}`);
  }
  const receipt = await response.json();
  return { orderId, status: "CHARGED", chargeId: receipt.chargeId, amount: receipt.amount };
}, { persistenceStore, config, keyPrefix: "charge" });
// endregion
