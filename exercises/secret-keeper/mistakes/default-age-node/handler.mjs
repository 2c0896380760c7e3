// Charges orders with a key that Powertools for AWS Lambda keeps for a minute.

import { getSecret } from "@aws-lambda-powertools/parameters/secrets";

const { PSP_SECRET, PSP_URL } = process.env;

class ChargeFailed extends Error {
  constructor(status) {
    super(`The payment provider answered ${status}`);
    this.name = "ChargeFailed";
    this.status = status;
  }
}

/** Charges an order. */
export const handler = async (order) => {
  const { chargeId } = await charge(order);
  return { orderId: order.orderId, status: "CHARGED", chargeId, amount: order.amount };
};

/** Asks for a charge, with a new key if the one at hand is refused. */
async function charge(order) {
  try {
    return await requestCharge(order, await getSecret(PSP_SECRET, {}));
  } catch (error) {
    if (error.status !== 401) {
      throw error;
    }
  }
  return requestCharge(order, await getSecret(PSP_SECRET, { forceFetch: true }));
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
