"""Takes orders in: keeps them, and has them confirmed."""

import json
import os

import boto3

ORDERS = os.environ["ORDERS"]
CONFIRMATIONS = os.environ["CONFIRMATIONS"]
ALERTS = os.environ["ALERTS"]
MANY = 100

DYNAMODB = boto3.client("dynamodb")
SQS = boto3.client("sqs")
SNS = boto3.client("sns")


def handler(event, context):
    """Take one order in."""
    pieces = sum(line["qty"] for line in event["lines"])
    item = {name: {"S": event[name]} for name in ("orderId", "tenantId", "customerId") if event.get(name)}
    item["pieces"] = {"N": str(pieces)}
    DYNAMODB.put_item(TableName=ORDERS, Item=item)
    SQS.send_message(QueueUrl=CONFIRMATIONS, MessageBody=json.dumps(event))
    if pieces >= MANY:
        SNS.publish(TopicArn=ALERTS, Message=f"order {event['orderId']} has {pieces} pieces")
    return {"orderId": event["orderId"], "pieces": pieces}
