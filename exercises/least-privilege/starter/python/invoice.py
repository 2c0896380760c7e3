"""Writes the invoice of an order."""

import json
import os

import boto3

ORDERS = os.environ["ORDERS"]
VAT = os.environ["VAT"]
DOCUMENTS = os.environ["DOCUMENTS"]

DYNAMODB = boto3.client("dynamodb")
SSM = boto3.client("ssm")
S3 = boto3.client("s3")


def handler(event, context):
    """Write one invoice. Lambda records what fails: see the destination in the template."""
    order_id = event["orderId"]
    order = DYNAMODB.get_item(TableName=ORDERS, Key={"orderId": {"S": order_id}}).get("Item")
    if order is None:
        raise LookupError(f"there is no order {order_id}")
    vat = SSM.get_parameter(Name=VAT)["Parameter"]["Value"]
    key = f"invoices/{order['tenantId']['S']}/{order_id}.json"
    invoice = {"orderId": order_id, "pieces": int(order["pieces"]["N"]), "vat": vat}
    S3.put_object(Bucket=DOCUMENTS, Key=key, Body=json.dumps(invoice).encode())
    return {"key": key}
