// Confirms orders by mail, with the batch utility of Powertools for AWS Lambda.

import {
  BatchProcessor,
  EventType,
  SqsFifoPartialProcessorAsync,
  processPartialResponse,
} from "@aws-lambda-powertools/batch";

const MAIL_URL = process.env.MAIL_URL;

const STANDARD = new BatchProcessor(EventType.SQS);
const FIFO = new SqsFifoPartialProcessorAsync();

/** Takes a batch of orders from a queue; answers with the messages that failed. */
export async function handler(event, context) {
  const isFifo = event.Records[0].eventSourceARN.endsWith(".fifo");
  return isFifo
    ? processPartialResponse(event, confirmRecord, FIFO, { context, skipGroupOnError: true })
    : processPartialResponse(event, confirmRecord, STANDARD, { context });
}

async function confirmRecord(record) {
  await confirm(JSON.parse(record.body));
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
