// Confirms orders by mail, all of a batch at once.

const MAIL_URL = process.env.MAIL_URL;

/** Takes a batch of orders from a queue; answers with the messages that failed. */
export async function handler(event) {
  const results = await Promise.allSettled(
    event.Records.map(async (record) => confirm(JSON.parse(record.body))),
  );
  const failed = event.Records.filter((record, position) => results[position].status === "rejected");
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) };
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
