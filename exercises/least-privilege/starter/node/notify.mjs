// Confirms orders that come through a queue.

import { DynamoDBClient, QueryCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const { ORDERS, MAIL_KEY, UNDELIVERABLE } = process.env;
const INDEX = "byCustomer";

const dynamodb = new DynamoDBClient({});
const secrets = new SecretsManagerClient({});
const sqs = new SQSClient({});

/** Confirms the orders of a batch. */
export const handler = async (event) => {
  for (const record of event.Records) {
    await confirm(JSON.parse(record.body));
  }
};

/** Confirms an order, or hands it to the people at the service desk. */
async function confirm(order) {
  if (!order.customerId) {
    await sqs.send(new SendMessageCommand({ QueueUrl: UNDELIVERABLE, MessageBody: JSON.stringify(order) }));
    return;
  }
  const { SecretString: key } = await secrets.send(new GetSecretValueCommand({ SecretId: MAIL_KEY }));
  const { Count: orders } = await dynamodb.send(new QueryCommand({
    TableName: ORDERS,
    IndexName: INDEX,
    KeyConditionExpression: "customerId = :customer",
    ExpressionAttributeValues: { ":customer": { S: order.customerId } },
    Select: "COUNT",
  }));
  mail(key, order, orders);
  await dynamodb.send(new UpdateItemCommand({
    TableName: ORDERS,
    Key: { orderId: { S: order.orderId } },
    UpdateExpression: "SET confirmed = :number",
    ExpressionAttributeValues: { ":number": { N: String(orders) } },
  }));
}

/** Pretends to mail: the mail service is no part of this exercise. */
function mail(key, order, orders) {
  console.log(`order ${order.orderId} confirmed with a key of ${key.length} characters, ${orders} orders so far`);
}
