// Charges orders with a key that the template takes from the secret.

const { PSP_KEY, PSP_URL } = process.env;

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

/** Asks for a charge with the key. */
async function charge(order) {
  return requestCharge(order, PSP_KEY);
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
