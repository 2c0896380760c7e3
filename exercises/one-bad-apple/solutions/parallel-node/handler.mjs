// Confirms orders by mail, several at once where their order does not matter.

const MAIL_URL = process.env.MAIL_URL;

/** Takes a batch of orders from a queue; answers with the messages that failed. */
export async function handler(event) {
  const failed = (await Promise.all(inSequence(event.Records).map(confirmAll))).flat();
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) };
}

/** Cuts a batch into parts: each group of a FIFO queue is one, and so is each message of a standard queue. */
function inSequence(records) {
  const parts = Map.groupBy(records, (record) =>
    record.eventSourceARN.endsWith(".fifo") ? record.attributes.MessageGroupId : record.messageId,
  );
  return [...parts.values()];
}

/** Confirms messages one after the other; returns those from the first that fails on. */
async function confirmAll(records) {
  for (const [position, record] of records.entries()) {
    try {
      await confirm(JSON.parse(record.body));
    } catch (error) {
      console.error(`message ${record.messageId} failed:`, error);
      return records.slice(position);
    }
  }
  return [];
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
