// Prices orders. Powertools for AWS Lambda keeps the VAT rates.

import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { getParameter } from "@aws-lambda-powertools/parameters/ssm";

const { TABLE, VAT_PARAMETER } = process.env;
const dynamodb = new DynamoDBClient();

/** Answers with the price of an order, in cents. */
export const handler = async (event) => {
  const value = await getParameter(VAT_PARAMETER, { maxAge: 15 * 60 });
  return price(event, rateTable(value));
};

/** Prices an order, all its lines at the same time: everything that comes from it stays in local variables. */
async function price(order, rates) {
  const lines = await Promise.all(order.lines.map((line) => priceLine(line, rates)));
  const net = sum(lines, "net");
  const vat = sum(lines, "vat");
  console.log(`order ${order.orderId} costs ${net + vat}`);
  return { orderId: order.orderId, lines, net, vat, total: net + vat };
}

/** Looks up what a line costs today, and adds the VAT of its class. */
async function priceLine({ sku, qty }, rates) {
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
