// Writes the invoice of an order.

import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";

const { ORDERS, VAT, DOCUMENTS } = process.env;

const dynamodb = new DynamoDBClient({});
const ssm = new SSMClient({});
const s3 = new S3Client({});

/** Writes one invoice. Lambda records what fails: see the destination in the template. */
export const handler = async ({ orderId }) => {
  const { Item: order } = await dynamodb.send(new GetItemCommand({ TableName: ORDERS, Key: { orderId: { S: orderId } } }));
  if (order === undefined) {
    throw new Error(`there is no order ${orderId}`);
  }
  const { Parameter: vat } = await ssm.send(new GetParameterCommand({ Name: VAT }));
  const key = `invoices/${order.tenantId.S}/${orderId}.json`;
  const invoice = { orderId, pieces: Number(order.pieces.N), vat: vat.Value };
  await s3.send(new PutObjectCommand({ Bucket: DOCUMENTS, Key: key, Body: JSON.stringify(invoice) }));
  return { key };
};
