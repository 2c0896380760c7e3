// Charges orders. LK-115: the key of the payment provider was in a screenshot of the console.

const config = { url: process.env.PSP_URL, key: process.env.PSP_KEY };
console.log("configuration:", JSON.stringify(config));

/** Charges an order. */
export const handler = async (order) => {
  const { chargeId } = await requestCharge(order);
  return { orderId: order.orderId, status: "CHARGED", chargeId, amount: order.amount };
};

/** Asks the payment provider for one charge. */
async function requestCharge({ orderId, tenantId, amount, currency }) {
  const response = await fetch(`${config.url}/charges`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${config.key}` },
    body: JSON.stringify({ orderId, tenantId, amount, currency }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    throw new Error(`The payment provider answered ${response.status}`);
  }
  return response.json();
}
