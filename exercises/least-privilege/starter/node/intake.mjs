// Takes orders in: keeps them, and has them confirmed.

import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const { ORDERS, CONFIRMATIONS, ALERTS } = process.env;
const MANY = 100;

const dynamodb = new DynamoDBClient({});
const sqs = new SQSClient({});
const sns = new SNSClient({});

/** Takes one order in. */
export const handler = async (event) => {
  const pieces = event.lines.reduce((sum, line) => sum + line.qty, 0);
  const Item = { pieces: { N: String(pieces) } };
  for (const name of ["orderId", "tenantId", "customerId"]) {
    if (event[name]) {
      Item[name] = { S: event[name] };
    }
  }
  await dynamodb.send(new PutItemCommand({ TableName: ORDERS, Item }));
  await sqs.send(new SendMessageCommand({ QueueUrl: CONFIRMATIONS, MessageBody: JSON.stringify(event) }));
  if (pieces >= MANY) {
    await sns.send(new PublishCommand({ TopicArn: ALERTS, Message: `order ${event.orderId} has ${pieces} pieces` }));
  }
  return { orderId: event.orderId, pieces };
};
