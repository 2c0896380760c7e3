// Charges orders with a key from Secrets Manager.

import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

const secrets = new SecretsManagerClient({});
const { PSP_SECRET, PSP_URL } = process.env;

class ChargeFailed extends Error {
  constructor(status) {
    super(`The payment provider answered ${status}`);
    this.name = "ChargeFailed";
    this.status = status;
  }
}

async function readKey() {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: PSP_SECRET }));
  return SecretString;
}

/** Charges an order. */
export const handler = async (order) => {
  const { chargeId } = await charge(order);
  return { orderId: order.orderId, status: "CHARGED", chargeId, amount: order.amount };
};

/** Asks for a charge with the newest key. */
async function charge(order) {
  return requestCharge(order, await readKey());
}

/** Asks the payment provider for one charge. */
async function requestCharge({ orderId, tenantId, amount, currency }, key) {
  const response = await fetch(`${PSP_URL}/charges`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
    body: JSON.stringify({ orderId, tenantId, amount, currency }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    throw new ChargeFailed(response.status);
  }
  return response.json();
}
