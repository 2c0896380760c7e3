// Prices orders. LK-101: "Pricing needs 400 ms for every order, even when it does nothing else all day."

import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";

const { TABLE, VAT_PARAMETER } = process.env;

/** Answers with the price of an order, in cents. */
export const handler = async (event) => {
  const ssm = new SSMClient();
  const parameter = await ssm.send(new GetParameterCommand({ Name: VAT_PARAMETER }));
  const rates = rateTable(parameter.Parameter.Value);
  const dynamodb = new DynamoDBClient();
  const lines = await Promise.all(event.lines.map((line) => priceLine(line, dynamodb, rates)));
  const net = sum(lines, "net");
  const vat = sum(lines, "vat");
  console.log(`order ${event.orderId} costs ${net + vat}`);
  return { orderId: event.orderId, lines, net, vat, total: net + vat };
};

/** Looks up what a line costs, and adds the VAT of its class. */
async function priceLine({ sku, qty }, dynamodb, rates) {
  const { Item: article } = await dynamodb.send(new GetItemCommand({ TableName: TABLE, Key: { sku: { S: sku } } }));
  const net = Number(article.net.N) * qty;
  return { sku, qty, net, vat: net * rates.get(article.vat.S) / 100 };
}

const sum = (lines, field) => lines.reduce((total, line) => total + line[field], 0);

/** Turns "standard=19,reduced=7" into percentages by VAT class. */
function rateTable(text) {
  return new Map(text.split(",").map((pair) => {
    const [vatClass, percent] = pair.split("=");
    return [vatClass, Number(percent)];
  }));
}
