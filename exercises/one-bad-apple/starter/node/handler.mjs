// Confirms orders by mail. LK-125: nine customers got the same mail ten times.

const MAIL_URL = process.env.MAIL_URL;

/** Takes a batch of orders from a queue. */
export async function handler(event) {
  for (const record of event.Records) {
    await confirm(JSON.parse(record.body));
  }
}

/** Mails the customer that the order has arrived. */
async function confirm({ orderId, tenantId, customerId }) {
  const response = await fetch(`${MAIL_URL}/mails`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ orderId, tenantId, customerId }),
    signal: AbortSignal.timeout(5000),
  });
  if (response.status !== 202) {
    throw new Error(`The mail service answered ${response.status}: ${await response.text()}`);
  }
  const { mailId } = await response.json();
  console.log(`order ${orderId} confirmed with mail ${mailId}`);
}
