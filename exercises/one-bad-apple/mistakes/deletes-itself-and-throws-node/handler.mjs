// Confirms orders by mail, and deletes their messages.

import { DeleteMessageCommand, GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";

const MAIL_URL = process.env.MAIL_URL;

const SQS = new SQSClient();

/** Takes a batch of orders from a queue. */
export async function handler(event) {
  if (event.Records[0].eventSourceARN.endsWith(".fifo")) {
    return confirmInSequence(event.Records);
  }
  const failed = [];
  for (const record of event.Records) {
    try {
      await confirm(JSON.parse(record.body));
      await remove(record);
    } catch (error) {
      console.error(`message ${record.messageId} failed:`, error);
      failed.push(record.messageId);
    }
  }
  if (failed.length > 0) {
    throw new Error(`${failed.length} orders failed: ${failed}`);
  }
}

/** Deletes a message that is done. */
async function remove(record) {
  const [name, account] = record.eventSourceARN.split(":").reverse();
  try {
    const { QueueUrl } = await SQS.send(
      new GetQueueUrlCommand({ QueueName: name, QueueOwnerAWSAccountId: account }),
    );
    await SQS.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: record.receiptHandle }));
  } catch (error) {
    console.error(`message ${record.messageId} could not be deleted:`, error);
  }
}

/** Confirms orders of a FIFO queue; gives the rest back at the first failure. */
async function confirmInSequence(records) {
  for (const [position, record] of records.entries()) {
    try {
      await confirm(JSON.parse(record.body));
    } catch (error) {
      console.error(`message ${record.messageId} failed:`, error);
      return {
        batchItemFailures: records.slice(position).map((rest) => ({ itemIdentifier: rest.messageId })),
      };
    }
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
