// Makes payouts. LK-117: one of its keys was found in a public repository.

import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";

const { SUMS, TRANSFERS, BANK_REGION, LIMIT } = process.env;

// region clients
const dynamodb = new DynamoDBClient({});
const sqs = new SQSClient({});
const ssm = new SSMClient({});
// endregion

/** Pays a sum out, up to the limit of the bank. */
export const handler = async ({ payoutId }) => {
  const Key = { payoutId: { S: payoutId } };
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: SUMS, Key }));
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: LIMIT }));
  const amount = Math.min(Number(Item.sum.N), Number(Parameter.Value));
  await sqs.send(new SendMessageCommand({ QueueUrl: TRANSFERS, MessageBody: JSON.stringify({ payoutId, amount }) }));
  await dynamodb.send(new UpdateItemCommand({
    TableName: SUMS,
    Key,
    UpdateExpression: "SET paid = :amount",
    ExpressionAttributeValues: { ":amount": { N: String(amount) } },
  }));
  return { payoutId, amount };
};
