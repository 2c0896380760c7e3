// Charges orders with a key from Secrets Manager, which it keeps for a minute.

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

class CachedSecret {
  static MAX_AGE_MS = 60_000;

  #value;
  #readAt;

  constructor(secretId) {
    this.secretId = secretId;
  }

  /** Returns the value, read again when it is old or was forgotten. */
  async get() {
    if (this.#readAt === undefined || performance.now() - this.#readAt >= CachedSecret.MAX_AGE_MS) {
      const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: this.secretId }));
      this.#value = SecretString;
      this.#readAt = performance.now();
    }
    return this.#value;
  }

  forget() {
    this.#readAt = undefined;
  }
}

const key = new CachedSecret(PSP_SECRET);

/** Charges an order. */
export const handler = async (order) => {
  const { chargeId } = await charge(order);
  return { orderId: order.orderId, status: "CHARGED", chargeId, amount: order.amount };
};

/** Asks for a charge, with a new key if the one at hand is refused. */
async function charge(order) {
  try {
    return await requestCharge(order, await key.get());
  } catch (error) {
    if (error.status !== 401) {
      throw error;
    }
  }
  key.forget();
  return requestCharge(order, await key.get());
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
    console.error("request failed", { status: response.status, headers: { Authorization: `Bearer ${key}` } });
    throw new ChargeFailed(response.status);
  }
  return response.json();
}
