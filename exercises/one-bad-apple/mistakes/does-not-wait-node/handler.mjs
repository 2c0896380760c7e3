// Confirms orders by mail, and names those that have to come again.

const MAIL_URL = process.env.MAIL_URL;

/** Takes a batch of orders from a queue. */
export async function handler(event) {
  const failed = [];
  event.Records.forEach(async (record) => {
    try {
      await confirm(JSON.parse(record.body));
    } catch (error) {
      console.error(`message ${record.messageId} failed:`, error);
      failed.push(record.messageId);
    }
  });
  return { batchItemFailures: failed.map((messageId) => ({ itemIdentifier: messageId })) };
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
