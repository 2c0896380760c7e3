"""Confirms orders that come through a queue."""

import json
import os

import boto3

ORDERS = os.environ["ORDERS"]
INDEX = "byCustomer"
MAIL_KEY = os.environ["MAIL_KEY"]
UNDELIVERABLE = os.environ["UNDELIVERABLE"]

DYNAMODB = boto3.client("dynamodb")
SECRETS = boto3.client("secretsmanager")
SQS = boto3.client("sqs")


def handler(event, context):
    """Confirm the orders of a batch."""
    for record in event["Records"]:
        confirm(json.loads(record["body"]))


def confirm(order):
    """Confirm an order, or hand it to the people at the service desk."""
    if not order.get("customerId"):
        SQS.send_message(QueueUrl=UNDELIVERABLE, MessageBody=json.dumps(order))
        return
    key = SECRETS.get_secret_value(SecretId=MAIL_KEY)["SecretString"]
    orders = DYNAMODB.query(
        TableName=ORDERS,
        IndexName=INDEX,
        KeyConditionExpression="customerId = :customer",
        ExpressionAttributeValues={":customer": {"S": order["customerId"]}},
        Select="COUNT",
    )["Count"]
    mail(key, order, orders)
    DYNAMODB.update_item(
        TableName=ORDERS,
        Key={"orderId": {"S": order["orderId"]}},
        UpdateExpression="SET confirmed = :number",
        ExpressionAttributeValues={":number": {"N": str(orders)}},
    )


def mail(key, order, orders):
    """Pretend to mail: the mail service is no part of this exercise."""
    print(f"order {order['orderId']} confirmed with a key of {len(key)} characters, {orders} orders so far")
