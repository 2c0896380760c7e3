// Confirms orders by mail, and names those that have to come again.

const MAIL_URL = process.env.MAIL_URL;

/** Takes a batch of orders from a queue; answers with the messages that failed. */
export async function handler(event) {
  const failed = [];
  const stopped = new Set();
  for (const record of event.Records) {
    const group = groupOf(record);
    if (stopped.has(group)) {
      failed.push(record.messageId);
      continue;
    }
    try {
      await confirm(JSON.parse(record.body));
    } catch (error) {
      console.error(`message ${record.messageId} failed:`, error);
      failed.push(record.messageId);
      if (group !== undefined) {
        stopped.add(group);
      }
    }
  }
  return { batchItemFailures: failed.map((messageId) => ({ itemIdentifier: messageId })) };
}

/** Names the group whose order has to be kept, or nothing for a message of a standard queue. */
function groupOf(record) {
  return record.eventSourceARN.endsWith(".fifo") ? record.attributes.MessageGroupId : undefined;
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
